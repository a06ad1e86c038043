"""The verdicts on promises: table by table, each bound from both sides."""

from __future__ import annotations

import pytest

from facts.evidence import signs
from facts.outcomes import expectations, judge
from facts.promises import Promise, promises, strength, without_year
from facts.timeline import Span, promised, spans
from registry.models import Event
from registry.outcome.vocab import PromiseKind, Strength, TimelineState, Verdict
from registry.vocab import Status
from tests.support.reported import everyone, fact, mention, project

V = Verdict
START, COMPLETE = PromiseKind.START, PromiseKind.COMPLETE
AS_OF = "2026-11-26"


@pytest.mark.parametrize(
    ("action", "year", "expected"),
    [
        ("加快推进…前期工作，力争2019年开工建设", 2019, Strength.STRIVE),
        ("加快推进…建设，确保2019年建成投运", 2019, Strength.ENSURE),
        ("推动…2018年底开工", 2018, Strength.PLAN),
        ("争取2019年开工建设…力争2023年建成投运", 2019, Strength.STRIVE),
        ("确保2019年开工…力争2023年建成", 2019, Strength.ENSURE),
        ("确保2019年开工…力争2023年建成", 2023, Strength.STRIVE),
        ("力争2019年开工…确保2023年建成", 2023, Strength.ENSURE),
        ("力争2019年开工…确保2023年建成", 2019, Strength.STRIVE),
        # A word said before counts again where it is said again, and not where it is said first.
        ("确保2019年开工…力争2021年建成…确保2023年通车", 2023, Strength.ENSURE),
        ("确保2019年开工…力争2021年建成…确保2023年通车", 2021, Strength.STRIVE),
        # A word that follows the year is not of it.
        ("2019年开工…力争2023年建成", 2019, Strength.PLAN),
        # Of a year that stands twice the first words count.
        ("力争2023年开工…确保2023年通车", 2023, Strength.STRIVE),
        ("力争尽快建成", 2023, Strength.STRIVE),
        (None, 2023, Strength.PLAN),
        ("", 2023, Strength.PLAN),
    ],
)
def test_how_firmly(action: str | None, year: int, expected: Strength) -> None:
    assert strength(action, year) is expected


def test_each_year_of_each_plan_is_a_promise() -> None:
    line = project(
        mentions=[
            mention("plan-b", complete=2023, start=2019, action="力争2023年建成"),
            mention("plan-a", start=2018, action="2018年开工"),
            mention("plan-b", clause="2", complete=2023),
            mention("plan-b", clause="3", complete=2024),
            mention("plan-c"),
        ]
    )
    made = promises(line, ["plan-a", "plan-b", "plan-c"])
    assert [(p.plan, p.kind, p.year, p.strength) for p in made] == [
        ("plan-a", START, 2018, Strength.PLAN),
        ("plan-b", START, 2019, Strength.STRIVE),
        ("plan-b", COMPLETE, 2023, Strength.STRIVE),
        ("plan-b", COMPLETE, 2024, Strength.PLAN),
    ]
    assert {p.project for p in made} == {"line"}


def test_of_a_plan_starts_come_first_wherever_they_stand_in_it() -> None:
    line = project(mentions=[mention(complete=2023), mention(clause="2", start=2019)])
    assert [p.kind for p in promises(line, ["plan-a"])] == [START, COMPLETE]


def test_a_plan_that_names_a_year_anywhere_promises_nothing_without_one() -> None:
    said = [
        mention("plan-a"),
        mention("plan-a", clause="2", start=2019),
        mention("plan-b", complete=2023),
        mention("plan-c"),
        mention("plan-c", clause="2"),
        mention("plan-d", status=Status.UNSPECIFIED),
        mention("plan-e", status=Status.UNSPECIFIED),
        mention("plan-e", clause="2", status=Status.RESEARCH),
    ]
    assert without_year(said) == ["plan-c", "plan-e"]
    assert without_year([]) == []


def status(date: str, state: str, section: str | None = None) -> Event:
    return fact("status", date, section, state=state)


