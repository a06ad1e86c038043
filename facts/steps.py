"""What became of a project from one plan to another: the one rule, and what it finds.

Every table, picture and filter that speaks of a step between plans is given its answer by this
module. Plans state intent on their date, so a finding is what the plans say, not a verdict.

The statuses of a project are a sequence with one entry a plan, in the plans' date order: the
status there, or None where the plan does not name it. Plans are told by their place in it. A bare
mention (``unspecified``) names a project and says nothing of what is to be done, so it is never a
step; where plans follow one another it is passed over.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from registry.vocab import STATUSES, ChangeClass, FindingKind, Status

Statuses = Sequence[Status | None]

#: Of the steps through all plans in turn, the first of these that occurs names the whole.
OUTWEIGHS = (ChangeClass.BACK, ChangeClass.FORWARD, ChangeClass.CHANGED)

#: The steps that are findings; a status that stays the same is none.
_FINDINGS = {
    ChangeClass.FORWARD: FindingKind.FORWARD,
    ChangeClass.BACK: FindingKind.BACK,
    ChangeClass.CHANGED: FindingKind.CHANGED,
}


class Mention(Protocol):
    """One naming of a project, as the registry's records and the map's have it."""

    @property
    def plan(self) -> str:
        """Id of the plan."""

    @property
    def status(self) -> Status:
        """What that plan says is to be done."""

    @property
    def start_year(self) -> int | None:
        """Year promised for the start."""

    @property
    def complete_year(self) -> int | None:
        """Year promised for completion."""


@dataclass(frozen=True)
class Step:
    """From the plan at place ``before`` to the plan at place ``after``; both say what to do."""

    before: int
    after: int
    change: ChangeClass


@dataclass(frozen=True)
class Finding:
    """What stands out across plans.

    ``plan_from`` and ``plan_to`` are plan ids, ``was`` and ``now`` codes of status for a step and
    years for a slip.
    """

    kind: FindingKind
    plan_from: str
    plan_to: str
    was: str
    now: str


def tells(status: Status | None) -> bool:
    """Whether a plan that gives ``status`` says what is to be done."""
    return status is not None and status is not Status.UNSPECIFIED


def status_in(mentions: Iterable[Mention], plan: str) -> Status | None:
    """The status in ``plan``, None when it does not name the project.

    A plan may name a project more than once: the status that is furthest along counts, the first
    of several equally far, and a bare name only when there is nothing else. All of them are of the
    whole, for a section that a plan treats on its own is a project of its own.
    """
    said = [mention.status for mention in mentions if mention.plan == plan]
    return max(said, key=lambda status: STATUSES[status].rank or 0, default=None)


def newest(statuses: Statuses) -> Status | None:
    """The status in the newest plan that says what is to be done.

    A bare mention only where no plan says more, None where no plan names the project.
    """
    place = newest_place(statuses)
    return None if place is None else statuses[place]


def newest_place(statuses: Statuses) -> int | None:
    """The place of the plan whose status :func:`newest` gives."""
    named = [place for place, status in enumerate(statuses) if status is not None]
    telling = [place for place in named if tells(statuses[place])]
    return next(reversed(telling or named), None)


def step(before: Status, after: Status) -> ChangeClass:
    """The class of going from one status to another, both from plans that name the project.

    An upgrade that is being made stands beside construction. What is in service and then
    upgraded, or the other way round, has not moved: another word, no step.
    """
    if not (tells(before) and tells(after)):
        return ChangeClass.ONLY_NAMED
    if before is after:
        return ChangeClass.SAME
    gained = (STATUSES[after].rank or 0) - (STATUSES[before].rank or 0)
    if gained == 0 or {before, after} == {Status.OPERATION, Status.UPGRADE}:
        return ChangeClass.CHANGED
    return ChangeClass.FORWARD if gained > 0 else ChangeClass.BACK


def between(statuses: Statuses, one: int, other: int) -> ChangeClass | None:
    """The class from one plan to another; None when neither names the project.

    Time runs one way: whichever of the two is given first, the step is from the earlier plan to
    the later. A project that the later one names and the earlier does not is ``added`` when any
    plan before the later one names it, else ``new``.
    """
    first, last = sorted((one, other))
    before, after = statuses[first], statuses[last]
    if after is None:
        return None if before is None else ChangeClass.DROPPED
    if before is not None:
        return step(before, after)
    return ChangeClass.NEW if newest(statuses[:last]) is None else ChangeClass.ADDED


def since_earlier(statuses: Statuses, plan: int) -> ChangeClass | None:
    """The class from all plans before ``plan``, taken together, to it.

    Together they say what the newest of them that says what is to be done says. None when
    neither they nor the plan name the project.
    """
    before, after = newest(statuses[:plan]), statuses[plan]
    return between([before, after], 0, 1)


def steps(statuses: Statuses) -> list[Step]:
    """The steps between neighbours among the plans that say what is to be done."""
    telling = [(place, status) for place, status in enumerate(statuses) if status and tells(status)]
    return [
        Step(a, b, step(before, after)) for (a, before), (b, after) in itertools.pairwise(telling)
    ]


def in_turn(statuses: Statuses) -> ChangeClass | None:
    """The class through all plans in turn; None when no plan names the project.

    A step back outweighs a step forward, that outweighs another word. Without any of them the
    project is ``dropped`` when the last plan does not name it, ``new`` when only the last does,
    ``same`` when two plans or more say the same, else ``only_named``.
    """
    taken = [one.change for one in steps(statuses)]
    named = [status for status in statuses if status is not None]
    if not named:
        return None
    for change in OUTWEIGHS:
        if change in taken:
            return change
    if statuses[-1] is None:
        return ChangeClass.DROPPED
    if len(named) == 1:
        return ChangeClass.NEW
    return ChangeClass.SAME if taken else ChangeClass.ONLY_NAMED


def deciding(statuses: Statuses) -> Step | None:
    """The first step that names the whole of :func:`in_turn`; None where no step does."""
    change = in_turn(statuses)
    return next((one for one in steps(statuses) if one.change is change), None)


def findings(plans: Sequence[str], mentions: Sequence[Mention]) -> list[Finding]:
    """What stands out in one project's history.

    Parameters
    ----------
    plans : sequence of str
        Ids of all plans, in date order.
    mentions : sequence of Mention
        Those of the project, in any order; those of one plan as it has them.

    Returns
    -------
    list of Finding
        Steps, then slips of the start, then slips of completion, each in the plans' order.
    """
    statuses = [status_in(mentions, plan) for plan in plans]
    moved = [
        Finding(
            kind, plans[s.before], plans[s.after], str(statuses[s.before]), str(statuses[s.after])
        )
        for s in steps(statuses)
        if (kind := _FINDINGS.get(s.change))
    ]
    starts = promised(plans, [(m.plan, m.start_year) for m in mentions])
    completes = promised(plans, [(m.plan, m.complete_year) for m in mentions])
    return [
        *moved,
        *_slips(FindingKind.START_SLIP, starts),
        *_slips(FindingKind.COMPLETE_SLIP, completes),
    ]


def promised(
    plans: Sequence[str], years: Sequence[tuple[str, int | None]]
) -> list[tuple[str, int]]:
    """The latest year each plan promises, in date order, without plans that promise none."""
    latest = []
    for plan in plans:
        if said := [year for named, year in years if named == plan and year]:
            latest.append((plan, max(said)))
    return latest


def _slips(kind: FindingKind, years: Sequence[tuple[str, int]]) -> list[Finding]:
    """Where a plan promises a later year than the plan before it that promises one."""
    return [
        Finding(kind, plan, later_plan, str(year), str(later))
        for (plan, year), (later_plan, later) in itertools.pairwise(years)
        if later > year
    ]
