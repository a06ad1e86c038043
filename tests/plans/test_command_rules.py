"""The rules of the other commands: what is replaced, which ids, where things are."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from geo.geocode import Located
from plans.commands import atlas, placing, read, remove
from plans.extraction.extraction import ExtractedMention
from plans.matching.propose import Proposal
from plans.records import Mention
from registry.errors import AtlasError
from registry.geometry import Method, Precision
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode, Status
from tests.plans.accepting.support import row

# The files of ``read``.


def test_a_table_that_a_person_changed_is_moved_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "mentions.csv"
    read._keep(table, "new", "en")
    table.write_text("new", encoding="utf-8")
    read._keep(table, "new", "en")
    assert [p.name for p in tmp_path.iterdir()] == ["mentions.csv"]
    assert capsys.readouterr().out == ""
    for number in (1, 2, 3):
        table.write_text(f"by hand {number}", encoding="utf-8")
        read._keep(table, "new", "en")
        assert not table.exists()
        kept = tmp_path / f"mentions.old-{number}.csv"
        assert kept.read_text(encoding="utf-8") == f"by hand {number}"
        told = capsys.readouterr().out
        assert told == f"the {table} that was there is now {kept.name}\n"


def test_taking_a_plan_out_ends_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    done: list[object] = []
    monkeypatch.setattr("registry.files.together.recover", lambda path: done.append(path))
    monkeypatch.setattr("plans.accepting.changes.remove", lambda plan, _: plan)
    monkeypatch.setattr(remove, "finish", lambda plan, *_: done.append(plan))
    assert remove.run(Paths(tmp_path), "en", Namespace(plan="a")) == 0
    assert done == [tmp_path, "a"]


# A folder made from nothing but plans.


@pytest.mark.parametrize(
    ("there", "force", "says"),
    [
        ("nothing", False, ""),
        ("empty", False, ""),
        ("file", False, "folder"),
        ("file", True, "folder"),
        ("full", False, "exists already"),
        ("full", True, "no data folder"),
        ("made", False, "exists already"),
        ("made", True, ""),
        ("half", True, "no data folder"),
        ("inside", True, "holds the plan files"),
    ],
)
def test_what_a_new_data_folder_may_replace(
    there: str, force: bool, says: str, tmp_path: Path
) -> None:
    target = tmp_path / "new"
    files = [tmp_path / "a.txt"]
    if there == "file":
        target.write_text("x")
    elif there != "nothing":
        target.mkdir()
    own = Paths(target)
    if there == "full":
        (target / "x").write_text("x")
    if there in ("made", "half", "inside"):
        made = [own.titles, own.plans, *([] if there == "half" else [own.borders])]
        for path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")
    if there == "inside":
        files.append(target / "b.txt")
    if says:
        with pytest.raises(AtlasError) as raised:
            atlas._check_target(target, files, force)
        assert says in raised.value.text("en")
    else:
        atlas._check_target(target, files, force)


def test_the_shipped_data_is_never_replaced() -> None:
    with pytest.raises(AtlasError, match="not replaced"):
        atlas._check_target(DEFAULT.data, [], True)


@pytest.mark.parametrize(
    ("stem", "taken", "ident"),
    [
        ("Plan 2027 (final)", set(), "plan-2027-final"),
        ("西安规划", set(), "xianguihua"),
        ("…", set(), "plan"),
        ("…", {"plan"}, "plan-2"),
        ("…", {"plan", "plan-2", "plan-3"}, "plan-4"),
        ("a", {"plan"}, "a"),
        ("a" * 60, set(), "a" * 50),
        ("a" * 49 + "-b", set(), "a" * 49),
        ("A_b.C", set(), "a-b-c"),
    ],
)
def test_the_id_of_a_plan_by_its_file(stem: str, taken: set[str], ident: str) -> None:
    assert atlas._ident(stem, taken) == ident


def test_what_a_person_says_of_the_plans_is_found_by_file_and_by_id(tmp_path: Path) -> None:
    assert atlas._described(None) == {}
    path = tmp_path / "plans.yaml"
    path.write_text("plans:\n- id: a\n  text: b.txt\n- id: c\n", encoding="utf-8")
    found = atlas._described(path)
    assert set(found) == {"a", "c", "b.txt", ""}
    assert found["a"] == found["b.txt"]
    assert found["a"]["id"] == "a"
    path.write_text("plans:\n- id: a\n  text: c\n- id: c\n", encoding="utf-8")
    assert atlas._described(path)["c"]["id"] == "c"


@pytest.mark.parametrize(
    ("value", "said"), [([2026, 2030], "2026-2030"), (2026, "2026"), ("词", "词"), ([1], "1")]
)
def test_a_span_is_said_with_a_dash(value: object, said: str) -> None:
    assert atlas._said(value) == said


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"name": "=1+1"}, False),
        ({"name": "云\u200b泽"}, False),
        ({"as_written": "云\u200b泽"}, False),
        ({"action": "云\u200b泽"}, False),
        ({"clause": "云\u200b泽"}, False),
        ({"doubt": "云\u200b泽"}, False),
        ({"stops": ("云\u200b泽",)}, True),
    ],
)
def test_a_row_that_no_record_can_hold_is_told(
    change: dict[str, Any], fits: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert atlas._fits(row(**{"name": "云泽铁路", **change}), "en") is fits
    assert bool(capsys.readouterr().err) is not fits


# Where what was found is.

KNOWN = Located(None, Precision.PLACE, Method.STOPS, "来源", 100, note="注")
NEW = Proposal("new", "新线", "New", "rail", ("甲", "乙"), guess="按简称")


def extracted(project: str = "", proposal: Proposal | None = None) -> ExtractedMention:
    years: tuple[None, None] = (None, None)
    made = Mention(
        "一", "线", "线", "rail", "", "start", *years, project, None, "", "high", "", "plan", 7, 9
    )
    return ExtractedMention("plan", made, proposal)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def project_of(*_: object) -> Located:
        found.append("known")
        return KNOWN

    def locate(
        route: tuple[object, ...], mode: Mode, *_: object, where: str, **__: object
    ) -> Located:
        found.append(f"{where} {mode} {route}")
        raise AtlasError("x", zh="没有", en="none")

    def route_of(stops: object, name: str, *_: object, note: str, **__: object) -> object:
        return (stops, name, note)

    monkeypatch.setattr(placing, "locate_project", project_of)
    monkeypatch.setattr(placing, "locate", locate)
    monkeypatch.setattr(placing, "route_of", route_of)
    return found


def located_by(known: dict[str, Located], proposed: placing.Proposed) -> Callable[..., Located]:
    there: Any = SimpleNamespace(projects={"old": SimpleNamespace(id="old")})
    places: Any = None
    return placing.locator_of(there, places, DEFAULT, known, proposed)


def test_a_known_project_is_located_once_and_so_is_a_new_one(asked: list[str]) -> None:
    known: dict[str, Located] = {}
    proposed: placing.Proposed = {}
    find = located_by(known, proposed)
    assert find(extracted("old")) is KNOWN
    assert find(extracted("old", NEW)) is KNOWN
    assert asked == ["known"]
    assert known == {"old": KNOWN}
    new = find(extracted("", NEW))
    assert find(extracted("gone", NEW)) is new
    assert (new.geometry, new.precision, new.note) == (None, Precision.NONE, "没有 / none")
    assert asked[1:] == [f"新线 rail {(('甲', '乙'), '新线', '按简称')}"]
    assert proposed == {NEW: new}
    nothing = find(extracted())
    assert (nothing.precision, nothing.note, nothing.source) == (Precision.NONE, None, "")
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("source", "note", "said"),
    [("来源", "注", "来源; 注"), ("来源", None, "来源"), ("", "注", "注"), ("", None, "")],
)
def test_a_feature_says_how_it_was_located(source: str, note: str | None, said: str) -> None:
    where = Located(None, Precision.PLACE, Method.STOPS, source, 100, note=note)
    cells, geometry = placing.feature(extracted(), where)
    assert (cells["id"], cells["located"], cells["uncertainty_m"]) == ("plan-7", said, 100)
    assert cells["name"] == "线"
    assert geometry is None
    assert Status(str(cells["status"])) is Status.START
