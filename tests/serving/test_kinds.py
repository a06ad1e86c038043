"""What two downloads share: the same data, projects, day, and what else their kind depends on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from layers.records.model import Atlas
from registry.errors import AtlasError
from registry.paths import Paths
from serving import kinds
from serving.kinds import KEPT, KINDS, PACKAGE, Chosen, Folders, _stamp, chosen, key, offered
from serving.state import Loaded
from tests.support import small_atlas


@pytest.fixture
def loaded(small: Atlas, tmp_path: Path) -> tuple[Paths, Loaded]:
    """The small data in a folder of its own, loaded."""
    paths = small_atlas.write(tmp_path)
    return paths, Loaded(stamp=(("data", 1, 2),), atlas=small, files={}, notices=[])


def asked(loaded: tuple[Paths, Loaded], query: str) -> Chosen:
    where, state = loaded
    return chosen(where, state, query)


def test_what_matters_to_a_kind_is_in_its_key(loaded: tuple[Paths, Loaded]) -> None:
    def same(kind: str, one: str, other: str) -> bool:
        return key(kind, asked(loaded, one)) == key(kind, asked(loaded, other))

    assert same("geojson", "", "lang=en")
    assert same("geojson", "", "plan=")
    assert not same("geojson", "", "mode=all")
    assert not same("geojson", "", "q=first")
    # A file of mentions has those of the chosen plans.
    every = "plan=old-2018,mid-2020,new-2023&mode=all"
    assert same("projects", every, "mode=all")
    assert not same("mentions", every, "mode=all")
    assert same("mentions", "plan=old-2018,mid-2020", "plan=mid-2020,old-2018")
    # A map opens as the page stands.
    assert not same("map", "", "lang=en")
    assert not same("map", "", "on=2020")
    assert not same("map", "", "at=30,105,8")
    assert len({key(kind, asked(loaded, "")) for kind in KINDS}) == len(KINDS)


def test_a_package_is_of_every_file_of_the_folder(loaded: tuple[Paths, Loaded]) -> None:
    what = asked(loaded, "")
    assert _stamp("geojson", what, False) == (("data", 1, 2),)
    files = sorted(path for path in loaded[0].data.rglob("*") if path.is_file())
    assert any(path.parent != loaded[0].data for path in files)
    assert [Path(path) for path, *_ in _stamp(PACKAGE, what, False)] == files
    before = key(PACKAGE, what)
    os.utime(files[-1], (1, 1))
    assert key(PACKAGE, what) != before
    assert key("geojson", what) == key("geojson", asked(loaded, ""))


def test_of_nothing_there_is_no_download(loaded: tuple[Paths, Loaded]) -> None:
    with pytest.raises(AtlasError, match="no project matches"):
        asked(loaded, "q=nothing")


def test_who_only_looks_may_be_told_by_files_of_a_moment_before(tmp_path: Path) -> None:
    now = [100.0]
    folders = Folders(lambda: now[0])
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    first = folders.stamp(tmp_path, only_look=True)
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")
    now[0] += KEPT - 0.01
    assert folders.stamp(tmp_path, only_look=True) == first
    assert len(folders.stamp(tmp_path, only_look=False)) == 2
    (tmp_path / "c.txt").write_text("c", encoding="utf-8")
    now[0] += KEPT
    assert len(folders.stamp(tmp_path, only_look=True)) == 3


def test_without_the_analysts_part_there_is_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered() == list(KINDS)
    monkeypatch.setattr(kinds, "find_spec", lambda _: None)
    assert offered() == [kind for kind in KINDS if kind != PACKAGE]
