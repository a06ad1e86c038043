"""Rows by the project they are about."""

from __future__ import annotations

from dataclasses import dataclass

from layers.records.grouping import by_project, itself


@dataclass(frozen=True)
class Row:
    """A row of a table that speaks of projects."""

    project_id: str
    n: int


ROWS = [Row("b", 2), Row("a", 1), Row("b", 1), Row("b", 2)]


def test_rows_stand_by_project_in_the_order_of_their_table() -> None:
    grouped = by_project(ROWS, itself)
    assert list(grouped) == ["b", "a"]
    assert grouped == {"b": [ROWS[0], ROWS[2], ROWS[3]], "a": [ROWS[1]]}


def test_records_are_made_of_rows_and_ordered_by_their_key() -> None:
    numbers = by_project(ROWS, lambda row: row.n, order=lambda n: n)
    assert numbers == {"b": [1, 2, 2], "a": [1]}
    parity = by_project(ROWS, lambda row: (row.n % 2, row.project_id), order=lambda pair: pair[0])
    assert parity["b"] == [(0, "b"), (0, "b"), (1, "b")]


def test_no_rows_are_no_projects() -> None:
    assert by_project([], itself, order=str) == {}
