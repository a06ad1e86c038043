"""The payload: small, exact enough, the same every time."""

from __future__ import annotations

import copy
import gzip
import itertools
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import payload
from layers.payload import packing
from layers.payload.compact import compact
from layers.payload.shares import shares
from layers.publish import component
from layers.records import data, drawn
from layers.records.model import Atlas
from registry.errors import AtlasError
from registry.geometry import Method
from registry.land.touching import Share
from registry.paths import DEFAULT, Paths
from registry.vocab import Status
from tests.support import numbers


def decode(steps: list[int]) -> list[tuple[int, int]]:
    xs = itertools.accumulate(steps[::2])
    return list(zip(xs, itertools.accumulate(steps[1::2]), strict=True))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1))
def test_deltas_come_back(points: list[tuple[int, int]]) -> None:
    assert decode(packing.deltas(points)) == points


def unpack(text: str) -> list[tuple[int, int]]:
    return decode(numbers(text))


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))))
def test_packed_steps_come_back(points: list[tuple[int, int]]) -> None:
    packed = packing.pack(points)
    assert unpack(packed) == points
    assert not set(packed) & set('<\\"')
    assert packed.isascii()


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=40),
    st.integers(1, 60),
)
def test_simplified_lines_stay_near(points: list[tuple[int, int]], tolerance: int) -> None:
    kept = drawn.simplify(points, tolerance)
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]

    def away(p: tuple[int, int], a: tuple[int, int], b: tuple[int, int]) -> float:
        dx, dy = b[0] - a[0], b[1] - a[1]
        t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / ((dx * dx + dy * dy) or 1)
        return float(abs(complex(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)))

    pairs = list(itertools.pairwise(kept))
    assert all(min(away(p, a, b) for a, b in pairs) <= tolerance + 1e-6 for p in points)


@pytest.mark.parametrize(
    ("points", "tolerance", "kept"),
    [
        # As far as the tolerance is still near, farther is not.
        ([(0, 0), (5, 3), (10, 0)], 3, [0, 2]),
        ([(0, 0), (5, 3), (10, 0)], 2.9, [0, 1, 2]),
        ([(0, 0), (3, 4), (6, 8)], 0, [0, 2]),
        # Across a slanted line it is the way straight to it that counts: 5, not 7 along an axis.
        ([(0, 0), (4, 10), (14, 14)], 4.3, [0, 2]),
        ([(0, 0), (4, 10), (14, 14)], 4.2, [0, 1, 2]),
        # A line that ends where it begins is as wide as it is far from there.
        ([(0, 0), (3, 4), (0, 0)], 5, [0, 2]),
        ([(0, 0), (3, 4), (0, 0)], 4.9, [0, 1, 2]),
        ([(1, 2)], 9, [0]),
        ([], 9, []),
    ],
)
def test_how_far_a_point_may_be_left_out(
    points: list[tuple[int, int]], tolerance: float, kept: list[int]
) -> None:
    assert drawn.simplify(points, tolerance) == [points[i] for i in kept]


def test_what_became_of_promises(small: Atlas) -> None:
    found = payload.build(small)
    by_id = {p["id"]: p for p in found["projects"]}
    assert found["as_of"] == "2026-11-26"
    late, kept = by_id["first-line"]["outcomes"][0], by_id["fourth-gas"]["outcomes"][0]
    assert late == {
        "plan": 0,
        "kind": "complete",
        "year": 2020,
        "strength": "plan",
        "section": "全线",
        "happened": "2025-06",
        "verdict": "late",
        "months": 54,
        "basis_zh": "依据：late",
        "basis_en": "Because: late",
        "sources": [1, 2],
    }
    assert (kept["verdict"], kept["months"]) == ("kept", 0)
    assert by_id["first-line"]["spans"][1:3] == [
        {"state": "partly_open", "first": 2024, "last": 2024},
        {"state": "open", "first": 2025, "last": 0},
    ]
    assert "outcomes" not in by_id["sixth-nowhere"]


def test_promises_without_a_year(small: Atlas) -> None:
    line = small.by_id["first-line"]
    old, mid = line.mentions
    bare = replace(mid, complete_year=None)
    idle = replace(old, complete_year=None, status=Status.UNSPECIFIED)
    changed = [replace(line, mentions=(old, bare)), replace(line, id="x", mentions=(idle,))]
    found = payload.build(replace(small, projects=tuple(changed)))["projects"]
    assert found[0]["without_year"] == [1]
    assert "without_year" not in found[1]


def test_borders_once(small: Atlas) -> None:
    found = payload.build(small)["base"]
    segments = [
        tuple(sorted(pair))
        for arc in found["arcs"]
        for pair in itertools.pairwise(unpack(arc["line"]))
    ]
    assert len(segments) == len(set(segments)) == 4 * 3 + 5 * 2
    assert len(found["counties"]) == 8


