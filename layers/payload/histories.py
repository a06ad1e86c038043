"""What became of each project between any two plans, as the page is given it.

Projects with the same statuses in the same plans share one history. The rule is
:mod:`facts.steps`; here its answers are only written down.
"""

from __future__ import annotations

import string
from collections.abc import Sequence

from facts import steps
from layers.records.model import Project
from registry.vocab import ChangeClass, Status

#: Stands where neither side names the project.
NOTHING = "."

_DIGITS = string.digits + string.ascii_lowercase
_CHANGES = dict(zip(ChangeClass, _DIGITS, strict=False))
_STATUSES = dict(zip(Status, _DIGITS, strict=False))


def history(statuses: Sequence[Status | None]) -> str:
    """One sequence of n statuses and its classes, by plan date; None where a plan is silent.

    Returns
    -------
    str
        A class or status is its place in :class:`ChangeClass` or :class:`Status`, one digit to
        base 36, or :data:`NOTHING`. First the n statuses, then n of what all plans before each
        plan say together. Then the classes: of all n x n pairs, from plan a to plan b at
        a * n + b; of n, from all plans before to each plan; of one, through all plans in turn.
        Where a plan says what is to be done, the class from all plans before is the step from the
        last that does.
    """
    every = range(len(statuses))
    changes = [steps.between(statuses, a, b) for a in every for b in every]
    changes += [steps.since_earlier(statuses, b) for b in every]
    changes.append(steps.in_turn(statuses))
    said = [*statuses, *(steps.newest(statuses[:b]) for b in every)]
    return "".join(
        [
            *(NOTHING if status is None else _STATUSES[status] for status in said),
            *(NOTHING if change is None else _CHANGES[change] for change in changes),
        ]
    )


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
