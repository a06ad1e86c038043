"""The built data as the map needs them; nothing heavy is loaded, so that a page opens fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from layers.records import outcomes
from layers.records.facts import COLUMNS, cited, now, read_all
from layers.records.grouping import by_project, itself
from layers.records.lost import Lost, rebuild, restore
from layers.records.model import (
    Atlas,
    Finding,
    Geo,
    Leg,
    Outcome,
    Place,
    Project,
    Region,
    Source,
    Span,
    Stop,
)
from registry.borders import Borders, read_borders
from registry.columns import listed_columns, names, plan_column
from registry.errors import AtlasError
from registry.files.cells import number
from registry.files.geojsonfile import Wrong, read_features
from registry.files.shapes import check_shape
from registry.geometry import Precision
from registry.land.titles import Titles, read_titles
from registry.land.touching import Share
from registry.paths import DEFAULT, Paths
from registry.tables import (
    EventRow,
    FindingRow,
    LegRow,
    MentionRow,
    PlanRow,
    ProjectRow,
    check_ids,
    read_county_lengths,
    read_derived,
    read_facts_day,
    read_findings,
    read_legs,
    read_mentions,
    read_plans,
    read_projects,
    read_regions,
    read_sites,
)

Part = TypeVar("Part")


def load(paths: Paths = DEFAULT) -> Atlas:
    """Read a data folder.

    Raises
    ------
    AtlasError
        A file is missing or broken, or names a plan, mode or status that does not exist.
    """
    return _load(paths, lambda read, _: read(), None)


def load_good(paths: Paths = DEFAULT) -> Atlas:
    """Read a data folder; a project about which a built file is wrong is ``missing``.

    Raises
    ------
    AtlasError
        A file is missing, or cannot be read as a whole.
    """
    lost = Lost()
    atlas = _load(paths, lambda read, _: read(), lost)
    # What names no project is told with the others: nothing is left out without a word.
    return replace(atlas, missing=lost.all_missing)


def load_what_can_be(paths: Paths = DEFAULT) -> tuple[Atlas, list[AtlasError]]:
    """Read a data folder; what cannot be read is left out, and said with what helps."""
    errors: list[AtlasError] = []

    def part(read: Callable[[], Part], instead: Part) -> Part:
        try:
            return read()
        except AtlasError as error:
            errors.append(error)
            return instead
        except Exception:
            # Whatever a damaged file does to a reader, the page stays up.
            where = paths.data.name
            errors.append(AtlasError(where, zh="有一个文件读不懂", en="a file here makes no sense"))
            return instead

    lost = Lost()
    atlas = _load(paths, part, lost)
    return atlas, [*map(restore, errors), *lost.others]


class _Reader(Protocol):
    def __call__(self, read: Callable[[], Part], instead: Part, /) -> Part: ...


def _built(read: Callable[[], Part]) -> Callable[[], Part]:
    """``read`` of a built file; what is wrong with it is told with what helps."""

    def told() -> Part:
        try:
            return read()
        except AtlasError as error:
            raise rebuild(error) from error

    return told


def _load(paths: Paths, part: _Reader, lost: Lost | None) -> Atlas:
    no_plans: list[PlanRow] = []
    plans = tuple(part(partial(read_plans, paths), no_plans))
    known = [plan.id for plan in plans]
    shares = part(_built(lambda: _shares(paths, lost)), dict[str, list[Share]]())
    events = part(_built(lambda: read_all(paths, lost)), dict[str, list[EventRow]]())
    sources = cited(event for facts in events.values() for event in facts)
    mentions: dict[str, list[MentionRow]] = {}
    findings: dict[str, list[Finding]] = {}
    judged: dict[str, list[Outcome]] = {}
    if plans:
        # Without plans every mention would be unknown; one sentence is enough then.
        mentions = part(_built(lambda: _mentions(paths, known, lost)), mentions)
        findings = part(_built(lambda: _findings(paths, known, lost)), findings)
        judged = part(_built(lambda: outcomes.verdicts(paths, known, sources, lost)), judged)
    spans = part(_built(lambda: outcomes.spans(paths, lost)), dict[str, list[Span]]())
    legs = part(_built(lambda: _legs(paths, lost)), dict[str, list[Leg]]())
    none: list[Geo] = []
    outlines = part(lambda: _features(paths, _outlines(paths)), none)

    def made(row: ProjectRow) -> Project | None:
        try:
            bare = _project(
                row,
                known,
                mentions=mentions,
                events=events,
                findings=findings,
                shares=shares,
                sources=sources,
            )
        except AtlasError as error:
            if lost is None:
                raise
            lost(row.id, error)
            return None
        return replace(
            bare,
            outcomes=tuple(judged.get(bare.id, ())),
            spans=tuple(spans.get(bare.id, ())),
            legs=tuple(legs.get(bare.id, ())),
        )

    def built() -> tuple[Project, ...]:
        rows = read_projects(paths, plans=known, only=_columns(known), wrong=lost)
        found = [project for row in rows if (project := made(row)) is not None]
        gone = lost.projects if lost else {}
        return tuple(project for project in found if project.id not in gone)

    nothing: tuple[Project, ...] = ()
    projects = part(_built(built), nothing)
    by_id = {project.id: project for project in projects}
    if len(by_id) != len(projects):
        ids = [project.id for project in projects]
        part(lambda: check_ids(ids, paths.label(paths.geojson)), None)
        projects = tuple(by_id.values())
    return Atlas(
        plans=plans,
        regions=tuple(part(lambda: _regions(paths, outlines), [])) if outlines else (),
        projects=projects,
        places=tuple(part(lambda: _places(paths), [])),
        borders=part(lambda: read_borders(paths), Borders()),
        rivers=part(lambda: _shaped(paths, paths.rivers), none),
        by_id=by_id,
        titles=part(lambda: read_titles(paths), Titles()),
        as_of=part(partial(read_facts_day, paths), ""),
        missing=lost.missing if lost else (),
    )


def _outlines(paths: Paths) -> Path:
    return paths.boundaries / "display" / "regions.geojson"


def fingerprint_files(paths: Paths) -> list[Path]:
    """The files :func:`load` reads, in a fixed order; a change in one calls for a reload."""
    return [
        paths.titles,
        paths.plans,
        paths.regions,
        paths.geojson,
        paths.legs,
        paths.mentions,
        paths.events,
        paths.findings,
        paths.outcomes,
        paths.timeline,
        paths.facts,
        paths.county_lengths,
        paths.counts,
        paths.places,
        paths.sites,
        paths.rivers,
        paths.borders,
        _outlines(paths),
    ]


def _features(paths: Paths, path: Path) -> list[Geo]:
    return read_features(path, paths.label(path))


def _shaped(paths: Paths, path: Path) -> list[Geo]:
    """The features of ``path``, whose shapes are drawn."""
    features = _features(paths, path)
    for index, feature in enumerate(features):
        check_shape(feature["geometry"], f"{paths.label(path)}: features[{index}]")
    return features


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _split(value: object) -> tuple[str, ...]:
    return tuple(part for part in _text(value).split(";") if part)


def _regions(paths: Paths, outlines: list[Geo]) -> list[Region]:
    # regions.yaml may name counties by prefix; the built outlines list them one by one.
    built = {_text(f["properties"].get("id")): f["properties"] for f in outlines}
    label = paths.label(paths.regions)
    regions = []
    for row in read_regions(paths):
        props = built.get(row.id)
        if props is None:
            raise AtlasError(
                f"{label}: {row.id}",
                zh="边界文件里没有这个区域，请重新生成",
                en="the boundary file lacks this region; build it again",
            )
        area = props.get("area_km2")
        regions.append(
            Region(
                **vars(row),
                members=_split(props.get("members")),
                area_km2=None if area is None else number(area, f"{label}: {row.id}: area_km2"),
            )
        )
    return regions


def _mentions(
    paths: Paths, plan_ids: list[str], wrong: Wrong | None
) -> dict[str, list[MentionRow]]:
    rows = read_mentions(paths, plans=plan_ids, wrong=wrong)
    return by_project(rows, itself, order=lambda mention: plan_ids.index(mention.plan_id))


def _finding(row: FindingRow) -> Finding:
    return Finding(
        kind=row.kind,
        plan_from=row.plan_from,
        plan_to=row.plan_to,
        was=row.was,
        now=row.now,
        words=(row.words_zh, row.words_en),
    )


def _findings(paths: Paths, plan_ids: list[str], wrong: Wrong | None) -> dict[str, list[Finding]]:
    return by_project(read_findings(paths, plans=plan_ids, wrong=wrong), _finding)


def _shares(paths: Paths, wrong: Wrong | None) -> dict[str, list[Share]]:
    return by_project(
        read_county_lengths(paths, wrong=wrong),
        lambda row: Share(row.adcode, row.length_km, bool(row.has_stop)),
    )


def _legs(paths: Paths, wrong: Wrong | None) -> dict[str, list[Leg]]:
    return by_project(read_legs(paths, wrong=wrong), _leg)


def _leg(row: LegRow) -> Leg:
    return Leg(
        *(row.start, row.end, row.uncertainty_m, row.method, row.basis),
        sources=tuple(row.source.split("; ")),
        geometry=row.geometry,
    )


def _places(paths: Paths) -> list[Place]:
    return [
        Place(row.name, row.name_en, row.kind, row.adcode, row.lon, row.lat)
        for read in (read_derived, read_sites)
        for _, row in read(paths)
    ]


#: The columns of projects.geojson that the map shows, beside the plans' statuses.
_SHOWN = (
    *("reviewed", "last_checked"),
    *("id", "name", "name_en", "aliases", "mode", "part_of", "note", "stops", "stops_lonlat"),
    *("regions", "prefectures", "counties", "length_km", "official_km"),
    *("uncertainty_m", "uncertainty_median_m"),
    *("geometry_precision", "geometry_method", "geometry_source", "route_basis", "route_note"),
)


def _stops(names: tuple[str, ...], positions: tuple[str, ...], key: str) -> tuple[Stop, ...]:
    """The stops of project ``key``: names and positions (``lon lat``), as the build wrote them."""
    where = f"projects.geojson: {key}: stops_lonlat"
    if len(names) != len(positions):
        raise AtlasError(
            where,
            zh=f"有 {len(positions)} 个位置，站点却有 {len(names)} 个",
            en=f"has {len(positions)} positions for {len(names)} stops",
        )
    stops = []
    for name, position in zip(names, positions, strict=True):
        lon, _, lat = position.partition(" ")
        stops.append(Stop(name, number(lon, where), number(lat, where)))
    return tuple(stops)


def _cell(value: object) -> str | float:
    """A cell as the list shows it: a number or text, empty where nothing is known."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _text(value)


