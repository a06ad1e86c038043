"""The commands of facts: what is stale, and adding a fact without touching what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facts.__main__ import day, main, months
from facts.upkeep.add import fact_from
from facts.upkeep.asking import NoAnswer, ask
from facts.upkeep.stale import stale
from registry.errors import AtlasError
from registry.load import load_project, load_registry
from registry.outcome.vocab import CurrentStatus
from registry.paths import DEFAULT, Paths
from registry.vocab import CORE_MODES, Mode

GOOD = {
    "event": "open_section",
    "date": "2025-06",
    "section": "泸州—宜宾",
    "publisher": "某报",
    "published": "2025-06-30",
    "looked_at": "2026-11-26",
    "confidence": "press",
}


@pytest.fixture
def folder(tmp_path: Path) -> Paths:
    """The shipped data, without what no fact is checked against."""
    data = tmp_path / "data"
    shutil.copytree(DEFAULT.data, data, ignore=shutil.ignore_patterns("reference", "display"))
    return Paths(data)


def _add(folder: Paths, ident: str, **given: str) -> int:
    options = [part for key, text in given.items() for part in (f"--{key.replace('_', '-')}", text)]
    return main(["add", ident, "--data", str(folder.data), *options])


def test_a_fact_goes_to_the_end_and_nothing_else_changes(folder: Paths) -> None:
    path = folder.projects / "highway" / "g353.yaml"
    remark = "# 这一行是人写的\n"
    before = path.read_text(encoding="utf-8").replace("mentions:\n", remark + "mentions:\n")
    path.write_text(before, encoding="utf-8")
    facts = len(load_project(path, folder).since)
    assert _add(folder, "g353", **GOOD) == 0
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert remark in after
    added = load_project(path, folder).since
    assert len(added) == facts + 1
    assert (added[-1].section, added[-1].date, added[-1].disputed) == (
        "泸州—宜宾",
        "2025-06",
        False,
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"event": "opened"}, "no event 'opened'"),
        ({"date": "2027-01"}, "lies after 2026-11-26"),
        ({"section": "泸州—昆明湖"}, "no stop"),
        ({"url": "ftp://a.cn"}, "http://"),
        ({"publisher": ""}, "publisher: the field is missing"),
        ({"km": "long"}, "'long' is not a number"),
        ({"disputed": "maybe"}, "must be True or False"),
    ],
)
def test_a_wrong_fact_is_one_sentence_and_nothing_is_written(
    folder: Paths, capsys: pytest.CaptureFixture[str], change: dict[str, str], says: str
) -> None:
    path = folder.projects / "highway" / "g353.yaml"
    before = path.read_bytes()
    assert _add(folder, "g353", **(GOOD | change)) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "data/projects/highway/g353.yaml: since[" in told
    assert told.count("\n") == 1
    assert path.read_bytes() == before


def test_the_same_fact_twice_and_an_unknown_project(
    folder: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _add(folder, "g353", **GOOD) == 0
    assert _add(folder, "g353", **GOOD) == 2
    assert "there already" in capsys.readouterr().err
    assert _add(folder, "g35x", **GOOD) == 2
    assert "perhaps g353" in capsys.readouterr().err


HEAD = "id: a\nname: b\n"
NEW = '  - event: start\n    date: "2020"\n    publisher: 某报\n'


def test_empty_answers_stand_for_nothing() -> None:
    made = fact_from(GOOD | {"km": " 12.5 ", "title": " ", "disputed": "True"}, "x")
    assert (made.km, made.title, made.disputed) == (12.5, None, True)


def test_a_field_is_asked_for_with_its_codes() -> None:
    asked: list[str] = []
    assert ask("confidence", "en", lambda text: asked.append(text) or "press") == "press"  # type: ignore[func-returns-value]
    assert ask("title", "zh", lambda text: asked.append(text) or "") == ""  # type: ignore[func-returns-value]
    assert asked[0].startswith("confidence (How far the source carries: official, press, weak)")
    ask("event", "en", lambda text: asked.append(text) or "")  # type: ignore[func-returns-value]
    assert "launch Ceremony" in asked.pop()
    assert "may be empty" not in asked[0]
    assert "可空" in asked[1]

    def gone(_: str) -> str:
        raise EOFError

    with pytest.raises(NoAnswer):
        ask("title", "en", gone)


def _typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer the questions with ``answers``, then end the input; returns the fields asked for."""
    asked: list[str] = []
    left = list(answers)

    def reply(question: str) -> str:
        asked.append(question.split(" ")[0])
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr("builtins.input", reply)
    return asked


