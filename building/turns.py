"""Stops at which a line turns back: off its road, or out of order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.crs import Plane
from registry.errors import AtlasError
from registry.tables import Place

#: No line turns at a stop by more than this, in degrees; straight on is 0, straight back 180.
MOST_DEG = 150.0


def turn_deg(before: Place, at: Place, after: Place, local: Plane) -> float:
    """By how many degrees the way from ``before`` to ``after`` turns at ``at``; 0 to 180."""
    x, y = local.points_to_plane(*zip(before.point, at.point, after.point, strict=True))
    headings = [math.atan2(y[i + 1] - y[i], x[i + 1] - x[i]) for i in range(2)]
    turn = math.degrees(headings[1] - headings[0]) % 360
    return min(turn, 360 - turn)


def turned_back(stops: Sequence[Place], where: str, local: Plane) -> Iterator[AtlasError]:
    """A sentence for each of a line's ``stops`` at which it turns back; ``where`` is its route."""
    legs = list(pairwise(stops))
    for number, ((before, at), (_, after)) in enumerate(pairwise(legs), start=1):
        turn = turn_deg(before, at, after, local)
        if turn > MOST_DEG:
            yield AtlasError(
                f"{where}.stops[{number}]",
                zh=f"线在“{at.name}”折返（转 {turn:.0f} 度）：它不在路上，或次序颠倒",
                en=f"the line turns back at {at.name!r} (by {turn:.0f} degrees): "
                "it lies off its road or out of order",
            )
