"""How wide bands must be: stops are left out, and how far they lie from the line drawn without.

Of a line whose stops are published or public each inner stop is left out in turn, and the leg that
then joins its neighbours is drawn as any other; the stop should lie in that leg's band. A stop that
was read off the network cannot say how sure a way along it is, and does not count there. Of a line
that only a plan's words place nothing better is known, so lines that are known are drawn as a plan
would have them, straight from end to end and from either end to the middle, and all stops between
are left out. Rivers are held to works and mouths that stand on them.

A class of legs takes the factor (:mod:`geo.legs.bands`) that holds 95 % of such stops, and of one
more: the rule of conformal prediction (Vovk, Gammerman and Shafer, "Algorithmic learning in a
random world", 2005), which makes a small class wider. It never takes more than
:data:`MOST` times what 95 % of its own needs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from shapely.geometry import LineString, Point

from geo.crs import Plane, plane
from geo.gazetteer import Gazetteer
from geo.geocode import NETWORKS, network_of, stops_of
from geo.legs.bands import LegClass, Widths, ends_m, half_width_m, stray_km, two_figures
from geo.legs.drawing import Drawn, draw
from geo.legs.given import given_lines
from geo.legs.valley import valleys_of
from geo.rivers import distance_to_river_m, load_rivers
from registry.errors import AtlasError
from registry.geometry import Basis, Method, PlaceKind, Pool
from registry.load import Registry
from registry.models import LineRoute, RiverRoute
from registry.paths import DEFAULT, Paths
from registry.tables import BandRow, Place
from registry.vocab import Mode

#: What a band should hold.
HELD = 0.95
#: A factor is at most this many times what 95 % of the class's own stops need.
MOST = 1.25
#: With fewer stops the rule gives no factor at all, and the class joins a wider one.
ENOUGH = 19
#: What stands on a river, and how far off a place may be that is meant.
ON_RIVERS = (PlaceKind.DAM, PlaceKind.LOCK, PlaceKind.PORT, PlaceKind.CONFLUENCE)
ON_RIVER_M = 5000.0


@dataclass(frozen=True)
class LeftOut:
    """A stop that was left out: its distance from the leg drawn without it, and what the leg was.

    ``away_m`` and ``ends_m`` are metres, ``stray_km`` is the leg's stray.
    """

    kind: LegClass
    project: str
    stop: str
    away_m: float
    ends_m: float
    stray_km: float

    @property
    def needs(self) -> float:
        """The least factor whose band holds the stop."""
        beyond = max(self.away_m**2 - self.ends_m**2, 0)
        return math.sqrt(beyond) / 1000 / self.stray_km

    def band_m(self, factor: float) -> int:
        """The half-width in metres of the leg's band by ``factor``, as it would be stated."""
        return two_figures(half_width_m(self.ends_m, factor, self.stray_km))


def _left_out(project: str, drawn: Drawn, ends: Sequence[Place], stop: Place, at: Plane) -> LeftOut:
    line = at.to_plane(LineString(drawn.vertices))
    return LeftOut(
        drawn.kind,
        project,
        stop.name,
        float(line.distance(at.to_plane(Point(stop.point)))),
        ends_m(ends, drawn.kind.basis),
        drawn.stray_km,
    )


def _each_in_turn(
    project: str, mode: Mode, route: LineRoute, stops: list[Place], paths: Paths
) -> Iterator[LeftOut]:
    local, network = plane(paths), network_of(mode, route, paths)
    given, valleys = given_lines(project, paths), valleys_of(route, project, paths)
    for at in range(1, len(stops) - 1):
        others = stops[:at] + stops[at + 1 :]
        ends = others[at - 1 : at + 1]
        if ends[0].point == ends[1].point:
            continue
        # The leg that joins the neighbours follows a valley where both that were there did.
        valley = valleys.get(at - 1) if valleys.get(at - 1) is valleys.get(at) else None
        drawn = draw(
            others,
            at - 1,
            mode,
            route.basis,
            network=network,
            plane=local,
            given=given,
            valley=valley,
        )
        followed = network if drawn.kind.method is Method.NETWORK else None
        if followed is None or not followed.has_vertex(stops[at].point):
            yield _left_out(project, drawn, ends, stops[at], local)
        if valley and drawn.kind.method is not Method.TERRAIN:
            # Where something better leads along a valley, it tells how well the valley would do.
            drawn = draw(
                others, at - 1, mode, route.basis, network=None, plane=local, valley=valley
            )
            yield _left_out(project, drawn, ends, stops[at], local)


