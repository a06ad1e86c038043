"""What the benches measure with: copies that are like the shipped data, tables put into pages."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import dist
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import bigger, docs, export, load, prose, reading
from layers.records import data
from plans.reading.mentions import read_mentions
from registry.errors import AtlasError
from registry.paths import DEFAULT, ROOT
from registry.vocab import CORE_MODES

TIMES = 25
START, END = "<!-- bench -->", "<!-- /bench -->"
Position = list[float]


@pytest.fixture(scope="module")
def shipped() -> list[dict[str, Any]]:
    return list(json.loads(DEFAULT.geojson.read_text("utf-8"))["features"])


@pytest.fixture(scope="module")
def copied(shipped: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list(bigger.copies(shipped, TIMES))


def lines(feature: dict[str, Any]) -> Iterator[list[Position]]:
    """The lines and rings of a feature, a point as a line of one."""

    def within(part: Any) -> Iterator[list[Position]]:
        if isinstance(part[0], float | int):
            yield [part]
        elif isinstance(part[0][0], float | int):
            yield part
        else:
            for inner in part:
                yield from within(inner)

    if feature["geometry"]:
        yield from within(feature["geometry"]["coordinates"])


def length(line: list[Position]) -> float:
    return sum(dist(a, b) for a, b in pairwise(line))


def shape(line: list[Position]) -> tuple[int, ...]:
    """The line's steps in 0.0001 degrees, wherever it lies."""
    (x, y), *rest = line
    return tuple(round(d * 10_000) for east, north in rest for d in (east - x, north - y))


def test_no_copy_has_the_shape_of_another_line(
    shipped: list[dict[str, Any]], copied: list[dict[str, Any]]
) -> None:
    def shapes(features: list[dict[str, Any]]) -> list[tuple[int, ...]]:
        return [shape(line) for f in features for line in lines(f) if len(line) > 1]

    old, new = shapes(shipped), shapes(copied[len(shipped) :])
    assert len(new) == (TIMES - 1) * len(old)
    assert len(set(new)) == len(new)
    assert not set(new) & set(old)


def test_copies_look_like_their_originals(
    shipped: list[dict[str, Any]], copied: list[dict[str, Any]]
) -> None:
    assert copied[: len(shipped)] == shipped
    assert len(copied) == TIMES * len(shipped)
    for i, new in enumerate(copied[len(shipped) :]):
        old = shipped[i % len(shipped)]
        assert (old["geometry"] is None) == (new["geometry"] is None)
        if old["geometry"] is None:
            continue
        assert new["geometry"]["type"] == old["geometry"]["type"]
        for was, now in zip(lines(old), lines(new), strict=True):
            assert len(now) == len(was)
            assert (now[0] == now[-1]) == (was[0] == was[-1])
            # Both ends of a line of two may stray apart, each by a diagonal.
            assert length(now) == pytest.approx(length(was), rel=2 * 2**0.5 * bigger.STRAY)
    whole = [sum(length(line) for f in some for line in lines(f)) for some in (shipped, copied)]
    assert whole[1] / TIMES == pytest.approx(whole[0], rel=0.002)


def test_copies_stay_in_the_bounds_of_the_originals_and_use_them(
    shipped: list[dict[str, Any]], copied: list[dict[str, Any]]
) -> None:
    for axis in (0, 1):
        old = [place[axis] for f in shipped for line in lines(f) for place in line]
        new = [place[axis] for f in copied for line in lines(f) for place in line]
        assert (min(new), max(new)) == (min(old), max(old))
    aside = []
    for i, new in enumerate(copied):
        was, now = (next(lines(f), None) for f in (shipped[i % len(shipped)], new))
        if was and now and len(was) == 1:
            aside += [n - w for n, w in zip(now[0], was[0], strict=True)]
    assert max(map(abs, aside)) <= bigger.ASIDE + 1e-5
    assert max(aside) > 0.9 * bigger.ASIDE
    assert min(aside) < -0.9 * bigger.ASIDE


def one(line: list[Position]) -> dict[str, Any]:
    """A feature of one line; alone it fills the bounds, so its copies have no room aside."""
    properties = {"id": "a", "name": "甲", "name_en": "A", "part_of": None}
    geometry = {"type": "LineString", "coordinates": line}
    return {"type": "Feature", "id": "a", "properties": properties, "geometry": geometry}


