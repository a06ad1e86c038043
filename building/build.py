"""The build: registry and geography to the files that every reader loads."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from building.dictionary import dictionary
from building.outcomes import (
    Assessment,
    assess,
    check_all_facts,
    current_columns,
    outcome_rows,
    span_rows,
)
from building.projects import Built, Progress, build_projects, ordered_mentions
from building.release_pages import changes_page, feed, read_releases, release_rows
from building.reports.faults import faults_table
from building.reports.goals import goals_report
from building.reports.lengths import compared, lengths_report
from building.reports.report import report
from building.schema import schema_files
from facts.sentences.findings import sentence
from facts.steps import newest, status_in
from geo.boundaries import load_counties
from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geojson import Feature, feature_collection
from geo.legs.bands import widths_of
from geo.legs.calibration import calibrate, leave_out
from geo.legs.given import checked_given
from registry import sentences
from registry.columns import (
    BANDS,
    COUNTY_LENGTHS,
    FINDINGS_TABLE,
    LEGS,
    MENTIONS,
    names,
    plan_column,
    project_columns,
)
from registry.files.counts import counts_text
from registry.files.csvfile import csv_text
from registry.files.together import FileChange, held, write_together
from registry.land.titles import read_titles
from registry.load import Registry, load_registry
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.paths import DEFAULT, Paths
from registry.tables import BandRow
from registry.tables.faults import read_faults
from registry.vocab import FindingKind

DECIMALS = 5
MENTION_COLUMNS = names(MENTIONS)


def properties(
    built: Built, registry: Registry, prefecture: Mapping[str, str], of: Assessment
) -> dict[str, object]:
    """The flat properties of one feature."""
    project, located = built.project, built.located
    mentions = ordered_mentions(project, registry.plans)
    plans = list(dict.fromkeys(mention.plan for mention in mentions))
    counties = [share.adcode for share in built.shares]
    told = {plan: status_in(mentions, plan) for plan in registry.plans}
    status = newest(list(told.values()))
    years = [
        next((y for m in reversed(mentions) if (y := getattr(m, name)) is not None), None)
        for name in ("start_year", "complete_year")
    ]
    values: dict[str, object] = {
        "id": project.id,
        "name": project.name,
        "name_en": project.name_en,
        "aliases": ";".join(project.aliases),
        "mode": project.mode,
        "part_of": project.part_of,
        "status": status,
        "status_plan": [plan for plan, said in told.items() if said is status][-1],
        **{plan_column(plan): said for plan, said in told.items()},
        "plans": ";".join(plans),
        "n_plans": len(plans),
        "n_mentions": len(mentions),
        "start_year": years[0],
        "complete_year": years[1],
        "findings": ";".join(k for k in FindingKind if k in {f.kind for f in built.findings}),
        **current_columns(of),
        "regions": ";".join(built.regions),
        "prefectures": ";".join(sorted({prefecture[code] for code in counties})),
        "counties": ";".join(counties),
        "length_km": located.length_km,
        "official_km": project.length_km,
        "official_km_source": project.length_source,
        "geometry_precision": located.precision,
        "geometry_method": located.method,
        "geometry_source": located.source,
        "uncertainty_m": located.uncertainty_m,
        "uncertainty_median_m": located.uncertainty_median_m,
        "route_basis": located.basis,
        "route_note": located.note,
        "stops": ";".join(stop.name for stop in located.stops),
        "stops_lonlat": ";".join(f"{s.lon:.5f} {s.lat:.5f}" for s in located.stops),
        "stop_refs": ";".join(project.stop_refs) or None,
        "note": project.note,
        "reviewed": project.reviewed,
    }
    columns = project_columns((p.id, p.short, p.short_en) for p in registry.plans.values())
    wanted = [column.name for column in columns]
    for name in wanted:
        if name not in values:
            raise sentences.no_entry("building/build.py: properties", "projects.geojson", name)
    return {name: values[name] for name in wanted}


def _mention_rows(built: list[Built], registry: Registry) -> Iterable[dict[str, object]]:
    by_project = {b.project.id: ordered_mentions(b.project, registry.plans) for b in built}
    for plan in registry.plans:
        for b in built:
            for mention in by_project[b.project.id]:
                if mention.plan == plan:
                    yield {
                        "plan_id": plan,
                        "project_id": b.project.id,
                        "mode": b.project.mode,
                        "name": b.project.name,
                        **mention.model_dump(exclude={"plan"}),
                    }


def _event_rows(built: list[Built]) -> Iterable[dict[str, object]]:
    for b in built:
        for event in b.project.since:
            yield {"project_id": b.project.id, **event.model_dump(mode="json")}


def _finding_rows(built: list[Built], registry: Registry) -> Iterable[dict[str, object]]:
    plans = {plan.id: (plan.short, plan.short_en) for plan in registry.plans.values()}
    for b in built:
        for finding in b.findings:
            zh, en = sentence(finding, plans)
            yield {
                "project_id": b.project.id,
                **dataclasses.asdict(finding),
                "words_zh": zh,
                "words_en": en,
            }


def _share_rows(
    built: list[Built], name: Mapping[str, str], prefecture: Mapping[str, str]
) -> Iterable[dict[str, object]]:
    for b in built:
        for share in b.shares:
            yield {
                "project_id": b.project.id,
                "adcode": share.adcode,
                "county": name[share.adcode],
                "prefecture": prefecture[share.adcode],
                "length_km": f"{share.length_km:.2f}",
                "has_stop": int(share.has_stop),
            }


def _legs(built: list[Built]) -> Iterable[Feature]:
    for b in built:
        for number, leg in enumerate(b.located.legs, 1):
            values: dict[str, object] = {
                "project_id": b.project.id,
                "leg": number,
                "from": leg.start,
                "to": leg.end,
                "length_km": leg.length_km,
                "uncertainty_m": leg.uncertainty_m,
                "method": leg.method,
                "basis": leg.basis,
                "source": leg.source,
            }
            yield {name: values[name] for name in names(LEGS)}, leg.line


def outputs(paths: Paths = DEFAULT) -> dict[Path, str]:
    """The text of every built file, by its path; nothing is written.

    Raises
    ------
    AtlasError
        For the first thing wrong in the registry or the geography.
    """
    return outputs_of(load_registry(paths), paths)


def outputs_of(
    registry: Registry, paths: Paths = DEFAULT, progress: Progress = iter
) -> dict[Path, str]:
    """:func:`outputs` of a registry that need not be written; ``progress`` passes projects on."""
    check_all_facts(registry, paths)
    gazetteer = load_gazetteer(paths)
    given = checked_given(registry.projects, paths)
    bands = calibrate(registry, leave_out(registry, gazetteer, paths), given)
    built = build_projects(registry, gazetteer, paths, progress, widths_of(bands))
    return built_texts(registry, built, bands, paths)


def built_texts(
    registry: Registry, built: list[Built], bands: Sequence[BandRow], paths: Paths = DEFAULT
) -> dict[Path, str]:
    """The text of every built file, by its path, from projects that are located already.

    ``bands`` are what their legs' half-widths rest on.
    """
    counties = load_counties(paths)
    prefecture = dict(zip(counties["adcode"], counties["prefecture"], strict=True))
    name = dict(zip(counties["adcode"], counties["name"], strict=True))
    what = assess(registry)
    ordered = {b.project.id: what[b.project.id] for b in built}
    features = [
        (properties(b, registry, prefecture, ordered[b.project.id]), b.located.geometry)
        for b in built
    ]
    mentions = list(_mention_rows(built, registry))
    events = list(_event_rows(built))
    finding_rows = list(_finding_rows(built, registry))
    lengths = list(_share_rows(built, name, prefecture))
    legs = list(_legs(built))
    plans = list(registry.plans.values())
    rows: dict[str, Sequence[Mapping[str, Any]]] = {
        "projects": [values for values, _ in features],
        "mentions": mentions,
        "events": events,
        "outcomes": outcome_rows(ordered, registry.plans),
        "timeline": span_rows(ordered),
        "findings": finding_rows,
        "county_lengths": lengths,
        "legs": [values for values, _ in legs],
        "bands": [vars(row) for row in bands],
        "plans": [plan.model_dump(mode="json") for plan in plans],
    }
    releases = read_releases(paths)
    now = release_rows(registry, what)
    tables = {
        paths.mentions: csv_text(MENTION_COLUMNS, mentions),
        paths.events: csv_text(names(EVENTS_TABLE), events),
        paths.outcomes: csv_text(names(OUTCOMES), rows["outcomes"]),
        paths.timeline: csv_text(names(TIMELINE), rows["timeline"]),
        paths.findings: csv_text(names(FINDINGS_TABLE), finding_rows),
        paths.county_lengths: csv_text(names(COUNTY_LENGTHS), lengths),
        paths.bands: csv_text(names(BANDS), rows["bands"]),
    }
    counted = {path.name: text for path, text in tables.items()}
    return {
        **schema_files(paths),
        paths.feed: feed(releases, read_titles(paths)),
        paths.changes: changes_page(releases, now),
        paths.report: _geometry_page(built, bands, paths),
        paths.dictionary: dictionary(plans, rows),
        paths.geojson: feature_collection(features, decimals=DECIMALS),
        paths.legs: feature_collection(legs, decimals=DECIMALS),
        **tables,
        paths.counts: counts_text(paths.counts, counted),
    }


def _geometry_page(built: Sequence[Built], bands: Sequence[BandRow], paths: Paths) -> str:
    found = compared(built, paths)
    faults = faults_table(read_faults(paths), built, plane(paths))
    return report(built, bands, faults, goals_report(built, bands, found)) + lengths_report(found)


def changed(made: Mapping[Path, str]) -> dict[Path, FileChange]:
    """What writing ``made``, the built files, would change of those that are there."""
    return {path: FileChange(held(path), text.encode()) for path, text in made.items()}


def write(paths: Paths = DEFAULT, progress: Progress = iter) -> list[Path]:
    """Build and write what changed, all or none; returns the paths written.

    Raises
    ------
    AtlasError
        For the first thing wrong in the data, or a file that cannot be written; nothing has
        changed then.
    """
    made = outputs_of(load_registry(paths), paths, progress)
    return write_together(changed(made), paths.data)
