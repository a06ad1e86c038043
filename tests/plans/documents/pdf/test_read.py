"""What pages make a document together: refusals, notes, the size of its letters, its margins."""

from __future__ import annotations

from typing import Any

import pytest

from plans.documents.document import Builder
from plans.documents.pdf import read
from plans.documents.pdf.furniture import Sheet
from plans.documents.pdf.lines import Line, Table
from plans.limits import Limits
from registry.errors import AtlasError

#: Glyphs, unmapped glyphs and pictures of a page.
Counts = tuple[int, int, int]
TEXT: Counts = (100, 0, 0)
PICTURE: Counts = (0, 0, 1)


def line(text: str, size: float = 10, left: float = 50, right: float = 300) -> Line:
    return Line(text, left, 0, right, 10, size, size, (text,))


def sheet(*lines: Line) -> Sheet:
    return Sheet(0, [list(lines)])


def written(
    pages: list[Counts], monkeypatch: pytest.MonkeyPatch, *, first: int | None = None, most: int = 9
) -> tuple[int, list[int]]:
    """How many pages are read, and which have pictures instead of text."""

    def sheets(_: object, __: object, count: int) -> Any:
        for number, counts in enumerate(pages[:count]):
            yield Sheet(number, []), *counts

    monkeypatch.setattr(read, "_sheets", sheets)
    file: Any = pages
    found, blind = read._written(file, Builder("x", limits=Limits(pages=most)), first)
    return len(found), blind


@pytest.mark.parametrize(
    ("pages", "blind"),
    [
        ([TEXT], []),
        ([TEXT, PICTURE], [2]),
        # Less than twenty glyphs beside a picture are no text.
        ([TEXT, (19, 0, 1), (20, 0, 1), (19, 0, 0)], [2]),
        ([TEXT, (0, 0, 0)], []),
        # A picture on each page, but eight glyphs a page on the average.
        ([(8, 0, 1), (8, 0, 1)], [1, 2]),
        ([(16, 0, 1), (0, 0, 1)], [1, 2]),
        ([(0, 0, 0)], []),
        # Few glyphs, and a page without a picture.
        ([(1, 0, 1), (0, 0, 0)], [1]),
        # As many without a meaning as with.
        ([(5, 5, 0)], []),
    ],
)
def test_pages_with_pictures_instead_of_text_are_noted(
    pages: list[Counts], blind: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert written(pages, monkeypatch) == (len(pages), blind)


@pytest.mark.parametrize(
    ("pages", "says"),
    [
        ([PICTURE], "OCR"),
        ([PICTURE, (0, 0, 0)], "OCR"),
        ([(7, 0, 1)], "OCR"),
        ([(8, 0, 1), (7, 0, 1)], "OCR"),
        ([(5, 6, 0)], "x: "),
        ([(5, 2, 0), (5, 9, 0)], "x: "),
        ([TEXT] * 10, "10"),
    ],
)
def test_pages_that_cannot_be_read_are_refused(
    pages: list[Counts], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AtlasError) as refused:
        written(pages, monkeypatch)
    assert says in str(refused.value)


def test_only_the_first_pages_are_read_where_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written([TEXT] * 5, monkeypatch, first=2) == (2, [])
    assert written([TEXT] * 5, monkeypatch, first=7) == (5, [])
    assert written([TEXT] * 9, monkeypatch) == (9, [])


@pytest.mark.parametrize(
    ("sizes", "body"),
    [
        ({}, 10),
        ({12: 5}, 12),
        # The size of most signs, to half a point.
        ({12: 5, 16: 6}, 16),
        ({12: 5, 16: 4}, 12),
        ({10.2: 5}, 10),
        ({10.3: 5}, 10.5),
        ({10.3: 3, 10.6: 3, 12: 5}, 10.5),
    ],
)
def test_the_size_of_most_letters(sizes: dict[float, int], body: float) -> None:
    found = sheet(*[line("文" * count, size) for size, count in sizes.items()])
    assert read._body_size([found]) == body
    # Pages count together, tables are not asked.
    parts = [Sheet(0, [[one]]) for column in found.columns for one in column]
    assert read._body_size([*parts, Sheet(0, [[Table([], (), 0, 0, 9, 9)]])]) == body


def test_how_far_columns_reach() -> None:
    sure = read.SURE_LINES
    long = [line("文")] * (sure - 1)
    assert read._right_edges([sheet(*long)], 10) == {}
    # The leftmost beginning and the farthest end of a column.
    assert read._right_edges([sheet(*long, line("文", left=44, right=310.4))], 10) == {4: [310]}
    # Lines of another size do not count.
    for size, counts in ((8.1, True), (8, False), (11.9, True), (12, False)):
        found = read._right_edges([sheet(*long, line("文", size))], 10)
        assert found == ({5: [300]} if counts else {})
    other = [line("文", right=200.6)] * sure
    right = [line("文", left=320, right=500)] * sure
    two = Sheet(1, [other, right])
    assert read._right_edges([sheet(*long, line("文")), two], 10) == {5: [201, 300], 32: [500]}


def test_notes_and_heads_stand_at_the_end_each_head_once() -> None:
    def page(number: int, note: str) -> Sheet:
        lines = [
            Line("某规划", 50, 740, 90, 750, 10, 10, ("某规划",)),
            *[
                Line(f"{text}。", 50, 690 - 14 * n, 300, 700 - 14 * n, 10, 10, (text,))
                for n, text in enumerate([f"加快{sign}铁路" for sign in "甲乙丙丁"[number:]])
            ],
            Line(note, 50, 591, 90, 600, 9, 9, (note,)),
        ]
        return Sheet(number, [list(lines)])

    builder = Builder("x", limits=Limits())
    read._join([page(0, "①一"), page(1, "②二")], builder)
    blocks = [
        (block.kind, document.text[block.start : block.end])
        for document in [builder.document("pdf")]
        for block in document.blocks
    ]
    assert [block for block in blocks if block[0] != "paragraph"] == [
        ("footnote", "①一"),
        ("footnote", "②二"),
        ("header", "某规划"),
    ]
    assert [kind for kind, _ in blocks[-3:]] == ["footnote", "footnote", "header"]
    text = "".join(words for kind, words in blocks if kind == "paragraph")
    assert "甲铁路" in text
    assert "丁铁路" in text