@pytest.mark.parametrize(
    ("kind", "facts", "verdict", "months", "date"),
    [
        # Kept: in the year or before, known to the day or only the year.
        (START, [fact("start", "2020-12-31")], V.KEPT, None, "2020-12-31"),
        (START, [fact("start", "2020")], V.KEPT, None, "2020"),
        (START, [fact("start", "2017-03")], V.KEPT, None, "2017-03"),
        (START, [fact("start_section", "2020-05", "甲至乙")], V.KEPT, None, "2020-05"),
        (COMPLETE, [fact("open", "2020-12-26")], V.KEPT, None, "2020-12-26"),
        (COMPLETE, [fact("complete", "2019")], V.KEPT, None, "2019"),
        # Late: whole months, none where only the year is known.
        (START, [fact("start", "2021-01-01")], V.LATE, 1, "2021-01-01"),
        (START, [fact("start", "2021")], V.LATE, None, "2021"),
        (COMPLETE, [fact("open", "2021-06-28")], V.LATE, 6, "2021-06-28"),
        # The first works count, not the whole line's start after them.
        (
            START,
            [fact("start_section", "2022-09-30", "全线"), fact("start", "2021-12")],
            V.LATE,
            12,
            "2021-12",
        ),
        # A ceremony is no start, a section's opening no completion.
        (START, [fact("launch", "2019-09-29"), fact("start", "2021-02")], V.LATE, 2, "2021-02"),
        (
            COMPLETE,
            [fact("open_section", "2019-09", "甲至乙"), fact("open", "2021-03")],
            V.LATE,
            3,
            "2021-03",
        ),
        (COMPLETE, [fact("open", "2020-09", "甲至乙")], V.UNKNOWN, None, None),
        # Weak, disputed and older facts decide nothing.
        (COMPLETE, [fact("open", "2020", confidence="weak")], V.UNKNOWN, None, None),
        (COMPLETE, [fact("open", "2020", disputed=True)], V.UNKNOWN, None, None),
        (COMPLETE, [fact("open", "1952", before=True)], V.UNKNOWN, None, None),
        (START, [fact("start", "2019", before=True)], V.UNKNOWN, None, None),
        # By then it was so, whenever it came about.
        (START, [status("2019-05", "construction")], V.KEPT, None, None),
        (START, [status("2020", "construction")], V.KEPT, None, None),
        (START, [fact("open_section", "2020", "甲至乙")], V.KEPT, None, None),
        (COMPLETE, [status("2020-12", "open")], V.KEPT, None, None),
        (START, [status("2019", "construction"), fact("start", "2021")], V.KEPT, None, None),
        # Under way after the year: nobody says since when.
        (START, [status("2021-01", "construction")], V.UNKNOWN, None, None),
        (COMPLETE, [status("2022", "open")], V.UNKNOWN, None, None),
        # Missed: a source after the year says that it has not happened.
        (START, [status("2021-01", "preparation")], V.MISSED, None, None),
        (START, [status("2021-01", "planned")], V.MISSED, None, None),
        (START, [status("2020-12", "preparation")], V.UNKNOWN, None, None),
        (START, [status("2021", "preparation", "甲至乙")], V.UNKNOWN, None, None),
        (START, [fact("approval", "2021")], V.UNKNOWN, None, None),
        (START, [fact("launch", "2021")], V.UNKNOWN, None, None),
        (COMPLETE, [status("2021-01", "construction")], V.MISSED, None, None),
        (COMPLETE, [status("2021-01", "construction", "甲至乙")], V.MISSED, None, None),
        (COMPLETE, [status("2020-12", "construction")], V.UNKNOWN, None, None),
        (COMPLETE, [fact("start", "2021-03")], V.MISSED, None, None),
        (COMPLETE, [fact("open_section", "2021", "甲至乙")], V.MISSED, None, None),
        (COMPLETE, [fact("suspend", "2021")], V.MISSED, None, None),
        (COMPLETE, [fact("approval", "2021")], V.UNKNOWN, None, None),
        # An expected date beyond the year says so too, whenever it was written.
        (
            COMPLETE,
            [fact("expected_open", "2021", published="2019-01")],
            V.MISSED,
            None,
            None,
        ),
        (COMPLETE, [fact("expected_open", "2020-12")], V.UNKNOWN, None, None),
        (COMPLETE, [fact("expected_open", "2021", confidence="weak")], V.UNKNOWN, None, None),
        (START, [fact("expected_open", "2021")], V.UNKNOWN, None, None),
        # Not by the year, but later, nobody says when.
        (COMPLETE, [status("2021", "construction"), status("2023", "open")], V.LATE, None, None),
        # Nothing at all.
        (START, [], V.UNKNOWN, None, None),
        (START, [fact("none_found", "2026-11-26")], V.UNKNOWN, None, None),
    ],
)
def test_a_promise_for_2020(
    kind: PromiseKind, facts: list[Event], verdict: Verdict, months: int | None, date: str | None
) -> None:
    made = Promise("plan-a", "line", kind, 2020, Strength.PLAN)
    found = judge(made, signs(project(*facts)), expectations(facts), AS_OF)
    assert (found.verdict, found.months_late) == (verdict, months)
    assert (found.happened.date if found.happened else None) == date
    assert bool(found.facts) is (verdict in (V.KEPT, V.LATE, V.MISSED) or found.by_then is not None)


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2020-12-31", V.DUE),
        ("2021-01-01", V.MISSED),
        ("2019", V.DUE),
    ],
)
def test_due_until_the_year_is_over(as_of: str, verdict: Verdict) -> None:
    made = Promise("plan-a", "line", COMPLETE, 2020, Strength.PLAN)
    later = [fact("expected_open", "2022")]
    assert judge(made, [], later, as_of).verdict is verdict


