"""Chinese names in pinyin without tones, from the table of readings: 重庆 is Chongqing."""

from __future__ import annotations

import csv
from functools import cache

from plans.reading.lexical.gazetteer import READINGS

_VOWELS = frozenset("aeo")


@cache
def readings() -> dict[str, str]:
    """Reading of each character, and of places that are read in another way."""
    with READINGS.open(newline="", encoding="utf-8") as file:
        return {row["text"]: row["reading"] for row in csv.DictReader(file)}


@cache
def _longest() -> int:
    return max(map(len, readings()))


def pinyin(name: str) -> str:
    """``name`` in pinyin, written together; what has no reading, such as 500kV, stays.

    >>> pinyin("安岳"), pinyin("西安"), pinyin("重庆"), pinyin("六安")
    ('Anyue', "Xi'an", 'Chongqing', "Lu'an")
    """
    table = readings()
    word, at = "", 0
    while at < len(name):
        sizes = range(min(_longest(), len(name) - at), 0, -1)
        size = next((n for n in sizes if name[at : at + n] in table), 0)
        read = table[name[at : at + size]] if size else name[at]
        # An apostrophe goes before a syllable that begins with a vowel, inside the word.
        word += ("'" if word and size and read[0] in _VOWELS else "") + read
        at += size or 1
    return word[:1].upper() + word[1:]
