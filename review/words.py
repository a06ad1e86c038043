"""Words of the page Read a plan, Chinese and English; ``{…}`` marks are filled in."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "read.title": ("读一份计划", "Read a plan"),
    "read.lead": (
        "拖入计划文件，看看里面有哪些项目，比以前的计划变了什么。",
        "Drop a plan to see which projects it names and what has changed since earlier plans.",
    ),
    "read.back": ("回到地图", "Back to the map"),
    "read.language": ("语言", "Language"),
    "read.language.own": ("中文", "English"),
    "read.drop": ("把文件拖到这里", "Drop files here"),
    "read.choose": ("选择文件", "Choose files"),
    "read.forms": (
        "txt、html、docx、xlsx、rtf，或带文字的 pdf；可以一次拖入几个，也可以拖入存下的审阅文件或 "
        "plans read 写出的文件夹",
        "txt, html, docx, xlsx, rtf, or pdf with text; several at once, a saved review, or the "
        "folder that plans read wrote",
    ),
    "read.limits": (
        "上限：每个文件 {file_mb} MB、{pages} 页、{text_mb} MB 文字、{seconds} 秒，"
        "解压不超过 {expansion} 倍。",
        "Limits: {file_mb} MB a file, {pages} pages, {text_mb} MB of text, {seconds} s, "
        "{expansion}:1 when unpacked.",
    ),
    "read.private": (
        "文本只在这台服务器的内存里，不写入日志，离开本页即删除，除非你收进图册。",
        "The text stays in this server's memory, is not logged, and is deleted when you leave "
        "this page unless you accept it into the atlas.",
    ),
    "read.paste": ("粘贴文本", "Paste text"),
    "read.paste.hint": ("把计划的文字粘贴在这里", "Paste the plan's text here"),
    "read.paste.go": ("读这段文本", "Read this text"),
    "read.pasted": ("粘贴的文本 {n}", "Pasted text {n}"),
    "read.files": ("文件", "Files"),
    "read.more": ("再读一份", "Read another"),
    "read.remove": ("移除 {name}", "Remove {name}"),
    "read.outgoing.sending": ("正在上传", "Uploading"),
    "read.outgoing.again": (
        "服务器没有应答，内容留在本页，正在重新发送",
        "The server does not answer; this page keeps what you gave it and sends it again",
    ),
    "read.state.waiting": ("排队", "queued"),
    "read.state.opening": ("正在打开", "opening"),
    "read.state.finding": ("正在找项目 {p}%", "finding projects, {p}%"),
    "read.state.locating": ("正在定位 {p}%", "locating, {p}%"),
    "read.state.read": ("{n} 处", "{n} found"),
    "read.state.refused": ("没有读", "not read"),
    "read.none": (
        "这份文本里没有找到项目。可以在原文里选中几个字，按 + 自己加。",
        "No project was found in this text. Select words in it and press + to add one.",
    ),
    "read.changes": ("与早先的计划相比", "Against earlier plans"),
    "read.against": ("对照", "Compare with"),
    "read.against.shared": ("{name}（共 {n} 项）", "{name} ({n} shared)"),
    "read.apart": (
        "早先没有一部计划提到其中的项目，所以不列“不再提及”。",
        "No earlier plan names any of these projects, so none is listed as no longer named.",
    ),
    "read.group.new": ("新增", "New"),
    "read.group.dropped": ("不再提", "No longer named"),
    "read.group.status": ("状态变化", "Status moved"),
    "read.group.time": ("时间变化", "Time moved"),
    "read.group.same": ("未变", "Unchanged"),
    "read.group.all": ("全部", "All"),
    "read.group.doubt": ("待核对", "To check"),
    "read.group.left": ("未审阅", "Not reviewed"),
    "read.dropped.note": (
        "各计划管的地域不同，不再提不等于取消。",
        "Plans cover different areas: no longer named does not mean given up.",
    ),
    "read.was": ("{plan}：{status}", "{plan}: {status}"),
    "read.text": ("原文", "The text"),
    "read.table": ("找到的项目", "What was found"),
    "read.map": ("地图", "Map"),
    "read.reviewed": ("已审阅 {n} / {all}", "{n} of {all} reviewed"),
    "read.column.name": ("名称", "Name"),
    "read.column.status": ("状态", "Status"),
    "read.column.years": ("开工—建成", "Start–completion"),
    "read.column.change": ("变化", "Change"),
    "read.column.project": ("已有项目", "Known project"),
    "read.new": ("新项目", "new"),
    "read.verdict.accept": ("采纳", "Accept"),
    "read.verdict.reject": ("不要", "Reject"),
    "read.verdict.accepted": ("已采纳", "accepted"),
    "read.verdict.rejected": ("已剔除", "rejected"),
    "read.verdict.open": ("未审阅", "not reviewed"),
    "read.restarted": (
        "服务器重新启动过；这一页上的文档和更正都在，已重新送上，可以接着审阅。",
        "The server was restarted; the documents and corrections on this page were kept and sent "
        "to it again, and the review can go on.",
    ),
    "read.restarted.lost": (
        "服务器重新启动过；没有读完的请再拖入一次：{names}。读完的文档和更正都在，已重新送上。",
        "The server was restarted; drop again what was not read to its end: {names}. What was read "
        "and its corrections were kept and sent to it again.",
    ),
    "read.rows": ("表中的行", "Rows of the table"),
    "read.rows.before": ("前面的行", "Rows before"),
    "read.rows.after": ("后面的行", "Rows after"),
    "read.rows.where": ("第 {first}–{last} 行，共 {all} 行", "Rows {first}–{last} of {all}"),
    "read.next": ("下一条", "Next"),
    "read.previous": ("上一条", "Previous"),
    "read.undo": ("撤销", "Undo"),
    "read.redo": ("重做", "Redo"),
    "read.add": ("把选中的文字加为项目", "Add the selected words as a project"),
    "read.add.none": (
        "请先在原文里选中项目的名称",
        "Select the project's name in the text first",
    ),
    "read.field.name": ("名称", "Name"),
    "read.field.mode": ("类别", "Mode"),
    "read.field.status": ("状态", "Status"),
    "read.field.start": ("开工年", "Start"),
    "read.field.complete": ("建成年", "Completion"),
    "read.field.project": ("已有项目", "Known project"),
    "read.field.project.new": ("（新项目）", "(a new one)"),
    "read.field.project.unknown": (
        "没有叫“{name}”的项目",
        "There is no project called “{name}”",
    ),
    "read.field.year.bad": ("年份在 1900 到 2060 之间", "Years are from 1900 to 2060"),
    "read.extent": ("范围", "Extent"),
    "read.extent.start.grow": ("左端向左一字", "First end one character left"),
    "read.extent.start.shrink": ("左端向右一字", "First end one character right"),
    "read.extent.end.grow": ("右端向右一字", "Last end one character right"),
    "read.extent.end.shrink": ("右端向左一字", "Last end one character left"),
    "read.words": ("原文用语", "In the plan's words"),
    "read.reason": ("匹配", "Match"),
    "read.by_hand": ("改过", "corrected"),
    "read.achievements": ("也列出已完成的成绩", "Also list achievements of past years"),
    "read.achievement": ("已完成的成绩", "an achievement"),
    "read.confidence.high": ("把握高", "sure"),
    "read.confidence.medium": ("把握中", "fairly sure"),
    "read.confidence.low": ("把握低", "unsure"),
    "read.keys": ("键盘", "Keys"),
    "read.keys.move": ("↓ ↑ 或 J K：下一条、上一条", "↓ ↑ or J K: next, previous"),
    "read.keys.accept": ("Enter 或 A：采纳，到下一条", "Enter or A: accept, go on"),
    "read.keys.reject": ("Delete 或 X：不要，到下一条", "Delete or X: reject, go on"),
    "read.keys.status": ("1—7：状态；S：改状态", "1–7: status; S: go to status"),
    "read.keys.extent": (
        "[ 与 Shift+[：左端放、收；] 与 Shift+]：右端放、收",
        "[ and Shift+[: grow, shrink the first end; ] and Shift+]: the last end",
    ),
    "read.keys.left": ("N：下一条未审阅的", "N: next one not reviewed"),
    "read.keys.add": ("+：把选中的文字加为项目", "+: add the selected words"),
    "read.keys.undo": ("Ctrl+Z 或 U：撤销；Ctrl+Y：重做", "Ctrl+Z or U: undo; Ctrl+Y: redo"),
    "read.keys.field": ("E：改各项；Esc：回到表", "E: edit fields; Esc: back to the table"),
    "read.said.verdict": ("{name}：{verdict}", "{name}: {verdict}"),
    "read.said.undone": ("已撤销", "Undone"),
    "read.said.redone": ("已重做", "Done again"),
    "read.said.nothing": ("没有可撤销的", "Nothing to undo"),
    "read.nowhere": ("不在图上", "Not on the map"),
    "read.download": ("下载", "Download"),
    "read.download.table": ("表（CSV）", "Table (CSV)"),
    "read.download.geojson": ("GeoJSON", "GeoJSON"),
    "read.download.marked": ("标注原文（HTML）", "Marked text (HTML)"),
    "read.download.review": ("审阅文件，可再拖回来", "The review, to drop back later"),
    "read.download.making": ("正在准备", "Preparing it"),
    "read.download.failed": ("没有下载：{why}", "Not downloaded: {why}"),
    "read.download.unreached": ("服务器没有回答", "the server does not answer"),
    "read.download.broken": ("服务器出了错，请看它的日志", "the server failed, see its log"),
    "read.lost": (
        "与服务器的连接断了。已经读出的还可以看、可以更正，更正先留在这一页。",
        "The connection to the server is lost. What was read can be looked at and corrected; "
        "corrections stay on this page until it is back.",
    ),
    "read.unfit": ("{what}：{why}", "{what}: {why}"),
    "read.unfit.name": ("名称", "name"),
    "read.unfit.mode": ("类别", "mode"),
    "read.unfit.status": ("状态", "status"),
    "read.unfit.start": ("范围", "extent"),
    "read.unfit.end": ("范围", "extent"),
    "read.unfit.start_year": ("开工年", "start"),
    "read.unfit.complete_year": ("建成年", "completion"),
    "read.unfit.project": ("已有项目", "known project"),
    "read.unfit.verdict": ("审阅", "verdict"),
    "read.accept": ("收进图册", "Accept"),
    "read.accept.about": (
        "采纳和未审阅的都收进去，不要的不收；先看会改什么，再写入。",
        "Takes what is accepted or not reviewed, not what is rejected. Look at the changes first.",
    ),
    "read.accept.left": ("还有 {n} 条没有审阅。", "{n} are not reviewed yet."),
    "read.accept.plan": ("计划的编号（小写字母、数字和 -）*", "The plan's id (a-z, 0-9 and -) *"),
    "read.accept.look": ("看看会改什么", "Show what would change"),
    "read.accept.nothing": ("没有要改的", "Nothing would change"),
    "read.accept.write": ("写入图册", "Write to the atlas"),
    "read.accept.writing": (
        "正在写入，并重新生成地图的数据",
        "Writing, and building the map's data",
    ),
    "read.accept.done": ("已收进图册，地图上可以看到。", "Accepted; it is on the map."),
    "read.accept.undo": ("把 {plan} 撤出来", "Take {plan} out again"),
    "read.accept.failed": ("没有写入：", "Nothing was written:"),
    "read.accept.closed": (
        "这台服务器不能收进图册。请下载表，和 text.txt 一起在自己的数据上运行 "
        "python -m plans accept；管理服务器的人可设 ATLAS_ACCEPT=1 开放。",
        "Nothing can be accepted on this server. Download the table and run python -m plans "
        "accept on your own data; whoever runs the server opens it with ATLAS_ACCEPT=1.",
    ),
    "read.accept.read_only": (
        "数据文件夹只读，不能收进图册。请下载表，在自己的数据上运行 python -m plans accept。",
        "The data folder is read-only, so nothing can be accepted. Download the table and run "
        "python -m plans accept on your own data.",
    ),
}

LANGS = ("zh", "en")


def word(key: str, lang: str, **values: object) -> str:
    """The word ``key`` in ``"zh"`` or, for any other value, English."""
    return WORDS[key][0 if lang == "zh" else 1].format(**values)


def page_words() -> dict[str, dict[str, str]]:
    """All of them by language, for the page."""
    return {lang: {key: WORDS[key][lang != "zh"] for key in WORDS} for lang in LANGS}
