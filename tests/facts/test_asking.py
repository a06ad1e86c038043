"""Asking for a fact field by field: what is asked, what is asked again, and when it ends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from facts.upkeep.add import ASKED
from facts.upkeep.asking import NoAnswer, add_asking, ask, described
from registry.errors import AtlasError
from registry.outcome.vocab import CONFIDENCES

FILE = Path("a.yaml")


class _Talk:
    """Somebody who types ``lines``, by field; what is asked and what is told is kept."""

    def __init__(self, lines: Mapping[str, list[str]], refusals: list[AtlasError]) -> None:
        self.lines = {name: list(texts) for name, texts in lines.items()}
        self.refusals = refusals
        self.asked: list[str] = []
        self.told: list[str] = []
        self.given: list[dict[str, str]] = []

    def reply(self, question: str) -> str:
        name = question.split(" ", 1)[0]
        self.asked.append(name)
        texts = self.lines.get(name, [""])
        if not texts:
            raise EOFError
        return texts.pop(0)

    def add(self, given: Mapping[str, str]) -> Path:
        self.given.append(dict(given))
        if self.refusals:
            raise self.refusals.pop(0)
        return FILE

    def tell(self, error: AtlasError) -> None:
        self.told.append(error.where)

    def run(self) -> Path:
        return add_asking(self.add, self.tell, "en", self.reply)


def refused(where: str) -> AtlasError:
    return AtlasError(where, zh="不行", en="no")


def test_every_field_is_asked_for_once_and_a_state_only_of_a_status() -> None:
    talk = _Talk({}, [])
    assert talk.run() == FILE
    assert talk.asked == [name for name in ASKED if name != "state"]
    assert talk.given == [dict.fromkeys(talk.asked, "")]
    talk = _Talk({"event": [" status "]}, [])
    talk.run()
    assert talk.asked == list(ASKED)
    assert talk.given[0]["event"] == " status "
    talk = _Talk({"event": ["open_section"]}, [])
    talk.run()
    assert "state" not in talk.asked


@pytest.mark.parametrize("last", ASKED[:3])
def test_where_the_input_ends_nothing_more_is_asked(last: str) -> None:
    talk = _Talk({"event": ["status"], last: []}, [])
    assert talk.run() == FILE
    assert talk.asked == list(ASKED[: ASKED.index(last) + 1])
    assert list(talk.given[0]) == list(ASKED[: ASKED.index(last)])


def test_after_the_end_a_refusal_is_raised_and_nothing_asked() -> None:
    talk = _Talk({ASKED[1]: []}, [refused(f"a: since[0].{ASKED[0]}")])
    with pytest.raises(AtlasError, match="no"):
        talk.run()
    assert talk.asked == list(ASKED[:2])
    assert talk.told == []


@pytest.mark.parametrize(
    "where",
    [
        "a.yaml: since[3].km",
        "a.yaml: since[3]: km",
        "a.yaml: since.km",
        "a.yaml: since: km",
        "since:km",
    ],
)
def test_a_field_that_is_refused_is_asked_for_again(where: str) -> None:
    talk = _Talk({"km": ["long", "12"]}, [refused(where)])
    assert talk.run() == FILE
    assert talk.asked.count("km") == 2
    assert talk.told == [where]
    assert [given["km"] for given in talk.given] == ["long", "12"]


def test_it_is_asked_for_until_it_stands() -> None:
    talk = _Talk({"km": ["a", "b", "c"]}, [refused("since.km"), refused("since.km")])
    talk.run()
    assert [given["km"] for given in talk.given] == ["a", "b", "c"]


def test_where_nobody_answers_again_the_refusal_is_raised() -> None:
    error = refused("since.km")
    talk = _Talk({"km": ["a"]}, [error])
    with pytest.raises(AtlasError) as raised:
        talk.run()
    assert raised.value is error
    assert talk.told == ["since.km"]


@pytest.mark.parametrize("where", ["a.yaml", "since.colour", "a.yaml: km", "since.km of a", ""])
def test_what_is_no_field_is_raised_at_once(where: str) -> None:
    talk = _Talk({}, [refused(where)])
    with pytest.raises(AtlasError):
        talk.run()
    assert len(talk.given) == 1
    assert talk.told == []


@pytest.mark.parametrize(
    ("name", "typed", "asked"),
    [
        ("confidence", ["pres", "press"], 2),
        ("confidence", ["press"], 1),
        ("confidence", [" press "], 1),
        ("confidence", [""], 1),
        ("confidence", ["  "], 1),
        ("event", ["opened", "opening", "open_section"], 3),
        # What has no vocabulary of its own, or no codes, is looked at when it is added.
        ("disputed", ["maybe"], 1),
        ("publisher", ["somebody"], 1),
    ],
)
def test_a_code_that_does_not_exist_is_asked_for_at_once(
    name: str, typed: list[str], asked: int
) -> None:
    talk = _Talk({name: typed}, [])
    talk.run()
    assert talk.asked.count(name) == asked
    assert talk.told == [name] * (asked - 1)
    assert talk.given[0][name] == typed[-1]


def test_a_question_says_the_field_and_whether_it_may_be_empty() -> None:
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return "x"

    assert ask("km", "zh", reply) == "x"
    ask("km", "en", reply)
    ask("date", "zh", reply)
    ask("date", "en", reply)
    assert asked == [
        f"km ({described('km', 'zh')}; 可空): ",
        f"km ({described('km', 'en')}; may be empty): ",
        f"date ({described('date', 'zh')}): ",
        f"date ({described('date', 'en')}): ",
    ]

    def ended(_: str) -> str:
        raise EOFError

    with pytest.raises(NoAnswer):
        ask("km", "en", ended)


def test_codes_are_listed_with_what_they_mean() -> None:
    zh, en = described("confidence", "zh"), described("confidence", "en")
    for code, term in CONFIDENCES.items():
        assert f"{code} {term.zh}" in zh
        said = str(code) if term.en.lower() == code else f"{code} {term.en}"
        assert said in en.split(": ", 1)[1].split(", ")
    assert described("disputed", "en").endswith(": true, false")
    assert described("disputed", "zh").endswith(": true 是, false 否")
    assert "(" not in en.partition(":")[0]
    assert "（" not in zh.partition(":")[0]
    assert ": " not in described("publisher", "en")
