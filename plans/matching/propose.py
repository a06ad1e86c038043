"""What a record for a new project would be: its id, its English name, the places of its route."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from plans.matching.forms import Form, form, rules
from plans.matching.romanize import pinyin
from plans.reading.lexical.gazetteer import short

#: The longest id a record may have.
LONGEST_ID = 60
_NOT_ID = re.compile(r"[^a-z0-9]+")
_PHASE = re.compile(r"([一二三四五六])期$")
_VOLTAGE = re.compile(r"(±?\d+(?:/\d+)?)kV\w*$")
_ROAD = re.compile(r"^([GS])(\d{1,4})")
_PHASES = dict(zip("一二三四五六", ("I", "II", "III", "IV", "V", "VI"), strict=True))


@dataclass(frozen=True)
class Proposal:
    """A record as it could be: ``stops`` are the places its name holds, none where it has none."""

    id: str
    name: str
    name_en: str
    mode: str
    stops: tuple[str, ...]


def _kind(text: str, mode: str) -> tuple[str, str, str]:
    """``text`` without its kind, the kind in English, and its short word."""
    for kind, english, word in rules().english:
        if text.endswith(kind) and len(text) > len(kind):
            return text.removesuffix(kind), english, word
    return text, rules().english_modes[mode], mode


def _words(text: str) -> str:
    """A name in pinyin with the words that are said in English."""
    voltage = _VOLTAGE.search(text)
    found = [f"{voltage[1]} kV"] if voltage else []
    rest = text[: voltage.start()] if voltage else text
    for word, english in rules().english_words.items():
        if rest.endswith(word) and len(rest) > len(word) + 1:
            found.insert(0, english)
            rest = rest.removesuffix(word)
    return " ".join([pinyin(rest), *found])


def _places(ends: tuple[str, ...]) -> str:
    return "-".join(pinyin(short(place)) for place in ends)


def _line(taken: Form, mode: str) -> tuple[str, str]:
    """English name and id of a name without a section."""
    road = _ROAD.match(taken.text)
    if road and road.end() == len(taken.text.removesuffix("线")):
        kind = "National Road" if road[1] == "G" else "Provincial Road"
        return f"{kind} {road.group()}", road.group().lower()
    phase = _PHASE.search(taken.text)
    text = taken.text[: phase.start()] if phase else taken.text
    stem, english, word = _kind(text, mode)
    named = _places(taken.ends) if taken.ends else _words(stem)
    tail = f" Phase {_PHASES[phase[1]]}" if phase else ""
    return f"{named} {english}{tail}", f"{named} {word}{tail.lower()}"


def _english(taken: Form, mode: str) -> tuple[str, str]:
    if taken.line is None:
        return _line(taken, mode)
    line, key = _line(taken.line, mode)
    part = _places(taken.ends) if taken.ends else _words(taken.stem)
    return f"{line}, {part} section", f"{key} {part}"


def _slug(words: str) -> str:
    slug = _NOT_ID.sub("-", words.lower().replace("'", "")).strip("-")
    return slug[:LONGEST_ID].rstrip("-")


def propose(name: str, mode: str, taken_ids: Collection[str] = ()) -> Proposal:
    """The record that a mention named ``name`` would begin with; its id is none of ``taken_ids``.

    >>> propose("云泽至青岚铁路", "rail").id
    'yunze-qinglan-railway'
    """
    apart = form(name)
    english, key = _english(apart, mode)
    base = _slug(key) or mode
    unique, number = base, 2
    while unique in taken_ids:
        ending = f"-{number}"
        unique = base[: LONGEST_ID - len(ending)].rstrip("-") + ending
        number += 1
    return Proposal(unique, name, english, mode, apart.ends)
