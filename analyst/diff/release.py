"""One release as any program may have saved it: the same content reads the same.

QGIS writes a project without a shape as an empty line, ogr2ogr keeps the id beside the properties
alone, geopandas makes 2019 a 2019.0 and a day a midnight, and each may put one shape into a
collection.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.geojson import to_shape
from registry import sentences
from registry.columns import MENTIONS
from registry.files.counts import read_rows
from registry.files.geojsonfile import Geo, read_features
from registry.tables.built import CHINA

#: What identifies a mention within a project.
MENTION_KEY = ("plan_id", "clause", "as_written")
MENTION_FIELDS = ("action", "status", "start_year", "complete_year", "note")
#: A day, as GDAL and pandas write it too.
_DAY = re.compile(
    r"([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]00:00:00(?:\.0+)?(?:Z|[+-]00(?::?00)?)?)?"
)
#: Ways to write text in one encoding and to read it in another.
_MISREAD = (
    *(("utf-8", read) for read in ("gb18030", "gbk", "cp1252", "latin-1", "big5")),
    *(("gb18030", read) for read in ("latin-1", "cp1252", "utf-8")),
    ("ascii", "ascii"),
)

Mentions = Mapping[tuple[str, ...], Mapping[str, str]]


@dataclass(frozen=True)
class Row:
    """A project: its properties, its shape in WGS84, its mentions where they are known."""

    properties: Mapping[str, Any]
    geometry: BaseGeometry | None
    mentions: Mentions | None


def _mentions(path: Path) -> dict[str, dict[tuple[str, ...], Mapping[str, str]]] | None:
    file = path.with_name("mentions.csv")
    if not file.is_file():
        return None
    # Another release may have other codes and columns; its cells are compared as text.
    needed = ("project_id", *MENTION_KEY, *MENTION_FIELDS)
    columns = [replace(c, required=c.name in needed) for c in MENTIONS]
    by_project: dict[str, dict[tuple[str, ...], Mapping[str, str]]] = {}
    for row in read_rows(file, str(file), columns):
        key = tuple(row.cells[name] for name in MENTION_KEY)
        by_project.setdefault(row.cells["project_id"], {})[key] = row.cells
    return by_project


def read_release(path: Path) -> dict[str, Row]:
    """The projects of a release by id; mentions where ``mentions.csv`` stands beside it.

    Raises
    ------
    AtlasError
        When the file is missing or broken, is in another CRS, has latitude before longitude, or an
        id is missing or stands twice.
    """
    features = read_features(path, str(path))
    mentions = _mentions(path)
    rows: dict[str, Row] = {}
    for number, feature in enumerate(features):
        properties, where = feature["properties"], f"{path}: features[{number}]"
        key = properties.get("id") or feature.get("id")
        if not isinstance(key, str):
            raise sentences.missing_field(f"{where}: id")
        if key in rows:
            raise sentences.twice(f"{where}: {key}")
        geometry = _shape(feature["geometry"], f"{where}: {key}: geometry")
        rows[key] = Row(properties, geometry, None if mentions is None else mentions.get(key, {}))
    return rows


def _shape(geometry: Geo | None, where: str) -> BaseGeometry | None:
    shape = to_shape(geometry, where)
    if shape is None or shape.is_empty:
        return None
    # Where both orders lie on the earth, only one of them lies in the land.
    x, y = shape.centroid.x, shape.centroid.y
    west, south, east, north = CHINA
    if not west <= x <= east and west <= y <= east and south <= x <= north:
        raise sentences.swapped_axes(where)
    return bare_shape(shape)


def bare_shape(shape: BaseGeometry) -> BaseGeometry:
    """``shape`` without heights, out of a collection that holds it alone or with its like."""
    shape = shapely.force_2d(shape)
    parts = [part for part in getattr(shape, "geoms", [shape]) if not part.is_empty]
    if len(parts) == 1:
        return parts[0] if parts[0] is shape else bare_shape(parts[0])
    kinds = {part.geom_type for part in parts}
    many = {"Point": shapely.MultiPoint, "LineString": shapely.MultiLineString}
    many["Polygon"] = shapely.MultiPolygon
    if shape.geom_type == "GeometryCollection" and len(kinds) == 1 and kinds <= many.keys():
        return many[kinds.pop()](parts)
    return shape


def told(value: object) -> str:
    """A value as text that is the same however a program has written it.

    >>> told(2019.0), told("2026-11-26T00:00:00"), told(None), told(True), told(0.1)
    ('2019', '2026-11-26', '', 'true', '0.1')
    """
    if value is None:
        return ""
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, int | float):
        return f"{value:.15g}"
    text = str(value)
    day = _DAY.fullmatch(text)
    return "-".join(day.groups()) if day else text


def check_encoding(before: Mapping[str, Row], after: Mapping[str, Row], where: str) -> None:
    """Refuse (AtlasError at ``where``) names that are others' read in a wrong encoding."""
    for key in after.keys() & before.keys():
        old, new = (told(rows[key].properties.get("name")) for rows in (before, after))
        if old != new and (new in _misread(old) or old in _misread(new)):
            raise sentences.wrong_encoding(f"{where}: {key}: name", new if new else old)


def _misread(text: str) -> set[str]:
    if text.isascii():
        return set()
    return {text.encode(wrote, "replace").decode(read, "replace") for wrote, read in _MISREAD}
