"""What other programs save of our own file compares as no change, or is refused for what it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
import pytest
import shapely

from analyst.__main__ import main
from analyst.diff.compare import compare
from analyst.diff.release import bare_shape, told
from registry.errors import AtlasError
from registry.paths import DEFAULT, ROOT
from tests.support import SYSTEM_PYTHON, has_qgis, require

OGR: dict[str, list[str]] = {
    "ogr": [],
    "ogr-rfc": ["-lco", "RFC7946=YES"],
    "ogr-id": ["-lco", "ID_FIELD=id"],
    "ogr-precise": ["-lco", "COORDINATE_PRECISION=15"],
    "ogr-five": ["-lco", "COORDINATE_PRECISION=5"],
    "ogr-multi": ["-nlt", "PROMOTE_TO_MULTI"],
    "ogr-collections": ["-nlt", "GEOMETRYCOLLECTION"],
    "ogr-3d": ["-dim", "XYZ"],
    "ogr-bbox": ["-lco", "WRITE_BBOX=YES"],
}
PYOGRIO: dict[str, dict[str, Any]] = {
    "geopandas": {},
    "geopandas-rfc": {"RFC7946": "YES"},
    "geopandas-id": {"ID_FIELD": "id"},
    "geopandas-multi": {"promote_to_multi": True},
    "geopandas-precise": {"COORDINATE_PRECISION": 15},
}
QGIS = ("qgis", "qgis-rfc", "qgis-box", "qgis-multi")
#: One of these is asked for as it is; the others change shape or order.
OTHER_CRS = ("EPSG:3857", "EPSG:32648", "EPSG:4490")

Features = list[dict[str, Any]]


def _features() -> Features:
    """Projects of the shipped data of every kind of shape, some with years, days and numbers."""
    found = json.loads(DEFAULT.geojson.read_text("utf-8"))["features"]
    by_kind: dict[str, Features] = {}
    for feature in found:
        kind = feature["geometry"]["type"] if feature["geometry"] else "none"
        by_kind.setdefault(kind, []).append(feature)
    assert len(by_kind) == 7
    dated = [f for f in found if f["properties"]["promised_year"]][:3]
    chosen = [*dated, *(f for kind in by_kind.values() for f in kind[:4])]
    return list({f["properties"]["id"]: f for f in chosen}.values())


def _write(path: Path, features: Features, **members: object) -> Path:
    found = {"type": "FeatureCollection", **members, "features": features}
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _write(tmp_path_factory.mktemp("own") / "projects.geojson", _features())


@pytest.fixture(scope="module")
def by_qgis(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    require(has_qgis(), "QGIS")
    folder = tmp_path_factory.mktemp("qgis")
    script = ROOT / "tests" / "support" / "qgis_save.py"
    subprocess.run([SYSTEM_PYTHON, script, old, folder], check=True, capture_output=True)
    return folder


def _same(old: Path, new: Path) -> None:
    for before, after in ((old, new), (new, old)):
        found = compare(before, after, retired={})
        assert (found.added, found.removed, found.changed) == ([], [], [])


@pytest.mark.parametrize("way", OGR)
def test_what_ogr2ogr_saves_is_no_change(way: str, old: Path, tmp_path: Path) -> None:
    require(shutil.which("ogr2ogr") is not None, "ogr2ogr (Debian gdal-bin)")
    new = tmp_path / "new.geojson"
    subprocess.run(["ogr2ogr", "-f", "GeoJSON", *OGR[way], new, old], check=True)
    _same(old, new)


def test_what_ogr2ogr_takes_through_a_geopackage_is_no_change(old: Path, tmp_path: Path) -> None:
    require(shutil.which("ogr2ogr") is not None, "ogr2ogr (Debian gdal-bin)")
    between, new = tmp_path / "a.gpkg", tmp_path / "new.geojson"
    subprocess.run(["ogr2ogr", "-f", "GPKG", between, old], check=True)
    subprocess.run(["ogr2ogr", "-f", "GeoJSON", new, between], check=True)
    _same(old, new)


@pytest.mark.parametrize("way", PYOGRIO)
def test_what_geopandas_saves_is_no_change(way: str, old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.geojson"
    pyogrio.write_dataframe(gpd.read_file(old), new, driver="GeoJSON", **PYOGRIO[way])
    assert "2019.0" in new.read_text("utf-8")
    _same(old, new)


@pytest.mark.parametrize("way", QGIS)
def test_what_qgis_saves_is_no_change(way: str, old: Path, by_qgis: Path) -> None:
    new = by_qgis / f"{way}.geojson"
    assert '"coordinates": [ ]' in new.read_text("utf-8")
    _same(old, new)


def _reordered(features: Features) -> Features:
    return [
        {
            "geometry": f["geometry"],
            "properties": dict(sorted(f["properties"].items(), reverse=True)),
            "id": 7,
            "type": "Feature",
        }
        for f in reversed(features)
    ]


def _wrapped(features: Features) -> Features:
    one = {"type": "GeometryCollection"}
    return [
        {
            **f,
            "geometry": f["geometry"]
            and {**one, "geometries": [{**one, "geometries": [f["geometry"]]}]},
        }
        for f in features
    ]


SAME: dict[str, Callable[[Features], Features]] = {
    "order of keys and rows": _reordered,
    "collections of collections": _wrapped,
    "another column": lambda fs: [{**f, "properties": {**f["properties"], "fid": 3}} for f in fs],
    "id at the top alone": lambda fs: [
        {**f, "id": f["properties"]["id"],
         "properties": {k: v for k, v in f["properties"].items() if k != "id"}} for f in fs
    ],
    "no shape as an empty collection": lambda fs: [
        {**f, "geometry": f["geometry"] or {"type": "GeometryCollection", "geometries": []}}
        for f in fs
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
@pytest.mark.parametrize("crs", [None, "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326",
                                 "urn:ogc:def:crs:EPSG::4326",
                                 "http://www.opengis.net/def/crs/OGC/1.3/CRS84"])  # fmt: skip
def test_the_same_content_in_another_form_is_no_change(
    case: str, crs: str | None, old: Path, tmp_path: Path
) -> None:
    named = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {"crs": None}
    new = _write(tmp_path / "new.geojson", SAME[case](_features()), **named)
    new.write_bytes(b"\xef\xbb\xbf" + new.read_bytes())
    _same(old, new)


def test_a_shape_that_came_or_went_is_a_change(old: Path, tmp_path: Path) -> None:
    gone = next(f for f in _features() if f["geometry"] and f["geometry"]["type"] == "LineString")
    key, empty = gone["properties"]["id"], {"type": "LineString", "coordinates": []}
    changed = [f if f["properties"]["id"] != key else {**f, "geometry": empty} for f in _features()]
    new = _write(tmp_path / "new.geojson", changed)
    (found,) = compare(old, new, retired={}).changed
    assert found.geometry is not None
    assert (found.id, found.geometry.before, found.geometry.after) == (key, "LineString", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [(2019, 2019.5), ("2026-11-26", "2026-11-26T00:00:01"), (True, False), (0, None), ("x", "X")],
)
def test_another_value_is_a_change(before: object, after: object, tmp_path: Path) -> None:
    def release(name: str, value: object) -> Path:
        feature = {"type": "Feature", "properties": {"id": "a", "note": value}, "geometry": None}
        return _write(tmp_path / name, [feature])

    old, new = release("a.geojson", before), release("b.geojson", after)
    assert len(compare(old, new, retired={}).changed) == 1
    assert not compare(old, old, retired={}).changed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2019, "2019"), (2019.0, "2019"), (-0.5, "-0.5"), (0.1 + 0.2, "0.3"), (None, ""), ("", ""),
        (True, "true"), (False, "false"), ("2019", "2019"), ("2019.0", "2019.0"), ([1], "[1]"),
        ({"b": "乙", "a": 1}, '{"a": 1, "b": "乙"}'),
        ("2026-11-26T00:00:00", "2026-11-26"), ("2026-11-26 00:00:00.000+00", "2026-11-26"),
        ("2026-11-26T00:00:00Z", "2026-11-26"), ("2026/11/26", "2026-11-26"),
        ("2026-11-26T08:00:00", "2026-11-26T08:00:00"), ("2026-11", "2026-11"),
    ],
)  # fmt: skip
def test_a_value_reads_the_same_whoever_wrote_it(value: object, text: str) -> None:
    assert told(value) == text


@pytest.mark.parametrize(
    ("shape", "bare"),
    [
        ("POINT (1 2)", "POINT (1 2)"),
        ("POINT Z (1 2 3)", "POINT (1 2)"),
        ("MULTIPOINT (1 2)", "POINT (1 2)"),
        ("MULTIPOINT (1 2, 3 4)", "MULTIPOINT (1 2, 3 4)"),
        ("GEOMETRYCOLLECTION (MULTILINESTRING ((0 0, 1 1)))", "LINESTRING (0 0, 1 1)"),
        ("GEOMETRYCOLLECTION (POINT (1 2), POINT EMPTY)", "POINT (1 2)"),
        ("GEOMETRYCOLLECTION (POINT (1 2), POINT (3 4))", "MULTIPOINT (1 2, 3 4)"),
        (
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
        ),
    ],
)
def test_a_shape_is_taken_out_of_what_holds_it_alone(shape: str, bare: str) -> None:
    found = bare_shape(shapely.from_wkt(shape))
    assert not found.has_z
    assert found.equals_exact(shapely.from_wkt(bare), 0)
    assert found.geom_type == shapely.from_wkt(bare).geom_type


def _refused(old: Path, new: Path) -> str:
    with pytest.raises(AtlasError) as raised:
        compare(old, new, retired={})
    assert str(new) in raised.value.where
    return raised.value.en


@pytest.mark.parametrize("crs", OTHER_CRS)
@pytest.mark.parametrize("rfc", [False, True])
def test_another_crs_is_refused_for_that(crs: str, rfc: bool, old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.geojson"
    pyogrio.write_dataframe(gpd.read_file(old).to_crs(crs), new, driver="GeoJSON")
    code = crs.removeprefix("EPSG:")
    if not rfc:
        assert f"is in the CRS urn:ogc:def:crs:EPSG::{code}; save it in WGS84" in _refused(old, new)
    elif crs != "EPSG:4490":  # whose degrees are the same
        found = json.loads(new.read_text("utf-8"))
        assert "are no degrees; save it in WGS84" in _refused(old, _write(new, found["features"]))


def test_another_crs_from_qgis_is_refused_for_that(old: Path, by_qgis: Path) -> None:
    assert "is in the CRS urn:ogc:def:crs:EPSG::3857" in _refused(
        old, by_qgis / "qgis-3857.geojson"
    )


@pytest.mark.parametrize("lon", [104.0, 85.0])
def test_latitude_before_longitude_is_refused_for_that(lon: float, tmp_path: Path) -> None:
    def release(name: str, *ends: list[float]) -> Path:
        line = {"type": "LineString", "coordinates": list(ends)}
        feature = {"type": "Feature", "properties": {"id": "a"}, "geometry": line}
        return _write(tmp_path / name, [feature])

    old = release("old.geojson", [lon, 30.0], [lon + 1, 30.5])
    new = release("new.geojson", [30.0, lon], [30.5, lon + 1])
    assert "has latitude before longitude; longitude comes first" in _refused(old, new)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        ('{"名": 1}'.encode("gbk"), " but GBK"),
        ("名".encode("utf-16"), " but UTF-16"),
        (b"SQLite format 3\x00\xff\xfe", " but SQLite (GeoPackage)"),
        (b"PK\x03\x04\xff", " but zip (xlsx, docx, kmz)"),
        (b'"\xff"', ""),
    ],
)
def test_a_file_of_another_form_is_refused_for_that(
    data: bytes, form: str, old: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.geojson"
    new.write_bytes(data)
    assert _refused(old, new) == f"the file is not UTF-8 text{form}"


@pytest.mark.parametrize(
    ("wrote", "read"),
    [("utf-8", "gbk"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1"),
     ("gbk", "utf-8"), ("ascii", "ascii")],
)  # fmt: skip
def test_names_read_in_a_wrong_encoding_are_refused_for_that(
    wrote: str, read: str, old: Path, tmp_path: Path
) -> None:
    features = _features()
    for feature in features:
        name = feature["properties"]["name"]
        feature["properties"]["name"] = name.encode(wrote, "replace").decode(read, "replace")
    new = _write(tmp_path / "new.geojson", features)
    assert "is text read in a wrong encoding; save it anew as UTF-8" in _refused(old, new)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"features": [], "features": []}', "features"),
        ('{"features": [{"properties": {"id": "a", "note": 1, "note": 1}}]}', "note"),
    ],
)
def test_a_key_that_stands_twice_is_refused(text: str, key: str, old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.geojson"
    new.write_text(text, "utf-8")
    assert _refused(old, new) == f"the key '{key}' stands twice"


def test_the_command_says_no_change(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    new = _write(tmp_path / "new.geojson", _wrapped(_reordered(_features())))
    assert main(["diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out == "没有变化\n"
