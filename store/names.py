"""What things are called in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psycopg.sql import Composed

#: The schema of every table, and its version; an older one is brought up by ``init``.
SCHEMA, VERSION = "atlas", 1
#: The roles that may read, and that may edit too.
READER, EDITOR = "atlas_reader", "atlas_editor"
#: The column of a shape, the number that the store gives a row, and how often it was changed.
GEOMETRY, KEY, ROW_VERSION = "geom", "fid", "version"
#: The number of WGS84.
SRID = 4326


def qualified(table: str) -> Composed:
    """The name of a table with its schema."""
    from psycopg import sql

    return sql.Composed([sql.Identifier(SCHEMA, table)])
