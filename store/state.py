"""What the store held when it was last pushed, what it holds now, and what the data folder says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analyst.edits.projects import items
from analyst.geopackage.contents import Held, Layers, text
from store.history import Change, edits, last_of
from store.names import GEOMETRY
from store.rows import Row, held_of, read_rows
from store.schema import REFERRED, Layer
from store.words import word

if TYPE_CHECKING:
    from psycopg import Connection


@dataclass
class Difference:
    """How one editable table of the store differs from the data folder, by the store's keys."""

    layer: Layer
    new: list[Row] = field(default_factory=list)
    changed: dict[str, Row] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    @property
    def some(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.gone)


def base_of(base: Connection[Any]) -> Layers:
    """The rows as the last push wrote them."""
    layers: Layers = {}
    for layer, key, held in base.execute("SELECT layer, key, held FROM atlas.base"):
        layers.setdefault(layer, {})[key] = held
    return layers


def now_of(base: Connection[Any], tables: Iterable[str]) -> Layers:
    """The rows of editable tables as they are now."""
    return {table: {key: held_of(row) for key, row in read_rows(base, table)} for table in tables}


@dataclass(frozen=True)
class Unpulled:
    """An edit in the store that the registry does not have; no column for a whole row."""

    layer: str
    key: str
    column: str
    old: str
    new: str
    by: Change | None

    def told(self, lang: str) -> str:
        """The edit in one line: where, what, by whom and when."""
        unknown = word("unknown", lang)
        who, when = (self.by.who, self.by.when) if self.by else (unknown, unknown)
        kind = "edited" if self.column else ("gone" if self.old else "added")
        named = {"layer": self.layer, "row": self.key, "column": self.column}
        return word(kind, lang, **named, old=self.old, new=self.new, who=who, when=when)


def _site(held: Mapping[str, Any]) -> tuple[str, str]:
    """What a place is known by when the store's number of it says nothing."""
    return text(held.get("name")), text(held.get("adcode"))


def keyed(
    layer: Layer, rows: list[Row], before: Mapping[str, Held], now: Mapping[str, Held]
) -> tuple[dict[str, Row], list[Row]]:
    """The data folder's rows by the store's keys, and those that the store has no row for.

    A project is known by its id. A place has a number in the store, and is found by its name and
    adcode as they are there now, or as they were when it was written.
    """
    if layer.key == "id":
        by_id = {str(row["id"]): row for row in rows}
        there = {key: row for key, row in by_id.items() if key in now}
        return there, [row for key, row in by_id.items() if key not in now]
    numbers = {_site(held): key for key, held in before.items() if key in now}
    numbers |= {_site(held): key for key, held in now.items()}
    found: dict[str, Row] = {}
    new: list[Row] = []
    for row in rows:
        key = numbers.get(_site(row))
        if key is None or key in found:
            new.append(row)
        else:
            found[key] = row
    return found, new


def compare(
    layer: Layer, before: Mapping[str, Held], now: Mapping[str, Held], changes: list[Change]
) -> tuple[Difference, list[Unpulled]]:
    """What a push would write to an editable table, and which edits it would undo.

    A cell that was edited stays an edit until the data folder says the same; its row is none of
    those that differ.
    """
    found, new = keyed(layer, layer.rows, before, now)
    difference = Difference(layer, new)
    edited: list[tuple[str, str, object, object]] = []
    for key, held in now.items():
        was, row = before.get(key), found.get(key)
        ours = held_of(row) if row else {}
        if cells := list(_edited(key, was, held, ours)):
            edited += [(key, *cell) for cell in cells]
        elif row is None:
            difference.gone.append(key)
        elif any(value != held.get(column) for column, value in ours.items()):
            difference.changed[key] = row
    unpulled = [
        Unpulled(layer.name, key, column, text(old), text(new), _by(changes, layer, key, column))
        for key, column, old, new in edited
    ]
    gone = before.keys() - now.keys()
    unpulled += [Unpulled(layer.name, k, "", k, "", _by(changes, layer, k, "")) for k in gone]
    return difference, unpulled


def _edited(
    key: str, was: Held | None, held: Held, ours: Held
) -> Iterator[tuple[str, object, object]]:
    """The cells of a row that are edits: column, as it was, as it is; no column for a new row."""
    if was is None and not ours:
        yield "", "", key
        return
    for column, value in held.items():
        # What the last push wrote; of a row that came since, what the data folder says of it.
        old = (was or ours).get(column)
        pulled = bool(ours) and same(value, ours.get(column))
        if not same(value, old) and not pulled:
            yield column, old, value


def _by(changes: list[Change], layer: Layer, key: str, column: str) -> Change | None:
    stored = GEOMETRY if column == "geometry" else column
    return last_of(changes, layer.name, key, stored or None)


def same(one: object, other: object) -> bool:
    """Whether two cells hold the same to an editor.

    No value is an empty text, and a list stays one however its items are set apart.
    """
    return one == other or items(text(one)) == items(text(other))


@dataclass(frozen=True)
class State:
    """Everything that push, pull and diff go by, as of one moment."""

    differences: list[Difference]
    unpulled: list[Unpulled]
    #: The tables that are made anew, and, with those, all whose rows are written anew.
    remade: list[Layer]
    fresh: list[Layer]


def read_state(base: Connection[Any], layers: list[Layer]) -> State:
    """Compare the store with the data folder's ``layers``."""
    before, changes = base_of(base), edits(base)
    noted = dict(base.execute("SELECT key, value FROM atlas.about").fetchall())
    remade = [one for one in layers if noted.get(f"definition:{one.name}") != one.definition]
    if any(one.name in REFERRED for one in remade):
        remade = layers  # a table takes with it what refers to it
    there = [one for one in layers if one.editable and f"definition:{one.name}" in noted]
    now = now_of(base, [one.name for one in there])
    differences, unpulled = [], []
    fresh = [one for one in layers if one in remade or _is_stale(one, before, now, noted)]
    for layer in there:
        difference, edited = compare(layer, before.get(layer.name, {}), now[layer.name], changes)
        unpulled += edited
        if difference.some and layer not in fresh:
            differences.append(difference)
    return State(differences, unpulled, remade, fresh)


def _is_stale(layer: Layer, before: Layers, now: Layers, noted: Mapping[str, str]) -> bool:
    """Whether a table's rows are written anew: one that nobody edits, or that was never written."""
    if layer.editable:
        return not before.get(layer.name) and not now.get(layer.name)
    return noted.get(f"rows:{layer.name}") != layer.digest
