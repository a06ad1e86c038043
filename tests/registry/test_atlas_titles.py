"""What a data folder calls itself: its three texts, and what they are refused for."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.land.titles import Titles, read_titles
from registry.paths import Paths

GOOD = {"title": "云泽工程图", "title_en": "Yunze Atlas", "name": "yunze-atlas"}


def written(folder: Path, text: str) -> Paths:
    paths = Paths(folder)
    paths.titles.write_text(text, encoding="utf-8")
    return paths


def lines(**more: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in {**GOOD, **more}.items() if value)


def test_its_titles_without_the_blanks_around_them(tmp_path: Path) -> None:
    paths = written(tmp_path, lines(title="' 云泽工程图 '", title_en="' Yunze Atlas '"))
    found = read_titles(paths)
    assert found == Titles("云泽工程图", "Yunze Atlas", "yunze-atlas")
    assert (found.of("zh"), found.of("en")) == ("云泽工程图", "Yunze Atlas")


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("- 云泽\n", "title", "missing"),
        ("", "title", "missing"),
        (lines(title=""), "title", "missing"),
        (lines(title_en=""), "title_en", "missing"),
        (lines(name=""), "name", "missing"),
        (lines(title="12"), "title", "text"),
        (lines(title="'  '"), "title", "empty"),
        (lines(title="云\u200b泽"), "title", "200B"),
        (lines(titel="云泽"), "titel", "title"),
        (lines(name="Yunze"), "name", "small letters"),
        (lines(name="yun ze"), "name", "small letters"),
    ],
)
def test_what_they_are_refused_for(tmp_path: Path, text: str, where: str, told: str) -> None:
    with pytest.raises(AtlasError, match=told) as raised:
        read_titles(written(tmp_path, text))
    assert raised.value.where.endswith(f"{where}") or where in raised.value.where