@given(
    st.lists(
        st.tuples(st.floats(100, 110), st.floats(25, 35)).map(list), min_size=2, max_size=12
    ).filter(lambda line: line[0] != line[-1])
)
def test_a_vertex_strays_by_a_share_of_the_way_to_its_nearer_neighbour(
    line: list[Position],
) -> None:
    _, new = bigger.copies([one(line)], 2)
    ways = [dist(a, b) for a, b in pairwise(line)]
    for i, (was, now) in enumerate(zip(line, new["geometry"]["coordinates"], strict=True)):
        stray = bigger.STRAY * min(ways[max(i - 1, 0) : i + 1])
        assert max(abs(n - w) for n, w in zip(now, was, strict=True)) <= stray + 1e-5
        for axis in (0, 1):
            low, *_, high = sorted(place[axis] for place in line)
            assert low - 1e-5 < now[axis] < high + 1e-5


def test_vertices_stray_to_every_side() -> None:
    line = [[100 + i / 10, 30 + (i % 7) / 10] for i in range(100)]
    _, new = bigger.copies([one(line)], 2)
    pairs = list(zip(line, new["geometry"]["coordinates"], strict=True))
    for axis in (0, 1):
        strays = [now[axis] - was[axis] for was, now in pairs[1:-1]]
        assert min(strays) < -0.001
        assert max(strays) > 0.001


def test_the_seed_makes_the_copies(shipped: list[dict[str, Any]]) -> None:
    untouched = copy.deepcopy(shipped)
    first = list(bigger.copies(shipped, 3))
    assert first == list(bigger.copies(shipped, 3, seed=bigger.SEED))
    assert first != list(bigger.copies(shipped, 3, seed=bigger.SEED + 1))
    assert shipped == untouched


def test_a_folder_of_copies_is_read_as_the_shipped_one_is(tmp_path: Path) -> None:
    atlas, more = data.load(), data.load(bigger.write(tmp_path, 3))
    assert len(more.projects) == len(more.by_id) == 3 * len(atlas.projects)
    for old in atlas.projects:
        assert more.by_id[old.id] == old
        for turn in (1, 2):
            new = more.by_id[f"{old.id}-{turn}"]
            assert (new.name, new.name_en) == (f"{old.name} {turn}", f"{old.name_en} {turn}")
            for rows, told in ((new.mentions, old.mentions), (new.events, old.events)):
                assert list(rows) == [replace(row, project_id=new.id) for row in told]
            assert new.county_km == old.county_km
            assert new.part_of == (old.part_of and f"{old.part_of}-{turn}")
    assert more.places == atlas.places


def test_once_is_the_shipped_data(tmp_path: Path) -> None:
    paths = bigger.write(tmp_path, 1)
    assert paths.geojson.read_bytes() == DEFAULT.geojson.read_bytes()
    assert paths.mentions.read_bytes() == DEFAULT.mentions.read_bytes()


def test_a_table_takes_the_old_ones_place(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"甲\n{START}\nold\n{END}\nrest\n", encoding="utf-8")
    assert docs.publish("| new |", page) == 0
    assert page.read_text("utf-8") == f"甲\n{START}\n| new |\n{END}\nrest\n"


