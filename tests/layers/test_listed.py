"""A column that is listed reaches the list, the CSV and the payload by its one definition."""

from __future__ import annotations

from layers import payload
from layers.publish.downloads import LISTED
from layers.records.model import Atlas
from registry.columns import listed_columns


def test_a_listed_column_has_its_label_and_a_cell_of_each_project(small: Atlas) -> None:
    built = payload.build(small)
    columns = listed_columns()
    assert [column["label"] for column in built["listed"]] == [c.label for c in columns]
    place = [c.name for c in columns].index("n_mentions")
    assert built["listed"][place]["numeric"] == 1
    shown = {p["id"]: p["listed"][place] for p in built["projects"]}
    assert shown == {p.id: len(p.mentions) for p in small.projects}
    assert set(shown.values()) > {1}


def test_it_stands_behind_the_others_in_the_table_that_is_downloaded() -> None:
    names = [column.name for column in listed_columns()]
    assert list(LISTED[-len(names) :]) == names
    assert len(set(LISTED)) == len(LISTED)
