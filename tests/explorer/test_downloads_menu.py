"""The menu of downloads: of what is shown at that moment, and a package that is waited for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.vocab import Status

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
STATE = "**/downloads/package/state*"


def place(state: str, before: int = 0, *why: str) -> dict[str, Any]:
    return {"state": state, "before": before, "why": list(why)}


class Server:
    """Answers in the server's place, one answer after the other; the last one stays."""

    def __init__(self, *answers: dict[str, Any] | None) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def __call__(self, route: Route) -> None:
        """Answer one request."""
        self.asked.append((route.request.method, urlsplit(route.request.url).query))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer is None:
            route.abort()
        else:
            route.fulfill(body=json.dumps(answer), content_type="application/json")


def test_a_file_is_of_the_filter_of_that_moment(
    app: str, atlas: Atlas, open_page: Open, tmp_path: Path
) -> None:
    errors: list[str] = []
    page = open_page(app + "?lang=en", errors=errors)
    page.get_by_role("button", name="Download").click()
    link = page.get_by_role("link", name="GeoJSON")
    for n, status in enumerate((Status.START, Status.RESEARCH, Status.PREPARATION)):
        # In one go: a choice, and the file before the address has had time to follow.
        page.locator(f'.app-panel [data-choice="status={status.value}"]').evaluate("b => b.click()")
        with page.expect_download() as waiting:
            link.dispatch_event("pointerdown")
            link.evaluate("a => a.click()")
        target = tmp_path / f"{n}.geojson"
        waiting.value.save_as(target)
        found = [f["properties"]["id"] for f in json.loads(target.read_text("utf-8"))["features"]]
        chosen = frozenset((Status.START, Status.RESEARCH, Status.PREPARATION)[: n + 1])
        assert found == filters.apply(atlas, Filter(statuses=chosen)).ids
    assert errors == []


def test_a_package_is_prepared_then_offered(app: str, open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page(app + "?lang=en&region=wandakai")
    server = Server(place("waiting", 3), place("making"), place("ready"))
    page.route(STATE, server)
    page.get_by_role("button", name="Download").click()
    box = page.locator(".app-package")
    expect(box).to_have_text("Prepare the package (ZIP)")
    assert server.asked == []
    box.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(box).to_have_text("Waiting, 3 before it")
    expect(box).to_have_text("Being prepared, a few seconds")
    link = box.get_by_role("link", name="Ready: package (ZIP)")
    expect(link).to_have_attribute(
        "href", urlsplit(app).path + "downloads/package?lang=en&view=plan&region=wandakai"
    )
    asked = "lang=en&view=plan&region=wandakai"
    assert server.asked == [("POST", asked), ("GET", asked), ("GET", asked)]
    # Another filter is another package, unless the server has that one too.
    server.answers = [place("none")]
    page.locator('.app-panel [data-choice="status=start"]').click()
    expect(box).to_have_text("Prepare the package (ZIP)")
    # Whoever never asked has nothing looked up.
    asked_so_far = len(server.asked)
    page.locator('.app-panel [data-choice="status=research"]').click()
    page.wait_for_url("**status=start,research**")
    assert len(server.asked) == asked_so_far


def test_a_package_that_fails_says_why_and_is_tried_again(app: str, open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page(app)
    server = Server(
        place("failed", 0, "data/x：坏了。", "data/x: is broken."), None, place("ready")
    )
    page.route(STATE, server)
    page.get_by_role("button", name="下载").click()
    box = page.locator(".app-package")
    box.get_by_role("button", name="准备分析包（ZIP）").click()
    expect(box.locator("p")).to_have_text("没有做成：data/x：坏了。")
    again = box.get_by_role("button", name="再试一次")
    again.click()
    expect(box.locator("p")).to_have_text("没有做成：服务器没有回答。")
    again.click()
    expect(box.get_by_role("link")).to_have_text("已备好：分析包（ZIP）")
    assert [method for method, _ in server.asked] == ["POST", "POST", "POST"]


def test_the_menu_opens_and_closes(app: str, open_page: Open) -> None:
    from playwright.sync_api import expect

    page = open_page(app + "?lang=en")
    head, menu = page.get_by_role("button", name="Download"), page.locator(".app-menu")
    expect(menu).to_be_hidden()
    head.click()
    expect(menu).to_be_visible()
    assert head.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    head.click()
    page.locator(".app-titles").click()
    expect(menu).to_be_hidden()
    # Of nothing there is nothing to take.
    head.click()
    page.locator(".app-panel input[type=search]").first.fill("no such thing")
    expect(page.get_by_role("button", name="Download 0")).to_be_disabled()
    expect(menu).to_be_hidden()
