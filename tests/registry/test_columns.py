"""Which columns a table may leave empty, and which are listed as they stand."""

from __future__ import annotations

import pytest

from registry.columns import listed_columns, names, tables

#: What a cell may be empty in; every other column is wanted.
MAY_BE_EMPTY = {
    "projects": """
        aliases part_of status_one start_year complete_year findings current_since current_as_of
        current_source open_share last_checked verdicts promise_kind promised_year happened_on
        months_late current_words_sources regions prefectures counties length_km official_km
        official_km_source geometry_source uncertainty_m uncertainty_median_m route_basis
        route_note stops stops_lonlat stop_refs note reviewed
    """,
    "mentions": "action start_year complete_year note",
    "events": "section km state text title url published scope",
    "outcomes": "section happened_on months_late sources",
    "timeline": "last_year",
    "findings": "",
    "county_lengths": "",
    "legs": "",
    "bands": "held needed",
    "plans": "number region",
    "regions": "",
    "provinces": "",
    "prefectures": "",
    "counties": "",
    "rivers": "",
    "places": "name_en note",
    "published_lengths": "adcode from_stop to_stop url note",
    "faults": "lon lat published_km before_km",
}
TABLES = tables([("one", "一", "One")])


@pytest.mark.parametrize("table", TABLES)
def test_what_a_table_may_leave_empty(table: str) -> None:
    empty = [column.name for column in TABLES[table] if not column.required]
    assert sorted(empty) == sorted(MAY_BE_EMPTY[table].split())


def test_what_is_listed_as_it_stands() -> None:
    assert names(listed_columns()) == ("n_mentions", "last_checked")
