"""From glyphs to lines, and from lines to reading order: columns one after another."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise
from statistics import median

from plans.documents.grid import Row
from plans.documents.pdf.pages import Glyph

#: Gaps in em: between words in Latin letters; between what may be two columns.
_WORD_GAP, _COLUMN_GAP = 0.2, 0.9
_RAISED = 0.8  # signs of footnotes are smaller than this share of their line
_LEAST_ROWS = 4  # a column has so many lines at least,
_LEAST_AGAIN = 2  # one beside a gutter that longer columns have shown so many,
_LEAST_EMS = 7  # is so wide,
_LEAST_FILL = 0.5  # and its lines fill so much of it,
_FULL = 0.6  # all but this share of them: paragraphs of two lines end in many a short one.
_STEP = 4.0
_DEEPEST = 3
#: How much glyphs of one line differ in height and size, and those printed twice for bold.
_ALIKE, _TWICE = 0.1, 0.2
_OPENERS, _CLOSERS = "（《“‘(〔【", "，、。；：！？）》”’,;:!?)〕】%"
_FIRST_CJK = "\u2e80"
_SIGN = re.compile(r"[\d*①-⑳\[\]〔〕［］]")


@dataclass
class Line:
    """A printed line, its parts between wide gaps, and the width of its ``first`` word."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    first: float
    segments: tuple[str, ...]


@dataclass
class Table:
    """A ruled table; ``columns`` the places of its upright lines."""

    rows: list[Row]
    columns: tuple[float, ...]
    left: float
    bottom: float
    right: float
    top: float


Part = Line | Table


@dataclass
class _Band:
    """What stands at one height: glyphs from left to right, or one table."""

    bottom: float
    top: float
    glyphs: list[Glyph]
    table: Table | None = None
    taken: list[tuple[float, float, str]] = field(default_factory=list)

    def overlapped(self, glyph: Glyph) -> str | None:
        """What stands already where ``glyph`` does; None where nothing does."""
        if not self.taken or glyph.left >= self.taken[-1][1]:
            return None  # most come from left to right
        index = bisect_left(self.taken, (glyph.left, glyph.right, ""))
        for left, right, text in self.taken[max(index - 1, 0) : index + 1]:
            shared = min(right, glyph.right) - max(left, glyph.left)
            if shared > 0.5 * min(right - left, glyph.right - glyph.left):
                return text
        return None

    def add(self, glyph: Glyph) -> None:
        """Take a glyph in, once where it is printed twice for bold."""
        if self.overlapped(glyph) is not None:
            return
        self.glyphs.append(glyph)
        insort(self.taken, (glyph.left, glyph.right, glyph.text))

    def distance(self, glyph: Glyph) -> float:
        """How much a glyph differs from the first one in size and height."""
        first = self.glyphs[0]
        return abs(first.middle - glyph.middle) + abs(first.size - glyph.size)

    def spans(self) -> list[tuple[float, float]]:
        """From where to where something stands, gaps as wide as a gutter left out."""
        if self.table:
            return [(self.table.left, self.table.right)]
        result: list[tuple[float, float]] = []
        for glyph in self.glyphs:
            if result and glyph.left - result[-1][1] < _COLUMN_GAP * glyph.size:
                result[-1] = (result[-1][0], max(result[-1][1], glyph.right))
            else:
                result.append((glyph.left, glyph.right))
        return result


def _band_of(glyph: Glyph, last: list[_Band]) -> _Band | None:
    """The one of the ``last`` bands that a glyph stands in; None for the first of a new one.

    Where two lines are printed over each other, each glyph goes to the one most like it.
    """
    nearest: _Band | None = None
    least = float("inf")
    for band in reversed(last):
        shared = min(band.top, glyph.top) - max(band.bottom, glyph.bottom)
        if shared < 0.5 * min(band.top - band.bottom, glyph.size):
            continue
        there = band.overlapped(glyph)
        distance = band.distance(glyph)
        if there is not None and (there != glyph.text or distance > _TWICE * glyph.size):
            continue
        if distance < _ALIKE * glyph.size:
            return band
        if distance < least:
            nearest, least = band, distance
    return nearest


