"""The part of the report that says how sure the lines are, of legs that are made up."""

from __future__ import annotations

import pytest
from shapely import LineString

from building.projects import Built
from building.reports.certainty import LOOK, band_km2, certainty, look_next
from geo.geocode import Located
from geo.legs.drawing import Leg
from registry.geometry import Basis, Method, Pool, Precision
from registry.tables import BandRow
from registry.vocab import Mode
from tests.support.reported import project


def leg(
    ends: str,
    band: int,
    *,
    at: float = 0.0,
    wide: float = 0.1,
    method: Method = Method.STOPS,
    basis: Basis = Basis.PLAN,
) -> Leg:
    """A leg along the parallel of 30°, ``wide`` degrees long from 104° and ``at`` more."""
    line = LineString([(104 + at, 30), (104 + at + wide, 30)])
    return Leg(ends[0], ends[1], line, band, method, basis, "source")


def built(*legs: Leg, ident: str = "line", mode: Mode = Mode.RAIL) -> Built:
    located = Located(None, Precision.WAYPOINTS, Method.STOPS, "source", None, legs=list(legs))
    return Built(project(ident=ident, mode=mode), located, [], [], [])


def rows(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose head begins with ``first``, the cells of each."""
    lines = text.splitlines()
    begins = next(n for n, line in enumerate(lines) if line.startswith(f"| {first} "))
    found = []
    for line in lines[begins + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line[1:-1].split("|")])
    return found


def test_a_band_takes_both_sides_of_its_leg() -> None:
    one = leg("甲乙", 1500)
    assert one.length_km == 9.65
    assert band_km2(one) == pytest.approx(2 * 1.5 * 9.65)


def test_a_stretch_is_that_of_all_who_run_there_whichever_way() -> None:
    back = Leg("乙", "甲", leg("甲乙", 0).line.reverse(), 500, Method.STOPS, Basis.PLAN, "source")
    shared = [built(leg("甲乙", 1000), ident="a"), built(back, ident="b")]
    alone = built(leg("丙丁", 1400, at=1), leg("丁戊", 1600, at=2), ident="c")
    found = look_next([*shared, alone])
    told = [
        (sorted(b.project.id for b, _ in group), round(area / leg("甲乙", 0).length_km, 2))
        for group, area in found
    ]
    assert told == [(["c"], 3.2), (["a", "b"], 3.0), (["c"], 2.8)]
    assert len(look_next([alone], 1)) == 1
    assert look_next([]) == []
    many = built(*(leg("甲乙", 1000 + at, at=at) for at in range(LOOK + 1)))
    assert LOOK == 25
    least = min(area for _, area in look_next([many]))
    assert len(look_next([many])) == LOOK
    assert least > band_km2(many.located.legs[0])


def test_what_to_look_at_next_is_told_by_the_least_sure_of_its_legs() -> None:
    sure = built(leg("甲乙", 400, basis=Basis.PUBLIC), ident="a")
    unsure = built(leg("丙丁", 1250, basis=Basis.PLAN), ident="b")
    text = certainty([sure, unsure, sure], [])
    area = 2 * 9.65 * (0.4 + 1.25 + 0.4)
    assert rows(text, "leg") == [
        ["丙 – 丁", "`a`、`b`", "10", "1.25", "The plan's words", f"{area:,.0f}"],
    ]
    wide = certainty([built(leg("甲乙", 90_000, wide=1.0))], [])
    assert rows(wide, "leg")[0][-1] == "17,368"


BAND = BandRow(Mode.RAIL, Basis.PLAN, Method.STOPS, 0.6, Pool.CLASS, 40, 0.955, 0.5)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (BAND, ["Its own", "40", "95.5%", "0.6", "1.20"]),
        (
            BandRow(Mode.RAIL, Basis.PLAN, Method.STOPS, 0.25, Pool.BASIS, 3, None, None),
            ["All modes", "3", "", "0.25", ""],
        ),
        # What needs nothing is told neither as held nor as wider.
        (
            BandRow(Mode.RAIL, Basis.PLAN, Method.STOPS, 0.25, Pool.METHOD, 3, 1.0, 0.0),
            ["Its method", "3", "", "0.25", ""],
        ),
        (
            BandRow(Mode.RAIL, Basis.PLAN, Method.STOPS, 0.25, Pool.METHOD, 3, None, 0.5),
            ["Its method", "3", "", "0.25", ""],
        ),
    ],
)
def test_a_class_tells_its_legs_and_how_its_factor_was_found(row: BandRow, told: list[str]) -> None:
    legs = (leg("甲乙", 500), leg("乙丙", 1500, at=1, wide=0.3), leg("丙丁", 2500, at=2))
    [found] = rows(certainty([built(*legs)], [row]), "mode")
    assert found == ["Rail", "The plan's words", "Stops", "3", "48", "1.5", *told]


@pytest.mark.parametrize(
    "other",
    [
        BandRow(Mode.HIGHWAY, Basis.PLAN, Method.STOPS, 0.6, Pool.CLASS, 40, 0.9, 0.5),
        BandRow(Mode.RAIL, Basis.PUBLIC, Method.STOPS, 0.6, Pool.CLASS, 40, 0.9, 0.5),
        BandRow(Mode.RAIL, Basis.PLAN, Method.NETWORK, 0.6, Pool.CLASS, 40, 0.9, 0.5),
    ],
)
def test_a_class_without_legs_is_not_told(other: BandRow) -> None:
    text = certainty([built(leg("甲乙", 500))], [other, BAND])
    assert [row[:3] for row in rows(text, "mode")[:1]] == [["Rail", "The plan's words", "Stops"]]
    assert len(rows(text, "mode")) == 1


def test_the_medians_of_a_mode_leave_rivers_out() -> None:
    rail = built(
        leg("甲乙", 400, basis=Basis.STATIONS),
        leg("乙丙", 600, at=1, basis=Basis.PUBLIC, wide=0.2),
        leg("丙丁", 3000, at=2, wide=0.9),
        leg("丁戊", 9000, at=3, wide=9.0, method=Method.RIVER),
    )
    road = built(leg("甲乙", 5000), mode=Mode.HIGHWAY)
    water = built(leg("甲乙", 7000, method=Method.RIVER), mode=Mode.WATERWAY)
    text = certainty([water, road, rail], [])
    begins = text.index("Half of the kilometres")
    told = [row[:3] for row in rows(text[begins:], "mode")]
    assert told == [["Rail", "0.6", "3"], ["Highway", "", "5"]]


def test_the_parts_stand_in_order() -> None:
    text = certainty([built(leg("甲乙", 500))], [BAND])
    parts = ("## How sure", "| mode | known from", "Half of", "| mode | ±", "### Look", "| leg ")
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
