"""A line that an analyst has, taken in with its source: what is written, shown and refused."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import LineString, MultiLineString

from analyst.__main__ import main
from analyst.edits.lines import read_given
from analyst.edits.read import BACKUP
from geo.gazetteer import load_gazetteer
from geo.geocode import locate_project
from geo.legs.given import given_lines
from registry.errors import AtlasError
from registry.geometry import Method
from registry.load import load_registry
from registry.paths import Paths
from tests.support import copy_data

IDENT = "chengyu-central-hsr"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return copy_data(tmp_path)


def stations(paths: Paths) -> list[tuple[float, float]]:
    gazetteer = load_gazetteer(paths)
    located = locate_project(load_registry(paths).projects[IDENT], gazetteer, paths)
    return [stop.point for stop in located.stops]


def survey(
    paths: Paths, *, first: int = 1, last: int = 4, north: float = 0.002, name: str = "real.gpkg"
) -> Path:
    """A line a little north of stops ``first`` to ``last``, in another CRS, with idle vertices."""
    points = stations(paths)[first : last + 1]
    dense = LineString([(x, y + north) for x, y in points]).segmentize(0.01)
    file = paths.data.parent / name
    gpd.GeoSeries([dense], crs="EPSG:4326").to_crs("EPSG:4547").to_file(file)
    return file


def run(paths: Paths, file: Path, *more: str) -> int:
    return main(["import-edits", str(file), "--data", str(paths.data), "--yes", *more])


ASKED = ("--project", "成渝中线高铁", "--accuracy", "25", "--source", "某院 2026 实测")


def test_a_line_is_taken_in_with_its_source_and_legs_follow_it(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    before = paths.lines.read_text("utf-8")
    assert run(paths, survey(paths), *ASKED) == 0
    said = capsys.readouterr().out
    assert "成渝中线高铁 (chengyu-central-hsr)" in said
    assert "3 of 7 legs will follow it: 2, 3, 4" in said
    assert "median 0." in said
    (line,) = given_lines(IDENT, paths)
    assert (line.accuracy_m, line.source) == (25, "某院 2026 实测")
    located = locate_project(load_registry(paths).projects[IDENT], load_gazetteer(paths), paths)
    methods = [leg.method for leg in located.legs]
    assert [method is Method.LINE for method in methods] == [False, True, True, True] + [False] * 3
    assert located.legs[1].source.startswith("某院 2026 实测; ")
    # What other sources gave stays as it stood; the file before is kept.
    there = json.loads(paths.lines.read_text("utf-8"))["features"]
    assert there[:-1] == json.loads(before)["features"]
    (kept,) = (paths.data / BACKUP).glob("*/lines.geojson")
    assert kept.read_text("utf-8") == before
    # Vertices that say nothing are left out: there were one a kilometre.
    assert len(there[-1]["geometry"]["coordinates"]) < 20
    assert there[-1]["properties"]["accuracy_m"] == 25


def test_the_same_source_s_line_is_replaced_and_another_s_stays(paths: Paths) -> None:
    run(paths, survey(paths), *ASKED)
    assert run(paths, survey(paths, last=3, north=0.003), *ASKED) == 0
    (line,) = given_lines(IDENT, paths)
    assert line.line.length < 200_000
    run(paths, survey(paths), *ASKED[:-1], "另一院")
    assert {one.source for one in given_lines(IDENT, paths)} == {"某院 2026 实测", "另一院"}


def test_a_line_in_pieces_is_joined_and_goes_to_several_projects(paths: Paths) -> None:
    a, b, c, *_ = stations(paths)
    gpd.GeoSeries([MultiLineString([[a, b], [b, c]])], crs="EPSG:4326").to_file(
        paths.data.parent / "pieces.geojson"
    )
    file = paths.data.parent / "pieces.geojson"
    assert run(paths, file, *ASKED, "--project", IDENT) == 0
    (first, second) = given_lines(IDENT, paths)
    assert first is second
    assert len(first.line.coords) == 3


def test_a_folder_without_lines_gets_its_first(paths: Paths) -> None:
    paths.lines.unlink()
    assert run(paths, survey(paths), *ASKED) == 0
    assert len(given_lines(IDENT, paths)) == 1


def refused(paths: Paths, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    before = paths.lines.read_bytes()
    assert run(paths, survey(paths), *more) == 2
    assert paths.lines.read_bytes() == before
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--project", IDENT, "--source", "x"), "--project: a line is taken in with --accuracy"),
        (("--project", IDENT, "--accuracy", "9"), "--project: a line is taken in with --accuracy"),
        (("--accuracy", "9"), "--accuracy: needs --project"),
        (("--source", "x"), "--source: needs --project"),
        (("--crs", "EPSG:4490"), "--crs: needs --project"),
        (("--layer", "x"), "--layer: needs --project"),
        ((*ASKED[:3], "0", "--source", "x"), "--accuracy: 0 is not positive"),
        ((*ASKED[:3], "-1", "--source", "x"), "--accuracy: -1 is not positive"),
        ((*ASKED[:3], "nan", "--source", "x"), "--accuracy: nan is not positive"),
        ((*ASKED[:3], "inf", "--source", "x"), "--accuracy: inf is not positive"),
        ((*ASKED[:4], "--source", " "), "--source: must not be empty"),
        ((*ASKED[:4], "--source", "a\u202eb"), "--source: "),
        (("--project", "成渝中欧班列", *ASKED[2:]), "成渝中欧班列"),
        (("--project", "yibin-port", *ASKED[2:]), "is not drawn as a line through stops"),
        (("--project", "yangtze-golden-waterway", *ASKED[2:]), "is not drawn as a line through"),
        (("--project", "泸州站到宜宾站", *ASKED[2:]), "is not drawn as a line through stops"),
        (("--project", "yixipan-hsr", *ASKED[2:]), "the line leads along no leg"),
        ((*ASKED, "--layer", "none"), "none"),
    ],
)
def test_what_cannot_be_taken_in_is_told_and_changes_nothing(
    paths: Paths, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    assert told in refused(paths, capsys, *options)


def test_the_sentences_are_in_chinese_too(paths: Paths) -> None:
    with pytest.raises(AtlasError) as error:
        read_given(survey(paths), ["yixipan-hsr"], 5.0, "x", paths=paths)
    assert error.value.zh == "这条线不经过任何一段的两端（站点应在线旁 1.5 公里以内）"
    edits = read_given(survey(paths), [IDENT], 5.0, "x", paths=paths, lang="zh")
    assert edits.shown[1] == "  7 段中 3 段改沿此线：2, 3, 4"
    assert list(edits.files) == [paths.lines]
