"""The way back: what an analyst changed in ``atlas.gpkg``, brought into the registry.

The package remembers what it held when it was made. An edit is what differs from that; it is
refused where the registry has changed the same thing since, and where it breaks a rule. Routes
change through the column ``stop_refs``, places through the points of the layer ``places``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any

from analyst.geopackage.contents import Held, Layers, is_project_layer, read_base, read_now
from building.build import stop_refs
from geo.boundaries import county_at, load_counties
from geo.gazetteer import Gazetteer, checked, load_gazetteer
from geo.geocode import locate_project
from registry import sentences
from registry.columns import PLACES, names
from registry.errors import AtlasError
from registry.files import write_text
from registry.files.cells import number
from registry.files.csvfile import csv_text, read_rows
from registry.load import Registry, load_registry
from registry.models import LineRoute, NoRoute, PlaceRoute, Project
from registry.paths import DEFAULT, Paths
from registry.tables import parse_places, read_derived
from registry.yamlio import to_yaml, validate

SITE_COLUMNS = names(PLACES)
EDITABLE = ("name", "name_en", "aliases", "note", "route_note", "stop_refs")
SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/project.schema.json\n"


@dataclass(frozen=True)
class Edits:
    """What would change: the text of each file, and lines that show it."""

    files: Mapping[Path, str]
    shown: list[str]

    def write(self, paths: Paths = DEFAULT) -> list[Path]:
        """Write the files; returns their paths. AtlasError where one cannot be written."""
        for path, text in self.files.items():
            write_text(path, text, paths.label(path))
        return list(self.files)


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.replace("；", ";").split(";") if item.strip()]


def _fields(project: Project) -> dict[str, str]:
    """The editable columns as the registry has them now."""
    route = project.route
    note = route.reason if isinstance(route, NoRoute) else route.note
    return {
        "name": project.name,
        "name_en": project.name_en,
        "aliases": ";".join(project.aliases),
        "note": _text(project.note),
        "route_note": _text(note),
        "stop_refs": ";".join(stop_refs(project)),
    }


def _project_changes(
    before: Layers, now: Layers, where: str
) -> dict[str, dict[str, tuple[str, str]]]:
    """Edited fields by project: what the package held, and what stands there now."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for layer in filter(is_project_layer, before):
        at = f"{where}: {layer}"
        known, seen = before[layer], now.get(layer, {})
        for key in seen:
            if key not in known:
                raise AtlasError(
                    f"{at}: id",
                    zh=f"没有“{key}”这个项目；新项目请写 YAML（见 CONTRIBUTING.md）",
                    en=f"there is no project {key!r}; a new project is a YAML file of its own",
                )
        for key, held in known.items():
            if key not in seen:
                raise AtlasError(
                    f"{at}: {key}",
                    zh="被删掉了；停用项目请记入 data/retired.yaml",
                    en="was deleted; a project is retired in data/retired.yaml, not removed here",
                )
            for column in held:
                old, new = _text(held[column]), _text(seen[key].get(column, held[column]))
                if old == new:
                    continue
                _allow(column, f"{at}: {key}.{column}")
                earlier = found.setdefault(key, {}).setdefault(column, (old, new))
                if earlier != (old, new):
                    raise AtlasError(
                        f"{at}: {key}.{column}",
                        zh=f"在两个图层里改得不一样：“{earlier[1]}”与“{new}”",
                        en=f"was changed to {earlier[1]!r} in one layer and {new!r} in another",
                    )
    return found


def _allow(column: str, where: str) -> None:
    if column in EDITABLE:
        return
    if column == "geometry":
        raise AtlasError(
            where,
            zh="线是由站点算出的，不能直接改；请改 stop_refs，或在 places 图层加点、移点",
            en="lines follow from stops and are not taken back; edit stop_refs, or add or move "
            "points in the layer places",
        )
    allowed = ", ".join(EDITABLE)
    raise AtlasError(
        where,
        zh=f"这一列不能从这里改；可以改 {allowed}",
        en=f"cannot be changed here; {allowed} can",
    )


