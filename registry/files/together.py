"""Several files written together: all of them or none.

What stood there before is kept in a folder of its own; only then is the first file replaced, each
whole or not at all. On an error everything is put back. When the machine itself stops in the
middle, the next writing finds the folder, puts everything back and says so.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from registry import sentences
from registry.errors import AtlasError
from registry.files.writing import write_bytes, write_text

#: The folder in which changes are staged, and its list of them.
STAGE, LISTED = ".changing", "changes.json"
#: Staged changes that have not moved for so many seconds belong to nobody any more.
ABANDONED_S = 60.0


@dataclass(frozen=True)
class FileChange:
    """What a file holds ``before`` and ``after``; None where there is no file."""

    before: bytes | None
    after: bytes | None


def held(path: Path) -> bytes | None:
    """What is in ``path``; None where there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise sentences.unreadable(str(path), error.strerror) from error


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_bytes(path, data)


def _prune(path: Path, folder: Path) -> None:
    """Take away folders above ``path`` that are empty now, up to ``folder``."""
    for above in path.parents:
        if above == folder or not above.is_relative_to(folder):
            return
        try:
            above.rmdir()
        except OSError:
            return


def _put_back(stage: Path, folder: Path) -> None:
    """Put back what the staged list names; AtlasError that says what to do where that fails."""
    for number, (name, there) in enumerate(json.loads((stage / LISTED).read_text("utf-8"))):
        path = Path(name)
        try:
            _put(path, (stage / f"{number}.before").read_bytes() if there else None)
        except (OSError, AtlasError) as error:
            raise AtlasError(
                str(path),
                zh=f"没能恢复原样；原文件在 {stage}，请照 {LISTED} 放回",
                en=f"could not be put back; the old files are in {stage}, as {LISTED} lists them",
            ) from error
        if not there:
            _prune(path, folder)
    shutil.rmtree(stage, ignore_errors=True)


def recover(folder: Path) -> bool:
    """Put back what a writing that was cut off has left in ``folder``; whether there was any.

    Raises
    ------
    AtlasError
        When another writing is under way, or a file cannot be put back.
    """
    stage = folder / STAGE
    if not stage.is_dir():
        return False
    if time.time() - stage.stat().st_mtime < ABANDONED_S:
        raise AtlasError(
            str(stage),
            zh=f"另一次写入正在进行；若已中断，请 {ABANDONED_S:.0f} 秒后再试",
            en=f"another change is being written; if it was cut off, try in {ABANDONED_S:.0f} s",
        )
    if (stage / LISTED).is_file():
        _put_back(stage, folder)
    else:
        shutil.rmtree(stage, ignore_errors=True)  # nothing was replaced yet
    return True


def _staged(wanted: Mapping[Path, FileChange], folder: Path) -> Path:
    """The folder that holds what is to be put back, and last of all its list."""
    stage = folder / STAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage.mkdir()
    except OSError as error:
        raise sentences.cannot_write(stage, error.strerror) from error
    try:
        for number, change in enumerate(wanted.values()):
            if change.before is not None:
                write_bytes(stage / f"{number}.before", change.before)
        listed = [(str(path), change.before is not None) for path, change in wanted.items()]
        write_text(stage / LISTED, json.dumps(listed, ensure_ascii=False))
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    return stage


def write_together(changes: Mapping[Path, FileChange], folder: Path) -> list[Path]:
    """Carry out ``changes`` to files, those of a data ``folder`` and beside it; all or none.

    Returns
    -------
    list of Path
        What was written or taken away; a file that is as it shall be is left alone.

    Raises
    ------
    AtlasError
        When a file is no longer as it was ``before``, or cannot be written: nothing has changed
        then.
    """
    recover(folder)
    wanted = {path: c for path, c in changes.items() if c.before != c.after}
    for path, change in wanted.items():
        if held(path) != change.before:
            raise AtlasError(
                str(path),
                zh="在此期间被改过，请重新运行",
                en="has been changed in the meantime, run this again",
            )
    if not wanted:
        return []
    stage = _staged(wanted, folder)
    path = folder
    try:
        for path, change in wanted.items():
            _put(path, change.after)
    except OSError as error:
        _put_back(stage, folder)
        raise sentences.cannot_write(path, error.strerror) from error
    except BaseException:
        _put_back(stage, folder)
        raise
    for path, change in wanted.items():
        if change.after is None:
            _prune(path, folder)
    with suppress(OSError):
        (stage / LISTED).unlink()  # from here on it is done
        shutil.rmtree(stage)
    return list(wanted)
