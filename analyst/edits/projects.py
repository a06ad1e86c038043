"""Edits of projects: the fields that may change in a mode's layer, and the record they make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analyst.diff.release import told
from analyst.geopackage.contents import Layers, is_project_layer, text
from registry.errors import AtlasError
from registry.files.records import validate
from registry.models import LineRoute, NoRoute, PlaceRoute, Project

EDITABLE = ("name", "name_en", "aliases", "note", "route_note", "stop_refs")


def items(value: str) -> list[str]:
    """The items of a list as an editor writes it, joined by either semicolon."""
    return [item.strip() for item in value.replace("；", ";").split(";") if item.strip()]


def _fields(project: Project) -> dict[str, str]:
    """The editable columns as the registry has them now."""
    route = project.route
    note = route.reason if isinstance(route, NoRoute) else route.note
    return {
        "name": project.name,
        "name_en": project.name_en,
        "aliases": ";".join(project.aliases),
        "note": text(project.note),
        "route_note": text(note),
        "stop_refs": ";".join(project.stop_refs),
    }


def project_changes(
    before: Layers, now: Layers, where: str
) -> dict[str, dict[str, tuple[str, str]]]:
    """Edited fields by project: what the package held, and what stands there now.

    Raises
    ------
    AtlasError
        In the file ``where``, for a project that is new or gone, a column that is not edited here,
        or one that two layers change differently.
    """
    changes: dict[str, dict[str, tuple[str, str]]] = {}
    for layer in filter(is_project_layer, before):
        location = f"{where}: {layer}"
        known, seen = before[layer], now.get(layer, {})
        for key in seen:
            if key not in known:
                raise AtlasError(
                    f"{location}: id",
                    zh=f"没有“{key}”这个项目；新项目请写 YAML（见 CONTRIBUTING.md）",
                    en=f"there is no project {key!r}; a new project is a YAML file of its own",
                )
        for key, held in known.items():
            if key not in seen:
                raise AtlasError(
                    f"{location}: {key}",
                    zh="被删掉了；停用项目请记入 data/retired.yaml",
                    en="was deleted; a project is retired in data/retired.yaml, not removed here",
                )
            for column in held:
                old, new = text(held[column]), text(seen[key].get(column, held[column]))
                if old == new:
                    continue
                if column not in EDITABLE and told(old, column) == told(new, column):
                    continue  # the same, as another program writes it
                _allow(column, f"{location}: {key}.{column}")
                earlier = changes.setdefault(key, {}).setdefault(column, (old, new))
                if earlier != (old, new):
                    raise AtlasError(
                        f"{location}: {key}.{column}",
                        zh=f"在两个图层里改得不一样：“{earlier[1]}”与“{new}”",
                        en=f"was changed to {earlier[1]!r} in one layer and {new!r} in another",
                    )
    return changes


def _allow(column: str, where: str) -> None:
    if column in EDITABLE:
        return
    if column == "geometry":
        raise AtlasError(
            where,
            zh="线是由站点算出的，不能直接改；请改 stop_refs，或在 places 图层加点、移点；"
            "有真实线位的，用 import-edits --project 取入",
            en="lines follow from stops and are not taken back; edit stop_refs, or add or move "
            "points in the layer places, or take in a real line by import-edits --project",
        )
    allowed = ", ".join(EDITABLE)
    raise AtlasError(
        where,
        zh=f"这一列不能从这里改；可以改 {allowed}",
        en=f"cannot be changed here; {allowed} can",
    )


def apply(project: Project, changes: Mapping[str, tuple[str, str]], label: str) -> Project:
    """``project`` with the new fields, checked by the model.

    Raises
    ------
    AtlasError
        At ``label``, when a field is wrong, or the registry has changed it since.
    """
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
                data["aliases"] = items(new)
            case "route_note":
                data["route"]["reason" if isinstance(project.route, NoRoute) else "note"] = new
                if not new and not isinstance(project.route, NoRoute):
                    del data["route"]["note"]
            case "stop_refs":
                data["route"][_stops_key(project, label)] = items(new)
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
