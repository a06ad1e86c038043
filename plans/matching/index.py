"""Which of many names may be of one project: found by what two such names must share.

:func:`plans.matching.match.compare` gives two names nothing unless their routes agree in both
ends, one abbreviates the other's ends, or their stems agree or end alike. Each of these is a key
under which a name is kept, so that a name meets a few others, however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from plans.matching.forms import Form, rules
from registry.land.placenames import short

#: Letters of a unit inside a name, without which names may agree.
UNIT = re.compile(r"(?<=..)[市县区](?=..)")
#: Longest stem that is the same in the other order.
LONGEST_REVERSED = 3
#: Shortest name that another may end with.
SHORTEST_END = 2
#: The number of a candidate, and which of its names.
At = tuple[int, int]


@lru_cache(maxsize=4096)
def _cuts(place: str) -> tuple[str, ...]:
    """What a place shares with each that is the same place, as `same_place` says."""
    name = short(place)
    return f"<{name[:2]}", f">{name[-2:]}"


@lru_cache(maxsize=4096)
def _letters(place: str) -> str:
    """The characters that may stand for a place, as `abbreviates` says."""
    return "".join(dict.fromkeys(place[:2] + rules().abbreviations.get(short(place), "")))


def _pair(kind: str, one: str, other: str) -> str:
    first, last = sorted((one, other))
    return f"{kind}{first}|{last}"


def _routes(form: Form) -> Iterator[str]:
    """Of both ends, in either order."""
    for one in _cuts(form.ends[0]):
        for other in _cuts(form.ends[-1]):
            yield _pair("route", one, other)


def _abbreviations(form: Form) -> Iterator[str]:
    """Of each abbreviation that the ends may have: its length, its first and last character."""
    for size in {2, len(form.ends)}:
        for one in _letters(form.ends[0]):
            for other in _letters(form.ends[-1]):
                yield _pair(f"{size}", one, other)


def _abbreviation(stem: str) -> str:
    return _pair(f"{len(stem)}", stem[:1], stem[-1:])


def _endings(stem: str) -> Iterator[str]:
    return (stem[at:] for at in range(1, len(stem) - SHORTEST_END + 1))


def _kept(form: Form) -> Iterator[str]:
    """The keys under which a name is found, by its ends or its stem."""
    if form.ends:
        yield from _routes(form)
        for key in set(_abbreviations(form)):
            yield f"for{key}"
        return
    yield f"is{form.stem}"
    yield f"bare{UNIT.sub('', form.stem)}"
    yield f"short{_abbreviation(form.stem)}"
    for ending in _endings(form.stem):
        yield f"ends{ending}"


def _asked(form: Form) -> Iterator[str]:
    """The keys of all names with which this one may agree."""
    if form.ends:
        yield from _routes(form)
        for key in set(_abbreviations(form)):
            yield f"short{key}"
        return
    yield f"bare{UNIT.sub('', form.stem)}"
    yield f"for{_abbreviation(form.stem)}"
    yield f"ends{form.stem}"
    for ending in _endings(form.stem):
        yield f"is{ending}"
    if len(form.stem) <= LONGEST_REVERSED:
        yield f"is{form.stem[::-1]}"


@dataclass
class FormIndex:
    """Names by their keys: as they are, and sections by the line that they belong to."""

    forms: dict[At, Form] = field(default_factory=dict)
    _own: dict[str, list[At]] = field(default_factory=dict)
    _lines: dict[str, list[At]] = field(default_factory=dict)

    def add(self, at: At, form: Form) -> None:
        """Keep a name."""
        self.forms[at] = form
        for key in _kept(form):
            self._own.setdefault(key, []).append(at)
        if form.line:
            for key in _kept(form.line):
                self._lines.setdefault(key, []).append(at)

    def near(self, form: Form) -> list[At]:
        """All names that :func:`compare` may give anything beside ``form``, in their order."""
        found: set[At] = set()
        for key in _asked(form):
            found.update(self._own.get(key, ()))
            if not form.line:
                # A section of this line.
                found.update(self._lines.get(key, ()))
        if form.line:
            for key in _asked(form.line):
                found.update(self._own.get(key, ()))
        return sorted(found)
