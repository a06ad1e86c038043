"""An exported file writes its own address, and Back and Forward go through its choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from layers.address_reader import read_query
from layers.publish.export import export_html
from layers.records.model import Atlas
from layers.selection.filters import Filter

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
Write = Callable[[str], str]
SHOWN = """() => {
  const p = atlasPage, m = p.view.map.getCenter();
  return {filter: JSON.parse(JSON.stringify(p.filter)), way: p.way, project: p.view.selected,
    n: p.view.shown.size, talk: !!p.talk, at: [m.lat, m.lng, p.view.map.getZoom()],
    outcomes: document.body.classList.contains("has-outcomes")};
}"""


def settled(page: Page) -> dict[str, Any]:
    page.wait_for_timeout(900)
    found: dict[str, Any] = page.evaluate(SHOWN)
    # The order of a choice says nothing.
    lists = {k: sorted(v) if isinstance(v, list) else v for k, v in found["filter"].items()}
    return {**found, "filter": lists}


def written_address(page: Page, atlas: Atlas) -> dict[str, Any]:
    address = read_query(page.evaluate("location.hash"), atlas, "file")
    assert address.ignored == []
    return dict(address.values)


def chip(page: Page, label: str) -> None:
    page.locator(".page-chip", has_text=label).first.click()


def test_the_file_writes_where_it_is(atlas: Atlas, written: Write, open_page: Open) -> None:
    chosen = Filter(regions=frozenset({"wandakai"}))
    url = written(export_html(atlas, lang="en", chosen=chosen, selected="chengdawan-hsr"))
    page = open_page(url, offline=True)
    first = page.evaluate("history.length")
    opened = settled(page)
    assert opened["project"] == "chengdawan-hsr"
    assert page.evaluate("location.hash") == ""
    seen = [opened]

    def step(entries: int) -> None:
        seen.append(settled(page))
        assert page.evaluate("history.length") == first + entries

    page.keyboard.press("Escape")
    step(1)
    chip(page, "Highway")
    step(2)
    page.locator(".page-select").first.select_option("")
    step(3)
    assert written_address(page, atlas).get("region") is None
    box = page.locator(".page-search").first
    box.press_sequentially("cheng", delay=60)
    page.keyboard.press("Escape")
    seen[-1] = settled(page)
    assert page.evaluate("history.length") == first + 3
    assert written_address(page, atlas)["q"] == "cheng"
    page.get_by_role("button", name="Promise and outcome").click()
    step(4)
    # Whoever opens the address sees the same, whatever the file opens with.
    other = open_page(page.url, offline=True, ready=".page-outcomes")
    again = settled(other)
    assert {**again, "at": None} == {**seen[-1], "at": None}
    for then in seen[-2::-1]:
        page.go_back()
        now = settled(page)
        assert {**now, "at": None} == {**then, "at": None}
        if then is not seen[0]:
            assert now["at"] == pytest.approx(then["at"], abs=0.02)
    for then in seen[1:]:
        page.go_forward()
        assert {**settled(page), "at": None} == {**then, "at": None}
    assert page.evaluate("history.length") == first + 4


def test_a_talk_is_one_entry_and_back_leaves_it(
    atlas: Atlas, written: Write, open_page: Open
) -> None:
    page = open_page(written(export_html(atlas, lang="en")), offline=True)
    first = page.evaluate("history.length")
    page.get_by_role("button", name="Present").click()
    page.locator(".talk").wait_for()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        # Names for which there is no room stand on a page of their own.
        if page.locator(".talk-whole").count():
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(300)
    assert settled(page)["talk"] is True
    assert page.evaluate("history.length") == first + 1
    assert written_address(page, atlas)["step"] == 3
    page.go_back()
    page.locator(".talk").wait_for(state="detached")
    page.go_forward()
    page.locator('.talk[data-step="2"]').wait_for()


def test_the_last_filter_is_undone(atlas: Atlas, written: Write, open_page: Open) -> None:
    page = open_page(written(export_html(atlas, lang="en")), offline=True)
    undo = page.locator(".page-panel").get_by_role("button", name="Undo")
    assert undo.is_hidden()
    before = settled(page)["n"]
    chip(page, "Highway")
    chip(page, "Rail")
    undo.click()
    undo.click()
    page.locator(f'.atlas[data-shown="{before}"]').wait_for()
    assert undo.is_hidden()
