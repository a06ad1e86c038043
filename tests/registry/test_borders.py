"""Borders as arcs: derived once, each stretch once, read with one sentence for what is broken."""

from __future__ import annotations

import itertools
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shapely

from registry.borders import SCALE, Arc, Area, Borders, read_borders, write_borders
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from scripts import derive_borders
from tests.support import edit

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
BESIDE = [(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)]
APART = [(50, 50), (60, 50), (55, 60), (50, 50)]


def points(steps: tuple[int, ...]) -> list[tuple[int, int]]:
    xs, ys = itertools.accumulate(steps[::2]), itertools.accumulate(steps[1::2])
    return list(zip(xs, ys, strict=True))


def test_the_committed_file_is_the_derived_one() -> None:
    """After a change of the display copies: python -m scripts.derive_borders."""
    assert read_borders() == derive_borders.derive(DEFAULT)


def test_neighbours_share_one_arc() -> None:
    found = derive_borders.arcs([[SQUARE], [BESIDE]])
    assert [(sorted((line[0], line[-1])), a, b) for line, a, b in found] == [
        ([(10, 0), (10, 10)], 0, -1),
        ([(10, 0), (10, 10)], 0, 1),
        ([(10, 0), (10, 10)], 1, -1),
    ]
    assert [len(line) for line, _, _ in found] == [4, 2, 4]


def test_what_touches_nothing_is_one_closed_arc() -> None:
    (found,) = derive_borders.arcs([[APART]])
    line, left, right = found
    assert (left, right, len(line), line[0] == line[-1]) == (0, -1, 4, True)


def test_every_stretch_stands_once() -> None:
    borders = read_borders()
    pairs = [
        tuple(sorted(pair))
        for arc in borders.arcs
        for pair in itertools.pairwise(points(arc.steps))
    ]
    assert len(pairs) == len(set(pairs))
    codes = {area.adcode for area in borders.counties}
    assert {arc.left for arc in borders.arcs} <= codes
    assert {arc.right for arc in borders.arcs} <= codes | {""}
    assert all(arc.left != arc.right for arc in borders.arcs)


def test_a_countys_arcs_enclose_it() -> None:
    borders = read_borders()
    area = borders.counties[0]
    lines = [
        shapely.LineString(points(arc.steps))
        for arc in borders.arcs
        if area.adcode in (arc.left, arc.right)
    ]
    (outline,) = shapely.polygonize(lines).geoms
    assert outline.contains(shapely.Point(area.x, area.y))


@pytest.mark.parametrize(
    ("loops", "point"),
    [
        ([], None),
        # The chord nearest the bottom is the widest, a quarter of the way up.
        ([[(0, 0), (120, 0), (60, 120), (0, 0)]], (60, 30)),
        # Of two parts the wider.
        ([[(0, 0), (10, 0), (10, 120), (0, 120), (0, 0)],
          [(50, 0), (90, 0), (90, 120), (50, 120), (50, 0)]], (70, 30)),
        # Not in the hole.
        ([[(0, 0), (120, 0), (120, 120), (0, 120), (0, 0)],
          [(10, 1), (80, 1), (80, 119), (10, 119), (10, 1)]], (100, 30)),
    ],
)  # fmt: skip
def test_a_name_goes_to_the_middle_of_the_widest_chord(loops: Any, point: Any) -> None:
    assert derive_borders.interior_point(loops) == point


def test_steps_come_back() -> None:
    assert derive_borders.steps([(3, 4), (5, 3), (5.0, 9.0)]) == (3, 4, 2, -1, 0, 6)


def test_provinces_around_are_cut_at_the_margin() -> None:
    far = derive_borders.MARGIN + 2
    ring = [[1, 0], [far + 1, 0], [far + 1, 1], [1, 1], [1, 0]]
    province = {
        "properties": {"adcode": "530000", "name": "云南省", "name_en": "Yunnan"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    county = [(0, 0), (SCALE, 0), (SCALE, SCALE), (0, SCALE), (0, 0)]
    (area,), (line,) = derive_borders.around([province], [[county]])
    edge = round((1 + derive_borders.MARGIN) * SCALE)
    assert area.x == (SCALE + edge) / 2
    # The edge of what is shown is no border.
    assert sorted(points(line)) == sorted([(edge, 0), (SCALE, 0), (SCALE, SCALE), (edge, SCALE)])


def test_written_and_read(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    paths.borders.parent.mkdir(parents=True)
    area = Area("510104", "锦江区", "Jinjiang", 1, 2, "510100", "510000")
    borders = Borders((area,), (), (area,), (Arc("510104", "", (1, 2, 3, -4)),), ((0, 0, 1, 1),))
    write_borders(borders, paths)
    assert read_borders(paths) == borders
    assert "short" not in paths.borders.read_text("utf-8")
    named = Borders((area,), (replace(area, short="锦江"),), (), borders.arcs, borders.beyond)
    write_borders(named, paths)
    assert read_borders(paths) == named


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('{"scale"', "{scale", "borders.json: is not JSON"),
        (f'"scale":{SCALE}', '"scale":1000', "scale: must be 10000"),
        ('"arcs":', '"arks":', "arcs: the field is missing"),
        ('"x":', '"X":', "counties[0]: x: the field is missing"),
        ('"name":"', '"name":1,"was":"', "counties[0]: name: must be text"),
        ('"x":', '"x":0.5,"was":', "counties[0]: x: 0.5 is not a whole number"),
        ('"steps":[', '"steps":["a",', "arcs[0]: steps: the geometry is missing or not valid"),
        ('"steps":[', '"steps":["a",true,', "arcs[0]: steps: 'a' is not a whole number"),
        ('"beyond":[\n', '"beyond":[\n[1,2],', "beyond[0]: the geometry is missing or not valid"),
    ],
)
def test_damage_is_one_sentence(
    small_paths: Paths, tmp_path: Path, old: str, new: str, says: str
) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(small_paths.data, paths.data)
    edit(paths.borders, old, new)
    with pytest.raises(AtlasError) as raised:
        read_borders(paths)
    assert says in raised.value.text("en")
    assert "\n" not in raised.value.text("zh")


def test_a_record_a_line() -> None:
    text = DEFAULT.borders.read_text(encoding="utf-8")
    borders = read_borders()
    records = sum(len(getattr(borders, name)) for name in json.loads(text) if name != "scale")
    # The scale's line, and two for the start and the end of each of five lists, one shared.
    assert len(text.splitlines()) == records + 1 + 2 * 5


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_a_name_s_place_is_a_whole_number(tmp_path: Path, value: object) -> None:
    paths = Paths(tmp_path)
    write_borders(Borders(counties=(Area("510101", "甲", "A", 1, 2),)), paths)
    document = json.loads(paths.borders.read_text("utf-8"))
    document["counties"][0]["x"] = value
    paths.borders.write_text(json.dumps(document), "utf-8")
    with pytest.raises(AtlasError, match=r"counties\[0\]: x"):
        read_borders(paths)
