"""A GeoPackage as it is written, of layers that are made up: shapes, types, styles, days."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from shapely import LineString, MultiLineString, Point

from analyst.collection import CRS, Table
from analyst.geopackage.writer import plain, write_geopackage
from analyst.qgis.style import Layer, qml
from analyst.qgis.symbols import Shape
from analyst.qgis.views import VIEWS, View
from registry.column import Column, Kind
from registry.vocab import Mode
from tests.analyst.package.test_catalogue import collection

WORDS = (("列", "Column"), ("列", "A column"))
COLUMNS = tuple(
    Column(name, kind, *WORDS, "registry")
    for name, kind in (
        ("id", Kind.TEXT),
        ("day", Kind.DATE),
        ("n", Kind.INTEGER),
        ("km", Kind.NUMBER),
        ("is", Kind.BOOLEAN),
    )
)
VALUES: dict[str, list[Any]] = {
    "id": ["a", "b"],
    "day": ["2020", None],
    "n": [1, 2],
    "km": [0.5, 1.5],
    "is": [True, False],
}
LINE = LineString([(104, 30), (105, 31)])
PLANS = {"p0": "p0规划"}
MADE = date(2026, 1, 2)


def table(name: str, shape: Shape, *shapes: Any, mode: Mode | None = None) -> Table:
    frame: pd.DataFrame = pd.DataFrame(VALUES)
    if shape is not Shape.NONE:
        frame = gpd.GeoDataFrame(frame, geometry=list(shapes), crs=CRS)
    return Table(name, f"{name} 题", "all", frame, Layer(name, shape, COLUMNS, mode))


TABLES = [
    table("rail", Shape.LINES, LINE, None, mode=Mode.RAIL),
    table("port", Shape.POINTS, Point(104, 30), None, mode=Mode.PORT),
    table("places", Shape.POINTS, Point(104, 30), Point(105, 31)),
    table("project_points", Shape.POINTS, Point(104, 30), None),
    table("projects", Shape.MIXED, LINE, Point(104, 30)),
    table("plans", Shape.NONE),
]


@pytest.fixture(params=["a", "a!b"])
def written(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """The package opened, in a folder that GDAL would take for an archive too."""
    folder = tmp_path / request.param
    folder.mkdir()
    some = replace(collection(), tables=TABLES, view=View.PLAN)
    write_geopackage(folder / "atlas.gpkg", some, PLANS, MADE)
    assert [path.name for path in folder.iterdir()] == ["atlas.gpkg"]
    with closing(sqlite3.connect(folder / "atlas.gpkg")) as base:
        yield base


def test_codes_and_days_are_text_and_numbers_stay() -> None:
    frame = plain(TABLES[-1])
    kinds = {name: str(frame[name].dtype) for name in frame}
    assert kinds == {"id": "string", "day": "string", "n": "int64", "km": "float64", "is": "bool"}
    assert frame is not TABLES[-1].frame


def test_each_layer_has_its_shape_its_title_and_the_day_it_was_made(
    written: sqlite3.Connection,
) -> None:
    kinds = written.execute(
        "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"
    )
    assert sorted(kinds) == [
        ("places", "geom", "POINT", 4326),
        ("port", "geom", "MULTIPOINT", 4326),
        ("project_points", "geom", "POINT", 4326),
        ("projects", "geom", "GEOMETRY", 4326),
        ("rail", "geom", "MULTILINESTRING", 4326),
    ]
    told = written.execute("SELECT table_name, description, last_change FROM gpkg_contents")
    listed = {name: (title, day) for name, title, day in told}
    when = "2026-01-02T00:00:00.000Z"
    assert {t.name: listed[t.name] for t in TABLES} == {t.name: (t.title, when) for t in TABLES}
    assert listed["layer_styles"] == ("", when)


def test_shapes_and_cells_come_back(tmp_path: Path) -> None:
    file = tmp_path / "atlas.gpkg"
    write_geopackage(file, replace(collection(), tables=TABLES), PLANS, MADE)
    rail = pyogrio.read_dataframe(file, layer="rail")
    assert list(rail.geometry) == [MultiLineString([LINE]), None]
    places = pyogrio.read_dataframe(file, layer="places")
    assert list(places.geometry) == [Point(104, 30), Point(105, 31)]
    mixed = pyogrio.read_dataframe(file, layer="projects")
    assert list(mixed.geometry) == [LINE, Point(104, 30)]
    plans = pyogrio.read_dataframe(file, layer="plans")
    assert "geometry" not in plans
    for frame in (rail, plans):
        assert list(frame["id"]) == ["a", "b"]
        assert frame["day"][0] == "2020"
        assert pd.isna(frame["day"][1])
        assert [list(frame[name]) for name in ("n", "km", "is")] == [
            *([1, 2], [0.5, 1.5], [True, False]),
        ]


def test_each_layer_has_its_styles_and_that_of_the_view_is_the_usual_one(
    written: sqlite3.Connection,
) -> None:
    rows = written.execute(
        "SELECT f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, description,"
        " update_time, f_table_catalog, f_table_schema, styleSLD, owner FROM layer_styles"
    ).fetchall()
    when = "2026-01-02T00:00:00.000Z"
    expected = []
    for one in TABLES:
        column = "" if one.look.shape is Shape.NONE else "geom"
        for view in View if one.look.mode else [View.PLAN]:
            name = VIEWS[view] if one.look.mode else "atlas"
            style = qml(one.look, PLANS, view)
            usual = int(view is View.PLAN)
            expected.append(
                (one.name, column, name, style, usual, one.title, when, *("", "", "", ""))
            )
    assert rows == expected


def test_the_day_of_gdal_is_put_back(tmp_path: Path) -> None:
    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    write_geopackage(tmp_path / "a.gpkg", replace(collection(), tables=TABLES[-1:]), PLANS, MADE)
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") == before
