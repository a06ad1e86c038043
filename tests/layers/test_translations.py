"""Words: each in both languages, none asked for that is not there."""

from __future__ import annotations

import ast
import re

import pytest

from layers.translations import catalog
from registry.paths import ROOT
from registry.vocab import MODES, STATUSES

CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: The modules of the view, their tests aside.
VIEW = [p for p in (ROOT / "web" / "src").rglob("*.js") if not p.name.endswith(".test.js")]


@pytest.mark.parametrize("key", catalog.ALL)
def test_both_languages(key: str) -> None:
    zh, en = catalog.ALL[key]
    assert zh.strip()
    assert en.strip()
    assert not CHINESE.search(en)
    marks = re.compile(r"\{(\w+)\}")
    # What holds nothing but what is put in has no Chinese of its own.
    assert (
        CHINESE.search(zh)
        or key.startswith("app.download.")
        or not re.search(r"\w", marks.sub("", zh))
    )
    assert sorted(marks.findall(zh)) == sorted(marks.findall(en))


def test_labels_are_the_vocabularys() -> None:
    for mode, term in MODES.items():
        assert catalog.t(f"mode.{mode.value}", "zh") == term.zh
    for status, term in STATUSES.items():
        assert catalog.t(f"status.{status.value}", "en") == term.en


def test_filled_in() -> None:
    assert catalog.t("legend.shown", "en", n=3) == "3 projects shown"
    with pytest.raises(KeyError):
        catalog.t("no.such.key", "zh")


def test_the_view_asks_for_words_that_exist() -> None:
    there = {*catalog.ALL, *catalog.view_words("zh", "title", 5)}
    for path in VIEW:
        code = path.read_text(encoding="utf-8")
        for key in re.findall(r'\b(?:w|words)\(\s*"([a-z_.]+)"[,)]', code):
            if "reader" in path.parts and key.startswith("read."):
                continue  # tests/review/test_words.py
            assert key in there, f"{path.name}: {key}"
            explorers = "explorer" in path.parts
            assert explorers or not key.startswith("app."), f"{path.name}: {key}"


@pytest.mark.parametrize(
    ("plans", "zh", "en"),
    [
        (0, "零部", "no plans"),
        (1, "一部", "one plan"),
        (2, "两部", "two plans"),
        (10, "十部", "ten plans"),
        (11, "11 部", "11 plans"),
    ],
)
def test_the_plans_are_counted_in_words(plans: int, zh: str, en: str) -> None:
    assert catalog.view_words("zh", "题", plans)["subtitle"].startswith(zh + "计划")
    assert catalog.view_words("en", "T", plans)["subtitle"].endswith(" " + en)
    assert catalog.view_words("en", "T", plans)["title"] == "T"


def test_plans_whose_date_is_inferred_are_named() -> None:
    words = catalog.app_words({"zh": ["甲", "乙"], "en": ["A", "B"]})
    assert "甲、乙" in words["zh"]["app.data.gap.inferred"]
    assert "A, B" in words["en"]["app.data.gap.inferred"]
    none = catalog.app_words({})
    assert none["en"]["app.data.gap.inferred"] == "Every plan states its date."


def test_no_word_is_left_over() -> None:
    code = "".join(p.read_text("utf-8") for p in [*VIEW, ROOT / "app.py"])
    starts = re.findall(r'"([a-z_.]+\.)"', code) + re.findall(r'f"([a-z_.]+\.)\{', code)
    for key in catalog.APP_WORDS:
        assert f'"{key}"' in code or key.startswith(tuple(starts)), key


def test_plans_are_called_plans() -> None:
    # 规划 stands for the status 规划研究 and in the plans' own words only.
    for key, (zh, _) in catalog.ALL.items():
        assert "规划" not in zh or key.startswith(("status.research", "current.planned")), key


def test_no_words_in_the_page() -> None:
    for path in [ROOT / "app.py", *(ROOT / "explorer").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not CHINESE.search(node.value), f"{path.name}: {node.value}"


def test_no_words_in_the_code() -> None:
    for path in VIEW:
        code = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        code = re.sub(r"//[^\n]*", "", code)
        assert set(CHINESE.findall(code)) <= {"市"}, path.name
