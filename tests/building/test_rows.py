"""The rows of the built tables, of projects that are made up."""

from __future__ import annotations

from building.build import _event_rows, _finding_rows, _mention_rows, _share_rows
from building.outcomes import assess, current_columns
from building.projects import Built, ordered_mentions
from facts.outcomes import Outcome, judge
from facts.promises import Promise
from facts.steps import findings
from geo.membership import Share
from registry.outcome.vocab import PromiseKind, Strength, Verdict
from registry.vocab import Status
from tests.building.test_columns import NOWHERE, PLANS, registry
from tests.support.reported import fact, mention, project


def test_mentions_come_by_plan_then_by_project_as_each_file_has_them() -> None:
    one = project(
        mentions=[
            mention("plan-b", clause="2", complete=2025),
            mention("plan-a", clause="1"),
            mention("plan-b", clause="1"),
        ]
    )
    other = project(ident="other", mentions=[mention("plan-a", clause="7")])
    known = registry(one, other)
    assert [(m.plan, m.clause) for m in ordered_mentions(one, PLANS)] == [
        ("plan-a", "1"),
        ("plan-b", "2"),
        ("plan-b", "1"),
    ]
    rows = list(_mention_rows([Built(p, NOWHERE, [], [], []) for p in (one, other)], known))
    assert [(row["plan_id"], row["project_id"], row["clause"]) for row in rows] == [
        ("plan-a", "line", "1"),
        ("plan-a", "other", "7"),
        ("plan-b", "line", "2"),
        ("plan-b", "line", "1"),
    ]
    assert (rows[2]["complete_year"], rows[2]["mode"], rows[2]["name"]) == (2025, "rail", "line")
    assert "plan" not in rows[0]


def test_facts_and_findings_come_by_project() -> None:
    one = project(
        fact("start", "2019"),
        fact("open", "2021"),
        mentions=[mention("plan-a", status=Status.RESEARCH), mention("plan-b", start=2020)],
    )
    found = findings(PLANS, one.mentions)
    made = [Built(one, NOWHERE, [], [], found)]
    events = list(_event_rows(made))
    assert [(row["project_id"], row["event"], row["date"]) for row in events] == [
        ("line", "start", "2019"),
        ("line", "open", "2021"),
    ]
    [row] = _finding_rows(made, registry(one))
    assert (row["project_id"], row["kind"], row["plan_from"], row["plan_to"]) == (
        *("line", "forward", "plan-a", "plan-b"),
    )
    assert "plan-a" in str(row["words_zh"])
    assert "Construction" in str(row["words_en"])


def test_a_share_is_kilometres_to_the_hundredth_and_whether_a_stop_is_there() -> None:
    shares = [Share("510101", 12.345678, True), Share("510102", 0.0, False)]
    rows = list(
        _share_rows(
            [Built(project(), NOWHERE, shares, [], [])],
            {"510101": "甲县", "510102": "乙县"},
            {"510101": "510100", "510102": "510200"},
        )
    )
    assert [tuple(row.values()) for row in rows] == [
        ("line", "510101", "甲县", "510100", "12.35", 1),
        ("line", "510102", "乙县", "510200", "0.00", 0),
    ]


def test_what_the_columns_say_of_how_far_it_is() -> None:
    one = project(
        fact("start", "2019-12", looked_at="2026-11-20"),
        fact("open", "2024-09-29"),
        km=30,
        mentions=[mention(start=2018, complete=2020), mention("plan-b", start=2019)],
    )
    found = current_columns(assess(registry(one))["line"])
    assert (found["current_status"], found["current_since"], found["current_as_of"]) == (
        *("open", "2024-09-29", "2024-09-29"),
    )
    assert (found["open_share"], found["open_share_basis"]) == (1.0, "whole")
    assert found["last_checked"] == "2026-11-26"
    assert found["current_source"] == "某报"
    # In the vocabulary's order, each once: one start kept, one late; the completion late.
    assert found["verdicts"] == "kept;late"
    assert (found["promise_kind"], found["promised_year"], found["happened_on"]) == (
        *("complete", 2020, "2024-09-29"),
    )
    assert found["months_late"] == 45


def test_of_what_nobody_knows_the_columns_say_nothing() -> None:
    found = current_columns(assess(registry(project(mentions=[mention()])))["line"])
    assert (found["current_status"], found["open_share_basis"]) == ("unknown", "unknown")
    nothing = ("current_since", "current_source", "open_share", "last_checked", "promise_kind")
    assert [found[name] for name in nothing] == [None] * 5
    assert [found[name] for name in ("promised_year", "happened_on", "months_late")] == [None] * 3
    assert found["verdicts"] == ""


def test_a_promise_not_due_has_no_day_and_no_months() -> None:
    promise = Promise("plan-a", "line", PromiseKind.COMPLETE, 2030, Strength.PLAN)
    due = judge(promise, [], [], "2026-11-26")
    assert due == Outcome(promise, Verdict.DUE)
    made = assess(registry(project()))["line"]
    found = current_columns(type(made)(made.current, [due], [], made.sentence))
    assert (found["promised_year"], found["happened_on"], found["months_late"]) == (
        2030,
        None,
        None,
    )
