"""The base map's part of the payload: borders as arcs, names and where they go, rivers."""

from __future__ import annotations

from typing import Any

from layers.payload.packing import lines_of, pack, pack_numbers, simplify, steps_of
from layers.records import Atlas, Geo, Place
from registry.borders import Area

#: Rivers are known to about 500 m; they are drawn to these steps, about 55 m.
RIVER_STEPS = 5

#: Chengdu and Chongqing, whose names go on the map before all others.
CAPITALS = ("510100", "500000")


def base(atlas: Atlas) -> dict[str, Any]:
    """The base map; areas and the sides of arcs are places in the lists of codes, -1 outside."""
    borders = atlas.borders
    seats = {p.adcode: p for p in atlas.places if p.kind == "seat"}
    prefecture_index = {area.adcode: i for i, area in enumerate(borders.prefectures)}
    county_index = {area.adcode: i for i, area in enumerate(borders.counties)}
    return {
        "codes": {
            "counties": "".join(f"{area.adcode:6.6}" for area in borders.counties),
            "prefectures": "".join(f"{area.adcode:6.6}" for area in borders.prefectures),
        },
        "counties": [
            [
                area.name,
                area.name_en,
                prefecture_index.get(area.prefecture, -1),
                *_label(area, seats),
            ]
            for area in borders.counties
        ],
        "prefectures": [
            [
                area.name,
                area.name_en,
                area.province,
                *_label(area, seats),
                int(area.adcode in CAPITALS),
            ]
            for area in borders.prefectures
        ],
        "arcs": [
            [
                county_index.get(arc.left, -1),
                county_index.get(arc.right, -1),
                pack_numbers(arc.steps),
            ]
            for arc in borders.arcs
        ],
        "neighbours": [[area.name, area.name_en, area.x, area.y] for area in borders.neighbours],
        "beyond": [pack_numbers(steps) for steps in borders.beyond],
        "rivers": [
            [*_names(river), [pack(simplify(line, RIVER_STEPS)) for line in _course(river)]]
            for river in atlas.rivers
        ],
    }


def _names(feature: Geo) -> tuple[str, str]:
    props = feature["properties"]
    return (str(props.get("name") or ""), str(props.get("name_en") or ""))


def _course(feature: Geo) -> list[list[tuple[int, int]]]:
    return lines_of(feature.get("geometry"))


def _label(area: Area, seats: dict[str, Place]) -> tuple[int, int, int]:
    """Where the name goes, and 1 where that is the seat rather than the middle of the area."""
    seat = seats.get(area.adcode)
    if seat is not None:
        return (*steps_of(seat.lon, seat.lat), 1)
    return (area.x, area.y, 0)
