"""Ruled tables on a page: which lines make a grid, and which glyphs stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from plans.documents.grid import Cell, Row
from plans.documents.pdf.lines import Table, plain_lines
from plans.documents.pdf.pages import Glyph, Rule

_NEAR = 3.0
_LEAST_SIZE = 20.0


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces or twice, each once."""
    by_place: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (r.upright, r.position)):
        last = by_place[-1] if by_place else None
        if last and last[0].upright == rule.upright and rule.position - last[-1].position <= _NEAR:
            last.append(rule)
        else:
            by_place.append([rule])
    merged: list[Rule] = []
    for together in by_place:
        position = sum(r.position for r in together) / len(together)
        start, end = float("inf"), float("-inf")
        for rule in sorted(together, key=lambda r: r.start):
            if rule.start > end + _NEAR and end > start:
                merged.append(Rule(rule.upright, position, start, end))
                start, end = rule.start, rule.end
            start, end = min(start, rule.start), max(end, rule.end)
        merged.append(Rule(together[0].upright, position, start, end))
    return merged


def _meet(across: Rule, upright: Rule) -> bool:
    return (
        upright.start - _NEAR <= across.position <= upright.end + _NEAR
        and across.start - _NEAR <= upright.position <= across.end + _NEAR
    )


def _grids(rules: list[Rule]) -> list[list[Rule]]:
    """The lines that hang together."""
    across = [r for r in rules if not r.upright]
    groups: list[list[Rule]] = []
    for upright in (r for r in rules if r.upright):
        touched = [line for line in across if _meet(line, upright)]
        joined = [g for g in groups if any(line in g for line in touched)]
        whole = [upright, *touched, *(r for g in joined for r in g if r not in touched)]
        groups = [g for g in groups if g not in joined] + [whole]
    return groups


class _Grid:
    """The slots between the lines of one table, joined where no line parts them."""

    def __init__(self, rules: list[Rule]) -> None:
        self.upright = [r for r in rules if r.upright]
        self.across = [r for r in rules if not r.upright]
        self.xs = sorted({r.position for r in self.upright})
        self.ys = sorted({r.position for r in self.across}, reverse=True)
        if self.across:
            low, high = min(r.start for r in self.across), max(r.end for r in self.across)
            if self.xs and low < self.xs[0] - _LEAST_SIZE:  # tables without lines at their sides
                self.xs.insert(0, low)
            if self.xs and high > self.xs[-1] + _LEAST_SIZE:
                self.xs.append(high)
        self.root: dict[tuple[int, int], tuple[int, int]] = {}

    @property
    def is_table(self) -> bool:
        """Whether it has two columns and two rows, or more columns; else it is a frame."""
        return len(self.xs) > 2 and len(self.ys) > 1

    def _find(self, slot: tuple[int, int]) -> tuple[int, int]:
        while self.root.setdefault(slot, slot) != slot:
            slot = self.root[slot]
        return slot

    def _join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        a, b = sorted((self._find(one), self._find(other)))
        self.root[b] = a

    def merge(self) -> None:
        """Join the slots that no line parts."""
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                x = (self.xs[column] + self.xs[column + 1]) / 2
                y = (self.ys[row] + self.ys[row + 1]) / 2
                if column and not _parted(self.upright, self.xs[column], y):
                    self._join((row, column - 1), (row, column))
                if row and not _parted(self.across, self.ys[row], x):
                    self._join((row - 1, column), (row, column))

    def slot(self, glyph: Glyph) -> tuple[int, int] | None:
        """The joined slot that holds the middle of a glyph."""
        x = (glyph.left + glyph.right) / 2
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-y for y in self.ys], -glyph.middle) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self._find((row, column)) if inside else None

    def rows(self, held: dict[tuple[int, int], list[Glyph]]) -> list[Row]:
        """The rows of the table with the cells that begin in each."""
        covered: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                covered[self._find((row, column))].append((row, column))
        result: list[Row] = []
        for row in range(len(self.ys) - 1):
            line = Row()
            for column in range(len(self.xs) - 1):
                slots = covered.get((row, column))
                if slots:
                    wide = max(c for _, c in slots) - column + 1
                    high = max(r for r, _ in slots) - row + 1
                    right = self.xs[column + wide]
                    line.cells.append(
                        Cell(cell_text(held.get((row, column), []), right), wide, high)
                    )
            result.append(line)
        return result


def _parted(rules: list[Rule], position: float, middle: float) -> bool:
    return any(abs(r.position - position) <= _NEAR and r.start <= middle <= r.end for r in rules)


def cell_text(glyphs: Sequence[Glyph], right: float) -> str:
    """The words of a cell: wrapped lines joined, lines that its writer ended kept apart."""
    text, before = "", None
    for line in plain_lines(glyphs):
        if before is not None:
            room = right - before.right
            ended = abs(line.left - before.left) < 2 and room > line.first + 1.5 * line.size
            latin = text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii()
            text += "\n" if ended else " " if latin and line.text[0].isalpha() else ""
        text += line.text
        before = line
    return text


def find_tables(glyphs: list[Glyph], rules: list[Rule]) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page, and the glyphs that stand in none."""
    tables: list[Table] = []
    for lines in _grids(_merged(rules)):
        grid = _Grid(lines)
        if not grid.is_table:
            continue
        grid.merge()
        held: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        rest: list[Glyph] = []
        for glyph in glyphs:
            slot = grid.slot(glyph)
            (rest if slot is None else held[slot]).append(glyph)
        if len(held) < 2:
            continue
        glyphs = rest
        bounds = (grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0])
        tables.append(Table(grid.rows(held), tuple(grid.xs), *bounds))
    return tables, glyphs
