"""Every word of the interface, Chinese and English side by side.

Labels of modes, statuses, precisions, bases and events come from :mod:`registry.vocab`.
``{…}`` marks are filled in by the caller. Keys that begin with ``app.`` are for the explorer's
page, ``page.`` for exported files, the others for the view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layers.translations.compare import COMPARE_WORDS
from layers.translations.explorer import APP_WORDS
from layers.translations.notes import NOTE_WORDS
from layers.translations.outcome import OUTCOME_WORDS
from layers.translations.page import PAGE_WORDS
from layers.translations.sheet import SHEET_WORDS
from layers.translations.vocabulary import Vocabulary, labels, meanings
from layers.translations.where import WHERE_WORDS
from registry.geometry import BASES, METHODS, PRECISIONS
from registry.outcome.events import EVENTS
from registry.outcome.vocab import CONFIDENCES, CURRENT_STATUSES, SCOPES, VERDICTS
from registry.vocab import CHANGES, FINDINGS, MODES, STATUSES

LANGS: tuple[str, ...] = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    # the map
    "subtitle": ("{n}部计划里的交通、能源与水利工程", "Infrastructure named by {n} plans"),
    "subtitle.one": ("一部计划里的交通、能源与水利工程", "Infrastructure named by one plan"),
    "schematic": ("示意图，不作为划界依据", "Schematic; no authority on boundaries"),
    "attribution": (
        "边界：天地图；河流：WDBII（LGPL）；地名：GeoNames CC-BY 4.0；"
        "路网：© OpenStreetMap 贡献者，ODbL · 示意图，不作为划界依据",
        "Boundaries: Tianditu; rivers: WDBII (LGPL); places: GeoNames CC-BY 4.0; "
        "networks: © OpenStreetMap contributors, ODbL · Schematic; no authority on boundaries",
    ),
    "skip": ("跳转", "Skip"),
    "skip.map": ("跳到地图", "Skip to map"),
    "skip.list": ("跳到列表", "Skip to list"),
    "map.label": ("工程地图", "Map of projects"),
    "map.keys": (
        "方向键移动地图，回车看中间是哪个区县；按 Tab 进入线路，方向键换一条，回车打开",
        "Arrow keys move the map, Enter tells the county in its middle; Tab to the lines, "
        "arrow keys to move along, Enter to open",
    ),
    "map.failed": ("地图没有取到，请刷新页面", "The map did not arrive; reload the page"),
    "zoom.in": ("放大", "Zoom in"),
    "zoom.out": ("缩小", "Zoom out"),
    "fit": ("显示全部", "Fit to what is shown"),
    "fullscreen": ("全屏", "Full screen"),
    "band": ("位置可信带", "Uncertainty band"),
    "band.help": (
        "真实线位预计落在这一范围内",
        "Where the true line is expected to lie",
    ),
    "band.means": (
        "色带越宽，位置越不确定；真实线位有 95% 的把握落在带内。",
        "The wider the band, the less certain the place; the true line lies inside it in 95% of "
        "cases. ",
    ),
    "band.pointed": (
        "多于 {n} 项时，只画指到或选中的一项。",
        "With more than {n} projects only the one pointed at or chosen has its band.",
    ),
    "names": ("名称和编号", "Names and numbers"),
    "names.help": (
        "线少时沿线写名称，线多时写编号，编号见列表",
        "Names along the lines where there are few; numbers, as in the list, where there are many",
    ),
    "names.number": ("图上编号 {n}", "Number {n} on the map"),
    "legend": ("图例", "Legend"),
    "legend.shown": ("当前显示 {n} 项", "{n} projects shown"),
    "legend.unplaced": (
        "其中 {n} 项没有位置，只在列表里",
        "{n} without a location, in the list only",
    ),
    "legend.shape": ("形状", "Shapes"),
    "legend.point": ("{mode}的一处工程", "{mode}: a single site"),
    "legend.area": ("只知在这一带", "Somewhere inside"),
    "legend.mode": ("类别", "Mode"),
    "legend.status": ("计划状态", "Status in the plan"),
    "legend.current": ("现状", "Now"),
    "choose": ("这里有 {n} 个项目", "{n} projects here"),
    "km": ("公里", "km"),
    "m": ("米", "m"),
    # the card
    "card.close": ("关闭", "Close"),
    "card.zoom": ("在地图上看", "Show on the map"),
    "card.aliases": ("又名", "Also called"),
    "card.part_of": ("属于", "Part of"),
    "card.sections": ("分段", "Sections"),
    "card.how": ("位置怎么来的", "How the location is known"),
    "card.uncertainty": ("真实线位预计在两侧 {d} 以内", "The true line is expected within {d}"),
    "card.uncertainty.legs": (
        "真实线位：半数路程预计在两侧 {d} 以内，最不确定的一段 {most} 以内",
        "The true line is expected within {d} for half of its length, within {most} at its least "
        "sure leg",
    ),
    "card.inside": ("在这个范围内的某处", "Somewhere inside this area"),
    "card.leg": ("点到的一段", "The leg that you clicked"),
    "card.leg.source": ("来源：{s}", "Source: {s}"),
    "card.legs": ("各段有多准", "How sure each leg is"),
    "card.source": ("数据", "Data"),
    "card.stops": ("经过", "Stops"),
    "card.length": ("图上长度", "Length on the map"),
    "card.official": ("公布长度", "Published length"),
    "card.regions": ("所在区域", "Regions"),
    "card.counties": ("经过区县", "Counties"),
    "card.mentions": ("各计划怎么说", "What the plans say"),
    "card.clause": ("条目 {c}", "Clause {c}"),
    "card.start": ("计划 {y} 年开工", "to start in {y}"),
    "card.complete": ("计划 {y} 年建成", "to be completed in {y}"),
    "card.picture": ("历程", "Through the plans"),
    "card.silent": ("未提及", "not named"),
    "card.year.start": ("{y} 开工", "start {y}"),
    "card.year.complete": ("{y} 建成", "done {y}"),
    "card.related": ("相关项目", "Related"),
    "card.whole": ("全线", "Whole line"),
    "card.siblings": ("同线其他分段", "Other sections"),
    "card.same_stop": ("同站：{s}", "Shares {s}"),
    "card.same_county": ("同经 {n} 个区县", "Shares {n} counties"),
    "card.source.event": ("来源", "Source"),
    "card.source.n": ("来源 {n}：{s}", "Source {n}: {s}"),
    "card.axis": ("承诺与事实", "Promises and facts"),
    "card.axis.key": (
        "方框是计划承诺的年份，从计划的日期牵来；竖虚线是事实截止日。空心的是仪式、区段或预计，"
        "灰色的不作数，虚边带“?”的说法不一。",
        "A box is a year that a plan promises, led to from the plan's date; the dashed upright is "
        "the day of the facts. Hollow: a ceremony, a section or an expectation. Grey decides "
        "nothing; a broken edge with “?” is disputed.",
    ),
    "card.as_of": ("事实截至 {d}", "Facts to {d}"),
    "card.promise": ("计划：{k}", "plan: {k}"),
    "card.promise.part": ("计划：段{k}", "section: {k}"),
    "card.months": ("晚 {n} 个月", "{n} mo. late"),
    "card.lane.start": ("事实：开工", "facts: start"),
    "card.lane.progress": ("事实：进展", "facts: progress"),
    "card.lane.open": ("事实：开通", "facts: opening"),
    "card.weak": ("来源不作数", "source decides nothing"),
    "promised.year": ("{y} 年{k}", "{k} {y}"),
    "view": ("画法", "Drawn by"),
    "view.now": ("现状", "Now"),
    "view.now.means": ("按事实：现在到了哪一步", "By facts: how far each project is now"),
    "view.plan": ("计划所说", "What the plan says"),
    "view.plan.means": (
        "按计划：所选计划中最新一部说要做什么",
        "By plan: what the newest of the selected plans says is to be done",
    ),
    "card.source.show": ("来源与方法", "Sources and method"),
    "card.consistent": (
        "各计划先后说法没有矛盾。",
        "The plans do not contradict each other.",
    ),
    "legend.change": ("变化", "Change"),
    "legend.context": ("底图", "Background"),
    "legend.rail": ("既有铁路", "Existing railways"),
    "legend.road": ("既有干线公路", "Existing trunk roads"),
    "card.changed": ("前后变化", "What changed between plans"),
    "card.findings": ("前后不一致", "Where the plans disagree"),
    "card.events": ("后来的进展", "What happened since"),
    "card.disputed": ("说法不一", "disputed"),
    "card.unreviewed": ("程序读出，未经人工核对", "read by a program, not reviewed"),
    "card.note": ("说明", "Note"),
    "card.nowhere": ("没有画在地图上", "Not drawn on the map"),
    "card.more": ("另有 {n} 个", "{n} more"),
    # filters, in the page and in exported files
    "filter": ("筛选", "Filter"),
    "filter.search": ("搜索", "Search"),
    "filter.search.hint": ("名称、拼音、站名、起讫点", "name, pinyin, station"),
    "search.answers": ("名称相符的项目", "Projects by that name"),
    "search.found": ("{n} 个项目名称相符", "{n} projects by that name"),
    "search.near": (
        "没有叫“{q}”的，名称相近的有 {n} 个",
        "None is called “{q}”; {n} with a name like it",
    ),
    "search.none": ("没有叫“{q}”的项目", "No project is called “{q}”"),
    "search.meant": ("是不是要找", "Did you mean"),
    "search.hidden": ("，不在当前筛选内", ", not in the filter"),
    "filter.plan": ("计划", "Plan"),
    "filter.status": ("计划状态", "Status in the plan"),
    "filter.region": ("区域", "Region"),
    "filter.mode": ("类别", "Mode"),
    "filter.place": ("市、区县", "City or county"),
    "filter.year": ("承诺年份", "Year promised"),
    "filter.year.none": ("未写年份", "No year"),
    "filter.finding": ("前后变化", "Findings"),
    "filter.current": ("现状", "Now"),
    "filter.verdict": ("承诺结果", "Promise"),
    "filter.precision": ("位置怎样得来", "How it was placed"),
    "filter.any": ("不限", "Any"),
    "filter.undo": ("撤销", "Undo"),
    "filter.undo.means": ("撤销上一次筛选", "Undo the last filter"),
    "notice.dismiss": ("知道了", "Dismiss"),
    "filter.clear": ("清除筛选", "Clear filters"),
    "empty": ("没有符合条件的项目", "Nothing matches"),
    "list": ("项目列表", "List"),
    "missing": (
        "另有 {n} 项因数据有误没有显示：{why}",
        "{n} more cannot be shown, the data are wrong: {why}",
    ),
    "column.name": ("项目", "Project"),
    "column.mode": ("类别", "Mode"),
    "column.status": ("计划状态", "Status in the plan"),
    "column.current": ("现状", "Now"),
    "column.since": ("始于", "Since"),
    "column.promised": ("承诺", "Promised"),
    "column.happened": ("实现", "Happened"),
    "column.months": ("晚几个月", "Months late"),
    "column.plans": ("计划", "Plans"),
    "column.regions": ("区域", "Regions"),
    "column.away": ("距离（公里）", "Distance (km)"),
    "column.km": ("长度（公里）", "Length (km)"),
    "column.start": ("计划开工", "Start"),
    "column.complete": ("计划建成", "Completion"),
    "column.precision": ("位置", "Location"),
}


#: What every page says in full.
_EXPLAINED: dict[str, Vocabulary] = {
    "mode": MODES,
    "status": STATUSES,
    "precision": PRECISIONS,
    "current": CURRENT_STATUSES,
    "verdict": VERDICTS,
    "confidence": CONFIDENCES,
    "scope": SCOPES,
    "change": CHANGES,
}
#: What only the explorer has room to explain.
_NAMED: dict[str, Vocabulary] = {"finding": FINDINGS}


def _vocabulary() -> dict[str, tuple[str, str]]:
    words = {f"event.{code}": (event.zh, event.en) for code, event in EVENTS.items()}
    words |= {f"stage.{code}": status.short for code, status in STATUSES.items()}
    words |= labels("basis", BASES) | labels("method", METHODS)
    for kind, terms in _EXPLAINED.items():
        words |= labels(kind, terms) | meanings(kind, terms)
    for kind, terms in _NAMED.items():
        words |= labels(kind, terms) | meanings(f"app.{kind}", terms)
    return words


ALL: dict[str, tuple[str, str]] = {
    **_WORDS,
    **APP_WORDS,
    **COMPARE_WORDS,
    **PAGE_WORDS,
    **SHEET_WORDS,
    **NOTE_WORDS,
    **OUTCOME_WORDS,
    **WHERE_WORDS,
    **_vocabulary(),
}


def t(key: str, lang: str, **values: object) -> str:
    """The words for ``key`` in ``lang`` (``zh`` or, for any other value, English), filled in.

    Raises
    ------
    KeyError
        No such key.
    """
    text = ALL[key][0 if lang == "zh" else 1]
    return text.format(**values) if values else text


#: Small numbers as they are written in a sentence.
_NUMBERS: dict[str, tuple[str, ...]] = {
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


def subtitle(plans: int, lang: str) -> str:
    """The line under the title of an atlas of so many plans.

    >>> subtitle(5, "en"), subtitle(12, "zh")
    ('Infrastructure named by five plans', '12 部计划里的交通、能源与水利工程')
    """
    if plans == 1:
        return t("subtitle.one", lang)
    small = _NUMBERS["zh" if lang == "zh" else "en"]
    n = small[plans] if plans < len(small) else f"{plans} " if lang == "zh" else str(plans)
    return t("subtitle", lang, n=n)


def app_words(inferred: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """The explorer's own words by language, for its part of the view.

    ``inferred`` names, by language, the plans whose date is.
    """
    words = {lang: {key: t(key, lang) for key in ALL if key.startswith("app.")} for lang in LANGS}
    for lang, own in words.items():
        key, between = "app.data.gap.inferred", "、" if lang == "zh" else ", "
        plans = between.join(inferred.get(lang, ()))
        own[key] = t(key, lang, plans=plans) if plans else own[key + ".none"]
    return words


def view_words(lang: str, title: str, plans: int) -> dict[str, str]:
    """What the view and exported files need of an atlas of so many plans, its ``title`` too.

    The explorer's own words stay out.
    """
    words = {key: t(key, lang) for key in ALL if not key.startswith(("app.", "subtitle"))}
    return {"title": title, "subtitle": subtitle(plans, lang), **words}
