"""What patterns find at the beginning of a text: how far it reaches and what it says."""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.lexical.patterns import Patterns
from plans.reading.lexical.tokens import Token

PATTERNS = Patterns(lexicon())


def says(token: Token) -> str:
    """The sense or the mode of a word, its role where it has neither, else its kind."""
    if token.entry:
        return str(token.entry.sense or token.entry.mode)
    return str(next(iter(token.roles), token.kind))


@pytest.mark.parametrize(
    ("text", "found", "meaning"),
    [
        ("项目建设", "项目", "filler"),
        ("主体项目建设", "主体项目", "filler"),
        ("建设项目名称", "建设项目", "filler"),
        ("主体工程", None, ""),
        ("等地铁", "等", "etc"),
        ("等地区高速", "等地区", "etc"),
        ("等地高速", "等地", "etc"),
        ("等市域铁路", "等", "etc"),
        ("等县道", "等", "etc"),
        ("等省际", "等", "etc"),
        ("等级公路", None, ""),
        ("等离子", None, ""),
        ("等候", None, ""),
        ("等项目", "等项目", "etc"),
        ("G247线", "G247线", "road"),
        ("G247路网", "G247", "road"),
        ("国道247线", "国道247线", "road"),
        ("国道三〇八号线", "国道三〇八号线", "road"),
        ("国道三号", "国道三号", "road"),
        ("247国道", "247国道", "road"),
        ("东三环", "东三环", "road"),
        ("东三环线", None, ""),
        ("纵一线", "纵一线", "road"),
        ("台86线", "台86线", "road"),
        ("县2号", "县2号", "road"),
        ("市12条", None, ""),
        ("2×66万千瓦机组", "2×66万千瓦", "generic"),
        ("66万千瓦光伏", "66万千瓦", "quantity"),
        ("66万千瓦", "66万千瓦", "quantity"),
        ("7号、8号泊位", "7号、8号泊位", "port"),
        ("5、6号机组", "5、6号机组", "power"),
        ("5号线", None, ""),
        ("完成投资九成", "完成投资九成", "light"),
        ("完成总工程量的60%", "完成总工程量的60%", "light"),
        ("完成箱梁120片", "完成箱梁120片", "light"),
        ("完成关键节点", "完成关键节点", "light"),
        ("完成前期工作", None, ""),
        ("进度达到80%", "进度达到80%", "light"),
        ("盾构机顺利始发", "盾构机顺利始发", "light"),
        ("主体工程基本建成", "主体工程基本建成", "construction"),
        ("主体结构封顶", "主体结构封顶", "construction"),
        ("主体建成", "主体建成", "construction"),
        ("主体工程开工", None, ""),
        ("具备开工条件", "具备开工条件", "start"),
        ("具备试通航条件", "具备试通航条件", "operation"),
        ("具备条件", None, ""),
        ("纳入国家铁路网规划", "纳入国家铁路网规划", "research"),
        ("列入规划", None, ""),
        ("纳入国家规划的项目", None, ""),
        ("纳入国家规划中的", None, ""),
        ("五纵三横", "五纵三横", "generic"),
        ("五横", None, ""),
        ("三纵", None, ""),
        ("500吨级航道", "500吨级", "generic"),
        ("1000吨级船舶", "1000吨级", "generic"),
        ("1000吨煤", "1000吨", "quantity"),
        ("6米水深航道", "6米水深", "generic"),
        ("6.5米深航道", "6.5米深", "generic"),
        ("6米水深港池", None, ""),
        ("1.加快", "1.", "mark"),
        ("1、G5线", "1、", "mark"),
        ("12公里", "12公里", "quantity"),
        ("(1)加快", "(1)", "mark"),
        ("①加快", "①", "mark"),
        ("①", "①", "mark"),
        ("1云泽至青岚铁路", "1", "mark"),
        ("(省界)", "(省界)", "bracket"),
        ("(一(二)三)", "(一(二)三)", "bracket"),
        ("《云泽规划》", "《云泽规划》", "title"),
        ("时速350公里高铁", "时速350公里", "speed"),
        ("设计时速120公里/小时的", "设计时速120公里/小时的", "speed"),
        ("500千伏", "500千伏", "voltage"),
        ("±800千伏", "±800千伏", "voltage"),
        ("500/220千伏", "500/220千伏", "voltage"),
        ("十四五期间", "十四五期间", "period"),
        ("到十五五末", "到十五五末", "period"),
        ("去年底", "去年底", "relative"),
        ("今年上半年", "今年上半年", "relative"),
        ("年内", "年内", "relative"),
        ("约120公里以上", "约120公里以上", "quantity"),
        ("近百余座", "近百余座", "quantity"),
        ("几十公里", "几十公里", "quantity"),
        ("三十余公里", "三十余公里", "quantity"),
    ],
)
def test_what_stands_at_the_beginning(text: str, found: str | None, meaning: str) -> None:
    token = PATTERNS.find(text, 0)
    assert (token and token.text, says(token) if token else "") == (found, meaning)
    # The same in the midst of a sentence, but for the number of a row or an item.
    if meaning != "mark":
        token = PATTERNS.find(f"云{text}", 1)
        assert (token and token.text, says(token) if token else "") == (found, meaning)


@pytest.mark.parametrize(
    ("before", "numbered"),
    [("", True), *[(sign, True) for sign in ";:,。、"], ("云", False), ("(", False)],
)
def test_the_number_of_an_item_begins_a_sentence_or_a_part(before: str, numbered: bool) -> None:
    token = PATTERNS.find(f"{before}1.加快", len(before))
    assert (token is not None and token.kind == "mark") is numbered


def test_years_of_the_republic_are_found_only_where_they_are_counted() -> None:
    assert Patterns(lexicon(), republic=True).find("民国115年", 0) is not None
    assert PATTERNS.find("民国115年", 0) is None
