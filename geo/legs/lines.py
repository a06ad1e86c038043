"""The lines of a file that somebody surveyed, in any form and CRS, within limits."""

from __future__ import annotations

import sqlite3
import struct
import warnings
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, GeometryError
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry import LineString, MultiLineString

from geo.crs import plane
from geo.geopackage.opening import columns_of, damaged, opened, select
from geo.geopackage.shapes import wkb_of
from registry import sentences
from registry.errors import AtlasError
from registry.files.text import file_bytes
from registry.naming import short
from registry.paths import DEFAULT, Paths

#: The largest file that is read, in MB, and how many places its lines have at most.
MOST_MB = 100
MOST_PLACES = 3_000_000
_GEOPACKAGE = b"SQLite format 3\x00"
#: What files begin with that hold their lines themselves. Others (lists of files, pipelines,
#: addresses, archives, drawings that multiply their blocks) are not given to GDAL.
_HEADS = (b"\x00\x00\x27\x0a", b"fgb\x03", b"{", b"[", b"\x1e{", b"version", b"!table")
_TAGS = (b"<kml", b"<gpx", b":kml", b":gpx")
_ELSEWHERE = (
    b"<ogrvrt",
    b"<vrtdataset",
    b"<ogrwfs",
    b"<ogrcsw",
    b"<gdal_wms",
    b"gdal_streamed_alg",
)
_HEAD_BYTES = 4000
_BROKEN = (DataSourceError, DataLayerError, FeatureError, GeometryError, ShapelyError)
_CUT_OFF = (ShapelyError, NotImplementedError, LookupError, OverflowError, ValueError, struct.error)
#: Numbers by which a GeoPackage says that it knows of no CRS.
_UNDEFINED = (0, -1)
#: By GEOS's numbers: a line and a ring, and collections.
_LINES, _FIRST_COLLECTION = (1, 2), 4

Shapes = NDArray[np.object_]


def read_line(
    file: Path, crs: str | None = None, layer: str | None = None, paths: Paths = DEFAULT
) -> MultiLineString:
    """The lines of ``file``, each once, in metres of the plane that fits the data folder's land.

    Parameters
    ----------
    file : Path
        GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, GPX or MapInfo, in any CRS.
    crs : str, optional
        What the file is in where it does not say, such as ``EPSG:4490``.
    layer : str, optional
        Which layer of the file; by default the first that has lines.

    Raises
    ------
    AtlasError
        When the file is missing, cannot be read, is too large, has no line, or does not say its
        CRS.
    """
    data = file_bytes(file, file.name, most=MOST_MB)
    if data.startswith(_GEOPACKAGE):
        found, said = _of_geopackage(file, layer)
    else:
        _check_form(data, file)
        found, said = _of_others(file, layer)
    if not len(found):
        raise AtlasError(file.name, zh="里面没有线", en="holds no line")
    if (count := int(shapely.get_num_coordinates(found).sum())) > MOST_PLACES:
        raise AtlasError(
            file.name,
            zh=f"线共有 {count:,} 个点，至多读 {MOST_PLACES:,} 个",
            en=f"its lines have {count:,} places, at most {MOST_PLACES:,} are read",
        )
    local = plane(paths)
    merged = local.to_plane(MultiLineString(_each_once(_in_degrees(found, said or crs, file))))
    if not np.isfinite(shapely.get_coordinates(merged)).all():
        raise sentences.no_degrees(file.name)
    return merged


def _check_form(data: bytes, file: Path) -> None:
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    tagged = head.startswith(b"<") and any(tag in head for tag in _TAGS)
    if any(mark in data.lower() for mark in _ELSEWHERE):
        raise AtlasError(
            file.name,
            zh="指向别的文件，不读；请给线本身所在的文件",
            en="points to other files and is not read; give the file that holds the line",
        )
    if not (tagged or head.startswith(_HEADS)):
        raise _no_lines(file)


def _no_lines(file: Path) -> AtlasError:
    return AtlasError(
        file.name,
        zh="不是可读的矢量文件（GeoJSON、GeoPackage、Shapefile、FlatGeobuf、KML、GPX、MapInfo），"
        "或已损坏",
        en="is no vector file that is read (GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, GPX, "
        "MapInfo), or is damaged",
    )


