"""The layers of the package: which rows and shapes each has, what draws a project, how it looks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from analyst.collection import (
    ABOUT_PROJECTS,
    CRS,
    SHAPE_LAYER,
    Collection,
    _mode_tables,
    _representative,
    collect,
    family,
)
from analyst.geopackage.writer import write_geopackage
from analyst.qgis.symbols import Shape
from analyst.qgis.views import VIEWS, View
from registry.land.extent import load_land
from registry.load import load_registry
from registry.paths import DEFAULT
from registry.vocab import CORE_MODES, Mode

LINE = LineString([(0, 0), (0, 2), (4, 2)])
SQUARE = Polygon([(0, 0), (2, 0), (2, 2), (0, 2)])


@pytest.fixture(scope="module")
def shipped() -> Collection:
    return collect(DEFAULT)


@pytest.mark.parametrize(
    ("geometry", "shape"),
    [
        (None, Shape.NONE),
        (Point(0, 0), Shape.POINTS),
        (LINE, Shape.LINES),
        (MultiLineString([LINE]), Shape.LINES),
        (SQUARE, Shape.AREAS),
        (MultiPolygon([SQUARE]), Shape.AREAS),
    ],
)
def test_the_family_of_a_shape(geometry: BaseGeometry | None, shape: Shape) -> None:
    assert family(geometry) is shape


def test_a_point_that_stands_for_a_shape() -> None:
    assert _representative(None) is None
    assert _representative(LINE) == Point(1, 2)
    assert _representative(Point(3, 4)) == Point(3, 4)
    inside = _representative(SQUARE)
    assert inside is not None
    assert SQUARE.contains(inside)


def rows(*geometries: BaseGeometry | None) -> gpd.GeoDataFrame:
    ids = [f"p{number}" for number in range(len(geometries))]
    return gpd.GeoDataFrame({"id": ids}, geometry=list(geometries), crs=CRS)


@pytest.mark.parametrize(
    ("mode", "geometries", "layers"),
    [
        (Mode.RAIL, (LINE,), {"rail": "L"}),
        (Mode.RAIL, (LINE, None), {"rail": "L-"}),
        (Mode.RAIL, (LINE, Point(0, 0)), {"rail": "L-", "rail_points": "P"}),
        (
            Mode.RAIL,
            (SQUARE, Point(0, 0), LINE),
            {"rail": "--L", "rail_points": "P", "rail_areas": "A"},
        ),
        (Mode.PORT, (Point(0, 0), LINE), {"port": "P-", "port_lines": "L"}),
        (Mode.AIRPORT, (SQUARE,), {"airport": "-", "airport_areas": "A"}),
        (Mode.LOGISTICS, (LINE,), {"logistics": "-", "logistics_lines": "L"}),
    ],
)
def test_a_mode_has_a_layer_for_each_shape(
    mode: Mode, geometries: tuple[BaseGeometry | None, ...], layers: dict[str, str]
) -> None:
    letters = {Shape.POINTS: "P", Shape.LINES: "L", Shape.AREAS: "A", Shape.NONE: "-"}
    tables = _mode_tables(mode, rows(*geometries), ())
    found = {t.name: "".join(letters[family(g)] for g in t.frame.geometry) for t in tables}
    assert found == layers
    main, *others = tables
    assert main.name == mode.value
    core = mode in CORE_MODES
    assert {(t.shown, t.group) for t in tables} == {(core, "core" if core else "other")}
    assert [t.columns[-1] for t in tables] == [SHAPE_LAYER] * len(tables)
    assert all("（" in t.title and "(" in t.title for t in others)
    assert "（" not in main.title
    by_id = {
        i: t.name
        for t in tables
        for i, g in zip(t.frame["id"], t.frame.geometry, strict=True)
        if g is not None
    }
    drawn = main.frame["shape_layer"]
    named = {i: on for i, on in zip(main.frame["id"], drawn, strict=True) if isinstance(on, str)}
    assert named == by_id


def test_how_each_layer_is_drawn_and_grouped(shipped: Collection) -> None:
    found = {t.name: (t.group, t.look.shape, t.shown, t.in_project) for t in shipped.tables}
    ground = {
        "projects": ("all", Shape.MIXED, False, False),
        "project_points": ("all", Shape.POINTS, False, True),
        "legs": ("certainty", Shape.LINES, False, True),
        "places": ("ground", Shape.POINTS, True, True),
        "rivers": ("ground", Shape.LINES, True, True),
        "regions": ("regions", Shape.AREAS, False, True),
        "counties": ("boundaries", Shape.AREAS, True, True),
        "prefectures": ("boundaries", Shape.AREAS, True, True),
        "provinces": ("boundaries", Shape.AREAS, True, True),
        **dict.fromkeys(ABOUT_PROJECTS, ("tables", Shape.NONE, True, True)),
        "bands": ("tables", Shape.NONE, True, True),
        "plans": ("tables", Shape.NONE, True, True),
    }
    assert {name: found[name] for name in ground} == ground
    of_modes = {name for name in found if name.split("_")[0] in set(Mode)}
    assert set(found) - of_modes == set(ground)


def test_each_layer_has_its_own_columns_and_only_provinces_a_home(shipped: Collection) -> None:
    for table in shipped.tables:
        own = "projects" if table.name == "project_points" else table.name
        if own in shipped.columns:
            assert tuple(table.columns) == shipped.columns[own]
            names = [column.name for column in table.columns]
            shaped = table.look.shape is not Shape.NONE
            assert list(table.frame.columns) == [*names, *(["geometry"] if shaped else [])]
            assert bool(table.look.home) is (table.name == "provinces")
    home = [code[:2] for code, _ in shipped.table("provinces").look.home]
    assert sorted(home) == sorted(load_land().provinces)


def test_only_some_projects_and_what_is_said_of_them(shipped: Collection) -> None:
    ids = list(shipped.projects["id"][:2])
    some = collect(DEFAULT, ids)
    assert list(some.projects["id"]) == ids
    assert list(some.projects.index) == [0, 1]
    for name in (*ABOUT_PROJECTS, "legs"):
        every = shipped.table(name).frame
        assert len(some.table(name).frame) == every["project_id"].isin(ids).sum()
    assert list(collect(DEFAULT, []).projects["id"]) == []
    assert some.missing == ()
    assert some.as_of == shipped.as_of


def test_each_layer_has_a_style_for_each_view_of_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "atlas.gpkg"
    some = collect(DEFAULT, list(load_registry().projects)[:2])
    write_geopackage(file, some, {}, date(2026, 1, 2))
    with closing(sqlite3.connect(file)) as base:
        rows = base.execute("SELECT f_table_name, f_geometry_column, styleName FROM layer_styles")
        found = [(str(table), str(column), str(style)) for table, column, style in rows]
    expected = [
        (
            table.name,
            "" if table.look.shape is Shape.NONE else "geom",
            style,
        )
        for table in some.tables
        for style in (
            [VIEWS[view] for view in View] if table.name.split("_")[0] in set(Mode) else ["atlas"]
        )
    ]
    assert found == expected
