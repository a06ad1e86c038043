"""Search by pinyin: ``yukun``, ``yk`` and ``ykun`` find 渝昆高铁. ``pinyin.js`` says the same.

The readings stand in ``pinyin.txt`` (``python -m scripts.derive_pinyin``), so that nothing has to
be installed for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

#: Initials of two letters, which may stand for their syllable as one letter does.
_DOUBLE = ("zh", "ch", "sh")


@cache
def readings() -> dict[str, str]:
    """Character to syllable, in plain letters."""
    syllable_of: dict[str, str] = {}
    for line in (Path(__file__).parent / "pinyin.txt").read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        syllable_of |= dict.fromkeys(characters, syllable)
    return syllable_of


def table(texts: Iterable[str]) -> dict[str, str]:
    """Syllable to characters, of the characters in ``texts`` only: what the view needs."""
    known = readings()
    characters_of: dict[str, str] = {}
    for character in sorted(set("".join(texts)) & known.keys()):
        characters_of[known[character]] = characters_of.get(known[character], "") + character
    return characters_of


def syllables(text: str) -> list[list[str]]:
    """The syllables of each unbroken run of known characters in ``text``."""
    known = readings()
    runs: list[list[str]] = [[]]
    for character in text:
        if syllable := known.get(character):
            runs[-1].append(syllable)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def matches(word: str, runs: list[list[str]]) -> bool:
    """Whether ``word`` (folded) spells syllables that follow each other in one of ``runs``.

    Each syllable may be written out or stand by its initial; the last may be unfinished.
    """
    if not re.fullmatch(r"[a-z]+", word):
        return False
    return any(_spells(word, run, start) for run in runs for start in range(len(run)))


def _spells(word: str, run: list[str], start: int) -> bool:
    if start == len(run):
        return False
    syllable = run[start]
    if syllable.startswith(word):
        return True
    pieces = {syllable, syllable[0], *(d for d in _DOUBLE if syllable.startswith(d))}
    return any(word.startswith(p) and _spells(word[len(p) :], run, start + 1) for p in pieces)
