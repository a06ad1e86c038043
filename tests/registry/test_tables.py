"""The tables of a data folder: a record for every column, and what each reader refuses."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from registry.columns import COUNTY_LENGTHS, MENTIONS, PLACES, PUBLISHED_LENGTHS, names
from registry.errors import AtlasError
from registry.geometry import PlaceKind
from registry.load import load_plans
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.paths import DEFAULT, Paths
from registry.tables import (
    CHINA,
    DERIVED_PLACES,
    CountyLengthRow,
    EventRow,
    MentionRow,
    OutcomeRow,
    Place,
    PublishedLength,
    SpanRow,
    check_ids,
    parse_places,
    read_county_lengths,
    read_derived,
    read_events,
    read_mentions,
    read_projects,
    read_sites,
)
from registry.vocab import Mode, Status
from tests.support.small_atlas import PLANS

SITES = ",".join(names(PLACES))
DERIVED = ",".join(names(DERIVED_PLACES))


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        (MentionRow, MENTIONS),
        (EventRow, EVENTS_TABLE),
        (OutcomeRow, OUTCOMES),
        (SpanRow, TIMELINE),
        (CountyLengthRow, COUNTY_LENGTHS),
        (PublishedLength, PUBLISHED_LENGTHS),
        (Place, PLACES),
    ],
)
def test_a_record_has_a_field_for_every_column(record: type, columns: tuple) -> None:  # type: ignore[type-arg]
    assert tuple(field.name for field in dataclasses.fields(record)) == names(columns)


def test_the_shipped_tables_are_read_whole() -> None:
    plans = list(load_plans())
    mentions = read_mentions(plans=plans)
    assert len(mentions) == len(DEFAULT.mentions.read_text("utf-8").splitlines()) - 1
    first = mentions[0]
    assert (first.plan_id, first.mode, first.status) == ("chuanyu-2018", Mode.RAIL, "preparation")
    assert (first.start_year, first.complete_year, first.note) == (2019, None, "")
    assert {event.disputed for event in read_events()} == {True, False}
    written = DEFAULT.county_lengths.read_text("utf-8").splitlines()[1:]
    stops = [row.has_stop for row in read_county_lengths()]
    assert stops == [int(line.endswith(",1")) for line in written]
    assert {0, 1} == set(stops)
    projects = read_projects(plans=plans)
    assert {row.values["status"] for row in projects} <= set(Status)
    assert {row.id for row in projects} >= {row.project_id for row in mentions}
    assert len(read_derived()) + len(read_sites()) > 2700


def _projects(small: Paths, tmp_path: Path, old: str, new: str) -> Paths:
    paths = Paths(tmp_path / "data")
    paths.data.mkdir()
    text = small.geojson.read_text("utf-8")
    assert old in text
    paths.geojson.write_text(text.replace(old, new, 1), "utf-8")
    return paths


SHOWN = ("id", "name", "mode", "length_km", "status_old_2018")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"rail"', '"rial"', "data/projects.geojson: first-line: mode: there is no mode 'rial'"),
        ('"id": "first-line"', '"id": ""', r"features\[0\]: id: must not be empty"),
        ("100.0", '"far"', "first-line: length_km: 'far' is not a number"),
        ('"construction"', "3", "first-line: status_old_2018: must be text"),
    ],
)
def test_a_wrong_project(small_paths: Paths, tmp_path: Path, old: str, new: str, says: str) -> None:
    paths = _projects(small_paths, tmp_path, old, new)
    with pytest.raises(AtlasError, match=says):
        read_projects(paths, plans=PLANS, only=SHOWN)


def test_only_the_columns_asked_for_are_read(small_paths: Paths) -> None:
    rows = read_projects(small_paths, plans=PLANS, only=SHOWN)
    assert [set(row.values) for row in rows] == [set(SHOWN)] * 6
    assert rows[0].geometry is not None
    assert rows[-1].geometry is None
    # The small data lack columns that a build writes.
    with pytest.raises(AtlasError, match=r"projects\.geojson: lacks the columns status, status_"):
        read_projects(small_paths, plans=PLANS)


def test_an_id_that_stands_twice() -> None:
    check_ids(["a", "b"], "f")
    with pytest.raises(AtlasError, match="f: b: the id stands twice"):
        check_ids(["a", "b", "c", "b"], "f")


def _site(lon: object, lat: object, accuracy: object = 500) -> str:
    return f"{SITES}\n某站,Mou,station,511500,{lon},{lat},{accuracy},x,\n"


WEST, SOUTH, EAST, NORTH = CHINA


@pytest.mark.parametrize(("lon", "lat"), [(WEST, SOUTH), (EAST, NORTH), (104.6, 28.7)])
def test_places_in_china(lon: float, lat: float) -> None:
    ((where, place),) = parse_places(_site(lon, lat), "s")
    assert where == "s:2 (某站)"
    assert place.point == (lon, lat)
    assert place.ref == "某站@511500"
    assert (place.kind, place.accuracy_m, place.note) == (PlaceKind.STATION, 500.0, "")


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(28.7, 104.6), (WEST - 1, 30), (EAST + 1, 30), (100, SOUTH - 1), (100, NORTH + 1)],
)
def test_places_outside_china(lon: float, lat: float) -> None:
    with pytest.raises(AtlasError, match=r"s:2 \(某站\): lon, lat: .* lies outside China"):
        parse_places(_site(lon, lat), "s")


@pytest.mark.parametrize(
    ("accuracy", "says"),
    [
        (0, "accuracy_m: 0 is not positive"),
        (-1, "not positive"),
        ("", "accuracy_m: must not be empty"),
        ("inf", "'inf' is not a number"),
    ],
)
def test_a_site_states_its_accuracy(accuracy: object, says: str) -> None:
    with pytest.raises(AtlasError, match=says):
        parse_places(_site(104.6, 28.7, accuracy), "s")


@pytest.mark.parametrize("kind", ["seat", "town"])
def test_a_derived_row_has_the_accuracy_of_its_kind(kind: str) -> None:
    text = f"{DERIVED}\n安岳县,Anyue,{kind},512021,105.3,30.1,x\n"
    ((_, place),) = parse_places(text, "p", columns=DERIVED_PLACES)
    assert place.accuracy_m == 2000
    with pytest.raises(AtlasError, match=r"p:2 \(安岳县\): accuracy_m: must not be empty"):
        parse_places(text.replace(kind, "station"), "p", columns=DERIVED_PLACES)


def test_a_column_of_ones_own_is_not_lost() -> None:
    text = _site(104.6, 28.7).replace("note\n", "note,mine\n").replace(",x,\n", ",x,,1\n")
    with pytest.raises(AtlasError, match="s: has unknown columns mine"):
        parse_places(text, "s")
