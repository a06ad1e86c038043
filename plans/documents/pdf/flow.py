"""From the lines of columns to paragraphs, and from parts of tables to whole ones."""

from __future__ import annotations

from plans.documents.breaks import begins_numbered
from plans.documents.document import Builder, Kind
from plans.documents.grid import Row, add_table
from plans.documents.pdf.lines import Line, Part, Table

_LARGE = 1.15
_SAME_SIZE = 0.12
_LONGEST_HEADING = 40
_WIDE_PITCH = 1.1  # of the size, between the bottom of a line and the top of the next
_LEAST_TABLE_ROWS, _LEAST_CELLS = 3, 3
_SAME_COLUMNS = 6.0
_ENDS = tuple("。！？；：!?;")
_CLOSERS = tuple("，、。；：）》”,;:)")
_TOTALS = ("小计", "合计", "总计", "共计")


class Flow:
    """Puts lines together to paragraphs, and the parts of tables that pages cut."""

    def __init__(self, builder: Builder, body_size: float, rights: dict[int, float]) -> None:
        self.builder = builder
        self.body_size = body_size
        self.rights = rights
        self.lines: list[Line] = []
        self.text = ""
        self.table: Table | None = None

    def column(self, parts: list[Part]) -> None:
        """Add a column."""
        left = min((p.left for p in parts if isinstance(p, Line)), default=0.0)
        right = max((p.right for p in parts if isinstance(p, Line)), default=0.0)
        right = max(right, self.rights.get(round(left / 10), 0.0))
        begun = True
        rows = _unruled(parts)
        for number, part in enumerate(parts):
            if isinstance(part, Table):
                self._end_paragraph()
                self._table(part)
            elif number in rows:
                self.end()
                self.builder.add_row(part.segments)
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
        elif begins_numbered(self.text):
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


def _unruled(parts: list[Part]) -> set[int]:
    """The numbers of lines that are rows of a table without lines: as many cells each."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(parts) + 1):
        widths = [len(p.segments) if isinstance(p, Line) else 0 for p in parts[start : end + 1]]
        if end < len(parts) and widths[0] == widths[-1] >= _LEAST_CELLS:
            continue
        if end - start >= _LEAST_TABLE_ROWS and widths[0] >= _LEAST_CELLS:
            found |= set(range(start, end))
        start = end
    return found
