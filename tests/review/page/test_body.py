"""One run of the page, without a browser: what it is given, offers and hears."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plans.documents.refusals import REFUSALS
from registry.paths import DEFAULT
from review import acceptance, page, rows
from review.downloads import Shelf
from review.page import Ground, Session
from review.source import Source, State
from review.taken_up import FORMAT
from tests.review import support

FILES = {"view": "v.js", "payload": "p.js", "failed": "x"}
STAMP = 7


class Box:
    """A container, which may be entered more than once."""

    def __init__(self, screen: Screen, key: str) -> None:
        self.screen, self.key = screen, key

    def __enter__(self) -> None:
        """What is drawn now is in it."""
        self.screen.inside.append(self.key)

    def __exit__(self, *_: object) -> None:
        """What is drawn now is outside."""
        self.screen.inside.pop()


class Screen:
    """Streamlit as far as the page uses it: what is drawn in which container, what is given."""

    def __init__(self) -> None:
        self.state: dict[str, Any] = {}
        self.boxes: list[tuple[str, bool]] = []
        self.inside: list[str] = []
        self.drawn: list[tuple[str, str]] = []
        self.given: dict[str, Any] = {}
        self.accepted: list[tuple[object, ...]] = []
        self.grounds: list[tuple[object, ...]] = []
        self.again = 0

    def container(self, *, key: str = "", horizontal: bool = False) -> Box:
        """A container, where the others before it end."""
        self.boxes.append((key, horizontal))
        return Box(self, key)

    def draw(self, what: str) -> None:
        """Note what is drawn, and in which container."""
        self.drawn.append((what, self.inside[-1] if self.inside else "outside"))

    def component(self, name: str, _: str) -> Any:
        """What mounts a component of ours."""

        def mount(**given: Any) -> None:
            self.draw(name)
            if name == "atlas_reader":
                self.given = given

        return mount

    def run_again(self) -> None:
        """The page asks to be run again."""
        self.again += 1


class Locator:
    """Knows no place."""

    shapes = staticmethod(support.nowhere)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    found = Screen()
    locator: Any = Locator()
    shared = Ground(STAMP, support.registry(), locator, support.knowledge())

    def ground(*told: object) -> Ground:
        found.grounds.append(told)
        return shared

    def accept(_: Session, *told: object) -> None:
        found.draw("accept")
        found.accepted.append(told)

    for name, stand_in in (
        ("container", found.container),
        ("session_state", found.state),
        ("rerun", found.run_again),
    ):
        monkeypatch.setattr(page.st, name, stand_in)
    monkeypatch.setattr(page.component, "component", found.component)
    monkeypatch.setattr(page, "ground", ground)
    monkeypatch.setattr(page, "_uploads", lambda _: found.draw("uploads"))
    monkeypatch.setattr(page, "_accept", accept)
    monkeypatch.setattr(acceptance, "refused", lambda paths: f"closed {paths is DEFAULT}")
    return found


@pytest.fixture
def session() -> Session:
    return Session(support.desk(), "zh", key="k")


@pytest.fixture
def read() -> Source:
    """A document that is read."""
    return support.source()


def run(session: Session, screen: Screen, *sources: Source, **told: object) -> dict[str, Any]:
    """What the page is given when it has these documents and has told so much."""
    session.desk.sources = list(sources)
    if told:
        screen.state["reader"] = SimpleNamespace(review=json.dumps(told))
    page._body(session, DEFAULT, STAMP, FILES)
    given: dict[str, Any] = screen.given["data"]
    return given


def test_a_page_without_documents_loads_nothing(session: Session, screen: Screen) -> None:
    assert run(session, screen) == {
        **FILES,
        "session": "k",
        "lang": "zh",
        "limits": rows.limits(),
        "review_format": FORMAT,
        "too_big": list(REFUSALS["too_big"]),
        "files": [],
        "compared": None,
        "unfit": [],
        "heard": 0,
        "downloads": "",
        "closed": "closed True",
        "taken": session.inbox.taken,
    }
    assert screen.given["key"] == "reader"
    assert screen.grounds == []
    assert screen.accepted == [(None, None, DEFAULT)]
    assert (session.shelf.step, session.shelf.review) == (0, None)


def test_pieces_stand_below_what_is_seen(session: Session, screen: Screen, read: Source) -> None:
    run(session, screen, read)
    assert screen.boxes == [("", False), ("pieces", False), ("downloads", True)]
    assert screen.drawn == [
        ("uploads", "pieces"),
        *[("atlas_piece", "pieces")] * 3,
        ("atlas_reader", ""),
        ("accept", "downloads"),
    ]


def test_a_document_that_is_read_is_shown_compared_and_offered(
    session: Session, screen: Screen, read: Source
) -> None:
    told = {read.row_key(0): {"verdict": "reject"}, f"{read.key}.99": {"verdict": "reject"}}
    given = run(session, screen, read, rows=told, step=4, have=["a", 5])
    assert [(one["key"], one["state"]) for one in given["files"]] == [(read.key, "read")]
    assert given["compared"]["source"] == read.key
    assert [(one["key"], one["field"]) for one in given["unfit"]] == [(f"{read.key}.99", "")]
    assert given["heard"] == 4
    assert given["downloads"] == session.shelf.token
    assert screen.grounds == [(DEFAULT, STAMP)]
    review = session.shelf.review
    assert review is not None
    assert (session.shelf.step, review.told, review.lang) == (4, told, "zh")
    ((chosen, shared, paths),) = screen.accepted
    assert chosen == review.ready[0]
    assert chosen[0] is read
    assert [row.verdict for row in chosen[1]] == ["reject", *[""] * (len(read.mentions) - 1)]
    assert (shared.stamp, paths) == (STAMP, DEFAULT)


@pytest.mark.parametrize(("step", "heard"), [(None, 0), ("5", 0), (2.5, 0), (0, 0), (9, 9)])
def test_the_step_that_was_heard_is_a_whole_number(
    step: object, heard: int, session: Session, screen: Screen
) -> None:
    assert run(session, screen, step=step)["heard"] == heard
    assert session.shelf.step == heard


@pytest.mark.parametrize(
    ("have", "there"),
    [
        (None, {"before"}),
        ("ab", {"before"}),
        ({"a": 1}, {"before"}),
        ([], {"before"}),
        (["a", 5], {"before", "a", "5"}),
    ],
)
def test_pieces_that_the_browser_has_are_noted(
    have: object, there: set[str], session: Session, screen: Screen
) -> None:
    session.there.add("before")
    run(session, screen, have=have)
    assert session.there == there


@pytest.mark.parametrize("state", [State.FINDING, State.LOCATING])
def test_while_a_document_is_read_it_is_shown_but_not_offered(
    state: State, session: Session, screen: Screen, read: Source
) -> None:
    read.state = state
    given = run(session, screen, read)
    assert [one["state"] for one in given["files"]] == [state.value]
    assert given["compared"]["source"] == read.key
    assert given["downloads"] == ""
    assert session.shelf.review is None
    assert [told[0] for told in screen.accepted] == [None]


def test_the_first_document_that_is_open_is_looked_at(
    session: Session, screen: Screen, read: Source
) -> None:
    waiting = Source("w", "x.txt", "x")
    given = run(session, screen, waiting)
    assert [one["state"] for one in given["files"]] == ["waiting"]
    assert given["compared"] is None
    assert screen.accepted.pop()[0] is None
    given = run(session, screen, waiting, read)
    assert [one["key"] for one in given["files"]] == ["w", read.key]
    assert given["compared"]["source"] == read.key
    # It is asked for by name; one that has no text yet cannot be looked at.
    assert run(session, screen, waiting, read, source="w")["compared"]["source"] == read.key
    review = session.shelf.review
    assert review is not None
    assert [source for source, _ in review.ready] == [read]


def test_what_is_said_of_a_document_is_from_before_it_is_drawn(
    session: Session, screen: Screen, read: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading goes on meanwhile: what ends now is offered at the next run."""
    read.state = State.LOCATING
    reviewed = page._reviewed

    def ends(*told: Any) -> Any:
        read.state = State.READ
        return reviewed(*told)

    monkeypatch.setattr(page, "_reviewed", ends)
    given = run(session, screen, read)
    assert [one["state"] for one in given["files"]] == ["locating"]
    assert given["downloads"] == ""


