"""What a line's short name stands for: 渝昆 is 重庆 and 昆明, where nothing else begins so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plans.matching.forms import rules
from plans.reading.lexical.files import places
from plans.reading.lexical.gazetteer import gazetteer
from registry.land.placenames import short

#: A short name has at least and at most so many characters, each for a place.
_LEAST, _MOST = 2, 4


@cache
def _units() -> dict[str, tuple[tuple[str, str], ...]]:
    """(short name, adcode) of the prefectures of today, by first character."""
    found: dict[str, list[tuple[str, str]]] = {}
    for place, kind, adcode in places():
        if kind == "prefecture":
            name = short(place)
            found.setdefault(name[0], []).append((name, adcode))
    return {first: tuple(units) for first, units in found.items()}


@cache
def _established() -> dict[str, tuple[str, ...]]:
    """The places that a character is the known short form of."""
    found: dict[str, list[str]] = {}
    for place, characters in rules().abbreviations.items():
        for character in characters:
            found.setdefault(character, []).append(place)
    return {character: tuple(known) for character, known in found.items()}


def _place(character: str, home: Sequence[str]) -> str:
    """The one place that ``character`` can mean to a plan of the provinces ``home``, or ""."""
    known = _established().get(character, ())
    begins = tuple(home)
    near = {
        place
        for place in known
        if any(code.startswith(begins) for code in gazetteer().adcodes.get(place, ()))
    }
    near |= {name for name, code in _units().get(character, ()) if code.startswith(begins)}
    found = near or set(known)
    return next(iter(found)) if len(found) == 1 else ""


def expanded(stem: str, home: Sequence[str]) -> tuple[str, ...]:
    """The places that the characters of ``stem`` stand for, in order; none where one is not sure.

    ``home`` are the provinces that the plan is about, two digits each. A character stands for
    the prefecture of these that begins so or is known by it, if there is one only; else for
    the one place of China that is known by it.

    >>> expanded("武宜", ("42",)), expanded("渝昆", ("50", "51")), expanded("荆宜", ("42",))
    (('武汉', '宜昌'), ('重庆', '昆明'), ())
    """
    if not home or not _LEAST <= len(stem) <= _MOST or stem in gazetteer():
        return ()
    places = tuple(_place(character, home) for character in stem)
    return places if all(places) and len(set(places)) == len(places) else ()
