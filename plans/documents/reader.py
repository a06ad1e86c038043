"""The one way in: any file, or pasted text, to a document."""

from __future__ import annotations

import re
from importlib import import_module

from plans.documents.detect import detect
from plans.documents.document import Document
from plans.documents.refusals import refusal
from plans.documents.text import text_document
from plans.limits import LIMITS, Limits
from registry.errors import AtlasError

#: The module of each form, which loads its library when a document of that form comes, and its
#: function ``(data, name, limits=…) -> Document``.
_READERS = {
    "text": ("plans.documents.text", "read_text_file"),
    "html": ("plans.documents.html", "read_html"),
    "docx": ("plans.documents.docx", "read_docx"),
    "xlsx": ("plans.documents.xlsx", "read_xlsx"),
    "rtf": ("plans.documents.rtf", "read_rtf"),
    "pdf": ("plans.documents.pdf.read", "read_pdf"),
}
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
#: Words of other scripts: two letters at least, since copies of forums are strewn with single ones.
_FOREIGN = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}")
_KANA_HANGUL = re.compile(r"[\u3041-\u30fa\uac00-\ud7a3]")
_LEAST_HAN = 0.2
_MOST_KANA = 0.1


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))  # a list of all would need 80 bytes a character


def _check_language(document: Document, name: str) -> None:
    han = _count(_HAN, document.text)
    foreign = _count(_FOREIGN, document.text)
    if not han and not foreign:
        raise refusal(name, "empty")
    kana = _count(_KANA_HANGUL, document.text)
    if han < _LEAST_HAN * (han + foreign) or kana > _MOST_KANA * (han + kana):
        raise refusal(name, "language")


def check_size(count: int, name: str, *, limits: Limits = LIMITS) -> None:
    """AtlasError when a file of ``count`` bytes is larger than may be; before it is loaded."""
    if count > limits.file_bytes:
        raise refusal(name, "too_big", size=round(count / 1_000_000, 1), most=limits.file_mb)


def read_document(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document in ``data``, by its content; ``name`` only says in errors which one it is.

    Raises
    ------
    AtlasError
        When it is empty, protected, damaged, scanned, a picture, of another language, unsafe, of
        an unknown form, or beyond a limit.
    """
    check_size(len(data), name, limits=limits)
    module, function = _READERS[detect(data, name)]
    document: Document = getattr(import_module(module), function)(data, name, limits=limits)
    _check_language(document, name)
    return document


def read_pasted(text: str, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a text that was pasted; raises as :func:`read_document` does."""
    document = text_document(text, name, limits=limits)
    _check_language(document, name)
    return document


def read_beginning(data: bytes, name: str, *, pages: int = 8) -> Document | None:
    """The first pages of a long PDF, to be shown while all of it is read; None for anything else.

    Only what is whole is worth searching: positions in this text are its own.
    """
    try:
        if detect(data, name) != "pdf":
            return None
        from plans.documents.pdf.read import read_first_pages

        return read_first_pages(data, name, pages)
    except AtlasError:
        return None  # reading all of it will say why
