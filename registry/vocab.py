"""The vocabularies: every code of the project with its words, defined here and nowhere else.

Plain enums and dataclasses, so that the map can import them without loading anything heavy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Term:
    """A code's words: ``zh`` and ``en`` labels and a definition in each language."""

    zh: str
    en: str
    zh_means: str
    en_means: str


class Mode(StrEnum):
    """What kind of infrastructure a project is."""

    RAIL = "rail"
    HIGHWAY = "highway"
    WATERWAY = "waterway"
    PIPELINE = "pipeline"
    PORT = "port"
    AIRPORT = "airport"
    POWER = "power"
    WATER = "water"
    LOGISTICS = "logistics"
    CORRIDOR = "corridor"


#: The four modes the map is about; the others are off until asked for.
CORE_MODES: tuple[Mode, ...] = (Mode.RAIL, Mode.HIGHWAY, Mode.WATERWAY, Mode.PIPELINE)

MODES: dict[Mode, Term] = {
    Mode.RAIL: Term("铁路", "Rail", "高速、城际与普速铁路", "High-speed, intercity and other rail"),
    Mode.HIGHWAY: Term(
        "公路", "Highway", "高速公路、国省干线与快速通道", "Expressways and trunk roads"
    ),
    Mode.WATERWAY: Term("航道", "Waterway", "航道整治、航电枢纽与船闸", "Channels, locks and hubs"),
    Mode.PIPELINE: Term(
        "管道", "Pipeline", "油气管道、储气库与气田集输", "Oil and gas lines and storage"
    ),
    Mode.PORT: Term("港口", "Port", "港口与港区", "Ports and harbour areas"),
    Mode.AIRPORT: Term("机场", "Airport", "机场新建与迁建", "Airports"),
    Mode.POWER: Term("电力", "Power", "输变电工程与电网", "Transmission and substations"),
    Mode.WATER: Term(
        "水利", "Water", "引水、灌区、水库与防洪", "Diversion, irrigation, reservoirs"
    ),
    Mode.LOGISTICS: Term(
        "物流", "Logistics", "无水港、班列基地与物流枢纽", "Dry ports and freight hubs"
    ),
    Mode.CORRIDOR: Term(
        "通道", "Corridor", "没有自身工程的战略通道", "A strategic name without works of its own"
    ),
}


class Status(StrEnum):
    """What a plan says is to be done, by its own verbs, on its own date."""

    RESEARCH = "research"
    PREPARATION = "preparation"
    START = "start"
    CONSTRUCTION = "construction"
    UPGRADE = "upgrade"
    OPERATION = "operation"
    UNSPECIFIED = "unspecified"


STATUSES: dict[Status, Term] = {
    Status.RESEARCH: Term(
        "规划研究",
        "Research",
        "论证、争取纳入规划、规划建设",
        "Studied, or sought to be put into a plan",
    ),
    Status.PREPARATION: Term("前期工作", "Preparation", "推进前期工作", "Preparatory work"),
    Status.START: Term("开工", "Start", "开工建设", "Construction to start"),
    Status.CONSTRUCTION: Term("在建", "Construction", "加快、推进建设或实施", "Being built"),
    Status.UPGRADE: Term("改扩建", "Upgrade", "扩能、扩容、整治、提升", "Enlarged or improved"),
    Status.OPERATION: Term("运营", "Operation", "投运或公交化运行", "In service"),
    Status.UNSPECIFIED: Term(
        "仅提及", "Named only", "仅提及，未说做什么", "Named, nothing said to be done"
    ),
}

#: How far along a status is. An upgrade that is being made stands beside construction; a bare name
#: says nothing and has no rank. What a step between two is, facts/steps.py says.
STATUS_RANK: dict[Status, int] = {
    Status.RESEARCH: 1,
    Status.PREPARATION: 2,
    Status.START: 3,
    Status.CONSTRUCTION: 4,
    Status.UPGRADE: 4,
    Status.OPERATION: 5,
}


class ChangeClass(StrEnum):
    """What became of a project from one plan, or several, to another."""

    NEW = "new"
    ADDED = "added"
    FORWARD = "forward"
    BACK = "back"
    CHANGED = "changed"
    SAME = "same"
    ONLY_NAMED = "only_named"
    DROPPED = "dropped"


CHANGES: dict[ChangeClass, Term] = {
    ChangeClass.NEW: Term("新提出", "New", "此前没有计划提到", "No earlier plan names it"),
    ChangeClass.ADDED: Term(
        "再提出",
        "Named again",
        "更早的计划提到过，但所比的那部没有",
        "An earlier plan names it, but not the one compared with",
    ),
    ChangeClass.FORWARD: Term(
        "前进", "Forward", "状态比前一部更进一步", "The status is further along than before"
    ),
    ChangeClass.BACK: Term(
        "后退", "Back", "状态退回更早的阶段", "The status is less far than before"
    ),
    ChangeClass.CHANGED: Term(
        "说法改变",
        "Reworded",
        "说法不同，但谈不上进退",
        "Another word, neither further nor less far",
    ),
    ChangeClass.SAME: Term("状态未变", "Unchanged", "两部说法相同", "Both say the same"),
    ChangeClass.ONLY_NAMED: Term(
        "作为依托提到",
        "Named as a basis",
        "两部都提到，至少一部只作为别的事的依托，没说做什么；不算变化",
        "Both name it, at least one only as what other works lean on; that is no change",
    ),
    ChangeClass.DROPPED: Term(
        "不再提及",
        "No longer named",
        "之前提到，后一部没有；各计划范围不同，不等于取消",
        "Named before, not by the later plan; plans differ in area, so it need not be given up",
    ),
}


