"""Fixtures that several test files share."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from layers.records import data
from layers.records.model import Atlas
from registry.paths import DEFAULT, Paths
from tests.support import browser, require, small_atlas

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


# A busy machine is slow without being wrong: how long an example takes is no failure.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that drives a browser try twice more; the report names each that did.

    A browser on a busy machine loses its connection or its keyboard for a moment.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(autouse=True)
def same_main() -> Iterator[None]:
    """Let ``__main__`` be what it was: Streamlit's AppTest leaves its script there.

    A process that is spawned later would run that script.
    """
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The shipped data, loaded."""
    return data.load(DEFAULT)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer on the shipped data."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    log = tmp_path_factory.mktemp("app") / "log.txt"
    with browser.explorer(DEFAULT.data, log) as url:
        yield url


@pytest.fixture(scope="session")
def small_paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """The small data folder; tests must not change it."""
    return small_atlas.write(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def hostile_paths(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """The small data folder with hostile text in every field."""
    return small_atlas.write(tmp_path_factory.mktemp("hostile"), hostile=True)


@pytest.fixture(scope="module")
def hostile_app(
    tmp_path_factory: pytest.TempPathFactory, hostile_paths: Paths
) -> Iterator[tuple[str, Path]]:
    """The explorer on a copy of the hostile data, and its folder, which a test may break."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    folder = tmp_path_factory.mktemp("hostile-app")
    shutil.copytree(hostile_paths.data, folder / "data")
    with browser.explorer(folder / "data", folder / "log.txt") as url:
        yield url, folder / "data"


@pytest.fixture(scope="session")
def small(small_paths: Paths) -> Atlas:
    """The small data, loaded."""
    return data.load(small_paths)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    path = browser.chromium()
    require(path is not None, "Chromium (name it in CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=path, args=browser.FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a page of its own; ``requests`` and ``errors`` fill as it runs."""
    contexts = []

    def opened(
        url: str,
        *,
        width: int = 1440,
        offline: bool = False,
        requests: list[str] | None = None,
        errors: list[str] | None = None,
        ready: str = ".atlas[data-shown]",
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, offline=offline)
        contexts.append(context)
        page = context.new_page()
        if requests is not None:
            page.on("request", lambda r: requests.append(r.url))
        if errors is not None:
            page.on("pageerror", lambda e: errors.append(str(e)))
            page.on("dialog", lambda d: (errors.append(d.message), d.dismiss()))
        page.goto(url)
        page.locator(ready).wait_for(timeout=60_000)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Writes a page and gives its ``file://`` address."""

    def write(text: str) -> str:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        return path.as_uri()

    return write
