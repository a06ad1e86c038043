"""What stands on pages beside the text: running heads, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from plans.documents.pdf.lines import Line, Part

_PAGE_NUMBER = re.compile(
    r"[\s\-—–―·•.|/]*(?:第\s*)?(?:\d{1,4}|[ivxlIVXL]{1,6})\s*页?"
    r"(?:\s*(?:[/,，]\s*共?|共)\s*\d{1,4}\s*页?)?[\s\-—–―·•.|/]*"
)
#: What a browser prints below a page: its address, with the page's number or without.
_ADDRESS = re.compile(r"\s*(?:https?|file)://\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?\s*")
_NOTE = re.compile(
    r"\s*(?:[①-⑳]|\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|\d{1,2}(?=[^\d.,、)）年月日]))"
)
_DIGITS = re.compile(r"\d+")
_SMALL = 0.92
_EDGE = 2  # so many lines at the top and the bottom of a page may be running heads
_SAME_HEIGHT = 4.0
_OUTER, _FAR = 4.0, 2.0  # times the size of letters


@dataclass
class Sheet:
    """One page: its columns in reading order, then what was set apart."""

    number: int
    columns: list[list[Part]]
    heads: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def edges(self) -> list[Line]:
        """The first and last lines by height."""
        parts = sorted((p for c in self.columns for p in c), key=lambda p: -p.top)
        lines = [part for part in parts if isinstance(part, Line)]
        outer = [x for x in lines[:_EDGE] if parts[0].top - x.top < _OUTER * x.size]
        low = min((part.bottom for part in parts), default=0.0)
        outer += [
            x
            for x in lines[-_EDGE:]
            if x.bottom - low < _OUTER * x.size and not any(x is other for other in outer)
        ]
        return outer

    def stands_off(self, line: Line) -> float:
        """How far an outer line is from the rest of the page; infinite where nothing else is."""
        rest = [p for c in self.columns for p in c if p is not line]
        return min(
            (max(p.bottom - line.top, line.bottom - p.top) for p in rest), default=float("inf")
        )

    def remove(self, gone: list[Line]) -> None:
        """Take lines out of the columns."""
        out = {id(line) for line in gone}
        self.columns = [
            c for column in self.columns if (c := [p for p in column if id(p) not in out])
        ]


def _key(line: Line) -> str:
    return _DIGITS.sub("0", re.sub(r"\s", "", line.text))


def set_heads_apart(sheets: list[Sheet], body_size: float) -> None:
    """Move running heads and page numbers to ``heads``.

    They recur at the same height of several pages, or are small and far from the text.
    """
    heights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    edges = {sheet.number: sheet.edges() for sheet in sheets}
    for sheet in sheets:
        for line in edges[sheet.number]:
            heights[_key(line)].append((sheet.number, line.top))
    least = 2 if len(sheets) <= 4 else 3
    for sheet in sheets:
        heads = []
        for line in edges[sheet.number]:
            pages = {n for n, top in heights[_key(line)] if abs(top - line.top) < _SAME_HEIGHT}
            small = line.size < _SMALL * body_size and not _NOTE.match(line.text)
            far = small and _FAR * body_size < sheet.stands_off(line) < float("inf")
            beside = _PAGE_NUMBER.fullmatch(line.text) or _ADDRESS.fullmatch(line.text)
            if len(pages) >= least or far or beside:
                heads.append(line)
        sheet.heads = [line.text for line in heads]
        sheet.remove(heads)


def set_notes_apart(sheet: Sheet, body_size: float) -> None:
    """Move footnotes, small lines at a page's foot that begin with a sign, to ``notes``."""
    for column in sheet.columns:
        first = len(column)
        for number in range(len(column) - 1, -1, -1):
            part = column[number]
            if not isinstance(part, Line) or part.size > _SMALL * body_size:
                break
            if _NOTE.match(part.text):
                first = number
        notes = [part for part in column[first:] if isinstance(part, Line)]
        for line in notes:
            if _NOTE.match(line.text) or not sheet.notes:
                sheet.notes.append(line.text)
            else:
                sheet.notes[-1] += line.text
        del column[first:]
