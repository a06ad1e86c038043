"""The legs of lines that are made up: how each is drawn, and how wide its band is."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from shapely import LineString

from geo import geocode
from geo.crs import distance_m
from geo.gazetteer import Gazetteer
from geo.geocode import Located, locate
from geo.legs.bands import (
    COMMON,
    LegClass,
    Widths,
    ends_m,
    half_width_m,
    stray_km,
    two_figures,
)
from geo.legs.drawing import Leg, weighted_median
from geo.network import Way
from registry.geometry import Basis, Method, PlaceKind, Precision
from registry.models import LineRoute
from registry.vocab import Mode
from tests.geo.test_rules import WIDTHS, XY, A, B, C, D, line, place


def rounded(metres: float) -> int:
    return int(float(f"{metres:.2g}"))


def curve_band(ends: float, factor: float, a: XY, b: XY) -> int:
    return rounded(math.hypot(ends, 1000 * factor * (distance_m(a, b) / 1000) ** 0.9))


@pytest.mark.parametrize(
    ("basis", "ends", "factor"),
    [
        (Basis.STATIONS, 900, 0.2),
        (Basis.PUBLIC, 900, 0.3),
        # What a plan says of a place is not surer than the town.
        (Basis.PLAN, 5000, 0.5),
    ],
)
def test_each_leg_has_the_band_of_its_own_ends_and_length(
    basis: Basis, ends: float, factor: float
) -> None:
    found = line("abcd", basis)
    assert [(leg.start, leg.end) for leg in found.legs] == [("a", "b"), ("b", "c"), ("c", "d")]
    last = 5000 if basis is Basis.PLAN else 200
    expected = [
        curve_band(ends, factor, A, B),
        curve_band(ends, factor, B, C),
        curve_band(last, factor, C, D),
    ]
    assert [leg.uncertainty_m for leg in found.legs] == expected
    assert [leg.source for leg in found.legs] == [
        "source of a; source of b",
        "source of b; source of c",
        "source of c; source of d",
    ]
    assert {(leg.method, leg.basis) for leg in found.legs} == {(Method.STOPS, basis)}
    # Of the whole the least sure counts, and beside it the median by length: 96 km of 249, then 89.
    assert found.uncertainty_m == max(expected)
    assert found.uncertainty_median_m == sorted(expected)[1]


@pytest.mark.parametrize(
    ("basis", "kind", "known"),
    [
        (Basis.STATIONS, PlaceKind.SITE, Basis.STATIONS),
        (Basis.STATIONS, PlaceKind.SEAT, Basis.PUBLIC),
        (Basis.STATIONS, PlaceKind.TOWN, Basis.PUBLIC),
        (Basis.PUBLIC, PlaceKind.TOWN, Basis.PUBLIC),
        (Basis.PLAN, PlaceKind.SITE, Basis.PLAN),
    ],
)
def test_a_leg_is_known_from_no_more_than_its_ends_bear(
    basis: Basis, kind: PlaceKind, known: Basis
) -> None:
    stops = Gazetteer([place("a", A), replace(place("b", B), kind=kind), place("c", C)])
    route = LineRoute(kind="line", stops=["a", "b", "c"], basis=basis)
    found = locate(route, Mode.RAIL, stops, where="x", widths=WIDTHS)
    assert [leg.basis for leg in found.legs] == [known, known]
    assert found.basis is basis


def test_the_pieces_of_a_line_are_the_line() -> None:
    found = line("abcd", Basis.STATIONS)
    assert found.geometry is not None
    ends = [leg.line.coords[0] for leg in found.legs] + [found.legs[-1].line.coords[-1]]
    assert ends == [A, B, C, D]
    joined = [xy for leg in found.legs for xy in leg.line.coords[:-1]]
    assert [*joined, D] == list(found.geometry.coords)
    assert sum(leg.length_km for leg in found.legs) == pytest.approx(found.length_km, abs=0.1)


def test_a_class_that_is_not_listed_has_the_common_factor() -> None:
    kind = LegClass(Mode.WATER, Basis.PUBLIC, Method.STOPS)
    assert WIDTHS.of(kind) == COMMON[Basis.PUBLIC, Method.STOPS] == 0.48
    assert Widths({kind: 7.0}).of(kind) == 7.0


@pytest.mark.parametrize(
    ("basis", "method", "factor"),
    [
        (Basis.STATIONS, Method.STOPS, 0.4),
        (Basis.PUBLIC, Method.STOPS, 0.48),
        (Basis.PLAN, Method.STOPS, 0.7),
        (Basis.STATIONS, Method.NETWORK, 0.5),
        (Basis.PUBLIC, Method.NETWORK, 1.2),
        *((basis, Method.RIVER, 2.0) for basis in Basis),
    ],
)
def test_factors_that_hold_where_too_few_stops_say_one(
    basis: Basis, method: Method, factor: float
) -> None:
    assert COMMON[basis, method] == factor


def test_a_town_that_only_a_plan_names_is_no_surer_than_five_kilometres() -> None:
    def worst(basis: Basis, *accuracies: float) -> float:
        return ends_m([replace(place("a", A), accuracy_m=m) for m in accuracies], basis)

    assert worst(Basis.PLAN, 900, 300) == 5000
    assert worst(Basis.PLAN, 5000.5, 300) == 5000.5
    assert worst(Basis.PUBLIC, 900, 300) == worst(Basis.STATIONS, 300, 900) == 900


@pytest.mark.parametrize(
    ("method", "straight", "drawn", "off", "stray"),
    [
        (Method.STOPS, 1000, 1000, 0, 1),
        (Method.STOPS, 32_000, 99_000, 0, 32**0.9),
        # A way is as sure as it is short; the straight line itself may stray half a kilometre.
        (Method.NETWORK, 10_000, 10_000, 0, 0.5),
        (Method.NETWORK, 10_000, 9_000, 0, 0.5),
        (Method.NETWORK, 10_000, 12_500, 0, 3.0),
        # How far the line may lie from its segments comes on top, also of a way that is straight.
        (Method.NETWORK, 10_000, 9_000, 1500, 2.0),
        (Method.NETWORK, 10_000, 12_500, 1500, 4.5),
        (Method.RIVER, 10_000, 30_000, 0, 1),
    ],
)
def test_how_far_a_leg_may_stray(
    method: Method, straight: float, drawn: float, off: float, stray: float
) -> None:
    assert stray_km(method, straight, drawn, off) == pytest.approx(stray)


def test_a_band_has_two_figures() -> None:
    assert [two_figures(m) for m in (0.4, 9.94, 94.9, 95.1, 1249, 1251, 99_600)] == [
        0,
        9,
        95,
        95,
        1200,
        1300,
        100_000,
    ]
    assert half_width_m(300, 0.4, 1) == 500


def test_a_median_is_by_kilometres_and_none_without_legs() -> None:
    def leg(km: float, band: int) -> Leg:
        straight = LineString([(104.0, 0.0), (104.0 + km / 111.32, 0.0)])
        return Leg("a", "b", straight, band, Method.STOPS, Basis.PLAN, "x")

    assert weighted_median([leg(51, 9), leg(20, 1), leg(29, 5)]) == 9
    assert weighted_median([leg(49, 9), leg(20, 1), leg(31, 5)]) == 5
    assert weighted_median([]) is None
    assert Located(None, Precision.NONE, Method.NONE, "", None).uncertainty_median_m is None


@pytest.mark.parametrize(
    ("between", "precision", "method"),
    [
        # Of 96 and 65 km: what is the longer part names the whole.
        ({(A, B)}, Precision.ROUTED, Method.NETWORK),
        ({(B, C)}, Precision.WAYPOINTS, Method.NETWORK),
        (set(), Precision.WAYPOINTS, Method.STOPS),
    ],
)
def test_a_line_is_routed_where_most_of_it_follows_a_network(
    between: set[tuple[XY, XY]],
    precision: Precision,
    method: Method,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Known:
        def between(self, a: XY, b: XY) -> Way | None:
            way = Way([(104.9, 30.1)], distance_m(a, b), 0.0)
            return way if (a, b) in between else None

    monkeypatch.setattr(geocode, "load_network", lambda *_: Known())
    found = line("abc", Basis.STATIONS, Mode.RAIL)
    assert (found.precision, found.method) == (precision, method)
    assert ("OpenStreetMap" in found.source) == bool(between)
    # What only the plan says follows none.
    assert line("abc", Basis.PLAN, Mode.RAIL).method is Method.STOPS
    straight = {(A, B): (900, 0.1), (B, C): (900, 0.1)}
    bands = [
        # A way no longer than the straight line strays by half a kilometre times the factor.
        rounded(math.hypot(ends, 500 * 2.0)) if leg in between else curve_band(ends, factor, *leg)
        for leg, (ends, factor) in straight.items()
    ]
    assert [leg.uncertainty_m for leg in found.legs] == bands
    followed = [Method.NETWORK if leg in between else Method.STOPS for leg in straight]
    assert [leg.method for leg in found.legs] == followed
    assert [leg.source.startswith("© Open") for leg in found.legs] == [
        leg in between for leg in straight
    ]


@pytest.mark.parametrize(("basis", "factor"), [(Basis.STATIONS, 2.0), (Basis.PUBLIC, 3.0)])
@pytest.mark.parametrize("longer", [0, 700, 4000])
@pytest.mark.parametrize("off", [0, 1300])
def test_a_way_strays_by_how_much_longer_it_is_than_the_straight_line_and_by_its_true_length(
    basis: Basis, factor: float, longer: float, off: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Known:
        def between(self, a: XY, b: XY) -> Way:
            return Way([(104.9, 30.1)], distance_m(a, b) + longer, off)

    monkeypatch.setattr(geocode, "load_network", lambda *_: Known())
    band = rounded(math.hypot(900, factor * (500 + longer + off)))
    assert line("ab", basis, Mode.RAIL).uncertainty_m == band
