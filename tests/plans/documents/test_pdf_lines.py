"""PDF pages: glyphs to lines, lines to columns, ruled lines to tables."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.documents.grid import Cell, Row
from plans.documents.pdf.lines import Table, columns, make_line, plain_lines
from plans.documents.pdf.pages import Glyph, Rule
from plans.documents.pdf.tables import cell_text, find_tables
from tests.plans.documents.support import SIZE, form, glyphs, read_or_refuse, texts


def shuffled(some: list[Glyph]) -> list[Glyph]:
    """In any order: that of the file need not be that of reading."""
    return random.Random(7).sample(some, len(some))


def test_a_line_in_reading_order() -> None:
    assert make_line(glyphs("云泽至青岚", 0, 100)).text == "云泽至青岚"
    [line] = plain_lines(shuffled(glyphs("云泽至G42段", 50, 100)))
    assert (line.text, line.left, line.right, line.top, line.bottom) == (
        *("云泽至G42段", 50, 105, 100, 90),
    )
    assert line.size == SIZE


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *(
            ("G5 and G42", "G5 and G42"),
            ("云 泽", "云泽"),
            ("云  泽", "云 泽"),
            ("2027 年", "2027年"),
        ),
    ],
)
def test_gaps_between_words(text: str, read: str) -> None:
    assert make_line(glyphs(text, 0, 100)).text == read


def test_wide_gaps_part_a_line_into_segments() -> None:
    line = make_line(glyphs("1  云泽铁路    续建", 0, 100))
    assert line.segments == ("1", "云泽铁路", "续建")
    assert make_line(glyphs("云泽铁路", 0, 100)).segments == ("云泽铁路",)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        *(
            ("云泽", 10),
            ("2027年", 20),
            ("云，泽", 20),
            ("2027，年", 30),
            ("，云", 10),
            ("G42", 15),
            ("（云）泽", 30),
            ("（云", 20),
            ("（", 10),
            ("云。”泽", 30),
        )
    ],
)
def test_the_first_word_of_a_line_is_what_cannot_be_parted(text: str, first: float) -> None:
    assert make_line(glyphs(text, 0, 100)).first == first


def test_raised_signs_of_footnotes_are_left_out() -> None:
    line = [*glyphs("云青高铁", 0, 100), *glyphs("1", 40, 100, 6), *glyphs("建设", 44, 100)]
    assert make_line(line).text == "云青高铁建设"
    lowered = [*glyphs("云青高铁", 0, 100), *glyphs("1", 40, 95, 6), *glyphs("建设", 44, 100)]
    assert make_line(lowered).text == "云青高铁1建设"
    large = [*glyphs("云青高铁", 0, 100), *glyphs("1", 40, 100, 8.1), *glyphs("建设", 45, 100)]
    assert make_line(large).text == "云青高铁1建设"
    square = [*glyphs("km", 0, 100), *glyphs("2", 10, 100, 6), *glyphs("以内", 14, 100)]
    assert make_line(square).text == "km2以内"


def test_lines_printed_over_each_other_stay_apart() -> None:
    text = glyphs("实施云泽至青岚高速公路", 0, 100)
    head = glyphs("云泽市人民政府文件", 3, 98.5, 7)
    assert sorted(line.text for line in plain_lines(shuffled(text + head))) == [
        *("云泽市人民政府文件", "实施云泽至青岚高速公路"),
    ]


def test_bold_by_printing_twice_is_read_once() -> None:
    bold = [g for shift in (0, 0.4) for g in glyphs("云云泽", shift, 100)]
    assert [line.text for line in plain_lines(shuffled(bold))] == ["云云泽"]
    lower = glyphs("云", 0, 100) + glyphs("云", 0, 97.5)
    assert len(plain_lines(lower)) == 2


def paragraph(number: int, left: float, top: float, wide: int, count: int) -> list[Glyph]:
    """Lines of ``wide`` signs."""
    found: list[Glyph] = []
    for line in range(count):
        sign = "甲乙丙丁戊己庚辛"[number]
        found += glyphs(
            sign + "一二三四五六七八九十"[line] + "文" * (wide - 2), left, top - 14 * line
        )
    return found


@pytest.mark.parametrize("offset", [0, 7])
def test_two_columns_are_read_one_after_the_other(offset: float) -> None:
    page = paragraph(0, 50, 700, 20, 6) + paragraph(1, 270, 700 - offset, 20, 6)
    found = texts(columns(shuffled(page), []))
    assert [[text[0] for text in column] for column in found] == [["甲"] * 6, ["乙"] * 6]
    assert [text[1] for text in found[0]] == list("一二三四五六")


def test_three_columns() -> None:
    page = [g for n in range(3) for g in paragraph(n, 50 + 170 * n, 700, 15, 6)]
    found = texts(columns(shuffled(page), []))
    assert [column[0][0] for column in found] == ["甲", "乙", "丙"]
    assert [len(column) for column in found] == [6, 6, 6]


def test_what_spans_both_columns_parts_them() -> None:
    page = (
        paragraph(0, 50, 780, 42, 2)
        + paragraph(1, 50, 700, 20, 5)
        + paragraph(2, 270, 700, 20, 5)
        + paragraph(3, 50, 600, 42, 2)
    )
    found = texts(columns(shuffled(page), []))
    assert [column[0][0] for column in found] == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (paragraph(0, 50, 700, 20, 3) + paragraph(1, 270, 700, 20, 3), "three lines are no column"),
        (paragraph(0, 50, 700, 6, 6) + paragraph(1, 270, 700, 20, 6), "six ems are no column"),
        (
            [g for n in range(6) for g in glyphs("一、铁路  总则", 50, 700 - 14 * n)],
            "a gap in a heading is no gutter",
        ),
        (
            paragraph(0, 50, 700, 20, 6)
            + [g for n in range(6) for g in glyphs("文" * (4 if n else 20), 270, 700 - 14 * n)],
            "lines that do not fill it make no column",
        ),
    ],
)
def test_what_is_no_column(page: list[Glyph], why: str) -> None:
    assert len(columns(page, [])) == 1, why


def test_a_table_keeps_its_place_among_the_lines() -> None:
    table = Table([Row([Cell("x")])], (50, 470), 50, 600, 470, 650)
    page = paragraph(0, 50, 700, 42, 2) + paragraph(1, 50, 590, 42, 2)
    [column] = columns(page, [table])
    assert [isinstance(part, Table) for part in column] == [False, False, True, False, False]


def placed(*words: tuple[str, float, float]) -> list[Glyph]:
    """Words with their left and top."""
    return [glyph for word in words for glyph in glyphs(*word)]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """All lines of a grid."""
    across = [Rule(False, y, min(xs), max(xs)) for y in ys]
    return across + [Rule(True, x, min(ys), max(ys)) for x in xs]


def cells(found: list[Table]) -> list[list[tuple[str, int, int]]]:
    """The cells of the one table."""
    [table] = found
    return [[(c.text, c.columns, c.rows) for c in row.cells] for row in table.rows]


def test_frames_and_empty_grids_below_a_table_are_none() -> None:
    words = glyphs("甲", 5, 275) + glyphs("乙", 55, 275) + glyphs("框", 5, 55)
    frames = grid([0, 50], [60, 20]) + grid([0, 50, 150], [140, 100])
    tables, rest = find_tables(words, frames + grid([0, 50, 150], [280, 240, 200]))
    assert cells(tables)[0][:2] == [("甲", 1, 1), ("乙", 1, 1)]
    assert "".join(g.text for g in rest) == "框"


def test_a_ruled_table() -> None:
    words = (
        glyphs("序号", 5, 95) + glyphs("名称", 55, 95) + glyphs("1", 5, 55) + glyphs("甲", 55, 55)
    )
    outside = glyphs("正文", 5, 150)
    tables, rest = find_tables(shuffled(words) + outside, grid([0, 50, 150], [100, 60, 20]))
    assert cells(tables) == [[("序号", 1, 1), ("名称", 1, 1)], [("1", 1, 1), ("甲", 1, 1)]]
    assert "".join(g.text for g in rest) == "正文"
    assert (tables[0].left, tables[0].right, tables[0].top, tables[0].bottom) == (0, 150, 100, 20)


def test_lines_drawn_in_pieces_and_twice() -> None:
    rules = [
        *(Rule(False, 100 + d, 0, 150) for d in (0, 0.75)),
        *(Rule(False, 60 + d, s, s + 51) for d in (0, 0.75) for s in (0, 50, 100)),
        *(Rule(False, 20, s, s + 50) for s in (0, 50, 100)),
        *(Rule(True, x + d, 20, 100.75) for x in (0, 50, 149.25) for d in (0, 0.75)),
    ]
    words = placed(("甲", 5, 95), ("乙", 55, 95), ("丙", 5, 55), ("丁", 55, 55))
    tables, rest = find_tables(words, rules)
    assert cells(tables) == [[("甲", 1, 1), ("乙", 1, 1)], [("丙", 1, 1), ("丁", 1, 1)]]
    assert rest == []


def test_slots_that_no_line_parts_are_one_cell() -> None:
    rules = [
        *(Rule(False, y, 0, 150) for y in (100, 20)),
        Rule(False, 60, 50, 150),
        *(Rule(True, x, 20, 100) for x in (0, 50, 150)),
        Rule(True, 100, 60, 100),
    ]
    words = (
        glyphs("铁", 5, 70) + glyphs("甲", 55, 95) + glyphs("乙", 105, 95) + glyphs("丙", 95, 50)
    )
    tables, _ = find_tables(words, rules)
    assert cells(tables) == [[("铁", 1, 2), ("甲", 1, 1), ("乙", 1, 1)], [("丙", 2, 1)]]


def test_a_table_without_lines_at_its_sides() -> None:
    rules = [*(Rule(False, y, 0, 150) for y in (100, 60, 20)), Rule(True, 50, 20, 100)]
    words = placed(("甲", 5, 95), ("乙", 55, 95), ("丙", 5, 55))
    tables, _ = find_tables(words, rules)
    assert cells(tables) == [[("甲", 1, 1), ("乙", 1, 1)], [("丙", 1, 1), ("", 1, 1)]]


def test_frames_and_empty_grids_are_no_tables() -> None:
    words = glyphs("专栏", 5, 95)
    for rules in (
        grid([0, 150], [100, 20]),
        grid([0, 150], [100, 60, 20]),
        grid([200, 250, 300], [100, 60, 20]),
        [Rule(False, y, 0, 150) for y in (100, 60, 20)],
        [],
    ):
        assert find_tables(words, rules) == ([], words)


def test_two_tables_on_a_page() -> None:
    rules = grid([0, 50, 100], [300, 250, 200]) + grid([0, 50, 100], [100, 60, 20])
    words = [g for y in (290, 90) for x in (5, 55) for g in glyphs("甲", x, y)]
    tables, _ = find_tables(words, rules)
    assert [len(table.rows) for table in tables] == [2, 2]


@pytest.mark.parametrize(
    ("lines", "right", "text"),
    [
        (["云泽至青岚城", "际铁路"], 65, "云泽至青岚城际铁路"),
        (["2026—", "2030"], 45, "2026—2030"),
        (["甲铁路", "乙铁路"], 100, "甲铁路\n乙铁路"),
        (["G42 and", "other"], 45, "G42 and other"),
    ],
)
def test_wrapped_cells(lines: list[str], right: float, text: str) -> None:
    found = [g for n, line in enumerate(lines) for g in glyphs(line, 0, 100 - 14 * n)]
    assert cell_text(shuffled(found), right) == text
    assert cell_text([], right) == ""


@given(
    st.lists(
        st.tuples(
            *(st.floats(0, 500), st.floats(0, 700), st.floats(0, 40), st.sampled_from("云a1，。"))
        ),
        max_size=60,
    ),
    st.lists(
        st.tuples(st.booleans(), st.floats(0, 500), st.floats(0, 500), st.floats(0, 300)),
        max_size=20,
    ),
)
def test_no_glyph_is_lost(
    some: list[tuple[float, float, float, str]], lines: list[tuple[bool, float, float, float]]
) -> None:
    page = [Glyph(c, x, y, x + size, y + size) for x, y, size, c in some]
    rules = [Rule(upright, at, start, start + long) for upright, at, start, long in lines]
    tables, rest = find_tables(page, rules)
    found = columns(rest, tables)
    read = "".join(text for column in texts(found) for text in column)
    read += "".join(c.text for t in tables for row in t.rows for c in row.cells)
    raised = sum(c in "1" for *_, c in some)
    # Bold by printing twice is the same sign at the same place.
    raised += sum(
        any(a == d and abs(x - u) <= s + t and abs(y - v) <= s + t for u, v, t, d in some[:n])
        for n, (x, y, s, a) in enumerate(some)
    )
    count = sum(not c.isspace() for c in read)
    assert len(page) - raised <= count <= len(page)


@given(st.integers(0, 147_000), st.binary(max_size=40))
def test_any_change_is_read_or_refused(at: int, piece: bytes) -> None:
    data = form("plan_table.pdf")
    read_or_refuse(data[:at] + piece + data[at + len(piece) :])


@pytest.mark.parametrize(("gap", "glue"), [(1.9, ""), (2.1, " "), (8.9, " ")])
def test_latin_words_are_parted_by_a_fifth_of_an_em(gap: float, glue: str) -> None:
    found = make_line(glyphs("ab", 0, 100) + glyphs("cd", 10 + gap, 100))
    assert found.text == f"ab{glue}cd"
    assert found.segments == (found.text,)


@pytest.mark.parametrize(("gap", "count"), [(8.9, 1), (9.1, 2)])
def test_segments_are_parted_by_nine_tenths_of_an_em(gap: float, count: int) -> None:
    found = make_line(glyphs("甲乙", 0, 100) + glyphs("丙", 20 + gap, 100))
    assert len(found.segments) == count


@pytest.mark.parametrize(("drop", "count"), [(4.9, 1), (5.1, 2)])
def test_glyphs_of_one_line_overlap_by_half(drop: float, count: int) -> None:
    page = glyphs("甲", 0, 100) + glyphs("乙", 10, 100 - drop)
    assert len(plain_lines(page)) == count


def test_glyphs_at_one_place_are_of_two_lines_unless_alike() -> None:
    over = glyphs("甲", 0, 100) + glyphs("乙", 4.9, 100)
    assert len(plain_lines(over)) == 2
    beside = glyphs("甲", 0, 100) + glyphs("乙", 5.1, 100)
    assert len(plain_lines(beside)) == 1


@pytest.mark.parametrize(("right", "ended"), [(64.9, False), (65.1, True)])
def test_a_line_of_a_cell_ends_where_the_next_word_had_room(right: float, ended: bool) -> None:
    found = [*glyphs("甲乙丙丁", 0, 100), *glyphs("戊己", 0, 86)]
    assert cell_text(found, right) == ("甲乙丙丁\n戊己" if ended else "甲乙丙丁戊己")
    centred = [*glyphs("甲乙丙丁", 0, 100), *glyphs("戊己", 10, 86)]
    assert cell_text(centred, 200) == "甲乙丙丁戊己"


def test_latin_words_of_a_cell_stay_apart() -> None:
    assert cell_text([*glyphs("ab", 0, 100), *glyphs("cd", 0, 86)], 20) == "ab cd"
    assert cell_text([*glyphs("ab", 0, 100), *glyphs("1d", 0, 86)], 20) == "ab1d"
    assert cell_text([*glyphs("a1", 0, 100), *glyphs("cd", 0, 86)], 20) == "a1cd"


@pytest.mark.parametrize(("gap", "tables"), [(2.9, 1), (3.1, 0)])
def test_lines_that_nearly_meet_make_a_grid(gap: float, tables: int) -> None:
    rules = [Rule(False, y, 0, 150) for y in (100, 60)]
    rules += [Rule(True, x, 60 + gap, 100 - gap) for x in (0, 50, 150)]
    words = placed(("甲", 5, 90), ("乙", 55, 90))
    assert len(find_tables(words, rules)[0]) == tables


@pytest.mark.parametrize(("apart", "rows"), [(3.0, 2), (3.1, 3)])
def test_lines_side_by_side_are_one(apart: float, rows: int) -> None:
    rules = [*grid([0, 50, 150], [100, 60, 20]), Rule(False, 60 - apart, 0, 150)]
    words = placed(("甲", 5, 95), ("乙", 55, 50))
    [table], _ = find_tables(words, rules)
    assert len(table.rows) == rows


def test_the_cells_of_a_row_end_at_their_own_right() -> None:
    words = placed(("甲乙丙丁", 2, 98), ("戊己", 2, 84), ("乙", 105, 95), ("丙", 5, 50))
    [table], _ = find_tables(words, grid([0, 64, 200], [100, 60, 20]))
    assert table.rows[0].cells[0].text == "甲乙丙丁戊己"
    [table], _ = find_tables(words, grid([0, 80, 200], [100, 60, 20]))
    assert table.rows[0].cells[0].text == "甲乙丙丁\n戊己"


@pytest.mark.parametrize(("wide", "count"), [(35, 2), (60, 1)])
def test_a_gutter_lies_off_the_edges(wide: int, count: int) -> None:
    page = paragraph(0, 50, 700, 7, 6) + paragraph(1, 140, 700, wide, 6)
    assert len(columns(page, [])) == count


def test_sentences_set_in_lines_of_seven_ems_are_columns() -> None:
    page = paragraph(0, 50, 700, 7, 6) + paragraph(1, 140, 700, 7, 6)
    assert len(columns(page, [])) == 2
    page = paragraph(0, 50, 700, 7, 4) + paragraph(1, 140, 700, 7, 4)
    assert len(columns(page, [])) == 2
    page = paragraph(0, 50, 700, 7, 4) + paragraph(1, 140, 700, 7, 3)
    assert len(columns(page, [])) == 1


@pytest.mark.parametrize(("short", "count"), [(10, 2), (9, 1)])
def test_the_lines_of_a_column_fill_half_of_it(short: int, count: int) -> None:
    page = paragraph(0, 50, 700, 20, 6)
    for number in range(6):
        page += glyphs("文" * (short if number else 20), 270, 700 - 14 * number)
    assert len(columns(page, [])) == count
