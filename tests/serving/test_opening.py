"""Who starts the server on a screen sees the page: once, at the address it really has."""

from __future__ import annotations

import stat
import sys
import time
from pathlib import Path

import pytest

from registry.paths import Paths
from tests.support import browser


def opened(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str, headless: bool
) -> tuple[str, list[str]]:
    """The server's address, and the addresses that a person's browser was called with."""
    told, program = tmp_path / "told.txt", tmp_path / "browser"
    told.touch()
    program.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(told)!r}, 'a').write(sys.argv[1] + '\\n')\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    with browser.explorer(paths.data, tmp_path / "log.txt", base, headless=headless) as url:
        # The page is opened beside the server's start.
        late = time.monotonic() + (1 if headless else 30)
        while time.monotonic() < late and not told.read_text():
            time.sleep(0.1)
        time.sleep(1)
    assert "Traceback" not in (tmp_path / "log.txt").read_text(encoding="utf-8")
    return url, told.read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="BROWSER names a program of POSIX systems")
@pytest.mark.parametrize("base", ["", "maps/atlas"])
def test_the_page_is_opened_once_when_the_server_starts(
    small_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    url, calls = opened(small_paths, tmp_path, monkeypatch, base, headless=False)
    assert [call.rstrip("/") for call in calls] == [
        url.replace("127.0.0.1", "localhost").rstrip("/")
    ]


def test_a_server_without_a_screen_opens_nothing(
    small_paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened(small_paths, tmp_path, monkeypatch, "", headless=True)[1] == []
