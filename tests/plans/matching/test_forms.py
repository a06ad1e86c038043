"""A name taken apart: its kind, its ends, its line; each place where it may be cut."""

from __future__ import annotations

import pytest

from plans.matching.forms import Form, form, rules


def told(found: Form) -> str:
    """``kind stem ends``, ends parted by ``+``; before it the line of a section."""
    own = " ".join(filter(None, (found.kind, found.stem, "+".join(found.ends))))
    return f"{told(found.line)} | {own}" if found.line else own


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # The kind, and what stands before it: ends where something ties them, else a stem.
        ("成渝高铁", "高铁 成渝"),
        ("云泽至青岚铁路", "铁路 云泽+青岚"),
        ("云泽至青岚至河湾铁路", "铁路 云泽+青岚+河湾"),
        ("云泽经白石至青岚铁路", "铁路 云泽+白石+青岚"),
        ("云泽途经白石、河湾至青岚铁路", "铁路 云泽+白石+河湾+青岚"),
        ("至青岚铁路", "铁路 至青岚"),
        ("云泽经青岚铁路", "铁路 云泽经青岚"),
        ("铁路", "铁路"),
        ("云泽港", "云泽港"),
        *[(f"云泽{dash}青岚铁路", "铁路 云泽+青岚") for dash in "—–-~―－─〜⁓−到至"],
        ("云泽——青岚铁路", "铁路 云泽+青岚"),
        # A road's number stands before its ends and is none of them.
        ("G247线隆昌至叙永公路", "公路 隆昌+叙永"),
        ("S2号隆昌至叙永公路", "公路 隆昌+叙永"),
        ("G2471隆昌公路", "公路 隆昌"),
        ("G247隆公路", "公路 G247隆"),
        ("G247", "G247"),
        # Sections with their line, where it ends before them.
        ("隆黄铁路隆昌至叙永段", "铁路 隆黄 | 铁路 隆昌+叙永"),
        ("隆黄铁路叙永段", "铁路 隆黄 | 铁路 叙永"),
        ("隆黄高铁叙永段", "高铁 隆黄 | 高铁 叙永"),
        ("隆黄高速叙永段", "高速 隆黄 | 高速 叙永"),
        ("隆黄公路叙永段", "公路 隆黄 | 公路 叙永"),
        ("G247隆昌段", "G247 | 隆昌"),
        ("G247线隆昌至叙永段", "G247线 | 隆昌+叙永"),
        ("云泽江青岚至河湾段", "云泽江 | 青岚+河湾"),
        ("云泽江青岚段", "云泽江青岚"),
        ("隆昌至叙永段", "隆昌+叙永"),
        ("隆昌至叙永段铁路", "铁路 隆昌+叙永"),
        ("隆黄铁路至叙永段", "隆黄铁路+叙永"),
        ("云泽航道青岚河段", "航道 云泽 | 航道 青岚"),
        # Works are no part of it, nor brackets.
        ("隆黄铁路隆昌至叙永段扩能改造", "铁路 隆黄 | 铁路 隆昌+叙永"),
        ("云泽机场改扩建", "云泽机场"),
        ("云青(青岚)铁路", "铁路 云青青岚"),
        # A grade stands before the word for a waterway.
        ("云泽江Ⅲ级航道", "航道 云泽江"),
        ("云泽江三级航道", "航道 云泽江"),
        ("云泽江1000吨级航道", "航道 云泽江"),
        ("江三级航道", "航道 江三级"),
    ],
)
def test_a_name_taken_apart(name: str, expected: str) -> None:
    assert told(form(name)) == expected


def test_the_whole_of_a_name_is_kept() -> None:
    assert form("隆黄铁路隆昌—叙永段扩能改造").text == "隆黄铁路隆昌至叙永段"
    assert form("隆昌至叙永段").text == "隆昌至叙永"
    # Two signs are left whatever stands behind them.
    tails = rules().tails
    tail = next(one for one in tails if not any(one.endswith(o) for o in tails if o != one))
    assert form(f"云{tail}").text == f"云{tail}"
    assert form(f"云青{tail}").text == "云青"
    assert form(f"云青{tail}{tail}").text == "云青"


def test_longer_words_are_tried_first() -> None:
    for words in (rules().tails, rules().kinds, tuple(row[0] for row in rules().english)):
        assert list(map(len, words)) == sorted(map(len, words), reverse=True)
