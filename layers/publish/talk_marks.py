"""Marks that a presenter draws on the map of a step: arrows, circles, texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.address import Limits
from layers.selection.where import KM
from registry.errors import AtlasError

#: How many marks a step may have, and how long a mark's text may be.
MOST, LONGEST = 20, 40


@dataclass(frozen=True)
class Mark:
    """One mark in WGS84 degrees.

    ``kind`` is ``arrow`` (lon, lat of its tail and of its head), ``circle`` (lon, lat, kilometres)
    or ``at`` (lon, lat of a text alone).
    """

    kind: str
    numbers: tuple[float, ...]
    text: str = ""


#: Of each kind, what its numbers are.
KINDS: Mapping[str, tuple[str, ...]] = {
    "arrow": ("lon", "lat", "lon", "lat"),
    "circle": ("lon", "lat", "km"),
    "at": ("lon", "lat"),
}


def read_mark(given: Mapping[str, Any], text: str, where: str, within: Limits) -> Mark:
    """The mark that ``given`` describes: numbers by kind, exactly one of :data:`KINDS`.

    Raises
    ------
    AtlasError
        At ``where`` and the key, for none or two kinds, for numbers that are none, too many or
        beyond ``within``, an arrow of no length, and a text alone that is empty.
    """
    kinds = [kind for kind in KINDS if given.get(kind) is not None]
    if len(kinds) != 1:
        raise AtlasError(
            where,
            zh="应当恰有 arrow、circle、at 之一",
            en="needs exactly one of arrow, circle and at",
        )
    kind = kinds[0]
    numbers = _numbers(given[kind], kind, f"{where}.{kind}", {**within, "km": KM})
    if kind == "arrow" and numbers[:2] == numbers[2:]:
        raise AtlasError(
            f"{where}.arrow", zh="起点和终点不能相同", en="must not end where it begins"
        )
    if kind == "at" and not text:
        raise AtlasError(f"{where}.text", zh="要有文字", en="needs a text")
    if len(text) > LONGEST:
        raise AtlasError(
            f"{where}.text",
            zh=f"最多 {LONGEST} 个字，现有 {len(text)} 个",
            en=f"has {len(text)} characters, at most {LONGEST} are shown",
        )
    return Mark(kind, numbers, text)


def _numbers(value: object, kind: str, where: str, bounds: Limits) -> tuple[float, ...]:
    names = KINDS[kind]
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != len(names):
        listed = ", ".join(names)
        raise AtlasError(
            where, zh=f"应当是 {len(names)} 个数字：{listed}", en=f"must be the numbers {listed}"
        )
    for number, name in zip(value, names, strict=True):
        low, high = bounds[name]
        real = isinstance(number, int | float) and not isinstance(number, bool)
        if not real or not low <= number <= high:
            raise AtlasError(
                where,
                zh=f"其中 {name} 应当是 {low:g} 到 {high:g} 之间的数字",
                en=f"its {name} must be a number from {low:g} to {high:g}",
            )
    return tuple(float(number) for number in value)


def marks_config(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Marks as the page takes them, and as a talk's file holds them."""
    return [{mark.kind: list(mark.numbers), "text": mark.text} for mark in marks]
