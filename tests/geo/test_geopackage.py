"""A GeoPackage that another program is at work on: all its changes are read, or it is refused."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from geo.geopackage import opening
from geo.geopackage.opening import opened
from registry.errors import AtlasError

LOST = r"its newest changes are still in x\.gpkg-{}, which cannot be read"


def values(file: Path) -> list[int]:
    with opened(file) as base:
        return [value for (value,) in base.execute("SELECT a FROM t ORDER BY a")]


def copied(file: Path, folder: Path) -> Path:
    """A copy with all that stands beside it, but for the index of the log."""
    folder.mkdir()
    for end in ("", "-wal", "-journal"):
        if (path := file.with_name(file.name + end)).exists():
            shutil.copy(path, folder / path.name)
    return folder / file.name


@pytest.fixture
def base(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "x.gpkg", isolation_level=None)) as made:
        made.execute("CREATE TABLE t (a INTEGER)")
        made.execute("INSERT INTO t VALUES (1)")
        yield made


@pytest.fixture
def logged(base: sqlite3.Connection, tmp_path: Path) -> Path:
    """A file with two changes in its log, each in a part of its own."""
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA wal_autocheckpoint = 0")
    base.execute("INSERT INTO t VALUES (2)")
    base.execute("INSERT INTO t VALUES (3)")
    return copied(tmp_path / "x.gpkg", tmp_path / "there")


def test_a_log_is_read_and_left_as_it_is(logged: Path) -> None:
    held = {path: path.read_bytes() for path in logged.parent.iterdir()}
    assert values(logged) == [1, 2, 3]
    assert {path: path.read_bytes() for path in logged.parent.iterdir()} == held


@pytest.mark.parametrize("at", [0, 8, 17, 32 + 8, 32 + 24 + 4000, -1])
def test_a_log_that_is_damaged_anywhere_is_refused(at: int, logged: Path) -> None:
    wal = logged.with_name("x.gpkg-wal")
    data = bytearray(wal.read_bytes())
    data[at] ^= 255
    wal.write_bytes(data)
    with pytest.raises(AtlasError, match=LOST.format("wal")):
        values(logged)


def test_a_log_that_is_cut_off_is_refused(logged: Path) -> None:
    wal = logged.with_name("x.gpkg-wal")
    wal.write_bytes(wal.read_bytes()[:-1])
    with pytest.raises(AtlasError, match=LOST.format("wal")):
        values(logged)
    wal.write_bytes(b"")
    assert values(logged) == [1]


def test_what_is_done_with_in_a_log_is_no_loss(base: sqlite3.Connection, tmp_path: Path) -> None:
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA wal_autocheckpoint = 0")
    for value in range(2, 9):
        base.execute(f"INSERT INTO t VALUES ({value})")
    base.execute("PRAGMA wal_checkpoint(RESTART)")
    base.execute("INSERT INTO t VALUES (9)")
    assert (tmp_path / "x.gpkg-wal").stat().st_size > 6 * 4096
    assert values(copied(tmp_path / "x.gpkg", tmp_path / "there")) == list(range(1, 10))


def test_what_was_not_finished_is_taken_back(base: sqlite3.Connection, tmp_path: Path) -> None:
    base.execute("PRAGMA cache_size = 1")
    base.execute("BEGIN")
    base.execute("WITH RECURSIVE n(x) AS (SELECT 2 UNION ALL SELECT x + 1 FROM n LIMIT 20000)"
        " INSERT INTO t SELECT x FROM n")  # fmt: skip
    there = copied(tmp_path / "x.gpkg", tmp_path / "there")
    assert (there.with_name("x.gpkg-journal")).stat().st_size > 0
    held = {path: path.read_bytes() for path in there.parent.iterdir()}
    assert values(there) == [1]
    assert {path: path.read_bytes() for path in there.parent.iterdir()} == held


@pytest.mark.usefixtures("base")
def test_a_journal_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = copied(tmp_path / "x.gpkg", tmp_path / "there")
    journal = file.with_name("x.gpkg-journal")
    journal.write_bytes(bytes(512))
    assert values(file) == [1]
    journal.write_bytes(b"words" * 100)
    with pytest.raises(AtlasError, match=LOST.format("journal")):
        values(file)


def test_a_file_that_changes_while_it_is_copied_is_in_use(
    logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = opening.file_bytes

    def slow(path: Path, label: str) -> bytes:
        data = ordinary(path, label)
        os.utime(logged, ns=(0, 0))
        return data

    monkeypatch.setattr(opening, "file_bytes", slow)
    with pytest.raises(AtlasError, match="is in use by another program"):
        values(logged)


def test_a_full_disk_for_the_copy_is_one_sentence(
    logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes, where: str) -> None:
        raise opening.sentences.cannot_write(where, "No space left on device")

    monkeypatch.setattr(opening, "write_bytes", full)
    with pytest.raises(AtlasError, match=r"x\.gpkg: cannot be written \(No space left"):
        values(logged)
