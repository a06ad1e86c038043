"""The way back from QGIS: what may be edited, what is refused, and that nothing is half written."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest
from shapely.geometry import LineString, Point

from analyst.__main__ import main
from analyst.package import write_package
from geo.__main__ import main as geo_main
from registry.load import load_registry
from registry.paths import DEFAULT, Paths
from tests.support import copy_data, edit

KEYS = ["chengdawan-hsr", "yukun-hsr", "minjiang-longxikou-yibin"]
#: Edits in plain SQL: SQLite needs QGIS's own functions for a spatial index, so it goes first.
UNINDEX = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_%'"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edits") / "atlas"
    write_package(folder, ids=KEYS)
    return folder / "atlas.gpkg"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return copy_data(tmp_path)


@pytest.fixture
def gpkg(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    file = tmp_path / "edited.gpkg"
    shutil.copyfile(package, file)
    with closing(sqlite3.connect(file)) as base, base:
        for (name,) in base.execute(UNINDEX).fetchall():
            base.execute(f'DROP TRIGGER "{name}"')
    return file


def sql(file: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as base, base:
        assert base.execute(statement, values).rowcount != 0, statement


def blob(shape: Point | LineString) -> bytes:
    """``shape`` as a GeoPackage stores it, without an envelope."""
    return b"GP\x00\x01" + (4326).to_bytes(4, "little") + shape.wkb


def run(file: Path, paths: Paths, *more: str) -> int:
    return main(["import-edits", str(file), "--data", str(paths.data), *more])


def snapshot(paths: Paths) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in paths.data.rglob("*") if p.is_file()}


def test_nothing_edited_changes_nothing(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(gpkg, paths) == 0
    assert capsys.readouterr().out.strip() == "nothing changed"


def test_safe_fields_come_back_after_a_yes(
    gpkg: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sql(gpkg, "UPDATE rail SET aliases = '渝昆客专；昆渝高铁', note = '' WHERE id = 'yukun-hsr'")
    sql(gpkg, "UPDATE projects SET route_note = '沿岷江' WHERE id = ?", KEYS[2])
    before = snapshot(paths)
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert run(gpkg, paths) == 0
    assert capsys.readouterr().out.strip().endswith("nothing written")
    assert snapshot(paths) == before
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert run(gpkg, paths) == 0
    assert "- 昆渝高铁" in capsys.readouterr().out
    registry = load_registry(paths)
    assert registry.projects["yukun-hsr"].aliases == ["渝昆客专", "昆渝高铁"]
    assert registry.projects[KEYS[2]].route.note == "沿岷江"  # type: ignore[union-attr]
    assert registry.projects[KEYS[0]] == load_registry().projects[KEYS[0]]


def test_a_removed_stop_comes_back_and_builds(gpkg: Path, paths: Paths) -> None:
    project = load_registry(paths).projects["chengdawan-hsr"]
    stops = project.route.stops[:-1]  # type: ignore[union-attr]
    sql(gpkg, "UPDATE rail SET stop_refs = ? WHERE id = 'chengdawan-hsr'", ";".join(stops))
    assert run(gpkg, paths, "--yes") == 0
    assert geo_main(["build", "--data", str(paths.data)]) == 0
    found = json.loads(paths.geojson.read_text(encoding="utf-8"))["features"]
    row = next(f["properties"] for f in found if f["properties"]["id"] == "chengdawan-hsr")
    assert row["stops"].endswith(stops[-1])


LINE = LineString([(104, 30), (105, 31)])
REFUSED: dict[str, tuple[tuple[str, tuple[object, ...]], tuple[str, ...]]] = {
    "unknown stop": (
        ("UPDATE rail SET stop_refs = '天府站;无此站' WHERE id = 'chengdawan-hsr'", ()),
        ("chengdawan-hsr.yaml", "route.stops[1]", "无此站"),
    ),
    "too few stops": (
        ("UPDATE rail SET stop_refs = '天府站' WHERE id = 'chengdawan-hsr'", ()),
        ("route.stops", "at least 2"),
    ),
    "no name": (("UPDATE rail SET name = '' WHERE id = 'yukun-hsr'", ()), ("name",)),
    "unknown id": (
        ("INSERT INTO rail (id, name) VALUES ('new-line', '新线')", ()),
        ("rail: id", "'new-line'"),
    ),
    "empty id": (("INSERT INTO rail (name) VALUES ('新线')", ()), ("no project ''",)),
    "changed id": (
        ("UPDATE rail SET id = 'yukun' WHERE id = 'yukun-hsr'", ()),
        ("no project 'yukun'",),
    ),
    "id twice": (
        ("INSERT INTO rail (id, name) VALUES ('yukun-hsr', '新线')", ()),
        ("yukun-hsr", "twice"),
    ),
    "deleted project": (
        ("DELETE FROM rail WHERE id = 'yukun-hsr'", ()),
        ("yukun-hsr", "data/retired.yaml"),
    ),
    "a status": (
        ("UPDATE rail SET status = 'operation' WHERE id = 'yukun-hsr'", ()),
        ("yukun-hsr.status", "stop_refs can"),
    ),
    "a drawn line": (
        ("UPDATE rail SET geom = ? WHERE id = 'yukun-hsr'", (blob(LINE),)),
        ("yukun-hsr.geometry", "edit stop_refs"),
    ),
    "stops of a river": (
        (f"UPDATE waterway SET stop_refs = '宜宾' WHERE id = '{KEYS[2]}'", ()),
        ("route is of kind river",),
    ),
    "point outside its county": (
        ("UPDATE places SET geom = ? WHERE name = '资阳西站'", (blob(Point(106.5, 29.5)),)),
        ("资阳西站", "not in 512002"),
    ),
    "derived place": (
        ("UPDATE places SET geom = ? WHERE name = '潼南区'", (blob(Point(105.84, 30.19)),)),
        ("潼南区", "a script"),
    ),
    "numbers, not the point": (
        ("UPDATE places SET lon = 104.5 WHERE name = '资阳西站'", ()),
        ("move the point",),
    ),
    "deleted place": (
        ("DELETE FROM places WHERE name = '资阳西站'", ()),
        ("资阳西站", "data/sites.csv"),
    ),
    "new place without a source": (
        (
            "INSERT INTO places (geom, name, accuracy_m) VALUES (?, '某站', 300)",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某站: source", "must not be empty"),
    ),
    "new place of no kind": (
        (
            "INSERT INTO places (geom, name, kind, accuracy_m, source)"
            " VALUES (?, '某站', 'stop', 300, 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某站", "there is no kind of place 'stop'"),
    ),
    "new place nowhere": (
        ("INSERT INTO places (name, accuracy_m, source) VALUES ('某站', 300, 'x')", ()),
        ("某站", "no point"),
    ),
    "new place in the sea": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source) VALUES (?, '某站', 300, 'x')",
            (blob(Point(125, 30)),),
        ),
        ("neither province",),
    ),
    "new place without a number": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source) VALUES (?, '某站', 'far', 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某站: accuracy_m", "'far' is not a number"),
    ),
    "new place of no accuracy": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source) VALUES (?, '某站', 9e999, 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某站: accuracy_m", "'inf' is not a number"),
    ),
    "new place with a name that is a formula": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source) VALUES (?, '=1+1', 300, 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("=1+1", "is no name"),
    ),
    "new place with a line break": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source)"
            " VALUES (?, '某' || char(10) || '站', 300, 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某\\n站", "name: holds the character U+000A"),
    ),
    "new place with a hidden mark in its source": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source)"
            " VALUES (?, '某站', 300, 'x' || char(27) || '[2J')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("某站", "source", "cannot be seen"),
    ),
    "new place whose name names a county": (
        (
            "INSERT INTO places (geom, name, accuracy_m, source) VALUES (?, '甲;乙@5', 300, 'x')",
            (blob(Point(105.84, 30.19)),),
        ),
        ("甲;乙@5", "is no name"),
    ),
    "renamed place": (
        ("UPDATE places SET name = '资阳新站' WHERE name = '资阳西站'", ()),
        ("chengdawan-hsr.yaml", "资阳西站"),
    ),
    "a mention": (
        ("UPDATE mentions SET status = 'start'", ()),
        ("mentions", "not brought back"),
    ),
    "a boundary": (
        ("UPDATE counties SET geom = NULL WHERE adcode = '500101'", ()),
        ("counties", "not brought back"),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_breaks_a_rule_is_refused(
    case: str, gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    (statement, values), expected = REFUSED[case]
    sql(gpkg, statement, *values)
    before = snapshot(paths)
    assert run(gpkg, paths, "--yes") == 2
    told = capsys.readouterr()
    assert told.out == ""
    line, *more = told.err.strip().splitlines()
    assert not more
    assert line.endswith(".")
    for words in expected:
        assert words in line, line
    assert snapshot(paths) == before


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("<script>alert(1)</script>", "is no name"),
        ('=HYPERLINK("http://x")', "is no name"),
        ("甲;乙", "is no name"),
        ("长" * 201, "longer than 200"),
        ("甲\n乙: 丙", "cannot be seen"),
        ("\x1b[31m红", "cannot be seen"),
        ("\u202e倒", "cannot be seen"),
        ("甲\x00", "cannot be seen"),
        (b"\xff\xfe", "damaged"),
    ],
)
@pytest.mark.parametrize("column", ["name", "name_en"])
def test_a_hostile_name_is_refused(
    column: str,
    name: str | bytes,
    expected: str,
    gpkg: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sql(gpkg, f"UPDATE rail SET {column} = ? WHERE id = 'yukun-hsr'", name)
    before = snapshot(paths)
    assert run(gpkg, paths, "--yes") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert expected in line
    assert snapshot(paths) == before


def test_two_layers_that_disagree_are_refused(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    sql(gpkg, "UPDATE rail SET note = 'a' WHERE id = 'yukun-hsr'")
    sql(gpkg, "UPDATE projects SET note = 'b' WHERE id = 'yukun-hsr'")
    assert run(gpkg, paths, "--yes") == 2
    assert "in one layer" in capsys.readouterr().err


def test_what_the_registry_changed_since_is_not_undone(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    file = paths.projects / "rail" / "yukun-hsr.yaml"
    edit(file, "name: 渝昆高铁", "name: 渝昆高速铁路")
    # Another field may change; the newer name stays.
    sql(gpkg, "UPDATE rail SET name_en = 'Yukun HSR' WHERE id = 'yukun-hsr'")
    assert run(gpkg, paths, "--yes") == 0
    project = load_registry(paths).projects["yukun-hsr"]
    assert (project.name, project.name_en) == ("渝昆高速铁路", "Yukun HSR")
    sql(gpkg, "UPDATE rail SET name = '昆渝高铁' WHERE id = 'yukun-hsr'")
    capsys.readouterr()
    assert run(gpkg, paths, "--yes") == 2
    assert "渝昆高速铁路" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"not a database" * 99, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_broken_file_is_refused(
    content: bytes, tmp_path: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.gpkg"
    file.write_bytes(content)
    assert run(file, paths, "--yes") == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_foreign_file_is_refused(
    tmp_path: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    foreign = tmp_path / "foreign.gpkg"
    table = pyogrio.read_dataframe(DEFAULT.rivers)
    pyogrio.write_dataframe(table, foreign, layer="rail", driver="GPKG")
    assert run(foreign, paths, "--yes") == 2
    assert "was not made by python -m analyst package" in capsys.readouterr().err
    assert run(tmp_path / "none.gpkg", paths, "--yes") == 2
    assert "does not exist" in capsys.readouterr().err
    sql(foreign, "CREATE TABLE atlas_base (layer, key, held)")
    with closing(sqlite3.connect(foreign)) as base, base:
        base.execute("INSERT INTO atlas_base VALUES ('rail', 'x', '[1')")
    assert run(foreign, paths, "--yes") == 2
    assert "damaged" in capsys.readouterr().err
