"""Words: each in both languages, none asked for that is not there."""

from __future__ import annotations

import re

import pytest

from layers import assets, words
from registry.vocab import MODES, STATUSES

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("key", words.ALL)
def test_both_languages(key: str) -> None:
    zh, en = words.ALL[key]
    assert zh.strip()
    assert en.strip()
    assert not CHINESE.search(en)
    assert CHINESE.search(zh) or key.startswith("app.download.")
    marks = re.compile(r"\{(\w+)\}")
    assert sorted(marks.findall(zh)) == sorted(marks.findall(en))


def test_labels_are_the_vocabularys() -> None:
    for mode, term in MODES.items():
        assert words.t(f"mode.{mode.value}", "zh") == term.zh
    for status, term in STATUSES.items():
        assert words.t(f"status.{status.value}", "en") == term.en


def test_filled_in() -> None:
    assert words.t("legend.shown", "en", n=3) == "3 projects shown"
    with pytest.raises(KeyError):
        words.t("no.such.key", "zh")


def test_the_view_asks_for_words_that_exist() -> None:
    there = words.view_words("zh")
    for path in assets.VIEW.glob("*.js"):
        code = path.read_text(encoding="utf-8")
        for key in re.findall(r'\b(?:w|words)\("([a-z_.]+)"[,)]', code):
            assert key in there, f"{path.name}: {key}"


def test_no_words_in_the_code() -> None:
    for path in assets.VIEW.glob("*.js"):
        code = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        code = re.sub(r"//[^\n]*", "", code)
        assert set(CHINESE.findall(code)) <= {"市"}, path.name
