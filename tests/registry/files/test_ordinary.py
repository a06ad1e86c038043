"""Only ordinary files are read and replaced, within limits; links and rights stay."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.files.text import file_bytes, read_text
from registry.files.together import FileChange, held, write_together
from registry.files.writing import whole_files, whole_folder, write_text
from registry.paths import real

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and rights")


def test_a_file_may_be_as_large_as_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"x" * 2_000_000)
    assert len(file_bytes(file, "f", most=2)) == 2_000_000
    file.write_bytes(b"x" * 2_000_001)
    with pytest.raises(AtlasError, match=r"^f: has 2\.0 MB, at most 2 MB are read\.$"):
        file_bytes(file, "f", most=2)
    # A file with holes is refused before any of it is read.
    os.truncate(file, 600_000_000)
    with pytest.raises(AtlasError, match=r"^f: has 600\.0 MB, at most 500 MB are read\.$"):
        read_text(file, "f")


@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="needs Linux")
def test_a_file_that_says_it_is_empty_and_does_not_end() -> None:
    with pytest.raises(AtlasError, match=r"^f: has 3\.0 MB, at most 2 MB are read\.$"):
        file_bytes(Path("/proc/self/pagemap"), "f", most=2)


@posix
def test_what_is_no_file_is_not_held(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("gone")
    for name in ("pipe", "."):
        with pytest.raises(AtlasError, match=r"is no ordinary file|is a folder"):
            held(tmp_path / name)
    with pytest.raises(AtlasError, match="is no ordinary file"):
        held(Path("/dev/zero"))
    assert [held(tmp_path / name) for name in ("nowhere", "none")] == [None, None]
    (tmp_path / "f").write_text("x")
    for name in ("loop", "f/below"):
        with pytest.raises(AtlasError, match="cannot be read"):
            held(tmp_path / name)


def test_line_ends_of_any_system_are_one(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes("\ufeffa\r\nb\rc\n\r\nd".encode())
    assert read_text(tmp_path / "f", "f") == "a\nb\nc\n\nd"


@posix
def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    target = tmp_path / "kept" / "f"
    target.write_text("old")
    (tmp_path / "data").mkdir()
    link = tmp_path / "data" / "f"
    link.symlink_to(target)
    write_text(link, "one")
    assert target.read_text() == "one"
    with whole_files() as put:
        put(link, "two")
    assert target.read_text() == "two"
    write_together({link: FileChange(b"two", b"three")}, tmp_path / "data")
    assert link.is_symlink()
    assert (target.read_text(), link.read_text()) == ("three", "three")
    # What goes is the link; the file that it led to is another's.
    write_together({link: FileChange(b"three", None)}, tmp_path / "data")
    assert not link.is_symlink()
    assert target.read_text() == "three"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["data", "f", "kept"]


@posix
def test_a_link_to_a_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    with whole_folder(tmp_path / "link") as work:
        (work / "f").write_text("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "f").read_text() == "new"


@posix
def test_no_pipe_is_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AtlasError, match="is no ordinary file"):
        write_text(pipe, "x")
    with whole_files() as put:
        put(tmp_path / "f", "old")
        with pytest.raises(AtlasError, match="is no ordinary file"):
            put(pipe, "x")
    with pytest.raises(AtlasError, match="is no ordinary file"):
        write_together({pipe: FileChange(None, b"x")}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f", "pipe"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o444])
def test_a_private_file_stays_private(rights: int, tmp_path: Path) -> None:
    file = tmp_path / "f"
    for write in (
        lambda: write_text(file, "new"),
        lambda: write_together({file: FileChange(b"old", b"new")}, tmp_path),
    ):
        file.unlink(missing_ok=True)
        file.write_text("old")
        file.chmod(rights)
        write()
        assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", rights)


@posix
def test_where_a_path_really_is(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to("there")
    assert real(tmp_path / "link" / "f") == real(tmp_path) / "there" / "f"
    assert real(tmp_path / "loop").name == "loop"
