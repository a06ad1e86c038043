"""The analyst's package in DuckDB: its spatial extension reads every layer as geopandas does.

The extension comes as a package, so that nothing is fetched while the tests run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pyogrio
import pytest
from duckdb_extensions import import_extension

from analyst.package import write_package
from geo.frames import load_projects

#: Its driver of GeoPackage has been seen to count a table many times over, once in many runs.
pytestmark = pytest.mark.flaky(reruns=2)

#: DuckDB 1.5 asks for it, or takes the first coordinate for the latitude.
LON_LAT = "SET geometry_always_xy = true"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("duckdb") / "atlas"
    write_package(folder, made=date(2026, 1, 2))
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A connection with the spatial extension, from its package. Without it these tests fail."""
    home = str(tmp_path_factory.mktemp("extensions"))
    offline = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    # One thread: its driver of GeoPackage has been seen to crash when several read one file.
    offline |= {"threads": 1}
    with duckdb.connect(config={"extension_directory": home, **offline}) as connection:
        import_extension("spatial", con=connection)
        connection.load_extension("spatial")
        connection.execute(LON_LAT)
        yield connection


@pytest.fixture(scope="module")
def views(base: Any, package: Path) -> Any:
    """The connection with the GeoPackage's layers as views of their names."""
    file = package / "atlas.gpkg"
    for name, _ in pyogrio.list_layers(file):
        base.execute(f"CREATE VIEW {name} AS SELECT * FROM ST_Read('{file}', layer = '{name}')")
    return base


def test_every_layer_of_the_geopackage_is_read_in_full(views: Any, package: Path) -> None:
    layers = pyogrio.list_layers(package / "atlas.gpkg")
    assert len(layers) >= 33
    for name, shape in layers:
        truth = pyogrio.read_dataframe(package / "atlas.gpkg", layer=name, fid_as_index=False)
        assert views.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(truth),), name
        columns = {row[0]: row[1] for row in views.execute(f"DESCRIBE {name}").fetchall()}
        assert set(truth.columns) - {"geometry"} <= set(columns), name
        if shape is None:
            assert "geom" not in columns, name
            continue
        assert columns["geom"] == "GEOMETRY('EPSG:4326')", name
        drawn = views.execute(f"SELECT count(geom) FROM {name}").fetchone()
        assert drawn == (int(truth.geometry.notna().sum()),), name
        wrong = f"SELECT count(*) FROM {name} WHERE NOT ST_IsValid(geom) OR ST_IsEmpty(geom)"
        assert views.execute(wrong).fetchone() == (0,), name


def test_shapes_and_words_come_back_intact(views: Any) -> None:
    truth = load_projects().set_index("id")
    rows = views.execute("SELECT id, name, status, ST_AsWKB(geom) FROM projects").fetchall()
    assert {row[0] for row in rows} == set(truth.index)
    shapes = gpd.GeoSeries.from_wkb([None if row[3] is None else bytes(row[3]) for row in rows])
    for (key, name, status, _), shape in zip(rows, shapes, strict=True):
        assert (name, status) == (truth.at[key, "name"], truth.at[key, "status"])
        wanted = truth.geometry[key]
        assert (shape is None) == (wanted is None), key
        assert shape is None or shape.equals_exact(wanted, 1e-7), key
    named = "SELECT id FROM rail WHERE name = '渝昆高铁'"
    assert views.execute(named).fetchall() == [("yukun-hsr",)]


def test_lengths_on_the_spheroid_are_the_columns(views: Any) -> None:
    measured = views.execute(
        "SELECT id, length_km, ST_Length_Spheroid(geom) / 1000 FROM projects"
        " WHERE length_km IS NOT NULL"
    ).fetchall()
    assert len(measured) == load_projects()["length_km"].notna().sum() > 80
    for key, written, found in measured:
        assert found == pytest.approx(written, abs=0.06), key
    total = sum(found for _, _, found in measured)
    assert total == pytest.approx(load_projects()["length_km"].sum(), rel=1e-4)
    parts = views.execute(
        "SELECT l.project_id, l.adcode, l.length_km,"
        " ST_Length_Spheroid(ST_Intersection(p.geom, c.geom)) / 1000"
        " FROM county_lengths l JOIN projects p ON p.id = l.project_id JOIN counties c"
        " ON c.adcode = l.adcode WHERE p.length_km IS NOT NULL"
    ).fetchall()
    assert len(parts) > 500
    for key, county, written, found in parts:
        assert found == pytest.approx(written, abs=0.03), (key, county)


def test_a_spatial_join_finds_the_counties_column(views: Any) -> None:
    """Lines and points by what they meet; an area by the counties whose middle it holds."""
    joined = views.execute(
        "SELECT p.id, any_value(p.counties), string_agg(c.adcode, ';' ORDER BY c.adcode)"
        " FROM projects p JOIN counties c ON CASE WHEN ST_Dimension(p.geom) = 2"
        " THEN ST_Contains(p.geom, ST_PointOnSurface(c.geom))"
        " ELSE ST_Intersects(p.geom, c.geom) END GROUP BY p.id"
    ).fetchall()
    truth = load_projects()
    inside = truth[truth.geometry.notna() & truth["counties"].fillna("").ne("")]
    assert {row[0] for row in joined} == set(inside["id"])
    assert len(joined) > 120
    for key, written, found in joined:
        assert found.split(";") == sorted(written.split(";")), key


def test_every_geojson_and_geoparquet_is_read_with_its_shapes(base: Any, package: Path) -> None:
    files = sorted((package / "geojson").glob("*.geojson"))
    assert files
    for file in files:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        drawn = sum(feature["geometry"] is not None for feature in features)
        found = base.execute(f"SELECT count(*), count(geom) FROM ST_Read('{file}')").fetchone()
        assert found == (len(features), drawn), file.name
        table = package / "parquet" / f"{file.stem}.parquet"
        kinds = dict(row[:2] for row in base.execute(f"DESCRIBE FROM '{table}'").fetchall())
        assert kinds["geometry"] == "GEOMETRY('EPSG:4326')", table.name
        found = base.execute(f"SELECT count(*), count(geometry) FROM '{table}'").fetchone()
        assert found == (len(features), drawn), table.name
    wanted = load_projects()["length_km"].sum()
    lines = f"FROM '{package / 'parquet' / 'projects.parquet'}' WHERE length_km IS NOT NULL"
    found = base.execute(f"SELECT sum(ST_Length_Spheroid(geometry)) / 1000 {lines}").fetchone()
    assert found[0] == pytest.approx(wanted, rel=1e-4)
    assert base.execute(f"SELECT count(*) {lines} AND name = '渝昆高铁'").fetchone() == (1,)
