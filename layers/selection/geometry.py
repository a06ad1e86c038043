"""How far a drawn line is, and how much of it lies inside a ring.

``web/src/core/where/geometry.js`` does the same in the browser; ``tests/data/where.json`` holds
cases for both. A line is drawn straight from place to place in the map's plane (Mercator), and what
is said of it is said of that line. Metres are those of the shortest way along WGS84: of the
straight way through the earth between two places, made an arc again, right to a metre in 300 km.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

#: A place in the map's plane: longitude and Mercator's y, both in radians.
Plane = tuple[float, float]
#: The corners of a ring in their order; it closes by itself.
Ring = Sequence[Plane]

#: WGS84: the half-axis in metres, the square of the eccentricity, the mean radius.
AXIS, ECCENTRIC, RADIUS = 6_378_137.0, 0.006_694_379_990_141_33, 6_371_008.8
#: Longer stretches, in the plane, are taken piece by piece: about 11 km.
PIECE = math.radians(0.1)


def plane(lon: float, lat: float) -> Plane:
    """A place in WGS84 degrees as one of the plane."""
    return math.radians(lon), math.asinh(math.tan(math.radians(lat)))


def _earth(at: Plane) -> tuple[float, float, float]:
    """Where a place of the plane is in metres from the earth's middle."""
    sine, cosine = math.tanh(at[1]), 1 / math.cosh(at[1])
    normal = AXIS / math.sqrt(1 - ECCENTRIC * sine * sine)
    flat = normal * cosine
    return flat * math.cos(at[0]), flat * math.sin(at[0]), normal * (1 - ECCENTRIC) * sine


def metres(one: Plane, other: Plane) -> float:
    """The length in metres of the shortest way from place to place."""
    chord = math.dist(_earth(one), _earth(other))
    return 2 * RADIUS * math.asin(min(1.0, chord / (2 * RADIUS)))


def _between(one: Plane, other: Plane, share: float) -> Plane:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def pieces(line: Sequence[Plane]) -> Iterator[tuple[Plane, Plane]]:
    """The steps of a line, none longer than :data:`PIECE`."""
    for one, other in pairwise(line):
        count = math.ceil(max(abs(other[0] - one[0]), abs(other[1] - one[1])) / PIECE)
        at = one
        for i in range(1, max(1, count)):
            following = _between(one, other, i / count)
            yield at, following
            at = following
        yield at, other


def inside(at: Plane, rings: Iterable[Ring]) -> bool:
    """Whether a place is inside rings (even-odd)."""
    x, y = at
    odd = False
    for ring in rings:
        before = ring[-1]
        for corner in ring:
            if (corner[1] > y) != (before[1] > y) and x < (before[0] - corner[0]) * (
                y - corner[1]
            ) / (before[1] - corner[1]) + corner[0]:
                odd = not odd
            before = corner
    return odd


def distance_m(at: Plane, kind: str, lines: Iterable[Sequence[Plane]]) -> float:
    """How far a drawn project is from a place, in metres; infinite where it is drawn nowhere.

    ``kind`` is that of :class:`layers.records.drawn.Drawn`. From within an area it is 0.
    """
    lines = list(lines)
    if kind == "A" and inside(at, lines):
        return 0.0
    there = _earth(at)
    best = math.inf
    for line in lines:
        if len(line) == 1:
            best = min(best, metres(at, line[0]))
        for one, other in pieces(line):
            a, b = _earth(one), _earth(other)
            step = [q - p for p, q in zip(a, b, strict=True)]
            square = sum(d * d for d in step)
            along = sum((t - p) * d for t, p, d in zip(there, a, step, strict=True))
            share = max(0.0, min(1.0, along / square)) if square else 0.0
            best = min(best, metres(at, _between(one, other, share)))
    return best


def _cuts(one: Plane, other: Plane, ring: Ring) -> list[float]:
    """The shares of the way from place to place at which it meets the sides of a ring, in order."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    found = []
    before = ring[-1]
    for corner in ring:
        ex, ey = corner[0] - before[0], corner[1] - before[1]
        cross = dx * ey - dy * ex
        if cross:
            wx, wy = before[0] - one[0], before[1] - one[1]
            share, side = (wx * ey - wy * ex) / cross, (wx * dy - wy * dx) / cross
            if 0 <= share <= 1 and 0 <= side <= 1:
                found.append(share)
        before = corner
    return sorted(found)


def length_inside_m(lines: Iterable[Sequence[Plane]], ring: Ring) -> float:
    """How many metres of lines lie inside a ring."""
    total = 0.0
    for line in lines:
        for one, other in pieces(line):
            for start, end in pairwise([0.0, *_cuts(one, other, ring), 1.0]):
                if inside(_between(one, other, (start + end) / 2), [ring]):
                    total += metres(_between(one, other, start), _between(one, other, end))
    return total


def overlaps(rings: Sequence[Ring], ring: Ring) -> bool:
    """Whether an area shares some of its ground with a ring."""
    return (
        any(inside(corner, [ring]) for own in rings for corner in own)
        or any(inside(corner, rings) for corner in ring)
        or any(_cuts(one, other, ring) for own in rings for one, other in pairwise([*own, own[0]]))
    )
