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
