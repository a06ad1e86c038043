"""Faults that were found in lines and places, measured again at every build.

Each is held against a position or a length of its own source, never against the line's own stops.
"""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import Point

from building.projects import Built
from building.reports.markdown import table
from geo.crs import Plane
from geo.geocode import Located
from registry.errors import AtlasError
from registry.geometry import MEASURES, Measure
from registry.tables.faults import FaultRow

_HEAD = """## Faults measured again

Found by comparison with positions and lengths of other sources, in kilometres: how far a line
passes from a place, its end from the place it should end at, a place or a stop from where it is;
of a length what is drawn and, in brackets, what is published. *Before* is as it was found. A line
whose course is open passes near a place, not through it.
"""


def measured_km(row: FaultRow, located: Located, plane: Plane) -> float:
    """What ``row`` measures of a geometry, in kilometres; distances are those in ``plane``.

    Raises
    ------
    AtlasError
        For a project without geometry, a length of what is no line, a stop that the line has not.
    """
    where = f"faults.csv: {row.project_id}: {row.what}"
    if located.geometry is None:
        raise AtlasError(where, zh="没有几何", en="has no geometry")
    if row.measure == Measure.LENGTH:
        if located.length_km is None:
            raise AtlasError(where, zh="不是线，没有长度", en="is no line and has no length")
        return located.length_km
    if row.measure == Measure.STOP:
        points = [Point(stop.point) for stop in located.stops if stop.name == row.what]
        if not points:
            raise AtlasError(where, zh="线上没有这个站", en="is no stop of the line")
        shape = plane.to_plane(points[0])
    else:
        shape = plane.to_plane(located.geometry)
    if row.measure == Measure.ENDS:
        shape = shape.boundary
    return float(shape.distance(plane.to_plane(Point(row.lon, row.lat)))) / 1000


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _cells(row: FaultRow, one: Built, plane: Plane) -> list[str]:
    now = measured_km(row, one.located, plane)
    published = f" ({row.published_km:g})" if row.published_km is not None else ""
    name, kind = one.project.name, MEASURES[Measure(row.measure)].en.lower()
    cells = [f"`{row.project_id}`", name, f"{kind}: {row.what} {row.what_en}"]
    return [*cells, _number(row.before_km), f"{now:.1f}{published}"]


def faults_table(rows: Sequence[FaultRow], built: Sequence[Built], plane: Plane) -> str:
    """The Markdown section on faults of the projects built; empty where there are none.

    Raises
    ------
    AtlasError
        As :func:`measured_km`.
    """
    by_id = {one.project.id: one for one in built}
    cells = [_cells(row, by_id[row.project_id], plane) for row in rows if row.project_id in by_id]
    if not cells:
        return ""
    return _HEAD + "\n" + table(["id", "name", "measured", "before", "now"], cells)
