"""A geometry of a GeoJSON file, checked before anything draws or measures it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from registry import sentences

#: How deep the positions of a type lie, and how many a line of it has at least.
_TYPES: Mapping[str, tuple[int, int]] = {
    "Point": (0, 1),
    "MultiPoint": (1, 1),
    "LineString": (1, 2),
    "MultiLineString": (2, 2),
    "Polygon": (2, 4),
    "MultiPolygon": (3, 4),
}


#: The largest number that a machine calculates with.
_MOST = sys.float_info.max


def check_shape(geometry: object, where: str) -> None:
    """Refuse a geometry that is none; None, for a project without one, passes.

    Its type is one of RFC 7946 but a collection, its positions are finite WGS84 degrees, a line has
    two of them, a ring four, and nothing is empty.

    Raises
    ------
    AtlasError
        At ``where`` and ``geometry``.
    """
    if geometry is None:
        return
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    known = _TYPES.get(kind) if isinstance(kind, str) else None
    if (
        known is None
        or not isinstance(geometry, dict)
        or not _filled(geometry.get("coordinates"), *known)
    ):
        raise sentences.bad_geometry(f"{where}: geometry")


def flat(geometry: object, where: str, *, deepest: int = 32) -> dict[str, Any]:
    """A geometry of any type of RFC 7946 with longitude and latitude alone at each position.

    Nothing may be there, but no text, null or flag where a number belongs. ``deepest`` is how many
    collections may hold each other.

    Raises
    ------
    AtlasError
        At ``where``, for what is no such geometry.
    """
    given = geometry if isinstance(geometry, dict) else {}
    kind = given.get("type")
    if kind == "GeometryCollection" and isinstance(given.get("geometries"), list) and deepest:
        parts = [flat(part, where, deepest=deepest - 1) for part in given["geometries"]]
        return {"type": kind, "geometries": parts}
    known = _TYPES.get(kind) if isinstance(kind, str) else None
    held = given.get("coordinates")
    if known is None or not isinstance(held, list):
        raise sentences.bad_geometry(where)
    return {"type": kind, "coordinates": _flat(held, known[0], where) if held else []}


def _flat(value: object, depth: int, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise sentences.bad_geometry(where)
    if depth:
        return [_flat(part, depth - 1, where) for part in value]
    if len(value) < 2 or not all(type(number) in (int, float) for number in value[:2]):
        raise sentences.bad_geometry(where)
    return value[:2]


def _filled(value: object, depth: int, least: int) -> bool:
    if depth == 0:
        return _position(value)
    if not isinstance(value, list) or len(value) < (least if depth == 1 else 1):
        return False
    if depth == 1:
        return all(map(_position, value))
    return all(_filled(part, depth - 1, least) for part in value)


def _position(value: object) -> bool:
    if not isinstance(value, list) or not 2 <= len(value) <= 3:
        return False
    for number in value:
        # A whole number may be too large to be asked whether it is finite.
        if type(number) not in (int, float) or not -_MOST <= number <= _MOST:
            return False
    return bool(-180 <= value[0] <= 180 and -90 <= value[1] <= 90)
