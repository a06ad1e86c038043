"""What a package holds, read back cell by cell: shapes, numbers of rows, digests, the base."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from shapely import LineString, MultiPoint, Point, Polygon

from analyst.geopackage.contents import (
    BASE_TABLE,
    _geometry,
    is_project_layer,
    layer_names,
    read_base,
    read_now,
    text,
    write_base,
)
from analyst.geopackage.writer import _understood
from registry.errors import AtlasError

LINE = LineString([(104, 30), (105, 31)])
#: How many numbers the box round a shape has, by its code.
NUMBERS = (0, 4, 6, 6, 8)


def blob(shape: shapely.Geometry, envelope: int = 0, flags: int = 1) -> bytes:
    """A shape as a GeoPackage holds it, with a box of the given code."""
    head = b"GP\x00" + bytes([flags | envelope << 1]) + struct.pack("<i", 4326)
    box = struct.pack(f"<{NUMBERS[envelope]}d", *range(NUMBERS[envelope]))
    return head + box + bytes(shapely.to_wkb(shape))


def package(
    path: Path, layers: dict[str, tuple[str, list[tuple[object, ...]]]], srs: int = 4326
) -> Path:
    """A plain package: by layer the columns as SQL and the rows; ``geom`` is a shape."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        base.execute(
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)"
        )
        base.execute(
            "CREATE TABLE gpkg_spatial_ref_sys"
            " (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER)"
        )
        base.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (3857, 'EPSG', 3857)")
        base.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (100, 'ESRI', 54009)")
        base.execute("INSERT INTO gpkg_contents VALUES ('layer_styles')")
        for name, (columns, rows) in layers.items():
            base.execute("INSERT INTO gpkg_contents VALUES (?)", (name,))
            base.execute(f"CREATE TABLE {name} ({columns})")
            if "geom" in columns:
                base.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?)", (name, srs))
            for row in rows:
                base.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(row))})", row)
    return path


@pytest.mark.parametrize(
    ("value", "said"), [(None, ""), (" a ", "a"), (0, "0"), ("", ""), (1.5, "1.5")]
)
def test_a_cell_as_text(value: object, said: str) -> None:
    assert text(value) == said


@pytest.mark.parametrize(
    ("layer", "projects"),
    [
        ("projects", True),
        ("project_points", True),
        ("rail", True),
        ("rail_points", True),
        ("bands_rail", False),
        ("projects_x", False),
        ("places", False),
        ("x_rail", False),
    ],
)
def test_layers_of_projects(layer: str, projects: bool) -> None:
    assert is_project_layer(layer) is projects


@pytest.mark.parametrize("envelope", range(5))
def test_a_shape_is_read_behind_its_box(envelope: int) -> None:
    assert _geometry(blob(Point(104, 30), envelope)) == "104.0000000 30.0000000"


@pytest.mark.parametrize("flags", [0b1, 0b100001])
def test_other_flags_are_no_box(flags: int) -> None:
    assert _geometry(blob(Point(104, 30), 1, flags)) == "104.0000000 30.0000000"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (None, ""),
        (b"", ""),
        (b"XX" + blob(Point(1, 2))[2:], ""),
        (blob(Point()), ""),
        (blob(LineString()), ""),
        # A point to a seventh of a degree's decimals: a centimetre.
        (blob(Point(104.12345674, 30)), "104.1234567 30.0000000"),
        (blob(Point(104.12345676, 30)), "104.1234568 30.0000000"),
        (blob(Point(-1, -0.5)), "-1.0000000 -0.5000000"),
    ],
)
def test_a_point_by_its_position(held: bytes | None, said: str) -> None:
    assert _geometry(held) == said


@pytest.mark.parametrize("shape", [LINE, MultiPoint([(1, 2)]), Polygon([(0, 0), (1, 0), (1, 1)])])
def test_any_other_shape_by_sixteen_digits(shape: shapely.Geometry) -> None:
    said = _geometry(blob(shape, 1))
    assert said == hashlib.sha256(shapely.to_wkb(shape)).hexdigest()[:16]
    assert said != _geometry(blob(shapely.reverse(shapely.transform(shape, lambda a: a + 1e-9))))


