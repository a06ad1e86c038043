"""The files of a folder of records: each is read, or refused by name.

Only what systems and editors leave behind, such as ``.DS_Store`` or ``x.yaml~``, is passed over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

from registry import sentences
from registry.errors import AtlasError

_BEGINS = (".", "~$")
_ENDS = ("~", ".bak", ".swp")
_NAMES = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
#: Endings that are written for another.
_MEANT = {".yml": ".yaml"}


def is_litter(name: str) -> bool:
    """Whether a file or folder called ``name`` is what a system or an editor leaves behind.

    >>> is_litter("._x.yaml"), is_litter("x.yaml.BAK"), is_litter("x.yml")
    (True, True, False)
    """
    low = name.casefold()
    return low.startswith(_BEGINS) or low.endswith(_ENDS) or low in _NAMES


def entries(folder: Path, label: Callable[[Path], str]) -> list[Path]:
    """What lies in ``folder`` but for litter, by name; AtlasError where it cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if not is_litter(path.name))
    except OSError as error:
        raise sentences.unreadable(label(folder), error.strerror) from error


def files_in(
    folder: Path, suffix: str, label: Callable[[Path], str], *, beside: Collection[str] = ()
) -> list[Path]:
    """The files of ``folder`` that end in ``suffix``, by name; none where there is no folder.

    Parameters
    ----------
    folder : Path
        Its own files are meant; what lies deeper is refused.
    suffix : str
        Such as ``.yaml``.
    label : callable
        What errors call a path.
    beside : collection of str
        Names that may stand beside them.

    Raises
    ------
    AtlasError
        At the first file of another name, which is told, or that lies in a folder of its own.
    """
    found = []
    for path in entries(folder, label) if folder.is_dir() else ():
        if path.suffix == suffix:
            found.append(path)
        elif path.is_dir():
            if (deep := _first(path)) is not None:
                right = folder / (_right_name(deep, suffix) or deep.name)
                raise sentences.misplaced(label(deep), label(right))
        elif path.name not in beside:
            raise _misnamed(path, suffix, label)
    return found


def _first(folder: Path) -> Path | None:
    """A file in ``folder``, however deep, that is no litter; None where there is none."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_litter(name))
        for name in sorted(files):
            if not is_litter(name):
                return Path(at) / name
    return None


def _misnamed(path: Path, suffix: str, label: Callable[[Path], str]) -> AtlasError:
    if right := _right_name(path, suffix):
        return sentences.misnamed(label(path), right)
    return sentences.no_record(label(path), suffix)


def _right_name(path: Path, suffix: str) -> str:
    """The name of ``path`` that ends in ``suffix``, ``""`` where it is of another kind."""
    ending = path.suffix.casefold()
    return path.stem + suffix if _MEANT.get(ending, ending) == suffix else ""


def meant_by(path: Path) -> str:
    """The name of a file beside ``path`` that was most likely meant by it, ``""`` for none."""
    stem = f"{path.stem}.".casefold()
    try:
        there = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        return ""
    near = (n for n in there if n.casefold().startswith(stem) and not is_litter(n))
    return next((name for name in near if name != path.name), "")
