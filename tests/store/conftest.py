"""A cluster for the session, the atlas pushed into it once, and a copy of that for each test."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from tests.store import cluster
from tests.support import require

if TYPE_CHECKING:
    from psycopg import Connection

    from analyst.collection import Collection
    from store.schema import Layer

#: What the command line reads of the shipped data.
Read = tuple["Collection", list["Layer"]]
#: Opens a session of its own as a user.
Session = Callable[..., "Connection[Any]"]


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    require(importlib.util.find_spec("psycopg") is not None, "psycopg (requirements-store.txt)")
    require(cluster.programs() is not None, "PostGIS (postgresql-15-postgis-3)")
    with cluster.running() as number:
        yield number


@pytest.fixture(scope="session")
def read() -> Read:
    """The shipped data as the command line reads them, without their check."""
    from analyst.collection import collect
    from registry.paths import DEFAULT
    from store.schema import layers_of

    collection = collect(DEFAULT)
    return collection, layers_of(collection)


def url(port: int, database: str, user: str = cluster.OWNER) -> str:
    return f"postgresql://{user}@127.0.0.1:{port}/{database}"


@pytest.fixture(scope="session")
def pushed(port: int, read: Read) -> str:
    """A database that holds the shipped data, from which others are copied."""
    import psycopg

    from store.connection import address, connected
    from store.making import make_store
    from store.push import push

    with psycopg.connect(url(port, "postgres"), autocommit=True) as base:
        base.execute("CREATE DATABASE pushed")
    at = address(url(port, "pushed"))
    with connected(at) as base:
        make_store(base, at, read[1])
    with connected(at) as base:
        push(base, at, *read, progress=str)
    with psycopg.connect(url(port, "postgres"), autocommit=True) as base:
        base.execute("CREATE USER rita; CREATE USER emma; CREATE USER emil; CREATE USER sam")
        base.execute("GRANT atlas_reader TO rita; GRANT atlas_editor TO emma, emil")
    return "pushed"


_NUMBERS = count(1)


def copy(port: int, pushed: str) -> str:
    """The address of a new database that holds what ``pushed`` does."""
    import psycopg

    name = f"store{next(_NUMBERS)}"
    with psycopg.connect(url(port, "postgres"), autocommit=True) as base:
        base.execute(f"CREATE DATABASE {name} TEMPLATE {pushed}".encode())
    return url(port, name)


@pytest.fixture
def store(port: int, pushed: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a store of one's own, pushed as the data are; English is spoken."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return copy(port, pushed)


@pytest.fixture
def session(store: str) -> Iterator[Session]:
    """Sessions in the store; each statement stands for itself unless ``autocommit`` is False."""
    import psycopg

    opened: list[psycopg.Connection[Any]] = []

    def connect(user: str = cluster.OWNER, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        address = store.replace(cluster.OWNER, user)
        opened.append(psycopg.connect(address, autocommit=autocommit))
        return opened[-1]

    yield connect
    for one in opened:
        one.close()
