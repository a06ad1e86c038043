"""The legs of a line: each stretch between two stops drawn, with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shapely.geometry import LineString

from geo import smooth
from geo.crs import Plane, distance_m, length_m
from geo.legs.bands import (
    LegClass,
    Widths,
    ends_m,
    half_width_m,
    leg_basis,
    stray_km,
    two_figures,
)
from geo.legs.given import GivenLine
from geo.legs.valley import SOURCE as VALLEY_SOURCE
from geo.legs.valley import Valley
from geo.network import SOURCE as NETWORK_SOURCE
from geo.network import Network
from registry.geometry import Basis, Method
from registry.tables import Place
from registry.vocab import Mode

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Leg:
    """A stretch of a line between two stops, or of a river between two places; WGS84 degrees.

    ``uncertainty_m`` is the half-width of the band in which the true line is expected.
    """

    start: str
    end: str
    line: LineString
    uncertainty_m: int
    method: Method
    basis: Basis
    source: str

    @property
    def length_km(self) -> float:
        """Geodesic length, to ten metres."""
        return round(length_m(self.line) / 1000, 2)


@dataclass(frozen=True)
class Drawn:
    """A leg as it is drawn: its vertices, the two stops included, and what its band hangs on."""

    vertices: list[LonLat]
    kind: LegClass
    straight_m: float
    drawn_m: float
    #: How far at most the line may lie from the way or the line that is followed, and whose it is.
    off_m: float = 0.0
    followed: str = ""

    @property
    def stray_km(self) -> float:
        """Its stray; see :mod:`geo.legs.bands`."""
        return stray_km(self.kind.method, self.straight_m, self.drawn_m, self.off_m)


def draw(
    stops: Sequence[Place],
    number: int,
    mode: Mode,
    basis: Basis,
    *,
    network: Network | None,
    plane: Plane,
    given: Sequence[GivenLine] = (),
    valley: Valley | None = None,
) -> Drawn:
    """The leg from stop ``number`` to the next.

    Along the first of the ``given`` lines on which both lie; else along the ``network`` where it
    has a way (:meth:`Network.between`); else along the ``valley`` that a source says it follows;
    else a smooth curve that heeds the stops on either side; straight where only the plan's words
    are known.
    """
    a, b = stops[number], stops[number + 1]
    known = leg_basis(basis, (a, b))
    straight = distance_m(a.point, b.point)
    for line in given:
        if part := line.between(a, b):
            kind = LegClass(mode, known, Method.LINE)
            vertices = [a.point, *part, b.point]
            return Drawn(vertices, kind, straight, straight, line.accuracy_m, line.source)
    if way := network.between(a.point, b.point) if network else None:
        kind = LegClass(mode, known, Method.NETWORK)
        vertices = [a.point, *way.vertices, b.point]
        return Drawn(vertices, kind, straight, way.length_m, way.off_m, NETWORK_SOURCE)
    if valley:
        kind = LegClass(mode, known, Method.TERRAIN)
        vertices = [a.point, *valley.between(a, b), b.point]
        return Drawn(vertices, kind, straight, straight, 0.0, VALLEY_SOURCE)
    between: list[LonLat] = []
    if basis is not Basis.PLAN:
        before = stops[number - 1].point if number else None
        after = stops[number + 2].point if number + 2 < len(stops) else None
        between = smooth.between(before, a.point, b.point, after, plane)
    kind = LegClass(mode, known, Method.STOPS)
    return Drawn([a.point, *between, b.point], kind, straight, straight)


def sources(stops: Sequence[Place], *more: str) -> str:
    """The sources of ``stops`` and what else a line is from, each once."""
    return "; ".join(dict.fromkeys([*more, *(stop.source for stop in stops)]))


def leg_of(stops: Sequence[Place], number: int, drawn: Drawn, widths: Widths) -> Leg:
    """``drawn``, the leg from stop ``number`` to the next, with its band and its sources."""
    ends = stops[number : number + 2]
    band = half_width_m(ends_m(ends, drawn.kind.basis), widths.of(drawn.kind), drawn.stray_km)
    followed = [drawn.followed] if drawn.followed else []
    return Leg(
        ends[0].name,
        ends[1].name,
        LineString(drawn.vertices),
        two_figures(band),
        drawn.kind.method,
        drawn.kind.basis,
        sources(ends, *followed),
    )


def joined(legs: Sequence[Leg]) -> LineString:
    """The line that ``legs``, each from where the last ended, make."""
    first, *others = (list(leg.line.coords) for leg in legs)
    return LineString([*first, *(vertex for other in others for vertex in other[1:])])


def weighted_median(legs: Sequence[Leg]) -> int | None:
    """The half-width in metres that half of the kilometres are surer than; None without legs."""
    ordered = sorted(legs, key=lambda leg: leg.uncertainty_m)
    half, so_far = sum(leg.length_km for leg in legs) / 2, 0.0
    for leg in ordered:
        so_far += leg.length_km
        if so_far >= half:
            return leg.uncertainty_m
    return None


def widest(legs: Sequence[Leg]) -> int:
    """The half-width in metres of the least sure of ``legs``."""
    return max(leg.uncertainty_m for leg in legs)


def same_place(stops: Sequence[Place]) -> int | None:
    """The first stop that lies where the one before it lies; None where none does."""
    same = (at for at, (a, b) in enumerate(pairwise(stops), 1) if a.point == b.point)
    return next(same, None)