def test_an_area_outside_has_no_index(small: Atlas) -> None:
    county, *rest = small.borders.counties
    alone = replace(small.borders, counties=(replace(county, prefecture="999900"), *rest))
    found = payload.build(replace(small, borders=alone))["base"]
    assert [c["prefecture"] for c in found["counties"]].count(-1) == 1
    assert found["counties"][0]["prefecture"] == -1
    assert {arc["left"] for arc in found["arcs"]} <= set(range(8))
    assert -1 in {arc["right"] for arc in found["arcs"]}


def test_a_year_that_no_plan_names_is_nought(small: Atlas) -> None:
    line = small.by_id["first-line"]
    told = [
        replace(line.mentions[0], start_year=start, complete_year=complete)
        for start, complete in ((None, 2030), (2020, None))
    ]
    (found,) = payload.build(replace(small, projects=(replace(line, mentions=tuple(told)),)))[
        "projects"
    ]
    years = [(m["start_year"], m["complete_year"]) for m in found["mentions"]]
    assert years == [(0, 2030), (2020, 0)]


def test_a_river_without_a_name_has_none(small: Atlas) -> None:
    river = small.rivers[0]
    named = [
        {**river, "properties": properties}
        for properties in ({"name": "江", "name_en": "Jiang"}, {"name": "河"}, {"name": None})
    ]
    found = payload.build(replace(small, rivers=tuple(named)))["base"]["rivers"]
    assert [(r["name"], r["name_en"]) for r in found] == [("江", "Jiang"), ("河", ""), ("", "")]


def test_a_name_goes_to_the_seat_and_says_so(small: Atlas) -> None:
    found = payload.build(small)["base"]
    first = found["counties"][0]
    assert (first["x"], first["y"], first["seat"]) == (1_045_000, 295_000, 1)
    # Without a seat it stands in the middle of the area.
    away = replace(small.places[0], lon=104.2, kind="town")
    bare = payload.build(replace(small, places=(away, *small.places[1:])))["base"]
    middle = small.borders.counties[0]
    assert bare["counties"][0] == {**first, "x": middle.x, "y": middle.y, "seat": 0}


def test_an_area_is_of_rings_that_enclose_something(small: Atlas) -> None:
    gas = small.by_id["fourth-gas"]
    triangle = [[105, 30], [106, 30], [105, 31], [105, 30]]
    # To 170 m it is a line there and back.
    speck = [[105.5, 30.5], [105.5004, 30.5], [105.52, 30.5], [105.5, 30.5]]
    area = {"type": "MultiPolygon", "coordinates": [[triangle], [speck]]}
    atlas = replace(small, projects=(replace(gas, geometry=area),))
    (found,) = payload.build(atlas)["projects"]
    assert [unpack(ring) for ring in found["geometry"]] == [
        [(x * 10_000, y * 10_000) for x, y in triangle]
    ]


def test_geometry_within_a_step(small: Atlas) -> None:
    found = payload.build(small)["projects"][0]
    line = small.by_id["first-line"].geometry
    assert line is not None
    for (x, y), (lon, lat) in zip(unpack(found["geometry"][0]), line["coordinates"], strict=True):
        assert (x, y) == pytest.approx((lon * 10_000, lat * 10_000), abs=0.5)


def test_stops_take_the_place_by_the_line(small: Atlas) -> None:
    found = payload.build(small)
    stops = [found["stops"][i] for i in found["projects"][0]["stops"]]
    assert stops[0] == {"name": "县00", "x": 1045000, "y": 295000, "name_en": "County 00"}
    assert stops[1]["name"] == "县31"


def test_a_line_is_sent_leg_by_leg(small: Atlas) -> None:
    """Legs take the steps of the lines that are drawn, one after the other."""
    first = payload.build(small)["projects"][0]
    assert first["legs"] == {
        "steps": [1, 1],
        "start": [0, 1],
        "end": [1, 2],
        "band": [900, 2000],
        "method": [list(Method).index(Method.STOPS)] * 2,
        "basis": [1, 1],
        "sources": first["legs"]["sources"],
    }
    assert [first["uncertainty"], first.get("uncertainty_median")] == [2000, None]
    found = payload.build(data.load(DEFAULT))
    for project in found["projects"]:
        if "legs" not in project:
            assert project.get("kind") != "L"
            continue
        drawn = [len(packing_steps(line)) // 2 - 1 for line in project["geometry"]]
        assert sum(project["legs"]["steps"]) == sum(drawn), project["id"]
        assert max(project["legs"]["band"]) == project["uncertainty"]
        assert len({len(values) for values in project["legs"].values()}) == 1


def packing_steps(line: str) -> list[str]:
    """The numbers of a packed line: each ends with a digit of the lower half of the alphabet."""
    digits = [ord(c) - (37 if ord(c) > 92 else 36 if ord(c) > 60 else 35) for c in line]
    return [str(digit) for digit in digits if digit < 45]


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([[(0, 0), (1, 0)], [(1, 0), (2, 0)]], [[(0, 0), (1, 0), (2, 0)]]),
        ([[(0, 0), (1, 0)], [(1, 1), (2, 0)]], [[(0, 0), (1, 0)], [(1, 1), (2, 0)]]),
        ([[(0, 0)], [(0, 0), (2, 0)]], [[(0, 0), (2, 0)]]),
        ([], []),
    ],
)
def test_legs_that_meet_are_one_line(
    pieces: list[list[tuple[int, int]]], lines: list[list[tuple[int, int]]]
) -> None:
    assert drawn.joined(pieces) == lines


