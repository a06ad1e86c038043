"""``python -m analyst import-notes``: what each note is to the data; nothing is written."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from analyst.__main__ import main
from analyst.notes.judging import Given, judge, read_given
from layers import payload
from layers.records import data
from layers.records.digest import LENGTH, data_digest, record_digest
from layers.records.model import Atlas
from registry.geometry import Precision
from registry.notes.note import Note
from registry.notes.vocab import NoteState
from registry.outcome.events import EventKind
from registry.outcome.vocab import Confidence
from registry.paths import Paths
from registry.vocab import Mode, Status
from tests.notes.a_note import a_note, file_of


@pytest.fixture
def records(small_paths: Paths) -> dict[str, str]:
    """The digest of each project, as the pages give it."""
    return {p["id"]: p["record"] for p in payload.build(data.load(small_paths))["projects"]}


def given(*notes: dict[str, Any], file: str = "a.json") -> list[Given]:
    return [Given(file, i, Note.model_validate_json(json.dumps(n))) for i, n in enumerate(notes)]


def states(found: list[Given], paths: Paths, known: list[Given] | None = None) -> list[str]:
    return [one.state.value for one in judge(found, known or [], paths)]


def test_new_changed_and_unknown(small_paths: Paths, records: dict[str, str]) -> None:
    found = given(
        a_note(record=records["first-line"]),
        a_note(record=records["third-river"], text="别的"),
        a_note(project="no-such-line"),
        a_note(record=None, project=None, kind="missing", text="无此项目"),
    )
    assert states(found, small_paths) == ["new", "project_changed", "unknown_project", "new"]


def test_what_was_seen_is_there(small_paths: Paths, records: dict[str, str]) -> None:
    record = records["first-line"]
    first = a_note(record=record)
    # Who, when, of which data and with what spaces makes no other note.
    same = a_note(record="abcd", contact="me", written="2027-01-01T00:00:00Z", text="应在 县城以北")
    for other in (
        {"kind": "other"},
        {"text": "应在县城以南"},
        {"source": "实地"},
        {"project": "third-river", "record": records["third-river"]},
    ):
        found = given(first, a_note(**{"record": record, **other}))
        assert states(found, small_paths) == ["new", "new"], other
    assert states(given(first, same), small_paths) == ["new", "already_there"]
    (judged,) = judge(given(same), given(a_note(text="x"), first, file="old.json"), small_paths)
    assert judged.state is NoteState.THERE
    assert judged.why[1] == "the same as old.json [1]"


def test_a_place_is_the_same_within_some_metres(small_paths: Paths) -> None:
    here = a_note(record=None, project=None, lon=104.5, lat=30.25)
    near, far = {**here, "lon": 104.50004}, {**here, "lon": 104.5002}
    north = {**here, "lat": 30.2502}
    found = states(given(here, near, far, north), small_paths)
    assert found == ["new", "already_there", "new", "new"]


def test_what_the_registry_says_is_there(small_paths: Paths, records: dict[str, str]) -> None:
    project = next(p for p in data.load(small_paths).projects if any(e.url for e in p.events))
    url = next(event.url for event in project.events if event.url)
    own: dict[str, Any] = {"record": records[project.id], "project": project.id}
    assert states(
        given(
            a_note(**own, kind="name", text=f" {project.name} "),
            a_note(**own, kind="other", text=project.name),
            a_note(**own, kind="name", text=f"{project.name}改"),
            a_note(record=None, project=None, kind="missing", text=project.name_en.upper()),
            a_note(**own, kind="source", text="来源", source=f"{url.replace('https', 'http')}/#a"),
            a_note(**own, kind="source", text="来源", source=f"{url}x"),
            a_note(**own, kind="other", text="来源", source=url),
        ),
        small_paths,
    ) == ["already_there", "new", "new", "already_there", "already_there", "new", "new"]


def test_an_id_that_is_retired_is_told(small_paths: Paths, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(small_paths.data, copy)
    rows = [
        {"id": "old-line", "name": "旧线", "date": "2026-01-01", "reason": "并入"},
        {"id": "older-line", "name": "老线", "date": "2025-01-01", "reason": "并入"},
    ]
    rows[0]["successor"] = "first-line"
    (copy / "retired.yaml").write_text(yaml.safe_dump({"retired": rows}), encoding="utf-8")
    found = judge(given(*(a_note(project=row["id"]) for row in rows)), [], Paths(copy))
    assert [one.state for one in found] == [NoteState.UNKNOWN] * 2
    assert [one.why[1] for one in found] == ["replaced by first-line", "dropped on 2025-01-01"]


def test_the_digest_tells_what_is_shown(small_paths: Paths, records: dict[str, str]) -> None:
    assert len(set(records.values())) == len(records)
    again = payload.build(data.load(small_paths))
    assert {p["id"]: p["record"] for p in again["projects"]} == records
    assert again["notes"]["data"] == payload.build(data.load(small_paths))["notes"]["data"]


#: Changes that the card shows, and others.
SHOWN: dict[str, Any] = {
    "name": "改", "name_en": "Changed", "aliases": ("又名",), "mode": Mode.PORT,
    "part_of": "third-river", "official_km": 5.5, "route_basis": "public", "route_note": "改",
    "note": "改", "precision": Precision.NONE, "stops": (), "mentions": (), "reviewed": False,
}  # fmt: skip
BESIDE: dict[str, Any] = {"looked_at": "2027-01-01", "uncertainty_m": 7.0, "outcomes": ()}
MENTION: dict[str, Any] = {
    "plan_id": "new-2023", "clause": "改", "as_written": "改", "action": "改",
    "status": Status.UPGRADE, "note": "改", "start_year": 2031, "complete_year": 2032,
}  # fmt: skip
EVENT: dict[str, Any] = {
    "event": EventKind.APPROVAL, "date": "2020-02", "section": "改", "km": 7.5, "state": "改",
    "text": "改", "confidence": Confidence.OFFICIAL, "disputed": False, "scope": "before",
    "publisher": "改", "title": "改", "url": "https://b.cn", "published": "2020",
}  # fmt: skip


def test_what_is_shown_changes_the_digest_and_nothing_else(small: Atlas) -> None:
    project = next(p for p in small.projects if p.events and p.stops and p.mentions)
    before = record_digest(project, ["ab"])
    assert len(before) == LENGTH
    assert record_digest(project, ["ac"]) != before
    for name, value in SHOWN.items():
        assert record_digest(replace(project, **{name: value}), ["ab"]) != before, name
    for name, value in BESIDE.items():
        assert getattr(project, name) != value
        assert record_digest(replace(project, **{name: value}), ["ab"]) == before, name
    mention, event = project.mentions[0], project.events[0]
    for name, value in MENTION.items():
        assert getattr(mention, name) != value, name
        other = replace(project, mentions=(replace(mention, **{name: value}),))
        same = replace(project, mentions=(mention,))
        assert record_digest(other, []) != record_digest(same, []), name
    for name, value in EVENT.items():
        assert getattr(event, name) != value, name
        other = replace(project, events=(replace(event, **{name: value}),))
        same = replace(project, events=(event,))
        assert record_digest(other, []) != record_digest(same, []), name
    other = replace(project, events=(replace(event, looked_at="2027-01-01"),))
    assert record_digest(other, []) == record_digest(replace(project, events=(event,)), [])
    assert data_digest("2026", ["a"]) != data_digest("2027", ["a"])
    assert data_digest("2026", ["a", "b"]) != data_digest("2026", ["b", "a"])


def _bytes(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_command_tells_and_writes_nothing(
    small_paths: Paths,
    records: dict[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    kept = tmp_path / "kept"
    kept.mkdir()
    file_of(kept, a_note(record=records["first-line"]), "old.json")
    told = "第一行\n[新的] 假的 [0]"
    one = file_of(tmp_path, a_note(record=records["first-line"], contact="me@x.cn", text=told))
    two = file_of(
        tmp_path, [a_note(), a_note(project="no-line"), a_note(text="=1+1", kind="other")], "b.json"
    )
    before = _bytes(small_paths.data)
    data_option = ["--data", str(small_paths.data)]
    asked = ["import-notes", str(one), str(two), "--known", str(kept), *data_option]
    assert main(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [line for line in lines if line.startswith("[")]
    assert [line.partition("]")[0][1:] for line in heads] == [
        "新的", "已有", "没有这个项目", "项目后来改过",
    ]  # fmt: skip
    assert "first-line" in heads[0]
    assert "东经 104.5000°、北纬 30.2500°" in heads[0]
    assert f"{kept / 'old.json'} [0]" in heads[1]
    assert lines[-1] == (
        "共 4 条：新的 1，已有 1，项目后来改过 1，没有这个项目 1。没有写入登记册。"
    )
    # Who may be asked stays in the file.
    assert "me@x.cn" not in "\n".join(lines)
    assert "    文件里有联系方式" in lines
    assert main([*asked, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["state"] for row in rows] == [
        "new", "already_there", "unknown_project", "project_changed",
    ]  # fmt: skip
    assert rows[0]["text"] == told
    assert [row["has_contact"] for row in rows] == [True, False, False, False]
    assert main([*asked, "--format", "csv"]) == 0
    out = capsys.readouterr().out
    cells = list(csv.DictReader(io.StringIO(out)))
    assert [cell["text"] for cell in cells][0::3] == [told, "'=1+1"]
    assert "me@x.cn" not in out
    assert _bytes(small_paths.data) == before


def test_what_cannot_be_read_is_one_sentence(
    small_paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = file_of(tmp_path, a_note())
    bad = file_of(tmp_path, [a_note(), a_note(kind="\x1b[2J")], "b.json")
    data_option = ["--data", str(small_paths.data)]
    for files, en in (
        ([good, tmp_path], f"{tmp_path}: is a folder"),
        ([good, tmp_path / "none.json"], "none.json: the file does not exist"),
        ([good, bad], "b.json: [1]: kind"),
        ([good, "--known", tmp_path / "none"], "none: the file does not exist"),
    ):
        assert main(["import-notes", *map(str, files), *data_option]) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert en in shown.err
        assert shown.err.count("\n") == 1
        assert "\x1b" not in shown.err
    with pytest.raises(SystemExit) as left:
        main(["import-notes", *data_option])
    assert left.value.code == 2


def test_several_files_are_read_in_order(tmp_path: Path) -> None:
    one = file_of(tmp_path, [a_note(), a_note(text="b")])
    two = file_of(tmp_path, a_note(text="c"), "c.json")
    assert [(g.file, g.place, g.note.text) for g in read_given([two, one])] == [
        (str(two), 0, "c"),
        (str(one), 0, "应在县城以北"),
        (str(one), 1, "b"),
    ]