def _bands(glyphs: Sequence[Glyph], tables: Sequence[Table]) -> list[_Band]:
    """Glyphs whose heights overlap by half, from the top of the page down."""
    bands: list[_Band] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.middle, g.left)):
        band = _band_of(glyph, bands[-3:])
        if band is None:
            band = _Band(glyph.bottom, glyph.top, [])
            bands.append(band)
        band.add(glyph)
    for band in bands:
        band.glyphs.sort(key=lambda g: g.left)
    bands += [_Band(t.bottom, t.top, [], t) for t in tables]
    return sorted(bands, key=lambda b: -(b.top + b.bottom))


def _glue(before: Glyph, glyph: Glyph) -> str:
    gap = (glyph.left - before.right) / max(glyph.size, 1.0)
    if gap >= _COLUMN_GAP:
        return " "
    both_latin = before.text.isascii() and glyph.text.isascii()
    return " " if both_latin and gap > _WORD_GAP else ""


def _is_raised(glyph: Glyph, size: float, middle: float) -> bool:
    return glyph.size < _RAISED * size and glyph.middle > middle and bool(_SIGN.match(glyph.text))


def _without_signs(glyphs: list[Glyph], size: float) -> list[Glyph]:
    """A line without the raised signs of footnotes behind Chinese words."""
    middle = median(g.middle for g in glyphs)
    kept: list[Glyph] = []
    for glyph in glyphs:
        behind_latin = kept and kept[-1].text.isascii() and kept[-1].text.isalpha()
        if not kept or behind_latin or not _is_raised(glyph, size, middle):
            kept.append(glyph)
    return kept


def _first_word(glyphs: list[Glyph]) -> int:
    """How many glyphs at the beginning of a line cannot be parted by the end of a line."""
    count = 0
    while count < len(glyphs) - 1 and glyphs[count].text in _OPENERS:
        count += 1
    start = count
    while count < len(glyphs) and glyphs[count].text < _FIRST_CJK and glyphs[count].text.isalnum():
        count += 1
    count = max(count, start + 1)
    while count < len(glyphs) and glyphs[count].text in _CLOSERS:
        count += 1
    return count


def make_line(glyphs: list[Glyph]) -> Line:
    """One line of glyphs that stand from left to right."""
    size = median(g.size for g in glyphs)
    glyphs = _without_signs(glyphs, size)
    pieces, cuts = [glyphs[0].text], [0]
    for before, glyph in pairwise(glyphs):
        glue = _glue(before, glyph)
        if glue and (glyph.left - before.right) >= _COLUMN_GAP * max(glyph.size, 1.0):
            cuts.append(len(pieces))
        pieces.append(glue + glyph.text)
    ends = [*cuts[1:], len(pieces)]
    word = _first_word(glyphs)
    return Line(
        text="".join(pieces),
        left=glyphs[0].left,
        bottom=min(g.bottom for g in glyphs),
        right=glyphs[-1].right,
        top=max(g.top for g in glyphs),
        size=size,
        first=glyphs[word - 1].right - glyphs[0].left,
        segments=tuple("".join(pieces[a:b]).strip() for a, b in zip(cuts, ends, strict=True)),
    )


