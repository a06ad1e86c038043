"""Words of the page Read a plan: each in both languages, none asked for that is not there."""

from __future__ import annotations

import re

import pytest

from layers.translations import catalog
from plans.limits import LIMITS
from registry.paths import ROOT
from review import rows
from review.source import State
from review.words import WORDS, page_words, word

CODE = "".join(p.read_text("utf-8") for p in (ROOT / "web" / "src" / "reader").rglob("*.js"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MARKS = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", WORDS)
def test_both_languages(key: str) -> None:
    zh, en = WORDS[key]
    assert zh.strip()
    assert en.strip()
    assert not CHINESE.search(en)
    bare = MARKS.sub("", zh).strip("：") == ""
    assert CHINESE.search(zh) or bare or key == "read.download.geojson"
    assert sorted(MARKS.findall(zh)) == sorted(MARKS.findall(en))


def test_the_page_asks_for_words_that_exist() -> None:
    there = WORDS.keys() | catalog.ALL.keys()
    for key in re.findall(r'"(read\.[a-z_.]+[a-z_])"', CODE):
        assert key in there, key
    for state in State:
        assert f"read.state.{state.value}" in WORDS


def test_no_word_is_left_over() -> None:
    python = (ROOT / "review" / "page.py").read_text("utf-8")
    starts = tuple(re.findall(r'"(read\.[a-z_.]+\.)"', CODE))
    starts += tuple(re.findall(r'f"(read\.[a-z_.]+\.)\{', python))
    for key in WORDS:
        asked = f'"{key}"' in CODE or f'"{key}"' in python
        assert asked or key.startswith(starts), key


def test_the_limits_stand_on_the_page() -> None:
    for lang in ("zh", "en"):
        told = word("read.limits", lang, **rows.limits())
        for limit in (LIMITS.file_mb, LIMITS.pages, LIMITS.text_mb, LIMITS.seconds):
            assert str(limit) in told
        assert str(LIMITS.expansion) in told
    assert set(page_words()) == {"zh", "en"}
