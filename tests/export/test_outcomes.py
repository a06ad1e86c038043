"""Promise and outcome in an exported file, from a disk, with the network off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.publish import export
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import Paths
from registry.vocab import Mode

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]


def rows(page: Page) -> Locator:
    """The rows of the table of promises."""
    return page.locator(".out-page .atlas-table-scroll.is-open tbody tr")


def told(atlas: Atlas, chosen: Filter) -> int:
    """How many promises with a year a filter leaves."""
    return sum(len(atlas.by_id[key].outcomes) for key in filters.apply(atlas, chosen).ids)


def test_a_link_to_it_opens_it(atlas: Atlas, open_page: Open, written: Write) -> None:
    url = written(export.export_html(atlas))
    page = open_page(url)
    page.evaluate("location.hash = 'tab=outcomes&mode=rail'")
    page.reload()
    page.locator("html[data-drawn]").wait_for(state="attached")
    tool = page.get_by_role("button", name="承诺与结果")
    assert tool.get_attribute("aria-pressed") == "true"
    assert page.locator(".atlas").is_hidden()
    rail = Filter(modes=frozenset({Mode.RAIL}))
    assert rows(page).count() == told(atlas, rail) > 0
    assert page.locator(".page-notice").is_hidden()
    # Another link in the same window, and back.
    page.evaluate("location.hash = 'project=yukun-hsr'")
    page.locator(".atlas-card h2").wait_for()
    assert tool.get_attribute("aria-pressed") == "false"
    page.evaluate("location.hash = 'tab=outcomes'")
    page.locator(".out-page").wait_for()
    page.evaluate("location.hash = 'tab=matrix'")
    page.locator(".page-notice").wait_for()
    assert "tab=matrix" in page.locator(".page-notice").inner_text()
    assert page.locator(".atlas").is_visible()


def test_the_page_takes_the_maps_place_and_heeds_the_filter(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    errors: list[str] = []
    requests: list[str] = []
    url = written(export.export_html(atlas))
    page = open_page(url, offline=True, errors=errors, requests=requests)
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    tool = page.get_by_role("button", name="承诺与结果")
    tool.click()
    assert tool.get_attribute("aria-pressed") == "true"
    assert page.locator(".atlas").is_hidden()
    assert rows(page).count() == told(atlas, Filter())
    page.locator(".page-panel").get_by_role("button", name="公路", exact=True).click()
    page.locator(".page-panel").get_by_role("button", name="铁路", exact=True).click()
    others = frozenset({Mode.WATERWAY, Mode.PIPELINE})
    assert rows(page).count() == told(atlas, Filter(modes=others)) == 0
    assert page.locator(".out-empty").is_visible()
    page.locator(".out-empty button").click()
    assert rows(page).count() == told(atlas, Filter.everything()) > 0
    page.locator(".out-mark").first.click()
    name = page.locator(".out-detail h3").inner_text()
    page.locator(".out-detail").get_by_role("button", name="看项目").click()
    assert tool.get_attribute("aria-pressed") == "false"
    assert page.locator(".atlas-card h2").inner_text() == name
    assert requests == [url]
    assert errors == []


def test_it_is_printed_in_the_maps_place(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.get_by_role("button", name="承诺与结果").click()
    page.emulate_media(media="print")
    assert page.locator(".out-picture").first.is_visible()
    assert page.locator(".page-sheet svg").count() == 0
    assert page.locator(".page-panel").is_hidden()


def test_hostile_texts_stay_texts(hostile_paths: Paths, open_page: Open, written: Write) -> None:
    errors: list[str] = []
    text = export.export_html(data.load(hostile_paths), chosen=Filter.everything())
    page = open_page(written(text), offline=True, errors=errors)
    page.get_by_role("button", name="承诺与结果").click()
    assert rows(page).count() == 6
    for mark in page.locator(".out-mark").all():
        mark.dispatch_event("click")
    assert page.evaluate("window.pwned") is None
    assert errors == []
