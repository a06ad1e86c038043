"""Provinces, prefectures, counties and planning regions: loading them and asking where a point is.

All geometry is WGS84 longitude and latitude in degrees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import cast

import geopandas as gpd
import shapely
from shapely import STRtree
from shapely.errors import GEOSException
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.geojson import read_table
from registry import sentences
from registry.columns import COUNTIES, PREFECTURES, PROVINCES, REGIONS, names
from registry.errors import AtlasError
from registry.naming import ADCODE
from registry.paths import DEFAULT, Paths

#: Properties that each file must have, beside the geometry.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "provinces": names(PROVINCES),
    "prefectures": names(PREFECTURES),
    "counties": names(COUNTIES),
    "regions": names(REGIONS),
}


def load_provinces(paths: Paths = DEFAULT) -> gpd.GeoDataFrame:
    """Sichuan, Chongqing and the provinces around them.

    Columns ``adcode`` (6 digits), ``name``, ``name_en``, ``geometry``. The frame is kept and
    shared by all callers: do not change it.

    Raises
    ------
    AtlasError
        When the file is missing, cannot be read or lacks a property.
    """
    return _load(paths.boundaries / "provinces.geojson", paths.label(paths.boundaries))


def load_prefectures(paths: Paths = DEFAULT) -> gpd.GeoDataFrame:
    """The 21 prefectures of Sichuan, and Chongqing as one; as :func:`load_provinces`."""
    return _load(paths.boundaries / "prefectures.geojson", paths.label(paths.boundaries))


def load_counties(paths: Paths = DEFAULT) -> gpd.GeoDataFrame:
    """The 183 counties of Sichuan and 38 of Chongqing; as :func:`load_provinces`."""
    return _load(paths.boundaries / "counties.geojson", paths.label(paths.boundaries))


def load_regions(paths: Paths = DEFAULT) -> gpd.GeoDataFrame:
    """The planning regions: ``id``, names, ``area_km2``, ``members`` (adcodes joined by ";").

    As :func:`load_provinces`.
    """
    return _load(paths.boundaries / "regions.geojson", paths.label(paths.boundaries))


@lru_cache(maxsize=16)
def _load(path: Path, folder: str) -> gpd.GeoDataFrame:
    where = f"{folder}/{path.name}"
    table = read_table(path, where, _COLUMNS[path.stem], may_be_empty=path.stem == "regions")
    _check_codes(table, _COLUMNS[path.stem][0], where)
    return table


def _check_codes(table: gpd.GeoDataFrame, column: str, where: str) -> None:
    """Refuse a table whose rows are not told apart by ``column``, the adcode or the id."""
    seen: set[str] = set()
    for number, code in enumerate(table[column]):
        spot = f"{where}: features[{number}]: {column}"
        if code is None or code != code:  # pandas makes NaN of what is not there
            raise sentences.empty(spot)
        if column == "adcode" and not (isinstance(code, str) and re.fullmatch(ADCODE, code)):
            raise sentences.no_adcode(spot, str(code))
        if str(code) in seen:
            raise sentences.twice(spot)
        seen.add(str(code))


@lru_cache(maxsize=4)
def _county_index(paths: Paths) -> tuple[STRtree, list[str]]:
    counties = load_counties(paths)
    return STRtree(counties.geometry.to_numpy()), [str(c) for c in counties["adcode"]]


def county_at(lon: float, lat: float, paths: Paths = DEFAULT) -> str | None:
    """Adcode of the county that a WGS84 position in degrees lies in, or None outside all.

    A position on a shared border is given to the county with the lower adcode.

    >>> county_at(105.336, 30.098)
    '512021'
    """
    tree, adcodes = _county_index(paths)
    hits = tree.query(Point(lon, lat), predicate="intersects")
    return min((adcodes[i] for i in hits), default=None)


def region_geometry(region_id: str, paths: Paths = DEFAULT) -> BaseGeometry:
    """Polygon or multipolygon of a planning region.

    Raises
    ------
    AtlasError
        When no region has this id; the sentence lists those there are.
    """
    regions = load_regions(paths)
    match = regions.geometry[regions["id"] == region_id]
    if match.empty:
        raise sentences.unknown_code(region_id, "region", region_id, regions["id"])
    return cast("BaseGeometry", match.iloc[0])


def dissolve(adcodes: list[str], paths: Paths = DEFAULT) -> BaseGeometry:
    """Union of whole counties; a code of 2 or 4 digits stands for all that begin so.

    Raises
    ------
    AtlasError
        When a code matches no county, or counties lie over each other.
    """
    counties = load_counties(paths)
    chosen = [False] * len(counties)
    for code in adcodes:
        hits = counties["adcode"].str.startswith(code)
        if not hits.any():
            raise AtlasError(code, zh="没有这个县区代码", en="is no adcode of a county here")
        chosen = [a or b for a, b in zip(chosen, hits, strict=True)]
    try:
        return cast("BaseGeometry", shapely.coverage_union_all(list(counties.geometry[chosen])))
    except GEOSException as error:
        raise AtlasError(
            paths.label(paths.boundaries / "counties.geojson"),
            zh=f"{'、'.join(adcodes)} 的县区互相重叠",
            en=f"the counties of {', '.join(adcodes)} lie over each other",
        ) from error
