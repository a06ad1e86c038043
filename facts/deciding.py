"""Which facts may decide how far a project is.

A weak source decides nothing, nor does a fact that another source disputes, nor one of an older
line or of a section outside the atlas (scope before, outside).
"""

from __future__ import annotations

from typing import Protocol

from registry.outcome.vocab import Confidence, Scope


class Told(Protocol):
    """What a fact is judged by, as a record or as a row of events.csv."""

    @property
    def confidence(self) -> Confidence:
        """How far its source may be trusted."""

    @property
    def disputed(self) -> bool:
        """Whether another source says otherwise."""

    @property
    def scope(self) -> Scope | str | None:
        """Whether it is of an older line or outside; empty or None where it is of this one."""


def decides(fact: Told) -> bool:
    """Whether ``fact`` may decide anything by itself."""
    return fact.confidence is not Confidence.WEAK and not fact.disputed and not fact.scope
