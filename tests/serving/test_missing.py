"""A wrong value in a built file costs its project and nothing else, and is said with its cause."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layers import cli, payload
from layers.payload.compact import compact
from layers.publish import downloads
from layers.publish.export import export_html
from layers.records import data
from registry.errors import AtlasError
from registry.files.csvfile import csv_text
from registry.files.shapes import check_shape
from registry.paths import Paths

Feature = dict[str, Any]
BAD = "first-line"
REMEDY = "; run python -m geo build"


@pytest.fixture
def paths(small_paths: Paths, tmp_path: Path) -> Paths:
    """A small data folder of the test's own."""
    shutil.copytree(small_paths.data, tmp_path / "data")
    return Paths(tmp_path / "data")


def spoil(paths: Paths, change: Callable[[Feature], None]) -> None:
    """Change the feature of :data:`BAD` in the built file."""
    document = json.loads(paths.geojson.read_text(encoding="utf-8"))
    feature = next(f for f in document["features"] if f["properties"]["id"] == BAD)
    change(feature)
    paths.geojson.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def told(name: str, value: object) -> Callable[[Feature], None]:
    return lambda feature: feature["properties"].__setitem__(name, value)


def drawn(**geometry: object) -> Callable[[Feature], None]:
    return lambda feature: feature.__setitem__("geometry", geometry)


GEOMETRY = f"data/projects.geojson: {BAD}: geometry: the geometry is missing or not valid"
WHERE = f"data/projects.geojson: {BAD}: "
#: What is done to the project, and how the sentence begins.
WRONG: list[tuple[Callable[[Feature], None], str]] = [
    (told("length_km", float("nan")), WHERE + "length_km: nan is not a number"),
    (told("length_km", float("inf")), WHERE + "length_km: inf is not a number"),
    (told("length_km", "long"), WHERE + "length_km: 'long' is not a number"),
    (told("length_km", [1]), WHERE + "length_km: [1] is not a number"),
    (told("name", None), WHERE + "name: must not be empty"),
    (told("name", 5), WHERE + "name: must be text"),
    (told("mode", "tram"), WHERE + "mode: there is no mode 'tram'"),
    (told("current_status", "unheard"), WHERE + "current_status: there is no current status"),
    (told("months_late", 1.5), WHERE + "months_late: 1.5 is not a whole number"),
    (told("verdicts", "late;odd"), WHERE + "verdicts: there is no verdict 'odd'"),
    (told("stops_lonlat", "1 2"), "projects.geojson: first-line: stops_lonlat: has 1 positions"),
    (lambda f: f["properties"].pop("name"), WHERE + "name: must not be empty"),
    (drawn(type="Circle", coordinates=[1, 2]), GEOMETRY),
    (drawn(type="LineString", coordinates=[]), GEOMETRY),
    (drawn(type="LineString", coordinates=None), GEOMETRY),
    (drawn(type="LineString", coordinates=[[105, 30]]), GEOMETRY),
    (drawn(type="LineString", coordinates=[[105, 30], [None, 30]]), GEOMETRY),
    (drawn(type="LineString", coordinates=[[105, 30], ["105", 30]]), GEOMETRY),
    (drawn(type="LineString", coordinates=[[105, 30], [float("nan"), 30]]), GEOMETRY),
    (drawn(type="LineString", coordinates=[[105, 30], [181, 30]]), GEOMETRY),
    (drawn(type="Point", coordinates=[[105, 30]]), GEOMETRY),
    (drawn(type="Polygon", coordinates=[[[1, 2], [2, 3], [1, 2]]]), GEOMETRY),
    (drawn(type=["Point"], coordinates=[105, 30]), GEOMETRY),
    (drawn(type="GeometryCollection", geometries=[]), GEOMETRY),
    (drawn(type="Point"), GEOMETRY),
    (lambda f: f.__setitem__("geometry", "none"), GEOMETRY),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG)
def test_a_wrong_project_costs_itself(
    paths: Paths, small: Any, change: Callable[[Feature], None], sentence: str
) -> None:
    spoil(paths, change)
    atlas, errors = data.load_what_can_be(paths)
    assert errors == []
    assert [p.id for p in atlas.projects] == [p.id for p in small.projects if p.id != BAD]
    (missing,) = atlas.missing
    assert missing.id == BAD
    assert missing.why.text("en").startswith(sentence)
    assert missing.why.text("en").endswith(REMEDY + ".")
    assert missing.why.text("zh").endswith("；请运行 python -m geo build。")
    # The payload, the exported file and the flat files go without it; the first two say so.
    made = payload.build(atlas)
    said = (missing.why.text("zh"), missing.why.text("en"))
    assert made["missing"] == [said]
    assert json.loads(payload.dumps(compact(made)))["missing"] == [list(said)]
    good = data.load_good(paths)
    assert good.projects == atlas.projects
    assert [(one.id, one.why.en) for one in good.missing] == [(BAD, missing.why.en)]
    assert export_html(atlas, lang="en")
    ids = [p.id for p in atlas.projects]
    assert f"\n{BAD}," not in downloads.projects_csv(paths, ids)
    assert BAD not in [
        f["properties"]["id"] for f in json.loads(downloads.geojson(paths, ids))["features"]
    ]
    # Whoever must have all is told the same.
    with pytest.raises(AtlasError):
        data.load(paths)


