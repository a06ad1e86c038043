"""A document as its reader hands it over: the text, and what each part of it is."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from plans.documents.refusals import NOTES, refusal
from plans.limits import LIMITS, Limits
from plans.radicals import mend

_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
#: Signs that print nothing and would break a table or a page, one for one.
_UNPRINTABLE = {
    **{code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)},
    **dict.fromkeys(range(55296, 57344), "�"),
    **{ord(sign): "\n" for sign in _LINE_ENDS},
}

Kind = Literal["heading", "paragraph", "list_item", "table_row", "footnote", "header"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a document.

    ``start`` and ``end`` count code points of the document's text, half-open. The ``cells`` of a
    table row are spans of the same kind, one a grid column: a cell that covers several columns or
    rows stands in each, with the same span. ``heading`` marks a table's heading row.
    """

    kind: Kind
    start: int
    end: int
    cells: tuple[Span, ...] = ()
    heading: bool = False


@dataclass(frozen=True)
class Note:
    """Something about a document that its user should know, one sentence in each language."""

    zh: str
    en: str


def note(key: str, **values: object) -> Note:
    """The note whose words :data:`plans.documents.refusals.NOTES` has under ``key``."""
    zh, en = NOTES[key]
    return Note(zh.format(**values), en.format(**values))


@dataclass(frozen=True)
class Document:
    """``text`` in reading order, its ``blocks`` in order, ``kind`` of file, ``notes`` about it.

    The blocks of a bare text (``kind`` "text") are its lines, which need not be whole paragraphs.
    """

    text: str
    blocks: list[Block]
    kind: str
    notes: list[Note] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The text with running heads, navigation and footnotes blanked, of the same length."""
        pieces: list[str] = []
        position = 0
        for block in self.blocks:
            if block.kind in ("header", "footnote"):
                pieces += [self.text[position : block.start], " " * (block.end - block.start)]
                position = block.end
        return "".join([*pieces, self.text[position:]])


def plain(text: str) -> str:
    """``text`` with line feeds at all line ends, radicals mended, control characters blanked."""
    return mend(text.replace("\r\n", "\n")).translate(_UNPRINTABLE)


class Builder:
    """Puts a document together, part by part, within the limits.

    Parts are separated by line breaks and cells by tabs; characters that PDF printers write as
    radicals are mended one for one.
    """

    def __init__(self, name: str, *, limits: Limits = LIMITS) -> None:
        self.name = name
        self.limits = limits
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._pieces: list[str] = []
        self._length = 0
        self._bytes = 0
        self._placed = 0
        self._deadline = limits.deadline()

    def check_time(self) -> None:
        """AtlasError once reading has taken longer than the limit; whoever may stop it is heard."""
        self.limits.heed()
        if time.monotonic() > self._deadline:
            raise refusal(self.name, "too_slow", most=self.limits.seconds)

    def _write(self, text: str) -> Span:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        self._bytes += len(text.encode())
        if self._bytes > self.limits.text_bytes:
            raise refusal(self.name, "too_long", most=self.limits.text_mb)
        return start, self._length

    def add(self, kind: Kind, text: str) -> None:
        """Append a part; nothing when it has no words."""
        words = plain(text).strip()
        if not words:
            return
        if self._length:
            self._write("\n")
        self._append(Block(kind, *self._write(words)))

    def add_row(self, cells: Sequence[str | Span | None], *, heading: bool = False) -> list[Span]:
        """Append a table's row.

        A cell given as a span stands in an earlier row already (merged downwards), None is the
        cell before it once more (merged to the right).

        Returns
        -------
        list of span
            Where each cell stands; empty when the row has no words of its own.
        """
        words = [plain(c).strip() if isinstance(c, str) else c for c in cells]
        if not any(isinstance(w, str) and w for w in words):
            return []
        if self._length:
            self._write("\n")
        start, spans = self._length, list[Span]()
        for word in words:
            if isinstance(word, str):
                if self._length > start or spans:
                    self._write("\t")
                spans.append(self._write(word))
            else:
                spans.append(word or (spans[-1] if spans else (start, start)))
        self._placed += len(spans)
        if self._placed > self.limits.placed:
            most = self.limits.placed
            raise refusal(self.name, "too_many_cells", count=self._placed, most=most)
        self._append(Block("table_row", start, self._length, tuple(spans), heading))
        return spans

    def _append(self, block: Block) -> None:
        self.blocks.append(block)
        if len(self.blocks) > self.limits.blocks:
            raise refusal(self.name, "too_many_blocks", most=self.limits.blocks)
        self.check_time()

    def document(self, kind: str) -> Document:
        """What was put together."""
        return Document("".join(self._pieces), self.blocks, kind, self.notes)
