"""Which ways along a network are followed, on networks that are made up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest
import shapely
from shapely import LineString

from geo.crs import plane_of
from geo.network import Network, Way, _without_spurs, load_network
from registry.errors import AtlasError
from tests.support import copy_data

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


OVER = [(0.0, 0.0), (30_000.0, 0.0), (100_000.0, 0.0)]


def over(metres: Sequence[float], start: XY, end: XY) -> Way:
    """The way along one line of two segments, each as much longer in truth as ``metres`` say."""
    line = LineString([at(*corner) for corner in OVER])
    got = Network([line], FLAT, [metres]).between(at(*start), at(*end))
    assert got is not None
    return got


@pytest.mark.parametrize(
    ("metres", "start", "end", "off"),
    [
        # Half the minor axis of the ellipse whose foci are the segment's ends; the wider counts.
        ((1000, 0), (0, 0), (100_000, 0), math.sqrt(31_000**2 - 30_000**2) / 2),
        ((0, 2000), (0, 0), (100_000, 0), math.sqrt(72_000**2 - 70_000**2) / 2),
        ((1000, 2000), (0, 0), (100_000, 0), math.sqrt(72_000**2 - 70_000**2) / 2),
        ((0, 0), (0, 0), (100_000, 0), 0),
        # A way that has but part of a segment may hold all by which it is longer.
        ((0, 2000), (65_000, 0), (100_000, 0), math.sqrt(37_000**2 - 35_000**2) / 2),
        # What is not gone along does not count, nor the way from a stop to the line.
        ((1000, 0), (65_000, 0), (100_000, 0), 0),
        ((0, 0), (5000, 1400), (100_000, -1400), 0),
    ],
)
def test_the_true_lengths_say_how_far_a_line_may_lie_from_its_way(
    metres: tuple[float, float], start: XY, end: XY, off: float
) -> None:
    assert over(metres, start, end).off_m == pytest.approx(off, rel=2e-3, abs=1)


def test_of_two_lines_on_one_another_the_shorter_says_it() -> None:
    line = LineString([at(0, 0), at(50_000, 0)])
    got = Network([line, line], FLAT, [[3000], [1000]]).between(at(0, 0), at(50_000, 0))
    assert got is not None
    assert got.off_m == pytest.approx(math.sqrt(51_000**2 - 50_000**2) / 2, rel=2e-3)


def test_without_true_lengths_a_line_lies_on_its_way() -> None:
    got = way([dense((0, 0), (100_000, 0))], (0, 0), (100_000, 0))
    assert got is not None
    assert got.off_m == 0


def test_a_segment_without_length_takes_no_other_s_true_length() -> None:
    line = LineString([at(0, 0), at(0.2, 0), at(40_000, 0)])
    got = Network([line], FLAT, [[5000, 800]]).between(at(0, 0), at(40_000, 0))
    assert got is not None
    assert got.off_m == pytest.approx(math.sqrt(40_800**2 - 40_000**2) / 2, rel=2e-3)


def test_a_way_of_one_chord_is_followed() -> None:
    got = way([LineString([at(0, 0), at(100_000, 0)])], (0, 900), (100_000, 0))
    assert got is not None
    assert got.vertices == [pytest.approx(at(0, 0), abs=1e-4)]
    # Between two places on the network itself there is nothing to add.
    got = way([LineString([at(0, 0), at(100_000, 0)])], (0, 0), (100_000, 0))
    assert got is not None
    assert got.vertices == []
    assert got.length_m == pytest.approx(100_000, rel=1e-3)


@pytest.mark.parametrize("wrong", ["[1]", "[1,2,3]", "[-1,2]", '["1",2]', "7", "null"])
def test_true_lengths_that_are_not_one_a_segment_are_refused(tmp_path: Path, wrong: str) -> None:
    paths = copy_data(tmp_path)
    shape = '{"type":"LineString","coordinates":[[104,30],[104.1,30],[104.2,30]]}'
    feature = f'{{"type":"Feature","properties":{{"over_m":{wrong}}},"geometry":{shape}}}'
    file = paths.reference / "roads.geojson"
    file.write_text(f'{{"type":"FeatureCollection","features":[{feature}]}}', "utf-8")
    with pytest.raises(AtlasError, match=r"roads\.geojson: features\[0\]: over_m") as told:
        load_network("roads", paths)
    assert told.value.zh == "应为每一段一个不小于零的数"
    file.write_text(file.read_text("utf-8").replace(wrong, "[0,2.5]"), "utf-8")
    assert load_network("roads", paths).between((104.0, 30.0), (104.2, 30.0)) is not None


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
