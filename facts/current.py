"""How far a project is on the day of the facts, since when, by which source, how much is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facts.dates import earliest_key
from facts.deciding import decides
from facts.evidence import Sign, signs, status_by
from facts.outcomes import expectations
from facts.sections import is_whole, overlap
from registry.models import Event, Project
from registry.outcome.events import OPENINGS, EventKind
from registry.outcome.vocab import CurrentStatus, ShareBasis


@dataclass(frozen=True)
class Current:
    """The state of a project.

    ``signs`` are all that say how far it is, oldest first, ``deciding`` is the one that decides,
    ``looked_at`` the day on which a source was last looked at, ``heard`` the date of the newest
    sign or, where it is later, the day of a page that still expects the opening; None where there
    is none. ``share`` is 0 to 1, None for the reason that ``share_basis`` gives.
    """

    status: CurrentStatus
    deciding: Sign | None
    signs: tuple[Sign, ...]
    share: float | None
    share_basis: ShareBasis
    looked_at: str | None
    heard: str | None

    @property
    def since(self) -> str | None:
        """The date of the fact that decides."""
        return self.deciding.date if self.deciding else None

    @property
    def source(self) -> Event | None:
        """The fact that decides."""
        return self.deciding.fact if self.deciding else None

    @property
    def as_of(self) -> str | None:
        """The date of the newest sign."""
        return newest(self.signs)


def parts_of(project: Project, projects: Iterable[Project]) -> list[Project]:
    """The records of the sections of ``project``, and of their sections."""
    everyone = list(projects)
    parts: list[Project] = []
    wholes = [project.id]
    while wholes:
        below = [one for one in everyone if one.part_of in wholes]
        parts += below
        wholes = [one.id for one in below]
    return parts


def current(project: Project, projects: Mapping[str, Project]) -> Current:
    """The state of ``project`` by its facts and those of its parts, among all ``projects``."""
    seen = tuple(signs(project, parts_of(project, projects.values())))
    status, deciding = status_by(seen)
    share, basis = open_share(project, status, projects)
    looked = [fact.looked_at for fact in project.since]
    return Current(
        status,
        deciding,
        seen,
        share,
        basis,
        max(looked, default=None),
        last_heard(project, seen),
    )


def newest(seen: Sequence[Sign]) -> str | None:
    """The date of the newest sign, None without any."""
    return max((sign.date for sign in seen), key=earliest_key, default=None)


def last_heard(project: Project, seen: Sequence[Sign]) -> str | None:
    """When ``project`` was last heard of, by its signs and by who expects its opening."""
    told = [fact.published for fact in expectations(project.since) if fact.published]
    return max([*(sign.date for sign in seen), *told], key=earliest_key, default=None)


def length_of(project: Project) -> float | None:
    """Kilometres of the whole: the registry's, else the newest fact of length that decides."""
    if project.length_km is not None:
        return project.length_km
    told = [
        fact
        for fact in project.since
        if fact.event is EventKind.LENGTH and decides(fact) and is_whole(fact.section)
    ]
    return max(told, key=lambda f: earliest_key(f.date)).km if told else None


def open_share(
    project: Project, status: CurrentStatus, projects: Mapping[str, Project]
) -> tuple[float | None, ShareBasis]:
    """The share of length that is open, to two decimals, and how it was found or why it was not.

    Sections that overlap, are longer than the whole, or whose kilometres nobody tells leave it
    empty rather than wrong.
    """
    if status is CurrentStatus.UNKNOWN:
        return None, ShareBasis.UNKNOWN
    if status is CurrentStatus.OPEN:
        return 1.0, ShareBasis.WHOLE
    pieces = _open_pieces(project, projects)
    if status is not CurrentStatus.PARTLY_OPEN and not pieces:
        return 0.0, ShareBasis.NOTHING_OPEN
    total = length_of(project)
    if total is None:
        return None, ShareBasis.NO_TOTAL
    known = [km for km in pieces.values() if km is not None]
    if not pieces or len(known) < len(pieces):
        return None, ShareBasis.NO_SECTION_KM
    if overlap(pieces) or sum(known) > total:
        return None, ShareBasis.OVERLAP
    return round(sum(known) / total, 2), ShareBasis.SECTIONS


def _open_pieces(project: Project, projects: Mapping[str, Project]) -> dict[str, float | None]:
    """Open sections by name with their kilometres, None where these are not known."""
    pieces: dict[str, float | None] = {}
    for fact in project.since:
        if fact.event in OPENINGS and decides(fact) and not is_whole(fact.section):
            name = str(fact.section)
            pieces[name] = fact.km if fact.km is not None else pieces.get(name)
    for part in projects.values():
        if part.part_of != project.id:
            continue
        state, _ = status_by(signs(part, parts_of(part, projects.values())))
        share, _ = open_share(part, state, projects)
        length = length_of(part)
        if share is None and state is CurrentStatus.PARTLY_OPEN:
            pieces[part.name] = None
        elif share:
            pieces[part.name] = None if length is None else share * length
    return pieces
