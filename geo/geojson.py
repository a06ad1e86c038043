"""GeoJSON in and out: reading with one-sentence errors, and text that a diff reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
from pyogrio.errors import DataSourceError
from shapely.geometry.base import BaseGeometry

from geo.crs import to_geojson
from registry.errors import AtlasError
from registry.files import write_text

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


def read_features(path: Path, where: str, columns: Iterable[str] = ()) -> gpd.GeoDataFrame:
    """The features of ``path``, in WGS84.

    Raises
    ------
    AtlasError
        At ``where``, when the file is missing, is not GeoJSON, has no features, lacks one of
        ``columns``, or holds a geometry that is missing or not valid.
    """
    if not path.is_file():
        raise AtlasError(where, zh="文件不存在", en="the file does not exist")
    try:
        table = gpd.read_file(path)
    except (DataSourceError, ValueError, UnicodeDecodeError) as error:
        raise AtlasError(
            where, zh="不是可读的 GeoJSON", en="is not GeoJSON that can be read"
        ) from error
    missing = [name for name in (*columns, "geometry") if name not in table.columns]
    if missing:
        names = ", ".join(missing)
        raise AtlasError(where, zh=f"缺少属性 {names}", en=f"lacks the property {names}")
    if not len(table) or table.geometry.isna().any() or not table.geometry.is_valid.all():
        raise AtlasError(
            where, zh="没有要素，或有要素的几何无效", en="has no features, or one is not valid"
        )
    return table
