"""One word for one thing: a plan is 计划 in the page, the QGIS files, tables and dictionary."""

from __future__ import annotations

import re

import pytest

from registry.paths import ROOT

#: 规划 stays where it is not a plan of ours: what is being studied, built by a scheme or put into
#: one, and titles; the plan reader takes it for what texts say.
ELSEWHERE = re.compile(r"规划研究|规划建设|纳入规划|规划纲要|[^\W\d_]{2,}规划》|一体化发展规划")
PACKAGES = (
    "analyst",
    "building",
    "facts",
    "geo",
    "layers",
    "registry",
    "review",
    "web/src",
    "web/styles",
)
SUFFIXES = {".py", ".js", ".css", ".html"}


def others(text: str) -> list[str]:
    """The lines of ``text`` that call a plan 规划."""
    return [line for line in text.splitlines() if "规划" in ELSEWHERE.sub("", line)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("各规划里的叫法", 1),
        ("各计划里的叫法", 0),
        ("规划研究、规划建设、争取纳入规划", 0),
        ("规划研究的规划", 1),
        ("《川南经济区发展规划》", 0),
    ],
)
def test_the_words_that_may_stay_are_told_from_the_others(text: str, found: int) -> None:
    assert len(others(text)) == found


@pytest.mark.parametrize("package", PACKAGES)
def test_a_plan_is_called_by_one_word(package: str) -> None:
    files = [p for p in (ROOT / package).rglob("*") if p.suffix in SUFFIXES]
    assert files
    found = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in others(path.read_text(encoding="utf-8"))
    }
    assert not found


def test_the_app_and_the_pages_say_the_same_word() -> None:
    pages = [ROOT / "app.py", ROOT / "README.zh-CN.md", *(ROOT / "docs").glob("*.zh-CN.md")]
    assert not [line for page in pages for line in others(page.read_text(encoding="utf-8"))]
