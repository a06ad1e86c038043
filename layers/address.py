"""The grammar of an address: what explorer, exported file, command line and talk call things.

An address holds stable codes (``?plan=shuangcheng-2020&status=preparation``), so that a link
survives a change of language; names are understood too. :data:`KEYS` says which keys there are
and of what kind their values, :func:`limits` within which bounds numbers are taken. An explorer
holds its address after ``?``, an exported file after ``#``; the keys are the same. The view gets
all of this with the payload (:func:`table`) and reads alike (``web/src/core/address.js``); here
:mod:`layers.address_reader` does.

An address without ``view`` opens on how far projects are now, or where no fact tells of any, on
what the plans say; where it filters, on what the plans say: links from before there was a choice
show what their senders saw. A key that came with the choice, such as ``current``, stands in no such
link: an address with one opens as one that does not filter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from layers.records.model import Atlas
from layers.selection.comparison import EARLIER, IN_TURN, Comparing
from layers.selection.filters import NO_YEAR, Filter
from layers.selection.resolver import VOCABULARIES, Names, names, resolve, resolve_all
from layers.selection.shapes import named_shape
from layers.selection.where import CORNERS, KM, SHAPES, read_number
from layers.selection.years import known_years
from layers.translations.catalog import LANGS
from registry.geometry import Precision
from registry.land.extent import land_of
from registry.land.touching import LEAST_KM
from registry.outcome.vocab import CurrentStatus, Verdict
from registry.vocab import CORE_MODES, ChangeClass, FindingKind, Mode, Status

#: Address value of an empty choice of modes: all of them, not the core ones.
ALL = "all"

#: The parts of a viewport: latitude and longitude of the map's middle, and its zoom.
PARTS = ("lat", "lon", "zoom")
#: The zoom of the map, from the least to the most.
ZOOM = (5.0, 13.0)
#: How far beyond the land the map's middle may be: this share of its longer side, and at least
#: so many degrees.
BEYOND, LEAST_BEYOND = 0.75, 8.0

#: The least and the most of each of :data:`PARTS`.
Limits = Mapping[str, tuple[float, float]]

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
    SHAPE = "shape"
    VIEWPORT = "viewport"


#: The pages that read addresses.
EXPLORER, FILE = "explorer", "file"

#: Default that stands for the newest plan.
NEWEST = "newest"
#: Default that stands for the way to draw which :func:`first_view` chooses.
FIRST = "first"


@dataclass(frozen=True)
class Key:
    """A key of an address.

    ``field`` is the field of :class:`Filter` that it fills, if it filters. ``values`` are the
    codes it takes beside those that the data have under the key's name (``of``: under another);
    ``renamed`` codes are read as others; an exported file takes only the ``filed`` ones, where
    there are any. ``default`` is what a page without it shows, ``filtered`` what one shows whose
    address filters and has no ``newer`` key, one that came with ``filtered`` or after it. ``only``
    one page knows the key. ``drawn`` keys change what the browser draws and no download.
    """

    kind: Kind
    field: str = ""
    values: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    of: str = ""
    default: str | tuple[str, ...] = ""
    filtered: str = ""
    newer: bool = False
    renamed: Sequence[tuple[str, str]] = ()
    only: str = ""
    drawn: bool = False


#: The two ways to draw: how far projects are by facts, and what the plans say.
NOW, PLAN = "now", "plan"
VIEWS = (NOW, PLAN)

#: The tab on which plans are compared.
COMPARE = "compare"

#: How a comparison is drawn: what changed on one map, or both sides on two, beside each other or
#: under a divider.
MAPS = ("one", "two", "swipe")

_SWITCH = ("on", "off")
_CORE = tuple(mode.value for mode in CORE_MODES)


def _explorers(kind: Kind, **values: object) -> Key:
    """A key that only the explorer knows, and no download."""
    return Key(kind, only=EXPLORER, drawn=True, **values)  # type: ignore[arg-type]


KEYS: Mapping[str, Key] = {
    "lang": Key(Kind.CODE, values=LANGS, default=LANGS[0], only=EXPLORER),
    "tab": Key(
        Kind.CODE,
        values=("map", COMPARE, "matrix", "charts", "outcomes", "data"),
        filed=("map", COMPARE, "outcomes"),
        default="map",
    ),
    "view": Key(Kind.CODE, values=VIEWS, default=FIRST, filtered=PLAN),
    "plan": Key(Kind.CODES, "plans"),
    "status": Key(Kind.CODES, "statuses"),
    "region": Key(Kind.CODES, "regions"),
    "mode": Key(Kind.CODES, "modes", values=(ALL,), default=_CORE),
    "place": Key(Kind.CODES, "places"),
    # Numbers joined by commas, as layers.selection.where says of each.
    "near": Key(Kind.SHAPE, "near", newer=True),
    "box": Key(Kind.SHAPE, "box", newer=True),
    "within": Key(Kind.SHAPE, "within", newer=True),
    "year": Key(Kind.YEARS, "years"),
    "finding": Key(Kind.CODES, "findings"),
    "current": Key(Kind.CODES, "currents", newer=True),
    "verdict": Key(Kind.CODES, "verdicts", newer=True),
    "precision": Key(Kind.CODES, "precisions", newer=True),
    "change": Key(Kind.CODES, renamed=[("gone", "dropped")]),
    "q": Key(Kind.TEXT, "query"),
    "project": Key(Kind.CODE),
    "at": Key(Kind.VIEWPORT),
    "from": Key(Kind.CODE, values=(EARLIER, IN_TURN), of="compared", default=EARLIER),
    "to": Key(Kind.CODE, of="compared", default=NEWEST),
    "maps": Key(Kind.CODE, values=MAPS, default=MAPS[0]),
    "theme": _explorers(Kind.CODE, values=("auto", "light", "dark"), default="auto"),
    "rail": _explorers(Kind.CODE, values=_SWITCH, default="on"),
    "road": _explorers(Kind.CODE, values=_SWITCH, default="off"),
    "band": _explorers(Kind.CODE, values=_SWITCH, default="off"),
    "names": _explorers(Kind.CODE, values=_SWITCH, default="on"),
    # The year on whose 31 December the map stands.
    "on": Key(Kind.CODE, newer=True),
    # The viewport in three; the step of a talk, counted from one.
    "lat": Key(Kind.NUMBER),
    "lon": Key(Kind.NUMBER),
    "zoom": Key(Kind.NUMBER),
    "step": Key(Kind.NUMBER, only=FILE, drawn=True),
}

#: The server's own keys, which say nothing to the page.
FOREIGN = ("embed", "embed_options")

#: The keys of a filter whose codes have names: options of the command line, keys of a talk.
NAMED = (
    *("region", "place", "plan", "status", "mode", "finding"),
    *("current", "verdict", "precision"),
)

_AS: Mapping[str, Callable[[str], object]] = {
    "status": Status,
    "mode": Mode,
    "finding": FindingKind,
    "current": CurrentStatus,
    "verdict": Verdict,
    "precision": Precision,
    "year": int,
}


def as_filter(
    codes: Mapping[str, Iterable[str]],
    query: str = "",
    shapes: Mapping[str, Iterable[float]] | None = None,
) -> Filter:
    """The filter of ``codes`` by key; without modes the core ones, with :data:`ALL` every one.

    ``shapes`` are numbers by key, as :func:`layers.selection.where.read_shape` reads them.
    """
    given = {key: frozenset(values) for key, values in codes.items() if key in KEYS}
    modes = given.pop("mode", frozenset())
    chosen: dict[str, frozenset[object]] = {
        KEYS[key].field: frozenset(_AS.get(key, str)(value) for value in values)
        for key, values in given.items()
    }
    chosen["modes"] = (
        frozenset() if ALL in modes else frozenset(map(Mode, modes)) or frozenset(CORE_MODES)
    )
    found = {KEYS[key].field: tuple(numbers) for key, numbers in (shapes or {}).items()}
    return Filter(**chosen, **found, query=query)  # type: ignore[arg-type]


def named_filter(
    where: str, asked: Mapping[str, Iterable[str]], atlas: Atlas, *, query: str = ""
) -> Filter:
    """The filter of codes or names by key of :data:`NAMED`, lists joined by commas.

    Of a key of :data:`SHAPES` the last counts; ``near`` may name a city or county.

    Raises
    ------
    AtlasError
        At ``where`` and the key, for what is no code and no name.
    """
    codes: dict[str, frozenset[str]] = {}
    there = names(atlas)
    for key in NAMED:
        given = list(asked.get(key, ()))
        every = key == "mode" and given == [ALL]
        codes[key] = frozenset(given) if every else resolve_all(where + key, key, given, there[key])
    within = limits(atlas)
    shapes = {
        key: named_shape(where + key, key, text, atlas, within)
        for key in SHAPES
        for text in [*asked.get(key, ())][-1:]
    }
    return as_filter(codes, query, shapes)


def named_comparing(
    where: Callable[[str], str], asked: Mapping[str, Any], there: Names
) -> Comparing:
    """What ``asked`` compares: ``from`` and ``to``, ``change`` and ``maps``, codes or names.

    ``where`` says of each of these keys where it stands; what is not there is the default.

    Raises
    ------
    AtlasError
        For what is no code and no name.
    """

    def code(key: str, name: str) -> str:
        return resolve(where(key), "plan" if KEYS[key].of else key, name, there[key])

    kinds = resolve_all(where("change"), "change", asked.get("change") or (), there["change"])
    return Comparing(
        start=code("from", asked.get("from") or EARLIER),
        end=code("to", asked["to"]) if asked.get("to") else "",
        kinds=frozenset(map(ChangeClass, kinds)),
        maps=code("maps", asked.get("maps") or MAPS[0]),
    )


def limits(atlas: Atlas) -> Limits:
    """Between which whole degrees the map's middle may be, and its zoom; by the atlas's land."""
    west, south, east, north = land_of(atlas.borders).bounds
    beyond = max(LEAST_BEYOND, BEYOND * max(east - west, north - south))
    return {
        "lat": (float(math.floor(south - beyond)), float(math.ceil(north + beyond))),
        "lon": (float(math.floor(west - beyond)), float(math.ceil(east + beyond))),
        "zoom": ZOOM,
    }


def viewport(lat: float, lon: float, zoom: float, within: Limits) -> Viewport | None:
    """The three if all are ``within`` the limits, bounds included."""
    found = (lat, lon, zoom)
    bounds = zip(found, within.values(), strict=True)
    return found if all(low <= value <= high for value, (low, high) in bounds) else None


def parse_viewport(text: str, within: Limits) -> Viewport | None:
    """The viewport that ``lat,lon,zoom`` says, or None; ``within`` the limits."""
    parts = [read_number(part) for part in text.split(",")]
    if len(parts) != len(PARTS) or None in parts:
        return None
    lat, lon, zoom = (part for part in parts if part is not None)
    return viewport(lat, lon, zoom, within)


def table(atlas: Atlas) -> dict[str, object]:
    """The grammar as the view takes it, ``Grammar`` of the contract: what is empty is left out."""
    return {
        "keys": {name: _row(key, atlas) for name, key in KEYS.items()},
        "names": {
            kind: {code: list(called) for code, called in vocabulary.items()}
            for kind, vocabulary in VOCABULARIES.items()
        },
        "limits": {name: list(bounds) for name, bounds in _bounds(atlas).items()},
        "touches_km": LEAST_KM,
        "longest": LONGEST,
        "foreign": list(FOREIGN),
    }


def _bounds(atlas: Atlas) -> dict[str, tuple[float, float]]:
    return {**limits(atlas), "km": KM, "corners": CORNERS}


def _row(key: Key, atlas: Atlas) -> dict[str, object]:
    said = {NEWEST: atlas.plans[-1].id if atlas.plans else "", FIRST: opening_view(atlas)}
    default = key.default if isinstance(key.default, tuple) else said.get(key.default, key.default)
    row = {
        "kind": key.kind.value,
        "filters": bool(key.field),
        "values": list(key.values),
        "filed": list(key.filed),
        "of": key.of,
        "default": list(default) if isinstance(default, tuple) else default,
        "filtered": key.filtered,
        "newer": key.newer,
        "renamed": dict(key.renamed),
        "only": key.only,
    }
    return {name: value for name, value in row.items() if value}


def first_view(currents: Iterable[str]) -> str:
    """What a page without ``view`` shows, by how far its projects are.

    Where no fact tells of any, all would be unknown: it opens on what the plans say.

    >>> first_view(["unknown", "open"]), first_view(["unknown"]), first_view([])
    ('now', 'plan', 'plan')
    """
    return NOW if any(code != CurrentStatus.UNKNOWN for code in currents) else PLAN


def opening_view(atlas: Atlas) -> str:
    """:func:`first_view` of an atlas."""
    return first_view(project.now.status for project in atlas.projects)


def codes_of(atlas: Atlas) -> Names:
    """Of each key, the codes it takes and what else they are called."""
    years = {
        year
        for project in atlas.projects
        for mention in project.mentions
        for year in (mention.start_year, mention.complete_year)
        if year
    }
    there = names(atlas)
    ends: Names = {"on": {str(year): () for year in known_years(atlas)}}
    data: Names = {
        **there,
        **ends,
        "compared": {**there["plan"], **ends["on"]},
        "year": {str(year): () for year in sorted({NO_YEAR, *years})},
    }
    return {
        name: {**dict.fromkeys(key.values, ()), **data.get(key.of or name, {})}
        for name, key in KEYS.items()
    }
