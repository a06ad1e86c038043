"""Office packages (docx, xlsx) before a library opens them: safe, complete and not too large."""

from __future__ import annotations

import io
import zipfile
import zlib

from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

_MOST_MEMBERS = 10_000
_ENCRYPTED = 0x1
_USUAL = 8
_XML = (".xml", ".rels")
#: Smaller packages may well unpack to more than a hundredfold: a style sheet of nothing but ones.
_SMALL = 1_000_000
_DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > max(_SMALL, limits.expansion * packed):
        raise refusal(name, "bomb", most=limits.expansion)
    parts = sum(m.file_size for m in members if m.filename.lower().endswith(_XML))
    if parts > limits.parts_bytes:
        raise refusal(name, "parts_too_big", most=limits.parts_mb)


def weight(data: bytes) -> int:
    """How many bytes a file counts as: a package as an eighth of its unpacked XML, if that is more.

    Office packages are mostly that much larger unpacked; a damaged one counts as it stands.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = [m.file_size for m in package.infolist() if m.filename.lower().endswith(_XML)]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return len(data)
    return max(len(data), sum(sizes) // _USUAL)


def slim_package(data: bytes, name: str, *, limits: Limits = LIMITS) -> dict[str, bytes]:
    """The parts of a package: XML whole, pictures and what else there is emptied.

    Raises
    ------
    AtlasError
        When it is damaged, encrypted, beyond a limit, or an XML part declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [m for m in package.infolist() if not m.is_dir()]
            _check_sizes(members, len(data), name, limits)
            if any(member.flag_bits & _ENCRYPTED for member in members):
                raise refusal(name, "protected")
            parts = {
                m.filename: package.read(m) if m.filename.lower().endswith(_XML) else b""
                for m in members
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise refusal(name, "damaged") from error
    except (NotImplementedError, RuntimeError) as error:
        raise refusal(name, "damaged") from error
    if any(word in part for part in parts.values() for word in _DECLARATIONS):
        raise refusal(name, "entity")
    return parts


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """``parts`` as a package again, for a library to open."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    stream.seek(0)
    return stream
