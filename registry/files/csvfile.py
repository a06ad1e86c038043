"""CSV read by the table of columns: every row whole, every cell of its column's kind."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from registry import sentences
from registry.columns import Column, names
from registry.errors import AtlasError
from registry.files.cells import AS_WRITTEN, Codes, blank, typed

#: A spreadsheet takes a cell that begins so for a formula; full-width signs where Chinese is typed.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What spreadsheets put between cells in some countries, or people type.
_SEPARATORS = (";", "\t", "，", "；", "|")
#: The mark at the head of a file by which Excel knows UTF-8.
MARK = "\ufeff"


@dataclass(frozen=True)
class Row:
    """A row as text: where it stands (``data/events.csv:7``) and its cells by column."""

    where: str
    cells: Mapping[str, str]


def parse_rows(
    text: str, label: str, columns: Iterable[Column], *, closed: bool = False, every: bool = False
) -> list[Row]:
    """The rows of a CSV text, cells not yet typed; blank rows are skipped.

    Parameters
    ----------
    text : str
        CSV with a header.
    label : str
        What errors call the file.
    columns : iterable of Column
        Those that are required must be there.
    closed : bool
        Refuse columns that are not among ``columns``; by default they are passed over.
    every : bool
        Refuse a file that lacks any of ``columns``, as one that a program writes never does; by
        default those that are not required may lack.

    Raises
    ------
    AtlasError
        With the line, when a row has more or fewer cells than the header; when a column lacks,
        stands twice or, where ``closed``, is unknown; when the text is no CSV.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = [replace(c, required=True) for c in columns] if every else list(columns)
    rows: list[Row] = []
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            where, line = f"{label}:{line}", reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = cells
                _check_header(header, label, columns, closed)
            elif len(cells) != len(header):
                raise sentences.wrong_cells(where, len(cells), len(header))
            else:
                rows.append(Row(where, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        raise sentences.not_csv(f"{label}:{line}", str(error)) from error
    if header is None:
        _check_header([], label, columns, closed)
    return rows


def _check_header(header: list[str], label: str, columns: list[Column], closed: bool) -> None:
    if len(header) == 1 and (found := [mark for mark in _SEPARATORS if mark in header[0]]):
        raise _other_separator(label, found[0])
    for number, name in enumerate(header, 1):
        if not name.strip():
            raise _nameless(label, number)
        if header.count(name) > 1:
            raise sentences.column_twice(label, name)
    if lacking := [c.name for c in columns if c.required and c.name not in header]:
        raise sentences.lacks_columns(label, lacking)
    if closed and (strange := [name for name in header if name not in names(columns)]):
        raise sentences.unknown_columns(label, strange)


def _nameless(label: str, number: int) -> AtlasError:
    return AtlasError(
        label,
        zh=f"第 {number} 列没有名称，空列请删去",
        en=f"column {number} has no name; take it out if it is empty",
    )


def _other_separator(label: str, mark: str) -> AtlasError:
    told = "制表符" if mark == "\t" else f"“{mark}”"
    return AtlasError(
        label,
        zh=f"各格之间是{told}，应为逗号；请另存为以逗号分隔的 CSV（UTF-8）",
        en=f"parts its cells by {mark!r}, not by commas; save it as CSV with commas, in UTF-8",
    )


def typed_rows(
    rows: Iterable[Row],
    columns: Sequence[Column],
    *,
    codes: Codes | None = None,
    named: str = "",
    wrong: Callable[[Row, AtlasError], None] | None = None,
) -> list[tuple[str, dict[str, object]]]:
    """``rows`` as (where, values by column).

    Parameters
    ----------
    rows : iterable of Row
        From :func:`parse_rows`.
    columns : sequence of Column
        Their kinds; a column that the file lacks is empty in every row.
    codes : mapping, optional
        The codes of open vocabularies, such as the plans' ids under ``plan``; a code of a
        vocabulary that is not given here is not checked.
    named : str
        The column whose cell tells a reader which row it is, shown in errors.
    wrong : callable, optional
        Hears of a row that is wrong, which is left out; by default it is an error.

    Raises
    ------
    AtlasError
        At file, line and column, for a cell that is not of its column's kind.
    """
    result, codes = [], codes or {}
    for row in rows:
        where = row.where
        if name := row.cells.get(named):
            where = f"{where} ({name})"
        try:
            result.append((where, _values(row, columns, where, codes)))
        except AtlasError as error:
            if wrong is None:
                raise
            wrong(row, error)
    return result


def _values(row: Row, columns: Sequence[Column], where: str, codes: Codes) -> dict[str, object]:
    values: dict[str, object] = {}
    for column in columns:
        cell = row.cells.get(column.name)
        if cell is None:
            values[column.name] = blank(column)
        elif cell and column.kind in AS_WRITTEN:
            values[column.name] = cell
        else:
            values[column.name] = typed(column, cell, where, codes)
    return values


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV, lines ended as on Unix; a key that is no column is a ValueError."""
    return _written(columns, rows, "\n")


def excel_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV for Excel: its mark, its line ends, no cell that it could run as a formula."""
    safe = ({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return MARK + _written(columns, safe, "\r\n")


def guarded(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _written(columns: Sequence[str], rows: Iterable[Mapping[str, object]], end: str) -> str:
    lines: list[str] = []
    sink: Any = SimpleNamespace(write=lines.append)
    # Only with these line ends does csv put a cell that holds either of them into quotes.
    writer = csv.DictWriter(sink, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "".join(line.removesuffix("\r\n") + end for line in lines)
