"""How sure the lines are, told in figures: what is led between its stops, and what is a curve."""

from __future__ import annotations

import pytest
from shapely import LineString

from building.projects import Built, build_projects
from building.reports.certainty import certainty
from geo.gazetteer import load_gazetteer
from geo.geocode import Located
from geo.legs.drawing import Leg, weighted_median
from registry.geometry import Basis, Method, Precision
from registry.load import load_registry
from registry.vocab import Mode
from tests.support.reported import project


def leg(km: float, band_km: float, method: Method, basis: Basis = Basis.PUBLIC) -> Leg:
    line = LineString([(104.0, 0.0), (104.0 + km / 111.3195, 0.0)])
    return Leg("a", "b", line, round(1000 * band_km), method, basis, "x")


def built(mode: Mode, *legs: Leg) -> Built:
    line = LineString([(104.0, 30.0), (105.0, 30.0)])
    located = Located(line, Precision.WAYPOINTS, Method.STOPS, "x", 9, basis=Basis.PUBLIC)
    whole = Located(**{**vars(located), "legs": list(legs)})
    return Built(project(ident="a", mode=mode), whole, [], [], [])


def row(mode: str, *those: Built) -> list[str]:
    told = certainty(list(those), [])
    [line] = [line for line in told.splitlines() if line.startswith(f"| {mode} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_legs_that_something_leads_are_told_apart_from_curves() -> None:
    rail = built(
        Mode.RAIL,
        leg(10, 1, Method.LINE),
        leg(20, 2, Method.NETWORK),
        leg(30, 3, Method.TERRAIN),
        leg(40, 20, Method.STOPS),
        leg(50, 30, Method.STOPS, Basis.STATIONS),
        # What only a plan places counts among all alone.
        leg(300, 50, Method.STOPS, Basis.PLAN),
    )
    assert row("Rail", rail) == ["Rail", "20", "50", "60", "2", "90", "30"]


def test_a_mode_without_the_one_or_the_other_has_no_figure_there() -> None:
    road = built(Mode.HIGHWAY, leg(10, 1, Method.NETWORK))
    assert row("Highway", road) == ["Highway", "1", "1", "10", "1", "", ""]
    pipe = built(Mode.PIPELINE, leg(10, 4, Method.STOPS))
    assert row("Pipeline", pipe) == ["Pipeline", "4", "4", "", "", "10", "4"]
    # Rivers are known everywhere alike, and are left out.
    river = built(Mode.WATERWAY, leg(10, 1, Method.RIVER))
    assert "| Waterway |" not in certainty([river], [])


@pytest.fixture(scope="module")
def legs() -> list[tuple[Mode, Leg]]:
    them = build_projects(load_registry(), load_gazetteer())
    return [(one.project.mode, leg) for one in them for leg in one.located.legs]


@pytest.mark.parametrize(
    ("mode", "whole", "led"), [(Mode.RAIL, 11_000, 2000), (Mode.HIGHWAY, 6500, 3700)]
)
def test_the_shipped_lines_are_as_sure_as_is_told(
    mode: Mode, whole: int, led: int, legs: list[tuple[Mode, Leg]]
) -> None:
    own = [leg for m, leg in legs if m is mode and leg.basis is not Basis.PLAN]
    assert (weighted_median(own) or 0) <= whole
    assert (weighted_median([leg for leg in own if leg.method is not Method.STOPS]) or 0) <= led


def test_a_station_whose_table_states_no_licence_says_so() -> None:
    """Positions are from OpenStreetMap, from other public sources, or marked plainly."""
    marked = 0
    for place in load_gazetteer():
        if "公开站点" in place.source and "OpenStreetMap" not in place.source:
            assert "未写明许可" in place.note, place.name
            marked += 1
    assert marked <= 39
