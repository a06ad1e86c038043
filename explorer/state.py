"""What the page's address asks for. ``web/src/core/address.js`` writes it and reads it first.

The address holds stable codes (``?plan=shuangcheng-2020&status=preparation``), so that a link
survives a change of language. The map has drawn it by the time the server hears of it; here it
becomes the filter for downloads. What is unknown is ignored; the view has said so. So is what
concerns the browser only: :data:`DRAWN`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from layers.filters import Filter
from layers.records import Atlas
from layers.words import LANGS
from registry.vocab import CORE_MODES, FindingKind, Mode, Status

#: Address value of an empty choice of modes: all of them, not the core ones.
ALL = "all"

#: Keys that change no download: the page and what it compares, its theme, the legend's switches.
DRAWN = ("tab", "from", "to", "change", "theme", "rail", "road", "band")

#: The longest search that is heeded.
LONGEST = 80


@dataclass(frozen=True)
class Asked:
    """What an address asks for: filter, language, selected project, viewport (lat, lon, zoom)."""

    chosen: Filter
    lang: str
    project: str | None = None
    viewport: tuple[float, float, float] | None = None


def from_query(query: str, atlas: Atlas) -> Asked:
    """Read a query string with or without its question mark."""
    return from_values(parse_qs(query.removeprefix("?")), atlas)


def from_values(values: Mapping[str, Sequence[str]], atlas: Atlas) -> Asked:
    """Read an address's values by key."""

    def known(name: str, allowed: Iterable[str]) -> list[str]:
        there = set(allowed)
        asked = (v for value in values.get(name, ()) for v in value.split(","))
        return [v for v in dict.fromkeys(asked) if v in there]

    langs = known("lang", LANGS)
    modes = known("mode", [ALL, *(m.value for m in Mode)])
    projects = known("project", atlas.by_id)
    counties = {code for p in atlas.projects for code in p.counties}
    prefectures = {code for p in atlas.projects for code in p.prefectures}
    years = [v for value in values.get("year", ()) for v in value.split(",") if v.isdigit()]
    chosen = Filter(
        plans=frozenset(known("plan", (p.id for p in atlas.plans))),
        statuses=frozenset(Status(code) for code in known("status", (s.value for s in Status))),
        regions=frozenset(known("region", (r.id for r in atlas.regions))),
        modes=frozenset()
        if ALL in modes
        else frozenset(Mode(code) for code in modes) or frozenset(CORE_MODES),
        query=(list(values.get("q", ())) or [""])[-1][:LONGEST],
        places=frozenset(known("place", counties | prefectures)),
        findings=frozenset(FindingKind(code) for code in known("finding", FindingKind)),
        years=frozenset(int(year) for year in years if len(year) <= 4),
    )
    return Asked(
        chosen=chosen,
        lang=langs[-1] if langs else LANGS[0],
        project=projects[-1] if projects else None,
        viewport=_viewport((list(values.get("at", ())) or [""])[-1]),
    )


def _viewport(text: str) -> tuple[float, float, float] | None:
    try:
        lat, lon, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (lat, lon, zoom) if 20 < lat < 42 and 88 < lon < 120 and 5 <= zoom <= 13 else None
