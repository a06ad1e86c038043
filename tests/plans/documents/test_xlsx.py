"""Workbooks: the rows that a reader sees, as a plan would write their values."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook

from plans.documents import Document, read_document
from plans.documents.xlsx import _check_merged
from plans.limits import Limits
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


def _stretched(row: int, column: int, **more: bytes) -> bytes:
    def fill(sheet: Any) -> None:
        lines(sheet, ["序号", "名称"], [1, "甲铁路"])
        sheet.cell(row, column, "远")

    return changed_sheet(saved(fill), **more)


def changed_sheet(data: bytes, before: bytes = b"", added: bytes = b"") -> bytes:
    """The workbook with XML added to its first sheet, before a tag."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert before in sheet
    text = sheet.replace(before, added + before, 1) if before else sheet
    return changed_package(data, xl__worksheets__sheet1=text.decode())


@pytest.mark.parametrize(
    ("row", "column", "fits"),
    [
        (600, 500, True),
        (601, 500, False),
        (1_000_000, 1, False),
        (1_048_576, 16_384, False),
        (3, 16_384, True),
    ],
)
def test_words_far_apart(row: int, column: int, fits: bool) -> None:
    data = _stretched(row, column)
    if fits:
        assert "甲铁路" in read_document(data, "x").text
        return
    wide = max(column, 2)
    says = f"x: a sheet or table stretches over {row * wide} cells, more than the 300000 allowed"
    with pytest.raises(AtlasError, match=says):
        read_document(data, "x")


def test_formats_far_away_are_no_cells() -> None:
    def fill(sheet: Any) -> None:
        lines(sheet, ["序号", "名称"], [1, "甲铁路"])
        sheet.cell(1_048_576, 16_384).number_format = "0.00"
        sheet.cell(1_048_575, 16_384, "  ")

    assert rows(read(fill)) == [["序号", "名称"], ["1", "甲铁路"]]


MERGED = '<mergeCells><mergeCell ref="{}"/></mergeCells>'


@pytest.mark.parametrize(
    ("area", "count"),
    [
        ("A5:J6004", 0),
        ("A5:J6005", 60_010),
        ("A1:XFD1048576", 17_179_869_184),
        ("$A$1:$XFD$1048576", 17_179_869_184),
        ("XFD1048576:A1", 17_179_869_184),
    ],
)
def test_a_merged_cell_as_large_as_the_sheet(area: str, count: int) -> None:
    added = MERGED.format(area).encode()
    data = changed_sheet(saved(lambda s: s.append(["甲铁路", 1])), b"<pageMargins", added)
    if not count:
        assert "甲铁路" in read_document(data, "x").text
        return
    with pytest.raises(AtlasError, match=f"stretches over {count} cells"):
        read_document(data, "x")


def test_merged_cells_count_together() -> None:
    many = b"".join(b'<mergeCell ref="A%d:ALL%d"/>' % (n, n + 9) for n in range(5, 1005, 10))
    added = b"<mergeCells>" + many + b'<mergeCell ref="A2000:A2001"/></mergeCells>'
    data = changed_sheet(saved(lambda s: s.append(["甲铁路", 1])), b"<pageMargins", added)
    with pytest.raises(AtlasError, match="stretches over 1000002 cells"):
        read_document(data, "x")


def test_columns_hidden_without_end() -> None:
    added = b'<cols><col min="2" max="2000000000" hidden="1"/></cols>'
    data = changed_sheet(
        saved(lambda s: lines(s, ["名称", "隐"], ["甲铁路", "隐"])), b"<sheetData", added
    )
    assert rows(read_document(data, "x")) == []
    assert "甲铁路" in read_document(data, "x").text
    assert "隐" not in read_document(data, "x").text


def test_a_row_before_the_first_is_not_lost() -> None:
    data = changed_sheet(saved(lambda s: lines(s, ["名称", "年"], ["甲铁路", 2027])))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    for row, sound in (("2", True), ("0", False)):
        moved = sheet.replace('r="A2"', f'r="A{row}"')
        if sound:
            assert (
                "甲铁路"
                in read_document(changed_package(data, xl__worksheets__sheet1=moved), "x").text
            )
            continue
        with pytest.raises(AtlasError, match="damaged"):
            read_document(changed_package(data, xl__worksheets__sheet1=moved), "x")


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [((), "甲乙丙丁"), ((1,), "乙丙丁"), ((2, 3), "甲丁"), ((4,), "甲乙丙")],
)
def test_rows_that_are_hidden_are_left_out_alone(hidden: tuple[int, ...], shown: str) -> None:
    def fill(sheet: Any) -> None:
        lines(sheet, *[[name, "铁路"] for name in "甲乙丙丁"])
        for row in hidden:
            sheet.row_dimensions[row].hidden = True

    assert rows(read(fill)) == [[name, "铁路"] for name in shown]


@pytest.mark.parametrize(("row", "column"), [(3, 5), (5, 3), (1, 15), (15, 1)])
def test_the_cells_of_a_sheet_are_its_rows_times_its_columns(row: int, column: int) -> None:
    data = saved(lambda sheet: sheet.cell(row, column, "云泽铁路"))
    assert "云泽铁路" in read_document(data, "x", limits=Limits(cells=15)).text
    with pytest.raises(AtlasError, match="15"):
        read_document(data, "x", limits=Limits(cells=14))


@pytest.mark.parametrize(
    ("areas", "covered"),
    [
        (("A1:C2",), 6),
        (("A1:B3",), 6),
        (("A1:A1",), 1),
        (("A1:C2", "E1:F2"), 10),
        (("$A$1:$C$2",), 6),
        (("C2:A1",), 6),
        (("A2:C1",), 6),
    ],
)
def test_merged_cells_are_counted_before_they_are_made(
    areas: tuple[str, ...], covered: int
) -> None:
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    sheet = f"<mergeCells>{merged}</mergeCells>".encode()
    for found in ({"a.xml": sheet}, {"a.xml": sheet.decode().encode("utf-16-le")}):
        _check_merged(found, "x", Limits(merged=covered))
        with pytest.raises(AtlasError, match=str(covered)):
            _check_merged(found, "x", Limits(merged=covered - 1))
    # Each sheet is counted by itself.
    _check_merged({"a.xml": sheet, "b.xml": sheet}, "x", Limits(merged=covered))
