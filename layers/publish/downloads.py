"""Flat files of what is shown: GeoJSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from layers.records.model import Atlas
from layers.selection.comparison import Compared
from registry.columns import MENTIONS, listed_columns, names
from registry.files.csvfile import excel_text
from registry.files.geojsonfile import read_features
from registry.paths import Paths


def name_of(zh: str, en: str, lang: str) -> str:
    """The name in ``lang``, the other one where it is empty."""
    return (zh or en) if lang == "zh" else (en or zh)


def _built(paths: Paths, ids: Iterable[str]) -> list[dict[str, Any]]:
    """The built features of ``ids``, in their order in the file."""
    wanted = set(ids)
    # What is wrong about others has been said where the data were read.
    features = read_features(paths.geojson, paths.label(paths.geojson), lambda *_: None)
    return [feature for feature in features if feature["properties"].get("id") in wanted]


def geojson(paths: Paths, ids: Iterable[str]) -> str:
    """The built features of ``ids`` as GeoJSON (RFC 7946), everything as built.

    Raises
    ------
    AtlasError
        The built file cannot be read.
    """
    return json.dumps(
        {"type": "FeatureCollection", "features": _built(paths, ids)}, ensure_ascii=False
    )


#: The columns of a table of projects: what the explorer's list shows, and the sentence; behind
#: them those that are listed as they stand.
LISTED = (
    *("id", "name", "name_en", "mode", "part_of"),
    *("current_status", "current_since", "current_as_of", "open_share"),
    *("promise_kind", "promised_year", "happened_on", "months_late", "verdicts"),
    *("status", "status_plan", "plans", "start_year", "complete_year"),
    *("length_km", "geometry_precision", "regions", "reviewed"),
    *("current_words", "current_words_en", "current_words_sources"),
    *names(listed_columns()),
)


def projects_csv(paths: Paths, ids: Iterable[str]) -> str:
    """The projects ``ids`` with the columns :data:`LISTED`, as built.

    With the mark that Excel needs, and no cell that it could run as a formula.

    Raises
    ------
    AtlasError
        The built file cannot be read.
    """
    rows = (feature["properties"] for feature in _built(paths, ids))
    return excel_text(
        LISTED,
        ({name: row.get(name) for name in LISTED} for row in rows),
    )


#: The columns of a table of what became of projects from plan to plan, and from year to year.
CHANGES = (
    *("project_id", "name", "mode", "plan_from", "plan_to", "status_from", "status_to"),
    *("class", "words"),
)
CHANGES_IN_YEARS = tuple(name.replace("plan_", "year_") for name in CHANGES)


def changes_csv(compared: Iterable[Compared], lang: str, *, years: bool = False) -> str:
    """What became of each project, with the columns :data:`CHANGES`; words and name in ``lang``.

    Of ``years`` the columns :data:`CHANGES_IN_YEARS`. Plans, statuses and classes are codes. With
    the mark that Excel needs, and no cell that it could run as a formula.
    """
    columns = CHANGES_IN_YEARS if years else CHANGES
    rows = (
        {
            "project_id": row.project.id,
            "name": name_of(row.project.name, row.project.name_en, lang),
            "mode": row.project.mode.value,
            columns[3]: row.start,
            columns[4]: row.end,
            "status_from": row.before or "",
            "status_to": row.after or "",
            "class": row.kind.value,
            "words": row.words[0 if lang == "zh" else 1],
        }
        for row in compared
    )
    return excel_text(columns, rows)


def mentions_csv(atlas: Atlas, ids: Iterable[str], plans: Iterable[str] = ()) -> str:
    """The mentions of ``ids``, in ``plans`` only if given.

    With the mark that Excel needs, and no cell that it could run as a formula.
    """
    wanted = set(plans)
    rows = (
        {
            "plan_id": m.plan,
            "project_id": key,
            "mode": atlas.by_id[key].mode.value,
            "name": atlas.by_id[key].name,
            "clause": m.clause,
            "as_written": m.as_written,
            "action": m.action,
            "status": m.status.value,
            "start_year": m.start_year or "",
            "complete_year": m.complete_year or "",
            "note": m.note,
        }
        for key in ids
        for m in atlas.by_id[key].mentions
        if not wanted or m.plan in wanted
    )
    return excel_text(names(MENTIONS), rows)
