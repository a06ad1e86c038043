"""The hand-kept lists as far as whoever only shows them needs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.paths import Paths
from registry.tables import PlanRow, RegionRow, read_facts_day, read_plans, read_regions

PLAN = "  - {id: %s, title: 题, title_en: T, short: 短, short_en: S, issuer: 府, date: %s%s}\n"
REGION = "regions:\n  - {id: west, name: 西, name_en: West, definition: 定义, source: 出处}\n"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An empty data folder."""
    return Paths(tmp_path)


def plans(paths: Paths, *lines: str) -> list[PlanRow]:
    """The plans of a file with ``lines``."""
    paths.plans.write_text("plans:\n" + "".join(lines), encoding="utf-8")
    return read_plans(paths)


def test_plans_come_oldest_first_and_by_id_on_one_day(paths: Paths) -> None:
    lines = [PLAN % (*pair, "") for pair in (("c", "2020-05"), ("b", "2021-01"), ("a", "2020-05"))]
    assert [plan.id for plan in plans(paths, *lines)] == ["a", "c", "b"]


def test_a_plan_as_it_is_shown(paths: Paths) -> None:
    (plan,) = plans(paths, PLAN % ("a", "2020-05", ", number: 川1号, region: west, text: x"))
    assert plan == PlanRow("a", "题", "T", "短", "S", "府", "2020-05", "川1号", "west")


def test_a_plan_may_lack_number_and_region(paths: Paths) -> None:
    (plan,) = plans(paths, PLAN % ("a", "2020-05", ", number: null"))
    assert (plan.number, plan.region) == ("", "")


@pytest.mark.parametrize("field", ["title", "title_en", "short", "short_en", "issuer"])
def test_a_plan_without_a_field_is_refused(paths: Paths, field: str) -> None:
    line = (PLAN % ("a", "2020-05", "")).replace(f" {field}:", " other:")
    with pytest.raises(AtlasError) as refused:
        plans(paths, line)
    assert refused.value.where == f"{paths.label(paths.plans)}: a: {field}"
    assert (refused.value.zh, refused.value.en) == ("缺少这个字段", "the field is missing")


@pytest.mark.parametrize(("given", "is_so"), [("true", True), ("false", False), ("null", False)])
def test_whether_the_date_is_inferred(paths: Paths, given: str, is_so: bool) -> None:
    (plan,) = plans(paths, PLAN % ("a", "2020-05", f", date_inferred: {given}"))
    assert plan.date_inferred is is_so


def test_a_flag_is_true_or_false(paths: Paths) -> None:
    with pytest.raises(AtlasError, match="must be True or False"):
        plans(paths, PLAN % ("a", "2020-05", ", date_inferred: yes it is"))


def test_a_field_that_is_no_text_is_refused(paths: Paths) -> None:
    with pytest.raises(AtlasError, match="must be text") as refused:
        plans(paths, (PLAN % ("a", "2020-05", "")).replace("title: 题", "title: [题]"))
    assert refused.value.where.endswith("plans.yaml: a: title")


def test_a_region_as_it_is_shown(paths: Paths) -> None:
    paths.regions.write_text(REGION, encoding="utf-8")
    assert read_regions(paths) == [RegionRow("west", "西", "West", "定义", "出处")]


def test_a_region_without_a_source_is_refused(paths: Paths) -> None:
    paths.regions.write_text(REGION.replace(", source: 出处", ""), encoding="utf-8")
    with pytest.raises(AtlasError, match="the field is missing"):
        read_regions(paths)


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-12-31"])
def test_the_day_of_the_facts(paths: Paths, day: str) -> None:
    paths.facts.write_text(f"facts_as_of: {day!r}\nno_source: []\n", encoding="utf-8")
    assert read_facts_day(paths) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no_source: []", "the field is missing"),
        ("[2026]", "the field is missing"),
        ("facts_as_of: 2026", "is no date of the calendar"),
        ("facts_as_of: 2026-13", "is no date of the calendar"),
        ("facts_as_of: 2026-11-32", "is no date of the calendar"),
        ("facts_as_of: 12026-11-26", "is no date of the calendar"),
    ],
)
def test_what_is_no_day_is_refused(paths: Paths, text: str, sentence: str) -> None:
    paths.facts.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=sentence) as refused:
        read_facts_day(paths)
    assert refused.value.where.endswith("facts.yaml: facts_as_of")