def _columns(plan_ids: list[str]) -> list[str]:
    return [*_SHOWN, *COLUMNS, *names(listed_columns()), *map(plan_column, plan_ids)]


def _project(
    row: ProjectRow,
    plan_ids: list[str],
    *,
    mentions: dict[str, list[MentionRow]],
    events: dict[str, list[EventRow]],
    findings: dict[str, list[Finding]],
    shares: dict[str, list[Share]],
    sources: dict[str, Source],
) -> Project:
    values, key = row.values, row.id
    told = ((plan, values[plan_column(plan)]) for plan in plan_ids)
    counties, own = _split(values["counties"]), shares.get(key, [])
    bare = set(counties) - {share.adcode for share in own}
    return Project(
        id=key,
        name=values["name"],
        name_en=values["name_en"],
        aliases=_split(values["aliases"]),
        mode=values["mode"],
        part_of=_text(values["part_of"]),
        statuses={plan: status for plan, status in told if status},
        regions=_split(values["regions"]),
        prefectures=_split(values["prefectures"]),
        counties=counties,
        length_km=values["length_km"],
        official_km=values["official_km"],
        precision=(row.geometry and values["geometry_precision"]) or Precision.NONE,
        method=_text(values["geometry_method"]),
        source=_text(values["geometry_source"]),
        uncertainty_m=values["uncertainty_m"],
        uncertainty_median_m=values["uncertainty_median_m"],
        route_basis=_text(values["route_basis"]),
        route_note=_text(values["route_note"]),
        stops=_stops(_split(values["stops"]), _split(values["stops_lonlat"]), key),
        note=_text(values["note"]),
        geometry=row.geometry,
        listed=tuple(_cell(values[name]) for name in names(listed_columns())),
        reviewed=values["reviewed"] is not False,
        looked_at=_text(values["last_checked"]),
        mentions=tuple(mentions.get(key, ())),
        events=tuple(events.get(key, ())),
        findings=tuple(findings.get(key, ())),
        county_km={share.adcode: share.length_km for share in own if share.length_km},
        shares=(*own, *(Share(code, 0.0, False) for code in sorted(bare))),
        now=now(row, sources),
    )
