"""What became of projects from one plan, or the end of one year, to another, as a page compares.

``web/src/compare/changes.js`` says the same in the browser; the classes of both are those of
:mod:`facts.steps`, between years those of :mod:`facts.years`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from facts import steps, years
from facts.sentences.changes import sentence, year_sentence
from layers.records.model import Atlas, Project
from layers.selection import filters
from layers.selection.filters import Filter
from layers.selection.years import known_years
from registry.outcome.vocab import TimelineState
from registry.vocab import ChangeClass, Status

#: In place of a first plan: all plans before the second, and all plans in turn.
EARLIER, IN_TURN = "earlier", "all"


@dataclass(frozen=True)
class Comparing:
    """What is compared.

    ``start`` is the id of a plan, :data:`EARLIER`, :data:`IN_TURN` or a year, ``end`` the id of a
    plan, a year, or empty for the newest plan; of two the earlier comes first, whichever is given
    first. ``kinds`` are the classes that are shown, all when empty. ``maps`` is one of
    :data:`layers.address.MAPS`.
    """

    start: str = EARLIER
    end: str = ""
    kinds: frozenset[ChangeClass] = frozenset()
    maps: str = "one"


@dataclass(frozen=True)
class Compared:
    """What became of one project: what each side says, and which plan or year it is.

    ``start`` and ``end`` are ids of plans, or years. An id is empty and what it says None where no
    plan of that side names the project; of two plans, and two years, both always stand. ``words``
    say it in Chinese and in English.
    """

    project: Project
    start: str
    end: str
    before: Status | TimelineState | None
    after: Status | TimelineState | None
    kind: ChangeClass
    words: tuple[str, str]


def compare(atlas: Atlas, chosen: Filter, comparing: Comparing) -> list[Compared]:
    """What became of each project, in the order of the classes; in each that of the filter.

    Plans, statuses and years of ``chosen`` follow from what is compared and are not heeded.
    """
    wide = replace(chosen, plans=frozenset(), statuses=frozenset(), years=frozenset())
    one = _rule(atlas, comparing)
    found = [
        row
        for key in filters.apply(atlas, wide).ids
        if (row := one(atlas.by_id[key])) and (not comparing.kinds or row.kind in comparing.kinds)
    ]
    order = list(ChangeClass)
    return sorted(found, key=lambda row: order.index(row.kind))


def years_of(atlas: Atlas, comparing: Comparing) -> tuple[int, int] | None:
    """The years that are compared, the earlier first; None where plans are.

    A year stands against a year: beside anything else the first known one, or where it is the
    first itself, the last.
    """
    known = [str(year) for year in known_years(atlas)]
    if comparing.start not in known and comparing.end not in known:
        return None
    start = comparing.start if comparing.start in known else known[0]
    end = comparing.end if comparing.end in known else known[-1]
    first, last = sorted((int(start), int(end)))
    return first, last


def plans_of(atlas: Atlas, comparing: Comparing) -> list[str]:
    """The ids of the plans that are compared, by date; all where years are."""
    ids = [plan.id for plan in atlas.plans]
    if comparing.start == IN_TURN or years_of(atlas, comparing):
        return ids
    last = _place(ids, comparing.end)
    if comparing.start == EARLIER:
        return ids[: last + 1]
    return [ids[place] for place in sorted({_place(ids, comparing.start), last})]


def _place(ids: Sequence[str], plan: str) -> int:
    """The place of ``plan``; that of the newest where there is none such."""
    return ids.index(plan) if plan in ids else len(ids) - 1


def _rule(atlas: Atlas, comparing: Comparing) -> Callable[[Project], Compared | None]:
    """What tells what became of a project; None where neither side knows of it."""
    if pair := years_of(atlas, comparing):
        return lambda project: _between_years(project, pair)
    names = {plan.id: (plan.short, plan.short_en or plan.short) for plan in atlas.plans}
    return lambda project: _between_plans(project, comparing, names)


def _between_years(project: Project, pair: tuple[int, int]) -> Compared | None:
    states = [years.state_in(project.spans, year) for year in pair]
    kind = years.between(*states)
    if kind is None:
        return None
    return Compared(
        project,
        start=str(pair[0]),
        end=str(pair[1]),
        before=states[0],
        after=states[1],
        kind=kind,
        words=year_sentence(kind, pair, states),
    )


def _between_plans(
    project: Project, comparing: Comparing, names: Mapping[str, tuple[str, str]]
) -> Compared | None:
    ids = list(names)
    told = [project.statuses.get(plan) for plan in ids]
    named = [place for place, status in enumerate(told) if status is not None]
    first: int | None
    last: int | None
    if comparing.start == IN_TURN:
        kind = steps.in_turn(told)
        first, last = (named[0], named[-1]) if named else (None, None)
    elif comparing.start == EARLIER:
        last = _place(ids, comparing.end)
        kind, first = steps.since_earlier(told, last), steps.newest_place(told[:last])
    else:
        first, last = sorted((_place(ids, comparing.start), _place(ids, comparing.end)))
        kind = steps.between(told, first, last)
    if kind is None:
        return None
    a, b = _told_of(told, kind) if comparing.start == IN_TURN else (first, last)
    said = [None if place is None else (names[ids[place]], told[place]) for place in (a, b)]
    return Compared(
        project,
        start="" if first is None else ids[first],
        end="" if last is None else ids[last],
        before=None if first is None else told[first],
        after=None if last is None else told[last],
        kind=kind,
        words=sentence(kind, said[0], said[1]),
    )


def _told_of(told: Sequence[Status | None], kind: ChangeClass) -> tuple[int, int]:
    """The plans of which the words through all plans tell: those of the step that names the whole.

    Of what the newest does not name any more, the last that does and the newest.
    """
    if moved := steps.deciding(told):
        return moved.before, moved.after
    named = [place for place, status in enumerate(told) if status is not None]
    if kind is ChangeClass.DROPPED:
        return named[-1], len(told) - 1
    return named[0], named[-1]
