"""What text may hold, so that it stays itself in a table, a page and a terminal."""

from __future__ import annotations

import pytest

from registry.naming import LONGEST, hidden, is_day, short, unfit, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("成渝中线 (A–B)", None),
        ("", None),
        # A space of any width can be seen; an accent belongs to its letter.
        ("a\u3000b e\u0301", None),
        ("a\nb", "a\\nb"),
        ("a\tb", "a\\tb"),
        ("a\x7fb", "a\\u007fb"),
        ("a\x85b", "a\\u0085b"),
        ("a\ud800b", "a\\ud800b"),
        # What turns the direction of the text, at either end of each run of them.
        ("a\u200eb", "a\\u200eb"),
        ("a\u202ab", "a\\u202ab"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2066b", "a\\u2066b"),
        ("a\u2069b", "a\\u2069b"),
        ("\u202e成\n渝", "\\u202e成\\n渝"),
    ],
)
def test_what_cannot_be_seen(text: str, shown: str | None) -> None:
    assert hidden(text) == (shown is not None)
    assert visible(text) == (text if shown is None else shown)


@pytest.mark.parametrize(
    ("name", "is_unfit"),
    [
        ("成渝中线", False),
        ("名" * LONGEST, False),
        ("名" * (LONGEST + 1), True),
        ("", False),
        ("A-B = C + D", False),
        *((f"{sign}甲", True) for sign in "=+-@;<>"),
        *((f"甲{sign}乙", True) for sign in "@;<>"),
        *((f"甲{sign}乙", False) for sign in "=+-"),
        ("甲\n乙", True),
        ("甲\u202e乙", True),
    ],
)
def test_what_is_no_name(name: str, is_unfit: bool) -> None:
    assert unfit(name) == is_unfit


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1900", True),
        ("1899", False),
        ("2060", True),
        ("2061", False),
        ("2060-12-31", True),
        ("2024-01", True),
        ("2024-12", True),
        ("2024-00", False),
        ("2024-13", False),
        ("2024-1", False),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2024-04-31", False),
        ("2024-04-30", True),
        ("2024-04-00", False),
        ("2024-04-30 ", False),
        ("20240430", False),
        ("", False),
    ],
)
def test_a_day_is_one_of_the_calendar(text: str, is_one: bool) -> None:
    assert is_day(text) is is_one


def test_a_value_is_cut_in_a_sentence_only_where_it_is_long() -> None:
    assert short("a" * 80) == "a" * 80
    assert short("a" * 81) == "a" * 79 + "…"
    assert short(12) == 12
    assert short("abcdef", 5) == "abcd…"
    assert short("abcde", 5) == "abcde"
