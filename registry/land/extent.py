"""The land that a data folder is about: its provinces and how far it reaches.

Both follow from the borders of its counties, so that nothing else needs to know a province.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache

from registry.borders import SCALE, Borders, read_borders
from registry.paths import DEFAULT, Paths

#: West, south, east, north in WGS84 degrees.
Bounds = tuple[float, float, float, float]
#: China, for a land without counties.
NOWHERE: Bounds = (73.0, 18.0, 135.0, 54.0)


@dataclass(frozen=True)
class Land:
    """``provinces`` are two digits each, in their order; ``bounds`` hold all counties."""

    provinces: tuple[str, ...]
    bounds: Bounds


def land_of(borders: Borders) -> Land:
    """The land that ``borders`` bound."""
    xs: list[int] = []
    ys: list[int] = []
    for arc in borders.arcs:
        xs += itertools.accumulate(arc.steps[::2])
        ys += itertools.accumulate(arc.steps[1::2])
    bounds = (min(xs), min(ys), max(xs), max(ys)) if xs else ()
    west, south, east, north = (at / SCALE for at in bounds) if bounds else NOWHERE
    return Land(
        tuple(sorted({area.adcode[:2] for area in borders.counties})), (west, south, east, north)
    )


def load_land(paths: Paths = DEFAULT) -> Land:
    """The land of a data folder; AtlasError where its borders cannot be read."""
    stat = paths.borders.stat() if paths.borders.exists() else None
    return _load(paths, stat.st_mtime_ns if stat else 0)


@lru_cache(maxsize=4)
def _load(paths: Paths, _changed: int) -> Land:
    return land_of(read_borders(paths))


def is_capital(prefecture: str) -> bool:
    """Whether the adcode is of a municipality, or of a province's first prefecture, its capital.

    >>> is_capital("510100"), is_capital("500000"), is_capital("511500")
    (True, True, False)
    """
    return prefecture.endswith(("0000", "0100"))
