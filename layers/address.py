"""The grammar of an address: what explorer, exported file, command line and talk call things.

An address holds stable codes (``?plan=shuangcheng-2020&status=preparation``), so that a link
survives a change of language; names are understood too. :data:`KEYS` says which keys there are
and of what kind their values, :data:`LIMITS` within which bounds numbers are taken. An explorer
holds its address after ``?``, an exported file after ``#``; the keys are the same. The view gets
all of this with the payload (:func:`table`) and reads alike (``web/src/core/address.js``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl

from layers.records.model import Atlas
from layers.selection.filters import NO_YEAR, Filter
from layers.selection.resolver import VOCABULARIES, Names, find, names, resolve_all
from layers.translations.catalog import LANGS
from registry.vocab import CORE_MODES, FindingKind, Mode, Status

#: Address value of an empty choice of modes: all of them, not the core ones.
ALL = "all"

#: Latitude, longitude and zoom of the map's middle, from the least to the most.
LIMITS: Mapping[str, tuple[float, float]] = {
    "lat": (20.0, 42.0),
    "lon": (88.0, 120.0),
    "zoom": (5.0, 13.0),
}

#: The longest search that is heeded.
LONGEST = 80

Viewport = tuple[float, float, float]


class Kind(StrEnum):
    """What the value of a key is."""

    CODES = "codes"
    YEARS = "years"
    CODE = "code"
    NUMBER = "number"
    TEXT = "text"
    VIEWPORT = "viewport"


#: The pages that read addresses.
EXPLORER, FILE = "explorer", "file"

#: Default that stands for the newest plan.
NEWEST = "newest"


@dataclass(frozen=True)
class Key:
    """A key of an address.

    ``field`` is the field of :class:`Filter` that it fills, if it filters. ``values`` are the
    codes it takes beside those that the data have under the key's name (``of``: under another);
    ``renamed`` codes are read as others. ``default`` is what a page without it shows. ``only``
    one page knows the key. ``drawn`` keys change what the browser draws and no download.
    """

    kind: Kind
    field: str = ""
    values: tuple[str, ...] = ()
    of: str = ""
    default: str | tuple[str, ...] = ""
    renamed: Sequence[tuple[str, str]] = ()
    only: str = ""
    drawn: bool = False


_SWITCH = ("on", "off")
_CORE = tuple(mode.value for mode in CORE_MODES)


def _explorers(kind: Kind, **values: object) -> Key:
    """A key that only the explorer knows, and no download."""
    return Key(kind, only=EXPLORER, drawn=True, **values)  # type: ignore[arg-type]


KEYS: Mapping[str, Key] = {
    "lang": Key(Kind.CODE, values=LANGS, default=LANGS[0], only=EXPLORER),
    "tab": _explorers(
        Kind.CODE, values=("map", "compare", "matrix", "charts", "data"), default="map"
    ),
    "plan": Key(Kind.CODES, "plans"),
    "status": Key(Kind.CODES, "statuses"),
    "region": Key(Kind.CODES, "regions"),
    "mode": Key(Kind.CODES, "modes", values=(ALL,), default=_CORE),
    "place": Key(Kind.CODES, "places"),
    "year": Key(Kind.YEARS, "years"),
    "finding": Key(Kind.CODES, "findings"),
    "change": _explorers(Kind.CODES, renamed=[("gone", "dropped")]),
    "q": Key(Kind.TEXT, "query"),
    "project": Key(Kind.CODE),
    "at": Key(Kind.VIEWPORT),
    "from": _explorers(Kind.CODE, values=("earlier", "all"), of="plan", default="earlier"),
    "to": _explorers(Kind.CODE, of="plan", default=NEWEST),
    "theme": _explorers(Kind.CODE, values=("auto", "light", "dark"), default="auto"),
    "rail": _explorers(Kind.CODE, values=_SWITCH, default="on"),
    "road": _explorers(Kind.CODE, values=_SWITCH, default="off"),
    "band": _explorers(Kind.CODE, values=_SWITCH, default="off"),
    # The viewport in three; the step of a talk, counted from one.
    "lat": Key(Kind.NUMBER),
    "lon": Key(Kind.NUMBER),
    "zoom": Key(Kind.NUMBER),
    "step": Key(Kind.NUMBER, only=FILE, drawn=True),
}

#: The server's own keys, which say nothing to the page.
FOREIGN = ("embed", "embed_options")

#: A number as addresses write it.
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*", re.ASCII | re.IGNORECASE)

#: The keys of a filter whose codes have names: options of the command line, keys of a talk.
NAMED = ("region", "plan", "status", "mode", "finding")

_AS: Mapping[str, Callable[[str], object]] = {
    "status": Status,
    "mode": Mode,
    "finding": FindingKind,
    "year": int,
}


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
    """What an address asks for: filter, language, selected project, viewport (lat, lon, zoom)."""

    chosen: Filter
    lang: str
    project: str | None = None
    viewport: Viewport | None = None


def as_filter(codes: Mapping[str, Iterable[str]], query: str = "") -> Filter:
    """The filter of ``codes`` by key; without modes the core ones, with :data:`ALL` every one."""
    found = {key: frozenset(values) for key, values in codes.items() if key in KEYS}
    modes = found.pop("mode", frozenset())
    chosen: dict[str, frozenset[object]] = {
        KEYS[key].field: frozenset(_AS.get(key, str)(value) for value in values)
        for key, values in found.items()
    }
    chosen["modes"] = (
        frozenset() if ALL in modes else frozenset(map(Mode, modes)) or frozenset(CORE_MODES)
    )
    return Filter(**chosen, query=query)  # type: ignore[arg-type]


def named_filter(
    where: str, asked: Mapping[str, Iterable[str]], there: Names, *, query: str = ""
) -> Filter:
    """The filter of codes or names by key of :data:`NAMED`, lists joined by commas.

    Raises
    ------
    AtlasError
        At ``where`` and the key, for what is no code and no name.
    """
    codes: dict[str, frozenset[str]] = {}
    for key in NAMED:
        given = list(asked.get(key, ()))
        every = key == "mode" and given == [ALL]
        codes[key] = frozenset(given) if every else resolve_all(where + key, key, given, there[key])
    return as_filter(codes, query)


def viewport(lat: float, lon: float, zoom: float) -> Viewport | None:
    """The three if all are within :data:`LIMITS`, bounds included."""
    found = (lat, lon, zoom)
    bounds = zip(found, LIMITS.values(), strict=True)
    return found if all(low <= value <= high for value, (low, high) in bounds) else None


def parse_viewport(text: str) -> Viewport | None:
    """The viewport that ``lat,lon,zoom`` says, or None."""
    parts = [_number(part) for part in text.split(",")]
    if len(parts) != len(LIMITS) or None in parts:
        return None
    lat, lon, zoom = (part for part in parts if part is not None)
    return viewport(lat, lon, zoom)


def from_query(query: str, atlas: Atlas) -> Asked:
    """Read the address of an explorer with or without its ``?``, as :func:`read_query` does."""
    return _asked(read_query(query, atlas, EXPLORER))


def from_values(values: Mapping[str, Sequence[str]], atlas: Atlas) -> Asked:
    """Read the address of an explorer from its values by key."""
    pairs = ((key, value) for key, every in values.items() for value in every)
    return _asked(read(pairs, codes_of(atlas), EXPLORER))


def read_query(query: str, atlas: Atlas, page: str) -> Address:
    """Read an address with or without its ``?`` or ``#``."""
    text = query.removeprefix("?").removeprefix("#")
    return read(parse_qsl(text, keep_blank_values=True), codes_of(atlas), page)


