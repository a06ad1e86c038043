"""Several files written together: all or none, whatever goes wrong in the middle."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.files import together
from registry.files.processes import owner
from registry.files.together import (
    LISTED,
    STAGE,
    FileChange,
    recover,
    settle,
    write_together,
)
from registry.paths import Paths


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, FileChange]:
    """One file to change, one to take away, one to make in a folder of its own."""
    (tmp_path / "old").mkdir()
    (tmp_path / "a").write_bytes(b"a1")
    (tmp_path / "old" / "b").write_bytes(b"b1")
    return {
        tmp_path / "a": FileChange(b"a1", b"a2"),
        tmp_path / "old" / "b": FileChange(b"b1", None),
        tmp_path / "new" / "c": FileChange(None, b"c2"),
    }


def state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


BEFORE = {"a": b"a1", "old/b": b"b1"}
AFTER = {"a": b"a2", "new/c": b"c2"}


def test_all_are_written(tmp_path: Path, files: dict[Path, FileChange]) -> None:
    same = {tmp_path / "same": FileChange(b"never read", b"never read")}
    assert write_together({**files, **same}, tmp_path) == list(files)
    assert state(tmp_path) == AFTER
    assert not (tmp_path / "old").exists()
    assert write_together(same, tmp_path) == []


@pytest.mark.parametrize("name", ["a", "old/b", "new/c"])
def test_a_file_that_changed_meanwhile_stops_all(
    tmp_path: Path, files: dict[Path, FileChange], name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    before = state(tmp_path)
    with pytest.raises(AtlasError, match="in the meantime"):
        write_together(files, tmp_path)
    assert state(tmp_path) == before


@pytest.mark.parametrize("failing", [0, 1, 2])
@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_an_error_in_the_middle_puts_all_back(
    tmp_path: Path,
    files: dict[Path, FileChange],
    monkeypatch: pytest.MonkeyPatch,
    failing: int,
    error: BaseException,
) -> None:
    put, count = together._put, 0

    def sometimes(path: Path, part: Path | None) -> None:
        nonlocal count
        count += 1
        if count == failing + 1:
            raise error
        put(path, part)

    monkeypatch.setattr(together, "_put", sometimes)
    with pytest.raises((AtlasError, KeyboardInterrupt)) as raised:
        write_together(files, tmp_path)
    if isinstance(error, OSError):
        assert str(list(files)[failing]) in str(raised.value)
        assert "No space left" in str(raised.value)
    assert state(tmp_path) == BEFORE
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / STAGE).exists()


class Killed(BaseException):
    """The machine stops."""


def cut_off(
    tmp_path: Path, files: dict[Path, FileChange], monkeypatch: pytest.MonkeyPatch, *, at: int
) -> None:
    """Stop dead after ``at`` files."""
    put, count = together._put, 0

    def dies(path: Path, part: Path | None) -> None:
        nonlocal count
        if count == at:
            raise Killed
        count += 1
        put(path, part)

    with monkeypatch.context() as patched:
        patched.setattr(together, "_put", dies)
        patched.setattr(together, "_undo", lambda *_: None)
        with pytest.raises(Killed):
            write_together(files, tmp_path)


def ended(folder: Path) -> None:
    """Let all that is under way in ``folder`` be another process's, which has ended."""
    other = re.sub(r"-[0-9]+-", "-4294967295-", owner())
    listed = folder / STAGE / LISTED
    if listed.is_file():
        listed.write_text(listed.read_text("utf-8").replace(owner(), other), encoding="utf-8")
    for part in list(folder.rglob(f".*{owner()}*")):
        part.rename(part.with_name(part.name.replace(owner(), other)))


@pytest.mark.parametrize("by_a_reader", [False, True])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_writing_that_was_cut_off_is_put_back_by_the_next(
    tmp_path: Path,
    files: dict[Path, FileChange],
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    by_a_reader: bool,
) -> None:
    cut_off(tmp_path, files, monkeypatch, at=at)
    with pytest.raises(AtlasError, match="another change is being written"):
        write_together(files, tmp_path)
    # Whoever only reads leaves it alone.
    settle(Paths(tmp_path))
    assert (tmp_path / STAGE).is_dir()
    ended(tmp_path)
    if by_a_reader:
        settle(Paths(tmp_path))
        assert state(tmp_path) == BEFORE
    assert recover(tmp_path) is not by_a_reader
    assert state(tmp_path) == BEFORE
    assert not recover(tmp_path)
    write_together(files, tmp_path)
    assert state(tmp_path) == AFTER


def test_a_stage_without_its_list_had_replaced_nothing(
    tmp_path: Path, files: dict[Path, FileChange]
) -> None:
    (tmp_path / STAGE).mkdir()
    (tmp_path / STAGE / "0.before").write_bytes(b"half")
    os.utime(tmp_path / STAGE, (1, 1))
    write_together(files, tmp_path)
    assert state(tmp_path) == AFTER


def test_what_cannot_be_put_back_is_told_with_its_place(
    tmp_path: Path, files: dict[Path, FileChange], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off(tmp_path, files, monkeypatch, at=2)
    (tmp_path / STAGE / "0.before").unlink()
    ended(tmp_path)
    with pytest.raises(AtlasError, match=r"old files are in .*\.changing"):
        recover(tmp_path)
    assert (tmp_path / STAGE / "1.before").read_bytes() == b"b1"


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, files: dict[Path, FileChange]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AtlasError, match="cannot be written"):
        write_together(files, tmp_path / "file")
    assert state(tmp_path) == {**BEFORE, "file": b""}


def test_a_folder_that_was_made_for_a_file_goes_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "mine").write_bytes(b"m")
    changes = {
        tmp_path / "new" / "deep" / "c": FileChange(None, b"c2"),
        tmp_path / "kept" / "d": FileChange(None, b"d2"),
        tmp_path / "e": FileChange(None, b"e2"),
    }
    put = together._put

    def until(path: Path, part: Path | None) -> None:
        if path.name == "e":
            raise OSError(28, "No space left")
        put(path, part)

    monkeypatch.setattr(together, "_put", until)
    with pytest.raises(AtlasError, match="No space left"):
        write_together(changes, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept"]
    assert state(tmp_path) == {"kept/mine": b"m"}
