"""What is dropped or pasted arrives though a message, an upload or the server is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from registry.paths import DEFAULT
from tests.plans.documents.support import expected
from tests.review.in_browser import done, drop, paste, sent, wait_until_idle
from tests.support import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route, WebSocketRoute

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


def lost(chromium: Browser, app: str, words: bytes) -> Iterator[tuple[Page, list[str]]]:
    """A page whose first message to the server with ``words`` in it is lost."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    gone: list[str] = []

    def connect(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if not gone and isinstance(message, bytes) and words in message:
                gone.append("message")
            else:
                server.send(message)

        socket.on_message(pass_on)

    page.route_web_socket(re.compile("/_stcore/stream"), connect)
    page.goto(f"{app}?page=read&lang=en")
    page.locator(".reader-zone").wait_for(timeout=60_000)
    yield page, gone
    context.close()


def test_a_text_whose_message_is_lost_is_sent_again(chromium: Browser, app: str) -> None:
    for page, gone in lost(chromium, app, "加快建设渝昆高铁".encode()):
        paste(page, "加快建设渝昆高铁。")
        done(page, 1)
        sent(page)
        assert gone == ["message"]
        # It came twice at most, and stands there once.
        assert page.locator(".reader-file-item").count() == 1


def test_a_file_whose_message_is_lost_is_sent_again(chromium: Browser, app: str) -> None:
    for page, gone in lost(chromium, app, b"~plan.docx"):
        drop(page, "plan.docx")
        done(page, len(expected("plan.docx")))
        sent(page)
        assert gone == ["message"]
        assert page.locator(".reader-file-item").count() == 1


def test_files_whose_upload_fails_are_sent_again_together(app: str, open_page: Open) -> None:
    page = open_page(f"{app}?page=read&lang=en", ready=".reader-zone")
    failed: list[str] = []

    def upload(route: Route) -> None:
        if route.request.method == "PUT" and not failed:
            failed.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/_stcore/upload_file/**", upload)
    drop(page, "plan.docx", "empty.txt")
    page.locator(".reader-file-item.is-read").wait_for(timeout=60_000)
    page.locator(".reader-file-item.is-refused").wait_for(timeout=60_000)
    sent(page)
    assert len(failed) == 1
    assert page.locator(".reader-file-item").count() == 2


def test_a_drop_waits_for_the_uploader(chromium: Browser, app: str) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    held: list[Route] = []
    page.route("**/FileUploader*.js", lambda route: held.append(route))
    page.goto(f"{app}?page=read&lang=en")
    page.locator(".reader-zone").wait_for(timeout=60_000)
    drop(page, "empty.txt")
    page.get_by_text("Uploading").wait_for()
    # The page made anew keeps it.
    page.get_by_role("button", name="中文").click()
    page.get_by_text("正在上传").wait_for()
    assert held
    for route in held:
        route.continue_()
    page.locator(".reader-file-item.is-refused").wait_for(timeout=60_000)
    sent(page)
    context.close()


def test_a_review_goes_on_after_a_restart(chromium: Browser, tmp_path: Path) -> None:
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
