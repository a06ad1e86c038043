"""What an ``atlas.gpkg`` holds now, and what it held when it was made.

Plain SQLite: a GeoPackage is one, and what an editor left in it is read as it stands.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError

from registry import sentences
from registry.errors import AtlasError
from registry.vocab import Mode

Held = dict[str, Any]
#: Rows by layer and key: the project's id, the feature's number, or ``*`` for a whole layer.
Layers = dict[str, dict[str, Held]]

#: The table that remembers what the package held when it was made.
BASE_TABLE = "atlas_base"
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def text(value: object) -> str:
    """A cell as text without blanks around it; null is empty."""
    return "" if value is None else str(value).strip()


def is_project_layer(layer: str) -> bool:
    """Whether a layer's rows are projects, as those of ``projects``, ``rail``, ``rail_points``."""
    return layer in ("projects", "project_points") or layer.split("_")[0] in set(Mode)


def _geometry(blob: bytes | None) -> str:
    """A geometry as text that an untouched feature keeps: a point's position, else a digest."""
    if blob is None or blob[:2] != b"GP":
        return ""
    skip = 8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7]
    shape = shapely.from_wkb(blob[skip:])
    if shape.is_empty:
        return ""
    if shape.geom_type == "Point":
        return f"{shape.x:.7f} {shape.y:.7f}"
    return hashlib.sha256(shapely.to_wkb(shape)).hexdigest()[:16]


def _rows(base: sqlite3.Connection, layer: str) -> Iterator[Held]:
    quoted = layer.replace('"', '""')
    cursor = base.execute(f'SELECT * FROM "{quoted}"')
    names = [name for name, *_ in cursor.description]
    for row in cursor:
        held = dict(zip(names, row, strict=True))
        if "geom" in held:
            held["geometry"] = _geometry(held.pop("geom"))
        if any(isinstance(value, bytes) for value in held.values()):
            raise ValueError("bytes where text belongs")
        yield held


def _keyed(base: sqlite3.Connection, layer: str, where: str) -> dict[str, Held]:
    rows = _rows(base, layer)
    if is_project_layer(layer):
        by_id: dict[str, Held] = {}
        for held in rows:
            held.pop("fid", None)
            key = str(held.get("id") or "")
            if key in by_id:
                raise sentences.twice(f"{where}: {layer}: {key}")
            by_id[key] = held
        return by_id
    if layer == "places":
        return {str(held.pop("fid")): held for held in rows}
    texts = sorted(
        json.dumps({k: v for k, v in held.items() if k != "fid"}, ensure_ascii=False, default=str)
        for held in rows
    )
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    return {"*": {"rows": len(texts), "digest": digest}}


def _layers(base: sqlite3.Connection) -> list[str]:
    rows = base.execute(
        "SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles' ORDER BY rowid"
    )
    return [str(name) for (name,) in rows]


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)


def _broken(file: Path, error: Exception) -> AtlasError:
    del error
    return AtlasError(
        file.name,
        zh="不是由 python -m analyst package 生成的 GeoPackage，或已损坏",
        en="is not a GeoPackage made by python -m analyst package, or is damaged",
    )


def read_now(file: Path) -> Layers:
    """What ``file`` holds; AtlasError when it is missing, damaged or no atlas package."""
    if not file.is_file():
        raise sentences.missing(str(file))
    try:
        with closing(_open(file)) as base:
            return {layer: _keyed(base, layer, file.name) for layer in _layers(base)}
    except (sqlite3.Error, ShapelyError, LookupError, OverflowError, ValueError) as error:
        raise _broken(file, error) from error


def write_base(file: Path) -> None:
    """Remember in ``file`` what it holds now, so that an import sees what was edited since."""
    rows = [
        (layer, key, json.dumps(held, ensure_ascii=False, sort_keys=True))
        for layer, records in read_now(file).items()
        for key, held in records.items()
    ]
    with closing(sqlite3.connect(file)) as base, base:
        base.execute(f"CREATE TABLE {BASE_TABLE} (layer TEXT, key TEXT, held TEXT)")
        base.executemany(f"INSERT INTO {BASE_TABLE} VALUES (?, ?, ?)", rows)


def read_base(file: Path) -> Layers:
    """What ``file`` held when it was made; errors as for :func:`read_now`."""
    if not file.is_file():
        raise sentences.missing(str(file))
    layers: Layers = {}
    try:
        with closing(_open(file)) as base:
            for layer, key, held in base.execute(f"SELECT layer, key, held FROM {BASE_TABLE}"):
                layers.setdefault(layer, {})[key] = json.loads(held)
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise _broken(file, error) from error
    if not layers:
        raise _broken(file, ValueError())
    return layers
