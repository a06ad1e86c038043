"""The analyst's package: what is in it, who reads it, and that a bad target is refused."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

from analyst.__main__ import main
from analyst.collection import collect
from analyst.data_package import csv_text
from analyst.package import package_zip, write_package
from geo.frames import load_events, load_mentions, load_outcomes, load_projects
from registry.columns import VOCABULARIES, names, project_columns, tables
from registry.files.csvfile import guarded
from registry.load import load_plans, load_registry
from registry.outcome.columns import CURRENT
from registry.paths import DEFAULT
from registry.vocab import Mode
from tests.support import copy_data, edit

MADE = date(2026, 1, 2)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "atlas"
    assert write_package(folder, made=MADE) == len(load_registry().projects)
    return folder


@pytest.fixture(scope="module")
def layers(package: Path) -> dict[str, gpd.GeoDataFrame]:
    file = package / "atlas.gpkg"
    return {str(name): gpd.read_file(file, layer=name) for name, _ in pyogrio.list_layers(file)}


def test_every_file_is_there(package: Path) -> None:
    found = {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file()}
    assert found >= {
        *("README.txt", "ATTRIBUTION.txt", "atlas.gpkg", "atlas.qgz", "oc4ids.json"),
        *(
            "datapackage.json",
            "dcat.jsonld",
            "data-dictionary.md",
            "csv/projects.csv",
            "csv/mentions.csv",
        ),
        *("geojson/rail.geojson", "geojson/rail.qml", "parquet/projects.parquet"),
    }
    layers = {p.stem for p in (package / "geojson").glob("*.geojson")}
    styled = {p.stem for p in (package / "geojson").glob("*.qml")}
    modes = {name for name in layers if name.split("_")[0] in set(Mode)}
    assert styled == layers | {f"{name}.plan" for name in modes}
    # Nothing of the machine it was made on.
    for path in package.rglob("*"):
        if path.is_file() and path.suffix != ".qgz":
            assert str(DEFAULT.data.parent).encode() not in path.read_bytes(), path.name


def test_geopackage_holds_every_project_once_a_mode(layers: dict[str, gpd.GeoDataFrame]) -> None:
    projects = load_projects()
    assert len(layers["projects"]) == len(layers["project_points"]) == len(projects)
    assert len(layers["mentions"]) == len(load_mentions())
    for mode in Mode:
        wanted = projects[projects["mode"] == mode.value]
        assert sorted(layers[mode.value]["id"]) == sorted(wanted["id"]), mode
        drawn = [
            name
            for name, table in layers.items()
            if name.split("_")[0] == mode.value
            for _ in range(int(table.geometry.notna().sum()))
        ]
        assert len(drawn) == wanted.geometry.notna().sum(), mode


def test_geopackage_keeps_shapes_types_and_where_they_are_drawn(
    layers: dict[str, gpd.GeoDataFrame],
) -> None:
    truth = load_projects().set_index("id")
    found = layers["projects"].set_index("id")
    for key, row in truth.iterrows():
        geometry = found.geometry[key]
        assert (geometry is None) == (row.geometry is None)
        assert geometry is None or geometry.equals_exact(row.geometry, 1e-7)
    for mode in Mode:
        table = layers[mode.value]
        assert (table["shape_layer"].notna() == table["id"].map(truth.geometry.notna())).all()
        for layer, rows in table.dropna(subset="shape_layer").groupby("shape_layer"):
            drawn = layers[str(layer)].set_index("id")
            assert drawn.geometry[rows["id"]].notna().all()
    plans = [(p.id, p.short, p.short_en) for p in load_plans().values()]
    assert [c for c in found.columns if c != "geometry"] == list(names(project_columns(plans)))[1:]
    assert str(found["n_plans"].dtype).startswith("int")
    assert found["length_km"].dtype == "float64"


def test_geopackage_is_of_a_version_that_qgis_322_knows(package: Path) -> None:
    with sqlite3.connect(package / "atlas.gpkg") as base:
        assert base.execute("PRAGMA application_id").fetchone()[0] == 0x47504B47
        assert base.execute("PRAGMA user_version").fetchone()[0] == 10200
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        styles = base.execute("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles")
        defaults: dict[str, list[int]] = {}
        for name, text, default in styles:
            defaults.setdefault(name, []).append(default)
            assert ET.fromstring(text).tag == "qgis"
        # The first is what a layer opens with.
        assert all(found == [1] + [0] * (len(found) - 1) for found in defaults.values())
    base.close()


def test_geojson_is_rfc_7946(package: Path) -> None:
    for file in (package / "geojson").glob("*.geojson"):
        found = json.loads(file.read_text(encoding="utf-8"))
        assert set(found) == {"type", "features"}
        for feature in found["features"]:
            assert not any(isinstance(v, dict | list) for v in feature["properties"].values())


def test_parquet_and_duckdb_read_the_same(package: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    table = gpd.read_parquet(package / "parquet" / "rail.parquet")
    assert table.crs.to_epsg() == 4326
    assert str(table["start_year"].dtype) == "Int64"
    file = package / "parquet" / "projects.parquet"
    counted = duckdb.sql(f"SELECT mode, count(*) FROM '{file}' GROUP BY 1").fetchall()
    truth = load_projects()["mode"].value_counts()
    assert dict(counted) == {str(mode): int(n) for mode, n in truth.items()}
    rows = duckdb.sql(f"SELECT count(*) FROM read_csv('{package / 'csv' / 'mentions.csv'}')")
    assert rows.fetchall() == [(len(load_mentions()),)]


def test_csv_opens_in_excel_with_its_chinese(package: Path) -> None:
    raw = (package / "csv" / "mentions.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(load_mentions())
    assert any("渝昆" in row["name"] for row in rows)
    assert {row["start_year"] for row in rows if row["start_year"]} <= {
        str(y) for y in range(2000, 2060)
    }


def test_no_cell_of_a_csv_runs_as_a_formula() -> None:
    for cell in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
        assert guarded(cell) == f"'{cell}"
    assert guarded(-1.5) == -1.5
    table = collect(DEFAULT, ["yukun-hsr"]).table("projects")
    table.frame["note"] = '=HYPERLINK("http://x")'
    row = next(csv.DictReader(io.StringIO(csv_text(table).removeprefix("\ufeff"))))
    assert row["note"].startswith("'=")


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")')


@pytest.mark.parametrize("cell", HOSTILE)
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("projects", "current_source"),
        *(("events", name) for name in ("section", "text", "publisher", "title", "url")),
        *(("outcomes", name) for name in ("section", "basis", "basis_en", "sources")),
    ],
)
def test_what_facts_say_runs_as_no_formula(table: str, column: str, cell: str) -> None:
    found = collect(DEFAULT, ["yukun-hsr-chongqing-yibin"]).table(table)
    found.frame[column] = cell
    rows = list(csv.DictReader(io.StringIO(csv_text(found).removeprefix("\ufeff"), newline="")))
    assert rows
    assert {row[column] for row in rows} == {f"'{cell}"}


ABOUT = ("mentions", "events", "outcomes", "timeline", "findings", "county_lengths")


def test_what_became_of_the_projects_is_in_every_form(package: Path) -> None:
    wanted = {name: list(names(tables(())[name])) for name in ("events", "outcomes", "timeline")}
    wanted["findings"] = list(names(tables(())["findings"]))
    current = [column.name for column in CURRENT]
    counts = {"events": len(load_events()), "outcomes": len(load_outcomes())}
    file = package / "atlas.gpkg"
    for name, columns in wanted.items():
        rows = pyogrio.read_dataframe(file, layer=name, read_geometry=False)
        kept = pd.read_parquet(package / "parquet" / f"{name}.parquet")
        text = (package / "csv" / f"{name}.csv").read_text(encoding="utf-8-sig")
        told = list(csv.DictReader(io.StringIO(text, newline="")))
        assert list(rows.columns) == list(kept.columns) == list(told[0]) == columns
        assert len(rows) == len(kept) == len(told) == counts.get(name, len(told))
    for layer in ("projects", "project_points", "rail", "rail_areas"):
        for columns in (
            list(pyogrio.read_info(file, layer=layer)["fields"]),
            list(gpd.read_parquet(package / "parquet" / f"{layer}.parquet").columns),
            list(gpd.read_file(package / "geojson" / f"{layer}.geojson").columns),
        ):
            assert [name for name in columns if name in current] == current
    line = gpd.read_file(file, layer="rail").set_index("id").loc["yukun-hsr"]
    assert (line["current_status"], line["open_share"]) == ("partly_open", 0.27)


def test_every_column_is_described_and_every_table_tells_what_it_is_about(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    resources = {one["name"]: one for one in described["resources"]}
    dictionary = (package / "data-dictionary.md").read_text(encoding="utf-8")
    for name in ABOUT:
        schema = resources[name]["schema"]
        linked = {key["fields"][0]: key["reference"] for key in schema["foreignKeys"]}
        assert linked["project_id"] == {"resource": "projects", "fields": ["id"]}
        plans = {field for field, to in linked.items() if to["resource"] == "plans"}
        assert plans == {field["name"] for field in schema["fields"] if "plan" in field["name"]}
        for field in schema["fields"]:
            assert field["description"]
            assert f"`{field['name']}`" in dictionary, field["name"]
    codes = {f["name"]: f["constraints"]["enum"] for f in resources["outcomes"]["schema"]["fields"]
             if "enum" in f.get("constraints", {})}  # fmt: skip
    assert codes["verdict"] == list(VOCABULARIES["verdict"])
    assert set(codes) == {"plan_id", "kind", "strength", "verdict"}
    catalogue = (package / "dcat.jsonld").read_text(encoding="utf-8")
    for name in (*ABOUT, "plans"):
        assert f'"csv/{name}.csv"' in catalogue
        assert f'"parquet/{name}.parquet"' in catalogue


def test_every_row_is_about_a_project_and_a_plan_that_are_there(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    tables_read = {
        one["name"]: list(
            csv.DictReader(
                io.StringIO((package / one["path"]).read_text(encoding="utf-8-sig"), newline="")
            )
        )
        for one in described["resources"]
        if one["type"] == "table"
    }
    for one in described["resources"]:
        for key in one.get("schema", {}).get("foreignKeys", []):
            there = {row["id"] for row in tables_read[key["reference"]["resource"]]}
            told = {row[key["fields"][0]] for row in tables_read[one["name"]]} - {""}
            assert told <= there, (one["name"], key)


def test_dcat_says_what_the_data_package_says(package: Path) -> None:
    told = json.loads((package / "dcat.jsonld").read_text(encoding="utf-8"))
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert {"dct:title", "dct:description", "dct:license", "dct:issued"} <= told.keys()
    assert [title["@language"] for title in told["dct:title"]] == ["zh", "en"]
    period = told["dct:temporal"]
    assert period["dcat:startDate"]["@value"] < period["dcat:endDate"]["@value"]
    box = shapely.from_wkt(told["dct:spatial"]["dcat:bbox"]["@value"])
    projects = gpd.read_file(package / "geojson" / "projects.geojson")
    assert box.buffer(1e-4).contains(shapely.box(*projects.total_bounds))
    licences = [{"@id": licence["path"]} for licence in described["licenses"]]
    assert len(told["dcat:distribution"]) == len(described["resources"])
    for one in told["dcat:distribution"]:
        file = package / one["dcat:downloadURL"]["@id"]
        assert int(one["dcat:byteSize"]["@value"]) == file.stat().st_size
        assert one["dct:license"] == licences
        assert "OpenStreetMap" in one["dct:rights"]["rdfs:label"][1]["@value"]
        assert "/" in one["dcat:mediaType"]["@id"].removeprefix("https://www.iana.org/")


def test_frictionless_accepts_the_description(package: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    found = frictionless.Package(str(package / "datapackage.json"))
    report = found.validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    fields = {f.name: f for f in found.get_resource("projects").schema.fields}
    assert fields["status"].constraints["enum"] == list(VOCABULARIES["status"])
    assert fields["length_km"].type == "number"
    edited = (package / "csv" / "events.csv").read_text(encoding="utf-8")
    try:
        with (package / "csv" / "events.csv").open("a", encoding="utf-8") as file:
            file.write("nobody,open,2020,,,x,False\r\n")
        assert not found.validate().valid
    finally:
        (package / "csv" / "events.csv").write_text(edited, encoding="utf-8", newline="")


# --- the command


def test_stale_data_are_not_packaged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    edit(paths.projects / "rail" / "yukun-hsr.yaml", "name: 渝昆高铁", "name: 渝昆线")
    target = tmp_path / "atlas"
    assert main(["package", "-o", str(target), "--data", str(paths.data)]) == 2
    assert "run python -m geo build" in capsys.readouterr().err
    assert not target.exists()


def test_filters_narrow_the_package_and_the_zip_is_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    target = tmp_path / "子集"
    arguments = ["package", "-o", str(target), "--mode", "铁路,港口", "--plan", "tongnan-2018"]
    assert main(arguments) == 0
    told = capsys.readouterr()
    assert "个项目" in told.out
    assert "读取数据" in told.err
    rows = gpd.read_file(target / "atlas.gpkg", layer="projects")
    assert set(rows["mode"]) <= {"rail", "port"}
    assert rows["plans"].str.contains("tongnan-2018").all()
    mentions = gpd.read_file(target / "atlas.gpkg", layer="mentions")
    assert set(mentions["project_id"]) == set(rows["id"])
    zipped = package_zip(ids=list(rows["id"]), made=MADE)
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert archive.testzip() is None
        text = archive.read("chengyu-atlas/csv/projects.csv").decode("utf-8-sig")
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == list(rows["id"])


def _refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 2
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert told.endswith(".")
    assert "Traceback" not in told
    return told


def test_bad_targets_and_filters_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    home, file = tmp_path / "home", tmp_path / "file"
    home.mkdir()
    (home / "thesis.doc").write_text("precious")
    file.write_text("kept")
    go = ["package", "-o"]
    assert "add --force" in _refused([*go, str(home)], capsys)
    assert "not a package" in _refused([*go, str(home), "--force"], capsys)
    assert "is not a folder" in _refused([*go, str(file), "--force"], capsys)
    assert "cannot be written" in _refused([*go, str(file / "below")], capsys)
    assert "perhaps rail" in _refused([*go, str(tmp_path / "x"), "--mode", "rial"], capsys)
    assert "there is no plan 'x'" in _refused([*go, str(tmp_path / "x"), "--plan", "x"], capsys)
    assert "no project" in _refused([*go, str(tmp_path / "x"), "--query", "zzzz"], capsys)
    data = ["--data", str(tmp_path / "none")]
    assert "the folder does not exist" in _refused([*go, str(tmp_path / "x"), *data], capsys)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "home"]
    assert (home / "thesis.doc").read_text() == "precious"


def test_a_failed_run_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "atlas"
    target.mkdir()
    (target / "atlas.gpkg").write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analyst.package.write_geopackage", full)
    from registry.errors import AtlasError

    with pytest.raises(AtlasError, match="No space left"):
        write_package(target, force=True, ids=["yukun-hsr"])
    assert (target / "atlas.gpkg").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["atlas"]


def test_the_project_finds_its_layers_beside_it(package: Path) -> None:
    with zipfile.ZipFile(package / "atlas.qgz") as archive:
        assert archive.namelist() == ["atlas.qgs"]
        root = ET.fromstring(archive.read("atlas.qgs"))
    sources = [e.text for e in root.iter("datasource")]
    assert all(source and source.startswith("./atlas.gpkg|layername=") for source in sources)
