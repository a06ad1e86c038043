"""GeoJSON as plain features, read by everybody who reads any."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from registry import sentences
from registry.columns import Column
from registry.files.cells import Codes, number, typed
from registry.files.text import read_text

#: A GeoJSON object as ``json`` reads it; coordinates are WGS84 longitude, latitude.
Geo = dict[str, Any]

#: Only a number with such an exponent can be too large to be finite; text may hold it too.
_HUGE = re.compile(r"[eE]\+?\d{3}")


def read_features(path: Path, label: str) -> list[Geo]:
    """The features of ``path``, each with ``properties`` and, in ``geometry``, an object or None.

    Raises
    ------
    AtlasError
        At ``label``, with line or feature, when the file is missing, is no GeoJSON collection, or
        holds a number that is not finite.
    """
    text = read_text(path, label)

    def refuse(value: str) -> float:
        return number(value, label)

    try:
        # JSON has no NaN; json reads it all the same, and 1e999 as infinity.
        document = json.loads(
            text, parse_constant=refuse, parse_float=refuse if _HUGE.search(text) else None
        )
    except json.JSONDecodeError as error:
        raise sentences.not_json(f"{label}:{error.lineno}", "GeoJSON") from error
    except (ValueError, RecursionError) as error:
        raise sentences.not_json(label, "GeoJSON") from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise sentences.not_features(label)
    for index, feature in enumerate(features):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise sentences.not_features(f"{label}: features[{index}]")
        shape = feature.setdefault("geometry", None)
        if shape is not None and not (
            isinstance(shape, dict) and ("coordinates" in shape or "geometries" in shape)
        ):
            named = feature["properties"].get("id") or f"features[{index}]"
            raise sentences.bad_geometry(f"{label}: {named}: geometry")
    return features


#: How many lists stand round the positions of each type of geometry.
_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}


def check_shape(shape: Geo | None, where: str) -> None:
    """Refuse (AtlasError at ``where``) what cannot be drawn; no geometry at all can be.

    Coordinates are degrees of the earth, at least one position in each list.
    """
    if shape is None:
        return
    depth = _DEPTHS.get(str(shape.get("type")))
    if depth is None or not _positions(shape.get("coordinates"), depth):
        raise sentences.bad_geometry(f"{where}: geometry")


def _positions(part: object, depth: int) -> bool:
    """Whether ``part`` is a position, or lists of them, ``depth`` deep."""
    if not isinstance(part, list) or not part:
        return False
    if depth:
        return all(_positions(inner, depth - 1) for inner in part)
    if len(part) < 2 or any(type(value) not in (int, float) for value in part):
        return False
    return bool(abs(part[0]) <= 180 and abs(part[1]) <= 90)


def property_columns(features: list[Geo]) -> list[str]:
    """The names of all properties, in the order they come."""
    return list(dict.fromkeys(name for feature in features for name in feature["properties"]))


def typed_properties(
    feature: Geo, columns: list[Column], where: str, codes: Codes
) -> dict[str, object]:
    """The properties of ``feature`` by column; AtlasError for one not of its column's kind."""
    given = feature["properties"]
    return {column.name: typed(column, given.get(column.name), where, codes) for column in columns}
