"""What PDFium gives of a page: upright glyphs and ruled lines, whichever way the page is turned."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from plans.documents.document import Builder
from plans.documents.pdf.lines import _glue
from plans.documents.pdf.pages import Glyph, Page, Rule, read_page

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FORM = "<</Type/XObject/Subtype/Form/BBox[0 0 400 400]/Matrix[1 0 0 1 10 20]/Length {n}>>"


def pdf(content: str, *, page: str = "", form: str = "") -> bytes:
    """A PDF of one page, 300 by 400 points, whose writer forgot the table of its objects."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R{page}"
        f"/Resources<</Font<</F {FONT}>>/XObject<</X 5 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        f"{FORM.format(n=len(form))}\nstream\n{form}\nendstream",
    ]
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R>>\n".encode("latin-1")


def read(content: str, *, page: str = "", form: str = "") -> Page:
    """The one page of such a PDF."""
    document = pdfium.PdfDocument(pdf(content, page=page, form=form))
    try:
        return read_page(document, 0)
    finally:
        document.close()


def text(page: Page) -> str:
    """Its glyphs from left to right, upper ones first."""
    return "".join(g.text for g in sorted(page.glyphs, key=lambda g: (-round(g.middle), g.left)))


def test_glyphs_have_their_boxes() -> None:
    page = read("BT /F 10 Tf 50 300 Td (AB c) Tj ET")
    assert [g.text for g in page.glyphs] == ["A", "B", "c"]
    first = page.glyphs[0]
    assert first.left == pytest.approx(50, abs=0.5)
    assert 5 < first.right - first.left < 8
    assert 9 < first.size < 14
    assert first.bottom < 300 < first.middle < first.top


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_pages_are_turned_upright(turned: int) -> None:
    matrix = {0: "1 0 0 1 50 300", 90: "0 1 -1 0 100 50", 180: "-1 0 0 -1 250 100"}
    matrix[270] = "0 -1 1 0 100 300"
    content = f"BT /F 10 Tf {matrix[turned]} Tm (AB) Tj 0 -20 Td (CD) Tj ET"
    page = read(content, page=f"/Rotate {turned}")
    assert text(page) == "ABCD"
    lefts = [round(g.left, 1) for g in page.glyphs]
    assert lefts[0] == pytest.approx(lefts[2], abs=0.6)
    assert page.glyphs[0].middle - page.glyphs[2].middle == pytest.approx(20, abs=0.5)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_ruled_lines_turn_with_the_text(turned: int) -> None:
    matrix = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 0 0", 180: "-1 0 0 -1 0 0", 270: "0 -1 1 0 0 0"}
    shift = {0: (50, 300), 90: (50, -100), 180: (-250, -100), 270: (-300, 100)}
    x, y = shift[turned]
    words, line = f"{x} {y} Td (AB) Tj", f"{x} {y - 4} m {x + 30} {y - 4} l S"
    content = f"q {matrix[turned]} cm BT /F 10 Tf {words} ET {line} Q"
    page = read(content)
    [rule] = page.rules
    assert not rule.upright
    assert rule.start == pytest.approx(page.glyphs[0].left, abs=0.6)
    assert rule.end - rule.start == pytest.approx(30)
    assert 0 < page.glyphs[0].middle - rule.position < 12


def test_watermarks_doubles_and_what_lies_off_the_page_are_left_out() -> None:
    slanted = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 50 50 Tm (XYZ) Tj ET"
    outside = "BT /F 10 Tf 350 300 Td (O) Tj ET BT /F 10 Tf 50 450 Td (O) Tj ET"
    twice = "BT /F 10 Tf 50 300 Td (ABCD) Tj ET BT /F 10 Tf 50.2 300 Td (ABCD) Tj ET"
    assert text(read(f"{slanted} {outside} {twice}")) == "ABCD"


def test_the_same_word_again_further_on_stays() -> None:
    assert text(read("BT /F 10 Tf 50 300 Td (AAA) Tj 0 -14 Td (AAA) Tj ET")) == "AAAAAA"


def test_lines_and_rectangles_are_rules() -> None:
    page = read("10 20 m 110 20 l S 30 40 m 30 90 l S 50 50 60 40 re S 0 0 m 40 40 l S")
    assert set(page.rules) == {
        Rule(False, 20, 10, 110),
        Rule(True, 30, 40, 90),
        Rule(False, 50, 50, 110),
        Rule(True, 110, 50, 90),
        Rule(False, 90, 50, 110),
        Rule(True, 50, 50, 90),
    }


def test_short_strokes_are_none() -> None:
    assert read("10 20 m 13.9 20 l S").rules == []
    assert len(read("10 20 m 14 20 l S").rules) == 1


def test_rules_inside_drawn_forms_stand_where_they_are_shown() -> None:
    page = read("q 2 0 0 2 5 5 cm /X Do Q", form="10 20 m 60 20 l S")
    assert page.rules == [Rule(False, 85, 45, 145)]


def test_pictures_are_counted() -> None:
    image = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI"
    assert read(f"q 100 0 0 100 0 0 cm {image} Q").pictures == 1
    assert read("").pictures == 0


def test_a_drawing_without_end_is_no_table() -> None:
    many = " ".join(f"10 {n % 300} m 90 {n % 300} l S" for n in range(20_001))
    assert read(many).rules == []


def letter(text: str, left: float, size: float) -> Glyph:
    return Glyph(text, left, 0, left + 4, size)


@pytest.mark.parametrize(
    ("before", "behind", "gap", "size", "glue"),
    [
        ("a", "b", 1, 8, ""),
        ("a", "b", 1, 5, ""),
        ("云", "青", 9, 10, " "),
        ("a", "b", 1.75, 8, " "),
        ("a", "b", 1.5, 8, ""),
        ("a", "b", 0.1875, 0.5, ""),
        ("a", "b", 0.25, 0.5, " "),
        ("云", "b", 1.75, 8, ""),
        ("a", "云", 1.75, 8, ""),
        ("云", "青", 7, 8, ""),
        ("云", "青", 7.25, 8, " "),
        ("云", "青", 8, 8, " "),
        ("a", "b", 8, 8, " "),
    ],
)
def test_a_gap_of_a_fifth_parts_words_and_of_nine_tenths_all(
    before: str, behind: str, gap: float, size: float, glue: str
) -> None:
    assert _glue(letter(before, 0, size), letter(behind, 4 + gap, size)) == glue


def test_a_row_is_a_heading_only_where_that_is_said() -> None:
    builder = Builder("x")
    builder.add_row(["序号", "名称"], heading=True)
    builder.add_row(["1", "云青铁路"])
    assert [block.heading for block in builder.document("text").blocks] == [True, False]
