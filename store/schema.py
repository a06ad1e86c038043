"""The store's tables, made from the same column definitions as the files.

One table a layer of the analyst's package, each with a primary key, typed geometry in EPSG:4326
that may be null, checks from the vocabularies and comments from the dictionary in both languages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, LiteralString

from analyst.collection import ABOUT_PROJECTS, Collection, Table
from analyst.geopackage.writer import SINGLE
from analyst.qgis.symbols import Shape
from registry.columns import VOCABULARIES, Column, Kind
from store.names import EDITOR, GEOMETRY, KEY, READER, ROW_VERSION, SCHEMA, qualified
from store.rows import Row, rows_of

if TYPE_CHECKING:
    from psycopg.sql import Composable, Composed

#: The tables whose ids others refer to.
REFERRED = ("plans", "projects")
_TYPES: dict[Kind, LiteralString] = {
    Kind.INTEGER: "bigint",
    Kind.NUMBER: "double precision",
    Kind.BOOLEAN: "boolean",
}
_SHAPES: dict[Shape, LiteralString] = {
    Shape.POINTS: "MultiPoint",
    Shape.LINES: "MultiLineString",
    Shape.AREAS: "MultiPolygon",
    Shape.MIXED: "Geometry",
}


@dataclass(frozen=True)
class Layer:
    """A table of the store.

    ``key`` is its primary key: the project's or plan's id, else a number that the store gives.
    ``editable`` tables carry a version a row and a history; the columns in which an editor may
    write are ``columns``.
    """

    table: Table
    key: str
    editable: tuple[str, ...]
    may_add: bool = False

    @property
    def name(self) -> str:
        """The table's name in the schema."""
        return self.table.name

    @property
    def shape(self) -> LiteralString | None:
        """The type of its geometry; None where it has none."""
        if self.table.look.shape is Shape.NONE:
            return None
        return "Point" if self.name in SINGLE else _SHAPES[self.table.look.shape]

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows as the data folder has them."""
        return rows_of(self.table, self.shape)

    @cached_property
    def definition(self) -> str:
        """The table as text, by which a change of its definition is noticed."""
        return "; ".join(part.as_string(None) for part in create(self))

    @cached_property
    def digest(self) -> str:
        """What its rows hold, in short."""
        told = hashlib.sha256()
        for row in self.rows:
            told.update(repr(list(row.items())).encode())
        return told.hexdigest()


def layers_of(collection: Collection) -> list[Layer]:
    """The tables of the store in the order in which they are made, those referred to first."""
    from analyst.edits.places import NEEDED
    from analyst.edits.projects import EDITABLE

    found = []
    for table in collection.tables:
        editable: tuple[str, ...] = ()
        if table.look.mode:
            editable = EDITABLE
        elif table.name == "places":
            editable = (*(name for name in NEEDED if name != "geometry"), GEOMETRY)
        by_id = table.look.mode or table.name in ("projects", "project_points", "plans")
        found.append(Layer(table, "id" if by_id else KEY, editable, table.name == "places"))
    first = {name: at for at, name in enumerate(REFERRED)}
    return sorted(found, key=lambda layer: first.get(layer.name, len(first)))


def _column(layer: Layer, column: Column) -> Composed:
    from psycopg import sql

    name = sql.Identifier(column.name)
    parts: list[Composable] = [name, sql.SQL(_TYPES.get(column.kind, "text"))]
    if column.name == layer.key:
        parts.append(sql.SQL("PRIMARY KEY"))
    if column.required:
        parts.append(sql.SQL("NOT NULL"))
        if column.kind not in _TYPES:
            parts.append(sql.SQL("CHECK ({} <> '')").format(name))
    if codes := VOCABULARIES.get(column.codes):
        listed = sql.SQL(", ").join(map(sql.Literal, codes))
        parts.append(sql.SQL("CHECK ({}::text IN ({}))").format(name, listed))
    if target := _refers_to(layer, column):
        parts.append(
            sql.SQL("REFERENCES {} (id) DEFERRABLE INITIALLY DEFERRED").format(qualified(target))
        )
    return sql.SQL(" ").join(parts)


def _refers_to(layer: Layer, column: Column) -> str | None:
    """The table whose id a column holds."""
    if column.name == "project_id" and layer.name in (*ABOUT_PROJECTS, "legs"):
        return "projects"
    if column.name == "part_of" and layer.key == "id":
        return "projects"
    if column.name == layer.key and layer.name not in REFERRED:
        return "projects"
    if column.codes == "plan" and column.kind is Kind.CODE:
        return "plans"
    return None


def create(layer: Layer) -> Iterator[Composed]:
    """The statements that make a table with its index and its comments."""
    from psycopg import sql

    name = qualified(layer.name)
    parts: list[Composed] = []
    if layer.key == KEY:
        parts.append(
            sql.SQL("{} bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY").format(
                sql.Identifier(KEY)
            )
        )
    parts += [_column(layer, column) for column in layer.table.columns]
    if layer.editable:
        parts.append(sql.SQL("{} integer NOT NULL DEFAULT 1").format(sql.Identifier(ROW_VERSION)))
    if layer.shape:
        kind = sql.SQL("{} geometry(" + layer.shape + ", 4326)")
        parts.append(kind.format(sql.Identifier(GEOMETRY)))
    yield sql.SQL("CREATE TABLE {} ({})").format(name, sql.SQL(", ").join(parts))
    if layer.shape:
        yield sql.SQL("CREATE INDEX ON {} USING gist ({})").format(name, sql.Identifier(GEOMETRY))
    yield sql.SQL("COMMENT ON TABLE {} IS {}").format(name, sql.Literal(layer.table.title))
    for column in layer.table.columns:
        told = f"{column.alias}：{column.means[0]} / {column.means[1]}"
        yield sql.SQL("COMMENT ON COLUMN {} IS {}").format(
            sql.Identifier(SCHEMA, layer.name, column.name), sql.Literal(told)
        )


def grants(layer: Layer) -> Iterator[Composed]:
    """What readers and editors may do with a table."""
    from psycopg import sql

    name = qualified(layer.name)
    both = sql.SQL(", ").join(map(sql.Identifier, (READER, EDITOR)))
    yield sql.SQL("GRANT SELECT ON {} TO {}").format(name, both)
    if not layer.editable:
        return
    written = sql.SQL(", ").join(map(sql.Identifier, (*layer.editable, ROW_VERSION)))
    yield sql.SQL("GRANT UPDATE ({}) ON {} TO {}").format(written, name, sql.Identifier(EDITOR))
    if layer.may_add:
        yield sql.SQL("GRANT INSERT ON {} TO {}").format(name, sql.Identifier(EDITOR))
