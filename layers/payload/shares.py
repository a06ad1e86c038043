"""Kilometres of a line by county, rounded once, so that no sum of them says more than the line."""

from __future__ import annotations

from collections.abc import Iterable

#: Steps of a kilometre, as fine as anybody reads.
STEPS = 10


def shares(parts: Iterable[float], whole: float) -> list[float]:
    """``parts`` of a line of ``whole`` kilometres in whole tenths.

    What a part loses by rounding the next one gains: the sum of all is the sum rounded, and never
    more than ``whole``.

    >>> shares([0.25, 0.25, 0.25], 0.8)
    [0.2, 0.3, 0.3]
    """
    most, before, there = round(whole * STEPS), 0, 0.0
    found: list[float] = []
    for part in parts:
        there += part
        now = max(before, min(most, round(there * STEPS)))
        tenths = now - before
        found.append(tenths // STEPS if tenths % STEPS == 0 else tenths / STEPS)
        before = now
    return found
