"""The ground that a QGIS project stands on: the data folder's provinces, its extent, its CRS."""

from __future__ import annotations

import math
from dataclasses import dataclass

from registry.land.extent import Bounds, Land

#: Zones of UTM are so many degrees wide, counted from 180° W.
ZONE_DEGREES, ZONES = 6, 60
#: EPSG codes of WGS 84 / UTM north and south, and QGIS's own numbers, less the zone.
_NORTH, _SOUTH = (32600, 3084), (32700, 3144)


@dataclass(frozen=True)
class Utm:
    """A zone of UTM on WGS 84, in metres."""

    zone: int
    south: bool = False

    @property
    def epsg(self) -> int:
        """Its EPSG code."""
        return (_SOUTH if self.south else _NORTH)[0] + self.zone

    @property
    def srsid(self) -> int:
        """Its number in QGIS's own list."""
        return (_SOUTH if self.south else _NORTH)[1] + self.zone

    @property
    def proj4(self) -> str:
        """Its definition for PROJ."""
        south = " +south" if self.south else ""
        return f"+proj=utm +zone={self.zone}{south} +datum=WGS84 +units=m +no_defs"

    @property
    def name(self) -> str:
        """Its name in the EPSG's list."""
        return f"WGS 84 / UTM zone {self.zone}{'S' if self.south else 'N'}"


@dataclass(frozen=True)
class Ground:
    """``home`` are the adcodes of the land's provinces and their words, ``bounds`` hold it all."""

    home: tuple[tuple[str, str], ...]
    bounds: Bounds

    @property
    def utm(self) -> Utm:
        """The zone of the land's middle, whose scale is nearest to true there.

        >>> Ground((), (97.4, 26.0, 110.2, 34.3)).utm.name
        'WGS 84 / UTM zone 48N'
        """
        west, south, east, north = self.bounds
        zone = math.floor(((west + east) / 2 + 180) / ZONE_DEGREES) % ZONES + 1
        return Utm(zone, south + north < 0)


def ground_of(land: Land, names: dict[str, str]) -> Ground:
    """The ground of ``land``; ``names`` are the words of provinces by adcode, around it too."""
    home = {code: words for code, words in names.items() if code[:2] in land.provinces}
    return Ground(tuple(home.items()), land.bounds)
