"""An address that leads nowhere is one sentence, soon, and shows no password."""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
import time

import pytest

from registry.paths import ROOT
from store.__main__ import main
from tests.support import require

SECRET = "t0p-secret"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("ATLAS_STORE_URL", raising=False)


@pytest.fixture
def psycopg_there() -> None:
    require(importlib.util.find_spec("psycopg") is not None, "psycopg (requirements-store.txt)")


@pytest.mark.usefixtures("psycopg_there")
@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "give the store's address or set ATLAS_STORE_URL"),
        ("atlas", "is no address of a store"),
        ("mysql://me@here/atlas", "is no address of a store"),
        (f"http://me:{SECRET}@here/atlas", "is no address of a store"),
        (f"postgresql://me:{SECRET}@127.0.0.1:1/atlas", "127.0.0.1:1/atlas: cannot be reached"),
        (f"postgresql://me:{SECRET}@no-such-host.invalid/a", "no-such-host.invalid:5432/a: cannot"),
        (f"postgresql://me:{SECRET}@127.0.0.1:x/atlas", "--url: is no address|cannot be reached"),
        (f"postgresql://127.0.0.1/a?nonsense={SECRET}", "is no address of a store"),
    ],
)
@pytest.mark.parametrize("name", ["init", "push", "pull", "diff"])
def test_one_sentence_without_the_password(
    name: str, url: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    assert main([name, *(["--url", url] if url else [])]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert any(part in said.err for part in says.split("|")), said.err
    assert said.err.count("\n") == 1
    assert SECRET not in said.err
    assert time.monotonic() - began < 10


@pytest.mark.usefixtures("psycopg_there")
def test_a_server_that_never_answers_is_given_up(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        began = time.monotonic()
        assert main(["diff", "--url", f"postgresql://me:{SECRET}@127.0.0.1:{port}/atlas"]) == 2
    assert time.monotonic() - began < 10
    assert f"127.0.0.1:{port}/atlas: cannot be reached" in capsys.readouterr().err


@pytest.mark.usefixtures("psycopg_there")
def test_the_environment_names_the_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATLAS_STORE_URL", "postgresql://me@127.0.0.1:1/other")
    assert main(["diff"]) == 2
    assert "127.0.0.1:1/other: cannot be reached" in capsys.readouterr().err
    monkeypatch.setenv("ATLAS_STORE_URL", "nonsense")
    assert main(["diff"]) == 2
    assert "ATLAS_STORE_URL: is no address" in capsys.readouterr().err


def test_without_psycopg_one_sentence_says_how_to_get_it() -> None:
    """Helped is whoever asks; what a command needs is told by the command that installs it."""
    code = "import sys; sys.modules['psycopg'] = None; from store.__main__ import main; "
    for arguments, wanted in ((["--help"], 0), (["push", "--help"], 0), (["push"], 2)):
        run = f"{code}sys.exit(main({arguments!r}))"
        done = subprocess.run(
            [sys.executable, "-c", run],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={
                "LC_ALL": "C.UTF-8",
                "PATH": "",
                "ATLAS_STORE_URL": "postgresql://a@127.0.0.1:1/a",
            },
            check=False,
        )
        assert done.returncode == wanted, done.stderr
    assert "needs psycopg: python -m pip install -r requirements-store.txt" in done.stderr
    assert done.stderr.count("\n") == 1
