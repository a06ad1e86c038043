"""Several files written together: all of them or none.

What stood there before is kept in a folder of its own, and what is to stand there is written beside
it; only then are the files replaced. On an error everything is put back. When the process itself
ends in the middle, the next command finds the folder and puts everything back.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from registry import sentences
from registry.errors import AtlasError
from registry.files.litter import beside, sweep, sweep_once
from registry.files.processes import gone, owner
from registry.files.text import file_bytes
from registry.files.writing import encoded, part_of, write_bytes, written_at
from registry.paths import Paths

#: The folder in which changes are staged, and its list of them.
STAGE, LISTED = ".changing", "changes.json"
#: Staged changes of another machine that have not moved for so many seconds belong to nobody.
ABANDONED_S = 60.0


@dataclass(frozen=True)
class FileChange:
    """What a file holds ``before`` and ``after``; None where there is no file."""

    before: bytes | None
    after: bytes | None


def held(path: Path) -> bytes | None:
    """What is in ``path``; None where there is no file, AtlasError where it cannot be read."""
    try:
        path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        pass  # reading it says why it cannot be
    return file_bytes(path, str(path))


def _put(path: Path, part: Path | None) -> None:
    """Let ``part`` take the place of ``path``; without one the file goes."""
    if part is None:
        path.unlink(missing_ok=True)
    else:
        part.replace(path)


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
    files = _listed(stage)[1]
    sweep({Path(name).parent for name, _ in files})
    for number, (name, there) in enumerate(files):
        path = Path(name)
        try:
            if there:
                before = (stage / f"{number}.before").read_bytes()
                if held(path) != before:
                    write_bytes(path, before)
            else:
                path.unlink(missing_ok=True)
        except (OSError, AtlasError) as error:
            raise _lost(path, stage) from error
        if not there:
            _prune(path, folder)
    shutil.rmtree(stage, ignore_errors=True)


def _lost(path: Path, stage: Path) -> AtlasError:
    return AtlasError(
        str(path),
        zh=f"没能恢复原样；原文件在 {stage}，请照 {LISTED} 放回",
        en=f"could not be put back; the old files are in {stage}, as {LISTED} lists them",
    )


def _listed(stage: Path) -> tuple[str, list[tuple[str, bool]]]:
    """Whose staged changes these are; each file, and whether there was one before."""
    path = stage / LISTED
    if not path.exists():
        return "", []
    try:
        found = json.loads(path.read_text("utf-8"))
        return str(found["owner"]), [(str(name), bool(there)) for name, there in found["files"]]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _lost(path, stage) from error


def _cut_off(stage: Path) -> bool:
    """Whether there are staged changes whose process has ended."""
    try:
        moved_at = stage.stat().st_mtime
    except OSError:
        return False
    return gone(_listed(stage)[0], moved_at, ABANDONED_S)


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
    if not _cut_off(stage):
        raise AtlasError(
            str(stage),
            zh=f"另一次写入正在进行；若已中断，请 {ABANDONED_S:.0f} 秒后再试",
            en=f"another change is being written; if it was cut off, try in {ABANDONED_S:.0f} s",
        )
    _put_back(stage, folder)
    return True


def settle(paths: Paths) -> None:
    """What every command does first with its data: clear up after runs that were killed.

    A writing that is under way is none of its business.

    Raises
    ------
    AtlasError
        When a file of a writing that was cut off cannot be put back.
    """
    with suppress(OSError):
        inner = [path for path in paths.data.iterdir() if path.is_dir()]
        modes = paths.projects.iterdir() if paths.projects.is_dir() else ()
        sweep([paths.data, paths.docs, *inner, *(path for path in modes if path.is_dir())])
    stage = paths.data / STAGE
    if _cut_off(stage):
        _put_back(stage, paths.data)


def _staged(wanted: Mapping[Path, FileChange], folder: Path) -> Path:
    """The folder that holds what is to be put back, there only when it is whole."""
    stage = folder / STAGE
    work = beside(stage)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep_once(folder)
        work.mkdir()
        for number, change in enumerate(wanted.values()):
            if change.before is not None:
                (work / f"{number}.before").write_bytes(change.before)
        files = [(str(path), change.before is not None) for path, change in wanted.items()]
        listed = json.dumps({"owner": owner(), "files": files}, ensure_ascii=False)
        (work / LISTED).write_bytes(encoded(listed, folder))
        work.replace(stage)
    except OSError as error:
        raise sentences.cannot_write(folder, error.strerror) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
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
    _change(wanted, _staged(wanted, folder), folder)
    return list(wanted)


def _change(wanted: Mapping[Path, FileChange], stage: Path, folder: Path) -> None:
    """Let ``wanted`` come true; all is as it was on an error."""
    parts: dict[Path, Path | None] = {}
    path = folder
    try:
        for path, change in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if change.after is None:
                parts[path] = None
            else:
                at = written_at(path)
                parts[at] = part_of(at, change.after)
        for path, part in parts.items():
            _put(path, part)
    except OSError as error:
        _undo(parts, stage, folder)
        raise sentences.cannot_write(path, error.strerror) from error
    except BaseException:
        _undo(parts, stage, folder)
        raise
    for path, change in wanted.items():
        if change.after is None:
            _prune(path, folder)
    # From here on it is done; what is left of it if the process ends now is swept away.
    with suppress(OSError):
        shutil.rmtree(stage.replace(beside(stage)))


def _undo(parts: Mapping[Path, Path | None], stage: Path, folder: Path) -> None:
    for part in parts.values():
        if part is not None:
            part.unlink(missing_ok=True)
    _put_back(stage, folder)
