"""The exported file in a real browser, from a disk, with the network off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from layers.publish import export
from layers.publish.notebook import folium_map
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import Paths
from registry.vocab import Mode, Status

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]


@pytest.mark.parametrize("width", [1440, 390])
def test_opens_filters_and_shows_a_card(
    atlas: Atlas, open_page: Open, written: Write, width: int
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    url = written(export.export_html(atlas))
    page = open_page(url, width=width, offline=True, requests=requests, errors=errors)
    view = page.locator(".atlas")
    before = len(filters.apply(atlas, Filter()))
    assert view.get_attribute("data-shown") == str(before)
    if width < 900:
        page.locator(".page-panel summary").click()
    page.get_by_role("button", name="前期工作", exact=True).click()
    left = filters.apply(atlas, Filter(statuses=frozenset({Status.PREPARATION})))
    assert view.get_attribute("data-shown") == str(len(left)) != str(before)
    assert str(len(left)) in page.locator(".page-count").inner_text()
    first = atlas.by_id[left.ids[0]]
    page.locator(".page-item").first.click()
    card = page.locator(".atlas-card")
    assert first.name in card.inner_text()
    assert first.mentions[0].as_written in card.inner_text()
    page.get_by_placeholder("名称").fill("没有这样的项目")
    assert "没有符合条件的项目" in page.locator(".page-count").inner_text()
    assert requests == [url]
    assert errors == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [1024, 390, 320])
def test_every_tool_stands_within_the_window(
    atlas: Atlas, open_page: Open, written: Write, width: int, lang: str
) -> None:
    page = open_page(written(export.export_html(atlas, lang=lang)), width=width)
    tools = page.locator(".page-tools .page-tool")
    assert tools.count() == 5
    for tool in tools.all():
        box = tool.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width


CHOICES: list[dict[str, Any]] = [
    {},
    {"modes": frozenset()},
    {"plans": frozenset({"shuangcheng-2020"})},
    {"plans": frozenset({"chuanyu-2018", "chuannan-2018"}), "statuses": frozenset({Status.START})},
    {"regions": frozenset({"chuannan-yuxi"}), "modes": frozenset({Mode.RAIL, Mode.PORT})},
    {"query": "YUKUN"},
    {"query": "高铁 成", "modes": frozenset()},
]


def test_filters_mean_the_same_as_in_the_app(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    for choice in CHOICES:
        chosen = Filter(**choice)
        asked = {
            "plan": sorted(chosen.plans),
            "status": sorted(chosen.statuses),
            "region": sorted(chosen.regions),
            "mode": sorted(chosen.modes),
            "q": chosen.query,
        }
        found = page.evaluate("f => AtlasKit.filter(atlasPage.view.model, f)", asked)
        left = filters.apply(atlas, chosen)
        assert found == {"ids": left.ids, "statuses": list(left.statuses.values())}, choice


def test_hostile_data_run_nothing(hostile_paths: Paths, open_page: Open, written: Write) -> None:
    atlas = data.load(hostile_paths)
    pages = [export.export_html(atlas, title=atlas.plans[0].title, chosen=Filter.everything())]
    pages.append(folium_map(atlas=atlas, chosen=Filter.everything()).get_root().render())
    for text in pages:
        requests: list[str] = []
        errors: list[str] = []
        page = open_page(written(text), requests=requests, errors=errors)
        everything(page, [p.id for p in atlas.projects])
        assert page.evaluate("window.pwned") is None
        assert errors == []
        assert len(requests) == 1


def everything(page: Page, ids: list[str]) -> None:
    """Open every card, tooltip, label and chooser there is."""
    page.evaluate(
        """ids => {
          const view = window.atlasPage ? atlasPage.view : Object.values(window).find(
            v => v && v.atlas && v.atlas.setVisible).atlas;
          view.setVisible(ids);
          view.map.setZoom(10, {animate: false});
          ids.forEach(id => {
            view.select(id, {fit: true});
            view._hover(view.model.byId.get(id), {x: 9, y: 9}, 2);
          });
          view._choose(view.model.projects, {x: 50, y: 50});
          view.setWhere({region: ["west"]}, {fit: true});
          view.setBand(true);
        }""",
        ids,
    )
    page.wait_for_timeout(300)


def test_lines_by_keyboard(small: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(small)), offline=True)
    page.locator(".atlas-map").focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('data-id')"
    first = page.evaluate(focused)
    assert first == "first-line"
    assert "甲乙铁路" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "second-road"
    page.keyboard.press("Enter")
    assert "甲乙高速" in page.locator(".atlas-card").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".atlas").get_attribute("data-selected") == ""


def test_lines_on_one_another_can_be_told_apart(
    small: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(small)), offline=True)
    spot = page.evaluate(
        """() => { const v = atlasPage.view, p = v.map.latLngToContainerPoint([30.3, 106.9]),
             r = v.map.getContainer().getBoundingClientRect();
             return [p.x + r.left, p.y + r.top]; }"""
    )
    page.mouse.click(*spot)
    choices = page.locator(".atlas-choice")
    assert sorted(choices.all_inner_texts()) == ["甲乙铁路", "甲乙高速"]
    choices.filter(has_text="高速").click()
    assert page.locator(".atlas").get_attribute("data-selected") == "second-road"


def test_folium_opens_without_a_network(small: Atlas, open_page: Open, written: Write) -> None:
    requests: list[str] = []
    errors: list[str] = []
    url = written(folium_map(atlas=small).get_root().render())
    page = open_page(url, offline=True, requests=requests, errors=errors)
    assert page.locator(".atlas").get_attribute("data-shown") == "5"
    assert requests == [url]
    assert errors == []


def test_prints_without_controls(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.emulate_media(media="print")
    assert not page.locator(".page-panel").is_visible()
    assert not page.locator(".atlas-tools").is_visible()
    sheet = page.locator(".page-sheet svg")
    sheet.wait_for()
    assert not page.locator("#page").is_visible()
    for word in ("图例", "示意图，不作为划界依据"):
        assert word in sheet.inner_html()
    page.emulate_media(media="screen")
    sheet.wait_for(state="detached")
    assert page.locator("#page").is_visible()
