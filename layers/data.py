"""The built data, loaded lightly: json, csv and yaml only, so that a page opens fast."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import yaml

from layers.records import Atlas, Event, Geo, Mention, Place, Plan, Project, Region
from registry.errors import AtlasError
from registry.files import read_text
from registry.paths import DEFAULT, Paths
from registry.vocab import EventKind, Mode, Precision, Status

Code = TypeVar("Code", Mode, Status, Precision, EventKind)
Part = TypeVar("Part")

#: The boundaries' display copies.
LEVELS = ("provinces", "prefectures", "counties", "regions")


def load(paths: Paths = DEFAULT) -> Atlas:
    """Read a data folder.

    Raises
    ------
    AtlasError
        A file is missing or broken, or names a plan, mode or status that does not exist.
    """
    return _load(paths, lambda read, _: read())


def load_what_can_be(paths: Paths = DEFAULT) -> tuple[Atlas, list[AtlasError]]:
    """Read a data folder; what cannot be read is left out, and said."""
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

    return _load(paths, part), errors


class _Reader(Protocol):
    def __call__(self, read: Callable[[], Part], instead: Part, /) -> Part: ...


def _load(paths: Paths, part: _Reader) -> Atlas:
    no_plans: list[Plan] = []
    found = part(partial(_plans, paths), no_plans)
    plans = tuple(sorted(found, key=lambda plan: (plan.date, plan.id)))
    known = [plan.id for plan in plans]
    lengths = part(lambda: _county_lengths(paths), dict[str, dict[str, float]]())
    events = part(lambda: _events(paths), dict[str, list[Event]]())
    unread: dict[str, list[Mention]] = {}
    # Without plans every mention would be unknown; one sentence is enough then.
    mentions = part(partial(_mentions, paths, known), unread) if plans else unread
    none: list[Geo] = []
    boundaries = {
        level: part(partial(_features, paths, _display(paths, level)), none) for level in LEVELS
    }

    def built() -> tuple[Project, ...]:
        features = _features(paths, paths.geojson)
        return tuple(_project(paths, f, plans, mentions, events, lengths) for f in features)

    nothing: tuple[Project, ...] = ()
    projects = part(built, nothing)
    by_id = {project.id: project for project in projects}
    if len(by_id) != len(projects):
        part(lambda: _twice(paths, projects), None)
        projects = tuple(by_id.values())
    regions = boundaries["regions"]
    return Atlas(
        plans=plans,
        regions=tuple(part(lambda: _regions(paths, regions), [])) if regions else (),
        projects=projects,
        places=tuple(part(lambda: _places(paths), [])),
        boundaries=boundaries,
        rivers=part(lambda: _features(paths, paths.rivers), none),
        by_id=by_id,
    )


def _twice(paths: Paths, projects: tuple[Project, ...]) -> None:
    ids = [project.id for project in projects]
    twice = next(key for key in ids if ids.count(key) > 1)
    raise AtlasError(
        f"{paths.label(paths.geojson)}: {twice}", zh="项目编号重复", en="the id stands twice"
    )


def _display(paths: Paths, level: str) -> Path:
    return paths.boundaries / "display" / f"{level}.geojson"


def fingerprint_files(paths: Paths) -> list[Path]:
    """The files :func:`load` reads, in a fixed order; a change in one calls for a reload."""
    return [
        paths.plans,
        paths.regions,
        paths.geojson,
        paths.mentions,
        paths.data / "events.csv",
        paths.county_lengths,
        paths.places,
        paths.sites,
        paths.rivers,
        *(_display(paths, level) for level in LEVELS),
    ]


def _read(paths: Paths, path: Path) -> str:
    return read_text(path, paths.label(path))


def _features(paths: Paths, path: Path) -> list[Geo]:
    label = paths.label(path)
    try:
        found = json.loads(_read(paths, path))
    except json.JSONDecodeError as error:
        raise AtlasError(
            f"{label}:{error.lineno}",
            zh="不是完整的 JSON，文件可能已损坏",
            en="not valid JSON; the file may be damaged",
        ) from None
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list) or not all(
        isinstance(f, dict) and isinstance(f.get("properties"), dict) for f in features
    ):
        raise AtlasError(label, zh="不是 GeoJSON 要素集合", en="not a GeoJSON FeatureCollection")
    return features


def _rows(paths: Paths, path: Path, needs: tuple[str, ...]) -> list[dict[str, str]]:
    label = paths.label(path)
    lines = _read(paths, path).splitlines(keepends=True)
    reader = csv.DictReader(lines)
    if missing := [name for name in needs if name not in (reader.fieldnames or [])]:
        raise AtlasError(
            label, zh=f"缺少列 {'、'.join(missing)}", en=f"columns missing: {', '.join(missing)}"
        )
    # A short row gives None, a long one a list under None; neither may reach the map.
    return [{k: v or "" for k, v in row.items() if isinstance(k, str)} for row in reader]


def _yaml_list(paths: Paths, path: Path, key: str) -> list[dict[str, Any]]:
    label = paths.label(path)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(_read(paths, path), Loader=loader)
    except yaml.YAMLError:
        raise AtlasError(label, zh="不是正确的 YAML", en="not valid YAML") from None
    items = found.get(key) if isinstance(found, dict) else None
    if not isinstance(items, list) or not all(isinstance(i, dict) and "id" in i for i in items):
        raise AtlasError(
            label,
            zh=f"缺少列表 {key}，或其中有一项没有 id",
            en=f"needs a list `{key}`, each with an id",
        )
    return items


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _code(kind: type[Code], value: object, where: str) -> Code:
    try:
        return kind(str(value))
    except ValueError:
        allowed = ", ".join(member.value for member in kind)
        raise AtlasError(
            where,
            zh=f"不认识 {_text(value)!r}，可用的有 {allowed}",
            en=f"{_text(value)!r} is not one of {allowed}",
        ) from None


def _number(value: object, where: str) -> float | None:
    if value is None or value == "":
        return None
    try:
        return float(cast("str", value))
    except (TypeError, ValueError):
        raise AtlasError(where, zh=f"{value!r} 不是数字", en=f"{value!r} is not a number") from None


def _year(value: str, where: str) -> int | None:
    number = _number(value, where)
    return None if number is None else int(number)


def _split(value: object) -> tuple[str, ...]:
    return tuple(part for part in _text(value).split(";") if part)


def _plans(paths: Paths) -> list[Plan]:
    return [
        Plan(
            id=_text(item["id"]),
            title=_text(item.get("title")),
            title_en=_text(item.get("title_en")),
            short=_text(item.get("short") or item["id"]),
            short_en=_text(item.get("short_en") or item["id"]),
            issuer=_text(item.get("issuer")),
            number=_text(item.get("number")),
            date=_text(item.get("date")),
            region=_text(item.get("region")),
        )
        for item in _yaml_list(paths, paths.plans, "plans")
    ]


def _regions(paths: Paths, outlines: list[Geo]) -> list[Region]:
    # regions.yaml may name counties by prefix; the built outlines list them one by one.
    built = {_text(f["properties"].get("id")): f["properties"] for f in outlines}
    found = []
    for item in _yaml_list(paths, paths.regions, "regions"):
        props = built.get(_text(item["id"]))
        if props is None:
            raise AtlasError(
                f"{paths.label(paths.regions)}: {item['id']}",
                zh="边界文件里没有这个区域，请重新生成",
                en="the boundary file lacks this region; build it again",
            )
        where = f"{paths.label(paths.regions)}: {item['id']}.area_km2"
        found.append(
            Region(
                id=_text(item["id"]),
                name=_text(item.get("name")),
                name_en=_text(item.get("name_en")),
                members=_split(props.get("members")),
                area_km2=_number(props.get("area_km2"), where),
                definition=_text(item.get("definition")),
                source=_text(item.get("source")),
            )
        )
    return found


def _mentions(paths: Paths, plan_ids: list[str]) -> dict[str, list[Mention]]:
    label = paths.label(paths.mentions)
    needs = ("plan_id", "project_id", "clause", "as_written", "status")
    found: dict[str, list[Mention]] = {}
    for number, row in enumerate(_rows(paths, paths.mentions, needs), start=2):
        where = f"{label}:{number}"
        if row["plan_id"] not in plan_ids:
            raise AtlasError(
                f"{where}: plan_id",
                zh=f"没有计划 {row['plan_id']}，有的是 {'、'.join(plan_ids)}",
                en=f"no plan {row['plan_id']}; there are {', '.join(plan_ids)}",
            )
        found.setdefault(row["project_id"], []).append(
            Mention(
                plan=row["plan_id"],
                clause=row["clause"],
                as_written=row["as_written"],
                action=row.get("action", ""),
                status=_code(Status, row["status"], f"{where}: status"),
                start_year=_year(row.get("start_year", ""), f"{where}: start_year"),
                complete_year=_year(row.get("complete_year", ""), f"{where}: complete_year"),
                note=row.get("note", ""),
            )
        )
    for mentions in found.values():
        mentions.sort(key=lambda mention: plan_ids.index(mention.plan))
    return found


def _events(paths: Paths) -> dict[str, list[Event]]:
    path = paths.data / "events.csv"
    found: dict[str, list[Event]] = {}
    for number, row in enumerate(_rows(paths, path, ("project_id", "event")), start=2):
        where = f"{paths.label(path)}:{number}: event"
        found.setdefault(row["project_id"], []).append(
            Event(
                event=_code(EventKind, row["event"], where),
                date=row.get("date", ""),
                section=row.get("section", ""),
                text=row.get("text", ""),
                source=row.get("source", ""),
                disputed=row.get("disputed", "").lower() in ("1", "true", "yes"),
            )
        )
    for events in found.values():
        events.sort(key=lambda event: event.date or "9999")
    return found


def _county_lengths(paths: Paths) -> dict[str, dict[str, float]]:
    path = paths.county_lengths
    found: dict[str, dict[str, float]] = {}
    for number, row in enumerate(_rows(paths, path, ("project_id", "adcode", "length_km")), 2):
        km = _number(row["length_km"], f"{paths.label(path)}:{number}: length_km")
        if km:
            found.setdefault(row["project_id"], {})[row["adcode"]] = km
    return found


def _places(paths: Paths) -> list[Place]:
    found = []
    needs = ("name", "kind", "adcode", "lon", "lat")
    for path in (paths.places, paths.sites):
        for number, row in enumerate(_rows(paths, path, needs), start=2):
            where = f"{paths.label(path)}:{number}"
            lon, lat = _number(row["lon"], where), _number(row["lat"], where)
            if lon is not None and lat is not None:
                found.append(
                    Place(row["name"], row.get("name_en", ""), row["kind"], row["adcode"], lon, lat)
                )
    return found


def _project(
    paths: Paths,
    feature: Geo,
    plans: tuple[Plan, ...],
    mentions: dict[str, list[Mention]],
    events: dict[str, list[Event]],
    lengths: dict[str, dict[str, float]],
) -> Project:
    props: dict[str, Any] = feature["properties"]
    label = paths.label(paths.geojson)
    if not props.get("id"):
        raise AtlasError(label, zh="有一个项目没有 id", en="a project has no id")
    key = str(props["id"])
    where = f"{label}: {key}"
    statuses = {}
    for plan in plans:
        if code := props.get("status_" + plan.id.replace("-", "_")):
            statuses[plan.id] = _code(Status, code, f"{where}.status ({plan.id})")
    geometry = feature.get("geometry")
    if geometry is not None and not (isinstance(geometry, dict) and "coordinates" in geometry):
        raise AtlasError(f"{where}.geometry", zh="不是 GeoJSON 几何", en="not a GeoJSON geometry")
    return Project(
        id=key,
        name=_text(props.get("name")),
        name_en=_text(props.get("name_en")),
        aliases=_split(props.get("aliases")),
        mode=_code(Mode, props.get("mode"), f"{where}.mode"),
        part_of=_text(props.get("part_of")),
        statuses=statuses,
        regions=_split(props.get("regions")),
        prefectures=_split(props.get("prefectures")),
        counties=_split(props.get("counties")),
        length_km=_number(props.get("length_km"), f"{where}.length_km"),
        official_km=_number(props.get("official_km"), f"{where}.official_km"),
        precision=_code(
            Precision, props.get("geometry_precision") or "none", f"{where}.geometry_precision"
        ),
        method=_text(props.get("geometry_method")),
        source=_text(props.get("geometry_source")),
        uncertainty_m=_number(props.get("uncertainty_m"), f"{where}.uncertainty_m"),
        route_basis=_text(props.get("route_basis")),
        route_note=_text(props.get("route_note")),
        stops=_split(props.get("stops")),
        note=_text(props.get("note")),
        geometry=geometry,
        mentions=tuple(mentions.get(key, ())),
        events=tuple(events.get(key, ())),
        county_km=lengths.get(key, {}),
    )