def _as_a_plan(project: str, mode: Mode, stops: list[Place], paths: Paths) -> Iterator[LeftOut]:
    local, last = plane(paths), len(stops) - 1
    for first, end in {(0, last), (0, last // 2), (last // 2, last)}:
        ends = [stops[first], stops[end]]
        if end - first < 2 or ends[0].point == ends[1].point:
            continue
        drawn = draw(ends, 0, mode, Basis.PLAN, network=None, plane=local)
        for stop in stops[first + 1 : end]:
            yield _left_out(project, drawn, ends, stop, local)


def _on_rivers(gazetteer: Gazetteer, paths: Paths) -> Iterator[LeftOut]:
    kind = LegClass(Mode.WATERWAY, Basis.PUBLIC, Method.RIVER)
    names = list(load_rivers(paths))
    for place in gazetteer:
        if place.kind in ON_RIVERS and names:
            away = min(distance_to_river_m(name, place.point, paths) for name in names)
            if away <= ON_RIVER_M:
                yield LeftOut(kind, "", place.name, away, 0, stray_km(kind.method, 0, 0))


def leave_out(registry: Registry, gazetteer: Gazetteer, paths: Paths = DEFAULT) -> list[LeftOut]:
    """Every stop that can be left out, each with the leg that was drawn without it.

    A record whose stops or rivers are not found is passed over: locating it says what is wrong.
    """
    found: list[LeftOut] = []
    for project in registry.projects.values():
        route = project.route
        if not isinstance(route, LineRoute) or route.basis is Basis.PLAN:
            continue
        try:
            stops = stops_of(route, gazetteer, project.id)
            found += list(_each_in_turn(project.id, project.mode, route, stops, paths))
        except AtlasError:
            continue
        found += _as_a_plan(project.id, project.mode, stops, paths)
    return [*found, *_on_rivers(gazetteer, paths)]


def _pools(kind: LegClass, samples: Iterable[LeftOut]) -> Iterator[tuple[Pool, list[LeftOut]]]:
    """The stops that may calibrate ``kind``, its own first, and what they are of."""
    alike = [s for s in samples if s.kind.method is kind.method]
    yield Pool.CLASS, [s for s in alike if s.kind == kind]
    yield Pool.BASIS, [s for s in alike if s.kind.basis is kind.basis]
    yield Pool.METHOD, alike


def least(needs: Sequence[float], share: float = HELD) -> float:
    """The least factor that holds ``share`` of stops that need ``needs``."""
    return sorted(needs)[math.ceil(share * len(needs)) - 1]


def factor_of(needs: Sequence[float]) -> float:
    """The factor for legs whose left-out stops need ``needs``; at least :data:`ENOUGH` of them."""
    one_more = math.ceil(HELD * (len(needs) + 1))
    return min(sorted(needs)[min(one_more, len(needs)) - 1], MOST * least(needs))


def calibrate(
    registry: Registry, samples: Sequence[LeftOut], given: Collection[str] = ()
) -> list[BandRow]:
    """The row of each class of legs that ``registry`` may have, in the vocabularies' order.

    ``samples`` are what :func:`leave_out` gives, ``given`` as for :func:`classes`; a class with
    enough of its own has a row too.
    """
    own = Counter(sample.kind for sample in samples)
    kinds = classes(registry, given) | {kind for kind, count in own.items() if count >= ENOUGH}
    return [_row(kind, samples) for kind in sorted(kinds, key=_order)]


def _row(kind: LegClass, samples: Sequence[LeftOut]) -> BandRow:
    pools = _pools(kind, samples)
    pool, own = next(((n, p) for n, p in pools if len(p) >= ENOUGH), (Pool.NONE, []))
    if not own:
        return BandRow(*kind, Widths({}).of(kind), pool, 0, None, None)
    needs = [sample.needs for sample in own]
    # Rounded up, so that what was held stays held; a band that is stated is rounded too.
    # A line is no surer than its source says, however near to it stations lie.
    least_factor = 1.0 if kind.method is Method.LINE else 0.0
    thousandths = math.ceil(max(factor_of(needs), least_factor) * 1000)
    while _held(own, thousandths / 1000) < HELD * len(own):
        thousandths += 1
    factor = thousandths / 1000
    share = math.floor(1000 * _held(own, factor) / len(own)) / 1000
    return BandRow(*kind, factor, pool, len(own), share, round(least(needs), 3))


def _held(samples: Sequence[LeftOut], factor: float) -> int:
    """How many of the stops left out lie in the band that ``factor`` would state."""
    return sum(sample.away_m <= sample.band_m(factor) for sample in samples)


def _order(kind: LegClass) -> tuple[int, int, int]:
    mode, basis, method = kind
    return list(Mode).index(mode), list(Basis).index(basis), list(Method).index(method)


def classes(registry: Registry, given: Collection[str] = ()) -> set[LegClass]:
    """The classes of legs that the routes of ``registry`` may have.

    ``given`` are the ids of the projects for which sources give lines.
    """
    found: set[LegClass] = set()
    for project in registry.projects.values():
        mode, route = project.mode, project.route
        if isinstance(route, RiverRoute):
            found.add(LegClass(mode, route.basis, Method.RIVER))
        elif isinstance(route, LineRoute):
            # A stop that is but a town makes the legs beside it public.
            bases = {route.basis, Basis.PUBLIC} if route.basis is Basis.STATIONS else {route.basis}
            methods = [Method.STOPS]
            if mode in NETWORKS and route.basis is not Basis.PLAN:
                methods.append(Method.NETWORK)
            if route.along:
                methods.append(Method.TERRAIN)
            if project.id in given:
                methods.append(Method.LINE)
            found |= {LegClass(mode, basis, method) for basis in bases for method in methods}
    return found
