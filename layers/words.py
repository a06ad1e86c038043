"""Every word of the interface, Chinese and English side by side.

Labels of modes, statuses, precisions, bases and events come from :mod:`registry.vocab`.
``{…}`` marks are filled in by the caller. Keys that begin with ``app.`` are for the explorer's
page, ``page.`` for exported files, the others for the view.
"""

from __future__ import annotations

from registry.vocab import BASES, EVENTS, MODES, PRECISIONS, STATUSES

LANGS: tuple[str, ...] = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    # the map
    "title": ("成渝工程图", "Chengyu Project Atlas"),
    "subtitle": ("五部规划里的交通、能源与水利工程", "Infrastructure named by five plans"),
    "schematic": ("示意图，不作为划界依据", "Schematic; no authority on boundaries"),
    "attribution": (
        "边界: 天地图; 河流: WDBII (LGPL); 地名: GeoNames CC-BY 4.0; "
        "路网: © OpenStreetMap 贡献者 ODbL · 示意图，不作为划界依据",
        "Boundaries: Tianditu; rivers: WDBII (LGPL); places: GeoNames CC-BY 4.0; "
        "networks: © OpenStreetMap contributors, ODbL · Schematic; no authority on boundaries",
    ),
    "map.label": ("工程地图", "Map of projects"),
    "map.keys": (
        "按 Tab 进入线路，方向键换一条，回车打开",
        "Tab to the lines, arrow keys to move along, Enter to open",
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
    "legend": ("图例", "Legend"),
    "legend.shown": ("当前显示 {n} 项", "{n} projects shown"),
    "legend.unplaced": (
        "其中 {n} 项没有位置，只在列表里",
        "{n} without a location, in the list only",
    ),
    "legend.mode": ("类别", "Mode"),
    "legend.status": ("计划状态", "Status in the plan"),
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
    "card.source": ("数据", "Data"),
    "card.stops": ("经过", "Stops"),
    "card.length": ("图上长度", "Length on the map"),
    "card.official": ("公布长度", "Published length"),
    "card.regions": ("所在区域", "Regions"),
    "card.counties": ("经过区县", "Counties"),
    "card.mentions": ("各规划怎么说", "What the plans say"),
    "card.clause": ("条目 {c}", "Clause {c}"),
    "card.start": ("计划 {y} 年开工", "to start in {y}"),
    "card.complete": ("计划 {y} 年建成", "to be completed in {y}"),
    "card.findings": ("前后不一致", "Where the plans disagree"),
    "card.events": ("后来的进展", "What happened since"),
    "card.disputed": ("说法不一", "disputed"),
    "card.note": ("说明", "Note"),
    "card.nowhere": ("没有画在地图上", "Not drawn on the map"),
    "card.more": ("另有 {n} 个", "{n} more"),
    "finding.back": (
        "状态后退：{p} 写的是“{a}”，{q} 又写成“{b}”。",
        "Status stepped back: {p} says “{a}”, {q} says “{b}”.",
    ),
    "finding.start": (
        "开工推后：{p} 承诺 {a} 年，{q} 改为 {b} 年。",
        "Start put off: {p} promises {a}, {q} says {b}.",
    ),
    "finding.complete": (
        "建成推后：{p} 承诺 {a} 年，{q} 改为 {b} 年。",
        "Completion put off: {p} promises {a}, {q} says {b}.",
    ),
    "finding.late": (
        "晚于承诺：{p} 承诺 {a} 年建成，实际 {b} 年开通。",
        "Later than promised: {p} promises {a}, it opened in {b}.",
    ),
    # filters, in the page and in exported files
    "filter": ("筛选", "Filter"),
    "filter.search": ("搜索", "Search"),
    "filter.search.hint": ("名称、别名或编号", "name, alias or id"),
    "filter.plan": ("规划", "Plan"),
    "filter.status": ("状态", "Status"),
    "filter.region": ("区域", "Region"),
    "filter.mode": ("类别", "Mode"),
    "filter.any": ("不限", "Any"),
    "filter.clear": ("清除筛选", "Clear filters"),
    "empty": ("没有符合条件的项目", "Nothing matches"),
    "list": ("项目列表", "List"),
    # exported files
    "page.date": ("制图日期 {d}", "Made on {d}"),
    "page.sources": ("规划来源", "Plans"),
    "page.show_filter": ("筛选与列表", "Filter and list"),
    "page.filtered": ("筛选", "Filter"),
    "page.noscript": ("这张地图需要启用 JavaScript。", "This map needs JavaScript."),
    # the explorer
    "app.language": ("语言", "Language"),
    "app.intro": (
        "四川、重庆五部规划点名的铁路、公路、航道与管道，逐条对照。",
        "Railways, highways, waterways and pipelines that five Sichuan and Chongqing plans name.",
    ),
    "app.shown": ("**{n}** / {all} 个项目", "**{n}** of {all} projects"),
    "app.status.help": (
        "以所选规划中最新一部的说法为准",
        "As the newest of the selected plans has it",
    ),
    "app.empty.widen": ("放宽条件", "Widen"),
    "app.empty.text": (
        "换个条件，或放宽到全部项目。",
        "Change the filter, or widen it to every project.",
    ),
    "app.ignored": (
        "链接里有不认识的条件，已忽略：{what}",
        "The link has conditions that do not exist; ignored: {what}",
    ),
    "app.download": ("下载", "Download"),
    "app.download.map": ("地图 (HTML)", "Map (HTML)"),
    "app.download.map.help": (
        "一个文件，不联网也能打开、筛选",
        "One file that opens and filters without a network",
    ),
    "app.download.geojson": ("GeoJSON", "GeoJSON"),
    "app.download.csv": ("条文 (CSV)", "Mentions (CSV)"),
    "column.name": ("项目", "Project"),
    "column.mode": ("类别", "Mode"),
    "column.status": ("状态", "Status"),
    "column.plans": ("规划", "Plans"),
    "column.regions": ("区域", "Regions"),
    "column.km": ("长度 (公里)", "Length (km)"),
    "column.start": ("计划开工", "Start"),
    "column.complete": ("计划建成", "Completion"),
    "column.precision": ("位置", "Location"),
    "app.bad_data": ("数据有问题，先修好再看：", "The data need mending first:"),
}


def _vocab() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for mode, term in MODES.items():
        found[f"mode.{mode.value}"] = (term.zh, term.en)
        found[f"mode.{mode.value}.means"] = (term.zh_means, term.en_means)
    for status, term in STATUSES.items():
        found[f"status.{status.value}"] = (term.zh, term.en)
        found[f"status.{status.value}.means"] = (term.zh_means, term.en_means)
    for precision, term in PRECISIONS.items():
        found[f"precision.{precision.value}"] = (term.zh, term.en)
        found[f"precision.{precision.value}.means"] = (term.zh_means, term.en_means)
    for basis, term in BASES.items():
        found[f"basis.{basis.value}"] = (term.zh, term.en)
    for event, (zh, en) in EVENTS.items():
        found[f"event.{event.value}"] = (zh, en)
    return found


ALL: dict[str, tuple[str, str]] = {**_WORDS, **_vocab()}


def t(key: str, lang: str, **values: object) -> str:
    """The words for ``key`` in ``lang`` (``zh`` or, for any other value, English), filled in.

    Raises
    ------
    KeyError
        No such key.
    """
    text = ALL[key][0 if lang == "zh" else 1]
    return text.format(**values) if values else text


def view_words(lang: str) -> dict[str, str]:
    """What the view and exported files need; the explorer's own words stay out."""
    return {key: t(key, lang) for key in ALL if not key.startswith("app.")}
