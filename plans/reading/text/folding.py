"""A plan's characters as the rules read them: simplified, narrow, without noise, with the way back.

Folding never joins or swaps characters, so every folded character knows where it stood.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from plans.radicals import mend
from registry.naming import hidden

#: Simplified forms beyond the basic plane are used by nobody: 鱲 stays.
_RARE = 0x10000
_TO_SIMPLIFIED = OpenCC("t2s")
_PINYIN = re.compile(r"\([?a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,8}\)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|(?<=.)[①-⑳]")
#: Marks around words; the words are read without them.
_QUOTES = frozenset("“”‘’「」『』\"'〝〞﹁﹂")
#: Numbers of items, which no digit may become: ②云泽至青岚铁路.
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
#: 陜 stands in texts for 陝, which it is not.
_MISTAKEN = {"陜": "陕"}


@dataclass(frozen=True)
class Folded:
    """``text`` as read; character ``i`` stood at ``origin[i]`` of the document."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stood in the document, half-open."""
        return self.origin[start], self.origin[end - 1] + 1

    def part(self, start: int, end: int) -> Folded:
        """The folded text between two of its own positions."""
        return Folded(self.text[start:end], self.origin[start:end])


def unseen(character: str) -> bool:
    """Whether no reader of the document sees ``character``; what was lost, U+FFFD, is seen."""
    gone = hidden(character) or unicodedata.category(character) == "Cn"
    return gone and character != "\ufffd"


@cache
def _narrow(character: str) -> str:
    """``character`` in its usual form; "" for white space, quotation marks and the unseen."""
    if character in _CIRCLED:
        return character
    character = _MISTAKEN.get(character) or mend(character)
    if character in _QUOTES or unseen(character):
        return ""
    return "".join(unicodedata.normalize("NFKC", character).split())


def _simplified(text: str) -> str:
    """``text`` in simplified characters, one for one."""
    converted: str = _TO_SIMPLIFIED.convert(text)
    if len(converted) == len(text) and max(map(ord, converted), default=0) < _RARE:
        return converted
    characters = []
    for c in text:
        s: str = _TO_SIMPLIFIED.convert(c)
        characters.append(s if len(s) == 1 and ord(s) < _RARE else c)
    return "".join(characters)


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """``text[start:end]`` as the rules read it; origins count from the beginning of ``text``."""
    end = len(text) if end is None else end
    raw = _simplified(text[start:end])
    dropped = {i for m in _FOOTNOTE.finditer(raw) for i in range(*m.span())}
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(raw):
        if index in dropped:
            continue
        for narrow in _narrow(character):
            characters.append(narrow)
            origin.append(start + index)
    folded = "".join(characters)
    if "(" not in folded:
        return Folded(folded, tuple(origin))
    keep = [True] * len(folded)
    for match in _PINYIN.finditer(folded):
        keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    return Folded(
        "".join(c for c, kept in zip(folded, keep, strict=True) if kept),
        tuple(o for o, kept in zip(origin, keep, strict=True) if kept),
    )
