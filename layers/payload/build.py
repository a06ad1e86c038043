"""The display payload: everything the view shows, as small as plain JSON can be.

Lines are integer steps (:mod:`layers.payload.packing`), repeated texts are indices into lists. The
payload is deterministic: the same data give the same bytes. Texts stay as they are; the view
writes them with ``textContent`` only.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Mapping, Sequence
from typing import Any, cast

from facts import years
from facts.deciding import decides
from facts.promises import without_year
from layers import address, style
from layers.payload import contract, grammar, histories, looks
from layers.payload.base import base
from layers.payload.contract import Payload
from layers.payload.packing import pack
from layers.payload.shares import shares
from layers.payload.sources import Sources, only_used
from layers.records.digest import data_digest, record_digest
from layers.records.drawn import Point, drawn, steps_of
from layers.records.facts import source_of
from layers.records.model import Atlas, Now, Outcome, Project, Source, Stop
from layers.search import pinyin, tables
from layers.search.index import Entry, texts_of
from layers.search.matcher import index_of
from layers.selection.filters import touches_place
from layers.translations import catalog
from registry.borders import SCALE
from registry.columns import Kind, listed_columns
from registry.geometry import Basis, Method
from registry.notes import vocab as notes
from registry.outcome.events import OPENINGS
from registry.outcome.vocab import CurrentStatus, PromiseKind, TimelineState, Verdict
from registry.term import LANES
from registry.vocab import (
    CONTRADICTIONS,
    CORE_MODES,
    STAGES,
    ChangeClass,
    FindingKind,
    Mode,
    Status,
)

#: Raised when the view must read the payload differently.
VERSION = 1


def build(atlas: Atlas, ids: list[str] | None = None) -> Payload:
    """The payload of ``atlas``, of the projects ``ids`` only if given (registry order kept).

    The whole is made once for an atlas that is kept, and shared: change no list in it.
    """
    whole = _whole.get(id(atlas))
    if whole is None:
        whole = _whole[id(atlas)] = _build(atlas)
        weakref.finalize(atlas, _whole.pop, id(atlas), None)
    found = whole.copy()
    if ids is None:
        return found
    wanted = set(ids)
    found["projects"] = [p.copy() for p in whole["projects"] if p["id"] in wanted]
    used = sorted({stop for project in found["projects"] for stop in project.get("stops", ())})
    found["stops"] = [whole["stops"][stop] for stop in used]
    place = {stop: i for i, stop in enumerate(used)}
    for project in found["projects"]:
        if "stops" in project:
            project["stops"] = [place[stop] for stop in project["stops"]]
    found["sources"] = only_used(found["projects"], whole["sources"])
    return found


#: Payloads by the identity of their atlas, for as long as that lives.
_whole: dict[int, Payload] = {}


def _build(atlas: Atlas) -> Payload:
    plan_index = {plan.id: i for i, plan in enumerate(atlas.plans)}
    region_index = {region.id: i for i, region in enumerate(atlas.regions)}
    county_index = {county.adcode: i for i, county in enumerate(atlas.borders.counties)}
    prefecture_of = {county.adcode: county.prefecture for county in atlas.borders.counties}
    stops: dict[Stop, int] = {}
    # Built positions have five decimals.
    english = {Stop(p.name, round(p.lon, 5), round(p.lat, 5)): p.name_en for p in atlas.places}
    sources = Sources()
    told = histories.Histories([plan.id for plan in atlas.plans])
    index = index_of(atlas)
    projects = [
        _project(
            project,
            plan_index,
            region_index,
            county_index,
            prefecture_of,
            stops=stops,
            sources=sources,
            history=told.index(project),
            entry=entry,
        )
        for project, entry in zip(atlas.projects, index.entries, strict=True)
    ]
    found: Payload = {
        "version": VERSION,
        "scale": SCALE,
        "style": cast("looks.Style", style.table()),
        "words": {
            lang: catalog.view_words(lang, atlas.titles.of(lang), len(atlas.plans))
            for lang in catalog.LANGS
        },
        "address": cast("grammar.Grammar", address.table(atlas)),
        "modes": [mode.value for mode in Mode],
        "core": [mode.value for mode in CORE_MODES],
        "statuses": [status.value for status in Status],
        "listed": [
            contract.ListedColumn(
                label=column.label,
                numeric=int(column.kind in (Kind.NUMBER, Kind.INTEGER)),
            )
            for column in listed_columns()
        ],
        "stages": [status.value for status in STAGES],
        "methods": [method.value for method in Method],
        "bases": [basis.value for basis in Basis],
        "openings": [event.value for event in OPENINGS],
        "lanes": list(LANES),
        "current_statuses": [code.value for code in CurrentStatus],
        "verdict_codes": [verdict.value for verdict in Verdict],
        "changes": [change.value for change in ChangeClass],
        "finding_kinds": [kind.value for kind in FindingKind],
        "contradictions": [kind.value for kind in CONTRADICTIONS],
        "promise_kinds": [kind.value for kind in PromiseKind],
        "timeline_states": [state.value for state in TimelineState],
        "year_changes": {
            f"{before or ''}>{after or ''}": change.value
            for before in (None, *TimelineState)
            for after in (None, *TimelineState)
            if (change := years.between(before, after))
        },
        "as_of": atlas.as_of,
        "notes": {
            "kinds": [kind.value for kind in notes.NoteKind],
            "data": data_digest(atlas.as_of, (project["record"] for project in projects)),
            "longest": {
                "text": notes.LONGEST_TEXT,
                "source": notes.LONGEST_SOURCE,
                "contact": notes.LONGEST_CONTACT,
            },
        },
        "histories": told.made,
        "plans": [
            {
                "id": p.id,
                "title": (p.title, p.title_en),
                "short": (p.short, p.short_en),
                "issuer": p.issuer,
                "number": p.number,
                "date": p.date,
            }
            for p in atlas.plans
        ],
        "regions": [
            {"id": r.id, "name": (r.name, r.name_en), "counties": _members(r.members, county_index)}
            for r in atlas.regions
        ],
        "pinyin": pinyin.table(index.known),
        "search": cast("contract.Search", tables.table(texts_of(atlas))),
        "base": base(atlas),
        "stops": [_stop(stop, english.get(stop, "")) for stop in stops],
        "sources": sources.made,
        "projects": projects,
    }
    if atlas.missing:
        found["missing"] = [(one.why.text("zh"), one.why.text("en")) for one in atlas.missing]
    return found


def _stop(stop: Stop, name_en: str) -> contract.Stop:
    x, y = steps_of(stop.lon, stop.lat)
    return {"name": stop.name, "x": x, "y": y, "name_en": name_en}


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def dumps(payload: object) -> str:
    """Compact JSON, Chinese not escaped."""
    return _JSON.encode(payload)


def _members(codes: tuple[str, ...], county_index: dict[str, int]) -> list[int]:
    return sorted(i for adcode, i in county_index.items() if adcode.startswith(codes))


def _project(
    project: Project,
    plan_index: dict[str, int],
    region_index: dict[str, int],
    county_index: dict[str, int],
    prefecture_of: dict[str, str],
    *,
    stops: dict[Stop, int],
    sources: Sources,
    history: int,
    entry: Entry,
) -> contract.Project:
    statuses = list(Status)
    shape = drawn(project)
    lines = [pack(line) for line in shape.lines]
    full: dict[str, Any] = {
        "id": project.id,
        "name": (project.name, project.name_en),
        "aliases": list(project.aliases),
        "mode": project.mode.value,
        "part_of": project.part_of,
        "regions": [region_index[r] for r in project.regions if r in region_index],
        "counties": [county_index[c] for c in project.counties if c in county_index],
        "county_km": shares(
            (project.county_km.get(c, 0) for c in project.counties if c in county_index),
            project.length_km or sum(project.county_km.values()),
        )
        if project.county_km
        else None,
        "grazes": _grazes(project, prefecture_of),
        "kind": shape.kind,
        "geometry": lines,
        "precision": project.precision.value,
        "uncertainty": project.uncertainty_m,
        "uncertainty_median": project.uncertainty_median_m,
        "km": project.length_km,
        "official_km": project.official_km,
        "method": project.method,
        "source": project.source,
        "basis": project.route_basis,
        "route_note": project.route_note,
        "note": project.note,
        "record": record_digest(project, lines),
        "unreviewed": None if project.reviewed else 1,
        "looked_at": project.looked_at,
        # Where lines meet they share their stops: indices into one list.
        "stops": [stops.setdefault(stop, len(stops)) for stop in project.stops],
        "mentions": [
            contract.Mention(
                plan=plan_index[m.plan],
                clause=m.clause,
                as_written=m.as_written,
                action=m.action,
                status=statuses.index(m.status),
                start_year=m.start_year or 0,
                complete_year=m.complete_year or 0,
                note=m.note,
            )
            for m in project.mentions
        ],
        "events": [
            contract.Event(
                event=e.event.value,
                date=e.date,
                section=e.section,
                state=str(e.state),
                text=e.text,
                source=sources.index(source_of(e)),
                confidence=e.confidence.value,
                disputed=int(e.disputed),
                scope=str(e.scope),
                decides=int(decides(e)),
            )
            for e in project.events
        ],
        "findings": [
            contract.Finding(
                kind=f.kind.value,
                plan_from=plan_index[f.plan_from],
                plan_to=plan_index.get(f.plan_to, -1),
                words_zh=f.words[0],
                words_en=f.words[1],
            )
            for f in project.findings
        ],
        "outcomes": [_outcome(o, plan_index, sources) for o in project.outcomes],
        "spans": [
            contract.Span(state=span.state.value, first=span.first, last=span.last or 0)
            for span in project.spans
        ],
        "without_year": [plan_index[plan] for plan in without_year(project.mentions)],
        "listed": list(project.listed) if any(cell != "" for cell in project.listed) else None,
        "history": history,
        "called": called_row(entry),
        **_now(project.now, sources),
        "legs": _legs(project, shape.legs, sources) if shape.legs else None,
    }
    left = {key: value for key, value in full.items() if value not in ("", None, [])}
    return cast("contract.Project", left)


def _grazes(project: Project, prefecture_of: Mapping[str, str]) -> list[str]:
    """Adcodes of the counties of ``project``, and of their prefectures, that it does not touch."""
    there = [code for code in project.counties if code in prefecture_of]
    places = {*there, *(prefecture_of[code] for code in there)} - {""}
    return sorted(code for code in places if not touches_place(project, code))


def _legs(project: Project, pieces: Sequence[Sequence[Point]], sources: Sources) -> contract.Legs:
    legs, places = project.legs, {stop.name: i for i, stop in enumerate(project.stops)}
    return {
        "steps": [len(piece) - 1 for piece in pieces],
        "start": [places.get(leg.start, -1) for leg in legs],
        "end": [places.get(leg.end, -1) for leg in legs],
        "band": [leg.uncertainty_m for leg in legs],
        "method": [list(Method).index(leg.method) for leg in legs],
        "basis": [list(Basis).index(leg.basis) for leg in legs],
        "sources": [[sources.index(Source(text)) for text in leg.sources] for leg in legs],
    }


def called_row(entry: Entry) -> contract.Called:
    """What a project may be called, as the view takes it."""
    return {
        "own": list(entry.spoken),
        "too": list(entry.spoken_too),
        "written": list(entry.written),
        "stems": list(entry.stems),
        "routes": [" ".join("/".join(end) for end in route) for route in entry.routes],
        "english": " ".join(entry.english),
    }


def _now(now: Now, sources: Sources) -> dict[str, Any]:
    """The fields of a project that say how far it is, and what became of its promise."""
    made = now.promised
    return {
        "current": list(CurrentStatus).index(now.status),
        "current_since": now.since,
        "current_seen": now.seen,
        "open_share": now.share,
        "current_words": now.words,
        "current_sources": [sources.index(source) for source in now.sources],
        "verdicts": [list(Verdict).index(verdict) for verdict in now.verdicts],
        "promise_kind": made and made.kind.value,
        "promised_year": made and made.year,
        "happened_on": made and made.happened,
        "months_late": made and made.months_late,
    }


def _outcome(outcome: Outcome, plan_index: dict[str, int], sources: Sources) -> contract.Outcome:
    return {
        "plan": plan_index[outcome.plan],
        "kind": outcome.kind.value,
        "year": outcome.year,
        "strength": outcome.strength.value,
        "section": outcome.section,
        "happened": outcome.happened,
        "verdict": outcome.verdict.value,
        "months": outcome.months_late or 0,
        "basis_zh": outcome.basis[0],
        "basis_en": outcome.basis[1],
        "sources": [sources.index(source) for source in outcome.sources],
    }
