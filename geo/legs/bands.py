"""How wide a leg's band is: what its ends are off by, and how far it may stray between them.

A leg of a line is the stretch between two stops that follow each other. The half-width of its band
is the root of the sum of the squares of two lengths: the worse accuracy of its two stops, and its
class's *factor* times its *stray*. The stray grows with what is known of the leg: with its length
where it is a curve between stops; where it follows a network, with the length that the way has
more than the straight, and with how far the line may lie from the network's segments by its true
length; where it follows a line that a source gives, with what that is off by. The factors are not
chosen: :mod:`geo.legs.calibration` takes them from stops that are left out, and the build writes
them to ``bands.csv``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from registry.geometry import Basis, Method, PlaceKind
from registry.paths import DEFAULT, Paths
from registry.tables import BandRow, Place, read_bands
from registry.vocab import Mode

#: A leg twice as long strays by 2 to this power as far: short legs and long ones are held alike.
STOPS_POWER = 0.9
#: A line that leaves a valley comes back to it: with its length it strays less than another.
VALLEY_POWER = 0.5
#: A way as short as the straight line may still stray by this many kilometres times the factor.
NETWORK_LEAST_KM = 0.5
#: A plan that names a town means somewhere in or near it.
PLAN_STOP_M = 5000.0
#: Factors where too few stops can be left out to find one: those of the shipped atlas, rounded up.
COMMON: Mapping[tuple[Basis, Method], float] = {
    (Basis.STATIONS, Method.STOPS): 0.4,
    (Basis.PUBLIC, Method.STOPS): 0.48,
    (Basis.PLAN, Method.STOPS): 0.7,
    **{(basis, Method.TERRAIN): 1.2 for basis in Basis},
    **{(basis, Method.LINE): 1.5 for basis in Basis},
    (Basis.STATIONS, Method.NETWORK): 0.5,
    (Basis.PUBLIC, Method.NETWORK): 1.2,
    **{(basis, Method.RIVER): 2.0 for basis in Basis},
}


class LegClass(NamedTuple):
    """Legs that are calibrated together."""

    mode: Mode
    basis: Basis
    method: Method


@dataclass(frozen=True)
class Widths:
    """The factor of each class of legs, those of :data:`COMMON` for a class not listed."""

    factors: Mapping[LegClass, float]

    def of(self, kind: LegClass) -> float:
        """The factor of ``kind``."""
        return self.factors.get(kind, COMMON[kind.basis, kind.method])


def widths_of(rows: Iterable[BandRow]) -> Widths:
    """The factors of a table of bands."""
    return Widths({LegClass(row.mode, row.basis, row.method): row.factor for row in rows})


def load_widths(paths: Paths = DEFAULT) -> Widths:
    """The factors that the last build found; those of :data:`COMMON` where none was made.

    Raises
    ------
    AtlasError
        When ``bands.csv`` is there and cannot be read.
    """
    try:
        stat = paths.bands.stat()
    except OSError:
        return Widths({})
    return _load(paths, paths.bands, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _load(paths: Paths, _path: Path, _when: int, _size: int) -> Widths:
    return widths_of(read_bands(paths))


def leg_basis(route: Basis, ends: Iterable[Place]) -> Basis:
    """What a leg is known from: its route's basis, or less where an end is but a town's seat.

    A route of published stations may stop at a town whose station nobody has placed; the stretches
    on either side are no better known than a route that runs by the town.
    """
    towns = any(end.kind in (PlaceKind.SEAT, PlaceKind.TOWN) for end in ends)
    return Basis.PUBLIC if route is Basis.STATIONS and towns else route


def ends_m(ends: Iterable[Place], basis: Basis) -> float:
    """The worst accuracy of ``ends`` in metres; a town that only a plan names is no surer."""
    worst = max(end.accuracy_m for end in ends)
    return max(worst, PLAN_STOP_M) if basis is Basis.PLAN else worst


def stray_km(method: Method, straight_m: float, drawn_m: float, off_m: float = 0.0) -> float:
    """The stray of a leg ``straight_m`` from stop to stop and drawn ``drawn_m`` long, metres.

    ``off_m`` is how far at most the line may lie from what is followed: from a way along a
    network (:class:`~geo.network.Way`), or from a line that a source gives.
    """
    match method:
        case Method.NETWORK:
            return NETWORK_LEAST_KM + (max(drawn_m - straight_m, 0) + off_m) / 1000
        case Method.LINE:
            return off_m / 1000
        case Method.TERRAIN:
            return float((straight_m / 1000) ** VALLEY_POWER)
        case Method.RIVER:
            return 1.0
    return float((straight_m / 1000) ** STOPS_POWER)


def half_width_m(ends: float, factor: float, stray: float) -> float:
    """The half-width in metres of a leg's band: ``ends`` in metres, ``stray`` in kilometres."""
    return math.hypot(ends, 1000 * factor * stray)


def two_figures(metres: float) -> int:
    """``metres`` to two significant figures: more would claim to know the doubt itself."""
    return int(float(f"{metres:.2g}"))