ROWS = [
    ("mentions", "status", "sometime", "there is no status 'sometime'"),
    ("mentions", "start_year", "soon", "'soon' is not a number"),
    ("mentions", "plan_id", "no-plan", "there is no plan 'no-plan'"),
    ("events", "date", "2024-02-31", "is no date of the calendar"),
    ("events", "event", "party", "there is no event 'party'"),
    ("outcomes", "months_late", "x", "'x' is not a number"),
    ("timeline", "first_year", "", "must not be empty"),
    ("findings", "kind", "odd", "there is no finding 'odd'"),
    ("county_lengths", "length_km", "nan", "'nan' is not a number"),
]


@pytest.mark.parametrize(("table", "column", "value", "sentence"), ROWS)
def test_a_wrong_row_costs_its_project(
    paths: Paths, table: str, column: str, value: str, sentence: str
) -> None:
    path = getattr(paths, table)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = value
    ident = rows[0]["project_id"]
    path.write_text(csv_text(list(rows[0]), rows), encoding="utf-8", newline="")
    atlas, errors = data.load_what_can_be(paths)
    assert errors == []
    assert ident not in atlas.by_id
    assert len(atlas.projects) == 5
    (missing,) = atlas.missing
    assert missing.id == ident
    assert missing.why.text("en").startswith(f"data/{table}.csv:2: {column}: ")
    assert sentence in missing.why.en
    assert missing.why.en.endswith(REMEDY)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda text: text[: len(text) // 2], "is not GeoJSON that can be read"),
        (lambda _: "", "is not GeoJSON that can be read"),
        (lambda _: "[]", "is not GeoJSON: a FeatureCollection is expected"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence_with_what_helps(
    paths: Paths, change: Callable[[str], str], sentence: str
) -> None:
    paths.geojson.write_text(change(paths.geojson.read_text("utf-8")), encoding="utf-8")
    atlas, (error,) = data.load_what_can_be(paths)
    assert atlas.projects == ()
    assert sentence in error.en
    assert error.en.endswith(REMEDY)
    for load in (data.load, data.load_good):
        with pytest.raises(AtlasError) as found:
            load(paths)
        assert found.value.en == error.en
    assert payload.build(atlas)["projects"] == []


def test_shapes_of_the_ground_that_are_none_are_left_out(paths: Paths) -> None:
    document = json.loads(paths.rivers.read_text(encoding="utf-8"))
    document["features"][0]["geometry"]["coordinates"] = None
    paths.rivers.write_text(json.dumps(document), encoding="utf-8")
    counties = paths.boundaries / "display" / "counties.geojson"
    counties.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature",'
        '"properties":{},"geometry":{"type":"Polygon","coordinates":null}}]}'
    )
    atlas, (error,) = data.load_what_can_be(paths)
    assert error.en == (
        "the geometry is missing or not valid; "
        "correct the file or put it back, then run python -m geo build"
    )
    assert atlas.rivers == []
    assert len(atlas.projects) == 6
    assert payload.build(atlas)["base"]["rivers"] == []


def test_a_project_without_a_shape_is_none_the_worse() -> None:
    check_shape(None, "x")
    for kind, coordinates in (
        ("Point", [105.1, 30]),
        ("Point", [-180, 90, 300]),
        ("MultiPoint", [[1, 2]]),
        ("LineString", [[1, 2], [2, 3]]),
        ("MultiLineString", [[[1, 2], [2, 3]]]),
        ("Polygon", [[[1, 2], [2, 3], [3, 1], [1, 2]]]),
        ("MultiPolygon", [[[[1, 2], [2, 3], [3, 1], [1, 2]]]]),
    ):
        check_shape({"type": kind, "coordinates": coordinates}, "x")


def test_an_export_says_what_is_missing(
    paths: Paths,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil(paths, told("length_km", float("nan")))
    target = tmp_path / "map.html"
    for lang, line in (
        ("en", "1 not on the map, since the data are wrong:"),
        ("zh", "1 个项目因数据有误不在图上："),
    ):
        monkeypatch.setenv("LC_ALL", f"{lang}_XX.UTF-8")
        options = ["export", "-o", str(target), "--force", "--data", str(paths.data)]
        assert cli.main([*options, "--lang", lang]) == 0
        said = capsys.readouterr().err
        assert line in said
        assert said.count("length_km") == 1
        assert "Traceback" not in said
    assert target.stat().st_size > 100_000
