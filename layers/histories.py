"""What became of each project between any two plans, as the page is given it.

Projects with the same statuses in the same plans share one history. The rule is
:mod:`facts.steps`; here its answers are only written down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facts import steps
from layers.records import Finding, Project
from registry.vocab import CONTRADICTIONS, ChangeClass, Status

#: Stands where neither side names the project.
NOTHING = "."

_LETTERS = {change: str(number) for number, change in enumerate(ChangeClass)}


def history(statuses: Sequence[Status | None]) -> str:
    """The classes of one sequence of n statuses, by plan date; None where a plan is silent.

    Returns
    -------
    str
        A class is the digit of its place in :class:`ChangeClass`, or :data:`NOTHING`. First all
        n x n pairs, from plan a to plan b at a * n + b; then n, from all plans before to each
        plan; then one through all plans in turn. Where a plan says what is to be done, that from
        all plans before is the step from the plan before that does.
    """
    every = range(len(statuses))
    found = [steps.between(statuses, a, b) for a in every for b in every]
    found += [steps.since_earlier(statuses, b) for b in every]
    found.append(steps.in_turn(statuses))
    return "".join(NOTHING if change is None else _LETTERS[change] for change in found)


class Histories:
    """The distinct histories, in the order of their first project; ``plans`` are ids by date."""

    def __init__(self, plans: Sequence[str]) -> None:
        self._plans = tuple(plans)
        self._places: dict[tuple[Status | None, ...], int] = {}
        self.made: list[str] = []

    def index(self, project: Project) -> int:
        """The place in ``made`` of the history of ``project``."""
        statuses = tuple(project.statuses.get(plan) for plan in self._plans)
        if statuses not in self._places:
            self._places[statuses] = len(self.made)
            self.made.append(history(statuses))
        return self._places[statuses]


def contradictions(findings: Sequence[Finding], plan_index: Mapping[str, int]) -> list[list[Any]]:
    """The contradictions without words: [kind, plan, plan or -1, was, now]."""
    return [
        [kind, plan_index[f.plan_from], plan_index.get(f.plan_to, -1), f.was, f.now]
        for f in findings
        if f.kind in CONTRADICTIONS
        for kind in [f.kind.value.removesuffix("_slip")]
    ]


def findings(found: Sequence[Finding], plan_index: Mapping[str, int]) -> list[list[Any]]:
    """The findings in words: [kind, plan, plan or -1, Chinese, English]."""
    return [
        [f.kind.value, plan_index[f.plan_from], plan_index.get(f.plan_to, -1), *f.words]
        for f in found
    ]
