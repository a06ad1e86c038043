"""What the columns of the built files say of a project that is made up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from shapely import LineString, Point, box

from building.build import properties
from building.outcomes import assess, outcome_rows, span_rows
from building.projects import Built, counted
from building.releases import vanished
from facts.outcomes import Outcome, judge
from facts.promises import Promise
from facts.steps import Finding
from geo.geocode import Located
from geo.membership import Share
from registry.geometry import Method, Precision
from registry.load import Registry, load_registry
from registry.models import FactsRules, Mention, Plan, Project
from registry.outcome.vocab import PromiseKind, Strength, Verdict
from registry.paths import Paths
from registry.vocab import FindingKind, Mode, Status
from tests.support.reported import everyone, fact, mention, project

PLANS = ("plan-a", "plan-b", "plan-c")
NOWHERE = Located(None, Precision.NONE, Method.NONE, "", None)


def registry(*projects: Project) -> Registry:
    plans = {
        key: Plan(
            id=key,
            title=key,
            title_en=key,
            short=key,
            short_en=key,
            issuer="某府",
            date=str(2018 + 2 * number),
            text="x.md",
            text_note="x",
        )
        for number, key in enumerate(PLANS)
    }
    return Registry(plans, {}, everyone(*projects), FactsRules(facts_as_of="2026-11-26"))


def columns(mentions: list[Mention], built: Sequence[Share] = ()) -> dict[str, object]:
    one = project(mentions=mentions)
    known = registry(one)
    made = Built(one, NOWHERE, list(built), ["r", "s"], [])
    where = {"510101": "510100", "510203": "510200", "510102": "510100"}
    return properties(made, known, where, assess(known)["line"])


@pytest.mark.parametrize(
    ("told", "status", "plan"),
    [
        # The newest plan that says so, not the first.
        (["construction", "construction"], "construction", "plan-b"),
        (["construction", "research", "construction"], "construction", "plan-c"),
        (["construction", None, "unspecified"], "construction", "plan-a"),
        (["unspecified", "unspecified"], "unspecified", "plan-b"),
    ],
)
def test_the_status_and_the_plan_that_says_it(
    told: list[str | None], status: str, plan: str
) -> None:
    found = columns(
        [mention(PLANS[i], status=Status(s)) for i, s in enumerate(told) if s is not None]
    )
    assert (found["status"], found["status_plan"]) == (status, plan)
    assert [found[f"status_{key.replace('-', '_')}"] for key in PLANS] == [
        *told,
        *[None] * (3 - len(told)),
    ]
    assert found["n_plans"] == sum(s is not None for s in told)


def test_the_years_are_the_last_that_are_promised() -> None:
    found = columns(
        [
            # As the file has them, which is no order.
            mention("plan-b", start=2022, clause="2"),
            mention("plan-a", start=2019, complete=2025),
            mention("plan-b", start=2023, clause="3"),
            mention("plan-c"),
        ]
    )
    assert (found["start_year"], found["complete_year"]) == (2023, 2025)
    assert (found["plans"], found["n_mentions"]) == ("plan-a;plan-b;plan-c", 4)


def test_lists_are_joined_each_value_once() -> None:
    parts = [Share("510101", 1, True), Share("510102", 2, False), Share("510203", 3, False)]
    found = columns([mention()], parts)
    assert found["counties"] == "510101;510102;510203"
    assert found["prefectures"] == "510100;510200"
    assert found["regions"] == "r;s"
    assert found["stop_refs"] is None


def row(outcome: Outcome) -> dict[str, object]:
    one = project()
    made = assess(registry(one))["line"]
    return outcome_rows({"line": type(made)(made.current, [outcome], [], made.sentence)}, PLANS)[0]


def test_a_verdict_s_section_is_that_of_the_fact_that_decides_it() -> None:
    from facts.evidence import signs

    promise = Promise("plan-a", "line", PromiseKind.START, 2019, Strength.PLAN)
    one = project(
        fact("start_section", "2021-03", "甲至乙"),
        fact("start", "2022"),
        fact("status", "2020-05", state="preparation"),
    )
    late = judge(promise, signs(one), [], "2026-11-26")
    found = row(late)
    assert (late.verdict, found["section"], found["happened_on"]) == (
        Verdict.LATE,
        "甲至乙",
        "2021-03",
    )
    # It had happened by the one and had not at the other: the first of them decides.
    then, yet = fact("open_section", "2022", "丙至丁"), fact("status", "2020", state="planned")
    both = row(Outcome(promise, Verdict.LATE, by_then=then, not_yet=yet))
    assert (both["section"], both["happened_on"]) == ("丙至丁", None)
    assert str(both["sources"]).split(";") == ["某报"]
    assert row(Outcome(promise, Verdict.DUE))["section"] is None


def test_outcomes_come_by_plan_and_spans_by_project() -> None:
    one = project(
        fact("start", "2019"),
        mentions=[mention("plan-b", complete=2030), mention("plan-a", start=2019)],
    )
    other = project(ident="other", mentions=[mention("plan-a", complete=2020)])
    known = registry(one, other)
    made = assess(known)
    assert [(r["plan_id"], r["project_id"]) for r in outcome_rows(made, PLANS)] == [
        ("plan-a", "line"),
        ("plan-a", "other"),
        ("plan-b", "line"),
    ]
    assert [(r["project_id"], r["state"], r["first_year"]) for r in span_rows(made)] == [
        ("line", "construction", 2019),
        ("other", "promised", 2020),
    ]


def test_what_has_no_line_belongs_to_a_region_by_its_presence() -> None:
    shipped = load_registry()
    known = Registry(shipped.plans, shipped.regions, {}, shipped.facts)
    one = project(mentions=[mention(next(iter(shipped.plans)))])
    known.projects["line"] = one
    for shape in (Point(104.06, 30.66), box(104, 30.6, 104.1, 30.7)):
        where = Located(shape, Precision.PLACE, Method.SITES, "", 1000)
        (found,) = counted(known, lambda _, at=where: at)  # type: ignore[misc]
        assert found.shares
        assert found.regions
    lines = [LineString([(104, 30.6), (104.1, 30.7)]), LineString([(104, 30.6), (104.001, 30.6)])]
    for line, there in zip(lines, (True, False), strict=True):
        drawn = Located(line, Precision.ENDPOINTS, Method.STOPS, "", 1000)
        (found,) = counted(known, lambda _, at=drawn: at)  # type: ignore[misc]
        assert bool(found.regions) == there


@pytest.mark.parametrize(
    ("retired", "says"),
    [
        ("", ""),
        ("{id: gone, name: x, date: '2026', reason: x}", ""),
        ("{id: gone, name: x, date: '2026', reason: x, successor: yukun-hsr}", ""),
        ("{id: gone, name: x, date: '2026', reason: x, successor: nope}", "no project 'nope'"),
        ("{id: yukun-hsr, name: x, date: '2026', reason: x}", "must not be used again"),
    ],
)
def test_what_is_retired_is_gone_and_what_follows_it_is_there(
    retired: str, says: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = Paths(tmp_path_factory.mktemp("retired") / "data")
    paths.data.mkdir()
    paths.retired.write_text(f"retired: [{retired}]\n", encoding="utf-8")
    paths.released.write_text("# ids\n", encoding="utf-8")
    told = [problem.en for problem in vanished(load_registry(), paths)]
    assert len(told) == bool(says)
    assert all(says in text for text in told if says)


def test_projects_come_by_mode_then_by_id() -> None:
    order = [("b", Mode.RAIL), ("d", Mode.AIRPORT), ("c", Mode.HIGHWAY), ("a", Mode.HIGHWAY)]
    made = [project(ident=ident).model_copy(update={"mode": mode}) for ident, mode in order]
    found = counted(registry(*made), lambda _: NOWHERE)
    assert [one.project.id for one in found] == ["b", "a", "c", "d"]


def test_findings_are_named_once_in_the_order_of_the_vocabulary() -> None:
    kinds = [FindingKind.COMPLETE_SLIP, FindingKind.FORWARD, FindingKind.COMPLETE_SLIP]
    told = [Finding(kind, "plan-a", "plan-b", "a", "b") for kind in kinds]
    one = project(mentions=[mention()])
    known = registry(one)
    made = properties(Built(one, NOWHERE, [], [], told), known, {}, assess(known)["line"])
    assert made["findings"] == "forward;complete_slip"
    none = properties(Built(one, NOWHERE, [], [], []), known, {}, assess(known)["line"])
    assert none["findings"] == ""
