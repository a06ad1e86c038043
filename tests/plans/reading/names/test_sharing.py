"""What the names of a list are given by its end: each rule with what it holds for and what not."""

from __future__ import annotations

import pytest

from plans.reading.names.sharing import closing_of, share, upgrade_of
from tests.plans.reading.names.support import items, tokens, words

Given = list[tuple[str, str]]


def given(said: str, tail: str = "") -> Given:
    """What each name of a list is given: a facility, an upgrade."""
    found = items(said)
    share(found, tokens(tail)[0])
    return [(words(i.shared), words(i.upgrades)) for i in found]


@pytest.mark.parametrize(
    ("said", "tail", "shared"),
    [
        # The next facility of the list.
        ("甲 、 乙 、 丙 铁路/h", "", ["铁路", "铁路", ""]),
        ("甲 、 乙 机场/h 、 丙 铁路/h", "", ["机场", "", ""]),
        ("甲 、 乙", "", ["", ""]),
        ("甲 、 乙 线/e 、 丙 机场/h", "", ["机场", "", ""]),
        ("甲 、 !乙 、 丙 铁路/h", "", ["", "", ""]),
        ("甲 、 乙 、 !丙", "铁路/h", ["", "", ""]),
        # That behind 等.
        ("甲 、 乙", "铁路/h", ["铁路", "铁路"]),
        ("甲 、 乙 机场/h", "铁路/h", ["机场", ""]),
        ("甲 环线/pt 、 乙", "高速公路/h", ["高速公路", "高速公路"]),
        ("甲 港/e 、 乙", "高速公路/h", ["", "高速公路"]),
        # Of a route the tail's, where only a place gives another.
        ("甲 至/t 乙 、 丙 机场/h", "高速公路/h", ["高速公路", ""]),
        ("甲 至/t 乙 、 丙 至/t 丁 机场/h", "高速公路/h", ["机场", ""]),
        ("甲 、 丙 至/t 丁 机场/h", "高速公路/h", ["机场", ""]),
        # With it the upgrade, from a route to a route and from a place to a place.
        ("甲 至/t 乙 、 丙 至/t 丁 铁路/h 扩能/u", "", ["铁路扩能", ""]),
        ("甲 、 丙 铁路/h 扩能/u", "", ["铁路扩能", ""]),
        ("甲 至/t 乙 、 丙 铁路/h 扩能/u", "", ["铁路", ""]),
        ("甲 、 丙 至/t 丁 铁路/h 扩能/u", "", ["铁路", ""]),
        ("甲 至/t 乙 、 丙", "铁路/h 扩能/u", ["铁路扩能", "铁路扩能"]),
        # The words before and behind the facility that are of it.
        ("甲 、 乙 快速/g 公路/h", "", ["快速公路", ""]),
        ("甲 、 快速/g 快速/g 公路/h", "", ["快速快速公路", ""]),
        ("甲 、 乙 500千伏 输变电/h", "", ["500千伏输变电", ""]),
        ("甲 、 乙 机场/h 改扩建/u", "", ["机场改扩建", ""]),
        ("甲 、 乙 机场/h 二期/ph 改扩建/u", "", ["机场改扩建", ""]),
        ("甲 、 乙 机场/h (一)/b 改扩建/u", "", ["机场", ""]),
        ("甲 、 乙 港/e", "", ["港", ""]),
        ("甲 、 乙 站/e", "", ["", ""]),
        ("甲 、 乙 路/e", "", ["", ""]),
        # 延长线 prolongs a line that the others have whole.
        ("甲 、 乙 市域铁路/h 南延/pt", "", ["市域铁路", ""]),
        ("甲 、 乙 机场/h 市域铁路/h 延长线/pt", "", ["市域铁路", ""]),
        ("甲 、 乙 南延/pt", "", ["南延", ""]),
        ("甲 、 乙 机场/h 联络线/pt", "", ["联络线", ""]),
        # Of a section its line, the first of two; its upgrade is its own.
        ("甲 、 乙 高速/h 丙 铁路/h 段/s", "", ["高速", ""]),
        ("甲 、 乙 高速/h 丙 段/s 扩容/u", "", ["高速", ""]),
        ("甲 、 乙 机场/h 丙 段/s", "", ["", ""]),
        ("甲 、 乙 渠/e 丙 段/s", "", ["", ""]),
        ("甲 至/t 乙 、 丙 高速公路/h 丁 段/s", "铁路/h", ["铁路", ""]),
        ("渭河 、 嘉陵江 云泽 段/s 综合治理/h", "", ["综合治理", ""]),
        ("甲 、 乙 段/s 机场/h", "", ["", ""]),
        # 京台、京昆高速公路北京段
        ("京台 、 京昆 高速公路/h 北京 段/s", "", ["高速公路北京段", ""]),
        ("京台 、 京昆 高速公路/h 北京 段/s", "铁路/h", ["高速公路北京段", ""]),
        ("京台 、 京昆 高速公路/h 北京 至/t 天津 段/s", "", ["高速公路", ""]),
        ("京台 、 京昆 高速公路/h 云 段/s", "", ["高速公路", ""]),
        ("京台 、 京昆 高速公路/h 云 北京 段/s", "", ["高速公路", ""]),
        ("京台 、 京昆 高速公路/h 北京 区段/s", "", ["高速公路", ""]),
        # A numbered route takes a facility that is there.
        ("G30 甲 至/t 乙 、 丙 铁路/h", "", ["铁路", ""]),
        # 甲港、乙港铁路专用线
        ("甲 港/e 、 乙 港/e 铁路专用线/h", "", ["铁路专用线", ""]),
        ("甲 港/e 、 乙 港/e 铁路专用线/h 扩能/u", "", ["铁路专用线扩能", ""]),
        ("甲 港/e 、 乙 机场/h 铁路专用线/h", "", ["", ""]),
        ("甲 港/e 铁路/h 、 乙 港/e 铁路专用线/h", "", ["", ""]),
        ("甲 、 乙 港/e 铁路专用线/h", "", ["铁路专用线", ""]),
        ("甲 港/e 、 乙 铁路专用线/h", "", ["", ""]),
        ("甲 港/e 、 乙 港/e 公路/h", "", ["", ""]),
        ("!甲 港/e 、 乙 港/e 、 丙 港/e 铁路专用线/h", "", ["", "", ""]),
        ("甲 港/e 、 乙 港/e", "铁路专用线/h", ["铁路专用线", "铁路专用线"]),
        ("甲 港/e 丙 段/s 、 乙 港/e", "铁路专用线/h", ["", "铁路专用线"]),
        ("甲 港/e 铁路专用线/h 、 乙 港/e", "铁路专用线/h", ["", "铁路专用线"]),
        ("甲 、 乙 港/e", "铁路专用线/h", ["铁路专用线", "铁路专用线"]),
    ],
)
def test_the_facility_that_closes_a_list(said: str, tail: str, shared: list[str]) -> None:
    assert [facility for facility, _ in given(said, tail)] == shared


