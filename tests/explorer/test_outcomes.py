"""The page on promise and outcome in a real browser: it answers what a planner asks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from facts.deciding import decides
from facts.promises import without_year
from layers.records.model import Atlas, Outcome, Project
from layers.selection import filters
from layers.selection.filters import Filter
from registry.outcome.events import EventKind
from registry.outcome.vocab import CURRENT_STATUSES, VERDICTS, CurrentStatus, Verdict
from registry.vocab import Mode

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
#: What is shown where nothing is chosen.
CORE = Filter()
PAPER = (CurrentStatus.PLANNED, CurrentStatus.PREPARATION)


def promises(atlas: Atlas, chosen: Filter = CORE) -> list[tuple[Project, Outcome]]:
    """The promises that a filter leaves."""
    left = [atlas.by_id[key] for key in filters.apply(atlas, chosen).ids]
    return [
        (project, outcome)
        for project in left
        for outcome in project.outcomes
        if not chosen.plans or outcome.plan in chosen.plans
        if not chosen.years or outcome.year in chosen.years
    ]


def outcomes(open_page: Open, url: str, **how: Any) -> Page:
    """The page on promise and outcome, reached by its tab."""
    page = open_page(url, **how)
    page.locator('.app-tabs [data-tab="outcomes"]').click()
    page.locator(".out-known").wait_for()
    return page


def rows(page: Page) -> Locator:
    """The rows of the table of promises."""
    return page.locator(".out-page .atlas-table-scroll.is-open tbody tr")


def total(page: Page, verdict: Verdict) -> str:
    """The number beside a verdict."""
    name = f'span:text-is("{VERDICTS[verdict].zh}")'
    return page.locator(f".out-totals:not(.is-small) li:has({name}) b").inner_text()


def test_all_promises_with_how_much_is_known(app: str, atlas: Atlas, open_page: Open) -> None:
    errors: list[str] = []
    page = outcomes(open_page, app, errors=errors)
    found = promises(atlas)
    rows(page).first.wait_for()
    assert rows(page).count() == len(found)
    for verdict in Verdict:
        assert total(page, verdict) == str(sum(o.verdict is verdict for _, o in found))
    core = [atlas.by_id[key] for key in filters.apply(atlas, Filter()).ids]
    known = sum(project.now.status is not CurrentStatus.UNKNOWN for project in core)
    told = page.locator(".out-known").inner_text()
    assert f"{len(core)} 个项目中，{known} 个现状已知" in told
    assert atlas.as_of in told
    outside = sum(len(p.outcomes) for p in atlas.projects) - len(found)
    assert f"另有 {outside} 项" in page.locator(".out-empty").inner_text()
    page.locator(".out-empty button").click()
    assert rows(page).count() == len(found) + outside
    assert page.locator(".out-empty").is_hidden()
    assert errors == []


def test_which_starts_for_2019_of_the_first_plan_were_on_time(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    page = outcomes(open_page, f"{app}?plan=chuanyu-2018&year=2019")
    page.get_by_label("承诺", exact=True).select_option("start")
    chosen = Filter(plans=frozenset({"chuanyu-2018"}), years=frozenset({2019}))
    found = [o for _, o in promises(atlas, chosen) if o.kind == "start"]
    assert found
    assert rows(page).count() == len(found)
    assert total(page, Verdict.KEPT) == str(sum(o.verdict is Verdict.KEPT for o in found))
    assert total(page, Verdict.LATE) == str(sum(o.verdict is Verdict.LATE for o in found))


def test_which_railway_of_a_region_is_latest(app: str, atlas: Atlas, open_page: Open) -> None:
    page = outcomes(open_page, f"{app}?region=chuannan-yuxi&mode=rail")
    chosen = Filter(regions=frozenset({"chuannan-yuxi"}), modes=frozenset({Mode.RAIL}))
    latest = max(promises(atlas, chosen), key=lambda pair: pair[1].months_late or 0)
    first = page.locator(".out-group .out-mark").first
    label = first.get_attribute("aria-label") or ""
    assert latest[0].name in label
    assert f"晚 {latest[1].months_late} 个月" in label
    # By name another one may be first; the table follows.
    page.get_by_label("排序").select_option("year")
    years = [o.year for _, o in promises(atlas, chosen)]
    marks = page.locator(".out-group .out-mark")
    assert f"{min(years)} 年" in (marks.first.get_attribute("aria-label") or "")


def test_what_has_opened_since(app: str, atlas: Atlas, open_page: Open) -> None:
    page = outcomes(open_page, app)
    page.get_by_label("自", exact=True).select_option("2023")
    opens = (EventKind.OPEN, EventKind.OPEN_SECTION, EventKind.COMPLETE)
    found = [
        (event.date, project.name)
        for project in (atlas.by_id[key] for key in filters.apply(atlas, Filter()).ids)
        for event in project.events
        if decides(event) and event.event in opens and event.date[:4] >= "2023"
    ]
    assert f"2023 年以来 {len(found)} 次开通" in page.locator(".out-page").inner_text()
    table = page.locator(".out-page .atlas-table-scroll.is-tall tbody tr")
    assert table.count() == len(found)
    dates = table.locator("td:nth-child(2)").all_inner_texts()
    assert Counter(dates) == Counter(date for date, _ in found)
    assert dates[0] == max(date for date, _ in found)


def test_what_of_a_plan_is_still_only_on_paper(app: str, atlas: Atlas, open_page: Open) -> None:
    page = outcomes(open_page, app)
    core = [atlas.by_id[key] for key in filters.apply(atlas, Filter()).ids]
    asked = [p for p in core if "shuangcheng-2020" in without_year(p.mentions)]
    row = page.locator(".out-progress tbody tr", has_text="双城经济圈 2020")
    for status in PAPER:
        names = [p.name for p in asked if p.now.status is status]
        part = row.get_by_role("button", name=CURRENT_STATUSES[status].zh)
        if not names:
            assert part.count() == 0
            continue
        assert part.inner_text() == str(len(names))
        part.click()
        listed = page.locator(".out-which li .atlas-link").all_inner_texts()
        assert sorted(listed) == sorted(names)
    assert sum(int(n) for n in row.locator("button").all_inner_texts()) == len(asked)
    page.locator(".out-which li .atlas-link").first.click()
    assert page.locator(".atlas-app").get_attribute("data-tab") == "map"
    page.locator(".atlas-card h2").wait_for()


def test_marks_lead_to_sources_card_and_rules_by_keyboard(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    page = outcomes(open_page, app)
    mark = page.locator(".out-group .out-mark").first
    mark.focus()
    page.keyboard.press("Enter")
    detail = page.locator(".out-detail")
    assert detail.evaluate("e => e === e.getRootNode().activeElement")
    name = detail.locator("h3").inner_text()
    project = next(p for p in atlas.projects if p.name == name)
    assert any(o.basis[0] in detail.inner_text() for o in project.outcomes)
    page.keyboard.press("Escape")
    assert detail.is_hidden()
    assert mark.evaluate("e => e === e.getRootNode().activeElement")
    # The other picture, by the space bar.
    slip = page.locator(".out-inner > svg .out-mark").first
    slip.focus()
    page.keyboard.press(" ")
    detail.get_by_role("button", name="怎样判定").click()
    assert page.locator(".out-rules").evaluate("e => e === e.getRootNode().activeElement")
    assert VERDICTS[Verdict.MISSED].zh_means in page.locator(".out-rules").inner_text()
    detail.get_by_role("button", name="看项目").click()
    assert page.locator(".atlas-card h2").inner_text() in {p.name for p in atlas.projects}


def test_groups_say_their_totals(app: str, atlas: Atlas, open_page: Open) -> None:
    page = outcomes(open_page, app)
    page.get_by_label("分组").select_option("plan")
    by = Counter(outcome.plan for _, outcome in promises(atlas))
    heads = page.locator(".out-group h3")
    assert heads.count() == len(by)
    marks = [page.locator(".out-group").nth(i).locator(".out-mark").count() for i in range(len(by))]
    assert sorted(marks) == sorted(by.values())


def test_a_filter_without_promises_says_so(app: str, open_page: Open) -> None:
    page = outcomes(open_page, f"{app}?mode=pipeline")
    assert "没有写了年份的承诺" in page.locator(".out-empty").inner_text()
    assert page.locator(".out-picture").count() == 0
    # What has no year is told all the same.
    assert page.locator(".out-progress tbody tr").count() > 0


def test_narrow_and_english(app: str, open_page: Open) -> None:
    page = outcomes(open_page, f"{app}?lang=en&theme=dark", width=390)
    picture = page.locator(".out-picture").first
    picture.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert picture.get_attribute("aria-label") == "Year promised and day it happened"
    assert picture.locator("desc").text_content()


def test_hostile_texts_stay_texts(hostile_app: tuple[str, Path], open_page: Open) -> None:
    errors: list[str] = []
    requests: list[str] = []
    page = outcomes(open_page, f"{hostile_app[0]}?mode=all", errors=errors, requests=requests)
    rows(page).first.wait_for()
    assert rows(page).count() == 6
    for mark in page.locator(".out-mark").all():
        mark.dispatch_event("click")
    links = page.locator(".out-page a").evaluate_all("l => l.map(a => [a.protocol, a.rel])")
    assert all(protocol in ("http:", "https:") for protocol, _ in links)
    assert all("noopener" in rel for _, rel in links)
    assert page.evaluate("window.pwned") is None
    assert errors == []
    assert not [url for url in requests if "evil" in url]
