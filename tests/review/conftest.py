"""One server and one browser's store for all tests of the page that change nothing for others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from registry.paths import DEFAULT
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., "Page"]


@pytest.fixture(scope="package")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server of `app` says."""
    return tmp_path_factory.mktemp("reader") / "log.txt"


@pytest.fixture(scope="package")
def app(log: Path) -> Iterator[str]:
    """The explorer on the shipped data, under a base path."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    with browser.explorer(DEFAULT.data, log, base="maps/atlas") as url:
        yield url


@pytest.fixture(scope="package")
def store(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser's store: what one test fetched from the server the next one has."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def read(store: BrowserContext, app: str) -> Iterator[Open]:
    """Opens the page, a session of its own; ``requests`` and ``errors`` fill as it runs."""
    pages = []

    def opened(
        query: str = "",
        *,
        width: int = 1440,
        requests: list[str] | None = None,
        errors: list[str] | None = None,
    ) -> Page:
        page = store.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        pages.append(page)
        if requests is not None:
            page.on("request", lambda r: requests.append(r.url))
        if errors is not None:
            page.on("pageerror", lambda e: errors.append(str(e)))
        page.goto(f"{app}?page=read{query}")
        page.locator(".reader-zone").wait_for(timeout=60_000)
        return page

    yield opened
    for page in pages:
        page.close()
