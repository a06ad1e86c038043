"""Rows of a built table by the project that they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar


class AboutProject(Protocol):
    """A row that names its project."""

    @property
    def project_id(self) -> str:
        """The id of that project."""


Row = TypeVar("Row", bound=AboutProject)
Made = TypeVar("Made")


def by_project(
    rows: Iterable[Row],
    record: Callable[[Row], Made],
    *,
    order: Callable[[Made], Any] | None = None,
) -> dict[str, list[Made]]:
    """What ``record`` makes of each row, by project id.

    Parameters
    ----------
    rows : iterable
        In the order of their table.
    record : callable
        Makes the record of a row.
    order : callable, optional
        The key by which the records of a project stand; by default they stand as the rows do, and
        so do those with the same key.
    """
    grouped: dict[str, list[Made]] = {}
    for row in rows:
        grouped.setdefault(row.project_id, []).append(record(row))
    if order is not None:
        for records in grouped.values():
            records.sort(key=order)
    return grouped


def itself(row: Row) -> Row:
    """The record of a row that is used as it is."""
    return row
