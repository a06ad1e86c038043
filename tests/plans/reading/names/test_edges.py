"""Where a name begins and ends: each rule with what it holds for and what it leaves alone."""

from __future__ import annotations

import pytest

from plans.reading.lexical.tokens import Use
from plans.reading.names.edges import corridor, demote_heads, first, last_token
from tests.plans.reading.names.support import CODES, item, tokens


@pytest.mark.parametrize(
    ("said", "before", "proper"),
    [
        ("云 青 铁路/h", 0, False),
        ("快速/g 云 青 铁路/h", 1, False),
        ("时速350公里/sp 的/o 云泽 铁路/h", 2, False),
        ("(一)/b 云泽 铁路/h", 0, False),
        # 高铁延伸宜兰
        ("高铁/h 延伸/pt 宜兰", 0, True),
        ("高铁/h 延伸/pt 宜兰 段/s", 0, True),
        ("铁路/h 延伸/pt 宜兰", 1, False),
        ("高铁/h 南延/pt 宜兰", 1, False),
        ("高铁/h 延伸/pt 工程/w", 0, False),
        ("高铁/pt 延伸/pt 宜兰", 1, False),
        # 沿黄高速公路武陟至济源段
        ("环湖/g 高速公路/h 武陟 至/t 济源 段/s", 0, True),
        ("沿江/g 高速公路/h 武陟 段/s", 0, True),
        ("快速/g 高速公路/h 武陟 段/s", 2, False),
        ("环湖/g 高速公路/h 武陟", 1, False),
        ("环湖/g 武陟 高速公路/h 济源 段/s", 1, False),
        # 轨道交通22号线
        ("轨道交通/h 22 号线/h", 0, True),
        ("轨道交通/h 平谷 线/e", 0, True),
        ("快速/g 轨道交通/h 22 号线/h", 1, True),
        ("地铁/h 号线/h", 0, True),
        ("轨道交通/h 平谷 段/s", 1, False),
        ("铁路/h 22 号线/h", 1, False),
        ("地铁/h 甲 工程/w 乙 号线/h", 0, True),
        ("地铁/h 甲 工程/w 乙 二期/ph 号线/h", 1, False),
        ("地铁/pt 22 号线/h", 1, False),
        # 沿江高铁
        ("沿江/g 高铁/h", 0, True),
        ("快速/g 沿江/g 高铁/h", 1, True),
        ("沿江/g 高铁/h 工程/w", 0, True),
        ("沿江/g 公路/h", 1, False),
        ("沿黄/g 公路/h", 0, True),
        ("沿黄/g 公路/h 工程/w", 0, True),
        ("沿黄/g 云泽 公路/h", 1, False),
        ("沿海/g 云泽 铁路/h", 1, False),
        ("快速/g 高铁/h", 1, False),
        ("沿江/g", 1, False),
        # 西延高铁
        ("西延/pt 高铁/h", 0, True),
        ("西延/pt 高铁/h 工程/w", 0, True),
        ("快速/g 西延/pt 高铁/h", 1, False),
        ("延伸线/pt 高铁/h", 0, False),
        ("西延/pt 机场/h", 0, False),
        ("西延/pt 铁路", 0, False),
        # 北环线古洞站
        ("北环线/pt 古洞 站/e", 0, True),
        ("北环线/pt 二期/ph", 0, True),
        ("北环线/pt 东延/pt", 0, True),
        ("北环线/pt 站/e", 0, True),
        ("北环线/pt 工程/w", 0, False),
        ("北环线/pt", 0, False),
        ("北环线/g 古洞 站/e", 1, False),
        ("东北环线/pt 古洞 站/e", 1, False),
        # A facility before a name with one of its own is not of it, but for 沿江铁路甲段.
        ("沿江铁路/h 云泽 段/s", 0, False),
        ("沿江铁路/h 云泽 工程/w", 1, False),
        ("沿江铁路/pt 云泽 段/s", 1, False),
        ("机场/h 云泽 段/s", 1, False),
        ("工程/w 云泽 铁路/h", 1, False),
        ("二期/ph 云泽", 0, False),
        ("二期/ph 铁路/h", 0, False),
        # A common word before two characters of a name.
        ("设备 云 青 铁路/h", 1, False),
        ("设备 云泽 铁路/h", 1, False),
        ("设备 云 铁路/h", 0, False),
        ("设备 云 至/t 青 铁路/h", 0, False),
        ("设备@plain+whole 云泽 铁路/h", 0, False),
        ("设备@noun 云泽 铁路/h", 0, False),
        # 如基隆轻轨
        ("如 基隆 铁路/h", 1, False),
        ("如 基隆", 1, False),
        ("快速/g 如 基隆 铁路/h", 2, False),
        ("如 建@verb 铁路/h", 0, False),
        ("如", 0, False),
        # 自云泽至青岚
        ("自 云泽 至/t 青岚", 1, False),
        ("自 云泽 青岚", 0, False),
        ("目 云泽 至/t 青岚", 0, False),
    ],
)
def test_where_a_name_begins(said: str, before: int, proper: bool) -> None:
    found, uses = tokens(said)
    was = list(uses)
    assert first(found, uses) == before
    changed = [at for at in range(len(uses)) if uses[at] is not was[at]]
    assert changed == ([before] if proper else [])
    assert all(uses[at] is Use.PROPER for at in changed)


