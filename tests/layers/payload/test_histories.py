"""Histories as the page is given them."""

from __future__ import annotations

import pytest

from layers import payload
from layers.payload.histories import Histories, history
from layers.records.model import Atlas
from registry.vocab import ChangeClass, Status
from tests.support.histories import said


def packed(letters: str, before: str, *changes: str) -> str:
    """Statuses by their letters, then changes by their codes, ``.`` for none."""
    statuses, kinds = list(Status), [str(change) for change in ChangeClass]
    told = [
        "." if status is None else str(statuses.index(status)) for status in said(letters + before)
    ]
    codes = " ".join(changes).split()
    return "".join([*told, *("." if code == "." else str(kinds.index(code)) for code in codes)])


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        # What each plan says, what those before it say together; by row the plan from, by column
        # the plan to; from all before each, the first being new; through all in turn.
        (
            "o.p",
            packed(
                *("o.p", ".oo"),
                "same dropped back",
                "dropped . added",
                "back added same",
                "new dropped back",
                "back",
            ),
        ),
        ("?", packed("?", ".", "only_named", "new", "new")),
        # web/test/compare/changes.test.js reads the same.
        (
            "c.p",
            packed(
                *("c.p", ".cc"),
                "same dropped back",
                "dropped . added",
                "back added same",
                "new dropped back",
                "back",
            ),
        ),
        (
            "?cr",
            packed(
                *("?cr", ".?c"),
                "only_named only_named only_named",
                "only_named same back",
                "only_named back same",
                "new only_named back",
                "back",
            ),
        ),
        (
            ".rr",
            packed(
                *(".rr", "..r"),
                ". new added",
                "new same same",
                "added same same",
                ". new same",
                "same",
            ),
        ),
        ("..s", packed("..s", "...", ". . new", ". . new", "new new same", ". . new", "new")),
        (
            "c?.",
            packed(
                *("c?.", ".cc"),
                "same only_named dropped",
                "only_named only_named dropped",
                "dropped dropped .",
                "new only_named dropped",
                "dropped",
            ),
        ),
        (
            "rpc",
            packed(
                *("rpc", ".rp"),
                "same forward forward",
                "forward same forward",
                "forward forward same",
                "new forward forward",
                "forward",
            ),
        ),
    ],
)
def test_histories_are_written_as_the_page_reads_them(letters: str, text: str) -> None:
    assert history(said(letters)) == text


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
