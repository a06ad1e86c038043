"""What is a geometry: each type with the least it needs, and positions on the earth."""

from __future__ import annotations

import pytest

from registry.errors import AtlasError
from registry.files.shapes import check_shape

A, B, C = [104.0, 30.0], [105.0, 30.0], [105.0, 31.0]
RING = [A, B, C, A]


def fine(kind: object, coordinates: object) -> bool:
    """Whether it passes."""
    try:
        check_shape({"type": kind, "coordinates": coordinates}, "f: x")
    except AtlasError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "coordinates", "passes"),
    [
        ("Point", A, True),
        ("Point", [A], False),
        ("MultiPoint", [A], True),
        ("MultiPoint", [], False),
        ("MultiPoint", A, False),
        ("LineString", [A, B], True),
        ("LineString", [A], False),
        ("MultiLineString", [[A, B], [B, C]], True),
        ("MultiLineString", [[A, B]], True),
        ("MultiLineString", [[A, B], [B]], False),
        ("MultiLineString", [], False),
        ("MultiLineString", [A, B], False),
        ("Polygon", [RING], True),
        ("Polygon", [RING[1:]], False),
        ("Polygon", [RING, RING[1:]], False),
        ("Polygon", RING, False),
        ("MultiPolygon", [[RING], [RING]], True),
        ("MultiPolygon", [[RING], []], False),
        ("MultiPolygon", [[RING[1:]]], False),
        ("MultiPolygon", [RING], False),
        ("GeometryCollection", [A], False),
        ("Circle", A, False),
        (None, A, False),
        (["Point"], A, False),
        ("Point", None, False),
        ("Point", {"0": 104}, False),
    ],
)
def test_each_type_has_its_positions(kind: object, coordinates: object, passes: bool) -> None:
    assert fine(kind, coordinates) is passes


@pytest.mark.parametrize(
    ("position", "passes"),
    [
        ([-180, -90], True),
        ([180, 90], True),
        ([-180.01, 0], False),
        ([180.01, 0], False),
        ([0, -90.01], False),
        ([0, 90.01], False),
        ([1, 2, 8848], True),
        ([1, 2, -(10**400)], False),
        ([1, 2, 3, 4], False),
        ([1], False),
        ([True, 2], False),
        ([1, "2"], False),
        ([1, float("nan")], False),
        ([1, 2, float("inf")], False),
    ],
)
def test_a_position_is_on_the_earth(position: object, passes: bool) -> None:
    assert fine("Point", position) is passes


@pytest.mark.parametrize("shape", ["Point", ["Point", A], {"coordinates": A}, {"type": "Point"}])
def test_what_is_no_geometry_at_all(shape: object) -> None:
    with pytest.raises(AtlasError, match="f: x: geometry"):
        check_shape(shape, "f: x")
    check_shape(None, "f: x")
