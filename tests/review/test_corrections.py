"""Corrections: what is allowed, what follows from them, and what counts after review."""

from __future__ import annotations

from typing import Any

import pytest

from registry.errors import AtlasError
from registry.vocab import Status
from review.corrections import BY_HAND, Corrected, Correction, Unfit, parsed, reviewed, stray
from review.source import Source
from tests.review.support import knowledge, source


def after(found: Source, **fields: dict[str, Any]) -> list[Corrected]:
    """The rows after corrections, by the number of the row (``r0``) or ``added``."""
    keys = {
        f"{found.key}.+1" if name == "added" else f"{found.key}.{name[1:]}": value
        for name, value in fields.items()
    }
    return list(reviewed(found, parsed(keys, "x"), knowledge().known))


def test_nothing_is_as_found() -> None:
    found = source()
    assert [r.mention for r in after(found)] == found.mentions
    assert all(r.counts for r in after(found))


def test_fields_are_corrected_and_years_taken_away() -> None:
    found = source()
    assert found.mentions[0].complete_year == 2027
    [first, *_] = after(found, r0={"status": "operation", "complete_year": 0, "start_year": 2025})
    assert first.mention.status == "operation"
    assert first.mention.complete_year is None
    assert first.mention.start_year == 2025
    # Neither name nor mode is another one: the match stays.
    assert first.mention.project_id == "yunqing"
    assert first.mention.match_score == found.mentions[0].match_score


def test_an_extent_moves_the_words_the_name_and_the_match() -> None:
    found = source()
    row = found.mentions[0]
    [first, *_] = after(found, r0={"start": row.start + 3, "end": row.end})
    assert first.mention.as_written == found.text[row.start + 3 : row.end] == "青岚铁路"
    assert first.mention.name == "青岚铁路"
    assert first.mention.project_id == ""
    assert (first.mention.start, first.mention.end) == (row.start + 3, row.end)


def test_a_shared_head_stays_with_the_name() -> None:
    found = source("实施云泽至青岚、青岚至河湾等高速公路扩容。")
    first = found.mentions[0]
    assert first.name == "云泽至青岚高速公路扩容"
    [row, *_] = after(found, r0={"start": first.start, "end": first.end - 1})
    assert row.mention.as_written == "云泽至青"
    assert row.mention.name == "云泽至青高速公路扩容"


@pytest.mark.parametrize("extent", [(5, 5), (9, 4), (0, 10_000)])
def test_an_extent_that_is_none_changes_nothing(extent: tuple[int, int]) -> None:
    found = source()
    [first, *_] = after(found, r0={"start": extent[0], "end": extent[1]})
    assert first.mention == found.mentions[0]


def test_the_last_character_of_the_text_can_be_taken() -> None:
    found = source("加快河湾港建设")
    [first] = after(found, r0={"end": len(found.text)})
    assert first.mention.as_written == "河湾港建设"


def test_a_project_chosen_by_hand_stays_whatever_the_name() -> None:
    found = source()
    [first, *_] = after(found, r0={"project": "port", "name": "别的铁路"})
    assert first.mention.project_id == "port"
    assert first.mention.match_reason == BY_HAND
    assert first.mention.match_score is None
    [first, *_] = after(found, r0={"project": ""})
    assert first.mention.project_id == ""


def test_another_name_is_matched_anew() -> None:
    found = source()
    rows = after(found, r2={"name": "河湾港", "mode": "port"})
    assert rows[2].mention.project_id == "port"
    assert rows[2].mention.match_score == 1.0


def test_what_was_missed_is_added_in_its_place() -> None:
    found = source()
    at = found.text.index("青岚铁路")
    added = {"start": at, "end": at + 4, "mode": "rail", "status": "start", "verdict": "accept"}
    rows = after(found, added=added)
    assert [r.number for r in rows] == [0, -1, 1, 2]
    assert rows[1].mention.name == "青岚铁路"
    assert rows[1].mention.status == "start"
    assert found.text[rows[1].mention.start : rows[1].mention.end] == rows[1].mention.as_written
    assert len(after(found, added={"start": 3, "end": 10_000})) == 3
    assert len(after(found, added={"start": 3})) == 3


