"""Planning regions dissolved from counties, as data/regions.yaml lists them.

``python -m scripts.derive_regions`` writes data/boundaries/regions.geojson from the full counties
and data/boundaries/display/regions.geojson from the light ones, so that a region's border is the
counties' own at both levels. Run derive_boundaries first.
"""

from __future__ import annotations

import sys
from typing import cast

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.boundaries import load_counties
from geo.crs import area_km2
from geo.geojson import read_table, write_features
from geo.membership import members
from registry.commandline import run_script
from registry.errors import AtlasError
from registry.load import load_regions as load_registered
from registry.models import Region
from registry.paths import DEFAULT, Paths
from scripts.derive_boundaries import DISPLAY_DECIMALS, FULL_DECIMALS


def checked_members(region: Region, adcodes: list[str], where: str) -> list[str]:
    """The counties of a region among ``adcodes``, in order.

    Raises
    ------
    AtlasError
        When a code matches no county, or one taken out is not a member.
    """
    for code in region.members:
        if not any(a.startswith(code) for a in adcodes):
            raise AtlasError(
                f"{where}: {region.id}", zh=f"没有县区 {code}", en=f"no county begins with {code}"
            )
    inside = {a for a in adcodes if a.startswith(tuple(region.members))}
    if strange := sorted(set(region.without) - inside):
        raise AtlasError(
            f"{where}: {region.id}",
            zh=f"without 中的 {strange[0]} 不是成员",
            en=f"{strange[0]} in without is no member",
        )
    return sorted(members(region, adcodes))


def dissolve(counties: gpd.GeoDataFrame, adcodes: list[str]) -> BaseGeometry:
    """Union of the counties ``adcodes``, which share their borders."""
    chosen = counties.geometry[counties["adcode"].isin(adcodes)]
    return cast("BaseGeometry", shapely.coverage_union_all(list(chosen)))


def main(paths: Paths = DEFAULT) -> None:
    """Write the two files."""
    counties = load_counties(paths)
    path = paths.boundaries / "display" / "counties.geojson"
    light = read_table(path, paths.label(path), ("adcode",))
    adcodes = [str(a) for a in counties["adcode"]]
    full_features, light_features = [], []
    for region in load_registered(paths).values():
        codes = checked_members(region, adcodes, paths.label(paths.regions))
        shape = dissolve(counties, codes)
        area = area_km2(shape)
        properties = {
            "id": region.id,
            "name": region.name,
            "name_en": region.name_en,
            "area_km2": round(area),
            "members": ";".join(codes),
        }
        full_features.append((properties, shape))
        light_features.append((properties, dissolve(light, codes)))
        published = f", published {region.area_km2:,.0f}" if region.area_km2 else ""
        print(f"{region.name}: {len(codes)} counties, {area:,.0f} km2{published}")
    for folder, features, decimals in (
        (paths.boundaries, full_features, FULL_DECIMALS),
        (paths.boundaries / "display", light_features, DISPLAY_DECIMALS),
    ):
        size = write_features(folder / "regions.geojson", features, decimals=decimals)
        print(f"{paths.label(folder)}/regions.geojson: {len(features)} features, {size:,} bytes")


if __name__ == "__main__":
    sys.exit(run_script(main))
