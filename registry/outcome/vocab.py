"""The codes of what facts say and of what is computed from them, with all that each needs.

The kinds of fact themselves are in :mod:`registry.outcome.events`. Colours alone stand in
``layers/style.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from registry.term import CurrentStyle, Pair, Term, complete


class Confidence(StrEnum):
    """How far a fact's source carries."""

    OFFICIAL = "official"
    PRESS = "press"
    WEAK = "weak"


CONFIDENCES: dict[Confidence, Term] = {
    Confidence.OFFICIAL: Term(
        "官方",
        "Official",
        "政府部门或建设单位自己发布",
        "Published by an authority or the builder itself",
    ),
    Confidence.PRESS: Term(
        "媒体",
        "Press",
        "署名报社或电视台的报道",
        "Reported by a newspaper or station that is named",
    ),
    Confidence.WEAK: Term(
        "弱",
        "Weak",
        "百科、论坛、未写明来源的网页；不单独作数",
        "An encyclopaedia, a forum, a page that names no publisher; decides nothing",
    ),
}


class Scope(StrEnum):
    """What a fact is about, where it is not the project's own works."""

    BEFORE = "before"
    OUTSIDE = "outside"


SCOPES: dict[Scope, Term] = {
    Scope.BEFORE: Term(
        "既有线",
        "Before",
        "更早的旧线或旧工程；不作数",
        "An older line or earlier works; decides nothing",
    ),
    Scope.OUTSIDE: Term(
        "图外",
        "Outside",
        "本图不画的路段，在所及地域之外；不作数",
        "A section outside the land of this atlas, which it does not draw; decides nothing",
    ),
}


class CurrentStatus(StrEnum):
    """How far a project is, by facts alone."""

    PLANNED = "planned"
    PREPARATION = "preparation"
    CONSTRUCTION = "construction"
    PARTLY_OPEN = "partly_open"
    OPEN = "open"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class CurrentTerm(Term):
    """A current status's record.

    ``look`` is how it is drawn: what is open recedes, what is being built stands out, what is only
    planned is dotted. ``told`` is what a report of it says in a sentence (Chinese, English), None
    where none can. ``rank`` is how far along it is, where facts add up: what is built stays built;
    None where it adds nothing. ``oc4ids`` is projectStatus in OC4IDS, which has none for works that
    stopped: they are still that phase. ``wanted`` is how much a project in this state is wanted
    when facts are looked through again; what is open needs no second look.
    """

    look: CurrentStyle
    told: Pair | None = None
    rank: int | None = None
    oc4ids: str | None = None
    wanted: int = 0


CURRENT_STATUSES: dict[CurrentStatus, CurrentTerm] = {
    CurrentStatus.PLANNED: CurrentTerm(
        "计划",
        "Planned",
        "仍在计划或争取纳入规划",
        "Still planned, or sought to be put into a plan",
        look=CurrentStyle((0.05, 2.2), "round", 0.9, False, 0.0, "○"),
        told=("仍在计划", "still planned"),
        rank=1,
        oc4ids="identification",
        wanted=1,
    ),
    CurrentStatus.PREPARATION: CurrentTerm(
        "前期",
        "Preparation",
        "前期工作，尚无实体工程",
        "Preparatory work, no physical works yet",
        look=CurrentStyle((1.7, 1.7), "butt", 0.9, False, 0.2, "◔"),
        told=("在做前期", "in preparation"),
        rank=1,
        oc4ids="preparation",
        wanted=1,
    ),
    CurrentStatus.CONSTRUCTION: CurrentTerm(
        "在建",
        "Under construction",
        "实体工程已开工，尚未开通",
        "Works have begun, nothing is open",
        look=CurrentStyle((4.2, 0.8), "butt", 1.55, False, 0.7, "◑"),
        told=("在建", "being built"),
        rank=2,
        oc4ids="implementation",
        wanted=3,
    ),
    CurrentStatus.PARTLY_OPEN: CurrentTerm(
        "部分开通",
        "Partly open",
        "有区段已开通",
        "A section is open, the whole is not",
        look=CurrentStyle((), "round", 1.5, True, 0.85, "◕"),
        told=("已部分开通", "partly open"),
        rank=3,
        oc4ids="implementation",
        wanted=3,
    ),
    CurrentStatus.OPEN: CurrentTerm(
        "已开通",
        "Open",
        "全部建成或开通",
        "The whole is built or open",
        look=CurrentStyle((), "round", 0.55, False, 1.0, "●", faint=True),
        told=("已开通", "open"),
        rank=4,
        oc4ids="maintenance",
    ),
    CurrentStatus.SUSPENDED: CurrentTerm(
        "停工",
        "Suspended",
        "有来源说已停工",
        "A source says that work has stopped",
        look=CurrentStyle((3.4, 1.3, 0.5, 1.3), "butt", 1.0, False, 0.35, "✕", marked=True),
        told=("已停工", "stopped"),
        oc4ids="implementation",
        wanted=3,
    ),
    CurrentStatus.UNKNOWN: CurrentTerm(
        "不明",
        "Unknown",
        "没有可作数的事实",
        "No fact that decides it is known",
        look=CurrentStyle((0.8, 3.6), "butt", 0.7, False, 0.0, "?", faint=True, marked=True),
        wanted=2,
    ),
}


