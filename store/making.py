"""``python -m store init``: the schema, the history, the roles, and the tables of every layer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from store import history, schema
from store.connection import Address, refused
from store.names import EDITOR, READER, SCHEMA, VERSION, qualified
from store.schema import Layer, create

if TYPE_CHECKING:
    from psycopg import Connection


def version_there(base: Connection[Any]) -> int | None:
    """The version of the store's schema; None where there is no store."""
    row = base.execute("SELECT to_regclass('atlas.about')").fetchone()
    if row is None or row[0] is None:
        return None
    found = base.execute("SELECT value FROM atlas.about WHERE key = 'version'").fetchone()
    return int(found[0]) if found else None


def check_version(base: Connection[Any], at: Address) -> None:
    """Refuse (AtlasError) a database without the store, or with one of another version."""
    there = version_there(base)
    if there is None:
        raise refused(at, "no_store")
    if there != VERSION:
        key = "older" if there < VERSION else "newer"
        raise refused(at, key, there=there, here=VERSION)


def _enable_postgis(base: Connection[Any], at: Address) -> None:
    import psycopg

    if base.execute("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").fetchone():
        return
    try:
        base.execute("CREATE EXTENSION postgis")
    except psycopg.Error as error:
        raise refused(at, "no_postgis") from error


def _lacking_roles(base: Connection[Any]) -> list[str]:
    """Which of the two roles are not there."""
    rows = base.execute("SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s)", (READER, EDITOR))
    there = {name for (name,) in rows}
    return [name for name in (READER, EDITOR) if name not in there]


def _make_roles(base: Connection[Any]) -> bool:
    """Make the roles that are not there; False where this user may not."""
    from psycopg import sql

    may = base.execute(
        "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    missing = _lacking_roles(base)
    if missing and not (may and may[0]):
        return False
    for name in missing:
        base.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(name)))
    return True


def remake(base: Connection[Any], layers: Iterable[Layer], everything: list[Layer]) -> None:
    """Make tables, those whose definition has changed anew; their rows are written by a push.

    Parameters
    ----------
    base : Connection
        The transaction.
    layers : iterable of Layer
        The tables to make.
    everything : list of Layer
        All that the store is to have; what the store has beside them goes.
    """
    from psycopg import sql

    names = {layer.name for layer in everything}
    noted = base.execute("SELECT substr(key, 12) FROM atlas.about WHERE key LIKE 'definition:%%'")
    wanted = list(layers)
    for table in [name for (name,) in noted if name not in names] + [one.name for one in wanted]:
        base.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(qualified(table)))
        base.execute("DELETE FROM atlas.base WHERE layer = %s", (table,))
        keys = [f"definition:{table}", f"rows:{table}"]
        base.execute("DELETE FROM atlas.about WHERE key = ANY(%s)", (keys,))
    granted = not _lacking_roles(base)
    for layer in wanted:
        for statement in create(layer):
            base.execute(statement)
        if layer.editable:
            for statement in history.watch(layer):
                base.execute(statement)
        note(base, f"definition:{layer.name}", layer.definition)
        if granted:
            grant(base, layer)


def grant(base: Connection[Any], layer: Layer) -> None:
    """Let readers and editors do what they may with a table."""
    for rule in schema.grants(layer):
        base.execute(rule)


def note(base: Connection[Any], key: str, value: object) -> None:
    """Write a value into ``atlas.about``."""
    base.execute(
        "INSERT INTO atlas.about VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value",
        (key, str(value)),
    )


def make_store(base: Connection[Any], at: Address, layers: list[Layer]) -> tuple[int, bool]:
    """Make what the store lacks; returns how many tables were made, and whether roles are there.

    Raises
    ------
    AtlasError
        When the server has no PostGIS, or the store is newer than this program.
    """
    _enable_postgis(base, at)
    there = version_there(base)
    if there is None:
        from psycopg import sql

        base.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(SCHEMA)))
        for statement in history.TABLES:
            base.execute(statement)
        note(base, "version", VERSION)
    else:
        check_version(base, at)
    roles = _make_roles(base)
    if roles:
        for rule in history.grants():
            base.execute(rule)
    made = [
        layer
        for layer in layers
        if not base.execute(
            "SELECT 1 FROM atlas.about WHERE key = %s", (f"definition:{layer.name}",)
        ).fetchone()
    ]
    remake(base, made, layers)
    if roles:
        # A store that was made without roles gets what they may do later.
        for layer in layers:
            if layer not in made:
                grant(base, layer)
    return len(made), roles