def test_what_is_refused_is_asked_for_again_and_nothing_typed_is_lost(
    folder: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = ("2025-06", "泸州—宜宾", "", "done", "open", "通车", "某报", "", "", "2025-05")
    asked = _typed(
        monkeypatch, "opened", " status ", *fields, "2026-11-26", "press", "", "", "2025-06-01"
    )
    assert main(["add", "g353", "--data", str(folder.data)]) == 0
    # A code that there is not is asked for again before anything else.
    assert asked[:5] == ["event", "event", "date", "section", "km"]
    assert asked[5:8] == ["state", "state", "text"]
    assert asked[-1] == "published"
    told = capsys.readouterr().err
    assert told.count("\n") == 3
    assert "event: there is no event 'opened', perhaps open" in told
    assert "no current status 'done'" in told
    assert "can only announce it" in told
    added = load_project(folder.projects / "highway" / "g353.yaml", folder).since[-1]
    assert (added.event, added.state, added.publisher) == ("status", "open", "某报")


def test_a_fact_is_typed_in_with_one_slip(
    folder: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _typed(
        monkeypatch,
        *("open_section", "2025-06", "泸州—宜宾", "22", "通车", "某报", "", "ftp://a.cn"),
        *("2025-06", "2026-11-26", "press", "", "", "https://a.cn/1"),
    )
    assert main(["add", "g353", "--data", str(folder.data)]) == 0
    assert asked[-1] == "url"
    added = load_project(folder.projects / "highway" / "g353.yaml", folder).since[-1]
    assert (added.date, added.km, added.url) == ("2025-06", 22.0, "https://a.cn/1")
    streams = capsys.readouterr()
    assert streams.err.count("\n") == 1
    assert "wrote data/projects/highway/g353.yaml" in streams.out


def test_an_input_that_ends_early_is_one_sentence(
    folder: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.projects / "highway" / "g353.yaml"
    before = path.read_bytes()
    _typed(monkeypatch, "open_section", "2025-06")
    assert main(["add", "g353", "--data", str(folder.data)]) == 2
    assert "publisher: the field is missing" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_stale_counts_from_the_day_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stale", "--on", "2026-11-27", "--older-than", "12m"]) == 0
    some = capsys.readouterr().out.splitlines()
    assert main(["stale", "--on", "2027-11-26", "--older-than", "1y"]) == 0
    more = capsys.readouterr().out.splitlines()
    assert len(more) > len(some)
    assert any(line.startswith("yukun-hsr ") for line in more)
    assert not any(line.startswith("yukun-hsr ") for line in some)


def test_stale_begins_with_what_is_due_and_ends_with_mere_names(folder: Paths) -> None:
    found = stale(load_registry(folder).projects, on="2027-12-01", months=12)
    due = {one.project.id: one.due for one in found}
    # Of two expected dates the disputed one does not count.
    assert due["yukun-hsr"] == "2026-12"
    assert due["chengdawan-hsr"] == ""
    assert [bool(one.due) for one in found] == sorted((bool(o.due) for o in found), reverse=True)
    rest = [one.project.mode for one in found if not one.due]
    assert rest == sorted(rest, key=lambda mode: (mode not in CORE_MODES, mode is Mode.CORRIDOR))
    assert rest[-1] is Mode.CORRIDOR
    assert not any(one.status is CurrentStatus.OPEN for one in found)


@pytest.mark.parametrize(
    "given", [["--on", "today"], ["--older-than", "12"], ["--older-than", "m"]]
)
def test_a_wrong_day_or_age_is_one_sentence(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stale", *given]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_ages_and_days() -> None:
    assert (months("12m"), months("2y"), months("0m")) == (12, 24, 0)
    assert day("2026-11-26") == "2026-11-26"
    assert len(day(None)) == 10
    with pytest.raises(AtlasError):
        day("2026-02-30")
