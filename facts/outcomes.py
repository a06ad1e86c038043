"""Whether a promise with a year was kept, on the day of the facts: the verdicts.

Starts are judged by the first works on the project's own main line, those of a section or of a
controlling work included; completions by the opening or completion of the whole. A promise that is
repeated with another year is judged against each year by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facts import dates
from facts.deciding import decides
from facts.evidence import RANK, Sign
from facts.promises import Promise
from registry.models import Event
from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import CurrentStatus, PromiseKind, Verdict

#: What says that the promised thing has happened.
REACHED = {
    PromiseKind.START: CurrentStatus.CONSTRUCTION,
    PromiseKind.COMPLETE: CurrentStatus.OPEN,
}


@dataclass(frozen=True)
class Outcome:
    """What became of a promise.

    ``happened`` is the fact that dates it, ``by_then`` one that says it had happened by its date,
    ``not_yet`` the first dated after the promised year that says it had not, ``last_not_yet`` the
    last; None where there is none. ``months_late`` is None unless the verdict is late and the month
    is known.
    """

    promise: Promise
    verdict: Verdict
    happened: Event | None = None
    by_then: Event | None = None
    not_yet: Event | None = None
    last_not_yet: Event | None = None
    months_late: int | None = None

    @property
    def facts(self) -> list[Event]:
        """The facts it rests on."""
        return [f for f in (self.happened, self.by_then, self.not_yet) if f is not None]


def judge(
    promise: Promise, signs: Sequence[Sign], expected: Sequence[Event], as_of: str
) -> Outcome:
    """The verdict on ``promise``.

    Parameters
    ----------
    promise : Promise
        What was promised.
    signs : sequence of Sign
        Those of the project and its parts, oldest first.
    expected : sequence of Event
        The project's own facts of the event expected_open.
    as_of : str
        The day of the facts.
    """
    happened = next((s.fact for s in signs if _happens(s, promise.kind)), None)
    by_then = next((s.fact for s in signs if _reached(s, promise.kind)), None)
    if happened is not None and not dates.before(by_then.date if by_then else "", happened.date):
        by_then = None
    if by_then is not None and dates.year(by_then.date) <= promise.year:
        return Outcome(promise, Verdict.KEPT, by_then=by_then)
    if happened is not None:
        if dates.year(happened.date) <= promise.year:
            return Outcome(promise, Verdict.KEPT, happened=happened)
        months = dates.months_late(happened.date, promise.year)
        return Outcome(promise, Verdict.LATE, happened=happened, months_late=months)
    if dates.year(as_of) <= promise.year:
        return Outcome(promise, Verdict.DUE)
    denials = _denials(promise, signs, expected)
    if not denials:
        return Outcome(promise, Verdict.UNKNOWN, by_then=by_then)
    verdict = Verdict.MISSED if by_then is None else Verdict.LATE
    last = max(denials, key=lambda fact: dates.earliest_key(fact.date))
    return Outcome(promise, verdict, by_then=by_then, not_yet=denials[0], last_not_yet=last)


def expectations(facts: Sequence[Event]) -> list[Event]:
    """The expected openings among ``facts`` that may decide.

    That of a section counts: what a section still waits for the whole waits for.
    """
    return [fact for fact in facts if fact.event is EventKind.EXPECTED_OPEN and decides(fact)]


def _happens(sign: Sign, kind: PromiseKind) -> bool:
    """Whether the date of ``sign`` is that of the promised thing."""
    return EVENTS[sign.fact.event].dates is kind and _reached(sign, kind)


def _reached(sign: Sign, kind: PromiseKind) -> bool:
    """Whether by ``sign`` the promised thing had happened."""
    return RANK.get(sign.status, 0) >= RANK[REACHED[kind]]


def _denials(promise: Promise, signs: Sequence[Sign], expected: Sequence[Event]) -> list[Event]:
    """The facts dated after the promised year that say it had not happened by then.

    Those of what was seen first, oldest first, then those of what was expected.
    """
    after = [
        sign.fact
        for sign in signs
        if dates.year(sign.date) > promise.year and _denies(sign, promise.kind)
    ]
    if promise.kind is PromiseKind.COMPLETE:
        after += [fact for fact in expected if dates.year(fact.date) > promise.year]
    return after


def _denies(sign: Sign, kind: PromiseKind) -> bool:
    """Whether ``sign`` says that the promised thing had not happened on its date.

    That a part is still being built or opened denies that the whole is complete; that a part is
    only planned does not deny that the whole has been begun.
    """
    if sign.fact.event in (EventKind.APPROVAL, EventKind.LAUNCH):
        return False
    if kind is PromiseKind.COMPLETE:
        return sign.status is not CurrentStatus.OPEN
    return sign.of_whole and sign.status in (CurrentStatus.PLANNED, CurrentStatus.PREPARATION)
