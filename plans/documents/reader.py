"""The one way in: any file, or pasted text, to a document."""

from __future__ import annotations

import re
from importlib import import_module

from plans.documents.detect import detect, is_package
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
#: A PDF that is smaller is read at once; of a larger one the first pages may be shown before.
_LONG = 300_000
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


def load_libraries() -> None:
    """Load what opens packages, so that opening the first takes no longer than the next."""
    for form in ("docx", "xlsx"):
        import_module(_READERS[form][0])


def read_here(
    data: bytes, name: str, *, limits: Limits = LIMITS, first: int | None = None
) -> Document | None:
    """The document in ``data``, opened in this process, whatever that takes.

    With ``first`` the first so many pages of a long PDF, None of a shorter one.
    """
    form = detect(data, name)
    if first is not None:
        from plans.documents.pdf.read import read_first_pages

        return read_first_pages(data, name, first, limits=limits) if form == "pdf" else None
    module, function = _READERS[form]
    document: Document = getattr(import_module(module), function)(data, name, limits=limits)
    return document


def _apart(data: bytes, name: str, limits: Limits, first: int | None = None) -> Document | None:
    from plans.documents.sandbox.pool import POOL

    return POOL.read(data, name, limits=limits, first=first)


def read_document(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document in ``data``, by its content; ``name`` only says in errors which one it is.

    All but bare text is opened in a process of its own, which is ended when it takes too much.

    Raises
    ------
    AtlasError
        When it is empty, protected, damaged, scanned, a picture, of another language, unsafe, of
        an unknown form, or beyond a limit.
    """
    check_size(len(data), name, limits=limits)
    bare = not is_package(data) and detect(data, name) == "text"
    opened = read_here(data, name, limits=limits) if bare else _apart(data, name, limits)
    assert opened is not None
    _check_language(opened, name)
    return opened


def read_pasted(text: str, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a text that was pasted; raises as :func:`read_document` does."""
    document = text_document(text, name, limits=limits)
    _check_language(document, name)
    return document


def read_beginning(
    data: bytes, name: str, *, pages: int = 8, limits: Limits = LIMITS
) -> Document | None:
    """The first pages of a long PDF, to be shown while all of it is read; None for anything else.

    Only what is whole is worth searching: positions in this text are its own.
    """
    try:
        if len(data) < _LONG or is_package(data) or detect(data, name) != "pdf":
            return None
        return _apart(data, name, limits, pages)
    except AtlasError:
        return None  # reading all of it will say why
