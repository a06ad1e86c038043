"""The shipped data many times over, for measuring: each copy a little aside, ids its own."""

from __future__ import annotations

import csv
import json
import random
import shutil
from pathlib import Path
from typing import Any

from registry.paths import DEFAULT, Paths

#: How far a copy lies from its original, degrees.
ASIDE = 0.4


def write(folder: Path, times: int) -> Paths:
    """A data folder with every project ``times`` times (once: the shipped data as they are)."""
    paths = Paths(folder / "data")
    shutil.copytree(DEFAULT.data, paths.data)
    if times == 1:
        return paths
    chance = random.Random(1)
    aside = [(0.0, 0.0)] + [
        (chance.uniform(-ASIDE, ASIDE), chance.uniform(-ASIDE, ASIDE)) for _ in range(times - 1)
    ]
    found = json.loads(paths.geojson.read_text(encoding="utf-8"))
    features = []
    for copy, (dx, dy) in enumerate(aside):
        for feature in found["features"]:
            props = {**feature["properties"], "id": _key(feature["properties"]["id"], copy)}
            geometry = feature["geometry"]
            if geometry and copy:
                geometry = {**geometry, "coordinates": _moved(geometry["coordinates"], dx, dy)}
            features.append({"type": "Feature", "properties": props, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    paths.geojson.write_text(text, encoding="utf-8")
    for path in (paths.mentions, paths.events, paths.county_lengths):
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            fields, rows = list(reader.fieldnames or []), list(reader)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fields)
            writer.writeheader()
            for copy in range(times):
                writer.writerows(
                    {**row, "project_id": _key(row["project_id"], copy)} for row in rows
                )
    return paths


def _key(key: str, copy: int) -> str:
    return f"{key}-{copy}" if copy else key


def _moved(part: Any, dx: float, dy: float) -> Any:
    if isinstance(part[0], list):
        return [_moved(inner, dx, dy) for inner in part]
    return [round(part[0] + dx, 4), round(part[1] + dy, 4)]
