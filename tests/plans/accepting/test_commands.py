"""``python -m plans accept`` and ``remove``: what is said, asked, written; the check passes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from building.check import check
from plans.__main__ import main
from plans.commands.accept import described
from registry.files.together import STAGE
from registry.load import load_registry
from registry.paths import ROOT, Paths
from tests.support import copy_data, edit

TEXT = """川南交通“十五五”规划
四川省人民政府
2026年5月8日
一、铁路
（一）加快推进渝昆高铁建设，2027年建成通车。开工建设乐山至雅安铁路，2028年建成。
二、公路
（二）开工建设乐雅铁路。推进云泽至青岚高速公路前期工作。
"""


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A copy of the data and a plan that was read, in an English shell without a terminal."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    found = copy_data(tmp_path)
    assert command(found, "read", tmp_path / "plan.txt", "--plan-id", "chuannan-2026") == 0
    return found


def command(paths: Paths, name: str, *arguments: object) -> int:
    more = ["--out", paths.data.parent / "out"] if name == "read" else []
    return main([name, *map(str, [*arguments, *more, "--data", paths.data])])


def everything(paths: Paths) -> dict[str, bytes]:
    """Data, and the docs that are built with them."""
    folder = paths.data.parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for name in ("data", "docs")
        for path in (folder / name).rglob("*")
        if path.is_file()
    }


def test_accepted_and_taken_out(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(paths)
    out = paths.data.parent / "out"
    capsys.readouterr()
    assert command(paths, "accept", out, "--dry-run") == 0
    told = capsys.readouterr()
    assert "would write data/projects/rail/leshan-yaan-railway.yaml" in told.out
    assert "would write data/projects.geojson" in told.out
    assert "issuer (guessed from the text): 四川省人民政府" in told.err
    assert "take it out again" not in told.out
    assert everything(paths) == before

    assert command(paths, "accept", out, "--title", "题目", "--region", "chengyu") == 0
    told = capsys.readouterr()
    assert "new  题目 (chuannan-2026)" in told.out
    assert "added  渝昆高铁 (yukun-hsr)" in told.out
    assert f"python -m plans remove chuannan-2026 --data {paths.data}" in told.out
    assert check(paths).problems == []
    registry = load_registry(paths)
    assert registry.plans["chuannan-2026"].region == "chengyu"
    assert registry.plans["chuannan-2026"].date_inferred
    assert registry.projects["leshan-yaan-railway"].aliases == ["乐雅铁路"]
    assert '"reviewed":false' in paths.geojson.read_text(encoding="utf-8")

    assert command(paths, "remove", "chuannan-2026", "--dry-run") == 0
    assert "would remove data/accepted/chuannan-2026.yaml" in capsys.readouterr().out
    assert command(paths, "remove", "chuannan-2026") == 0
    assert "removed data/projects/rail/leshan-yaan-railway.yaml" in capsys.readouterr().out
    assert everything(paths) == before


def test_without_a_build_the_next_command_is_said(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(paths, "accept", paths.data.parent / "out", "--no-build") == 0
    assert f"run python -m geo build --data {paths.data}" in capsys.readouterr().out
    [first, *_] = check(paths).problems
    assert "geo build" in first.en
    assert command(paths, "accept", paths.data.parent / "out", "--no-build") == 0
    assert "nothing changed" in capsys.readouterr().out


def test_what_a_build_would_refuse_is_not_written(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(paths.projects / "rail" / "yukun-hsr.yaml", "重庆西站", "无此站")
    before = everything(paths)
    assert command(paths, "accept", paths.data.parent / "out") == 2
    assert "无此站" in capsys.readouterr().err
    assert everything(paths) == before


def test_only_what_is_marked(paths: Paths) -> None:
    table = paths.data.parent / "out" / "mentions.csv"
    text = table.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    column = lines[0].split(",").index("review")
    cells = lines[1].split(",")
    cells[column] = "accept"
    table.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    assert command(paths, "accept", table, "--only-accepted", "--no-build") == 0
    found = load_registry(paths)
    assert sum(p.mentions[-1].plan == "chuannan-2026" for p in found.projects.values()) == 1


def test_rows_of_several_plans(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    table = paths.data.parent / "out" / "mentions.csv"
    text = table.read_text(encoding="utf-8-sig")
    more = [line.replace("chuannan-2026", "b") for line in text.splitlines()[1:2]]
    table.write_text("\n".join([*text.splitlines(), *more]), encoding="utf-8")
    assert command(paths, "accept", table, "--no-build") == 2
    assert "holds rows of several plans: chuannan-2026, b; name one with" in capsys.readouterr().err
    assert command(paths, "accept", table, "--rows", "c", "--no-build") == 2
    assert "there is no plan 'c'" in capsys.readouterr().err
    assert command(paths, "accept", table, "--plan-id", "b", "--dry-run", "--no-build") == 0
    assert "(b)" in capsys.readouterr().out
    options = ("--rows", "b", "--plan-id", "new-2026", "--dry-run", "--no-build")
    assert command(paths, "accept", table, *options) == 0
    told = capsys.readouterr().out
    assert "(new-2026)" in told
    assert told.count("added") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["accept", "nowhere"], "nowhere: the file does not exist"),
        (["accept", "{out}", "--date", "soon"], "'soon' is no date"),
        (["accept", "{out}", "--plan-id", "Not An Id"], "is no id"),
        (["accept", "{out}", "--region", "chengy"], "perhaps chengyu"),
        (["remove", "chuannan-2026"], "no plan has been accepted"),
    ],
)
def test_bad_input_is_one_sentence(
    paths: Paths, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(paths)
    capsys.readouterr()
    filled = [a.format(out=paths.data.parent / "out") for a in arguments]
    assert command(paths, *filled) == 2
    said = capsys.readouterr().err.splitlines()
    assert told in said[-1]
    assert said[-1].startswith("error: ")
    assert everything(paths) == before


def test_without_the_text_nothing_is_guessed(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    (paths.data.parent / "out" / "text.txt").unlink()
    assert command(paths, "accept", paths.data.parent / "out") == 2
    assert "title: is not known; give it with --title" in capsys.readouterr().err


def test_what_is_asked_and_answered() -> None:
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return "我的题目" if ": title (" in question else ""

    found = described("p", {"issuer": "府"}, {"title": "题", "date": "2026"}, "en", reply)
    assert found["title"] == "我的题目"
    assert found["date"] == ""
    assert found["issuer"] == "府"
    assert not any(": issuer (" in question for question in asked)
    assert any(question.endswith("[2026]: ") for question in asked)


def test_another_writing_under_way_is_waited_for(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    (paths.data / STAGE).mkdir()
    assert command(paths, "accept", paths.data.parent / "out") == 2
    assert "another change is being written" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_the_help(lang: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plans", "accept", "--help"],
        cwd=ROOT,
        env={"LC_ALL": lang, "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--title-en" in done.stdout
    assert ("只写标了" in done.stdout) == lang.startswith("zh")


OTHER = """另一份规划
一、公路
（一）开工建设河湾至石桥高速公路，2031年建成。加快推进渝昆高铁建设。
"""


def read_other(paths: Paths, text: str = OTHER) -> Path:
    """The folder of another text that was read under the same id."""
    file = paths.data.parent / "other.txt"
    file.write_text(text, encoding="utf-8")
    assert command(paths, "read", file, "--plan-id", "chuannan-2026") == 0
    return paths.data.parent / "out"


def test_another_text_under_an_id_is_asked_about(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(paths, "accept", paths.data.parent / "out", "--no-build") == 0
    before = everything(paths)
    out = read_other(paths)
    capsys.readouterr()
    assert command(paths, "accept", out, "--no-build") == 2
    [said] = capsys.readouterr().err.splitlines()[-1:]
    assert said == (
        "error: chuannan-2026: was accepted from another text: 3 of its mentions do not "
        "stand in this one and would be taken out; add --replace if so, else another --plan-id."
    )
    assert everything(paths) == before
    assert command(paths, "accept", out, "--no-build", "--dry-run") == 0
    told = capsys.readouterr()
    assert "taken out  乐山至雅安铁路" in told.out
    assert "3 of its mentions do not stand in this one" in told.err
    assert everything(paths) == before
    assert command(paths, "accept", out, "--no-build", "--replace") == 0
    assert "taken out  乐山至雅安铁路" in capsys.readouterr().out
    assert "leshan-yaan-railway" not in load_registry(paths).projects


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "gone"), [("y\n", True), ("n\n", False), ("", False)])
def test_on_a_terminal_the_question_is_put(
    paths: Paths, answer: str, gone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command(paths, "accept", paths.data.parent / "out", "--no-build") == 0
    before = everything(paths)
    out = read_other(paths)
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    said = ("--title", "题目", "--issuer", "某市人民政府")
    assert command(paths, "accept", out, "--no-build", *said) == 0
    assert ("leshan-yaan-railway" not in load_registry(paths).projects) is gone
    assert (everything(paths) != before) is gone


def test_a_row_left_out_of_the_same_text_goes_unasked(paths: Paths) -> None:
    table = paths.data.parent / "out" / "mentions.csv"
    assert command(paths, "accept", table, "--no-build") == 0
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    left = [line for line in lines if "乐山至雅安铁路" not in line and "乐雅铁路" not in line]
    assert len(left) == len(lines) - 2
    table.write_text("\n".join(left), encoding="utf-8")
    assert command(paths, "accept", table, "--no-build") == 0
    assert "leshan-yaan-railway" not in load_registry(paths).projects


def test_a_text_that_says_more_goes_unasked(paths: Paths) -> None:
    assert command(paths, "accept", paths.data.parent / "out", "--no-build") == 0
    longer = TEXT + "三、水运\n（三）开工建设河湾航道整治工程。\n"
    out = read_other(paths, longer.replace("加快推进渝昆高铁", "加快推进渝\n昆高铁"))
    assert command(paths, "accept", out, "--no-build") == 0
    assert "leshan-yaan-railway" in load_registry(paths).projects
