"""What bands hold: stops that are left out, class by class, and how a factor is taken from them."""

from __future__ import annotations

from itertools import groupby

import pytest

from geo.gazetteer import load_gazetteer
from geo.legs.bands import LegClass, load_widths
from geo.legs.calibration import (
    ENOUGH,
    LeftOut,
    calibrate,
    classes,
    factor_of,
    least,
    leave_out,
)
from geo.legs.given import all_given
from registry.geometry import Basis, Method, Pool
from registry.load import Registry, load_registry
from registry.models import FactsRules, LineRoute
from registry.tables import read_bands
from registry.vocab import Mode
from tests.support.reported import project

STATIONS = LegClass(Mode.RAIL, Basis.STATIONS, Method.STOPS)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="module")
def samples(registry: Registry) -> list[LeftOut]:
    return leave_out(registry, load_gazetteer())


def test_each_class_holds_95_of_100_and_is_no_wider_than_it_must_be(
    samples: list[LeftOut],
) -> None:
    """Leave a stop out, draw the leg, look whether the band that would be stated holds the stop."""
    rows = {LegClass(r.mode, r.basis, r.method): r for r in read_bands()}
    widths, seen = load_widths(), 0
    ordered = sorted(samples, key=lambda s: s.kind)
    for kind, group in groupby(ordered, key=lambda s: s.kind):
        own = list(group)
        if len(own) < ENOUGH:
            continue
        held = sum(s.away_m <= s.band_m(widths.of(kind)) for s in own) / len(own)
        assert held >= 0.95, kind
        most = 1.3 * least([s.needs for s in own])
        # A line that a source gives is no surer than the source says.
        assert widths.of(kind) <= (max(most, 1.0) if kind.method is Method.LINE else most), kind
        assert rows[kind].pool is Pool.CLASS
        assert rows[kind].left_out == len(own)
        assert rows[kind].held == pytest.approx(held, abs=0.001)
        seen += len(own)
    assert seen > 1200


def test_each_class_of_legs_has_its_factor(registry: Registry, samples: list[LeftOut]) -> None:
    assert read_bands() == calibrate(registry, samples, all_given())
    assert {row.mode for row in read_bands()} >= {Mode.RAIL, Mode.HIGHWAY, Mode.WATERWAY}


def test_no_line_that_a_plan_places_is_left_out_of(
    registry: Registry, samples: list[LeftOut]
) -> None:
    """Nothing better is known of it; lines that are known are drawn as a plan would instead."""
    planned = {s.project for s in samples if s.kind.basis is Basis.PLAN}
    routes = {p: registry.projects[p].route for p in planned}
    assert len(planned) > 20
    assert not any(getattr(route, "basis", None) is Basis.PLAN for route in routes.values())


def sample(needs: float, kind: LegClass = STATIONS) -> LeftOut:
    """A stop that needs that factor: its leg's ends are certain and its stray is a kilometre."""
    return LeftOut(kind, "p", "s", 1000 * needs, 0, 1.0)


def test_what_a_stop_needs_is_what_its_ends_do_not_explain() -> None:
    at = LeftOut(STATIONS, "p", "s", 5000, 3000, 8.0)
    assert at.needs == pytest.approx(0.5)
    assert at.band_m(0.5) == 5000
    assert LeftOut(STATIONS, "p", "s", 2999, 3000, 8.0).needs == 0


def test_a_factor_holds_95_of_100_and_one_more_but_is_not_too_wide() -> None:
    hundred = [n / 100 for n in range(1, 101)]
    assert least(hundred) == 0.95
    # The 96th: 95 % of a hundred and one are 95.95.
    assert factor_of(hundred) == 0.96
    assert factor_of([0.1] * 18 + [0.2]) == pytest.approx(0.2)
    # Of twenty the nineteenth are 95 %: the twentieth is held as far as a quarter more holds it.
    assert factor_of([0.1] * 19 + [0.12]) == pytest.approx(0.12)
    assert factor_of([0.1] * 19 + [9.0]) == pytest.approx(0.125)


@pytest.mark.parametrize(
    ("own", "basis", "method", "pool", "count"),
    [
        (19, 0, 0, Pool.CLASS, 19),
        (18, 5, 0, Pool.BASIS, 23),
        (10, 5, 9, Pool.METHOD, 24),
        (10, 5, 3, Pool.NONE, 0),
    ],
)
def test_a_class_with_few_stops_takes_those_beside_it(
    own: int, basis: int, method: int, pool: Pool, count: int
) -> None:
    road = LegClass(Mode.HIGHWAY, Basis.STATIONS, Method.STOPS)
    public = LegClass(Mode.HIGHWAY, Basis.PUBLIC, Method.STOPS)
    samples = [sample(0.3)] * own + [sample(0.4, road)] * basis + [sample(0.5, public)] * method
    route = LineRoute(kind="line", stops=["a", "b"], basis=Basis.STATIONS)
    rail = project().model_copy(update={"route": route})
    known = Registry({}, {}, {rail.id: rail}, FactsRules(facts_as_of="2026"))
    [row] = [r for r in calibrate(known, samples) if (r.basis, r.method) == STATIONS[1:]]
    assert (row.mode, row.pool, row.left_out) == (Mode.RAIL, pool, count)
    assert (row.held is None) == (row.needed is None) == (count == 0)


def test_classes_are_those_that_routes_may_have(registry: Registry) -> None:
    found = classes(registry)
    assert LegClass(Mode.RAIL, Basis.PLAN, Method.STOPS) in found
    assert LegClass(Mode.RAIL, Basis.PLAN, Method.NETWORK) not in found
    assert LegClass(Mode.PIPELINE, Basis.PUBLIC, Method.NETWORK) not in found
    assert {kind.method for kind in found if kind.mode is Mode.WATERWAY} == {Method.RIVER}
