"""A name taken apart for comparing: line and section, ends in their order, kind of facility."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from plans.reading.lexical.files import Matching, read_lexicon
from plans.reading.text.folding import fold
from registry.land.placenames import short

_ROAD = re.compile(r"^[GS]\d{1,4}(?:号|线)?")
_SECTION = re.compile(r"^(.+?)(?:河|路)?段(.{0,6})$")
#: The grade of a waterway, written before the word for it.
_GRADE = re.compile(r"(?<=..)(?:[ⅠⅡⅢⅣⅤIV一二三四五]+|\d+吨)级$")
_DASH = re.compile(r"[—–\-~―－─〜⁓−]+|到")
_END_OF_LINE = re.compile(
    r"铁路|高铁|城际|高速支线|高速|公路|航道|水道|[GS]\d{1,4}(?:线)?|[江河](?=.{2,}至)"
)
_LEAST = 2


@dataclass(frozen=True)
class Rules:
    """The words of matching.yaml, ready for use."""

    alike: tuple[tuple[str, str], ...]
    tails: tuple[str, ...]
    kinds: tuple[str, ...]
    near: dict[frozenset[str], float]
    modes: tuple[frozenset[str], ...]
    abbreviations: dict[str, str]
    english: tuple[tuple[str, str, str], ...]
    english_modes: dict[str, str]
    english_words: dict[str, str]


@cache
def rules() -> Rules:
    """The shipped words."""
    read = read_lexicon("matching.yaml", Matching)
    return Rules(
        tuple(read.alike),
        tuple(sorted(read.tails, key=len, reverse=True)),
        tuple(sorted(read.kinds, key=len, reverse=True)),
        {frozenset((a, b)): lost for a, b, lost in read.near},
        tuple(frozenset(group) for group in read.modes),
        read.abbreviations,
        tuple(sorted(read.english, key=lambda row: -len(row[0]))),
        {mode.value: word for mode, word in read.english_modes.items()},
        read.english_words,
    )


@dataclass(frozen=True)
class Form:
    """A name for comparing.

    ``text`` is the whole; ``ends`` are the places of a route in the order of the name (two at
    least, or none); ``stem`` is what stands before the kind where no ends do (成渝 of 成渝高铁);
    ``line`` is the line of a section, whose own ends or stem the other fields then hold.
    """

    text: str
    kind: str
    stem: str
    ends: tuple[str, ...]
    line: Form | None = None


def _bare(name: str) -> str:
    """``name`` folded, words of one meaning made one, without works and quotes."""
    words = rules()
    text = _DASH.sub("至", fold(name).text)
    for written, read in words.alike:
        text = text.replace(written, read)
    changed = True
    while changed:
        changed = False
        for tail in words.tails:
            if text.endswith(tail) and len(text) - len(tail) >= _LEAST:
                text = text.removesuffix(tail)
                changed = True
    return text


def _ends(text: str) -> tuple[str, ...]:
    """The places of 成都经达州至万州, in order; none where nothing ties them."""
    if "至" not in text:
        return ()
    places = [p for p in re.split(r"至|途?经|、", text) if p]
    return tuple(places) if len(places) >= _LEAST else ()


def _route(text: str) -> Form:
    """A name without a section."""
    words = rules()
    kind = next((k for k in words.kinds if text.endswith(k) and len(text) > len(k)), "")
    stem = _GRADE.sub("", text.removesuffix(kind)) if kind else text
    road = _ROAD.match(stem)
    if road and len(stem) - road.end() >= _LEAST:
        stem = stem[road.end() :]
    ends = _ends(stem)
    return Form(text, kind, "" if ends else stem, ends)


@lru_cache(maxsize=256)
def form(name: str) -> Form:
    """``name`` taken apart.

    >>> form("隆黄铁路隆昌至叙永段扩能改造").ends
    ('隆昌', '叙永')
    """
    text = _bare(name).replace("(", "").replace(")", "")
    section = _SECTION.match(text)
    if section is None:
        return _route(text)
    before, after = section.groups()
    cut = next(
        (
            m.end()
            for m in _END_OF_LINE.finditer(before)
            if m.end() < len(before) and before[m.end()] != "至"
        ),
        0,
    )
    if not cut:
        return _route(before + after)
    line, rest = _route(before[:cut]), before[cut:]
    kind = line.kind or next((k for k in rules().kinds if after.endswith(k)), "")
    ends = _ends(rest)
    return Form(text, kind, "" if ends else rest, ends, line)


def is_road(text: str) -> bool:
    """Whether a name is a road's number and nothing else: G247, S210线."""
    return bool(_ROAD.fullmatch(text))


def same_place(one: str, other: str) -> bool:
    """Whether two names are of one place: with and without its unit, with and without a part.

    >>> same_place("大安区", "大安"), same_place("宜宾新市", "宜宾"), same_place("泸州", "宜宾")
    (True, True, False)
    """
    if one == other:
        return True
    a, b = short(one), short(other)
    if a == b:
        return True
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _LEAST and (longer.startswith(shorter) or longer.endswith(shorter))


def abbreviates(stem: str, places: tuple[str, ...]) -> bool:
    """Whether each character of ``stem`` stands for a place, all of them in order.

    >>> abbreviates("成达万", ("成都", "达州", "万州")), abbreviates("渝昆", ("重庆", "昆明"))
    (True, True)
    """
    if len(stem) != len(places):
        return False
    return all(
        c in place[:2] or c in rules().abbreviations.get(short(place), "")
        for c, place in zip(stem, places, strict=True)
    )