def test_each_layer_has_its_own_keys(tmp_path: Path) -> None:
    file = package(
        tmp_path / "a.gpkg",
        {
            "rail": (
                "fid INTEGER PRIMARY KEY, geom BLOB, id TEXT, name TEXT",
                [(7, blob(LINE), " a ", "甲"), (9, None, "b", "乙")],
            ),
            "places": (
                "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT",
                [(5, blob(Point(1, 2)), "x")],
            ),
            "bands": ("band TEXT, km REAL", [("b", 1.0), ("a", 2.0)]),
        },
    )
    found = read_now(file)
    assert list(found) == ["rail", "places", "bands"]
    assert layer_names(file) == list(found)
    assert found["rail"] == {
        "a": {"id": " a ", "name": "甲", "geometry": _geometry(blob(LINE))},
        "b": {"id": "b", "name": "乙", "geometry": ""},
    }
    assert found["places"] == {"5": {"name": "x", "geometry": "1.0000000 2.0000000"}}
    rows = sorted(
        json.dumps(row, ensure_ascii=False)
        for row in ({"band": "b", "km": 1.0}, {"band": "a", "km": 2.0})
    )
    digest = hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
    assert found["bands"] == {"*": {"rows": 2, "digest": digest}}
    assert list(read_now(file, ["bands", "gone"])) == ["bands"]
    assert read_now(file, []) == {}


def test_places_without_numbers_are_counted_from_one(tmp_path: Path) -> None:
    file = package(tmp_path / "a.gpkg", {"places": ("name TEXT", [("x",), ("y",)])})
    assert read_now(file) == {"places": {"1": {"name": "x"}, "2": {"name": "y"}}}


@pytest.mark.parametrize(
    ("columns", "rows", "says"),
    [
        ("name TEXT", [("x",)], "rail: lacks the columns id"),
        ("id TEXT", [("a",), ("a ",)], "rail: a: the id stands twice"),
        ("id TEXT, x BLOB", [("a", b"\x00")], "or is damaged"),
        ("id TEXT, geom BLOB", [("a", b"GP\x00\x01" + b"\x00" * 9)], "or is damaged"),
    ],
)
def test_a_layer_that_cannot_be_read(
    columns: str, rows: list[tuple[object, ...]], says: str, tmp_path: Path
) -> None:
    file = package(tmp_path / "a.gpkg", {"rail": (columns, rows)})
    with pytest.raises(AtlasError) as raised:
        read_now(file)
    assert says in raised.value.text("en")


@pytest.mark.parametrize(("srs", "name"), [(3857, "EPSG:3857"), (100, "ESRI:54009"), (5, "5")])
def test_another_crs_is_named(srs: int, name: str, tmp_path: Path) -> None:
    file = package(tmp_path / "a.gpkg", {"rail": ("id TEXT, geom BLOB", [("a", None)])}, srs)
    with pytest.raises(AtlasError, match=name) as raised:
        read_now(file)
    assert raised.value.where == "a.gpkg: rail"
    # A layer without shapes has none.
    other = package(tmp_path / "b.gpkg", {"rail": ("id TEXT", [("a",)])}, srs)
    assert list(read_now(other)["rail"]) == ["a"]


def test_the_base_is_what_it_holds(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("a", "甲"), ("b", None)]
    file = package(tmp_path / "a.gpkg", {"rail": ("id TEXT, name TEXT", rows)})
    before = read_now(file)
    write_base(file)
    assert read_base(file) == before
    assert read_now(file) == before


def base_of(file: Path, rows: list[tuple[object, ...]]) -> Path:
    package(file, {})
    with closing(sqlite3.connect(file)) as base, base:
        base.execute(f"CREATE TABLE {BASE_TABLE} (layer TEXT, key TEXT, held TEXT)")
        base.executemany(f"INSERT INTO {BASE_TABLE} VALUES (?, ?, ?)", rows)
    return file


def test_a_base_is_read_by_layer(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("rail", "a", '{"x": 1}'),
        ("road", "a", '{"y": 1}'),
        ("rail", "b", '{"x": 2}'),
    ]
    assert read_base(base_of(tmp_path / "a.gpkg", rows)) == {
        "rail": {"a": {"x": 1}, "b": {"x": 2}},
        "road": {"a": {"y": 1}},
    }


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("rail", "a", "[1]")],
        [("rail", "a", "{")],
        [("rail", "a", None)],
        [("rail", None, "{}")],
        [("rail", "a", '{"x": 1}'), ("rail", "b", '{"y": 1}')],
        [("rail", "a", '{"x": 1}'), ("rail", "b", '{"x": 1, "y": 1}')],
    ],
)
def test_a_base_that_is_broken(rows: list[tuple[object, ...]], tmp_path: Path) -> None:
    with pytest.raises(AtlasError):
        read_base(base_of(tmp_path / "a.gpkg", rows))


@pytest.mark.parametrize("name", ["plain", "odd!name"])
def test_a_package_is_written_beside_a_name_that_looks_like_an_archive(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = folder / "atlas.gpkg"
    with _understood(path) as at:
        assert at.name == path.name
        assert (at == path) is ("!" not in name)
        assert "!" not in str(at)
        at.write_text("x", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "x"
