"""The report on geometry: one row a project with stops, method, length and uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shapely import get_parts

from building.projects import Built
from building.reports.certainty import certainty
from building.reports.markdown import table
from geo.crs import distance_m
from registry.geometry import BASES, METHODS, PRECISIONS, Method, Precision
from registry.tables import BandRow
from registry.vocab import Mode

#: A drawn length within this share of the published one needs no explanation.
LENGTH_WITHIN = 0.07

_HEAD = """# Geometry, project by project

Made by `python -m geo build`; do not edit. How lines are drawn and how sure they are:
[decisions.md](decisions.md). Lengths are geodesic kilometres of the drawn line; *ratio* is drawn
over published; *longest* is the longest straight piece of the drawn line; *±* is the half-width
of the band of the least sure leg, *median ±* what half of the kilometres are surer than.
长度为绘制线的大地线长度；比值为绘制长度除以公布长度。
"""


def _longest_km(built: Built) -> float:
    """Kilometres of the longest straight piece of a line; 0 for anything else."""
    if built.located.length_km is None:
        return 0.0
    pieces = [
        distance_m(a, b)
        for part in get_parts(built.located.geometry)
        for a, b in pairwise(part.coords)
    ]
    return max(pieces) / 1000


def _why(built: Built) -> str:
    """Why the drawn length is not within :data:`LENGTH_WITHIN` of the published one."""
    drawn, published = built.located.length_km, built.project.length_km
    if drawn is None or published is None or abs(drawn / published - 1) <= LENGTH_WITHIN:
        return ""
    if drawn > published:
        return (
            "the published figure covers less than the places the plan names, or stops lie off it"
        )
    if built.located.precision is Precision.ENDPOINTS:
        return "only the two ends are known"
    if built.located.method is Method.RIVER:
        return "the centre line is generalised and cuts bends"
    return f"the line winds between stops up to {_longest_km(built):.0f} km apart, drawn straight"


def _cells(built: Built) -> list[str]:
    project, located = built.project, built.located
    official = project.length_km
    ratio = located.length_km / official if located.length_km and official else None
    stops = "、".join(stop.name for stop in located.stops)
    return [
        f"`{project.id}`",
        project.name,
        PRECISIONS[located.precision].en,
        BASES[located.basis].en if located.basis else "",
        METHODS[located.method].en,
        f"{located.length_km:g}" if located.length_km is not None else "",
        f"{official:g}" if official and located.length_km else "",
        f"{ratio:.2f}" if ratio else "",
        f"{_longest_km(built):.0f}" if located.length_km is not None else "",
        f"{located.uncertainty_m / 1000:g}" if located.uncertainty_m else "",
        f"{located.uncertainty_median_m / 1000:g}" if located.uncertainty_median_m else "",
        stops,
        "; ".join(part for part in (_why(built), located.note or "") if part),
    ]


def report(
    built: Sequence[Built], bands: Sequence[BandRow] = (), faults: str = "", goals: str = ""
) -> str:
    """The Markdown text of ``docs/geometry.md``; ``faults``, ``goals`` are sections of it."""
    columns = ["id", "name", "precision", "known from", "method", "km", "published km", "ratio"]
    columns += ["longest km", "± km", "median ± km", "stops", "remarks"]
    parts = [_HEAD]
    counted = [
        (term.en, term.zh, sum(b.located.precision is code for b in built))
        for code, term in PRECISIONS.items()
    ]
    parts.append(table(["precision", "精度", "projects"], counted))
    if goals:
        parts.append(goals)
    if bands:
        parts.append(certainty(built, bands))
    if faults:
        parts.append(faults)
    for mode in Mode:
        rows = [_cells(b) for b in built if b.project.mode is mode]
        parts.append(f"## {mode}\n\n" + table(columns, rows))
    return "\n".join(parts)
