"""``python -m layers export --compare``: what the file compares when it opens."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from layers import cli
from layers.records.model import Atlas
from layers.selection.comparison import Comparing, compare
from layers.selection.filters import Filter
from registry.paths import Paths

Run = tuple[int, str, str]


@pytest.fixture
def run(small_paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    target = tmp_path / "map.html"

    def ran(*more: str) -> Run:
        code = cli.main(
            ["export", "-o", str(target), "--data", str(small_paths.data), "--lang", "en", *more]
        )
        said = capsys.readouterr()
        return code, said.err + said.out, target.read_text("utf-8") if target.exists() else ""

    return ran


def config(text: str) -> dict[str, Any]:
    found = re.search(r'id="atlas-config">(.*?)</script>', text)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_a_file_opens_on_what_is_compared(run: Any, small: Atlas) -> None:
    code, said, text = run("--compare", "old-2018", "计划2023", "--mode", "all", "--maps", "two")
    assert code == 0
    assert config(text)["compare"] == {
        "from": "old-2018",
        "to": "new-2023",
        "change": [],
        "maps": "two",
    }
    found = compare(small, Filter.everything(), Comparing("old-2018", "new-2023"))
    assert f"({len(found)} projects" in said


def test_two_years_and_some_changes_alone(run: Any) -> None:
    code, _, text = run("--compare", "2020", "2022", "--change", "前进", "--change", "same")
    assert code == 0
    assert config(text)["compare"] == {
        "from": "2020",
        "to": "2022",
        "change": ["forward", "same"],
        "maps": "one",
    }
    assert "compare" not in config(run("--force")[2])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--compare", "nowhere", "new-2023"], "--compare: there is no plan 'nowhere'"),
        (["--compare", "old-2018", "1999"], "--compare: there is no plan '1999'"),
        (["--compare", "all", "new-2023", "--change", "x"], "--change: there is no change 'x'"),
        (["--compare", "all", "new-2023", "--on", "2020"], "--on: does not go with --compare"),
        (["--maps", "two"], "--maps: goes with --compare only"),
        (["--change", "new"], "--change: goes with --compare only"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(
    run: Any, more: list[str], why: str
) -> None:
    code, said, text = run(*more)
    assert code == 2
    assert why in said
    assert text == ""
