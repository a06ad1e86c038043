"""Where a filter may say to look beside areas that have names: near a place, in a box, in a ring.

Each is a text of numbers joined by commas: ``near`` longitude, latitude (WGS84 degrees) and
kilometres, ``box`` its west, south, east and north, ``within`` longitude and latitude of each
corner in turn. ``web/src/core/where/shapes.js`` reads the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from layers.records.drawn import drawn, once_each, steps_of
from layers.records.model import Atlas, Project
from layers.selection.geometry import (
    Plane,
    distance_m,
    inside,
    length_inside_m,
    overlaps,
    plane,
)
from registry.borders import SCALE
from registry.land.touching import LEAST_KM

#: How many kilometres ``near`` takes, and how many corners ``within``: from the least to the most.
KM, CORNERS = (1.0, 300.0), (3, 50)

#: The numbers of a shape as they are written; empty for none.
Shape = tuple[float, ...]
#: A number as addresses write it.
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*", re.ASCII | re.IGNORECASE)


def read_number(text: str) -> float | None:
    """The number that a text writes, or None."""
    value = float(text) if _NUMBER.fullmatch(text) else math.inf
    return value if math.isfinite(value) else None


def _numbers(text: str) -> list[float] | None:
    found = [read_number(part) for part in text.split(",")]
    numbers = [number for number in found if number is not None]
    return numbers if len(numbers) == len(found) else None


def _on_map(numbers: Sequence[float], limits: Mapping[str, tuple[float, float]]) -> bool:
    """Whether longitudes and latitudes by turns lie where the map's middle may be."""
    return all(
        limits[name][0] <= number <= limits[name][1]
        for i, number in enumerate(numbers)
        for name in ("lat" if i % 2 else "lon",)
    )


def _near(found: Sequence[float]) -> bool:
    return len(found) == 3 and KM[0] <= found[2] <= KM[1]


def _box(found: Sequence[float]) -> bool:
    return len(found) == 4 and found[0] < found[2] and found[1] < found[3]


def _within(found: Sequence[float]) -> bool:
    return len(found) % 2 == 0 and CORNERS[0] <= len(found) / 2 <= CORNERS[1]


#: Whether numbers are such a shape, by the key of the address.
_FITS: Mapping[str, Callable[[Sequence[float]], bool]] = {
    "near": _near,
    "box": _box,
    "within": _within,
}
SHAPES = tuple(_FITS)


def read_shape(key: str, text: str, limits: Mapping[str, tuple[float, float]]) -> Shape | None:
    """The shape that a text writes under ``key``, None where it is none within the ``limits``."""
    found = _numbers(text)
    if not found or not _FITS[key](found):
        return None
    places = found[:2] if key == "near" else found
    return tuple(found) if _on_map(places, limits) else None


def _ring(shape: Shape, *, box: bool) -> list[Plane]:
    if box:
        west, south, east, north = shape
        shape = (west, south, east, south, east, north, west, north)
    return [plane(shape[i], shape[i + 1]) for i in range(0, len(shape), 2)]


@once_each
def _lines(project: Project) -> list[list[Plane]]:
    return [[plane(x / SCALE, y / SCALE) for x, y in line] for line in drawn(project).lines]


def distance_km(project: Project, lon: float, lat: float) -> float:
    """How far the drawn ``project`` is from a place in WGS84 degrees, in kilometres."""
    return distance_m(plane(lon, lat), drawn(project).kind, _lines(project)) / 1000


def _touches(project: Project, ring: list[Plane]) -> bool:
    """Whether a project touches what a ring holds: by the rule of regions, as it is drawn."""
    shape = drawn(project)
    lines = _lines(project)
    if shape.kind == "A":
        return overlaps(lines, ring)
    if shape.kind == "P":
        return any(inside(line[0], [ring]) for line in lines)
    stops = (steps_of(stop.lon, stop.lat) for stop in project.stops)
    return shape.kind == "L" and (
        any(inside(plane(x / SCALE, y / SCALE), [ring]) for x, y in stops)
        or length_inside_m(lines, ring) >= LEAST_KM * 1000
    )


def in_shapes(project: Project, *, near: Shape, box: Shape, within: Shape) -> bool:
    """Whether a project is near enough and touches box and ring, as far as each is given."""
    return (
        (not near or distance_km(project, near[0], near[1]) <= near[2])
        and (not box or _touches(project, _ring(box, box=True)))
        and (not within or _touches(project, _ring(within, box=False)))
    )


def point_of(atlas: Atlas, adcode: str) -> tuple[float, float] | None:
    """Where a prefecture or county is: its seat, else the middle of its area; degrees, WGS84."""
    for place in atlas.places:
        if place.kind == "seat" and place.adcode == adcode:
            return place.lon, place.lat
    for area in (*atlas.borders.prefectures, *atlas.borders.counties):
        if area.adcode == adcode:
            return area.x / SCALE, area.y / SCALE
    return None
