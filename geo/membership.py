"""Which counties, and so prefectures and regions, a geometry belongs to, and by how much."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import area_km2, length_m
from registry.models import Region

#: A line belongs to a region when at least this much of it lies inside.
REGION_LEAST_KM = 1.0
#: Less than this in a county is a line touching its border.
COUNTY_LEAST_KM = 0.05


@dataclass(frozen=True)
class Share:
    """What a project has in one county: km of line (0 for a point or area), and a stop or not."""

    adcode: str
    length_km: float
    has_stop: bool


def shares(
    geometry: BaseGeometry | None, stops: list[tuple[float, float]], counties: gpd.GeoDataFrame
) -> list[Share]:
    """The counties that ``geometry`` (WGS84) touches, by adcode.

    Lengths are geodesic. A line that only touches a border has no share; a polygon has one where
    at least 1 km2 of it lies. ``stops`` are ``(lon, lat)`` of the places the project serves.
    """
    if geometry is None:
        return []
    polygons = counties.geometry.to_numpy()
    adcodes = counties["adcode"].to_numpy()
    result = []
    stop_points = [Point(stop) for stop in stops]
    for index in counties.sindex.query(geometry, predicate="intersects"):
        inside = shapely.intersection(geometry, polygons[index])
        has_stop = any(polygons[index].covers(stop) for stop in stop_points)
        if geometry.geom_type in ("LineString", "MultiLineString"):
            length = length_m(inside) / 1000
            if length < COUNTY_LEAST_KM and not has_stop:
                continue
        else:
            length = 0.0
            if geometry.geom_type in ("Polygon", "MultiPolygon") and area_km2(inside) < 1:
                continue
        result.append(Share(str(adcodes[index]), round(length, 2), has_stop))
    return sorted(result, key=lambda share: share.adcode)


def members(region: Region, adcodes: list[str]) -> set[str]:
    """The counties of ``region`` among ``adcodes``."""
    return {
        code
        for code in adcodes
        if code.startswith(tuple(region.members)) and code not in set(region.without)
    }


def regions_of(
    county_shares: list[Share], *, linear: bool, region_counties: dict[str, set[str]]
) -> list[str]:
    """Ids of the regions the shares belong to: 1 km of line, a stop, or (no line) a presence."""
    result = []
    for region, counties in region_counties.items():
        inside = [share for share in county_shares if share.adcode in counties]
        length = sum(share.length_km for share in inside)
        if length >= REGION_LEAST_KM or any(s.has_stop for s in inside) or (inside and not linear):
            result.append(region)
    return result