def test_what_has_happened_is_not_due() -> None:
    made = Promise("plan-a", "line", COMPLETE, 2030, Strength.PLAN)
    assert judge(made, signs(project(fact("open", "2025"))), [], AS_OF).verdict is V.KEPT


def test_a_start_of_a_part_starts_the_whole_and_not_the_other_way() -> None:
    whole = project(fact("start", "2019-12"), ident="whole")
    part = project(fact("start", "2017-12-12"), ident="part", part_of="whole")
    made = Promise("plan-a", "whole", START, 2018, Strength.PLAN)
    assert judge(made, signs(whole, [part]), [], AS_OF).verdict is V.KEPT
    assert judge(made, signs(part), [], AS_OF).verdict is V.KEPT
    assert judge(made, signs(whole), [], AS_OF).months_late == 12
    opened = project(fact("open", "2018"), ident="part", part_of="whole")
    whole_made = Promise("plan-a", "whole", COMPLETE, 2018, Strength.PLAN)
    assert judge(whole_made, signs(whole, [opened]), [], AS_OF).verdict is V.MISSED


T = TimelineState


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], []),
        ([status("2020", "planned")], []),
        ([fact("start", "2020-12")], [Span(T.CONSTRUCTION, 2020, None)]),
        (
            [
                fact("approval", "2018"),
                fact("start", "2019-12"),
                fact("open_section", "2024-09-29", "甲至乙"),
                fact("open", "2026-01"),
            ],
            [
                Span(T.CONSTRUCTION, 2019, 2023),
                Span(T.PARTLY_OPEN, 2024, 2025),
                Span(T.OPEN, 2026, None),
            ],
        ),
        (
            [fact("start", "2019"), fact("suspend", "2021"), status("2023", "construction")],
            [Span(T.CONSTRUCTION, 2019, 2020), Span(T.CONSTRUCTION, 2023, None)],
        ),
        ([fact("start", "2019-01"), fact("open", "2019-12-31")], [Span(T.OPEN, 2019, None)]),
    ],
)
def test_the_state_at_the_end_of_each_year(facts: list[Event], expected: list[Span]) -> None:
    assert spans(signs(project(*facts)), AS_OF) == expected


