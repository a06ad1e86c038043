"""The display payload: everything the view shows, as small as plain JSON can be.

Lines are integer steps (:mod:`layers.payload.topology`), repeated texts are indices into lists. The
payload is deterministic: the same data give the same bytes. Texts stay as they are; the view
writes them with ``textContent`` only.
"""

from __future__ import annotations

import itertools
import json
import math
import weakref
from typing import Any

from layers import histories, pinyin, style, words
from layers.payload import topology
from layers.payload.topology import SCALE, Point, pack, quantise, simplify
from layers.records import Atlas, Geo, Place, Project
from registry.vocab import CONTRADICTIONS, CORE_MODES, ChangeClass, FindingKind, Mode, Status

#: Raised when the view must read the payload differently.
VERSION = 1

#: How far neighbouring provinces are drawn around the counties, in degrees.
MARGIN = 4.0

#: A stop's name is looked up in the gazetteer no farther from the line than this, in degrees.
STOP_REACH = 0.35

#: Rivers are known to about 500 m; they are drawn to these steps, about 55 m.
RIVER_STEPS = 5

#: Borders of the provinces around, which are only there for bearings: about 220 m.
BEYOND_STEPS = 20

#: Projects are drawn to these steps: lines about 44 m, areas (whole counties) about 170 m.
DRAWN_STEPS = {"L": 4, "A": 15}

#: Chengdu and Chongqing, whose names go on the map before all others.
CAPITALS = ("510100", "500000")

#: Cosine of 30 degrees: what a degree of longitude is worth against one of latitude here.
COS_30 = 0.866

Box = tuple[int, int, int, int]


def build(atlas: Atlas, ids: list[str] | None = None) -> dict[str, Any]:
    """The payload of ``atlas``, of the projects ``ids`` only if given (registry order kept).

    The whole is made once for an atlas that is kept, and shared: change no list in it.
    """
    whole = _whole.get(id(atlas))
    if whole is None:
        whole = _whole[id(atlas)] = _build(atlas)
        weakref.finalize(atlas, _whole.pop, id(atlas), None)
    if ids is None:
        return dict(whole)
    wanted = set(ids)
    projects = [project for project in whole["projects"] if project["id"] in wanted]
    used = sorted({stop for project in projects for stop in project.get("stops", ())})
    place = {stop: i for i, stop in enumerate(used)}
    return {
        **whole,
        "stops": [whole["stops"][stop] for stop in used],
        "projects": [
            {**project, "stops": [place[stop] for stop in project["stops"]]}
            if "stops" in project
            else project
            for project in projects
        ],
    }


#: Payloads by the identity of their atlas, for as long as that lives.
_whole: dict[int, dict[str, Any]] = {}


def _build(atlas: Atlas) -> dict[str, Any]:
    plan_index = {plan.id: i for i, plan in enumerate(atlas.plans)}
    region_index = {region.id: i for i, region in enumerate(atlas.regions)}
    county_index = {_adcode(f): i for i, f in enumerate(atlas.boundaries["counties"])}
    stops: dict[str, int] = {}
    gazetteer: dict[str, list[Place]] = {}
    for place in atlas.places:
        gazetteer.setdefault(place.name, []).append(place)
    told = histories.Histories([plan.id for plan in atlas.plans])
    projects = [
        {
            **_project(project, plan_index, region_index, county_index, gazetteer, stops),
            "history": told.index(project),
        }
        for project in atlas.projects
    ]
    return {
        "version": VERSION,
        "scale": SCALE,
        "style": style.table(),
        "words": {lang: words.view_words(lang) for lang in words.LANGS},
        "modes": [mode.value for mode in Mode],
        "core": [mode.value for mode in CORE_MODES],
        "statuses": [status.value for status in Status],
        "changes": [change.value for change in ChangeClass],
        "finding_kinds": [kind.value for kind in FindingKind],
        "contradictions": [kind.value for kind in CONTRADICTIONS],
        "histories": told.made,
        "plans": [
            {
                "id": p.id,
                "title": [p.title, p.title_en],
                "short": [p.short, p.short_en],
                "issuer": p.issuer,
                "number": p.number,
                "date": p.date,
            }
            for p in atlas.plans
        ],
        "regions": [
            {"id": r.id, "name": [r.name, r.name_en], "counties": _members(r.members, county_index)}
            for r in atlas.regions
        ],
        "pinyin": pinyin.table(
            [
                *(name for p in atlas.projects for name in (p.name, *p.aliases)),
                *(_names(f)[0] for n in ("prefectures", "counties") for f in atlas.boundaries[n]),
            ]
        ),
        "base": _base(atlas),
        "stops": [json.loads(text) for text in stops],
        "projects": projects,
    }


