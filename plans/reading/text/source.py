"""What the reader is given: a text and, where it is known, what its parts are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Block(Protocol):
    """A part of a document; ``start`` and ``end`` count code points of its text, half-open."""

    @property
    def kind(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def cells(self) -> Sequence[tuple[int, int]]: ...


class Document(Protocol):
    """A decoded document."""

    @property
    def text(self) -> str: ...

    @property
    def blocks(self) -> Sequence[Block]: ...