def _lines_of(shapes: Shapes) -> Shapes:
    """The lines among ``shapes``, out of collections of collections."""
    while (types := shapely.get_type_id(shapes)).size and types.max() >= _FIRST_COLLECTION:
        shapes = shapely.get_parts(shapes)
    lines = shapes[np.isin(types, _LINES) & ~shapely.is_empty(shapes)]
    found: Shapes = shapely.force_2d(lines)
    return found


def _of_geopackage(file: Path, layer: str | None) -> tuple[Shapes, str | None]:
    """The lines of the layer, or of the first that has any, and their CRS as far as it is said."""
    none: Shapes = np.array([], dtype=object)
    try:
        with opened(file) as base:
            columns_of(base, "gpkg_geometry_columns", file)
            names = ["table_name", "column_name", "srs_id"]
            rows = {str(row[0]): row[1:] for row in select(base, "gpkg_geometry_columns", names)}
            for name, (column, srs) in _chosen(rows, layer, file):
                if column not in [own for own, _ in columns_of(base, name, file)]:
                    raise damaged(file)
                blobs = (wkb_of(blob) for (blob,) in select(base, name, [str(column)]))
                shapes = shapely.from_wkb([wkb for wkb in blobs if wkb is not None])
                if len(found := _lines_of(np.asarray(shapes, dtype=object))):
                    return found, _crs_of(base, srs, file)
    except _CUT_OFF as error:
        raise damaged(file) from error
    return none, None


def _chosen(
    rows: dict[str, tuple[object, ...]], layer: str | None, file: Path
) -> list[tuple[str, tuple[object, ...]]]:
    if layer is None:
        return list(rows.items())
    if layer not in rows:
        raise sentences.unknown_code(file.name, "layer", layer, list(rows))
    return [(layer, rows[layer])]


def _crs_of(base: sqlite3.Connection, srs: object, file: Path) -> str | None:
    """The CRS of a number of a GeoPackage; None for an undefined one, or one of no row."""
    columns_of(base, "gpkg_spatial_ref_sys", file)
    names = ["srs_id", "organization", "organization_coordsys_id", "definition"]
    for number, organization, code, definition in select(base, "gpkg_spatial_ref_sys", names):
        if number == srs and srs not in _UNDEFINED:
            return f"EPSG:{code}" if str(organization).upper() == "EPSG" else str(definition)
    return None


def _of_others(file: Path, layer: str | None) -> tuple[Shapes, str | None]:
    """The lines that GDAL finds in the layer, or in the first that has any, and their CRS."""
    try:
        there: dict[str, tuple[object, ...]] = {
            str(name): () for name, _ in pyogrio.list_layers(file)
        }
        for name, _ in _chosen(there, layer, file):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                table = pyogrio.read_dataframe(file, layer=name, columns=[], force_2d=True)
            if not isinstance(table, gpd.GeoDataFrame):
                continue
            if len(found := _lines_of(table.geometry.dropna().to_numpy())):
                return found, table.crs and table.crs.to_wkt()
    except _BROKEN as error:
        raise _no_lines(file) from error
    return np.array([], dtype=object), None


def _in_degrees(lines: Shapes, crs: str | None, file: Path) -> Shapes:
    where = f"{file.name}: crs"
    if crs is None:
        raise AtlasError(
            where,
            zh="文件没有写坐标系，请用 --crs 说明，如 --crs EPSG:4490",
            en="does not say its CRS; give it with --crs, such as --crs EPSG:4490",
        )
    if not np.isfinite(shapely.get_coordinates(lines)).all():
        raise sentences.bad_geometry(file.name)
    try:
        moved = gpd.GeoSeries(lines, crs=crs).to_crs("EPSG:4326").to_numpy()
    except (ProjError, CRSError, ValueError) as error:
        crs = str(short(crs))
        raise AtlasError(where, zh=f"没有坐标系“{crs}”", en=f"there is no CRS {crs!r}") from error
    west, south, east, north = shapely.total_bounds(moved)
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise sentences.no_degrees(file.name)
    found: Shapes = moved
    return found


def _each_once(lines: Shapes) -> list[LineString]:
    """``lines`` without those that stand there again, in either direction."""
    known = dict.fromkeys(shapely.to_wkb(shapely.normalize(lines)).tolist())
    return list(shapely.from_wkb(list(known)))