def plain_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a part of a page that has one column, such as a cell."""
    return [make_line(band.glyphs) for band in _bands(glyphs, ())]


def _sides(spans: list[tuple[float, float]], x: float) -> tuple[bool, bool] | None:
    """Whether a band stands left and right of ``x``; None where it crosses."""
    if any(left < x < right for left, right in spans):
        return None
    return spans[0][0] < x, spans[-1][1] > x


def _zones(sides: list[tuple[bool, bool] | None], least: int) -> list[tuple[int, int]]:
    """Runs of bands that leave the gutter free and have ``least`` lines on both sides of it."""
    zones, start = [], 0
    for end in range(len(sides) + 1):
        if end < len(sides) and sides[end] is not None:
            continue
        inside = [s for s in sides[start:end] if s]
        both = min(sum(left for left, _ in inside), sum(right for _, right in inside))
        if both >= least:
            zones.append((start, end))
        start = end + 1
    return zones


def _fills(bands: list[_Band], x: float) -> bool:
    """Whether both sides of a gutter hold running text and not the columns of a table."""
    for low, high in ((-float("inf"), x), (x, float("inf"))):
        lines = [[g for g in band.glyphs if low <= g.left and g.right <= high] for band in bands]
        lines = [line for line in lines if line]
        if not lines:
            return False
        widths = [line[-1].right - line[0].left for line in lines]
        whole = max(line[-1].right for line in lines) - min(line[0].left for line in lines)
        size = median(line[0].size for line in lines)
        filled = sorted(widths)[int(_FULL * len(widths))]
        if whole < _LEAST_EMS * size or filled < _LEAST_FILL * whole:
            return False
    return True


def _free_places(
    spans: list[list[tuple[float, float]]], low: float, high: float
) -> Iterator[float]:
    """Places off the edges that enough bands leave free."""
    count = int((high - low) / _STEP) + 2
    changes = [0] * (count + 1)
    for left, right in chain.from_iterable(spans):
        # What covers the whole of a step covers the place at its beginning.
        changes[int((left - low) / _STEP) + 1] += 1
        changes[int((right - low) / _STEP) + 1] -= 1
    for step, crossed in enumerate(accumulate(changes)):
        x = low + step * _STEP
        inside = low + 0.15 * (high - low) <= x < high - 0.15 * (high - low)
        if inside and len(spans) - crossed >= _LEAST_ROWS:
            yield x


Gutter = tuple[float, list[tuple[int, int]]]


def _gutter(bands: list[_Band], known: list[float]) -> Gutter | None:
    """Where lines leave a strip free between two columns, and in which runs of bands.

    Where most lines show one, its place is added to ``known``; at a known place few lines do.
    """
    spans = [band.spans() for band in bands]
    if not spans:
        return None
    x = _sure_gutter(bands, spans)
    if x is not None:
        known.append(x)
    for place in known[-1:] if x is not None else dict.fromkeys(reversed(known)):
        zones = _zones([_sides(s, place) for s in spans], _LEAST_AGAIN)
        kept = [(a, b) for a, b in zones if _fills(bands[a:b], place)]
        if kept:
            return place, kept
    return None


def _sure_gutter(bands: list[_Band], spans: list[list[tuple[float, float]]]) -> float | None:
    """Where most lines leave a strip free between two columns that are long enough."""
    if len(bands) < _LEAST_ROWS:
        return None
    low = min(s[0][0] for s in spans)
    high = max(s[-1][1] for s in spans)
    best: tuple[int, float, list[tuple[int, int]]] | None = None
    for x in _free_places(spans, low, high):
        zones = _zones([_sides(s, x) for s in spans], _LEAST_ROWS)
        held = sum(end - start for start, end in zones)
        if zones and (best is None or held > best[0]):
            best = (held, x, zones)
    if best is None:
        return None
    return best[1] if any(_fills(bands[a:b], best[1]) for a, b in best[2]) else None


def _half(bands: list[_Band], x: float, right: bool) -> tuple[list[Glyph], list[Table]]:
    glyphs = [g for b in bands for g in b.glyphs if (g.left >= x) == right]
    tables = [b.table for b in bands if b.table and (b.table.left >= x) == right]
    return glyphs, tables


def columns(
    glyphs: Sequence[Glyph],
    tables: Sequence[Table],
    known: list[float] | None = None,
    depth: int = 0,
) -> list[list[Part]]:
    """The lines and tables of a page in reading order, a list for each column.

    ``known`` holds where columns were parted on pages before, and gets what this one shows.
    """
    known = [] if known is None else known
    bands = _bands(glyphs, tables)
    result: list[list[Part]] = []

    def single(some: list[_Band]) -> None:
        if some:
            result.append([b.table or make_line(b.glyphs) for b in some])

    gutter = _gutter(bands, known) if depth < _DEEPEST else None
    if gutter is None:
        single(bands)
        return result
    x, zones = gutter
    done = 0
    for start, end in zones:
        single(bands[done:start])
        for right in (False, True):
            result += columns(*_half(bands[start:end], x, right), known, depth + 1)
        done = end
    single(bands[done:])
    return result
