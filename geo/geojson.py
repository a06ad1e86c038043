"""GeoJSON in and out: features as tables of shapes, and text that a diff reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import numpy as np
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.crs import to_geojson
from registry import sentences
from registry.files import write_text
from registry.files.geojsonfile import Geo, check_columns, property_columns, read_features
from registry.files.shapes import flat

#: What shapely and NumPy raise for what is no geometry.
_NO_SHAPE = (ShapelyError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)

Feature = tuple[Mapping[str, object], BaseGeometry | None]


def feature_collection(features: Iterable[Feature], *, decimals: int) -> str:
    """RFC 7946 text of ``(properties, WGS84 geometry or None)``, in their order.

    No ``crs`` member, counter-clockwise exteriors, at most ``decimals`` decimals, UTF-8 not
    escaped, a line break after the last line.
    """
    lines = [
        json.dumps(
            {
                "type": "Feature",
                **({"id": properties["id"]} if "id" in properties else {}),
                "properties": dict(properties),
                "geometry": None if geometry is None else to_geojson(geometry, decimals),
            },
            ensure_ascii=False,
            separators=(",", ":"),
            allow_nan=False,
        )
        for properties, geometry in features
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write_features(path: Path, features: Iterable[Feature], *, decimals: int) -> int:
    """Write :func:`feature_collection` to ``path``, whole or not at all; returns its bytes."""
    text = feature_collection(features, decimals=decimals)
    write_text(path, text)
    return len(text.encode())


def read_table(
    path: Path, where: str, columns: Iterable[str] = (), *, may_be_empty: bool = False
) -> gpd.GeoDataFrame:
    """The features of ``path`` as a table in WGS84, one column a property.

    ``may_be_empty`` lets a file without features be a table without rows.

    Raises
    ------
    AtlasError
        At ``where``, when the file is missing, is not GeoJSON, has no features, lacks one of
        ``columns``, or holds a geometry that is missing or not valid.
    """
    features = read_features(path, where)
    if not features and may_be_empty:
        empty: dict[str, list[object]] = {name: [] for name in columns}
        return gpd.GeoDataFrame(empty, geometry=[], crs="EPSG:4326")
    there = property_columns(features)
    check_columns(features, columns, where)
    if not features:
        raise sentences.not_features(where)
    for number, feature in enumerate(features):
        geometry = to_shape(feature["geometry"], f"{where}: features[{number}]: geometry")
        if geometry is None or geometry.is_empty or not geometry.is_valid:
            raise sentences.bad_geometry(f"{where}: features[{number}]: geometry")
        feature["geometry"] = geometry
    values = {name: [f["properties"].get(name) for f in features] for name in there}
    shapes = [feature["geometry"] for feature in features]
    return gpd.GeoDataFrame(values, geometry=shapes, crs="EPSG:4326")


def to_shape(geometry: Geo | None, where: str) -> BaseGeometry | None:
    """A GeoJSON geometry as a shape; AtlasError at ``where`` when it is none or off the earth.

    Heights are left out. Why it is off the earth is told: latitude before longitude, or no degrees.
    """
    if geometry is None:
        return None
    try:
        # A number that is none or too large would be warned of and taken.
        with np.errstate(all="raise"):
            parsed = shape(flat(geometry, where))
        west, south, east, north = parsed.bounds if not parsed.is_empty else (0, 0, 0, 0)
    except _NO_SHAPE as error:
        raise sentences.bad_geometry(where) from error
    if -180 <= west <= east <= 180 and -90 <= south <= north <= 90:
        return parsed
    if -90 <= west <= east <= 90 and -180 <= south <= north <= 180:
        raise sentences.swapped_axes(where)
    raise sentences.no_degrees(where)
