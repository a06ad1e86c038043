"""Whether reviewed rows may be taken into the atlas, and what a plan is called there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from registry.paths import Paths
from review.acceptance import SETTING, plan_key, refused


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder with one mode's records."""
    found = Paths(tmp_path)
    (found.projects / "rail").mkdir(parents=True)
    (found.projects / "note.txt").write_text("", encoding="utf-8")
    return found


@pytest.mark.parametrize(
    ("setting", "why"),
    [(None, "closed"), ("", "closed"), ("0", "closed"), ("yes", "closed"), ("1", "")],
)
def test_only_whoever_runs_the_server_opens_it(
    paths: Paths, setting: str | None, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    if setting is not None:
        monkeypatch.setenv(SETTING, setting)
    assert refused(paths) == why


@pytest.mark.parametrize("locked", [".", "projects", "projects/rail"])
def test_a_folder_that_cannot_be_written_closes_it(
    paths: Paths, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "1")
    closed = paths.data / locked

    def access(path: Path, mode: int) -> bool:
        assert mode == os.W_OK
        return Path(path) != closed

    monkeypatch.setattr(os, "access", access)
    assert refused(paths) == "read_only"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("云泽 2027 (final)", "yunze-2027-final"),
        ("…", "plan"),
        ("", "plan"),
        ("A" * 61, "a" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_plan_is_called_after_its_file(name: str, key: str) -> None:
    assert plan_key(name) == key
