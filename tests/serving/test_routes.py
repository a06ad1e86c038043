"""What is answered to the address of a download, without a server: file, page or sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.routing import Match, Route, Router

from layers.records.model import Atlas
from registry.errors import AtlasError
from registry.paths import Paths
from serving import kinds, routes
from serving.headers import BARE_POLICY
from serving.kinds import KINDS, PACKAGE
from serving.packages import Order, Place, State
from serving.routes import Downloads
from serving.state import Loaded
from serving.store import Store
from tests.serving.waiting import to_the_end
from tests.support import small_atlas

FAULT = AtlasError("package", zh="没有", en="nothing")


class Queue:
    """Packages of which a test says how far they are."""

    def __init__(self) -> None:
        self.place = Place(State.NONE)
        self.then = Place(State.WAITING, before=2)
        self.refuses: AtlasError | None = None
        self.heard: list[str] = []
        self.orders: list[Order] = []

    def look(self, _: str) -> Place:
        """How far it is."""
        self.heard.append("look")
        return self.place

    def ask(self, _: str, order: Order) -> Place:
        """Have it made."""
        self.heard.append("ask")
        self.orders.append(order)
        if self.refuses:
            raise self.refuses
        return self.then

    def forget(self, _: str) -> None:
        """Its failure is told."""
        self.heard.append("forget")

    def close(self) -> None:
        """The server ends."""
        self.heard.append("close")


class Answer:
    """An answer as the browser has it."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        start, *rest = messages
        self.status = start["status"]
        self.headers = {key.decode(): value.decode() for key, value in start["headers"]}
        self.body = b"".join(message.get("body", b"") for message in rest)
        self.ended = not rest[-1].get("more_body", False)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


Ask = Callable[..., Answer]


@pytest.fixture
def queue() -> Queue:
    return Queue()


@pytest.fixture
def where(tmp_path: Path) -> Paths:
    return small_atlas.write(tmp_path)


@pytest.fixture
def downloads(
    queue: Queue, where: Paths, small: Atlas, monkeypatch: pytest.MonkeyPatch
) -> Downloads:
    state = Loaded(stamp=(("data", 1, 2),), atlas=small, files={}, notices=[])
    monkeypatch.setattr(routes, "paths", lambda: where)
    monkeypatch.setattr(routes, "loaded", lambda _: state)
    packages: Any = queue
    return Downloads(Store(), packages)


@pytest.fixture
def ask(downloads: Downloads) -> Any:
    found = Router(routes=downloads.routes("maps"))

    def asked(path: str, query: str = "", method: str = "GET", accept: str = "*/*") -> Answer:
        scope: dict[str, Any] = {
            **{"type": "http", "method": method, "path": f"/maps/downloads/{path}"},
            **{"query_string": query.encode(), "server": ("x", 80)},
            "headers": [(b"accept", accept.encode())],
            **{"scheme": "http", "root_path": ""},
        }
        route, more = next(
            (route, child)
            for route in found.routes
            for match, child in [route.matches(scope)]
            if match is Match.FULL
        )
        assert isinstance(route, Route)
        messages: list[dict[str, Any]] = []

        async def send(message: Any) -> None:
            messages.append(message)

        async def whole() -> None:
            request = Request({**scope, **more})
            answer = await route.endpoint(request)
            await answer(request.scope, request.receive, send)

        to_the_end(whole())
        return Answer(messages)

    yield asked
    downloads.close()


@pytest.mark.parametrize(
    ("base", "root"),
    [("", "/downloads"), ("maps", "/maps/downloads"), ("/maps//cy/", "/maps/cy/downloads")],
)
def test_routes_stand_under_the_path_of_the_server(
    base: str, root: str, downloads: Downloads
) -> None:
    found = {route.path: route.methods for route in downloads.routes(base)}  # type: ignore[attr-defined]
    assert found == {
        f"{root}/package/state": {"GET", "HEAD", "POST"},
        f"{root}/read/{{token}}/{{kind}}": {"GET", "HEAD"},
        f"{root}/{{kind}}": {"GET", "HEAD"},
    }


