"""A wrong value in a built file costs the package that project, and is said with its cause."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import geo
from analyst.__main__ import main
from analyst.collection import collect
from analyst.package import write_package
from layers.records.lost import Lost, told
from layers.records.model import Missing
from registry.errors import AtlasError
from registry.files.csvfile import csv_text
from registry.paths import Paths
from tests.support import scene
from tests.support.few import few

BAD, WHOLE = "yukun-hsr", "minjiang-longxikou-yibin"
ALL = {BAD, WHOLE, "yukun-hsr-chongqing-yibin", "shale-weiyuan-rongxian"}
HELPS = "; run python -m geo build."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = tmp_path_factory.mktemp("built")
    few(here)
    assert scene.quietly(scene.COMMANDS["build"], here)[0] == 0
    return here


@pytest.fixture
def paths(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A built data folder of the test's own."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    shutil.copytree(built / "data", tmp_path / "data")
    return Paths(tmp_path / "data")


def spoil(paths: Paths, change: Callable[[dict[str, Any]], object], ident: str = BAD) -> None:
    document = json.loads(paths.geojson.read_text(encoding="utf-8"))
    change(next(f for f in document["features"] if f["properties"]["id"] == ident))
    paths.geojson.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def put(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda feature: feature["properties"].__setitem__(name, value)


def spoil_row(paths: Paths, table: str, column: str, value: str) -> str:
    """Change a cell of the first row of ``table``; the row's project."""
    path = getattr(paths, table)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ident = rows[0]["project_id"]
    rows[0][column] = value
    path.write_text(csv_text(list(rows[0]), rows), encoding="utf-8", newline="")
    return ident


def packed(
    paths: Paths, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[int, Path, list[str]]:
    """What ``analyst package`` returns, its folder, and what it says on standard error."""
    target = paths.data.parent / "atlas"
    code = main(["package", "-o", str(target), "--data", str(paths.data), *more])
    return code, target, capsys.readouterr().err.splitlines()


def ids(target: Path) -> dict[str, set[str]]:
    """The projects that each file of a package speaks of."""
    shapes = json.loads((target / "geojson" / "projects.geojson").read_text("utf-8"))
    contract = json.loads((target / "oc4ids.json").read_text("utf-8"))
    with closing(sqlite3.connect(target / "atlas.gpkg")) as base:
        rows = {ident for (ident,) in base.execute("SELECT id FROM projects")}
        about = {ident for (ident,) in base.execute("SELECT project_id FROM mentions")}
    return {
        "geojson": {f["properties"]["id"] for f in shapes["features"]},
        "oc4ids": {p["id"] for p in contract["projects"]},
        "rows": rows,
        "about": about,
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (put("length_km", float("nan")), "length_km: nan is not a number"),
        (put("name", None), "name: must not be empty"),
        (put("mode", "tram"), "mode: there is no mode 'tram'"),
        (put("verdicts", "odd"), "verdicts: there is no verdict 'odd'"),
        (lambda f: f.__setitem__("geometry", {"type": "Circle", "coordinates": [1]}), "geometry: "),
        (
            lambda f: f.__setitem__("geometry", {"type": "LineString", "coordinates": None}),
            "geometry: the geometry is missing or not valid",
        ),
    ],
)
def test_a_wrong_project_costs_itself(
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[dict[str, Any]], object],
    sentence: str,
) -> None:
    spoil(paths, change)
    code, target, said = packed(paths, capsys)
    assert code == 0
    at = said.index("1 not in the package, since the data are wrong:")
    (line,) = said[at + 1 :]
    assert line.startswith(f"  data/projects.geojson: {BAD}: {sentence}")
    assert line.endswith(HELPS)
    found = ids(target)
    assert found["geojson"] == found["rows"] == found["about"] == ALL - {BAD}
    assert len(found["oc4ids"]) == 3
    # Who has only the package is told too.
    text = (target / "README.txt").read_text("utf-8-sig")
    assert "1 个项目因数据有误不在包里" in text
    assert line.strip() in text


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("mentions", "status", "sometime"),
        ("events", "date", "2024-02-31"),
        ("outcomes", "months_late", "x"),
        ("timeline", "first_year", ""),
        ("county_lengths", "length_km", "nan"),
    ],
)
def test_a_wrong_row_costs_its_project_in_every_table(
    paths: Paths, capsys: pytest.CaptureFixture[str], table: str, column: str, value: str
) -> None:
    ident = spoil_row(paths, table, column, value)
    code, target, said = packed(paths, capsys)
    assert code == 0
    assert said[-2] == "1 not in the package, since the data are wrong:"
    assert said[-1].startswith(f"  data/{table}.csv:2: {column}: ")
    found = ids(target)
    assert found["rows"] == found["about"] == ALL - {ident}


def test_what_names_no_project_is_told_too(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(paths, put("id", None))
    code, target, said = packed(paths, capsys)
    assert code == 0
    assert said[-2] == "1 not in the package, since the data are wrong:"
    assert "id: must not be empty" in said[-1]
    # What other files say of it has no project to belong to.
    found = ids(target)
    assert found["rows"] == found["about"] == ALL - {BAD}


def test_the_rest_must_be_what_the_registry_builds(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(paths, put("length_km", "long"))
    spoil(paths, put("name", "别的江"), WHOLE)
    code, target, said = packed(paths, capsys)
    assert code == 2
    assert said[-1] == (
        "error: data/projects.geojson: is not what the registry builds, run python -m geo build."
    )
    assert not target.exists()


def test_a_choice_goes_without_it_too(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(paths, put("n_plans", 1.5))
    code, target, said = packed(paths, capsys, "--mode", "rail")
    assert code == 0
    assert said[-2] == "1 not in the package, since the data are wrong:"
    assert ids(target)["rows"] == {"yukun-hsr-chongqing-yibin"}


def test_whoever_asks_for_all_is_refused(paths: Paths, tmp_path: Path) -> None:
    spoil(paths, put("length_km", "long"))
    for load in (geo.load_projects, lambda data: collect(Paths(data))):
        with pytest.raises(AtlasError, match="length_km"):
            load(paths.data)
    with pytest.raises(AtlasError, match="length_km"):
        write_package(tmp_path / "made", paths=paths)
    assert not (tmp_path / "made").exists()


def test_tables_in_python_go_without_what_is_wrong(paths: Paths) -> None:
    spoil(paths, put("length_km", "long"))
    ident = spoil_row(paths, "mentions", "start_year", "soon")
    lost = Lost()
    assert set(geo.load_projects(paths.data, wrong=lost)["id"]) == ALL - {BAD}
    before = len(geo.load_mentions(paths.data, wrong=lost))
    with paths.mentions.open(encoding="utf-8", newline="") as file:
        assert before == len(list(csv.DictReader(file))) - 1
    assert set(lost.projects) == {BAD, ident}


def test_an_empty_code_in_json_is_a_missing_one(paths: Paths) -> None:
    spoil(paths, put("status_chuannan_yuxi_2023", ""))
    rows = geo.load_projects(paths.data).set_index("id")["status_chuannan_yuxi_2023"]
    assert rows.isna()[BAD]
    assert rows.dtype == "category"


def test_only_the_first_are_told_one_by_one() -> None:
    missing = [Missing(f"p{n}", AtlasError(f"f: p{n}", zh="错", en="wrong")) for n in range(12)]
    assert told(missing[:10], "en") == [f"  f: p{n}: wrong." for n in range(10)]
    assert told(missing, "en")[9:] == ["  f: p9: wrong.", "  2 more"]
    assert told(missing[:11], "zh")[9:] == ["  f: p9：错。", "  另有 1 个"]
