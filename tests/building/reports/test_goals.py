"""Goals beside what is reached, and the stops that nobody has placed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shapely import LineString

from building.projects import Built
from building.reports.goals import Goal, goals_report, reached, unplaced
from building.reports.lengths import Compared
from geo.geocode import Located
from geo.legs.drawing import Leg
from registry.geometry import Basis, Method, PlaceKind, Pool, Precision
from registry.paths import DEFAULT
from registry.tables import BandRow, Place, PublishedLength
from registry.vocab import Mode
from tests.support.reported import project

LINE = LineString([(104.0, 0.0), (104.1, 0.0)])


def stop(name: str, accuracy_m: float, kind: PlaceKind = PlaceKind.STATION) -> Place:
    return Place(name, name, kind, "510101", 104.0, 0.0, accuracy_m, "x", f"{name}的说明")


def built(
    mode: Mode,
    band_m: int,
    basis: Basis = Basis.PUBLIC,
    *,
    ident: str = "a",
    stops: tuple[Place, ...] = (),
) -> Built:
    leg = Leg("a", "b", LINE, band_m, Method.STOPS, basis, "x")
    located = Located(LINE, Precision.WAYPOINTS, Method.STOPS, "x", band_m, list(stops), basis)
    return Built(project(ident=ident, mode=mode), replace(located, legs=[leg]), [], [], [])


def figure(km: float, drawn: float, note: str = "", *, independent: bool = True) -> Compared:
    row = PublishedLength("a", "510101", "", "", km, "x", "", "2020", independent, note)
    return Compared(row, "甲", drawn)


def named(goals: list[Goal], start: str) -> tuple[str, bool]:
    [goal] = [goal for goal in goals if goal.en.startswith(start)]
    return goal.reached, goal.met


def test_a_mode_reaches_its_goal_at_the_goal_itself() -> None:
    for mode, name, most in ((Mode.RAIL, "Rail", 5000), (Mode.HIGHWAY, "Highway", 4000)):
        assert named(reached([built(mode, most)], [], []), name) == (f"{most / 1000:g}", True)
        assert not named(reached([built(mode, most + 100)], [], []), name)[1]
    # What only a plan places does not count, and where nothing counts nothing is told.
    only = [built(Mode.RAIL, 100, Basis.PLAN)]
    assert [goal.en for goal in reached(only, [], [])] == ["Without geometry"]


def test_a_class_that_holds_too_little_or_is_too_wide_is_told() -> None:
    rows = [
        BandRow(Mode.RAIL, Basis.PUBLIC, Method.STOPS, 1.3, Pool.CLASS, 20, 0.95, 1.0),
        BandRow(Mode.RAIL, Basis.PUBLIC, Method.LINE, 1.0, Pool.METHOD, 0, None, None),
    ]
    assert named(reached([], rows, []), "Least") == ("95.0%", True)
    assert named(reached([], rows, []), "Widest") == ("1.30", True)
    rows[0] = replace(rows[0], factor=1.32, held=0.949)
    assert named(reached([], rows, []), "Least") == ("94.9%", False)
    assert named(reached([], rows, []), "Widest") == ("1.32", False)


def test_published_lengths_are_counted_and_measured() -> None:
    found = [figure(100, 95), figure(100, 106, independent=False), figure(100, 80, "因")]
    goals = reached([], [], found)
    assert named(goals, "Published") == ("3, 1", False)
    assert named(goals, "Of these chosen") == ("2", False)
    assert named(goals, "Drawn off") == ("6.0%", False)
    assert named(goals, "More than 15%") == ("0 (of 共 1)", True)
    assert named(reached([], [], [figure(100, 96)]), "Drawn off")[1]
    assert not named(reached([], [], [figure(100, 80)]), "More than")[1]


def test_stops_that_nobody_has_placed_are_told_once_with_their_projects() -> None:
    far, near = stop("甲站", 6000), stop("乙站", 2500)
    stops = (near, far, stop("丙站", 2400), stop("丁镇", 9000, PlaceKind.TOWN))
    lines = [built(Mode.RAIL, 9, ident=name, stops=stops) for name in "ab"]
    assert unplaced(lines) == [(far, ["a", "b"]), (near, ["a", "b"])]
    text = goals_report(lines, [], [])
    assert "| 甲站 | 6 | `a`、`b` | 甲站的说明 |" in text
    assert "nobody has placed" not in goals_report([built(Mode.RAIL, 9)], [], [])


@pytest.mark.parametrize("missed", ["Rail", "Highway", "Drawn off", "Of these chosen"])
def test_the_shipped_page_says_what_is_missed(missed: str) -> None:
    page = DEFAULT.report.read_text("utf-8")
    told = page.split("## Goals and what is reached")[1].split("\n## ")[0]
    [row] = [line for line in told.splitlines() if line.startswith(f"| {missed}")]
    assert row.endswith("| no 否 |")
    assert "| 简阳南站 | 2.5 |" in told
    assert told.count("yes 是") == 5
