"""What a filter means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.membership import regions_of
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.geometry import Precision
from registry.land.touching import Share
from registry.outcome.vocab import CurrentStatus, Verdict
from registry.vocab import FindingKind, Mode, Status

EVERY = Filter.everything()


def ids(atlas: Atlas, **chosen: object) -> list[str]:
    base: dict[str, object] = {"modes": frozenset()}
    return filters.apply(atlas, Filter(**{**base, **chosen})).ids  # type: ignore[arg-type]


def test_default_shows_the_core_modes(small: Atlas) -> None:
    assert "fifth-port" not in filters.apply(small, Filter()).ids
    assert len(filters.apply(small, EVERY)) == 6


def test_status_is_that_of_the_newest_selected_plan(small: Atlas) -> None:
    both = filters.apply(small, EVERY)
    assert both.statuses["first-line"] is Status.PREPARATION
    old = filters.apply(small, Filter(plans=frozenset({"old-2018"})))
    assert old.statuses["first-line"] is Status.CONSTRUCTION
    assert ids(small, statuses=frozenset({Status.CONSTRUCTION})) == []
    assert ids(small, plans=frozenset({"old-2018"}), statuses=frozenset({Status.CONSTRUCTION})) == [
        "first-line"
    ]


def test_any_selected_plan_keeps_a_project(small: Atlas) -> None:
    chosen = frozenset({"old-2018", "mid-2020"})
    assert ids(small, plans=chosen) == ["first-line", "second-road", "fourth-gas"]


def test_region_and_mode(small: Atlas) -> None:
    assert ids(small, regions=frozenset({"east"})) == ["first-line", "third-river", "fifth-port"]
    assert ids(small, modes=frozenset({Mode.PORT})) == ["fifth-port"]


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        ({"open"}, ["second-road"]),
        ({"open", "partly_open"}, ["first-line", "second-road"]),
        ({"unknown"}, 4),
        ({"suspended"}, []),
        (set(), 6),
    ],
)
def test_how_far_it_is_by_facts(small: Atlas, codes: set[str], found: list[str] | int) -> None:
    left = ids(small, currents=frozenset(map(CurrentStatus, codes)))
    assert len(left) == found if isinstance(found, int) else left == found
    # Whatever the plans say, and in whichever of them.
    old = ids(small, currents=frozenset(map(CurrentStatus, codes)), plans=frozenset({"old-2018"}))
    assert set(old) == set(ids(small, plans=frozenset({"old-2018"}))) & set(left)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        ({"late"}, ["first-line", "fifth-port"]),
        ({"kept", "missed"}, ["third-river", "fourth-gas"]),
        ({"due"}, []),
        (set(), 6),
    ],
)
def test_any_verdict_keeps_a_project(small: Atlas, codes: set[str], found: list[str] | int) -> None:
    left = ids(small, verdicts=frozenset(map(Verdict, codes)))
    assert len(left) == found if isinstance(found, int) else left == found


def test_what_has_no_place_is_chosen_by_how_places_were_found(small: Atlas) -> None:
    nowhere = ids(small, precisions=frozenset({Precision.NONE}))
    assert nowhere == ["sixth-nowhere"]
    assert not any(small.by_id[key].geometry for key in nowhere)
    sure = ids(small, precisions=frozenset({Precision.WAYPOINTS}))
    assert len(sure) == 5
    assert all(small.by_id[key].geometry for key in sure)
    assert ids(small, precisions=frozenset(Precision)) == ids(small)
    shown = filters.apply(small, Filter.everything())
    assert filters.counts(small, shown)["precision"] == {"none": 1, "waypoints": 5}


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ({"back"}, ["first-line"]),
        ({"complete_slip"}, ["first-line", "fourth-gas"]),
        ({"forward", "back"}, ["first-line"]),
        ({"forward"}, []),
        (set(), 6),
    ],
)
def test_findings(small: Atlas, kinds: set[str], found: list[str] | int) -> None:
    left = ids(small, findings=frozenset(map(FindingKind, kinds)))
    assert len(left) == found if isinstance(found, int) else left == found


def test_findings_are_of_the_whole_history_whatever_plans_are_selected(small: Atlas) -> None:
    back = frozenset({FindingKind.BACK})
    assert ids(small, findings=back, plans=frozenset({"old-2018"})) == ["first-line"]
    assert ids(small, findings=back, plans=frozenset({"new-2023"})) == []


@pytest.mark.parametrize(
    ("years", "plans", "found"),
    [
        ({2020}, set(), ["first-line", "fourth-gas"]),
        ({2022}, set(), ["first-line", "second-road"]),
        # Those of the selected plans only: another plan's year is not asked for.
        ({2020}, {"old-2018"}, ["first-line", "fourth-gas"]),
        ({2020}, {"mid-2020"}, []),
        ({2022}, {"old-2018", "mid-2020"}, ["first-line", "second-road"]),
        ({2019}, set(), []),
    ],
)
def test_years(small: Atlas, years: set[int], plans: set[str], found: list[str]) -> None:
    assert ids(small, years=frozenset(years), plans=frozenset(plans)) == found


def test_no_year_is_one_to_choose(small: Atlas) -> None:
    line, *others = small.projects
    old, mid = line.mentions
    idle = replace(line, mentions=(replace(old, complete_year=None), mid))
    atlas = replace(small, projects=(idle, *others))
    none = frozenset({filters.NO_YEAR})
    assert ids(atlas, years=none) == []
    assert ids(atlas, years=none, plans=frozenset({"old-2018"})) == ["first-line"]
    begun = replace(line, mentions=(replace(old, start_year=2017), mid))
    atlas = replace(small, projects=(begun, *others))
    assert ids(atlas, years=frozenset({2017})) == ["first-line"]


@pytest.mark.parametrize(
    ("adcode", "prefix"),
    [("510100", "5101"), ("500000", "50"), ("510101", "510101"), ("511000", "5110")],
)
def test_the_counties_of_a_place_begin_alike(adcode: str, prefix: str) -> None:
    assert filters.place_prefix(adcode) == prefix


def test_places(small: Atlas) -> None:
    line, road, *others = small.projects
    west = replace(line, shares=(Share("510101", 40.0, False),))
    east = replace(road, shares=(Share("500103", 40.0, False),))
    bare = [replace(other, shares=()) for other in others]
    atlas = replace(small, projects=(west, east, *bare))
    for places, found in (
        ({"510101"}, ["first-line"]),
        ({"510102"}, []),
        ({"510100"}, ["first-line"]),
        ({"510200"}, []),
        ({"500000"}, ["second-road"]),
        ({"510100", "500103"}, ["first-line", "second-road"]),
    ):
        assert ids(atlas, places=frozenset(places)) == found, places


@pytest.mark.parametrize(
    ("shares", "county", "prefecture"),
    [
        # A line: one kilometre, or a stop; of a prefecture all its counties count together.
        ([Share("510101", 1.0, False), Share("500103", 9.0, False)], True, True),
        ([Share("510101", 0.99, False), Share("500103", 9.0, False)], False, False),
        ([Share("510101", 0.6, False), Share("510102", 0.4, False)], False, True),
        ([Share("510101", 0.6, False), Share("510102", 0.39, False)], False, False),
        ([Share("510101", 0.0, True), Share("500103", 9.0, False)], True, True),
        ([Share("510101", 0.0, False), Share("500103", 9.0, False)], False, False),
        # A point or an area: it is there.
        ([Share("510101", 0.0, False)], True, True),
        ([Share("500103", 0.0, True)], False, False),
        ([], False, False),
    ],
)
def test_a_place_is_touched_by_the_rule_of_regions(
    small: Atlas, shares: list[Share], county: bool, prefecture: bool
) -> None:
    project = replace(small.by_id["first-line"], shares=tuple(shares))
    found = [filters.touches_place(project, code) for code in ("510101", "510100")]
    assert found == [county, prefecture]
    assert regions_of(
        shares,
        linear=any(share.length_km for share in shares),
        region_counties={"one": {"510101"}, "all": {"510101", "510102"}},
    ) == [name for name, there in (("one", county), ("all", prefecture)) if there]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("甲乙", ["first-line", "second-road"]),
        ("甲乙 铁路", ["first-line"]),
        ("full宽", ["first-line"]),
        ("THE SECOND", ["second-road"]),
        ("third-river", ["third-river"]),
        ("  ", 6),
        ("没有", []),
    ],
)
def test_search(small: Atlas, query: str, found: list[str] | int) -> None:
    left = ids(small, query=query)
    assert len(left) == found if isinstance(found, int) else left == found


def test_counts(small: Atlas) -> None:
    found = filters.counts(small, filters.apply(small, EVERY))
    assert found["mode"]["rail"] == 2
    assert found["status"]["operation"] == 1
    assert found["region"] == {"west": 2, "east": 3}
    assert found["plan"]["new-2023"] == 4
    assert found["finding"] == {"back": 1, "complete_slip": 2}
    assert found["current"] == {"unknown": 4, "partly_open": 1, "open": 1}
    assert found["verdict"] == {"late": 2, "missed": 1, "kept": 1, "unknown": 1}
