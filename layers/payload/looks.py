"""The model of the styles in the payload, a part of :mod:`layers.payload.contract`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class ModeStyle(TypedDict):
    """How projects of a mode look."""

    colour: str
    dark: str
    """The colour on the dark map."""
    width: float
    """Of lines, in CSS pixels."""
    symbol: str


class StatusStyle(TypedDict):
    """How projects of a status look."""

    dash: list[float]
    """Dash and gap by turns, in line widths; empty for a whole line."""
    cap: str
    scale: float
    """Times the width of the mode."""
    core: bool
    fill: float
    """Share of the mode's colour inside a symbol, 0 to 1."""


class CurrentStyle(StatusStyle):
    """How far a project is by facts, as it looks."""

    sign: str
    """One character beside its word."""
    faint: bool
    """Whether it recedes."""
    marked: bool
    """Whether its sign stands on the map too."""


class EventStyle(TypedDict):
    """The mark of a fact on a card's axis of time."""

    lane: str
    shape: str
    """A symbol of the map."""
    fill: float
    """Share of the mode's colour inside it, 0 to 1."""


class ChangeStyle(CurrentStyle):
    """How a change between plans looks."""

    colour: str
    dark: str
    """The colour on the dark map."""


class VerdictStyle(TypedDict):
    """How a verdict on a promise looks in pictures."""

    colour: str
    dark: str
    shape: str
    """A symbol of the map."""
    fill: float
    """Share of the colour inside it, 0 to 1."""


class Style(TypedDict):
    """Font, colours as ``#rrggbb``, widths and dashes, as :func:`layers.style.table` has them."""

    font: str
    modes: dict[str, ModeStyle]
    statuses: dict[str, StatusStyle]
    currents: dict[str, CurrentStyle]
    years: dict[str, CurrentStyle]
    """The states of a year."""
    events: dict[str, EventStyle]
    """Kinds of fact that have a place in time."""
    changes: dict[str, ChangeStyle]
    verdicts: dict[str, VerdictStyle]
    light: dict[str, str]
    """Colours of the map by what they are for."""
    dark: NotRequired[dict[str, str]]
    """The same on the dark map; exported files have none."""
    casing: float
    """CSS pixels round a line."""
    band: float
    """Opacity of the band in which the true line is expected."""
    dimmed: float
    """Opacity of what is not emphasised."""
    faint: float
    """Opacity of a line that recedes."""
