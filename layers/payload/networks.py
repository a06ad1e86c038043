"""Existing railways and trunk roads as faint context: a small static file, fetched when wanted."""

from __future__ import annotations

from typing import Any

from layers.payload.packing import pack
from layers.records.drawn import Point, simplify
from registry.errors import AtlasError
from registry.files.geojsonfile import read_features
from registry.land.extent import NOWHERE, Bounds, load_land
from registry.paths import Paths

#: Steps in a degree; nodes are known to 0.001 degrees.
SCALE = 1_000

#: How far beyond the land lines are drawn, in degrees.
MARGIN = 0.3

#: Lines are drawn to these steps, in thousandths of a degree; shorter ones than the last are left
#: out: on a map of a province they are dust.
TOLERANCE = {"rail": 3, "road": 10}
SHORTEST_KM = {"rail": 2.0, "road": 6.0}


def build(paths: Paths) -> dict[str, Any]:
    """The file's content; a network that cannot be read is empty, since it is context only."""
    packed: dict[str, Any] = {"scale": SCALE}
    try:
        west, south, east, north = load_land(paths).bounds
    except AtlasError:
        west, south, east, north = NOWHERE
    box = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    for kind, name in (("rail", "rail.geojson"), ("road", "roads.geojson")):
        packed[kind] = []
        try:
            for feature in read_features(paths.reference / name, name):
                if float(feature["properties"]["length_km"]) >= SHORTEST_KM[kind]:
                    line = _line(feature["geometry"]["coordinates"], TOLERANCE[kind], box)
                    if line:
                        packed[kind].append(pack(line))
        except Exception:
            packed[kind] = []
    return packed


def _line(coordinates: list[list[float]], tolerance: int, box: Bounds) -> list[Point]:
    west, south, east, north = box
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in coordinates]
    inside = any(
        west * SCALE < x < east * SCALE and south * SCALE < y < north * SCALE for x, y in points
    )
    return simplify(points, tolerance) if inside else []
