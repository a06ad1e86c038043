"""The store's tables: keys, types, checks, comments, rights, by the columns of the files."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from psycopg import errors

from registry.columns import VOCABULARIES, Kind
from tests.store.conftest import Read, Session, copy

pytestmark = pytest.mark.postgis
YUKUN = "yukun-hsr"


@pytest.fixture(scope="module")
def store(port: int, pushed: str) -> str:
    """One store for these tests: what one of them writes is nothing to the others."""
    return copy(port, pushed)


def test_every_table_holds_every_row_with_its_columns(session: Session, read: Read) -> None:
    base = session()
    assert len(read[1]) == len(read[0].tables)
    for layer in read[1]:
        there = base.execute(
            "SELECT column_name, data_type, col_description(('atlas.' || %s)::regclass, "
            "ordinal_position) FROM information_schema.columns WHERE table_schema = 'atlas' AND "
            "table_name = %s ORDER BY ordinal_position",
            (layer.name, layer.name),
        ).fetchall()
        found = {name: (kind, told) for name, kind, told in there}
        for column in layer.table.columns:
            kind, told = found.pop(column.name)
            wanted = {Kind.INTEGER: "bigint", Kind.NUMBER: "double precision"}
            assert kind == wanted.get(column.kind, kind)
            assert all(words in told for words in (*column.label, *column.means)), column.name
        own = {"fid"} if layer.key == "fid" else set()
        own |= {"version"} if layer.editable else set()
        assert set(found) == own | ({"geom"} if layer.shape else set())
        key = base.execute(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND "
            "a.attnum = ANY(i.indkey) WHERE i.indrelid = ('atlas.' || %s)::regclass AND "
            "i.indisprimary",
            (layer.name,),
        ).fetchall()
        assert key == [(layer.key,)]
        assert base.execute(f"SELECT count(*) FROM atlas.{layer.name}".encode()).fetchone() == (
            len(layer.table.frame),
        )


def test_shapes_are_typed_and_rows_without_one_are_seen(session: Session, read: Read) -> None:
    base = session()
    for layer in read[1]:
        if not layer.shape:
            continue
        row = base.execute(
            "SELECT type, srid FROM geometry_columns WHERE f_table_schema = 'atlas' AND "
            "f_table_name = %s",
            (layer.name,),
        ).fetchone()
        assert row == (layer.shape.upper(), 4326)
    missing = sum(shape is None for shape in read[0].table("rail").frame.geometry)
    assert missing > 0
    row = base.execute("SELECT count(*) FROM atlas.rail WHERE geom IS NULL").fetchone()
    assert row == (missing,)


def test_an_empty_text_stays_one_and_no_value_is_null(session: Session, read: Read) -> None:
    base = session()
    frame = read[0].table("projects").frame
    for column in ("note", "aliases", "part_of"):
        empty = int((frame[column].astype("string") == "").sum())
        none = int(frame[column].isna().sum())
        row = base.execute(
            f"SELECT count(*) FILTER (WHERE {column} = ''), count(*) FILTER (WHERE {column} IS "
            "NULL) FROM atlas.projects".encode()
        ).fetchone()
        assert row == (empty, none), column


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("UPDATE atlas.rail SET status = 'planned-ish'", errors.CheckViolation),
        ("UPDATE atlas.rail SET name = ''", errors.CheckViolation),
        ("UPDATE atlas.rail SET name = NULL", errors.NotNullViolation),
        ("UPDATE atlas.mentions SET project_id = 'nobody'", errors.ForeignKeyViolation),
        ("UPDATE atlas.mentions SET plan_id = 'no-plan'", errors.ForeignKeyViolation),
        ("UPDATE atlas.rail SET part_of = 'nobody'", errors.ForeignKeyViolation),
        (
            "UPDATE atlas.projects SET id = 'other' WHERE id = 'yukun-hsr'",
            errors.ForeignKeyViolation,
        ),
        (
            "UPDATE atlas.rail SET geom = ST_SetSRID(ST_MakePoint(1, 2), 4326)",
            errors.InvalidParameterValue,
        ),
    ],
)
def test_the_database_holds_the_rules_of_the_files(
    session: Session, statement: str, error: type[psycopg.Error]
) -> None:
    with pytest.raises(error):
        session().execute(statement.encode())


def test_every_code_of_a_vocabulary_is_allowed(session: Session, read: Read) -> None:
    base = session()
    rail = next(layer for layer in read[1] if layer.name == "rail")
    coded = [c for c in rail.table.columns if c.kind is Kind.CODE and c.codes in VOCABULARIES]
    assert len(coded) > 3
    for column in coded:
        for code in VOCABULARIES[column.codes]:
            base.execute(
                f"UPDATE atlas.rail SET {column.name} = %s WHERE id = %s".encode(), (code, YUKUN)
            )


def test_a_reader_reads_and_writes_nothing(session: Session, read: Read) -> None:
    rita = session("rita")
    for layer in read[1]:
        rita.execute(f"SELECT * FROM atlas.{layer.name} LIMIT 1".encode())
        with pytest.raises(errors.InsufficientPrivilege):
            rita.execute(f"DELETE FROM atlas.{layer.name}".encode())
        name = layer.table.columns[0].name
        with pytest.raises(errors.InsufficientPrivilege):
            rita.execute(f"UPDATE atlas.{layer.name} SET {name} = {name}".encode())
    for table in ("about", "base", "history"):
        rita.execute(f"SELECT * FROM atlas.{table} LIMIT 1".encode())
        with pytest.raises(errors.InsufficientPrivilege):
            rita.execute(f"DELETE FROM atlas.{table}".encode())


def test_a_stranger_sees_nothing(session: Session) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        session("sam").execute("SELECT * FROM atlas.rail")


@pytest.mark.parametrize(
    "column", ["name", "name_en", "aliases", "note", "route_note", "stop_refs"]
)
def test_an_editor_writes_what_may_be_edited(session: Session, column: str) -> None:
    emma = session("emma")
    emma.execute(f"UPDATE atlas.rail SET {column} = 'x' WHERE id = %s".encode(), (YUKUN,))
    row = emma.execute(f"SELECT {column} FROM atlas.rail WHERE id = %s".encode(), (YUKUN,))
    assert row.fetchone() == ("x",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE atlas.rail SET status = 'proposed'",
        "UPDATE atlas.rail SET geom = NULL",
        "UPDATE atlas.projects SET name = 'x'",
        "UPDATE atlas.project_points SET name = 'x'",
        "UPDATE atlas.counties SET name = 'x'",
        "INSERT INTO atlas.rail (id) VALUES ('x')",
        "DELETE FROM atlas.rail",
        "DELETE FROM atlas.places",
        "UPDATE atlas.base SET held = '{}'",
        "DELETE FROM atlas.history",
        "UPDATE atlas.about SET value = '9'",
    ],
)
def test_an_editor_writes_nothing_else(session: Session, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        session("emma").execute(statement.encode())


def test_every_layer_has_its_styles(session: Session, read: Read) -> None:
    rows = session().execute(
        "SELECT f_table_name, stylename, useasdefault, styleqml IS DOCUMENT FROM "
        "public.layer_styles WHERE f_table_schema = 'atlas'"
    )
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table, *rest in rows:
        found.setdefault(table, []).append(tuple(rest))
    assert set(found) == {table.name for table in read[0].tables}
    for name, styles in found.items():
        assert [default for _, default, _ in styles].count(True) == 1, name
        assert all(document for *_, document in styles)
