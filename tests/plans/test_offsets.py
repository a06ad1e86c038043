"""Any document is read without a crash, and every mention's offsets hold its words."""

from __future__ import annotations

import html
import io
from contextlib import suppress

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.documents import Document, read_document
from plans.reading.mentions import read_mentions
from plans.reading.text.folding import unseen
from plans.records import Mention
from registry.errors import AtlasError

_PIECES = (
    *(
        "云泽至青岚铁路",
        "云青高铁",
        "G30线云泽—青岚段",
        "云泽港",
        "雲澤機場改擴建",
        "青岚水库",
        "隆⻩铁路",
    ),
    *(
        "沱江",
        "内(nèi)江",
        "“四改八”",
        "「北都公路」",
        "台9線",
        "5号线",
        "二期工程",
        "段",
        "至",
        "和",
        "及",
    ),
    *("、", "，", "。", "；", "：", "（", "）", "(", ")", "《", "》", "——", "等", "的", "将", "其"),
    *(
        "加快建设",
        "开工",
        "建成通车",
        "前期工作",
        "扩容",
        "完成",
        "具备试通航条件",
        "主体工程基本建成",
    ),
    *(
        "2027年",
        "二○三○年",
        "一一八年",
        "2021—2025年",
        "今年",
        "项目全长98公里，",
        "1.",
        "①",
        "（一）",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\t",
        " ",
        "\u3000",
        "|",
        "│",
        "〔1〕",
        "[3]",
        "\u200b",
        "\ufeff",
    ),
    *("行政院", "工程", "项目", "高速公路", "😀", "é", "𠮷", "\ufdfa", "12 ", "- 3 -", "第3页"),
)
texts = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(max_size=3)), min_size=1, max_size=40
).map("".join)
fuzz = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BREAKS = "\n\r\f\x0b\x1c\x1d\x1e\x85\u2028\u2029"


def check(text: str, mentions: list[Mention]) -> None:
    """Fail where a mention's words do not stand at its offsets, what cannot be seen left out."""
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        held = text[mention.start : mention.end]
        if any(mark in held for mark in BREAKS):
            left = iter(held)
            assert all(character in left for character in mention.as_written)
            assert held[0] == mention.as_written[0]
            assert held[-1] == mention.as_written[-1]
        else:
            assert "".join(c for c in held if not unseen(c)) == mention.as_written
        assert mention.name
        assert mention.start_year is None or 1900 <= mention.start_year < 2200
        assert mention.complete_year is None or 1900 <= mention.complete_year < 2200


@fuzz
@given(texts)
def test_of_any_text(text: str) -> None:
    check(text, read_mentions(text, achievements=True))
    check(text, read_mentions(text, date="2026-05"))


def read(data: bytes, name: str) -> Document | None:
    """The document of some bytes; None where they are refused in a sentence."""
    with suppress(AtlasError):
        return read_document(data, name)
    return None


@fuzz
@given(texts, st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5")))
def test_of_a_file_in_any_encoding(text: str, encoding: str) -> None:
    document = read(text.encode(encoding, "ignore"), "plan.txt")
    if document is not None:
        check(document.text, read_mentions(document, achievements=True))


@fuzz
@given(st.lists(texts, min_size=1, max_size=4), st.booleans())
def test_of_a_page_and_its_table(parts: list[str], escaped: bool) -> None:
    own = [html.escape(part) if escaped else part for part in parts]
    cells = "".join(f"<td>{part}</td>" for part in own)
    page = f"<p>{'</p><p>'.join(own)}</p><table><tr>{cells}</tr></table>云泽铁路开工"
    document = read(page.encode("utf-8", "ignore"), "plan.html")
    if document is not None:
        check(document.text, read_mentions(document, achievements=True))


@settings(fuzz, max_examples=30)
@given(st.lists(texts, min_size=1, max_size=4))
def test_of_a_word_document(parts: list[str]) -> None:
    made = docx.Document()
    table = made.add_table(rows=1, cols=len(parts))
    for cell, part in zip(table.rows[0].cells, parts, strict=True):
        with suppress(ValueError):  # what XML does not take
            made.add_paragraph(part)
            cell.text = part
    made.add_paragraph("云泽至青岚铁路开工。")
    stream = io.BytesIO()
    made.save(stream)
    document = read(stream.getvalue(), "plan.docx")
    assert document is not None
    check(document.text, read_mentions(document, achievements=True))
