"""Interchanges that were found and kept apart: how far the drawn roads pass from them."""

from __future__ import annotations

import csv
from statistics import median, quantiles
from typing import NamedTuple

import pytest
from shapely.geometry import Point

from building.projects import build_projects
from geo.crs import plane
from geo.gazetteer import load_gazetteer
from geo.geocode import Located
from registry.load import load_registry
from registry.paths import ROOT
from registry.vocab import Mode

APART = ROOT / "tests" / "data" / "interchanges_check_only.csv"


class Apart(NamedTuple):
    """An interchange that is no stop: WGS84 degrees, half-width of its error in metres."""

    project: str
    name: str
    point: tuple[float, float]
    accuracy_m: float


def read() -> list[Apart]:
    with APART.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["check_only"] for row in rows} == {"1"}
    return [
        Apart(
            row["project_id"],
            row["name"],
            (float(row["lon"]), float(row["lat"])),
            float(row["accuracy_m"]),
        )
        for row in rows
    ]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Located]:
    built = build_projects(load_registry(), load_gazetteer())
    return {one.project.id: one.located for one in built if one.project.mode is Mode.HIGHWAY}


def away_m(one: Apart, drawn: dict[str, Located]) -> float:
    line = plane().to_plane(drawn[one.project].geometry)
    return float(plane().to_plane(Point(one.point)).distance(line))


def test_an_interchange_kept_apart_is_no_stop(drawn: dict[str, Located]) -> None:
    known = {place.name for place in load_gazetteer()}
    for one in read():
        assert one.name not in known
        assert one.point not in {stop.point for stop in drawn[one.project].stops}


def test_the_roads_pass_near_interchanges_that_were_kept_apart(drawn: dict[str, Located]) -> None:
    apart = read()
    far = [away_m(one, drawn) for one in apart]
    assert len(apart) >= 11
    assert median(far) <= 300
    assert quantiles(far, n=10)[-1] <= 1500
    for one, metres in zip(apart, far, strict=True):
        band = drawn[one.project].uncertainty_m
        assert band is not None
        assert metres <= band + one.accuracy_m, one.name
