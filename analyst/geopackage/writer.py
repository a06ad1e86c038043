"""``atlas.gpkg``: every layer with its style, in a version that QGIS 3.22 reads without doubts."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from analyst.collection import Collection, Table
from analyst.geopackage.contents import write_base
from analyst.qgis.stored import stored_styles
from analyst.qgis.symbols import Shape
from registry import sentences
from registry.columns import Kind

VERSION = "1.2"
_GEOMETRY = {
    Shape.POINTS: "MultiPoint",
    Shape.LINES: "MultiLineString",
    Shape.AREAS: "MultiPolygon",
    Shape.MIXED: "Unknown",
}
#: Layers whose every feature is one point: simpler to edit than a multipoint.
SINGLE = {"project_points": "Point", "places": "Point"}
_STYLES = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
  owner TEXT(30), ui TEXT(30), update_time DATETIME
)
"""


def plain(table: Table) -> pd.DataFrame:
    """The rows with codes and dates as text, so that every driver stores them alike."""
    frame = table.frame.copy()
    for column in table.columns:
        if column.kind not in (Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN):
            frame[column.name] = frame[column.name].astype("string")
    return frame


def _write_layer(path: Path, table: Table) -> None:
    frame = plain(table)
    if table.look.shape is Shape.NONE:
        pyogrio.write_dataframe(
            frame,
            path,
            layer=table.name,
            driver="GPKG",
            append=path.exists(),
            layer_options={"DESCRIPTION": table.title},
            dataset_options={} if path.exists() else {"VERSION": VERSION},
        )
        return
    kind = SINGLE.get(table.name, _GEOMETRY[table.look.shape])
    pyogrio.write_dataframe(
        gpd.GeoDataFrame(frame, geometry="geometry", crs="EPSG:4326"),
        path,
        layer=table.name,
        driver="GPKG",
        geometry_type=kind,
        promote_to_multi=kind.startswith("Multi"),
        append=path.exists(),
        layer_options={"DESCRIPTION": table.title, "GEOMETRY_NAME": "geom"},
        dataset_options={} if path.exists() else {"VERSION": VERSION},
    )


def _write_styles(path: Path, collection: Collection, plans: Mapping[str, str], when: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(_STYLES)
        base.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description,"
            " last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)",
            (when,),
        )
        for style in stored_styles(collection, plans):
            base.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
                " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description,"
                " owner, ui, update_time)"
                " VALUES ('', '', ?, ?, ?, ?, '', ?, ?, '', NULL, ?)",
                (
                    *(style.table, "geom" if style.shaped else "", style.name, style.qml),
                    *(style.is_default, style.title, when),
                ),
            )


def write_geopackage(
    path: Path, collection: Collection, plans: Mapping[str, str], made: date
) -> None:
    """Write every layer, its style and what an import of edits compares with.

    ``plans`` gives the words of each plan's id; ``made`` is stamped on every layer.

    Raises
    ------
    AtlasError
        When it cannot be written, such as to a disk that is full.
    """
    try:
        with _understood(path) as at:
            _write(at, collection, plans, made)
    except (sqlite3.Error, DataSourceError, DataLayerError, FeatureError) as error:
        # GDAL tells the whole statement before the reason.
        raise sentences.cannot_write(path.name, str(error).rpartition(": ")[2]) from error


@contextmanager
def _understood(path: Path) -> Iterator[Path]:
    """Where to write so that pyogrio takes no folder with ``!`` in its name for an archive."""
    if "!" not in str(path):
        yield path
        return
    with TemporaryDirectory() as folder:
        other = Path(folder) / path.name
        yield other
        shutil.move(other, path)


def _write(path: Path, collection: Collection, plans: Mapping[str, str], made: date) -> None:
    when = datetime(made.year, made.month, made.day, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    before = pyogrio.get_gdal_config_option("OGR_CURRENT_DATE")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": when})
    try:
        for table in collection.tables:
            _write_layer(path, table)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})
    _write_styles(path, collection, plans, when)
    write_base(path)
