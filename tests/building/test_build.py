"""The built files: as a fresh build makes them, and as RFC 7946 and readers want them."""

from __future__ import annotations

import csv
import json
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import shape

from building.build import MENTION_COLUMNS, outputs
from geo.boundaries import load_counties, load_provinces
from geo.crs import length_m
from registry.geometry import Precision
from registry.load import load_registry
from registry.paths import DEFAULT
from registry.vocab import Mode, Status

Feature = dict[str, Any]


@pytest.fixture(scope="module")
def text() -> str:
    return DEFAULT.geojson.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def features(text: str) -> list[Feature]:
    found: list[Feature] = json.loads(text)["features"]
    return found


def test_committed_files_are_what_a_build_makes() -> None:
    for path, fresh in outputs().items():
        assert path.read_text(encoding="utf-8") == fresh, f"{path.name}: run python -m geo build"


def _positions(coordinates: Any) -> list[list[float]]:
    if isinstance(coordinates[0], int | float):
        return [coordinates]
    return [position for part in coordinates for position in _positions(part)]


def test_rfc_7946(text: str, features: list[Feature]) -> None:
    document = json.loads(text)
    assert set(document) == {"type", "features"}
    assert "\\u" not in text
    for feature in features:
        assert set(feature) == {"type", "id", "properties", "geometry"}
        if feature["geometry"] is None:
            continue
        for lon, lat in _positions(feature["geometry"]["coordinates"]):
            assert 70 < lon < 136
            assert 3 < lat < 54
            assert round(lon, 6) == lon
            assert round(lat, 6) == lat
        polygon = shape(feature["geometry"])
        if "Polygon" in polygon.geom_type:
            rings = [part.exterior for part in shapely.get_parts(polygon)]
            assert all(ring.is_ccw for ring in rings), feature["id"]
            holes = [hole for part in shapely.get_parts(polygon) for hole in part.interiors]
            assert not any(hole.is_ccw for hole in holes), feature["id"]


def test_one_feature_a_line_in_a_stable_order(text: str, features: list[Feature]) -> None:
    assert len(text.splitlines()) == len(features) + 2
    order = list(Mode)
    keys = [(order.index(f["properties"]["mode"]), f["id"]) for f in features]
    assert keys == sorted(keys)
    assert {f["id"] for f in features} == set(load_registry().projects)


def test_properties_are_flat_and_of_one_type_a_column(features: list[Feature]) -> None:
    columns = list(features[0]["properties"])
    for feature in features:
        assert list(feature["properties"]) == columns
    for name in columns:
        kinds = {type(f["properties"][name]) for f in features} - {type(None)}
        assert kinds <= {int, float} or kinds <= {str} or kinds == {bool}, name


def test_every_feature_says_how_it_is_known(features: list[Feature]) -> None:
    for feature in features:
        said = feature["properties"]
        precision = Precision(said["geometry_precision"])
        if precision is Precision.NONE:
            assert feature["geometry"] is None
            assert said["uncertainty_m"] is None
            assert said["route_note"], f"{feature['id']} gives no reason"
            continue
        # The works of an area are somewhere inside: no band says where.
        assert (said["uncertainty_m"] is None) == (precision is Precision.AREA)
        assert said["uncertainty_m"] is None or said["uncertainty_m"] > 0
        assert said["geometry_source"]
        assert said["geometry_method"] != "none"
        kind = feature["geometry"]["type"]
        expected = {Precision.PLACE: "Point", Precision.AREA: "Polygon"}.get(
            precision, "LineString"
        )
        assert expected in kind, feature["id"]
        assert (said["length_km"] is not None) == ("LineString" in kind)
        assert shape(feature["geometry"]).is_valid, feature["id"]


def test_lengths_and_counties_agree(features: list[Feature]) -> None:
    with DEFAULT.county_lengths.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    inside: dict[str, float] = {}
    for row in rows:
        inside[row["project_id"]] = inside.get(row["project_id"], 0) + float(row["length_km"])
    covered = shapely.union_all(load_counties().geometry.to_numpy())
    for feature in features:
        said = feature["properties"]
        if said["length_km"] is None:
            continue
        line = shape(feature["geometry"])
        whole = length_m(line) / 1000
        assert whole == pytest.approx(said["length_km"], abs=0.1, rel=0.002)
        here = length_m(line.intersection(covered)) / 1000
        assert inside.get(feature["id"], 0) == pytest.approx(here, abs=0.6), feature["id"]


def test_core_projects_lie_in_the_two_provinces_or_say_why(features: list[Feature]) -> None:
    outside = [
        f["id"]
        for f in features
        if f["geometry"] and not f["properties"]["counties"] and f["properties"]["mode"] != "port"
    ]
    assert set(outside) <= {"huangbai-railway", "three-gorges-new-channel"}
    near = shapely.union_all(load_provinces().geometry.to_numpy()).buffer(0.2)
    for feature in features:
        if feature["geometry"] and feature["id"] != "huangbai-railway":
            assert near.covers(shape(feature["geometry"])), feature["id"]


def test_regions_hold_what_they_should(features: list[Feature]) -> None:
    regions = {f["id"]: set(f["properties"]["regions"].split(";")) for f in features}
    assert {"chengyu", "chuannan", "chuannan-yuxi"} <= regions["chuannan-ic-neizilu"]
    assert "wandakai" in regions["chengdawan-hsr"]
    assert "wandakai" not in regions["yukun-hsr"]
    assert "chuannan-yuxi" not in regions["dawan-railway"]
    assert "wandakai" in regions["dawan-railway"]


def test_mentions_csv(features: list[Feature]) -> None:
    raw = DEFAULT.mentions.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    with DEFAULT.mentions.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == MENTION_COLUMNS
    registry = load_registry()
    assert len(rows) == sum(len(p.mentions) for p in registry.projects.values())
    plans = list(registry.plans)
    assert [plans.index(r["plan_id"]) for r in rows] == sorted(
        plans.index(r["plan_id"]) for r in rows
    )
    ids = {f["id"] for f in features}
    for row in rows:
        assert row["project_id"] in ids
        assert row["status"] in set(Status)


def test_newest_status_is_that_of_the_newest_plan_that_says_what_to_do(
    features: list[Feature],
) -> None:
    for feature in features:
        said = feature["properties"]
        told = {plan: said[f"status_{plan.replace('-', '_')}"] for plan in said["plans"].split(";")}
        telling = [plan for plan, status in told.items() if status != "unspecified"] or list(told)
        assert said["status_plan"] == telling[-1]
        assert said["status"] == told[telling[-1]]
    by_id = {f["id"]: f["properties"] for f in features}
    assert by_id["chengyu-expwy"]["status"] == "upgrade", "a bare name yields to a telling one"
    assert by_id["longhuang-longxu"]["status_shuangcheng_2020"] == "preparation"


def test_geopandas_reads_it() -> None:
    table = gpd.read_file(DEFAULT.geojson)
    assert table.crs.to_epsg() == 4326
    assert len(table) == len(load_registry().projects)
    assert table.geometry.isna().sum() == (table["geometry_precision"] == "none").sum()
