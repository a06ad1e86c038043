"""The map in any year, in a real browser: what it shows, how it is steered, what a link keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.publish import export
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from layers.selection.years import known_years
from registry.outcome.vocab import TIMELINE_STATES, TimelineState

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


def states(atlas: Atlas, year: int) -> dict[str, TimelineState]:
    """The states in a year of what is shown at first, as the built table has them."""
    found = {}
    for key in filters.apply(atlas, Filter()).ids:
        there = [
            span.state
            for span in atlas.by_id[key].spans
            if span.first <= year and (span.last is None or year <= span.last)
        ]
        real = [state for state in there if state is not TimelineState.PROMISED]
        if there:
            found[key] = (real or there)[0]
    return found


def stands(page: Page, atlas: Atlas, year: int) -> None:
    """The map, its legend and the number of projects are those of ``year``."""
    wanted = states(atlas, year)
    page.locator(f'.atlas[data-shown="{len(wanted)}"]').wait_for(timeout=10_000, state="attached")
    legend = page.locator(".atlas-legend").inner_text()
    assert f"当前显示 {len(wanted)} 项" in legend
    lines = legend.split("\n")
    for state, n in Counter(wanted.values()).items():
        at = lines.index(TIMELINE_STATES[state].zh)
        assert lines[at + 1] == str(n), state


def bar(page: Page) -> Locator:
    return page.locator(".atlas-years")


def typed(page: Page) -> Locator:
    return bar(page).get_by_role("spinbutton")


@pytest.mark.parametrize("year", [2012, 2019, 2023, 2026])
def test_a_link_shows_a_year(app: str, atlas: Atlas, open_page: Open, year: int) -> None:
    errors: list[str] = []
    page = open_page(f"{app}?on={year}", errors=errors)
    stands(page, atlas, year)
    assert f"{len(states(atlas, year))} / " in page.locator(".app-count").inner_text()
    assert f"{year} 年 12 月 31 日" in bar(page).inner_text()
    assert errors == []


def test_typed_and_by_arrows(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app)
    typed(page).fill("2015")
    stands(page, atlas, 2015)
    typed(page).press("ArrowUp")
    stands(page, atlas, 2016)
    typed(page).press("Shift+ArrowUp")
    stands(page, atlas, 2021)
    slide = bar(page).get_by_role("slider")
    slide.focus()
    slide.press("ArrowLeft")
    stands(page, atlas, 2020)
    slide.press("Shift+ArrowRight")
    stands(page, atlas, 2025)
    slide.press("Home")
    stands(page, atlas, known_years(atlas)[0])
    page.wait_for_url(f"**/?on={known_years(atlas)[0]}")


def test_a_year_outside_is_brought_in_and_said(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2020")
    years = known_years(atlas)
    # The second time the map stands there already.
    for asked, nearest in [("1900", years[0]), ("1900", years[0]), ("2999", years[-1])]:
        typed(page).fill(asked)
        typed(page).press("Enter")
        stands(page, atlas, nearest)
        assert typed(page).input_value() == str(nearest)
        assert typed(page).get_attribute("aria-invalid") is None
        assert (
            f"没有 {asked} 年的情况：年份在 {years[0]} 到 {years[-1]} 之间"
            in bar(page).inner_text()
        )
    typed(page).fill("2020")
    stands(page, atlas, 2020)
    assert "年份在" not in bar(page).inner_text()


def test_what_is_no_year_is_said(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2020")
    typed(page).fill("二〇")
    typed(page).press("Enter")
    assert typed(page).get_attribute("aria-invalid") == "true"
    assert f"年份在 {known_years(atlas)[0]} 到 " in bar(page).inner_text()
    stands(page, atlas, 2020)
    typed(page).fill("2021")
    stands(page, atlas, 2021)
    assert typed(page).get_attribute("aria-invalid") is None


def test_the_way_back_to_now(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2020")
    stands(page, atlas, 2020)
    bar(page).get_by_role("button", name="回到现在").click()
    now = len(filters.apply(atlas, Filter()))
    page.locator(f'.atlas[data-shown="{now}"]').wait_for(timeout=10_000, state="attached")
    page.wait_for_url(app)
    assert bar(page).get_by_role("button", name="回到现在").is_hidden()
    assert atlas.as_of in bar(page).inner_text()


def test_the_switch_leads_back_to_now_too(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2020")
    stands(page, atlas, 2020)
    pressed = page.locator('.app-either.is-view [aria-pressed="true"]')
    assert pressed.count() == 0
    page.get_by_role("button", name="计划所说").click()
    now = len(filters.apply(atlas, Filter()))
    page.locator(f'.atlas[data-shown="{now}"][data-look="statuses"]').wait_for(timeout=10_000)
    assert pressed.inner_text() == "计划所说"
    assert typed(page).input_value() == ""


def test_choices_count_what_the_year_has(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2019")
    stands(page, atlas, 2019)
    rail = [key for key in states(atlas, 2019) if atlas.by_id[key].mode == "rail"]
    chip = page.locator('.app-panel [data-choice="mode=rail"]')
    assert chip.locator(".app-n").inner_text() == str(len(rail))


def test_playing_goes_from_year_to_year_and_stops(app: str, open_page: Open) -> None:
    page = open_page(f"{app}?on=2024")
    play = bar(page).get_by_role("button", name="逐年播放")
    play.click()
    page.locator(".atlas-years-typed").wait_for()
    page.wait_for_function(
        "() => { const e = [...document.querySelectorAll('*')].map(e => e.shadowRoot)"
        ".filter(Boolean).concat(document).map(r => r.querySelector('.atlas-years-typed'))"
        ".find(Boolean); return e && e.value === '2026'; }",
        timeout=10_000,
    )
    bar(page).get_by_role("button", name="逐年播放").wait_for(timeout=5_000)


def test_who_wants_no_motion_steps_by_hand(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(f"{app}?on=2020")
    page.emulate_media(reduced_motion="reduce")
    bar(page).get_by_role("button", name="下一年").click()
    stands(page, atlas, 2021)
    page.wait_for_timeout(2_500)
    stands(page, atlas, 2021)


def test_motion_that_is_not_wanted_any_more_stops(app: str, open_page: Open) -> None:
    page = open_page(f"{app}?on=2010")
    bar(page).get_by_role("button", name="逐年播放").click()
    page.emulate_media(reduced_motion="reduce")
    bar(page).get_by_role("button", name="下一年").wait_for()
    before = typed(page).input_value()
    page.wait_for_timeout(2_500)
    assert typed(page).input_value() == before


def test_an_exported_file_has_the_years(
    atlas: Atlas, open_page: Open, written: Callable[[str], str]
) -> None:
    errors: list[str] = []
    requests: list[str] = []
    url = written(export.export_html(atlas, on=2021))
    page = open_page(url, offline=True, errors=errors, requests=requests)
    stands(page, atlas, 2021)
    page.evaluate("location.hash = '#on=2019'")
    stands(page, atlas, 2019)
    assert f"{len(states(atlas, 2019))} 项" in page.locator(".page-count").inner_text()
    typed(page).fill("2023")
    stands(page, atlas, 2023)
    # Paper and pictures show the same year, and say so.
    page.emulate_media(media="print")
    sheet = page.locator(".page-sheet svg").first
    day = sheet.locator("text", has_text="2023 年 12 月 31 日").first
    day.wait_for(state="attached")
    texts = sheet.locator("text").all_text_contents()
    for state, n in Counter(states(atlas, 2023).values()).items():
        at = texts.index(TIMELINE_STATES[state].zh)
        assert texts[at + 1] == str(n), state
    page.emulate_media(media="screen")
    bar(page).get_by_role("button", name="回到现在").click()
    now = len(filters.apply(atlas, Filter()))
    page.locator(f'.atlas[data-shown="{now}"]').wait_for(timeout=10_000, state="attached")
    page.evaluate("location.hash = '#on=1999'")
    page.locator(".page-notice", has_text="on=1999").wait_for(timeout=10_000)
    assert requests == [url]
    assert errors == []
