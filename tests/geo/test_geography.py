"""The shipped boundaries, gazetteer, rivers and networks hold together."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
import yaml
from shapely.geometry import Point

from geo import boundaries, rivers
from geo.crs import area_km2, distance_m, length_m, wgs84_to_gcj02
from registry.errors import AtlasError
from registry.geometry import PlaceKind
from registry.models import Region
from registry.paths import DEFAULT, Paths
from tests.support import copy_data, edit

LonLat = tuple[float, float]
LEVELS = ("provinces", "prefectures", "counties", "regions")


@pytest.fixture(scope="module")
def places() -> list[dict[str, str]]:
    with DEFAULT.places.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def seats(places: list[dict[str, str]]) -> dict[str, LonLat]:
    return {
        p["name"]: (float(p["lon"]), float(p["lat"]))
        for p in places
        if p["kind"] == PlaceKind.SEAT and p["name"] != "市中区"
    }


# Boundaries


def test_counts() -> None:
    counties = boundaries.load_counties()
    by_province = counties["province"].value_counts().to_dict()
    assert by_province == {"510000": 183, "500000": 38}
    prefectures = boundaries.load_prefectures()
    assert prefectures["province"].value_counts().to_dict() == {"510000": 21, "500000": 1}
    assert len(boundaries.load_provinces()) == 10
    assert set(counties["prefecture"]) == set(prefectures["adcode"])


@pytest.mark.parametrize("folder", ["", "display"])
def test_counties_have_no_gap_and_no_overlap(folder: str) -> None:
    path = DEFAULT.boundaries / folder
    counties = gpd.read_file(path / "counties.geojson")
    provinces = gpd.read_file(path / "provinces.geojson")
    assert counties.geometry.is_valid.all()
    assert shapely.coverage_is_valid(counties.geometry.to_numpy())
    # No holes inside the two provinces, which a gap would leave.
    whole = shapely.coverage_union_all(counties.geometry.to_numpy())
    assert not [r for p in shapely.get_parts(whole) for r in p.interiors]
    outside = provinces[~provinces["adcode"].isin(["500000", "510000"])]
    assert shapely.coverage_is_valid([*counties.geometry, *outside.geometry])


@pytest.mark.parametrize("folder", ["", "display"])
def test_borders_are_the_same_lines_at_every_level(folder: str) -> None:
    path = DEFAULT.boundaries / folder
    tables = {level: gpd.read_file(path / f"{level}.geojson") for level in LEVELS}
    counties = tables["counties"].set_index("adcode")
    groups = {
        **dict(tables["counties"].groupby("prefecture").groups),
        **dict(tables["counties"].groupby("province").groups),
    }
    for level in ("provinces", "prefectures"):
        for adcode, shape in zip(tables[level]["adcode"], tables[level].geometry, strict=True):
            if adcode in groups:
                parts = tables["counties"].geometry.loc[groups[adcode]].to_numpy()
                assert shapely.coverage_union_all(parts).equals(shape), adcode
    for members, shape in zip(
        tables["regions"]["members"], tables["regions"].geometry, strict=True
    ):
        parts = counties.geometry.loc[members.split(";")].to_numpy()
        assert shapely.coverage_union_all(parts).equals(shape)


def test_areas_agree_with_published_ones() -> None:
    provinces = boundaries.load_provinces().set_index("adcode").geometry
    assert area_km2(provinces["510000"]) == pytest.approx(486_000, rel=0.005)
    assert area_km2(provinces["500000"]) == pytest.approx(82_400, rel=0.005)


def test_display_copies_are_light() -> None:
    display = DEFAULT.boundaries / "display"
    sizes = [(display / f"{level}.geojson").stat().st_size for level in LEVELS[:3]]
    assert sum(sizes) <= 450_000
    assert (DEFAULT.boundaries / "counties.geojson").stat().st_size <= 2_500_000


@pytest.mark.parametrize("folder", ["", "display"])
@pytest.mark.parametrize("level", LEVELS)
def test_files_are_rfc_7946_and_one_feature_a_line(folder: str, level: str) -> None:
    path = DEFAULT.boundaries / folder / f"{level}.geojson"
    lines = path.read_text("utf-8").splitlines()
    collection = json.loads("\n".join(lines))
    assert set(collection) == {"type", "features"}
    assert len(lines) == len(collection["features"]) + 2
    assert "\\u" not in path.read_text("utf-8")
    for feature in collection["features"]:
        # As the script writes it: an id of its own where the record has one.
        assert feature.get("id") == feature["properties"].get("id")
    most = 4 if folder else 5
    table = gpd.read_file(path)
    for shape in table.geometry:
        coordinates = shapely.get_coordinates(shape)
        assert (coordinates == coordinates.round(most)).all()
        for part in shapely.get_parts(shape):
            assert part.exterior.is_ccw
            assert not any(ring.is_ccw for ring in part.interiors)
    if level != "regions":
        assert list(table["adcode"]) == sorted(table["adcode"])


def test_english_names() -> None:
    counties = boundaries.load_counties()
    english = dict(zip(counties["name"], counties["name_en"], strict=True))
    expected = {
        "安岳县": "Anyue County",
        "渝北区": "Yubei District",
        "长寿区": "Changshou District",
        "什邡市": "Shifang",
        "犍为县": "Qianwei County",
        "郫都区": "Pidu District",
        "綦江区": "Qijiang District",
        "筠连县": "Junlian County",
        "珙县": "Gong County",
        "荥经县": "Yingjing County",
        "朝天区": "Chaotian District",
        "长宁县": "Changning County",
        "丰都县": "Fengdu County",
        "北川羌族自治县": "Beichuan Qiang Autonomous County",
        "阿坝县": "Ngawa County",
    }
    assert {name: english[name] for name in expected} == expected
    prefectures = boundaries.load_prefectures().set_index("name")["name_en"]
    assert prefectures["乐山市"] == "Leshan"
    assert prefectures["重庆市"] == "Chongqing"
    assert {"Ngawa", "Garze", "Liangshan"} <= set(prefectures)
    assert all(name.isascii() for name in english.values())


def test_county_at() -> None:
    assert boundaries.county_at(105.336, 30.098) == "512021"  # 安岳
    assert boundaries.county_at(116.4, 39.9) is None
    shared = boundaries.load_counties().geometry.iloc[0].geoms[0].exterior.coords[0]
    assert boundaries.county_at(*shared) is not None


def test_dissolve_takes_prefixes_and_refuses_unknown_codes() -> None:
    luzhou = boundaries.load_prefectures().set_index("adcode").geometry["510500"]
    assert boundaries.dissolve(["5105"]).equals(luzhou)
    with pytest.raises(AtlasError, match="no adcode"):
        boundaries.dissolve(["5199"])


# Regions


@pytest.mark.parametrize(
    ("region", "expected"),
    [("chuannan-yuxi", 46_650), ("wandakai", 24_033), ("chengyu", 189_125)],
)
def test_region_areas(region: str, expected: int) -> None:
    assert area_km2(boundaries.region_geometry(region)) == pytest.approx(expected, abs=5)


def test_chengyu_less_its_two_partial_counties() -> None:
    counties = boundaries.load_counties().set_index("adcode").geometry
    whole = area_km2(boundaries.region_geometry("chengyu"))
    partial = area_km2(counties["500154"]) + area_km2(counties["500235"])
    assert whole - partial == pytest.approx(181_498, abs=5)


def test_regions_file_is_valid_and_built() -> None:
    entries = yaml.safe_load(DEFAULT.regions.read_text("utf-8"))["regions"]
    regions = [Region.model_validate(entry) for entry in entries]
    built = boundaries.load_regions().set_index("id")
    assert [r.id for r in regions] == list(built.index)
    for region in regions:
        codes = built.loc[region.id, "members"].split(";")
        assert all(c.startswith(tuple(region.members)) for c in codes)
        assert not set(codes) & set(region.without)
        assert built.loc[region.id, "area_km2"] == pytest.approx(
            area_km2(built.geometry[region.id]), abs=1
        )
        if region.area_km2:
            assert built.loc[region.id, "area_km2"] == pytest.approx(region.area_km2, rel=0.03)


def test_unknown_region_is_refused_with_those_there_are() -> None:
    with pytest.raises(AtlasError, match="chuannan-yuxi"):
        boundaries.region_geometry("nowhere")


# Broken files


def test_missing_boundaries_are_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"data/boundaries/counties\.geojson: the file does not"):
        boundaries.load_counties(Paths(tmp_path / "data"))


def test_broken_boundaries_are_told(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    edit(paths.boundaries / "provinces.geojson", '{"type":"FeatureCollection"', "?")
    with pytest.raises(AtlasError, match="not GeoJSON"):
        boundaries.load_provinces(paths)


def test_a_missing_property_is_named(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    path = paths.boundaries / "provinces.geojson"
    path.write_text(path.read_text("utf-8").replace('"name_en"', '"english"'), "utf-8")
    with pytest.raises(AtlasError, match="name_en") as caught:
        boundaries.load_provinces(paths)
    assert "缺少列 name_en" in caught.value.text("zh")


# Gazetteer


def test_every_county_and_prefecture_has_one_seat_inside(places: list[dict[str, str]]) -> None:
    seat_codes = Counter(p["adcode"] for p in places if p["kind"] == PlaceKind.SEAT)
    counties = boundaries.load_counties()
    prefectures = boundaries.load_prefectures()
    shapes = {
        **dict(zip(counties["adcode"], counties.geometry, strict=True)),
        **dict(zip(prefectures["adcode"], prefectures.geometry, strict=True)),
    }
    names = {
        **dict(zip(counties["adcode"], counties["name"], strict=True)),
        **dict(zip(prefectures["adcode"], prefectures["name"], strict=True)),
    }
    assert all(seat_codes[adcode] == 1 for adcode in shapes)
    for place in places:
        if place["kind"] == PlaceKind.SEAT and place["adcode"] in shapes:
            point = Point(float(place["lon"]), float(place["lat"]))
            assert shapes[place["adcode"]].contains(point), place["name"]
            assert names[place["adcode"]] == place["name"]


def test_every_town_is_in_the_county_it_names(places: list[dict[str, str]]) -> None:
    for place in places:
        if place["kind"] == PlaceKind.TOWN:
            found = boundaries.county_at(float(place["lon"]), float(place["lat"]))
            assert found == place["adcode"], place["name"]


def test_places_are_unique_and_plain(places: list[dict[str, str]]) -> None:
    keys = Counter((p["name"], p["adcode"]) for p in places)
    assert [k for k, n in keys.items() if n > 1] == []
    for place in places:
        assert place["kind"] in (PlaceKind.SEAT, PlaceKind.TOWN)
        assert len(place["adcode"]) == 6
        assert all(len(place[c].split(".")[1]) == 6 for c in ("lon", "lat"))
        assert place["source"]


# Where GeoNames, which is WGS84, and the seat of the county are the same place within 150 m.
WGS84_SEATS = {
    "达州市": (107.46308, 31.21060),
    "开江县": (107.86348, 31.08547),
    "自贡市": (104.77689, 29.34162),
    "巴中市": (106.74432, 31.86940),
    "璧山区": (106.22476, 29.59491),
    "古蔺县": (105.81038, 28.04223),
    "会东县": (102.57568, 26.63745),
    "彭水苗族土家族自治县": (108.16132, 29.29524),
}


@pytest.mark.parametrize("name", WGS84_SEATS)
def test_seats_are_wgs84_not_gcj02(name: str, seats: dict[str, LonLat]) -> None:
    assert distance_m(seats[name], WGS84_SEATS[name]) < 160
    # The same seat left as the package has it would fail.
    assert distance_m(wgs84_to_gcj02(*seats[name]), WGS84_SEATS[name]) > 300


OUTSIDE = (
    "毕节市 威信县 习水县 金沙县 彝良县 镇巴县 西安市 昆明市 西宁市 百色市 遵义市 贵阳市 水富市"
)


@pytest.mark.parametrize("name", OUTSIDE.split())
def test_ends_outside_the_two_provinces_are_there(name: str, seats: dict[str, LonLat]) -> None:
    assert name in seats


# Rivers

CITIES = {
    "长江": "宜宾市 泸州市 合江县 江津区 重庆市 长寿区 涪陵区 丰都县 忠县 万州区 云阳县 宜昌市",
    "金沙江": "攀枝花市 雷波县 宜宾市",
    "岷江": "乐山市 犍为县 宜宾市 都江堰市 汶川县",
    "沱江": "金堂县 简阳市 资阳市 资中县 内江市 富顺县 泸州市",
    "嘉陵江": "广元市 阆中市 南部县 蓬安县 南充市 武胜县 合川区 重庆市",
    "涪江": "三台县 射洪市 遂宁市 潼南区 合川区",
    "渠江": "巴中市 渠县 广安市",
    "州河": "宣汉县 达州市",
    "乌江": "思南县 彭水苗族土家族自治县 武隆区 涪陵区",
    "大渡河": "泸定县 石棉县 汉源县 沙湾区 乐山市",
    "赤水河": "赤水市 合江县",
    "青衣江": "雅安市 洪雅县 夹江县",
    "雅砻江": "新龙县 雅江县",
}


@pytest.mark.parametrize("name", CITIES)
def test_rivers_pass_their_cities(name: str, seats: dict[str, LonLat]) -> None:
    for city in CITIES[name].split():
        assert rivers.distance_to_river_m(name, seats[city]) < 5_000, city


def test_rivers_are_single_clean_lines_that_flow_down() -> None:
    lines = rivers.load_rivers()
    assert set(lines) == set(CITIES)
    assert all(line.is_simple for line in lines.values())
    for upper, lower in (
        ("沱江", "长江"),
        ("涪江", "嘉陵江"),
        ("渠江", "嘉陵江"),
        ("州河", "渠江"),
    ):
        mouth = Point(lines[upper].coords[-1])
        assert mouth.distance(lines[lower]) < 1e-9
    assert lines["金沙江"].coords[-1] == lines["岷江"].coords[-1] == lines["长江"].coords[0]


def test_trace_runs_from_start_to_end(seats: dict[str, LonLat]) -> None:
    down = rivers.trace("岷江", seats["乐山市"], seats["宜宾市"])
    up = rivers.trace("岷江", seats["宜宾市"], seats["乐山市"])
    assert distance_m(down.coords[0], seats["乐山市"]) < 5_000
    assert list(up.coords) == list(down.coords)[::-1]
    # The published channel is 162 km; WDBII smooths the small bends away.
    assert 145_000 < length_m(down) < 162_000
    assert not down.has_z


def test_trace_refuses_what_is_not_on_the_river(seats: dict[str, LonLat]) -> None:
    with pytest.raises(AtlasError, match="more than 15 km"):
        rivers.trace("沱江", seats["西安市"], seats["泸州市"])
    with pytest.raises(AtlasError, match="one point"):
        rivers.trace("沱江", seats["泸州市"], seats["泸州市"])
    with pytest.raises(AtlasError, match="there are 长江"):
        rivers.trace("綦江", seats["泸州市"], seats["内江市"])
    with pytest.raises(AtlasError, match="km from the 渠江"):
        rivers.trace("渠江", seats["达州市"], seats["渠县"])
    assert rivers.trace("渠江", seats["达州市"], seats["渠县"], tolerance_m=30_000).length > 0


def test_missing_rivers_are_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"rivers\.geojson: the file does not exist"):
        rivers.load_rivers(Paths(tmp_path / "data"))


# Networks


@pytest.mark.parametrize("name", ["rail", "roads"])
def test_networks_are_small_and_chains_carry_their_chords(name: str) -> None:
    path = DEFAULT.rivers.with_name(f"{name}.geojson")
    assert path.stat().st_size < 1_250_000
    table = gpd.read_file(path)
    assert set(table.geometry.geom_type) == {"LineString"}
    for line, length, chord, over in zip(
        table.geometry[::50],
        table["length_km"][::50],
        table["max_chord_km"][::50],
        table["over_m"][::50],
        strict=True,
    ):
        pairs = zip(line.coords, list(line.coords)[1:], strict=False)
        longest = max(distance_m(a, b) for a, b in pairs) / 1000
        assert chord == pytest.approx(longest, abs=0.06)
        assert length >= length_m(line) / 1000 - 0.2 * len(line.coords)
        assert len(over) == len(line.coords) - 1
        assert min(over) >= 0
        assert sum(over) / 1000 == pytest.approx(
            length - length_m(line) / 1000, abs=0.06 + 0.2 * len(over)
        )
