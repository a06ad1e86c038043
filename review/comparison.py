"""What a plan changes against earlier ones: the rule of steps, asked for a plan just read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts import steps
from facts.sentences.findings import sentence
from plans.records import Mention
from registry.load import Registry
from registry.vocab import ChangeClass, Status

#: All plans before this one, taken together.
ALL = ""


@dataclass(frozen=True)
class Said:
    """What the plan under review says of a project."""

    plan: str
    status: Status
    start_year: int | None
    complete_year: int | None


@dataclass(frozen=True)
class Step:
    """A known project's step to the plan: its class, what was said before, what stands out.

    ``moved`` says whether a promised year is another one. ``told`` are sentences, Chinese and
    English.
    """

    change: ChangeClass
    was_plan: str
    was: Status | None
    was_start: int | None
    was_complete: int | None
    moved: bool
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Comparison:
    """The plan against ``against``, an earlier plan's id or :data:`ALL`.

    ``shared`` tells for each earlier plan how many projects both name, ``steps`` is by project,
    ``dropped`` are those that are no longer named.
    """

    against: str
    shared: dict[str, int]
    steps: dict[str, Step]
    dropped: tuple[str, ...]


def earlier_plans(registry: Registry, plan: str, date: str) -> list[str]:
    """Ids of the plans before ``plan``, oldest first; all others where it has no date."""
    return [p.id for p in registry.plans.values() if p.id != plan and (not date or p.date < date)]


def usual(shared: dict[str, int]) -> str:
    """The plan to compare with: the one that shares most projects, of several the newest."""
    most = max(shared.values(), default=0)
    return next((p for p in reversed(shared) if shared[p] == most), ALL) if most else ALL


def compare(
    registry: Registry,
    mentions: Iterable[Mention],
    plan: str,
    *,
    date: str = "",
    against: str | None = None,
) -> Comparison:
    """Compare what ``plan``, of ``date`` (as YYYY or longer), says with the plans before it.

    Parameters
    ----------
    registry : Registry
        The known plans and projects.
    mentions : iterable of Mention
        Those of the plan, matched.
    plan, date : str
        Its id, which may be new, and its date; without one it is the newest.
    against : str, optional
        An earlier plan's id or :data:`ALL`; by default :func:`usual`.
    """
    mine: dict[str, list[Said]] = {}
    for m in mentions:
        if m.project_id in registry.projects:
            said = Said(plan, Status(m.status), m.start_year, m.complete_year)
            mine.setdefault(m.project_id, []).append(said)
    earlier = earlier_plans(registry, plan, date)
    named = {p.id: {m.plan for m in p.mentions} for p in registry.projects.values()}
    shared = {q: sum(q in named[project] for project in mine) for q in earlier}
    if against is None or (against != ALL and against not in earlier):
        against = usual(shared)
    found, dropped = {}, []
    for project in registry.projects:
        change = _change(
            registry, project, mine.get(project, []), earlier, plan=plan, against=against
        )
        if change is ChangeClass.DROPPED:
            dropped.append(project)
        elif change:
            compared = earlier if against == ALL else [against]
            found[project] = _step(
                registry, project, mine[project], compared, plan=plan, change=change
            )
    # Plans of other places drop nothing: there must be something that both speak of.
    return Comparison(against, shared, found, tuple(dropped) if any(shared.values()) else ())


def _change(
    registry: Registry,
    project: str,
    mine: Sequence[Said],
    earlier: Sequence[str],
    *,
    plan: str,
    against: str,
) -> ChangeClass | None:
    known = registry.projects[project].mentions
    statuses = [*(steps.status_in(known, q) for q in earlier), steps.status_in(mine, plan)]
    if against == ALL:
        return steps.since_earlier(statuses, len(earlier))
    return steps.between(statuses, earlier.index(against), len(earlier))


def _step(
    registry: Registry,
    project: str,
    mine: Sequence[Said],
    compared: Sequence[str],
    *,
    plan: str,
    change: ChangeClass,
) -> Step:
    before = [m for m in registry.projects[project].mentions if m.plan in compared]
    telling = [m for m in before if steps.tells(m.status)] or before
    newest = max(telling, key=lambda m: compared.index(m.plan)) if telling else None
    all_said: list[steps.Mention] = [*before, *mine]
    through = [*compared, plan]
    starts = steps.promised(through, [(m.plan, m.start_year) for m in all_said])
    completes = steps.promised(through, [(m.plan, m.complete_year) for m in all_said])
    names = {p.id: (p.short, p.short_en) for p in registry.plans.values()} | {
        plan: ("这份计划", "this plan")
    }
    told = [
        sentence(finding, names)
        for finding in steps.findings(through, all_said)
        if finding.plan_to == plan
    ]
    return Step(
        change,
        newest.plan if newest else "",
        steps.status_in(before, newest.plan) if newest else None,
        _before(starts, plan),
        _before(completes, plan),
        _moved(starts, plan) or _moved(completes, plan),
        tuple(told),
    )


def _before(years: Sequence[tuple[str, int]], plan: str) -> int | None:
    """The year that the newest of the earlier plans promises."""
    return next((year for named, year in reversed(years) if named != plan), None)


def _moved(years: Sequence[tuple[str, int]], plan: str) -> bool:
    """Whether the plan and one before it promise a year, and not the same."""
    now = next((year for named, year in years if named == plan), None)
    before = _before(years, plan)
    return now is not None and before is not None and now != before
