"""Lines as the map draws them: in whole steps of a degree (:data:`SCALE`), the finest left out.

The payload packs them (:mod:`layers.payload.packing`), and what is said of a distance or of a
length inside a shape is said of them, here and in the browser alike.
"""

from __future__ import annotations

import functools
import itertools
import weakref
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from layers.records.model import Geo, Project
from registry.borders import SCALE

Point = tuple[int, int]
T = TypeVar("T")

#: Projects are drawn to these steps: lines about 44 m, areas (whole counties) about 170 m.
DRAWN_STEPS = {"L": 4, "A": 15}

_KINDS = {
    "Point": "P",
    "MultiPoint": "P",
    "LineString": "L",
    "MultiLineString": "L",
    "Polygon": "A",
    "MultiPolygon": "A",
}


@dataclass(frozen=True)
class Drawn:
    """How a project is drawn: ``kind`` P points, L lines, A areas, ``""`` nowhere.

    ``lines`` are its lines, rings or points; ``legs`` those of them that go from stop to stop.
    """

    kind: str
    lines: tuple[Sequence[Point], ...]
    legs: tuple[Sequence[Point], ...] = ()


def once_each(make: Callable[[Project], T]) -> Callable[[Project], T]:
    """``make``, but only once for a project: kept by its identity, for as long as it lives."""
    made: dict[int, T] = {}

    @functools.wraps(make)
    def kept(project: Project) -> T:
        key = id(project)
        if key not in made:
            made[key] = make(project)
            weakref.finalize(project, made.pop, key, None)
        return made[key]

    return kept


@once_each
def drawn(project: Project) -> Drawn:
    """How ``project`` is drawn; made once for a project that is kept."""
    lines = lines_of(project.geometry)
    kind = _KINDS.get(str((project.geometry or {}).get("type")), "") if lines else ""
    step = DRAWN_STEPS.get(kind, 0)
    legs = [simplify(lines_of(leg.geometry)[0], step) for leg in project.legs]
    shown = joined(legs) if legs else [simplify(line, step) for line in lines]
    if kind == "A":
        shown = [ring for ring in shown if len(ring) > 3]
    return Drawn(kind, tuple(shown), tuple(legs))


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
