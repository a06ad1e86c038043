"""A text in its parts: headings, paragraphs, list items, rows of tables, each folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from plans.reading.text.folding import Folded, fold
from plans.reading.text.source import Document

_PAGE_MARK = re.compile(
    r"[-—–―·.\s]*(?:第?\d{1,4}页?(?:[,/]?共\d{1,4}页)?|[ivxIVX]{1,5})[-—–―·.\s]*$|第\d{1,4}页.{0,8}$"
)
#: A page's number in ASCII: between dashes, or alone, as what a table has in a cell may be too.
_ASCII_PAGE = re.compile(r"\s*(?P<dashes>-{1,2}\s*\d{1,4}\s*-{1,2})\s*|\s*\d{1,4}\s*", re.ASCII)
_PAGE_SPLIT = re.compile(r"\r\n|[\n\r\f\x0b\u2028\u2029]|#p#[^#\n]{0,20}#e#")
_MARKERS = (
    re.compile(r"第[一二三四五六七八九十百]+[章编篇]"),
    re.compile(r"第[一二三四五六七八九十百]+节"),
    re.compile(r"[一二三四五六七八九十]{1,3}(?:、|\.)"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(
        r"\d{1,2}(?:\.\d{1,2}){0,2}(?:\.|、)(?=\D)|\d{3,4}[.、](?=[\u4e00-\u9fffGS《])|\d{1,2}\.\d{1,2}(?=[\u4e00-\u9fff])(?!公里|千米|米|万|亿|元|吨|倍|个)"
    ),
    re.compile(r"\(\d{1,2}\)(?=\D)|\d{1,2}\)"),
    re.compile(r"[●■◆▲★•◇○□▪☆※·]|[a-zA-Z][.、](?=[\u4e00-\u9fff])"),
)
_CIRCLED = re.compile(r"[①-⑳]")
_TABLE = re.compile(r"[|│┃\t]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_RULE = re.compile(r"[\s|│┃┏┓┗┛┠┨┯┷┼─━┌┐└┘├┤┬┴+=:\-—–]*$")
_COLUMN = re.compile(r"\s{2,}|\t|[|│┃]")
#: The number of a row, a space behind it: 12 云泽至青岚铁路.
_ORDINAL = re.compile(
    r"(?:(?<=\s)|(?<=[)）;；。、]))(?P<after>\d{1,3})[ \u3000]+(?=[\u4e00-\u9fffGS《“])"
    r"(?!年|月|日|号|个|条|座|项|处|千|万|亿|米|公里|公顷|家|名|人|次|吨|元|期|批|度|车道|小时|分钟|位|亩|标|月)"
)
#: A cell of a span of years, or of a number.
_FIGURES = re.compile(r"(?:19|20)\d\d年?[—\-~–](?:19|20)\d\d年?$|\d[\d.,]*$")
_LONGEST_ROW = 80
#: The share of the longest line that a line must have to go on, and of such lines in a text.
_FULL = 0.8
_EVEN = 0.25
_LEAST_WIDE = 16
#: A paragraph ends after so many characters, whatever follows.
_LONGEST_PARAGRAPH = 10_000
_MARKS = ",;、。"
#: 续建铁路: on a line of its own.
_LABEL = re.compile(r"[^,。;:、]{2,16}:$")
_SHORTEST_LIST = 3
_ENDS = tuple("。!?;:")
_NOISE_HEAD = re.compile(r"[\w().]*$", re.ASCII)
_KEPT_HEAD = re.compile(r"(?:\(\d{1,2}\)|\(|\d{1,2}\.|[GS]\d{1,4}|\d{4}|\d{1,2})$")
#: Single letters, digits and signs strewn with spaces, as copies of forums carry them.
_NOISE = re.compile(r"(?:^|\s)\S{0,2}\s\S{1,2}(?:\s|$)|[~!@#$%^&*_+=\\{}<>?;\"'`|]\s?\w")
_LONGEST_HEADING = 30
_HEADING_WORDS = re.compile(r"^(?:专栏|附表|附件|表)\s*\d*")


@dataclass
class Unit:
    """A part of a document; ``level`` of its number, 0 where it has none."""

    folded: Folded
    kind: str  # heading, paragraph, item, row
    level: int = 0
    cells: list[Folded] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words as folded."""
        return self.folded.text

    @property
    def body(self) -> int:
        """Where its words begin, past its number."""
        return next((m.end() for marker in _MARKERS if (m := marker.match(self.text))), 0)


@lru_cache(maxsize=1024)
def level(text: str) -> int:
    """How deep the number that ``text`` begins with stands, 1 the highest; 0 for none."""
    for depth, marker in enumerate(_MARKERS, 1):
        if marker.match(text):
            return depth
    return 0


