"""Columns of few lines, beside a gutter that longer ones have shown."""

from __future__ import annotations

import pytest

from plans.documents.pdf.lines import columns
from plans.documents.pdf.pages import Glyph
from tests.plans.documents.support import texts
from tests.plans.documents.test_pdf_lines import paragraph


def two(left: int, right: int, *, apart: int = 270, wide: int = 20) -> list[Glyph]:
    """Two columns of so many lines."""
    return paragraph(0, 50, 700, wide, left) + paragraph(1, apart, 700, wide, right)


@pytest.mark.parametrize(("left", "right", "count"), [(2, 2, 2), (3, 2, 2), (2, 1, 1), (1, 3, 1)])
def test_a_page_before_shows_where_short_columns_are_parted(
    left: int, right: int, count: int
) -> None:
    known: list[float] = []
    assert len(columns(two(6, 6), [], known)) == 2
    assert len(columns(two(left, right), [], known)) == count
    assert len(columns(two(left, right), [])) == 1


def test_another_place_is_no_gutter() -> None:
    known: list[float] = []
    columns(two(6, 6), [], known)
    assert len(columns(two(3, 3, apart=480, wide=40), [], known)) == 1


def test_short_columns_of_the_same_page_follow_its_gutter() -> None:
    page = two(6, 6) + paragraph(2, 50, 600, 42, 1)
    page += paragraph(3, 50, 580, 20, 2) + paragraph(4, 270, 580, 20, 2)
    found = texts(columns(page, []))
    assert [[text[0] for text in column] for column in found] == [
        *(["甲"] * 6, ["乙"] * 6, ["丙"], ["丁"] * 2, ["戊"] * 2),
    ]


def test_short_columns_hold_running_text() -> None:
    known: list[float] = []
    columns(two(6, 6), [], known)
    cells = paragraph(0, 50, 700, 6, 2) + paragraph(1, 270, 700, 20, 2)
    assert len(columns(cells, [], known)) == 1


@pytest.mark.parametrize(("full", "count"), [(3, 2), (2, 1)])
def test_paragraphs_that_end_in_short_lines_are_running_text(full: int, count: int) -> None:
    page: list[Glyph] = []
    for column, left in enumerate((50, 270)):
        page += paragraph(column, left, 700, 20, full)
        page += paragraph(column, left, 700 - 14 * full, 6, 7 - full)
    assert len(columns(page, [])) == count


def test_a_page_of_one_column_shows_no_gutter() -> None:
    known: list[float] = []
    columns(paragraph(0, 50, 700, 42, 9), [], known)
    columns(two(3, 3), [], known)
    assert known == []
    columns([], [], known)