def test_a_file_is_of_what_its_address_chooses(ask: Ask, small: Atlas) -> None:
    answer = ask("geojson", "mode=all")
    assert answer.status == 200
    assert answer.ended
    assert answer.headers["content-type"] == KINDS["geojson"].mime
    assert answer.headers["content-length"] == str(len(answer.body))
    assert small.titles.name.split()[0] in answer.headers["content-disposition"]
    assert ".geojson" in answer.headers["content-disposition"]
    assert answer.headers["content-security-policy"] == BARE_POLICY
    assert answer.headers["cache-control"] == "no-cache"
    every = json.loads(answer.body)["features"]
    one = json.loads(ask("geojson", "q=first").body)["features"]
    assert len(one) < len(every)


def test_of_a_head_there_is_no_body(ask: Ask) -> None:
    whole, head = ask("projects"), ask("projects", method="HEAD")
    assert head.headers == whole.headers
    assert (head.body, head.ended) == (b"", True)
    assert whole.body


def test_a_long_file_comes_whole(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "_PIECE", 7)
    text = "一二三四五六七八九十" * 5
    monkeypatch.setitem(KINDS, "geojson", replace(KINDS["geojson"], make=lambda _: text))  # type: ignore[arg-type]
    assert ask("geojson").text == text


def test_the_same_file_is_made_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def make(what: kinds.Chosen) -> str:
        made.append("x")
        return " ".join(what.ids)

    monkeypatch.setitem(KINDS, "geojson", replace(KINDS["geojson"], make=make))  # type: ignore[arg-type]
    first = ask("geojson", "mode=all")
    assert ask("geojson", "mode=all").body == first.body
    assert made == ["x"]
    assert ask("geojson", "q=first").body != first.body
    assert made == ["x", "x"]


@pytest.mark.parametrize(("query", "back"), [("", "../"), ("q=first", "../?q=first")])
def test_a_kind_that_there_is_not(query: str, back: str, ask: Ask) -> None:
    answer = ask("geojsom", query)
    assert answer.status == 404
    assert f'href="{back}"' in answer.text
    assert "geojson" in answer.text  # the nearest spelling


def test_of_no_project_there_is_no_file(ask: Ask) -> None:
    answer = ask("geojson", "q=nothing")
    assert answer.status == 404
    assert "no project matches" in answer.text
    assert 'href="../?q=nothing"' in answer.text


def test_a_file_that_cannot_be_made_is_our_fault(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: object) -> str:
        raise FAULT

    monkeypatch.setitem(KINDS, "geojson", replace(KINDS["geojson"], make=fails))  # type: ignore[arg-type]
    answer = ask("geojson", "q=first")
    assert answer.status == 500
    assert "nothing" in answer.text
    assert 'href="../?q=first"' in answer.text
    assert "geojson: package: nothing" in caplog.text


def test_what_went_wrong_is_logged_and_not_told(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: object) -> str:
        raise RuntimeError("secret")

    monkeypatch.setitem(KINDS, "geojson", replace(KINDS["geojson"], make=fails))  # type: ignore[arg-type]
    answer = ask("geojson", "q=first")
    assert answer.status == 500
    assert "it could not be made, try again" in answer.text
    assert 'href="../?q=first"' in answer.text
    assert "secret" not in answer.text
    assert "secret" in caplog.text


