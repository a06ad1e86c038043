"""A server that is restarted in the midst of a review: the page says so and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from registry.paths import DEFAULT
from tests.plans.documents.support import expected
from tests.review.in_browser import done, drop, wait_until_idle
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_a_review_goes_on_after_a_restart(chromium: Browser, tmp_path: Path) -> None:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    from playwright.sync_api import expect

    names = [row["name"] for row in expected("plan.docx")]
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    rows = page.locator(".reader-table tbody tr")
    with browser.explorer(DEFAULT.data, tmp_path / "first.txt") as url:
        page.goto(f"{url}?page=read&lang=en")
        page.locator(".reader-zone").wait_for(timeout=60_000)
        drop(page, "plan.docx")
        done(page, len(names))
        for key in ("a", "x", "6", "ArrowDown", "BracketRight"):
            page.keyboard.press(key)
        wait_until_idle(page)
        words = page.locator(".reader-words").inner_text()
        status = rows.nth(2).locator("td").nth(1).inner_text()
    # Nobody answers now, and what is corrected meanwhile is kept too. (Streamlit's own box on the
    # lost connection stands before the page at some time.)
    rows.nth(4).dispatch_event("click")
    page.locator('.reader [data-action="accept"]').dispatch_event("click")
    expect(page.locator(".reader-count")).to_have_text(f"3 of {len(names)} reviewed")
    with browser.explorer(DEFAULT.data, tmp_path / "then.txt", port=urlsplit(url).port or 0):
        alert = page.locator(".reader-faults")
        expect(alert).to_contain_text("The server was restarted", timeout=120_000)
        done(page, len(names))
        expect(page.locator(".reader-count")).to_have_text(f"3 of {len(names)} reviewed")
        expect(page.locator(".reader-file-item")).to_have_count(1)
        shown = page.locator(".reader-name").all_inner_texts()
        assert shown[:3] == names[:3]
        assert rows.evaluate_all("all => all.slice(0, 5).map(r => r.className)") == [
            *("is-accept", "is-reject", "is-open", "is-open", "is-accept"),
        ]
        assert rows.nth(2).locator("td").nth(1).inner_text() == status
        rows.nth(3).click()
        expect(page.locator(".reader-words")).to_have_text(words)
        # The new server hears what is corrected from here on.
        page.keyboard.press("x")
        wait_until_idle(page)
        expect(page.locator(".reader-count")).to_have_text(f"4 of {len(names)} reviewed")
    page.context.close()
