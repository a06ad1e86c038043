"""Where: what the map offers at a county, a place that is filtered by, in explorer and file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish.export import export_html
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
pytestmark = pytest.mark.browser

#: A county in whose middle no project is.
NANBU, NANCHONG, MIDDLE = "511321", "511300", "31.25,105.85,10"


def left(atlas: Atlas, **chosen: frozenset[str]) -> int:
    return len(filters.apply(atlas, Filter(**chosen)))  # type: ignore[arg-type]


@pytest.fixture(params=["explorer", "file"])
def there(request: pytest.FixtureRequest, atlas: Atlas, tmp_path: Path) -> str:
    """The address of a page with the map, ready for what follows ``?`` or ``#``."""
    if request.param == "explorer":
        return str(request.getfixturevalue("app")) + "?"
    path = tmp_path / "map.html"
    path.write_text(export_html(atlas, lang="zh"), encoding="utf-8")
    return path.as_uri() + "#"


def shown(page: Page, count: int) -> None:
    page.locator(f'.atlas[data-shown="{count}"]').wait_for(timeout=10_000, state="attached")


@pytest.mark.parametrize("by", ["click", "Enter"])
def test_a_county_offers_what_touches_it(
    atlas: Atlas, there: str, open_page: Open, by: str
) -> None:
    errors: list[str] = []
    page = open_page(f"{there}at={MIDDLE}&rail=off", errors=errors)
    frame = page.locator(".atlas-map")
    frame.wait_for()
    if by == "Enter":
        frame.focus()
        page.keyboard.press("Enter")
    else:
        box = frame.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    county = left(atlas, places=frozenset({NANBU}))
    city = left(atlas, places=frozenset({NANCHONG}))
    menu = page.get_by_role("menu", name="这里是南部县")
    assert menu.get_by_role("menuitem").all_inner_texts() == [
        f"只看涉及南部县的项目（{county}）",
        f"只看涉及南充市的项目（{city}）",
    ]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    shown(page, city)
    chosen = page.locator(f'[data-choice="place={NANCHONG}"]')
    assert chosen.get_attribute("aria-pressed") == "true"
    chosen.click()
    shown(page, left(atlas))
    assert errors == []


def test_a_place_of_the_address_is_gone_to(atlas: Atlas, there: str, open_page: Open) -> None:
    page = open_page(f"{there}place=潼南区")
    shown(page, left(atlas, places=frozenset({"500152"})))
    # As near as a county is looked at: its outline stands in the frame.
    outline = page.locator('.leaflet-base-pane path[stroke-width="1.8"]')
    inside, frame = outline.bounding_box(), page.locator(".atlas-map").bounding_box()
    assert inside
    assert frame
    assert inside["height"] > frame["height"] / 2
    assert inside["y"] >= frame["y"]
    assert inside["y"] + inside["height"] <= frame["y"] + frame["height"]


def test_mode_place_and_status_are_seen_without_scrolling(app: str, open_page: Open) -> None:
    page = open_page(app, width=1440)
    page.locator(".app-panel-inner").wait_for()
    for title in ("计划状态", "类别", "市、区县"):
        head = page.locator(".app-group > summary", has_text=re.compile(f"^{title}")).first
        box = head.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 888, title
    names = page.locator('.app-panel [data-choice^="region="]:visible').all_inner_texts()
    assert [re.sub(r"\s*\d+$", "", name) for name in names] == [
        *("成渝地区双城经济圈", "川南渝西地区", "万达开地区"),
    ]
    page.get_by_role("button", name=re.compile("另外 13 个区域")).click()
    assert page.locator('.app-panel [data-choice^="region="]:visible').count() == 16
