"""What tests of the server share."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPMessage
from pathlib import Path

import pytest

from tests.support import browser

Answer = tuple[int, HTTPMessage, bytes]


@contextmanager
def served(folder: Path, work: Path) -> Iterator[tuple[str, Path]]:
    """A server on ``folder`` under a path; its address, and where its temporary files are.

    When it has ended, what it made is gone with it, and it had nothing to complain of.
    """
    litter, log = work / "temporary", work / "log.txt"
    litter.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(litter))
        patch.setenv("PYTHONWARNINGS", "always::ResourceWarning,always::RuntimeWarning")
        with browser.explorer(folder, log, base="maps/cy") as url:
            yield url, litter
    assert [path.name for path in litter.iterdir()] == []
    said = log.read_text(encoding="utf-8")
    for fault in ("Traceback", "ResourceWarning", "RuntimeWarning"):
        assert fault not in said


def ask(url: str, method: str = "GET") -> Answer:
    """Status, headers and body of the answer, whatever its status."""
    request = urllib.request.Request(url, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()
