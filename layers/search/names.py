"""A text as what works are called: a name or a part of one, in characters, pinyin or English.

``web/src/core/search/scores.js`` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator

from layers.search.index import Entry
from layers.search.query import ROAD, Query
from layers.search.scores import MOST, NOTHING, SCORES, score
from layers.search.spelling import Readings, spelt
from layers.search.tables import ENGLISH


def _whole_number(part: str, name: str, at: int) -> bool:
    """Whether a road's number that stands in ``name`` at ``at`` ends there: no g7 in g76."""
    return not (ROAD.fullmatch(part) and name[at + len(part) : at + len(part) + 1].isdigit())


def _names(entry: Entry, text: str) -> Iterator[int]:
    """Scores of ``text`` as one of the names, or a part of one."""
    if text in entry.spoken:
        yield score("name")
    if text in entry.spoken_too:
        yield score("alias")
    if text in entry.written:
        yield score("written")
    for number, name in enumerate(entry.names):
        at = name.find(text)
        if at < 0 or not _whole_number(text, name, at):
            continue
        way = "within" if at else "begins"
        own = number < len(entry.spoken)
        yield score(way if own else f"alias_{way}", len(name) - len(text))
    if any(text in name and _whole_number(text, name, name.find(text)) for name in entry.written):
        yield score("alias_within", MOST)


def _spelt(entry: Entry, text: str, known: Readings) -> Iterator[int]:
    """Scores of ``text`` as pinyin in whole or in part."""
    for number, name in enumerate(entry.names):
        own = number < len(entry.spoken)
        for start in range(len(name)):
            end = spelt(text, name, start, known)
            if not end:
                continue
            left = len(name) - end
            if start:
                yield score("spelt_within", start if own else start + MOST // 2)
            else:
                yield score("spelt" if own else "alias_spelt", left)


def _english(entry: Entry, word: str) -> Iterator[int]:
    """Scores of an English word, or of what begins one."""
    wanted = ENGLISH.get(word, word).split()
    if word in ENGLISH and not wanted:
        yield score("english")
    if wanted and all(any(own.startswith(w) for own in entry.english) for w in wanted):
        yield score("english", 0 if wanted[0] == entry.english[0] else 1)


def by_name(entry: Entry, query: Query, known: Readings) -> int:
    """The best score of ``query`` as what a project is called."""
    found = [NOTHING, *_names(entry, query.whole)]
    for step, bare in enumerate(query.bares[1:]):
        for part in _names(entry, bare):
            exact = part < SCORES["bare"]
            found.append(score("bare", step) if exact else part + step + 1)
    if query.latin and not ROAD.fullmatch(query.whole):
        found += _spelt(entry, query.whole, known)
        found += _english(entry, query.whole)
    return min(found)
