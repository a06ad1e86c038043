"""The explorer in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers import data, filters
from layers.filters import Filter
from layers.records import Atlas
from registry.paths import DEFAULT, Paths
from registry.vocab import Status
from tests import browser
from tests.support import require

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return data.load(DEFAULT)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer on the shipped data, under a base path."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    log = tmp_path_factory.mktemp("app") / "log.txt"
    with browser.explorer(DEFAULT.data, log, base="maps/atlas") as url:
        yield url


@pytest.fixture(scope="module")
def changing(
    tmp_path_factory: pytest.TempPathFactory, hostile_paths: Paths
) -> Iterator[tuple[str, Path]]:
    """The explorer on a copy of the hostile data that a test may break."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    folder = tmp_path_factory.mktemp("changing")
    shutil.copytree(hostile_paths.data, folder / "data")
    with browser.explorer(folder / "data", folder / "log.txt") as url:
        yield url, folder / "data"


def shown(page: Page, count: int) -> None:
    """Wait until the map shows ``count`` projects."""
    page.locator(f'.atlas[data-shown="{count}"]').wait_for(timeout=10_000)


def mark(page: Page) -> None:
    """Remember the map's element, to see that it is never made anew; note its place."""
    page.locator(".atlas-root").evaluate(
        "e => { window.root = e; window.map = e.atlasHolder.view.map; }"
    )


def test_filter_changes_number_and_map_but_not_the_view(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(app, requests=requests, errors=errors)
    before = filters.apply(atlas, Filter())
    shown(page, len(before))
    mark(page)
    page.evaluate("window.map.setView([29.5, 105.5], 9, {animate: false})")
    page.locator(".atlas-root").evaluate(
        "e => { window.gone = 0; new MutationObserver(() => { window.gone += 1; })"
        ".observe(e, {childList: true}); }"
    )
    drawn = page.locator("path.atlas-line:visible")
    lines = drawn.count()
    page.get_by_role("button", name="前期工作", exact=True).click()
    left = filters.apply(atlas, Filter(statuses=frozenset({Status.PREPARATION})))
    shown(page, len(left))
    page.get_by_text(re.compile(rf"^{len(left)} / {len(atlas.projects)}")).wait_for()
    assert 0 < drawn.count() < lines
    assert page.evaluate("window.gone") == 0
    assert page.evaluate(
        "[window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"
    ) == pytest.approx([29.5, 105.5, 9], abs=0.01)
    assert "status=preparation" in page.url
    host = app.split("/maps")[0]
    assert all(r.startswith((host, "blob:" + host, "data:")) for r in requests)
    assert errors == []


def test_a_filter_sends_little(app: str, chromium: Browser) -> None:
    sizes: list[int] = []
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    fresh = context.new_page()
    fresh.on("websocket", lambda ws: ws.on("framereceived", lambda d: sizes.append(len(d))))
    fresh.goto(app)
    fresh.locator(".atlas[data-shown]").wait_for()
    fresh.wait_for_timeout(500)
    sizes.clear()
    now = fresh.locator(".atlas").get_attribute("data-shown")
    fresh.get_by_role("button", name="开工", exact=True).click()
    fresh.locator(f'.atlas:not([data-shown="{now}"])').wait_for()
    fresh.wait_for_timeout(500)
    assert 0 < sum(sizes) <= 5_000
    context.close()


def test_line_to_card_and_link(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app)
    mark(page)
    project = atlas.by_id["yukun-hsr"]
    line = page.locator('path[data-id="yukun-hsr"]')
    line.focus()
    page.keyboard.press("Enter")
    card = page.locator(".atlas-card")
    assert project.name in card.inner_text()
    assert project.mentions[0].as_written in card.inner_text()
    page.wait_for_url(re.compile("project=yukun-hsr"))
    again = open_page(page.url)
    again.locator('.atlas[data-selected="yukun-hsr"]').wait_for()
    assert project.name in again.locator(".atlas-card").inner_text()
    row = again.locator("tr.is-selected")
    assert row.get_attribute("data-row") == "yukun-hsr"


def test_list_selects_on_the_map(app: str, open_page: Open) -> None:
    page = open_page(app)
    row = page.locator("tr[data-row]").nth(3)
    key = row.get_attribute("data-row")
    row.get_by_role("button").click()
    page.locator(f'.atlas[data-selected="{key}"]').wait_for()
    page.wait_for_url(re.compile(f"project={key}"))


def test_nothing_matches_can_be_widened(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app + "?q=nonesuch&lang=en&plan=nope")
    page.get_by_text("Nothing matches").wait_for()
    page.get_by_text("plan=nope").wait_for()
    page.get_by_role("button", name="Widen").click()
    shown(page, len(atlas.projects))
    assert "mode=all" in page.url
    assert "q=" not in page.url


def test_download_opens_from_disk(app: str, atlas: Atlas, open_page: Open, tmp_path: Path) -> None:
    page = open_page(app + "?region=wandakai&lang=en")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Map (HTML)").click()
    target = tmp_path / "map.html"
    waiting.value.save_as(target)
    exported = open_page(target.as_uri(), offline=True)
    left = filters.apply(atlas, Filter(regions=frozenset({"wandakai"})))
    assert exported.locator(".atlas").get_attribute("data-shown") == str(len(left))


def test_narrow_screen(app: str, open_page: Open) -> None:
    page = open_page(app, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".atlas.is-narrow").is_visible()


def test_hostile_data_run_nothing(changing: tuple[str, Path], open_page: Open) -> None:
    url, _ = changing
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(url + "?mode=all&region=west", requests=requests, errors=errors)
    page.locator(".atlas-root").evaluate(
        """root => { const view = root.atlasHolder.view;
          view.model.projects.forEach(p => { view.select(p.id, {fit: true, tell: true});
            view._hover(p, {x: 9, y: 9}, 1); });
          view._choose(view.model.projects, {x: 50, y: 50}); view.setBand(true); }"""
    )
    page.wait_for_timeout(700)
    open_page(
        url + "?lang=en&plan=<img src=x onerror=window.pwned=1>", requests=requests, errors=errors
    )
    assert page.evaluate("window.pwned") is None
    assert errors == []
    assert not [r for r in requests if "evil" in r or r.endswith("/x")]


def test_broken_data_in_one_sentence(changing: tuple[str, Path], chromium: Browser) -> None:
    url, folder = changing
    paths = Paths(folder)
    kept = paths.geojson.read_text(encoding="utf-8")
    paths.geojson.write_text(kept[:2000], encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    try:
        page.goto(url)
        alert = page.get_by_role("alert").first
        alert.wait_for()
        assert "data/projects.geojson" in alert.inner_text()
        assert "JSON" in alert.inner_text()
        assert "Traceback" not in page.content()
    finally:
        paths.geojson.write_text(kept, encoding="utf-8")
        context.close()
