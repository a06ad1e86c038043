"""A GeoPackage opened to be read: only plain tables, within limits, and why where it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from registry import sentences
from registry.errors import AtlasError
from registry.files import write_bytes
from registry.files.text import check_file, file_bytes

#: Seconds to wait for a program that is writing.
_WAIT_S = 2.0
#: The longest text or geometry, in bytes.
_LONGEST = 50_000_000
#: Steps of SQLite's machine for each byte of the file: reading takes far less than one.
_STEPS_PER_BYTE = 20
_STEPS_LEAST = 20_000_000
#: How often the steps are counted.
_EVERY = 100_000
#: How the files are called in which SQLite keeps what is not in the file itself.
_WAL, _JOURNAL = "-wal", "-journal"
#: SQLite's format, 4.1: bytes before the first page, and before each.
_WAL_HEAD, _FRAME_HEAD = 32, 24
#: SQLite's format, 3: how a journal begins.
_MARK = bytes.fromhex("d9d505f920a163d7")


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """The GeoPackage ``file``, to be read only.

    Raises
    ------
    AtlasError
        When it is missing, in use, damaged or no GeoPackage, and for any error of SQLite inside
        the block.
    """
    check_file(file, file.name)
    try:
        with _source(file) as (address, wal), _connected(address) as base:
            base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            _limit_steps(base, max(_STEPS_LEAST, file.stat().st_size * _STEPS_PER_BYTE))
            if not _all_read(base, wal):
                raise _left_beside(file, _WAL)
            yield base
    except OSError as error:
        raise sentences.unreadable(file.name, error.strerror) from error
    except sqlite3.Error as error:
        raise _why(file, error) from error


def _connected(address: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(address, uri=True, timeout=_WAIT_S))


@contextmanager
def _source(file: Path) -> Iterator[tuple[str, bytes]]:
    """What SQLite opens, and the newest changes that are not in it yet.

    It is the file, or where something stands beside it a copy with that, since SQLite would change
    both.
    """
    there = [end for end in (_WAL, _JOURNAL) if _holds_anything(_beside(file, end))]
    if not there:
        with file.open("rb"):
            pass
        # Else SQLite would make the file that is not there.
        how = "mode=ro&immutable=1" if lacks_wal(file) else "mode=ro"
        yield f"{file.resolve().as_uri()}?{how}", b""
        return
    paths = {end: _beside(file, end) for end in ("", *there)}
    before = _states(paths.values())
    held = {end: _held(path, file, end) for end, path in paths.items()}
    if _states(paths.values()) != before:
        raise _in_use(file)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for end, data in held.items():
            write_bytes(_beside(copy, end), data, file.name)
        yield f"{copy.as_uri()}?mode=rw", held.get(_WAL, b"")


def _held(path: Path, file: Path, end: str) -> bytes:
    """What is in ``path``; AtlasError where that is lost with changes to ``file``."""
    if not end:
        return file_bytes(path, path.name)
    try:
        data = file_bytes(path, path.name)
    except AtlasError as error:
        raise _left_beside(file, end) from error
    # One that is done with begins with zeros.
    if end == _JOURNAL and data[: len(_MARK)] not in (_MARK, bytes(len(_MARK))):
        raise _left_beside(file, end)
    return data


def _holds_anything(path: Path) -> bool:
    return path.exists() and (path.is_dir() or path.stat().st_size > 0)


def _states(paths: Iterable[Path]) -> list[tuple[int, int, int]]:
    found = [path.stat() for path in paths]
    return [(one.st_ino, one.st_size, one.st_mtime_ns) for one in found]


def _all_read(base: sqlite3.Connection, wal: bytes) -> bool:
    """Whether SQLite takes all of ``wal``; what is damaged it leaves out without a word."""
    if len(wal) <= _WAL_HEAD:
        return True
    (_, taken, _) = base.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    step = _FRAME_HEAD + int.from_bytes(wal[8:12], "big")
    # By these numbers a part belongs to what was written last, not to what is done with.
    rest = range(_WAL_HEAD + max(taken, 0) * step, len(wal), step)
    return taken > 0 and all(wal[at + 8 : at + 16] != wal[16:24] for at in rest)


def _limit_steps(base: sqlite3.Connection, most: int) -> None:
    left = most

    def count() -> bool:
        nonlocal left
        left -= _EVERY
        return left < 0

    base.set_progress_handler(count, _EVERY)


def _why(file: Path, error: sqlite3.Error) -> AtlasError:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return _in_use(file)
    if code == "SQLITE_INTERRUPT":
        return AtlasError(
            file.name,
            zh="读它所需的步骤远超其大小，不再读",
            en="takes far more steps to read than its size explains",
        )
    return damaged(file)


def _in_use(file: Path) -> AtlasError:
    return AtlasError(
        file.name,
        zh="正被别的程序（如 QGIS）占用，请在那里保存并关闭后再试",
        en="is in use by another program, such as QGIS; save and close it there first",
    )


def _left_beside(file: Path, end: str) -> AtlasError:
    name = _beside(file, end).name
    return AtlasError(
        file.name,
        zh=f"它最近的改动还在 {name} 里，读不出来；请在改它的程序里保存并关闭",
        en=f"its newest changes are still in {name}, which cannot be read; save and close it in "
        "the program that changed it",
    )


def _beside(file: Path, end: str) -> Path:
    """Where SQLite keeps the newest changes of ``file``, or what they replace, for a while."""
    return file.with_name(f"{file.name}{end}")


def lacks_wal(file: Path) -> str:
    """The name of the file in which newer changes may be, and which is not beside ``file``."""
    wal = _beside(file, _WAL)
    try:
        with file.open("rb") as data:
            head = data.read(20)
    except OSError:
        return ""
    # SQLite's format, 1.3.3: 2 is a file whose changes go to another first.
    return wal.name if head[18:20] == b"\x02\x02" and not _holds_anything(wal) else ""


def damaged(file: Path) -> AtlasError:
    """A file that is no GeoPackage, or is damaged."""
    if wal := lacks_wal(file):
        return AtlasError(
            file.name,
            zh=f"不是 GeoPackage，已损坏，或旁边缺 {wal}（最近的改动在里面）",
            en=f"is no GeoPackage, is damaged, or lacks {wal} beside it, which holds its newest "
            "changes",
        )
    return AtlasError(
        file.name,
        zh="不是 GeoPackage，或已损坏",
        en="is not a GeoPackage, or is damaged",
    )


def there(base: sqlite3.Connection, table: str) -> bool:
    """Whether there is anything called ``table``."""
    found = base.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return found is not None


def columns_of(base: sqlite3.Connection, table: str, file: Path) -> list[tuple[str, bool]]:
    """The stored columns of a plain table, each with whether it is the key.

    A view, a virtual table or a computed column runs what whoever made the file has written.

    Raises
    ------
    AtlasError
        When ``file`` has no such table, or it is no plain one.
    """
    found = base.execute(
        "SELECT type, sql FROM sqlite_master WHERE name = ? AND type IN ('table', 'view')", (table,)
    ).fetchone()
    if found is None:
        raise damaged(file)
    if found[0] != "table" or "virtual" in str(found[1]).casefold().split()[:2]:
        raise AtlasError(
            f"{file.name}: {table}",
            zh="是视图或虚拟表，不是普通的表，不读",
            en="is a view or a virtual table, no plain table, and is not read",
        )
    rows = base.execute("SELECT name, pk, hidden FROM pragma_table_xinfo(?)", (table,))
    return [(str(name), bool(key)) for name, key, hidden in rows if not hidden]


def select(base: sqlite3.Connection, table: str, columns: list[str]) -> sqlite3.Cursor:
    """The rows of ``columns`` of a ``table`` that :func:`columns_of` has looked at."""
    listed = ", ".join(map(_quoted, columns))
    return base.execute(f"SELECT {listed} FROM {_quoted(table)}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
