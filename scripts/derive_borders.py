"""Borders as arcs, so that each is drawn once whatever it bounds.

``python -m scripts.derive_borders`` writes data/boundaries/display/borders.json from the display
copies of counties, prefectures and provinces, which share their vertices exactly. Run
derive_boundaries first.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.geojson import to_shape
from registry.borders import SCALE, Arc, Area, Borders, Steps, write_borders
from registry.commandline import run_script
from registry.files.geojsonfile import Geo, read_features
from registry.land.placenames import map_name
from registry.paths import DEFAULT, Paths

#: How far neighbouring provinces are drawn around the counties, in degrees.
MARGIN = 4.0

#: Borders of the provinces around, which are only there for bearings: about 220 m.
BEYOND_STEPS = 20

Point = tuple[int, int]
Ring = list[Point]


def whole(geometry: Geo | None, where: str) -> BaseGeometry:
    """A GeoJSON geometry in whole steps; empty where there is none."""
    shape = to_shape(geometry, where)
    return shapely.transform(shape or shapely.Polygon(), lambda points: np.rint(points * SCALE))


def rings(shape: BaseGeometry) -> list[Ring]:
    """The rings of a polygon or multipolygon in whole steps."""
    return [
        [(round(x), round(y)) for x, y in ring.coords]
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]


def steps(points: Iterable[Sequence[float]]) -> Steps:
    """Points as the first, then the step to each next."""
    result: list[int] = []
    x = y = 0
    for px, py in points:
        result += (round(px) - x, round(py) - y)
        x, y = round(px), round(py)
    return tuple(result)


def arcs(shapes: Sequence[Sequence[Ring]]) -> list[tuple[list[Point], int, int]]:
    """The borders of ``shapes`` (each its rings), each stretch once, in a stable order.

    Returns
    -------
    list of (points, int, int)
        The places in ``shapes`` of what is on one side and on the other (-1 outside).
    """
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


def _area(feature: Geo, loops: Sequence[Ring]) -> Area:
    props = feature["properties"]
    x, y = interior_point(loops) or (0, 0)
    return Area(
        adcode=str(props["adcode"]),
        name=str(props["name"]),
        name_en=str(props["name_en"]),
        x=x,
        y=y,
        prefecture=str(props.get("prefecture", "")),
        province=str(props.get("province", "")),
    )


def around(
    provinces: Sequence[Geo], counties: Sequence[Sequence[Ring]]
) -> tuple[tuple[Area, ...], tuple[Steps, ...]]:
    """The provinces around the counties as far as :data:`MARGIN`, and their borders, thinned."""
    points = [point for loops in counties for ring in loops for point in ring]
    margin = round(MARGIN * SCALE)
    xs, ys = [x for x, _ in points] or [0], [y for _, y in points] or [0]
    box = shapely.box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)
    shapes = [whole(feature["geometry"], "provinces") for feature in provinces]
    areas, lines = [], []
    for feature, shape in zip(provinces, shapes, strict=True):
        if loops := rings(shapely.intersection(shape, box)):
            areas.append(_area(feature, loops))
    for line, _, _ in arcs([rings(shape) for shape in shapes]):
        inside = shapely.intersection(shapely.LineString(line), box)
        if not inside.is_empty:
            thin = shapely.simplify(
                shapely.line_merge(inside), BEYOND_STEPS, preserve_topology=False
            )
            lines += [
                steps(part.coords)
                for part in shapely.get_parts(thin)
                if part.geom_type == "LineString"
            ]
    return tuple(areas), tuple(lines)


def derive(paths: Paths) -> Borders:
    """The borders of the display copies in ``paths``."""

    def read(level: str) -> list[Geo]:
        path = paths.boundaries / "display" / f"{level}.geojson"
        return read_features(path, paths.label(path))

    def outlines(features: Sequence[Geo], level: str) -> list[list[Ring]]:
        return [rings(whole(f["geometry"], level)) for f in features]

    counties, prefectures = read("counties"), read("prefectures")
    shapes = outlines(counties, "counties")
    areas = tuple(map(_area, counties, shapes))
    codes = [area.adcode for area in areas]
    home = {area.province for area in areas}
    outside = [f for f in read("provinces") if str(f["properties"]["adcode"]) not in home]
    neighbours, beyond = around(outside, shapes)
    return Borders(
        counties=areas,
        prefectures=tuple(
            replace(area, short=map_name(area.name))
            for area in map(_area, prefectures, outlines(prefectures, "prefectures"))
        ),
        neighbours=neighbours,
        arcs=tuple(
            Arc(codes[left], codes[right] if right >= 0 else "", steps(line))
            for line, left, right in arcs(shapes)
        ),
        beyond=beyond,
    )


def main(paths: Paths = DEFAULT) -> None:
    """Write the file."""
    borders = derive(paths)
    size = write_borders(borders, paths)
    print(f"{paths.label(paths.borders)}: {len(borders.arcs)} arcs, {size:,} bytes")


if __name__ == "__main__":
    sys.exit(run_script(main))
