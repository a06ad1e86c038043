"""A text that has only lines, put together again: what each line is and where it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from plans.reading.text.folding import Folded
from plans.reading.text.layout import (
    Unit,
    _cells,
    _continues,
    _Paragraph,
    _width,
    _without_noise,
    is_heading,
    level,
    numbered,
    text_units,
    units,
)


def told(found: Unit) -> str:
    """Kind, level where it has one, and words or cells."""
    words = "|".join(cell.text for cell in found.cells) if found.cells else found.text
    return f"{found.kind}{found.level or ''} {words}"


def parts(text: str) -> list[str]:
    return [told(one) for one in text_units(text)]


@pytest.mark.parametrize(
    ("text", "depth", "body"),
    [
        ("第一章铁路", 1, 3),
        ("第十二篇铁路", 1, 4),
        ("第三节铁路", 2, 3),
        ("一、铁路", 3, 2),
        ("十二.铁路", 3, 3),
        ("(三)铁路", 4, 3),
        ("1.铁路", 5, 2),
        ("12、铁路", 5, 3),
        ("1.2.3.铁路", 5, 6),
        ("123.铁路", 5, 4),
        ("2.3铁路", 5, 3),
        ("2.3公里", 0, 0),
        ("1.5", 0, 0),
        ("(1)铁路", 6, 3),
        ("1)铁路", 6, 2),
        ("●铁路", 7, 1),
        ("a.铁路", 7, 2),
        ("铁路", 0, 0),
        ("", 0, 0),
    ],
)
def test_the_number_of_a_line(text: str, depth: int, body: int) -> None:
    assert level(text) == depth
    assert Unit(Folded(text, tuple(range(len(text)))), "item").body == body


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、铁路", True),
        ("一、" + "云" * 28, True),
        ("一、" + "云" * 29, False),
        ("铁路", False),
        ("一、铁路,公路", False),
        ("一、铁路。", False),
        ("一、铁路;", False),
        ("一、铁路:", True),
        ("专栏3综合交通工程", True),
        ("专栏3铁路,公路", True),
        ("专栏3铁路:", False),
        ("附表" + "云" * 28, True),
        ("附表" + "云" * 29, False),
        ("(一)", True),
    ],
)
def test_a_line_that_only_says_what_follows(text: str, heading: bool) -> None:
    assert is_heading(text) is heading


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("云泽abc", "云泽abc"),
        ("abc", ""),
        ("", ""),
        ("  云泽", "  云泽"),
        ("x 云泽", "x 云泽"),
        ("(1) 云泽", "(1) 云泽"),
        ("G5云泽", "G5云泽"),
        ("qq!云泽", "云泽"),
        ("!q 1.云泽", "1.云泽"),
        ("!q (云泽)", "(云泽)"),
        ("!q云泽", "云泽"),
        ("云泽 ab", "云泽"),
        ("云泽~x", "云泽"),
        ("云泽(a)", "云泽(a)"),
        ("(云泽) ~x", "(云泽)"),
        ("((云泽)) ~x", "((云泽)"),
        ("云泽) ~x", "云泽"),
        ("(云)泽) ~x", "(云)泽"),
        ("!q 云) ~x", "云"),
        ("云 a b 泽 ?x", "云 a b 泽"),
        ("云泽 G5(2026)", "云泽 G5(2026)"),
    ],
)
def test_random_letters_round_the_words_are_left_out(line: str, kept: str) -> None:
    assert line[slice(*_without_noise(line))] == kept


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("云|泽", ["云", "泽"]),
        ("|云|泽|", ["", "云", "泽", ""]),
        ("云\t2026", ["云", "2026"]),
        ("a|b", None),
        # One word is a row where it has more than two cells.
        ("云|", None),
        ("|云|", ["", "云", ""]),
        ("云||", ["云", "", ""]),
        ("1 云泽 青岚 2026", ["1", "云泽", "青岚", "2026"]),
        ("1 云泽 青岚", None),
        ("一 云泽 青岚 2026", None),
        ("1 云泽 青岚, 2026", None),
        ("1 云泽 青岚。 2026", None),
        # A figure behind the first two words lets a list stand in a cell.
        ("1 云泽、青岚 铁路 2026", ["1", "云泽、青岚", "铁路", "2026"]),
        ("1 云泽、青岚 铁路 2026—2030年", ["1", "云泽、青岚", "铁路", "2026—2030年"]),
        ("1 云泽、青岚 铁路 新建", None),
        ("1 2026 云泽、青岚 铁路", None),
        ("1 云泽、青岚 2026 铁路", ["1", "云泽、青岚", "2026", "铁路"]),
        ("1 云泽、青岚, 铁路 2026", None),
        # A line that is drawn among random signs is no cell.
        ("云泽 |x", None),
    ],
)
def test_the_cells_of_a_line(line: str, cells: list[str] | None) -> None:
    text = f"前\n{line}\n后"
    found = _cells(text, 2, 2 + len(line))
    assert (found and [cell.text for cell in found]) == cells


def test_a_cell_knows_where_it_stands() -> None:
    found = _cells("前|后\n云|泽", 4, 7)
    assert found
    assert [cell.origin for cell in found] == [(4,), (6,)]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("1 云泽铁路 2 青岚公路 3 河湾港", ["云泽铁路 ", "青岚公路 ", "河湾港"]),
        ("7 云泽铁路 8 青岚公路 9 河湾港", ["云泽铁路 ", "青岚公路 ", "河湾港"]),
        ("重点: 1 云泽铁路 2 青岚公路 3 河湾港", ["重点: ", "云泽铁路 ", "青岚公路 ", "河湾港"]),
        ("云泽 1 铁路 2 公路 4 机场", []),
        ("云泽 1 铁路 2 公路 3 机场 5 港", []),
        ("云泽 1 铁路 2 公路", []),
        ("1 云泽铁路 2 青岚公路", ["云泽铁路 2 青岚公路"]),
        ("3 云青铁路", ["云青铁路"]),
        ("  3 云青铁路", ["云青铁路"]),
        ("3 云青铁路。", []),
        ("3 " + "云" * 78, ["云" * 78]),
        ("3 " + "云" * 79, []),
        ("3 公里", []),
        ("云 3 云青铁路", []),
        ("云青铁路", []),
        ("", []),
    ],
)
def test_rows_that_a_number_begins(line: str, rows: list[str]) -> None:
    assert [line[first:last] for first, last in numbered(line)] == rows


@pytest.mark.parametrize(
    ("lengths", "wide"),
    [
        ([], 0),
        ([0, 0], 0),
        ([40], 40),
        ([40, 40, 40, 40], 40),
        # Of four lines one is full, of five none is enough.
        ([40, 31, 31, 31], 40),
        ([40, 31, 31, 31, 31], 0),
        ([40, 32, 31, 31, 31, 31, 31, 31], 40),
        ([40, 31, 31, 31, 0, 0], 40),
        ([10, 40, 8, 8, 8], 0),
    ],
)
def test_how_long_a_line_is_that_goes_on(lengths: list[int], wide: int) -> None:
    assert _width(lengths) == wide


def line(text: str) -> Folded:
    return Folded(text, tuple(range(len(text))))


@pytest.mark.parametrize(
    ("before", "behind", "flags", "goes_on"),
    [
        # What has an end, or begins anew, does not go on.
        ("云" * 20, "青岚", "", True),
        ("云" * 20, "青岚", "cells", False),
        ("云" * 20, "一、青岚", "", False),
        ("云" * 20, "①青岚", "", False),
        ("云" * 20, "专栏1", "", False),
        ("云" * 20, "续建铁路:", "", False),
        *(("云" * 20 + end, "青岚", "", False) for end in "。!?;:"),
        ("云" * 20 + ",", "青岚", "", True),
        # A page or an open bracket goes on whatever it looks like, a blank line ends.
        ("云", "青岚", "", False),
        ("云", "青岚", "page", True),
        ("云", "青岚", "page blank", True),
        ("云(", "青岚", "", True),
        ("云(", "青岚", "blank", True),
        ("云()", "青岚", "", False),
        ("云" * 20, "青岚", "blank", False),
        ("云" * 20, "一、青岚", "page", False),
        ("云。", "青岚", "page", False),
        # Full is four fifths of the longest, which has sixteen characters at least.
        ("云" * 16, "青岚", "", True),
        ("云" * 15, "青岚", "", False),
        ("云" * 15, "青岚", "wide=18", True),
        ("云" * 20, "青岚", "wide=16", True),
        ("云" * 20, "青岚", "wide=15", False),
        # Behind a bracket that closes a name only a mark goes on.
        ("云" * 18 + "(续)", "青岚", "", False),
        ("云" * 18 + "(续)", ",青岚", "", True),
        ("云" * 18 + "(续,建)", "青岚", "", False),
        ("云," + "云" * 18 + "(续)", "青岚", "", True),
        # A heading goes on where its line is full only.
        ("一、" + "云" * 14, "青岚", "", True),
        ("一、" + "云" * 13, "青岚", "", False),
        ("一、" + "云" * 13, ",青岚", "", False),
        # Prose goes on, and what a mark begins.
        *(("云" + mark + "云", "青岚", "", True) for mark in ",;、。"),
        *(("云", mark + "青岚", "", True) for mark in ",、。;)"),
        ("云", "(青岚", "", False),
    ],
)
def test_whether_a_line_goes_on(before: str, behind: str, flags: str, goes_on: bool) -> None:
    width = next((int(f[5:]) for f in flags.split() if f.startswith("wide=")), 20)
    found = _continues(
        _Paragraph([line(before)]),
        line(behind),
        [line("云")] if "cells" in flags else None,
        blank="blank" in flags,
        page="page" in flags,
        wide=width,
    )
    assert found is goes_on


def test_only_the_last_line_counts_as_full_but_marks_in_any() -> None:
    def goes_on(*before: str) -> bool:
        found = _Paragraph([line(one) for one in before])
        return _continues(found, line("青岚"), None, blank=False, page=False, wide=20)

    assert goes_on("云", "云" * 16)
    assert not goes_on("云" * 16, "云")
    assert goes_on("云,", "云")
    assert goes_on("云(", "云")
    assert not goes_on("云(", "云)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("云青铁路", ["paragraph 云青铁路"]),
        ("一、铁路\n云青铁路", ["heading3 一、铁路", "paragraph 云青铁路"]),
        ("续建铁路:\n云青铁路", ["heading 续建铁路:", "paragraph 云青铁路"]),
        ("1.建设云青铁路。", ["item5 1.建设云青铁路。"]),
        ("建设云青铁路,\n河金铁路", ["paragraph 建设云青铁路,河金铁路"]),
        ("建设云青铁路,\n\n河金铁路", ["paragraph 建设云青铁路,", "paragraph 河金铁路"]),
        ("建设云青铁路,\n—3—\n河金铁路", ["paragraph 建设云青铁路,河金铁路"]),
        ("建设云青铁路,\n\n第3页\n\n河金铁路", ["paragraph 建设云青铁路,河金铁路"]),
        ("建设云青铁路,\f河金铁路", ["paragraph 建设云青铁路,河金铁路"]),
        # A number in ASCII between dashes is a page's, one alone where the line before is full.
        *(
            (f"建设云青铁路,\n{page}\n河金铁路", ["paragraph 建设云青铁路,河金铁路"])
            for page in ("-3-", "- 12 -", "--1234--", " -3- ")
        ),
        *(
            (f"建设云青铁路,\n{page}\n河金铁路", ["paragraph 建设云青铁路,", "paragraph 河金铁路"])
            for page in ("3", "-3", "3-", "---3---", "-12345-", "-a-")
        ),
        *(
            (f"{'云' * 16}\n{page}\n青岚\n{'河' * 16}", [f"paragraph {'云' * 16}青岚", *rest])
            for page in ("3", " 1234 ", "\n12\n", "-3-")
            for rest in [[f"paragraph {'河' * 16}"]]
        ),
        *(
            (f"{words}\n3\n青岚", [f"paragraph {words}", "paragraph 青岚"])
            for words in ("云" * 15, "云" * 16 + "。")
        ),
        # A title that stands again behind a page's number is left out.
        (
            "云泽综合规划\n建设云青铁路,\n—3—\n云泽综合规划\n河金铁路",
            ["paragraph 云泽综合规划", "paragraph 建设云青铁路,河金铁路"],
        ),
        (
            "综合规划\n建设云青铁路,\n—3—\n综合规划\n河金铁路",
            ["paragraph 综合规划", "paragraph 建设云青铁路,综合规划河金铁路"],
        ),
        (
            "云泽综合规划\n建设云青铁路。\n云泽综合规划\n河金铁路",
            [
                "paragraph 云泽综合规划",
                "paragraph 建设云青铁路。",
                "paragraph 云泽综合规划",
                "paragraph 河金铁路",
            ],
        ),
        (
            "建设云青铁路,\n云|泽\n河金铁路",
            ["paragraph 建设云青铁路,", "row 云|泽", "paragraph 河金铁路"],
        ),
        ("建设云青铁路,\n+---+\n河金铁路", ["paragraph 建设云青铁路,", "paragraph 河金铁路"]),
        (
            "建设云青铁路,\n1 河金铁路\n2 白石港",
            ["paragraph 建设云青铁路,", "paragraph 河金铁路", "paragraph 白石港"],
        ),
        (
            "重点: 1 云泽铁路 2 青岚公路 3 河湾港",
            ["heading 重点:", "paragraph 云泽铁路", "paragraph 青岚公路", "paragraph 河湾港"],
        ),
        ("qq! 建设云青铁路 ?x", ["paragraph 建设云青铁路"]),
        # A line of a list is short; a full line goes on.
        ("云" * 20 + "\n" + "泽" * 10, ["paragraph " + "云" * 20 + "泽" * 10]),
        ("云" * 15 + "\n" + "泽" * 10, ["paragraph " + "云" * 15, "paragraph " + "泽" * 10]),
    ],
)
def test_the_parts_of_a_text(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_a_part_knows_where_its_words_stand() -> None:
    text = "qq!云青,\n12\n  3 河金\n+--+\n白石"
    for unit in text_units(text):
        assert [text[at] for at in unit.folded.origin] == list(unit.text)


@dataclass
class _Block:
    kind: str
    start: int
    end: int
    cells: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class _Decoded:
    text: str
    blocks: list[_Block]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("heading", "铁路建设", ["heading 铁路建设"]),
        ("heading", "1.建设云青铁路。", ["item5 1.建设云青铁路。"]),
        ("list_item", "云青铁路", ["item 云青铁路"]),
        ("list_item", "一、铁路", ["heading3 一、铁路"]),
        ("paragraph", "云青铁路", ["paragraph 云青铁路"]),
        ("paragraph", "1.建设云青铁路。", ["item5 1.建设云青铁路。"]),
        ("paragraph", "3 云青铁路", ["paragraph 云青铁路"]),
        (
            "list_item",
            "1 云泽铁路 2 青岚公路 3 河湾港",
            ["item 云泽铁路", "item 青岚公路", "item 河湾港"],
        ),
        ("paragraph", "", []),
        ("footnote", "云青铁路", []),
        ("header", "云青铁路", []),
    ],
)
def test_the_parts_that_a_document_has(kind: str, text: str, expected: list[str]) -> None:
    document = _Decoded(f"前{text}后", [_Block(kind, 1, 1 + len(text))])
    found = list(units(document))
    assert [told(one).replace(" 后", "").rstrip() for one in found] == expected
    for one in found:
        assert [document.text[at] for at in one.folded.origin] == list(one.text)


@pytest.mark.parametrize("kind", ["table_row", "cell_row"])
def test_the_rows_that_a_document_has(kind: str) -> None:
    document = _Decoded("前云泽铁路2026", [_Block(kind, 1, 9, [(1, 5), (5, 9)])])
    (found,) = units(document)
    assert told(found) == "row 云泽铁路|2026"
    assert found.text == "云泽铁路2026"
    assert [told(one) for one in units("云青铁路")] == ["paragraph 云青铁路"]
