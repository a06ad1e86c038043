"""Workbooks: the rows of the sheets that a reader sees, merged cells in each place they cover."""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
from collections import defaultdict
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from plans.documents.archive import packed, slim_package
from plans.documents.document import Builder, Document, note
from plans.documents.grid import Cell, Row, add_table
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits

#: How many columns a sheet has.
_COLUMNS = 16_384
#: A merged cell, as any program writes it.
_MERGED = re.compile(
    rb"""mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,9}):\$?([A-Z]{1,3})\$?(\d{1,9})["']"""
)


def _text(value: Any) -> str:
    """A cell's value as a plan writes it: whole numbers without point, dates by year and month."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.date):  # a datetime is one too
        return f"{value.year}年{value.month}月"
    return str(value)


def _check_merged(parts: dict[str, bytes], name: str, limits: Limits) -> None:
    """Refuse merged cells before a library makes a cell of each that they cover."""
    for part in parts.values():
        covered = 0
        # Without its zeros UTF-16 reads alike.
        for found in _MERGED.finditer(part.replace(b"\0", b"")):
            first, top, last, bottom = (one.decode() for one in found.groups())
            columns = column_index_from_string(last) - column_index_from_string(first)
            covered += (abs(columns) + 1) * (abs(int(bottom) - int(top)) + 1)
        _check_cells(covered, name, limits.merged)


def _check_cells(count: int, name: str, most: int) -> None:
    if count > most:
        raise refusal(name, "too_many_cells", count=count, most=most)


def _words(sheet: Any, name: str, limits: Limits) -> dict[int, dict[int, str]]:
    """The words of a sheet by row and column, of which the last may stand far from the first."""
    # Asked for its rows, a sheet makes a cell of each place, however far apart its words stand.
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), cell in sheet._cells.items():
        if (text := _text(cell.value)).strip():
            found[row][column] = text
    if found:
        _check_cells(max(found) * max(map(max, found.values())), name, limits.cells)
        if min(found) < 1 or min(map(min, found.values())) < 1:
            raise refusal(name, "damaged")  # nobody would miss what stands above the first row
    return found


def _rows(sheet: Any, name: str, limits: Limits) -> list[Row]:
    """The visible rows of a sheet, each with the cells that begin in it."""
    words = _words(sheet, name, limits)
    last_row, last_column = max(words, default=0), max(map(max, words.values()), default=0)
    hidden = {
        column
        for letter, dimension in sheet.column_dimensions.items()
        if dimension.hidden
        for column in range(dimension.min or 0, min(dimension.max or 0, _COLUMNS) + 1)
    }
    spans = {
        (area.min_row, area.min_col): (
            len(set(range(area.min_col, area.max_col + 1)) - hidden),
            area.max_row - area.min_row + 1,
        )
        for area in sheet.merged_cells.ranges
    }
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, min(area.max_row, last_row) + 1)
        for column in range(area.min_col, min(area.max_col, last_column) + 1)
    } - set(spans)
    shown = [column for column in range(1, last_column + 1) if column not in hidden]
    rows: list[Row] = []
    for number in range(1, last_row + 1):
        if number in sheet.row_dimensions and sheet.row_dimensions[number].hidden:
            continue
        own = words.get(number, {})
        rows.append(
            Row(
                [
                    Cell(own.get(column, ""), *spans.get((number, column), (1, 1)))
                    for column in shown
                    if (number, column) not in covered
                ]
            )
        )
    return rows


def read_xlsx(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a workbook; AtlasError when it is damaged, protected or unsafe."""
    parts = slim_package(data, name, limits=limits)
    _check_merged(parts, name, limits)
    package = packed(parts)
    builder = Builder(name, limits=limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are not read anyway
            book = load_workbook(package, data_only=True)
        unseen = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            rows = _rows(sheet, name, limits)
            while rows and sum(bool(cell.text.strip()) for cell in rows[0].cells) <= 1:
                for cell in rows.pop(0).cells:
                    builder.add("heading", cell.text)
            add_table(builder, rows)
    except (
        *(InvalidFileException, zipfile.BadZipFile, SyntaxError, KeyError, OSError),
        *(ValueError, TypeError, AttributeError, IndexError, OverflowError),
    ) as error:
        raise refusal(name, "damaged") from error
    if unseen:
        builder.notes.append(note("hidden_sheets", names="、".join(unseen)))
    return builder.document("xlsx")
