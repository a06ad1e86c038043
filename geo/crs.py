"""Coordinates: GCJ-02 and WGS84, geodesic measures, an equal-area plane, rounding to GeoJSON.

Everything in the project is WGS84 longitude and latitude in degrees unless a name says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from registry.land.extent import Bounds, load_land
from registry.paths import DEFAULT, Paths

GEOD = Geod(ellps="WGS84")

# The ellipsoid that the GCJ-02 offset is computed on (Krassovsky 1940).
_A = 6378245.0
_E2 = 0.00669342162296594323


def _offset(lon: float, lat: float) -> tuple[float, float]:
    """Offset in degrees that GCJ-02 adds to a WGS84 position."""
    x, y = lon - 105.0, lat - 35.0
    pi = math.pi
    common = (20 * math.sin(6 * pi * x) + 20 * math.sin(2 * pi * x)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + common
    north += (20 * math.sin(pi * y) + 40 * math.sin(pi * y / 3)) * 2 / 3
    north += (160 * math.sin(pi * y / 12) + 320 * math.sin(pi * y / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + common
    east += (20 * math.sin(pi * x) + 40 * math.sin(pi * x / 3)) * 2 / 3
    east += (150 * math.sin(pi * x / 12) + 300 * math.sin(pi * x / 30)) * 2 / 3
    phi = math.radians(lat)
    w2 = 1 - _E2 * math.sin(phi) ** 2
    meridian = _A * (1 - _E2) / w2**1.5
    parallel = _A / math.sqrt(w2) * math.cos(phi)
    return math.degrees(east / parallel), math.degrees(north / meridian)


def wgs84_to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    """GCJ-02 position of a WGS84 one, in degrees; meant for the mainland, 300-600 m apart here."""
    east, north = _offset(lon, lat)
    return lon + east, lat + north


def gcj02_to_wgs84(lon: float, lat: float) -> tuple[float, float]:
    """WGS84 position of a GCJ-02 one, in degrees, to better than a centimetre.

    The forward formula has no closed inverse; it changes so slowly that each round of
    ``guess = given - offset(guess)`` shrinks the error a thousandfold.
    """
    guess_lon, guess_lat = lon, lat
    for _ in range(5):
        east, north = _offset(guess_lon, guess_lat)
        guess_lon, guess_lat = lon - east, lat - north
    return guess_lon, guess_lat


def length_m(geometry: BaseGeometry) -> float:
    """Geodesic length in metres of a line, or of the rings of a polygon, in WGS84 degrees."""
    return float(GEOD.geometry_length(geometry))


def area_km2(geometry: BaseGeometry) -> float:
    """Geodesic area in square kilometres of a polygon in WGS84 degrees, however it is wound."""
    signed, _ = GEOD.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return abs(float(signed)) / 1e6


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance in metres between two ``(lon, lat)`` in degrees."""
    return float(GEOD.inv(a[0], a[1], b[0], b[1])[2])


class Plane:
    """An equal-area plane in metres that fits a land: areas, buffers and distances."""

    def __init__(self, definition: str) -> None:
        self._forward = Transformer.from_crs("EPSG:4326", definition, always_xy=True)
        self._back = Transformer.from_crs(definition, "EPSG:4326", always_xy=True)

    def points_to_plane(self, lon: Any, lat: Any) -> tuple[Any, Any]:
        """Metres of WGS84 degrees, single numbers or arrays."""
        x, y = self._forward.transform(lon, lat)
        return x, y

    def points_to_degrees(self, x: Any, y: Any) -> tuple[Any, Any]:
        """WGS84 longitude and latitude in degrees of metres, single numbers or arrays."""
        lon, lat = self._back.transform(x, y)
        return lon, lat

    def to_plane(self, geometry: BaseGeometry) -> BaseGeometry:
        """``geometry`` from WGS84 degrees to metres."""
        return _moved(geometry, self.points_to_plane)

    def to_degrees(self, geometry: BaseGeometry) -> BaseGeometry:
        """``geometry`` from metres to WGS84 degrees."""
        return _moved(geometry, self.points_to_degrees)


def _moved(geometry: BaseGeometry, points: Callable[[Any, Any], tuple[Any, Any]]) -> BaseGeometry:
    def move(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(points(xy[:, 0], xy[:, 1]))

    moved: BaseGeometry = shapely.transform(geometry, move)
    return moved


def albers(bounds: Bounds) -> str:
    """PROJ text of an Albers plane for ``bounds``, its parallels a sixth in from either end.

    To half a degree, so that a border moved a little gives the same plane. Over 8 degrees of
    latitude the scale is within 0.3 % of true along any direction.
    """
    west, south, east, north = bounds
    inset = (north - south) / 6
    first, second = (round(2 * lat) / 2 for lat in (south + inset, north - inset))
    middle = round((south + north) / 2), round((west + east) / 2)
    if first == -second:
        # Where the parallels lie alike on either side of the equator the cone is a cylinder.
        return f"+proj=cea +lat_ts={second:g} +lon_0={middle[1]} +datum=WGS84 +units=m +no_defs"
    return (
        f"+proj=aea +lat_1={first:g} +lat_2={second:g} +lat_0={middle[0]} +lon_0={middle[1]} "
        "+x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs"
    )


@lru_cache(maxsize=8)
def plane_of(bounds: Bounds) -> Plane:
    """The plane that fits ``bounds``."""
    return Plane(albers(bounds))


def plane(paths: Paths = DEFAULT) -> Plane:
    """The plane of a data folder's land; AtlasError where its borders cannot be read."""
    return plane_of(load_land(paths).bounds)


def rounded(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """``geometry`` on a grid of ``decimals`` decimal degrees, wound as RFC 7946 asks.

    Vertices that fall together are merged, so that shared borders stay shared. Exterior rings
    run counter-clockwise, holes clockwise.
    """
    snapped = shapely.transform(geometry, lambda xy: np.round(xy, decimals))
    merged = shapely.remove_repeated_points(snapped)
    oriented: BaseGeometry = shapely.orient_polygons(merged)
    return oriented


def to_geojson(geometry: BaseGeometry, decimals: int) -> dict[str, Any]:
    """The GeoJSON geometry object of ``geometry``, rounded by :func:`rounded`."""
    result: dict[str, Any] = mapping(rounded(geometry, decimals))
    return result
