"""What the search goes by: one table of it, for Python and for the view (``table``).

Every list here is sent with the payload, so that :mod:`layers.search.matcher` and
``web/src/core/search/matcher.js`` differ in nothing but their language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from registry.vocab import Mode

CHARACTERS = Path(__file__).parent / "characters.txt"
PLACES = Path(__file__).parent / "places.txt"

#: Written in several ways, compared as one; in this order.
ALIKE: tuple[tuple[str, str], ...] = (
    ("高速铁路", "高铁"),
    ("客运专线", "高铁"),
    ("客专", "高铁"),
    ("城际高铁", "城际"),
    ("城际铁路", "城际"),
    ("高速公路", "高速"),
    ("高速路", "高速"),
    ("地下储气库", "储气库"),
    ("航电枢纽", "枢纽"),
    ("航运枢纽", "枢纽"),
    ("水利枢纽", "水库"),
    ("国际机场", "机场"),
    ("飞机场", "机场"),
    ("铁道", "铁路"),
    ("长江干线", "长江"),
    ("水道", "航道"),
    ("千伏", "kv"),
    ("国道g", "g"),
    ("省道s", "s"),
    ("国道", "g"),
    ("省道", "s"),
    ("至", ""),
    ("到", ""),
    ("经", ""),
)
#: What a name may begin or end with and mean no other project; longest first in reading.
HEADS = (
    "新建",
    "改建",
    "在建",
    "拟建",
    "规划建设",
    "建设",
    "国家高速网",
    "国家高速",
    "国家",
    "铁路",
)
TAILS = (
    "扩能改造",
    "改扩建",
    "电气化",
    "一期",
    "二期",
    "三期",
    "项目",
    "工程",
    "建设",
    "扩能",
    "扩容",
    "扩建",
    "改造",
    "新建",
    "迁建",
    "复线",
    "双线",
    "全线",
    "段",
    "线",
)
#: What a name says of the kind of works, by the mode that it is then of; longest first in reading.
KINDS: Mapping[Mode, tuple[str, ...]] = {
    Mode.RAIL: ("市域铁路", "铁路枢纽", "铁路", "高铁", "城际", "动车", "火车"),
    Mode.HIGHWAY: ("快速通道", "高速支线", "快速路", "高速", "公路"),
    Mode.WATERWAY: ("航道", "枢纽", "船闸"),
    Mode.PIPELINE: ("天然气管道", "储气库", "页岩气", "管道", "管线"),
    Mode.PORT: ("港区", "港口", "港"),
    Mode.AIRPORT: ("机场",),
    Mode.WATER: ("灌区", "水库", "引水"),
    Mode.POWER: ("输变电", "特高压", "电网"),
    Mode.LOGISTICS: ("综合保税区", "保税物流中心", "综保区", "班列", "无水港"),
    Mode.CORRIDOR: ("大通道", "新通道", "通道"),
}
#: The marks of a unit, which may follow a place's name.
UNITS = "市县区站"
#: English words that mean one, each as it stands in the names here.
ENGLISH: Mapping[str, str] = {
    "hsr": "high speed railway",
    "rail": "railway",
    "railroad": "railway",
    "train": "railway",
    "line": "",
    "the": "",
    "of": "",
    "to": "",
    "and": "",
    "from": "",
    "project": "",
    "highspeed": "high speed",
    "highway": "expressway",
    "motorway": "expressway",
    "freeway": "expressway",
    "expwy": "expressway",
    "intl": "international",
    "center": "centre",
    "harbour": "port",
    "harbor": "port",
}
#: How southern ears hear pinyin: what sounds alike is written alike, in this order.
EAR: tuple[tuple[str, str], ...] = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ng", "n"),
    ("hu", "fu"),
    ("h", "f"),
    ("l", "n"),
    ("r", "n"),
    ("v", "u"),
    ("ue", "e"),
)
#: Characters that are taken for each other by their looks.
LOOKS = ("沪泸", "港巷", "遂逐", "卅州", "荣荥", "潼僮", "己已巳", "末未", "千干")
#: The characters that stand for provinces: another of them is another line.
PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕秦甘陇青宁新"
#: What tells works apart from their kin: the other end of the compass, another number.
TELLING = "东西南北中上下左右前后内外大小新老一二三四五六七八九十"

#: The ways in which a name answers, the best first; a lower group answers only where no higher
#: group does. Those of the last stand outside every list: "did you mean".
WAYS: tuple[tuple[str, ...], ...] = (
    # What it is called, or a part of that, in characters, pinyin or English.
    (
        "name",
        "alias",
        "written",
        "bare",
        "begins",
        "spelt",
        "alias_begins",
        "alias_spelt",
        "within",
        "alias_within",
        "spelt_within",
        "english",
    ),
    # What else it may be called: its ends, parts of the name, a place on it.
    (
        "ends",
        "stem",
        "turned",
        "parts",
        "holds",
        "stop",
        "stop_begins",
        "through",
        "stop_within",
    ),
    # A slip of the hand, the ear or the eye.
    ("sound", "order", "letter", "ear", "pinyin", "typo"),
    # Perhaps.
    ("doubt",),
)
#: The figures of the rules. ``step`` parts two ways of a group in a score, ``group`` two groups,
#: ``more`` is the most that a way's details add; ``least`` is the least of a name that is left when
#: what says nothing is taken off, of a stem and of a place on it, ``whole`` that of a name that a
#: longer text holds; ``pieces`` the most pieces of a
#: name in which a text may stand; ``doubts`` how many that may be meant are told; the least of
#: letters that are compared by ear, of pinyin and of a word with a letter wrong; the least of a
#: name with a character wrong, and of one with a character missing.
NUMBERS: Mapping[str, int] = {
    "step": 100,
    "group": 10_000,
    "more": 60,
    "least": 2,
    "whole": 4,
    "pieces": 3,
    "doubts": 3,
    "ear": 4,
    "pinyin": 6,
    "word": 5,
    "wrong": 3,
    "missing": 4,
}


def score_of() -> dict[str, int]:
    """Score of each way; the lower, the better."""
    return {
        way: group * NUMBERS["group"] + place * NUMBERS["step"]
        for group, ways in enumerate(WAYS)
        for place, way in enumerate(ways)
    }


@cache
def character_forms() -> Mapping[str, str]:
    """Of each character the forms that are read as it."""
    lines = CHARACTERS.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@cache
def place_letters() -> Mapping[str, str]:
    """Of each province and prefecture, by its short name, the characters that stand for it."""
    lines = (line.partition(" ") for line in PLACES.read_text(encoding="utf-8").splitlines())
    return {name: letters for name, _, letters in lines if name != "*"}


@cache
def place_characters() -> str:
    """The characters of which the names of China's counties and greater places are made."""
    last = PLACES.read_text(encoding="utf-8").splitlines()[-1]
    return last.removeprefix("* ")


def forms_in(texts: Iterable[str]) -> dict[str, str]:
    """:func:`character_forms` of the characters in ``texts`` only: what the view needs."""
    forms = character_forms()
    return {c: forms[c] for c in sorted(set("".join(texts)) & forms.keys())}


def table(texts: Iterable[str]) -> dict[str, Any]:
    """All of this as the view takes it (``Search`` of the contract), for the names ``texts``."""
    return {
        "characters": forms_in([*texts, *(word for pair in ALIKE for word in pair)]),
        "alike": list(ALIKE),
        "heads": list(HEADS),
        "tails": list(TAILS),
        "kinds": {mode.value: list(words) for mode, words in KINDS.items()},
        "units": UNITS,
        "english": dict(ENGLISH),
        "ear": list(EAR),
        "looks": list(LOOKS),
        "provinces": PROVINCES,
        "telling": place_characters() + TELLING,
        "ways": [list(group) for group in WAYS],
        "numbers": dict(NUMBERS),
    }
