"""Loading: typed, and one sentence for what is broken."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from facts.deciding import decides
from layers import payload
from layers.publish import downloads
from layers.records import data
from layers.records.facts import source_of
from layers.records.model import Atlas, Now, Promised, Source, Stop
from registry.errors import AtlasError
from registry.outcome.vocab import CurrentStatus, PromiseKind, Verdict
from registry.paths import Paths
from tests.support import edit, small_atlas
from tests.support.small_facts import ADDRESS


def test_everything_is_read(small: Atlas) -> None:
    first = small.by_id["first-line"]
    assert first.aliases == ("旧名", "ＦＵＬＬ宽")
    assert [m.plan for m in first.mentions] == ["old-2018", "mid-2020"]
    assert [event.date for event in first.events] == ["2025-05", "2025-06"]
    assert small.by_id["sixth-nowhere"].geometry is None


def test_findings_are_read_as_they_stand(small: Atlas) -> None:
    found = small.by_id["first-line"].findings
    assert [(f.kind, f.plan_from, f.plan_to, f.was, f.now) for f in found] == [
        ("back", "old-2018", "mid-2020", "construction", "preparation"),
        ("complete_slip", "old-2018", "mid-2020", "2020", "2022"),
    ]
    assert found[0].words == (
        "back：construction，后来 preparation。",
        "back: construction, then preparation.",
    )
    assert small.by_id["third-river"].findings == ()


def test_how_far_each_is_comes_with_its_sources(small: Atlas) -> None:
    first = small.by_id["first-line"]
    report = Source("公报", url=ADDRESS)
    assert first.now == Now(
        status=CurrentStatus.PARTLY_OPEN,
        since="2025-06",
        seen="2025-08",
        share=0.4,
        words=(
            "现状：部分开通（截至 2026-11）。2025-06 开通[1]。",
            "Now: partly open (as of 2026-11). Opened 2025-06 [1].",
        ),
        sources=(report,),
        verdicts=(Verdict.LATE,),
        promised=Promised(PromiseKind.COMPLETE, 2020, "2025-06", 54),
    )
    assert [(source_of(e), decides(e)) for e in first.events] == [
        (Source("论坛"), False),
        (report, True),
    ]
    last = small.by_id["sixth-nowhere"].now
    assert (last.status, last.promised, last.sources) == (CurrentStatus.UNKNOWN, None, ())


def test_a_source_that_no_fact_has_keeps_its_words(small_paths: Paths, tmp_path: Path) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    edit(paths.geojson, f"公报 {ADDRESS}", f"公报 {ADDRESS};别处 2020")
    sources = data.load(paths).by_id["first-line"].now.sources
    assert sources == (Source("公报", url=ADDRESS), Source("别处 2020"))


def test_a_verdict_that_is_none_is_said(small_paths: Paths, tmp_path: Path) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    edit(paths.geojson, '"verdicts": "late"', '"verdicts": "late;lost"')
    with pytest.raises(AtlasError) as raised:
        data.load(paths)
    assert "first-line: verdicts: there is no verdict 'lost'" in raised.value.text("en")


def test_what_became_of_promises_is_read_as_it_stands(small: Atlas) -> None:
    assert small.as_of == small_atlas.AS_OF
    first, second = small.by_id["first-line"].outcomes
    assert (first.plan, first.kind, first.year) == ("old-2018", "complete", 2020)
    assert (first.happened, first.verdict, first.months_late) == ("2025-06", "late", 54)
    assert first.basis == ("依据：late", "Because: late")
    assert first.sources == (Source("公报", url=ADDRESS), Source("报 http://evil.invalid/x"))
    assert (second.plan, second.year, second.months_late) == ("mid-2020", 2022, 30)
    assert small.by_id["third-river"].outcomes[0].months_late is None
    assert small.by_id["sixth-nowhere"].outcomes == ()


def test_the_years_of_a_state_are_read_as_they_stand(small: Atlas) -> None:
    assert [(s.state, s.first, s.last) for s in small.by_id["first-line"].spans] == [
        ("construction", 2019, 2023),
        ("partly_open", 2024, 2024),
        ("open", 2025, None),
        ("promised", 2020, 2024),
    ]
    assert small.by_id["second-road"].spans == ()


def test_stops_have_the_places_that_the_build_gave_them(small: Atlas) -> None:
    assert small.by_id["first-line"].stops == (
        Stop("县00", 104.5, 29.5),
        Stop("县31", 107.5, 30.5),
        Stop("站", 104.5, 29.5),
    )


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("104.5 29.5;107.5 30.5", "stops_lonlat: has 2 positions for 3 stops"),
        ("104.5 29.5;107.5;104.5 29.5", "stops_lonlat: '' is not a number"),
        ("104.5 29.5;107.5 x;104.5 29.5", "stops_lonlat: 'x' is not a number"),
    ],
)
def test_wrong_positions_of_stops(small_paths: Paths, tmp_path: Path, new: str, says: str) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    edit(paths.geojson, "104.50000 29.50000;107.50000 30.50000;104.50000 29.50000", new)
    with pytest.raises(AtlasError) as raised:
        data.load(paths)
    assert f"first-line: {says}" in raised.value.text("en")


def test_downloads(small: Atlas, small_paths: Paths) -> None:
    found = downloads.geojson(small_paths, ["first-line"])
    assert "甲乙铁路" in found
    assert "second-road" not in found
    rows = downloads.mentions_csv(small, ["first-line"], ["mid-2020"]).splitlines()
    assert rows[0].startswith("\ufeffplan_id,project_id")
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "says"),
    [
        (
            "projects.geojson",
            '"mode": "rail"',
            '"mode": "tram"',
            "first-line: mode",
            "rail, highway",
        ),
        (
            "projects.geojson",
            '"preparation"',
            '"soon"',
            "first-line: status_mid_2020",
            "research, prep",
        ),
        ("projects.geojson", '"stops"', '"<b>"', "first-line: geometry_method", "river, line"),
        ("projects.geojson", '"second-road"', '"first-line"', "first-line", "stands twice"),
        (
            "projects.geojson",
            '"FeatureCollection"',
            '"FeatureCollection',
            "projects.geojson:1",
            "JSON",
        ),
        ("projects.geojson", '"features"', '"fetures"', "projects.geojson", "FeatureCollection"),
        ("mentions.csv", "old-2018", "older-2018", "mentions.csv:2", "there are old-2018"),
        ("mentions.csv", "as_written", "as_wrote", "mentions.csv", "lacks the columns as_written"),
        ("events.csv", ",open,", ",opened,", "events.csv:2", "approval, launch, start"),
        ("findings.csv", ",back,", ",later,", "findings.csv:2: kind", "forward, back"),
        (
            "findings.csv",
            "back,old-2018",
            "back,mad-2020",
            "findings.csv:2: plan_from",
            "there are old-2018",
        ),
        (
            "findings.csv",
            "old-2018,new-2023",
            "old-2018,now",
            "findings.csv:4: plan_to",
            "there are old-2018",
        ),
        ("findings.csv", "words_en", "words", "findings.csv", "lacks the columns words_en"),
        ("outcomes.csv", ",late,", ",tardy,", "outcomes.csv:2: verdict", "kept, late, missed"),
        ("outcomes.csv", "old-2018", "odd-2018", "outcomes.csv:2: plan_id", "there are old-2018"),
        ("outcomes.csv", ",2020,", ",soon,", "outcomes.csv:2: promised_year", "not a number"),
        ("timeline.csv", ",open,", ",opened,", "timeline.csv:4: state", "construction, partly"),
        ("timeline.csv", ",2019,", ",,", "timeline.csv:2: first_year", "must not be empty"),
        ("facts.yaml", "facts_as_of", "as_of", "facts.yaml: facts_as_of", "field is missing"),
        ("facts.yaml", "2026-11-26", "today", "facts.yaml: facts_as_of", "'today' is no date"),
        (
            "facts.yaml",
            "2026-11-26",
            "2026-13",
            "facts.yaml: facts_as_of",
            "is no date of the calendar",
        ),
        ("places.csv", "104.5", "east", "places.csv:2", "not a number"),
        ("plans.yaml", "{", "{{", "plans.yaml", "YAML"),
        ("regions.yaml", '"west"', '"north"', "regions.yaml: north", "build it again"),
    ],
)
def test_broken_data_in_one_sentence(
    small_paths: Paths, tmp_path: Path, name: str, old: str, new: str, where: str, says: str
) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    edit(paths.data / name, old, new)
    with pytest.raises(AtlasError, match=says) as caught:
        data.load(paths)
    assert where in caught.value.where
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_missing_files_are_named(small_paths: Paths, tmp_path: Path) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    # Who writes no counts has none.
    for path in set(data.fingerprint_files(paths)) - {paths.counts}:
        kept = path.read_bytes()
        path.unlink()
        with pytest.raises(AtlasError, match=f"{path.name}: the file does not exist"):
            data.load(paths)
        path.write_bytes(b"\xff\xfe\x00")
        with pytest.raises(AtlasError, match="not UTF-8"):
            data.load(paths)
        path.write_bytes(kept)
    data.load(paths)


@pytest.mark.parametrize(
    ("reviewed", "looked_at", "told"),
    [
        (True, "2026-11-20", (True, "2026-11-20")),
        (False, None, (False, "")),
        (None, None, (True, "")),
    ],
)
def test_a_record_says_whether_it_was_checked_and_when_its_sources_were_looked_at(
    small_paths: Paths,
    tmp_path: Path,
    reviewed: bool | None,
    looked_at: str | None,
    told: tuple[bool, str],
) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    found = json.loads(paths.geojson.read_text("utf-8"))
    first = {"reviewed": reviewed, "last_checked": looked_at, "note": "注"}
    found["features"][0]["properties"] |= first
    paths.geojson.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    atlas = data.load(paths)
    read = atlas.projects[0]
    assert ((read.reviewed, read.looked_at), read.note) == (told, "注")
    sent = payload.build(atlas)["projects"][0]
    assert sent.get("unreviewed") == (None if told[0] else 1)
    assert sent.get("looked_at", "") == told[1]


def test_a_county_without_kilometres_is_left_out(small_paths: Paths, tmp_path: Path) -> None:
    shutil.copytree(small_paths.data, tmp_path / "data")
    paths = Paths(tmp_path / "data")
    edit(paths.county_lengths, ",40.5,", ",0,")
    assert data.load(paths).by_id["first-line"].county_km == {"500101": 59.5}
