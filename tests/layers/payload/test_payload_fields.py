"""What the view is given, field by field, of projects that are made up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from layers import payload
from layers.payload import packing
from layers.payload.sources import Sources, only_used
from layers.records import drawn as drawn_lines
from layers.records.model import (
    Atlas,
    Finding,
    Leg,
    Missing,
    Now,
    Project,
    Promised,
    Source,
    Stop,
)
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.outcome.vocab import CurrentStatus, PromiseKind, Verdict
from registry.vocab import FindingKind, Mode, Status
from tests.support import numbers

FIELDS = ("id", "name", "aliases", "mode", "part_of", "regions", "counties", "county_km", "kind")


def one(small: Atlas, **changed: Any) -> dict[str, Any]:
    """The only project of an atlas: the first line, changed."""
    project = replace(small.by_id["first-line"], **changed)
    (found,) = payload.build(replace(small, projects=(project,)))["projects"]
    return dict(found)


def bare(project: Project) -> Project:
    """Of a project its id, name and mode alone."""
    return Project(
        project.id,
        *("名", "", (), Mode.PORT, "", {}, (), (), (), None, None, Precision.NONE),
        *("", "", None, None, "", "", (), "", None),
    )


def test_what_is_not_known_is_not_sent(small: Atlas) -> None:
    atlas = replace(small, projects=(bare(small.by_id["first-line"]),))
    (found,) = payload.build(atlas)["projects"]
    assert set(found) == {
        *("id", "name", "mode", "precision", "history", "called", "record"),
        *("current", "current_words"),
    }
    assert found["name"] == ("名", "")
    assert found["mode"] == "port"
    assert found["precision"] == "none"


def test_a_nought_is_known(small: Atlas) -> None:
    found = one(small, length_km=0.0, official_km=0, uncertainty_m=0, uncertainty_median_m=0)
    measured = ("km", "official_km", "uncertainty", "uncertainty_median")
    assert [found[name] for name in measured] == [0, 0, 0, 0]


def test_a_project_says_what_it_is_called_and_where_it_is(small: Atlas) -> None:
    found = one(
        small,
        name="甲",
        name_en="A",
        aliases=("乙", "丙"),
        part_of="whole",
        regions=("east", "nowhere", "west"),
        counties=("500102", "999999", "510101"),
        county_km={"500102": 9.96, "510101": 10.04},
    )
    index = {area.adcode: number for number, area in enumerate(small.borders.counties)}
    assert [found[name] for name in FIELDS] == [
        "first-line",
        ("甲", "A"),
        ["乙", "丙"],
        "rail",
        "whole",
        [1, 0],
        [index["500102"], index["510101"]],
        [10.0, 10],
        "L",
    ]


def test_a_project_without_lengths_in_counties_sends_none(small: Atlas) -> None:
    codes = ("500102", "510101")
    assert one(small, counties=codes, county_km={codes[0]: 0.0})["county_km"] == [0, 0]
    assert "county_km" not in one(small, counties=codes, county_km={})


def test_a_project_says_how_it_is_drawn(small: Atlas) -> None:
    found = one(
        small,
        precision=Precision.TRACED,
        uncertainty_m=1,
        uncertainty_median_m=2,
        length_km=3.5,
        official_km=4,
        method="way",
        source="from",
        route_basis="ground",
        route_note="why",
        note="so",
    )
    names = ("precision", "uncertainty", "uncertainty_median", "km", "official_km", "method")
    assert [found[name] for name in names] == ["traced", 1, 2, 3.5, 4, "way"]
    assert [found[name] for name in ("source", "basis", "route_note", "note")] == [
        *("from", "ground", "why", "so"),
    ]


@pytest.mark.parametrize(
    ("kind", "coordinates", "sent"),
    [
        ("Point", [104, 30], "P"),
        ("MultiPoint", [[104, 30], [105, 30]], "P"),
        ("LineString", [[104, 30], [105, 30]], "L"),
        ("MultiLineString", [[[104, 30], [105, 30]]], "L"),
        ("Polygon", [[[104, 30], [105, 30], [105, 31], [104, 30]]], "A"),
        ("MultiPolygon", [[[[104, 30], [105, 30], [105, 31], [104, 30]]]], "A"),
    ],
)
def test_the_kind_of_each_shape(small: Atlas, kind: str, coordinates: Any, sent: str) -> None:
    found = one(small, geometry={"type": kind, "coordinates": coordinates}, legs=())
    assert found["kind"] == sent
    drawn = drawn_lines.lines_of({"type": kind, "coordinates": coordinates})
    assert found["geometry"] == [packing.pack(line) for line in drawn]


def test_lines_keep_what_is_over_four_steps_off_and_areas_what_is_over_fifteen(
    small: Atlas,
) -> None:
    def line(off: int) -> dict[str, Any]:
        points = [[104.0, 30.0], [104.5, 30 + off / 10_000], [105.0, 30.0]]
        return {"type": "LineString", "coordinates": points}

    def area(off: int) -> dict[str, Any]:
        ring = [[104.0, 30], [104.5, 30 - off / 10_000], [105, 30], [105, 31], [104, 30]]
        return {"type": "Polygon", "coordinates": [ring]}

    for shape, off, points in ((line, 4, 2), (line, 5, 3), (area, 15, 4), (area, 16, 5)):
        found = one(small, geometry=shape(off), legs=())
        assert len(numbers(found["geometry"][0])) == 2 * points, (shape, off)


def test_stops_that_lines_share_are_sent_once(small: Atlas) -> None:
    first, second = small.projects[:2]
    a, b, c = (Stop(name, 104.0 + at, 30.0) for at, name in enumerate("甲乙丙"))
    atlas = replace(
        small,
        projects=(replace(first, stops=(a, b), legs=()), replace(second, stops=(c, b), legs=())),
    )
    found = payload.build(atlas)
    assert [stop["name"] for stop in found["stops"]] == ["甲", "乙", "丙"]
    assert [project["stops"] for project in found["projects"]] == [[0, 1], [2, 1]]
    # Of one project alone its own stops are sent, and no others.
    some = payload.build(atlas, [second.id])
    assert [stop["name"] for stop in some["stops"]] == ["乙", "丙"]
    assert [project["stops"] for project in some["projects"]] == [[1, 0]]
    assert [project["stops"] for project in payload.build(atlas)["projects"]] == [[0, 1], [2, 1]]


def test_a_mention_says_what_the_plan_says(small: Atlas) -> None:
    mention = replace(
        small.by_id["first-line"].mentions[1],
        clause="3",
        as_written="甲",
        action="推进",
        status=Status.RESEARCH,
        start_year=2021,
        complete_year=2025,
        note="注",
    )
    assert one(small, mentions=(mention,))["mentions"] == [
        {
            "plan": 1,
            "clause": "3",
            "as_written": "甲",
            "action": "推进",
            "status": list(Status).index(Status.RESEARCH),
            "start_year": 2021,
            "complete_year": 2025,
            "note": "注",
        }
    ]


def test_a_fact_says_whether_it_decides(small: Atlas) -> None:
    denied, told = one(small)["events"]
    assert told["event"] == denied["event"] == "open"
    assert [told["date"], told["section"], told["text"]] == ["2025-06", "全线", "开通"]
    assert [told["confidence"], told["disputed"], told["decides"]] == ["official", 0, 1]
    assert [denied["confidence"], denied["disputed"], denied["decides"]] == ["weak", 1, 0]
    assert [told["state"], told["scope"]] == ["", ""]


def test_a_finding_names_its_plans(small: Atlas) -> None:
    plans = [plan.id for plan in small.plans]
    kinds = (FindingKind.BACK, FindingKind.FORWARD)
    first = Finding(kinds[0], plans[0], plans[2], "start", "research", ("退", "Back"))
    lone = Finding(kinds[1], plans[1], "", "2020", "2021", ("进", "On"))
    found = one(small, findings=(first, lone))["findings"]
    said = ("kind", "plan_from", "plan_to", "words_zh", "words_en")
    assert [[finding[name] for name in said] for finding in found] == [
        ["back", 0, 2, "退", "Back"],
        ["forward", 1, -1, "进", "On"],
    ]


def test_how_far_it_is_now(small: Atlas) -> None:
    press, office = Source("报"), Source("厅", "文", "https://a.cn", "2025")
    now = Now(
        CurrentStatus.PARTLY_OPEN,
        *("2024", "2025-01", 0.25, ("现状", "Now"), (press, office)),
        (Verdict.LATE, Verdict.MISSED),
        Promised(PromiseKind.START, 2021, "2022", 7),
    )
    found = one(small, now=now, events=(), outcomes=(), legs=())
    names = ("since", "seen", "words", "sources")
    assert found["current"] == list(CurrentStatus).index(CurrentStatus.PARTLY_OPEN)
    assert [found["current_" + name] for name in names] == [
        "2024",
        "2025-01",
        ("现状", "Now"),
        [0, 1],
    ]
    assert found["open_share"] == 0.25
    assert found["verdicts"] == [list(Verdict).index(v) for v in (Verdict.LATE, Verdict.MISSED)]
    promised = ("promise_kind", "promised_year", "happened_on", "months_late")
    assert [found[name] for name in promised] == ["start", 2021, "2022", 7]
    nothing = one(small, now=Now(), events=(), outcomes=(), legs=())
    assert not set(nothing) & {*promised, "open_share", "verdicts", "current_sources"}


def test_legs_name_their_stops_by_place(small: Atlas) -> None:
    line = [[104.0, 30.0], [104.2, 30.3], [104.5, 30.0]]
    legs = (
        Leg("甲", "乙", 700, Method.NETWORK, Basis.PLAN, ("甲源", "乙源"), _line(line)),
        Leg("乙", "路口", 900, Method.STOPS, Basis.PUBLIC, ("乙源",), _line(line[1:])),
    )
    stops = (Stop("甲", 104.0, 30.0), Stop("乙", 104.5, 30.0))
    found = one(small, legs=legs, stops=stops, events=(), outcomes=(), now=Now())
    methods, bases = list(Method), list(Basis)
    assert found["legs"] == {
        "steps": [2, 1],
        "start": [0, 1],
        "end": [1, -1],
        "band": [700, 900],
        "method": [methods.index(Method.NETWORK), methods.index(Method.STOPS)],
        "basis": [bases.index(Basis.PLAN), bases.index(Basis.PUBLIC)],
        "sources": [[0, 1], [1]],
    }
    # A line without legs is sent without them.
    assert "legs" not in one(small, legs=())


def _line(points: list[list[float]]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": points}


def test_what_is_missing_is_told_in_both_languages(small: Atlas) -> None:
    assert "missing" not in payload.build(small)
    why = AtlasError("x.csv: 甲", zh="坏了", en="is broken")
    found = payload.build(replace(small, missing=(Missing("x", why),)))
    assert found["missing"] == [(why.text("zh"), why.text("en"))]


def test_a_region_is_of_the_counties_that_its_codes_begin(small: Atlas) -> None:
    region = replace(small.regions[0], members=("5101", "500102"))
    (found,) = payload.build(replace(small, regions=(region,)))["regions"]
    codes = [area.adcode for area in small.borders.counties]
    assert found["counties"] == [
        number for number, code in enumerate(codes) if code[:4] == "5101" or code == "500102"
    ]
    assert len(found["counties"]) == 3
    assert found["name"] == ("西区", "west")


def test_only_the_sources_that_are_named_are_sent_and_by_new_places() -> None:
    made = Sources()
    names = [made.index(Source(name)) for name in "甲乙丙丁戊己乙"]
    assert names == [0, 1, 2, 3, 4, 5, 1]
    projects: list[Any] = [
        {"id": "a", "events": [{"source": 5, "date": "2020"}], "current_sources": [1]},
        {"id": "b", "outcomes": [{"sources": [3, 1], "year": 2020}]},
        {"id": "c", "legs": {"sources": [[2], [5, 2]], "band": [1, 2]}},
        {"id": "d"},
    ]
    kept = only_used(projects, made.made)
    assert [source["publisher"] for source in kept] == ["乙", "丙", "丁", "己"]
    assert projects == [
        {"id": "a", "events": [{"source": 3, "date": "2020"}], "current_sources": [0]},
        {"id": "b", "outcomes": [{"sources": [2, 0], "year": 2020}]},
        {"id": "c", "legs": {"sources": [[1], [3, 1]], "band": [1, 2]}},
        {"id": "d"},
    ]
