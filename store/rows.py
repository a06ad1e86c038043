"""Rows of the store's tables, as the data folder has them and as the store holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from analyst.collection import Table
from analyst.geopackage.contents import Held, shape_text
from registry.columns import Column, Kind
from store.names import GEOMETRY, KEY, ROW_VERSION, SRID, qualified

if TYPE_CHECKING:
    from psycopg import Connection

#: A row as it goes into the store: its columns, and its shape as WKB.
Row = dict[str, Any]
_MULTI = {
    "Point": shapely.MultiPoint,
    "LineString": shapely.MultiLineString,
    "Polygon": shapely.MultiPolygon,
}


def _cell(value: Any, column: Column) -> object:
    """A cell as its column's type has it: no value is None, an empty text stays one."""
    if pd.isna(value):
        return None
    match column.kind:
        case Kind.INTEGER:
            return int(str(value).removesuffix(".0"))
        case Kind.NUMBER:
            return float(str(value))
        case Kind.BOOLEAN:
            return bool(value)
    return str(value)


def _shape(geometry: object, kind: str) -> bytes | None:
    """A shape as WKB of the type of its table."""
    if not isinstance(geometry, BaseGeometry) or geometry.is_empty:
        return None
    plain = shapely.force_2d(geometry)
    if kind.startswith("Multi") and not plain.geom_type.startswith("Multi"):
        plain = _MULTI[plain.geom_type]([plain])
    return bytes(shapely.to_wkb(plain))


def rows_of(table: Table, shape: str | None) -> list[Row]:
    """The rows of a table as the data folder has them, its shapes of the type ``shape``."""
    frame, columns = table.frame, list(table.columns)
    names = [column.name for column in columns]
    rows: list[Row] = []
    for cells in frame[names].itertuples(index=False, name=None):
        rows.append({c.name: _cell(v, c) for c, v in zip(columns, cells, strict=True)})
    if shape:
        for row, geometry in zip(rows, frame.geometry, strict=True):
            row[GEOMETRY] = _shape(geometry, shape)
    return rows


def held_of(row: Row) -> Held:
    """A row as an edit is looked for in it; its shape is under ``geometry``, as text."""
    held = {name: value for name, value in row.items() if name != GEOMETRY}
    if GEOMETRY in row:
        held["geometry"] = shape_text(row[GEOMETRY])
    return held


def sent(row: Row) -> list[object]:
    """The cells of a row as COPY and INSERT take them; a shape as EWKB in hexadecimal."""
    return [_hex(value) if name == GEOMETRY else value for name, value in row.items()]


def _hex(wkb: bytes | None) -> str | None:
    if wkb is None:
        return None
    shape = shapely.set_srid(shapely.from_wkb(wkb), SRID)
    return str(shapely.to_wkb(shape, hex=True, include_srid=True))


def columns_there(base: Connection[Any], table: str) -> list[str]:
    """The columns of a table of the store, in order; none where it is not there."""
    found = base.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'atlas' "
        "AND table_name = %s ORDER BY ordinal_position",
        (table,),
    )
    return [str(name) for (name,) in found]


def read_rows(base: Connection[Any], table: str) -> Iterator[tuple[str, Row]]:
    """The rows of an editable table of the store: their key as text, and their cells.

    The numbers that the store gives its rows, and their versions, are no cells.
    """
    from psycopg import sql

    there = columns_there(base, table)
    key = KEY if KEY in there else "id"
    names = [name for name in there if name not in (KEY, ROW_VERSION, GEOMETRY)]
    asked: list[sql.Composable] = [sql.Identifier(key), *map(sql.Identifier, names)]
    if GEOMETRY in there:
        asked.append(sql.SQL("ST_AsBinary({}, 'NDR')").format(sql.Identifier(GEOMETRY)))
        names.append(GEOMETRY)
    query = sql.SQL("SELECT {} FROM {} ORDER BY {}").format(
        sql.SQL(", ").join(asked), qualified(table), sql.Identifier(key)
    )
    for found, *cells in base.execute(query):
        yield str(found), dict(zip(names, cells, strict=True))
