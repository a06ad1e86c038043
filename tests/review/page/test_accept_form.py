"""The form that takes a document into the atlas, run without a browser; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from plans.accepting.describe import ASKED, NEEDED
from plans.accepting.draft import Changes, Told
from registry.errors import AtlasError
from registry.fields import FIELDS
from registry.models import Plan
from registry.paths import DEFAULT
from review import acceptance
from review.accept_form import accept_form
from review.corrections import Corrected, reviewed
from review.words import word
from tests.review import support

REFUSED = AtlasError("plans.yaml: mine", zh="没有 *日期*", en="no *date*")
TOLD = [Told("new", "云泽铁路", "Yunze railway"), Told("kept", "河湾港", "Hewan port")]


class _Atlas:
    """What the form asks of the atlas, kept; ``told`` is what would change."""

    def __init__(self) -> None:
        self.source = support.source()
        self.rows = list(reviewed(self.source, {}, support.knowledge().known))
        self.lang = "zh"
        self.told = list(TOLD)
        self.refuses: set[str] = set()
        self.asked: list[tuple[str, str]] = []
        self.given: dict[str, str] = {}
        self.drawn: list[bool] = []

    def changes(self) -> Changes:
        return Changes({}, self.told, support.registry())

    def _hear(self, what: str, about: str) -> None:
        self.asked.append((what, about))
        if what in self.refuses:
            raise REFUSED

    def wanted(
        self, _s: object, rows: Sequence[Corrected], plan: str, given: Mapping[str, str], **_: Any
    ) -> Changes:
        self.given = dict(given)
        self._hear("wanted", plan)
        assert list(rows) == self.rows
        return self.changes()

    def write(self, changes: Changes, _: object) -> None:
        self._hear("write", ",".join(told.en for told in changes.told))

    def undo(self, plan: str, _: object) -> Changes:
        self._hear("undo", plan)
        return Changes({}, [], support.registry())


ATLAS: list[_Atlas] = []


def draw() -> None:
    """The form of the atlas that is tried."""
    one = ATLAS[-1]
    locator: Any = None
    one.drawn.append(accept_form(one.source, one.rows, locator, DEFAULT, one.lang))


def script() -> None:
    """What the page runs: it sees nothing of this module but what it imports."""
    from tests.review.page import test_accept_form

    test_accept_form.draw()


@pytest.fixture
def atlas(monkeypatch: pytest.MonkeyPatch) -> _Atlas:
    made = _Atlas()
    ATLAS.append(made)
    for name in ("wanted", "write", "undo"):
        monkeypatch.setattr(acceptance, name, getattr(made, name))
    return made


def opened() -> AppTest:
    page = AppTest.from_function(script, default_timeout=30).run()
    assert not page.exception
    return page


def press(page: AppTest, key: str, lang: str = "zh", **values: object) -> None:
    (button,) = [b for b in page.button if b.label == word(key, lang, **values)]
    button.click()
    page.run()
    assert not page.exception


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


@pytest.mark.parametrize(
    ("verdicts", "left"),
    [(("", "", ""), 3), (("accept", "", "reject"), 1), (("accept", "accept", "reject"), 0)],
)
def test_it_says_how_many_rows_are_left(
    atlas: _Atlas, verdicts: tuple[str, ...], left: int
) -> None:
    atlas.rows = [
        replace(row, verdict=verdict) for row, verdict in zip(atlas.rows, verdicts, strict=True)
    ]
    said = [caption.value for caption in opened().caption]
    assert said[0] == word("read.accept.about", "zh")
    assert said[1:] == ([word("read.accept.left", "zh", n=left)] if left else [])


def test_an_achievement_that_is_not_taken_is_not_left(atlas: _Atlas) -> None:
    past = replace(atlas.rows[0], mention=replace(atlas.rows[0].mention, kind="achievement"))
    atlas.rows = [past, *atlas.rows[1:]]
    assert opened().caption[1].value == word("read.accept.left", "zh", n=2)


@pytest.mark.parametrize(("lang", "at"), [("zh", 0), ("en", 1)])
def test_each_field_of_the_plan_is_asked_in_two_columns(atlas: _Atlas, lang: str, at: int) -> None:
    atlas.lang = lang
    page = opened()
    star = {name: " *" if name in NEEDED else "" for name in ASKED}
    asked = [FIELDS[Plan][name][at] + star[name] for name in ASKED]
    boxes = [box.label for box in page.text_input]
    assert boxes[0] == word("read.accept.plan", lang)
    assert boxes[1:] == [*asked[::2], *asked[1::2]]
    assert page.text_input[0].value == acceptance.plan_key(atlas.source.plan)
    guesses = acceptance.guesses(atlas.source)
    for name in ASKED:
        box = page.text_input(key=f"accept-{atlas.source.key}-{name}")
        assert box.value == guesses.get(name, "")
    assert labels(page) == [word("read.accept.look", lang)]
    assert atlas.asked == []


@pytest.mark.parametrize(
    ("lang", "new", "name"), [("zh", "新建", "云泽铁路"), ("en", "new", "Yunze")]
)
def test_what_would_change_is_shown_and_then_written(
    atlas: _Atlas, lang: str, new: str, name: str
) -> None:
    atlas.lang = lang
    page = opened()
    page.text_input(key=f"accept-{atlas.source.key}-id").set_value(" mine-2 ")
    page.text_input(key=f"accept-{atlas.source.key}-title").set_value(" 计划 ")
    press(page, "read.accept.look", lang)
    assert atlas.asked == [("wanted", "mine-2")]
    assert atlas.given["title"] == "计划"
    assert list(atlas.given) == list(ASKED)
    assert len(page.text) == 2
    assert page.text[0].value.startswith(f"{new}  {name}")
    assert labels(page) == [word("read.accept.look", lang), word("read.accept.write", lang)]
    press(page, "read.accept.write", lang)
    assert atlas.asked[1:] == [("write", "Yunze railway,Hewan port")]
    assert atlas.drawn == [False, False, True]
    assert page.session_state["accepted"] == "mine-2"
    page.run()
    assert labels(page)[1:] == [word("read.accept.undo", lang, plan="mine-2")]
    assert [one.value for one in page.success] == [word("read.accept.done", lang)]
    press(page, "read.accept.undo", lang, plan="mine-2")
    assert atlas.asked[2:] == [("undo", "mine-2"), ("write", "")]
    assert atlas.drawn[3:] == [False, True]
    page.run()
    assert labels(page) == [word("read.accept.look", lang)]
    assert not page.success


def test_where_nothing_would_change_it_says_so(atlas: _Atlas) -> None:
    atlas.told = []
    page = opened()
    press(page, "read.accept.look")
    assert [text.value for text in page.text] == [word("read.accept.nothing", "zh")]


def test_a_correction_made_since_asks_to_look_again(atlas: _Atlas) -> None:
    page = opened()
    press(page, "read.accept.look")
    atlas.rows = [replace(atlas.rows[0], verdict="reject"), *atlas.rows[1:]]
    page.run()
    assert labels(page) == [word("read.accept.look", "zh")]
    assert not page.text


def test_a_last_plan_may_be_taken_out_while_another_is_looked_at(atlas: _Atlas) -> None:
    page = opened()
    press(page, "read.accept.look")
    press(page, "read.accept.write")
    press(page, "read.accept.look")
    key = atlas.asked[0][1]
    assert labels(page)[1:] == [
        word("read.accept.write", "zh"),
        word("read.accept.undo", "zh", plan=key),
    ]


@pytest.mark.parametrize("refused", ["wanted", "write", "undo"])
def test_what_cannot_be_is_told_as_plain_text(atlas: _Atlas, refused: str) -> None:
    page = opened()
    if refused == "undo":
        page.session_state["accepted"] = "mine"
        page.run()
    atlas.refuses = {refused}
    keys = {"wanted": ["look"], "write": ["look", "write"], "undo": ["undo"]}[refused]
    for key in keys:
        press(page, f"read.accept.{key}", **({"plan": "mine"} if key == "undo" else {}))
    assert [one.value for one in page.error] == [word("read.accept.failed", "zh")]
    assert page.text[-1].value == REFUSED.text("zh")
    assert not any(atlas.drawn)
    # What was looked at stays until it is written; what could not be looked at is gone.
    assert ("pending" in page.session_state) is (refused == "write")


def test_what_cannot_be_looked_at_again_is_not_there_to_be_written(atlas: _Atlas) -> None:
    page = opened()
    press(page, "read.accept.look")
    atlas.refuses = {"wanted"}
    press(page, "read.accept.look")
    assert labels(page) == [word("read.accept.look", "zh")]
