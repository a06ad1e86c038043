"""What each project may be called: computed once of an atlas, and sent to the view as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from layers.records.model import Atlas
from layers.search.pinyin import known_in, readings
from layers.search.query import parted, plain, plain_words
from layers.search.tables import ENGLISH, PROVINCES, place_letters
from registry.land.placenames import short
from registry.vocab import Mode

#: Between the places of a route as names write it.
_BETWEEN = re.compile("[至经—–－-]")
#: What stands before the first place of a section: the line that it is of, what is done to it.
_LINE = re.compile(
    "^.*?(?:高速铁路|高速公路|城际铁路|铁路|高铁|城际|高速|公路)(?:扩能改造)?(?=.{2,}至.{2,}段)"
)
#: The line at the beginning of a section's name, without its kind.
_OF_LINE = re.compile("^(.{2,4}?)(?:铁路|高铁|城际|高速)(?=.)")
#: The river, or the number of the road.
_RIVER = re.compile("^(?:.{1,3}[江河]|[GS][0-9]+)(?=..)")
#: Where the last place ends: at the kind of works, or the word for a section.
_AFTER = re.compile(
    "(?:高速|铁路|高铁|城际|公路|快速|航道|港|天然气|储气库|区块|市域|铁水|特高压|出海|(?<=..)段|[0-9]).*$"
)
_STATION = re.compile("[东西南北]?站$")
_HAN = re.compile("[\u3400-\u9fff]")
_INSIDE = re.compile(r"[（(](.*?)[)）]")
#: Modes whose works run from place to place.
_LINES = frozenset({Mode.RAIL, Mode.HIGHWAY, Mode.PIPELINE, Mode.WATERWAY, None})
#: The longest short name that is read letter by letter.
_MOST_LETTERS = 5


@dataclass(frozen=True)
class Called:
    """What is known of works by name.

    ``written`` is how plans write them, ``stops`` the places on them, ``near`` the short names of
    those they run through; ``mode`` is None where it is not known; ``section`` where they are a
    section of works that stand beside them.
    """

    id: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    mode: Mode | None = None
    written: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    section: bool = False


@dataclass(frozen=True)
class Entry:
    """What works may be called, as names are compared.

    ``spoken`` is their own name, with words of one meaning made one and as it stands,
    ``spoken_too`` their other names; ``written`` how plans and English write them, ``stems`` what
    of all these stands before the kind of works, and their ends; ``routes`` their ends, each with
    what else may stand for it; ``stops`` the places on them, ``english`` the words of their English
    name.
    """

    id: str
    mode: Mode | None
    spoken: tuple[str, ...]
    spoken_too: tuple[str, ...]
    written: tuple[str, ...]
    stems: tuple[str, ...]
    routes: tuple[tuple[tuple[str, ...], ...], ...]
    stops: tuple[str, ...]
    english: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, its own first."""
        return (*self.spoken, *self.spoken_too)


def english_words(words: Iterable[str]) -> list[str]:
    """Words in English, those of one meaning made one."""
    return [word for one in words for word in ENGLISH.get(one, one).split()]


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _places(name: str) -> list[list[str]]:
    """The places that a name runs through, each with the other names in it; none for one."""
    inside = _INSIDE.findall(name)
    route = next((text for text in inside if _BETWEEN.search(text)), "")
    parts = _BETWEEN.split(route or _LINE.sub("", _INSIDE.sub("", name)))
    if len(parts) < 2:
        return []
    parts[0] = _RIVER.sub("", parts[0])
    parts[-1] = _AFTER.sub("", parts[-1])
    if any(len(part) < 2 for part in parts):
        return []
    ends = [[short(part)] for part in parts]
    if not route:
        ends[0] += [text for text in inside if len(text) > 1]
    return ends


def cities(stops: Iterable[str]) -> set[str]:
    """The provinces and prefectures whose names ``stops`` have."""
    known = frozenset(place_letters())
    return {city for stop in stops if (city := _city(stop, known))}


def _city(stop: str, known: frozenset[str]) -> str:
    """The place whose name a station has, if it is ``known``."""
    place = _STATION.sub("", stop)
    return next((p for p in (place, short(place)) if p in known), "")


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    """The provinces and prefectures that a character stands for."""
    found: dict[str, list[str]] = {}
    for place, letters in place_letters().items():
        for letter in dict.fromkeys(place[0] + letters):
            found.setdefault(letter, []).append(place)
    return {letter: tuple(places) for letter, places in found.items()}


