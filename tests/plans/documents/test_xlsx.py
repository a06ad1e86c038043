"""Workbooks: the rows that a reader sees, as a plan would write their values."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from plans.documents import Document, read_document
from registry.errors import AtlasError
from tests.plans.documents.support import changed_package, check_spans, parts, rows


def saved(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose first sheet ``fill`` has filled."""
    book = Workbook()
    fill(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(fill: Callable[[Any], None]) -> Document:
    """The document of such a workbook."""
    document = read_document(saved(fill), "x.xlsx")
    check_spans(document)
    return document


def lines(sheet: Any, *wanted: list[Any]) -> None:
    """Write rows."""
    for line in wanted:
        sheet.append(line)


def test_values_as_a_plan_writes_them() -> None:
    def fill(sheet: Any) -> None:
        lines(
            sheet,
            ["名称", "里程", "年份", "开工", "完工"],
            ["甲铁路", 12.5, 2027.0, datetime.date(2027, 3, 1), datetime.datetime(2030, 12, 1)],
            ["乙铁路", None, True, "2028", 0],
        )

    assert rows(read(fill)) == [
        ["名称", "里程", "年份", "开工", "完工"],
        ["甲铁路", "12.5", "2027", "2027年3月", "2030年12月"],
        ["乙铁路", "", "True", "2028", "0"],
    ]


def test_titles_before_the_table_are_headings() -> None:
    def fill(sheet: Any) -> None:
        lines(sheet, ["重点项目表"], [None, "单位：公里"], ["序号", "名称"], [1, "甲铁路"])

    found = parts(read(fill))
    assert found[:2] == [("heading", "重点项目表"), ("heading", "单位：公里")]
    assert found[2] == ("table_row", "序号\t名称")


def test_merged_cells() -> None:
    def fill(sheet: Any) -> None:
        lines(
            sheet,
            ["类", "序号", "名称", "年"],
            ["铁路", 1, "甲铁路", 2027],
            [None, 2, "乙铁路", None],
            ["小计", None, None, 2],
        )
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("D2:D3")
        sheet.merge_cells("A4:C4")

    assert rows(read(fill)) == [
        ["类", "序号", "名称", "年"],
        ["铁路", "1", "甲铁路", "2027"],
        ["铁路", "2", "乙铁路", "2027"],
        ["小计", "小计", "小计", "2"],
    ]


def test_hidden_rows_columns_and_sheets_are_not_read() -> None:
    def fill(sheet: Any) -> None:
        lines(sheet, ["序号", "隐", "名称"], [1, "隐", "甲铁路"], [2, "隐", "隐铁路"])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        other = sheet.parent.create_sheet("藏")
        other.append(["隐藏铁路", 1])
        other.sheet_state = "veryHidden"
        sheet.parent.create_sheet("二").append(["乙铁路", 1])

    document = read(fill)
    assert rows(document) == [["序号", "名称"], ["1", "甲铁路"], ["乙铁路", "1"]]
    assert "藏" in document.notes[0].en


def test_a_merged_cell_loses_only_its_hidden_columns() -> None:
    def fill(sheet: Any) -> None:
        lines(sheet, ["甲铁路", None, None, "乙"], ["丙", "隐", "丁", "戊"])
        sheet.merge_cells("A1:C1")
        sheet.column_dimensions["B"].hidden = True

    assert rows(read(fill)) == [["甲铁路", "甲铁路", "乙"], ["丙", "丁", "戊"]]


def test_damage() -> None:
    data = saved(lambda sheet: sheet.append(["甲铁路", 1]))
    for part in ("xl__workbook", "xl__worksheets__sheet1"):
        with pytest.raises(AtlasError, match="damaged"):
            read_document(changed_package(data, **{part: "<x"}), "x")