def _apply(project: Project, changes: Mapping[str, tuple[str, str]], label: str) -> Project:
    """``project`` with the new fields, checked by the model."""
    current = _fields(project)
    data: dict[str, Any] = project.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for column, (old, new) in changes.items():
        if current[column] not in (old, new):
            raise AtlasError(
                f"{label}: {column}",
                zh=f"登记册在此期间已改为“{current[column]}”，请用新的分析包再改",
                en=f"has become {current[column]!r} in the registry since; edit a fresh package",
            )
        match column:
            case "aliases":
                data["aliases"] = _items(new)
            case "route_note":
                data["route"]["reason" if isinstance(project.route, NoRoute) else "note"] = new
                if not new and not isinstance(project.route, NoRoute):
                    del data["route"]["note"]
            case "stop_refs":
                data["route"][_stops_key(project, label)] = _items(new)
            case _:
                data[column] = new or None
    return validate(Project, {k: v for k, v in data.items() if v is not None}, label)


def _stops_key(project: Project, label: str) -> str:
    match project.route:
        case LineRoute():
            return "stops"
        case PlaceRoute():
            return "places"
    raise AtlasError(
        f"{label}: stop_refs",
        zh=f"走向是 {project.route.kind}，没有站点可改",
        en=f"the route is of kind {project.route.kind} and has no stops to change",
    )


def _site_row(held: Held, where: str, adcodes: set[str], paths: Paths) -> dict[str, str]:
    """A row of sites.csv from a feature of the layer places."""
    try:
        lon, lat = (float(part) for part in str(held["geometry"]).split())
    except ValueError as error:
        raise AtlasError(where, zh="没有点位", en="has no point") from error
    found = county_at(lon, lat, paths)
    adcode = _text(held.get("adcode")) or found or ""
    if not adcode:
        raise AtlasError(
            f"{where}: adcode",
            zh="点落在两省市之外，请写明所在区县的代码",
            en="the point lies in neither province, give the adcode of the county it lies in",
        )
    if adcode != found and adcode in adcodes:
        raise AtlasError(
            f"{where}: adcode",
            zh=f"点落在 {found or '两省市之外'}，不在 {adcode}",
            en=f"the point lies in {found or 'neither province'}, not in {adcode}",
        )
    row = {name: _text(held.get(name)) for name in SITE_COLUMNS}
    row |= {"adcode": adcode, "lon": f"{lon:.5f}", "lat": f"{lat:.5f}"}
    row["kind"] = row["kind"] or "site"
    for name in ("name", "accuracy_m", "source"):
        if not row[name]:
            raise sentences.empty(f"{where}: {name}")
    row["accuracy_m"] = f"{number(row['accuracy_m'], f'{where}: accuracy_m'):g}"
    return row


