"""Lines as the payload holds them: their whole steps, packed into text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from layers.records.drawn import Point


def deltas(points: Sequence[Point]) -> list[int]:
    """Points as one flat list: the first, then the step to each next."""
    found: list[int] = []
    x = y = 0
    for px, py in points:
        found += (px - x, py - y)
        x, y = px, py
    return found


#: Printable characters that neither JSON nor HTML needs to escape.
_DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "<\\")

#: Half of them end a number, half say that it goes on.
_BASE = len(_DIGITS) // 2


def pack(points: Sequence[Point]) -> str:
    """The steps of ``points`` as text: a third of what numbers with commas take.

    Each step is made positive (0, -1, 1, -2 … become 0, 1, 2, 3 …) and written in base 45, lowest
    digit first; every digit but the last is marked by standing in the upper half of the alphabet.
    ``unpackPositions`` in ``core/payload/packing.js`` reads it.
    """
    return pack_numbers(deltas(points))


def pack_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers as text, as :func:`pack` writes steps."""
    found: list[str] = []
    for step in numbers:
        value = 2 * step if step >= 0 else -2 * step - 1
        while value >= _BASE:
            value, digit = divmod(value, _BASE)
            found.append(_DIGITS[_BASE + digit])
        found.append(_DIGITS[value])
    return "".join(found)
