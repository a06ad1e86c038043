"""What a record says of itself beside its fields."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

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


def mention(**more: object) -> dict[str, object]:
    return {"plan": "p", "clause": "1", "as_written": "某线", "status": "research", **more}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        # Begun and completed in one year is no contradiction.
        ({"mentions": [mention(start_year=2020, complete_year=2020)]}, ""),
        ({"mentions": [mention(start_year=2021, complete_year=2020)]}, "start_year is later"),
        ({"mentions": [mention(start_year=2021), mention(clause="2", complete_year=2020)]}, ""),
        ({"part_of": "y"}, ""),
        ({"part_of": "x"}, "part_of names the project itself"),
        ({"length_km": 10}, "no length_source"),
        ({"length_km": 10, "length_source": "某报"}, ""),
        ({"length_km": 0, "length_source": "某报"}, "greater than 0"),
        ({"mentions": [mention(), mention(status="start")]}, "stands twice"),
        ({"mentions": [mention(), mention(plan="q")]}, ""),
        ({"mentions": [mention(), mention(clause="2")]}, ""),
        ({"mentions": [mention(), mention(as_written="某某线")]}, ""),
        ({"mentions": []}, "at least 1"),
    ],
)
def test_what_a_record_may_not_be(change: dict[str, object], says: str) -> None:
    text = json.dumps({**BASE, "route": {"kind": "none", "reason": "不详"}, **change})
    if says:
        with pytest.raises(ValidationError, match=says):
            Project.model_validate_json(text)
    else:
        assert Project.model_validate_json(text).id == "x"
