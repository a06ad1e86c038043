"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile

from plans.documents.refusals import refusal

_PICTURES = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x00\x0cjP  ",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"\x04\x22\x4d\x18", b"BZh")
_ZIP = b"PK\x03\x04"
_HEAD = 1024
#: How a page or a piece of one begins, and what only pages hold; a plan's text may hold a tag.
_BEGINS = re.compile(
    rb"\s*(?>(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|article|section|main|header|nav|div|p"
    rb"|table|h[1-6]|ul|ol|center|font|span)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_HOLDS = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_MARKS = codecs.BOM_UTF8 + codecs.BOM_UTF16
_WORD = re.compile(r"word/document\d*\.xml")


def _is_picture(data: bytes) -> bool:
    if data.startswith(b"BM"):
        return len(data) > 26 and int.from_bytes(data[2:6], "little") == len(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return True
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"avif", b"mif1"):
        return True
    return data.startswith(_PICTURES)


def _package(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError) as error:
        raise refusal(name, "damaged") from error
    if any(map(_WORD.fullmatch, members)):
        return "docx"
    if "xl/workbook.xml" in members:
        return "xlsx"
    raise refusal(name, "ofd" if "OFD.xml" in members else "package")


def _markup(data: bytes) -> bool:
    """Whether the text is a page, in any encoding that writes tags in ASCII or UTF-16."""
    head = data[: 64 * _HEAD].replace(b"\x00", b"").lstrip(_MARKS)
    return bool(_BEGINS.match(head) or _HOLDS.search(head))


def is_package(data: bytes) -> bool:
    """Whether it is an archive, whose members alone tell what it is."""
    return data.startswith(_ZIP)


def detect(data: bytes, name: str) -> str:
    """The form of the document ``data``: pdf, docx, xlsx, rtf, html or text.

    Raises
    ------
    AtlasError
        When it is empty, a picture, protected, an archive, an old Office file, or damaged.
    """
    if not data.strip(b"\x00\t\n\r "):
        raise refusal(name, "empty")
    if _is_picture(data):
        raise refusal(name, "picture")
    if data.startswith(_OLE):
        raise refusal(name, "protected" if _ENCRYPTED_PACKAGE in data else "old_office")
    if is_package(data):
        return _package(data, name)
    if data.startswith(_ARCHIVES):
        raise refusal(name, "package")
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _markup(data) else "text"
