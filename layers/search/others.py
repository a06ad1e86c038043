"""A text as what else works may be called: their ends, parts of their name, places on them.

``web/src/core/search/scores.js`` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layers.search.index import Entry
from layers.search.query import ROAD, Query
from layers.search.scores import MOST, NOTHING, score
from layers.search.spelling import Readings, aloud, chunks
from layers.search.tables import NUMBERS, UNITS

_LEAST, _PIECES, _WHOLE, _EAR = (NUMBERS[key] for key in ("least", "pieces", "whole", "ear"))


def runs(text: str, ends: Sequence[Sequence[str]], at: int = 0, end: int = 0) -> int:
    """In how many places fewer than ``ends`` the ``text`` runs from first to last; -1: it does not.

    >>> runs("成万", (("成都", "成"), ("达州", "达"), ("万州", "万")))
    1
    """
    if end == len(ends):
        return 0 if at == len(text) else -1
    found = []
    for name in ends[end]:
        if not text.startswith(name, at):
            continue
        after = at + len(name)
        found.append(runs(text, ends, after, end + 1))
        if len(name) > 1 and text[after : after + 1] and text[after] in UNITS:
            found.append(runs(text, ends, after + 1, end + 1))
    if 0 < end < len(ends) - 1:
        skipped = runs(text, ends, at, end + 1)
        found.append(skipped + 1 if skipped >= 0 else -1)
    return min((n for n in found if n >= 0), default=-1)


def fits(entry: Entry, query: Query) -> bool:
    """Whether the kind of works in ``query``, if any, is that of the project."""
    return entry.mode is None or query.mode in (None, entry.mode)


def _ends(entry: Entry, query: Query) -> Iterator[int]:
    """Scores of its ends in either order; another word for its kind costs as much as a place."""
    other = 0 if entry.spoken[0].endswith(query.kind) else 1
    for route in entry.routes:
        ahead, back = runs(query.stem, route), runs(query.stem, route[::-1])
        if ahead >= 0:
            yield score("ends", ahead + other)
        if back >= 0:
            yield score("turned", back + other)


def _through(text: str, places: Sequence[str]) -> int:
    """Of how many places on it ``text`` is made, each a name or its beginning; 0: of others."""
    if not text:
        return 0
    for size in range(len(text), _LEAST - 1, -1):
        piece = text[:size]
        bare = piece[:-1] if size > _LEAST and piece[-1] in UNITS else piece
        if any(place.startswith((piece, bare)) for place in places):
            if size == len(text):
                return 1
            rest = _through(text[size:], places)
            if rest:
                return rest + 1
    return 0


def _stem(entry: Entry, query: Query) -> Iterator[int]:
    """Scores of what stands before the kind of works, where that fits."""
    if not fits(entry, query) or len(query.stem) < _LEAST:
        return
    yield from _ends(entry, query)
    if query.mode and any(name.startswith(query.stem) for name in entry.names):
        yield score("stem", 0 if entry.spoken[0].endswith(query.kind) else 1)
    places = [*entry.stops, *(end[0] for route in entry.routes for end in route)]
    if len(query.stem) >= 2 * _LEAST and (n := _through(query.stem, places)) > 1:
        yield score("through", n)


def _parts(entry: Entry, query: Query) -> Iterator[int]:
    """Scores of pieces of a name in their order, and of a text that holds a name."""
    for bare in query.bares if not ROAD.fullmatch(query.whole) else ():
        pieces = [n for name in entry.names if (n := chunks(bare, name))]
        most = min(_PIECES, len(bare) * 2 // 3)
        if len(bare) > _LEAST and pieces and min(pieces) <= most:
            yield score("parts", 10 * min(pieces))
    held = [len(name) for name in entry.names if name in query.whole and len(name) >= _WHOLE]
    if held:
        yield score("holds", len(query.whole) - max(held))


def _stops(entry: Entry, query: Query) -> Iterator[int]:
    """Scores of a place on it."""
    whole = query.whole
    asked = (whole, query.stem) if fits(entry, query) else (whole,)
    if min(map(len, asked)) < _LEAST:
        return
    for stop in entry.stops:
        if stop in (whole, f"{whole}站"):
            yield score("stop")
        elif stop.startswith(asked):
            yield score("stop_begins", len(stop) - len(asked[-1]))
        elif whole in stop:
            yield score("stop_within")


def by_other(entry: Entry, query: Query, known: Readings) -> int:
    """The best score of ``query`` as its ends, as parts of its name, as places on it."""
    if query.latin and not ROAD.match(query.whole):
        said = len(query.whole) >= _EAR and any(
            aloud(stop, 0, known).startswith(query.whole) for stop in entry.stops
        )
        return score("stop_begins", MOST) if said else NOTHING
    found = (*_stem(entry, query), *_parts(entry, query), *_stops(entry, query))
    return min(found, default=NOTHING)