def _expanded(stem: str, called: Called) -> list[list[str]]:
    """The places that the characters of a short name stand for: one near, or one it is told of."""
    if not 2 <= len(stem) <= _MOST_LETTERS:
        return []
    found: list[list[str]] = []
    for letter in stem:
        known = _by_letter().get(letter, ())
        begin = [p for p in called.near if p[0] == letter]
        places = [p for p in begin if p in known]
        if not places:
            places = [p for p in known if p in called.near]
            places += begin if letter not in PROVINCES else []
        if len(places) != 1:
            places = _near_english(places or known, called.name_en)
        if len(places) != 1:
            return []
        found.append(places)
    return found


def _called(place: str) -> tuple[str, ...]:
    """A place's name, then the characters that stand for it."""
    letters = dict.fromkeys([*place_letters().get(place, ""), place[0]])
    return (place, *letters) if len(place) > 1 else (place,)


def _near_english(places: Iterable[str], name_en: str) -> list[str]:
    """Those of ``places`` whose pinyin an English name holds."""
    said = plain(name_en)
    return [p for p in places if len(p) > 1 and "".join(map(readings().get, p, p)) in said]


def _routes(called: Called) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The ends of works, as their names and their stops tell."""
    own = (called.name, *called.aliases)
    found = [_places(name) for name in (*own, *called.written)]
    found += [_expanded(parted(plain(name))[0], called) for name in own]
    if not called.section:
        found += [_expanded(_line(plain(name)), called) for name in own]
    if called.mode is Mode.RAIL and called.stops and not any(found):
        first, last = (_city(called.stops[i], called.near) for i in (0, -1))
        if first and last and first != last:
            found.append([[first], [last]])
    for ends in found:
        if len(ends) > 1:
            yield tuple(
                tuple(dict.fromkeys(c for place in places for c in _called(plain(place))))
                for places in ends
            )


def _line(name: str) -> str:
    """The line whose section a name is of, without its kind; ``""`` where it is of none."""
    found = _OF_LINE.match(name)
    return found[1] if found else ""


def _raw(*names: str) -> list[str]:
    """Names without any mark, their words as they are."""
    return ["".join(plain_words(name)) for name in names]


def entry(called: Called) -> Entry:
    """What works may be called, as names are compared."""
    names = _unique(map(plain, (called.name, *called.aliases)))
    told = _unique(map(plain, (called.name_en, called.id, *called.written)))
    routes = tuple(dict.fromkeys(_routes(called))) if called.mode in _LINES else ()
    stems = [stem for name in (*names, *told) for stem in (parted(name)[0], _line(name))]
    for route in routes:
        stems.append("".join(end[0] for end in route))
        stems.append("".join(end[1] if len(end) > 1 else end[0] for end in route))
    own = _unique([names[0], *_raw(called.name)]) if names else ()
    return Entry(
        id=called.id,
        mode=called.mode,
        spoken=own,
        spoken_too=_unique(n for n in (*names, *_raw(*called.aliases)) if n not in own),
        written=_unique(w for w in told if w not in names),
        stems=_unique(stem for stem in stems if _HAN.search(stem)),
        routes=routes,
        stops=_unique(map(plain, called.stops)),
        english=_unique(english_words(plain_words(called.name_en))),
    )


@dataclass(frozen=True)
class Index:
    """What works may be called, in their order, and how the characters in it are read."""

    entries: tuple[Entry, ...]
    known: Mapping[str, str]


def texts_of(atlas: Atlas) -> list[str]:
    """Every name that is searched: of projects, of places on them, of areas."""
    return [
        *(name for p in atlas.projects for name in (p.name, *p.aliases)),
        *(stop.name for p in atlas.projects for stop in p.stops),
        *(area.name for area in (*atlas.borders.prefectures, *atlas.borders.counties)),
    ]


def build(atlas: Atlas) -> Index:
    """The index of an atlas."""
    areas = (*atlas.borders.prefectures, *atlas.borders.counties)
    names = {area.adcode: short(area.name) for area in areas}
    found = []
    for project in atlas.projects:
        stops = tuple(stop.name for stop in project.stops)
        codes = (*project.prefectures, *project.counties)
        near = {names[c] for c in codes if len(names.get(c, "")) > 1}
        called = Called(
            project.id,
            project.name,
            project.name_en,
            project.aliases,
            mode=project.mode,
            written=tuple(m.as_written.replace("…", "") for m in project.mentions),
            stops=stops,
            near=frozenset(near | cities(stops)),
            section=bool(project.part_of),
        )
        found.append(entry(called))
    return Index(tuple(found), known_in(texts_of(atlas)))


def by_names(there: Mapping[str, Sequence[str]]) -> Index:
    """The index of works of which the names alone are known, by their codes; Chinese first."""
    called = [
        Called(code, names[0], "", tuple(filter(None, names[1:])))
        for code, names in there.items()
        if names
    ]
    texts = [name for names in there.values() for name in names]
    return Index(tuple(map(entry, called)), known_in(texts))
