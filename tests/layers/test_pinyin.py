"""Search by pinyin; ``web/test/core/pinyin.test.js`` has the same table for the browser."""

from __future__ import annotations

import pytest

from layers.selection import pinyin


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("渝昆高铁", [["yu", "kun", "gao", "tie"]]),
        # What is no known character breaks a run.
        ("A渝昆（高）铁x", [["yu", "kun"], ["gao"], ["tie"]]),
        ("xyz", []),
        ("", []),
    ],
)
def test_runs_of_known_characters(text: str, runs: list[list[str]]) -> None:
    assert pinyin.syllables(text) == runs


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("chengyuzhong", True),
        ("cyz", True),
        # Two letters may stand for a syllable as one does.
        ("chyz", True),
        ("chyzh", True),
        ("chyuzhong", True),
        ("che", True),
        ("yuzho", True),
        ("yz", True),
        ("ku", True),
        # No run is left for another, none of its syllables is passed over.
        ("zhongk", False),
        ("cz", False),
        ("yuc", False),
        # The last syllable alone may be unfinished, and from its beginning.
        ("cheyu", False),
        ("u", False),
        ("ceng", False),
        ("kunn", False),
        ("Cyz", False),
        ("c1", False),
        ("", False),
    ],
)
def test_what_a_word_spells(word: str, *, spelt: bool) -> None:
    assert pinyin.matches(word, [["cheng", "yu", "zhong"], ["kun"]]) is spelt


def test_the_view_gets_the_characters_that_it_shows() -> None:
    assert pinyin.table(["渝昆", "昆渝A"]) == {"kun": "昆", "yu": "渝"}
    assert pinyin.table([]) == {}
