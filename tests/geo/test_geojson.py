"""GeoJSON as shapes: what lies on the earth, what is a table, and text that stays the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point

from geo.geojson import feature_collection, read_table, to_shape, write_features
from registry.errors import AtlasError


def _point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.mark.parametrize(
    ("lon", "lat"), [(-180, -90), (180, 90), (-180, 90), (180, -90), (104.1, 30.7)]
)
def test_a_shape_on_the_earth(lon: float, lat: float) -> None:
    assert to_shape(_point(lon, lat), "x") == Point(lon, lat)


def test_nothing_and_an_empty_shape_are_no_error() -> None:
    assert to_shape(None, "x") is None
    found = to_shape({"type": "GeometryCollection", "geometries": []}, "x")
    assert found is not None
    assert found.is_empty


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[0, 0]]},
        {"type": "Point", "coordinates": "east"},
        {"type": "Point", "coordinates": [None, 3]},
        {"type": "Circle", "coordinates": [1, 2]},
        {"coordinates": [1, 2]},
        {"type": "Polygon", "coordinates": [[[0, 0]]]},
    ],
)
def test_what_is_no_shape(geometry: dict[str, Any]) -> None:
    with pytest.raises(AtlasError, match="x: the geometry is missing or not valid") as caught:
        to_shape(geometry, "x")
    assert caught.value.where == "x"


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (_point(-180.1, 0), "x: its coordinates are no degrees"),
        (_point(180.1, 0), "x: its coordinates are no degrees"),
        (_point(90.1, 90.1), "x: its coordinates are no degrees"),
        (_point(0, 180.1), "x: its coordinates are no degrees"),
        (_point(0, -180.1), "x: its coordinates are no degrees"),
        (
            {"type": "LineString", "coordinates": [[-181, 0], [0, 0]]},
            "x: its coordinates are no degrees",
        ),
        (_point(0, -90.1), "x: has latitude before longitude"),
        (_point(0, 90.1), "x: has latitude before longitude"),
        (_point(90, 180), "x: has latitude before longitude"),
        (_point(-90, -180), "x: has latitude before longitude"),
        (
            {"type": "LineString", "coordinates": [[0, 0], [0, 91]]},
            "x: has latitude before longitude",
        ),
    ],
)
def test_what_lies_off_the_earth_is_told_why(geometry: dict[str, Any], said: str) -> None:
    with pytest.raises(AtlasError, match=said):
        to_shape(geometry, "x")


def test_what_is_written_is_read_as_a_table(tmp_path: Path) -> None:
    file = tmp_path / "f"
    features = [({"id": "a", "name": "甲"}, Point(1.25, 2)), ({"id": "b"}, Point(3, 4))]
    assert write_features(file, features, decimals=1) == len(file.read_bytes())
    table = read_table(file, "f", ("id", "name"))
    assert list(table["id"]) == ["a", "b"]
    assert table["name"][0] == "甲"
    assert list(table["name"].isna()) == [False, True]
    assert [(p.x, p.y) for p in table.geometry] == [(1.2, 2), (3, 4)]
    assert table.crs.to_epsg() == 4326
    with pytest.raises(AtlasError, match="f: lacks the columns kind, km"):
        read_table(file, "f", ("id", "kind", "km"))


@pytest.mark.parametrize(
    ("geometry", "says"),
    [
        ("null", r"f: features\[0\]: geometry: the geometry is missing"),
        ('{"type":"LineString","coordinates":[]}', r"f: features\[0\]: geometry"),
        (
            '{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}',
            r"f: features\[0\]: geometry: .* not valid",
        ),
    ],
)
def test_a_table_has_a_valid_shape_in_every_row(geometry: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_text(
        f'{{"features":[{{"properties":{{"id":"a"}},"geometry":{geometry}}}]}}', encoding="utf-8"
    )
    with pytest.raises(AtlasError, match=says):
        read_table(tmp_path / "f", "f", ("id",))


def test_a_table_has_rows(tmp_path: Path) -> None:
    (tmp_path / "f").write_text(feature_collection([], decimals=5), encoding="utf-8")
    with pytest.raises(AtlasError, match="f: is not GeoJSON: a FeatureCollection is expected"):
        read_table(tmp_path / "f", "f")


def test_a_number_that_is_not_finite_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        feature_collection([({"km": float("inf")}, None)], decimals=5)