def read(pairs: Iterable[tuple[str, str]], there: Names, page: str) -> Address:
    """Read the keys and values of an address of ``page``; ``there`` has the codes of each key.

    Lists grow with each value, of anything else the last counts. A zoom beyond its limits is the
    nearest within.
    """
    values: dict[str, Any] = {}
    viewport_parts: dict[str, str] = {}
    ignored: list[str] = []
    for name, text in pairs:
        key = KEYS.get(name)
        if name in FOREIGN or not text:
            continue
        if key is None or key.only not in ("", page):
            ignored.append(f"{name}={text}")
        elif key.kind is Kind.TEXT:
            values[name] = text[:LONGEST]
        elif name in LIMITS:
            viewport_parts[name] = text
        elif key.kind in (Kind.VIEWPORT, Kind.NUMBER):
            said = text.split(",")
            value = _near(said) if key.kind is Kind.VIEWPORT else _number(text)
            if value is None:
                ignored.append(f"{name}={text}")
            else:
                values[name] = value
        else:
            codes, renamed = [], dict(key.renamed)
            for part in filter(None, text.split(",")):
                code = find(renamed.get(part, part), there[name])
                if code is None:
                    ignored.append(f"{name}={part}")
                else:
                    codes.append(code)
            _put(values, name, key, codes)
    if viewport_parts and "at" not in values:
        location = _near([viewport_parts.get(part, "") for part in LIMITS])
        if location:
            values["at"] = location
        else:
            ignored += [f"{name}={text}" for name, text in viewport_parts.items()]
    for name, value in values.items():
        if isinstance(value, list) and ALL in KEYS[name].values and ALL in value:
            values[name] = []
    return Address(values, ignored)


