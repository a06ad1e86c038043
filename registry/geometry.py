"""The vocabularies of where things are: routes, how their geometry was found, kinds of place."""

from __future__ import annotations

from enum import StrEnum

from registry.term import Term, complete


class Precision(StrEnum):
    """How a geometry was found, surest first."""

    TRACED = "traced"
    ROUTED = "routed"
    WAYPOINTS = "waypoints"
    ENDPOINTS = "endpoints"
    PLACE = "place"
    AREA = "area"
    NONE = "none"


PRECISIONS: dict[Precision, Term] = {
    Precision.TRACED: Term(
        "沿线描绘", "Traced", "沿已知的河道中心线", "Along a known line, such as a river"
    ),
    Precision.ROUTED: Term(
        "沿网寻径", "Routed", "沿既有路网连接已知站点", "Along a network between known stops"
    ),
    Precision.WAYPOINTS: Term(
        "过点连线", "Waypoints", "依次通过已知站点", "Through known stops in order"
    ),
    Precision.ENDPOINTS: Term(
        "端点直连", "Endpoints", "仅知两端，直线相连", "Straight between two known ends"
    ),
    Precision.PLACE: Term("点位", "Place", "一处或数处地点", "A point, or several"),
    Precision.AREA: Term("范围", "Area", "所在县区的范围", "The counties concerned"),
    Precision.NONE: Term("无法定位", "No geometry", "计划未给出位置", "The plan gives no location"),
}


class Method(StrEnum):
    """How a geometry was made."""

    RIVER = "river"
    LINE = "line"
    NETWORK = "network"
    TERRAIN = "terrain"
    STOPS = "stops"
    PARTS = "parts"
    SITES = "sites"
    COUNTIES = "counties"
    NONE = "none"


METHODS: dict[Method, Term] = {
    Method.RIVER: Term(
        "截取河道", "River", "在河道中心线上按起讫点截取", "Cut from the river's centre line"
    ),
    Method.LINE: Term(
        "取已有线位",
        "Line",
        "取自出处给出的线位（data/lines.geojson）",
        "Along a line that a source gives (data/lines.geojson)",
    ),
    Method.NETWORK: Term(
        "路网寻径", "Network", "在路网上逐站寻最短路", "Shortest way from stop to stop"
    ),
    Method.TERRAIN: Term(
        "依地形",
        "Terrain",
        "出处称沿某河，按河谷推出",
        "Along the valley of the river that a source says it follows",
    ),
    Method.STOPS: Term("依次连站", "Stops", "按顺序连接各站点", "Stops joined in order"),
    Method.PARTS: Term(
        "合并线路",
        "Parts",
        "合并组成它的各项目的线路",
        "Lines of the records it is made of, joined",
    ),
    Method.SITES: Term("取点", "Sites", "取地点坐标", "The sites' own coordinates"),
    Method.COUNTIES: Term(
        "合并县区", "Counties", "合并所涉县区的边界", "Counties concerned, merged"
    ),
    Method.NONE: Term("无", "None", "没有几何", "No geometry"),
}


class Basis(StrEnum):
    """Where the order of stops comes from."""

    STATIONS = "stations"
    PUBLIC = "public"
    PLAN = "plan"


BASES: dict[Basis, Term] = {
    Basis.STATIONS: Term(
        "公布站点",
        "Published stops",
        "公布的车站、互通、港口或坝址",
        "Its published stations, interchanges, ports or dam",
    ),
    Basis.PUBLIC: Term(
        "公开走向", "Public route", "公开资料所说的走向", "The route that public sources describe"
    ),
    Basis.PLAN: Term(
        "计划用词", "The plan's words", "只有计划点名的地方", "Only the places the plan names"
    ),
}


class Bank(StrEnum):
    """The side of a river, as one looks downstream."""

    LEFT = "left"
    RIGHT = "right"


class Pool(StrEnum):
    """Which stops that were left out say how wide the bands of a class of legs are."""

    CLASS = "class"
    BASIS = "basis"
    METHOD = "method"
    NONE = "none"


POOLS: dict[Pool, Term] = {
    Pool.CLASS: Term("本类", "Its own", "本类路段的站点", "Stops of its own class"),
    Pool.BASIS: Term(
        "各类别",
        "All modes",
        "本类不足，取各类别中依据与做法相同的",
        "Too few of its own: those of all modes with its basis and method",
    ),
    Pool.METHOD: Term(
        "同一做法",
        "Its method",
        "仍不足，取做法相同的",
        "Still too few: all those with its method",
    ),
    Pool.NONE: Term(
        "通用值", "Common", "没有可用的站点，取通用值", "No stops to go by: the common factor"
    ),
}


class PlaceKind(StrEnum):
    """What a gazetteer row stands for."""

    SEAT = "seat"
    TOWN = "town"
    STATION = "station"
    PORT = "port"
    DAM = "dam"
    LOCK = "lock"
    INTERCHANGE = "interchange"
    AIRPORT = "airport"
    SUBSTATION = "substation"
    GAS_FIELD = "gas_field"
    GAS_STORAGE = "gas_storage"
    GAS_STATION = "gas_station"
    RESERVOIR = "reservoir"
    CONFLUENCE = "confluence"
    BORDER = "border"
    SITE = "site"


class Measure(StrEnum):
    """How a fault of a line or a place is measured against a known position or length."""

    PASSES = "passes"
    ENDS = "ends"
    AT = "at"
    STOP = "stop"
    LENGTH = "length"


MEASURES: dict[Measure, Term] = {
    Measure.PASSES: Term("经过", "Passes", "线到该点的距离", "From the line to the point"),
    Measure.ENDS: Term(
        "端点", "Ends", "线的近端到该点的距离", "From the nearer end of the line to the point"
    ),
    Measure.AT: Term("位置", "At", "所画地点到该点的距离", "From the place drawn to the point"),
    Measure.STOP: Term(
        "站位", "Stop", "所用站位到该点的距离", "From the position used of the stop to the point"
    ),
    Measure.LENGTH: Term(
        "长度", "Length", "绘制长度与公布长度之差", "Drawn length against the published"
    ),
}


#: (Chinese, English) words of the kinds of place.
PLACE_KINDS: dict[PlaceKind, tuple[str, str]] = {
    PlaceKind.SEAT: ("政府驻地", "Seat of government"),
    PlaceKind.TOWN: ("乡镇", "Town"),
    PlaceKind.STATION: ("车站", "Railway station"),
    PlaceKind.PORT: ("港口", "Port"),
    PlaceKind.DAM: ("坝址", "Dam"),
    PlaceKind.LOCK: ("船闸", "Lock"),
    PlaceKind.INTERCHANGE: ("互通", "Interchange"),
    PlaceKind.AIRPORT: ("机场", "Airport"),
    PlaceKind.SUBSTATION: ("变电站", "Substation"),
    PlaceKind.GAS_FIELD: ("气田", "Gas field"),
    PlaceKind.GAS_STORAGE: ("储气库", "Gas storage"),
    PlaceKind.GAS_STATION: ("输气站", "Gas station"),
    PlaceKind.RESERVOIR: ("水库", "Reservoir"),
    PlaceKind.CONFLUENCE: ("河口", "Confluence"),
    PlaceKind.BORDER: ("省市界", "Border crossing"),
    PlaceKind.SITE: ("场址", "Site"),
}


for _codes, _table in (
    (Precision, PRECISIONS),
    (Method, METHODS),
    (Basis, BASES),
    (Measure, MEASURES),
    (Pool, POOLS),
    (PlaceKind, PLACE_KINDS),
):
    complete("registry/geometry.py", _codes, _table)
