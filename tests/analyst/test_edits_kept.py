"""Nothing that was edited in a package is lost on the way back, and no file holds the import up."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest

from analyst.__main__ import main
from analyst.edits.read import BACKUP
from analyst.package import write_package
from registry.load import load_registry
from registry.paths import Paths
from tests.support import copy_data

KEYS = ["chengdawan-hsr", "yukun-hsr", "minjiang-longxikou-yibin"]
RENAMED = "UPDATE rail SET name = '昆渝高铁' WHERE id = 'yukun-hsr'"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "atlas"
    write_package(folder, ids=KEYS)
    return folder / "atlas.gpkg"


@pytest.fixture
def gpkg(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Path(shutil.copy(package, tmp_path / "edited.gpkg"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return copy_data(tmp_path)


def script(file: Path, *statements: str) -> None:
    """Run SQL on ``file``, without the triggers that need a geographer's SQLite."""
    with closing(sqlite3.connect(file)) as base, base:
        found = base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in found:
            base.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            base.execute(statement)


def told(file: Path, paths: Paths, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["import-edits", str(file), "--data", str(paths.data), "--yes"])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (["ALTER TABLE rail RENAME note TO remark"], "rail: lacks the columns note, whose edits"),
        (["ALTER TABLE rail RENAME note TO remark"], "give remark its old name again"),
        (["ALTER TABLE rail DROP COLUMN stop_refs"], "rail: lacks the columns stop_refs"),
        (["ALTER TABLE projects DROP COLUMN name"], "projects: lacks the columns name"),
        (["ALTER TABLE rail DROP COLUMN id"], "rail: lacks the columns id"),
        (["ALTER TABLE places DROP COLUMN source"], "places: lacks the columns source"),
        (["ALTER TABLE places DROP COLUMN lon"], "places: lacks the columns lon"),
        (
            ["UPDATE gpkg_contents SET table_name = 'old' WHERE table_name = 'rail'"],
            "rail: the layer is gone",
        ),
    ],
)
def test_a_column_whose_edits_would_be_lost_is_refused(
    statements: list[str],
    says: str,
    gpkg: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script(gpkg, RENAMED, "PRAGMA foreign_keys = OFF", *statements)
    code, out, err = told(gpkg, paths, capsys)
    assert (code, out) == (2, "")
    assert says in err
    assert not (paths.data / BACKUP).exists()


def test_what_stays_behind_is_named(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(
        gpkg,
        "ALTER TABLE rail ADD COLUMN cost REAL",
        "ALTER TABLE rail DROP COLUMN uncertainty_m",
        "CREATE TABLE sketch (fid INTEGER PRIMARY KEY)",
        "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('sketch', 'attributes')",
    )
    code, out, err = told(gpkg, paths, capsys)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "note: rail: new columns stay behind: cost",
        "note: rail: deleted columns stay as they are in the registry: uncertainty_m",
        "note: new layers stay behind: sketch",
        "nothing changed",
    ]


def test_what_is_replaced_is_kept(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    file = paths.projects / "rail" / "yukun-hsr.yaml"
    file.write_text(f"# 人写的\n{file.read_text('utf-8')}", encoding="utf-8")
    before = file.read_bytes()
    script(gpkg, RENAMED)
    code, out, _ = told(gpkg, paths, capsys)
    assert code == 0
    assert "  - # 人写的" in out
    (kept,) = (paths.data / BACKUP).iterdir()
    assert f"what was there is kept in data/{BACKUP}/{kept.name}" in out
    assert (kept / "projects" / "rail" / file.name).read_bytes() == before
    assert [path for path in kept.rglob("*") if path.is_file()] == [
        kept / "projects" / "rail" / file.name
    ]
    assert load_registry(paths).projects["yukun-hsr"].name == "昆渝高铁"
    # A second import does not write over the first one's copies.
    script(gpkg, "UPDATE rail SET name = '渝昆线' WHERE id = 'yukun-hsr'")
    code, _, err = told(gpkg, paths, capsys)
    assert (code, "has become" in err) == (2, True)
    script(gpkg, RENAMED, "UPDATE rail SET note = '新注' WHERE id = 'yukun-hsr'")
    assert told(gpkg, paths, capsys)[0] == 0
    assert len(list((paths.data / BACKUP).iterdir())) == 2


def test_a_layer_that_another_program_has_written_again_is_the_same(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another name for the shapes, another key, a whole number with a point."""
    frame = pyogrio.read_dataframe(gpkg, layer="rail")
    frame.loc[frame["id"] == "yukun-hsr", "note"] = "新注"
    frame["complete_year"] = frame["complete_year"].astype("float64")
    frame["n_plans"] = frame["n_plans"].astype("float64")
    script(gpkg)
    pyogrio.write_dataframe(
        frame,
        gpkg,
        layer="rail",
        driver="GPKG",
        layer_options={"GEOMETRY_NAME": "shape", "FID": "number", "OVERWRITE": "YES"},
        append=False,
    )
    code, out, err = told(gpkg, paths, capsys)
    assert (code, err) == (0, "")
    assert load_registry(paths).projects["yukun-hsr"].note == "新注"
    assert out.count("wrote ") == 1


VIEW = (
    "CREATE VIEW {name} AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT x AS fid, 'yukun-hsr' AS id FROM n"
)
SLOW = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.mark.parametrize("table", ["rail", "places", "counties", "gpkg_contents", "atlas_base"])
def test_a_layer_that_is_a_view_is_not_run(
    table: str, gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, f"ALTER TABLE {table} RENAME TO old", VIEW.format(name=table))
    begun = time.monotonic()
    code, _, err = told(gpkg, paths, capsys)
    assert time.monotonic() - begun < 5
    assert code == 2
    assert err == (
        f"error: edited.gpkg: {table}: is a view or a virtual table, no plain table, and is not "
        "read.\n"
    )


def test_a_layer_that_is_a_virtual_table_is_not_read(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, "ALTER TABLE rail RENAME TO old", "CREATE  VIRTUAL TABLE rail USING fts5(id)")
    code, _, err = told(gpkg, paths, capsys)
    assert (code, "rail: is a view or a virtual table" in err) == (2, True)


def test_a_computed_column_is_not_computed(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, "ALTER TABLE rail ADD COLUMN huge AS (hex(zeroblob(400000000)))")
    code, out, err = told(gpkg, paths, capsys)
    assert (code, out, err) == (0, "nothing changed\n", "")


def test_reading_has_a_limit_of_steps(gpkg: Path) -> None:
    from geo.geopackage.opening import opened
    from registry.errors import AtlasError

    begun = time.monotonic()
    with pytest.raises(AtlasError, match="takes far more steps"), opened(gpkg) as base:
        base.execute(SLOW).fetchone()
    assert time.monotonic() - begun < 20


def test_a_package_in_use_is_said_to_be(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(gpkg)) as base:
        base.execute("BEGIN EXCLUSIVE")
        code, _, err = told(gpkg, paths, capsys)
    assert code == 2
    assert err.startswith("error: edited.gpkg: is in use by another program, such as QGIS")


def test_changes_that_are_not_in_the_file_yet_are_read_or_missed_aloud(
    gpkg: Path, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg)
    with closing(sqlite3.connect(gpkg)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA wal_autocheckpoint = 0")
        base.execute(RENAMED)
        base.commit()
        alone = Path(shutil.copy(gpkg, tmp_path / "alone.gpkg"))
        code, out, _ = told(alone, paths, capsys)
        assert code == 0
        assert "the newest may be in alone.gpkg-wal, which is not beside it" in out
        assert not (tmp_path / "alone.gpkg-wal").exists()
        (tmp_path / "alone.gpkg-wal").mkdir()
        code, _, err = told(alone, paths, capsys)
        assert code == 2
        assert err.startswith("error: alone.gpkg: its newest changes are still in alone.gpkg-wal")
        assert told(gpkg, paths, capsys)[0] == 0
    assert load_registry(paths).projects["yukun-hsr"].name == "昆渝高铁"


def test_a_column_more_in_places_is_no_edit(
    gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, "ALTER TABLE places ADD COLUMN remark TEXT", "UPDATE places SET remark = 'x'")
    code, out, err = told(gpkg, paths, capsys)
    assert (code, err) == (0, "")
    assert "places: new columns stay behind: remark" in out
    assert "nothing changed" in out


@pytest.mark.parametrize("layer", ["places", "rail"])
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4490"])
def test_a_layer_in_another_crs_is_refused_for_that(
    layer: str,
    crs: str,
    gpkg: Path,
    paths: Paths,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = tmp_path / "other.gpkg"
    frame = pyogrio.read_dataframe(gpkg, layer=layer).to_crs(crs)
    pyogrio.write_dataframe(frame, other, layer=layer, driver="GPKG")
    with closing(sqlite3.connect(other)) as base:
        row = base.execute(
            "SELECT srs_name, srs_id, organization, organization_coordsys_id, definition"
            " FROM gpkg_spatial_ref_sys WHERE organization || ':' || organization_coordsys_id = ?",
            (crs,),
        ).fetchone()
    with closing(sqlite3.connect(gpkg)) as base, base:
        base.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, 900, ?, ?, ?, '')", (row[0], *row[2:])
        )
        base.execute("UPDATE gpkg_geometry_columns SET srs_id = 900 WHERE table_name = ?", (layer,))
    code, _, err = told(gpkg, paths, capsys)
    assert code == 2
    assert err == (
        f"error: edited.gpkg: {layer}: is in the CRS {crs}; save it in WGS84 longitude and "
        "latitude (EPSG:4326).\n"
    )


@pytest.mark.parametrize("adcode", ["511502.0", "51150", "5115022", "５１１５０２", "51150a"])
def test_a_code_that_a_spreadsheet_spoiled_is_refused_for_that(
    adcode: str, gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, f"UPDATE places SET adcode = '{adcode}' WHERE name = '资阳西站'")
    code, _, err = told(gpkg, paths, capsys)
    assert code == 2
    assert err == (
        f"error: edited.gpkg: places: 资阳西站: adcode: '{adcode}' is no code of an area: it is "
        "text of 2, 4 or 6 digits, as 511502.\n"
    )


def test_a_folder_is_said_to_be_one(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    code, _, err = told(paths.data, paths, capsys)
    assert (code, err) == (2, "error: data: is a folder, a file is expected.\n")


@pytest.mark.parametrize("held", ["{}", '{"name": "x"}'])
@pytest.mark.parametrize("rows", ["", "AND key = (SELECT max(key) FROM atlas_base WHERE {0})"])
def test_what_a_package_remembers_of_places_may_be_damaged(
    held: str, rows: str, gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    places = "layer = 'places'"
    where = f"{places} {rows.format(places)}"
    script(gpkg, f"UPDATE atlas_base SET held = '{held}' WHERE {where}")
    code, _, err = told(gpkg, paths, capsys)
    assert (code, len(err.splitlines())) == (2, 1)
    assert "edited.gpkg" in err


@pytest.mark.parametrize("held", ["[" * 100_000, "[1]", "NaN", "3", '"x"', "{"])
def test_what_a_package_remembers_may_be_damaged(
    held: str, gpkg: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    script(gpkg, f"UPDATE atlas_base SET held = '{held}' WHERE layer = 'rail'")
    code, _, err = told(gpkg, paths, capsys)
    assert (code, len(err.splitlines())) == (2, 1)
