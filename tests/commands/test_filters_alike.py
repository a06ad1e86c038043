"""One way to name what is wanted: package, export and talk take the same words for the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import analyst.__main__
from analyst import command
from layers import cli
from layers.address import NAMED
from layers.publish import talk_file
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.where import SHAPES
from registry.errors import AtlasError
from registry.paths import Paths

#: What is asked for by option, and which projects of the small atlas that leaves.
ASKED: list[tuple[dict[str, list[str]], list[str]]] = [
    ({"mode": ["all"], "region": ["西区"]}, ["first-line", "second-road"]),
    (
        {"mode": ["all"], "region": ["西区，east"]},
        ["first-line", "second-road", "third-river", "fifth-port"],
    ),
    ({"mode": ["all"], "place": ["甲市"], "query": ["first"]}, ["first-line"]),
    ({"mode": ["all"], "place": ["甲市、縣01"], "query": ["first"]}, ["first-line"]),
    ({"mode": ["all"], "near": ["县00,20"], "query": ["first"]}, ["first-line"]),
    ({"mode": ["all"], "box": ["104,29,105,30"], "query": ["first"]}, ["first-line"]),
    ({"mode": ["all"], "within": ["104,29,105,29,105,30"], "query": ["first"]}, ["first-line"]),
    ({"mode": ["铁路、Highway"]}, ["first-line", "second-road", "sixth-nowhere"]),
    ({"mode": ["rail", "port"]}, ["first-line", "fifth-port", "sixth-nowhere"]),
    ({"mode": ["all"], "plan": ["计划2020"]}, ["first-line", "second-road"]),
    ({"mode": ["all"], "status": ["Preparation,operation"]}, ["first-line", "fourth-gas"]),
    ({"mode": ["all"], "finding": ["建成推后"]}, ["first-line", "fourth-gas"]),
    ({"mode": ["all"], "current": ["部分开通", "open"]}, ["first-line", "second-road"]),
    ({"mode": ["all"], "verdict": ["Kept"]}, ["fourth-gas"]),
    ({"precision": ["无法定位"]}, ["sixth-nowhere"]),
    ({"mode": ["all"], "query": ["jiayi"]}, ["first-line", "second-road"]),
]
#: The same, wrong: the sentence names the key and the nearest.
REFUSED = [
    ("region", "wset", r"region: there is no region 'wset', perhaps west"),
    ("place", "县3", r"place: there is no city or county '县3', perhaps 500103 \(县30\)"),
    ("near", "104,30,301", r"near: '104,30,301' is not LON,LAT,KM or PLACE,KM"),
    ("box", "1,2,3,4", r"box: '1,2,3,4' is not WEST,SOUTH,EAST,NORTH"),
    ("within", "1,2", r"within: '1,2' is not LON,LAT of 3 to 50 corners"),
    ("plan", "mid-2021", r"plan: there is no plan 'mid-2021', perhaps mid-2020"),
    ("status", "preperation", r"status: there is no status 'preperation', perhaps preparation"),
    ("mode", "rial", r"mode: there is no mode 'rial', perhaps rail"),
    ("finding", "bakc", r"finding: there is no finding 'bakc', perhaps back"),
    ("current", "opne", r"current: there is no current status 'opne', perhaps open"),
    ("precision", "nnoe", r"precision: there is no precision 'nnoe', perhaps none"),
    ("verdict", "ltae", r"verdict: there is no verdict 'ltae', perhaps late"),
]

Ask = Callable[[dict[str, list[str]]], list[str]]


def _options(asked: dict[str, list[str]]) -> list[str]:
    return [part for key, values in asked.items() for v in values for part in (f"--{key}", v)]


@pytest.fixture
def package(small_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """The ids that the package's command chooses."""
    written: list[list[str]] = []

    def write(target: Path, *, ids: list[str], **_: Any) -> int:
        target.mkdir()
        written.append(ids)
        return len(ids)

    # The small data are no registry, which a package is checked against.
    monkeypatch.setattr(command, "check", lambda *_, **__: SimpleNamespace(problems=[]))
    monkeypatch.setattr(command, "write_package", write)

    def ask(asked: dict[str, list[str]]) -> list[str]:
        argv = ["package", "-o", str(tmp_path / "atlas"), *_options(asked)]
        given = analyst.__main__.parser("en").parse_args(argv)
        command.run(small_paths, "en", given)
        return written[-1]

    return ask


@pytest.fixture
def export(small_paths: Paths, small: Atlas, tmp_path: Path) -> Ask:
    """The ids that an exported file shows."""

    def ask(asked: dict[str, list[str]]) -> list[str]:
        out = tmp_path / "map.html"
        argv = ["export", "--data", str(small_paths.data), "-o", str(out), *_options(asked)]
        given = cli.parser("en").parse_args(argv)
        cli._export(small_paths, "en", given)
        found = re.search(r'id="atlas-config">(.*?)</script>', out.read_text("utf-8"), re.S)
        assert found
        told = json.loads(found[1])["filter"]
        codes = {key: told[key] or (["all"] if key == "mode" else []) for key in NAMED}
        chosen = cli.address.as_filter(codes, told["q"], {key: told[key] for key in SHAPES})
        return filters.apply(small, chosen).ids

    return ask


@pytest.fixture
def talk(small: Atlas, tmp_path: Path) -> Ask:
    """The ids that a step of a talk shows."""

    def ask(asked: dict[str, list[str]]) -> list[str]:
        plain = {key: values[0] if key == "query" else values for key, values in asked.items()}
        path = tmp_path / "talk.yaml"
        path.write_text(json.dumps({"steps": [{"title": "a", "filters": plain}]}), "utf-8")
        return filters.apply(small, talk_file.load(path, small).steps[0].chosen).ids

    return ask


@pytest.fixture(params=["package", "export", "talk"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Each command in turn."""
    found: Ask = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(("asked", "left"), ASKED)
def test_the_same_words_leave_the_same_projects(
    ask: Ask, asked: dict[str, list[str]], left: list[str]
) -> None:
    assert ask(asked) == left


@pytest.mark.parametrize(("key", "value", "told"), REFUSED)
def test_what_is_unknown_is_told_in_the_same_words(
    ask: Ask, key: str, value: str, told: str
) -> None:
    with pytest.raises(AtlasError, match=told):
        ask({key: [value]})


def test_every_key_is_asked_for_and_refused_here() -> None:
    assert {key for asked, _ in ASKED for key in asked} == {*NAMED, *SHAPES, "query"}
    assert {key for key, _, _ in REFUSED} == {*NAMED, *SHAPES}


@pytest.mark.parametrize("parser", [analyst.__main__.parser, cli.parser])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_every_option(parser: Any, lang: str) -> None:
    command_line = ["package" if parser is analyst.__main__.parser else "export", "-o", "x"]
    given = vars(parser(lang).parse_args(command_line))
    assert {key: given[key] for key in (*NAMED, *SHAPES, "query")} == {
        **{key: [] for key in (*NAMED, *SHAPES)},
        "query": "",
    }
    assert set(talk_file.FilterFile.model_fields) == {*NAMED, *SHAPES, "query"}


def test_without_a_mode_a_package_has_every_one_and_a_map_the_core(
    package: Ask, export: Ask
) -> None:
    assert package({"region": ["east"]}) == ["first-line", "third-river", "fifth-port"]
    assert export({"region": ["east"]}) == ["first-line", "third-river"]
