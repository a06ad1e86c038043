"""Which ways along a network are followed, on networks that are made up."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
import shapely
from shapely import LineString

from geo.crs import plane_of
from geo.network import Network, Way, _without_spurs

FLAT = plane_of((102.0, 28.0, 108.0, 32.0))
XY = tuple[float, float]


def at(x: float, y: float) -> XY:
    """The place x and y metres east and north of the middle, in degrees."""
    lon, lat = FLAT.points_to_degrees(x, y)
    return float(lon), float(lat)


def dense(*corners: XY) -> LineString:
    """A line of the network with a vertex at least every five kilometres."""
    flat = shapely.segmentize(LineString(corners), 5000)
    return LineString([at(x, y) for x, y in flat.coords])


def way(lines: Sequence[LineString], start: XY, end: XY) -> Way | None:
    return Network(list(lines), FLAT).between(at(*start), at(*end))


@pytest.mark.parametrize(("away", "found"), [(1490, True), (1510, False)])
def test_a_stop_must_lie_near_the_network(away: float, found: bool) -> None:
    lines = [dense((0, 0), (100_000, 0))]
    assert (way(lines, (2500, away), (98_000, 0)) is not None) == found
    assert (way(lines, (2500, 0), (98_000, -away)) is not None) == found


@pytest.mark.parametrize(("ratio", "found"), [(1.33, True), (1.37, False)])
def test_a_way_round_is_another_line_s(ratio: float, found: bool) -> None:
    high = 50_000 * math.sqrt(ratio**2 - 1)
    round_about = [dense((0, 0), (50_000, high), (100_000, 0))]
    got = way(round_about, (0, 0), (100_000, 0))
    assert (got is not None) == found
    if got:
        assert got.length_m == pytest.approx(ratio * 100_000, rel=1e-3)


@pytest.mark.parametrize(("share", "found"), [(0.69, True), (0.71, False)])
def test_a_network_that_is_no_denser_than_the_stops_is_no_gain(share: float, found: bool) -> None:
    corners = [(0.0, 0.0), (100_000 * share, 0.0), (100_000.0, 0.0)]
    got = way([LineString([at(*p) for p in corners])], (0, 0), (100_000, 0))
    assert (got is not None) == found
    if got:
        assert got.longest_chord_m == pytest.approx(69_000, rel=1e-3)
        assert got.vertices == [pytest.approx(at(*corners[1]), abs=1e-4)]


@pytest.mark.parametrize("turned", [False, True])
def test_the_line_on_which_a_stop_lies_goes_before_a_shorter_one_that_passes_near(
    turned: bool,
) -> None:
    own = dense((0, 0), (50_000, 22_900), (100_000, 0))  # 110 km
    near = dense((0, 0), (50_000, -20_900), (100_000, -1000))  # 108 km, and 1 km to the stop
    ends = ((100_000.0, 0.0), (0.0, 0.0)) if turned else ((0.0, 0.0), (100_000.0, 0.0))
    got = way([own, near], *ends)
    assert got is not None
    assert got.length_m == pytest.approx(110_000, rel=2e-3)


def test_of_two_ways_the_shorter() -> None:
    got = way(
        [
            dense((0, 0), (50_000, 30_000), (100_000, 0)),
            dense((0, 0), (50_000, -9000), (100_000, 0)),
        ],
        (0, 0),
        (100_000, 0),
    )
    assert got is not None
    assert got.length_m == pytest.approx(2 * math.hypot(50_000, 9000), rel=1e-3)


SPUR = [(0.0, 0.0), (0.0, 0.5), (10_000.0, 0.0), (5000.0, 100.0), (5000.0, 9000.0)]


def test_a_spur_and_a_repeat_are_left_out() -> None:
    assert _without_spurs(SPUR) == [(0, 0), (5000, 100), (5000, 9000)]
    # A turn of 149 degrees is a way, one of 151 is a spur.
    for degrees, kept in ((149, 3), (151, 2)):
        turn = math.radians(degrees)
        path = [(0.0, 0.0), (1000.0, 0.0), (1000 + 99 * math.cos(turn), 99 * math.sin(turn))]
        assert len(_without_spurs(path)) == kept


def test_a_way_has_no_spur(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Network, "_shortest", lambda *_: SPUR)
    got = way([dense((0, 0), (9000, 0))], (0, 0), (5000, 12_000))
    assert got is not None
    assert len(got.vertices) == 1
    assert got.length_m == pytest.approx(math.hypot(5000, 100) + 8900)
