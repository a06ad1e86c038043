"""Histories as the page is given them."""

from __future__ import annotations

import pytest

from layers import payload
from layers.payload.histories import Histories, history
from layers.records.model import Atlas
from registry.vocab import ChangeClass, Status
from tests.support.histories import said


def test_a_history_is_what_is_said_then_pairs_then_the_earlier_then_all() -> None:
    # In service, silent, then prepared for: by row the plan from, by column the plan to.
    same, back, added, dropped = (
        str(list(ChangeClass).index(change))
        for change in (ChangeClass.SAME, ChangeClass.BACK, ChangeClass.ADDED, ChangeClass.DROPPED)
    )
    assert history(said("o.p")) == "".join(
        [
            # What each plan says, and what those before it say together.
            *("5", ".", "1"),
            *(".", "5", "5"),
            # The pairs.
            *(same, dropped, back),
            *(dropped, ".", added),
            *(back, added, same),
            # The first plan has none before it: new.
            *("0", dropped, back),
            back,
        ]
    )
    assert list(Status)[5] is Status.OPERATION
    assert list(Status)[1] is Status.PREPARATION
    assert next(iter(ChangeClass)) is ChangeClass.NEW
    assert history(said("?")) == f"6.{list(ChangeClass).index(ChangeClass.ONLY_NAMED)}00"


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        # web/src/project/changes.test.js reads these.
        ("c.p", "3.1.335737.13150733"),
        ("?cr", "630.636666536350633"),
        (".rr", ".00..0.01055155.055"),
        ("..s", "..2.....0..0005..00"),
        ("c?.", "36..3356766777.0677"),
        ("rpc", "013.015222522250222"),
    ],
)
def test_histories_are_written_as_the_page_reads_them(statuses: str, text: str) -> None:
    assert history(said(statuses)) == text


def test_a_history_is_made_once_for_all_that_share_it(small: Atlas) -> None:
    told = Histories([plan.id for plan in small.plans])
    places = {project.id: told.index(project) for project in small.projects}
    again = {project.id: told.index(project) for project in small.projects}
    assert places == again
    assert len(told.made) == len(set(places.values())) == 6
    old, _, new = (plan.id for plan in small.plans)
    assert small.by_id["fourth-gas"].statuses == {old: Status.OPERATION, new: Status.OPERATION}
    assert told.made[places["fourth-gas"]] == history(said("o.o"))


def test_the_payload_carries_the_answers(small: Atlas) -> None:
    found = payload.build(small)
    assert found["changes"] == [change.value for change in ChangeClass]
    first = next(project for project in found["projects"] if project["id"] == "first-line")
    assert found["histories"][first["history"]] == history(said("cp."))
    assert [(row["kind"], row["plan_from"], row["plan_to"]) for row in first["findings"]] == [
        ("back", 0, 1),
        ("complete_slip", 0, 1),
    ]
    said_of_it = (first["findings"][0]["words_zh"], first["findings"][0]["words_en"])
    assert said_of_it == small.by_id["first-line"].findings[0].words
    gas = next(project for project in found["projects"] if project["id"] == "fourth-gas")
    slip = gas["findings"][0]
    assert (slip["kind"], slip["plan_from"], slip["plan_to"]) == ("complete_slip", 0, 2)


def test_a_code_beyond_the_tenth_is_still_one_character() -> None:
    from layers.payload import histories

    assert histories._DIGITS[10] == "a"
    every = [*histories._STATUSES.values(), *histories._CHANGES.values()]
    assert all(len(digit) == 1 for digit in every)
    assert len(histories._STATUSES) == len(Status)
    assert len(histories._CHANGES) == len(ChangeClass)