@lru_cache(maxsize=1024)
def is_heading(text: str) -> bool:
    """Whether a line of its own only says what follows."""
    if (
        _HEADING_WORDS.match(text)
        and len(text) <= _LONGEST_HEADING
        and not re.search("[。;:]", text)
    ):
        return True
    return bool(level(text)) and len(text) <= _LONGEST_HEADING and not re.search(r"[,。;]", text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _PAGE_SPLIT.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    yield begin, end


def _without_noise(line: str) -> tuple[int, int]:
    """The part of a line without random ASCII before its first and after its last word."""
    first = next((i for i, c in enumerate(line) if not c.isascii()), None)
    if first is None:
        return 0, 0
    begin = 0
    head = line[:first]
    if head.strip() and not _NOISE_HEAD.match(head.strip()):
        kept = _KEPT_HEAD.search(head)
        begin = kept.start() if kept else first
    last = max(i for i, c in enumerate(line) if not c.isascii())
    tail = line[last + 1 :]
    if not _NOISE.search(tail):
        return begin, len(line)
    closing = tail.startswith(")") and line[begin:last].count("(") > line[begin : last + 1].count(
        ")"
    )
    return begin, last + 1 + closing


def _cells(text: str, start: int, end: int) -> list[Folded] | None:
    """The cells of a line that is the row of a table; none for other lines."""
    line = text[start:end]
    if not _HAN.search(line):
        return None
    if _TABLE.search(line[slice(*_without_noise(line))]):
        pattern = re.compile(r"[|│┃\t]")
    else:
        fields = line.split()
        figures = any(_FIGURES.match(field) for field in fields[2:])
        marks = "[,。;，；：:]" if figures else "[,。;，；、：:]"
        if len(fields) < 4 or re.search(marks, line) or not fields[0].isdigit():
            return None
        pattern = re.compile(r"\s+")
    cells, begin = [], start
    for match in pattern.finditer(text, start, end):
        cells.append(fold(text, begin, match.start()))
        begin = match.end()
    cells.append(fold(text, begin, end))
    filled = [cell for cell in cells if cell.text]
    return cells if len(filled) >= 2 or (len(cells) > 2 and filled) else None


def numbered(line: str) -> list[tuple[int, int]]:
    """Where the rows of a list stand whose numbers a space parts from them; none in other lines.

    One row that fills its line, or several in one line, numbered one after the other.
    """
    found = list(_ORDINAL.finditer(" " + line))
    runs = [m for n, m in enumerate(found) if not n or _follows(found[n - 1], m)]
    if len(runs) >= _SHORTEST_LIST and len(runs) == len(found):
        ends = [m.start() - 1 for m in found[1:]] + [len(line)]
        rows = [(m.end() - 1, end) for m, end in zip(found, ends, strict=True)]
        return [(0, found[0].start() - 1), *rows] if line[: found[0].start() - 1].strip() else rows
    own = [m for m in found if not line[: m.start() - 1].strip()]
    if own and len(line) <= _LONGEST_ROW and "。" not in line:
        return [(own[0].end() - 1, len(line))]
    return []


def _follows(before: re.Match[str], one: re.Match[str]) -> bool:
    return int(one["after"]) == int(before["after"]) + 1


def _join(parts: list[Folded]) -> Folded:
    return Folded("".join(p.text for p in parts), tuple(o for p in parts for o in p.origin))


@dataclass
class _Line:
    """A line of a text, or a row of a list that stands in one; ``cells`` of a table's row."""

    folded: Folded
    cells: list[Folded] | None = None
    row: bool = False
    page: bool = False  # whether it is but a number, such as pages have


class _Paragraph:
    """The lines that were put together so far, and what there is in them."""

    def __init__(self, lines: Sequence[Folded] = ()) -> None:
        self.lines: list[Folded] = []
        self.length = self.open = 0
        self.prose = False
        for line in lines:
            self.add(line)

    def add(self, line: Folded) -> None:
        """One more line, which has words."""
        self.lines.append(line)
        self.length += len(line.text)
        self.open += line.text.count("(") - line.text.count(")")
        self.prose = self.prose or any(mark in line.text for mark in _MARKS)

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(line.text for line in self.lines)

    @property
    def last(self) -> str:
        """The words of its last line."""
        return self.lines[-1].text

    @property
    def is_heading(self) -> bool:
        """Whether it only says what follows."""
        return self.length <= _LONGEST_HEADING and is_heading(self.text)

    def is_named(self) -> bool:
        """Whether it ends in brackets behind words without a mark: 云泽至青岚铁路(续建,2023年)."""
        if not self.last.endswith(")"):
            return False
        return not any(mark in _IN_BRACKETS.sub("", self.text) for mark in _MARKS)

    def is_full(self, wide: int) -> bool:
        """Whether its last line reaches as far as lines do that go on."""
        return len(self.last) >= _FULL * wide and wide >= _LEAST_WIDE


def _text_lines(text: str) -> Iterator[_Line]:
    for start, end in _lines(text, 0, len(text)):
        raw = text[start:end]
        if _RULE.match(raw):
            yield _Line(Folded("", ()))
            continue
        if number := _ASCII_PAGE.fullmatch(raw):
            yield _Line(
                Folded("", ()) if not number["dashes"] else fold(text, start, end), page=True
            )
            continue
        cells = _cells(text, start, end)
        if not cells and (pieces := numbered(raw)):
            for first, last in pieces:
                yield _Line(fold(text, start + first, start + last), row=True)
            continue
        begin, stop = (0, len(raw)) if cells else _without_noise(raw)
        yield _Line(fold(text, start + begin, start + stop), cells)


def text_units(text: str) -> Iterator[Unit]:
    """The parts of a text that has only lines: what was one paragraph is put together again."""
    lines = list(_text_lines(text))
    titles = {
        t for t, n in Counter(line.folded.text for line in lines).items() if n > 1 and len(t) > 4
    }
    wide = _width([len(x.folded.text) for x in lines if x.cells is None])
    parts = _Paragraph()
    broken_by_page = numbered_page = blank = False
    for line in lines:
        folded, cells = line.folded, line.cells
        if not folded.text:
            numbered_page = numbered_page or line.page
            blank = True
            continue
        if cells is None and _PAGE_MARK.match(folded.text):
            broken_by_page = True
            continue
        if broken_by_page and folded.text in titles:
            continue
        if parts.lines and (
            line.row
            or parts.length > _LONGEST_PARAGRAPH
            or not _continues(
                parts,
                folded,
                cells,
                blank=blank,
                page=broken_by_page or (numbered_page and parts.is_full(wide)),
                wide=wide,
            )
        ):
            yield _unit(_join(parts.lines))
            parts = _Paragraph()
        blank = broken_by_page = numbered_page = False
        if cells is not None:
            yield Unit(folded, "row", cells=cells)
        else:
            parts.add(folded)
    if parts.lines:
        yield _unit(_join(parts.lines))


def _width(lengths: list[int]) -> int:
    """How long a line is that goes on; 0 where few are: a list, whose lines end where they end."""
    wide = max(lengths, default=0)
    filled = [length for length in lengths if length]
    full = sum(length >= _FULL * wide for length in filled)
    return wide if full >= _EVEN * len(filled) else 0


def _continues(
    parts: _Paragraph,
    folded: Folded,
    cells: list[Folded] | None,
    *,
    blank: bool,
    page: bool,
    wide: int,
) -> bool:
    """Whether a line goes on with the paragraph before it."""
    if cells is not None or level(folded.text) or _CIRCLED.match(folded.text):
        return False
    if parts.last.endswith(_ENDS) or _HEADING_WORDS.match(folded.text) or _LABEL.match(folded.text):
        return False
    if page or parts.open > 0:
        return True
    if blank:
        return False
    if parts.is_named():
        return folded.text[0] in ",、。;)"  # 云泽至青岚铁路(续建,2023年建成)
    if parts.is_heading:
        return parts.is_full(wide)
    return parts.is_full(wide) or parts.prose or folded.text[0] in ",、。;)"


def _unit(folded: Folded) -> Unit:
    depth = level(folded.text)
    if is_heading(folded.text) or _LABEL.match(folded.text):
        return Unit(folded, "heading", depth)
    return Unit(folded, "item" if depth else "paragraph", depth)


_KINDS = {"heading": "heading", "list_item": "item", "paragraph": "paragraph"}


def units(document: Document | str) -> Iterator[Unit]:
    """The parts of a document as its reader found them, or of a bare text."""
    if isinstance(document, str):
        yield from text_units(document)
        return
    for block in document.blocks:
        if block.kind in ("table_row", "cell_row"):
            cells = [fold(document.text, start, end) for start, end in block.cells]
            yield Unit(fold(document.text, block.start, block.end), "row", cells=cells)
        elif block.kind in _KINDS:
            pieces = numbered(document.text[block.start : block.end])
            for first, last in pieces or [(0, block.end - block.start)]:
                folded = fold(document.text, block.start + first, block.start + last)
                if folded.text:
                    unit = _unit(folded)
                    if unit.kind == "paragraph":
                        unit.kind = _KINDS[block.kind]
                    yield unit
