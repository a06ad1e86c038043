"""The styles that a database keeps beside its layers, in the table that QGIS looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analyst.collection import Collection
from analyst.qgis.style import qml
from analyst.qgis.symbols import Shape
from analyst.qgis.views import VIEWS, View


@dataclass(frozen=True)
class StoredStyle:
    """A style of a table: what it is called, its text, whether the layer opens with it."""

    table: str
    title: str
    shaped: bool
    name: str
    qml: str
    is_default: bool


def stored_styles(collection: Collection, plans: Mapping[str, str]) -> Iterator[StoredStyle]:
    """The styles of every table: of a mode's one for each view, of another the one it has.

    ``plans`` gives the words of each plan's id.
    """
    for table in collection.tables:
        for view in View if table.look.mode else (collection.view,):
            yield StoredStyle(
                table.name,
                table.title,
                table.look.shape is not Shape.NONE,
                VIEWS[view] if table.look.mode else "atlas",
                qml(table.look, plans, view),
                view is collection.view,
            )
