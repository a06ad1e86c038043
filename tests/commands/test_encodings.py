"""Output that cannot show every text: exit code and files are those of UTF-8, the rest escaped."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.commandline import AS_JSON, begin, run_script
from registry.paths import ROOT
from tests.support import scene
from tests.support.scene import COMMANDS, HELP, Command, files

ENCODINGS = ("ascii", "cp1252", "gbk", "latin-1")
SLOW = ("package", "export all", "accept", "remove", "build", "check")
#: A clock's time stands in these.
DATED = ("data/.backup",)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scene.write(tmp_path_factory.mktemp("scene"))


def shown(
    command: Command, here: Path, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str, str]:
    """What ``command`` writes to streams that hold ``encoding`` alone, and its exit code."""
    out, err = (
        io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", newline="\n")
        for _ in range(2)
    )
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = command.run(here)
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode(encoding))  # type: ignore[attr-defined]
    return code, told[0], told[1]


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Path]:
    """A folder whose ``here`` is made anew for each run, so that paths are the same."""
    yield tmp_path / "here"
    shutil.rmtree(tmp_path / "here", ignore_errors=True)


def _fresh(prepared: Path, here: Path, command: Command) -> Path:
    if command.writes or not here.exists():
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(prepared, here)
        command.before(here)
    return here


def _written(here: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(here).items() if not name.startswith(DATED)}


@pytest.mark.parametrize("name", [*COMMANDS, *HELP])
def test_every_command_in_every_encoding(
    name: str, prepared: Path, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    command = {**COMMANDS, **HELP}[name]
    for lang, encodings in (("zh_CN.UTF-8", ENCODINGS), ("C.UTF-8", ENCODINGS[:1])):
        if name in SLOW:
            # Once is enough of what calculates for long: what it says is said in one place.
            encodings = ENCODINGS[:1] if lang.startswith("zh") else ()
        monkeypatch.setenv("LC_ALL", lang)
        whole = shown(command, _fresh(prepared, places, command), "utf-8", monkeypatch)
        there = _written(places)
        assert whole[0] == 0
        for encoding in encodings:
            said = shown(command, _fresh(prepared, places, command), encoding, monkeypatch)
            escaped = [t.encode(encoding, AS_JSON).decode(encoding) for t in whole[1:]]
            assert (said[0], *map(_undated, said[1:])) == (0, *map(_undated, escaped)), encoding
            found = _written(places)
            assert found.keys() == there.keys()
            # A package tells when it was made to the second, and is not the same bytes twice.
            if name != "package":
                assert found == there, encoding


def _undated(text: str) -> str:
    """``text`` without the time of a backup."""
    return re.sub(r"[0-9]{8}T[0-9]{6}Z", "", text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_refusal_in_every_encoding(
    encoding: str, prepared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    command = Command("geo", ("locate", "龘靐公路", "--data", "{here}/data"))
    code, out, err = shown(command, prepared, encoding, monkeypatch)
    plain = shown(command, prepared, "utf-8", monkeypatch)
    assert (code, out) == (2, "")
    assert plain[2] == "错误: 龘靐：地名录中没有“龘靐”。\n"
    assert err == plain[2].encode(encoding, AS_JSON).decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
@pytest.mark.parametrize("module", ["geo", "analyst", "facts", "plans", "layers"])
def test_a_process_of_its_own(module: str, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "zh_CN.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    name = "成渝工程图".encode(encoding, AS_JSON)
    assert name in done.stdout


def test_the_c_locale(prepared: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO"))}
    argv = [sys.executable, "-m", "geo", "locate", "渝昆高铁", "--data", str(prepared / "data")]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, env={**env, "LANG": "C"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith("渝昆高铁 (yukun-hsr)\n".encode())


def test_what_is_typed_in_another_encoding_is_refused_by_name(
    prepared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name typed as GBK where UTF-8 is read arrives as characters that no record may hold."""
    typed = io.TextIOWrapper(io.BytesIO("status\n2025\n渝昆\n".encode("gbk")), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    before = files(prepared)
    add = Command("facts", ("add", "yukun-hsr", "--data", "{here}/data"))
    assert add.run(prepared) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert files(prepared) == before


def test_a_script_begins_and_ends_as_a_command_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def fails() -> None:
        raise FileNotFoundError(2, "No such file", "x.csv")

    assert run_script(lambda: None) == 0
    assert run_script(lambda: 3) == 3
    assert run_script(fails) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "error: x.csv: the system refuses, or the file changed in the meantime (No such file).\n"
    )


def test_begin_says_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.GBK")
    assert begin() == "zh"
    monkeypatch.setattr(sys, "stdout", None)  # as where Windows starts a program without a window
    assert run_script(lambda: None) == 0
