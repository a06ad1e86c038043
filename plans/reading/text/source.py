"""What the reader is given: a text and, where it is known, what its parts are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Block(Protocol):
    """A part of a document; ``start`` and ``end`` count code points of its text, half-open."""

    @property
    def kind(self) -> str:
        """``heading``, ``paragraph``, ``list_item``, ``table_row``, ``footnote`` or ``header``."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def cells(self) -> Sequence[tuple[int, int]]:
        """Where the cells of a row begin and end; none in what is no row."""


class Document(Protocol):
    """A decoded document."""

    @property
    def text(self) -> str:
        """All its words, the parts one a line."""

    @property
    def blocks(self) -> Sequence[Block]:
        """Its parts, in order."""
