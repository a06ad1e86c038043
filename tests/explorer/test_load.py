"""Ten readers at once, and two tabs of one: each sees its own, and the server does not grow."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.records import data
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import DEFAULT
from registry.vocab import Status
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def memory_mb(url: str) -> float:
    """Resident memory of the server at ``url``."""
    port = f"--server.port={url.split(':')[2].split('/')[0]}"
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and port in (folder / "cmdline").read_text().split("\0"):
                status = (folder / "status").read_text()
                return int(status.split("VmRSS:")[1].split()[0]) / 1024
        except OSError:
            continue
    raise RuntimeError("the server is not among the processes")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads memory from /proc")
def test_ten_readers(tmp_path: Path, chromium: Browser) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    atlas = data.load(DEFAULT)
    left = {
        status: len(filters.apply(atlas, Filter(statuses=frozenset({status})))) for status in Status
    }
    errors: list[str] = []
    levels: list[float] = []
    log = tmp_path / "log.txt"
    with browser.explorer(DEFAULT.data, log) as url:
        for _ in range(3):
            pages: list[Page] = []
            # Five readers with two tabs each.
            for _ in range(5):
                context = chromium.new_context(viewport={"width": 1000, "height": 700})
                for _ in range(2):
                    page = context.new_page()
                    page.on("pageerror", lambda e: errors.append(str(e)))
                    page.goto(url, wait_until="commit")
                    pages.append(page)
            wanted = list(Status) + list(Status)[:3]
            for page, status in zip(pages, wanted, strict=True):
                page.locator(".atlas[data-shown]").wait_for(timeout=60_000)
                page.locator(f'.app-panel [data-choice="status={status.value}"]').click()
            for page, status in zip(pages, wanted, strict=True):
                n = left[status]
                page.locator(f'.atlas[data-shown="{n}"]').wait_for(timeout=30_000)
                page.get_by_role("button", name=f"下载 {n} 项").wait_for(timeout=30_000)
            levels.append(memory_mb(url))
            for context in {page.context for page in pages}:
                context.close()
    assert errors == []
    assert "Traceback" not in log.read_text()
    # The second round may still warm caches; from then on it stays.
    assert levels[2] - levels[1] < 15, levels