class ShareBasis(StrEnum):
    """How the open share of a project was found, or why it was not."""

    WHOLE = "whole"
    NOTHING_OPEN = "nothing_open"
    SECTIONS = "sections"
    NO_TOTAL = "no_total"
    NO_SECTION_KM = "no_section_km"
    OVERLAP = "overlap"
    UNKNOWN = "unknown"


SHARE_BASES: dict[ShareBasis, Term] = {
    ShareBasis.WHOLE: Term("全部", "Whole", "全部开通", "The whole is open"),
    ShareBasis.NOTHING_OPEN: Term("尚无", "None", "没有区段开通", "No section is open"),
    ShareBasis.SECTIONS: Term(
        "按区段", "By section", "已开通区段公里数之和除以全长", "Kilometres open over the length"
    ),
    ShareBasis.NO_TOTAL: Term(
        "全长不详", "No length", "不知全长，比例留空", "The whole length is not known"
    ),
    ShareBasis.NO_SECTION_KM: Term(
        "区段长不详",
        "No kilometres",
        "有开通区段的公里数不详，比例留空",
        "Kilometres of an open section are not known",
    ),
    ShareBasis.OVERLAP: Term(
        "区段重叠",
        "Sections overlap",
        "开通区段互相重叠或超出全长，比例留空",
        "Open sections overlap, or are longer than the whole",
    ),
    ShareBasis.UNKNOWN: Term("不明", "Unknown", "现状不明", "The current status is unknown"),
}


class PromiseKind(StrEnum):
    """What a plan promises for a year."""

    START = "start"
    COMPLETE = "complete"


PROMISES: dict[PromiseKind, Term] = {
    PromiseKind.START: Term("开工", "Start", "承诺这一年开工", "Works to begin in that year"),
    PromiseKind.COMPLETE: Term(
        "建成", "Completion", "承诺这一年建成", "To be complete in that year"
    ),
}


class Strength(StrEnum):
    """How firmly a plan promises, by its own words."""

    ENSURE = "ensure"
    STRIVE = "strive"
    PLAN = "plan"


STRENGTHS: dict[Strength, Term] = {
    Strength.ENSURE: Term("确保", "Ensure", "原文用“确保”", "The plan says it will make sure"),
    Strength.STRIVE: Term(
        "力争", "Strive", "原文用“力争”或“争取”", "The plan says it will strive for it"
    ),
    Strength.PLAN: Term("计划", "Plan", "原文只写年份", "The plan gives the year and no more"),
}


class Verdict(StrEnum):
    """How a promise stands on the day of the facts."""

    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"
    DUE = "due"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class VerdictTerm(Term):
    """A verdict's record.

    ``oc4ids`` is milestoneStatus in OC4IDS, None where no source says either. A late promise is
    met, and its two dates say how late.
    """

    oc4ids: str | None = None


VERDICTS: dict[Verdict, VerdictTerm] = {
    Verdict.KEPT: VerdictTerm(
        "兑现", "Kept", "在承诺的年份或更早实现", "In the promised year or before", oc4ids="met"
    ),
    Verdict.LATE: VerdictTerm(
        "晚于承诺", "Late", "在承诺的年份之后实现", "After the promised year", oc4ids="met"
    ),
    Verdict.MISSED: VerdictTerm(
        "未兑现",
        "Missed",
        "年份已过，之后的来源说尚未实现",
        "The year is over and a later source says it has not happened",
        oc4ids="notMet",
    ),
    Verdict.DUE: VerdictTerm(
        "未到期", "Due", "承诺的年份未过", "The promised year is not over", oc4ids="scheduled"
    ),
    Verdict.UNKNOWN: VerdictTerm(
        "不明",
        "Unknown",
        "年份已过，没有来源说实现与否",
        "The year is over and no source says either",
    ),
}


class TimelineState(StrEnum):
    """The state of a project on the last day of a year, or a promise that is open then."""

    CONSTRUCTION = "construction"
    PARTLY_OPEN = "partly_open"
    OPEN = "open"
    PROMISED = "promised"


#: A state in a year is told and drawn as the current status is; what is promised like a plan.
TIMELINE_STATES: dict[TimelineState, CurrentTerm] = {
    TimelineState.CONSTRUCTION: CURRENT_STATUSES[CurrentStatus.CONSTRUCTION],
    TimelineState.PARTLY_OPEN: CURRENT_STATUSES[CurrentStatus.PARTLY_OPEN],
    TimelineState.OPEN: CURRENT_STATUSES[CurrentStatus.OPEN],
    TimelineState.PROMISED: CurrentTerm(
        "已承诺，未实现",
        "Promised",
        "已有计划承诺这一年或更早，尚未实现",
        "A plan names that year or an earlier one, and it has not happened",
        look=CURRENT_STATUSES[CurrentStatus.PLANNED].look,
    ),
}


for _codes, _table in (
    (Confidence, CONFIDENCES),
    (Scope, SCOPES),
    (CurrentStatus, CURRENT_STATUSES),
    (ShareBasis, SHARE_BASES),
    (PromiseKind, PROMISES),
    (Strength, STRENGTHS),
    (Verdict, VERDICTS),
    (TimelineState, TIMELINE_STATES),
):
    complete("registry/outcome/vocab.py", _codes, _table)