def _same_site(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    numbers = ("lon", "lat", "accuracy_m")
    return all(
        float(a[name]) == float(b[name]) if name in numbers else a[name] == b[name]
        for name in SITE_COLUMNS
    )


def _site_changes(
    before: Layers, now: Layers, where: str, paths: Paths
) -> tuple[str, list[str], set[str]] | None:
    """The new text of sites.csv, lines that show it and the names concerned; None if unchanged."""
    known, seen = before.get("places", {}), now.get("places", {})
    changed = {key: held for key, held in seen.items() if held != known.get(key)}
    for key in known.keys() - seen.keys():
        raise AtlasError(
            f"{where}: places: {known[key]['name']}",
            zh="被删掉了；请在 data/sites.csv 里删",
            en="was deleted; places are removed in data/sites.csv, not here",
        )
    if not changed:
        return None
    adcodes = {str(code) for code in load_counties(paths)["adcode"]}
    label = paths.label(paths.sites)
    rows = [dict(row.cells) for row in read_rows(paths.sites, label, PLACES, closed=True)]
    at = {(row["name"], row["adcode"]): row for row in rows}
    shown, concerned = [f"{label}:"], set()
    for key, held in changed.items():
        spot = f"{where}: places: {held.get('name') or key}"
        new = _site_row(held, spot, adcodes, paths)
        if key not in known:
            row = at.get((new["name"], new["adcode"]))
            if row is None:
                rows.append(new)
                concerned.add(new["name"])
                shown.append(f"  + {','.join(new.values())}")
            elif not _same_site(row, new):
                raise AtlasError(
                    spot,
                    zh=f"登记册里已有 {new['name']}@{new['adcode']}",
                    en=f"{new['name']}@{new['adcode']} is in the registry already",
                )
            continue
        old = known[key]
        numbers = [(one["lon"], one["lat"]) for one in (old, held)]
        if old["geometry"] == held["geometry"] and numbers[0] != numbers[1]:
            raise AtlasError(
                f"{spot}: lon, lat",
                zh="请移动点，不要改这两个数",
                en="move the point itself, not these two numbers",
            )
        row = at.get((_text(old["name"]), _text(old["adcode"])))
        if row is None:
            raise AtlasError(
                spot,
                zh="不在 data/sites.csv 里（由脚本导出，或已被删改）；请另加一个点",
                en="is not in data/sites.csv (it comes from a script, or has changed since); add "
                "a point of your own",
            )
        if _same_site(row, new):
            continue
        if not _same_site(row, _site_row(old, spot, adcodes, paths)):
            raise AtlasError(
                spot,
                zh="登记册在此期间已改了它，请用新的分析包再改",
                en="has changed in the registry since; edit a fresh package",
            )
        concerned.add(new["name"])
        concerned.add(row["name"])
        shown += [f"  - {','.join(row.values())}", f"  + {','.join(new.values())}"]
        row.update(new)
    if len(shown) == 1:
        return None
    return csv_text(SITE_COLUMNS, rows), shown, concerned


def _others_untouched(before: Layers, now: Layers, where: str) -> None:
    for layer, known in before.items():
        if layer == "places" or is_project_layer(layer) or now.get(layer) == known:
            continue
        raise AtlasError(
            f"{where}: {layer}",
            zh="改动不从这个图层带回；可改的是各类别图层与 places",
            en="changes to this layer are not brought back; edit the mode layers and places",
        )


def _gazetteer(sites: str, where: str, paths: Paths) -> Gazetteer:
    """The gazetteer with ``sites`` in place of sites.csv, its rules checked."""
    kept = parse_places(sites, f"{where}: {paths.label(paths.sites)}")
    return Gazetteer([*checked(read_derived(paths)), *checked(kept)])


def _lines(path: Path, old: str, new: str, paths: Paths) -> Iterator[str]:
    yield f"{paths.label(path)}:"
    for line in ndiff(old.splitlines(), new.splitlines()):
        if line[:2] in ("- ", "+ "):
            yield f"  {line}"


def read_edits(file: Path, paths: Paths = DEFAULT) -> Edits:
    """What an edited ``atlas.gpkg`` would change in the registry; nothing is written.

    Raises
    ------
    AtlasError
        When the file is not an atlas package, or an edit breaks a rule: an unknown project or
        stop, a point outside its county, a column or layer that is not edited here, a record
        that the registry has changed since the package was made.
    """
    where = file.name
    before, now = read_base(file), read_now(file)
    _others_untouched(before, now, where)
    registry: Registry = load_registry(paths)
    sites = _site_changes(before, now, where, paths)
    files: dict[Path, str] = {}
    shown: list[str] = []
    concerned: set[str] = set()
    if sites:
        files[paths.sites], lines, concerned = sites
        shown += lines
    gazetteer = _gazetteer(files[paths.sites], where, paths) if sites else load_gazetteer(paths)
    edited = dict(registry.projects)
    for key, changes in _project_changes(before, now, where).items():
        if key not in registry.projects:
            raise AtlasError(
                f"{where}: {key}", zh="登记册里已没有它", en="is no longer in the registry"
            )
        project = registry.projects[key]
        path = paths.projects / project.mode / f"{key}.yaml"
        new = _apply(project, changes, paths.label(path))
        if new == project:
            continue
        edited[key] = new
        files[path] = SCHEMA_LINE + to_yaml(new)
        shown += _lines(path, SCHEMA_LINE + to_yaml(project), files[path], paths)
    for key, project in edited.items():
        stops = {ref.partition("@")[0] for ref in stop_refs(project)}
        if project is not registry.projects[key] or stops & concerned:
            locate_project(project, gazetteer, paths)
    return Edits(files, shown)
