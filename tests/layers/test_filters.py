"""What a filter means."""

from __future__ import annotations

import pytest

from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.errors import AtlasError
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


def test_unknown_names_are_refused(small: Atlas) -> None:
    with pytest.raises(AtlasError, match="there is no plan 'nope'; there are old-2018"):
        filters.check(small, Filter(plans=frozenset({"nope"})))
    with pytest.raises(AtlasError, match="there is no region"):
        filters.check(small, Filter(regions=frozenset({"nope"})))
    filters.check(small, Filter(plans=frozenset({"old-2018"}), regions=frozenset({"west"})))
