"""Shapes that no editor of the atlas makes: what stands in their place is told, nothing breaks."""

from __future__ import annotations

import struct

import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPoint, Point, Polygon

from analyst.edits.projects import project_changes
from analyst.geopackage.contents import _geometry
from geo.geopackage.shapes import check_depth
from registry.errors import AtlasError

HEAD = b"GP\x00\x01" + (4326).to_bytes(4, "little")
HOLED = Polygon([(0, 0), (9, 0), (9, 9), (0, 0)], [[(2, 1), (3, 1), (3, 2), (2, 1)]])


def nested(times: int, order: str = "<", first: bytes = b"") -> bytes:
    """A point in ``times`` collections, perhaps each with another part ahead of the next."""
    mark, count = int(order == "<"), 2 if first else 1
    head = struct.pack(f"{order}BII", mark, 7, count) + first
    return head * times + shapely.to_wkb(Point(104, 30))


@pytest.mark.parametrize("value", [5, 1.5, "104 30", None, b"", b"G", b"xx"])
def test_a_number_or_text_where_a_shape_belongs_is_no_shape(value: object) -> None:
    assert _geometry(value) == ""


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("first", [b"", shapely.to_wkb(Point(1, 2))])
def test_shapes_may_nest_so_deep_and_no_deeper(order: str, first: bytes) -> None:
    check_depth(nested(32, order, first))
    for times in (33, 20_000):
        with pytest.raises(ValueError, match="without end"):
            _geometry(HEAD + nested(times, order, first))


@pytest.mark.parametrize("flavor", ["iso", "extended"])
@pytest.mark.parametrize("byte_order", [0, 1])
@pytest.mark.parametrize("z", [False, True])
@pytest.mark.parametrize(
    "shape", [Point(1, 2), HOLED, GeometryCollection([HOLED, MultiPoint([(1, 2), (3, 4)]), HOLED])]
)
def test_every_part_is_passed_to_its_last_byte(
    shape: shapely.Geometry, z: bool, byte_order: int, flavor: str
) -> None:
    made = shapely.force_3d(shape, 5) if z else shape
    srid = flavor == "extended"
    made = shapely.set_srid(made, 4326) if srid else made
    wkb = shapely.to_wkb(made, byte_order=byte_order, flavor=flavor, include_srid=srid)
    check_depth(GeometryCollection().wkb)
    check_depth(wkb)
    two = struct.pack("<BII", 1, 7, 2) + wkb
    check_depth(two + wkb)
    with pytest.raises((ValueError, IndexError, struct.error)):
        check_depth(two)


def test_arcs_are_told_apart() -> None:
    arcs = [HEAD + struct.pack("<BII6d", 1, 8, 3, 104, 30, 105, 31, 106, y) for y in (30, 29)]
    first, second = map(_geometry, arcs)
    assert len({first, second, ""}) == 3
    assert first == _geometry(arcs[0])


@pytest.mark.parametrize("shape", [Point(104, 30), LineString([(104, 30), (105, 31)]), HOLED])
def test_heights_are_no_edit(shape: shapely.Geometry) -> None:
    plain, high = (HEAD + shapely.to_wkb(one) for one in (shape, shapely.force_3d(shape, 7)))
    assert _geometry(high) == _geometry(plain) != ""


ROW = {"id": "a", "name": "甲", "reviewed": 1, "complete_year": 2027, "last_checked": "2026-11-26"}


@pytest.mark.parametrize(
    ("written", "is_edit"),
    [
        ({"reviewed": "True", "complete_year": "2027.0"}, False),
        ({"reviewed": 1.0, "last_checked": "2026-11-26T00:00:00"}, False),
        ({"reviewed": "False"}, True),
        ({"complete_year": "2028"}, True),
    ],
)
def test_the_same_in_another_type_is_no_edit(written: dict[str, object], is_edit: bool) -> None:
    before, now = {"rail": {"a": ROW}}, {"rail": {"a": ROW | written}}
    if is_edit:
        with pytest.raises(AtlasError, match="cannot be changed here"):
            project_changes(before, now, "x")
    else:
        assert project_changes(before, now, "x") == {}
    renamed = {"rail": {"a": ROW | {"name": "1.0"}}}
    assert project_changes(before, renamed, "x") == {"a": {"name": ("甲", "1.0")}}
