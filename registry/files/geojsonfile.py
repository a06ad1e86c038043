"""GeoJSON as plain features, read by everybody who reads any."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from registry import sentences
from registry.columns import Column
from registry.errors import AtlasError
from registry.files.cells import Codes, number, typed
from registry.files.jsonfile import parse_json
from registry.files.text import read_text

#: A GeoJSON object as ``json`` reads it; coordinates are WGS84 longitude, latitude.
Geo = dict[str, Any]

#: How a CRS's name ends that is longitude and latitude in WGS84.
_WGS84 = frozenset(("CRS84", "4326", "WGS84"))


#: Where a geometry holds its positions, or the geometries that hold them.
_POSITIONS = ("coordinates", "geometries")

#: Hears of a record that is wrong: its id, as far as it has one, and what is wrong.
Wrong = Callable[[str, AtlasError], None]


def read_features(path: Path, label: str, wrong: Wrong | None = None) -> list[Geo]:
    """The features of ``path``, each with ``properties`` and, in ``geometry``, an object or None.

    With ``wrong`` a feature that holds what no feature may is left out and told to it; by default
    it is an error.

    Raises
    ------
    AtlasError
        At ``label``, with line or feature, when the file is missing, is no GeoJSON collection, is
        in another CRS than WGS84, or holds a key twice or a number that is not finite.
    """
    document = parse_json(read_text(path, label), label, "GeoJSON", finite=wrong is None)
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise sentences.not_features(label)
    _check_crs(document.get("crs"), label)
    kept = []
    for index, feature in enumerate(features):
        try:
            _check(feature, f"{label}: {_named(feature, index)}")
        except AtlasError as error:
            if wrong is None:
                raise
            wrong(_id(feature), error)
        else:
            kept.append(feature)
    return kept


def _id(feature: object) -> str:
    """The id of a feature; empty where it has none."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    found = properties.get("id") if isinstance(properties, dict) else None
    return found if isinstance(found, str) else ""


def _named(feature: object, index: int) -> str:
    return _id(feature) or f"features[{index}]"


def _check(feature: Any, where: str) -> None:
    """Refuse what is no feature; give one without geometry its None, without properties its {}."""
    if not isinstance(feature, dict):
        raise sentences.not_features(where)
    if "properties" not in feature:
        raise sentences.missing_field(f"{where}: properties")
    if feature["properties"] is None:  # RFC 7946, 3.2: a feature may have none
        feature["properties"] = {}
    if not isinstance(feature["properties"], dict):
        raise sentences.not_features(where)
    shape = feature.setdefault("geometry", None)
    if shape is not None and not (
        isinstance(shape, dict) and any(isinstance(shape.get(key), list) for key in _POSITIONS)
    ):
        raise sentences.bad_geometry(f"{where}: geometry")


def check_values(feature: Geo, where: str) -> None:
    """Refuse (AtlasError) a number among the properties of ``feature`` that is not finite."""
    for name, value in feature["properties"].items():
        if isinstance(value, float):
            number(value, f"{where}: {name}")


def _check_crs(crs: object, label: str) -> None:
    """Refuse any CRS but longitude and latitude in WGS84, which older programs name too."""
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    told = name if isinstance(name, str) else json.dumps(crs, ensure_ascii=False)
    if re.split(r"[:/#]", told)[-1].upper() not in _WGS84:
        raise sentences.other_crs(label, told)


def property_columns(features: list[Geo]) -> list[str]:
    """The names of all properties, in the order they come."""
    return list(dict.fromkeys(name for feature in features for name in feature["properties"]))


def check_columns(features: list[Geo], columns: Iterable[str], label: str) -> None:
    """Refuse (AtlasError at ``label``) features of which none has one of ``columns``."""
    there = property_columns(features)
    if lacking := [name for name in columns if name not in there]:
        raise sentences.lacks_columns(label, lacking)


def typed_properties(
    feature: Geo, columns: list[Column], where: str, codes: Codes
) -> dict[str, object]:
    """The properties of ``feature`` by column; AtlasError for one not of its column's kind."""
    given = feature["properties"]
    return {column.name: typed(column, given.get(column.name), where, codes) for column in columns}