@pytest.mark.parametrize(
    ("said", "uses"),
    [
        # The first of two ends that is called after a facility.
        ("信江 枢纽/pt 至/t 上饶", "p p t p"),
        ("信江 大桥/h 至/t 上饶", "p p t p"),
        ("信江 铁路/h 至/t 上饶", "p h t p"),
        ("信江 某某/h 至/t 上饶", "p h t p"),
        ("信江 枢纽/pt 至/t 上饶 至/t 青岚", "p pt t p t p"),
        ("信江 枢纽/pt 至/t 上饶 铁路/h", "p pt t p h"),
        ("信江 枢纽/pt 至/t 上饶 段/s 青岚", "p pt t p s p"),
        ("枢纽/pt 至/t 上饶", "pt t p"),
        ("信江 铁路/h 大桥/h 至/t 上饶", "p h h t p"),
        ("信江 大桥/w 至/t 上饶", "p w t p"),
        # 唐港铁路
        ("唐 港/e 铁路/h", "p p h"),
        ("唐山 港/e 铁路/h", "p e h"),
        ("唐 港/e 机场/h", "p e h"),
        ("唐 山 港/e 铁路/h", "p p e h"),
        ("唐 港/e", "p e"),
        # An ending before more of a name ends nothing, but 线 before a section.
        ("云泽 港/e 青岚", "p p p"),
        ("云泽 线/e 青岚 段/s", "p e p s"),
        ("云泽 港/e 青岚 段/s", "p p p s"),
        ("云泽 线/e 至/t 青岚 段/s", "p p t p s"),
        ("云泽 线/e 经/v 青岚", "p p v p"),
        ("云泽 线/e 港/e", "p p e"),
        ("云泽 线/e 青岚", "p p p"),
        ("云泽 线/e 扩容/u", "p e u"),
        # 大桥坡
        ("大桥/h 坡", "p p"),
        ("枢纽/pt 坡", "p p"),
        ("云 大桥/h 坡", "p h p"),
        ("(一)/b 大桥/h 坡", "b h p"),
        ("大桥/h 快速/g 坡", "p g p"),
        ("大桥/h 快速/g", "h g"),
        ("大桥/h 至/t 坡", "h t p"),
        ("大桥/h 坡 铁路/h", "h p h"),
        ("大桥/h 坡 段/s", "h p s"),
        ("大桥/h 坡 联络线/pt", "h p pt"),
        ("大桥/h 坡 线/e", "p p e"),
        ("大桥/h", "h"),
        ("工程/w 坡", "w p"),
    ],
)
def test_what_is_no_facility_in_its_place(said: str, uses: str) -> None:
    made = item(said)
    demote_heads(made)
    assert " ".join(CODES[use] for use in made.uses) == uses


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("云 青 铁路/h", 3),
        # Behind a facility of a name of two characters nothing more is of it.
        ("云 青 铁路/h 河湾", 3),
        ("云 铁路/h 河湾", 3),
        ("云 铁路/h 河湾 至/t", 3),
        ("云泽 线/e 河湾", 3),
        ("云泽 铁路/h 河湾", 2),
        ("云 铁路/h 扩容/u", 3),
        # Two ends of a line, and nothing else.
        ("京新 高速/h 白石 至/t 明水", 5),
        ("京新 高速/h 白石 至/t 明水 (一)/b", 6),
        ("京新 联络线/pt 白石 至/t 明水", 5),
        ("京新 南延/pt 白石 至/t 明水", 2),
        ("京新 机场/h 白石 至/t 明水", 2),
        ("京新 某某/h 白石 至/t 明水", 2),
        ("京新 高速/h 白石 至/t 明水 至/t 河湾", 2),
        ("京新 高速/h 白石 明水", 2),
        ("京新 高速/h 至/t 明水", 2),
        ("京新 高速/h 至/t 明水 河湾", 2),
        ("京新 高速/h 白石 至/t", 2),
        ("京新 高速/h 白石 至/t 时速350公里/sp 明水", 2),
        # 高铁延伸宜兰, 引水入滇
        ("高铁 延伸/pt 宜兰", 3),
        ("高铁 延伸/pt 宜兰 至/t", 2),
        ("高铁 南延/pt 宜兰", 2),
        ("高铁 延伸/pt", 2),
        ("云泽 水库/h 入 滇", 4),
        ("云泽 水库/h 出 滇", 2),
        # Remarks, speeds and ties at the end.
        ("云泽 铁路/h (2026年)/b", 2),
        ("云泽 铁路/h (一)/b", 3),
        ("云泽 铁路/h 河湾 (一)/b", 2),
        ("云泽 线/e (一)/b", 3),
        ("云泽 (2026年)/b", 1),
        ("云泽 (省界)/b", 2),
        ("云泽 (续建)/b", 1),
        ("云泽 时速350公里/sp", 1),
        ("云泽 至/t", 1),
        ("云泽 经/v", 1),
        ("云泽 的/o", 1),
        ("云泽 (2026年)/b (收尾)/b 至/t", 1),
        ("至/t", 0),
        ("(2026年)/b", 0),
        # What is built of a project is none by itself.
        ("云泽 水库/h 大坝/h", 2),
        ("云青 高速/h 主线/pt 桥梁/h", 2),
        ("云青 高速/h 北环线/pt 桥梁/h", 3),
        ("云泽 大坝/h", 2),
        # 云青高铁“三通”工程
        ("云 青 高铁/h 三 通 工程/w", 3),
        ("云 青 段/s 三 通 工程/w", 3),
        ("云 青 高铁/h 三通 工程/w", 5),
        ("云 青 高铁/h 三 通工 工程/w", 6),
        ("云 青 高铁/h 三通 口 工程/w", 6),
        ("云 青 高铁/h 三 通 工程/w 二期/ph", 3),
        ("云 高铁/h 三 通 工程/w", 5),
        ("云 青 高铁/h 工程/w", 4),
        ("云 青 三 通 工程/w", 5),
        ("云 青 线/e 三 通 工程/w", 6),
        ("云 至/t 青 高铁/h 三 通 工程/w", 4),
        # 青年枢纽三大枢纽
        ("青年 枢纽/pt 三大 枢纽/pt", 2),
        ("三大 枢纽/pt", 2),
        # Annexes, and a road's number that closes a name.
        ("云泽 机场/h 配套道路/a", 3),
        ("甲 至/t 乙 G30", 4),
        ("云泽 G30 (一)/b", 3),
        ("云泽 G30 (2026年)/b", 2),
        ("云泽 G30 (2026年)/b (一)/b", 2),
        ("云泽 至/t 青岚 G30 (2026年)/b", 4),
        ("云泽 铁路/h G30", 3),
        ("云泽 G30 青岚", 3),
        ("G30 云泽", 2),
    ],
)
def test_where_a_name_ends(said: str, count: int) -> None:
    assert last_token(item(said)) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("陆海新通道/h 黄桶 至/t 百色", 1),
        ("西部 陆海新通道/h 黄桶 至/t 百色", 2),
        ("云泽 铁路/h 黄桶 至/t 百色", 0),
        ("云泽 某某/h 黄桶 至/t 百色", 0),
        ("陆海新通道/h 黄桶 百色", 0),
        ("陆海新通道/h (一)/b", 0),
        ("黄桶 至/t 百色", 0),
    ],
)
def test_a_corridor_before_the_ends_of_a_project(said: str, count: int) -> None:
    assert corridor(item(said)) == count
