"""The model of the base map in the payload, a part of :mod:`layers.payload.contract`."""

from __future__ import annotations

from typing_extensions import TypedDict

Index = int
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
