"""What a plan changes against earlier ones, asked of the rule of steps."""

from __future__ import annotations

import pytest

from registry.vocab import ChangeClass, Status
from review import rows
from review.acceptance import plan_key
from review.comparison import ALL, Comparison, compare, earlier_plans, usual
from review.corrections import parsed, reviewed
from tests.review.support import knowledge, registry, said, source


def compared(date: str = "", against: str | None = None) -> Comparison:
    """The pasted plan against the small registry."""
    return compare(registry(), source().mentions, "mine", date=date, against=against)


def test_plans_before_a_day() -> None:
    found = registry()
    assert earlier_plans(found, "mine", "") == ["old", "new"]
    assert earlier_plans(found, "mine", "2021-03-01") == ["old"]
    assert earlier_plans(found, "mine", "2021-03-02") == ["old", "new"]
    assert earlier_plans(found, "new", "") == ["old"]


def test_the_usual_plan_shares_most_and_is_the_newest_of_them() -> None:
    assert usual({"a": 1, "b": 3, "c": 3, "d": 0}) == "c"
    assert usual({"a": 0}) == ALL
    assert usual({}) == ALL


def test_against_all_earlier_plans() -> None:
    found = compared(against=ALL)
    assert found.shared == {"old": 2, "new": 1}
    assert found.dropped == ("gone",)
    railway, port = found.steps["yunqing"], found.steps["port"]
    assert railway.change is ChangeClass.FORWARD
    assert (railway.was_plan, railway.was) == ("new", "preparation")
    assert (railway.was_start, railway.was_complete) == (2023, 2026)
    assert railway.moved
    # 2026 became 2027, and 前期工作 became 开工: both in sentences.
    assert len(railway.told) == 2
    assert "2026" in railway.told[1][0]
    assert port.change is ChangeClass.SAME
    assert not port.moved
    assert port.told == ()


def test_against_one_plan() -> None:
    found = compared(against="old")
    assert found.dropped == ()
    assert found.steps["yunqing"].was_plan == "old"
    assert found.steps["yunqing"].was_complete is None
    # The new one promises no start: its year has not moved.
    assert not found.steps["yunqing"].moved
    later = compared(against="new")
    assert later.dropped == ("gone",)
    assert later.steps["port"].change is ChangeClass.ADDED


def test_by_default_the_usual_one_and_never_one_that_is_none() -> None:
    assert compared().against == "old"
    assert compared(against="nonesuch").against == "old"
    assert compared(date="2018-01").against == ALL


def test_a_plan_of_elsewhere_drops_nothing() -> None:
    found = compare(registry(), source("开工建设远山至近水铁路。").mentions, "mine")
    assert found.against == ALL
    assert found.dropped == ()
    assert found.steps == {}


@pytest.mark.parametrize(
    ("verdict", "dropped"), [("reject", ["gone", "port"]), ("accept", ["gone"])]
)
def test_a_rejected_row_names_nothing(verdict: str, dropped: list[str]) -> None:
    found = source()
    corrections = parsed({f"{found.key}.1": {"verdict": verdict}}, "x")
    after = list(reviewed(found, corrections, knowledge().known))
    told = rows.compared(registry(), found, after, ALL)
    assert sorted(d["project"] for d in told["dropped"]) == dropped
    # The airport is no known project: new, as it was found.
    assert told["rows"] == {}
    assert set(told["projects"]) == {"yunqing", "port"}
    assert [c["plan"] for c in told["choices"]] == [ALL, "old", "new"]


def test_what_is_told_of_a_row_is_what_a_correction_made_of_it() -> None:
    found = source()
    key = f"{found.key}.2"
    told = {
        key: {"name": "河湾港"},
        f"{found.key}.0": {"verdict": "accept", "status": "research"},
        f"{found.key}.+1": {"start": 0, "end": 4},
    }
    after = list(reviewed(found, parsed(told, "x"), knowledge().known))
    compared = rows.compared(registry(), found, after, "old")
    assert compared["rows"] == {
        f"{found.key}.+1": {
            "name": "一、铁路",
            "as_written": "一、铁路",
            "project": "",
            "reason": ["", ""],
        },
        key: {
            "name": "河湾港",
            "as_written": "金塘机场",
            "project": "",
            "reason": ["", ""],
        },
    }
    assert compared["projects"]["yunqing"] == {
        "name": ["云泽至青岚铁路", "Yunqing"],
        "change": "same",
        "moved": 0,
        "was": "research",
        "was_plan": ["old版", "old"],
        "was_start": 2020,
        "was_complete": 0,
        "told": [],
    }


@pytest.mark.parametrize(
    ("verdict", "change", "moved"),
    [("", "forward", 1), ("accept", "forward", 1), ("reject", "", 0)],
)
def test_a_project_that_only_rejected_rows_name_is_not_new(
    verdict: str, change: str, moved: int
) -> None:
    found = source()
    corrections = parsed({found.row_key(0): {"verdict": verdict}}, "x")
    after = list(reviewed(found, corrections, knowledge().known))
    stepped = rows.compared(registry(), found, after, "new")["projects"]["yunqing"]
    assert (stepped["change"], stepped["moved"]) == (change, moved)


def test_what_a_dropped_project_was() -> None:
    found = source()
    after = list(reviewed(found, {}, knowledge().known))
    (gone,) = rows.compared(registry(), found, after, ALL)["dropped"]
    assert gone == {
        "project": "gone",
        "name": ["白石大桥", "Gone"],
        "was": "start",
        "was_plan": ["new版", "new"],
    }


def test_what_was_said_is_not_a_bare_mention_unless_there_is_no_more() -> None:
    found = registry()
    port = found.projects["port"]
    named = port.model_copy(
        update={"mentions": [*port.mentions, said("new", Status.UNSPECIFIED, complete=2024)]}
    )
    found.projects["port"] = named
    step = compare(found, source().mentions, "mine", against=ALL).steps["port"]
    assert (step.was_plan, step.was, step.was_complete) == ("old", "construction", 2024)
    only = compare(found, source().mentions, "mine", against="new").steps["port"]
    assert (only.was_plan, only.was) == ("new", "unspecified")
    assert only.change is ChangeClass.ONLY_NAMED


def test_a_dropped_project_is_told_by_the_plan_that_is_compared_with() -> None:
    known = registry()
    gone = known.projects["gone"]
    known.projects["gone"] = gone.model_copy(
        update={"mentions": [said("old", Status.RESEARCH), *gone.mentions]}
    )
    found = source()
    after = list(reviewed(found, {}, knowledge().known))
    for against, was, plan in (
        ("old", "research", "old"),
        ("new", "start", "new"),
        (ALL, "start", "new"),
    ):
        (dropped,) = rows.compared(known, found, after, against)["dropped"]
        assert (dropped["was"], dropped["was_plan"][1]) == (was, plan)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("云泽 2027 (final)", "yunze-2027-final"),
        ("--A  B--", "a-b"),
        ("…", "plan"),
        ("a" * 70, "a" * 60),
        # Cut where two words meet it does not end in their tie.
        ("a" * 59 + " " + "b" * 9, "a" * 59),
        ("a" * 58 + " " + "b" * 9, "a" * 58 + "-b"),
    ],
)
def test_what_a_plan_is_called_in_the_registry(name: str, key: str) -> None:
    assert plan_key(name) == key