@pytest.mark.parametrize(
    ("year", "plan_year", "facts", "expected"),
    [
        (2020, 2018, [], Span(T.PROMISED, 2020, None)),
        # Not before a plan says so.
        (2016, 2018, [], Span(T.PROMISED, 2018, None)),
        (2020, 2018, [fact("open", "2023-05")], Span(T.PROMISED, 2020, 2022)),
        (2020, 2018, [fact("open", "2021-05")], Span(T.PROMISED, 2020, 2020)),
        (2020, 2018, [fact("open", "2020-05")], None),
        (2020, 2018, [fact("open", "2019")], None),
        # Only a report that it is open ends it, no opening is dated.
        (
            2020,
            2018,
            [status("2021-12-31", "construction"), status("2022-03", "open")],
            Span(T.PROMISED, 2020, 2021),
        ),
        # Seen unfinished during a year it is known for the years before alone; after that nobody
        # says, until it is told to be open.
        (
            2020,
            2018,
            [status("2022-12-30", "construction"), status("2025-03", "open")],
            Span(T.PROMISED, 2020, 2021),
        ),
        (
            2020,
            2018,
            [status("2022-10-31", "construction"), status("2025-03", "open")],
            Span(T.PROMISED, 2020, 2021),
        ),
        (
            2020,
            2018,
            [
                status("2021-06", "construction"),
                status("2023-06", "construction"),
                status("2025-03", "open"),
            ],
            Span(T.PROMISED, 2020, 2022),
        ),
        (
            2020,
            2018,
            [status("2021", "construction"), status("2025-03", "open")],
            Span(T.PROMISED, 2020, 2020),
        ),
        # Nobody says that it had not happened.
        (2020, 2018, [status("2024-03", "open")], None),
        (2020, 2018, [status("2020-06", "construction"), status("2024-03", "open")], None),
        # A report of a work that goes on after one that tells it open does not undo that.
        (
            2020,
            2018,
            [status("2022-06", "open"), status("2024-06", "construction")],
            Span(T.PROMISED, 2020, 2021),
        ),
        # Nothing says that it has happened.
        (2020, 2018, [status("2022-06", "construction")], Span(T.PROMISED, 2020, None)),
        (2026, 2018, [], Span(T.PROMISED, 2026, None)),
        (2027, 2018, [], None),
    ],
)
def test_years_in_which_a_promise_stands_unmet(
    year: int, plan_year: int, facts: list[Event], expected: Span | None
) -> None:
    made = Promise("plan-a", "line", COMPLETE, year, Strength.PLAN)
    outcome = judge(made, signs(project(*facts)), [], AS_OF)
    assert promised([outcome], {"plan-a": plan_year}, AS_OF) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("expected", "span"),
    [
        ("2023-12-31", Span(T.PROMISED, 2020, 2022)),
        ("2023", Span(T.PROMISED, 2020, 2022)),
        ("2021-06", Span(T.PROMISED, 2020, 2020)),
        # Reported open in 2025: an expectation beyond says nothing of that year.
        ("2027", Span(T.PROMISED, 2020, 2024)),
    ],
)
def test_an_expected_opening_denies_the_years_before_it(expected: str, span: Span) -> None:
    made = Promise("plan-a", "line", COMPLETE, 2020, Strength.PLAN)
    awaited = [fact("expected_open", expected)]
    outcome = judge(made, signs(project(status("2025-03", "open"))), awaited, AS_OF)
    assert promised([outcome], {"plan-a": 2018}, AS_OF) == [span]


def test_the_first_and_the_last_that_say_it_had_not_happened() -> None:
    made = Promise("plan-a", "line", COMPLETE, 2020, Strength.PLAN)
    seen = [status(day, "construction") for day in ("2020-06", "2021-06", "2022-06", "2023-06")]
    outcome = judge(made, signs(project(*seen)), [], AS_OF)
    assert (outcome.not_yet, outcome.last_not_yet) == (seen[1], seen[3])


def test_no_promise_stands_between_two() -> None:
    # The start of 2018 came in 2020; the completion was promised for 2023 and came in 2025.
    facts = signs(project(fact("start", "2020-12"), fact("open", "2025-03")))
    judged = [
        judge(Promise("plan-a", "line", kind, year, Strength.PLAN), facts, [], AS_OF)
        for kind, year in ((START, 2018), (COMPLETE, 2023))
    ]
    assert promised(judged, {"plan-a": 2018}, AS_OF) == [
        Span(T.PROMISED, 2018, 2019),
        Span(T.PROMISED, 2023, 2024),
    ]
    # One that is over and one that still stands.
    judged[1] = judge(Promise("plan-a", "line", COMPLETE, 2023, Strength.PLAN), [], [], AS_OF)
    assert promised(judged, {"plan-a": 2018}, AS_OF) == [
        Span(T.PROMISED, 2018, 2019),
        Span(T.PROMISED, 2023, None),
    ]


def test_one_that_still_stands_stands_on_whatever_is_promised_beside_it() -> None:
    judged = [
        judge(Promise("plan-a", "line", kind, year, Strength.PLAN), [], [], AS_OF)
        for kind, year in ((START, 2018), (COMPLETE, 2030))
    ]
    for both in (judged, judged[::-1]):
        assert promised(both, {"plan-a": 2018}, AS_OF) == [Span(T.PROMISED, 2018, None)]


def test_no_promise_no_span() -> None:
    assert promised([], {}, AS_OF) == []
    assert everyone(project())["line"].since == []
