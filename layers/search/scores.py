"""Scores: the lower, the better; :data:`layers.search.tables.WAYS` has their order."""

from __future__ import annotations

from layers.search.tables import NUMBERS, WAYS, score_of

SCORES = score_of()
GROUP, MOST = NUMBERS["group"], NUMBERS["more"]
#: No way at all.
NOTHING = GROUP * len(WAYS)
#: The groups of slips, and of doubts, whose answers stand outside the list.
SLIPS, DOUBTS = len(WAYS) - 2, len(WAYS) - 1


def score(way: str, more: int = 0) -> int:
    """The score of a way, with what its details add to it."""
    return SCORES[way] + min(more, MOST)
