"""What the record of a code is made of: its words, and how it is drawn but for its colour.

The colours stand together in ``layers/style.py``, since they are chosen to be told apart.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from registry import sentences

#: Chinese and English.
Pair = tuple[str, str]


@dataclass(frozen=True)
class Term:
    """A code's words: ``zh`` and ``en`` labels and a definition in each language."""

    zh: str
    en: str
    zh_means: str
    en_means: str


@dataclass(frozen=True)
class StatusStyle:
    """How a status is drawn; its colour is the mode's.

    ``dash`` in multiples of the line width (empty for solid), ``cap`` of the strokes, ``scale``
    of the width, ``core`` a pale centre line (as a widened road is drawn), ``fill`` share of the
    mode's colour inside a point symbol, 0 (hollow) to 1.
    """

    dash: tuple[float, ...]
    cap: str
    scale: float
    core: bool
    fill: float


@dataclass(frozen=True)
class CurrentStyle(StatusStyle):
    """How far a project is by facts, as it is drawn.

    ``sign`` stands beside its word, so that it is told apart without colour. ``faint`` lines
    recede: they are drawn thinner, lighter and below the others. Where ``marked`` the sign stands
    on the map too, along the line.
    """

    sign: str
    faint: bool = False
    marked: bool = False


@dataclass(frozen=True)
class EventStyle:
    """The mark of a fact on a card's axis of time.

    ``lane`` is one of :data:`LANES`, ``shape`` one that ``map/symbol-paths.js`` draws, ``fill``
    the share of the mode's colour inside it, 0 (hollow) to 1.
    """

    lane: str
    shape: str
    fill: float


#: How full the mark of a part is.
PART_FILL = 0.4
#: The lanes of the axis of time, from the top.
LANES = ("start", "progress", "open")


def complete(where: str, codes: Iterable[StrEnum], table: Container[StrEnum]) -> None:
    """Refuse a ``table`` in which a code has no entry.

    ``where`` is the file and the table's name.

    Raises
    ------
    AtlasError
        It names file, table and the first code without an entry.
    """
    for code in codes:
        if code not in table:
            raise sentences.no_entry(where, type(code).__name__, code.value)