@pytest.mark.parametrize(
    ("path", "query", "status", "why"),
    [
        ("geojsom", "", 404, "geojson"),
        ("geojson", "q=nothing", 404, "no project matches"),
        ("geojson", "q=first", 500, "package: nothing."),
    ],
)
def test_who_takes_json_is_told_why_in_json(
    path: str, query: str, status: int, why: str, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> str:
        raise FAULT

    monkeypatch.setitem(KINDS, "geojson", replace(KINDS["geojson"], make=fails))  # type: ignore[arg-type]
    answer = ask(path, query, accept="text/html, application/json")
    assert answer.status == status
    assert answer.headers["cache-control"] == "no-store"
    assert why in json.loads(answer.body)["why"][1]


def test_a_file_that_cannot_be_kept_is_our_fault(
    ask: Ask, downloads: Downloads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(downloads.store, "keep", full)
    answer = ask("geojson")
    assert answer.status == 500
    assert "No space left on device" in answer.text
    monkeypatch.setattr(downloads.store, "keep", lambda *_: None)
    answer = ask("geojson")
    assert answer.status == 500
    assert "does not exist" in answer.text


@pytest.mark.parametrize(("query", "again"), [("", "package"), ("q=first", "package?q=first")])
def test_who_asks_for_a_package_waits_on_a_page(
    query: str, again: str, ask: Ask, queue: Queue, where: Paths
) -> None:
    answer = ask(PACKAGE, query)
    assert answer.status == 202
    assert answer.headers["refresh"] == f"2; url={again}"
    assert "2" in answer.text
    assert queue.heard == ["look", "ask"]
    (order,) = queue.orders
    assert order.data == where.data
    assert ("first-line" in order.ids, len(order.ids) == 1) == (True, bool(query))


def test_a_package_that_is_there_is_sent(ask: Ask, downloads: Downloads, queue: Queue) -> None:
    part = downloads.store.part()
    part.write_bytes(b"zip")
    downloads.store.keep(kinds.key(PACKAGE, routes._chosen("")), part)
    answer = ask(PACKAGE)
    assert (answer.status, answer.body) == (200, b"zip")
    assert answer.headers["content-type"] == "application/zip"
    assert ".zip" in answer.headers["content-disposition"]
    assert queue.heard == []


def test_a_package_that_failed_says_why_once(ask: Ask, queue: Queue) -> None:
    queue.place = Place(State.FAILED, fault=FAULT)
    answer = ask(PACKAGE, "q=first")
    assert answer.status == 500
    assert "nothing" in answer.text
    assert 'href="package?q=first"' in answer.text
    assert queue.heard == ["look", "forget"]


def test_a_package_that_none_may_wait_for(ask: Ask, queue: Queue) -> None:
    queue.refuses = FAULT
    answer = ask(PACKAGE, "q=first")
    assert answer.status == 500
    assert "nothing" in answer.text
    assert 'href="package?q=first"' in answer.text


def test_how_far_a_package_is(ask: Ask, queue: Queue) -> None:
    def told(method: str, query: str = "") -> dict[str, Any]:
        answer = ask(f"{PACKAGE}/state", query, method)
        assert answer.status == 200
        assert answer.headers["cache-control"] == "no-store"
        found: dict[str, Any] = json.loads(answer.body)
        return found

    assert told("GET") == {"state": "none", "before": 0, "why": []}
    assert queue.heard == ["look"]
    assert told("POST") == {"state": "waiting", "before": 2, "why": []}
    assert queue.heard == ["look", "ask"]
    queue.refuses = FAULT
    assert told("POST") == {
        **{"state": "failed", "before": 0},
        "why": ["package：没有。", "package: nothing."],
    }
    failed = told("POST", "q=nothing")
    assert (failed["state"], queue.heard) == ("failed", ["look", "ask", "ask"])
    assert "no project matches" in failed["why"][1]


def test_without_the_analysts_part_no_package_is_made(
    ask: Ask, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "find_spec", lambda _: None)
    answer = ask(f"{PACKAGE}/state", method="POST")
    assert json.loads(answer.body)["state"] == "failed"
    assert ask(PACKAGE).status == 404
    assert queue.heard == []


def test_what_runs_ends_with_the_server(downloads: Downloads, queue: Queue) -> None:
    folder = downloads.store.folder
    stopped: list[bool] = []
    downloads._maker.stop = lambda: stopped.append(True)  # type: ignore[method-assign]

    async def live() -> None:
        async with downloads.life():
            assert folder.is_dir()
            assert queue.heard == []

    to_the_end(live())
    assert (queue.heard, stopped, folder.exists()) == (["close"], [True], False)


def test_changes_that_an_address_does_not_ask_for_are_no_fault_of_ours(
    ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    answer = ask("changes")
    assert answer.status == 404
    assert "compares no plans" in answer.text
    assert not caplog.records
