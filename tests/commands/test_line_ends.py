r"""Input that an editor on Windows has saved: CRLF, a byte order mark, backslashes in text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from layers.publish import talk_file
from layers.records.data import load
from plans.accepting.rows import reviewed_rows
from plans.extraction.extraction import read_file
from plans.matching.match import known
from registry.load import load_project
from registry.paths import ROOT
from registry.tables.built import read_sites
from tests.support import scene
from tests.support.scene import COMMANDS, files, paths_of, quietly

#: What people keep by hand; the rest is built anew.
INPUTS = ("*.yaml", "sites.csv", "places.csv", "released.txt", "*.geojson", "*.json")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scene.write(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def here(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Path(shutil.copytree(prepared, tmp_path / "here"))


def windows(data: bytes, mark: bytes = b"") -> bytes:
    r"""``data`` with ``\r\n``, after a byte order mark where one is wanted."""
    return mark + data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_a_folder_saved_on_windows_builds_the_same(here: Path, mark: bytes) -> None:
    paths = paths_of(here)
    before = files(paths.data)
    built = [paths.geojson, paths.legs, paths.counts]
    built += [*paths.data.glob("*.csv"), *paths.docs.glob("*.md")]
    for pattern in INPUTS:
        for path in paths.data.rglob(pattern):
            if path not in built and paths.schema not in path.parents:
                path.write_bytes(windows(path.read_bytes(), mark))
    for path in (paths.sites, paths.places):
        path.write_bytes(windows(path.read_bytes(), mark))
    assert quietly(COMMANDS["check"], here)[0] == 0
    for path in (paths.geojson, paths.mentions, paths.events):
        path.unlink()
    assert quietly(COMMANDS["build"], here)[0] == 0
    after = files(paths.data)
    for path in built:
        name = path.relative_to(paths.data).as_posix()
        if path not in (paths.sites, paths.places):
            assert after[name] == before[name], name


def test_a_talk(here: Path) -> None:
    talk = here / "talk.yaml"
    text = (ROOT / "docs" / "talks" / "chuannan-yuxi.yaml").read_bytes()
    atlas = load()
    talk.write_bytes(text)
    plain = talk_file.load(talk, atlas)
    talk.write_bytes(windows(text, b"\xef\xbb\xbf"))
    assert talk_file.load(talk, atlas) == plain
    talk.write_text("title: C:\\图\\n\nsteps:\n  - title: a\\b\n", encoding="utf-8")
    found = talk_file.load(talk, atlas)
    assert (found.title, found.steps[0].title) == ("C:\\图\\n", "a\\b")


def test_the_reviewed_table_and_a_plan(here: Path) -> None:
    table = (here / "read" / "mentions.csv").read_bytes()
    rows = reviewed_rows(table, "mentions.csv")
    assert rows
    assert reviewed_rows(windows(table.removeprefix(b"\xef\xbb\xbf")), "mentions.csv") == rows
    plan = scene.PLAN.encode()
    plain = read_file(plan, "plan.txt", known([]))[1]
    assert [m.name for m in plain] == [m.name for m in read_file(windows(plan), "x", known([]))[1]]
    assert len(plain) == 2


def test_edits_and_releases_compared(here: Path) -> None:
    said = quietly(COMMANDS["diff"], here)
    old = here / "old.geojson"
    old.write_bytes(windows(old.read_bytes(), b"\xef\xbb\xbf"))
    assert quietly(COMMANDS["diff"], here) == said
    assert said[0] == 0
    assert "昆渝高铁" in said[1]


@pytest.mark.parametrize("text", ["C:\\data\\new", "a\\nb", "\\u4e00", "end\\"])
def test_a_backslash_stays_itself(text: str, here: Path) -> None:
    paths = paths_of(here)
    record = paths.projects / "rail" / "yukun-hsr.yaml"
    old = record.read_text(encoding="utf-8")
    lines = [line for line in old.splitlines() if not line.startswith("note:")]
    record.write_text("\n".join([*lines, f"note: {text}", ""]), encoding="utf-8")
    assert load_project(record, paths).note == text
    with paths.sites.open("a", encoding="utf-8", newline="") as sites:
        sites.write(f"某站,Mou,station,510504,105.42,28.93,500,{text},\n")
    assert read_sites(paths)[-1][1].source == text
    assert quietly(COMMANDS["build"], here)[0] == 0
    features = json.loads(paths.geojson.read_text("utf-8"))["features"]
    assert [f["properties"]["note"] for f in features if f["properties"]["id"] == "yukun-hsr"] == [
        text
    ]
    assert quietly(COMMANDS["export"], here)[0] == 0
