"""Published kilometres beside the drawn ones: by county, by city, between two stops."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import shapely
from shapely.geometry.base import BaseGeometry

from building.projects import Built
from building.reports.markdown import table
from geo.boundaries import load_counties, load_prefectures, load_provinces
from geo.crs import length_m
from registry import sentences
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from registry.tables import PublishedLength, read_published_lengths

#: A drawn length farther off than this share of the published one wants a reason.
REASON_BEYOND = 0.15


@dataclass(frozen=True)
class Compared:
    """A published figure and what is drawn: ``place`` in words, ``drawn_km`` geodesic."""

    row: PublishedLength
    place: str
    drawn_km: float

    @property
    def error(self) -> float:
        """How much longer (or, negative, shorter) the drawn line is, as a share of the figure."""
        return self.drawn_km / self.row.km - 1

    @property
    def unexplained(self) -> bool:
        """Whether it is more than :data:`REASON_BEYOND` off without a note that says why."""
        return abs(self.error) > REASON_BEYOND and not self.row.note


def _area(adcode: str, where: str, paths: Paths) -> tuple[str, BaseGeometry]:
    for load in (load_counties, load_prefectures, load_provinces):
        table = load(paths)
        found = table[table["adcode"] == adcode]
        if len(found):
            return str(found["name"].iloc[0]), found.geometry.iloc[0]
    raise sentences.no_adcode(f"{where}: adcode", adcode)


def section_m(built: Built, start: str, end: str, where: str) -> float:
    """Metres of a drawn line between two of its stops; round a ring, onward from ``start``.

    Raises
    ------
    AtlasError
        At ``where``, for a name that is none of the stops.
    """
    points = {}
    for stop in reversed(built.located.stops):
        points[stop.name] = points[stop.ref] = stop.point
    for column, name in (("from_stop", start), ("to_stop", end)):
        if name not in points:
            raise AtlasError(
                f"{where}: {column}",
                zh=f"“{name}”不是 {built.project.id} 的站点",
                en=f"{name!r} is no stop of {built.project.id}",
            )
    coordinates = [tuple(c) for c in shapely.get_coordinates(built.located.geometry)]
    a, b = (coordinates.index(points[name]) for name in (start, end))
    if a > b and coordinates[0] != coordinates[-1]:
        a, b = b, a
    way = coordinates[a : b + 1] if a < b else coordinates[a:] + coordinates[1 : b + 1]
    return length_m(shapely.LineString(way))


def compare(
    built: Iterable[Built], rows: Sequence[tuple[str, PublishedLength]], paths: Paths = DEFAULT
) -> list[Compared]:
    """Each published figure with what is drawn there, in the order of the file.

    Raises
    ------
    AtlasError
        At the row, for a project that is none or has no line, an area that is not known, or a
        stop that is none of the project's.
    """
    known = {one.project.id: one for one in built}
    result = []
    for where, row in rows:
        one = known.get(row.project_id)
        if one is None:
            raise sentences.unknown_code(f"{where}: project_id", "project", row.project_id, known)
        if one.located.length_km is None:
            raise AtlasError(
                where,
                zh=f"{row.project_id} 没有画线，无从比较",
                en=f"{row.project_id} is not drawn as a line, there is nothing to compare",
            )
        if row.adcode:
            place, outline = _area(row.adcode, where, paths)
            metres = length_m(shapely.intersection(one.located.geometry, outline))
        else:
            place = f"{row.from_stop}—{row.to_stop}"
            metres = section_m(one, row.from_stop, row.to_stop, where)
        result.append(Compared(row, place, round(metres / 1000, 1)))
    return result


def compared(built: Iterable[Built], paths: Paths = DEFAULT) -> list[Compared]:
    """:func:`compare` with the rows of the data folder."""
    return compare(built, read_published_lengths(paths), paths)


_HEAD = """## Published kilometres by county and city · 公布的分县、分市里程

No line is stretched to meet them. *off* is drawn less published, as a share of the published. A
figure is *independent* where it was chosen before the road was drawn anew and no stop was placed
with it in view; the others (added later, or looked at while an interchange without a published
position was placed) show agreement and prove nothing. The figures stand in
`data/published_lengths.csv`; why one is off is in most rows our reading, not a published cause.
线不为凑数而拉长。“独立”指公里数选定于重画之前、定站点时没有参看；其余只表示相合，不作证明。

A median of 5 % was aimed at. What keeps it above: the network's package gives most roads by their
ends alone, so that bends between two interchanges are cut; of a road that is not built, most
towns it is to pass have no published position. Tried were every interchange that the network's
junctions tell, towns and toll gates of OpenStreetMap, routing, which made unbuilt roads up to half
too long, and the valleys of rivers that a road is said to follow, which helped most.
目标为中位误差5%，未达到：路网资料多只有两端，弯道画直；未建道路沿线乡镇多没有公开坐标。
"""


def lengths_report(found: Sequence[Compared]) -> str:
    """The section of ``docs/geometry.md`` on published lengths; ``""`` where there are none."""
    if not found:
        return ""
    off = [abs(one.error) for one in found]
    alone = [abs(one.error) for one in found if one.row.independent]
    apart = f"{len(alone)} of them independent" + (
        f", median {median(alone):.1%} off" if alone else ""
    )
    lines = [
        _HEAD,
        f"{len(found)} figures over {len({one.row.project_id for one in found})} projects: median "
        f"{median(off):.1%} off, {sum(x <= 0.05 for x in off)} within 5 %, "
        f"{sum(x <= 0.10 for x in off)} within 10 %, {sum(x > REASON_BEYOND for x in off)} more "
        f"than 15 % off, {sum(one.unexplained for one in found)} of them without a reason; "
        f"{apart}.",
        "",
    ]
    head = ["id", "where", "published km", "drawn km", "off", "independent", "source", "why"]
    return "\n".join([*lines, table(head, map(_cells, found))])


def _cells(one: Compared) -> list[str]:
    row = one.row
    cells = [f"`{row.project_id}`", one.place, f"{row.km:g}", f"{one.drawn_km:g}"]
    cells += [f"{one.error:+.1%}", "yes" if row.independent else "no"]
    return [*cells, f"{row.publisher} {row.published}", row.note]
