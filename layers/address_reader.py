"""Reading an address by the grammar of :mod:`layers.address`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from layers.address import (
    ALL,
    EXPLORER,
    FILE,
    FOREIGN,
    KEYS,
    LONGEST,
    MAPS,
    NOW,
    PARTS,
    Key,
    Kind,
    Limits,
    Viewport,
    as_filter,
    codes_of,
    limits,
    opening_view,
    viewport,
)
from layers.records.model import Atlas
from layers.selection.comparison import EARLIER, Comparing
from layers.selection.filters import Filter
from layers.selection.resolver import Names, find
from layers.selection.where import read_number, read_shape
from layers.translations.catalog import LANGS
from registry.vocab import ChangeClass


@dataclass(frozen=True)
class Address:
    """What an address says: the values of the keys that it has, and what it says in vain.

    Lists have their codes in order; that of ``mode`` is empty for every mode. ``lat``, ``lon`` and
    ``zoom`` are the viewport ``at``.
    """

    values: Mapping[str, Any]
    ignored: Sequence[str]


@dataclass(frozen=True)
class Asked:
    """What an address asks for.

    Filter, language, selected project, viewport (lat, lon, zoom), and the year on whose last day
    the map stands, None for now. ``view`` is one of :data:`layers.address.VIEWS`, ``tab`` the page
    that is open, ``comparing`` what that page compares where it is the one that does.
    """

    chosen: Filter
    lang: str
    project: str | None = None
    viewport: Viewport | None = None
    view: str = NOW
    on: int | None = None
    tab: str = ""
    comparing: Comparing = field(default_factory=Comparing)


def from_query(query: str, atlas: Atlas) -> Asked:
    """Read the address of an explorer with or without its ``?``."""
    return _asked(read_query(query, atlas, EXPLORER), atlas)


def from_values(values: Mapping[str, Sequence[str]], atlas: Atlas) -> Asked:
    """Read the address of an explorer from its values by key."""
    pairs = ((key, value) for key, every in values.items() for value in every)
    return _asked(read(pairs, codes_of(atlas), EXPLORER, limits(atlas)), atlas)


def read_query(query: str, atlas: Atlas, page: str) -> Address:
    """Read an address with or without its ``?`` or ``#``."""
    pairs = parse_qsl(query[query[:1] in ("?", "#") :], keep_blank_values=True)
    return read(pairs, codes_of(atlas), page, limits(atlas))


def read(pairs: Iterable[tuple[str, str]], there: Names, page: str, within: Limits) -> Address:
    """Read the keys and values of an address of ``page``.

    ``there`` has the codes of each key; a viewport is taken ``within`` the limits.

    Lists grow with each value, of anything else the last counts. A zoom beyond its limits is the
    nearest within.
    """
    reader = _Reader(there, within, page)
    for name, text in pairs:
        key = KEYS.get(name)
        if name in FOREIGN or not text:
            continue
        if key is None or key.only not in ("", page):
            reader.ignore(name, text)
        else:
            reader.read(name, key, text)
    return reader.finish()


class _Reader:
    """Gathers what an address says."""

    def __init__(self, there: Names, within: Limits, page: str) -> None:
        self._there = there
        self._page = page
        self._within = within
        self._values: dict[str, Any] = {}
        self._ignored: list[str] = []
        self._viewport: dict[str, str] = {}
        self._filters = False
        self._newer = False

    def ignore(self, name: str, text: str) -> None:
        self._ignored.append(f"{name}={text}")

    def read(self, name: str, key: Key, text: str) -> None:
        self._filters = self._filters or bool(key.field)
        self._newer = self._newer or key.newer
        if name in PARTS:
            self._viewport[name] = text
        elif key.kind is Kind.TEXT:
            self._values[name] = text[:LONGEST]
        elif key.kind is Kind.VIEWPORT:
            self._put(name, text, _nearest(text.split(","), self._within))
        elif key.kind is Kind.SHAPE:
            shape = read_shape(name, text, self._within)
            self._put(name, text, shape and list(shape))
        elif key.kind is Kind.NUMBER:
            self._put(name, text, read_number(text))
        else:
            self._codes(name, key, text)

    def _put(self, name: str, text: str, value: object) -> None:
        if value is None:
            self.ignore(name, text)
        else:
            self._values[name] = value

    def _codes(self, name: str, key: Key, text: str) -> None:
        renamed = dict(key.renamed)
        for part in filter(None, text.split(",")):
            code = find(renamed.get(part, part), self._there[name])
            if self._page == FILE and key.filed and code not in key.filed:
                code = None
            if code is None or key.kind is Kind.CODE:
                self._put(name, part, code)
                continue
            codes = self._values.setdefault(name, [])
            item = int(code) if key.kind is Kind.YEARS else code
            if item not in codes:
                codes.append(item)

    def finish(self) -> Address:
        """What was said, once all of it is read."""
        values = self._values
        if self._viewport and "at" not in values:
            parts = [self._viewport.get(part, "") for part in PARTS]
            location = _nearest(parts, self._within)
            if location:
                values["at"] = location
            else:
                for name, text in self._viewport.items():
                    self.ignore(name, text)
        for name, key in KEYS.items():
            if ALL in key.values and key.kind is Kind.CODES and ALL in values.get(name, ()):
                values[name] = []
            if key.filtered and self._filters and not self._newer:
                values.setdefault(name, key.filtered)
        return Address(values, self._ignored)


def _nearest(parts: Sequence[str], within: Limits) -> Viewport | None:
    """The viewport of latitude, longitude and zoom, the zoom brought within its limits."""
    if len(parts) != len(PARTS):
        return None
    lat, lon, zoom = map(read_number, parts)
    if lat is None or lon is None or zoom is None:
        return None
    low, high = within["zoom"]
    return viewport(lat, lon, max(low, min(high, zoom)), within)


def _asked(address: Address, atlas: Atlas) -> Asked:
    """What the server makes of an address."""
    said = address.values
    held = {name: key.kind for name, key in KEYS.items() if key.field and name in said}
    bare = (Kind.TEXT, Kind.SHAPE)
    codes = {name: said[name] or (ALL,) for name, kind in held.items() if kind not in bare}
    shapes = {name: said[name] for name, kind in held.items() if kind is Kind.SHAPE}
    return Asked(
        chosen=as_filter(codes, said.get("q", ""), shapes),
        lang=said.get("lang", LANGS[0]),
        project=said.get("project"),
        viewport=said.get("at"),
        view=said.get("view", opening_view(atlas)),
        on=int(said["on"]) if "on" in said else None,
        tab=said.get("tab", ""),
        comparing=Comparing(
            start=said.get("from", EARLIER),
            end=said.get("to", ""),
            kinds=frozenset(map(ChangeClass, said.get("change", ()))),
            maps=said.get("maps", MAPS[0]),
        ),
    )
