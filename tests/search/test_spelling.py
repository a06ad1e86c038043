"""Two texts beside each other; ``web/test/core/search/spelling.test.js`` has the same table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from layers.search import pinyin, spelling
from layers.search.others import runs

KNOWN = {
    "渝": "yu",
    "昆": "kun",
    "高": "gao",
    "成": "cheng",
    "中": "zhong",
    "余": "yu",
    "乘": "cen",
}
TABLE: dict[str, list[list[Any]]] = json.loads(
    (Path(__file__).parents[1] / "data" / "search_spelling.json").read_text(encoding="utf-8")
)


def cases(name: str) -> list[Any]:
    return [pytest.param(*row, id="-".join(map(str, row))) for row in TABLE[name]]


@pytest.mark.parametrize(("word", "name", "start", "end"), cases("spelt"))
def test_spelt(word: str, name: str, start: int, end: int) -> None:
    assert spelling.spelt(word, name, start, KNOWN) == end


@pytest.mark.parametrize(("pinyin_", "said"), cases("heard"))
def test_heard(pinyin_: str, said: str) -> None:
    assert spelling.heard(pinyin_) == said


@pytest.mark.parametrize(("name", "start", "said"), cases("aloud"))
def test_aloud(name: str, start: int, said: str) -> None:
    assert spelling.aloud(name, start, KNOWN) == said


@pytest.mark.parametrize(("one", "other", "differ"), cases("alike"))
def test_alike_by_ear(one: str, other: str, differ: int) -> None:
    assert spelling.alike_by_ear(one, other, KNOWN) == differ


@pytest.mark.parametrize(("one", "other", "apart"), cases("apart"))
def test_one_apart(one: str, other: str, *, apart: bool) -> None:
    assert spelling.one_apart(one, other) is apart
    assert spelling.one_apart(other, one) is apart


@pytest.mark.parametrize(("text", "name", "pieces"), cases("chunks"))
def test_chunks(text: str, name: str, pieces: int) -> None:
    assert spelling.chunks(text, name) == pieces


@pytest.mark.parametrize(("text", "ends", "fewer"), cases("runs"))
def test_runs(text: str, ends: str, fewer: int) -> None:
    assert runs(text, [end.split("/") for end in ends.split()]) == fewer


def test_the_view_gets_the_readings_that_a_search_needs() -> None:
    found = pinyin.table(pinyin.known_in(["鑫"]))
    # The characters shown, and the common ones: 余 is one, 瑜 is not.
    assert "鑫" in found["xin"]
    assert "余" in found["yu"]
    assert "瑜" not in found["yu"]
    assert "瑜" in pinyin.table(pinyin.known_in(["瑜"]))["yu"]
    assert list(found) == sorted(found)
    assert pinyin.readings()["重"] == "chong"
