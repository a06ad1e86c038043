"""What a killed run leaves behind is swept away by the next; nothing else ever is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.files import write_text
from registry.files.folder import is_litter
from registry.files.litter import OLD, PART, beside, sweep
from registry.files.processes import ABANDONED_S, gone, owner
from registry.files.writing import whole_files, whole_folder
from registry.paths import ROOT


def of(number: int | str, name: str = "map.html", end: str = PART, *, host: str = "") -> str:
    """A name such as the process ``number`` would give."""
    here = owner().split("-")
    return f".{name}.{host or here[0]}-{number}-0a1b2c.beef.{end}"


@pytest.fixture(scope="module")
def ended() -> int:
    """The number of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_who_has_ended(ended: int) -> None:
    now = time.time()
    here, me, token = owner().split("-")
    assert not gone(owner(), now)
    # The number of a process is used again: this one is not the one that wrote.
    assert gone(f"{here}-{me}-{'0' * 6}", now) is (token != "0" * 6)
    assert gone(f"{here}-{ended}-0a1b2c", now)
    assert not gone(f"{here}-{os.getppid()}-0a1b2c", now)
    assert gone(f"{here}-{os.getppid()}-0a1b2c", now - ABANDONED_S - 5)
    for other in (f"ffffff-{ended}-0a1b2c", "nonsense", ""):
        assert not gone(other, now - ABANDONED_S + 60)
        assert gone(other, now - ABANDONED_S - 5)
        assert gone(other, now - 65, 60)
        assert not gone(other, now - 55, 60)


def test_only_what_ended_runs_left_is_taken_away(tmp_path: Path, ended: int) -> None:
    for name in (of(ended), of(ended, "图" * 40), of(ended, "a\nb")):
        (tmp_path / name).write_text("half")
    (tmp_path / of(ended, "atlas")).mkdir()
    (tmp_path / of(ended, "atlas") / "half").write_text("half")
    kept = [
        of(os.getppid()),
        of(ended, host="ffffff"),
        of(ended)[1:],
        of(ended) + "x",
        of(ended, end="txt"),
        ".map.html.part",
        ".map.html.1234abcd.part",
        "map.html",
    ]
    for name in kept:
        (tmp_path / name).write_text("mine")
    sweep([tmp_path, tmp_path / "none", tmp_path / "map.html"])
    assert names(tmp_path) == sorted(kept)
    assert is_litter(of(ended))


def test_what_was_being_replaced_is_put_back(tmp_path: Path, ended: int) -> None:
    for name in ("gone", "there"):
        old = tmp_path / of(ended, name, OLD)
        (old / name).mkdir(parents=True)
        (old / name / "x").write_text("before")
    (tmp_path / "there").mkdir()
    sweep([tmp_path])
    assert names(tmp_path) == ["gone", "there"]
    assert names(tmp_path / "gone") == ["x"]
    assert names(tmp_path / "there") == []


@pytest.mark.parametrize("folder", [False, True])
def test_a_writer_sweeps_before_it_writes(tmp_path: Path, ended: int, folder: bool) -> None:
    target = tmp_path / "here" / "map"
    target.parent.mkdir()
    (target.parent / of(ended)).write_text("half")
    if folder:
        with whole_folder(target):
            pass
    else:
        write_text(target, "whole")
    assert names(target.parent) == ["map"]


def test_a_link_is_taken_away_and_not_followed(tmp_path: Path, ended: int) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / of(ended)).symlink_to(tmp_path / "mine")
    sweep([tmp_path / "in"])
    assert names(tmp_path / "in") == []
    assert names(tmp_path / "mine") == ["x"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills in another way")
def test_a_killed_run_leaves_a_name_that_is_swept(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from registry.files.writing import part_of\n"
        "part_of(Path(sys.argv[1]), b'half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    target = tmp_path / "map.html"
    assert subprocess.run([sys.executable, "-c", code, target], cwd=ROOT).returncode == -9
    assert len(names(tmp_path)) == 1
    sweep([tmp_path])
    assert names(tmp_path) == []


def test_several_files_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with whole_files() as put:
        put(tmp_path / "a", "new")
        put(tmp_path / "deep" / "b", b"\x00")
        assert (tmp_path / "a").read_text() == "old"
        assert not (tmp_path / "deep" / "b").exists()
    assert (tmp_path / "a").read_text() == "new"
    assert (tmp_path / "deep" / "b").read_bytes() == b"\x00"
    assert names(tmp_path) == ["a", "deep"]


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")

    def write() -> None:
        with whole_files() as put:
            put(tmp_path / "a", "new")
            put(tmp_path / "deep" / "c", "new")
            put(tmp_path / "a" / "b", "x")

    with pytest.raises(AtlasError, match=r"a/b: cannot be written"):
        write()
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_half_a_character_is_told(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"t: holds the character U\+DCE6"):
        write_text(tmp_path / "t", "\udce6", "t")
    assert names(tmp_path) == []


def test_folders_made_for_nothing_go_again(tmp_path: Path) -> None:
    target = tmp_path / "new" / "deep" / ("x" * 300)
    with pytest.raises(AtlasError, match="cannot be written"):
        write_text(target, "x")
    with pytest.raises(AtlasError, match="cannot be written"), whole_folder(target):
        pass
    assert names(tmp_path) == []


def test_names_are_as_long_as_a_system_allows() -> None:
    name = beside(Path("图" * 85)).name
    assert len(name.encode()) <= 255
    assert name.startswith("." + "图" * 40 + ".")
