"""The page looks on until what it shows is finished, whenever reading ends."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plans.documents import read_pasted
from plans.matching.match import Candidates
from registry.errors import AtlasError
from registry.paths import Paths
from review import desk as desk_module
from review import page
from review.desk import Desk, Knowledge
from review.source import State
from tests.review.support import nowhere

KNOWLEDGE = Knowledge(Candidates(), {}, nowhere)
FILES = {"view": "v", "payload": "p", "failed": "f"}


class Again(Exception):
    """The page asks to be run anew."""


class Ran:
    """One run of the page after another without a browser; ``shown`` is what each has sent."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, uploads: list[Any]) -> None:
        self.shown: list[dict[str, Any]] = []
        self.pieces: list[dict[str, Any]] = []
        self.late: Callable[[], None] = lambda: None
        self.session = page.Session(Desk(lambda: KNOWLEDGE), "zh")
        shared = SimpleNamespace(registry=None, locator=None, knowledge=KNOWLEDGE)
        self.state: dict[str, Any] = {}
        st = SimpleNamespace(
            session_state=self.state,
            file_uploader=lambda *_, **__: uploads,
            container=lambda **_: nullcontext(),
            rerun=self._again,
        )
        monkeypatch.setattr(page, "st", st)
        monkeypatch.setattr(page, "ground", lambda *_: shared)
        monkeypatch.setattr(page.component, "component", lambda name, _: self._mount(name))
        monkeypatch.setattr(page, "_compared", lambda *_: None)
        monkeypatch.setattr(page, "_shapes", lambda *_: ({}, 0))
        monkeypatch.setattr(page, "_accept", lambda *_: self.late())

    def _again(self) -> None:
        raise Again

    def _mount(self, name: str) -> Callable[..., None]:
        def mount(*, data: dict[str, Any], **_: object) -> None:
            if name == "atlas_reader":
                self.shown.append(data)
            else:
                self.pieces.append(data)

        return mount

    def run(self) -> bool:
        """Run it; whether it asks to be run anew."""
        self.state["looking"] = self.session.desk.busy
        return self.part()

    def part(self) -> bool:
        """Run what is seen alone, as it is while the page looks on."""
        try:
            page._body(self.session, Paths(Path()), "", FILES)
        except Again:
            return True
        return False

    def tell(self, **told: object) -> None:
        """What the page says to the server."""
        self.state["reader"] = SimpleNamespace(review=json.dumps(told))


def upload(name: str) -> SimpleNamespace:
    return SimpleNamespace(file_id="u1", name=name, getvalue=lambda: b"x")


def held(monkeypatch: pytest.MonkeyPatch, end: Callable[[], None]) -> threading.Event:
    """Reading stops until the event is set, and then ends as ``end`` does."""
    go = threading.Event()

    def read(source: Any, *_: object) -> None:
        assert go.wait(10)
        end()
        source.state = State.READ

    monkeypatch.setattr(desk_module, "read", read)
    return go


def refuse() -> None:
    raise AtlasError("a.docx", zh="坏", en="bad")


@pytest.mark.parametrize("end", [refuse, lambda: None])
def test_reading_that_ends_while_the_page_is_drawn_is_shown(
    monkeypatch: pytest.MonkeyPatch, end: Callable[[], None]
) -> None:
    found = Ran(monkeypatch, [upload("p1.0.1~a.docx")])
    go = held(monkeypatch, end)

    def late() -> None:
        go.set()
        found.session.desk.wait()

    found.late = late
    # It was drawn as unfinished, so it is drawn again though nothing is being read any more.
    assert found.run()
    assert found.shown[-1]["files"][0]["state"] == "waiting"
    assert found.shown[-1]["taken"] == ["p1"]
    assert not found.session.desk.busy
    assert not found.run()
    assert found.shown[-1]["files"][0]["state"] == ("refused" if end is refuse else "read")


def test_it_looks_on_while_something_is_read_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Ran(monkeypatch, [upload("a.docx")])
    go = held(monkeypatch, lambda: None)
    assert found.run()
    assert not found.run()
    assert not found.part()
    go.set()
    found.session.desk.wait()
    # The last look has all of it, and asks that nobody looks again.
    assert found.part()
    assert found.shown[-1]["files"][0]["state"] == "read"
    assert not found.run()


def test_what_is_refused_halfway_shows_none_of_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Ran(monkeypatch, [upload("a.docx")])
    go = held(monkeypatch, refuse)
    found.session.cuts["1"] = [0, 3]
    assert found.run()
    go.set()
    found.session.desk.wait()
    assert not found.run()
    (file,) = found.shown[-1]["files"]
    assert (file["state"], file["rows"], file["text"]) == ("refused", [], "")
    assert file["fault"] == ["坏", "bad"]


def test_a_piece_goes_until_the_page_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Ran(monkeypatch, [])
    monkeypatch.setattr(page, "ENDED", frozenset(State))
    found.session.desk.take_up(
        "a", "a", read_pasted("修路。", "a"), [], {"0": {"verdict": "accept"}}
    )
    found.session.desk.wait()
    assert not found.part()
    names = [f"{found.session.key}-1-{what}" for what in ("text", "places-0", "saved")]
    assert [piece["name"] for piece in found.pieces] == names
    assert [piece["value"] for piece in found.pieces] == [
        "修路。",
        [],
        {"0": {"verdict": "accept"}},
    ]
    found.pieces.clear()
    found.tell(have=[names[0], "of another server"])
    assert not found.part()
    assert [piece["name"] for piece in found.pieces] == names[1:]
    # It is named though it is not sent again.
    (file,) = found.shown[-1]["files"]
    assert [file["text"], file["places"], file["saved"]] == names
    found.tell(have="nonsense")
    assert not found.part()
    assert [piece["name"] for piece in found.pieces[2:]] == names[1:]


def test_two_readers_pieces_have_other_names() -> None:
    one, other = (page.Session(Desk(lambda: KNOWLEDGE), "zh") for _ in range(2))
    assert one.key != other.key


@pytest.mark.parametrize(
    ("found", "state", "cuts"),
    [
        (1, State.FINDING, [0, 1]),
        (124, State.FINDING, [0, 100]),
        (125, State.FINDING, [0, 100, 125]),
        (101, State.LOCATING, [0, 100, 101]),
        (101, State.READ, [0, 100, 101]),
        (100, State.READ, [0, 100]),
    ],
)
def test_pieces_grow_with_what_was_found(found: int, state: State, cuts: list[int]) -> None:
    before = cuts[:1] if found == 1 else [0, 100]
    page._cut(before, found, state)
    assert before == cuts
