"""Legs along a river's valley: terrain reasoning, where a source says that the line follows it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely import LineString
from shapely.geometry import Point
from shapely.ops import substring

from geo.crs import Plane, plane
from geo.rivers import SHORTEST_M, TOLERANCE_M, river, too_far
from registry.errors import AtlasError
from registry.geometry import Bank
from registry.models import LineRoute
from registry.paths import DEFAULT, Paths
from registry.tables import Place

LonLat = tuple[float, float]

SOURCE = "WDBII (LGPL)"
#: How far from the river's centre line its bank is drawn: the water, and the slope a road needs.
BANK_M = 800.0
#: A vertex of the bank every this many metres.
STEP_M = 1500.0


@dataclass(frozen=True)
class Valley:
    """A river's centre line, downstream, in metres of ``plane``, and the bank that is followed."""

    name: str
    line: LineString
    plane: Plane
    bank: Bank | None

    def between(self, start: Place, end: Place) -> list[LonLat]:
        """Vertices along the valley between two stops, these not included; WGS84 degrees.

        A stop beside the river is reached at a slant: as far along the river as it lies from it.

        Raises
        ------
        AtlasError
            When a stop is farther from the river than :data:`~geo.rivers.TOLERANCE_M`.
        """
        measures, gaps = [], []
        for stop in (start, end):
            point = self.plane.to_plane(Point(stop.point))
            gaps.append(float(self.line.distance(point)))
            if gaps[-1] > TOLERANCE_M:
                raise too_far(stop.name, self.name, gaps[-1], TOLERANCE_M)
            measures.append(float(self.line.project(point)))
        turned = measures[0] > measures[1]
        low, high = sorted(measures)
        first, last = reversed(gaps) if turned else gaps
        low, high = low + first, high - last
        if high - low < SHORTEST_M:
            return []
        xy = self._bank(low, high)
        lon, lat = self.plane.points_to_degrees(*(xy[::-1] if turned else xy).T)
        return list(zip(lon.tolist(), lat.tolist(), strict=True))

    def _bank(self, low: float, high: float) -> NDArray[np.float64]:
        """Places along the bank from measure ``low`` to ``high``, downstream; metres."""
        count = max(round((high - low) / STEP_M), 1)
        at = np.linspace(low, high, count + 1)
        part = substring(self.line, low, high)
        xy = np.array([part.interpolate(m - low).coords[0] for m in at])
        if self.bank is None:
            return xy
        # Across the chord to the next places: the small bends of the centre line do not count.
        along = np.gradient(xy, axis=0)
        left = np.column_stack([-along[:, 1], along[:, 0]])
        left /= np.hypot(*left.T)[:, None]
        return xy + (BANK_M if self.bank is Bank.LEFT else -BANK_M) * left


def valleys_of(route: LineRoute, where: str, paths: Paths = DEFAULT) -> dict[int, Valley]:
    """The valley that each leg follows, by the leg's number from 0; none where no source says so.

    Raises
    ------
    AtlasError
        At ``where``, when no river has the name.
    """
    found: dict[int, Valley] = {}
    for number, reach in enumerate(route.along):
        try:
            line = plane(paths).to_plane(river(reach.river, paths))
        except AtlasError as error:
            raise AtlasError(f"{where}.along[{number}].river", zh=error.zh, en=error.en) from error
        valley = Valley(reach.river, line, plane(paths), reach.bank)
        first, last = route.stops.index(reach.start), route.stops.index(reach.end)
        found |= dict.fromkeys(range(first, last), valley)
    return found
