"""The reader's words, read from plans/lexicon: verbs by status, facilities by mode, words around.

Every word becomes one :class:`Entry`; a word that stands in several lists has all their roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from plans.reading.lexical.files import (
    COMMON_NOUNS,
    COMMON_WORDS,
    Facilities,
    Verbs,
    Words,
    read_lexicon,
    read_words,
)
from plans.reading.lexical.gazetteer import gazetteer
from registry.vocab import Mode


class Sense(StrEnum):
    """What a predicate says; the first seven are the statuses."""

    RESEARCH = "research"
    PREPARATION = "preparation"
    START = "start"
    CONSTRUCTION = "construction"
    UPGRADE = "upgrade"
    OPERATION = "operation"
    MENTIONED = "mentioned"
    HALTED = "halted"
    COMPLETING = "completing"
    LIGHT = "light"
    AUXILIARY = "auxiliary"


class Role(StrEnum):
    """What a word can be in a sentence."""

    VERB = "verb"
    HEAD = "head"  # a facility that ends a name: 铁路
    PART = "part"  # belongs to a facility and can end a name: 联络线
    ENDING = "ending"  # one character that ends a name after something proper: 港
    SECTION = "section"
    PHASE = "phase"
    WORKS = "works"
    UPGRADE = "upgrade"
    ANNEX = "annex"
    BOUNDARY = "boundary"
    SETTING = "setting"  # 申建: between a place and what it is to get
    GENERIC = "generic"
    NOT_FACILITY = "not_facility"
    WHOLE = "whole"
    PLACE = "place"
    RIVER = "river"
    PLAIN = "plain"  # a common word that no name begins with: 狠抓
    NOUN = "noun"  # a common word that by itself names nothing: 设备
    NOMINAL = "nominal"  # makes a noun of the verb before it: 能力
    TO = "to"
    DASH = "dash"
    VIA = "via"
    SEPARATOR = "separator"


@dataclass
class Entry:
    """A word with its roles; ``mode`` and ``shape`` (line, site, body, part) of a facility."""

    roles: set[Role] = field(default_factory=set)
    sense: Sense | None = None
    mode: Mode | None = None
    shape: str = ""


@dataclass(frozen=True)
class Lexicon:
    """``entries`` by word; ``lengths``: for each first character the lengths to try."""

    entries: dict[str, Entry]
    lengths: dict[str, tuple[int, ...]]
    measures: tuple[str, ...]
    achieved_words: tuple[str, ...]
    achieved_headings: tuple[str, ...]
    ahead: tuple[str, ...]
    moments: tuple[str, ...]
    now: tuple[str, ...]
    to_come: tuple[str, ...]

    @cached_property
    def facilities(self) -> tuple[str, ...]:
        """The words for facilities, parts and endings, without those that hold another."""
        ends = {Role.HEAD, Role.PART, Role.ENDING}
        found = sorted((w for w, entry in self.entries.items() if entry.roles & ends), key=len)
        shortest: list[str] = []
        for word in found:
            if not any(part in word for part in shortest):
                shortest.append(word)
        return tuple(shortest)

    def longest(self, text: str, at: int) -> str | None:
        """The longest word of the lexicon that stands in ``text`` at ``at``."""
        for length in self.lengths.get(text[at], ()):
            if text[at : at + length] in self.entries:
                return text[at : at + length]
        return None


#: Characters that tie and part names: a common word with one of them would hide it.
_TYING = frozenset("至到经和与及等的并")
#: 河段 would hide that 灌河至黄响河段 is one.
_SECTION = "段"


_Word = tuple[str, Role, dict[str, Any]]


def _verb_words(verbs: Verbs) -> Iterator[_Word]:
    for sense in Sense:
        for word in getattr(verbs, sense.value):
            yield word, Role.VERB, {"sense": sense}
    for word in verbs.setting:
        yield word, Role.SETTING, {}


def _facility_words(facilities: Facilities) -> Iterator[_Word]:
    for mode in Mode:
        kinds = facilities.of(mode)
        for shape in ("line", "site", "body", "part"):
            role = Role.PART if shape == "part" else Role.HEAD
            for word in getattr(kinds, shape):
                yield word, role, {"mode": mode, "shape": shape}
        for word in kinds.suffix:
            role = Role.ENDING if len(word) == 1 else Role.HEAD
            yield word, role, {"mode": mode, "shape": "line"}


def _by_role(lists: object, *roles: Role) -> Iterator[_Word]:
    """The words of the lists that are named like the roles."""
    for role in roles:
        for word in getattr(lists, role.value):
            yield word, role, {}


def _words(verbs: Verbs, facilities: Facilities, words: Words) -> Iterator[_Word]:
    yield from _verb_words(verbs)
    yield from _facility_words(facilities)
    yield from _by_role(
        facilities.suffixes, Role.SECTION, Role.PHASE, Role.WORKS, Role.UPGRADE, Role.ANNEX
    )
    yield from _by_role(
        words, Role.BOUNDARY, Role.GENERIC, Role.NOT_FACILITY, Role.WHOLE, Role.NOMINAL
    )
    yield from ((word, Role.RIVER, {}) for word in words.rivers)
    yield from _by_role(words.ties, Role.TO, Role.DASH, Role.VIA)
    yield from ((word, Role.SEPARATOR, {}) for word in words.separators)


def build(
    verbs: Verbs,
    facilities: Facilities,
    words: Words,
    *,
    places: Iterable[str],
    plain: Iterable[str],
    nouns: Iterable[str],
) -> Lexicon:
    """A lexicon of the given lists."""
    entries: dict[str, Entry] = {}
    for place in places:
        entries.setdefault(place, Entry()).roles.add(Role.PLACE)
    for word, role, more in _words(verbs, facilities, words):
        entry = entries.setdefault(word, Entry())
        entry.roles.add(role)
        for key, value in more.items():
            if getattr(entry, key) in (None, ""):
                setattr(entry, key, value)
    heads = {word for word, entry in entries.items() if Role.HEAD in entry.roles}
    for common, role in ((plain, Role.PLAIN), (nouns, Role.NOUN)):
        for word in common:
            facility = any(word[cut:] in heads for cut in range(1, len(word) - 1))
            if not _TYING & set(word) and not facility and word[-1] != _SECTION:
                entries.setdefault(word, Entry()).roles.add(role)
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[0], set()).add(len(word))
    return Lexicon(
        entries,
        {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()},
        tuple(sorted(words.measures, key=len, reverse=True)),
        achieved_words=tuple(verbs.achieved.words),
        achieved_headings=tuple(verbs.achieved.headings),
        ahead=tuple(verbs.achieved.ahead),
        moments=tuple(verbs.achieved.moments),
        now=tuple(verbs.achieved.now),
        to_come=tuple(verbs.achieved.to_come),
    )


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return build(
        read_lexicon("verbs.yaml", Verbs),
        read_lexicon("facilities.yaml", Facilities),
        read_lexicon("words.yaml", Words),
        places=gazetteer().adcodes,
        plain=read_words(COMMON_WORDS),
        nouns=read_words(COMMON_NOUNS),
    )
