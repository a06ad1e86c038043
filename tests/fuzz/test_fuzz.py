"""Hostile files for every loader, kills and full disks for every command.

``make fuzz`` tries more.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz import full_disk
from tests.fuzz.run import TYPED, run_all
from tests.support import require, scene

#: Inputs a loader, and kills a command.
INPUTS, KILLS = 2000, 3


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scene.write(tmp_path_factory.mktemp("scene"))


def test_every_loader_says_one_sentence(prepared: Path, tmp_path: Path) -> None:
    results = run_all(prepared, tmp_path, INPUTS, "ci")
    assert [fault for result in results for fault in result.faults] == []
    assert all(result.tried >= TYPED for result in results)
    # What is mutated is not always refused, nor ever taken: then nothing would have been tried.
    for result in results:
        assert result.name == "address" or 0 < result.refused < result.tried, result


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no copies of a process")
def test_a_killed_command_leaves_the_old_or_the_new(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.fuzz.kills import kill_all

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done = kill_all(prepared, tmp_path, KILLS)
    assert done.wrong == []
    assert done.kills == KILLS * sum(command.writes for command in scene.COMMANDS.values())
    assert done.in_the_middle > done.kills / 3


def test_a_full_disk_costs_one_sentence(prepared: Path, tmp_path: Path) -> None:
    require(full_disk.available(), "unshare -rm, for a small disk in memory")
    found = full_disk.run_all(prepared, tmp_path, 4)
    assert found["wrong"] == []
    assert found["runs"] >= len(scene.COMMANDS)


def test_where_nothing_can_be_written_a_command_says_one_sentence(
    prepared: Path, tmp_path: Path
) -> None:
    require(full_disk.available(), "unshare -rm, for a disk that is read-only")
    found = full_disk.apart("tests.fuzz.read_only", prepared, tmp_path)
    assert found["wrong"] == []
    assert found["runs"] == 2 * len(scene.COMMANDS)
