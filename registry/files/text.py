"""Text files, read with one sentence where one cannot be."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from registry import sentences
from registry.files.folder import meant_by

#: The largest file that is read, in MB, where a reader sets no limit of its own.
MOST_MB = 500
_PIECE = 1_000_000
#: What files of other kinds begin with.
_FORMS = {
    b"SQLite format 3": "SQLite (GeoPackage)",
    b"PK\x03\x04": "zip (xlsx, docx, kmz)",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def check_file(path: Path, label: str) -> os.stat_result:
    """What the system says of ``path``; AtlasError where it is missing, a folder or a pipe."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise sentences.missing(label, meant_by(path)) from error
    except (OSError, ValueError) as error:
        # A name that holds a NUL is a ValueError.
        raise sentences.unreadable(label, getattr(error, "strerror", None)) from error
    if stat.S_ISDIR(found.st_mode):
        raise sentences.is_a_folder(label)
    if not stat.S_ISREG(found.st_mode):
        raise sentences.no_file(label)
    return found


def file_bytes(path: Path, label: str, *, most: int = MOST_MB) -> bytes:
    """What is in ``path``, an ordinary file of ``most`` MB at most.

    Raises
    ------
    AtlasError
        At ``label``, when it is missing, a folder, no file with an end, or too large.
    """
    size = check_file(path, label).st_size
    pieces: list[bytes] = []
    try:
        # A file of the system's own may say that it is empty and never end.
        with path.open("rb") as file:
            while size <= most * 1_000_000 and (piece := file.read(_PIECE)):
                pieces.append(piece)
                size = max(size, len(pieces) * _PIECE - _PIECE + len(piece))
    except OSError as error:
        raise sentences.unreadable(label, error.strerror) from error
    if size > most * 1_000_000:
        raise sentences.too_large(label, size, most)
    return b"".join(pieces)


def _form(data: bytes) -> str:
    """What bytes that are no UTF-8 are, ``""`` where it does not show."""
    for head, form in _FORMS.items():
        if data.startswith(head):
            return form
    try:
        return "GBK" if data.decode("gb18030") else ""
    except UnicodeDecodeError:
        return ""


def read_text(path: Path, label: str, *, most: int = MOST_MB) -> str:
    """The UTF-8 text of ``path``, which has ``most`` MB at most.

    Raises
    ------
    AtlasError
        At ``label``, when it is missing, a folder, no file with an end, too large or not UTF-8.
    """
    data = file_bytes(path, label, most=most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise sentences.not_utf8(label, _form(error.object)) from error
    # Line ends of any system are one.
    return text.replace("\r\n", "\n").replace("\r", "\n")
