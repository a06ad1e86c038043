"""What the pages may run: their own files, and no text that becomes code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from layers.publish.export import export_html
from layers.records import data
from registry.paths import DEFAULT
from serving.headers import PAGE_POLICY
from tests.review.in_browser import done, paste
from tests.support import browser, require

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: Notes what the policy forbids, from the first line of the page on.
NOTES = """document.addEventListener("securitypolicyviolation", event => {
  const told = event.violatedDirective + " " + event.blockedURI;
  (window.forbidden = window.forbidden || []).push(told);
});"""
#: Text that would become code, as a page's own script would have it: what comes of it.
EVIL = """() => new Promise(resolve => {
  window.addEventListener("evil", event => resolve(event.detail));
  const script = document.createElement("script");
  script.textContent = `let told; try { told = eval("1 + 1"); } catch (e) { told = e.name; }
    window.dispatchEvent(new CustomEvent("evil", { detail: told }));`;
  // Later: what runs the test may do what the page may not.
  setTimeout(() => document.head.append(script));
})"""


def _opened(chromium: Browser, url: str, ready: str) -> Page:
    page = chromium.new_page()
    page.add_init_script(NOTES)
    page.goto(url)
    page.locator(ready).wait_for(timeout=60_000)
    return page


def _uses_the_map(page: Page) -> None:
    for tab in page.locator(".app-tabs button").all():
        tab.click()
    page.locator(".app-downloads > button").click()


def _uses_the_reader(page: Page) -> None:
    paste(page, "加快建设渝昆高铁。开工建设云泽至青岚铁路。")
    done(page, 2)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    with browser.explorer(DEFAULT.data, tmp_path_factory.mktemp("policy") / "log.txt") as url:
        yield url


@pytest.mark.parametrize(
    ("query", "ready", "use"),
    [
        ("", ".atlas[data-shown]", _uses_the_map),
        ("?page=read", ".reader-zone", _uses_the_reader),
    ],
)
def test_no_page_needs_text_that_becomes_code(
    server: str, chromium: Browser, query: str, ready: str, use: Callable[[Page], None]
) -> None:
    page = _opened(chromium, server + query, ready)
    use(page)
    assert page.evaluate("window.forbidden || []") == []
    assert page.evaluate(EVIL) == "EvalError"
    assert page.evaluate("window.forbidden") == ["script-src eval"]
    page.close()


def test_an_exported_file_needs_none_either(chromium: Browser, tmp_path: Path) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    file = tmp_path / "map.html"
    file.write_text(export_html(data.load(DEFAULT)), encoding="utf-8")
    page = _opened(chromium, file.as_uri(), ".atlas")
    assert "eval" not in (page.get_attribute("meta[http-equiv]", "content") or "eval")
    assert page.evaluate("window.forbidden || []") == []


def test_the_policy_allows_streamlits_numbers_and_no_eval() -> None:
    scripts = next(part for part in PAGE_POLICY.split("; ") if part.startswith("script-src"))
    assert scripts == "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:"
