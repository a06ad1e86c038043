"""The lines of files of any origin: what is read, once each, and what is refused for its reason."""

from __future__ import annotations

import json
import sqlite3
import struct
import warnings
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import GeometryCollection, LineString, MultiLineString, Point

from geo.geopackage.shapes import wkb_of
from geo.legs import lines
from geo.legs.comparing import compare
from geo.legs.drawing import Leg
from geo.legs.lines import read_line
from registry.errors import AtlasError
from registry.geometry import Basis, Method

ENDS = [(104.0, 30.0), (104.5, 30.0)]
LEG = Leg("甲", "乙", LineString(ENDS), 1000, Method.STOPS, Basis.STATIONS, "source")
NEAR = LineString([(104.1, 30.0), (104.4, 30.0)])
RECURSIVE = (
    "CREATE VIEW {} AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
    "SELECT x AS fid, NULL AS geom, 'l' AS table_name, 'geom' AS column_name, 4326 AS srs_id FROM c"
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    file = tmp_path / "x.gpkg"
    gpd.GeoDataFrame(geometry=[NEAR], crs="EPSG:4326").to_file(file, layer="l")
    return file


def changed(file: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(file)) as base, base:
        # Those of GDAL call functions that are GDAL's own.
        triggers = base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            base.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            base.execute(statement)
    return file


def features(file: Path, *geometries: object) -> Path:
    listed = [{"type": "Feature", "properties": {}, "geometry": one} for one in geometries]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": listed}))
    return file


def line(*places: Sequence[float]) -> dict[str, object]:
    return {"type": "LineString", "coordinates": places}


def refused(file: Path, words: str, **how: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(AtlasError, match=words):
            read_line(file, **how)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE gpkg_geometry_columns SET column_name = 'shape'", "damaged"),
        ("UPDATE gpkg_geometry_columns SET table_name = 'nothing'", "damaged"),
        ("UPDATE l SET geom = x'4750'", "damaged"),
        ("UPDATE l SET geom = x'47500001e6100000' || x'0102000000ffffffff'", "damaged"),
        ("UPDATE l SET geom = 'LINESTRING (1 2, 3 4)'", "holds no line"),
        ("UPDATE l SET geom = NULL", "holds no line"),
        ("DELETE FROM gpkg_geometry_columns", "holds no line"),
        ("UPDATE gpkg_geometry_columns SET srs_id = 777", "does not say its CRS"),
        ("UPDATE gpkg_geometry_columns SET srs_id = -1", "does not say its CRS"),
        ("DELETE FROM gpkg_spatial_ref_sys", "does not say its CRS"),
        (
            "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = 'x'",
            "there is no CRS 'x'",
        ),
        ("UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 0", "no CRS 'EPSG:0'"),
        ("ALTER TABLE gpkg_geometry_columns RENAME TO other", "damaged"),
        ("ALTER TABLE gpkg_spatial_ref_sys RENAME TO other", "damaged"),
    ],
)
def test_a_geopackage_is_refused_for_its_reason(package: Path, statement: str, words: str) -> None:
    refused(changed(package, "PRAGMA foreign_keys = OFF", statement), words)


@pytest.mark.parametrize("table", ["l", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
def test_a_view_is_never_run(package: Path, table: str) -> None:
    changed(package, f'DROP TABLE "{table}"', RECURSIVE.format(table))
    refused(package, f"{table}: is a view or a virtual table")


def test_a_computed_column_is_no_stored_one(package: Path) -> None:
    changed(
        package,
        "ALTER TABLE l ADD COLUMN shape AS (hex(zeroblob(900000000)))",
        "UPDATE gpkg_geometry_columns SET column_name = 'shape'",
    )
    refused(package, "damaged")


def test_triggers_and_views_elsewhere_do_no_harm(package: Path) -> None:
    changed(
        package,
        RECURSIVE.format("other"),
        "CREATE TRIGGER t AFTER INSERT ON l BEGIN SELECT randomblob(1000000000); END",
    )
    assert compare(read_line(package), [LEG])[0].held


def test_what_the_crs_is_called_or_given(package: Path) -> None:
    wgs84 = read_line(package)
    wkt = gpd.GeoSeries(crs="EPSG:4490").crs.to_wkt().replace("'", "''")
    changed(package, f"UPDATE gpkg_spatial_ref_sys SET organization = '', definition = '{wkt}'")
    assert read_line(package).equals_exact(wgs84, 0.01)
    changed(package, "UPDATE gpkg_geometry_columns SET srs_id = 0")
    assert read_line(package, crs="EPSG:4326").equals_exact(wgs84, 0.01)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([[104, 30], [float("nan"), 30], [105, 30]], "missing or not valid"),
        ([[104, 30], [105, float("inf")]], "missing or not valid"),
        ([[104, 30], [105, 91]], "no degrees"),
        ([[380000, 30], [105, 40]], "no degrees"),
    ],
)
def test_numbers_that_are_no_place(places: list[list[float]], words: str, tmp_path: Path) -> None:
    refused(features(tmp_path / "x.geojson", line(*places)), words)


