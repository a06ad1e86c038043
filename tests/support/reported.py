"""Facts and projects in short, for the tests of the rules about what became of a project."""

from __future__ import annotations

from registry.models import Event, Mention, NoRoute, Project
from registry.outcome.events import EventKind
from registry.outcome.vocab import Confidence, CurrentStatus, Scope
from registry.vocab import Mode, Status


def fact(
    event: str,
    date: str,
    section: str | None = None,
    *,
    km: float | None = None,
    state: str | None = None,
    confidence: str = "press",
    disputed: bool = False,
    before: bool = False,
    looked_at: str = "2026-11-26",
    url: str | None = None,
    text: str | None = None,
    published: str | None = None,
    publisher: str = "某报",
) -> Event:
    return Event(
        event=EventKind(event),
        date=date,
        section=section,
        km=km,
        state=CurrentStatus(state) if state else None,
        publisher=publisher,
        text=text,
        url=url,
        published=published,
        looked_at=looked_at,
        confidence=Confidence(confidence),
        disputed=disputed,
        scope=Scope.BEFORE if before else None,
    )


def mention(
    plan: str = "plan-a",
    *,
    action: str | None = None,
    start: int | None = None,
    complete: int | None = None,
    clause: str = "1",
    status: Status = Status.CONSTRUCTION,
) -> Mention:
    return Mention(
        plan=plan,
        clause=clause,
        as_written="某线",
        action=action,
        status=status,
        start_year=start,
        complete_year=complete,
    )


def project(
    *since: Event,
    ident: str = "line",
    part_of: str | None = None,
    km: float | None = None,
    mentions: list[Mention] | None = None,
    sections: list[str] | None = None,
    mode: Mode = Mode.RAIL,
) -> Project:
    return Project(
        id=ident,
        name=ident,
        name_en=ident,
        mode=mode,
        part_of=part_of,
        length_km=km,
        length_source="某报" if km else None,
        route=NoRoute(kind="none", reason="没有"),
        sections=sections or [],
        mentions=mentions or [mention()],
        since=list(since),
    )


def everyone(*projects: Project) -> dict[str, Project]:
    return {one.id: one for one in projects}
