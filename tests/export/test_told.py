"""What the command says of the file that it wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from layers import cli
from registry.paths import Paths


def test_what_was_written_is_told_in_whole_kilobytes(
    small_paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    for size, told in ((999_499, "999"), (999_501, "1000"), (2_400, "2")):
        monkeypatch.setattr(
            cli, "export_html", lambda *_, size=size, **__: "é" * (size // 2) + "x" * (size % 2)
        )
        out = tmp_path / f"{told}.html"
        assert cli.main(["export", "--data", str(small_paths.data), "-o", str(out)]) == 0
        assert capsys.readouterr().out == f"wrote {out} (5 projects, {told} kB)\n"
