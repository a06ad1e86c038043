"""Two years compared: the rule, what is compared with what, and the table."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import replace

import pytest

from facts.timeline import Span
from facts.years import between, state_in
from layers.address_reader import from_query
from layers.publish.downloads import CHANGES_IN_YEARS, changes_csv
from layers.records import data
from layers.records.model import Atlas
from layers.records.model import Span as Held
from layers.selection.comparison import Comparing, compare, plans_of, years_of
from layers.selection.filters import Filter
from layers.selection.years import known_years
from registry.outcome.vocab import TimelineState as S
from registry.paths import DEFAULT

EVERY = Filter.everything()


@pytest.mark.parametrize(
    ("year", "state"),
    [
        *((2017, None), (2018, S.PROMISED), (2019, S.CONSTRUCTION), (2020, S.CONSTRUCTION)),
        *((2021, S.PROMISED), (2022, None), (2023, S.OPEN), (2090, S.OPEN)),
    ],
)
def test_facts_go_before_a_promise_and_hold_in_both_end_years(year: int, state: S | None) -> None:
    held = [
        Span(S.CONSTRUCTION, 2019, 2020),
        Span(S.OPEN, 2023, None),
        Span(S.PROMISED, 2018, 2021),
    ]
    assert state_in(held, year) is state
    assert state_in([], year) is None


def test_facts_alone_move_a_project_between_two_years() -> None:
    order = [(None, S.PROMISED), (S.CONSTRUCTION,), (S.PARTLY_OPEN,), (S.OPEN,)]
    far = {state: place for place, states in enumerate(order) for state in states}
    assert set(far) == {None, *S}
    for a, b in itertools.product(far, repeat=2):
        found = between(a, b)
        if a is None and b is None:
            assert found is None
        elif far[a] == far[b]:
            assert found == "same"
        else:
            assert found == ("forward" if far[a] < far[b] else "back")


def test_a_year_stands_against_a_year(small: Atlas) -> None:
    years = known_years(small)
    first, last = years[0], years[-1]

    def pair(start: str, end: str = "") -> tuple[int, int] | None:
        return years_of(small, Comparing(start, end))

    assert pair("2022", "2020") == pair("2020", "2022") == (2020, 2022)
    assert pair("2020") == pair("2020", "new-2023") == (2020, last)
    assert pair("earlier", "2021") == pair("all", "2021") == (first, 2021)
    assert pair("earlier", "new-2023") is pair("old-2018", "mid-2020") is None
    # No plan is left out of what is told of years.
    assert plans_of(small, Comparing("2020", "2022")) == [plan.id for plan in small.plans]
    unknown = replace(small, projects=(), as_of="")
    assert years_of(unknown, Comparing("2020", "2022")) is None


def test_what_became_of_projects_between_two_years(small: Atlas) -> None:
    spans = {
        "built": (Held(S.CONSTRUCTION, 2019, 2021), Held(S.OPEN, 2022, None)),
        "due": (Held(S.PROMISED, 2022, None),),
        "shut": (Held(S.OPEN, 2019, 2020), Held(S.CONSTRUCTION, 2021, None)),
        "none": (),
    }
    projects = tuple(
        replace(small.projects[0], id=key, name=f"=线{key}", spans=held)
        for key, held in spans.items()
    )
    told = replace(small, projects=projects, by_id={p.id: p for p in projects})
    found = compare(told, EVERY, Comparing("2022", "2020"))
    assert [(r.project.id, r.kind, r.start, r.end, r.before, r.after) for r in found] == [
        ("built", "forward", "2020", "2022", "construction", "open"),
        ("shut", "back", "2020", "2022", "open", "construction"),
        ("due", "same", "2020", "2022", None, "promised"),
    ]
    assert found[0].words == (
        "前进：2020 年底“在建”，2022 年底“已开通”。",
        "Forward: “Under construction” at the end of 2020, “Open” at the end of 2022.",
    )
    assert "没有事实" in found[2].words[0]
    rows = list(csv.reader(io.StringIO(changes_csv(found, "zh", years=True)[1:], newline="")))
    assert tuple(rows[0]) == CHANGES_IN_YEARS
    assert rows[0][3:7] == ["year_from", "year_to", "status_from", "status_to"]
    assert rows[1][:8] == [
        *("built", "'=线built", "rail", "2020", "2022", "construction", "open", "forward"),
    ]


def test_the_real_years_add_up() -> None:
    atlas = data.load(DEFAULT)
    asked = from_query("?tab=compare&from=2020&to=2025&mode=all", atlas)
    found = compare(atlas, asked.chosen, asked.comparing)
    for year, side in ((2020, "before"), (2025, "after")):
        there = sum(state_in(p.spans, year) is not None for p in atlas.projects)
        assert there == sum(getattr(row, side) is not None for row in found)
    assert {row.kind for row in found} >= {"forward", "same"}
