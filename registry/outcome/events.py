"""The kinds of fact, and in the record of each all that it needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from registry.outcome.vocab import CurrentStatus, PromiseKind
from registry.term import PART_FILL, EventStyle, Pair, complete


class EventKind(StrEnum):
    """What is known to have happened after, or to be expected by, a plan."""

    APPROVAL = "approval"
    LAUNCH = "launch"
    START = "start"
    START_SECTION = "start_section"
    STATUS = "status"
    SUSPEND = "suspend"
    OPEN_SECTION = "open_section"
    COMPLETE = "complete"
    OPEN = "open"
    EXPECTED_OPEN = "expected_open"
    LENGTH = "length"
    RENAMED = "renamed"
    NONE_FOUND = "none_found"


@dataclass(frozen=True)
class EventTerm:
    """The record of a kind of fact: its label in each language, and what it is for.

    ``says`` is how far it says that the whole is, None where it says nothing of that (a report of
    progress says what its ``state`` says). ``dates`` is the promise whose date its own is. ``told``
    is what happened in a sentence (Chinese, English): ``w`` which section, ``d`` when, in Chinese
    with what parts it from the next word. ``mark`` is its mark on the axis of time, None where it
    has no place there.
    """

    zh: str
    en: str
    says: CurrentStatus | None = None
    dates: PromiseKind | None = None
    told: Pair | None = None
    mark: EventStyle | None = None


EVENTS: dict[EventKind, EventTerm] = {
    EventKind.APPROVAL: EventTerm(
        "批复",
        "Approved",
        says=CurrentStatus.PREPARATION,
        told=("{d}{w}获批", "{w}approved {d}"),
        mark=EventStyle("start", "square", 0.0),
    ),
    EventKind.LAUNCH: EventTerm(
        "仪式",
        "Ceremony",
        says=CurrentStatus.PREPARATION,
        told=("{d}{w}举行仪式，不等于开工", "{w}ceremony {d}, which is no start of works"),
        mark=EventStyle("start", "circle", 0.0),
    ),
    EventKind.START: EventTerm(
        "开工",
        "Started",
        says=CurrentStatus.CONSTRUCTION,
        dates=PromiseKind.START,
        told=("{d}{w}开工", "{w}works began {d}"),
        mark=EventStyle("start", "triangle", 1.0),
    ),
    EventKind.START_SECTION: EventTerm(
        "部分开工",
        "Part started",
        says=CurrentStatus.CONSTRUCTION,
        dates=PromiseKind.START,
        told=("{d}{w}开工", "{w}works began {d}"),
        mark=EventStyle("start", "triangle", 0.0),
    ),
    EventKind.STATUS: EventTerm(
        "进展",
        "Progress",
        mark=EventStyle("progress", "circle", 1.0),
    ),
    EventKind.SUSPEND: EventTerm(
        "停工",
        "Suspended",
        says=CurrentStatus.SUSPENDED,
        told=("{d}{w}停工", "{w}works stopped {d}"),
        mark=EventStyle("progress", "bolt", 1.0),
    ),
    EventKind.OPEN_SECTION: EventTerm(
        "部分开通",
        "Part opened",
        says=CurrentStatus.PARTLY_OPEN,
        told=("{d}部分开通", "partly opened {d}"),
        mark=EventStyle("open", "circle", PART_FILL),
    ),
    EventKind.COMPLETE: EventTerm(
        "建成",
        "Completed",
        says=CurrentStatus.OPEN,
        dates=PromiseKind.COMPLETE,
        told=("{d}{w}建成", "{w}completed {d}"),
        mark=EventStyle("open", "square", 1.0),
    ),
    EventKind.OPEN: EventTerm(
        "开通",
        "Opened",
        says=CurrentStatus.OPEN,
        dates=PromiseKind.COMPLETE,
        told=("{d}{w}开通", "{w}opened {d}"),
        mark=EventStyle("open", "circle", 1.0),
    ),
    EventKind.EXPECTED_OPEN: EventTerm(
        "预计开通",
        "Expected to open",
        mark=EventStyle("open", "diamond", 0.0),
    ),
    EventKind.LENGTH: EventTerm(
        "长度",
        "Length",
    ),
    EventKind.RENAMED: EventTerm(
        "更名",
        "Renamed",
    ),
    EventKind.NONE_FOUND: EventTerm(
        "未检索到",
        "None found",
    ),
}

#: The events that open something, and those that begin works.
OPENINGS: tuple[EventKind, ...] = tuple(
    code
    for code, term in EVENTS.items()
    if term.says in (CurrentStatus.PARTLY_OPEN, CurrentStatus.OPEN)
)
STARTS: tuple[EventKind, ...] = tuple(
    code for code, term in EVENTS.items() if term.says is CurrentStatus.CONSTRUCTION
)

complete("registry/outcome/events.py", EventKind, EVENTS)
