"""Who changed what, and what happens when two change the same."""

from __future__ import annotations

import psycopg
import pytest

from tests.store.conftest import Session

pytestmark = pytest.mark.postgis
NOTE = "UPDATE atlas.rail SET note = %s WHERE id = 'yukun-hsr'"
HISTORY = "SELECT who, how, action, layer, key, version, before, after FROM atlas.history"


def version(base: psycopg.Connection[tuple[int]]) -> int:
    row = base.execute("SELECT version FROM atlas.rail WHERE id = 'yukun-hsr'").fetchone()
    assert row
    return row[0]


def test_what_a_push_writes_first_is_no_change(session: Session) -> None:
    assert session().execute(HISTORY).fetchall() == []


def test_a_change_is_noted_with_who_before_and_after(session: Session) -> None:
    emma = session("emma")
    first = version(emma)
    emma.execute(NOTE, ("one",))
    emma.execute(NOTE, ("one",))  # the same again is no change
    session("emil").execute(NOTE, ("two",))
    assert emma.execute(HISTORY).fetchall() == [
        ("emma", "edit", "update", "rail", "yukun-hsr", first + 1, {"note": None}, {"note": "one"}),
        (
            "emil",
            "edit",
            "update",
            "rail",
            "yukun-hsr",
            first + 2,
            {"note": "one"},
            {"note": "two"},
        ),
    ]
    assert version(emma) == first + 2


def test_nobody_but_the_owner_says_that_a_change_is_a_push(session: Session) -> None:
    emma = session("emma")
    for number, how in enumerate(("push", "fill")):
        emma.execute("SELECT set_config('atlas.how', %s, false)", (how,))
        emma.execute(NOTE, (how,))
        assert [row[1] for row in emma.execute(HISTORY)] == ["edit"] * (number + 1)


def test_an_edit_of_an_older_version_is_refused_with_who_when_and_both_values(
    session: Session,
) -> None:
    emma, emil = session("emma"), session("emil")
    read = version(emma)
    both = "UPDATE atlas.rail SET note = %s, version = %s WHERE id = 'yukun-hsr'"
    emil.execute(both, ("emil's", read))
    with pytest.raises(psycopg.Error) as caught:
        emma.execute(both, ("emma's", read))
    said = caught.value.diag
    row = emma.execute("SELECT to_char(at, 'YYYY-MM-DD HH24:MI') FROM atlas.history").fetchone()
    assert row
    assert said.sqlstate == "AT001"
    for told in (said.message_primary, said.message_detail):
        assert told
        for part in ("rail", "yukun-hsr", "emil", row[0], "emil's", "emma's", str(read + 1)):
            assert part in told
    assert "已由" in str(said.message_primary)
    # Who has read the newest version may write, and one of the future is none.
    with pytest.raises(psycopg.Error):
        emma.execute(both, ("emma's", read + 2))
    emma.execute(both, ("emma's", read + 1))
    assert version(emma) == read + 2


def test_two_who_edit_at_once_wait_for_each_other(session: Session) -> None:
    emma, emil = session("emma", autocommit=False), session("emil", autocommit=False)
    read = version(emma)
    emma.execute(NOTE, ("emma's",))
    emil.execute("SET lock_timeout = '200ms'")
    with pytest.raises(psycopg.errors.LockNotAvailable):
        emil.execute(NOTE, ("emil's",))
    emil.rollback()
    emma.commit()
    emil.execute(NOTE, ("emil's",))
    emil.commit()
    assert version(emma) == read + 2


def test_a_new_place_has_its_numbers_from_its_point(session: Session) -> None:
    emma = session("emma")
    add = (
        "INSERT INTO atlas.places (name, name_en, kind, adcode, accuracy_m, source, geom) VALUES "
        "('试点', 'X', 'site', '500101', 100, 'me', ST_SetSRID(ST_MakePoint(%s, %s), 4326)) "
        "RETURNING lon, lat, ST_X(geom), ST_Y(geom)"
    )
    assert emma.execute(add, (108.123456, 30.654321)).fetchone() == (
        *(108.12346, 30.65432),
        *(108.12346, 30.65432),
    )
    moved = emma.execute(
        "UPDATE atlas.places SET geom = ST_Translate(geom, 0.1, -0.1) WHERE name = '试点' "
        "RETURNING round(lon::numeric, 5)::text, round(lat::numeric, 5)::text"
    )
    assert moved.fetchone() == ("108.22346", "30.55432")
    assert [(row[2], row[3]) for row in emma.execute(HISTORY)] == [
        ("insert", "places"),
        ("update", "places"),
    ]