@pytest.mark.parametrize(
    ("said", "tail", "upgrades"),
    [
        # 等扩容 is done to the sections.
        ("甲 铁路/h 乙 段/s 、 丙 铁路/h", "扩容/u", ["扩容", ""]),
        ("甲 铁路/h 乙 段/s 提速/u 、 丙 铁路/h 丁 段/s", "扩容/u", ["", "扩容"]),
        # To lines named 甲线, and to channels; not to 甲铁路.
        ("甲 线/e 、 乙 线/e 、 丙 线/e 扩容/u", "", ["扩容", "扩容", ""]),
        ("甲 航道/h 、 丙 航道/h 整治/u", "", ["整治", ""]),
        ("甲 铁路/h 、 丙 铁路/h 扩能/u", "", ["", ""]),
        ("甲 线/e 二期/ph 、 丙 线/e 扩容/u", "", ["", ""]),
        ("甲 线/e 复线/pt 、 丙 线/e 扩容/u", "", ["", ""]),
        ("甲 线/e 、 丙 线/e 改线/u", "", ["", ""]),
        ("甲 线/e 、 丙 线/e 改线/u 扩容/u", "", ["", ""]),
        ("甲 线/e 、 丙 线/e", "", ["", ""]),
        # Another kind between, or a second track, ends it.
        ("甲 线/e 、 乙 机场/h 、 丙 线/e 扩容/u", "", ["", "", ""]),
        ("甲 线/e 、 乙 线/e 增建二线/pt 、 丙 线/e 扩容/u", "", ["", "", ""]),
        ("甲 线/e 、 乙 线/e 联络线/pt 、 丙 线/e 扩容/u", "", ["扩容", "", ""]),
        ("甲 线/e 、 乙 线/e 提速/u 、 丙 线/e 扩容/u", "", ["提速", "", ""]),
        ("甲 高速/h 乙 段/s 、 丙 高速公路/h 丁 段/s 扩容/u", "", ["扩容", ""]),
        ("甲 铁路/h 乙 段/s 、 丙 高速公路/h 丁 段/s 扩容/u", "", ["", ""]),
        # And so does 和.
        ("甲 线/e 、 乙 线/e 和 丙 线/e 扩容/u", "", ["", "", ""]),
        ("甲 线/e 和 乙 线/e 、 丙 线/e 扩容/u", "", ["", "扩容", ""]),
        # That of a section is given by the last of the list or of its half.
        ("甲 高速/h 子 段/s 、 乙 高速/h 丑 段/s 扩容/u", "", ["扩容", ""]),
        ("甲 高速/h 子 段/s 、 乙 高速/h 丑 段/s 扩容/u 、 丙 铁路/h", "", ["", "", ""]),
        ("甲 高速/h 子 段/s 、 乙 高速/h 丑 段/s 扩容/u 和 丙 铁路/h", "", ["扩容", "", ""]),
        ("甲 线/e 、 乙 线/e 扩容/u 、 丙 机场/h", "", ["扩容", "", ""]),
        (
            "甲 北环线/pt 子 段/s 、 乙 北延/pt 丑 段/s 、 丙 北环线/pt 寅 段/s 扩容/u",
            *("", ["", "", ""]),
        ),
        ("甲 联络道/pt 子 段/s 、 丙 联络线/pt 寅 段/s 扩容/u", "", ["扩容", ""]),
        # From sections to sections only.
        ("甲 线/e 、 乙 线/e 丑 段/s 扩容/u", "", ["", ""]),
        ("甲 线/e 子 段/s 、 乙 线/e 扩容/u", "", ["", ""]),
        # Numbered routes.
        ("G30 甲 至/t 乙 、 G40 丙 至/t 丁 扩容/u", "", ["扩容", ""]),
        ("G30 甲 至/t 乙 、 丙 至/t 丁 扩容/u", "", ["扩容", ""]),
        ("G30 甲 至/t 乙 、 丙 扩容/u", "", ["", ""]),
        ("G30 、 G40 丙 至/t 丁 扩容/u", "", ["", ""]),
        ("甲 至/t 乙 、 G40 丙 至/t 丁 扩容/u", "", ["", ""]),
        ("甲 线/e 、 G40 丙 至/t 丁 扩容/u", "", ["扩容", ""]),
        # One without a facility that says its own.
        ("甲 高速/h 子 段/s 、 乙 至/t 丙 提速/u 、 丁 高速/h 丑 段/s 扩容/u", "", ["", "", ""]),
        ("甲 高速/h 子 段/s 、 乙 至/t 丙 、 丁 高速/h 丑 段/s 扩容/u", "", ["扩容", "", ""]),
        ("甲 线/e 、 !乙 线/e 、 丙 线/e 扩容/u", "", ["", "", ""]),
    ],
)
def test_the_upgrade_that_closes_a_list(said: str, tail: str, upgrades: list[str]) -> None:
    assert [upgrade for _, upgrade in given(said, tail)] == upgrades


