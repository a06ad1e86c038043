"""The codes of facts and of what is computed from them, with their words."""

from __future__ import annotations

from enum import StrEnum

from registry.vocab import Term


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


CURRENT_STATUSES: dict[CurrentStatus, Term] = {
    CurrentStatus.PLANNED: Term(
        "计划",
        "Planned",
        "仍在计划或争取纳入规划",
        "Still planned, or sought to be put into a plan",
    ),
    CurrentStatus.PREPARATION: Term(
        "前期", "Preparation", "前期工作，尚无实体工程", "Preparatory work, no physical works yet"
    ),
    CurrentStatus.CONSTRUCTION: Term(
        "在建",
        "Under construction",
        "实体工程已开工，尚未开通",
        "Works have begun, nothing is open",
    ),
    CurrentStatus.PARTLY_OPEN: Term(
        "部分开通", "Partly open", "有区段已开通", "A section is open, the whole is not"
    ),
    CurrentStatus.OPEN: Term("已开通", "Open", "全部建成或开通", "The whole is built or open"),
    CurrentStatus.SUSPENDED: Term(
        "停工", "Suspended", "有来源说已停工", "A source says that work has stopped"
    ),
    CurrentStatus.UNKNOWN: Term(
        "不明", "Unknown", "没有可作数的事实", "No fact that decides it is known"
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


VERDICTS: dict[Verdict, Term] = {
    Verdict.KEPT: Term("兑现", "Kept", "在承诺的年份或更早实现", "In the promised year or before"),
    Verdict.LATE: Term("晚于承诺", "Late", "在承诺的年份之后实现", "After the promised year"),
    Verdict.MISSED: Term(
        "未兑现",
        "Missed",
        "年份已过，之后的来源说尚未实现",
        "The year is over and a later source says it has not happened",
    ),
    Verdict.DUE: Term("未到期", "Due", "承诺的年份未过", "The promised year is not over"),
    Verdict.UNKNOWN: Term(
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


TIMELINE_STATES: dict[TimelineState, Term] = {
    TimelineState.CONSTRUCTION: CURRENT_STATUSES[CurrentStatus.CONSTRUCTION],
    TimelineState.PARTLY_OPEN: CURRENT_STATUSES[CurrentStatus.PARTLY_OPEN],
    TimelineState.OPEN: CURRENT_STATUSES[CurrentStatus.OPEN],
    TimelineState.PROMISED: Term(
        "已承诺，未实现",
        "Promised",
        "已有计划承诺这一年或更早，尚未实现",
        "A plan names that year or an earlier one, and it has not happened",
    ),
}
