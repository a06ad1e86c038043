"""The comparison in a browser: its counter, its downloads and where the map goes."""

from __future__ import annotations

import csv
import io
import json
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
    for _ in range(100):
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
