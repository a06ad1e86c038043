"""Which projects to look at again, the most wanted first; only here a clock may be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facts import dates
from facts.current import current
from registry.models import Project
from registry.outcome.events import EventKind
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus
from registry.vocab import CORE_MODES, Mode


@dataclass(frozen=True)
class Stale:
    """A project to look at: when it was last looked at and last heard of (None: never).

    ``due`` is the date or year that was promised or expected and has passed, ``""`` without one.
    """

    project: Project
    status: CurrentStatus
    looked_at: str | None
    heard: str | None
    due: str


def stale(projects: Mapping[str, Project], *, on: str, months: int) -> list[Stale]:
    """The projects that are not open and were last looked at ``months`` or longer before ``on``.

    What was promised or expected by ``on`` and is not open comes first, then what is being built,
    what is unknown, what is planned; the four core modes before the others, names without works
    of their own last, the longest unseen first.
    """
    limit = dates.months_back(on, months)
    result = []
    for project in projects.values():
        state = current(project, projects)
        seen = state.looked_at
        if state.status is CurrentStatus.OPEN or (seen is not None and seen > limit):
            continue
        result.append(Stale(project, state.status, seen, state.heard, _due(project, on)))
    return sorted(
        result,
        key=lambda s: (
            not s.due,
            s.project.mode not in CORE_MODES,
            s.project.mode is Mode.CORRIDOR,
            -CURRENT_STATUSES[s.status].wanted,
            s.looked_at or "",
            s.project.id,
        ),
    )


def _due(project: Project, on: str) -> str:
    """The latest date promised or expected that has passed; a weak source is reason to look."""
    years = [str(m.complete_year) for m in project.mentions if m.complete_year]
    expected = [
        fact.date
        for fact in project.since
        if fact.event is EventKind.EXPECTED_OPEN and not fact.disputed
    ]
    passed = [date for date in [*years, *expected] if dates.before(date, on)]
    return max(passed, default="")
