"""The command lines: what they do alike, and that a command which moved says where it is."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import analyst.__main__
import geo.__main__
from registry.commandline import add_data, complain, run, say
from registry.errors import AtlasError
from registry.paths import DEFAULT, ROOT

LANGUAGES = {"zh": "zh_CN.UTF-8", "en": "C.UTF-8"}


def test_words_in_the_language_asked_for() -> None:
    words = {"wrote": ("已写 {n}", "wrote {n}")}
    assert say(words, "wrote", "zh", n=2) == "已写 2"
    assert say(words, "wrote", "en", n=2) == say(words, "wrote", "fr", n=2) == "wrote 2"


@pytest.mark.parametrize(("lang", "told"), [("zh", "错误: x：坏。\n"), ("en", "error: x: bad.\n")])
def test_an_error_is_one_sentence(lang: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    error = AtlasError("x", zh="坏", en="bad")
    complain(error, lang)
    assert capsys.readouterr() == ("", told)

    def fails() -> int:
        raise error

    assert run(fails, lang) == 2
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize("code", [0, 3])
def test_a_commands_own_code_is_kept(code: int) -> None:
    assert run(lambda: code, "en") == code


def test_a_reader_that_has_gone_is_no_error() -> None:
    code = (
        "import sys; from registry.commandline import run\n"
        "def much():\n    print('x' * 1000000, flush=True)\n    return 0\n"
        "sys.exit(run(much, 'en'))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OSError(28, "No space left on device", "map.html"),
            "map.html: the system refuses, or the file changed in the meantime "
            "(No space left on device)",
        ),
        (
            OSError("odd"),
            "python: the system refuses, or the file changed in the meantime (odd)",
        ),
        (MemoryError(), "python: there is not enough memory"),
    ],
)
def test_what_the_system_refuses_is_one_sentence(
    error: Exception, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> int:
        raise error

    assert run(fails, "en") == 2
    assert capsys.readouterr() == ("", f"error: {told}.\n")


def test_a_command_that_is_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> int:
        signal.raise_signal(signal.SIGTERM)
        return 0

    before = signal.getsignal(signal.SIGTERM)
    assert run(stopped, "en") == 130
    assert capsys.readouterr() == ("", "\ninterrupted; no half file is left\n")
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a device that is full")
def test_output_that_cannot_be_written() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "geo", "locate", "泸州至永川高速公路"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"(No space left on device)" in done.stderr


def test_the_data_folder(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_data(parser, "en")
    assert parser.parse_args([]).data == DEFAULT.data
    assert parser.parse_args(["--data", str(tmp_path)]).data == tmp_path


@pytest.mark.parametrize("command", geo.__main__.MOVED)
@pytest.mark.parametrize("more", [[], ["-o", "x", "--mode", "rail"], ["--help"]])
@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "错误: python -m geo {0}：现在是 python -m analyst {0}。\n"),
        ("en", "error: python -m geo {0}: is now python -m analyst {0}.\n"),
    ],
)
def test_a_command_that_moved(
    command: str,
    more: list[str],
    lang: str,
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", LANGUAGES[lang])
    assert geo.__main__.main([command, *more]) == 2
    assert capsys.readouterr() == ("", told.format(command))


def test_every_command_that_moved_is_where_it_says() -> None:
    assert set(geo.__main__.MOVED) <= set(analyst.__main__.COMMANDS)
    assert not set(geo.__main__.MOVED) & set(geo.__main__.COMMANDS)


@pytest.mark.parametrize(
    ("module", "commands"),
    [("geo", ["build", "check", "locate", "analyst"]), ("analyst", geo.__main__.MOVED)],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_lists_every_command(module: str, commands: list[str], lang: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": LANGUAGES[lang], "PYTHONUTF8": "1"},
    )
    told = done.stdout.decode()
    assert all(command in told for command in commands)
    assert ("成渝工程图" in told) == (lang == "zh")


@pytest.mark.parametrize("arguments", [[], ["draw"], ["locate"]])
def test_arguments_that_make_no_command(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        geo.__main__.main(arguments)
    assert "usage: python -m geo" in capsys.readouterr().err
