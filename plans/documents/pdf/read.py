"""PDF files with a text layer: pages to paragraphs and table rows, across columns and pages."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plans.documents.document import Builder, Document, Kind, note
from plans.documents.pdf.flow import SURE_LINES, Flow
from plans.documents.pdf.furniture import Sheet, set_heads_apart, set_notes_apart
from plans.documents.pdf.lines import Line, Part, columns
from plans.documents.pdf.pages import read_page
from plans.documents.pdf.tables import find_tables
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

#: PDFium must not be called by two threads at once.
_ONE_AT_A_TIME = threading.Lock()
_END, _TAIL = b"%%EOF", 2048
_FEW_GLYPHS = 20


def _open(data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise refusal(name, "protected" if locked else "damaged") from error


def _sheets(file: Any, builder: Builder, pages: int) -> Iterator[tuple[Sheet, int, int, int]]:
    """Each of so many pages with how many glyphs, unmapped glyphs and pictures it has."""
    known: list[float] = []  # where columns are parted
    for number in range(pages):
        builder.check_time()
        try:
            page = read_page(file, number, builder.check_time)
        except pdfium.PdfiumError as error:
            raise refusal(builder.name, "damaged") from error
        tables, rest = find_tables(page.glyphs, page.rules)
        counts = (len(page.glyphs), page.unmapped, page.pictures)
        yield Sheet(number, columns(rest, tables, known)), *counts


def _parts(sheets: Iterable[Sheet]) -> Iterator[Part]:
    for sheet in sheets:
        for column in sheet.columns:
            yield from column


def _body_size(sheets: list[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for part in _parts(sheets):
        if isinstance(part, Line):
            sizes[round(part.size * 2) / 2] += len(part.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _right_edges(sheets: list[Sheet], body_size: float) -> dict[int, list[float]]:
    """How far columns that begin at one place reach, by tens of points, the nearest first."""
    edges: dict[int, set[float]] = defaultdict(set)
    for sheet in sheets:
        for column in sheet.columns:
            lines = [p for p in column if isinstance(p, Line) and abs(p.size - body_size) < 2]
            if len(lines) >= SURE_LINES:
                left = round(min(line.left for line in lines) / 10)
                edges[left].add(round(max(line.right for line in lines)))
    return {left: sorted(rights) for left, rights in edges.items()}


def _written(file: Any, builder: Builder, first: int | None) -> tuple[list[Sheet], list[int]]:
    """The pages (the ``first`` so many), and the numbers of those with pictures instead of text.

    Raises
    ------
    AtlasError
        For too many pages, characters without a meaning, or pictures of text alone.
    """
    if len(file) > builder.limits.pages:
        raise refusal(builder.name, "too_many_pages", count=len(file), most=builder.limits.pages)
    sheets: list[Sheet] = []
    glyphs = unmapped = pictures = 0
    blind: list[int] = []
    for sheet, own, lost, drawn in _sheets(file, builder, min(len(file), first or len(file))):
        sheets.append(sheet)
        glyphs, unmapped, pictures = glyphs + own, unmapped + lost, pictures + drawn
        if drawn and own < _FEW_GLYPHS:
            blind.append(sheet.number + 1)
    if unmapped > glyphs:
        raise refusal(builder.name, "unmapped")
    if pictures and (not glyphs or (len(blind) == len(sheets) and glyphs < 8 * len(sheets))):
        raise refusal(builder.name, "scanned")
    return sheets, blind


def _join(sheets: list[Sheet], builder: Builder) -> None:
    """Write the paragraphs and rows of the pages, then what stands at their foot and head."""
    body_size = _body_size(sheets)
    set_heads_apart(sheets, body_size)
    flow = Flow(builder, body_size, _right_edges(sheets, body_size))
    for sheet in sheets:
        set_notes_apart(sheet, body_size)
        for column in sheet.columns:
            flow.column(column)
    flow.end()
    kinds: tuple[tuple[Kind, list[str]], ...] = (
        ("footnote", [text for sheet in sheets for text in sheet.notes]),
        ("header", list(dict.fromkeys(text for sheet in sheets for text in sheet.heads))),
    )
    for kind, texts in kinds:
        for text in texts:
            builder.add(kind, text)


def _read(file: Any, builder: Builder, first: int | None = None) -> None:
    sheets, blind = _written(file, builder, first)
    _join(sheets, builder)
    if blind:
        builder.notes.append(note("no_text_pages", pages="、".join(map(str, blind))))


def read_pdf(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a PDF; AtlasError when it is damaged, protected, scanned or too long."""
    builder = Builder(name, limits=limits)
    with _ONE_AT_A_TIME:
        file = _open(data, name)
        try:
            _read(file, builder)
        finally:
            file.close()
    if _END not in data[-_TAIL:]:
        builder.notes.append(note("cut"))
    return builder.document("pdf")


def read_first_pages(
    data: bytes, name: str, pages: int, *, limits: Limits = LIMITS
) -> Document | None:
    """The first ``pages`` of a PDF that has many more; None for a shorter one.

    Running heads are told from fewer pages than there are, so its text may differ from that of
    :func:`read_pdf`, which raises what this raises.
    """
    builder = Builder(name, limits=limits)
    with _ONE_AT_A_TIME:
        file = _open(data, name)
        try:
            if len(file) <= 2 * pages:
                return None
            _read(file, builder, pages)
        finally:
            file.close()
    return builder.document("pdf")
