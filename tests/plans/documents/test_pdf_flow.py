"""PDF pages: lines to paragraphs across columns and pages; what stands beside the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plans.documents import Document
from plans.documents.document import Builder
from plans.documents.grid import Cell, Row
from plans.documents.pdf.flow import Flow
from plans.documents.pdf.furniture import Sheet, set_heads_apart, set_notes_apart
from plans.documents.pdf.lines import Line, Part, Table, make_line
from tests.plans.documents.support import SIZE, glyphs, parts, rows, texts


def line(text: str, number: int, *, left: float = 50, size: float = SIZE) -> Line:
    """The line at place ``number`` of a page."""
    return make_line(glyphs(text, left, 700 - 14 * number, size))


def flow(*of_columns: Sequence[Part], rights: dict[int, list[float]] | None = None) -> Document:
    """What the lines of columns make."""
    builder = Builder("x")
    found = Flow(builder, SIZE, rights or {})
    for column in of_columns:
        found.column(list(column))
    found.end()
    return builder.document("pdf")


FULL = "文" * 19


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (line("云" + FULL, 0), line("泽" + FULL, 1), True),
        (line("云" + FULL[:17], 0), line("泽" + FULL, 1), False),
        (line("云" + FULL[:18], 0), line("泽" + FULL, 1), True),
        (line("云" + FULL[:17], 0), line("2027年" + FULL[:16], 1), True),
        (line("云" + FULL[:16], 0), line("2027年" + FULL[:16], 1), False),
        (line("云" + FULL[:18] + "。", 0), line("泽" + FULL, 1), True),
        (line("云" + FULL[:18] + "。", 0), line("泽" + FULL[:17], 1, left=70), False),
        (line("云" + FULL, 0), line("泽" + FULL[:17], 1, left=70), True),
        (line("云" + FULL[:18] + "。", 0), line("一、" + FULL[:17], 1), False),
        (line("云" + FULL, 0), line("一、" + FULL[:16], 1, left=70), False),
        (line("云" + FULL[:8], 0), line("，泽" + FULL[:18], 1), True),
        (line("云" + FULL, 0), line("泽" + FULL[:15], 1, size=12), False),
        (line("云" + FULL, 0), line("泽" + FULL, 1, size=10.5), True),
        (line("云" + FULL, 0), line("泽" + FULL, 1.5), True),
        (line("云" + FULL, 0), line("泽" + FULL, 1.6), False),
    ],
)
def test_lines_of_one_paragraph(first: Line, second: Line, joined: bool) -> None:
    whole = [line(FULL + "尾", 40)]  # shows how wide the column is
    found = [text for _, text in parts(flow([first, second, *whole]))]
    assert (found[0] == first.text + second.text) is joined


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    def begins(first: str, second: str, left: float = 50) -> int:
        lines = [line(FULL + "首", 0), line(first, 1)]
        other = [line(second, 0, left=left), line(FULL + "尾", 20), line(FULL + "尾", 30)]
        return len(parts(flow(lines, other)))

    assert begins(FULL + "云", "泽至青岚") == 3
    assert begins("云", "泽至青岚") == 3
    assert begins(FULL + "。", "泽至青岚") == 4
    assert begins(FULL + "云", "一、铁路") == 4
    assert begins(FULL + "云", "泽至青岚", left=70) == 4


def test_a_short_column_takes_its_edge_from_others() -> None:
    lines = [line(FULL[:10], 0), line("泽", 1)]
    assert len(parts(flow(lines))) == 1
    assert len(parts(flow(lines, rights={5: [250.0]}))) == 2
    assert len(parts(flow(lines, rights={5: [100.0]}))) == 1
    assert len(parts(flow(lines, rights={9: [250.0]}))) == 1


def test_kinds_of_paragraphs() -> None:
    title = [line("云泽市综合交通", 0, left=90, size=16), line("三年行动计划", 2, left=95, size=16)]
    body = [
        line("一、" + FULL, 5),
        line("正文。", 6),
        line("专栏1重点", 9),
        line("正文" + FULL, 12),
    ]
    assert parts(flow([*title, *body])) == [
        ("heading", "云泽市综合交通三年行动计划"),
        ("list_item", "一、" + FULL + "正文。"),
        ("paragraph", "专栏1重点"),
        ("paragraph", "正文" + FULL),
    ]
    long = [line("云" * 41, 0, size=16)]
    assert parts(flow(long))[0][0] == "paragraph"
    assert parts(flow([line("云" * 40, 0, size=16)]))[0][0] == "heading"
    assert parts(flow([line("云。泽", 0, size=16)]))[0][0] == "paragraph"
    assert parts(flow([line("云泽", 0, size=11.4)]))[0][0] == "paragraph"


def test_rows_without_ruled_lines() -> None:
    table = [
        line("序号  名称  进度", 0),
        line("1  甲铁路  续建", 1),
        line("2  乙铁路  前期", 2),
    ]
    found = flow([line("前", -2), *table, line("后", 5)])
    assert rows(found) == [
        ["序号", "名称", "进度"],
        ["1", "甲铁路", "续建"],
        ["2", "乙铁路", "前期"],
    ]
    assert [b.heading for b in found.blocks] == [False, True, False, False, False]
    assert rows(flow(table[:2])) == []
    assert rows(flow([table[0], line("1  甲铁路", 1), line("2  乙铁路", 2)])) == []


def table(*of_rows: Sequence[str], left: float = 50, wide: float = 100) -> Table:
    """A table of three columns."""
    xs = (left, left + 30, left + 30 + wide, left + 200)
    return Table([Row(list(map(Cell, cells))) for cells in of_rows], xs, left, 0, left + 200, 100)


HEADS = ("序号", "名称", "进度")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (
            table(HEADS, ("1", "甲", "续建")),
            table(HEADS, ("2", "乙", "前期")),
            [HEADS, ("1", "甲", "续建"), ("2", "乙", "前期")],
        ),
        (
            table(HEADS, ("1", "云泽至青", "续建")),
            table(("", "岚铁路", ""), ("2", "乙", "前期")),
            [HEADS, ("1", "云泽至青岚铁路", "续建"), ("2", "乙", "前期")],
        ),
        (
            table(HEADS, ("1", "甲", "续建")),
            table(("", "小计", ""), ("2", "乙", "前期")),
            [HEADS, ("1", "甲", "续建"), ("", "小计", ""), ("2", "乙", "前期")],
        ),
        (
            table(("类", "名称", "进度"), ("铁路", "甲", "续建")),
            table(("", "乙", "前期")),
            [("类", "名称", "进度"), ("铁路", "甲", "续建"), ("", "乙", "前期")],
        ),
    ],
)
def test_a_table_that_pages_cut(first: Table, second: Table, found: list[tuple[str, ...]]) -> None:
    document = flow([first], [second])
    assert [tuple(row) for row in rows(document)] == found
    assert [b.heading for b in document.blocks].count(True) <= 1


def test_tables_with_other_columns_or_text_between_are_two() -> None:
    first, other = table(HEADS, ("1", "甲", "续建")), table(HEADS, ("2", "乙", "前期"), wide=110)
    assert len(rows(flow([first], [other]))) == 4
    first, again = table(HEADS, ("1", "甲", "续建")), table(HEADS, ("2", "乙", "前期"))
    assert len(rows(flow([first, line("附表二", 3)], [again]))) == 4


def test_running_heads_and_page_numbers_stand_apart() -> None:
    sheets = [
        Sheet(n, [[line("云泽市公报", 0), line(f"第{n}段" + FULL, 3), line(f"— {n} —", 20)]])
        for n in range(3)
    ]
    set_heads_apart(sheets, SIZE)
    assert [sheet.heads for sheet in sheets] == [["云泽市公报", f"—{n}—"] for n in range(3)]
    assert texts(sheets[1].columns) == [["第1段" + FULL]]


def test_what_recurs_elsewhere_is_text() -> None:
    def heads(second: int, count: int) -> int:
        sheets = [
            Sheet(n, [[line("云泽", second if n else 0), line("文" * n + FULL, 4)]])
            for n in range(count)
        ]
        set_heads_apart(sheets, SIZE)
        return sum(len(sheet.heads) for sheet in sheets)

    assert heads(0, 2) == 2
    assert heads(1, 2) == 0
    six = [Sheet(n, [[line("云泽" if n < 2 else f"{'甲乙丙丁'[n - 2]}句", 0)]]) for n in range(6)]
    set_heads_apart(six, SIZE)
    assert not any(sheet.heads for sheet in six)


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        *(
            (text, True)
            for text in ("3", "- 3 -", "— 12 —", "第3页", "第 3 页 共 9 页", "3/9", "iv")
        ),
        *((text, False) for text in ("2027年", "3公里", "G42", "第三页", "12345")),
        ("https://example.invalid/plan.html 2/12", True),
        ("file:///plan.html", True),
        ("见 https://example.invalid/plan.html", False),
    ],
)
def test_page_numbers(text: str, is_number: bool) -> None:
    sheet = Sheet(0, [[line(FULL, 0), line(text, 1)]])
    set_heads_apart([sheet], SIZE)
    assert bool(sheet.heads) is is_number


@pytest.mark.parametrize(
    ("size", "gap", "apart"), [(7, 3, True), (9.3, 3, False), (7, 1.5, False), (7, 1, False)]
)
def test_a_small_line_far_from_the_text_is_a_head(size: float, gap: float, apart: bool) -> None:
    top = make_line(glyphs("云泽市公报", 50, 700 + 7, size))
    sheet = Sheet(0, [[top, make_line(glyphs(FULL, 50, 700 - size + 7 - gap * SIZE))]])
    set_heads_apart([sheet], SIZE)
    assert bool(sheet.heads) is apart


def test_footnotes_at_the_foot_of_a_page_stand_apart() -> None:
    body = [line(FULL, 0), line("①正文", 1)]
    notes = [line("①原名云泽铁路，", 20, size=8), line("2019年列入。", 21, size=8)]
    sheet = Sheet(0, [[*body, *notes, line("2见年报", 22, size=8)]])
    set_notes_apart(sheet, SIZE)
    assert sheet.notes == ["①原名云泽铁路，2019年列入。", "2见年报"]
    assert texts(sheet.columns) == [[FULL, "①正文"]]
    plain = Sheet(0, [[line(FULL, 0), line("附注", 20, size=8)]])
    set_notes_apart(plain, SIZE)
    assert plain.notes == []
    large = Sheet(0, [[line(FULL, 0), line("①正文", 20, size=9.3)]])
    set_notes_apart(large, SIZE)
    assert large.notes == []


def test_an_indent_is_more_than_a_little_over_an_em() -> None:
    def joined(indent: float) -> bool:
        lines = [line("云" + FULL[:18] + "。", 0), line("泽" + FULL[:17], 1, left=50 + indent)]
        return len(parts(flow([*lines, line(FULL + "尾", 40)]))) == 2

    assert joined(12)
    assert not joined(12.1)


def test_latin_words_stay_apart_where_a_line_ends() -> None:
    wide = line(FULL + "尾", 40)
    found = flow([line("甲" + FULL[:15] + "G5 and", 0), line("Gulf", 1), wide])
    assert parts(found)[0][1] == "甲" + FULL[:15] + "G5 and Gulf"
    found = flow([line(FULL + "a", 0), line("文" * 18, 1), wide])
    assert parts(found)[0][1] == FULL + "a" + "文" * 18
    found = flow([line(FULL[:18] + "2027", 0), line("2028", 1), wide])
    assert parts(found)[0][1] == FULL[:18] + "20272028"


def test_heads_recur_on_two_of_four_and_three_of_five_pages() -> None:
    def heads(recurring: int, count: int) -> int:
        signs = "甲乙丙丁戊己庚"
        sheets = [
            Sheet(n, [[line("公报" if n < recurring else signs[n], 0), line(signs[n] + FULL, 4)]])
            for n in range(count)
        ]
        set_heads_apart(sheets, SIZE)
        return sum(len(sheet.heads) for sheet in sheets)

    assert heads(2, 4) == 2
    assert heads(2, 5) == 0
    assert heads(3, 5) == 3


def test_only_the_outermost_lines_can_be_heads() -> None:
    sheets = []
    for n in range(3):
        words = ("甲乙丙"[n] + FULL, "丁戊己"[n], "公报", "庚辛壬"[n], "子丑寅"[n])
        sheets.append(Sheet(n, [[line(word, at) for at, word in enumerate(words)]]))
    set_heads_apart(sheets, SIZE)
    assert not any(sheet.heads for sheet in sheets)


def test_a_page_of_notes_only() -> None:
    sheet = Sheet(0, [[line("①甲注", 0, size=8), line("②乙注", 1, size=8)]])
    set_notes_apart(sheet, SIZE)
    assert sheet.notes == ["①甲注", "②乙注"]
    assert sheet.columns == [[]]


def test_a_column_that_counts_is_the_first_or_the_second() -> None:
    first = table(("类", "序号", "名称"), ("铁路", "1", "云泽至"))
    second = table(("", "", "青岚铁路"))
    assert rows(flow([first], [second]))[-1] == ["铁路", "1", "云泽至青岚铁路"]
    third = table(("类", "名称", "序号"), ("铁路", "云泽至", "1"))
    assert len(rows(flow([third], [table(("", "青岚铁路", ""))]))) == 3


def test_rows_of_other_lengths_are_not_joined() -> None:
    first, second = table(HEADS, ("1", "云泽至", "续建")), table(("", "青岚铁路", ""))
    second.rows[0].cells.pop()
    assert len(rows(flow([first], [second]))) == 3


def test_an_unruled_table_is_written_once_where_it_begins() -> None:
    lines = [line(f"{n}  甲铁路  续建", n) for n in range(4)]
    found = flow([*lines, line("1  2  3  4", 4), line("1  2  3  4", 5), line("1  2  3  4", 6)])
    assert [len(row) for row in rows(found)] == [3, 3, 3, 3, 4, 4, 4]
