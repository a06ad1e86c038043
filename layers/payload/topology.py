"""Borders as arcs: each stretch between two counties once, with the county on either side.

Prefecture, province and region outlines are then choices of arcs, so that a border is drawn
once whatever it bounds, and a region needs no polygon of its own. Coordinates are integers
(degrees times :data:`SCALE`); that neighbours share vertices exactly is what the display copies
promise.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from layers.records import Geo

#: Integer steps in a degree: 0.0001 degrees is about 11 m.
SCALE = 10_000

Point = tuple[int, int]
Ring = list[Point]
#: Points, county on one side, county on the other (-1 outside).
Arc = tuple[list[Point], int, int]


def quantise(coordinates: Iterable[Sequence[float]]) -> list[Point]:
    """Degrees to integer points, repeated points dropped."""
    found: list[Point] = []
    for position in coordinates:
        point = (round(position[0] * SCALE), round(position[1] * SCALE))
        if not found or found[-1] != point:
            found.append(point)
    return found


#: Finer steps, in which coordinates are kept: between them nothing is lost by subtraction.
_FINE = 10


def quantise_alike(coordinates: Sequence[Sequence[float]]) -> list[Point]:
    """Degrees to integer points, as :func:`quantise`, but rounded from the first point on."""
    fine = [(round(p[0] * SCALE * _FINE), round(p[1] * SCALE * _FINE)) for p in coordinates]
    if not fine:
        return []
    (ax, ay), half = fine[0], _FINE // 2
    x, y = (ax + half) // _FINE, (ay + half) // _FINE
    points = [(x + (px - ax + half) // _FINE, y + (py - ay + half) // _FINE) for px, py in fine]
    return [point for point, _ in itertools.groupby(points)]


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
    ``K.points`` in ``view/decode.js`` reads it.
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


def second_number(packed: str) -> int:
    """Where the second number of a packed text ends: after the first point."""
    ends = 0
    for place, digit in enumerate(packed):
        ends += _DIGITS.index(digit) < _BASE
        if ends == 2:
            return place + 1
    return len(packed)


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """``points`` less those within ``tolerance`` (steps) of the line left (Douglas-Peucker)."""
    keep = [False] * len(points)
    if points:
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


def rings(geometry: Geo | None) -> Iterator[Ring]:
    """The quantised rings of a polygon or multipolygon; degenerate ones are left out."""
    if geometry is None:
        return
    kind = geometry.get("type")
    polygons = (
        [geometry["coordinates"]]
        if kind == "Polygon"
        else geometry["coordinates"]
        if kind == "MultiPolygon"
        else []
    )
    for polygon in polygons:
        for ring in polygon:
            points = quantise(ring)
            if len(points) > 3:
                yield points


def arcs(shapes: Sequence[Sequence[Ring]]) -> list[Arc]:
    """The borders of ``shapes`` (each its rings), each stretch once, in a stable order."""
    owners: dict[tuple[Point, Point], list[int]] = {}
    for index, loops in enumerate(shapes):
        for ring in loops:
            for a, b in itertools.pairwise(ring):
                sides = owners.setdefault((a, b) if a < b else (b, a), [])
                if index not in sides:
                    sides.append(index)
    pairs: dict[tuple[int, int], list[tuple[Point, Point]]] = {}
    for segment, sides in owners.items():
        pair = (sides[0], sides[1] if len(sides) > 1 else -1)
        pairs.setdefault(pair, []).append(segment)
    return [
        (line, pair[0], pair[1]) for pair in sorted(pairs) for line in _chain(sorted(pairs[pair]))
    ]


def _chain(segments: Sequence[tuple[Point, Point]]) -> list[list[Point]]:
    """Join segments end to end into the longest lines they make."""
    near: dict[Point, list[Point]] = {}
    for a, b in segments:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    lines: list[list[Point]] = []

    def walk(start: Point) -> None:
        while near[start]:
            line = [start]
            here = start
            while near[here]:
                following = near[here].pop()
                near[following].remove(here)
                line.append(following)
                here = following
                if len(near[here]) != 1:
                    break
            lines.append(line)

    # Ends and junctions first; what is left then is closed loops.
    for point in sorted(near):
        if len(near[point]) != 2:
            walk(point)
    for point in sorted(near):
        walk(point)
    return lines


def interior_point(loops: Sequence[Ring]) -> Point | None:
    """A point well inside the rings, for a name: the middle of their widest horizontal chord."""
    if not loops:
        return None
    low = min(y for ring in loops for _, y in ring)
    high = max(y for ring in loops for _, y in ring)
    best: tuple[float, Point] | None = None
    for step in range(3, 10):
        # Half a unit off the grid, so that no vertex lies on the chord.
        level = low + (high - low) * step / 12 + 0.5
        crossings = sorted(
            ax + (level - ay) * (bx - ax) / (by - ay)
            for ring in loops
            for (ax, ay), (bx, by) in itertools.pairwise(ring)
            if (ay > level) != (by > level)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            width = right - left
            if best is None or width > best[0]:
                best = (width, (round((left + right) / 2), round(level)))
    return best[1] if best else None
