"""The rows of the built tables, of projects that are made up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from shapely import LineString, box

from building.build import (
    _event_rows,
    _finding_rows,
    _mention_rows,
    _share_rows,
    built_texts,
    changed,
)
from building.outcomes import assess, current_columns
from building.projects import Built, ordered_mentions
from building.schema import schema_files
from facts.outcomes import Outcome, judge
from facts.promises import Promise
from facts.steps import findings
from geo.geocode import Located
from geo.legs.drawing import Leg
from geo.membership import Share
from registry.columns import BANDS, COUNTY_LENGTHS, FINDINGS_TABLE, MENTIONS, names
from registry.files.together import FileChange
from registry.geometry import Basis, Method, Pool, Precision
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.outcome.vocab import PromiseKind, Strength, Verdict
from registry.paths import DEFAULT, Paths
from registry.tables import BandRow
from registry.vocab import Mode, Status
from tests.building.test_columns import NOWHERE, PLANS, registry
from tests.support.reported import fact, mention, project


def test_mentions_come_by_plan_then_by_project_as_each_file_has_them() -> None:
    one = project(
        mentions=[
            mention("plan-b", clause="2", complete=2025),
            mention("plan-a", clause="1"),
            mention("plan-b", clause="1"),
        ]
    )
    other = project(ident="other", mentions=[mention("plan-a", clause="7")])
    known = registry(one, other)
    assert [(m.plan, m.clause) for m in ordered_mentions(one, PLANS)] == [
        ("plan-a", "1"),
        ("plan-b", "2"),
        ("plan-b", "1"),
    ]
    rows = list(_mention_rows([Built(p, NOWHERE, [], [], []) for p in (one, other)], known))
    assert [(row["plan_id"], row["project_id"], row["clause"]) for row in rows] == [
        ("plan-a", "line", "1"),
        ("plan-a", "other", "7"),
        ("plan-b", "line", "2"),
        ("plan-b", "line", "1"),
    ]
    assert (rows[2]["complete_year"], rows[2]["mode"], rows[2]["name"]) == (2025, "rail", "line")
    assert "plan" not in rows[0]


def test_facts_and_findings_come_by_project() -> None:
    one = project(
        fact("start", "2019"),
        fact("open", "2021"),
        mentions=[mention("plan-a", status=Status.RESEARCH), mention("plan-b", start=2020)],
    )
    found = findings(PLANS, one.mentions)
    made = [Built(one, NOWHERE, [], [], found)]
    events = list(_event_rows(made))
    assert [(row["project_id"], row["event"], row["date"]) for row in events] == [
        ("line", "start", "2019"),
        ("line", "open", "2021"),
    ]
    [row] = _finding_rows(made, registry(one))
    assert (row["project_id"], row["kind"], row["plan_from"], row["plan_to"]) == (
        *("line", "forward", "plan-a", "plan-b"),
    )
    assert "plan-a" in str(row["words_zh"])
    assert "Construction" in str(row["words_en"])


def test_a_share_is_kilometres_to_the_hundredth_and_whether_a_stop_is_there() -> None:
    shares = [Share("510101", 12.345678, True), Share("510102", 0.0, False)]
    rows = list(
        _share_rows(
            [Built(project(), NOWHERE, shares, [], [])],
            {"510101": "甲县", "510102": "乙县"},
            {"510101": "510100", "510102": "510200"},
        )
    )
    assert [tuple(row.values()) for row in rows] == [
        ("line", "510101", "甲县", "510100", "12.35", 1),
        ("line", "510102", "乙县", "510200", "0.00", 0),
    ]


def test_what_the_columns_say_of_how_far_it_is() -> None:
    one = project(
        fact("start", "2019-12", looked_at="2026-11-20"),
        fact("open", "2024-09-29"),
        km=30,
        mentions=[mention(start=2018, complete=2020), mention("plan-b", start=2019)],
    )
    found = current_columns(assess(registry(one))["line"])
    assert (found["current_status"], found["current_since"], found["current_as_of"]) == (
        *("open", "2024-09-29", "2024-09-29"),
    )
    assert (found["open_share"], found["open_share_basis"]) == (1.0, "whole")
    assert found["last_checked"] == "2026-11-26"
    assert found["current_source"] == "某报"
    # In the vocabulary's order, each once: one start kept, one late; the completion late.
    assert found["verdicts"] == "kept;late"
    assert (found["promise_kind"], found["promised_year"], found["happened_on"]) == (
        *("complete", 2020, "2024-09-29"),
    )
    assert found["months_late"] == 45


def test_of_what_nobody_knows_the_columns_say_nothing() -> None:
    found = current_columns(assess(registry(project(mentions=[mention()])))["line"])
    assert (found["current_status"], found["open_share_basis"]) == ("unknown", "unknown")
    nothing = ("current_since", "current_source", "open_share", "last_checked", "promise_kind")
    assert [found[name] for name in nothing] == [None] * 5
    assert [found[name] for name in ("promised_year", "happened_on", "months_late")] == [None] * 3
    assert found["verdicts"] == ""


def test_a_promise_not_due_has_no_day_and_no_months() -> None:
    promise = Promise("plan-a", "line", PromiseKind.COMPLETE, 2030, Strength.PLAN)
    due = judge(promise, [], [], "2026-11-26")
    assert due == Outcome(promise, Verdict.DUE)
    made = assess(registry(project()))["line"]
    found = current_columns(type(made)(made.current, [due], [], made.sentence))
    assert (found["promised_year"], found["happened_on"], found["months_late"]) == (
        2030,
        None,
        None,
    )


def test_each_built_file_has_its_own_rows_and_is_counted(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(DEFAULT.boundaries, paths.boundaries)
    for path in (DEFAULT.titles, DEFAULT.releases):
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, paths.data / path.name)
    end = box(103.9, 30.6, 104.0, 30.7).centroid.coords[0]
    leg = Leg(
        *("甲", "乙", LineString([end, (104.1, 30.7)]), 900),
        *(Method.STOPS, Basis.PLAN, "source"),
    )
    located = Located(leg.line, Precision.WAYPOINTS, Method.STOPS, "source", 900, legs=[leg])
    one = project(
        fact("start", "2019"),
        mentions=[
            mention("plan-a", complete=2020),
            mention("plan-b", complete=2023),
            mention("plan-c", complete=2023),
        ],
    )
    known = registry(one)
    made = Built(one, located, [Share("510104", 9.0, False)], [], findings(PLANS, one.mentions))
    bands = [BandRow(Mode.RAIL, Basis.PLAN, Method.STOPS, 0.5, Pool.CLASS, 4, 1.0, 0.5)]
    texts = built_texts(known, [made], bands, paths)
    counted = {
        paths.mentions: (MENTIONS, 3),
        paths.events: (EVENTS_TABLE, 1),
        paths.outcomes: (OUTCOMES, 3),
        paths.timeline: (TIMELINE, 2),
        paths.findings: (FINDINGS_TABLE, 1),
        paths.county_lengths: (COUNTY_LENGTHS, 1),
        paths.bands: (BANDS, 1),
    }
    more = (paths.feed, paths.changes, paths.report, paths.dictionary)
    drawn = (paths.geojson, paths.legs, paths.counts)
    assert set(texts) == {*schema_files(paths), *counted, *more, *drawn}
    for path, (columns, count) in counted.items():
        head, *lines = texts[path].splitlines()
        assert head == ",".join(names(columns)), path.name
        assert len(lines) == count, path.name
    assert json.loads(texts[paths.counts]) == {
        path.name: count for path, (_, count) in counted.items()
    }
    assert [f["id"] for f in json.loads(texts[paths.geojson])["features"]] == ["line"]
    [drawn_leg] = json.loads(texts[paths.legs])["features"]
    assert drawn_leg["properties"]["uncertainty_m"] == 900
    assert "### Look here next" in texts[paths.report]


def test_a_built_file_changes_from_what_is_there(tmp_path: Path) -> None:
    there, new = tmp_path / "a.csv", tmp_path / "b.csv"
    there.write_bytes("旧".encode())
    assert changed({there: "新", new: "新"}) == {
        there: FileChange("旧".encode(), "新".encode()),
        new: FileChange(None, "新".encode()),
    }
