"""The package as one zip: its members, in an order and of a day that are the same every time."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analyst import package
from registry.land.titles import read_titles
from registry.paths import DEFAULT


def test_members_stand_in_one_folder_with_the_day_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def filled(folder: Path, *_: Any, **__: Any) -> None:
        (folder / "b").mkdir()
        (folder / "b" / "two.csv").write_text("2" * 1000, encoding="utf-8")
        (folder / "one.txt").write_text("1", encoding="utf-8")

    monkeypatch.setattr(package, "_fill", filled)
    made = package.package_zip(made=date(2026, 11, 26))
    assert made == package.package_zip(made=date(2026, 11, 26))
    name = read_titles(DEFAULT).name
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        members = archive.infolist()
        assert [m.filename for m in members] == [f"{name}/b/two.csv", f"{name}/one.txt"]
        assert {m.date_time for m in members} == {(2026, 11, 26, 0, 0, 0)}
        assert {m.external_attr >> 16 for m in members} == {0o644}
        assert {m.compress_type for m in members} == {zipfile.ZIP_DEFLATED}
        assert members[0].compress_size < 100
