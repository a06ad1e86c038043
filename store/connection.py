"""Reaching the store: its address, and every failure as one sentence without a password."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from registry.errors import AtlasError
from store.words import word

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg import Error as DatabaseError

#: The variable of the environment that names the store where ``--url`` does not.
VARIABLE = "ATLAS_STORE_URL"
#: Seconds until an address that does not answer is given up, and until a lock is.
CONNECT_S, LOCK_S = 8, 5
_PIP = "python -m pip install -r requirements-store.txt"
#: The SQLSTATE of an edit of an older version of a row (:mod:`store.history`).
_OLDER = "AT001"
#: Words by code and class of SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html.
#: What is lost in the middle has none.
_KEYS = {
    **{"42501": "no_right", "55P03": "locked", "3D000": "no_database"},
    **{"28P01": "password", "28000": "password"},
}
_CLASSES = {"": "lost", "08": "lost", "57": "lost", "53": "full", "23": "rule"}


@dataclass(frozen=True)
class Address:
    """Where the store is: what libpq is told, and what may be shown of it."""

    conninfo: str
    shown: str


def _lacking() -> AtlasError:
    return AtlasError(
        "store", zh=word("lacking", "zh", pip=_PIP), en=word("lacking", "en", pip=_PIP)
    )


def address(url: str | None) -> Address:
    """The store's address from ``url`` or the environment.

    Parameters
    ----------
    url : str, optional
        ``postgresql://user@host:port/database``; a password belongs into ``~/.pgpass``.

    Raises
    ------
    AtlasError
        When there is none, it is no address of a PostgreSQL server, or psycopg is not installed.
    """
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict, make_conninfo
    except ImportError as error:
        raise _lacking() from error
    given = url or os.environ.get(VARIABLE) or ""
    where = "--url" if url else VARIABLE
    if not given:
        raise AtlasError("--url", zh=word("no_url", "zh"), en=word("no_url", "en"))
    if not given.startswith(("postgresql://", "postgres://")):
        raise AtlasError(where, zh=word("bad_url", "zh"), en=word("bad_url", "en"))
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(given))
        parts.setdefault("connect_timeout", CONNECT_S)
        conninfo = make_conninfo("", **parts)
    except (ProgrammingError, UnicodeError) as error:
        raise AtlasError(where, zh=word("bad_url", "zh"), en=word("bad_url", "en")) from error
    host = parts.get("host") or parts.get("hostaddr") or "localhost"
    port = parts.get("port") or "5432"
    return Address(conninfo, f"{host}:{port}/{parts.get('dbname') or parts.get('user') or ''}")


def refused(at: Address, key: str, **values: object) -> AtlasError:
    """The sentence of the words ``key`` about the store at ``at``."""
    return AtlasError(at.shown, zh=word(key, "zh", **values), en=word(key, "en", **values))


def understood(at: Address, error: DatabaseError) -> AtlasError:
    """What a failure of the server means to who called, in one sentence without its text.

    The server's own text is told only where it is about what was written (a rule of a table, the
    version of a row); it never holds a password.
    """
    code = error.sqlstate or ""
    said = error.diag.message_primary or ""
    if code == _OLDER:
        return AtlasError(at.shown, zh=said, en=error.diag.message_detail or "")
    told = {"what": error.diag.table_name or said, "table": error.diag.table_name}
    told |= {"rule": error.diag.constraint_name, "code": code, "said": said, "s": str(LOCK_S)}
    return refused(at, _KEYS.get(code) or _CLASSES.get(code[:2], "refused"), **told)


def _wrong_password(error: DatabaseError) -> bool:
    # libpq gives no code for what fails before there is a session.
    return any(text in str(error) for text in ("password", "authentication", "no pg_hba.conf"))


def open_store(at: Address) -> Connection[Any]:
    """A connection to the store, which whoever calls closes; AtlasError within ten seconds."""
    import psycopg

    try:
        base = psycopg.connect(at.conninfo, client_encoding="utf8")
    except psycopg.Error as error:
        if error.sqlstate:
            raise understood(at, error) from error
        text = str(error)
        if "does not exist" in text and "database" in text:
            raise refused(at, "no_database") from error
        key = "password" if _wrong_password(error) else "unreachable"
        raise refused(at, key) from error
    base.prepare_threshold = None
    return base


@contextmanager
def connected(at: Address, *, reading: bool = False) -> Iterator[Connection[Any]]:
    """One transaction in the store, written when the block ends well and not at all otherwise.

    Parameters
    ----------
    at : Address
        The store.
    reading : bool
        All is read as of one moment, and nothing can be written.

    Raises
    ------
    AtlasError
        For every failure of the server, in one sentence.
    """
    import psycopg

    base = open_store(at)
    try:
        level = psycopg.IsolationLevel
        base.isolation_level = level.REPEATABLE_READ if reading else level.READ_COMMITTED
        base.read_only = reading
        with base:
            base.execute("SELECT set_config('lock_timeout', %s, true)", (f"{LOCK_S}s",))
            yield base
    except psycopg.Error as error:
        raise understood(at, error) from error
    finally:
        base.close()
