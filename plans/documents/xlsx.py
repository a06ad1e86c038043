"""Workbooks: the rows of the sheets that a reader sees, merged cells in each place they cover."""

from __future__ import annotations

import datetime
import warnings
import zipfile
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from plans.documents.archive import packed, slim_package
from plans.documents.document import Builder, Document, note
from plans.documents.grid import Cell, Row, add_table
from plans.documents.refusals import refusal
from plans.limits import LIMITS, Limits


def _text(value: Any) -> str:
    """A cell's value as a plan writes it: whole numbers without point, dates by year and month."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.date):  # a datetime is one too
        return f"{value.year}年{value.month}月"
    return str(value)


def _rows(sheet: Any) -> list[Row]:
    """The visible rows of a sheet, each with the cells that begin in it."""
    hidden = {
        column
        for letter, dimension in sheet.column_dimensions.items()
        if dimension.hidden
        for column in range(dimension.min or 0, (dimension.max or 0) + 1)
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
        for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1)
        for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1)
    } - set(spans)
    rows: list[Row] = []
    for cells in sheet.iter_rows():
        if not cells or sheet.row_dimensions[cells[0].row].hidden:
            continue
        row = Row()
        for cell in cells:
            position = (cell.row, cell.column)
            if cell.column not in hidden and position not in covered:
                row.cells.append(Cell(_text(cell.value), *spans.get(position, (1, 1))))
        rows.append(row)
    return rows


def read_xlsx(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document of a workbook; AtlasError when it is damaged, protected or unsafe."""
    package = packed(slim_package(data, name, limits=limits))
    builder = Builder(name, limits=limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are not read anyway
            book = load_workbook(package, data_only=True)
        unseen = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            rows = _rows(sheet)
            while rows and sum(bool(cell.text.strip()) for cell in rows[0].cells) <= 1:
                for cell in rows.pop(0).cells:
                    builder.add("heading", cell.text)
            add_table(builder, rows)
    except (
        *(InvalidFileException, zipfile.BadZipFile, SyntaxError, KeyError),
        *(ValueError, TypeError, AttributeError, IndexError, OverflowError),
    ) as error:
        raise refusal(name, "damaged") from error
    if unseen:
        builder.notes.append(note("hidden_sheets", names="、".join(unseen)))
    return builder.document("xlsx")
