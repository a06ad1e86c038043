"""Flat files of what is shown: GeoJSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from layers.records import Atlas
from registry.errors import AtlasError
from registry.paths import Paths

#: The columns of data/mentions.csv.
COLUMNS = (
    *("plan_id", "project_id", "mode", "name", "clause", "as_written", "action", "status"),
    *("start_year", "complete_year", "note"),
)

#: A spreadsheet takes a cell that begins so for a formula; full-width signs where Chinese is typed.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def name_of(zh: str, en: str, lang: str) -> str:
    """The name in ``lang``, the other one where it is empty."""
    return (zh or en) if lang == "zh" else (en or zh)


def geojson(paths: Paths, ids: Iterable[str]) -> str:
    """The built features of ``ids`` as GeoJSON (RFC 7946), everything as built.

    Raises
    ------
    AtlasError
        The built file cannot be read.
    """
    wanted = set(ids)
    try:
        found = json.loads(paths.geojson.read_text(encoding="utf-8"))
        features = [f for f in found["features"] if f["properties"]["id"] in wanted]
    except (OSError, ValueError, KeyError, TypeError):
        raise AtlasError(
            paths.label(paths.geojson), zh="读不了这个文件", en="the file cannot be read"
        ) from None
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def mentions_csv(atlas: Atlas, ids: Iterable[str], plans: Iterable[str] = ()) -> str:
    """The mentions of ``ids``, in ``plans`` only if given.

    With the mark that Excel needs, and no cell that it could run as a formula.
    """
    wanted = set(plans)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for key in ids:
        project = atlas.by_id[key]
        for m in project.mentions:
            if not wanted or m.plan in wanted:
                row: list[object] = [
                    m.plan,
                    key,
                    project.mode.value,
                    project.name,
                    m.clause,
                    m.as_written,
                    m.action,
                    m.status.value,
                    m.start_year or "",
                    m.complete_year or "",
                    m.note,
                ]
                writer.writerow(map(guarded, row))
    return "\ufeff" + out.getvalue()
