"""Named rivers: loading their centre lines and cutting out the reach between two places.

Lines run downstream, in WGS84 degrees. They come from WDBII, whose median distance to the water
that OpenStreetMap draws is 320-680 m for these rivers. Small bends are smoothed away: a length
along them is 7-13 % short of the published channel (宜宾-重庆 333 km against 384).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from shapely import LineString
from shapely.geometry import Point
from shapely.ops import substring

from geo.crs import plane, rounded
from geo.geojson import read_table
from registry import sentences
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths

LonLat = tuple[float, float]

#: A place farther than this from the river is not on it: most likely the wrong river or place.
TOLERANCE_M = 15_000.0
#: The shortest reach that makes a line; below it both ends are one place.
SHORTEST_M = 100.0


def load_rivers(paths: Paths = DEFAULT) -> dict[str, LineString]:
    """Centre lines by Chinese name, each downstream, WGS84 degrees.

    Raises
    ------
    AtlasError
        When the file is missing or cannot be read, or a river is not one line.
    """
    return dict(_load(paths.rivers, paths.label(paths.rivers)))


@lru_cache(maxsize=4)
def _load(path: Path, where: str) -> tuple[tuple[str, LineString], ...]:
    table = read_table(path, where, ("name",), may_be_empty=True)
    for name, line in zip(table["name"], table.geometry, strict=True):
        if not isinstance(line, LineString):
            raise AtlasError(f"{where}: {name}", zh="不是一条线", en="is not one line")
    return tuple(zip((str(n) for n in table["name"]), table.geometry, strict=True))


def river(name: str, paths: Paths = DEFAULT) -> LineString:
    """The centre line of the river ``name``.

    Raises
    ------
    AtlasError
        When no river has this name; the sentence lists those there are.
    """
    rivers = load_rivers(paths)
    if name not in rivers:
        raise sentences.unknown_code(name, "river", name, rivers)
    return rivers[name]


def distance_to_river_m(name: str, point: LonLat, paths: Paths = DEFAULT) -> float:
    """Metres from ``point`` (lon, lat, degrees) to the centre line of the river ``name``."""
    local = plane(paths)
    return float(local.to_plane(river(name, paths)).distance(local.to_plane(Point(point))))


def too_far(where: str, name: str, gap_m: float, most_m: float) -> AtlasError:
    """A place lies ``gap_m`` metres from the river ``name``, more than ``most_m``."""
    return AtlasError(
        where,
        zh=f"距{name} {gap_m / 1e3:.0f} 公里，超过 {most_m / 1e3:.0f} 公里",
        en=f"is {gap_m / 1e3:.0f} km from the {name}, more than {most_m / 1e3:.0f} km",
    )


def trace(
    name: str,
    start: LonLat,
    end: LonLat,
    *,
    tolerance_m: float = TOLERANCE_M,
    paths: Paths = DEFAULT,
) -> LineString:
    """The reach of a river between the points on it that are nearest to two places.

    Parameters
    ----------
    name : str
        Chinese name of the river, such as ``岷江``.
    start, end : (lon, lat)
        WGS84 degrees. The result runs from ``start`` to ``end``, downstream or up.
    tolerance_m : float
        How far a place may be from the river.

    Returns
    -------
    LineString
        WGS84 degrees, to 5 decimals.

    Raises
    ------
    AtlasError
        When there is no such river, a place is farther from it than ``tolerance_m``, or both
        places fall on one point of it.
    """
    local = plane(paths)
    line = local.to_plane(river(name, paths))
    measures = []
    for place in (start, end):
        point = local.to_plane(Point(place))
        if (gap := line.distance(point)) > tolerance_m:
            raise too_far(f"{name} {place[0]:.3f}, {place[1]:.3f}", name, gap, tolerance_m)
        measures.append(line.project(point))
    if abs(measures[0] - measures[1]) < SHORTEST_M:
        raise AtlasError(
            name, zh="两端落在河上同一处", en="both ends fall on one point of the river"
        )

    reach: LineString = rounded(local.to_degrees(substring(line, *measures)), 5)
    return reach
