"""Whether something proper stands in a name: each rule with what it holds for and what not."""

from __future__ import annotations

import pytest

from plans.reading.names.proper import proper
from tests.plans.reading.names.support import item


@pytest.mark.parametrize(
    ("said", "is_proper"),
    [
        # The facilities of a kind of a whole region.
        ("西部 支线机场/h", False),
        ("西部 国际/g 机场/h", False),
        ("西部 支线/pt", False),
        ("西部 联络线/pt", True),
        ("西部 机场/h", True),
        ("西部 云泽 支线机场/h", True),
        ("四川 国省干线/g 公路/h", False),
        ("西部 四川 国省干线/g 公路/h", False),
        ("四川 云 国省干线/g 公路/h", True),
        ("四川 快速/g 公路/h", True),
        ("快速/g 机场/h", False),
        # Characters of a name: two of them, or one with a word.
        ("云 铁路/h", False),
        ("云 青 铁路/h", True),
        ("亭 子口@noun 灌区/h", True),
        ("亭 子口@noun", True),
        ("亭 500千伏 输变电/h", False),
        ("新 子口@noun 灌区/h", False),
        ("亭 子口@noun/g 灌区/h", False),
        ("子口@noun 亭 灌区/h", False),
        ("亭", False),
        ("红 沿河@place/g 核电/h", True),
        ("沿河@place/g 核电/h", False),
        ("沿河@place/g 红 核电/h", False),
        ("红 快速/g 核电/h", False),
        # A word that tells one thing from others of its kind.
        ("云泽", True),
        ("G30", True),
        ("沿某@ 铁路/h", True),
        ("环某@ 铁路/h", True),
        ("某某@ 铁路/h", False),
        ("达成 铁路/h", False),
        ("红花 铁路/h", False),
        ("都市圈 铁路/h", False),
        ("500千伏 输变电/h", False),
        ("西延 高铁/h", True),
        ("西延/pt 高铁/h", False),
        # Lines that are named by a side.
        ("东北环线/pt", True),
        ("东北环线/pt 工程/w", True),
        ("工程/w 东北环线/pt", False),
        ("北环线/pt", False),
        ("机场联络线/h", False),
        ("北环线/pt 西延/pt", True),
        ("北环线/g 西延/g", False),
        # Numbers.
        ("5 号线/h", True),
        ("5 号线东延/h", True),
        ("五 号线/h", False),
        ("十 号干线/h", True),
        ("三环路/g 改造/u", True),
        ("三环路/g", False),
        # Neighbours that make a name.
        *[(f"捷运/h {colour}线/pt", True) for colour in "红蓝绿橘紫棕黄"],
        ("轻轨/h 绿线/pt", True),
        ("捷运/h 灰线/pt", False),
        ("捷运/h 联络线/pt", False),
        ("铁路/h 红线/pt", False),
        ("新机场/h 高速/h", True),
        ("新机场/h 机场/h", False),
        ("机场/h 高速/h", False),
        ("北 沿海/g 高铁/h", True),
        ("快速/g 沿江/g 铁路/h", False),
        ("北/g 高铁/h", False),
        ("红花 二线船闸/h", True),
        ("红花 三字闸/h:site:waterway", False),
        ("红花 四字船闸/h:site:waterway", True),
        ("红花 四字电站/h:site:power", True),
        ("红花 四字机场/h:site:airport", False),
        ("红花 四字枢纽/pt:part:waterway", False),
        ("红花 四字船闸@noun", False),
        ("达成 四字船闸/h:site:waterway", False),
    ],
)
def test_something_proper_stands_in_it(said: str, is_proper: bool) -> None:
    assert proper(item(said)) is is_proper


@pytest.mark.parametrize(
    ("said", "is_proper"),
    [
        ("达成 铁路/h", True),
        ("达成/g 铁路/h", False),
        ("达成 机场/h", False),
        ("达成铁@noun 铁路/h", False),
        ("达成", False),
        ("云泽 铁路/h", True),
        ("快速@boundary/g 铁路/h 云泽", True),
        ("机场联络线/h", True),
        ("机场/h", False),
    ],
)
def test_beside_other_names_a_common_word_is_one_too(said: str, is_proper: bool) -> None:
    assert proper(item(said), listed=True) is is_proper


@pytest.mark.parametrize(
    ("said", "is_proper"),
    [
        ("平坦 原", True),
        ("平坦地@noun 原", False),
        ("平坦 原/g", False),
        ("平坦 原 铁路/h", False),
        ("原", False),
    ],
)
def test_a_word_and_a_character_whose_facility_closes_the_list(said: str, is_proper: bool) -> None:
    assert proper(item(said, shared="灌区/h")) is is_proper
    assert not proper(item("平坦 原"))