def dumps(payload: object) -> str:
    """Compact JSON, Chinese not escaped."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _members(codes: tuple[str, ...], county_index: dict[str, int]) -> list[int]:
    return sorted(i for adcode, i in county_index.items() if adcode.startswith(codes))


def _base(atlas: Atlas) -> dict[str, Any]:
    counties = atlas.boundaries["counties"]
    prefectures = atlas.boundaries["prefectures"]
    seats = {p.adcode: p for p in atlas.places if p.kind == "seat"}
    prefecture_index = {_adcode(f): i for i, f in enumerate(prefectures)}
    inside = {str(f["properties"].get("province")) for f in counties}
    arcs = topology.arcs([list(topology.rings(f.get("geometry"))) for f in counties])
    box = _box(arcs)
    return {
        "codes": {
            "counties": "".join(f"{_adcode(f):6.6}" for f in counties),
            "prefectures": "".join(f"{_adcode(f):6.6}" for f in prefectures),
        },
        "counties": [
            [
                *_names(f),
                prefecture_index.get(str(f["properties"].get("prefecture")), -1),
                *_label(f, seats),
            ]
            for f in counties
        ],
        "prefectures": [
            [
                *_names(f),
                str(f["properties"].get("province")),
                *_label(f, seats),
                int(_adcode(f) in CAPITALS),
            ]
            for f in prefectures
        ],
        "arcs": [[a, b, pack(line)] for line, a, b in arcs],
        **_neighbours([f for f in atlas.boundaries["provinces"] if _adcode(f) not in inside], box),
        "rivers": [
            [
                *_names(f),
                [pack(simplify(line, RIVER_STEPS)) for line in _lines(f.get("geometry"))],
            ]
            for f in atlas.rivers
        ],
    }


def _adcode(feature: Geo) -> str:
    return str(feature["properties"].get("adcode"))


def _names(feature: Geo) -> tuple[str, str]:
    props = feature["properties"]
    return (str(props.get("name") or ""), str(props.get("name_en") or ""))


def _label(feature: Geo, seats: dict[str, Place]) -> tuple[int, int, int]:
    """Where the name goes, and 1 where that is the seat rather than the middle of the area."""
    seat = seats.get(_adcode(feature))
    if seat is not None:
        return (round(seat.lon * SCALE), round(seat.lat * SCALE), 1)
    x, y = topology.interior_point(list(topology.rings(feature.get("geometry")))) or (0, 0)
    return (x, y, 0)


def _box(arcs: list[topology.Arc]) -> Box:
    margin = round(MARGIN * SCALE)
    xs = [x for line, _, _ in arcs for x, _ in line] or [0]
    ys = [y for line, _, _ in arcs for _, y in line] or [0]
    return (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def _neighbours(features: list[Geo], box: Box) -> dict[str, Any]:
    """Names of the provinces around, and the borders between them inside ``box``."""
    shapes = [
        [clip for ring in topology.rings(f.get("geometry")) if (clip := _clip(ring, box))]
        for f in features
    ]
    borders = [
        line
        for arc, _, _ in topology.arcs([[[*r, r[0]] for r in loops] for loops in shapes])
        for line in _off_the_edge(arc, box)
    ]
    names = [
        [*_names(f), *point]
        for f, loops in zip(features, shapes, strict=True)
        if (point := topology.interior_point([[*r, r[0]] for r in loops]))
    ]
    return {"neighbours": names, "beyond": [pack(simplify(line, BEYOND_STEPS)) for line in borders]}


def _off_the_edge(line: list[Point], box: Box) -> list[list[Point]]:
    """``line`` without the stretches that only run along the edge of ``box``."""
    found: list[list[Point]] = [[]]
    for a, b in itertools.pairwise(line):
        if any(a[i % 2] == b[i % 2] == box[i] for i in range(4)):
            found.append([])
        else:
            found[-1] += [b] if found[-1] else [a, b]
    return [part for part in found if part]


def _clip(ring: list[Point], box: Box) -> list[Point]:
    """The part of ``ring`` inside ``box`` (Sutherland-Hodgman); empty when fewer than 3 points."""
    for axis, limit, keep_above in ((0, box[0], 1), (1, box[1], 1), (0, box[2], 0), (1, box[3], 0)):
        found: list[Point] = []
        for here, after in zip(ring, ring[1:] + ring[:1], strict=True):
            in_here = here[axis] >= limit if keep_above else here[axis] <= limit
            in_after = after[axis] >= limit if keep_above else after[axis] <= limit
            if in_here:
                found.append(here)
            if in_here != in_after:
                share = (limit - here[axis]) / (after[axis] - here[axis])
                other = round(here[1 - axis] + share * (after[1 - axis] - here[1 - axis]))
                found.append((limit, other) if axis == 0 else (other, limit))
        ring = found
        if len(ring) < 3:
            return []
    return ring


def _lines(geometry: Geo | None, *, alike: bool = False) -> list[list[Point]]:
    """The lines, rings or points of a geometry, quantised.

    ``alike`` rounds each from its own first point on, so that equal courses elsewhere are equal
    steps; a point is then within a step (11 m) of where it is, not within half a step.
    """
    if geometry is None:
        return []
    parts = geometry["coordinates"]
    kind = geometry.get("type")
    if kind == "Point":
        parts = [[parts]]
    elif kind == "MultiPoint":
        parts = [[point] for point in parts]
    elif kind == "LineString":
        parts = [parts]
    elif kind == "MultiPolygon":
        parts = [ring for polygon in parts for ring in polygon]
    make = topology.quantise_alike if alike else quantise
    return [points for part in parts if (points := make(part))]


_KINDS = {
    "Point": "P",
    "MultiPoint": "P",
    "LineString": "L",
    "MultiLineString": "L",
    "Polygon": "A",
    "MultiPolygon": "A",
}


def _project(
    project: Project,
    plan_index: dict[str, int],
    region_index: dict[str, int],
    county_index: dict[str, int],
    gazetteer: dict[str, list[Place]],
    stops: dict[str, int],
) -> dict[str, Any]:
    lines = _lines(project.geometry, alike=True)
    statuses = list(Status)
    kind = _KINDS.get(str((project.geometry or {}).get("type")), "")
    drawn = [simplify(line, DRAWN_STEPS.get(kind, 0)) for line in lines]
    if kind == "A":
        drawn = [ring for ring in drawn if len(ring) > 3]
    full: dict[str, Any] = {
        "id": project.id,
        "name": [project.name, project.name_en],
        "aliases": list(project.aliases),
        "mode": project.mode.value,
        "part_of": project.part_of,
        "regions": [region_index[r] for r in project.regions if r in region_index],
        "counties": [county_index[c] for c in project.counties if c in county_index],
        "county_km": [
            round(km, 1) if (km := project.county_km.get(c, 0)) < 10 else round(km)
            for c in project.counties
            if c in county_index
        ]
        if project.county_km
        else None,
        "kind": kind if lines else "",
        "geometry": [pack(line) for line in drawn],
        "precision": project.precision.value,
        "uncertainty": project.uncertainty_m,
        "km": project.length_km,
        "official_km": project.official_km,
        "method": project.method,
        "source": project.source,
        "basis": project.route_basis,
        "route_note": project.route_note,
        "note": project.note,
        # Where lines meet they share their stops: indices into one list.
        "stops": [
            stops.setdefault(dumps(stop), len(stops)) for stop in _stops(project, lines, gazetteer)
        ],
        "mentions": [
            [
                plan_index[m.plan],
                m.clause,
                m.as_written,
                m.action,
                statuses.index(m.status),
                m.start_year or 0,
                m.complete_year or 0,
                m.note,
            ]
            for m in project.mentions
        ],
        "events": [
            [e.event.value, e.date, e.section, e.text, e.source, int(e.disputed)]
            for e in project.events
        ],
        "findings": histories.findings(project.findings, plan_index),
    }
    return {key: value for key, value in full.items() if value not in ("", None, [])}


def _stops(
    project: Project, lines: list[list[Point]], gazetteer: dict[str, list[Place]]
) -> list[list[Any]]:
    """Stop names, each with its place (lon, lat steps) and English name if it is by the line."""
    vertices = [point for line in lines for point in line]
    found: list[list[Any]] = []
    for stop in project.stops:
        name, _, adcode = stop.partition("@")
        best: tuple[float, Place] | None = None
        for place in gazetteer.get(name, []):
            if adcode and not place.adcode.startswith(adcode):
                continue
            away = _distance(place, vertices)
            if away <= STOP_REACH and (best is None or away < best[0]):
                best = (away, place)
        found.append(
            [name]
            if best is None
            else [name, round(best[1].lon * SCALE), round(best[1].lat * SCALE), best[1].name_en]
        )
    return found


def _distance(place: Place, vertices: list[Point]) -> float:
    """Degrees from ``place`` to the nearest vertex, longitude shrunk; infinite without any."""
    away = (
        math.hypot((x / SCALE - place.lon) * COS_30, y / SCALE - place.lat) for x, y in vertices
    )
    return min(away, default=math.inf)