@pytest.mark.parametrize(
    ("states", "looking", "again"),
    [
        ([], None, 0),
        ([], True, 1),
        ([State.READ], False, 0),
        ([State.READ], True, 1),
        ([State.REFUSED], True, 1),
        ([State.LOCATING], True, 0),
        ([State.LOCATING], False, 1),
        ([State.READ, State.WAITING], False, 1),
        ([State.WAITING, State.READ], True, 0),
    ],
)
def test_it_looks_on_as_long_as_something_is_unfinished(
    states: list[State], looking: bool | None, again: int, session: Session, screen: Screen
) -> None:
    if looking is not None:
        screen.state["looking"] = looking
    sources = [Source(str(n), "x.txt", "x", state=state) for n, state in enumerate(states)]
    run(session, screen, *sources)
    assert screen.again == again


def test_what_the_page_sends_goes_where_it_belongs(
    session: Session, screen: Screen, read: Source
) -> None:
    run(session, screen, read)
    screen.state["reader"] = SimpleNamespace(
        lang="en", pasted=json.dumps({"id": "a", "text": "建设云青铁路。"}), removed=read.key
    )
    screen.given["on_lang_change"]()
    assert session.lang == "en"
    screen.given["on_removed_change"]()
    assert session.desk.sources == []
    screen.given["on_pasted_change"]()
    session.desk.wait()
    assert [one.plan for one in session.desk.sources] == ["pasted-1"]
    assert screen.given["on_review_change"]() is None


