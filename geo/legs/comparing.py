"""A line that somebody surveyed beside a drawn one: how far off each leg is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import plane
from geo.legs.drawing import Leg
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths

#: How far apart the places of the real line are that are compared, in metres, and how many at most.
STEP_M = 100.0
MOST = 20_000
#: A line whose nearest place is farther than this from every leg is another one.
FAR_M = 100_000.0


@dataclass(frozen=True)
class Compared:
    """How far the real line is from leg ``number`` (from 1); distances in metres.

    ``km`` of the real line lie beside the leg; where none does the distances are None.
    """

    number: int
    leg: Leg
    km: float
    median_m: float | None
    most_m: float | None

    @property
    def held(self) -> bool | None:
        """Whether the leg's band holds all of the real line beside it."""
        return None if self.most_m is None else self.most_m <= self.leg.uncertainty_m


def compare(real: BaseGeometry, legs: list[Leg], paths: Paths = DEFAULT) -> list[Compared]:
    """How far ``real``, in metres of the land's plane, is from each of ``legs``.

    Each place of the real line belongs to the leg that is nearest. What of it goes on beyond either
    end of the drawn line belongs to none.

    Raises
    ------
    AtlasError
        When the real line lies nowhere beside the drawn one.
    """
    local = plane(paths)
    drawn = [local.to_plane(leg.line) for leg in legs]
    step = max(STEP_M, real.length / MOST)
    xy = np.vstack([_places(part, step) for part in shapely.get_parts(real)])
    places = shapely.points(xy)
    away = np.column_stack([shapely.distance(places, line) for line in drawn])
    nearest, least = away.argmin(axis=1), away.min(axis=1)
    beside = least <= FAR_M
    for end in (drawn[0].coords[0], drawn[-1].coords[-1]):
        # Nearest to the very end: the real line goes on where the drawn one stops.
        beside &= np.abs(shapely.distance(places, Point(end)) - least) > 1e-6
    if not beside.any():
        raise AtlasError(
            "compare",
            zh="这条线不在所绘的线旁边",
            en="the line lies nowhere beside the drawn one",
        )
    found = []
    for index, leg in enumerate(legs):
        own = least[beside & (nearest == index)]
        median, most = (float(np.median(own)), float(own.max())) if len(own) else (None, None)
        found.append(Compared(index + 1, leg, len(own) * step / 1000, median, most))
    return found


def _places(line: BaseGeometry, step: float) -> NDArray[np.float64]:
    """The middles of the steps that ``line`` is taken in."""
    count = max(round(line.length / step), 1)
    at = (np.arange(count) + 0.5) / count
    points = shapely.line_interpolate_point(line, at, normalized=True)
    found: NDArray[np.float64] = shapely.get_coordinates(points)
    return found


def described(compared: list[Compared], lang: str) -> Iterator[str]:
    """``compared`` as lines for a terminal: each leg, then how many bands held."""
    zh = lang == "zh"
    for one in compared:
        leg = one.leg
        named = f"  {one.number:>2}. {leg.start} — {leg.end}: "
        if one.median_m is None or one.most_m is None:
            yield named + ("旁边没有线" if zh else "no line beside it")
            continue
        off = f"{one.median_m / 1000:.2f} km", f"{one.most_m / 1000:.2f} km"
        band = f"±{leg.uncertainty_m / 1000:g} km"
        if zh:
            where = "在带内" if one.held else "超出带外"
            yield f"{named}中位 {off[0]}，最大 {off[1]}，{band}，{where}（比较了 {one.km:.1f} km）"
        else:
            where = "within" if one.held else "outside"
            told = f"median {off[0]}, most {off[1]}, {band}: {where} the band"
            yield f"{named}{told} ({one.km:.1f} km compared)"
    beside = [one for one in compared if one.held is not None]
    held = sum(bool(one.held) for one in beside)
    if zh:
        yield f"  {len(beside)} 段中 {held} 段在带内"
    else:
        yield f"  {held} of {len(beside)} legs within their bands"
