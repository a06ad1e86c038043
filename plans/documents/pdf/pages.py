"""From a PDF to the glyphs and ruled lines of its pages, upright as a reader sees them.

Coordinates are points (1/72 inch), x to the right and y upwards.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: More drawing than a table has; a page of that is a map or a chart.
_MOST_RULES = 20_000
_LEAST_RULE = 4.0
_SLANT = 0.8
#: Parts of a page drawn inside one another, deeper than any writer of PDF goes.
_DEEPEST = 8
#: After so many characters or drawings it is asked whether reading shall go on.
_EVERY = 1000


_HAN_FIRST, _HAN_LAST = 0x4E00, 0x9FFF
_BLANK = frozenset((0xA0, 0x3000, 0xAD, 0xFFFE, 0x200B, 0xFEFF))
#: Private use, surrogates, and the sign for what is no character.
_UNMAPPED = frozenset((*range(0xE000, 0xF900), *range(0xD800, 0xE000), 0xFFFD))


class Glyph(NamedTuple):
    """A character and the box of its font around it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of its box: the font's size."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A drawn line along an axis: ``start`` to ``end`` at height ``position``, or upright."""

    upright: bool
    position: float
    start: float
    end: float


@dataclass
class Page:
    """What one page shows; ``unmapped`` counts glyphs without a character."""

    number: int
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    unmapped: int = 0


def _quarter(text_page: Any, index: int) -> int | None:
    """By how many quarter turns to the left a character stands; None for slanted watermarks."""
    angle = raw.FPDFText_GetCharAngle(text_page, index)
    if not angle:
        return 0
    quarters = -angle / (math.pi / 2)  # PDFium turns right
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else None


def _turned(
    quarters: int, left: float, bottom: float, right: float, top: float
) -> tuple[float, ...]:
    """A box turned back so that text which stood at ``quarters`` turns reads upright."""
    if quarters == 1:
        return bottom, -right, top, -left
    if quarters == 2:
        return -right, -top, -left, -bottom
    if quarters == 3:
        return -top, left, -bottom, right
    return left, bottom, right, top


def _glyphs(page: Any, result: Page, check: Callable[[], object]) -> int:
    """Add the characters of a page that stand as most do; their quarter turns."""
    text_page = page.get_textpage()
    handle = text_page.raw
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    turned: list[tuple[int | None, str, float, float, float, float]] = []
    left_edge, low_edge, right_edge, high_edge = page.get_bbox()
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for index in range(text_page.count_chars()):
        if not index % _EVERY:
            check()
        code = code_of(handle, index)
        # PDFium gives a number even where the font has no character for a shape.
        if not _HAN_FIRST <= code <= _HAN_LAST:
            if code <= 0x20 or code in _BLANK:
                continue
            if code in _UNMAPPED or raw.FPDFText_HasUnicodeMapError(handle, index) == 1:
                result.unmapped += 1
                continue
        if not box_of(handle, index, pointer):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if left_edge <= (left + right) / 2 <= right_edge and (
            low_edge <= (bottom + top) / 2 <= high_edge
        ):
            turned.append((_quarter(handle, index), chr(code), left, bottom, right, top))
    counts = Counter(quarter for quarter, *_ in turned if quarter is not None)
    most = counts.most_common(1)[0][0] if counts else 0
    result.glyphs = [
        Glyph(text, *_turned(most, *bounds)) for quarter, text, *bounds in turned if quarter == most
    ]
    text_page.close()
    return most


def _points(path: Any, matrix: Any) -> Iterator[tuple[bool, float, float]]:
    """The points of a drawn path on the page; whether each begins anew."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first: tuple[float, float] | None = None
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        begins = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
        point = matrix.on_point(x.value, y.value)
        first = point if begins or first is None else first
        yield begins, *point
        if raw.FPDFPathSegment_GetClose(segment):
            yield False, *first


def _path_rules(path: Any, matrix: Any, turns: int) -> Iterator[Rule]:
    before: tuple[float, float] | None = None
    for begins, x, y in _points(path, matrix):
        if before is not None and not begins:
            left, bottom, right, top = _turned(
                turns, min(before[0], x), min(before[1], y), max(before[0], x), max(before[1], y)
            )
            if top - bottom < _SLANT and right - left >= _LEAST_RULE:
                yield Rule(False, (top + bottom) / 2, left, right)
            elif right - left < _SLANT and top - bottom >= _LEAST_RULE:
                yield Rule(True, (left + right) / 2, bottom, top)
        before = (x, y)


def _drawing(page: Any, result: Page, turns: int, check: Callable[[], object]) -> None:
    """Add the ruled lines of a page and count its pictures."""

    def visit(count: Any, get: Any, holder: Any, matrix: Any, depth: int) -> None:
        for index in range(count(holder)):
            if len(result.rules) > _MOST_RULES:
                return
            if not index % _EVERY:
                check()
            item = get(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                result.pictures += 1
                continue
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM):
                continue
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(item, ctypes.byref(own))
            whole = pdfium.PdfMatrix.from_raw(own).multiply(matrix)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                result.rules += _path_rules(item, whole, turns)
            elif depth < _DEEPEST:
                visit(
                    raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, item, whole, depth + 1
                )

    visit(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page.raw, pdfium.PdfMatrix(), 0)
    if len(result.rules) > _MOST_RULES:
        result.rules = []


def read_page(document: Any, number: int, check: Callable[[], object] = bool) -> Page:
    """The page ``number``, counted from 0, of an open :class:`pypdfium2.PdfDocument`.

    ``check`` is called now and then, and may stop it by raising.
    """
    page = document[number]
    result = Page(number)
    try:
        turns = _glyphs(page, result, check)
        _drawing(page, result, turns, check)
    finally:
        page.close()
    return result
