"""Columns of few lines, beside a gutter that longer ones have shown."""

from __future__ import annotations

import pytest

from plans.documents.pdf.lines import _bands, _fills, _free_places, _sides, _zones, columns
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


@pytest.mark.parametrize(("count", "found"), [(2, 2), (3, 3), (4, 4), (5, 4)])
def test_columns_are_parted_three_times(count: int, found: int) -> None:
    page = [g for n in range(count) for g in paragraph(n, 50 + 120 * n, 700, 9, 6)]
    parted = texts(columns(page, []))
    assert len(parted) == found
    assert [column[0][0] for column in parted] == list("甲乙丙丁")[:found]


def spans(*rows: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    return list(rows)


PARTED = [(0.0, 100.0), (140.0, 240.0)]
ACROSS = [(0.0, 240.0)]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        # Every four points from the first that no line covers, up to where the next begins.
        ([PARTED] * 4, (104, 140)),
        ([PARTED] * 3, None),
        # Four lines leave it free, however many cross.
        ([PARTED] * 4 + [ACROSS] * 9, (104, 140)),
        ([PARTED] * 3 + [ACROSS], None),
        # Lines of their own lengths: what all of them leave free.
        ([[(0, 101), (140, 240)]] * 4, (104, 140)),
        ([[(0, 103.9), (140, 240)]] * 4, (104, 140)),
        ([[(0, 104), (140, 240)]] * 4, (108, 140)),
        ([[(0, 100), (139.9, 240)]] * 4, (104, 136)),
        ([[(0, 100), (143, 240)]] * 4, (104, 140)),
        # Not within 15 % of either edge: from 36 on, below 204.
        ([[(0, 10), (60, 240)]] * 4, (36, 60)),
        ([[(0, 180), (230, 240)]] * 4, (184, 200)),
        ([[(0, 20), (30, 240)]] * 4, None),
    ],
)
def test_where_lines_leave_a_strip_free(
    rows: list[list[tuple[float, float]]], places: tuple[int, int] | None
) -> None:
    found = list(_free_places(rows, 0, 240))
    assert found == (list(range(places[0], places[1] + 1, 4)) if places else [])
    moved = [[(left + 70, right + 70) for left, right in row] for row in rows]
    assert list(_free_places(moved, 70, 310)) == [x + 70 for x in found]


@pytest.mark.parametrize(
    ("row", "x", "sides"),
    [
        (PARTED, 120, (True, True)),
        (PARTED, 100, (True, True)),
        (PARTED, 140, (True, True)),
        (PARTED, 50, None),
        (PARTED, 99.9, None),
        (ACROSS, 120, None),
        ([(0, 100)], 120, (True, False)),
        ([(0, 100)], 100, (True, False)),
        ([(140, 240)], 120, (False, True)),
        ([(140, 240)], 140, (False, True)),
    ],
)
def test_on_which_sides_a_line_stands(
    row: list[tuple[float, float]], x: float, sides: tuple[bool, bool] | None
) -> None:
    assert _sides(row, x) == sides


BOTH, LEFT, RIGHT = (True, True), (True, False), (False, True)


@pytest.mark.parametrize(
    ("sides", "zones"),
    [
        ([BOTH, BOTH], [(0, 2)]),
        ([BOTH], []),
        ([], []),
        # A line that crosses ends a run; each run has its own two lines on either side.
        ([None, BOTH, BOTH, None], [(1, 3)]),
        ([BOTH, BOTH, None, BOTH, BOTH, BOTH], [(0, 2), (3, 6)]),
        ([BOTH, None, BOTH], []),
        ([BOTH, LEFT, RIGHT], [(0, 3)]),
        ([BOTH, LEFT, LEFT], []),
        ([RIGHT, RIGHT, BOTH], []),
        ([LEFT, LEFT, RIGHT, RIGHT], [(0, 4)]),
    ],
)
def test_runs_of_lines_beside_a_gutter(
    sides: list[tuple[bool, bool] | None], zones: list[tuple[int, int]]
) -> None:
    assert _zones(sides, 2) == zones


@pytest.mark.parametrize(
    ("left", "right", "fills"),
    [
        # So many signs in each line, of ten points each.
        ([20] * 4, [20] * 4, True),
        ([20] * 4, [], False),
        ([], [20] * 4, False),
        # A column is seven signs wide at least.
        ([7] * 4, [20] * 4, True),
        ([6] * 4, [20] * 4, False),
        ([20] * 4, [6] * 4, False),
        # Two of five lines are half as wide as it at least; three of five may end short.
        ([20, 20, 6, 6, 6], [20] * 5, True),
        ([20, 6, 6, 6, 6], [20] * 5, False),
        ([10, 20, 6, 6, 6], [20] * 5, True),
        ([9, 20, 6, 6, 6], [20] * 5, False),
    ],
)
def test_both_sides_of_a_gutter_hold_running_text(
    left: list[int], right: list[int], fills: bool
) -> None:
    page = [
        glyph
        for start, widths in ((50, left), (270, right))
        for line, wide in enumerate(widths)
        for glyph in paragraph(0, start, 700 - 14 * line, wide, 1)
    ]
    assert _fills(_bands(page, []), 260) is fills
