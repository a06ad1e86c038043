"""The base map's part of the payload: borders as arcs, names and where they go, rivers."""

from __future__ import annotations

from typing import TypedDict

from layers.payload.ground import Base, River
from layers.payload.packing import pack, pack_numbers
from layers.records.drawn import lines_of, simplify, steps_of
from layers.records.model import Atlas, Geo, Place
from registry.borders import Area
from registry.land.extent import is_capital

#: Rivers are known to about 500 m; they are drawn to these steps, about 55 m.
RIVER_STEPS = 5


def base(atlas: Atlas) -> Base:
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
            {
                "name": area.name,
                "name_en": area.name_en,
                "prefecture": prefecture_index.get(area.prefecture, -1),
                **_label(area, seats),
            }
            for area in borders.counties
        ],
        "prefectures": [
            {
                "name": area.name,
                "name_en": area.name_en,
                "province": area.province,
                **_label(area, seats),
                # Their names go on the map before all others.
                "capital": int(is_capital(area.adcode)),
            }
            for area in borders.prefectures
        ],
        "arcs": [
            {
                "left": county_index.get(arc.left, -1),
                "right": county_index.get(arc.right, -1),
                "line": pack_numbers(arc.steps),
            }
            for arc in borders.arcs
        ],
        "neighbours": [
            {"name": area.name, "name_en": area.name_en, "x": area.x, "y": area.y}
            for area in borders.neighbours
        ],
        "beyond": [pack_numbers(steps) for steps in borders.beyond],
        "rivers": [_river(river) for river in atlas.rivers],
    }


class _Label(TypedDict):
    x: int
    y: int
    seat: int


def _river(feature: Geo) -> River:
    props = feature["properties"]
    return {
        "name": str(props.get("name") or ""),
        "name_en": str(props.get("name_en") or ""),
        "lines": [pack(simplify(line, RIVER_STEPS)) for line in lines_of(feature["geometry"])],
    }


def _label(area: Area, seats: dict[str, Place]) -> _Label:
    """Where the name goes, and 1 where that is the seat rather than the middle of the area."""
    seat = seats.get(area.adcode)
    if seat is not None:
        x, y = steps_of(seat.lon, seat.lat)
        return {"x": x, "y": y, "seat": 1}
    return {"x": area.x, "y": area.y, "seat": 0}
