"""Chinese names in pinyin without tones, from the table of readings: 重庆 is Chongqing."""

from __future__ import annotations

from functools import cache

from plans.reading.lexical.files import readings

_VOWELS = ("a", "e", "o")


@cache
def _longest() -> int:
    return max(map(len, readings()))


def with_syllable(word: str, syllable: str) -> str:
    """``word`` and ``syllable`` written together, parted by an apostrophe before a vowel."""
    return f"{word}'{syllable}" if word and syllable.startswith(_VOWELS) else word + syllable


def pinyin(name: str) -> str:
    """``name`` in pinyin, written together; what has no reading, such as 500kV, stays.

    >>> pinyin("安岳"), pinyin("西安"), pinyin("重庆"), pinyin("六安")
    ('Anyue', "Xi'an", 'Chongqing', "Lu'an")
    """
    table = readings()
    word, index = "", 0
    while index < len(name):
        sizes = range(min(_longest(), len(name) - index), 0, -1)
        size = next((n for n in sizes if name[index : index + n] in table), 0)
        read = table[name[index : index + size]] if size else name[index]
        word = with_syllable(word, read) if size else word + read
        index += size or 1
    return word[:1].upper() + word[1:]
