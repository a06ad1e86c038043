"""Faults that were found in lines and places, measured again, and stations that are no stops."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from building.reports.faults import faults_table, measured_km
from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geocode import Located, locate_project
from registry.errors import AtlasError
from registry.geometry import Measure, Method, PlaceKind, Precision
from registry.load import load_registry
from registry.tables import Place
from registry.tables.faults import FaultRow, read_faults
from tests.support import copy_data, edit

POINTS = Path(__file__).parent.parent / "data" / "rail_points.csv"
#: How near a line or a place now comes to what it is held against, in km; 0.5 where not named:
#: a seat or town that a route passes without a stop in it, or a place whose outline is not known.
NEAR = {
    ("longhuang-xubi", "毕节东站"): 2.0,
    ("yukun-hsr", "嵩明县城"): 1.0,
    ("yibin-ftz", "宜宾东站（三江新区）"): 4.5,
    ("neijiang-bonded", "内江南站"): 1.5,
    ("wanzhou-kaijiang-dazhou-expwy", "南雅镇"): 2.0,
    ("yangtze-hsr-yichang-fuling", "石柱县城"): 5.0,
}
#: Drawn over published; where it is far from one, docs/geometry.md says why.
RATIO = {
    "longhuang-xubi": (0.82, 1.0),
    "longhuang-longxu": (0.95, 1.0),
    "zigong-luzhou-port-road": (0.97, 1.06),
    "neijiang-zigong-expressway": (0.95, 1.03),
}


def _points() -> list[dict[str, str]]:
    with POINTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def drawn() -> dict[str, Located]:
    gazetteer = load_gazetteer()
    wanted = {row.project_id for row in read_faults()} | {p["project_id"] for p in _points()}
    projects = load_registry().projects
    return {key: locate_project(projects[key], gazetteer) for key in wanted}


@pytest.mark.parametrize("row", read_faults(), ids=lambda row: f"{row.project_id} {row.what}")
def test_each_fault_is_mended(row: FaultRow, drawn: dict[str, Located]) -> None:
    located = drawn[row.project_id]
    now = measured_km(row, located, plane())
    if row.published_km is not None:
        low, high = RATIO[row.project_id]
        assert low <= now / row.published_km <= high
        assert row.before_km is not None
        assert abs(now - row.published_km) < abs(row.before_km - row.published_km)
    elif row.measure == Measure.STOP:
        (stop,) = [stop for stop in located.stops if stop.name == row.what]
        assert now <= stop.accuracy_m / 1000
        assert row.before_km is not None
        assert now < row.before_km
    else:
        assert now <= NEAR.get((row.project_id, row.what), 0.5)
        assert row.before_km is None or now < row.before_km


def test_faults_are_held_against_what_the_line_was_not_drawn_from() -> None:
    assert len(read_faults()) >= 37
    kinds = {row.measure for row in read_faults()}
    assert kinds == {"passes", "ends", "at", "stop", "length"}
    assert {row.project_id for row in read_faults()} <= set(load_registry().projects)


def test_lines_pass_stations_that_are_no_stops(drawn: dict[str, Located]) -> None:
    """Eight stations were kept apart, few and no clean sample; the gazetteer knows none of them."""
    points = _points()
    assert {point["role"] for point in points} == {"check_only"}
    assert not {place.name for place in load_gazetteer()} & {point["name"] for point in points}
    away = [
        plane()
        .to_plane(drawn[p["project_id"]].geometry)
        .distance(plane().to_plane(Point(float(p["lon"]), float(p["lat"]))))
        for p in points
    ]
    assert np.median(away) <= 400
    assert np.percentile(away, 90) <= 1500


LINE = LineString([(104.0, 30.0), (104.2, 30.0), (104.2, 30.2)])
ROW = FaultRow("a", "passes", "甲", "A", 104.1, 30.1, None, None, "x")


def _located(geometry: BaseGeometry) -> Located:
    stop = Place("甲", "A", PlaceKind.STATION, "510101", 104.0, 30.1, 300.0, "x")
    return Located(geometry, Precision.WAYPOINTS, Method.STOPS, "x", 300, [stop])


def test_measures_by_value() -> None:
    local, line = plane(), _located(LINE)
    east = local.to_plane(Point(104.1, 30.1))
    straight = east.distance(local.to_plane(LINE)) / 1000
    assert measured_km(ROW, line, local) == pytest.approx(straight)
    corners = [local.to_plane(Point(end)) for end in (LINE.coords[0], LINE.coords[-1])]
    ends = measured_km(replace(ROW, measure="ends"), line, local)
    assert ends == pytest.approx(min(c.distance(east) for c in corners) / 1000)
    assert ends > straight
    at_stop = measured_km(replace(ROW, measure="stop"), line, local)
    assert at_stop == pytest.approx(east.distance(local.to_plane(Point(104.0, 30.1))) / 1000)
    point = _located(Point(104.1, 30.1))
    assert measured_km(replace(ROW, measure="at"), point, local) == 0
    assert measured_km(replace(ROW, measure="length"), line, local) == line.length_km
    with pytest.raises(AtlasError, match="is no line"):
        measured_km(replace(ROW, measure="length"), point, local)
    with pytest.raises(AtlasError, match="no stop"):
        measured_km(replace(ROW, measure="stop", what="乙"), line, local)


def test_a_fault_of_no_project_of_this_land_is_not_told() -> None:
    assert faults_table([], [], plane()) == ""
    assert faults_table([ROW], [], plane()) == ""
    with pytest.raises(AtlasError, match="no geometry"):
        measured_km(ROW, Located(None, Precision.NONE, Method.NONE, "", None), plane())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "longhuang-xubi,ends,毕节东站,Bijie East station,105.50700",
            "longhuang-xubi,ends,毕节东站,Bijie East station,",
            "lon",
        ),
        ("whole length,,,189,", "whole length,,,,", "published_km"),
        ("longhuang-xubi,ends,", "longhuang-xubi,begins,", "begins"),
    ],
)
def test_a_fault_without_what_it_is_held_against_is_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    paths = copy_data(tmp_path)
    edit(paths.faults, old, new)
    with pytest.raises(AtlasError, match=told):
        read_faults(paths)


def test_a_land_without_faults_has_none(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    paths.faults.unlink()
    assert read_faults(paths) == []
