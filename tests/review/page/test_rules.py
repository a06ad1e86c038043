"""What the page does between two runs, without a browser: pieces, cuts, places, what is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from registry.geometry import Precision
from review import acceptance, page
from review.corrections import Corrected, reviewed
from review.desk import Desk
from review.page import Ground, Session
from review.source import Shape, Source, State
from tests.review import support

SHAPE = Shape("P", (), Precision.NONE, ("某处", "somewhere"))


class _Places:
    """Locates what is new; each call is kept."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def shapes(self, mentions: Sequence[Any], _: object) -> Iterable[Shape | None]:
        self.calls.append([mention.name for mention in mentions])
        return [None if mention.project_id else SHAPE for mention in mentions]


@pytest.fixture
def source() -> Source:
    return support.source()


@pytest.fixture
def session() -> Session:
    return Session(Desk(support.knowledge), "zh", key="k")


def ground(places: object = None) -> Ground:
    locator: Any = places
    return Ground(0, support.registry(), locator, support.knowledge())


def rows_of(source: Source) -> list[Corrected]:
    return list(reviewed(source, {}, support.knowledge().known))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is sent to the browser, by name."""
    found: dict[str, Any] = {}

    def component(name: str, _: str) -> Callable[..., None]:
        assert name == "atlas_piece"

        def mount(*, key: str, data: dict[str, Any]) -> None:
            assert key == f"piece-{data['name']}"
            found[data["name"]] = data["value"]

        return mount

    monkeypatch.setattr(page.component, "component", component)
    return found


@pytest.mark.parametrize(
    ("cuts", "found", "state", "expected"),
    [
        # While rows are found, a piece has a quarter of all before it at least.
        ([0], 0, State.FINDING, [0]),
        ([0], 1, State.FINDING, [0, 1]),
        ([0, 100], 100, State.FINDING, [0, 100]),
        ([0, 100], 124, State.FINDING, [0, 100]),
        ([0, 100], 125, State.FINDING, [0, 100, 125]),
        ([0, 100], 126, State.FINDING, [0, 100, 126]),
        # When all are, the rest makes one.
        ([0, 100], 101, State.LOCATING, [0, 100, 101]),
        ([0, 100], 101, State.READ, [0, 100, 101]),
        ([0, 100], 100, State.READ, [0, 100]),
        ([0], 0, State.READ, [0]),
    ],
)
def test_rows_are_cut_into_pieces(
    cuts: list[int], found: int, state: State, expected: list[int]
) -> None:
    page._cut(cuts, found, state)
    assert cuts == expected


def test_a_piece_is_sent_until_the_browser_has_it(session: Session, sent: dict[str, Any]) -> None:
    assert page._piece(session, "a", lambda: 1) == "k-a"
    assert page._piece(session, "a", lambda: 2) == "k-a"
    assert sent == {"k-a": 2}
    session.there.add("k-a")
    assert page._piece(session, "a", lambda: 3) == "k-a"
    assert sent == {"k-a": 2}


def test_the_pieces_of_a_document(session: Session, source: Source, sent: dict[str, Any]) -> None:
    places: Any = _Places()
    changed = rows_of(source)
    key = source.key
    # Found so far, one row; then all; located only when it is read.
    whole = list(source.mentions)
    source.mentions = whole[:1]
    told = page._file(session, source, State.FINDING, changed, places)
    assert (told["text"], told["rows"], told["places"]) == (
        f"k-{key}-text",
        [f"k-{key}-rows-0"],
        "",
    )
    assert told["saved"] == ""
    assert told["state"] == "finding"
    assert sent[f"k-{key}-text"] == source.text
    source.mentions = whole
    source.saved = {"0": {"verdict": "accept"}}
    told = page._file(session, source, State.READ, changed, places)
    assert told["rows"] == [f"k-{key}-rows-0", f"k-{key}-rows-1"]
    assert [row["name"] for row in sent[f"k-{key}-rows-0"]] == [whole[0].name]
    assert [row["name"] for row in sent[f"k-{key}-rows-1"]] == [m.name for m in whole[1:]]
    assert sent[f"k-{key}-rows-1"][0]["key"] == source.row_key(1)
    assert told["places"] == f"k-{key}-places-0"
    assert told["saved"] == f"k-{key}-saved"
    assert sent[f"k-{key}-saved"] == source.saved
    assert session.cuts == {key: [0, 1, len(whole)]}
    assert places.calls == []


def test_of_a_document_that_is_refused_or_not_open_nothing_is_sent(
    session: Session, source: Source, sent: dict[str, Any]
) -> None:
    places: Any = _Places()
    told = page._file(session, source, State.REFUSED, [], places)
    assert (told["text"], told["rows"], told["places"], told["saved"]) == ("", [], "", "")
    waiting = Source("w", "x.txt", "x")
    told = page._file(session, waiting, State.WAITING, [], places)
    assert (told["text"], told["rows"], told["places"], told["saved"]) == ("", [], "", "")
    assert sent == {}
    assert session.cuts == {"w": [0]}


def renamed(rows: list[Corrected], name: str) -> list[Corrected]:
    new = replace(rows[0].mention, name=name, project_id="")
    return [replace(rows[0], mention=new), *rows[1:]]


def test_new_projects_are_placed_anew_where_names_changed(session: Session, source: Source) -> None:
    places: Any = _Places()
    changed = rows_of(source)
    assert page._shapes(session, source, changed, places) == (source.shapes, 0)
    verdict = [replace(row, verdict="reject") for row in changed]
    assert page._shapes(session, source, verdict, places) == (source.shapes, 0)
    assert places.calls == []
    one = renamed(changed, "甲铁路")
    shapes, time = page._shapes(session, source, one, places)
    assert time == 1
    assert shapes == {row.key: SHAPE for row in one if not row.mention.project_id}
    assert one[0].key in shapes
    # The same names again are not located again, others are, and those before are then new.
    assert page._shapes(session, source, one, places) == (shapes, 1)
    assert len(places.calls) == 1
    assert page._shapes(session, source, renamed(changed, "乙铁路"), places)[1] == 2
    assert page._shapes(session, source, one, places)[1] == 3
    assert [call[0] for call in places.calls] == ["甲铁路", "乙铁路", "甲铁路"]
    assert page._shapes(session, source, changed, places) == (source.shapes, 0)


def test_another_mode_or_project_is_placed_anew_too(session: Session, source: Source) -> None:
    changed = rows_of(source)
    for number, change in enumerate(
        ({"mode": "port"}, {"project_id": "gone"}, {"mode": "airport"}), 1
    ):
        other = [replace(changed[0], mention=replace(changed[0].mention, **change)), *changed[1:]]
        places: Any = _Places()
        assert page._shapes(session, source, other, places)[1] == number
    assert page._shapes(session, source, changed[1:], places)[1] == 4


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (None, {}),
        (SimpleNamespace(review=None), {}),
        (SimpleNamespace(), {}),
        (SimpleNamespace(review=""), {}),
        (SimpleNamespace(review="{"), {}),
        (SimpleNamespace(review="[1]"), {}),
        (SimpleNamespace(review='"a"'), {}),
        (SimpleNamespace(review='{"step": 3}'), {"step": 3}),
    ],
)
def test_what_the_page_tells(state: object, told: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.st, "session_state", {"reader": state} if state else {})
    assert page._told() == told


@pytest.mark.parametrize(("sending", "heard"), [(None, []), ("", []), ("en", ["en"]), (5, ["5"])])
def test_what_the_page_sends_is_taken(
    sending: object, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.st, "session_state", {"reader": SimpleNamespace(lang=sending)})
    taken: list[str] = []
    page._take("lang", taken.append)
    page._take("removed", taken.append)
    monkeypatch.setattr(page.st, "session_state", {})
    page._take("lang", taken.append)
    assert taken == heard


def test_pasted_texts_are_numbered(session: Session) -> None:
    def paste(key: str, text: object) -> None:
        page._paste(session, json.dumps({"id": key, "text": text}))

    paste("a", "建设云青铁路。")
    paste("a", "建设云青铁路。")
    page._paste(session, "no JSON")
    paste("b", "建设河金铁路。")
    session.desk.wait()
    assert session.pasted == 2
    assert [s.plan for s in session.desk.sources] == ["pasted-1", "pasted-2"]
    assert [s.text.strip() for s in session.desk.sources] == ["建设云青铁路。", "建设河金铁路。"]
    one, two = (s.name for s in session.desk.sources)
    assert (one, two) == (
        page.word("read.pasted", "zh", n=1),
        page.word("read.pasted", "zh", n=2),
    )


@pytest.mark.parametrize(("said", "lang"), [("en", "en"), ("zh", "zh"), ("fr", "zh"), ("", "zh")])
def test_the_language_that_is_chosen(said: str, lang: str, session: Session) -> None:
    session.lang = "x"
    page._speak(session, said)
    assert session.lang == lang


def test_corrections_are_parsed_and_what_is_not_used_is_told(source: Source) -> None:
    key = source.row_key(0)
    (one,), unfit = page._reviewed([source], {"rows": {key: {"verdict": "reject"}}}, ground())
    assert one[0] is source
    assert [row.verdict for row in one[1]] == ["reject", *[""] * (len(source.mentions) - 1)]
    assert unfit == []
    for told in ({}, {"rows": None}, {"rows": [1]}, {"rows": {}}):
        (one,), unfit = page._reviewed([source], told, ground())
        assert [row.verdict for row in one[1]] == [""] * len(source.mentions)
        assert unfit == []
    wrong = {"rows": {key: {"colour": "red"}}}
    _, unfit = page._reviewed([source], wrong, ground())
    assert [(u.key, u.field) for u in unfit] == [(key, "colour")]


def test_a_row_that_a_document_lacks_is_told_once_it_is_read(source: Source) -> None:
    key = f"{source.key}.999"
    told = {"rows": {key: {"verdict": "reject"}, source.row_key(0): {"colour": "red"}}}
    _, unfit = page._reviewed([source], told, ground())
    assert [(u.key, u.field) for u in unfit] == [(source.row_key(0), "colour"), (key, "")]
    source.state = State.LOCATING
    _, unfit = page._reviewed([source], told, ground())
    assert [(u.key, u.field) for u in unfit] == [(source.row_key(0), "colour")]


def test_the_document_that_is_looked_at(source: Source) -> None:
    other = Source("other", "y.txt", "y")
    ready: list[page.Ready] = [(source, []), (other, [])]
    assert page._chosen(ready, {"source": "other"}) is ready[1]
    assert page._chosen(ready, {"source": source.key}) is ready[0]
    assert page._chosen(ready, {"source": "gone"}) is ready[0]
    assert page._chosen(ready, {}) is ready[0]
    assert page._chosen([], {"source": "other"}) is None


def test_what_may_be_downloaded(source: Source) -> None:
    done: list[page.Ready] = [(source, rows_of(source))]
    shared = ground("locator")
    assert page._review([], shared, {}, "zh") is None
    assert page._review(done, None, {}, "zh") is None
    found = page._review(done, shared, {"rows": {"a": {}}}, "en")
    assert found is not None
    assert (found.ready, found.locator, found.told, found.lang) == (
        done,
        "locator",
        {"a": {}},
        "en",
    )
    for told in ({}, {"rows": None}):
        found = page._review(done, shared, told, "zh")
        assert found is not None
        assert found.told == {}


@pytest.mark.parametrize(
    ("told", "against"),
    [
        ({}, "old"),
        ({"against": None}, "old"),
        ({"against": ["new"]}, "old"),
        ({"against": {}}, "old"),
        ({"against": {"KEY": 5}}, "old"),
        ({"against": {"other": "new"}}, "old"),
        ({"against": {"KEY": "new"}}, "new"),
    ],
)
def test_what_the_document_is_compared_with(
    told: dict[str, Any], against: str, source: Source
) -> None:
    if isinstance(chosen := told.get("against"), dict):
        told = {"against": {source.key if k == "KEY" else k: v for k, v in chosen.items()}}
    assert page._compared(support.registry(), None, told) is None
    found = page._compared(support.registry(), (source, rows_of(source)), told)
    assert found is not None
    assert found["source"] == source.key
    assert found["against"] == against


@pytest.mark.parametrize(
    ("refused", "chosen", "shared", "drawn", "again"),
    [
        ("closed", True, True, None, False),
        ("", False, True, "disabled", False),
        ("", True, False, "disabled", False),
        ("", True, True, "form", False),
        ("", True, True, "form", True),
    ],
)
def test_the_form_is_drawn_where_something_may_be_accepted(
    refused: str,
    chosen: bool,
    shared: bool,
    drawn: str | None,
    again: bool,
    session: Session,
    source: Source,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    class Popover:
        def __enter__(self) -> None:
            seen.append("form")

        def __exit__(self, *_: object) -> None:
            pass

    def popover(_: str, *, disabled: bool = False) -> Popover:
        if disabled:
            seen.append("disabled")
        return Popover()

    paths: Any = None
    monkeypatch.setattr(acceptance, "refused", lambda _: refused)
    monkeypatch.setattr(page.st, "popover", popover)
    monkeypatch.setattr(page.st, "rerun", lambda: seen.append("again"))
    monkeypatch.setattr(page, "accept_form", lambda *_: again)
    ready = (source, rows_of(source)) if chosen else None
    page._accept(session, ready, ground() if shared else None, paths)
    assert seen == [*([drawn] if drawn else []), *(["again"] if again else [])]


def test_what_was_dropped_is_queued_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [
        SimpleNamespace(file_id="1", name="a.txt", getvalue=lambda: "建设云青铁路。".encode()),
        SimpleNamespace(file_id="2", name="b.txt", getvalue=lambda: "建设河金铁路。".encode()),
    ]

    def file_uploader(label: str, **how: object) -> list[SimpleNamespace]:
        assert label == page.word("read.choose", "zh")
        assert how["accept_multiple_files"] is True
        return files

    monkeypatch.setattr(page.st, "file_uploader", file_uploader)
    page._uploads(session)
    page._uploads(session)
    session.desk.wait()
    found = [(one.name, one.text.strip()) for one in session.desk.sources]
    assert found == [("a.txt", "建设云青铁路。"), ("b.txt", "建设河金铁路。")]