def test_same_bytes_every_time(small_paths: Paths) -> None:
    made = [payload.dumps(payload.build(data.load(small_paths))) for _ in range(2)]
    assert made[0] == made[1]


def test_only_some(small: Atlas) -> None:
    found = payload.build(small, ["third-river"])
    assert [p["id"] for p in found["projects"]] == ["third-river"]


def test_real_data_fit() -> None:
    atlas = data.load(DEFAULT)
    found = payload.build(atlas)
    assert len(payload.dumps(compact(found)).encode()) < 580_000
    bare: Any = copy.deepcopy(found)
    for project in bare["projects"]:
        project.pop("legs", None)
    # The corridors cost little of it, whole as it is served or by columns as it is exported.
    for form in (payload.dumps, lambda one: payload.dumps(compact(one))):
        assert len(form(found).encode()) - len(form(bare).encode()) < 50_000
    assert len(found["projects"]) == len(atlas.projects)
    # Every region is made of counties that are there.
    assert all(region["counties"] for region in found["regions"])


def test_static_files(tmp_path: Any) -> None:
    names = [component.write_static(tmp_path / "s", "atlas", str(i)) for i in range(20)]
    assert len(set(names)) == 20
    assert len(list((tmp_path / "s").iterdir())) == component.KEEP
    again = component.write_static(tmp_path / "s", "atlas", "19")
    assert re.fullmatch(r"atlas-[0-9a-f]{12}\.json\.gz", again)
    assert again == names[19]
    assert gzip.decompress((tmp_path / "s" / again).read_bytes()) == b"19"
    (tmp_path / "file").write_text("")
    with pytest.raises(AtlasError, match="cannot be written"):
        component.write_static(tmp_path / "file", "atlas", "x")


def test_the_loader_is_short() -> None:
    assert len(component.LOADER) < 640
    assert "\n" in component.LOADER


def test_places_that_a_line_only_grazes_are_told(small: Atlas) -> None:
    line = small.by_id["first-line"]
    shares = (Share("510101", 0.4, False), Share("500101", 9.0, False), Share("x", 0.1, False))
    grazing = replace(line, counties=("510101", "500101", "x"), shares=shares)
    found = payload.build(replace(small, projects=(grazing, line)))["projects"]
    assert found[0]["grazes"] == ["510100", "510101"]
    assert "grazes" not in found[1]


@pytest.mark.parametrize(("km", "shown"), [(0.04, 0), (9.94, 9.9), (9.96, 10), (10.44, 10.4)])
def test_kilometres_are_as_fine_as_they_are_read(small: Atlas, km: float, shown: float) -> None:
    line = replace(small.by_id["first-line"], counties=("510101",), county_km={"510101": km})
    found = payload.build(replace(small, projects=(line,)))["projects"][0]
    assert found["county_km"] == [shown]
    assert payload.dumps(found["county_km"]) == f"[{shown}]"


@pytest.mark.parametrize(
    ("parts", "whole", "found"),
    [
        # What one loses the next one gains.
        ([0.04, 0.04, 0.04], 9, [0, 0.1, 0]),
        ([5.26, 5.26], 10.5, [5.3, 5.2]),
        # The whole was rounded down: its parts say no more.
        ([20.03, 20.02], 40, [20, 20]),
        ([7, 0, 3], 10, [7, 0, 3]),
        ([], 5, []),
    ],
)
def test_parts_of_a_line_are_rounded_once(
    parts: list[float], whole: float, found: list[float]
) -> None:
    assert shares(parts, whole) == found


@given(st.lists(st.floats(0, 900), max_size=30), st.floats(-0.05, 0.05))
def test_no_parts_of_a_line_are_more_than_the_line(parts: list[float], off: float) -> None:
    whole = max(0.0, round(sum(parts) + off, 1))
    tenths = [round(part * 10) for part in shares(parts, whole)]
    assert all(tenth >= 0 for tenth in tenths)
    assert sum(tenths) <= round(whole * 10)
    assert all(abs(tenth - part * 10) <= 1.6 for tenth, part in zip(tenths, parts, strict=True))


def test_no_region_has_more_kilometres_than_the_line(atlas: Atlas) -> None:
    found = payload.build(atlas)
    regions = [set(region["counties"]) for region in found["regions"]]
    checked = 0
    for project in found["projects"]:
        km = dict(zip(project.get("counties", []), project.get("county_km", []), strict=False))
        for region in project.get("regions", []) if km else []:
            inside = sum(round(length * 10) for c, length in km.items() if c in regions[region])
            assert inside <= round(project["km"] * 10), project["id"]
            checked += 1
    assert checked > 400
