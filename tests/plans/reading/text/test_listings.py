"""Which words of a sentence stand before and behind each of its lists, and which lists share them.

A list is told as ``推进[云青铁路]前期工作``, with what the clauses behind it say after ``>``.
"""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.sentences import Listing, SentenceReader
from tests.plans.reading.names.support import words

READER = SentenceReader(lexicon())


def told(listing: Listing) -> str:
    names = "、".join(item.text for item in listing.group.items)
    behind = "".join(f" > {words(clause)}" for clause in listing.later)
    whole = f" whole {words(listing.whole)}" if listing.whole else ""
    return f"{words(listing.pre)}[{names}]{words(listing.post)}{behind}{whole}"


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("开工建设云青铁路、河金铁路", ["开工建设[云青铁路、河金铁路]"]),
        ("云青铁路、河金铁路建成", ["[云青铁路、河金铁路]建成"]),
        ("开工云青铁路,推进河金铁路前期工作", ["开工[云青铁路]", "推进[河金铁路]前期工作"]),
        # Between two lists a separator parts the words; what stands before it all is said again.
        (
            "推进云青铁路前期工作和河金铁路建设",
            ["推进[云青铁路]前期工作", "推进[河金铁路]建设"],
        ),
        ("推进云青铁路和加快河金铁路建设", ["推进[云青铁路]", "加快[河金铁路]建设"]),
        (
            "云青铁路开工建设2027年河金铁路建成",
            ["[云青铁路]开工建设2027年", "开工建设2027年[河金铁路]建成"],
        ),
        ("推进连接青岚的云青铁路", ["推进[云青铁路]"]),
        # What is prepared are both works of one clause.
        (
            "推进新建云泽机场、迁建青岚机场前期工作",
            ["推进新建[云泽机场]前期工作", "迁建[青岚机场]前期工作"],
        ),
        (
            "推进新建云泽机场、扩建青岚机场、改建河湾机场前期工作",
            [
                "推进新建[云泽机场]前期工作",
                "扩建[青岚机场]前期工作",
                "改建[河湾机场]前期工作",
            ],
        ),
        ("推进新建云泽机场、迁建青岚机场建设", ["推进新建[云泽机场]", "迁建[青岚机场]建设"]),
        (
            "推进新建云泽机场、研究青岚机场前期工作",
            ["推进新建[云泽机场]", "研究[青岚机场]前期工作"],
        ),
        (
            "推进新建云泽机场环评、迁建青岚机场前期工作",
            ["推进新建[云泽机场]环评", "迁建[青岚机场]前期工作"],
        ),
        ("云泽机场、迁建青岚机场前期工作", ["[云泽机场]", "迁建[青岚机场]前期工作"]),
        # What the clauses behind say, until the sentence stops or speaks of something else.
        (
            "开工云青铁路,推进前期工作,2027年建成",
            ["开工[云青铁路] > 推进前期工作 > 2027年建成"],
        ),
        *[(f"开工云青铁路{stop}2027年建成", ["开工[云青铁路]"]) for stop in ";。!?"],
        ("开工云青铁路,2027年建成高速公路", ["开工[云青铁路]"]),
        ("开工云青铁路,通车后两地只需1小时", ["开工[云青铁路] > "]),
        (
            "开工云青铁路和加快河金铁路,2027年建成",
            ["开工[云青铁路] > 2027年建成", "加快[河金铁路] > 2027年建成"],
        ),
        # 包括 opens a list of what was spoken of.
        ("加快建设一批项目,包括云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,其中包括云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,主要包括云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,具体包括云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,其中云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,包含云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,分别是云青铁路", ["加快建设[云青铁路]"]),
        ("加快建设一批项目,包括开工云青铁路", ["开工[云青铁路]"]),
        ("加快建设一批项目,云青铁路", ["[云青铁路]"]),
        ("2027年一批项目,包括云青铁路", ["[云青铁路]"]),
        # 全线 is said of the line whose section stands between.
        (
            "云青铁路开工,云青铁路云泽段建成,全线2027年通车",
            ["[云青铁路]开工 whole 2027年通车", "[云青铁路云泽段]建成"],
        ),
        (
            "河金铁路开工,云青铁路开工,云青铁路云泽段建成,全线2027年通车",
            ["[河金铁路]开工", "[云青铁路]开工 whole 2027年通车", "[云青铁路云泽段]建成"],
        ),
        (
            "云青铁路开工,云青铁路云泽段建成,2027年通车",
            ["[云青铁路]开工", "[云青铁路云泽段]建成 > 2027年通车"],
        ),
        (
            "云青铁路开工,河金铁路建成,全线2027年通车",
            ["[云青铁路]开工", "[河金铁路]建成 > 2027年通车"],
        ),
        ("云青铁路云泽段开工,全线2027年通车", ["[云青铁路云泽段]开工 > 2027年通车"]),
        (
            "河金铁路青岚段开工,云青铁路云泽段建成,全线2027年通车",
            ["[河金铁路青岚段]开工", "[云青铁路云泽段]建成 > 2027年通车"],
        ),
        # What follows the last of several is said of those before, if nothing else is.
        (
            "云青铁路,河金铁路,2016年建成",
            ["[云青铁路] > 2016年建成", "[河金铁路] > 2016年建成"],
        ),
        ("云青铁路开工,河金铁路,2016年建成", ["[云青铁路]开工", "[河金铁路] > 2016年建成"]),
        ("云青铁路;河金铁路,2016年建成", ["[云青铁路]", "[河金铁路] > 2016年建成"]),
        (
            "云青铁路,开工河金铁路,2016年建成",
            ["[云青铁路]", "开工[河金铁路] > 2016年建成"],
        ),
        (
            "云青铁路,河金铁路开工,2016年建成",
            ["[云青铁路]开工", "[河金铁路]开工 > 2016年建成"],
        ),
        # A list of which nothing is said takes the verb behind the next, or before the one ahead.
        ("云青铁路,河金铁路建成", ["[云青铁路]建成", "[河金铁路]建成"]),
        (
            "云青铁路,河金铁路,白石铁路建成",
            ["[云青铁路]建成", "[河金铁路]建成", "[白石铁路]建成"],
        ),
        ("云青铁路;河金铁路建成", ["[云青铁路]", "[河金铁路]建成"]),
        ("云青铁路,推进河金铁路建设", ["[云青铁路]", "推进[河金铁路]建设"]),
        ("开工云青铁路,河金铁路建成", ["开工[云青铁路]", "[河金铁路]建成"]),
        ("云青铁路,河金铁路升级改造", ["[云青铁路]", "[河金铁路升级改造]"]),
        ("建成云青铁路,河金铁路", ["建成[云青铁路]", "建成[河金铁路]"]),
        (
            "建成云青铁路,河金铁路,白石铁路",
            ["建成[云青铁路]", "建成[河金铁路]", "建成[白石铁路]"],
        ),
        ("建成云青铁路;河金铁路", ["建成[云青铁路]", "[河金铁路]"]),
        ("云青铁路建成,河金铁路", ["[云青铁路]建成", "[河金铁路]"]),
        (
            "建成云青铁路,河金铁路,开工",
            ["建成[云青铁路]", "[河金铁路] > 开工"],
        ),
    ],
)
def test_the_words_of_each_list(text: str, lists: list[str]) -> None:
    assert [told(listing) for listing in READER.read(text).listings] == lists


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("加快云青铁路、河金铁路建设", {}),
        ("加快云青铁路(2027年建成)、河金铁路建设", {0: "2027年建成"}),
        ("加快云青铁路、河金铁路(2026年开工)建设", {1: "2026年开工"}),
        ("云青铁路(续建)、河金铁路(2026年)", {0: "续建", 1: "2026年"}),
        ("云青铁路(12公里)", {0: ""}),
    ],
)
def test_what_a_bracket_says_of_its_name(text: str, remarks: dict[int, str]) -> None:
    (listing,) = READER.read(text).listings
    assert {number: words(said) for number, said in listing.remarks.items()} == remarks


