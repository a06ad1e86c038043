"""A slip of the hand, the ear or the eye between what is typed and what is meant.

``web/src/core/search/slips.js`` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from layers.search.index import Entry
from layers.search.others import fits
from layers.search.query import ROAD, Query, parted
from layers.search.spelling import Readings, alike_by_ear, aloud, heard, one_apart
from layers.search.tables import LOOKS, NUMBERS, PROVINCES, TELLING, place_characters

#: A way and what is added to its score.
Way = tuple[str, int]
_EAR, _PINYIN, _WORD = NUMBERS["ear"], NUMBERS["pinyin"], NUMBERS["word"]
_WRONG, _MISSING, _LEAST = NUMBERS["wrong"], NUMBERS["missing"], NUMBERS["least"]


@cache
def telling() -> frozenset[str]:
    """The characters that tell one place, or one of a kind, from another."""
    return frozenset(place_characters() + TELLING)


def _look_alike(one: str, other: str) -> bool:
    return any(one in pair and other in pair for pair in LOOKS)


def _kind_of_slip(asked: str, name: str, known: Readings) -> str:
    """The way in which ``asked`` is ``name`` but for one character; ``""`` where it is not."""
    if not one_apart(asked, name):
        return ""
    at = 0
    while at < min(len(asked), len(name)) and asked[at] == name[at]:
        at += 1
    if len(asked) < len(name):
        return "letter" if len(name) >= _MISSING else "doubt"
    wrong = asked[at]
    if len(asked) > len(name):
        sure = len(name) >= _WRONG and wrong not in telling()
        return "letter" if sure or wrong in asked[max(0, at - 1) : at] else "doubt"
    if asked[at + 1 :] != name[at + 1 :]:
        return "order" if len(name) >= _WRONG else ""
    if _look_alike(wrong, name[at]):
        return "letter"
    near = len(name) >= _WRONG or one_apart(known.get(wrong, ""), known.get(name[at], ""))
    return "letter" if near and wrong not in telling() else "doubt"


def _characters(asked: str, name: str, known: Readings) -> Iterator[Way]:
    """Ways in which ``asked``, in characters, may be ``name``."""
    if abs(len(asked) - len(name)) > 1:
        return
    differ = alike_by_ear(asked, name, known)
    if differ:
        foreign = any(a != b and a in PROVINCES for a, b in zip(asked, name, strict=True))
        sure = not foreign and (differ < len(name) or len(name) >= _WRONG)
        yield ("sound" if sure else "doubt", differ)
    if len(name) >= _WRONG and asked != name and sorted(asked) == sorted(name):
        yield "order", 0
    if way := _kind_of_slip(asked, name, known):
        yield way, 10


def _of_stems(entry: Entry, query: Query, known: Readings) -> Iterator[Way]:
    """Slips between what stands before the kind of works, and that of names."""
    if not fits(entry, query):
        if query.stem in entry.stems:
            yield "doubt", 5
        return
    other = 0 if entry.spoken[0].endswith(query.kind) else 3
    for asked in (query.stem, query.whole):
        if len(asked) >= _LEAST:
            for stem in entry.stems:
                for way, more in _characters(asked, stem, known):
                    yield way, more + other


def _of_part(asked: str, name: str, known: Readings) -> Iterator[Way]:
    """Slips between all that is asked and a part of a name as long."""
    for start in range(len(name) - len(asked) + 1):
        part = name[start : start + len(asked)]
        if alike_by_ear(asked, part, known):
            for way, more in _characters(asked, part, known):
                yield way, more + len(name) - len(part)


def _of_kind(asked: str, name: str, known: Readings) -> Iterator[Way]:
    """A slip in the kind of works, where what stands before it is right."""
    stem = parted(name)[0]
    same = len(stem) < len(name) == len(asked) > _WRONG and asked.startswith(stem)
    if same and _kind_of_slip(asked, name, known) == "letter":
        yield "letter", 20
    if asked[:-1] == name[:-1] and _look_alike(asked[-1], name[-1]):
        yield "letter", 20


def _by_hand(entry: Entry, query: Query, known: Readings) -> Iterator[Way]:
    """Slips in characters: of the stem beside stems, of all beside all."""
    yield from _of_stems(entry, query, known)
    for name in entry.names:
        for bare in query.bares:
            if len(bare) > _WRONG and sorted(bare) == sorted(name):
                yield "order", 10
            yield from _of_part(bare, name, known)
            if query.mode is None:
                yield from _of_kind(bare, name, known)


def _by_ear(entry: Entry, query: Query, known: Readings) -> Iterator[Way]:
    """Slips in pinyin: as it is heard, a letter wrong."""
    asked = heard(query.whole)
    if len(query.whole) < _EAR:
        return
    for number, name in enumerate(entry.names):
        for start in range(len(name)):
            said = heard(aloud(name, start, known))
            if said.startswith(asked):
                yield "ear", (0 if start == 0 else 20) + min(number, 9)
            if start or len(query.whole) < _PINYIN:
                continue
            for size in (len(asked) - 1, len(asked), len(asked) + 1):
                if one_apart(asked, said[:size]):
                    yield "pinyin", min(number, 9)


def _by_word(entry: Entry, query: Query) -> Iterator[Way]:
    """Slips in English words: each is a word of the name, or one letter from it."""
    words = query.words or (query,)
    wrong = 0
    for word in words:
        if any(own.startswith(word.whole) for own in entry.english):
            continue
        near = any(
            heard(word.whole) == heard(own) or one_apart(word.whole, own) for own in entry.english
        )
        if len(word.whole) < _WORD or not near:
            return
        wrong += 1
    if wrong:
        yield "typo", wrong


def slips(entry: Entry, query: Query, known: Readings) -> Iterator[Way]:
    """The ways in which ``query`` may be a project's name but for a slip."""
    if ROAD.fullmatch(query.whole):
        if any(name.startswith(query.whole) for name in entry.names):
            yield "doubt", 0
    elif query.latin:
        yield from _by_ear(entry, query, known)
        yield from _by_word(entry, query)
    else:
        yield from _by_hand(entry, query, known)
