"""The facts that the atlas holds: how much is known, what was found wrong, what was promised."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from building.outcomes import Assessment, assess
from facts.evidence import decides
from facts.sections import is_whole
from registry.load import load_registry
from registry.models import Event, Project
from registry.outcome.events import OPENINGS, EventKind
from registry.outcome.vocab import Confidence, CurrentStatus, PromiseKind, Scope, Verdict
from registry.vocab import CORE_MODES

REGISTRY = load_registry()
PROJECTS = REGISTRY.projects
CORE = [project for project in PROJECTS.values() if project.mode in CORE_MODES]
DATED = (
    *(EventKind.START, EventKind.START_SECTION),
    *(EventKind.OPEN, EventKind.OPEN_SECTION, EventKind.COMPLETE),
)


@pytest.fixture(scope="module")
def found() -> dict[str, Assessment]:
    return assess(REGISTRY)


def _told(project: Project) -> bool:
    """Whether a start or an opening is known by a source that counts, or was searched in vain."""
    family = [project, *(one for one in CORE if one.part_of == project.id)]
    return any(
        fact.event is EventKind.NONE_FOUND or (fact.event in DATED and decides(fact))
        for one in family
        for fact in one.since
    )


def test_every_core_project_has_been_looked_for(found: dict[str, Assessment]) -> None:
    assert len(CORE) == 108
    assert [project.id for project in CORE if not _told(project)] == []
    known = [p for p in CORE if found[p.id].current.status is not CurrentStatus.UNKNOWN]
    assert len(known) >= 80
    assert all(
        fact.text
        for project in PROJECTS.values()
        for fact in project.since
        if fact.event is EventKind.NONE_FOUND
    )


def test_a_known_status_rests_on_a_source_that_counts(found: dict[str, Assessment]) -> None:
    for key, one in found.items():
        source = one.current.source
        assert (source is None) is (one.current.status is CurrentStatus.UNKNOWN), key
        assert source is None or source.confidence is not Confidence.WEAK, key


def test_hosts_that_invent_openings_are_no_source_of_anything() -> None:
    assert len(REGISTRY.facts.no_source) == 15
    for project in PROJECTS.values():
        text = project.model_dump_json()
        for host in REGISTRY.facts.no_source:
            assert host not in text, f"{project.id}: {host}"


def test_a_link_is_a_web_address_with_a_host() -> None:
    links = [fact.url for project in PROJECTS.values() for fact in project.since if fact.url]
    assert len(links) > 80
    assert all(urlsplit(link).scheme in ("http", "https") for link in links)
    assert all(urlsplit(link).hostname for link in links)


PROMISES = [
    # plan, project, kind, year, verdict, happened, months late
    ("chuanyu-2018", "chengdawan-hsr", "start", 2019, "late", "2020-12-24", 12),
    ("chuanyu-2018", "yukun-hsr-chongqing-yibin", "start", 2018, "late", "2020-12", 24),
    ("chuanyu-2018", "yuwan-hsr", "start", 2019, "late", "2020-11-09", 11),
    ("chuanyu-2018", "yuxi-hsr", "start", 2019, "late", "2021-06", 18),
    ("chuannan-2018", "chenggui-railway", "complete", 2019, "kept", "2019-12-16", None),
    ("chuannan-2018", "chengziyi-hsr", "complete", 2023, "kept", "2023-12-26", None),
    ("chuannan-2018", "chuannan-ic-neizilu", "complete", 2020, "late", "2021-06-28", 6),
    ("chuannan-2018", "yukun-hsr-chongqing-yibin", "start", 2019, "late", "2020-12", 12),
    ("chuannan-2018", "yukun-hsr-chongqing-yibin", "complete", 2023, "late", "2024-09-29", 9),
    ("chuannan-2018", "yibin-airport", "complete", 2019, "kept", "2019-12-05", None),
]


@pytest.mark.parametrize(
    ("plan", "project", "kind", "year", "verdict", "happened", "months"), PROMISES
)
def test_what_became_of_each_promise(
    found: dict[str, Assessment],
    plan: str,
    project: str,
    kind: str,
    year: int,
    verdict: str,
    happened: str,
    months: int | None,
) -> None:
    (one,) = [
        outcome
        for outcome in found[project].outcomes
        if (outcome.promise.plan, outcome.promise.kind, outcome.promise.year)
        == (plan, PromiseKind(kind), year)
    ]
    assert one.verdict is Verdict(verdict)
    assert one.happened is not None
    assert (one.happened.date, one.months_late) == (happened, months)


def test_no_promise_with_a_year_is_left_out(found: dict[str, Assessment]) -> None:
    years = {
        (mention.plan, project.id, kind, year)
        for project in PROJECTS.values()
        for mention in project.mentions
        for kind, year in (("start", mention.start_year), ("complete", mention.complete_year))
        if year
    }
    judged = {
        (o.promise.plan, o.promise.project, str(o.promise.kind), o.promise.year)
        for one in found.values()
        for o in one.outcomes
    }
    assert judged == years == {(plan, key, kind, year) for plan, key, kind, year, *_ in PROMISES}


def _facts(key: str, event: str, section: str | None = None) -> list[Event]:
    return [
        fact
        for fact in PROJECTS[key].since
        if fact.event == event and (section is None or fact.section == section)
    ]


def test_the_opening_of_another_road_is_not_this_ones() -> None:
    dates = [fact.date for fact in PROJECTS["wanzhou-kaijiang-dazhou-expwy"].since]
    assert "2024-05-31" not in dates
    assert not _facts("wanzhou-kaijiang-dazhou-expwy", "open_section")


def test_the_corridor_holds_no_fact_of_another_line() -> None:
    told = {fact.date for fact in PROJECTS["chengyu-central-hsr"].since}
    assert not told & {fact.date for fact in PROJECTS["yangtze-hsr"].since}


@pytest.mark.parametrize("key", ["chengyu-railway", "dawan-railway", "chengyu-hsr"])
def test_what_came_before_the_first_plan_decides_nothing(key: str) -> None:
    early = [fact for fact in PROJECTS[key].since if fact.date < "2018" and fact.event in DATED]
    assert early
    assert not any(decides(fact) for fact in early)


@pytest.mark.parametrize(
    ("key", "event", "date"),
    [
        ("longhuang-longxu", "open", "2025-12-25"),
        ("luzhou-rongchang-expwy", "open", "2019-12-31"),
        ("gulin-jinsha-expwy", "open", "2024-02-08"),
        ("yongchuan-luzhou-expwy", "open", "2022-10-01"),
        ("jiangjin-xishui-gulin-expwy", "open", "2020-01-01"),
        ("gulin-xishui-expwy", "open", "2020-01-01"),
        ("luzhou-airport", "open", "2018-09-10"),
        ("chenggui-railway", "open", "2019-12-16"),
        ("chuanqi-dongsong-2", "start", "2023-09-15"),
        ("yuwan-hsr", "start", "2020-11-09"),
        ("yongchuan-500kv", "open", "2023-06-14"),
        ("chengyu-hsr", "complete", "2020-12-24"),
    ],
)
def test_the_whole_is_told_as_the_whole(key: str, event: str, date: str) -> None:
    assert date in [f.date for f in _facts(key, event) if f.section is None and decides(f)]


def test_an_opening_of_a_part_is_not_typed_as_one_of_the_whole() -> None:
    part = re.compile("段|主线|支线|部分|[一二三]期|[一二三]步")
    last = re.compile("全线|全段|贯通|相接|全部")
    told = [
        (key, fact.text)
        for key, project in PROJECTS.items()
        for fact in project.since
        if fact.event in OPENINGS and is_whole(fact.section) and decides(fact)
        if part.search(fact.text or "") and not last.search(fact.text or "")
    ]
    assert told == []
    step = PROJECTS["xiangjiaba-irrigation-north"]
    assert {f.section for f in step.since if f.event in DATED} == {"一期一步", "一期二步"}


def test_sources_that_contradict_each_other_stand_side_by_side() -> None:
    disputed = _facts("chengziyi-hsr", "start")
    assert [(fact.date, fact.disputed) for fact in disputed] == [("2019-01", True)]
    sections = {f.section: f.date for f in _facts("chengziyi-hsr", "start_section") if decides(f)}
    assert sections == {"天府机场段": "2017", "成都至自贡": "2019-03-27"}
    part = "chengziyi-hsr-zigong-yibin"
    assert [f.date for f in _facts(part, "start")] == ["2017-12-12"]
    assert [f.date for f in _facts(part, "start_section")] == ["2018-12", "2019-06-28"]


def test_a_section_under_construction_builds_the_whole(found: dict[str, Assessment]) -> None:
    road = found["chongqing-hejiang-xuyong-expwy"].current
    assert (road.status, road.since) == (CurrentStatus.CONSTRUCTION, "2024-03-11")
    line = found["yukun-hsr"].current
    assert (line.status, line.share) == (CurrentStatus.PARTLY_OPEN, 0.27)


def test_a_branch_that_nobody_who_counts_saw_open_leaves_the_whole_partly_open(
    found: dict[str, Assessment],
) -> None:
    road = found["tianfu-airport-expwy"].current
    # 70 of 88 km; that the southern line opened is told by no source that counts.
    assert (road.status, road.since, road.share) == (CurrentStatus.PARTLY_OPEN, "2020-12-31", 0.8)
    south = _facts("tianfu-airport-expwy", "open_section", "机场南线")
    assert [(f.date, f.confidence) for f in south] == [("2021-10", Confidence.WEAK)]


def test_a_section_outside_the_land_opens_nothing_that_is_drawn(
    found: dict[str, Assessment],
) -> None:
    line = found["yangtze-hsr"].current
    assert (line.status, line.since, line.share) == (CurrentStatus.CONSTRUCTION, "2020-12-24", 0)
    # Begun with the part that lies on its course; 渝万 has a course of its own.
    begun = [sign.part for sign in line.signs if sign.fact.event is EventKind.START]
    assert begun == ["chengdawan-hsr", "yangtze-hsr-yichang-fuling"]
    outside = [f for f in PROJECTS["yangtze-hsr"].since if f.scope is Scope.OUTSIDE]
    assert [f.section for f in outside] == ["武汉至宜昌段（川渝境外）"] * 2


@pytest.mark.parametrize("key", ["luzhou-rongchang-expwy", "gulin-jinsha-expwy"])
def test_what_was_announced_stands_beside_what_happened(key: str) -> None:
    (announced,) = _facts(key, "expected_open")
    (opened,) = _facts(key, "open")
    assert announced.published is not None
    assert opened.published is not None
    assert announced.published < announced.date
    assert opened.published > opened.date
