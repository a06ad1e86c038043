"""Rich text: characters in all their spellings, hidden text, tables, what stands apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.documents import read_document
from registry.errors import AtlasError
from tests.plans.documents.support import check_spans, form, parts, read_or_refuse, rows

HEAD = r"{\rtf1\ansi\ansicpg936\deff0 "
END = r"\pard 加快云青高铁建设。\par}"


def escaped(text: str) -> bytes:
    """Characters beyond ASCII as bytes of GB18030."""
    return b"".join(
        c.encode() if c < "\x80" else b"".join(b"\\'%02x" % b for b in c.encode("gb18030"))
        for c in text
    )


def found(body: str) -> list[tuple[str, str]]:
    """The parts of a document with ``body`` in it, but for the last paragraph."""
    document = read_document(escaped(HEAD + body + END), "x.rtf")
    check_spans(document)
    return [part for part in parts(document) if part[1] != "加快云青高铁建设。"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"云泽\par", "云泽"),
        (r"\u20113?\u27901?\par", "云泽"),
        (r"\u20113 ?\u-26798?\par", "云青"),
        (r"\u20113\'3f\u27901\'3f\par", "云泽"),
        (r"\uc0\u20113\u27901 x\par", "云泽x"),
        (r"\uc2\u20113??\u27901??\par", "云泽"),
        (r"{\uc2 \u20113??}\u27901?\par", "云泽"),
        (r"\u-10179?\u-9216?\par", "\U0001f400"),
        (r"\u-10240?\u-9216?\par", "\U00010000"),
        (r"\u-9217?\u-8193?\par", "\U0010ffff"),
        (r"\u-9216?云\par", "云"),
        (r"\u-10179?\u-9216?\u-9216?云\par", "\U0001f400云"),
        (r"\{云\}\\\par", "{云}\\"),
        (r"{\*\beliebig 藏}显\par", "显"),
        (r"{\beliebig 显}\par", "显"),
        (r"甲\emdash 乙\~丙\_丁\par", "甲—乙 丙-丁"),
        (r"{\b 云}{\i 泽}\par", "云泽"),
        (r"{\v 藏}显\par", "显"),
        (r"\v 藏\v0 显\par", "显"),
        (r"\v 藏\plain 显\par", "显"),
        (r"{\deleted 删}{\revised 插}\par", "插"),
        (r"{\*\generator 藏}显\par", "显"),
        (r"{\fonttbl{\f0 宋体;}}{\info{\title 藏}}显\par", "显"),
        (r"{\field{\*\fldinst 藏}{\fldrslt 显}}\par", "显"),
        ("云\r\n泽\\par", "云泽"),
        ("云\\\n", "云"),
    ],
)
def test_characters(body: str, text: str) -> None:
    assert found(body) == [("paragraph", text)]


def test_other_code_pages() -> None:
    big5 = b"".join(b"\\'%02x" % b for b in "雲澤高速鐵路".encode("big5"))
    data = rb"{\rtf1\ansi\ansicpg950 " + big5 + rb"\par}"
    assert read_document(data, "x").text == "雲澤高速鐵路"
    fonts = rb"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset136 B;}}"
    data = rb"{\rtf1\ansi\ansicpg936" + fonts + rb"\f1 " + big5 + rb"\par}"
    assert read_document(data, "x").text == "雲澤高速鐵路"


def test_lines_and_paragraphs() -> None:
    assert found(r"一、铁路\line 加快建设。\par\par 公路\par") == [
        ("paragraph", "一、铁路"),
        ("paragraph", "加快建设。"),
        ("paragraph", "公路"),
    ]


def test_tables() -> None:
    body = (
        r"\trowd\intbl 序号\cell 名称\cell\row\trowd\intbl 1\cell 甲\par 铁路\cell\row"
        r"\pard 后\par"
    )
    document = read_document(escaped(HEAD + body + END), "x")
    assert rows(document) == [["序号", "名称"], ["1", "甲\n铁路"]]
    assert [kind for kind, _ in parts(document)] == ["table_row"] * 2 + ["paragraph"] * 2


def test_notes_and_margins_stand_apart() -> None:
    assert found(r"{\header 页眉\par}云{\footnote 注}泽\par") == [
        ("paragraph", "云泽"),
        ("header", "页眉"),
        ("footnote", "注"),
    ]


@pytest.mark.parametrize("data", [escaped(HEAD + "建设"), b"{\\rtf1" + b"{" * 900])
def test_cut_files_are_damaged(data: bytes) -> None:
    with pytest.raises(AtlasError, match="damaged"):
        read_document(data, "x")


@given(st.integers(0, 2000), st.binary(max_size=12))
def test_any_change_is_read_or_refused(at: int, piece: bytes) -> None:
    data = form("plan.rtf")
    read_or_refuse(data[:at] + piece + data[at:])
    read_or_refuse(data[:at] + data[at + len(piece) :])


def test_behind_a_table_each_paragraph_is_one() -> None:
    told = found(r"\trowd\intbl 甲\cell 乙\cell\row\pard 丙\par 丁\par")
    assert told[1:] == [("paragraph", "丙"), ("paragraph", "丁")]


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        *[("emdash", "—"), ("endash", "–"), ("lquote", "‘"), ("rquote", "’")],
        *[("ldblquote", "“"), ("rdblquote", "”"), ("bullet", "•")],
    ],
)
def test_signs_by_their_name(word: str, sign: str) -> None:
    assert found(rf"云\{word} 泽\par") == [("paragraph", f"云{sign}泽")]


UNREAD = """
fonttbl colortbl stylesheet info pict object themedata datastore listtable listoverridetable
generator xmlnstbl rsidtbl latentstyles fldinst filetbl revtbl bkmkstart bkmkend shppict
nonshppict colorschememapping mmathPr pgptbl wgrffmtfilter pntext pnseclvl template
"""


@pytest.mark.parametrize("word", UNREAD.split())
def test_groups_without_words_of_the_text(word: str) -> None:
    assert found(rf"{{\{word} 藏{{藏}}}}显\par") == [("paragraph", "显")]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *[(f"header{page}", "header") for page in ("", "l", "r", "f")],
        *[(f"footer{page}", "header") for page in ("", "l", "r", "f")],
        ("footnote", "footnote"),
    ],
)
def test_groups_that_stand_apart(word: str, kind: str) -> None:
    # A group inside belongs to it; what stands apart comes at the end, one by one.
    assert found(rf"云{{\{word} 甲{{\b 乙}}丙}}泽{{\{word} 丁}}\par") == [
        ("paragraph", "云泽"),
        (kind, "甲乙丙"),
        (kind, "丁"),
    ]


@pytest.mark.parametrize("word", ["par", "sect", "page"])
def test_what_ends_a_paragraph(word: str) -> None:
    assert found(rf"甲。\{word} 乙。\{word} ") == [("paragraph", "甲。"), ("paragraph", "乙。")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # Hidden from here on, or no longer.
        (r"\v 藏\v0 显\par", "显"),
        (r"\v1 藏\v0 显\par", "显"),
        (r"\deleted 藏\deleted0 显\par", "显"),
        (r"\deleted1 藏\plain 显\par", "显"),
        (r"{\v 藏}显\par", "显"),
        (r"{\v{藏}}显\par", "显"),
        (r"{\*\x 藏\plain 藏}显\par", "显"),
        # One space behind a control word is of it, the next is not, nor is one without a word.
        (r"甲\b  乙\par", "甲 乙"),
        (r"甲\b0  乙\par", "甲 乙"),
        (r"甲\b-1  乙\par", "甲 乙"),
        (r"甲\b{}  乙\par", "甲  乙"),
        # Words and numbers are as long as they may be.
        ("甲\\" + "b" * 32 + "c乙\\par", "甲c乙"),
        ("甲\\b" + "1" * 10 + "2乙\\par", "甲2乙"),
        # Signs that mean nothing here.
        (r"甲\|乙\:丙\par", "甲乙丙"),
        (r"甲\~乙\_丙\par", "甲 乙-丙"),
        # A character of no number, half of a pair.
        (r"\u0?甲\par", "甲"),
        (r"甲\u 乙\par", "甲乙"),
    ],
)
def test_what_is_left_of_words(body: str, text: str) -> None:
    assert found(body) == [("paragraph", text)]


@pytest.mark.parametrize(
    ("count", "left"),
    [
        *[("0", "abcdefghijkl"), ("2", "cdefghijkl"), ("-3", "abcdefghijkl")],
        *[("9", "jkl"), ("10", "jkl"), ("", "bcdefghijkl")],
    ],
)
def test_up_to_nine_characters_stand_for_one_given_by_number(count: str, left: str) -> None:
    assert found(rf"\uc{count}\u20113 abcdefghijkl\par") == [("paragraph", "云" + left)]


@pytest.mark.parametrize(
    ("behind", "left"),
    [("{abc}d", "abcd"), (r"\b abc", "abc"), (r"}abc{\b ", "abc"), (r"\'61bc", "bc")],
)
def test_they_end_with_the_group_or_at_a_word(behind: str, left: str) -> None:
    assert found(rf"{{\u20113 {behind}}}\par") == [("paragraph", "云" + left)]


@pytest.mark.parametrize(
    ("page", "codec"),
    [
        *[("936", "gb18030"), ("950", "big5hkscs"), ("65001", "utf-8"), ("932", "cp932")],
        *[("99999", "gb18030"), ("0", "gb18030")],
    ],
)
def test_bytes_are_of_the_code_page(page: str, codec: str) -> None:
    said = "".join(rf"\'{byte:02x}" for byte in "高速".encode(codec))
    assert found(rf"{{\ansicpg{page} {said}\par}}") == [("paragraph", "高速")]


def test_a_code_page_without_a_number_changes_nothing() -> None:
    assert found(r"\ansicpg 云\par") == [("paragraph", "云")]


@pytest.mark.parametrize(
    ("charset", "codec"),
    [(134, "gb18030"), (136, "big5hkscs"), (128, "cp932"), (129, "cp949"), (0, "big5hkscs")],
)
def test_bytes_are_of_the_font(charset: int, codec: str) -> None:
    """A font without a character set of its own leaves the code page, here 950."""
    said = "".join(rf"\'{byte:02x}" for byte in "高速道路".encode(codec))
    table = rf"{{\fonttbl{{\f0\fcharset0 A;}}{{\f3\fcharset{charset} B;}}}}"
    assert found(rf"{{\ansicpg950{table}\f3 {said}\par}}") == [("paragraph", "高速道路")]
    # The font holds to the end of its group.
    other = "".join(rf"\'{byte:02x}" for byte in "高速".encode("big5hkscs"))
    assert found(rf"{{\ansicpg950{table}{{\f3 {said}}}{other}\par}}") == [
        ("paragraph", "高速道路高速")
    ]


def test_a_character_set_is_given_in_the_table_of_fonts_alone() -> None:
    # Behind the table it names no font, and in it a font is not yet chosen.
    table = r"{\fonttbl{\f1\fcharset136 A;}{\f2\fcharset134 B;}\f1 }"
    assert found(table + r"\f2\fcharset136\f2 云\par") == [("paragraph", "云")]
    assert found(r"{\fonttbl{\f1 A;}{\*\x{y}}{\f4\fcharset128 B;}}云\par") == [("paragraph", "云")]


def test_a_group_that_was_never_opened_is_no_end() -> None:
    data = escaped(HEAD + r"云泽\par}}} 青岚\par")
    assert [text for _, text in parts(read_document(data, "x.rtf"))] == ["云泽", "青岚"]


@pytest.mark.parametrize("cut", [HEAD, HEAD + "{云", HEAD + r"云\par"])
def test_a_group_that_is_not_closed_is_damage(cut: str) -> None:
    with pytest.raises(AtlasError, match="damaged"):
        read_document(escaped(cut), "x.rtf")


def test_a_table_ends_where_a_paragraph_begins_outside() -> None:
    body = (
        r"前\par\intbl 甲\par 乙\cell  丙 \cell\row\trowd 丁\cell 戊\cell\row"
        r"\pard 中\par\trowd 己\cell 庚\cell\row"
    )
    document = read_document(escaped(HEAD + body + END), "x.rtf")
    assert rows(document) == [["甲\n乙", "丙"], ["丁", "戊"], ["己", "庚"]]
    assert [kind for kind, _ in parts(document)] == [
        *["paragraph", "table_row", "table_row", "paragraph", "table_row", "paragraph"]
    ]


def test_a_table_at_the_end_is_written() -> None:
    document = read_document(escaped(HEAD + r"\trowd 甲\cell 乙\cell\row}"), "x.rtf")
    assert rows(document) == [["甲", "乙"]]


def test_what_was_begun_at_the_end_is_a_paragraph() -> None:
    assert [t for _, t in parts(read_document(escaped(HEAD + r"云泽}"), "x.rtf"))] == ["云泽"]


@pytest.mark.parametrize(
    ("fonts", "chosen", "right"),
    [
        (r"{\f0\fcharset136 A;}{\f1\fcharset134 B;}", r"\f0 ", True),
        (r"{\f0\fcharset134 A;}{\f1\fcharset136 B;}", r"\f1 ", True),
        # One that has no number is the first.
        (r"\fcharset136 A;", r"\f0 ", True),
        (r"\fcharset136 A;", r"\f1 ", False),
        (r"{\f0\fcharset136 A;}", "", False),
    ],
)
def test_characters_are_of_the_font_that_is_chosen(fonts: str, chosen: str, right: bool) -> None:
    body = "".join(rf"\'{b:02x}" for b in "雲澤".encode("big5"))
    [(_, read)] = found(rf"{{\fonttbl{fonts}}}{{{chosen}{body}}}\par ")
    assert (read == "雲澤") is right, read