def test_what_counts() -> None:
    found = source()
    rows = after(found, r0={"verdict": "reject"}, r1={"verdict": "accept"})
    assert [r.counts for r in rows] == [False, True, True]
    past = source("一、回顾\n过去五年，建成云泽至青岚高速公路。")
    assert past.mentions[0].kind == "achievement"
    assert [r.counts for r in after(past)] == [False]
    assert [r.counts for r in after(past, r0={"verdict": "accept"})] == [True]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "done"},
        {"mode": "road"},
        {"start_year": 1899},
        {"complete_year": 2061},
        {"start_year": "2025"},
        {"verdict": "maybe"},
        {"start": -1},
        {"name": "x" * 401},
        {"colour": "red"},
        ["status"],
        "status",
    ],
)
def test_what_is_not_allowed_is_refused_in_one_sentence(fields: object) -> None:
    with pytest.raises(AtlasError) as raised:
        parsed({"1.0": fields}, "review")
    assert raised.value.where.startswith("review: 1.0")


NAMES = [
    ("渝昆\u200b高铁", "holds the character U+200B ZERO WIDTH SPACE, which cannot be seen"),
    ("渝昆\ufffd高铁", "holds the character U+FFFD"),
    ("\u3164渝昆高铁", "holds the character U+3164"),
    ("渝昆;高铁", "is no name: it must not hold ; @ < >"),
    ("=1+1", "is no name: it must not hold ; @ < >, begin with = + -"),
    ("渝" * 201, "is no name"),
]


@pytest.mark.parametrize(("name", "sentence"), NAMES)
def test_a_name_that_no_record_may_have_is_refused_at_once(name: str, sentence: str) -> None:
    """It was refused only when the plan was accepted."""
    told: list[Unfit] = []
    found = parsed({"1.0": {"name": name, "status": "start"}}, "review", told.append)
    [unfit] = told
    assert (unfit.key, unfit.field) == ("1.0", "name")
    assert unfit.error.where == "review: 1.0: name"
    assert unfit.error.en.startswith(sentence)
    assert unfit.error.zh
    # The rest of the correction counts.
    assert found["1.0"] == Correction(status=Status.START)


def test_a_name_with_blanks_round_it_is_one() -> None:
    assert parsed({"1.0": {"name": "  渝昆高铁 "}}, "x")["1.0"].name == "  渝昆高铁 "
    assert parsed({"1.0": {"name": " "}}, "x")["1.0"].name == " "


def test_what_is_not_allowed_costs_itself_and_is_told() -> None:
    """One wrong field dropped every correction of the page, without a word."""
    told: list[Unfit] = []
    found = parsed(
        {
            "1.0": {"verdict": "accept", "status": "done", "colour": "red"},
            "1.1": {"verdict": "reject"},
            "1.2": "status",
            "1.3": {"start_year": 1899, "complete_year": 2030},
        },
        "review",
        told.append,
    )
    assert {key: one.model_dump(exclude_unset=True) for key, one in found.items()} == {
        "1.0": {"verdict": "accept"},
        "1.1": {"verdict": "reject"},
        "1.3": {"complete_year": 2030},
    }
    assert [(one.key, one.field) for one in told] == [
        *(("1.0", "status"), ("1.0", "colour"), ("1.2", ""), ("1.3", "start_year")),
    ]
    assert {one.error.en for one in told} == {
        "this correction holds what is not allowed; it was not used"
    }


def test_what_has_no_place_in_the_document_is_told() -> None:
    found = source()
    last, length = len(found.mentions) - 1, len(found.text)
    corrections = parsed(
        {
            "1.0": {"start": 3, "end": length},
            f"1.{last}": {"end": length + 1},
            f"1.{last + 1}": {"verdict": "accept"},
            "1.+1": {"start": 2, "end": 2},
            "1.+2": {"start": 2},
            "1.+3": {"start": 2, "end": 3},
            "1.x": {"name": "甲"},
            "10.0": {"verdict": "accept"},
        },
        "x",
    )
    told = {one.key: (one.field, one.error) for one in stray(found, corrections)}
    assert {key: field for key, (field, _) in told.items()} == {
        **{f"1.{last}": "start", f"1.{last + 1}": "", "1.+1": "start", "1.+2": "start"},
        "1.x": "",
    }
    assert told["1.x"][1].text("en") == (
        "计划: x: the document has no such row; this correction was not used."
    )
    assert "its place is not in the text" in told["1.+1"][1].en


def test_years_at_the_bounds_are_allowed() -> None:
    assert (
        parsed({"1.0": {"start_year": 1900, "complete_year": 2060}}, "x")["1.0"].start_year == 1900
    )
