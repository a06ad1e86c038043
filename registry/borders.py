"""Borders as arcs: each stretch between two counties once, with the county on either side.

Prefecture, province and region outlines are choices of arcs. The file is derived from the display
boundaries by ``scripts.derive_borders``; it is written and read here. Positions are whole numbers:
WGS84 degrees times :data:`SCALE`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar, cast

from registry import sentences
from registry.errors import AtlasError
from registry.files import write_text
from registry.files.jsonfile import read_json
from registry.paths import DEFAULT, Paths

#: Integer steps in a degree: 0.0001 degrees is about 11 m.
SCALE = 10_000

#: A line: its first point's x and y, then the step to each next point, x and y by turns.
Steps = tuple[int, ...]


@dataclass(frozen=True)
class Area:
    """A county, prefecture or province: adcode, names, and the point ``x``, ``y`` for its name.

    ``prefecture`` and ``province`` are the adcodes of what it lies in, empty for a province.
    ``short`` is a prefecture's Chinese name as a map has it (阿坝州), empty for others.
    """

    adcode: str
    name: str
    name_en: str
    x: int
    y: int
    prefecture: str = ""
    province: str = ""
    short: str = ""


@dataclass(frozen=True)
class Arc:
    """A stretch of border; ``left`` and ``right`` are adcodes, ``right`` empty outside."""

    left: str
    right: str
    steps: Steps


@dataclass(frozen=True)
class Borders:
    """The areas of the two provinces, the arcs of their counties, and what lies around.

    ``neighbours`` are the provinces around, ``beyond`` their own borders, coarser.
    """

    counties: tuple[Area, ...] = ()
    prefectures: tuple[Area, ...] = ()
    neighbours: tuple[Area, ...] = ()
    arcs: tuple[Arc, ...] = ()
    beyond: tuple[Steps, ...] = ()


Record = TypeVar("Record", Area, Arc)

#: A field that files written before 0.2 do not have.
_NEWER = "short"


def write_borders(borders: Borders, paths: Paths = DEFAULT) -> int:
    """Write ``borders`` whole or not at all, a record a line; returns the file's bytes."""
    parts = []
    for field in fields(borders):
        items = getattr(borders, field.name)
        lines = [_line(item if isinstance(item, tuple) else _plain(item)) for item in items]
        parts.append(f'"{field.name}":[\n' + ",\n".join(lines) + "\n]")
    text = f'{{"scale":{SCALE},\n' + ",\n".join(parts) + "}\n"
    write_text(paths.borders, text)
    return len(text.encode())


def _plain(item: Area | Arc) -> dict[str, object]:
    """A record's fields, without a short name where there is none."""
    return {key: value for key, value in asdict(item).items() if value or key != _NEWER}


def _line(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def read_borders(paths: Paths = DEFAULT) -> Borders:
    """The borders of a data folder.

    Raises
    ------
    AtlasError
        The file is missing or damaged, or a record lacks a field or has one of another kind.
    """
    label = paths.label(paths.borders)
    document = read_json(paths.borders, label)
    if not isinstance(document, dict) or document.get("scale") != SCALE:
        raise AtlasError(
            f"{label}: scale",
            zh=f"应当是 {SCALE}，请重新生成",
            en=f"must be {SCALE}; derive it again",
        )
    return Borders(
        counties=_records(document, "counties", Area, label),
        prefectures=_records(document, "prefectures", Area, label),
        neighbours=_records(document, "neighbours", Area, label),
        arcs=_records(document, "arcs", Arc, label),
        beyond=tuple(
            _steps(item, f"{label}: beyond[{index}]")
            for index, item in enumerate(_list(document, "beyond", label))
        ),
    )


def _list(document: Mapping[str, Any], key: str, label: str) -> list[Any]:
    items = document.get(key)
    if not isinstance(items, list):
        raise sentences.missing_field(f"{label}: {key}")
    return items


def _records(
    document: Mapping[str, Any], key: str, kind: type[Record], label: str
) -> tuple[Record, ...]:
    made = []
    names = [field.name for field in fields(kind)]
    for index, item in enumerate(_list(document, key, label)):
        where = f"{label}: {key}[{index}]"
        values: dict[str, Any] = {}
        for name in names:
            if name == _NEWER and isinstance(item, dict) and _NEWER not in item:
                continue
            if not isinstance(item, dict) or name not in item:
                raise sentences.missing_field(f"{where}: {name}")
            values[name] = _value(item[name], name, f"{where}: {name}")
        made.append(kind(**values))
    return cast("tuple[Record, ...]", tuple(made))


def _value(value: object, name: str, where: str) -> object:
    if name == "steps":
        return _steps(value, where)
    if name in ("x", "y"):
        if type(value) is not int:
            raise sentences.not_whole(where, value)
    elif not isinstance(value, str):
        raise sentences.not_text(where)
    return value


def _steps(value: object, where: str) -> Steps:
    if not isinstance(value, list) or len(value) < 4 or len(value) % 2:
        raise sentences.bad_geometry(where)
    for step in value:
        if type(step) is not int:
            raise sentences.not_whole(where, step)
    return tuple(value)
