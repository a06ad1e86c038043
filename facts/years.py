"""How a project stands at the end of a year, and what becomes of it between two years.

The years are looked up in spans that :mod:`facts.timeline` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from registry.outcome.vocab import TimelineState
from registry.vocab import ChangeClass


class Held(Protocol):
    """Years on whose 31 December a state holds, as the rule and the map have them."""

    @property
    def state(self) -> TimelineState:
        """The state."""

    @property
    def first(self) -> int:
        """The first year."""

    @property
    def last(self) -> int | None:
        """The last year, None where the state still holds."""


#: How far each state is; a promise that is not met moves nothing.
_FAR: Mapping[TimelineState, int] = {
    TimelineState.PROMISED: 0,
    TimelineState.CONSTRUCTION: 1,
    TimelineState.PARTLY_OPEN: 2,
    TimelineState.OPEN: 3,
}


def state_in(held: Iterable[Held], year: int) -> TimelineState | None:
    """The state on 31 December of ``year``; None where there is neither a fact nor a promise due.

    What facts tell goes before a promise that is not met.
    """
    due = [s.state for s in held if s.first <= year and (s.last is None or year <= s.last)]
    told = [state for state in due if state is not TimelineState.PROMISED]
    return next(reversed(told or due), None)


def between(before: TimelineState | None, after: TimelineState | None) -> ChangeClass | None:
    """The class from the state in one year to that in a later one; None when neither has any.

    Facts alone move it: what is only promised, or of which nothing is known, has not begun.
    """
    if before is None and after is None:
        return None
    gained = (_FAR[after] if after else 0) - (_FAR[before] if before else 0)
    if gained == 0:
        return ChangeClass.SAME
    return ChangeClass.FORWARD if gained > 0 else ChangeClass.BACK
