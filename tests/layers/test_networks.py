"""Existing lines as context: which are drawn, and how finely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from layers.payload import networks
from registry.paths import Paths
from tests.support import numbers, small_atlas

#: The small land reaches from 104 to 108 east and from 29 to 31 north.
INSIDE = [[105.0, 30.0], [105.5, 30.0]]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = small_atlas.write(tmp_path)
    paths.reference.mkdir(exist_ok=True)
    for name in ("rail", "roads"):
        put(paths, name)
    return paths


def put(paths: Paths, name: str, *lines: tuple[float, list[list[float]]]) -> None:
    features: list[dict[str, Any]] = [
        {
            "type": "Feature",
            "properties": {"length_km": km},
            "geometry": {"type": "LineString", "coordinates": line},
        }
        for km, line in lines
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (paths.reference / f"{name}.geojson").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "kind", "km", "drawn"),
    [
        ("rail", "rail", 2.0, 1),
        ("rail", "rail", 1.99, 0),
        ("roads", "road", 6.0, 1),
        ("roads", "road", 5.99, 0),
    ],
)
def test_what_is_short_is_dust(paths: Paths, name: str, kind: str, km: float, drawn: int) -> None:
    put(paths, name, (km, INSIDE))
    found = networks.build(paths)
    assert len(found[kind]) == drawn
    assert found["scale"] == 1000


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        (INSIDE, 1),
        # One of its places in the land or up to 0.3 degrees beyond is enough.
        ([[90.0, 30.0], [104.0, 30.0]], 1),
        ([[90.0, 30.0], [103.701, 30.0]], 1),
        ([[90.0, 30.0], [103.7, 30.0]], 0),
        ([[108.299, 30.0], [120.0, 30.0]], 1),
        ([[108.3, 30.0], [120.0, 30.0]], 0),
        ([[105.0, 28.701], [105.0, 20.0]], 1),
        ([[105.0, 28.7], [105.0, 20.0]], 0),
        ([[105.0, 31.299], [105.0, 40.0]], 1),
        ([[105.0, 31.3], [105.0, 40.0]], 0),
    ],
)
def test_what_lies_far_from_the_land_is_left_out(
    paths: Paths, line: list[list[float]], drawn: int
) -> None:
    put(paths, "rail", (50, line))
    assert len(networks.build(paths)["rail"]) == drawn


@pytest.mark.parametrize(("name", "kind", "off"), [("rail", "rail", 3), ("roads", "road", 10)])
def test_how_finely(paths: Paths, name: str, kind: str, off: int) -> None:
    near, far = ([[105.0, 30.0], [105.2, 30 + o / 1000], [105.4, 30.0]] for o in (off, off + 1))
    put(paths, name, (50, near), (50, far))
    straight, bent = map(numbers, networks.build(paths)[kind])
    assert straight == [105_000, 30_000, 400, 0]
    assert bent == [105_000, 30_000, 200, off + 1, 200, -off - 1]


def test_a_network_that_cannot_be_read_is_empty_and_the_other_stays(paths: Paths) -> None:
    put(paths, "rail", (50, INSIDE))
    (paths.reference / "roads.geojson").write_text("{", encoding="utf-8")
    found = networks.build(paths)
    assert (len(found["rail"]), found["road"]) == (1, [])
