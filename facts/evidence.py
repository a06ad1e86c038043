"""What each fact says of how far a project is, and which facts may say it.

What is told of a section tells of its whole that this much of it is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facts.dates import earliest_key
from facts.deciding import decides
from facts.sections import is_whole
from registry.models import Event, Project
from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus

S = CurrentStatus
#: How far along a status is, where facts add up.
RANK = {code: term.rank for code, term in CURRENT_STATUSES.items() if term.rank is not None}


@dataclass(frozen=True)
class Sign:
    """A fact that may decide, and how far the project is by it.

    ``part`` is the record of the section it was typed at, None for the project's own.
    """

    fact: Event
    status: CurrentStatus
    part: str | None = None

    @property
    def date(self) -> str:
        """When it was so."""
        return self.fact.date

    @property
    def of_whole(self) -> bool:
        """Whether it is about the whole project."""
        return self.part is None and is_whole(self.fact.section)


def said(fact: Event, *, of_part: bool = False) -> CurrentStatus | None:
    """How far the project is by ``fact``; None where it says nothing of that.

    A fact of a section (its own ``section``, or of a record that is a part) that says open says
    partly open of the whole; that a section is planned, prepared or suspended says nothing of it
    when it is a record of its own, and no section's stop is the whole's.
    """
    status = fact.state if fact.event is EventKind.STATUS else EVENTS[fact.event].says
    partial = of_part or not is_whole(fact.section)
    if status is S.OPEN and partial:
        return S.PARTLY_OPEN
    if status is S.SUSPENDED and partial:
        return None
    if status in (S.PLANNED, S.PREPARATION) and of_part:
        return None
    return None if status is S.UNKNOWN else status


def signs(project: Project, parts: Iterable[Project] = ()) -> list[Sign]:
    """The signs of ``project``, oldest first.

    ``parts`` are the records of its sections, and of theirs; what is known of the whole is never
    said of a part.
    """
    own = [Sign(f, s) for f in project.since if decides(f) and (s := said(f))]
    others = [
        Sign(f, s, part.id)
        for part in parts
        for f in part.since
        if decides(f) and (s := said(f, of_part=True))
    ]
    return sorted([*own, *others], key=lambda sign: earliest_key(sign.date))


def status_by(seen: Sequence[Sign]) -> tuple[CurrentStatus, Sign | None]:
    """How far a project is by its signs, oldest first, and the sign that decides.

    What has been begun or opened stays so, and the first sign of the farthest state decides; of
    plans and preparations the newest. Work that stopped is suspended until a later sign of work.
    """
    if not seen:
        return S.UNKNOWN, None
    going = [sign for sign in seen if sign.status is not S.SUSPENDED]
    stopped = [sign for sign in seen if sign.status is S.SUSPENDED]
    top = max((RANK[sign.status] for sign in going), default=0)
    works = [sign for sign in going if RANK[sign.status] >= RANK[S.CONSTRUCTION]]
    if stopped and top < RANK[S.OPEN]:
        last = stopped[-1]
        if not any(earliest_key(sign.date) > earliest_key(last.date) for sign in works):
            return S.SUSPENDED, last
    reached = [sign for sign in going if RANK[sign.status] == top]
    sign = reached[0] if top >= RANK[S.CONSTRUCTION] else reached[-1]
    return sign.status, sign
