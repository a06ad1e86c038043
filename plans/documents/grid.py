"""Tables with merged cells: each cell in every column and row that it covers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.documents.document import Builder, Span

#: A page that claims wider or higher cells is wrong or hostile.
MOST_SPAN = 200
_COUNTED = re.compile(r"\d+(?:[.,]\d+)?\s*$|(?:19|20)\d\d\s*[-—–~至]")

#: The end of a sentence, or of a paragraph that another follows.
_RUNNING = re.compile(r"[。；！？\n]")


@dataclass
class Cell:
    """The words of one cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass
class Row:
    """The cells that begin in a row, in order; ``heading`` where the file says so."""

    cells: list[Cell] = field(default_factory=list)
    heading: bool = False


def _within(count: int) -> int:
    return min(max(count, 1), MOST_SPAN)


def _counts(row: Row) -> bool:
    return any(_COUNTED.match(cell.text.strip()) for cell in row.cells)


def _title_row(rows: list[Row]) -> int | None:
    """The number of the heading row, where the file marks none: first and without counts."""
    if any(row.heading for row in rows) or not any(map(_counts, rows)):
        return None
    for number, row in enumerate(rows):
        if len({cell.text.strip() for cell in row.cells} - {""}) > 1:
            return None if _counts(row) else number
    return None


def _is_frame(rows: list[Row]) -> bool:
    """Whether a table of one column only frames running text, as the boxes of plans do."""
    return all(len(row.cells) <= 1 for row in rows) and any(
        _RUNNING.search(cell.text) for row in rows for cell in row.cells
    )


def add_table(builder: Builder, table: Iterable[Row]) -> None:
    """Append the rows of a table, each with as many cells as columns.

    A table that only frames running text is written as its paragraphs. A cell that covers several
    columns or rows stands in each of them by its one span; its words are written once.
    Rows whose words all stand in earlier ones are not written.
    """
    rows = list(table)
    if _is_frame(rows):
        for row in rows:
            for part in (line for cell in row.cells for line in cell.text.split("\n")):
                builder.add("paragraph", part)
        return
    title = _title_row(rows)
    hanging: dict[int, tuple[int, Span]] = {}  # column: rows it still covers, where it stands
    for number, row in enumerate(rows):
        laid: list[str | Span | None] = []
        begun: list[tuple[int, Cell]] = []
        waiting = deque(row.cells)
        while waiting or len(laid) in hanging:
            if len(laid) in hanging:
                laid.append(hanging[len(laid)][1])
                continue
            cell = waiting.popleft()
            begun.append((len(laid), cell))
            laid += [cell.text, *[None] * (_within(cell.columns) - 1)]
        hanging = {c: (left - 1, span) for c, (left, span) in hanging.items() if left > 1}
        spans = builder.add_row(laid, heading=row.heading or number == title)
        for column, cell in begun:
            if spans and _within(cell.rows) > 1:
                for covered in range(column, column + _within(cell.columns)):
                    hanging[covered] = (_within(cell.rows) - 1, spans[column])
