"""GCJ-02, geodesic measures, rounding."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from geo.crs import (
    albers,
    area_km2,
    distance_m,
    gcj02_to_wgs84,
    length_m,
    plane,
    plane_of,
    rounded,
    to_geojson,
    wgs84_to_gcj02,
)

# Pairs that implementations of GCJ-02 in other languages agree on.
PAIRS = [
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
]
LON, LAT = st.floats(97, 111), st.floats(24, 35)


@pytest.mark.parametrize(("wgs", "gcj"), PAIRS)
def test_known_pairs_both_ways(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert wgs84_to_gcj02(*wgs) == pytest.approx(gcj, abs=1e-9)
    assert gcj02_to_wgs84(*gcj) == pytest.approx(wgs, abs=1e-7)


@given(LON, LAT)
def test_round_trip_is_exact_to_a_centimetre(lon: float, lat: float) -> None:
    assert distance_m(gcj02_to_wgs84(*wgs84_to_gcj02(lon, lat)), (lon, lat)) < 0.01


@given(LON, LAT)
def test_the_offset_is_hundreds_of_metres_here(lon: float, lat: float) -> None:
    assert 100 < distance_m((lon, lat), wgs84_to_gcj02(lon, lat)) < 900


def test_area_does_not_depend_on_winding() -> None:
    ring = [(104, 30), (105, 30), (105, 31), (104, 31)]
    assert area_km2(Polygon(ring)) == pytest.approx(area_km2(Polygon(ring[::-1])))
    # A degree of longitude at 30.5 N is 95.9 km, a degree of latitude 110.9 km.
    assert area_km2(Polygon(ring)) == pytest.approx(95.9 * 110.9, rel=1e-3)


def test_a_hole_is_taken_off() -> None:
    square = shapely.box(104, 30, 105, 31)
    hole = shapely.box(104.4, 30.4, 104.6, 30.6)
    whole = area_km2(square) - area_km2(hole)
    assert area_km2(square.difference(hole)) == pytest.approx(whole)


def test_length_is_geodesic() -> None:
    line = LineString([(104, 30), (104, 31), (104, 32)])
    assert length_m(line) == pytest.approx(2 * 110_860, rel=1e-3)


@given(LON, LAT)
def test_plane_round_trip(lon: float, lat: float) -> None:
    flat = plane()
    back = flat.to_degrees(flat.to_plane(Point(lon, lat)))
    assert (back.x, back.y) == pytest.approx((lon, lat), abs=1e-9)


def test_plane_keeps_areas() -> None:
    square = shapely.box(104, 30, 105, 31).segmentize(0.01)
    assert plane().to_plane(square).area / 1e6 == pytest.approx(area_km2(square), rel=1e-4)


def test_rounding_winds_as_rfc_7946_asks_and_merges_vertices() -> None:
    hole = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]
    clockwise = Polygon([(0, 0), (0, 1), (0.000001, 1), (1, 1), (1, 0)], [hole])
    result = rounded(clockwise, 4)
    assert isinstance(result, Polygon)
    assert result.exterior.is_ccw
    assert not result.interiors[0].is_ccw
    assert len(result.exterior.coords) == 5


def test_geojson_has_no_more_decimals_than_asked() -> None:
    geometry = to_geojson(Point(104.123456789, 30.987654321), 5)
    assert geometry == {"type": "Point", "coordinates": (104.12346, 30.98765)}


def test_the_plane_follows_from_the_land() -> None:
    shipped = albers((97.3574, 26.0499, 110.1904, 34.3135))
    assert "+lat_1=27.5 +lat_2=33 +lat_0=30 +lon_0=104 " in shipped
    assert "+lat_1=45 +lat_2=52 +lat_0=48 +lon_0=128 " in albers((121.2, 43.4, 135.1, 53.6))


@pytest.mark.parametrize(
    ("south", "north", "kind"),
    [
        (-6.0, 6.0, "+proj=cea +lat_ts=4 +lon_0=102 "),
        (0.0, 0.0, "+proj=cea +lat_ts=0 "),
        (-90.0, 90.0, "+proj=cea +lat_ts=60 "),
        (-6.0, 7.0, "+proj=aea +lat_1=-4 +lat_2=5 "),
        (-90.0, -90.0, "+proj=aea +lat_1=-90 +lat_2=-90 "),
    ],
)
def test_the_plane_of_a_land_on_the_equator(south: float, north: float, kind: str) -> None:
    bounds = (100.0, south, 104.0, north)
    assert albers(bounds).startswith(kind)
    x, y = plane_of(bounds).points_to_plane(103.0, (south + north) / 2)
    assert plane_of(bounds).points_to_degrees(x, y)[1] == pytest.approx((south + north) / 2)


@pytest.mark.parametrize("south", [18.0, 26.0, 34.0, 45.5])
def test_the_plane_is_true_to_three_in_a_thousand(south: float) -> None:
    flat = plane_of((100.0, south, 110.0, south + 8))
    for lat in (south, south + 2, south + 4, south + 8):
        for end in ((105.01, lat), (105, lat + 0.01)):
            line = LineString([(105, lat), end])
            assert flat.to_plane(line).length == pytest.approx(length_m(line), rel=3.2e-3)
