"""What real programs were reported to write, compared with the file that they read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyst.diff.compare import compare
from analyst.diff.release import told
from registry.errors import AtlasError

#: A column of each kind, as the atlas writes it.
GIVEN = {"name": "甲线", "name_en": "A", "status": "start", "official_km": 699, "reviewed": True}
GIVEN |= {"complete_year": 2027, "last_checked": "2026-11-26", "note": None}
LINE = [[104.0, 30.0], [105.0, 30.5]]
Feature = dict[str, Any]


def release(file: Path, *features: Feature) -> Path:
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


def feature(**changes: Any) -> Feature:
    shape = {"type": "LineString", "coordinates": LINE}
    return {"type": "Feature", "properties": {"id": "a", **GIVEN}, "geometry": shape} | changes


def changed(tmp_path: Path, new: Feature) -> bool:
    old = release(tmp_path / "old.json", feature())
    return bool(compare(old, release(tmp_path / "new.json", new), retired={}).changed)


def _text(value: object) -> object:
    return None if value is None else str(float(value)) if type(value) is int else str(value)


@pytest.mark.parametrize(
    "written",
    [
        # A table of text, as a spreadsheet; flags as numbers, as QGIS and sf.
        {name: _text(value) for name, value in GIVEN.items()},
        GIVEN | {"reviewed": 1},
        GIVEN | {"reviewed": "TRUE", "complete_year": 2027.0, "official_km": "699"},
        GIVEN | {"last_checked": "2026-11-26T00:00:00", "note": ""},
    ],
)
def test_the_same_in_other_types_is_no_change(tmp_path: Path, written: dict[str, Any]) -> None:
    assert not changed(tmp_path, feature(properties={"id": "a", **written}))


@pytest.mark.parametrize(
    "written",
    [
        GIVEN | {"reviewed": 0},
        GIVEN | {"reviewed": None},
        GIVEN | {"official_km": "700"},
        GIVEN | {"name": "1", "complete_year": "2027.5"},
    ],
)
def test_another_value_is_a_change(tmp_path: Path, written: dict[str, Any]) -> None:
    assert changed(tmp_path, feature(properties={"id": "a", **written}))


def test_text_columns_stay_text() -> None:
    assert told("01", "name") == "01"
    assert told("2.0", "note") == "2.0"
    assert told("about 700", "official_km") == "about 700"
    assert told("", "official_km") == told(None, "official_km") == ""


def test_heights_and_measures_are_left_out(tmp_path: Path) -> None:
    for more in ([5], [5, 6], [None], ["x"]):
        there = [[*place, *more] for place in LINE]
        shape = {"type": "LineString", "coordinates": there}
        assert not changed(tmp_path, feature(geometry=shape))


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "LineString", "coordinates": [["104", "30"], ["105", "30.5"]]},
        {"type": "Point", "coordinates": [True, False]},
        {"type": "Point", "coordinates": [104]},
        {"type": "linestring", "coordinates": LINE},
        {"type": "LineString", "coordinates": [[104, None], [105, 30]]},
        {"type": "LineString", "coordinates": [[], []]},
        {"type": "MultiLineString", "coordinates": [None]},
        {"type": "MultiLineString", "coordinates": LINE},
        {"type": "GeometryCollection", "geometries": [None]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": None}]},
        {"type": "GeometryCollection", "coordinates": []},
        {"type": "Feature", "geometry": None, "geometries": []},
        {"type": None, "coordinates": LINE},
        {"coordinates": LINE},
    ],
)
def test_what_is_no_position_is_refused(tmp_path: Path, shape: object) -> None:
    with pytest.raises(AtlasError, match="a: geometry: the geometry is missing or not valid"):
        changed(tmp_path, feature(geometry=shape))


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "LineString", "coordinates": []},
        {"type": "MultiLineString", "coordinates": [[]]},
        {"type": "GeometryCollection", "geometries": []},
    ],
)
def test_nothing_drawn_is_no_shape(tmp_path: Path, shape: object) -> None:
    assert changed(tmp_path, feature(geometry=shape))


def collections(depth: int) -> object:
    shape: object = {"type": "LineString", "coordinates": LINE}
    for _ in range(depth):
        shape = {"type": "GeometryCollection", "geometries": [shape]}
    return shape


def test_collections_nest_so_far(tmp_path: Path) -> None:
    assert not changed(tmp_path, feature(geometry=collections(32)))
    with pytest.raises(AtlasError, match="geometry is missing or not valid"):
        changed(tmp_path, feature(geometry=collections(33)))


def _without(name: str) -> Callable[[Feature], None]:
    return lambda new: new.pop(name)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_without("properties"), "a?: ?properties: the field is missing"),
        (lambda new: new.update(properties=None), r"features\[0\]: id: the field is missing"),
        (lambda new: new.update(properties=None, id="a"), "lacks the columns name, status"),
        (lambda new: new["properties"].pop("status"), "lacks the columns status"),
        (lambda new: new.update(properties=[]), "is not GeoJSON"),
        (lambda new: new["properties"].update(id=7), r"features\[0\]: id: must be text"),
        (lambda new: new["properties"].update(id=""), r"features\[0\]: id: "),
    ],
)
def test_a_feature_is_refused_for_its_own_reason(
    tmp_path: Path, change: Callable[[Feature], None], words: str
) -> None:
    new = feature()
    change(new)
    with pytest.raises(AtlasError, match=words):
        changed(tmp_path, new)


def test_columns_that_a_shapefile_has_cut_are_refused(tmp_path: Path) -> None:
    cut = {name[:10]: value for name, value in {"id": "a", **GIVEN}.items()}
    with pytest.raises(AtlasError, match="complete_y: is the column complete_year with its name"):
        changed(tmp_path, feature(properties=cut))
    # A column that is merely gone, or one whose beginning is a column too, is no such case.
    less = {name: value for name, value in GIVEN.items() if name != "complete_year"}
    assert not changed(tmp_path, feature(properties={"id": "a", **less}))
