"""Stretches that the view is given: of years, and of lines; a part of the contract."""

from __future__ import annotations

from typing_extensions import TypedDict


class Span(TypedDict):
    """Years, both included, on whose 31 December a state holds."""

    state: str
    first: int
    last: int
    """0 where it still holds on the day of the facts."""


class Legs(TypedDict):
    """The legs of a line, from stop to stop: of each field a list, a value a leg."""

    steps: list[int]
    """How many steps of the project's lines each takes; they follow each other through them."""
    start: list[int]
    """Places in the project's ``stops``; -1 where it is none of them."""
    end: list[int]
    band: list[float]
    """Half-widths in metres of the bands in which the true line is expected."""
    method: list[int]
    basis: list[int]
    sources: list[list[int]]
