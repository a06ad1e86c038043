"""The server goes away under the page: the map and its filters go on, and one line says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from layers.translations.catalog import t
from registry.paths import DEFAULT
from registry.vocab import Status
from review.words import WORDS
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
#: Milliseconds after which Streamlit's own dialog would long have come (it does after 2 to 4 s).
LONG = 9000
#: What makes a page useless without being seen: something over all, or nothing that answers.
INERT = """() => [...document.querySelectorAll('[role=dialog], [data-testid=stDialog]')].length
  + [...document.querySelectorAll('[inert], [aria-hidden=true]')]
    .filter(e => e.contains(document.querySelector('[data-testid=stMain]'))).length"""


def left(atlas: Atlas, *statuses: Status) -> int:
    return len(filters.apply(atlas, Filter(statuses=frozenset(statuses))).ids)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_map_goes_on_without_its_server(
    lang: str, atlas: Atlas, open_page: Open, tmp_path: Path
) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    from playwright.sync_api import expect

    errors: list[str] = []
    with ExitStack() as running:
        url = running.enter_context(browser.explorer(DEFAULT.data, tmp_path / "log.txt"))
        page = open_page(f"{url}?lang={lang}", errors=errors)
        lost = page.locator(".app-lost")
        expect(lost).to_be_hidden()
        running.close()
        expect(lost).to_have_text(t("app.lost", lang), timeout=20_000)
        page.wait_for_timeout(LONG)
        assert page.evaluate(INERT) == 0
        # As a reader does it: a real click, which whatever lies over the page would take.
        page.locator('.app-panel [data-choice="status=start"]').click()
        n = left(atlas, Status.START)
        page.locator(f'.atlas[data-shown="{n}"]').wait_for()
        page.locator(".app-tabs").get_by_role("button", name=t("app.tab.charts", lang)).click()
        expect(page.locator(".app-page.is-charts")).to_be_visible()
        # A page whose figures the server has says so, and so does a download.
        page.locator(".app-tabs").get_by_role("button", name=t("app.tab.data", lang)).click()
        expect(page.locator(".app-page.is-data")).to_have_text(t("app.unreached", lang))
        page.locator(".app-downloads > button").click()
        page.get_by_role("link", name="GeoJSON").click()
        why = t("app.download.failed", lang, why=t("app.download.unreached", lang))
        expect(page.locator(".app-menu [role=alert]")).to_have_text(why)
        assert urlsplit(page.url).path == "/"
        # When it is back the line goes, and what was chosen stays.
        port = urlsplit(url).port
        assert port is not None
        running.enter_context(browser.explorer(DEFAULT.data, tmp_path / "log.txt", port=port))
        expect(lost).to_be_hidden(timeout=40_000)
        page.locator(".app-tabs").get_by_role("button", name=t("app.tab.data", lang)).click()
        page.locator(".app-page.is-data .app-about").first.wait_for()
        with page.expect_download() as waiting:
            page.locator(".app-downloads > button").click()
            page.get_by_role("link", name="GeoJSON").click()
        assert waiting.value.suggested_filename.endswith(".geojson")
        assert page.locator(f'.atlas[data-shown="{n}"]').count() == 1
    assert errors == []


def test_data_that_are_not_there_say_so_and_what_helps(open_page: Open, tmp_path: Path) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    shutil.copytree(DEFAULT.data, tmp_path / "data")
    (tmp_path / "data" / "projects.geojson").unlink()
    with browser.explorer(tmp_path / "data", tmp_path / "log.txt") as url:
        page = open_page(url)
        said = page.locator(".app-empty").inner_text()
        for part in ("data/projects.geojson：文件不存在", "python -m geo build"):
            assert part in said
        assert t("empty", "zh") not in page.locator(".atlas-app").inner_text()


def test_the_page_read_a_plan_says_so_too(open_page: Open, tmp_path: Path) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    from playwright.sync_api import expect

    with ExitStack() as running:
        url = running.enter_context(browser.explorer(DEFAULT.data, tmp_path / "log.txt"))
        page = open_page(url + "?page=read&lang=en", ready=".reader")
        running.close()
        expect(page.locator(".app-lost")).to_have_text(WORDS["read.lost"][1], timeout=20_000)
        page.wait_for_timeout(LONG)
        assert page.evaluate(INERT) == 0
