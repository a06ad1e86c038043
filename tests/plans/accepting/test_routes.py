"""The routes of proposed records: what of a name is a place, and what is said where nothing is."""

from __future__ import annotations

import pytest

from geo.gazetteer import load_gazetteer
from geo.geocode import locate
from geo.proposing import resolve, route_of
from registry.borders import Borders
from registry.errors import AtlasError
from registry.geometry import Basis, PlaceKind, Precision
from registry.land.extent import NOWHERE, is_capital, land_of, load_land
from registry.models import AreaRoute, LineRoute, NoRoute, RiverRoute
from registry.vocab import Mode

GAZETTEER = load_gazetteer()


def test_the_land_follows_from_the_borders() -> None:
    land = load_land()
    assert land.provinces == ("50", "51")
    assert land.bounds == (97.3574, 26.0499, 110.1904, 34.3135)
    assert land_of(Borders()).bounds == NOWHERE
    assert land_of(Borders()).provinces == ()
    assert not is_capital("511000")
    assert not is_capital("511100")


def test_stops_become_a_line_known_by_the_plans_words_alone() -> None:
    route = route_of(("泸州", "宜宾", "乐山"), "泸州经宜宾至乐山铁路", Mode.RAIL, GAZETTEER)
    assert isinstance(route, LineRoute)
    assert route.stops == ["泸州市", "宜宾市", "乐山市"]
    assert route.basis is Basis.PLAN
    assert route.note is None
    located = locate(route, Mode.RAIL, GAZETTEER, where="x")
    assert located.precision is Precision.WAYPOINTS


def test_a_stop_that_is_no_place_is_left_out_and_named() -> None:
    route = route_of(("泸州", "某某沟", "乐山"), "x", Mode.RAIL, GAZETTEER, note="按简称推定")
    assert isinstance(route, LineRoute)
    assert route.stops == ["泸州市", "乐山市"]
    assert route.note
    assert route.note.startswith("按简称推定；")
    assert "某某沟" in route.note


@pytest.mark.parametrize("stops", [("泸州", "某某沟"), ("某某沟", "无此镇"), ("泸州", "泸州市")])
def test_one_place_is_no_line(stops: tuple[str, ...]) -> None:
    route = route_of(stops, "x", Mode.RAIL, GAZETTEER)
    assert isinstance(route, NoRoute)
    assert route.reason


def test_a_river_is_followed() -> None:
    route = route_of(("乐山", "宜宾"), "岷江乐山至宜宾航道", Mode.WATERWAY, GAZETTEER)
    assert isinstance(route, RiverRoute)
    assert route.reaches[0].river == "岷江"


def test_a_place_far_from_the_river_gives_no_route_and_says_so() -> None:
    route = route_of(("乐山", "达州"), "岷江乐山至达州航道", Mode.WATERWAY, GAZETTEER)
    assert isinstance(route, NoRoute)
    assert "岷江" in route.reason


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("泸州新机场", ["5105"]),
        ("阿坝红原机场", ["5132"]),
        ("北川通用机场", ["510726"]),
        ("江北区货运站", ["500105"]),
        ("重庆港", ["50"]),
        # A county whose name begins a river's, and a name that is nothing but a place.
        ("金川河枢纽", None),
        ("泸州", None),
        ("某某沟水库", None),
    ],
)
def test_a_name_that_begins_with_a_unit_lies_in_it(name: str, codes: list[str] | None) -> None:
    route = route_of((), name, Mode.AIRPORT, GAZETTEER)
    if codes is None:
        assert isinstance(route, NoRoute)
        assert route.reason == "计划只给了名称，没有说在哪里"
    else:
        assert isinstance(route, AreaRoute)
        assert route.adcodes == codes


def test_a_seat_is_found_by_its_short_name() -> None:
    found = resolve("北川", GAZETTEER)
    assert found.place.name == "北川羌族自治县"
    assert found.why == ("驻地", "the seat")


def test_a_far_town_of_that_name_is_not_taken_but_named() -> None:
    towns = [
        place
        for place in GAZETTEER
        if place.kind is PlaceKind.TOWN
        and len(place.name) == 2
        and len(GAZETTEER.candidates(place.name)) == 1
        and not any(GAZETTEER.candidates(place.name + end) for end in "市区县镇站")
    ]
    town = towns[0]
    with pytest.raises(AtlasError, match=f"only a town of that name is known; write {town.ref}"):
        resolve(town.name, GAZETTEER)
    assert resolve(town.ref, GAZETTEER).place == town
    route = route_of((town.name, "泸州"), "x", Mode.RAIL, GAZETTEER)
    assert isinstance(route, NoRoute)
    assert town.ref in route.reason


def test_a_name_of_several_places_lists_them() -> None:
    with pytest.raises(AtlasError, match="stands for 2 places"):
        resolve("市中区", GAZETTEER)
