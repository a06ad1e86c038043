"""The vocabularies of plans: every code, and in its record all that it needs.

A record holds the words, the rank, the codes of outside vocabularies and how it is drawn; colours
alone stand in ``layers/style.py``. Plain enums and dataclasses, so that the map can import them
without loading anything heavy. The codes of facts are in :mod:`registry.outcome.vocab`, those of
routes and places in :mod:`registry.geometry`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from registry.term import Pair, StatusStyle, Term, complete


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


@dataclass(frozen=True)
class ModeTerm(Term):
    """A mode's record.

    ``sectors`` are its projectSector codes in OC4IDS, a sector before its sub-sector.
    """

    sectors: tuple[str, ...]


MODES: dict[Mode, ModeTerm] = {
    Mode.RAIL: ModeTerm(
        "铁路",
        "Rail",
        "高速、城际与普速铁路",
        "High-speed, intercity and other rail",
        ("transport", "transport.rail"),
    ),
    Mode.HIGHWAY: ModeTerm(
        "公路",
        "Highway",
        "高速公路、国省干线与快速通道",
        "Expressways and trunk roads",
        ("transport", "transport.road"),
    ),
    Mode.WATERWAY: ModeTerm(
        "航道",
        "Waterway",
        "航道整治、航电枢纽与船闸",
        "Channels, locks and hubs",
        ("transport", "transport.water"),
    ),
    Mode.PIPELINE: ModeTerm(
        "管道",
        "Pipeline",
        "油气管道、储气库与气田集输",
        "Oil and gas lines and storage",
        ("energy",),
    ),
    Mode.PORT: ModeTerm(
        "港口", "Port", "港口与港区", "Ports and harbour areas", ("transport", "transport.water")
    ),
    Mode.AIRPORT: ModeTerm(
        "机场", "Airport", "机场新建与迁建", "Airports", ("transport", "transport.air")
    ),
    Mode.POWER: ModeTerm(
        "电力", "Power", "输变电工程与电网", "Transmission and substations", ("energy",)
    ),
    Mode.WATER: ModeTerm(
        "水利",
        "Water",
        "引水、灌区、水库与防洪",
        "Diversion, irrigation, reservoirs",
        ("waterAndWaste",),
    ),
    Mode.LOGISTICS: ModeTerm(
        "物流",
        "Logistics",
        "无水港、班列基地与物流枢纽",
        "Dry ports and freight hubs",
        ("transport",),
    ),
    Mode.CORRIDOR: ModeTerm(
        "通道",
        "Corridor",
        "没有自身工程的战略通道",
        "A strategic name without works of its own",
        ("transport",),
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


@dataclass(frozen=True)
class StatusTerm(Term):
    """A status's record; an outside vocabulary that has no word for it has None.

    ``short`` heads its column in the picture of a card (Chinese, English). ``rank`` is how far
    along it is: an upgrade that is being made stands beside construction; a bare name says nothing
    and has None. ``look`` is how it is drawn: dots for an idea, solid for a line in service.
    ``oc4ids`` and ``oc4ids_type`` are projectStatus and projectType of OC4IDS 0.9.5 (operation is
    part of maintenance there), ``gem`` the status of Global Energy Monitor, ``osm`` the lifecycle
    prefix of OpenStreetMap.
    """

    short: Pair
    rank: int | None
    look: StatusStyle
    oc4ids: str | None = None
    oc4ids_type: str | None = None
    gem: str | None = None
    osm: str | None = None


STATUSES: dict[Status, StatusTerm] = {
    Status.RESEARCH: StatusTerm(
        "规划研究",
        "Research",
        "论证、争取纳入规划、规划建设",
        "Studied, or sought to be put into a plan",
        short=("研究", "Study"),
        rank=1,
        look=StatusStyle((0.05, 2.0), "round", 1.0, False, 0.0),
        oc4ids="identification",
        oc4ids_type="construction",
        gem="proposed",
        osm="proposed",
    ),
    Status.PREPARATION: StatusTerm(
        "前期工作",
        "Preparation",
        "推进前期工作",
        "Preparatory work",
        short=("前期", "Prep."),
        rank=2,
        look=StatusStyle((1.9, 1.6), "butt", 1.0, False, 0.0),
        oc4ids="preparation",
        oc4ids_type="construction",
        gem="proposed",
        osm="planned",
    ),
    Status.START: StatusTerm(
        "开工",
        "Start",
        "开工建设",
        "Construction to start",
        short=("开工", "Start"),
        rank=3,
        look=StatusStyle((3.8, 1.6), "butt", 1.0, False, 0.35),
        oc4ids="implementation",
        oc4ids_type="construction",
        gem="construction",
        osm="construction",
    ),
    Status.CONSTRUCTION: StatusTerm(
        "在建",
        "Construction",
        "加快、推进建设或实施",
        "Being built",
        short=("在建", "Build"),
        rank=4,
        look=StatusStyle((6.5, 1.0), "butt", 1.1, False, 0.7),
        oc4ids="implementation",
        oc4ids_type="construction",
        gem="construction",
        osm="construction",
    ),
    Status.UPGRADE: StatusTerm(
        "改扩建",
        "Upgrade",
        "扩能、扩容、整治、提升",
        "Enlarged or improved",
        short=("改扩", "Upgr."),
        rank=4,
        look=StatusStyle((), "round", 1.35, True, 1.0),
        oc4ids="implementation",
        oc4ids_type="expansion",
        gem="operating",
    ),
    Status.OPERATION: StatusTerm(
        "运营",
        "Operation",
        "投运或公交化运行",
        "In service",
        short=("运营", "Run"),
        rank=5,
        look=StatusStyle((), "round", 1.1, False, 1.0),
        oc4ids="maintenance",
        gem="operating",
    ),
    Status.UNSPECIFIED: StatusTerm(
        "仅提及",
        "Named only",
        "仅提及，未说做什么",
        "Named, nothing said to be done",
        short=("提及", "Named"),
        rank=None,
        look=StatusStyle((), "round", 0.6, False, 0.35),
    ),
}

#: The statuses in the order of a card's picture: a bare name, then by how far along they are.
STAGES: tuple[Status, ...] = tuple(sorted(STATUSES, key=lambda code: STATUSES[code].rank or 0))


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
        "前一部未提",
        "Not in the plan before",
        "更早的计划提到过，但所比的前一部没有",
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


for _codes, _table in (
    (Mode, MODES),
    (Status, STATUSES),
    (ChangeClass, CHANGES),
    (FindingKind, FINDINGS),
):
    complete("registry/vocab.py", _codes, _table)
