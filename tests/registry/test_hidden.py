"""How text is compared in a search, by the list that the browser's tests read too."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any

import pytest

from registry.naming import (
    code_point,
    first_hidden,
    fold,
    fold_all,
    hidden,
    seen,
    spelling,
    visible,
    words_of,
)
from registry.paths import ROOT

LIST: dict[str, list[Any]] = json.loads((ROOT / "tests/data/hidden.json").read_text("utf-8"))
#: What the rule calls hidden by category; and what is drawn as nothing in other categories.
CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
OTHERS = {
    *("\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0", "\ufffd"),
    *map(chr, (0x180B, 0x180C, 0x180D, 0x180F)),
    *map(chr, range(0xFE00, 0xFE10)),
    *map(chr, range(0xE0100, 0xE01F0)),
}
#: Younger than the oldest Python that runs this.
YOUNGER = {chr(code) for code in range(0x13439, 0x13440)}


def _character(named: str) -> str:
    return chr(int(named[2:], 16))


def test_what_is_hidden_follows_from_the_categories() -> None:
    found = {c for c in map(chr, range(sys.maxunicode + 1)) if hidden(c)}
    by_category = {
        c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in CATEGORIES
    }
    assert found - YOUNGER == (by_category | OTHERS) - YOUNGER


@pytest.mark.parametrize("named", LIST["hidden"])
def test_what_cannot_be_seen_is_no_part_of_a_search(named: str) -> None:
    text = f"渝{_character(named)}A"
    assert fold(text) == "渝a"
    assert seen(text) == "渝A"
    assert first_hidden(text) == _character(named)
    assert visible(text).isprintable()


@pytest.mark.parametrize("named", LIST["shown"])
def test_what_can_be_seen_stays(named: str) -> None:
    text = f"渝{_character(named)}A"
    assert fold(text) != "渝a"
    assert seen(text) == visible(text) == text
    assert first_hidden(text) == ""


def test_words_and_spellings() -> None:
    for text, words in LIST["words"]:
        assert words_of(text) == words
    for text, spelt in LIST["spellings"]:
        assert spelling(text) == spelt
    assert fold("ＡbC１") == "abc1"
    assert fold_all(["Ａ", "b\nc"]) == "a\nbc"
    assert fold_all([]) == ""


def test_nothing_hidden_comes_of_folding() -> None:
    shown = (c for c in map(chr, range(sys.maxunicode + 1)) if not hidden(c))
    assert not [c for c in shown if hidden(fold(c))]


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("\n", "U+000A"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
        ("\ud800", "U+D800"),
    ],
)
def test_a_character_is_told_by_number_and_name(character: str, told: str) -> None:
    assert code_point(character) == told
