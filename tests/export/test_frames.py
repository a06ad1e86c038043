"""The exported file in frames, hidden at first or not, and in a window that changes its size."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish import export
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import DEFAULT
from registry.vocab import Mode

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]


def until(page: Page | Frame, expression: str) -> None:
    """Wait; the page's own policy forbids ``wait_for_function`` to ask twice."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        time.sleep(0.05)
    raise AssertionError(expression)


def test_in_a_frame(small: Atlas, chromium: object, written: Write, tmp_path: Path) -> None:
    written(export.export_html(small))
    outer = tmp_path / "outer.html"
    outer.write_text('<iframe src="page.html#mode=rail" width="900" height="600"></iframe>')
    page = chromium.new_page()  # type: ignore[attr-defined]
    try:
        page.goto(outer.as_uri())
        frame = page.frame_locator("iframe")
        frame.locator(".atlas[data-shown]").wait_for()
        shown = frame.locator(".atlas").get_attribute("data-shown")
        assert shown == str(len(filters.apply(small, Filter(modes=frozenset({Mode.RAIL})))))
        frame.get_by_role("button", name="演示").click()
        frame.locator(".talk-map .atlas").wait_for()
    finally:
        page.close()


def test_a_frame_that_is_hidden_at_first(
    small: Atlas, chromium: object, written: Write, tmp_path: Path
) -> None:
    written(export.export_html(small))
    outer = tmp_path / "outer.html"
    outer.write_text(
        '<iframe src="page.html" width="1300" height="700" style="display: none"></iframe>'
        '<p style="height: 3000px"></p><iframe src="page.html#step=1" height="700"></iframe>'
    )
    page = chromium.new_page()  # type: ignore[attr-defined]
    try:
        page.goto(outer.as_uri())
        frame, talk = page.frames[1:]
        frame.wait_for_selector("html[data-drawn]", state="attached")
        talk.wait_for_selector(".talk-map .atlas", state="attached")
        assert page.evaluate("scrollY") == 0
        page.evaluate("document.querySelector('iframe').style.display = ''")
        until(frame, "atlasPage.view.map.getSize().x > 0")
        inside = "atlasPage.view.map.getBounds().contains(atlasPage.view.projects.mainBounds(%s))"
        until(frame, inside % "Array.from(atlasPage.view.shown.keys())")
    finally:
        page.close()


def test_printing_leaves_the_map_where_it_was(open_page: Open, written: Write) -> None:
    """Chromium 69 gives the window the paper's size while it prints."""
    page = open_page(written(export.export_html(data.load(DEFAULT))), offline=True)
    page.wait_for_selector("html[data-drawn]")
    before = page.evaluate("atlasPage.view.viewport()")
    small = "atlasPage.view.map.getSize().y < 400"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 1067, "height": 455})
    until(page, small)
    page.evaluate("atlasPage.view.map.panBy([-300, -200], {animate: false})")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.set_viewport_size({"width": 1440, "height": 900})
    until(page, f"!({small})")
    assert page.evaluate("atlasPage.view.viewport()") == before