def test_lines_count_once_however_often_they_stand_there(tmp_path: Path) -> None:
    one = features(tmp_path / "one.geojson", line(*NEAR.coords))
    back = line(*reversed(NEAR.coords))
    many = features(
        tmp_path / "many.geojson",
        *[line(*NEAR.coords)] * 300,
        *[back] * 300,
        {"type": "MultiLineString", "coordinates": [list(NEAR.coords)]},
    )
    assert read_line(many).equals(read_line(one))


def test_lines_that_cross_a_thousand_times_are_not_cut(tmp_path: Path) -> None:
    there = np.random.default_rng(1).uniform((104, 29), (105, 30), (2000, 2))
    merged = read_line(features(tmp_path / "x.geojson", line(*there.round(5).tolist())))
    assert len(merged.geoms) == 1


def test_lines_are_found_in_collections(tmp_path: Path) -> None:
    file = tmp_path / "x.gpkg"
    inner = GeometryCollection([Point(104, 30), MultiLineString([NEAR]), LineString()])
    shapes = [Point(1, 1), GeometryCollection([inner, NEAR])]
    gpd.GeoDataFrame(geometry=shapes, crs="EPSG:4326").to_file(file)
    assert len(read_line(file).geoms) == 1
    deep: object = line(*NEAR.coords)
    for _ in range(5):
        deep = {"type": "GeometryCollection", "geometries": [deep]}
    assert len(read_line(features(tmp_path / "x.geojson", deep)).geoms) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.gdalg.json", '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline"}'),
        ("x.json", " " * 9000 + '{"a": 1, "type":"GDAL_streamed_alg"}'),
        ("x.kml", "<kml>" + " " * 9000 + "<OGRVRTDataSource></OGRVRTDataSource></kml>"),
        ("x.xml", "<OGRWFSDataSource><URL>http://x.example/</URL></OGRWFSDataSource>"),
    ],
)
def test_what_leads_elsewhere_is_not_followed(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    refused(tmp_path / name, "points to other files")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"0\nSECTION\n", b"a,b\n1,2\n", b"<html>"])
def test_other_forms_are_not_given_to_gdal(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    refused(tmp_path / "x", "is no vector file that is read")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.kml", "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Placemark>"
            "<LineString><coordinates>104.1,30 104.4,30</coordinates></LineString></Placemark>"
            "</kml>"),
        ("x.gpx", "<?xml version='1.0'?><gpx version='1.1' creator='x'><trk><trkseg><trkpt "
            "lat='30' lon='104.1'/><trkpt lat='30' lon='104.4'/></trkseg></trk></gpx>"),
    ],
)  # fmt: skip
def test_tracks_and_paths_are_read(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    assert compare(read_line(tmp_path / name), [LEG])[0].held


def test_how_much_is_read(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_PLACES", 2)
    assert read_line(package).length > 0
    monkeypatch.setattr(lines, "MOST_PLACES", 1)
    refused(package, "its lines have 2 places, at most 1 are read")
    monkeypatch.setattr(lines, "MOST_MB", 0)
    refused(package, "at most 0 MB are read")


def test_the_box_of_a_shape_is_passed_over() -> None:
    wkb = shapely.to_wkb(NEAR)
    for kind, size in enumerate((0, 32, 48, 48, 64)):
        blob = b"GP\x00" + bytes([kind << 1 | 1]) + struct.pack("<i", 4326) + bytes(size) + wkb
        assert wkb_of(blob) == wkb
    assert wkb_of(b"XX" + wkb) is None
    assert wkb_of("GP") is None
