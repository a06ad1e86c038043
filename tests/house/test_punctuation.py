"""Chinese that people read has Chinese punctuation and units, English its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from layers.translations import catalog
from registry.paths import ROOT
from review.words import WORDS

HAN = "\u4e00-\u9fff"
#: Half-width marks beside a Chinese character; a colon within a file's place (``a.csv:3``) is none.
HALF = re.compile(rf"[{HAN}》] ?[,;:!?()]|[,;:!?()] ?[{HAN}《]|[{HAN}]\.(?!\w)")
FULL = re.compile(r"[，。；：！？（）、《》「」]")
#: Units as the other language writes them.
LATIN_UNIT = re.compile(r"(?<![A-Za-z])(km²?|公尺|千米)(?![A-Za-z])|[\d}] ?m\b")
#: Where sentences for people are made, beside the catalogues.
FOLDERS = ("layers/translations", "facts/sentences", "review", "serving", "registry", "building")
#: Chinese that is no sentence: columns as a table's reader writes them, and patterns.
NO_SENTENCE = {
    *("registry/columns.py", "registry/naming.py", "registry/land/placenames.py"),
    "building/dictionary.py",
}
#: Signs that a sentence speaks of.
SPOKEN_OF = re.compile(r"; @ < >|http\(s\)")

PAIRS = {**catalog.ALL, **{f"review.{key}": pair for key, pair in WORDS.items()}}


@pytest.mark.parametrize("key", PAIRS)
def test_words_have_the_marks_and_units_of_their_language(key: str) -> None:
    zh, en = PAIRS[key]
    assert not HALF.search(zh), zh
    assert not LATIN_UNIT.search(zh), zh
    assert not FULL.search(en), en
    assert not re.search(r"公里|平方公里|米", en), en
    # Full-width brackets bring their own room.
    assert not re.search(r" （|） ", zh), zh


def texts(path: Path) -> Iterator[str]:
    """The texts of a module's code, parts of f-strings too; what documents it is none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in documents:
            yield text


SENTENCES = [
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
]


@pytest.mark.parametrize("name", [name for name in SENTENCES if name not in NO_SENTENCE])
def test_sentences_have_the_marks_of_their_language(name: str) -> None:
    wrong = [text for text in texts(ROOT / name) if HALF.search(SPOKEN_OF.sub("", text))]
    assert not wrong


@pytest.mark.parametrize(
    "text", ["边界: 天地图", "地图 (HTML)", "甲,乙", "好.", "（甲);乙", "乙; c"]
)
def test_marks_of_the_other_width_are_found(text: str) -> None:
    assert HALF.search(text)


@pytest.mark.parametrize(
    "text", ["数据（CSV）：甲", "a.csv:3：缺少", "3.5 公里", "“{a}” 之后", "GCJ-02"]
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not HALF.search(text)
