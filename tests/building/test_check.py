"""What ``check`` says of built files: which cannot be read and why, and which are out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from building.build import write
from building.check import check
from registry.files import text as reading
from registry.paths import Paths
from tests.support.few import few

STALE = "is not what the registry builds, run python -m geo build"


def told(paths: Paths) -> list[str]:
    return [error.text("en") for error in check(paths).problems]


def test_a_built_file_that_cannot_be_read_is_not_called_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = few(tmp_path)
    write(paths)
    assert not told(paths)
    events = paths.events.read_bytes()
    paths.events.unlink()
    paths.events.mkdir()
    assert told(paths) == ["data/events.csv: is a folder, a file is expected."]
    paths.events.rmdir()
    assert told(paths) == [f"data/events.csv: {STALE}."]
    paths.events.write_bytes(events + b"\n")
    assert told(paths) == [f"data/events.csv: {STALE}."]
    paths.events.write_bytes(events)
    ordinary = reading.check_file

    def refused(path: Path, label: str) -> object:
        if path == paths.events:
            raise reading.sentences.unreadable(label, "Permission denied")
        return ordinary(path, label)

    monkeypatch.setattr(reading, "check_file", refused)
    assert told(paths) == ["data/events.csv: cannot be read (Permission denied)."]