@pytest.mark.parametrize(
    ("text", "heading", "label", "phrase"),
    [
        ("2026年,开工云青铁路", "2026年", "", "2026年开工"),
        ("力争2026年,开工云青铁路", "2026年", "", "力争2026年开工"),
        ("推进2026年,开工云青铁路", "", "", "推进2026年开工"),
        ("开工云青铁路,2026年,河金铁路", "", "", "开工2026年"),
        ("2026年全省开工云青铁路", "2026年", "", "2026年开工"),
        ("新开工:云青铁路", "", "新开工", "新开工"),
        ("开工2026年:云青铁路", "", "开工2026年", "开工2026年"),
        ("铁路:云青铁路", "", "", ""),
        ("2026年全省", "2026年", "", "2026年"),
        ("全省开工", "", "", "开工"),
    ],
)
def test_what_heads_a_sentence(text: str, heading: str, label: str, phrase: str) -> None:
    found = READER.read(text)
    assert (words(found.heading), words(found.label), words(found.phrase)) == (
        heading,
        label,
        phrase,
    )


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("云青铁路已于2020年完工", [True]),
        ("云青铁路2016年动工,已于2020年完工", [True]),
        ("云青铁路2016年动工,2020年完工", [False]),
        ("云青铁路2016年动工,河金铁路已于2020年建成", [False, True]),
        ("云青铁路已于2020年建成,河金铁路动工", [True, False]),
    ],
)
def test_of_which_lists_it_is_said_that_they_are_open(text: str, done: list[bool]) -> None:
    assert [listing.done for listing in READER.read(text).listings] == done
