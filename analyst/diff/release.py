"""One release as any program may have saved it: the same content reads the same.

QGIS writes a project without a shape as an empty line, ogr2ogr keeps the id beside the properties
alone, geopandas makes 2019 a 2019.0 and a day a midnight, and each may put one shape into a
collection.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.geojson import to_shape
from registry import sentences
from registry.column import Kind
from registry.columns import MENTIONS, project_columns
from registry.errors import AtlasError
from registry.files.cells import typed
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
#: How many letters a column's name has at most in a Shapefile.
_SHAPEFILE = 10
#: Ways to write text in one encoding and to read it in another.
_MISREAD = (
    *(("utf-8", read) for read in ("gb18030", "gbk", "cp1252", "latin-1", "big5")),
    *(("gb18030", read) for read in ("latin-1", "cp1252", "utf-8")),
    ("ascii", "ascii"),
)

#: Columns that programs write as text, or flags as numbers.
_COLUMNS = {
    column.name: column
    for column in project_columns(())
    if column.kind in (Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN)
}

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
        if key is None:
            raise sentences.missing_field(f"{where}: id")
        if not isinstance(key, str) or not key:
            raise sentences.not_text(f"{where}: id")
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


def told(value: object, name: str = "") -> str:
    """A value, of the column ``name``, as text that is the same however a program has written it.

    >>> told("699.0", "official_km"), told(1, "reviewed"), told("True", "reviewed"), told("1")
    ('699', 'true', 'true', '1')
    >>> told(2019.0), told("2026-11-26T00:00:00"), told(None), told(True), told(0.1)
    ('2019', '2026-11-26', '', 'true', '0.1')
    """
    if (column := _COLUMNS.get(name)) is not None:
        with suppress(AtlasError):  # another release may hold what this one would not
            given = str(value).removesuffix(".0") if column.kind is Kind.BOOLEAN else value
            value = typed(column, given, name, {})
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


def check_columns(before: Mapping[str, Row], after: Mapping[str, Row], where: str) -> None:
    """Refuse (AtlasError at ``where``) columns that no release lacks, or that a Shapefile cuts."""
    old, new = (
        {name for row in rows.values() for name in row.properties} for rows in (before, after)
    )
    if after and (lacking := [name for name in ("name", "status") if name in old - new]):
        raise sentences.lacks_columns(where, lacking)
    for name in sorted(old - new):
        cut = name[:_SHAPEFILE]
        if cut != name and cut in new - old:
            raise AtlasError(
                f"{where}: {cut}",
                zh=f"列名 {name} 被截短，如 Shapefile 所为；请另存为 GeoJSON",
                en=f"is the column {name} with its name cut off, as a Shapefile does; save it as "
                "GeoJSON",
            )


def _misread(text: str) -> set[str]:
    if text.isascii():
        return set()
    return {text.encode(wrote, "replace").decode(read, "replace") for wrote, read in _MISREAD}
