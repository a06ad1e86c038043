"""The land of a data folder, cut down to what a few projects need: read in a moment."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from registry.paths import Paths

#: The provinces whose seats stay, by the beginning of their codes.
_OWN = ("50", "51")
#: WGS84 degrees round the projects of :mod:`tests.support.few`: west, south, east, north.
_AROUND = (102.0, 28.0, 107.5, 30.5)
#: How many stretches of border stay, and how many of those around.
_ARCS, _BEYOND = 60, 2


def cut_down(paths: Paths, wanted: str) -> None:
    """Leave places, rivers and ways that ``wanted`` (any text) names or that lie around.

    Counties stay whole, since projects are told by them.
    """
    _rows(paths.places, lambda row: row["adcode"].startswith(_OWN) and row["kind"] == "seat")
    _rows(paths.sites, lambda row: row["name"] in wanted)
    _features(paths.rivers, lambda feature: feature["properties"]["name"] in wanted)
    for name in ("rail", "roads"):
        _features(paths.data / "reference" / f"{name}.geojson", _is_around)
    borders = json.loads(paths.borders.read_text("utf-8"))
    borders.update(arcs=borders["arcs"][:_ARCS], beyond=borders["beyond"][:_BEYOND])
    paths.borders.write_text(json.dumps(borders, ensure_ascii=False), "utf-8")


def _rows(file: Path, keep: Callable[[dict[str, str]], bool]) -> None:
    table = csv.DictReader(io.StringIO(file.read_text("utf-8"), newline=""))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, table.fieldnames or (), lineterminator="\n")
    writer.writeheader()
    writer.writerows(filter(keep, table))
    file.write_text(out.getvalue(), "utf-8")


def _features(file: Path, keep: Callable[[Any], bool]) -> None:
    whole = json.loads(file.read_text("utf-8"))
    whole["features"] = list(filter(keep, whole["features"]))
    file.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")


def _is_around(feature: Any) -> bool:
    lon, lat = feature["geometry"]["coordinates"][0][:2]
    west, south, east, north = _AROUND
    return bool(west <= lon <= east and south <= lat <= north)
