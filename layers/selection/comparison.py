"""What became of projects from one plan to another, as a page compares them.

``web/src/compare/changes.js`` says the same in the browser; the classes of both are those of
:mod:`facts.steps`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facts import steps
from facts.sentences.changes import sentence
from layers.records.model import Atlas, Project
from layers.selection import filters
from layers.selection.filters import Filter
from registry.vocab import ChangeClass, Status

#: In place of a first plan: all plans before the second, and all plans in turn.
EARLIER, IN_TURN = "earlier", "all"


@dataclass(frozen=True)
class Comparing:
    """What is compared.

    ``start`` is the id of a plan, :data:`EARLIER` or :data:`IN_TURN`, ``end`` that of a plan; of
    two plans the earlier comes first, whichever is given first. ``kinds`` are the classes that are
    shown, all when empty.
    """

    start: str = EARLIER
    end: str = ""
    kinds: frozenset[ChangeClass] = frozenset()


@dataclass(frozen=True)
class Compared:
    """What became of one project: what each side says, and which plan says it.

    Ids are empty and statuses None where no plan of that side names the project; of two plans both
    ids always stand. ``words`` say it in Chinese and in English.
    """

    project: Project
    plan_from: str
    plan_to: str
    before: Status | None
    after: Status | None
    kind: ChangeClass
    words: tuple[str, str]


def compare(atlas: Atlas, chosen: Filter, comparing: Comparing) -> list[Compared]:
    """What became of each project, in the order of the classes; in each that of the filter.

    Plans, statuses and years of ``chosen`` follow from what is compared and are not heeded.
    """
    wide = replace(chosen, plans=frozenset(), statuses=frozenset(), years=frozenset())
    names = {plan.id: (plan.short, plan.short_en or plan.short) for plan in atlas.plans}
    found = [
        row
        for key in filters.apply(atlas, wide).ids
        if (row := _compared(atlas.by_id[key], comparing, names))
        and (not comparing.kinds or row.kind in comparing.kinds)
    ]
    order = list(ChangeClass)
    return sorted(found, key=lambda row: order.index(row.kind))


def plans_of(atlas: Atlas, comparing: Comparing) -> list[str]:
    """The ids of the plans that are compared, by date."""
    ids = [plan.id for plan in atlas.plans]
    if comparing.start == IN_TURN:
        return ids
    last = _place(ids, comparing.end)
    if comparing.start == EARLIER:
        return ids[: last + 1]
    return [ids[place] for place in sorted({_place(ids, comparing.start), last})]


def _place(ids: Sequence[str], plan: str) -> int:
    """The place of ``plan``; that of the newest where there is none such."""
    return ids.index(plan) if plan in ids else len(ids) - 1


def _compared(
    project: Project, comparing: Comparing, names: Mapping[str, tuple[str, str]]
) -> Compared | None:
    """What became of ``project``; None where neither side names it."""
    ids = list(names)
    told = [project.statuses.get(plan) for plan in ids]
    if comparing.start == IN_TURN:
        kind, first, last = _in_turn(told)
    elif comparing.start == EARLIER:
        last = _place(ids, comparing.end)
        kind, first = steps.since_earlier(told, last), steps.newest_place(told[:last])
    else:
        first, last = sorted((_place(ids, comparing.start), _place(ids, comparing.end)))
        kind = steps.between(told, first, last)
    if kind is None:
        return None
    before = None if first is None else told[first]
    after = None if last is None else told[last]
    a, b = _told_of(told, kind) if comparing.start == IN_TURN else (first, last)
    said = [None if place is None else (names[ids[place]], told[place]) for place in (a, b)]
    return Compared(
        project,
        plan_from="" if first is None else ids[first],
        plan_to="" if last is None else ids[last],
        before=before,
        after=after,
        kind=kind,
        words=sentence(kind, said[0], said[1]),
    )


def _told_of(told: Sequence[Status | None], kind: ChangeClass) -> tuple[int | None, int | None]:
    """The plans of which the words through all plans tell: those of the step that names the whole.

    Of what the newest does not name any more, the last that does and the newest.
    """
    if moved := steps.deciding(told):
        return moved.before, moved.after
    named = [place for place, status in enumerate(told) if status is not None]
    if kind is ChangeClass.DROPPED:
        return named[-1], len(told) - 1
    return named[0], named[-1]


def _in_turn(told: Sequence[Status | None]) -> tuple[ChangeClass | None, int | None, int | None]:
    """The class through all plans, and the first and the last plan that name the project."""
    named = [place for place, status in enumerate(told) if status is not None]
    return steps.in_turn(told), named[0] if named else None, named[-1] if named else None
