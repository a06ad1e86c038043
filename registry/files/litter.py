"""Names of what is being written, and what runs that were killed have left under such names."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from registry.files.processes import OWNER, gone, owner

#: A file or folder that is to be renamed when it is whole; a folder that holds what it replaces.
PART, OLD = "part", "old"
_OWN = re.compile(rf"\..*\.(?P<owner>{OWNER})\.[0-9a-f]{{4}}\.(?P<end>{PART}|{OLD})", re.DOTALL)
_swept: set[Path] = set()


def beside(path: Path, end: str = PART) -> Path:
    """A new name beside ``path`` that says which process uses it."""
    # A name may be as long as the system allows; the temporary one must not be longer.
    return path.with_name(f".{path.name[:40]}.{owner()}.{os.urandom(2).hex()}.{end}")


def sweep(folders: Iterable[Path]) -> None:
    """Take away what processes that have ended left in ``folders``; put back what they moved.

    What cannot be taken away, or listed, is left alone.
    """
    for folder in folders:
        with suppress(OSError):
            for name in sorted(os.listdir(folder)):  # noqa: PTH208 - names are enough
                if (found := _OWN.fullmatch(name)) is not None:
                    path = folder / name
                    with suppress(OSError):
                        if gone(found["owner"], path.lstat().st_mtime):
                            _take_away(path, found["end"])


def sweep_once(folder: Path) -> None:
    """:func:`sweep` a folder that something is about to be written into, once a process."""
    if folder not in _swept:
        _swept.add(folder)
        sweep([folder])


def _take_away(path: Path, end: str) -> None:
    if not path.is_dir() or path.is_symlink():
        path.unlink()
        return
    if end == OLD:
        for kept in path.iterdir():
            if not (target := path.with_name(kept.name)).exists():
                kept.replace(target)
    shutil.rmtree(path, ignore_errors=True)
