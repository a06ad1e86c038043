"""Back and Forward: one entry a choice, none for what is typed, panned or played."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
#: What of the page an entry stands for.
SHOWN = """() => {
  const ex = document.querySelector('.stApp') && [...document.querySelectorAll('*')]
    .map(e => e.shadowRoot && e.shadowRoot.querySelector('.atlas-root')).find(Boolean).explorer;
  const m = ex.view.map.getCenter(), s = ex.state;
  return {tab: s.tab, project: ex.view.selected, mode: s.mode, region: s.region, q: s.q,
    from: s.from, n: ex.view.shown.size, lang: ex.lang, at: [m.lat, m.lng, ex.view.map.getZoom()]};
}"""


def shown(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SHOWN)
    return found


def settled(page: Page, entries: int) -> dict[str, Any]:
    """The page when the address has been written, which made so many entries so far."""
    page.wait_for_timeout(900)
    assert page.evaluate("history.length") == entries
    return shown(page)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_each_choice_is_an_entry_and_back_goes_through_them(app: str, open_page: Open) -> None:
    page = open_page(app)
    first = page.evaluate("history.length")
    page.evaluate("window.stays = 1")
    seen = [settled(page, first)]
    page.locator('.app-panel [data-choice="mode=highway"]').click()
    seen.append(settled(page, first + 1))
    # Typing is none, but goes with the entry.
    box = page.locator(".app-panel input[type=search]").first
    box.press_sequentially("铁路", delay=60)
    box.press("Escape")
    seen[-1] = settled(page, first + 1)
    page.locator(".atlas-list .atlas-row").first.click()
    seen.append(settled(page, first + 2))
    assert seen[-1]["project"]
    # Panning neither.
    page.locator(".atlas-map").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(400)
    seen[-1] = settled(page, first + 2)
    page.locator('.app-panel [data-choice="region=wandakai"]').click()
    seen.append(settled(page, first + 3))
    for tab, entries in (("compare", 4), ("charts", 5)):
        page.locator(f'.app-tabs [data-tab="{tab}"]').click()
        seen.append(settled(page, first + entries))
    # How the reader likes the page is no place to go back to.
    page.locator('.app-head [data-choice="lang=en"]').click()
    page.locator(".atlas-app[lang=en]").wait_for()
    settled(page, first + 5)

    def like(now: dict[str, Any], then: dict[str, Any], where: bool) -> None:
        for key in ("tab", "project", "mode", "region", "q", "from", "n"):
            assert now[key] == then[key], key
        assert now["lang"] == "en"
        if where:
            assert now["at"] == pytest.approx(then["at"], abs=0.02)

    for then in seen[-2::-1]:
        page.go_back()
        like(settled(page, first + 5), then, then["tab"] == "map" and then is not seen[0])
    for then in seen[1:]:
        page.go_forward()
        like(settled(page, first + 5), then, then["tab"] == "map")
    # Neither was another page, nor did the server run it again.
    assert page.evaluate("window.stays") == 1
    assert asked(page)["tab"] == ["charts"]


def test_years_that_are_played_are_no_entries(app: str, open_page: Open) -> None:
    page = open_page(app)
    first = page.evaluate("history.length")
    year = page.locator(".atlas-years-slide")
    year.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(150)
    page.wait_for_timeout(900)
    assert page.evaluate("history.length") == first + 1
    assert "on" in asked(page)
    page.go_back()
    page.wait_for_function("!location.search.includes('on=')")
    page.locator(".atlas-years:not(.is-on)").wait_for()


def test_a_card_opened_from_another_page_is_one_entry(app: str, open_page: Open) -> None:
    page = open_page(app + "?tab=matrix", ready=".app-page.is-matrix")
    first = page.evaluate("history.length")
    page.locator(".is-matrix .atlas-row").first.click()
    page.locator("article.atlas-card-inner").wait_for()
    page.wait_for_timeout(900)
    assert page.evaluate("history.length") == first + 1
    page.go_back()
    page.locator(".app-page.is-matrix").wait_for(state="visible")
    assert shown(page)["project"] is None


def test_the_last_filter_is_undone(app: str, open_page: Open) -> None:
    page = open_page(app + "?lang=en")
    undo = page.locator(".app-undo")
    assert undo.is_hidden()
    before = shown(page)["n"]
    for choice in ("status=start", "region=wandakai"):
        page.locator(f'.app-panel [data-choice="{choice}"]').click()
    between = page.locator(".app-panel input[type=search]").first
    between.press_sequentially("expressway", delay=40)
    page.wait_for_timeout(500)
    assert shown(page)["q"] == "expressway"
    between.press("Escape")
    undo.click()
    page.wait_for_timeout(500)
    assert (shown(page)["q"], shown(page)["region"]) == ("", ["wandakai"])
    undo.click()
    assert shown(page)["region"] == []
    undo.click()
    page.locator(f'.atlas[data-shown="{before}"]').wait_for()
    assert undo.is_hidden()
