"""What the page is given of a document: each field of a mention, of a place, of a file."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from plans.documents import Note
from plans.limits import LIMITS
from plans.records import Mention
from registry.errors import AtlasError
from registry.geometry import Precision
from review import rows
from review.corrections import Unfit, reviewed
from review.downloads import KINDS, Review, Shelf
from review.source import Shape, Source, State
from tests.review import support

MENTION = Mention(
    clause="一(二)",
    as_written="云青铁路",
    name="云泽至青岚铁路",
    mode="rail",
    action="加快",
    status="start",
    start_year=2026,
    complete_year=2028,
    project_id="yunqing",
    match_score=0.9,
    match_reason="同名 / same name",
    confidence="medium",
    doubt="没有类别",
    kind="plan",
    start=3,
    end=7,
)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("同名 / same name", ["同名", "same name"]),
        ("同名", ["同名", "同名"]),
        ("同名 / ", ["同名", "同名"]),
        ("甲 / a / b", ["甲", "a / b"]),
        ("", ["", ""]),
    ],
)
def test_a_sentence_of_two_languages_is_taken_apart(text: str, pair: list[str]) -> None:
    assert rows.pair(text) == pair


def test_a_mention_is_a_row() -> None:
    assert rows.row("1.0", MENTION) == {
        **{"key": "1.0", "clause": "一(二)", "as_written": "云青铁路", "name": "云泽至青岚铁路"},
        **{"mode": "rail", "action": "加快", "status": "start"},
        **{"start_year": 2026, "complete_year": 2028, "project": "yunqing", "score": 0.9},
        **{"reason": ["同名", "same name"], "confidence": "medium"},
        **{"doubt": ["没有类别", "没有类别"], "kind": "plan", "start": 3, "end": 7},
    }
    bare = replace(MENTION, start_year=None, complete_year=None, match_score=None)
    told = rows.row("1.0", bare)
    assert (told["start_year"], told["complete_year"], told["score"]) == (0, 0, 0.0)


def test_rows_are_counted_from_the_first() -> None:
    found = rows.rows(Source("7", "x.txt", "x"), [MENTION, replace(MENTION, name="乙")], 3)
    assert [(one["key"], one["name"]) for one in found] == [
        ("7.3", MENTION.name),
        ("7.4", "乙"),
    ]


def test_places_by_row() -> None:
    shape = Shape("L", ([[105.0, 30.0], [106.0, 31.0]],), Precision.ENDPOINTS, ("某处", "there"))
    nowhere = Shape("", (), Precision.NONE, ("无", "none"))
    assert rows.places({"1.0": shape, "1.2": nowhere}) == [
        {
            **{"key": "1.0", "kind": "L", "parts": [[[105.0, 30.0], [106.0, 31.0]]]},
            **{"precision": "endpoints", "told": ["某处", "there"]},
        },
        {"key": "1.2", "kind": "", "parts": [], "precision": "none", "told": ["无", "none"]},
    ]


def test_how_much_a_document_may_be() -> None:
    assert rows.limits() == {
        **{"file_mb": LIMITS.file_mb, "pages": LIMITS.pages, "text_mb": LIMITS.text_mb},
        **{"seconds": LIMITS.seconds, "expansion": LIMITS.expansion},
    }


def test_a_document_of_the_queue() -> None:
    found = support.source()
    assert found.document
    found.document.notes.append(Note("缺页", "pages lack"))
    told = rows.file(found, State.READ, text="t", pieces=("a", "b"), placed="p", saved="s")
    assert told == {
        **{"key": found.key, "name": found.name, "plan": "mine", "state": "read", "done": 1.0},
        **{"fault": ["", ""], "notes": [["缺页", "pages lack"]], "characters": len(found.text)},
        **{"text": "t", "rows": ["a", "b"], "places": "p", "saved": "s"},
    }


def test_of_a_document_that_waits_nothing_is_told() -> None:
    assert rows.file(Source("7", "x.txt", "x"), State.WAITING) == {
        **{"key": "7", "name": "x.txt", "plan": "x", "state": "waiting", "done": 0.0},
        **{"fault": ["", ""], "notes": [], "characters": 0},
        **{"text": "", "rows": [], "places": "", "saved": ""},
    }


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("x.txt", ["坏", "bad"]),
        ("x.txt: 第2页", ["第2页：坏", "第2页: bad"]),
        ("x.txt: a: b", ["a: b：坏", "a: b: bad"]),
    ],
)
def test_why_a_document_is_refused(where: str, told: list[str]) -> None:
    source = Source("7", "x.txt", "x", fault=AtlasError(where, zh="坏", en="bad"))
    assert rows.file(source, State.REFUSED)["fault"] == told


@pytest.mark.parametrize(
    ("state", "located", "done"),
    [
        (State.FINDING, 0, 0.333),
        (State.LOCATING, 0, 0.0),
        (State.LOCATING, 1, 0.333),
        (State.LOCATING, 2, 0.667),
        (State.READ, 0, 1.0),
    ],
)
def test_how_far_a_document_is(state: State, located: int, done: float) -> None:
    source = support.source()
    source.state, source.located = state, located
    assert len(source.mentions) == 3
    source.mentions[-1] = replace(source.mentions[-1], end=round(len(source.text) / 3))
    told = rows.file(source, state)["done"]
    assert told == pytest.approx(done, abs=0.02 if state is State.FINDING else 0)
    source.mentions = []
    assert source.done == (0.0 if state is State.FINDING else 1.0)


def test_what_of_a_correction_is_not_used() -> None:
    error = AtlasError("review", zh="没有这一栏", en="there is no such field")
    assert rows.unfit(Unfit("1.0", "colour", error)) == {
        **{"key": "1.0", "field": "colour"},
        "told": ["没有这一栏", "there is no such field"],
    }


def test_the_files_of_a_page_without_a_document_that_was_read() -> None:
    shelf = Shelf()
    for kind in KINDS:
        with pytest.raises(AtlasError, match="no document was read to its end yet"):
            shelf.file(kind)
    with pytest.raises(AtlasError, match="table"):
        shelf.file("tabel")


def test_a_file_of_a_page_is_called_after_its_document() -> None:
    shelf, source = Shelf(), support.source()
    changed = list(reviewed(source, {}, support.knowledge().known))
    locator: Any = SimpleNamespace(propose=lambda found: found, geojson=lambda _: "{}")
    review = Review([(source, changed)], locator, {}, "en")
    shelf.put(4, review)
    assert (shelf.step, shelf.review) == (4, review)
    for kind, ending, mime in (
        ("table", "-mentions.csv", "text/csv; charset=utf-8"),
        ("geojson", "-mentions.geojson", "application/geo+json"),
        ("marked", ".html", "text/html; charset=utf-8"),
        ("review", "-review.json", "application/json"),
    ):
        name, told, text = shelf.file(kind)
        assert (name, told) == (review.stem + ending, mime)
        assert text
    shelf.put(5, None)
    assert shelf.review is None
