"""What text may hold, so that it stays itself in a table, a page and a terminal."""

from __future__ import annotations

import pytest

from registry.naming import LONGEST, hidden, unfit, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("成渝中线 (A–B)", None),
        ("", None),
        # A space of any width can be seen; an accent belongs to its letter.
        ("a\u3000b e\u0301", None),
        ("a\nb", "a\\nb"),
        ("a\tb", "a\\tb"),
        ("a\x7fb", "a\\x7fb"),
        ("a\x85b", "a\\x85b"),
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
