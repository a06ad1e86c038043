"""A review put aside and taken up again, and files that are no review."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plans.__main__ import main
from plans.extraction.page import extraction_page
from plans.extraction.table import mentions_csv
from registry.errors import AtlasError
from registry.files.csvfile import csv_text
from review import downloads
from review.corrections import Corrected, parsed, reviewed
from review.source import Source, State
from review.taken_up import (
    FORMAT,
    TABLE,
    TEXT,
    VERSION,
    is_review,
    review_text,
    take_in,
    take_up_review,
)
from tests.plans.documents.support import form
from tests.review.support import desk, knowledge, source


def saved(found: Source) -> str:
    """A review file with two corrections."""
    return review_text([found], {"1.0": {"verdict": "reject"}, "1.+1": {"start": 0, "end": 2}})


def csv_of(found: Source, rows: list[Corrected]) -> str:
    """The table of what counts."""
    return mentions_csv(downloads.extraction([(found, rows)]).found)


def taken(*files: tuple[str, bytes]) -> list[Source]:
    """The documents after these files were dropped at once."""
    table = desk()
    take_in(table, list(files))
    table.wait()
    return table.sources


def test_a_review_is_taken_up_where_it_was_left() -> None:
    found = source()
    (again,) = taken(("r.json", saved(found).encode()))
    assert again.state is State.READ
    assert (again.name, again.plan, again.text) == (found.name, found.plan, found.text)
    assert again.mentions == found.mentions
    assert again.saved == {"0": {"verdict": "reject"}, "+1": {"start": 0, "end": 2}}
    assert again.shapes.keys() == found.shapes.keys()


def change(value: object, *path: str | int) -> Callable[[Any], None]:
    """Sets the value at a path."""

    def act(found: Any) -> None:
        for step in path[:-1]:
            found = found[step]
        found[path[-1]] = value

    return act


@pytest.mark.parametrize(
    "act",
    [
        change(2, "version"),
        change("another", "documents", 0, "colour"),
        change(None, "documents"),
        change("x", "documents", 0, "mentions", 0, "status"),
        change("x", "documents", 0, "mentions", 0, "mode"),
        change(10_000, "documents", 0, "mentions", 0, "end"),
        change(-1, "documents", 0, "mentions", 0, "start"),
        change(0, "documents", 0, "mentions", 0, "end"),
        change({}, "documents", 0, "mentions", 0),
        change("", "documents", 0, "text"),
        change([1], "documents", 0, "corrections"),
    ],
)
def test_a_review_that_is_not_whole_is_refused(act: Callable[[Any], None]) -> None:
    found = json.loads(saved(source()))
    act(found)
    (refused,) = taken(("r.json", json.dumps(found, ensure_ascii=False).encode()))
    assert refused.state is State.REFUSED
    assert refused.fault is not None


def test_half_a_review_is_refused() -> None:
    text = saved(source()).encode()
    (refused,) = taken(("r.json", text[: len(text) // 2]))
    assert refused.state is State.REFUSED


def test_the_folder_of_plans_read(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(form("plan.docx"))
    assert main(["read", str(tmp_path / "plan.docx"), "--out", str(tmp_path / "out")]) == 0
    files = [(path.name, path.read_bytes()) for path in sorted((tmp_path / "out").iterdir())]
    (found,) = taken(*files)
    assert found.state is State.READ
    assert found.plan == "plan"
    assert len(found.mentions) == 15
    for mention in found.mentions:
        assert found.text[mention.start : mention.end] == mention.as_written


def test_the_table_alone_asks_for_its_text() -> None:
    found = source()
    rows = list(reviewed(found, {}, knowledge().known))
    table = csv_of(found, rows).encode()
    (refused,) = taken((TABLE, table))
    assert refused.fault is not None
    assert TEXT in refused.fault.zh
    (read,) = taken((TABLE, table), (TEXT, found.text.encode()))
    assert read.mentions == found.mentions


def test_verdicts_in_the_table_are_taken_up() -> None:
    found = source()
    rows = list(reviewed(found, parsed({f"{found.key}.0": {"verdict": "accept"}}, "x"), []))
    cells = list(csv.DictReader(io.StringIO(csv_of(found, rows).lstrip("\ufeff"), newline="")))
    cells[1]["review"] = " 不要 "
    table = csv_text(list(cells[0]), cells)
    (again,) = taken((TABLE, table.encode()), (TEXT, found.text.encode()))
    assert again.saved == {"0": {"verdict": "accept"}, "1": {"verdict": "reject"}}


def test_another_table_is_another_document() -> None:
    (read,) = taken((TABLE, "名称,状态\n云泽至青岚铁路,开工\n".encode()))
    assert read.state is State.READ
    assert read.name == TABLE


@pytest.mark.parametrize("damage", ["start", "status", "plan"])
def test_a_table_that_does_not_belong_to_the_text(damage: str) -> None:
    found = source()
    rows = [r.mention for r in reviewed(found, {}, knowledge().known)]
    assert csv_of(found, []).startswith("\ufeffplan,")
    table = csv_of(found, list(reviewed(found, {}, knowledge().known)))
    if damage == "start":
        table = table.replace(f",{rows[0].start},{rows[0].end}", ",9000,9007")
    elif damage == "status":
        table = table.replace(",start,", ",begun,")
    else:
        table = table.replace("plan,clause,", "plan,clauses,")
    (refused,) = taken((TABLE, table.encode()), (TEXT, found.text.encode()))
    assert refused.state is State.REFUSED
    assert refused.fault is not None


def test_what_counts_goes_into_the_downloads() -> None:
    found = source("加快<b>=1+1</b>河湾港建设，推进云泽至青岚铁路前期工作。")
    rows = list(reviewed(found, parsed({f"{found.key}.1": {"verdict": "reject"}}, "x"), []))
    assert "云泽至青岚铁路" not in csv_of(found, rows)
    page = extraction_page(downloads.extraction([(found, rows)]), "zh")
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert page.count("<mark") == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": 3, "end": 3}, "not allowed"),
        ({"start": 4, "end": 3}, "not allowed"),
        ({"start": -1, "end": 3}, "not allowed"),
        ({"end": 10_000}, "not allowed"),
        ({"status": "nonesuch"}, "not allowed"),
        ({}, ""),
    ],
)
def test_a_mention_lies_within_its_text(change: dict[str, object], says: str) -> None:
    found = json.loads(review_text([source()], {}))
    found["documents"][0]["mentions"][0] |= change
    data = json.dumps(found).encode()
    if says:
        with pytest.raises(AtlasError, match=says):
            take_up_review(desk(), "x", data)
    else:
        assert take_up_review(desk(), "x", data)


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("start_year", 1900, True),
        ("start_year", 1899, False),
        ("complete_year", 2060, True),
        ("complete_year", 2061, False),
        ("start_year", 10**30, False),
        ("match_score", 0.5, True),
        ("match_score", None, True),
        ("match_score", float("nan"), False),
        ("match_score", float("inf"), False),
        ("match_score", float("-inf"), False),
    ],
)
def test_numbers_are_such_as_a_reader_writes(field: str, value: object, fits: bool) -> None:
    found = json.loads(review_text([source()], {}))
    found["documents"][0]["mentions"][0][field] = value
    data = json.dumps(found).encode()
    if fits:
        assert take_up_review(desk(), "x", data)
        return
    with pytest.raises(AtlasError, match="not read"):
        take_up_review(desk(), "x", data)


@pytest.mark.parametrize("step", [-1, 1])
def test_only_this_version_is_taken_up(step: int) -> None:
    found = json.loads(review_text([source()], {}))
    found["version"] += step
    with pytest.raises(AtlasError, match=f"of version {found['version']}"):
        take_up_review(desk(), "x", json.dumps(found).encode())


def test_how_far_a_document_is_follows_the_last_that_was_found() -> None:
    read = source()
    assert read.done == 1.0
    read.state = State.FINDING
    assert read.done == read.mentions[-1].end / len(read.text)
    assert 0 < read.mentions[0].end / len(read.text) < read.done
    read.mentions = []
    assert read.done == 0.0


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (f'{{"format": "{FORMAT}"', True),
        (f' \n{{ "format" : "{FORMAT}"', True),
        ('{"format": "another"', False),
        (f'["{FORMAT}"', False),
        ("", False),
        # It says so at the beginning, in the first two hundred bytes.
        ("{" + " " * (199 - len(FORMAT)) + FORMAT, True),
        ("{" + " " * (200 - len(FORMAT)) + FORMAT, False),
    ],
)
def test_a_file_that_says_that_it_is_a_review(data: str, says: bool) -> None:
    assert is_review(data.encode()) is says


def test_a_review_holds_each_documents_own_corrections() -> None:
    one, other = source(), source()
    other.key = "11"
    told: Any = {
        "1.0": {"verdict": "reject"},
        "11.0": {"verdict": "accept"},
        "1.1": "reject",
        "2.0": {"verdict": "reject"},
    }
    whole = json.loads(review_text([one, other], told))
    assert (whole["format"], whole["version"]) == (FORMAT, VERSION)
    documents = whole["documents"]
    assert [document["corrections"] for document in documents] == [
        {"0": {"verdict": "reject"}},
        {"0": {"verdict": "accept"}},
    ]
    # One that was refused, or is not open yet, is not in it.
    one.document = None
    other.fault = AtlasError("x", zh="x", en="x")
    assert json.loads(review_text([one, other], told))["documents"] == []
