"""How far before and behind a list it is looked for words that say that it is of the past."""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.retrospect import _LONGEST_LEAD, Retrospect, _until
from registry.vocab import Status

NAME = "云青铁路"


def covers(before: str, behind: str, said: Status | None, *, own: bool = False) -> bool:
    text = before + NAME + behind
    return Retrospect(lexicon()).covers(text, len(before), len(before) + len(NAME), said, own=own)


@pytest.mark.parametrize(
    ("before", "behind", "said", "past"),
    [
        ("去年", "", Status.OPERATION, True),
        ("去年", "", Status.START, True),
        ("去年", "", Status.PREPARATION, False),
        ("", "", Status.OPERATION, False),
        ("明年", "", Status.OPERATION, False),
        # A moment of the sentence before says nothing.
        *[(f"去年建成{end}", "", Status.OPERATION, False) for end in "。;!?"],
        ("去年建成，", "", Status.OPERATION, True),
        # What is built up to now still is.
        ("截至目前，", "", Status.OPERATION, True),
        ("截至目前，", "", Status.CONSTRUCTION, False),
    ],
)
def test_a_moment_past_before_a_list(
    before: str, behind: str, said: Status | None, past: bool
) -> None:
    assert covers(before, behind, said) is past


@pytest.mark.parametrize(("more", "past"), [(0, True), (-1, True), (1, False), (90, False)])
@pytest.mark.parametrize("behind", ["", "略" * 999])
def test_it_is_looked_for_so_far_ahead(more: int, past: bool, behind: str) -> None:
    between = "略" * (_LONGEST_LEAD - len("去年") + more)
    assert covers(f"去年{between}", behind, Status.OPERATION) is past
    # What stands behind the list is no lead, however short the beginning.
    assert covers("去年", behind, Status.OPERATION)
    assert not covers("", behind + "去年", Status.OPERATION)


@pytest.mark.parametrize(
    ("behind", "own", "past"),
    [
        ("去年建成", True, True),
        ("去年建成", False, False),
        ("建成", True, False),
        # Of its own clause alone.
        ("建成,去年", True, False),
        ("建成。去年", True, False),
    ],
)
def test_a_moment_past_behind_a_list_in_its_own_clause(behind: str, own: bool, past: bool) -> None:
    assert covers("", behind, Status.OPERATION, own=own) is past


@pytest.mark.parametrize(
    ("text", "left"),
    [("甲,乙。丙", "甲"), ("甲。乙,丙", "甲"), (",甲", ""), ("甲", "甲"), ("", "")],
)
def test_text_up_to_the_first_of_several_marks(text: str, left: str) -> None:
    assert _until(text, ",。") == left
