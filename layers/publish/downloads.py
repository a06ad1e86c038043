"""Flat files of what is shown: GeoJSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable

from layers.records.model import Atlas
from registry.columns import MENTIONS, names
from registry.files.csvfile import excel_text
from registry.files.geojsonfile import read_features
from registry.paths import Paths


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
    features = read_features(paths.geojson, paths.label(paths.geojson))
    chosen = [f for f in features if f["properties"].get("id") in wanted]
    return json.dumps({"type": "FeatureCollection", "features": chosen}, ensure_ascii=False)


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
