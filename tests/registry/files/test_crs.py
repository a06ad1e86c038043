"""Which coordinate systems a GeoJSON file may name: longitude and latitude in WGS84 alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.files.geojsonfile import read_features

FEATURE = {"type": "Feature", "properties": {"id": "a"}}


def read(folder: Path, crs: object) -> list[dict[str, object]]:
    path = folder / "a.geojson"
    document = {"type": "FeatureCollection", "crs": crs, "features": [FEATURE]}
    path.write_text(json.dumps(document), encoding="utf-8")
    return read_features(path, "a.geojson")


def _named(name: object) -> dict[str, object]:
    return {"type": "name", "properties": {"name": name}}


@pytest.mark.parametrize(
    "crs",
    [
        None,
        _named("urn:ogc:def:crs:OGC:1.3:CRS84"),
        _named("urn:ogc:def:crs:EPSG::4326"),
        _named("EPSG:4326"),
        _named("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
        _named("http://www.opengis.net/gml/srs/epsg.xml#4326"),
        _named("wgs84"),
    ],
)
def test_names_of_wgs84(tmp_path: Path, crs: object) -> None:
    assert read(tmp_path, crs) == [{**FEATURE, "geometry": None}]


@pytest.mark.parametrize(
    ("crs", "told"),
    [
        (_named("EPSG:3857"), "EPSG:3857"),
        (_named("urn:ogc:def:crs:EPSG::14326"), "14326"),
        (_named(4326), "4326}}"),
        ({"type": "name", "properties": "EPSG:4326"}, "properties"),
        ("EPSG:4326", '"EPSG:4326"'),
        (["EPSG:4326"], "EPSG:4326"),
        ({}, "{}"),
    ],
)
def test_any_other_is_refused_and_named(tmp_path: Path, crs: object, told: str) -> None:
    with pytest.raises(AtlasError) as raised:
        read(tmp_path, crs)
    assert raised.value.where.startswith("a.geojson")
    assert told in raised.value.en
