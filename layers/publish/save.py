"""Which files may be written."""

from __future__ import annotations

from pathlib import Path

from registry import sentences
from registry.errors import AtlasError
from registry.files.litter import sweep_once


def check_target(path: Path, *, force: bool) -> None:
    """Refuse a target that cannot be, or must not be, written (AtlasError); nothing is touched."""
    sweep_once(path.parent)
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
