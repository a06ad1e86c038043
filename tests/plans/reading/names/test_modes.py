"""What a name is: a railway, a road, a port; each rule with what it holds for and what not."""

from __future__ import annotations

import pytest

from plans.reading.names.modes import mode
from registry.vocab import Mode
from tests.plans.reading.names.support import item


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("云泽 铁路/h", "rail"),
        ("云泽 机场/h", "airport"),
        # Annexes that are roads.
        ("云泽 机场/h 配套道路/a", "highway"),
        ("云泽 机场/h 配套工程/a", "airport"),
        ("云泽 机场/h 配套道路/p", "airport"),
        # Lines of a city's network.
        ("轨道交通/h 云泽 枢纽/pt", "rail"),
        ("轨道交通/h 云泽 机场/h", "airport"),
        ("轨道交通/h 云泽 机场/h S1", "rail"),
        ("铁路/h 云泽 枢纽/pt", "waterway"),
        ("铁路/h 云泽 机场/h S1", "airport"),
        ("云泽 机场/h S1线", "rail"),
        ("云泽 机场/h S100线", "airport"),
        ("云泽 机场/h G1线", "airport"),
        ("云泽 港区/h S1线", "port"),
        # A railway on a bridge, through a tunnel, in a passage.
        ("云青 铁路/h 大桥/h", "rail"),
        ("云青 铁路/h 隧道/h", "rail"),
        ("云青 公路/h 大桥/h", "highway"),
        ("云青 大桥/h", "highway"),
        ("云青 铁路/h 机场/h", "airport"),
        ("云青 铁路/h 高速公路/h", "highway"),
        ("云青 铁路/h 通道/h", "rail"),
        ("云青 航道/h 通道/h", "waterway"),
        ("云青 机场/h 通道/h", "highway"),
        ("云青 通道/h", "highway"),
        # The branch of a railway.
        ("唐曹 铁路/h 云泽 港区/h 支线/pt", "rail"),
        ("唐曹 港区/h 支线/pt", "port"),
        ("唐曹 铁路/h 桥下 公路/h 支线/pt", "highway"),
        ("唐曹 铁路/h 云泽 港区/h 枢纽/pt", "waterway"),
        ("唐曹 铁路/h 云泽 港区/h", "port"),
        ("唐曹 管道/h 云泽 港区/h 支线/pt", "port"),
        # 大兴机场线
        ("大兴 机场/h 线/e", "rail"),
        ("大兴 机场/h 线/e 北延/pt", "rail"),
        ("大兴 线/e 机场/h", "airport"),
        ("大兴 公路/h 线/e", "highway"),
        ("G30 机场/h 线/e", "highway"),
        ("大兴 机场/h 线/e 扩容/u", "highway"),
        ("大兴 机场/h 线/e 提速/u", "rail"),
        # The part that closes a name says what it is, but for the parts of railways.
        ("云泽 机场/h 枢纽/pt", "waterway"),
        ("云泽 机场/h 联络线/pt", "airport"),
        ("云泽 机场/h 枢纽/pt 联络线/pt", "airport"),
        # A section is what its line is.
        ("云青 城际铁路/h 前海 至/t 皇岗 机场/h 段/s", "rail"),
        ("云青 铁路/h 河湾 公路/h 段/s", "rail"),
        ("云青 机场/h 河湾 段/s", "airport"),
        ("G30 云青 机场/h 段/s", "highway"),
        # Without a facility.
        ("G30 云泽 至/t 青岚", "highway"),
        ("云泽 天然气 段/s", "pipeline"),
        ("云泽 天然气", None),
        ("盐河 杨庄 至/t 朱码 段/s", "waterway"),
        ("盐河 杨庄 至/t 朱码", None),
        ("盐河 支线/pt 杨庄 至/t 朱码 段/s", "rail"),
        # By how it ends.
        ("云泽 支线/pt", "rail"),
        ("云泽 枢纽/pt 港/e", "waterway"),
        ("云泽 港/e", "port"),
        ("云青 线/e", "rail"),
        ("云泽", None),
    ],
)
def test_a_name_says_what_it_is(said: str, expected: str | None) -> None:
    assert mode(item(said), None) == expected


@pytest.mark.parametrize(
    ("said", "context", "bare", "expected"),
    [
        ("大兴 机场/h 线/e", None, "highway", "highway"),
        ("云青 线/e", "pipeline", None, "rail"),
        ("云青 线/e", "pipeline", "highway", "highway"),
        ("云泽 支线/pt", "pipeline", None, "pipeline"),
        ("云泽 枢纽/pt 港/e", "rail", None, "waterway"),
        ("云泽 港/e", "rail", None, "port"),
        ("云泽", "rail", None, "rail"),
    ],
)
def test_what_it_does_not_say_its_context_does(
    said: str, context: str | None, bare: str | None, expected: str
) -> None:
    found = mode(item(said), context and Mode(context), bare and Mode(bare))
    assert found == expected


@pytest.mark.parametrize(
    ("said", "shared", "upgrades", "expected"),
    [
        ("云泽", "机场/h", "", "airport"),
        ("云泽", "联络线/pt", "", "rail"),
        ("云泽", "港/e", "", "port"),
        ("云泽", "机场/h 联络线/pt", "", "airport"),
        ("G30", "机场/h", "", "highway"),
        ("大兴 机场/h 线/e", "", "扩容/u", "highway"),
    ],
)
def test_what_the_end_of_its_list_says(
    said: str, shared: str, upgrades: str, expected: str
) -> None:
    assert mode(item(said, shared, upgrades), Mode.WATER) == expected


def test_what_it_moves_says_what_it_is() -> None:
    made = item("川 气 东 送")
    made.mode = Mode.PIPELINE
    assert mode(made, Mode.RAIL) is Mode.PIPELINE
