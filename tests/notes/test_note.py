"""What a correction note may hold, and the sentence for what it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from registry.errors import AtlasError
from registry.notes import note as notes
from registry.notes.note import read_notes
from registry.notes.vocab import LONGEST_CONTACT, LONGEST_SOURCE, LONGEST_TEXT, NoteKind
from tests.notes.a_note import a_note, file_of


def test_one_alone_and_a_list_are_read(tmp_path: Path) -> None:
    alone = read_notes(file_of(tmp_path, a_note(text=" 甲\n乙 ")), "a.json")
    assert [(n.text, n.kind, n.lon, n.lat) for n in alone] == [
        ("甲\n乙", NoteKind.POSITION, 104.5, 30.25)
    ]
    several = read_notes(file_of(tmp_path, [a_note(text="一"), a_note(text="二")]), "a.json")
    assert [n.text for n in several] == ["一", "二"]


def test_what_may_lack(tmp_path: Path) -> None:
    bare = a_note(lon=None, lat=None)
    del bare["source"], bare["contact"]
    (found,) = read_notes(file_of(tmp_path, bare), "a.json")
    assert (found.lon, found.source, found.contact) == (None, None, None)
    place = a_note(record=None, project=None, lon=-180, lat=90)
    (found,) = read_notes(file_of(tmp_path, place), "a.json")
    assert (found.project, found.lon, found.lat) == (None, -180, 90)


def test_the_longest_texts_are_read_and_no_longer_ones(tmp_path: Path) -> None:
    limits = {"text": LONGEST_TEXT, "source": LONGEST_SOURCE, "contact": LONGEST_CONTACT}
    assert limits["text"] == 2000
    for name, most in limits.items():
        (found,) = read_notes(file_of(tmp_path, a_note(**{name: "字" * most})), "a.json")
        assert len(getattr(found, name)) == most
        with pytest.raises(AtlasError, match=f"a.json: {name}: .*longer than {most}"):
            read_notes(file_of(tmp_path, a_note(**{name: "字" * (most + 1)})), "a.json")


SEEN = a_note()["atlas"]


@pytest.mark.parametrize(
    ("changed", "where", "en"),
    [
        ({"text": " \n "}, "text", "must not be empty"),
        ({"text": "a\u202eb"}, "text", "U+202E"),
        ({"text": "a\x1b[2Jb"}, "text", "U+001B"),
        ({"source": "a\nb"}, "source", "U+000A"),
        ({"contact": "a\u200bb"}, "contact", "U+200B"),
        ({"contact": 5}, "contact", "must be text"),
        ({"kind": "positoin"}, "kind", "position"),
        ({"project": "First Line"}, "project", "no id"),
        ({"lon": 180.01}, "lon", "above the most"),
        ({"lat": -90.01}, "lat", "below the least"),
        ({"lon": "104"}, "lon", "not a number"),
        ({"lon": True}, "lon", "not a number"),
        ({"lon": None}, "", "lon and lat must both"),
        ({"lat": None}, "", "lon and lat must both"),
        ({"written": "2026-02-30T08:30:00Z"}, "written", "must be a moment"),
        ({"written": "2026-11-26"}, "written", "must be a moment"),
        ({"written": "2026-11-26T08:30:00+08:00"}, "written", "must be a moment"),
        ({"atlas": {**SEEN, "data": "<b>"}}, "atlas.data", "hexadecimal"),
        ({"atlas": {**SEEN, "as_of": "2026-13"}}, "atlas.as_of", "is no date"),
        ({"atlas": {**SEEN, "title": "a" * 201}}, "atlas.title", "longer than 200"),
        ({"atlas": {**SEEN, "project": None}}, "", "atlas.project must both"),
        ({"project": None}, "", "atlas.project must both"),
        ({"atlas": "成渝工程图"}, "atlas", "must be"),
        ({"more": 1}, "more", "no such field"),
    ],
)
def test_a_wrong_field_is_told(
    tmp_path: Path, changed: dict[str, Any], where: str, en: str
) -> None:
    file = file_of(tmp_path, [a_note(), a_note(**changed)])
    with pytest.raises(AtlasError) as caught:
        read_notes(file, "a.json")
    assert caught.value.where == ": ".join(filter(None, ("a.json", "[1]", where)))
    assert en in caught.value.en
    assert caught.value.zh
    assert "\n" not in caught.value.text("zh")


@pytest.mark.parametrize("field", ["atlas", "written", "kind", "project", "lon", "lat", "text"])
def test_a_field_that_lacks_is_told(tmp_path: Path, field: str) -> None:
    note = a_note()
    del note[field]
    with pytest.raises(AtlasError, match=f"a.json: {field}: the field is missing"):
        read_notes(file_of(tmp_path, note), "a.json")


def test_a_note_is_about_something(tmp_path: Path) -> None:
    nothing = a_note(record=None, project=None, lon=None, lat=None)
    with pytest.raises(AtlasError, match="needs a project, or lon and lat"):
        read_notes(file_of(tmp_path, nothing), "a.json")


def test_what_is_no_file_of_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    for text, en in (
        ("", "JSON"),
        ("{", "JSON"),
        ("5", "must be"),
        ("[]", "holds 0 notes"),
        ('{"text": "a", "text": "b"}', "'text' stands twice"),
        ('{"lon": NaN}', "is not"),
        ("[" * 100_000, "JSON"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(AtlasError, match=en):
            read_notes(path, "a.json")
    path.write_bytes("指正".encode("gbk"))
    with pytest.raises(AtlasError, match="UTF-8"):
        read_notes(path, "a.json")
    monkeypatch.setattr(notes, "MOST_NOTES", 2)
    assert len(read_notes(file_of(tmp_path, [a_note()] * 2), "a.json")) == 2
    with pytest.raises(AtlasError, match="holds 3 notes, 1 to 2"):
        read_notes(file_of(tmp_path, [a_note()] * 3), "a.json")
    monkeypatch.setattr(notes, "MOST_MB", 1)
    with pytest.raises(AtlasError, match="at most 1 MB"):
        read_notes(file_of(tmp_path, a_note(text="a" * 1_000_001)), "a.json")
