"""The grammar of an address: what explorer, exported file, command line and talk call things.

An address holds stable codes (``?plan=shuangcheng-2020&status=preparation``), so that a link
survives a change of language; names are understood too. :data:`KEYS` says which keys there are
and of what kind their values, :data:`LIMITS` within which bounds numbers are taken. An explorer
holds its address after ``?``, an exported file after ``#``; the keys are the same. What is
unknown is ignored here: the view has said so.

An address without ``view`` opens on how far projects are now; where it filters, on what the plans
say: links from before there was a choice show what their senders saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs

from facts import dates
from layers.records.model import Atlas
from layers.selection.filters import NO_YEAR, Filter
from layers.selection.resolver import Names, find, names, resolve_all
from layers.translations.catalog import LANGS
from registry.outcome.vocab import CurrentStatus, Verdict
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
    CODE = "code"
    NUMBER = "number"
    TEXT = "text"
    VIEWPORT = "viewport"


@dataclass(frozen=True)
class Key:
    """A key of an address.

    ``field`` is the field of :class:`Filter` that it fills, if it filters. ``values`` are the
    codes it takes beside those that the data have under the key's name (``of``: under another).
    ``drawn`` keys change what the browser draws and no download.
    """

    kind: Kind
    field: str = ""
    values: tuple[str, ...] = ()
    of: str = ""
    drawn: bool = False


#: The two ways to draw: how far projects are by facts, and what the plans say.
NOW, PLAN = "now", "plan"
VIEWS = (NOW, PLAN)

_SWITCH = ("on", "off")

KEYS: Mapping[str, Key] = {
    "lang": Key(Kind.CODE, values=LANGS),
    "tab": Key(
        Kind.CODE,
        values=("map", "compare", "matrix", "charts", "outcomes", "data"),
        drawn=True,
    ),
    "view": Key(Kind.CODE, values=VIEWS),
    "plan": Key(Kind.CODES, "plans"),
    "status": Key(Kind.CODES, "statuses"),
    "region": Key(Kind.CODES, "regions"),
    "mode": Key(Kind.CODES, "modes", values=(ALL,)),
    "place": Key(Kind.CODES, "places"),
    "year": Key(Kind.CODES, "years"),
    "finding": Key(Kind.CODES, "findings"),
    "current": Key(Kind.CODES, "currents"),
    "verdict": Key(Kind.CODES, "verdicts"),
    "change": Key(Kind.CODES, drawn=True),
    "q": Key(Kind.TEXT, "query"),
    "project": Key(Kind.CODE),
    "at": Key(Kind.VIEWPORT),
    "from": Key(Kind.CODE, values=("earlier", "all"), of="plan", drawn=True),
    "to": Key(Kind.CODE, of="plan", drawn=True),
    "theme": Key(Kind.CODE, values=("auto", "light", "dark"), drawn=True),
    "rail": Key(Kind.CODE, values=_SWITCH, drawn=True),
    "road": Key(Kind.CODE, values=_SWITCH, drawn=True),
    "band": Key(Kind.CODE, values=_SWITCH, drawn=True),
    # The year on whose 31 December the map stands.
    "on": Key(Kind.CODE),
    # Exported files say the viewport by these, and the step of a talk.
    "lat": Key(Kind.NUMBER),
    "lon": Key(Kind.NUMBER),
    "zoom": Key(Kind.NUMBER),
    "step": Key(Kind.NUMBER, drawn=True),
}

#: The keys of a filter whose codes have names: options of the command line, keys of a talk.
NAMED = ("region", "plan", "status", "mode", "finding", "current", "verdict")

_AS: Mapping[str, Callable[[str], object]] = {
    "status": Status,
    "mode": Mode,
    "finding": FindingKind,
    "current": CurrentStatus,
    "verdict": Verdict,
    "year": int,
}


@dataclass(frozen=True)
class Asked:
    """What an address asks for.

    Filter, language, selected project, viewport (lat, lon, zoom), and the year on whose last day
    the map stands, None for now. ``view`` is one of :data:`VIEWS`.
    """

    chosen: Filter
    lang: str
    project: str | None = None
    viewport: Viewport | None = None
    view: str = NOW
    on: int | None = None


def as_filter(codes: Mapping[str, Iterable[str]], query: str = "") -> Filter:
    """The filter of ``codes`` by key; without modes the core ones, with :data:`ALL` every one."""
    given = {key: frozenset(values) for key, values in codes.items() if key in KEYS}
    modes = given.pop("mode", frozenset())
    chosen: dict[str, frozenset[object]] = {
        KEYS[key].field: frozenset(_AS.get(key, str)(value) for value in values)
        for key, values in given.items()
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
    try:
        lat, lon, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return viewport(lat, lon, zoom)


def from_query(query: str, atlas: Atlas) -> Asked:
    """Read an address with or without its ``?`` or ``#``."""
    return from_values(parse_qs(query.removeprefix("?").removeprefix("#")), atlas)


def from_values(values: Mapping[str, Sequence[str]], atlas: Atlas) -> Asked:
    """Read an address's values by key."""
    there = _there(atlas)

    def codes(key: str) -> list[str]:
        asked = (part for value in values.get(key, ()) for part in value.split(","))
        resolved = (find(part, there[key]) for part in asked if part)
        return [code for code in dict.fromkeys(resolved) if code is not None]

    def last(key: str) -> str:
        return (list(values.get(key, ())) or [""])[-1]

    lang, project, view, on = map(codes, ("lang", "project", "view", "on"))
    filtered = any(any(values.get(name, ())) for name, key in KEYS.items() if key.field)
    filtering = [key for key, one in KEYS.items() if one.field and one.kind is Kind.CODES]
    at = last("at") or ",".join(last(key) for key in LIMITS)
    return Asked(
        chosen=as_filter({key: codes(key) for key in filtering}, last("q")[:LONGEST]),
        lang=lang[-1] if lang else LANGS[0],
        project=project[-1] if project else None,
        viewport=parse_viewport(at),
        on=int(on[-1]) if on else None,
        view=view[-1] if view else PLAN if filtered else NOW,
    )


def _there(atlas: Atlas) -> Names:
    """Of each key, the codes it takes and what else they are called."""
    places = {area.adcode for area in (*atlas.borders.counties, *atlas.borders.prefectures)}
    years = {
        year
        for project in atlas.projects
        for mention in project.mentions
        for year in (mention.start_year, mention.complete_year)
        if year
    }
    data: Names = {
        **names(atlas),
        "place": dict.fromkeys(
            sorted(places.union(*((*p.counties, *p.prefectures) for p in atlas.projects))), ()
        ),
        "on": {str(year): () for year in known_years(atlas)},
        "year": {str(year): () for year in sorted({NO_YEAR, *years})},
    }
    return {
        name: {**dict.fromkeys(key.values, ()), **data.get(key.of or name, {})}
        for name, key in KEYS.items()
    }


def known_years(atlas: Atlas) -> range:
    """The years on which the map can stand: from the first of any span to the day of the facts."""
    spans = [span for project in atlas.projects for span in project.spans]
    first = min((span.first for span in spans), default=None)
    if first is None:
        return range(0)
    ends = [span.last or span.first for span in spans]
    return range(first, max([*ends, dates.year(atlas.as_of)] if atlas.as_of else ends) + 1)
