"""Downloads that a page hands over: as new as what was told last, gone with the page."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Router

from registry.errors import AtlasError
from serving import handed
from serving.handed import find, hand
from serving.routes import Downloads
from tests.serving.waiting import to_the_end


class Page:
    """A page with one file; ``fault`` is raised instead."""

    token = "page-1"

    def __init__(self, step: int = 0) -> None:
        self.step = step
        self.fault: Exception | None = None

    def file(self, kind: str) -> tuple[str, str, str]:
        """The file says at which step it was made."""
        if self.fault:
            raise self.fault
        return f"图-{kind}.csv", "text/csv; charset=utf-8", f"{kind} {self.step}"


Ask = Callable[..., Response]


@pytest.fixture
def ask() -> Iterator[Ask]:
    """What the server answers to the address of a file, at a step."""
    downloads = Downloads()
    routes = Router(routes=downloads.routes("maps")).routes

    def asked(step: str = "", accept: str = "text/html") -> Response:
        scope = {
            **{"type": "http", "method": "GET", "path": "/maps/downloads/read/page-1/table"},
            "query_string": urlencode({"step": step}).encode(),
            "headers": [(b"accept", accept.encode())],
        }
        found, more = next(
            (route, child)
            for route in routes
            for match, child in [route.matches(scope)]
            if match is Match.FULL
        )
        assert found.endpoint == downloads.handed  # type: ignore[attr-defined]
        return to_the_end(downloads.handed(Request({**scope, **more})))

    yield asked
    downloads.close()


def body(answer: Response) -> str:
    return bytes(answer.body).decode()


def test_a_file_comes_by_its_address(ask: Ask) -> None:
    page = Page(3)
    hand(page)
    answer = ask("3")
    assert (answer.status_code, body(answer)) == (200, "table 3")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].endswith("%E5%9B%BE-table.csv")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    for odd in ("", "x", "-1", "³", "9" * 12, "1.5"):
        assert ask(odd).status_code == 200


def test_without_the_page_there_is_nothing(ask: Ask) -> None:
    page = Page()
    hand(page)
    del page
    gc.collect()
    answer = ask()
    assert answer.status_code == 404
    assert "这一页已经关闭" in body(answer)
    assert 'href="../../../?page=read"' in body(answer)
    told = ask(accept="*/*, application/json")
    assert told.status_code == 404
    zh, en = json.loads(body(told))["why"]
    assert zh.startswith("downloads：这一页已经关闭，或服务器重新启动过")
    assert en.startswith("downloads: this page was closed or the server restarted")


def test_a_file_that_cannot_be_made_is_a_sentence_without_the_text(
    ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    page = Page()
    hand(page)
    page.fault = AtlasError("downloads", zh="没有", en="nothing")
    assert json.loads(body(ask(accept="application/json"))) == {
        "why": ["downloads：没有。", "downloads: nothing."]
    }
    page.fault = RuntimeError("云泽至青岚铁路")
    answer = ask()
    assert answer.status_code == 404
    assert "没有做成" in body(answer)
    assert "云泽" not in body(answer) + caplog.text
    assert "could not be made" in caplog.text


def test_it_waits_for_what_was_told_last() -> None:
    page = Page(1)
    hand(page)

    async def told() -> int:
        asked = asyncio.create_task(find("page-1", 2))
        await asyncio.sleep(0.2)
        assert not asked.done()
        page.step = 2
        return (await asked).step

    assert to_the_end(told()) == 2
    with pytest.raises(AtlasError, match="has not received the last correction yet"):
        to_the_end(find("page-1", 3, patience=0.1))
    with pytest.raises(AtlasError, match="closed or the server restarted"):
        to_the_end(find("page-2", 0))
    assert handed.PATIENCE == 20