@pytest.mark.parametrize(("asked", "lang"), [(None, "zh"), ("en", "en"), ("fr", "zh")])
def test_a_reader_has_one_session(
    asked: str | None, lang: str, screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    warmed: list[object] = []
    runs: list[tuple[object, tuple[Any, ...]]] = []
    handed: list[Shelf] = []

    def fragment(body: object, *, run_every: float | None) -> Any:
        assert body is page._body
        return lambda *told: runs.append((run_every, told))

    monkeypatch.setattr(page.st, "query_params", {"lang": asked} if asked else {})
    monkeypatch.setattr(page.st, "fragment", fragment)
    monkeypatch.setattr(page, "looked_at", lambda: lambda: True)
    monkeypatch.setattr(page, "_warm", lambda *told: warmed.append(told))
    monkeypatch.setattr(page, "_view", lambda static: f"view of {static.name}")

    def read() -> Session:
        page.read_page(
            DEFAULT, STAMP, payload="p.js", failed="x", static=tmp_path, hand=handed.append
        )
        session = screen.state["session"]
        assert isinstance(session, Session)
        return session

    session = read()
    assert session.lang == lang
    assert session.desk.knowledge().dates == support.knowledge().dates
    assert screen.grounds == [(DEFAULT, STAMP)]
    assert warmed == [(DEFAULT, STAMP)]
    files = {"view": f"view of {tmp_path.name}", "payload": "p.js", "failed": "x"}
    assert runs == [(None, (session, DEFAULT, STAMP, files))]
    assert screen.state["looking"] is False
    # While something is read it looks every 0.7 seconds.
    session.desk.sources = [Source("w", "x.txt", "x")]
    assert read() is session
    assert runs[1][0] == page.LOOK == 0.7
    assert screen.state["looking"] is True
    assert handed == [session.shelf]
