"""Legs along a river's valley: where they run, on which bank, and what is refused."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from pydantic import ValidationError
from shapely import LineString

from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geocode import locate, locate_project
from geo.legs.bands import COMMON, stray_km
from geo.legs.calibration import leave_out
from geo.legs.valley import BANK_M, Valley, valleys_of
from geo.rivers import TOLERANCE_M, distance_to_river_m
from registry.errors import AtlasError
from registry.geometry import Bank, Basis, Method, Precision
from registry.load import load_registry
from registry.models import LineRoute
from registry.vocab import Mode
from tests.geo.test_rules import FLAT, XY, at, place

#: Flows east, then north-east.
RIVER = LineString([(0, 0), (30_000, 0), (60_000, 30_000)])


def along(
    start: XY, end: XY, bank: Bank | None = None, river: LineString = RIVER
) -> NDArray[np.float64]:
    """Vertices between two places, in metres."""
    found = Valley("江", river, FLAT, bank).between(place("a", at(*start)), place("b", at(*end)))
    return np.column_stack(FLAT.points_to_plane(*np.array(found).reshape(-1, 2).T))


def test_a_leg_follows_the_river_from_stop_to_stop_either_way() -> None:
    down = along((0, 0), (60_000, 30_000))
    assert down[0] == pytest.approx((0, 0), abs=1)
    assert down[-1] == pytest.approx((60_000, 30_000), abs=1)
    away = [RIVER.distance(LineString([xy, xy + 1e-6])) for xy in down]
    assert max(away) < 1
    up = along((60_000, 30_000), (0, 0))
    assert up == pytest.approx(down[::-1], abs=1)


def test_the_bank_is_that_of_one_who_looks_downstream() -> None:
    straight = LineString([(0, 0), (30_000, 0)])
    for ends in (((0, 0), (30_000, 0)), ((30_000, 0), (0, 0))):
        left = along(*ends, Bank.LEFT, straight)
        assert left[:, 1] == pytest.approx(np.full(len(left), BANK_M), abs=1)
        right = along(*ends, Bank.RIGHT, straight)
        assert right[:, 1] == pytest.approx(np.full(len(right), -BANK_M), abs=1)
    assert np.hypot(
        *(along((0, 0), (60_000, 30_000), Bank.LEFT) - along((0, 0), (60_000, 30_000))).T
    ) == pytest.approx(BANK_M, abs=1)


def test_a_stop_beside_the_river_is_reached_at_a_slant() -> None:
    found = along((0, 4000), (30_000, -2000), river=LineString([(0, 0), (30_000, 0)]))
    assert found[0] == pytest.approx((4000, 0), abs=1)
    assert found[-1] == pytest.approx((28_000, 0), abs=1)
    back = along((30_000, -2000), (0, 4000), river=LineString([(0, 0), (30_000, 0)]))
    assert back == pytest.approx(found[::-1], abs=1)
    # With no room between them the leg is straight.
    assert len(along((10_000, 3000), (15_000, 3000), river=LineString([(0, 0), (30_000, 0)]))) == 0


@pytest.mark.parametrize(("away", "fits"), [(TOLERANCE_M - 10, True), (TOLERANCE_M + 10, False)])
def test_a_stop_far_from_the_river_is_refused(away: float, fits: bool) -> None:
    if fits:
        along((0, away), (60_000, 30_000))
        return
    with pytest.raises(AtlasError, match="15 km") as error:
        along((0, away), (60_000, 30_000))
    assert error.value.where == "a"
    assert "距江 15 公里" in error.value.zh


def route(stops: Sequence[str], *valleys: tuple[str, str, str]) -> LineRoute:
    told = [{"river": river, "from": start, "to": end} for river, start, end in valleys]
    return LineRoute.model_validate(
        {"kind": "line", "stops": list(stops), "basis": Basis.PUBLIC, "along": told}
    )


def test_a_valley_is_that_of_the_legs_between_its_two_stops() -> None:
    found = valleys_of(route("abcde", ("长江", "b", "d"), ("沱江", "d", "e")), "x")
    assert {number: valley.name for number, valley in found.items()} == {
        1: "长江",
        2: "长江",
        3: "沱江",
    }
    assert found[1] is found[2]
    assert valleys_of(route("ab"), "x") == {}
    with pytest.raises(AtlasError, match="长红") as error:
        valleys_of(route("ab", ("长红", "a", "b")), "x.yaml: route")
    assert error.value.where == "x.yaml: route.along[0].river"


@pytest.mark.parametrize("ends", [("b", "a"), ("a", "a"), ("a", "z"), ("z", "b")])
def test_a_valley_goes_from_one_stop_to_a_later_one(ends: tuple[str, str]) -> None:
    with pytest.raises(ValidationError, match="not two stops in order"):
        route("abc", ("长江", *ends))


def test_a_leg_along_a_valley_is_marked_and_gains_no_basis() -> None:
    gazetteer = load_gazetteer()
    told = {
        "kind": "line",
        "stops": ["雷波卡哈洛", "金阳对坪"],
        "basis": Basis.PUBLIC,
        "along": [{"river": "金沙江", "from": "雷波卡哈洛", "to": "金阳对坪", "bank": Bank.LEFT}],
    }
    found = locate(LineRoute.model_validate(told), Mode.HIGHWAY, gazetteer, where="x")
    (leg,) = found.legs
    assert (leg.method, leg.basis) == (Method.TERRAIN, Basis.PUBLIC)
    assert (found.method, found.precision) == (Method.TERRAIN, Precision.ENDPOINTS)
    assert leg.source.startswith("WDBII (LGPL); ")
    # The river winds: 55 km as the crow flies.
    assert leg.length_km > 105
    inner = [distance_to_river_m("金沙江", xy) for xy in list(leg.line.coords)[2:-2]]
    assert np.median(inner) == pytest.approx(BANK_M, rel=0.2)


@pytest.mark.parametrize(("metres", "stray"), [(1000, 1), (25_000, 5), (100_000, 10)])
def test_a_line_in_a_valley_strays_by_the_root_of_its_length(metres: float, stray: float) -> None:
    assert stray_km(Method.TERRAIN, metres, 5 * metres) == pytest.approx(stray)
    assert {COMMON[basis, Method.TERRAIN] for basis in Basis} == {1.2}


def test_valleys_are_held_to_stations_also_where_something_better_leads() -> None:
    samples = [
        s for s in leave_out(load_registry(), load_gazetteer()) if s.project == "chengyu-railway"
    ]
    terrain = [s for s in samples if s.kind.method is Method.TERRAIN]
    others = {s.stop for s in samples if s.kind.method is Method.NETWORK}
    assert len(terrain) >= 30
    assert {s.stop for s in terrain} & others
    # Stops at either end of a valley, and those outside, cannot tell of it.
    assert not {"五凤溪站", "椑木镇站", "朱杨溪站", "重庆站", "永川站"} & {s.stop for s in terrain}
    assert math.fsum(s.away_m for s in terrain) / len(terrain) < 1500


def test_the_road_in_the_gorge_follows_it() -> None:
    built = locate_project(load_registry().projects["g4216-xinshi-panzhihua"], load_gazetteer())
    valley = [leg for leg in built.legs if leg.method is Method.TERRAIN]
    assert len(valley) == 5
    assert 400 < (built.length_km or 0) < 451
    assert plane().to_plane(built.geometry).is_simple
