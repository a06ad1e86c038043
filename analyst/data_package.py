"""Text files of the layers: CSV for spreadsheets, GeoJSON, and the package's description."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analyst.collection import ABOUT_PROJECTS, Collection, Table
from analyst.labels import both
from analyst.qgis.symbols import Shape
from analyst.readme import description
from geo.geojson import feature_collection
from registry.columns import VOCABULARIES, Column, Kind, names
from registry.files.csvfile import excel_text

DECIMALS = 5
TABLES_AS_CSV = (
    *("projects", "mentions", "events", "outcomes", "timeline", "findings", "county_lengths"),
    *("legs", "bands", "plans", "places", "regions"),
)
_TYPES = {
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
}
_OGR_TYPES = {Kind.INTEGER: "Integer", Kind.NUMBER: "Real"}
#: How long the name of a column may be in a Shapefile.
_SHORTEST = 10
_MEDIA = {
    ".gpkg": ("gpkg", "application/geopackage+sqlite3"),
    ".geojson": ("geojson", "application/geo+json"),
    ".parquet": ("parquet", "application/vnd.apache.parquet"),
    ".json": ("json", "application/json"),
    ".qgz": ("qgz", "application/zip"),
}


def value(cell: Any) -> Any:
    """A cell as plain Python: None for a missing one, whole floats kept as floats."""
    if cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell)):
        return None
    return cell.item() if hasattr(cell, "item") else cell


def records(table: Table) -> Iterable[dict[str, Any]]:
    """The rows as plain values, without the geometry."""
    columns = list(names(table.columns))
    kinds = {column.name: column.kind for column in table.columns}
    for row in table.frame[columns].itertuples(index=False, name=None):
        yield {
            name: (
                str(cell) if kinds[name] in (Kind.CODE, Kind.TEXT) and cell is not None else cell
            )
            for name, cell in zip(columns, map(value, row), strict=True)
        }


def csv_text(table: Table) -> str:
    """The table for Excel: byte-order mark, CRLF, no cell that could run as a formula."""
    return excel_text(names(table.columns), records(table))


def csvt_text(table: Table) -> str:
    """What GDAL and QGIS take each column of the CSV for: without it a code becomes a number."""
    return ",".join(f'"{_OGR_TYPES.get(column.kind, "String")}"' for column in table.columns) + "\n"


def short_names(columns: Iterable[str]) -> dict[str, str]:
    """A name of ten letters at most for each of ``columns``, which a Shapefile does not cut.

    One that is short enough stays, others are cut, or where that would make two alike, have two
    letters of each of their words and the whole of a number.

    >>> short_names(["id", "status_chuanyu_2018", "status_chuannan_2023", "length_total"]).values()
    dict_values(['id', 'stch2018', 'stch2023', 'length_tot'])
    """
    listed = list(dict.fromkeys(columns))
    cut = Counter(name[:_SHORTEST] for name in listed)
    found: dict[str, str] = {}
    for name in sorted(listed, key=lambda name: len(name) > _SHORTEST):
        short = name[:_SHORTEST]
        if name != short and cut[short] > 1:
            parts = name.split("_")
            short = "".join(p if p.isdigit() else p[:2] for p in parts)[:_SHORTEST]
        number = 1
        while short in found.values():
            number += 1
            short = f"{short[: _SHORTEST - len(str(number))]}{number}"
        found[name] = short
    return {name: found[name] for name in listed}


def shapefile_names(collection: Collection) -> str:
    """The columns of the layers and their short names, as a CSV for people."""
    every = [n for table in spatial(collection) for n in names(table.columns)]
    rows = [{"column": name, "short": short} for name, short in short_names(every).items()]
    return excel_text(("column", "short"), rows)


def geojson_text(table: Table) -> str:
    """The layer as GeoJSON (RFC 7946)."""
    rows = zip(records(table), table.frame.geometry, strict=True)
    return feature_collection(rows, decimals=DECIMALS)


def _field(column: Column, plans: Iterable[str]) -> dict[str, Any]:
    codes = (
        list(plans)
        if column.codes == "plan"
        else list(VOCABULARIES[column.codes])
        if column.codes
        else []
    )
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if codes and column.kind is Kind.CODE:
        constraints["enum"] = codes
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "title": column.alias,
        "description": f"{column.means[0]} / {column.means[1]}"
        + (f" [{column.unit}]" if column.unit else ""),
        **({"constraints": constraints} if constraints else {}),
    }


def _keys(name: str, columns: Iterable[Column]) -> dict[str, Any]:
    """What identifies a row of the table ``name``, and which columns name a row elsewhere."""
    keys: dict[str, Any] = {}
    if name in ("projects", "plans", "regions"):
        keys["primaryKey"] = ["id"]
    named = [(column.name, "plans") for column in columns if column.codes == "plan"]
    if name in (*ABOUT_PROJECTS, "legs"):
        named.insert(0, ("project_id", "projects"))
    if named:
        keys["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": resource, "fields": ["id"]}}
            for field, resource in named
        ]
    return keys


def _measured(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def datapackage(
    folder: Path, collection: Collection, licenses: list[Mapping[str, str]], made: date
) -> dict[str, Any]:
    """What ``datapackage.json`` holds, for the files that stand in ``folder``."""
    plans = [plan.id for plan in collection.plans]
    resources: list[dict[str, Any]] = []
    for name in TABLES_AS_CSV:
        path = folder / "csv" / f"{name}.csv"
        columns = collection.table(name).columns
        resources.append(
            {
                "name": name,
                "type": "table",
                "title": collection.table(name).title,
                "path": f"csv/{name}.csv",
                "scheme": "file",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8-sig",
                **_measured(path),
                "schema": {
                    "fields": [_field(column, plans) for column in columns],
                    "missingValues": [""],
                    **_keys(name, columns),
                },
            }
        )
    for path in sorted(folder.rglob("*")):
        known = _MEDIA.get(path.suffix)
        if known is None or not path.is_file():
            continue
        relative = path.relative_to(folder).as_posix()
        resources.append(
            {
                "name": relative.replace("/", "-").replace(".", "-").replace("_", "-").lower(),
                "type": "file",
                "path": relative,
                "scheme": "file",
                "format": known[0],
                "mediatype": known[1],
                **_measured(path),
            }
        )
    return {
        "name": collection.titles.key,
        "title": both((collection.titles.zh, collection.titles.en)),
        "description": " / ".join(description(collection)),
        "created": f"{made.isoformat()}T00:00:00Z",
        "licenses": licenses,
        "sources": [{"title": f"{p.issuer}：{p.title}"} for p in collection.plans],
        "resources": resources,
    }


def spatial(collection: Collection) -> list[Table]:
    """The layers that have a geometry."""
    return [table for table in collection.tables if table.look.shape is not Shape.NONE]
