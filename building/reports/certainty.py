"""How sure the lines are: the calibration of their bands, and what is known best and least."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from building.projects import Built
from building.reports.markdown import table
from geo.legs.drawing import Leg, weighted_median
from registry.geometry import BASES, METHODS, POOLS, Basis, Method
from registry.tables import BandRow
from registry.vocab import MODES, Mode

_HEAD = """## How sure the lines are

Each leg, from stop to stop, has a band of its own in `data/legs.geojson`. What a band holds is
measured by leaving stops out, a leg at a time ([decisions.md](decisions.md)): *held* is the share
of them inside the band that would have been stated, *wider* how many times the factor is that 95 %
need. Where a class has too few stops of its own, those beside it count (*from*).
每一段各有不确定带；逐一去掉站点来检验：held 为落在带内的比例，wider 为所用系数与 95% 所需系数之比。
"""


#: How many legs are named that are to be looked at next.
LOOK = 25
_NEXT = """### Look here next

The legs whose better knowledge would narrow the map most: half-width times length, both sides, for
every project that runs there. A station, an interchange or a surveyed line between their ends
(`python -m geo compare`) helps most.
下列路段若能弄清，地图收窄最多：带的面积最大者在先。

"""


def _legs(built: Iterable[Built]) -> list[tuple[Mode, Leg]]:
    return [(b.project.mode, leg) for b in built for leg in b.located.legs]


def _km(metres: int | None) -> str:
    return "" if metres is None else f"{metres / 1000:g}"


def _class_row(row: BandRow, legs: Sequence[Leg]) -> list[str]:
    known = row.held is not None and row.needed
    return [
        MODES[row.mode].en,
        BASES[row.basis].en,
        METHODS[row.method].en,
        f"{len(legs)}",
        f"{_length_km(legs):.0f}",
        _km(weighted_median(legs)),
        POOLS[row.pool].en,
        f"{row.left_out}",
        f"{row.held:.1%}" if known else "",
        f"{row.factor:g}",
        f"{row.factor / row.needed:.2f}" if known and row.needed else "",
    ]


def _calibration(legs: Sequence[tuple[Mode, Leg]], bands: Iterable[BandRow]) -> str:
    head = ["mode", "known from", "method", "legs", "km", "median ± km", "from", "left out"]
    head += ["held", "factor", "wider"]
    rows = []
    for row in bands:
        kind = (row.mode, row.basis, row.method)
        own = [leg for mode, leg in legs if (mode, leg.basis, leg.method) == kind]
        if own:
            rows.append(_class_row(row, own))
    return table(head, rows)


_HALF = """Half of the kilometres of a mode's lines are surer than this. *Led* are legs of stops
that are published or public between which something leads: a line that a source gives, a network,
a valley; *curves* are those where only the stops are known.
"""
_GOAL = """A median of 5 km was aimed at for railways and of 4 km for highways, over all legs whose
stops are published or public, and is not reached: where something leads between the stops it is, by
far; the rest are lines that are not built or are newer than the networks of the packages, of which
nobody gives the course. Tried were every station, interchange and town with a public position, the
networks with their true lengths, a finer railway map of OpenStreetMap as far as it was to be had,
and rivers that lines are said to follow. Three other measures of how far a curve strays were tried
on the stops left out: fast lines apart from old ones (95 % of those on fast lines need a factor of
0.39 too, since a line bends at Tianfu, Ziyang West and Dazu Rock Carvings), the turn of a line at
both ends of a leg (railways no narrower, curves of highways by a sixth, too little for a rule of
their own), and other powers of the length (wider). What is left to do is above all *Look here
next*. No band was narrowed below what 95 % need.
铁路中位5公里、公路4公里的目标未达到：站间有线可循的已远好于目标，其余是未建或晚于路网资料的线路，走向未见公布。
试过高速铁路另作一类、按两端转角、按长度的其他次方计偏离，铁路都不能更窄；所有带都不窄于95%所需。
"""


def _known(legs: Iterable[tuple[Mode, Leg]], mode: Mode) -> list[Leg]:
    """The legs of ``mode``, reaches of rivers left out, whose stops are published or public."""
    own = (leg for m, leg in legs if m is mode and leg.method is not Method.RIVER)
    return [leg for leg in own if leg.basis in (Basis.STATIONS, Basis.PUBLIC)]


def known_median_m(built: Iterable[Built], mode: Mode) -> int | None:
    """Metres that half of the kilometres between published or public stops are surer than."""
    return weighted_median(_known(_legs(built), mode))


def _medians(legs: Sequence[tuple[Mode, Leg]]) -> str:
    rows = []
    for mode in Mode:
        own = [leg for m, leg in legs if m is mode and leg.method is not Method.RIVER]
        better = _known(legs, mode)
        led = [leg for leg in better if leg.method is not Method.STOPS]
        curves = [leg for leg in better if leg.method is Method.STOPS]
        if own:
            cells = [_km(weighted_median(better)), _km(weighted_median(own))]
            for part in (led, curves):
                cells += [f"{_length_km(part):.0f}" if part else "", _km(weighted_median(part))]
            rows.append([MODES[mode].en, *cells])
    head = ["mode", "± km, stops published or public", "± km, all"]
    return table([*head, "led, km", "± km", "curves, km", "± km"], rows)


def _length_km(legs: Iterable[Leg]) -> float:
    return sum(leg.length_km for leg in legs)


def band_km2(leg: Leg) -> float:
    """How much of the map a leg's band takes: what would go if its course were known."""
    return 2 * leg.uncertainty_m / 1000 * leg.length_km


def look_next(
    built: Sequence[Built], most: int = LOOK
) -> list[tuple[list[tuple[Built, Leg]], float]]:
    """The ``most`` stretches whose bands take most of the map, most first, and how many km².

    A stretch has each project's leg between its two ends: knowing it helps them all.
    """
    shared: dict[frozenset[tuple[float, ...]], list[tuple[Built, Leg]]] = {}
    for b in built:
        for leg in b.located.legs:
            ends = frozenset((leg.line.coords[0], leg.line.coords[-1]))
            shared.setdefault(ends, []).append((b, leg))
    areas = [(group, sum(band_km2(leg) for _, leg in group)) for group in shared.values()]
    return sorted(areas, key=lambda one: -one[1])[:most]


def _next(built: Sequence[Built]) -> str:
    rows = []
    for group, area in look_next(built):
        named = "、".join(dict.fromkeys(f"`{b.project.id}`" for b, _ in group))
        leg = max((leg for _, leg in group), key=band_km2)
        ends = f"{leg.start} – {leg.end}"
        known = f"{leg.length_km:.0f}", _km(leg.uncertainty_m), BASES[leg.basis].en
        rows.append([ends, named, *known, f"{area:,.0f}"])
    head = ["leg", "project", "km", "± km", "known from", "km² of band"]
    return _NEXT + table(head, rows)


def certainty(built: Sequence[Built], bands: Sequence[BandRow]) -> str:
    """The part of the report on geometry that says how sure the lines are."""
    legs = _legs(built)
    parts = [_HEAD, _calibration(legs, bands)]
    parts += [_HALF, _medians(legs), _GOAL]
    return "\n".join([*parts, _next(built)])
