"""A smooth curve through known stops.

Leaving out each published stop in turn, the centripetal Catmull-Rom curve through the others comes
nearer to it than straight lines do (see docs/decisions.md), and it passes through every stop.
"""

from __future__ import annotations

import math

import numpy as np

from geo.crs import Plane

LonLat = tuple[float, float]

#: About how far apart the vertices of a curve are, in metres.
STEP_M = 2000.0


def between(
    before: LonLat | None, a: LonLat, b: LonLat, after: LonLat | None, plane: Plane
) -> list[LonLat]:
    """Vertices of the curve from ``a`` to ``b``, the two not included; WGS84 degrees.

    ``before`` and ``after`` are the stops on either side, None at an end of the line; one that is
    ``a`` or ``b`` again counts as none. Distances are those in ``plane``. The knots are centripetal
    (square root of the distances), which neither loops nor overshoots far: Yuksel, Schaefer and
    Keyser, "On the parameterization of Catmull-Rom curves", 2009.
    """
    p1, p2 = (np.array(plane.points_to_plane(*stop)) for stop in (a, b))
    p0 = np.array(plane.points_to_plane(*before)) if before and before != a else 2 * p1 - p2
    p3 = np.array(plane.points_to_plane(*after)) if after and after != b else 2 * p2 - p1
    steps = int(math.dist(p1, p2) // STEP_M)
    if steps < 2:
        return []
    t1 = math.sqrt(math.dist(p0, p1))
    t2 = t1 + math.sqrt(math.dist(p1, p2))
    t3 = t2 + math.sqrt(math.dist(p2, p3))
    t = np.linspace(t1, t2, steps + 1)[1:-1, None]
    a1 = (t1 - t) / t1 * p0 + t / t1 * p1
    a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
    a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
    b1 = (t2 - t) / t2 * a1 + t / t2 * a2
    b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
    curve = (t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2
    lon, lat = plane.points_to_degrees(curve[:, 0], curve[:, 1])
    return list(zip(lon.tolist(), lat.tolist(), strict=True))
