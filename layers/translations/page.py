"""Words of exported files: the page, its pictures, its sheets of paper, its talk.

Same form as :mod:`layers.translations.catalog`, which takes them in; keys begin with ``page.``.
"""

from __future__ import annotations

from registry.vocab import CHANGES, ChangeClass

_BASIS = CHANGES[ChangeClass.ONLY_NAMED]

PAGE_WORDS: dict[str, tuple[str, str]] = {
    "page.date": ("制图日期 {d}", "Made on {d}"),
    "page.sources": ("计划来源", "Plans"),
    "page.show_filter": ("筛选与列表", "Filter and list"),
    "page.filtered": ("筛选", "Filter"),
    "page.damaged": (
        "这个文件里的数据损坏了，请重新导出或重新复制。",
        "The data in this file are damaged: export it or copy it again.",
    ),
    "page.noscript": ("这张地图需要启用 JavaScript。", "This map needs JavaScript."),
    "page.licences": (
        "数据按 ODbL 1.0 提供，程序按 MIT 提供。本文件不访问网络；"
        "代码与数据经 zlib 压缩，由末尾的脚本解开。",
        "The data are offered under ODbL 1.0, the program under the MIT licence. This file asks "
        "nothing of any network; the script at its end opens its code and data, zlib streams.",
    ),
    "page.ignored": (
        "地址里有不认识的条件，已忽略：{what}",
        "The address has conditions that do not exist; ignored: {what}",
    ),
    "page.dismiss": ("知道了", "Dismiss"),
    "page.present": ("演示", "Present"),
    "page.present.help": (
        "全屏逐步讲解，方向键翻页，Esc 退出",
        "Full screen, step by step: arrow keys to turn, Esc to leave",
    ),
    "page.picture": ("图片", "Picture"),
    "page.picture.png": ("PNG 图片 {w}×{h}", "PNG {w}×{h}"),
    "page.picture.svg": ("SVG 矢量图 {w}×{h}", "SVG {w}×{h}"),
    "page.picture.failed": (
        "这个浏览器画不出 PNG，请改用 SVG",
        "This browser cannot draw the PNG; take the SVG",
    ),
    "page.print": ("打印", "Print"),
    "page.print.a4": ("A4 横向", "A4 landscape"),
    "page.print.a3": ("A3 横向", "A3 landscape"),
    "page.projects": ("项目", "Projects"),
    "page.search": ("搜索“{q}”", "search “{q}”"),
    "page.unnumbered": ("另有 {n} 项图上太密，没有编号", "{n} more are too close for numbers"),
    "page.selected": ("当前项目", "Selected"),
    "page.index.about": (
        "每个区域、每部计划一张图，数字是其中的项目数。",
        "One map a region and plan; the number is how many projects it shows.",
    ),
    "present.of": ("第 {i} 步，共 {n} 步", "Step {i} of {n}"),
    "present.next": ("下一步", "Next"),
    "present.back": ("上一步", "Back"),
    "present.leave": ("退出演示", "Leave"),
    "present.whole": ("全部名单", "All the names"),
    "present.more": ("另有 {n} 个，翻页看全部 →", "{n} more: all on the next page →"),
    "present.play": ("自动播放，每页 {n} 秒（P）", "Play, {n} seconds a page (P)"),
    "present.pause": ("暂停（P）", "Pause (P)"),
    "present.print": ("打印每一步（Ctrl+P 打印这一步）", "Print every step (Ctrl+P: this one)"),
    "mark": ("标注", "Marks"),
    "mark.arrow": ("箭头", "Arrow"),
    "mark.arrow.told": ("点箭头的起点", "Click where the arrow begins"),
    "mark.arrow.other": ("再点它指向的地方", "Click what it points at"),
    "mark.circle": ("圈", "Circle"),
    "mark.circle.told": ("点圈的圆心", "Click the circle's middle"),
    "mark.circle.other": ("再点圈的边", "Click its edge"),
    "mark.at": ("文字", "Text"),
    "mark.at.told": ("点文字的位置", "Click where the text goes"),
    "mark.text": ("标注文字，回车完成", "Text of the mark, then Enter"),
    "mark.most": ("每步最多 {n} 个标注", "At most {n} marks a step"),
    "mark.back": ("撤销", "Undo"),
    "mark.keep": ("存讲稿", "Save talk"),
    "mark.keep.help": (
        "连同标注存成讲稿 YAML：python -m layers export --talk 文件 -o 新图.html",
        "Saves the steps with their marks as a talk's YAML: python -m layers export --talk FILE "
        "-o new.html",
    ),
    "present.fresh": ("新提到", "Named for the first time"),
    "present.changed": ("状态有变", "Status changed"),
    "present.again": ("再次提到，状态不变 {n} 项", "{n} named again, status unchanged"),
    # In a talk as in the comparison a bare mention is no change.
    "present.basis": (_BASIS.zh, _BASIS.en),
    "present.leaned": (
        f"{{n}} 项{_BASIS.zh}，不算变化",
        f"{{n}} {_BASIS.en.lower()}, which is no change",
    ),
    "present.first": (
        "最早的一部：点名 {a} 项",
        "The first of the plans: it names {a} projects",
    ),
    "present.only": ("点名 {a} 项", "It names {a} projects"),
    "present.caption": (
        "新提到 {a} 项，状态有变 {b} 项",
        "{a} named for the first time, {b} with another status",
    ),
    "present.nothing": ("没有点名符合条件的项目", "Names nothing that fits the filter"),
    "present.all": ("合起来看", "All together"),
    "present.all.caption": (
        "{n} 项，状态以最新一部计划为准",
        "{n} projects, each with the status of the newest plan that names it",
    ),
    "present.faint": ("淡色：此前计划提到的其余项目", "Faint: the other projects of earlier plans"),
}
