"""Which projects a text means, the best first.

Each project is tried in the ways of :data:`layers.search.tables.WAYS`, and has the score of the
best. A group of ways answers only where none before it does, so that a slip never stands beside
what was meant, and what only may be meant stands outside the list.
``web/src/core/search/matcher.js`` goes by the same table; ``tests/data/searches.csv`` holds both to
the same answers.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass

from layers.records.model import Atlas
from layers.search.index import Entry, Index, build
from layers.search.names import by_name
from layers.search.others import by_other
from layers.search.query import Query, read
from layers.search.scores import DOUBTS, GROUP, MOST, NOTHING, SCORES, SLIPS
from layers.search.slips import slips
from layers.search.spelling import Readings
from layers.search.tables import NUMBERS


@dataclass(frozen=True)
class Found:
    """The ids that are meant, the best first; and those that may be, where none is.

    ``sole`` is the one that alone is meant, or is called so; ``""`` where it may be several.
    ``slipped`` where the text is no name of theirs as it stands.
    """

    ids: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    sole: str = ""
    slipped: bool = False


def _words(entry: Entry, query: Query, known: Readings) -> int:
    """The score of the word that answers worst, each by any name or way; short names first."""
    worst = 0
    for word in query.words:
        named = by_name(entry, word, known)
        worst = max(worst, named if named < GROUP else min(named, by_other(entry, word, known)))
    return worst + min(len(entry.spoken[0]), MOST // 2)


def score_in(entry: Entry, query: Query, group: int, known: Readings) -> int:
    """The score of a project in the ways of ``group``; of a slip, and a doubt, in both of theirs.

    :data:`NOTHING` where it has none.
    """
    if group >= SLIPS:
        found = slips(entry, query, known)
        return min((SCORES[way] + more for way, more in found), default=NOTHING)
    best = by_other(entry, query, known) if group else by_name(entry, query, known)
    return min(best, _words(entry, query, known)) if query.words else best


def _answers(index: Index, query: Query) -> list[tuple[int, str]]:
    """Score and id of each that answers in the first group in which any does, the best first."""
    entries = index.entries
    for group in range(SLIPS + 1):
        scored = [(score_in(one, query, group, index.known), at) for at, one in enumerate(entries)]
        best = min(scored, default=(NOTHING, 0))[0]
        if best < NOTHING and best >= group * GROUP:
            ceiling = (best // GROUP + 1) * GROUP
            return [(s, entries[at].id) for s, at in sorted(scored) if s < ceiling]
    return []


def _sole(answers: Sequence[tuple[int, str]]) -> str:
    first, *others = answers
    called_so = first[0] < SCORES["begins"] and (not others or others[0][0] > first[0])
    return first[1] if called_so or not others else ""


def search(index: Index, text: str) -> Found:
    """The projects that ``text`` means; none where it is blank."""
    query = read(text)
    if query is None or not query.whole:
        return Found()
    answers = _answers(index, query)
    ids = tuple(one for _, one in answers)
    group = answers[0][0] // GROUP if answers else DOUBTS
    if group == DOUBTS:
        return Found(doubts=ids[: NUMBERS["doubts"]])
    return Found(ids, sole=_sole(answers), slipped=group >= SLIPS)


def index_of(atlas: Atlas) -> Index:
    """:func:`layers.search.index.build` of an atlas that is kept, made once."""
    kept = _kept.get(id(atlas))
    if kept is None:
        kept = _kept[id(atlas)] = build(atlas)
        weakref.finalize(atlas, _kept.pop, id(atlas), None)
    return kept


_kept: dict[int, Index] = {}


def find(atlas: Atlas, text: str) -> Found:
    """The projects of ``atlas`` that ``text`` means."""
    return search(index_of(atlas), text)
