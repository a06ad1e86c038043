"""Writing files whole or not at all, and telling how far a long run has come."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from registry.errors import AtlasError, unwritable

#: Seconds before a bar is worth showing.
PATIENCE = 1.0

_WIDTH = 28


def check_target(path: Path, *, force: bool) -> None:
    """Refuse a target that cannot be, or must not be, written (AtlasError); nothing is touched."""
    try:
        folder, there, parent = path.is_dir(), path.exists(), path.parent.is_dir()
    except OSError as error:
        raise unwritable(path, error.strerror) from None
    if folder:
        raise AtlasError(
            str(path),
            zh="这是一个文件夹，请给出文件名",
            en="this is a folder; give the name of a file",
        )
    if there and not force:
        raise AtlasError(
            str(path),
            zh="文件已存在，要覆盖请加 --force",
            en="the file exists; add --force to replace it",
        )
    if not parent:
        raise AtlasError(
            str(path), zh="所在的文件夹不存在", en="the folder it would go into does not exist"
        )


def write(path: Path, text: str) -> None:
    """Write ``text`` so that ``path`` is at all times whole: the old file, the new one or none.

    Raises
    ------
    AtlasError
        The file cannot be written.
    """
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".map-", suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        # mkstemp lets nobody else read.
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        part.replace(path)
        part = None
    except OSError as error:
        raise unwritable(path, error.strerror) from None
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def progress(names: Iterable[str], total: int, out: TextIO) -> Iterator[str]:
    """Pass ``names`` on, with a bar on ``out`` once it has taken longer than a second.

    On a terminal the bar stays in one line; elsewhere it is a line now and then.
    """
    began = last = time.monotonic()
    shown = False
    for done, name in enumerate(names):
        now = time.monotonic()
        if now - began > PATIENCE and (out.isatty() or now - last > PATIENCE or not shown):
            _bar(out, done, total, name)
            last, shown = now, True
        yield name
    if shown:
        _bar(out, total, total, "")
        if out.isatty():
            out.write("\n")
            out.flush()


def _bar(out: TextIO, done: int, total: int, name: str) -> None:
    full = round(_WIDTH * done / total) if total else _WIDTH
    line = f"[{'#' * full}{'.' * (_WIDTH - full)}] {done}/{total} {name}"
    out.write(f"\r\x1b[K{line}" if out.isatty() else line.rstrip() + "\n")
    out.flush()
