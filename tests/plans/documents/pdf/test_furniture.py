"""What is no running text of a page: heads, page numbers, footnotes; each bound from both sides."""

from __future__ import annotations

import pytest

from plans.documents.pdf.furniture import Sheet, set_heads_apart, set_notes_apart
from plans.documents.pdf.lines import Line, Part, Table


def line(text: str, top: float, size: float = 10) -> Line:
    wide = size * len(text)
    return Line(text, 0, top - size, wide, top, size, size, (text,))


def table(top: float, bottom: float) -> Table:
    return Table([], (), 0, bottom, 100, top)


def sheet(*parts: Part, number: int = 1) -> Sheet:
    return Sheet(number, [list(parts)])


def left(found: Sheet) -> list[str]:
    return [p.text for column in found.columns for p in column if isinstance(p, Line)]


@pytest.mark.parametrize(
    ("parts", "edges"),
    [
        ([line(sign, 700 - 14 * n) for n, sign in enumerate("甲乙丙丁戊")], "甲乙丁戊"),
        # Less than four times the size of their letters from the outermost.
        ([line("甲", 700), line("乙", 660.1), *(line("文", 600 - n) for n in (0, 90))], "甲乙文"),
        ([line("甲", 700), line("乙", 660), *(line("文", 600 - n) for n in (0, 90))], "甲文"),
        ([line("文", 700), line("文", 600), line("甲", 239.9), line("乙", 200)], "文甲乙"),
        ([line("文", 700), line("文", 600), line("甲", 240), line("乙", 200)], "文乙"),
        # Also of a table.
        ([table(740, 720), line("甲", 700.1), line("文", 400), line("乙", 200)], "甲乙"),
        ([table(740, 720), line("甲", 700), line("文", 400), line("乙", 200)], "乙"),
        ([line("甲", 700), line("文", 400), line("乙", 199.9), table(190, 150)], "甲乙"),
        ([line("甲", 700), line("文", 400), line("乙", 200), table(190, 150)], "甲"),
        # None is counted twice.
        ([line("甲", 700), line("乙", 686), line("丙", 672)], "甲乙丙"),
        ([line("甲", 700)], "甲"),
        ([], ""),
    ],
)
def test_the_outer_lines_of_a_page(parts: list[Part], edges: str) -> None:
    assert "".join(found.text for found in sheet(*parts).edges()) == edges
    assert "".join(found.text for found in Sheet(1, [[p] for p in parts]).edges()) == edges


@pytest.mark.parametrize(
    ("others", "away"),
    [
        ([], float("inf")),
        ([line("文", 480)], 10),
        ([line("文", 520)], 10),
        ([line("文", 480), line("文", 505)], -5),
        ([line("文", 300), table(470, 400)], 20),
    ],
)
def test_how_far_a_line_is_from_the_rest(others: list[Part], away: float) -> None:
    own = line("甲", 500)
    assert Sheet(1, [[own], others]).stands_off(own) == away


def heads(*tops: tuple[str, float], size: float = 10) -> list[list[str]]:
    """What is set apart of pages that have one line more above their text."""
    sheets = [
        sheet(line(text, top, size), *(line(own[n], 600 - 14 * n) for n in range(6)), number=k)
        for k, (text, top) in enumerate(tops)
        for own in ["天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕"[6 * k :]]
    ]
    set_heads_apart(sheets, 10)
    for found in sheets:
        assert len(left(found)) + len(found.heads) == 7
    return [found.heads for found in sheets]


@pytest.mark.parametrize(
    ("tops", "apart"),
    [
        # On two of up to four pages, on three of more.
        ([700, 700], 2),
        ([700], 0),
        ([700, 700, None, None], 2),
        ([700, 700, None, None, None], 0),
        ([700, 700, 700, None, None], 3),
        # At the same height, within four points.
        ([700, 696.1], 2),
        ([700, 696], 0),
        ([700, 697, 694], 3),
    ],
)
def test_heads_recur_at_the_same_height(tops: list[float | None], apart: int) -> None:
    names = ["云 泽规划", "云泽规 划", "云泽规划", "云泽规划", "云泽规划"]
    given = [(names[n], top) if top else ("甲乙丙丁戊"[n], 700.0) for n, top in enumerate(tops)]
    found = heads(*given)
    assert sum(bool(one) for one in found) == apart
    assert all(one in ([], [text]) for one, (text, _) in zip(found, given, strict=True))


