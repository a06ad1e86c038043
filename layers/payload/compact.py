"""The payload as exported files hold it: by columns, each distinct value once.

Projects share much (sources, regions, statuses, the shape of parallel lines), and a file cannot
count on being compressed. ``web/src/core/expand.js`` puts the records together again.
"""

from __future__ import annotations

import json
from typing import Any

from layers.payload import packing
from layers.payload.build import dumps

#: A line's first point stands apart, so that equal shapes elsewhere are equal texts.
_HEAD, _TAIL = "geometry.head", "geometry.tail"


def compact(found: dict[str, Any]) -> dict[str, Any]:
    """``found`` with its projects by columns: ``{key: [distinct values, which of them]}``.

    A project without the key has 0 in the packed list, others one more than the value's place.
    """
    rows = [_split(project) for project in found["projects"]]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    columns: dict[str, Any] = {}
    for key in keys:
        places: dict[str, int] = {}
        at = [
            places.setdefault(dumps(row[key]), len(places)) + 1 if key in row else 0 for row in rows
        ]
        steps = [now - before for before, now in zip([0, *at], at, strict=False)]
        columns[key] = [[json.loads(text) for text in places], packing.pack_numbers(steps)]
    return {
        **found,
        "stops": _stops(found["stops"]),
        "projects": {"n": len(rows), "columns": columns},
    }


def _stops(stops: list[list[Any]]) -> dict[str, Any]:
    """Names, English names (None for a stop without a place) and places, each in one list."""
    return {
        "zh": [stop[0] for stop in stops],
        "en": [stop[3] if len(stop) > 1 else None for stop in stops],
        "at": packing.pack([(stop[1], stop[2]) for stop in stops if len(stop) > 1]),
    }


def _split(project: dict[str, Any]) -> dict[str, Any]:
    if "geometry" not in project:
        return project
    row = {key: value for key, value in project.items() if key != "geometry"}
    cuts = [packing.second_number(text) for text in project["geometry"]]
    row[_HEAD] = [text[:cut] for text, cut in zip(project["geometry"], cuts, strict=True)]
    row[_TAIL] = [text[cut:] for text, cut in zip(project["geometry"], cuts, strict=True)]
    return row
