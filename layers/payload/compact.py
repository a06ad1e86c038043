"""The payload as exported files hold it: by columns, each distinct value once.

Projects share much (sources, regions, statuses), and a file cannot
count on being compressed. ``web/src/core/payload/expand.js`` puts the records together again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from layers.payload import packing
from layers.payload.build import dumps
from layers.payload.contract import ROWS, Payload, Stop, names


def compact(found: Payload) -> dict[str, Any]:
    """``found`` with its projects by columns: ``{key: [distinct values, which of them]}``.

    A project without the key has 0 in the packed list, others one more than the value's place.
    Rows are lists; ``fields`` names what is in them.
    """
    rows = [_listed(project, ROWS["projects"]) for project in found["projects"]]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    columns: dict[str, Any] = {}
    for key in keys:
        places: dict[object, int] = {}
        values: list[Any] = []
        at = []
        for row in rows:
            if key not in row:
                at.append(0)
                continue
            value = row[key]
            place = places.setdefault(_sign(value), len(values))
            if place == len(values):
                values.append(value)
            at.append(place + 1)
        steps = [now - before for before, now in zip([0, *at], at, strict=False)]
        columns[key] = [values, packing.pack_numbers(steps)]
    return {
        **found,
        "fields": {
            part: {key: names(row) for key, row in rows.items()} for part, rows in ROWS.items()
        },
        "base": _listed(found["base"], ROWS["base"]),
        "stops": _stops(found["stops"]),
        "projects": {"n": len(rows), "columns": columns},
    }


def _sign(value: object) -> object:
    """What two values have alike that are written alike."""
    return (value,) if isinstance(value, str) else dumps(value)


def _listed(record: Mapping[str, Any], rows: Mapping[str, type]) -> dict[str, Any]:
    """``record`` with the values of each row as a list, in the order of its type's fields."""
    return {
        key: [[row[name] for name in names(rows[key])] for row in value] if key in rows else value
        for key, value in record.items()
    }


def _stops(stops: list[Stop]) -> dict[str, Any]:
    """Names, English names and places, each in one list."""
    return {
        "zh": [stop["name"] for stop in stops],
        "en": [stop["name_en"] for stop in stops],
        "at": packing.pack([(stop["x"], stop["y"]) for stop in stops]),
    }
