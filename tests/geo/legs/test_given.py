"""Lines that sources give: which legs follow them, how wide their bands are, what is refused."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from shapely import LineString

from geo import geocode
from geo.crs import distance_m
from geo.gazetteer import Gazetteer, load_gazetteer
from geo.geocode import Located, locate, locate_project
from geo.legs.bands import COMMON, LegClass, Widths
from geo.legs.calibration import calibrate, classes, leave_out
from geo.legs.given import REACH_M, WINDING, GivenLine, all_given, checked_given, given_lines
from geo.network import Way
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.load import load_registry
from registry.models import LineRoute
from registry.paths import Paths
from registry.tables import read_bands
from registry.vocab import Mode
from tests.geo.test_rules import FLAT, WIDTHS, XY, at, place
from tests.support import copy_data

ROUTE = LineRoute(kind="line", stops=["a", "b", "c"], basis=Basis.STATIONS)
BENT = [(0.0, 0.0), (20_000.0, 9000.0), (40_000.0, 0.0)]


def given(
    corners: Sequence[XY] = BENT, accuracy: float = 50.0, source: str = "survey"
) -> GivenLine:
    return GivenLine(LineString(corners), FLAT, accuracy, source)


def stops(*points: XY, accuracy: float = 200.0) -> Gazetteer:
    named = zip("abc", points, strict=False)
    return Gazetteer([place(name, at(*point), accuracy) for name, point in named])


def drawn(
    gazetteer: Gazetteer, *lines: GivenLine, mode: Mode = Mode.RAIL, route: LineRoute = ROUTE
) -> Located:
    return locate(route, mode, gazetteer, where="x", widths=WIDTHS, given=lines)


THREE = stops((0, 0), (40_000, 0), (80_000, 0))


def test_a_leg_runs_along_the_line_that_is_given_and_no_other_leg_does() -> None:
    found = drawn(THREE, given())
    first, second = found.legs
    assert (first.method, second.method) == (Method.LINE, Method.STOPS)
    assert [pytest.approx(xy, abs=1e-6) for xy in first.line.coords[1:-1]] == [
        at(*corner) for corner in BENT
    ]
    assert first.source == "survey; source of a; source of b"
    assert second.source == "source of b; source of c"
    # The root of the squares of the stops' accuracy and the line's own, by the factor of its class.
    factor = WIDTHS.of(LegClass(Mode.RAIL, Basis.STATIONS, Method.LINE))
    assert first.uncertainty_m == int(float(f"{math.hypot(200, 50 * factor):.2g}"))
    assert found.method is Method.LINE
    assert found.source.startswith("survey; ")


def test_a_leg_goes_either_way_along_a_line_and_takes_but_its_part() -> None:
    back = stops((30_000, 4500), (10_000, 4500), (0, 50_000))
    coords = drawn(back, given()).legs[0].line.coords
    assert [pytest.approx(xy, abs=1e-6) for xy in coords[1:-1]] == [
        at(30_000, 4500),
        at(20_000, 9000),
        at(10_000, 4500),
    ]


@pytest.mark.parametrize(
    ("away", "accuracy", "follows"),
    [(REACH_M - 1, 200, True), (REACH_M + 1, 200, False), (1949, 1900, True), (1951, 1900, False)],
)
def test_a_stop_must_lie_on_the_line_as_nearly_as_either_is_known(
    away: float, accuracy: float, follows: bool
) -> None:
    straight = given([(0, 0), (40_000, 0)])
    one_off = stops((0, away), (40_000, 0), (80_000, 0), accuracy=accuracy)
    assert (drawn(one_off, straight).legs[0].method is Method.LINE) == follows
    other_off = stops((0, 0), (40_000, -away), (80_000, 0), accuracy=accuracy)
    assert (drawn(other_off, straight).legs[0].method is Method.LINE) == follows


@pytest.mark.parametrize(("times", "follows"), [(WINDING - 0.02, True), (WINDING + 0.02, False)])
def test_a_stretch_that_winds_too_much_goes_another_way(times: float, follows: bool) -> None:
    high = 20_000 * math.sqrt(times**2 - 1)
    found = drawn(THREE, given([(0, 0), (20_000, high), (40_000, 0)]))
    assert (found.legs[0].method is Method.LINE) == follows


@pytest.mark.parametrize(("apart", "follows"), [(101, True), (99, False)])
def test_two_stops_at_one_place_of_a_line_have_no_stretch(apart: float, follows: bool) -> None:
    near = stops((0, 0), (apart, 0), (80_000, 0))
    found = drawn(near, given([(-5000, 0), (5000, 0)]))
    assert (found.legs[0].method is Method.LINE) == follows


def test_the_surest_line_counts_and_goes_before_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    class Known:
        def between(self, a: XY, b: XY) -> Way:
            return Way([(104.9, 30.1)], distance_m(a, b), 0.0)

    monkeypatch.setattr(geocode, "load_network", lambda *_: Known())
    found = drawn(THREE, given())
    assert [leg.method for leg in found.legs] == [Method.LINE, Method.NETWORK]
    # Half of it along each: what is given names it.
    assert found.precision is Precision.TRACED
    far = stops((0, 0), (40_000, 0), (85_000, 0))
    assert drawn(far, given()).precision is Precision.ROUTED


def test_what_most_of_a_line_follows_names_its_precision() -> None:
    far = stops((0, 0), (40_000, 0), (82_000, 0))
    assert drawn(far, given()).precision is Precision.WAYPOINTS
    near = stops((0, 0), (40_000, 0), (79_000, 0))
    assert drawn(near, given()).precision is Precision.TRACED
    two = ROUTE.model_copy(update={"stops": ["a", "b"]})
    assert drawn(THREE, route=two).precision is Precision.ENDPOINTS
    assert drawn(THREE, given(), route=two).precision is Precision.TRACED


def write(paths: Paths, *features: tuple[dict[str, object], list[list[float]]]) -> None:
    told = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "LineString", "coordinates": coordinates},
        }
        for properties, coordinates in features
    ]
    text = json.dumps({"type": "FeatureCollection", "features": told}, ensure_ascii=False)
    paths.lines.write_text(text, "utf-8")


GOOD: dict[str, object] = {"project_ids": "yukun-hsr", "accuracy_m": 30, "source": "survey"}
WHERE = [[104.0, 30.0], [104.5, 30.0]]


def test_lines_are_read_the_surest_first(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    write(
        paths,
        (GOOD | {"accuracy_m": 90.5, "source": " far "}, WHERE),
        (GOOD | {"project_ids": "yukun-hsr; yuxi-hsr", "accuracy_m": 20}, WHERE),
    )
    assert [(one.accuracy_m, one.source) for one in given_lines("yukun-hsr", paths)] == [
        (20, "survey"),
        (90.5, "far"),
    ]
    assert [one.accuracy_m for one in given_lines("yuxi-hsr", paths)] == [20]
    assert given_lines("chengyu-hsr", paths) == ()
    # A later edit is seen.
    write(paths)
    assert all_given(paths) == {}
    paths.lines.unlink()
    assert all_given(paths) == {}


@pytest.mark.parametrize(
    ("change", "told", "zh"),
    [
        ({"source": ""}, "source", "不能为空"),
        ({"source": None}, "source", "不能为空"),
        ({"project_ids": " ; "}, "project_ids", "不能为空"),
        ({"accuracy_m": 0}, "accuracy_m", "0 不是正数"),
        ({"accuracy_m": -5}, "accuracy_m", "-5 不是正数"),
        ({"accuracy_m": "30"}, "accuracy_m", "“30”不是数"),
        ({"accuracy_m": True}, "accuracy_m", "不是数"),
        ({"accuracy_m": None}, "accuracy_m", "不是数"),
    ],
)
def test_a_line_without_what_it_rests_on_is_refused(
    tmp_path: Path, change: dict[str, object], told: str, zh: str
) -> None:
    paths = copy_data(tmp_path)
    write(paths, (GOOD, WHERE), (GOOD | change, WHERE))
    with pytest.raises(AtlasError) as error:
        all_given(paths)
    assert error.value.where == f"{tmp_path.name}/lines.geojson: features[1]: {told}" or (
        error.value.where.endswith(f"lines.geojson: features[1]: {told}")
    )
    assert zh in error.value.zh


def test_a_line_must_be_one_line_with_all_its_columns(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    write(paths, (GOOD, WHERE))
    text = paths.lines.read_text("utf-8")
    paths.lines.write_text(
        text.replace('"LineString"', '"MultiLineString"').replace(
            json.dumps(WHERE), json.dumps([WHERE, [[105.0, 30.0], [105.2, 30.0]]])
        ),
        "utf-8",
    )
    with pytest.raises(AtlasError, match=r"features\[0\]: geometry"):
        all_given(paths)
    paths.lines.write_text(text.replace('"source"', '"sauce"'), "utf-8")
    with pytest.raises(AtlasError, match="source"):
        all_given(paths)


def test_a_line_of_no_project_is_refused(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    write(paths, (GOOD | {"project_ids": "yukun-hsr;yukun"}, WHERE))
    with pytest.raises(AtlasError, match="yukun") as error:
        checked_given(load_registry(paths).projects, paths)
    assert error.value.where.endswith("lines.geojson: project_ids")
    write(paths, (GOOD, WHERE))
    assert set(checked_given(load_registry(paths).projects, paths)) == {"yukun-hsr"}


def test_a_class_along_given_lines_is_calibrated_and_no_surer_than_the_source() -> None:
    registry = load_registry()
    kind = LegClass(Mode.RAIL, Basis.STATIONS, Method.LINE)
    assert kind in classes(registry, all_given())
    assert kind not in classes(registry)
    samples = leave_out(registry, load_gazetteer())
    own = [sample for sample in samples if sample.kind == kind]
    assert len(own) >= 19
    rows = {LegClass(r.mode, r.basis, r.method): r for r in calibrate(registry, own, all_given())}
    assert rows[kind].factor >= 1.0
    assert rows[kind].held == 1.0
    assert Widths({}).of(kind) == COMMON[Basis.STATIONS, Method.LINE] == 1.5
    assert {LegClass(r.mode, r.basis, r.method) for r in read_bands()} >= {kind}


def test_the_shipped_lines_are_followed_and_pass_their_stations() -> None:
    projects, gazetteer = load_registry().projects, load_gazetteer()
    for ident, lines in all_given().items():
        legs = locate_project(projects[ident], gazetteer).legs
        along = [leg for leg in legs if leg.method is Method.LINE]
        assert along, ident
        assert {line.source for line in lines} <= {leg.source.split("; ")[0] for leg in along}


def test_a_place_that_only_a_plan_names_gains_no_basis_by_a_line() -> None:
    plan = ROUTE.model_copy(update={"basis": Basis.PLAN})
    leg = drawn(THREE, given(), route=plan).legs[0]
    assert (leg.method, leg.basis) == (Method.LINE, Basis.PLAN)
    assert leg.uncertainty_m >= 5000
    town = replace(next(iter(THREE)), accuracy_m=200)
    assert town.point == at(0, 0)
