"""Which counties, and so prefectures and regions, a geometry belongs to, and by how much."""

from __future__ import annotations

import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import area_km2, length_m
from registry.land.touching import Share, touches
from registry.models import Region

#: Less than this in a county is a line touching its border.
COUNTY_LEAST_KM = 0.05


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
    """Ids of the regions that the shares belong to, by :func:`registry.land.touching.touches`."""
    return [
        region
        for region, counties in region_counties.items()
        if touches((share for share in county_shares if share.adcode in counties), linear=linear)
    ]
