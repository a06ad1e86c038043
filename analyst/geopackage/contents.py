"""What an ``atlas.gpkg`` holds now, and what it held when it was made.

Plain SQLite: a GeoPackage is one, and what an editor left in it is read as it stands.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError

from geo.geopackage.opening import columns_of, damaged, opened, select, there
from geo.geopackage.shapes import wkb_of
from registry import sentences
from registry.errors import AtlasError
from registry.vocab import Mode

Held = dict[str, Any]
#: Rows by layer and key: the project's id, the feature's number, or ``*`` for a whole layer.
Layers = dict[str, dict[str, Held]]

#: The table that remembers what the package held when it was made.
BASE_TABLE = "atlas_base"
#: The number of WGS84 in every GeoPackage.
WGS84 = 4326
_NONE = (None, None)


def text(value: object) -> str:
    """A cell as text without blanks around it; null is empty."""
    return "" if value is None else str(value).strip()


def is_project_layer(layer: str) -> bool:
    """Whether a layer's rows are projects, as those of ``projects``, ``rail``, ``rail_points``."""
    return layer in ("projects", "project_points") or layer.split("_")[0] in set(Mode)


def _digest(wkb: bytes) -> str:
    return hashlib.sha256(wkb).hexdigest()[:16]


def _geometry(blob: object) -> str:
    """What :func:`shape_text` says of a cell of a GeoPackage."""
    return shape_text(wkb_of(blob))


def shape_text(wkb: bytes | None) -> str:
    """A shape (WKB) as text that an untouched one keeps: a point's position, else a digest."""
    if wkb is None:
        return ""
    try:
        shape = shapely.force_2d(shapely.from_wkb(wkb))  # heights are no edit
        if shape.is_empty:
            return ""
        if shape.geom_type == "Point":
            return f"{shape.x:.7f} {shape.y:.7f}"
        return _digest(shapely.to_wkb(shape))
    except NotImplementedError:  # arcs, which GEOS reads and Shapely does not
        return _digest(wkb)


def _crs_name(base: sqlite3.Connection, srs: object, file: Path) -> str:
    """What a GeoPackage calls the CRS of a number, such as ``EPSG:3857``."""
    columns_of(base, "gpkg_spatial_ref_sys", file)
    names = ["srs_id", "organization", "organization_coordsys_id"]
    for number, organization, code in select(base, "gpkg_spatial_ref_sys", names):
        if number == srs:
            return f"{organization}:{code}"
    return str(srs)


def _rows(base: sqlite3.Connection, layer: str, file: Path) -> Iterator[tuple[str, Held]]:
    """Each row's number and its cells; a shape is under ``geometry``, whatever it is called."""
    columns = columns_of(base, layer, file)
    shapes = select(base, "gpkg_geometry_columns", ["table_name", "column_name", "srs_id"])
    drawn, srs = next(
        ((str(column), srs) for table, column, srs in shapes if table == layer), _NONE
    )
    if drawn and srs != WGS84:
        raise sentences.other_crs(f"{file.name}: {layer}", _crs_name(base, srs, file))
    key = next((name for name, is_key in columns if is_key), None)
    names = [name for name, _ in columns]
    for number, row in enumerate(select(base, layer, names), 1):
        held = dict(zip(names, row, strict=True))
        fid = str(held.pop(key) if key else number)
        if drawn in held:
            held["geometry"] = _geometry(held.pop(drawn))
        if any(isinstance(value, bytes) for value in held.values()):
            raise ValueError("bytes where text belongs")
        yield fid, held


def _keyed(base: sqlite3.Connection, layer: str, file: Path) -> dict[str, Held]:
    rows = _rows(base, layer, file)
    if is_project_layer(layer):
        by_id: dict[str, Held] = {}
        for _, held in rows:
            if "id" not in held:
                raise sentences.lacks_columns(f"{file.name}: {layer}", ["id"])
            key = text(held.get("id"))
            if key in by_id:
                raise sentences.twice(f"{file.name}: {layer}: {key}")
            by_id[key] = held
        return by_id
    if layer == "places":
        return dict(rows)
    texts = sorted(json.dumps(held, ensure_ascii=False, default=str) for _, held in rows)
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]
    return {"*": {"rows": len(texts), "digest": digest}}


def _layers(base: sqlite3.Connection, file: Path) -> list[str]:
    for table in ("gpkg_contents", "gpkg_geometry_columns"):
        columns_of(base, table, file)
    rows = base.execute(
        "SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles' ORDER BY rowid"
    )
    return [str(name) for (name,) in rows]


def layer_names(file: Path) -> list[str]:
    """The layers of ``file``; errors as for :func:`read_now`."""
    with opened(file) as base:
        return _layers(base, file)


def read_now(file: Path, only: Collection[str] | None = None) -> Layers:
    """What ``file`` holds, or its layers ``only``.

    Raises
    ------
    AtlasError
        When it is missing, in use, damaged or no atlas package, or a layer is no plain table.
    """
    try:
        with opened(file) as base:
            return {
                layer: _keyed(base, layer, file)
                for layer in _layers(base, file)
                if only is None or layer in only
            }
    except (ShapelyError, LookupError, OverflowError, ValueError, struct.error) as error:
        raise damaged(file) from error


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


def _foreign(file: Path) -> AtlasError:
    return AtlasError(
        file.name,
        zh="不是由 python -m analyst package 生成的，或其中记下的原状已损坏",
        en="was not made by python -m analyst package, or what it remembers of that is damaged",
    )


def read_base(file: Path) -> Layers:
    """What ``file`` held when it was made; errors as for :func:`read_now`."""
    layers: Layers = {}
    try:
        with opened(file) as base:
            if not there(base, BASE_TABLE):
                raise _foreign(file)
            columns_of(base, BASE_TABLE, file)
            for layer, key, held in select(base, BASE_TABLE, ["layer", "key", "held"]):
                cells = json.loads(held)
                if not isinstance(cells, dict) or not isinstance(key, str):
                    raise _foreign(file)
                known = layers.setdefault(str(layer), {})
                # All rows of a layer have its columns.
                if cells.keys() != next(iter(known.values()), cells).keys():
                    raise _foreign(file)
                known[key] = cells
    except (ValueError, TypeError, RecursionError) as error:
        raise _foreign(file) from error
    if not layers:
        raise _foreign(file)
    return layers
