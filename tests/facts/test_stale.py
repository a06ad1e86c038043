"""What is to be looked at again, the most wanted first, and since when nothing was heard of it."""

from __future__ import annotations

from typing import Any

import pytest

from facts.upkeep.stale import stale
from registry.models import Event, Mention
from registry.vocab import Mode
from tests.support.reported import everyone, fact, mention, project


def test_stale_lists_the_most_wanted_first() -> None:
    old, new = "2025-11-26", "2025-11-27"
    known = everyone(
        project(fact("open", "2020", looked_at="2020-01-01"), ident="is-open"),
        project(fact("start", "2020", looked_at=new), ident="seen"),
        project(fact("start", "2020", looked_at=old), ident="building"),
        project(fact("start", "2020", looked_at="2025-01-01"), ident="building-unseen"),
        project(
            fact("start", "2020", looked_at=old),
            fact("expected_open", "2026-10", looked_at=old),
            ident="overdue",
        ),
        project(ident="promised", mentions=[mention(complete=2025)]),
        project(ident="to-come", mentions=[mention(complete=2026)]),
        project(fact("start", "2020", looked_at=old), ident="port", mode=Mode.PORT),
        project(fact("approval", "2020", looked_at=old), ident="prepared"),
    )
    found = stale(known, on="2026-11-26", months=12)
    assert [(s.project.id, s.due) for s in found] == [
        ("overdue", "2026-10"),
        ("promised", "2025"),
        ("building-unseen", ""),
        ("building", ""),
        ("to-come", ""),
        ("prepared", ""),
        ("port", ""),
    ]


@pytest.mark.parametrize(
    ("told", "mentions", "due"),
    [
        # Of several dates that have passed the latest.
        ([("2021", {}), ("2023-06", {})], [], "2023-06"),
        ([("2021", {})], [mention(complete=2024)], "2024"),
        # What is disputed does not count, a weak source is reason enough to look.
        ([("2021", {}), ("2023", {"disputed": True})], [], "2021"),
        ([("2023", {"confidence": "weak"})], [], "2023"),
        ([("2027", {})], [mention(complete=2026)], ""),
    ],
)
def test_what_is_overdue(
    told: list[tuple[str, dict[str, Any]]], mentions: list[Mention], due: str
) -> None:
    facts = [fact("expected_open", date, **words) for date, words in told]
    line = project(fact("start", "2019"), *facts, mentions=mentions)
    (found,) = stale(everyone(line), on="2026-11-26", months=0)
    assert found.due == due


@pytest.mark.parametrize(
    ("facts", "heard"),
    [
        ([fact("start", "2019-05"), fact("status", "2021-02", state="construction")], "2021-02"),
        # Who still expects the opening has been heard, on the day of the page.
        ([fact("start", "2019"), fact("expected_open", "2028", published="2025-03")], "2025-03"),
        ([fact("start", "2025-04"), fact("expected_open", "2028", published="2025-03")], "2025-04"),
        ([fact("expected_open", "2028", published="2025-03")], "2025-03"),
        ([fact("expected_open", "2028")], None),
        (
            [
                fact("start", "2019"),
                fact("expected_open", "2028", published="2025-03", confidence="weak"),
            ],
            "2019",
        ),
        ([], None),
    ],
)
def test_when_it_was_last_heard_of(facts: list[Event], heard: str | None) -> None:
    (found,) = stale(everyone(project(*facts)), on="2026-11-26", months=0)
    assert found.heard == heard
