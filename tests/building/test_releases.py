"""What a release leaves, the feed and the page of changes that are made from it."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from building.release_pages import (
    Release,
    Row,
    changed,
    changes_page,
    feed,
    read_releases,
)
from building.releases import write_released
from registry.errors import AtlasError
from registry.land.titles import Titles, read_titles
from registry.load import load_registry
from registry.outcome.vocab import CurrentStatus
from registry.paths import DEFAULT, Paths
from registry.vocab import Status

S, C = Status, CurrentStatus
OLD = Release(
    "0.9",
    "2025-01-01",
    {
        "a": Row("a", "甲", S.RESEARCH, C.UNKNOWN, 1),
        "b": Row("b", "乙<b>", S.START, C.CONSTRUCTION, 2),
        "c": Row("c", "丙", S.START, C.OPEN, 0),
    },
)
NEW = Release(
    "0.10",
    "2026-01-01",
    {
        "a": Row("a", "甲", S.RESEARCH, C.PLANNED, 3),
        "b": Row("b", "乙<b>", S.CONSTRUCTION, C.CONSTRUCTION, 2),
        "d": Row("d", "丁", S.START, C.OPEN, 5),
    },
)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_what_changed() -> None:
    change = changed(OLD, NEW)
    assert [row.id for row in change.added] == ["d"]
    assert [row.id for row in change.removed] == ["c"]
    assert [(a.status, b.status) for a, b in change.status] == [(S.START, S.CONSTRUCTION)]
    assert [(a.id, b.current_status) for a, b in change.current] == [("a", C.PLANNED)]
    assert change.facts == 7
    nothing = changed(NEW, NEW)
    assert [nothing.added, nothing.removed, nothing.status, nothing.current] == [[], [], [], []]
    assert nothing.facts == 0


def test_the_feed_has_an_entry_a_release_newest_first_and_names_no_host() -> None:
    text = feed([OLD, NEW], read_titles())
    root = ET.fromstring(text)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["0.10", "0.9"]
    ids = [node.text or "" for node in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert all(ident.startswith("tag:chengyu-project-atlas,2026:") for ident in ids)
    assert root.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
    assert "1 added, 1 removed" in (entries[0].findtext(f"{ATOM}summary") or "")
    assert (entries[0].findtext(f"{ATOM}content") or "").splitlines() == [
        *("新增 added", "- d 丁", "移除 removed", "- c 丙"),
        "计划所说的状态 status in the plans",
        "- b 乙<b>：开工 → 在建 (Start → Construction)",
        "现状 current status",
        "- a 甲：不明 → 计划 (Unknown → Planned)",
    ]
    assert entries[1].find(f"{ATOM}content") is None
    assert "http" not in text.replace("http://www.w3.org/2005/Atom", "")
    assert ET.fromstring(feed([], Titles())).findall(f"{ATOM}entry") == []


def test_the_page_tells_each_step_newest_first_and_its_text_is_no_markup() -> None:
    page = changes_page([OLD], NEW)
    assert "## 0.9 → 0.10" in page
    assert "`d` 丁" in page
    assert "乙\\<b\\>：开工 → 在建 (Start → Construction)" in page
    assert "甲：不明 → 计划 (Unknown → Planned)" in page
    both = changes_page([OLD, NEW], Release("", "2026-11-26", NEW.rows))
    assert both.index("0.10 → 未发布") < both.index("0.9 → 0.10")


@pytest.fixture
def folder(tmp_path: Path) -> Paths:
    data = tmp_path / "data"
    shutil.copytree(DEFAULT.data, data, ignore=shutil.ignore_patterns("reference", "boundaries"))
    return Paths(data)


def test_a_release_leaves_its_table(folder: Paths) -> None:
    before = read_releases(folder)
    write_released("0.10.0", folder)
    write_released("0.9.0", folder)
    after = read_releases(folder)
    assert [release.version for release in after] == [
        *(release.version for release in before),
        *("0.9.0", "0.10.0"),
    ]
    registry = load_registry(folder)
    assert set(after[-1].rows) == set(registry.projects)
    assert after[-1].as_of == registry.facts.facts_as_of
    row = after[-1].rows["yukun-hsr"]
    assert (row.current_status, row.facts) == (
        CurrentStatus.PARTLY_OPEN,
        len(registry.projects["yukun-hsr"].since),
    )


def test_a_release_of_another_day_is_never_written_over(folder: Paths) -> None:
    write_released("0.9.0", folder)
    write_released("0.9.0", folder)
    table = folder.releases / "0.9.0.csv"
    kept = {path: path.read_bytes() for path in (table, folder.released)}
    facts = folder.facts.read_text("utf-8")
    assert "2026-11-26" in facts
    folder.facts.write_text(facts.replace("2026-11-26", "2026-11-27"), "utf-8")
    with pytest.raises(AtlasError, match=r"0\.9\.0: was released on 2026-11-26; give another"):
        write_released("0.9.0", folder)
    assert {path: path.read_bytes() for path in kept} == kept
    write_released("0.9.1", folder)
    assert [release.version for release in read_releases(folder)][-2:] == ["0.9.0", "0.9.1"]


@pytest.mark.parametrize("version", ["", "../x", "0.1/2", "v1", "1 2"])
def test_a_version_is_a_file_s_name(folder: Paths, version: str) -> None:
    with pytest.raises(AtlasError, match="version must look like"):
        write_released(version, folder)
