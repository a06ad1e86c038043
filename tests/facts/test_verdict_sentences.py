"""How each verdict says it was reached, and how a source is cited."""

from __future__ import annotations

import pytest

from facts.outcomes import Outcome
from facts.promises import Promise
from facts.sentences.findings import cite
from facts.sentences.verdicts import basis, told
from registry.models import Event
from registry.outcome.vocab import PromiseKind, Strength, Verdict
from tests.support.reported import fact

V = Verdict
OPENED, LATER = fact("open", "2021-03"), fact("open", "2022")
THEN, YET = fact("status", "2022", state="open"), fact("status", "2021", state="construction")


def outcome(verdict: Verdict, months: int | None = None, **facts: Event) -> Outcome:
    made = Promise("p", "line", PromiseKind.COMPLETE, 2020, Strength.PLAN)
    return Outcome(made, verdict, months_late=months, **facts)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (outcome(V.KEPT, happened=fact("open", "2019-05")), "not after 2020"),
        (outcome(V.KEPT, by_then=fact("status", "2020", state="open")), "it had happened by then"),
        (outcome(V.LATE, 3, happened=OPENED), "3 months after the end of 2020"),
        (outcome(V.LATE, happened=LATER), "between 13 and 24 months after the end of 2020"),
        (outcome(V.LATE, by_then=THEN, not_yet=YET), "when it happened is not known"),
        (outcome(V.MISSED, not_yet=YET), "is over and it has not happened"),
        (outcome(V.DUE), "is not over"),
        (outcome(V.UNKNOWN), "no source that counts says either"),
        (outcome(V.UNKNOWN, by_then=THEN), "whether by the end of 2020 is not known"),
    ],
)
def test_each_verdict_says_how_it_was_reached(given: Outcome, says: str) -> None:
    zh, en = basis(given)
    assert says in en
    assert "2020" in zh
    for one in given.facts:
        assert told(one)[0] in zh
        assert told(one)[1] in en


def test_a_source_is_one_item_of_a_list() -> None:
    assert (
        cite("某报", "甲;乙", "2020", "https://x.cn/a;b")
        == "某报 《甲；乙》 2020 https://x.cn/a；b"
    )
    assert cite("某报") == "某报"
