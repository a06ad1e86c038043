"""``python -m store push``: what the data folder says, written in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, LiteralString

from analyst.qgis.stored import stored_styles
from registry.errors import AtlasError
from store.connection import Address, refused
from store.making import check_version, note, remake
from store.names import GEOMETRY, KEY, ROW_VERSION, SCHEMA, qualified
from store.rows import sent
from store.schema import Layer
from store.state import Difference, State, Unpulled, now_of, read_state
from store.words import word

if TYPE_CHECKING:
    from psycopg import Connection

    from analyst.collection import Collection

#: The number under which one push at a time holds the store.
_LOCK = 0x61746C73
#: Where QGIS looks for the styles of a database's layers, as it makes the table itself.
_STYLES = """CREATE TABLE IF NOT EXISTS public.layer_styles (
  id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, f_table_name varchar,
  f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault boolean,
  description text, owner varchar(63), ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP,
  type varchar)"""

#: Hears the name of each table that is written.
Progress = Callable[[str], object]


def refuse_unpulled(at: Address, unpulled: list[Unpulled]) -> None:
    """Raise AtlasError where a push would undo edits; it names the first."""
    if unpulled:
        first = unpulled[0]
        n = len(unpulled)
        raise AtlasError(
            at.shown,
            zh=word("unpulled", "zh", n=n, first=first.told("zh")),
            en=word("unpulled", "en", n=n, first=first.told("en")),
        )


def hold(base: Connection[Any], at: Address) -> None:
    """Let no one else push until the transaction ends; AtlasError where someone does."""
    got = base.execute("SELECT pg_try_advisory_xact_lock(%s)", (_LOCK,)).fetchone()
    if not got or not got[0]:
        raise refused(at, "busy")


def push(
    base: Connection[Any],
    at: Address,
    collection: Collection,
    layers: list[Layer],
    progress: Progress,
) -> State:
    """Write what differs; returns the difference as it was. The caller ends the transaction.

    Raises
    ------
    AtlasError
        Where the store is of another version, someone else pushes, or an edit in it was not
        pulled.
    """
    check_version(base, at)
    hold(base, at)
    # Nobody edits between what is read here and what is written.
    for layer in layers:
        if layer.editable and _is_there(base, layer):
            statement = _sql("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE")
            base.execute(statement.format(qualified(layer.name)))
    state = read_state(base, layers)
    refuse_unpulled(at, state.unpulled)
    remake(base, state.remade, layers)
    # Tables refer to each other: what is written anew is emptied at once, referring ones first.
    _say_how(base, "fill")
    for layer in reversed(state.fresh):
        base.execute(_sql("DELETE FROM {}").format(qualified(layer.name)))
    first = _first_version(base)
    for layer in state.fresh:
        progress(layer.name)
        _fill(base, layer, first)
    _say_how(base, "push")
    for difference in state.differences:
        progress(difference.layer.name)
        _write(base, difference)
    _remember(base, layers)
    _write_styles(base, collection)
    note(base, "as_of", collection.as_of)
    note(base, "title", f"{collection.titles.zh} {collection.titles.en}")
    note(base, "pushed_up_to", _number(base, "SELECT coalesce(max(id), 0) FROM atlas.history"))
    return state


def _number(base: Connection[Any], query: LiteralString) -> int:
    """The one number that a query gives."""
    (found,) = base.execute(query)
    return int(found[0])


def _sql(text: Any) -> Any:
    from psycopg import sql

    return sql.SQL(text)


def _is_there(base: Connection[Any], layer: Layer) -> bool:
    row = base.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.{layer.name}",)).fetchone()
    return bool(row and row[0])


def _say_how(base: Connection[Any], how: str) -> None:
    """Tell the history whether rows change (``push``) or a table is written anew (``fill``)."""
    base.execute("SELECT set_config('atlas.how', %s, true)", (how,))


def _first_version(base: Connection[Any]) -> int:
    """The version of rows that are written anew: one that nobody has read yet."""
    first = _number(
        base,
        "SELECT 1 + greatest((SELECT coalesce(max(version), 0) FROM atlas.history), "
        "(SELECT coalesce(max(value::int), 0) FROM atlas.about WHERE key = 'first_version'))",
    )
    note(base, "first_version", first)
    return first


def _fill(base: Connection[Any], layer: Layer, version: int) -> None:
    """Write every row of a table that is empty; that is no change of what it held."""
    from psycopg import sql

    name, rows = qualified(layer.name), layer.rows
    if layer.editable:
        rows = [{**row, ROW_VERSION: version} for row in rows]
    if rows:
        names = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
        with base.cursor().copy(_sql("COPY {} ({}) FROM STDIN").format(name, names)) as copy:
            for row in rows:
                copy.write_row(sent(row))
    if not layer.editable:
        note(base, f"rows:{layer.name}", layer.digest)


def _key(layer: Layer, key: str) -> object:
    return int(key) if layer.key == KEY else key


def _write(base: Connection[Any], difference: Difference) -> None:
    from psycopg import sql

    layer = difference.layer
    name, by = qualified(layer.name), sql.Identifier(layer.key)
    for key in difference.gone:
        base.execute(_sql("DELETE FROM {} WHERE {} = %s").format(name, by), (_key(layer, key),))
    for key, row in difference.changed.items():
        sets = sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(column), _placeholder(column))
            for column in row
        )
        base.execute(
            _sql("UPDATE {} SET {} WHERE {} = %s").format(name, sets, by),
            [*sent(row), _key(layer, key)],
        )
    for row in difference.new:
        base.execute(
            _sql("INSERT INTO {} ({}) VALUES ({})").format(
                name,
                sql.SQL(", ").join(map(sql.Identifier, row)),
                sql.SQL(", ").join(map(_placeholder, row)),
            ),
            sent(row),
        )


def _placeholder(column: str) -> Any:
    return _sql("%s::geometry" if column == GEOMETRY else "%s")


def _remember(base: Connection[Any], layers: list[Layer]) -> None:
    """Note what the editable tables hold now, which the next edits are compared with."""
    held = [
        (layer, key, json.dumps(cells, ensure_ascii=False))
        for layer, rows in now_of(base, [one.name for one in layers if one.editable]).items()
        for key, cells in rows.items()
    ]
    base.execute("DELETE FROM atlas.base")
    with base.cursor().copy("COPY atlas.base (layer, key, held) FROM STDIN") as copy:
        for row in held:
            copy.write_row(row)


def _write_styles(base: Connection[Any], collection: Collection) -> None:
    base.execute(_sql(_STYLES))
    base.execute("DELETE FROM public.layer_styles WHERE f_table_schema = %s", (SCHEMA,))
    for style in stored_styles(collection, collection.plan_words):
        column = GEOMETRY if style.shaped else None
        base.execute(
            "INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, stylename, styleqml, useasdefault, description, owner) "
            "VALUES (current_database(), %s, %s, %s, %s, %s::xml, %s, %s, current_user)",
            (
                *(SCHEMA, style.table, column, style.name, _content(style.qml)),
                *(style.is_default, style.title),
            ),
        )
    base.execute("GRANT SELECT ON public.layer_styles TO PUBLIC")


def _content(text: str) -> str:
    """A style without its document type, which PostgreSQL does not take in a column of XML."""
    return text[text.index("\n") + 1 :] if text.startswith("<!DOCTYPE") else text
