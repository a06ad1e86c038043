"""Bare text: lines around the plan, broken lines, signs that stand for others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.clean import simplify
from plans.documents import read_pasted
from plans.documents.breaks import begins_numbered, paragraphs
from plans.documents.document import Builder, plain
from plans.documents.text import is_navigation, text_document
from plans.limits import Limits
from plans.radicals import mend
from registry.errors import AtlasError
from tests.plans.documents.support import check_spans, parts


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 规划计划",
        "当前位置：首页",
        "您现在的位置: 首页",
        "上一篇:云泽至省城1小时通达 下一篇:我市开通航线",
        "下一页：第二章",
        "发布时间:2027-01-05 来源:云泽市交通运输局 浏览次数:1024",
        "來源：交通部 作者：某",
        "字号:[大 中 小] 打印",
        "打印本页 关闭窗口",
        "【打印】【关闭】",
        "主办:云泽市人民政府 泽ICP备00000000号 网站地图",
        "泽ICP备00000000号-1",
        "版权所有：云泽市",
        "相关链接",
        "索 引 号: 0001",
    ],
)
def test_lines_around_an_article(line: str) -> None:
    assert is_navigation(line)
    assert is_navigation(f"  {line}")


@pytest.mark.parametrize(
    "line",
    [
        "加快云青高铁建设",
        "首页铁路",
        "来源于长江的引水工程",
        "主办城市建设枢纽机场",
        "打印机产业园铁路专用线",
        "一、发布时间表",
        "相关铁路建设",
        "下一步，加快推进铁路建设",
        "承办铁路项目前期工作",
    ],
)
def test_lines_of_the_plan_are_none(line: str) -> None:
    assert not is_navigation(line)


def test_a_footnote_is_a_line_whose_sign_stands_behind_words() -> None:
    text = "加快云青高铁①建设。\n① 原名云泽铁路。\n续行\n\n正文。"
    assert [kind for kind, _ in parts(text_document(text, "x"))] == [
        *("paragraph", "footnote", "footnote", "paragraph"),
    ]
    listed = "① 加快云青高铁建设。\n② 加快河金高速建设。"
    assert {kind for kind, _ in parts(text_document(listed, "x"))} == {"paragraph"}
    bracketed = "高速公路扩容[2],新开工。\n[2] 见年报。"
    assert [kind for kind, _ in parts(text_document(bracketed, "x"))] == ["paragraph", "footnote"]


def test_below_a_printed_rule_any_sign_begins_a_footnote() -> None:
    text = "加快建设。\n————————\n③ 见年报。\n\n③ 正文。"
    kinds = [kind for kind, _ in parts(text_document(text, "x"))]
    assert kinds == ["paragraph", "header", "footnote", "paragraph"]
    short = "加快建设。\n———\n③ 见年报。"
    assert "footnote" not in [kind for kind, _ in parts(text_document(short, "x"))]


def test_the_body_blanks_what_is_apart_and_keeps_its_length() -> None:
    document = text_document("首页 > 计划\n加快建设。\n版权所有：某市", "x")
    assert document.body == " " * 7 + "\n加快建设。\n" + " " * 7
    assert document.text.startswith("首页")


def test_line_ends_and_control_signs() -> None:
    assert plain("甲\r\n乙\r丙\x0b丁\x85戊\u2028己") == "甲\n乙\n丙\n丁\n戊\n己"
    assert plain("a\x00b\x1bc\x7fd\x9fe\tf\ud800") == "a b c d e\tf\ufffd"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、铁路\n加快建设。", ["一、铁路", "加快建设。"]),
        (
            "加快云泽至青岚高速铁路、河湾至金\n塘铁路建设。",
            ["加快云泽至青岚高速铁路、河湾至金塘铁路建设。"],
        ),
        ("一、铁路高速铁路城际铁路普速铁路项目\n加快", None),
        ("一、铁路，加快云泽至青岚高速铁路\n建设", ["一、铁路，加快云泽至青岚高速铁路建设"]),
        ("加快云泽至青岚高速铁路的全线建设。\n推进其他项目", None),
        ("加快云泽至青岚高速铁路、河湾至金塘\n（二）公路", None),
        ("加快云泽至青岚高速铁路、河湾至金塘\n　　公路", None),
        ("铁路项目\n公路项目", None),
        ("铁路\n，公路", ["铁路，公路"]),
        ("甲\n\n乙", None),
        ("", []),
    ],
)
def test_forced_breaks_end_a_paragraph_or_only_a_line(text: str, found: list[str] | None) -> None:
    whole = [line for line in text.split("\n") if line]
    assert list(paragraphs(text)) == (whole if found is None else found)


def test_a_line_of_sixteen_signs_is_full() -> None:
    assert len(list(paragraphs("云" * 16 + "\n泽"))) == 1
    assert len(list(paragraphs("云" * 15 + "\n泽"))) == 2


@pytest.mark.parametrize(
    ("line", "numbered"),
    [
        *((line, True) for line in ("第一章 总则", "一、铁路", "（二）公路", "(3)水运", "1.铁路")),
        *((line, True) for line in ("12、铁路", "①铁路", "● 铁路", "专栏1", "附件：表")),
        *((line, False) for line in ("1.5亿元", "一带一路", "铁路", "2027年", "第一批")),
    ],
)
def test_numbers_of_headings_and_items(line: str, numbered: bool) -> None:
    assert begins_numbered(line) is numbered


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        *(("隆⻩铁路", "隆黄铁路"), ("⻓江", "长江"), ("⾼铁", "高铁"), ("⻢⻰", "马龙")),
        *(("⻄⻋⻔⻛⻜⻘⻥⻬⻁⺠", "西车门风飞青鱼齐虎民"), ("⺟⻳", "母龟"), ("⻆⻅⻚", "角见页")),
    ],
)
def test_radicals_become_the_characters_they_stand_for(broken: str, whole: str) -> None:
    assert mend(broken) == whole
    assert simplify(broken) == whole
    assert read_pasted(f"加快{broken}建设", "x").text == f"加快{whole}建设"


def test_no_radical_is_left_and_none_changes_the_length() -> None:
    supplement = [chr(c) for c in range(0x2E81, 0x2EF4) if unicodedata.name(chr(c), "")]
    kangxi = [chr(c) for c in range(0x2F00, 0x2FD6)]
    for sign in supplement + kangxi:
        mended = mend(sign)
        assert len(mended) == 1
        assert not "\u2e80" <= mended <= "\u2fdf", sign
    for sign in kangxi:
        assert mend(sign) == unicodedata.normalize("NFKC", sign)


@given(st.text(max_size=200))
def test_mending_keeps_every_place(text: str) -> None:
    assert len(mend(text)) == len(text)
    assert mend(mend(text)) == mend(text)


@given(st.text(alphabet="加快建设高铁①[2]\n\r\x0b—首页>:来源 打印。", max_size=120))
def test_spans_are_within_the_text(text: str) -> None:
    check_spans(text_document(text, "x"))


def test_pasted_text_is_refused_like_a_file() -> None:
    for text, word in (("", "没有"), ("  \n", "没有"), ("only English here", "中文")):
        with pytest.raises(AtlasError) as caught:
            read_pasted(text, "x")
        assert word in caught.value.zh


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("高速鉄道の建設を加速し、道路の整備を進める", False),
        ("고속철도 건설을 추진한다 高速", False),
        ("建设 one two three", True),
        ("建 one two three four five", False),
        ("5 k J- b* e, n. s+ t推动生态。& ~0 \\4 e3", True),
        ("加快の建设高速公路铁路水运航空管道", True),
    ],
)
def test_only_chinese_is_read(text: str, chinese: bool) -> None:
    if chinese:
        assert read_pasted(text, "x").text == text
    else:
        with pytest.raises(AtlasError, match="only Chinese"):
            read_pasted(text, "x")


def test_the_length_of_a_text_is_bounded() -> None:
    limits = Limits(text_mb=1)
    assert text_document("建" * 333_333, "x", limits=limits)
    with pytest.raises(AtlasError, match="longer than the 1 MB"):
        text_document("建" * 333_334, "x", limits=limits)


def test_a_builder_counts_bytes_and_places() -> None:
    builder = Builder("x", limits=Limits(text_mb=1))
    builder.add("paragraph", " 甲 ")
    builder.add("paragraph", "   ")
    spans = builder.add_row(["a", "", "b"])
    assert builder.add_row([spans[0], "", spans[2]]) == []
    again = builder.add_row([spans[0], "c", None])
    document = builder.document("x")
    assert document.text == "甲\na\t\tb\n\tc"
    assert [document.text[a:b] for a, b in again] == ["a", "c", "c"]
    check_spans(document)
    with pytest.raises(AtlasError, match="longer than the 1 MB"):
        builder.add("paragraph", "建" * 333_333)
