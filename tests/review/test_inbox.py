"""What the page sends, and sends again until it is told that it is here, is taken once."""

from __future__ import annotations

import json

import pytest

from review.inbox import Inbox


def taken(inbox: Inbox, *files: tuple[str, str]) -> list[list[tuple[int, str]]]:
    return list(inbox.batches(files))


def test_what_was_sent_together_is_taken_together_and_once() -> None:
    inbox = Inbox()
    half = ("u1", "p1.1.2~text.txt")
    assert taken(inbox, half) == []
    assert inbox.taken == []
    whole = (half, ("u2", "p1.0.2~mentions.csv"), ("u3", "p2.0.1~规划.docx"))
    assert taken(inbox, *whole) == [[(1, "mentions.csv"), (0, "text.txt")], [(2, "规划.docx")]]
    assert inbox.taken == ["p1", "p2"]
    # Sent again, it is another upload of the same.
    assert taken(inbox, *whole, ("u4", "p2.0.1~规划.docx")) == []


def test_the_first_of_what_came_twice_is_taken() -> None:
    files = (("u1", "p1.0.2~a"), ("u2", "p1.0.2~a"), ("u3", "p1.1.2~b"))
    assert taken(Inbox(), *files) == [[(0, "a"), (2, "b")]]


@pytest.mark.parametrize("name", ["plan.docx", "p1.0~x", "P1.0.1~x", "p1.².1~x", "p1.0.1x", ""])
def test_a_file_without_a_label_is_one_of_its_own(name: str) -> None:
    inbox = Inbox()
    assert taken(inbox, ("u1", name), ("u2", name)) == [[(0, name)], [(1, name)]]
    assert inbox.taken == ["u1", "u2"]
    assert taken(inbox, ("u1", name)) == []


def test_a_name_may_hold_what_a_label_does() -> None:
    assert taken(Inbox(), ("u", "p1.0.1~p2.0.1~a\nb")) == [[(0, "p2.0.1~a\nb")]]


def test_a_text_is_taken_once() -> None:
    inbox = Inbox()
    told = json.dumps({"id": "p1", "text": "加快甲铁路建设"})
    assert inbox.text(told) == "加快甲铁路建设"
    assert inbox.text(told) is None
    assert inbox.taken == ["p1"]


@pytest.mark.parametrize(
    "told",
    ["", "[]", "1", '"x"', "{}", '{"id": 1, "text": "x"}', '{"id": "a", "text": 1}', "[" * 9],
)
def test_what_is_no_text_is_passed_over(told: str) -> None:
    inbox = Inbox()
    assert inbox.text(told) is None
    assert inbox.taken == []
