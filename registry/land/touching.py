"""When a project touches a place that is made of counties: a region, a prefecture, a county."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: A line touches a place where at least so much of it lies inside, or a stop.
LEAST_KM = 1.0


@dataclass(frozen=True)
class Share:
    """What a project has in one county: km of line (0 for a point or area), and a stop or not."""

    adcode: str
    length_km: float
    has_stop: bool


def touches(inside: Iterable[Share], *, linear: bool) -> bool:
    """Whether a project touches the place that these shares of it lie in.

    A line does by :data:`LEAST_KM` of it or a stop, a point or an area by being there.

    >>> short = [Share("510101", 0.6, False), Share("510102", 0.4, False)]
    >>> touches(short, linear=True), touches(short[:1], linear=True)
    (True, False)
    """
    there = list(inside)
    length = sum(share.length_km for share in there)
    return (
        length >= LEAST_KM or any(share.has_stop for share in there) or (bool(there) and not linear)
    )
