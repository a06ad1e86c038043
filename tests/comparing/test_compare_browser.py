"""The comparison in a browser: its counter, its downloads and where the map goes."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.records.model import Atlas
from layers.selection.comparison import Comparing, compare
from layers.selection.filters import Filter

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]

PAIR = "?tab=compare&from=chuannan-2018&to=chuannan-yuxi-2023"


def seen(page: Page) -> list[float]:
    """The west, south, east and north of what the map shows in degrees, and its zoom."""
    found: list[float] = page.locator(".atlas-root").evaluate(
        "root => { const map = root.explorer.view.map, b = map.getBounds();"
        " return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth(), map.getZoom()]; }"
    )
    return found


def wait_until(page: Page, true: Callable[[list[float]], bool]) -> list[float]:
    """What the map shows, once that is ``true``."""
    for _ in range(400):
        if true(found := seen(page)):
            return found
        page.wait_for_timeout(50)
    raise AssertionError(seen(page))


def fetched(page: Page, kind: str) -> str:
    """The file that the menu's link of a kind leads to."""
    link = page.locator(f'.app-menu a[href*="downloads/{kind}?"]')
    assert link.is_visible()
    text: str = page.evaluate("url => fetch(url).then(r => r.text())", link.get_attribute("href"))
    return text


@pytest.mark.browser
def test_the_counter_the_list_and_every_download_are_of_what_is_compared(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    errors: list[str] = []
    page = open_page(app + PAIR, errors=errors)
    found = compare(atlas, Filter(), Comparing("chuannan-2018", "chuannan-yuxi-2023"))
    changed = {"new", "added", "forward", "back", "changed"}
    m = sum(row.kind in changed for row in found)
    told = f"对照 {len(found)} / {len(atlas.projects)} 个项目，{m} 项有变化"
    page.get_by_text(told, exact=True).wait_for()
    page.get_by_role("button", name=f"下载 {len(found)} 项").click()
    rows = list(csv.DictReader(io.StringIO(fetched(page, "changes").removeprefix("\ufeff"))))
    assert [row["project_id"] for row in rows] == [row.project.id for row in found]
    assert [row["class"] for row in rows] == [row.kind for row in found]
    listed = page.locator(".is-compare tr[data-row]").evaluate_all(
        "rows => rows.map(row => row.getAttribute('data-row'))"
    )
    assert listed == [row["project_id"] for row in rows]
    features = json.loads(fetched(page, "geojson"))["features"]
    assert {f["properties"]["id"] for f in features} == set(listed)
    mentions = csv.DictReader(io.StringIO(fetched(page, "mentions").removeprefix("\ufeff")))
    assert {row["plan_id"] for row in mentions} == {"chuannan-2018", "chuannan-yuxi-2023"}
    page.keyboard.press("Escape")
    page.locator('.app-above [data-choice="change=back"]').click()
    backs = [row.project.id for row in found if row.kind == "back"]
    page.get_by_role("button", name=f"下载 {len(backs)} 项").click()
    rows = list(csv.DictReader(io.StringIO(fetched(page, "changes").removeprefix("\ufeff"))))
    assert [row["project_id"] for row in rows] == backs
    # On another page nothing is compared.
    page.get_by_role("button", name="地图", exact=True).click()
    assert page.locator('.app-menu a[href*="downloads/changes"]').is_hidden()
    assert errors == []


@pytest.mark.browser
def test_the_map_goes_to_what_changed(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app + PAIR)
    page.locator(".is-compare tr[data-row]").first.wait_for()
    wide = seen(page)
    page.locator('.app-above [data-choice="change=back"]').click()
    found = compare(atlas, Filter(), Comparing("chuannan-2018", "chuannan-yuxi-2023"))
    west, south, east, north, _ = wait_until(page, lambda now: now[4] > wide[4])
    (back,) = [row.project for row in found if row.kind == "back"]
    assert back.geometry is not None
    for lon, lat in back.geometry["coordinates"]:
        assert west < lon < east
        assert south < lat < north
    # Coming from a place on the map, the comparison is gone to too.
    page = open_page(app + "?at=29.5,105.5,12")
    page.get_by_role("button", name="对照", exact=True).click()
    wait_until(page, lambda now: now[4] < 10)
    # A link that says where goes there.
    page = open_page(app + PAIR + "&at=29.5,105.5,12")
    page.locator(".is-compare tr[data-row]").first.wait_for()
    assert seen(page)[4] == 12


#: A page with two maps is ready when the second has its projects.
BOTH = ".atlas-second .atlas[data-shown]"
#: Where each of the two maps stands: its centre in pixels of the world, and its zoom; nothing while
#: one of them moves, since Leaflet hears no drag before its zoom has come to an end.
PLACES = """root => {
  const ex = root.explorer;
  const maps = [ex.view.map, ex.compare.second().map];
  if (maps.some(map => map._animatingZoom || (map._panAnim && map._panAnim._inProgress)))
    return null;
  return maps.map(map => { const at = map.project(map.getCenter(), map.getZoom());
    return [at.x, at.y, map.getZoom()]; });
}"""


def places(page: Page) -> list[list[float]] | None:
    found: list[list[float]] | None = page.locator(".atlas-root").evaluate(PLACES)
    return found


def together(page: Page, unlike: list[float] | None = None) -> list[float]:
    """Where both maps are, once they are at one place, ``unlike`` the one before."""
    for _ in range(400):
        found = places(page)
        if found and found[0] != unlike:
            one, other = found
            if one[2] == other[2] and math.dist(one[:2], other[:2]) <= 2:
                return one
        page.wait_for_timeout(50)
    raise AssertionError(places(page))


@pytest.mark.browser
def test_two_maps_stand_beside_each_other_and_move_together(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    errors: list[str] = []
    page = open_page(app + PAIR + "&maps=two", errors=errors, ready=BOTH)
    heads = page.locator(".atlas-side")
    found = compare(atlas, Filter(), Comparing("chuannan-2018", "chuannan-yuxi-2023"))
    old, new = (sum(bool(side) for side in row) for row in zip(
        *((r.before, r.after) for r in found), strict=True))  # fmt: skip
    heads.nth(1).wait_for()
    assert heads.all_inner_texts() == [f"川南一体化 2018 · {old} 项", f"川南渝西 2023 · {new} 项"]
    for name in ("川南一体化 2018", "川南渝西 2023"):
        assert page.locator(f'.atlas-map[aria-label^="{name}"]').get_attribute("role") == "region"
    first, second = (page.locator(".atlas-map").nth(i) for i in (0, 1))
    left, right = first.bounding_box(), second.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"] + 1
    assert abs(left["width"] - right["width"]) < 5
    at = together(page)
    # By the keys of either, by dragging either, by the wheel.
    second.focus()
    page.keyboard.press("ArrowRight")
    at = together(page, unlike=at)
    first.focus()
    page.keyboard.press("+")
    at = together(page, unlike=at)
    for box in (left, right):
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 60, y + 30, steps=5)
        page.mouse.up()
        at = together(page, unlike=at)
    page.mouse.move(right["x"] + 200, right["y"] + 200)
    page.mouse.wheel(0, 300)
    at = together(page, unlike=at)
    # A row opens its card beside both maps.
    gone = next(r.project.id for r in found if r.after is None and r.project.geometry)
    page.locator(f'.is-compare tr[data-row="{gone}"]').click()
    page.locator(".atlas-card:not([hidden])").wait_for()
    together(page, unlike=at)
    card, right = page.locator(".atlas-card:not([hidden])").bounding_box(), second.bounding_box()
    assert card
    assert right
    assert right["x"] + right["width"] <= card["x"]
    page.wait_for_url("**maps=two**")
    page.keyboard.press("Escape")
    page.locator('[data-choice="maps=one"]').click()
    page.locator(".atlas-side").first.wait_for(state="detached")
    assert page.locator(".atlas-map").count() == 1
    assert errors == []


@pytest.mark.browser
def test_the_divider_is_a_slider_for_keys_and_hand(app: str, open_page: Open) -> None:
    page = open_page(app + "?tab=compare&from=2020&to=2024&maps=swipe&lang=en", ready=BOTH)
    slider = page.get_by_role("slider", name="Divider: End of 2020 on the left, End of 2024")
    slider.wait_for()
    assert slider.get_attribute("aria-valuenow") == "50"

    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert slider.get_attribute("aria-valuenow") == "48"
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuenow") == "0"
    page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "End of 2020 takes 100 %"
    box, stage = slider.bounding_box(), page.locator(".atlas-stage").first.bounding_box()
    assert box
    assert stage
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(stage["x"] + stage["width"] / 4, box["y"] + 90, steps=6)
    page.mouse.up()
    assert abs(int(slider.get_attribute("aria-valuenow") or 0) - 25) <= 1
    # Neither map was dragged with it, and what is seen on either side is its own map.
    together(page)
    y = stage["y"] + stage["height"] / 2
    under = "([x, y, root]) => !!root.getRootNode().elementFromPoint(x, y).closest('.atlas-second')"
    root = page.locator(".atlas-root").element_handle()
    assert page.evaluate(under, [stage["x"] + 0.2 * stage["width"], y, root]) is False
    assert page.evaluate(under, [stage["x"] + 0.6 * stage["width"], y, root]) is True


@pytest.mark.browser
def test_on_a_phone_the_maps_stand_above_each_other(app: str, open_page: Open) -> None:
    page = open_page(app + PAIR + "&maps=two", width=390, ready=BOTH)
    page.locator(".atlas-side").nth(1).wait_for()
    first, second = (page.locator(".atlas-map").nth(i).bounding_box() for i in (0, 1))
    assert first
    assert second
    assert first["y"] + first["height"] <= second["y"] + 2
    assert abs(first["height"] - second["height"]) < 5
    assert first["height"] > 250
    assert first["width"] > 300
    together(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
