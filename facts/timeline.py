"""The state of a project on the last day of each year, as spans of years that a page looks up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts import dates
from facts.evidence import Sign, status_by
from facts.outcomes import Outcome
from registry.outcome.events import EventKind
from registry.outcome.vocab import TimelineState

_STATES = {str(state) for state in TimelineState} - {str(TimelineState.PROMISED)}


@dataclass(frozen=True)
class Span:
    """The years ``first`` to ``last``, both included, on whose 31 December a state holds.

    ``last`` is None where it still holds on the day of the facts.
    """

    state: TimelineState
    first: int
    last: int | None


def spans(signs: Sequence[Sign], as_of: str) -> list[Span]:
    """The spans of building, partly open and open by ``signs``, oldest first."""
    if not signs:
        return []
    starts: list[tuple[TimelineState | None, int]] = []
    end = dates.year(as_of)
    for year in range(dates.year(signs[0].date), end + 1):
        status, _ = status_by([sign for sign in signs if dates.year(sign.date) <= year])
        state = TimelineState(str(status)) if str(status) in _STATES else None
        if not starts or starts[-1][0] is not state:
            starts.append((state, year))
    ends: list[int | None] = [start - 1 for _, start in starts[1:]]
    return [
        Span(state, first, last)
        for (state, first), last in zip(starts, [*ends, None], strict=True)
        if state is not None
    ]


def promised(outcomes: Iterable[Outcome], made_in: dict[str, int], as_of: str) -> list[Span]:
    """The spans of years in which a promise stands that has not been met by their end.

    A promise stands from the year it names, or from that of its plan (``made_in``, by plan id)
    where this is later, to the year before it happens; to this day where nothing says that it has.
    Where it is only known to have happened by the date of a report, it stands as long as a source
    says that it had not: between the two it is not known, and nothing is said. Years between two
    promises, in which none stands, are in no span.
    """
    unmet: set[int] = set()
    still = False
    for outcome in outcomes:
        made = outcome.promise
        first = max(made.year, made_in[made.plan])
        last = _last_unmet(outcome, as_of)
        unmet |= set(range(first, last + 1))
        done = outcome.happened or outcome.by_then
        still = still or (done is None and first <= last)
    firsts = sorted(year for year in unmet if year - 1 not in unmet)
    lasts: list[int | None] = [*sorted(year for year in unmet if year + 1 not in unmet)]
    if still:
        lasts[-1] = None
    return [
        Span(TimelineState.PROMISED, first, last) for first, last in zip(firsts, lasts, strict=True)
    ]


def _last_unmet(outcome: Outcome, as_of: str) -> int:
    """The last year on whose 31 December the promise is known not to be met; less than any if none.

    What was seen on that very day holds on it; an opening expected in a year denies the years
    before.
    """
    if outcome.happened is not None:
        return dates.year(outcome.happened.date) - 1
    if outcome.by_then is None:
        return dates.year(as_of)
    denied = outcome.last_not_yet
    if denied is None:
        return 0
    seen = denied.event is not EventKind.EXPECTED_OPEN and denied.date.endswith("-12-31")
    known = dates.year(denied.date) - (0 if seen else 1)
    return min(known, dates.year(outcome.by_then.date) - 1)