@pytest.mark.parametrize(
    ("tail", "closed"), [("", False), ("铁路/h", True), ("扩容/u", False), ("治理/h", True)]
)
def test_a_facility_behind_deng_closes_its_list(tail: str, closed: bool) -> None:
    found = items("甲 段/s 、 乙")
    share(found, tokens(tail)[0])
    assert [i.closed for i in found] == [closed, closed]


@pytest.mark.parametrize(
    ("said", "closing"),
    [
        ("甲 线/e 段/s 和 乙 线/e 改扩建/u", "改扩建"),
        ("甲 线/e 、 乙 线/e 和 丙 线/e 改扩建/u", "改扩建"),
        ("!甲 、 乙 线/e 和 丙 线/e 改扩建/u", "改扩建"),
        ("甲 线/e 、 乙 线/e 改扩建/u", ""),
        ("乙 线/e 改扩建/u", ""),
        ("甲 线/e 和 !乙 线/e 改扩建/u", ""),
        ("!甲 线/e 和 乙 线/e 改扩建/u", ""),
        ("甲 和 乙 线/e 改扩建/u", ""),
        ("甲 线/e 扩容/u 和 乙 线/e 改扩建/u", ""),
        ("甲 线/e 工程/w 和 乙 线/e 改扩建/u", ""),
        ("甲 线/e 、 乙 和 丙 线/e 改扩建/u", ""),
        ("甲 线/e 和 乙 改扩建/u", "改扩建"),
        ("甲 线/e 和 改扩建/u", ""),
        ("甲 线/e 和 乙 线/e", ""),
    ],
)
def test_an_upgrade_done_to_unlike_things_is_of_none(said: str, closing: str) -> None:
    found = items(said)
    before = [words(i.tokens) for i in found]
    taken = closing_of(found)
    assert (taken.text if taken else "") == closing
    before[-1] = before[-1].removesuffix(closing)
    assert [words(i.tokens) for i in found] == before
    assert [len(i.uses) for i in found] == [len(i.tokens) for i in found]


@pytest.mark.parametrize(
    ("tail", "upgrade"), [("高速公路/h 扩容/u", "扩容"), ("高速公路/h", ""), ("", "")]
)
def test_the_upgrade_behind_deng(tail: str, upgrade: str) -> None:
    found = upgrade_of(tokens(tail)[0])
    assert (found.text if found else "") == upgrade
