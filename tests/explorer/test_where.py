"""Where: what the map offers at a county, a place that is filtered by, in explorer and file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from layers.publish.export import export_html
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from layers.selection.where import distance_km

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
pytestmark = pytest.mark.browser

#: A county in whose middle no project is.
NANBU, NANCHONG, MIDDLE = "511321", "511300", "31.25,105.85,10"


def left(atlas: Atlas, **chosen: Any) -> int:
    return len(filters.apply(atlas, Filter(**chosen)))


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
    around = left(atlas, near=(105.85, 31.25, 20.0))
    menu = page.get_by_role("menu", name="这里是南部县")
    assert menu.get_by_role("menuitem").all_inner_texts() == [
        f"只看涉及南部县的项目（{county}）",
        f"只看涉及南充市的项目（{city}）",
        f"只看这一点 20 公里以内的项目（{around}）",
        "指正这一处",
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
    for title in ("计划状态", "类别", "地点"):
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


def press(page: Page, share: tuple[float, float]) -> None:
    """Click the map at shares of its width and height."""
    box = page.locator(".atlas-map").bounding_box()
    assert box
    page.mouse.click(box["x"] + share[0] * box["width"], box["y"] + share[1] * box["height"])


def asked(page: Page, key: str) -> tuple[float, ...]:
    """The numbers under a key of the explorer's address."""
    page.wait_for_url(re.compile(rf"[?&]{key}="))
    [text] = parse_qs(urlsplit(page.url).query)[key]
    return tuple(map(float, text.split(",")))


def test_near_a_place_by_menu_number_and_card(atlas: Atlas, there: str, open_page: Open) -> None:
    errors: list[str] = []
    page = open_page(f"{there}near=105.0552,29.5828,20&mode=all", errors=errors)
    near = (105.0552, 29.5828)

    def within(km: float) -> int:
        return left(atlas, near=(*near, km), modes=frozenset())

    shown(page, within(20))
    assert within(20) != within(5)
    chip = page.locator('.atlas-shapes [data-choice="near"]')
    assert chip.get_attribute("aria-label") == "距内江市 20 公里以内，按一下取消"
    kilometres = page.get_by_role("spinbutton", name="公里数")
    kilometres.fill("301")
    kilometres.press("Enter")
    page.get_by_text("请填 1 到 300 公里").wait_for()
    assert kilometres.input_value() == "20"
    kilometres.fill("5")
    kilometres.press("Enter")
    shown(page, within(5))
    page.locator('.atlas-shapes [data-choice="near"]').click()
    shown(page, left(atlas, modes=frozenset()))
    assert page.locator('.atlas-shapes [data-choice="near"]').count() == 0
    assert errors == []


def test_a_card_says_how_far_it_is(atlas: Atlas, there: str, open_page: Open) -> None:
    page = open_page(f"{there}near=105.0552,29.5828,300&project=yukun-hsr")
    km = distance_km(atlas.by_id["yukun-hsr"], 105.0552, 29.5828)
    page.locator(".atlas-card").get_by_text(f"距内江市 {km:.0f} 公里").wait_for()


def test_a_box_and_a_ring_are_drawn(atlas: Atlas, app: str, open_page: Open) -> None:
    errors: list[str] = []
    page = open_page(f"{app}?at=29.6,105.1,8&mode=all", errors=errors)
    page.get_by_text("地点", exact=True).click()
    page.get_by_role("button", name="方框", exact=True).click()
    told = page.locator(".atlas-draw-told")
    assert told.inner_text() == "点方框的一角，或移动地图后按回车"
    press(page, (0.4, 0.4))
    assert told.inner_text() == "点对角"
    press(page, (0.6, 0.6))
    box = asked(page, "box")
    assert box[0] < box[2]
    assert box[1] < box[3]
    shown(page, left(atlas, box=box, modes=frozenset()))
    page.locator('.atlas-shapes [data-choice="box"]').click()
    # A ring by keys alone: Enter takes the middle of the map.
    page.get_by_role("button", name="多边形", exact=True).click()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press("Enter")
        page.keyboard.press(key)
        page.wait_for_timeout(400)
    page.get_by_role("button", name="完成").click()
    ring = asked(page, "within")
    assert len(ring) == 6
    shown(page, left(atlas, within=ring, modes=frozenset()))
    page.get_by_role("button", name="多边形", exact=True).click()
    page.keyboard.press("Escape")
    assert page.locator(".atlas-draw").count() == 0
    assert asked(page, "within") == ring
    assert errors == []


def test_downloads_and_sheet_hold_where_it_looks(
    atlas: Atlas, app: str, open_page: Open, written: Callable[[str], str]
) -> None:
    page = open_page(f"{app}?place=500152&near=105.8,30.2,50&mode=all")
    chosen: dict[str, Any] = {
        "places": frozenset({"500152"}),
        "near": (105.8, 30.2, 50.0),
        "modes": frozenset(),
    }
    shown(page, left(atlas, **chosen))
    page.get_by_role("button", name=re.compile("^下载")).click()
    link = page.locator('a[href*="downloads/map"]').first.get_attribute("href") or ""
    held = parse_qs(urlsplit(link).query)
    assert held["place"] == ["500152"]
    assert held["near"] == ["105.8,30.2,50"]
    file = export_html(atlas, chosen=Filter(**chosen), lang="zh")
    told = open_page(written(file))
    shown(told, left(atlas, **chosen))
    said = told.evaluate("window.atlasPage.inWords()")
    assert "潼南区" in said
    assert "50 公里以内" in said


def test_a_shape_that_is_none_is_told_and_costs_nothing(
    atlas: Atlas, there: str, open_page: Open
) -> None:
    page = open_page(f"{there}near=105,29,301&box=106,29,105,30&within=1,2")
    shown(page, left(atlas))
    notice = page.locator(".app-notice, .page-notice").first.inner_text()
    for part in ("near=105,29,301", "box=106,29,105,30", "within=1,2"):
        assert part in notice
