"""Near a place, in a box, in a ring: the rules, their bounds, and how they are asked for."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pyproj
import pytest

from layers.address import limits
from layers.records.model import Atlas, Stop
from layers.selection import filters, geometry, where
from layers.selection.filters import Filter
from layers.selection.geometry import Plane, plane
from layers.selection.shapes import named_shape
from registry.errors import AtlasError
from registry.paths import ROOT

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (ROOT / "tests" / "data" / "where.json").read_text("utf-8")
)
LIMITS = {"lat": (20.0, 42.0), "lon": (88.0, 120.0), "zoom": (5.0, 13.0)}


def _plane(lines: list[list[list[float]]]) -> list[list[Plane]]:
    return [[plane(lon, lat) for lon, lat in line] for line in lines]


def _name(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["distances"], ids=_name)
def test_how_far_a_line_is(case: dict[str, Any]) -> None:
    found = geometry.distance_m(plane(*case["at"]), case["kind"], _plane(case["lines"]))
    assert found == pytest.approx(case["metres"], abs=1.0)


@pytest.mark.parametrize("case", CASES["lengths"], ids=_name)
def test_how_much_lies_inside(case: dict[str, Any]) -> None:
    [ring] = _plane([case["ring"]])
    found = geometry.length_inside_m(_plane(case["lines"]), ring)
    assert found == pytest.approx(case["metres"], abs=3.0)
    # Whichever way round the ring goes.
    assert geometry.length_inside_m(_plane(case["lines"]), ring[::-1]) == pytest.approx(found)


@pytest.mark.parametrize("case", CASES["overlaps"], ids=_name)
def test_what_shares_ground(case: dict[str, Any]) -> None:
    [ring] = _plane([case["ring"]])
    assert geometry.overlaps(_plane(case["rings"]), ring) is case["overlaps"]


def test_metres_are_those_of_the_ellipsoid() -> None:
    geod = pyproj.Geod(ellps="WGS84")
    for turn in range(0, 360, 15):
        for km in (1, 20, 300):
            lon, lat, _ = geod.fwd(104.0, 30.0, turn, 1000 * km)
            found = geometry.metres(plane(104.0, 30.0), plane(lon, lat))
            assert found == pytest.approx(1000 * km, abs=0.001 + 0.003 * km), (turn, km)


def test_nothing_is_near_where_nothing_is_drawn() -> None:
    assert geometry.distance_m(plane(104, 30), "", []) == math.inf


#: A line a degree long a little north of 30°, its stops at its ends; about 96 km.
LINE = {"type": "LineString", "coordinates": [[104.0, 30.0], [105.0, 30.0]]}


def _project(small: Atlas, geometry: dict[str, Any] | None, *stops: tuple[float, float]) -> Any:
    return replace(
        small.by_id["third-river"],
        geometry=geometry,
        legs=(),
        stops=tuple(Stop("x", *stop) for stop in stops),
    )


def _in_box(project: Any, *box: float) -> bool:
    return where.in_shapes(project, near=(), box=box, within=())


def test_a_line_touches_a_box_by_a_kilometre(small: Atlas) -> None:
    line = _project(small, LINE)
    # 0.010364 degrees of longitude are a kilometre at 30 degrees north.
    assert _in_box(line, 103.0, 29.0, 104.01037, 31.0)
    assert not _in_box(line, 103.0, 29.0, 104.01035, 31.0)
    # A stop is enough, one elsewhere is none.
    assert _in_box(_project(small, LINE, (104.0001, 30.0)), 103.0, 29.0, 104.001, 31.0)
    assert not _in_box(_project(small, LINE, (104.1, 30.0)), 103.0, 29.0, 104.001, 31.0)


def test_points_and_areas_touch_by_being_there(small: Atlas) -> None:
    point = _project(small, {"type": "MultiPoint", "coordinates": [[104.0, 30.0], [107.0, 30.0]]})
    assert _in_box(point, 103.9, 29.9, 104.1, 30.1)
    assert _in_box(point, 106.9, 29.9, 107.1, 30.1)
    assert not _in_box(point, 105.0, 29.9, 106.0, 30.1)
    ring = [[104.0, 30.0], [105.0, 30.0], [105.0, 31.0], [104.0, 31.0], [104.0, 30.0]]
    area = _project(small, {"type": "Polygon", "coordinates": [ring]})
    assert _in_box(area, 104.2, 30.2, 104.3, 30.3)
    assert not _in_box(area, 105.1, 30.2, 105.3, 30.3)
    nowhere = _project(small, None, (104.0, 30.0))
    assert not _in_box(nowhere, 103.0, 29.0, 105.0, 31.0)
    assert not where.in_shapes(nowhere, near=(104.0, 30.0, 300.0), box=(), within=())
    assert where.in_shapes(nowhere, near=(), box=(), within=())


def test_a_ring_is_a_box_with_other_corners(small: Atlas) -> None:
    line = _project(small, LINE)
    for ring, found in (
        ((103.5, 29.5, 104.5, 29.5, 104.0, 30.5), True),
        ((103.5, 29.0, 104.5, 29.0, 104.0, 29.9), False),
    ):
        assert where.in_shapes(line, near=(), box=(), within=ring) is found


def test_near_counts_its_bound(small: Atlas) -> None:
    line = _project(small, LINE)
    # Straight north of the line's start; 0.18 degrees of latitude are 19.95 km.
    away = where.distance_km(line, 104.0, 30.18)
    assert away == pytest.approx(19.95, abs=0.02)
    for km, found in ((away, True), (away - 0.001, False), (away + 0.001, True)):
        assert where.in_shapes(line, near=(104.0, 30.18, km), box=(), within=()) is found


def test_every_shape_must_fit(small: Atlas) -> None:
    line = _project(small, LINE)
    near, box, within = (104.0, 30.0, 1.0), (103.5, 29.5, 104.5, 30.5), (104, 29, 105, 29, 105, 31)
    assert where.in_shapes(line, near=near, box=box, within=within)
    far = (110.0, 30.0, 1.0), (110.0, 29.5, 111.0, 30.5), (110, 29, 111, 29, 111, 31)
    assert not where.in_shapes(line, near=far[0], box=box, within=within)
    assert not where.in_shapes(line, near=near, box=far[1], within=within)
    assert not where.in_shapes(line, near=near, box=box, within=far[2])
    # As a part of the filter, beside the others.
    atlas = replace(small, projects=(line,), by_id={line.id: line})
    every = Filter.everything()
    assert filters.apply(atlas, replace(every, near=near, box=box)).ids == [line.id]
    assert filters.apply(atlas, replace(every, near=far[0])).ids == []
    assert filters.apply(atlas, replace(every, box=far[1])).ids == []
    assert filters.apply(atlas, replace(every, within=far[2])).ids == []


def corners(count: int) -> str:
    return ",".join(f"{100 + i / 10},{30 + i % 2}" for i in range(count))


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("near", "104.5,30,20", (104.5, 30, 20)),
        ("near", " 104.5 , 3e1 ,1", (104.5, 30, 1)),
        ("near", "104.5,30,300", (104.5, 30, 300)),
        ("near", "104.5,30,0.99", None),
        ("near", "104.5,30,300.01", None),
        ("near", "88,20,20", (88, 20, 20)),
        ("near", "87.9,30,20", None),
        ("near", "104,42.1,20", None),
        # Kilometres are no degrees, and a latitude no longitude.
        ("near", "30,104.5,20", None),
        ("near", "104.5,30", None),
        ("near", "104.5,30,20,1", None),
        ("near", "104.5,x,20", None),
        ("near", "104.5,nan,20", None),
        ("near", ",,", None),
        ("box", "104,29,105,30", (104, 29, 105, 30)),
        ("box", "105,29,104,30", None),
        ("box", "104,30,105,29", None),
        ("box", "104,29,104,30", None),
        ("box", "104,29,105,29", None),
        ("box", "104,29,105", None),
        ("box", "104,29,121,30", None),
        ("box", "88,20,120,42", (88, 20, 120, 42)),
        ("within", corners(3), 6),
        ("within", corners(2), None),
        ("within", corners(50), 100),
        ("within", corners(51), None),
        ("within", corners(3) + ",104", None),
        ("within", corners(3) + ",104,19.9", None),
    ],
)
def test_what_a_shape_may_be(key: str, text: str, found: Any) -> None:
    read = where.read_shape(key, text, LIMITS)
    assert (len(read) if isinstance(found, int) and read else read) == found


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("near", "104.5,29.5,20", (104.5, 29.5, 20)),
        # The seat of a county, the middle of a city.
        ("near", "县00,20", (104.5, 29.5, 20)),
        ("near", "縣00，20", (104.5, 29.5, 20)),
        ("near", "510101,1", (104.5, 29.5, 1)),
        ("box", "104，29，105，30", (104, 29, 105, 30)),
    ],
)
def test_a_shape_is_asked_for_by_numbers_or_a_name(
    small: Atlas, key: str, text: str, found: Any
) -> None:
    assert named_shape("--x", key, text, small, limits(small)) == found


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        (
            "near",
            "104.5,29.5,301",
            r"--x: '104.5,29.5,301' is not LON,LAT,KM or PLACE,KM \(1–300 km",
        ),
        ("near", "县00,0.5", r"is not LON,LAT,KM"),
        ("near", "县99,20", r"--x: there is no city or county '县99'"),
        ("near", "20", r"is not LON,LAT,KM"),
        ("near", "104,20", r"is not LON,LAT,KM"),
        ("box", "105,29,104,30", r"is not WEST,SOUTH,EAST,NORTH in degrees \(longitudes 9"),
        ("within", "1,2,3", r"is not LON,LAT of 3 to 50 corners in turn"),
    ],
)
def test_a_wrong_shape_is_told(small: Atlas, key: str, text: str, told: str) -> None:
    with pytest.raises(AtlasError, match=told):
        named_shape("--x", key, text, small, limits(small))


def test_a_place_is_where_its_seat_is_or_its_middle(small: Atlas) -> None:
    assert where.point_of(small, "510101") == (104.5, 29.5)
    city = small.borders.prefectures[0]
    assert where.point_of(small, city.adcode) == (city.x / 10000, city.y / 10000)
    assert where.point_of(small, "999999") is None