def test_heads_that_count_are_alike() -> None:
    assert heads(("规划一章", 700), ("规划二章", 700)) == [[], []]
    assert heads(("规划第1章", 700), ("规划第22章", 700)) == [["规划第1章"], ["规划第22章"]]


@pytest.mark.parametrize(
    ("text", "top", "size", "apart"),
    [
        # Small, and more than twice the size of the text's letters away from it.
        ("某规划", 629.2, 9.1, True),
        ("某规划", 629.1, 9.1, False),
        ("某规划", 700, 9.1, True),
        ("某规划", 700, 9.3, False),
        # Footnotes are not.
        ("①某规划", 700, 9.1, False),
    ],
)
def test_what_is_small_and_far_from_the_text(
    text: str, top: float, size: float, apart: bool
) -> None:
    assert heads((text, top), size=size) == [[text] if apart else []]


def test_what_stands_alone_on_a_page_is_its_text() -> None:
    page = sheet(line("某规划", 700, 9))
    set_heads_apart([page], 10)
    assert (page.heads, left(page)) == ([], ["某规划"])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[(text, True) for text in ("1", "- 12 -", "— 3 —", "第 3 页", "第3页共20页", "3/20")],
        *[(text, True) for text in ("3 / 20", "3，共20页", "xiv", "IV", "·1234·", "|12|", "3页")],
        *[(text, False) for text in ("12345", "第三页", "3章", "xivivxi", "3/20/1", "某1")],
        # What a browser prints below a page.
        ("https://x.cn/a.html", True),
        ("http://x.cn/a.html 1/20", True),
        ("file:///a.html  1 / 20 ", True),
        ("ftp://x.cn/a.html", False),
        ("https://x.cn/a.html 某", False),
    ],
)
def test_page_numbers_and_addresses(text: str, number: bool) -> None:
    page = sheet(line(text, 613), *(line(f"{n}文", 600 - 14 * n) for n in range(6)))
    set_heads_apart([page], 10)
    assert page.heads == ([text] if number else [])


@pytest.mark.parametrize(
    ("below", "notes"),
    [
        ([("①注", 9)], ["①注"]),
        ([("①注", 9.2)], ["①注"]),
        ([("①注", 9.3)], []),
        ([("①甲", 9), ("②乙", 9)], ["①甲", "②乙"]),
        # A line without a sign goes on with the note before it.
        ([("①甲", 9), ("乙", 9), ("②丙", 9), ("丁", 9)], ["①甲乙", "②丙丁"]),
        ([("甲", 9), ("乙", 9)], []),
        ([("甲", 9), ("①乙", 9)], ["①乙"]),
        # Text of the full size ends them.
        ([("①甲", 9), ("文", 10), ("②乙", 9)], ["②乙"]),
        ([("①甲", 9), ("文", 10)], []),
        *[([(f"{sign}注", 9)], [f"{sign}注"]) for sign in ("[1]", "〔12〕", "［123］", "⑳", "1")],
        *[([(text, 9)], []) for text in ("[1234]注", "1.注", "1、注", "123注", "1年", "注1")],
    ],
)
def test_footnotes_are_small_lines_at_the_foot(
    below: list[tuple[str, float]], notes: list[str]
) -> None:
    own = [line("文", 700), *(line(t, 600 - 14 * n, size) for n, (t, size) in enumerate(below))]
    page = sheet(*own)
    set_notes_apart(page, 10)
    assert page.notes == notes
    gone = sum(len(note) for note in notes)
    assert sum(len(text) for text in left(page)) == sum(len(x.text) for x in own) - gone


def test_each_column_has_its_own_notes_and_a_table_ends_them() -> None:
    page = Sheet(
        1,
        [
            [line("文", 700), line("①甲", 600, 9)],
            [line("②乙", 700, 9), table(690, 600), line("③丙", 500, 9)],
        ],
    )
    set_notes_apart(page, 10)
    assert page.notes == ["①甲", "③丙"]
    assert left(page) == ["文", "②乙"]
