"""Lines as the payload holds them: whole steps of :data:`SCALE` to a degree, packed into text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from layers.records.model import Geo
from registry.borders import SCALE

Point = tuple[int, int]


def quantise(coordinates: Iterable[Sequence[float]]) -> list[Point]:
    """Degrees to integer points, repeated points dropped."""
    points = ((round(p[0] * SCALE), round(p[1] * SCALE)) for p in coordinates)
    return [point for point, _ in itertools.groupby(points)]


def lines_of(geometry: Geo | None) -> list[list[Point]]:
    """The lines, rings or points of a geometry, in whole steps."""
    if geometry is None:
        return []
    parts = geometry["coordinates"]
    kind = geometry.get("type")
    if kind == "Point":
        parts = [[parts]]
    elif kind == "MultiPoint":
        parts = [[point] for point in parts]
    elif kind == "LineString":
        parts = [parts]
    elif kind == "MultiPolygon":
        parts = [ring for polygon in parts for ring in polygon]
    return [points for part in parts if (points := quantise(part))]


def joined(pieces: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """``pieces`` as lines: one that begins where the last ended goes on with it."""
    lines: list[list[Point]] = []
    for piece in pieces:
        if lines and lines[-1][-1] == piece[0]:
            lines[-1] += piece[1:]
        else:
            lines.append(list(piece))
    return lines


def steps_of(lon: float, lat: float) -> Point:
    """A position in degrees, in whole steps."""
    return round(lon * SCALE), round(lat * SCALE)


def deltas(points: Sequence[Point]) -> list[int]:
    """Points as one flat list: the first, then the step to each next."""
    found: list[int] = []
    x = y = 0
    for px, py in points:
        found += (px - x, py - y)
        x, y = px, py
    return found


#: Printable characters that neither JSON nor HTML needs to escape.
_DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "<\\")

#: Half of them end a number, half say that it goes on.
_BASE = len(_DIGITS) // 2


def pack(points: Sequence[Point]) -> str:
    """The steps of ``points`` as text: a third of what numbers with commas take.

    Each step is made positive (0, -1, 1, -2 … become 0, 1, 2, 3 …) and written in base 45, lowest
    digit first; every digit but the last is marked by standing in the upper half of the alphabet.
    ``unpackPositions`` in ``core/payload/packing.js`` reads it.
    """
    return pack_numbers(deltas(points))


def pack_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers as text, as :func:`pack` writes steps."""
    found: list[str] = []
    for step in numbers:
        value = 2 * step if step >= 0 else -2 * step - 1
        while value >= _BASE:
            value, digit = divmod(value, _BASE)
            found.append(_DIGITS[_BASE + digit])
        found.append(_DIGITS[value])
    return "".join(found)


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """``points`` less those within ``tolerance`` (steps) of the line left (Douglas-Peucker)."""
    if not points:
        return []
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        worst, at = tolerance, -1
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            away = abs(px * dy - py * dx) / length if length else (px * px + py * py) ** 0.5
            if away > worst:
                worst, at = away, i
        if at >= 0:
            keep[at] = True
            spans += [(first, at), (at, last)]
    return [point for point, kept in zip(points, keep, strict=True) if kept]
