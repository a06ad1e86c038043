"""Characters that cannot be seen: refused by name where text is entered, ignored in a search."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import facts.__main__
import layers.cli
from geo.gazetteer import checked
from geo.locate import _matches
from layers.publish import talk_file
from layers.records.model import Atlas
from layers.selection import filters, resolver
from layers.selection.filters import Filter
from plans.accepting.describe import plan_from
from registry.errors import AtlasError
from registry.files.records import validate
from registry.land.titles import read_titles
from registry.load import load_registry
from registry.models import Plan, Project, Region
from registry.naming import code_point
from registry.paths import Paths
from registry.tables import parse_places
from tests.support import copy_data

#: One of each kind, as it may stand in a file of YAML too.
KINDS = {
    "control": "\x1b",
    "next line": "\x85",
    "zero width space": "\u200b",
    "byte order mark": "\ufeff",
    "soft hyphen": "\xad",
    "turned direction": "\u202e",
    "tag": "\U000e0041",
    "half a character": "\ud800",
    "private use": "\ue5e5",
    "private use, far": "\U000f0000",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "variation selector": "\ufe0f",
    "variation selector, far": "\U000e0100",
    "choseong filler": "\u115f",
    "hangul filler": "\u3164",
    "lost character": "\ufffd",
}
PROJECT: dict[str, Any] = {
    **{"id": "x", "name": "某线", "name_en": "X line", "aliases": ["甲线"], "mode": "rail"},
    **{"note": "注", "sections": ["甲段"], "route": {"kind": "none", "reason": "不详"}},
    "mentions": [{"plan": "p", "clause": "1", "as_written": "某线", "status": "research"}],
    "since": [
        {
            **{"event": "open", "date": "2024", "section": "甲段", "text": "开通"},
            **{"publisher": "某报", "title": "题", "looked_at": "2025", "confidence": "press"},
        }
    ],
}
PLAN = {
    **{"id": "p", "title": "某计划", "title_en": "A plan", "short": "计划", "short_en": "Plan"},
    **{"issuer": "某府", "date": "2024", "text": "p.txt", "text_note": "原样"},
}
REGION = {
    **{"id": "r", "name": "某区", "name_en": "R", "members": ["51"]},
    **{"definition": "定义", "source": "出处"},
}
#: Each text of these records, by its path.
FIELDS: list[tuple[type[Any], dict[str, Any], str]] = [
    *(
        (Project, PROJECT, field)
        for field in (
            *("name", "name_en", "aliases[0]", "sections[0]", "note", "route.reason"),
            *("mentions[0].as_written", "mentions[0].clause"),
            *(f"since[0].{name}" for name in ("section", "text", "publisher", "title")),
        )
    ),
    *((Plan, PLAN, name) for name in ("title", "title_en", "short", "issuer", "text_note")),
    *((Region, REGION, name) for name in ("name", "name_en", "definition", "source")),
]

#: No file of YAML holds half a character.
IN_YAML = [kind for kind in KINDS if kind != "half a character"]
in_yaml = pytest.mark.parametrize("character", IN_YAML, indirect=True)

Spoil = Callable[[str], str]


@pytest.fixture(params=KINDS)
def character(request: pytest.FixtureRequest) -> str:
    return KINDS[request.param]


@pytest.fixture(params=["within", "before", "behind"])
def spoil(request: pytest.FixtureRequest, character: str) -> Spoil:
    """Puts the character into a text."""
    ways = {
        "within": lambda text: f"{text[:1]}{character}{text[1:]}",
        "before": lambda text: character + text,
        "behind": lambda text: text + character,
    }
    return ways[request.param]


def _refused(character: str, where: str, error: AtlasError) -> None:
    assert error.where.endswith(where), error.where
    code = code_point(character)
    assert error.en == (
        f"holds the character {code}, which cannot be seen or was damaged; take it out"
    )
    assert error.zh == f"有看不见或已损坏的字符 {code}，请删去"


@pytest.mark.parametrize(("model", "record", "field"), FIELDS)
def test_a_record_is_refused(
    model: type[Any], record: dict[str, Any], field: str, character: str, spoil: Spoil
) -> None:
    data: Any = copy.deepcopy(record)
    validate(model, data, "f", record="r")
    *path, last = field.replace("[", ".").replace("]", "").split(".")
    held = data
    for part in path:
        held = held[int(part) if part.isdigit() else part]
    held[int(last) if last.isdigit() else last] = spoil(held[int(last) if last.isdigit() else last])
    with pytest.raises(AtlasError) as raised:
        validate(model, data, "f", record="r")
    _refused(character, f"f: r: {field}", raised.value)


def test_blanks_and_line_ends_round_a_text_are_none_of_it() -> None:
    assert validate(Region, {**REGION, "name": " \t某区\r\n"}, "f").name == "某区"
    with pytest.raises(AtlasError, match="name: must not be empty"):
        validate(Region, {**REGION, "name": " \n"}, "f")


@pytest.mark.parametrize("column", ["name", "name_en", "source", "note"])
def test_a_place_is_refused(column: str, character: str, spoil: Spoil) -> None:
    cells = {"name": "某站", "name_en": "A", "kind": "station", "adcode": "510101", "lon": "104"}
    cells |= {"lat": "30", "accuracy_m": "200", "source": "x", "note": "y"}
    text = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    assert len(list(checked(parse_places(text, "sites.csv")))) == 1
    cells[column] = spoil(cells[column])
    text = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    with pytest.raises(AtlasError) as raised:
        list(checked(parse_places(text, "sites.csv")))
    _refused(character, f"sites.csv:2 ({cells['name']}): {column}", raised.value)


def test_the_title_of_a_plan_is_refused(character: str, spoil: Spoil) -> None:
    given = {name: str(PLAN[name]) for name in ("title", "title_en", "short", "short_en", "issuer")}
    with pytest.raises(AtlasError) as raised:
        plan_from("p", {**given, "date": "2024", "title": spoil("某计划")}, text="p.txt")
    _refused(character, "plans.yaml: p: title", raised.value)


def _escaped(text: str) -> str:
    """``text`` for double quotes in YAML."""
    return "".join(c if c.isascii() and c.isprintable() else f"\\U{ord(c):08X}" for c in text)


@in_yaml
@pytest.mark.parametrize("key", ["title", "title_en"])
def test_the_title_of_a_folder_is_refused(
    key: str, character: str, spoil: Spoil, tmp_path: Path
) -> None:
    paths = Paths(tmp_path)
    said = {"title": "甲图", "title_en": "A", "name": "a"}
    said[key] = spoil(said[key])
    lines = (f'{name}: "{_escaped(text)}"\n' for name, text in said.items())
    paths.titles.write_text("".join(lines), "utf-8")
    with pytest.raises(AtlasError) as raised:
        read_titles(paths)
    _refused(character, f"atlas.yaml: {key}", raised.value)


@in_yaml
@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("title", 'title: "{0}"\nsteps: [{{title: a}}]\n'),
        ("steps[1].title", 'steps: [{{title: "{0}"}}]\n'),
        ("steps[1].caption", 'steps: [{{title: a, caption: "{0}"}}]\n'),
    ],
)
def test_a_talk_is_refused(
    where: str, text: str, character: str, spoil: Spoil, small: Atlas, tmp_path: Path
) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(text.format(_escaped("一 题")), "utf-8")
    talk_file.load(path, small)
    path.write_text(text.format(_escaped(spoil("一 题"))), "utf-8")
    with pytest.raises(AtlasError) as raised:
        talk_file.load(path, small)
    _refused(character, f"talk.yaml: {where}", raised.value)


def test_a_caption_keeps_its_lines_and_a_title_has_one(small: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text('steps:\n- title: a\n  caption: "一\\n\\t二"\n', "utf-8")
    assert talk_file.load(path, small).steps[0].caption == "一\n\t二"
    path.write_text('steps:\n- title: "一\\n二"\n', "utf-8")
    with pytest.raises(AtlasError, match=r"steps\[1\].title: holds the character U\+000A, "):
        talk_file.load(path, small)


@pytest.mark.parametrize("option", ["--title", "--subtitle"])
def test_a_title_on_the_command_line_is_refused(
    option: str,
    character: str,
    small_paths: Paths,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    out = tmp_path / "map.html"
    argv = ["export", "--data", str(small_paths.data), "-o", str(out)]
    assert layers.cli.main([*argv, option, f"题{character}目"]) == 2
    assert capsys.readouterr().err == (
        f"error: {option}: holds the character {code_point(character)}, which cannot be seen or "
        "was damaged; take it out.\n"
    )
    assert not out.exists()


def test_a_fact_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths = copy_data(tmp_path)
    file = paths.projects / "rail" / "yukun-hsr.yaml"
    before = file.read_bytes()
    argv = ["add", "yukun-hsr", "--data", str(paths.data), "--event", "start", "--date", "2025"]
    argv += ["--looked-at", "2025", "--confidence", "press"]
    for name, character in (("publisher", "\u200b"), ("title", "\ufe0f"), ("text", "\ue000")):
        texts = {"publisher": "某报", "title": "题目", "text": "开工"}
        texts[name] = f"甲{character}乙"
        given = [part for key, text in texts.items() for part in (f"--{key}", text)]
        assert facts.__main__.main([*argv, *given]) == 2
        told = capsys.readouterr().err
        assert f".{name}: holds the character {code_point(character)}, " in told or (
            f": {name}: holds the character {code_point(character)}, " in told
        )
    assert file.read_bytes() == before


@pytest.mark.parametrize("query", ["甲乙铁路", "jiayi", "first-line", "FULL"])
def test_in_a_search_it_is_ignored(query: str, spoil: Spoil, small: Atlas) -> None:
    found = filters.apply(small, Filter(query=query, modes=frozenset())).ids
    assert "first-line" in found
    assert filters.apply(small, Filter(query=spoil(query), modes=frozenset())).ids == found


def test_in_a_name_that_is_looked_up_it_is_ignored(spoil: Spoil, small: Atlas) -> None:
    there = resolver.names(small)
    for kind, asked, code in (
        *(("region", "西区", "west"), ("mode", "铁路", "rail"), ("plan", "mid-2020", "mid-2020")),
        *(("project", "甲乙铁路", "first-line"), ("status", "Preparation", "preparation")),
    ):
        assert resolver.resolve("x", kind, spoil(asked), there[kind]) == code


def test_in_a_project_to_be_located_it_is_ignored(spoil: Spoil) -> None:
    registry = load_registry()
    for asked in ("渝昆高铁", "yukun-hsr"):
        assert [p.id for p in _matches(spoil(asked), registry)] == ["yukun-hsr"]
