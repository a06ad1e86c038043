"""What stands out across plans: each kind and each edge, and its sentence."""

from __future__ import annotations

import pytest

from facts.sentences.findings import SENTENCES, sentence
from facts.steps import Finding, between, findings
from registry.vocab import CHANGES, CONTRADICTIONS, FINDINGS, ChangeClass, FindingKind, Status
from tests.support.histories import Named, said

PLANS = ("a", "b", "c", "d")


@pytest.mark.parametrize("before", "rpscuo")
@pytest.mark.parametrize("after", "rpscuo")
def test_only_steps_that_change_something_are_findings(before: str, after: str) -> None:
    was, now = said(before + after)
    mentions = [Named("d", now or Status.START), Named("b", was or Status.START)]
    change = between([was, now], 0, 1)
    expected = (
        []
        if change is ChangeClass.SAME
        else [Finding(FindingKind(str(change)), "b", "d", str(was), str(now))]
    )
    assert findings(PLANS, mentions) == expected


def test_bare_mentions_silent_plans_and_what_is_new_or_dropped_are_no_findings() -> None:
    assert findings(PLANS, [Named("b", Status.RESEARCH), Named("c")]) == []
    mentions = [Named("a", Status.CONSTRUCTION), Named("b"), Named("d", Status.RESEARCH)]
    assert findings(PLANS, mentions) == [
        Finding(FindingKind.BACK, "a", "d", "construction", "research")
    ]


@pytest.mark.parametrize(
    ("years", "slips"),
    [
        ([], []),
        ([("a", 2020)], []),
        ([("a", 2020), ("b", 2020)], []),
        ([("a", 2020), ("b", 2021)], [("a", "b", "2020", "2021")]),
        ([("a", 2021), ("b", 2020)], []),
        # Plans that promise nothing are passed over; each slip is from its neighbour.
        ([("a", 2020), ("b", None), ("d", 2022)], [("a", "d", "2020", "2022")]),
        (
            [("a", 2020), ("b", 2023), ("c", 2021), ("d", 2022)],
            [("a", "b", "2020", "2023"), ("c", "d", "2021", "2022")],
        ),
        # Of two years in one plan the later counts.
        ([("a", 2020), ("a", 2024), ("b", 2022)], []),
        ([("a", 2020), ("b", 2019), ("b", 2021)], [("a", "b", "2020", "2021")]),
        # In the plans' order, whatever order they are given in.
        ([("b", 2021), ("a", 2020)], [("a", "b", "2020", "2021")]),
    ],
)
def test_slips(years: list[tuple[str, int | None]], slips: list[tuple[str, str, str, str]]) -> None:
    starts = [Named(plan, start_year=year) for plan, year in years]
    assert findings(PLANS, starts) == [Finding(FindingKind.START_SLIP, *slip) for slip in slips]
    completes = [Named(plan, complete_year=year) for plan, year in years]
    assert findings(PLANS, completes) == [
        Finding(FindingKind.COMPLETE_SLIP, *slip) for slip in slips
    ]


def test_findings_come_as_steps_then_starts_then_completions() -> None:
    mentions = [
        Named("a", Status.CONSTRUCTION, 2018, 2020),
        Named("c", Status.PREPARATION, 2019, 2022),
        Named("d", Status.START),
    ]
    assert findings(PLANS, mentions) == [
        Finding(FindingKind.BACK, "a", "c", "construction", "preparation"),
        Finding(FindingKind.FORWARD, "c", "d", "preparation", "start"),
        Finding(FindingKind.START_SLIP, "a", "c", "2018", "2019"),
        Finding(FindingKind.COMPLETE_SLIP, "a", "c", "2020", "2022"),
    ]


def test_every_class_and_kind_has_words() -> None:
    assert set(CHANGES) == set(ChangeClass)
    assert set(FINDINGS) == set(FindingKind) == set(SENTENCES)
    assert set(CONTRADICTIONS) == set(FindingKind) - {FindingKind.FORWARD, FindingKind.CHANGED}
    for terms in (CHANGES, FINDINGS):
        assert len({term.zh for term in terms.values()}) == len(terms)
        assert len({term.en for term in terms.values()}) == len(terms)


@pytest.mark.parametrize(
    ("finding", "zh", "en"),
    [
        (
            Finding(FindingKind.BACK, "a", "b", "construction", "research"),
            "状态后退：甲 写的是“在建”，乙{p} 又写成“规划研究”。",
            "Status stepped back: A says “Construction”, B{p} says “Research”.",
        ),
        (
            Finding(FindingKind.START_SLIP, "a", "b", "2020", "2022"),
            "开工推后：甲 承诺 2020 年，乙{p} 改为 2022 年。",
            "Start put off: A promises 2020, B{p} says 2022.",
        ),
    ],
)
def test_sentences(finding: Finding, zh: str, en: str) -> None:
    # Braces in a plan's name are text.
    assert sentence(finding, {"a": ("甲", "A"), "b": ("乙{p}", "B{p}")}) == (zh, en)