def _put(values: dict[str, Any], name: str, key: Key, codes: list[str]) -> None:
    """The codes of one value of an address, with those before it."""
    if not codes:
        return
    if key.kind is Kind.CODE:
        values[name] = codes[-1]
        return
    more = [int(code) for code in codes] if key.kind is Kind.YEARS else codes
    values[name] = list(dict.fromkeys([*values.get(name, ()), *more]))


def _number(text: str) -> float | None:
    value = float(text) if _NUMBER.fullmatch(text) else math.inf
    return value if math.isfinite(value) else None


def _near(parts: Sequence[str]) -> Viewport | None:
    """The viewport of latitude, longitude and zoom, the zoom brought within its limits."""
    if len(parts) != len(LIMITS):
        return None
    lat, lon, zoom = (_number(part) for part in parts)
    if lat is None or lon is None or zoom is None:
        return None
    low, high = LIMITS["zoom"]
    return viewport(lat, lon, max(low, min(high, zoom)))


def _asked(address: Address) -> Asked:
    """What the server makes of an address."""
    said = address.values
    lists = [name for name, key in KEYS.items() if key.field and key.kind is not Kind.TEXT]
    codes = {name: said[name] or (ALL,) for name in lists if name in said}
    return Asked(
        chosen=as_filter(codes, said.get("q", "")),
        lang=said.get("lang", LANGS[0]),
        project=said.get("project"),
        viewport=said.get("at"),
    )


def table(atlas: Atlas) -> dict[str, object]:
    """The grammar as the view takes it: ``Grammar`` of the contract."""
    newest = atlas.plans[-1].id if atlas.plans else ""
    return {
        "keys": {
            name: {
                "kind": key.kind.value,
                "filters": bool(key.field),
                "values": list(key.values),
                "of": key.of or name,
                "default": newest
                if key.default == NEWEST
                else list(key.default)
                if isinstance(key.default, tuple)
                else key.default,
                "renamed": dict(key.renamed),
                "only": key.only,
            }
            for name, key in KEYS.items()
        },
        "names": {
            kind: {code: list(called) for code, called in vocabulary.items()}
            for kind, vocabulary in VOCABULARIES.items()
        },
        "limits": {name: list(bounds) for name, bounds in LIMITS.items()},
        "longest": LONGEST,
        "foreign": list(FOREIGN),
    }


def codes_of(atlas: Atlas) -> Names:
    """Of each key, the codes it takes and what else they are called."""
    places = [area.adcode for area in (*atlas.borders.counties, *atlas.borders.prefectures)]
    years = {
        year
        for project in atlas.projects
        for mention in project.mentions
        for year in (mention.start_year, mention.complete_year)
        if year
    }
    data: Names = {
        **names(atlas),
        "place": dict.fromkeys(places, ()),
        "year": {str(year): () for year in sorted({NO_YEAR, *years})},
    }
    return {
        name: {**dict.fromkeys(key.values, ()), **data.get(key.of or name, {})}
        for name, key in KEYS.items()
    }
