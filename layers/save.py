"""Which files may be written, and telling how far a long run has come."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from registry import sentences
from registry.errors import AtlasError

#: Seconds before a bar is worth showing.
PATIENCE = 1.0

_WIDTH = 28


def check_target(path: Path, *, force: bool) -> None:
    """Refuse a target that cannot be, or must not be, written (AtlasError); nothing is touched."""
    try:
        folder, there, parent = path.is_dir(), path.exists(), path.parent.is_dir()
    except OSError as error:
        raise sentences.cannot_write(path, error.strerror) from None
    if folder:
        raise AtlasError(
            str(path),
            zh="这是一个文件夹，请给出文件名",
            en="this is a folder; give the name of a file",
        )
    if there and not force:
        raise sentences.already_there(path)
    if not parent:
        raise sentences.missing_folder(str(path.parent))


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