class FindingKind(StrEnum):
    """What stands out in a project's history across plans."""

    FORWARD = "forward"
    BACK = "back"
    CHANGED = "changed"
    START_SLIP = "start_slip"
    COMPLETE_SLIP = "complete_slip"


FINDINGS: dict[FindingKind, Term] = {
    FindingKind.FORWARD: Term(
        "状态前进", "Moved forward", "后一部计划的状态更进一步", "A later plan has it further along"
    ),
    FindingKind.BACK: Term(
        "状态后退", "Stepped back", "后一部计划退回更早的阶段", "A later plan has it less far along"
    ),
    FindingKind.CHANGED: Term(
        "说法改变",
        "Reworded",
        "后一部计划说法不同，但谈不上进退",
        "A later plan uses another word, neither further nor less far",
    ),
    FindingKind.START_SLIP: Term(
        "开工推后",
        "Start put off",
        "后一部计划承诺的开工年更晚",
        "A later plan promises a later start",
    ),
    FindingKind.COMPLETE_SLIP: Term(
        "建成推后",
        "Completion put off",
        "后一部计划承诺的建成年更晚",
        "A later plan promises a later completion",
    ),
}

#: The findings in which plans contradict each other.
CONTRADICTIONS: tuple[FindingKind, ...] = (
    FindingKind.BACK,
    FindingKind.START_SLIP,
    FindingKind.COMPLETE_SLIP,
)


@dataclass(frozen=True)
class Crosswalk:
    """The same idea in three outside vocabularies; None where they have no word for it."""

    oc4ids: str | None
    gem: str | None
    osm: str | None


#: OC4IDS 0.9.5 projectStatus (where operation is part of maintenance), Global Energy Monitor
#: status, OpenStreetMap lifecycle prefix.
STATUS_CROSSWALK: dict[Status, Crosswalk] = {
    Status.RESEARCH: Crosswalk("identification", "proposed", "proposed"),
    Status.PREPARATION: Crosswalk("preparation", "proposed", "planned"),
    Status.START: Crosswalk("implementation", "construction", "construction"),
    Status.CONSTRUCTION: Crosswalk("implementation", "construction", "construction"),
    Status.UPGRADE: Crosswalk("implementation", "operating", None),
    Status.OPERATION: Crosswalk("maintenance", "operating", None),
    Status.UNSPECIFIED: Crosswalk(None, None, None),
}


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
    NETWORK = "network"
    STOPS = "stops"
    SITES = "sites"
    COUNTIES = "counties"
    NONE = "none"


METHODS: dict[Method, Term] = {
    Method.RIVER: Term(
        "截取河道", "River", "在河道中心线上按起讫点截取", "Cut from the river's centre line"
    ),
    Method.NETWORK: Term(
        "路网寻径", "Network", "在路网上逐站寻最短路", "Shortest way from stop to stop"
    ),
    Method.STOPS: Term("依次连站", "Stops", "按顺序连接各站点", "Stops joined in order"),
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
        "公开走向", "Public route", "公开资料所说的走向", "The course that public sources describe"
    ),
    Basis.PLAN: Term(
        "计划用词", "The plan's words", "只有计划点名的地方", "Only the places the plan names"
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


class EventKind(StrEnum):
    """What is known to have happened after, or to be expected by, a plan."""

    APPROVAL = "approval"
    LAUNCH = "launch"
    START = "start"
    START_SECTION = "start_section"
    STATUS = "status"
    SUSPEND = "suspend"
    OPEN_SECTION = "open_section"
    COMPLETE = "complete"
    OPEN = "open"
    EXPECTED_OPEN = "expected_open"
    LENGTH = "length"
    RENAMED = "renamed"
    NONE_FOUND = "none_found"


EVENTS: dict[EventKind, tuple[str, str]] = {
    EventKind.APPROVAL: ("批复", "Approved"),
    EventKind.LAUNCH: ("仪式", "Ceremony"),
    EventKind.START: ("开工", "Started"),
    EventKind.START_SECTION: ("部分开工", "Part started"),
    EventKind.STATUS: ("进展", "Progress"),
    EventKind.SUSPEND: ("停工", "Suspended"),
    EventKind.OPEN_SECTION: ("部分开通", "Part opened"),
    EventKind.COMPLETE: ("建成", "Completed"),
    EventKind.OPEN: ("开通", "Opened"),
    EventKind.EXPECTED_OPEN: ("预计开通", "Expected to open"),
    EventKind.LENGTH: ("长度", "Length"),
    EventKind.RENAMED: ("更名", "Renamed"),
    EventKind.NONE_FOUND: ("未检索到", "None found"),
}
