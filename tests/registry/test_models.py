"""What a record says of itself beside its fields."""

from __future__ import annotations

import json

import pytest

from registry.models import Project

BASE = {
    **{"id": "x", "name": "某线", "name_en": "X", "mode": "rail"},
    "mentions": [{"plan": "p", "clause": "1", "as_written": "某线", "status": "research"}],
}
REACHES = [
    {"river": "长江", "from": "宜宾", "to": "泸州"},
    {"river": "沱江", "from": "泸州", "to": "内江"},
]


@pytest.mark.parametrize(
    ("route", "stops", "places"),
    [
        ({"kind": "line", "stops": ["甲站", "乙@500101"]}, ["甲站", "乙@500101"], None),
        ({"kind": "place", "places": ["丙"]}, ["丙"], None),
        ({"kind": "river", "reaches": REACHES}, [], ["宜宾", "泸州", "泸州", "内江"]),
        ({"kind": "area", "adcodes": ["500101"]}, [], None),
        ({"kind": "none", "reason": "不详"}, [], None),
    ],
)
def test_the_places_of_a_route(
    route: dict[str, object], stops: list[str], places: list[str] | None
) -> None:
    basis = {} if route["kind"] == "none" else {"basis": "public"}
    project = Project.model_validate_json(json.dumps({**BASE, "route": route | basis}))
    assert project.stop_refs == stops
    assert project.place_refs == (stops if places is None else places)
