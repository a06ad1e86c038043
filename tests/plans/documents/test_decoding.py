"""Encodings: each is known by the words it makes, whatever a file declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.documents import read_document
from plans.documents.decoding import _score, decode
from registry.errors import AtlasError
from tests.plans.documents.support import read_or_refuse

SIMPLE = "加快云泽至青岚高速铁路建设，力争2028年开工。\n二、公路\n新开工G889白石至金塘段改建。"
FULL = "加快雲澤至青嵐高速鐵路建設，力爭2028年開工。\n二、公路\n新開工G889白石至金塘段改建。"
MARKS = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SIMPLE, e) for e in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", *MARKS)),
        *((FULL, e) for e in ("utf-8", "big5", "gb18030", "utf-16-le", "utf-16-be", *MARKS)),
    ],
)
def test_each_encoding_with_and_without_mark(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), "x")
    assert found.text == text
    assert found.damaged == 0
    known = {"big5": "big5hkscs", **MARKS}.get(encoding, encoding)
    assert found.encoding == known


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_marks_of_the_other_byte_order(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + SIMPLE.encode(encoding), "x").text == SIMPLE


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-8", "utf-16-le"])
def test_short_texts_are_known_too(encoding: str) -> None:
    text = "建設高速公路" if encoding == "big5" else "建设高速公路"
    assert decode(text.encode(encoding), "x").text == text


def test_two_bytes_that_are_valid_utf8_too() -> None:
    assert (
        decode("联通".encode("gb18030") + "工程建设".encode("gb18030"), "x").text == "联通工程建设"
    )


def test_single_damaged_bytes_are_replaced_and_told() -> None:
    data = (SIMPLE * 20).encode("gb18030").replace("力争".encode("gb18030"), b"\xff\xff", 1)
    found = decode(data, "x")
    assert found.encoding == "gb18030"
    assert found.damaged > 0
    document = read_document(data, "x.txt")
    assert "�" in document.text
    assert str(found.damaged) in document.notes[0].zh
    assert "gb18030" in document.notes[0].en


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 400,
        b"\x7fELF\x02\x01\x01" + bytes(200) + "建设".encode() + bytes(200),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(AtlasError) as caught:
        read_document(data, "x")
    assert "认不出" in caught.value.zh


@given(
    st.text(alphabet="加快推进成渝高铁建设和公路、水运项目，的在。一二三（）2019年\n", min_size=12)
)
def test_any_plan_text_survives_every_encoding(text: str) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-16"):
        if sum(c > "\x7f" for c in text) > 8:
            assert decode(text.encode(encoding), "x").text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("a\x7f", 1.0),
        ("", 1.0),
        ("ascii only", 1.0),
        ("a\x00", 0.0),
        ("建设", 1.0),
        ("建鬱", 0.5),
        ("鬱鬱", 0.0),
        ("建\ue000", -0.5),
        ("建设\x01\u3000", (3 - 2) / 3),
    ],
)
def test_the_score_is_the_share_of_common_signs(text: str, score: float) -> None:
    assert _score(text) == pytest.approx(score)


def test_a_fiftieth_of_a_text_may_be_damaged() -> None:
    def broken(count: int) -> bytes:
        data = b"\xff" * count + "建".encode() * ((100 - count) // 3)
        return data + b"a" * (100 - len(data))

    assert decode(broken(2), "x").encoding == "utf-8"
    with pytest.raises(AtlasError, match="not known"):
        decode(broken(3), "x")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_plain_letters_of_two_bytes_are_read_without_a_mark(encoding: str) -> None:
    text = "G5013 Chengdu to Chongqing, 2027.\n"
    assert decode(text.encode(encoding), "x").text == text
