"""A corridor that is made of the lines of other records."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.gazetteer import load_gazetteer
from geo.geocode import Located, locate, locate_project
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.load import load_registry
from registry.models import ComposedRoute, NoRoute
from registry.vocab import Mode
from tests.support import copy_data


def _made(*of: str) -> Located:
    route = ComposedRoute(kind="composed", of=list(of), basis=Basis.PUBLIC)
    return locate(route, Mode.CORRIDOR, load_gazetteer(), where="x")


def test_it_has_the_legs_of_its_parts_each_once() -> None:
    projects, gazetteer = load_registry().projects, load_gazetteer()
    parts = [
        locate_project(projects[key], gazetteer) for key in ("longhuang-longxu", "longhuang-xubi")
    ]
    made = _made("longhuang-longxu", "longhuang-xubi", "longhuang-longxu")
    assert made.legs == [*parts[0].legs, *parts[1].legs]
    assert made.length_km == pytest.approx(sum(p.length_km or 0 for p in parts), abs=0.2)
    assert made.geometry is not None
    assert made.geometry.geom_type == "LineString", "both end at 叙永北"
    assert made.uncertainty_m == max(p.uncertainty_m or 0 for p in parts)
    assert made.method is Method.PARTS
    assert made.basis is Basis.PUBLIC
    assert [s.name for s in made.stops].count("叙永北站") == 1


def test_it_is_as_precise_as_its_least_precise_part() -> None:
    assert _made("yangtze-golden-waterway").precision is Precision.TRACED
    both = _made("yangtze-golden-waterway", "chengziyi-hsr")
    assert both.precision is Precision.WAYPOINTS
    assert both.geometry is not None
    assert both.geometry.geom_type == "MultiLineString"


@pytest.mark.parametrize(
    ("of", "told"),
    [
        ("longhuang-longsu", "longhuang-longxu"),
        ("luzhou-port", "no line"),
        ("s210", "no line"),
        ("new-land-sea-corridor-west", "no line of its own"),
    ],
)
def test_what_it_cannot_be_made_of_is_refused(of: str, told: str) -> None:
    with pytest.raises(AtlasError, match=told) as raised:
        _made("longhuang-xubi", of)
    assert raised.value.where.endswith("of[1]")


def test_at_most_twelve_records_have_no_geometry_each_with_its_reason() -> None:
    reasons = [
        p.route.reason for p in load_registry().projects.values() if isinstance(p.route, NoRoute)
    ]
    assert len(reasons) == 12
    assert all(len(reason) > 10 for reason in reasons)


def test_it_is_read_from_the_data_folder_that_is_asked_for(tmp_path: Path) -> None:
    paths = copy_data(tmp_path)
    (paths.projects / "rail" / "yukun-hsr.yaml").unlink()
    project = load_registry().projects["beibu-gulf-yunnan-hsr-corridor"]
    with pytest.raises(AtlasError, match="yukun-hsr"):
        locate_project(project, load_gazetteer(), paths)
