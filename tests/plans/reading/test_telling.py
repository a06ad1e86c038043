"""Whether a sentence can name a project, and whether it goes on about the one before."""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.mentions import read_mentions
from plans.reading.telling import facility_pattern, goes_on, said_topic

FACILITY = facility_pattern(lexicon())


@pytest.mark.parametrize(
    "text",
    ["粉岭绕道2024年启用", "云青高铁", "G318改建", "引云济青全面开工", "云泽8号线", "风光项目"],
)
def test_what_can_name_a_project(text: str) -> None:
    assert FACILITY.search(text)


def test_what_cannot() -> None:
    assert not FACILITY.search("提高居民收入，办好人民满意的教育")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("项目全长98公里，总投资187亿元。", True),
        ("全长98公里。", True),
        ("该铁路设计时速350公里。", True),
        ("2027年开工，2030年建成。", True),
        ("计划2030年建成。", True),
        ("同日，领导出席仪式。", False),
        ("市民出行更方便。", False),
    ],
)
def test_what_goes_on(text: str, on: bool) -> None:
    assert goes_on(text) is on


def test_only_the_one_project_before_gets_the_years() -> None:
    two = read_mentions("云青高铁、青河高铁开工建设。项目全长98公里，计划2030年建成。")
    assert [(m.status, m.complete_year) for m in two] == [("start", None), ("start", None)]
    [one] = read_mentions("云青高铁2026年开工。项目全长98公里，2025年动工，计划2030年建成。")
    assert (one.start_year, one.complete_year) == (2026, 2030)
    [bare] = read_mentions("1.云青高铁。里程98公里，2027年开工建设。")
    assert (bare.status, bare.action, bare.start_year) == ("start", "2027年开工建设", 2027)


@pytest.mark.parametrize(
    ("lead", "topic"),
    [
        ("铁路方面,加快", "铁路"),
        ("高速公路续建", "高速公路"),
        ("机场:改扩建", "机场"),
        ("铁路方面,加快建设。公路", ""),
        ("高速公路续建云泽至青岚,新开工", ""),
        ("加快建设", ""),
    ],
)
def test_what_a_clause_is_about(lead: str, topic: str) -> None:
    assert said_topic(lead) == topic


def test_a_topic_holds_to_the_end_of_its_sentence() -> None:
    found = read_mentions("高速公路续建云泽至青岚，新开工河湾至石桥等6个项目。续建青河至云城。")
    assert [(m.name, m.mode, m.status) for m in found] == [
        ("云泽至青岚", "highway", "construction"),
        ("河湾至石桥", "highway", "start"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("任期以来，建成云青高铁。云泽大桥通车。", ["achievement", "achievement"]),
        ("今年以来，云青高铁通车。建成云泽大桥。", ["achievement", "plan"]),
        ("云青高铁自2022年开通以来客流增长。建成云泽大桥。", ["achievement", "plan"]),
        ("五年来，建成云青高铁。目前，云泽大桥建成通车。", ["achievement", "plan"]),
        ("截至目前，云青高铁已通车，在建的云泽大桥加快建设。", ["achievement", "plan"]),
    ],
)
def test_what_is_of_the_past(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in read_mentions(text, achievements=True)] == kinds
