"""What changed between plans: the rule by tables, each class and each edge."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.steps import (
    Step,
    between,
    deciding,
    in_turn,
    newest,
    newest_place,
    since_earlier,
    status_in,
    step,
    steps,
    tells,
)
from registry.vocab import STATUSES, ChangeClass, Status
from tests.support.histories import LETTERS, Named, said

#: Every pair of statuses that say what is to be done: rows before, columns after.
TABLE = """
      r       p       s       c       u       o
  r   same    forward forward forward forward forward
  p   back    same    forward forward forward forward
  s   back    back    same    forward forward forward
  c   back    back    back    same    changed forward
  u   back    back    back    changed same    changed
  o   back    back    back    back    changed same
"""
PAIRS = [
    (row[0], column, word)
    for head, *rows in [[line.split() for line in TABLE.strip().splitlines()]]
    for row in rows
    for column, word in zip(head, row[1:], strict=True)
]


@pytest.mark.parametrize(("before", "after", "change"), PAIRS)
def test_a_step_between_two_plans_that_say_what_to_do(before: str, after: str, change: str) -> None:
    (was, now) = said(before + after)
    assert was is not None
    assert now is not None
    assert step(was, now) == change
    assert between([was, now], 0, 1) == change
    assert since_earlier([was, now], 1) == change
    assert in_turn([was, now]) == change


def test_the_table_has_every_status_that_has_a_rank() -> None:
    ranked = {status for status, term in STATUSES.items() if term.rank is not None}
    assert len(PAIRS) == len(ranked) ** 2
    assert ranked == {status for status in Status if tells(status)}


@pytest.mark.parametrize("letter", "rpscuo?")
def test_a_bare_mention_on_either_side_is_no_step(letter: str) -> None:
    for pair in (letter + "?", "?" + letter):
        assert between(said(pair), 0, 1) is ChangeClass.ONLY_NAMED
        assert since_earlier(said(pair), 1) is ChangeClass.ONLY_NAMED
        assert steps(said(pair)) == []
        assert in_turn(said(pair)) is ChangeClass.ONLY_NAMED


@pytest.mark.parametrize(
    ("statuses", "one", "other", "change"),
    [
        ("..", 0, 1, None),
        (".r", 0, 1, "new"),
        (".?", 0, 1, "new"),
        ("r.", 0, 1, "dropped"),
        ("?.", 0, 1, "dropped"),
        # Named before, but not in the plan compared with: before that one, or after it.
        ("r.c", 1, 2, "added"),
        (".rc", 0, 2, "added"),
        ("?.c", 1, 2, "added"),
        ("?.?", 1, 2, "added"),
        # What comes later does not make it known before.
        (".rc", 0, 1, "new"),
        ("r.c", 0, 1, "dropped"),
        ("r.c", 0, 2, "forward"),
        ("c?r", 0, 2, "back"),
        ("c?r", 0, 1, "only_named"),
        ("c?r", 1, 2, "only_named"),
        # Time runs one way, whichever is given first.
        ("cr", 1, 0, "back"),
        ("rc", 1, 0, "forward"),
        (".r", 1, 0, "new"),
        ("r.", 1, 0, "dropped"),
        ("r.c", 2, 1, "added"),
        (".rc", 2, 0, "added"),
        # A plan beside itself.
        ("r", 0, 0, "same"),
        ("?", 0, 0, "only_named"),
        (".", 0, 0, None),
    ],
)
def test_between_two_plans(statuses: str, one: int, other: int, change: str | None) -> None:
    assert between(said(statuses), one, other) == change


@pytest.mark.parametrize(
    ("statuses", "plan", "change"),
    [
        ("r", 0, "new"),
        (".", 0, None),
        ("..r", 2, "new"),
        ("r.", 1, "dropped"),
        ("..", 1, None),
        # The newest that says what is to be done speaks for all before.
        ("rc.p", 3, "back"),
        ("cr.p", 3, "forward"),
        ("c?r", 2, "back"),
        ("c.?", 2, "only_named"),
        ("?.r", 2, "only_named"),
        ("?.?", 2, "only_named"),
        # Later plans do not count.
        ("cpo", 1, "back"),
        (".po", 1, "new"),
    ],
)
def test_from_all_earlier_plans(statuses: str, plan: int, change: str | None) -> None:
    assert since_earlier(said(statuses), plan) == change


@pytest.mark.parametrize(
    ("statuses", "change"),
    [
        ("", None),
        ("...", None),
        ("..r", "new"),
        ("..?", "new"),
        ("r..", "dropped"),
        ("?..", "dropped"),
        ("rr.", "dropped"),
        ("r?.", "dropped"),
        ("rrr", "same"),
        ("r.r", "same"),
        ("r?r", "same"),
        ("rr?", "same"),
        ("?.r", "only_named"),
        ("r.?", "only_named"),
        ("?.?", "only_named"),
        ("uoo", "changed"),
        ("rpp", "forward"),
        ("rp.", "forward"),
        ("cr.", "back"),
        ("cu.", "changed"),
        # Passed over: from construction to research is a step back.
        ("c?r", "back"),
        ("r?c", "forward"),
        ("o?u", "changed"),
        # Back outweighs forward, that outweighs another word; in whatever order they come.
        ("cpo", "back"),
        ("pcr", "back"),
        ("ruo", "forward"),
        ("ouuc", "changed"),
        ("cuor", "back"),
        ("scu", "forward"),
        ("cus", "back"),
    ],
)
def test_through_all_plans_in_turn(statuses: str, change: str | None) -> None:
    assert in_turn(said(statuses)) == change


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        ("", []),
        ("r", []),
        (".r.", []),
        ("?r?", []),
        ("rp", [(0, 1, "forward")]),
        ("c?r", [(0, 2, "back")]),
        ("c.r", [(0, 2, "back")]),
        ("r?.r", [(0, 3, "same")]),
        ("rcu?p", [(0, 1, "forward"), (1, 2, "changed"), (2, 4, "back")]),
    ],
)
def test_steps_are_between_neighbours_that_say_what_to_do(
    statuses: str, found: list[tuple[int, int, str]]
) -> None:
    assert steps(said(statuses)) == [Step(a, b, ChangeClass(change)) for a, b, change in found]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [("", "."), ("..", "."), ("?.", "?"), ("rc", "c"), ("r?", "r"), ("rp?.", "p"), ("?r?", "r")],
)
def test_the_newest_that_says_what_to_do(statuses: str, status: str) -> None:
    assert newest(said(statuses)) == LETTERS[status]


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        ("", "."),
        ("br", "."),
        ("ar", "r"),
        ("a?", "?"),
        ("a? ar", "r"),
        ("ar a?", "r"),
        ("ar ac", "c"),
        ("ac ar", "c"),
        ("ar ap", "p"),
        ("ao ac", "o"),
        # Of two equally far the first.
        ("ac au", "c"),
        ("au ac", "u"),
        ("bc a? ap", "p"),
        ("a? a?", "?"),
        ("a? bc", "?"),
    ],
)
def test_of_several_mentions_in_a_plan_the_furthest_along_counts(
    mentions: str, status: str
) -> None:
    named = [
        Named(plan, said(letter)[0] or Status.UNSPECIFIED) for plan, letter in mentions.split()
    ]
    assert status_in(named, "a") == LETTERS[status]


HISTORIES = st.lists(st.sampled_from([*Status, None]), min_size=1, max_size=6)


@given(HISTORIES)
def test_every_ordered_pair_has_one_class_that_agrees_with_being_named(
    statuses: list[Status | None],
) -> None:
    for one, other in itertools.product(range(len(statuses)), repeat=2):
        change = between(statuses, one, other)
        before, after = (statuses[place] for place in sorted((one, other)))
        assert change is between(statuses, other, one)
        assert (change is None) == (before is None and after is None)
        assert (change is ChangeClass.DROPPED) == (before is not None and after is None)
        assert (change in (ChangeClass.NEW, ChangeClass.ADDED)) == (
            before is None and after is not None
        )


@given(HISTORIES)
def test_from_all_earlier_is_the_step_into_a_plan_that_says_what_to_do(
    statuses: list[Status | None],
) -> None:
    into = {one.after: one.change for one in steps(statuses)}
    for place, status in enumerate(statuses):
        change = since_earlier(statuses, place)
        assert change is not ChangeClass.ADDED
        if place in into:
            assert change is into[place]
        elif tells(status):
            assert change in (ChangeClass.NEW, ChangeClass.ONLY_NAMED)


@pytest.mark.parametrize(
    ("statuses", "step"),
    [
        ("", None),
        ("r", None),
        ("r?", None),
        ("rp", (0, 1)),
        ("cpc", (0, 1)),
        ("rpr", (1, 2)),
        ("?rr", (1, 2)),
        ("cu.", (0, 1)),
        ("rprp", (1, 2)),
    ],
)
def test_the_step_that_names_the_whole(statuses: str, step: tuple[int, int] | None) -> None:
    found = deciding(said(statuses))
    assert (found and (found.before, found.after)) == step
    if found:
        assert found.change is in_turn(said(statuses))


@pytest.mark.parametrize(
    ("statuses", "place"), [("", None), ("..", None), ("rc.", 1), ("r?", 0), (".?", 1), ("??", 1)]
)
def test_the_place_of_the_newest_that_says_what_to_do(statuses: str, place: int | None) -> None:
    assert newest_place(said(statuses)) == place
