"""Files and folders written whole or not at all: beside the target first, then renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from registry import sentences
from registry.errors import AtlasError


def write_bytes(path: Path, data: bytes, where: str | None = None) -> None:
    """Write ``path`` so that it is at all times whole: the old file, the new one or none.

    Raises
    ------
    AtlasError
        At ``where`` (by default the path), when the file or a folder above it cannot be written.
    """
    # A name may be as long as the system allows; the temporary one must not be longer.
    part = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.part")
    try:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Unlike tempfile's, this file has the rights that the user's umask gives.
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(where or path, error) from error


def write_text(path: Path, text: str, where: str | None = None) -> None:
    """Write ``text`` as UTF-8, line ends as they are; as :func:`write_bytes`."""
    write_bytes(path, text.encode(), where)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """An empty folder to fill, which becomes ``target`` at the end of the block.

    One that is there is replaced only when the new one stands; on any error it stays as it was
    and nothing else is left behind.

    Raises
    ------
    AtlasError
        When the folder cannot be written.
    """
    work: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}."))
        work.chmod(0o755)
        yield work
        _put(work, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)


def write_part(path: Path, data: str | bytes) -> None:
    """Write a file, text as UTF-8, of a folder that :func:`whole_folder` has yet to put in place.

    Raises
    ------
    OSError
        Which :func:`whole_folder` makes a sentence of.
    """
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def _put(work: Path, target: Path) -> None:
    """Rename ``work`` to ``target``; the old folder goes only when the new one stands."""
    if not target.exists():
        work.replace(target)
        return
    old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}.old."))
    target.replace(old / "old")
    try:
        work.replace(target)
    except OSError:
        (old / "old").replace(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _unwritable(where: object, error: OSError) -> AtlasError:
    return sentences.cannot_write(where, error.strerror or str(error))
