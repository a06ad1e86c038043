"""From the lines of columns to paragraphs, and from parts of tables to whole ones."""

from __future__ import annotations

from plans.documents.breaks import begins_numbered
from plans.documents.document import Builder, Kind
from plans.documents.grid import Cell, Row, add_table
from plans.documents.pdf.lines import Line, Part, Table

_LARGE = 1.15
_SAME_SIZE = 0.12
_LONGEST_HEADING = 40
_WIDE_PITCH = 1.1  # of the size, between the bottom of a line and the top of the next
_LEAST_TABLE_ROWS, _LEAST_CELLS = 3, 3
_SAME_COLUMNS = 6.0
_ENDS = tuple("。！？；：!?;")
_CLOSERS = tuple("，、。；：）》”,;:)")
_CAPTIONS = ("专栏", "附")
#: A column of so many lines shows by itself how far its lines reach.
SURE_LINES = 4
_TOTALS = ("小计", "合计", "总计", "共计")


class Flow:
    """Puts lines together to paragraphs, and the parts of tables that pages cut."""

    def __init__(self, builder: Builder, body_size: float, rights: dict[int, list[float]]) -> None:
        self.builder = builder
        self.body_size = body_size
        self.rights = rights
        self.lines: list[Line] = []
        self.text = ""
        self.table: Table | None = None

    def column(self, parts: list[Part]) -> None:
        """Add a column."""
        lines = [part for part in parts if isinstance(part, Line)]
        left = min((line.left for line in lines), default=0.0)
        right = max((line.right for line in lines), default=0.0)
        if len(lines) < SURE_LINES:
            known = self.rights.get(round(left / 10), [])
            right = next((edge for edge in known if edge >= right - 2), right)
        begun = True
        unruled = _unruled(parts)
        for part in parts:
            if isinstance(part, Table):
                self._end_paragraph()
                self._table(part)
            elif id(part) in unruled:
                self.end()
                rows = unruled[id(part)]
                add_table(self.builder, [Row(list(map(Cell, line.segments))) for line in rows])
            else:
                self._end_table()
                if self.lines and not self._continues(part, left, right, begun):
                    self._end_paragraph()
                self._append(part)
            begun = False

    def _append(self, line: Line) -> None:
        latin = self.text[-1:].isascii() and self.text[-1:].isalpha()
        glue = " " if self.text and latin and line.text[0].isascii() else ""
        self.text += glue + line.text
        self.lines.append(line)

    def _continues(self, line: Line, left: float, right: float, begun: bool) -> bool:
        """Whether a line goes on with the paragraph of the line before it.

        ``left`` and ``right`` bound its column; ``begun`` says that it begins a column, so that
        the line before it stood elsewhere and its own column's edge is not known to reach as far.
        """
        last = self.lines[-1]
        if abs(line.size - last.size) > _SAME_SIZE * last.size:
            return False
        if not begun and last.bottom - line.top > _WIDE_PITCH * max(line.size, last.size):
            return False
        if line.text.startswith(_CLOSERS):
            return True
        numbered = begins_numbered(line.text)
        indented = line.left > left + 1.2 * line.size
        if (
            last.size > _LARGE * self.body_size
            and not numbered
            and len(self.text) < _LONGEST_HEADING
        ):
            return not self.text.endswith(_ENDS) and not begins_numbered(self.text)
        if begun:
            ended = last.text.endswith(_ENDS)
            return not (ended or numbered or indented)
        full = right - last.right < line.first + 1.0 * line.size
        if last.text.endswith(_ENDS):
            return full and not indented and not numbered
        return full and not (numbered and indented)

    def _end_paragraph(self) -> None:
        if not self.lines:
            return
        size = self.lines[0].size
        kind: Kind = "paragraph"
        if size > _LARGE * self.body_size and len(self.text) <= _LONGEST_HEADING:
            kind = "paragraph" if "。" in self.text else "heading"
        elif begins_numbered(self.text) and not self.text.startswith(_CAPTIONS):
            kind = "list_item"
        self.builder.add(kind, self.text)
        self.lines, self.text = [], ""

    def _table(self, table: Table) -> None:
        if self.table and _same_columns(self.table, table):
            self.table.rows = _continued(self.table.rows, table.rows)
            return
        self._end_table()
        self.table = table

    def _end_table(self) -> None:
        if self.table:
            add_table(self.builder, self.table.rows)
        self.table = None

    def end(self) -> None:
        """Write what is being put together."""
        self._end_paragraph()
        self._end_table()


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs((a - one.left) - (b - other.left)) < _SAME_COLUMNS
        for a, b in zip(one.columns, other.columns, strict=True)
    )


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def _numbers_at(rows: list[Row]) -> int | None:
    """The column that counts the rows."""
    for column in (0, 1):
        cells = [row.cells[column].text for row in rows[1:] if len(row.cells) > column]
        if cells and sum(text.strip().isdigit() for text in cells) * 2 >= len(cells):
            return column
    return None


def _continued(rows: list[Row], more: list[Row]) -> list[Row]:
    """A table that goes on on the next page: its heading once, a row that the page cut whole."""
    if more and rows and _texts(more[0]) == _texts(rows[0]):
        more = more[1:]
    column = _numbers_at(rows)
    if not more or column is None or len(more[0].cells) != len(rows[-1].cells):
        return rows + more
    cut, first = rows[-1].cells, more[0].cells
    if first[column].text.strip() or not cut[column].text.strip() or all(c.text for c in first):
        return rows + more
    if any(text.strip().startswith(_TOTALS) for text in _texts(more[0])):
        return rows + more
    for cell, rest in zip(cut, first, strict=True):
        cell.text += rest.text
    return rows + more[1:]


def _unruled(parts: list[Part]) -> dict[int, list[Line]]:
    """The lines that are rows of a table without ruled lines, as many cells each.

    By the id of each such line: the whole table at its first, nothing at the others.
    """
    rows: dict[int, list[Line]] = {}
    run: list[Line] = []
    for part in [*parts, None]:
        wide = len(part.segments) if isinstance(part, Line) else 0
        is_row = isinstance(part, Line) and wide >= _LEAST_CELLS
        if isinstance(part, Line) and is_row and (not run or len(run[0].segments) == wide):
            run.append(part)
            continue
        if len(run) >= _LEAST_TABLE_ROWS:
            rows |= {id(line): [] for line in run}
            rows[id(run[0])] = run
        run = [part] if isinstance(part, Line) and is_row else []
    return rows
