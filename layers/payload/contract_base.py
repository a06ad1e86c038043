"""The parts of :mod:`layers.payload.contract` that hold no project: the base map and the style."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

Index = int
#: Chinese and English; either may be empty, not both.
Pair = tuple[str, str]
#: Packed steps from point to point.
PackedLine = str


class County(TypedDict):
    """A county and where its name goes."""

    name: str
    name_en: str
    prefecture: Index
    """-1 where it lies in none."""
    x: int
    y: int
    seat: int
    """1 where the point is the seat, 0 where it is the middle of the area."""


class Prefecture(TypedDict):
    """A prefecture and where its name goes."""

    name: str
    name_en: str
    province: str
    """Adcode."""
    x: int
    y: int
    seat: int
    """1 where the point is the seat, 0 where it is the middle of the area."""
    capital: int
    """1 for the capitals, whose names go first, else 0."""


class Arc(TypedDict):
    """A stretch of border between two counties."""

    left: Index
    right: Index
    """-1 outside."""
    line: PackedLine


class Neighbour(TypedDict):
    """A province around, and where its name goes."""

    name: str
    name_en: str
    x: int
    y: int


class River(TypedDict):
    """A river's lines."""

    name: str
    name_en: str
    lines: list[PackedLine]


class Codes(TypedDict):
    """Adcodes, six digits each, in the order of the areas, without anything between."""

    counties: str
    prefectures: str


class Base(TypedDict):
    """The base map."""

    codes: Codes
    counties: list[County]
    prefectures: list[Prefecture]
    arcs: list[Arc]
    neighbours: list[Neighbour]
    beyond: list[PackedLine]
    """Borders of the provinces around."""
    rivers: list[River]


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


class ChangeStyle(TypedDict):
    """How a change between plans looks."""

    colour: str
    dark: str
    sign: str
    line: str
    """The status whose dash its line has."""
    faint: bool


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
