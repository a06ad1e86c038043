"""Files and folders written whole or not at all: beside the target first, then renamed.

What a run that is killed leaves under such a name is swept away by the next
(:mod:`registry.files.litter`).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from registry import sentences
from registry.errors import AtlasError
from registry.files.litter import OLD, beside, sweep_once
from registry.paths import real

#: Writes one of several files; they take their places together.
Put = Callable[[Path, str | bytes], None]


def write_bytes(path: Path, data: bytes, where: str | None = None) -> None:
    """Write ``path`` so that it is at all times whole: the old file, the new one or none.

    Raises
    ------
    AtlasError
        At ``where`` (by default the path), when the file or a folder above it cannot be written.
    """
    try:
        path = written_at(path)
        with _folders_above(path):
            part = part_of(path, data)
            try:
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise _unwritable(where or path, error) from error


def write_text(path: Path, text: str, where: str | None = None) -> None:
    """Write ``text`` as UTF-8, line ends as they are; as :func:`write_bytes`.

    Raises
    ------
    AtlasError
        Too where the text holds half a character.
    """
    write_bytes(path, encoded(text, where or path), where)


def encoded(text: str, where: object) -> bytes:
    """``text`` as UTF-8; AtlasError at ``where`` for half a character."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise sentences.strange_character(str(where), text[error.start]) from error


def written_at(path: Path) -> Path:
    """Where a file called ``path`` is written: a link stays, and what it leads to is replaced.

    Raises
    ------
    AtlasError
        For a pipe or a device, which a file must not take the place of.
    """
    path = real(path)
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise sentences.no_file(str(path))
    return path


def part_of(path: Path, data: bytes) -> Path:
    """Write ``data`` beside ``path``, to be renamed to it; OSError where that cannot be done.

    It has the rights of the file that is there, so that a private one stays private.
    """
    sweep_once(path.parent)
    part = beside(path)
    try:
        # Unlike tempfile's, this file has the rights that the user's umask gives.
        with part.open("xb") as file:
            with suppress(OSError):
                shutil.copymode(path, part)
            file.write(data)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


@contextmanager
def _folders_above(path: Path) -> Iterator[None]:
    """Make the folders above ``path``; on an error those that were made go again."""
    new = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in new:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def whole_files() -> Iterator[Put]:
    """Several files: none takes its place before all are written, in the order of the calls.

    Yields a function that is called with a path and its text or bytes.

    Raises
    ------
    AtlasError
        When one cannot be written; the others are then as they were.
    """
    parts: dict[Path, Path] = {}
    path = Path()

    with ExitStack() as stack:

        def put(target: Path, data: str | bytes) -> None:
            nonlocal path
            path = written_at(target)
            stack.enter_context(_folders_above(path))
            parts[path] = part_of(path, encoded(data, path) if isinstance(data, str) else data)

        try:
            yield put
            for path, part in parts.items():
                part.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error
        finally:
            for part in parts.values():
                part.unlink(missing_ok=True)


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
    target = real(target)
    try:
        with _folders_above(target):
            sweep_once(target.parent)
            work = beside(target)
            try:
                work.mkdir(mode=0o755)
                yield work
                _put(work, target)
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise _unwritable(target, error) from error


def write_part(path: Path, data: str | bytes) -> None:
    """Write a file, text as UTF-8, of a folder that :func:`whole_folder` has yet to put in place.

    Raises
    ------
    OSError
        Which :func:`whole_folder` makes a sentence of.
    """
    path.write_bytes(encoded(data, path.name) if isinstance(data, str) else data)


def _put(work: Path, target: Path) -> None:
    """Rename ``work`` to ``target``; the old folder goes only when the new one stands."""
    if not target.exists():
        work.replace(target)
        return
    # Under its own name, so that the next run can put it back if this one ends in between.
    old = beside(target, OLD)
    old.mkdir()
    target.replace(old / target.name)
    try:
        work.replace(target)
    except OSError:
        (old / target.name).replace(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _unwritable(where: object, error: OSError) -> AtlasError:
    return sentences.cannot_write(where, error.strerror or str(error))