@pytest.mark.parametrize(
    "text",
    [
        "no marks",
        f"{START} only",
        f"{END} {START}",
        f"{START} {START} {END}",
        f"{START} {END} {END}",
    ],
)
def test_a_page_without_its_marks_is_left_alone(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    assert docs.publish("| new |", page) == 2
    assert page.read_text("utf-8") == text
    printed = capsys.readouterr()
    # What took an hour to measure is not lost.
    assert printed.out == "| new |\n"
    assert printed.err.startswith("page.md: ")
    with pytest.raises(AtlasError, match=re.escape(START)):
        docs.insert_table(page, "| new |")


@pytest.mark.parametrize(
    "name", ["performance.md", "performance-export.md", "performance-reader.md"]
)
def test_each_page_has_a_place_for_its_table(name: str, tmp_path: Path) -> None:
    page = tmp_path / name
    page.write_bytes((ROOT / "docs" / name).read_bytes())
    docs.insert_table(page, "| new |")
    assert f"{START}\n| new |\n{END}" in page.read_text("utf-8")


def test_the_ratio_says_how_often_ours_fits_into_theirs() -> None:
    ours = export.Result(500_000, 0.5, 0.25, 0)
    theirs = export.Result(6_000_000, 1.25, 0.5, 3)
    rows = export.table("All", ours, theirs)
    assert rows[0] == "### All"
    assert "| size | 0.50 MB | 6.00 MB | 12.0 |" in rows
    assert "| making it from loaded data | 0.50 s | 1.25 s | 2.5 |" in rows
    assert "| opening it to drawn | 0.25 s | 0.50 s | 2.0 |" in rows
    assert "| requests with the network off | 0 | 3 | |" in rows


# Reading plans


def test_a_plan_text_is_of_the_size_asked_for_and_the_same_each_time() -> None:
    for size in (1, 1000, 50_000):
        text = prose.plan_text(size)
        without_the_last = text.rstrip("\n").rpartition("\n")[0]
        assert len(without_the_last.encode()) < size <= len(text.encode())
    assert prose.plan_text(5000) == prose.plan_text(5000, seed=prose.SEED)
    assert prose.plan_text(5000) != prose.plan_text(5000, seed=prose.SEED + 1)
    assert prose.plan_text(50_000).startswith(prose.plan_text(5000).rstrip("\n"))


def test_no_sentence_of_a_plan_text_stands_twice() -> None:
    lines = prose.plan_text(300_000).splitlines()
    said = [s for line in lines if line.endswith("。") for s in line.split("。")[:-1]]
    items = [s for s in said if s[0].isdigit()]
    sentences = [s for s in said if not s[0].isdigit()]
    assert len(sentences) > 2000
    assert len(set(sentences)) == len(sentences)
    # Items of lists are drawn, not kept apart: hardly any is alike another.
    assert len(set(items)) > 0.99 * len(items)


def test_a_plan_text_reads_like_a_plan() -> None:
    mentions = read_mentions(prose.plan_text(100_000), achievements=True)
    assert len(mentions) > 700
    assert len({m.name for m in mentions}) > 0.95 * len(mentions)
    assert {m.mode for m in mentions} >= {mode.value for mode in CORE_MODES}
    assert len({m.status for m in mentions}) >= 6
    assert {m.start_year for m in mentions} >= set(range(2026, 2035))


@pytest.mark.parametrize("power", [0.5, 1.0, 1.5, 2.0])
def test_growth_is_the_power_of_the_size(power: float) -> None:
    sizes = [0.25, 0.5, 1, 4]
    assert reading.growth(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)


def test_the_table_of_reading_has_a_row_a_size_and_the_growth() -> None:
    def read(size: int, power: float) -> reading.Reading:
        steps = dict.fromkeys(reading.STEPS, (size / 1000000.0) ** power)
        return reading.Reading(size, 1234, steps, 9.0, 99.6)

    head, _, first, second, last = reading.table([read(1_000_000, 2), read(2_000_000, 2)])
    assert head == (
        "| text | mentions | opening | finding | matching | proposing | locating | comparing "
        "| all | clock | memory |"
    )
    each = "1.00 s | " * 6
    assert first == f"| 1.00 MB | 1,234 | {each}6.00 s | 9.00 s | 100 MB |"
    each = "4.00 s | " * 6
    assert second == f"| 2.00 MB | 1,234 | {each}24.00 s | 9.00 s | 100 MB |"
    assert last.endswith("| 2.00 | 2.00 | 2.00 | 2.00 | 2.00 | 2.00 | 2.00 | | |")
    assert len(reading.table([read(1_000_000, 1)])) == 3


def test_a_text_is_read_step_by_step() -> None:
    found = reading.read_once(0.02)
    assert found.size >= 20_000
    assert found.mentions > 100
    assert list(found.steps) == list(reading.STEPS)
    assert all(seconds >= 0 for seconds in found.steps.values())
    assert found.seconds > 0
    assert 50 < found.memory < 2000


def test_a_page_has_more_than_one_table(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{START}\na\n{END}\n<!-- load -->\nb\n<!-- /load -->\n", encoding="utf-8")
    assert docs.publish("| new |", page, "load") == 0
    assert page.read_text("utf-8") == (
        f"{START}\na\n{END}\n<!-- load -->\n| new |\n<!-- /load -->\n"
    )


def test_packages_at_once_are_told_in_a_sentence() -> None:
    waited = load.Waiting(20, 60.4, 0.256, 165.2, 200, 170)
    assert waited.told(quiet=False) == (
        "20 packages at once: memory 165 MB before, 200 at most, 170 a minute after."
    )
    assert waited.told(quiet=True) == (
        "20 packages at once: memory 165 MB before, 200 at most, 170 a minute after; all there "
        "after 60 s, slowest health 0.26 s."
    )


def test_a_load_is_told_by_the_clock_on_a_quiet_machine_only() -> None:
    found = [load.Load("/", 10, 1.25, 0.125, 2.0, 0.5), load.Load("page=read", 25, 0.5, 1, 3, 0.75)]
    told = load.table(found, quiet=False)
    assert "| the map | 10 | 1.2 | 0.12 |\n| Read a plan | 25 | 0.5 | 1.00 |" in told
    assert "nothing by the clock is told" in told
    assert "| the map | 10 | 1.2 | 0.12 | 2.0 | 0.50 |" in load.table(found, quiet=True)
