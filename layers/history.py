"""A project across plans: where a status stepped back and where a promised year slipped.

Plans state intent on their date, so these are the plans' own contradictions, not verdicts.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from layers.records import Atlas, Project
from registry.vocab import STATUS_RANK, EventKind, Status


@dataclass(frozen=True)
class Finding:
    """A contradiction: ``kind`` is ``back`` (status stepped back from ``was`` to ``now``),
    ``start`` or ``complete`` (a later plan promises a later year) or ``late`` (opened after the
    year promised). ``earlier`` and ``later`` are plan ids; ``later`` is empty for ``late``."""

    kind: str
    earlier: str
    later: str
    was: str
    now: str


def findings(atlas: Atlas, project: Project) -> list[Finding]:
    """The contradictions of ``project``, in plan date order."""
    return [
        *_steps_back(atlas, project),
        *_slipped(atlas, project, "start"),
        *_slipped(atlas, project, "complete"),
        *_late(atlas, project),
    ]


#: How far along a status is for telling a step back. An upgrade that is being made stands beside
#: construction, so that an upgrade of which a later plan prepares only is a step back.
RANKS: dict[Status, int] = {**STATUS_RANK, Status.UPGRADE: STATUS_RANK[Status.CONSTRUCTION]}


def _steps_back(atlas: Atlas, project: Project) -> list[Finding]:
    ranked = [
        (plan.id, project.statuses[plan.id])
        for plan in atlas.plans
        if project.statuses.get(plan.id) in RANKS
    ]
    return [
        Finding("back", plan, next_plan, status.value, next_status.value)
        for (plan, status), (next_plan, next_status) in itertools.pairwise(ranked)
        if RANKS[next_status] < RANKS[status]
        # What is in service is upgraded: no step at all.
        and {status, next_status} != {Status.OPERATION, Status.UPGRADE}
    ]


def _years(atlas: Atlas, project: Project, which: str) -> list[tuple[str, int]]:
    """The latest year each plan promises, in plan date order."""
    found = []
    for plan in atlas.plans:
        years = [
            year
            for mention in project.mentions
            if mention.plan == plan.id
            and (year := mention.start_year if which == "start" else mention.complete_year)
        ]
        if years:
            found.append((plan.id, max(years)))
    return found


def _slipped(atlas: Atlas, project: Project, which: str) -> list[Finding]:
    years = _years(atlas, project, which)
    return [
        Finding(which, plan, next_plan, str(year), str(next_year))
        for (plan, year), (next_plan, next_year) in itertools.pairwise(years)
        if next_year > year
    ]


def _late(atlas: Atlas, project: Project) -> list[Finding]:
    opened = [
        event.date[:4]
        for event in project.events
        if event.event is EventKind.OPEN and event.date and not event.disputed
    ]
    years = _years(atlas, project, "complete")
    if opened and years and int(opened[0]) > years[-1][1]:
        return [Finding("late", years[-1][0], "", str(years[-1][1]), opened[0])]
    return []
