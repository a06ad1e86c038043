"""Whether a sentence can name a project, and whether it goes on about the one before."""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.mentions import read_mentions
from plans.reading.telling import facility_pattern, goes_on

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
