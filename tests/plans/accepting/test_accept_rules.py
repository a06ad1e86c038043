"""The rules of ``accept`` one by one: which rows, what is asked, what is written and told."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plans.accepting.describe import ASKED
from plans.accepting.draft import Changes, Told
from plans.commands import accept
from registry.errors import AtlasError
from registry.files.together import FileChange
from registry.load import Registry, load_facts
from registry.models import Mention as Said
from registry.paths import DEFAULT, Paths
from tests.plans.accepting.support import plan


class _Terminal(io.StringIO):
    """Somebody who sits there."""

    def isatty(self) -> bool:
        return True


def registry() -> Registry:
    return Registry({}, {}, {}, load_facts())


# The rows of ``accept``.

HEAD = "plan,clause,as_written,name,mode,action,status,review\n"


def rows(plans: str, tmp_path: Path, **options: object) -> tuple[str, list[str]]:
    """The plan and the names of the rows that are taken of a table, ``a b+`` two rows."""
    table = tmp_path / "mentions.csv"
    lines = [
        ",".join((one.rstrip("+"), "一", f"线{at}", f"线{at}", "rail,开工,start", verdict))
        for at, one in enumerate(plans.split(), 1)
        for verdict in ["accept" if "+" in one else ""]
    ]
    table.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    chosen = {"rows": None, "plan_id": None, "only_accepted": False, **options}
    found, taken = accept._rows(table, Namespace(**chosen))
    return found, [one.name[1:] for one in taken]


@pytest.mark.parametrize(
    ("plans", "options", "plan_id", "taken"),
    [
        ("a a", {}, "a", ["1", "2"]),
        ("a a+", {"only_accepted": True}, "a", ["2"]),
        ("a a", {"only_accepted": True}, "a", []),
        ("a b a", {"rows": "a"}, "a", ["1", "3"]),
        ("a b a", {"rows": "b"}, "b", ["2"]),
        ("a b a", {"plan_id": "b"}, "b", ["2"]),
        ("a b a", {"rows": "a", "plan_id": "b"}, "a", ["1", "3"]),
        # An id that the table does not have is what the plan shall be called.
        ("a a", {"plan_id": "c"}, "a", ["1", "2"]),
        ("", {}, "", []),
    ],
)
def test_which_rows_are_taken(
    plans: str, options: dict[str, Any], plan_id: str, taken: list[str], tmp_path: Path
) -> None:
    assert rows(plans, tmp_path, **options) == (plan_id, taken)


@pytest.mark.parametrize(
    ("plans", "options", "says"),
    [
        ("a b", {}, "rows of several plans: a, b; name one with --rows"),
        ("a b", {"plan_id": "c"}, "rows of several plans: a, b"),
        ("a b", {"rows": "c"}, "no plan 'c'"),
        ("a", {"rows": "c"}, "no plan 'c'"),
    ],
)
def test_rows_of_no_one_plan(
    plans: str, options: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(AtlasError) as raised:
        rows(plans, tmp_path, **options)
    assert says in raised.value.en


# What is said of the plan.


def test_what_is_given_stands_and_the_rest_is_guessed_or_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {"title": "标题", "date": ""}
    guesses = {"title": "别的", "date": "2027", "number": ""}
    assert accept.described("a", given, guesses, "en") == given
    assert capsys.readouterr().err == "date (guessed from the text): 2027\n"
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return "x"

    found = accept.described("a", given, guesses, "zh", reply)
    assert found == {**dict.fromkeys(ASKED, "x"), "title": "标题"}
    assert [one.split(": ")[1].split(" ")[0] for one in asked] == [
        name for name in ASKED if name != "title"
    ]
    assert next(one for one in asked if " date " in one).endswith(" [2027]: ")
    assert next(one for one in asked if " region " in one).endswith(" []: ")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("known", "given", "terminal", "title"),
    [
        (True, {}, False, "云泽计划"),
        (True, {}, True, "云泽计划"),
        # What is given describes it anew, and is not asked for then.
        (True, {"title": "新标题"}, True, "新标题"),
        (False, {"title": "新标题"}, False, "新标题"),
        (False, {}, True, "输入"),
        (False, {}, False, "云泽交通规划"),
    ],
)
def test_the_plan_as_it_is_known_or_described(
    known: bool,
    given: Mapping[str, str],
    terminal: bool,
    title: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = {"yunze-2027": plan()} if known else {}
    monkeypatch.setattr("registry.load.load_plans", lambda _: there)
    monkeypatch.setattr(sys, "stdin", _Terminal() if terminal else io.StringIO())
    typed = {"date": "2027", "region": "", "based_on": "", "number": "", "horizon": ""}

    def reply(question: str) -> str:
        return typed.get(question.split(": ")[1].split(" ")[0], "输入")

    monkeypatch.setattr("builtins.input", reply)
    text = tmp_path / "text.txt"
    text.write_text("云泽交通规划\n云泽市人民政府\n2027年5月\n", encoding="utf-8")
    options = Namespace(text="text.txt", **{**dict.fromkeys(ASKED), **given})
    found = accept._plan("yunze-2027", text, options, DEFAULT, "zh")
    assert (found.id, found.title) == ("yunze-2027", title)


# Writing and telling.


def changes(folder: Path, *told: str) -> Changes:
    """One file that is new, one that goes and one that stays; they hold what is said."""
    (folder / "b.yaml").write_bytes(b"b")
    (folder / "c.yaml").write_bytes(b"c")
    files = {
        folder / "a.yaml": FileChange(None, b"a"),
        folder / "b.yaml": FileChange(b"b", None),
        folder / "c.yaml": FileChange(b"c", b"c"),
    }
    return Changes(files, [Told(kind, "线", "line") for kind in told], registry())


@pytest.mark.parametrize(
    ("lang", "dry", "lines"),
    [
        ("en", False, ["new  line", "wrote A", "removed B", "run python -m geo build --data D"]),
        ("zh", False, ["新建  线", "已写入 A", "已删除 B", "请运行 python -m geo build --data D"]),
        ("en", True, ["new  line", "would write A", "would remove B"]),
        ("zh", True, ["新建  线", "会写入 A", "会删除 B"]),
    ],
)
def test_what_is_written_is_told(
    lang: str, dry: bool, lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = Paths(tmp_path)
    options = Namespace(no_build=True, dry_run=dry)
    assert accept.finish(changes(tmp_path, "new"), paths, lang, options) is True
    told = capsys.readouterr().out.splitlines()
    names = {"A": paths.label(tmp_path / "a.yaml"), "B": paths.label(tmp_path / "b.yaml")}
    expected = [
        line.replace(" A", f" {names['A']}").replace(" B", f" {names['B']}") for line in lines
    ]
    assert told == [line.replace(" D", f" {tmp_path}") for line in expected]
    assert (tmp_path / "a.yaml").exists() is not dry
    assert (tmp_path / "b.yaml").exists() is dry


@pytest.mark.parametrize("dry", [False, True])
def test_where_nothing_changes_it_says_so(
    dry: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = Changes({}, [], registry())
    options = Namespace(no_build=True, dry_run=dry)
    assert accept.finish(same, Paths(tmp_path), "en", options) is False
    assert capsys.readouterr().out == "nothing changed\n"


def test_without_the_option_the_built_files_are_made_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    more = tmp_path / "built.csv"

    def with_built(made: Changes, *_: object) -> Mapping[Path, FileChange]:
        return {**made.files, more: FileChange(None, b"built")}

    monkeypatch.setattr("plans.commands.carry.with_built", with_built)
    options = Namespace(no_build=False, dry_run=False)
    assert accept.finish(changes(tmp_path), Paths(tmp_path), "en", options)
    assert more.read_bytes() == b"built"
    assert "geo build" not in capsys.readouterr().out


def test_the_data_folder_is_named_where_it_is_another(tmp_path: Path) -> None:
    assert accept._data(DEFAULT) == ""
    assert accept._data(Paths(tmp_path)) == f" --data {tmp_path}"


class _Before:
    """What was accepted before: ``count`` mentions of another text."""

    def __init__(self, count: int) -> None:
        self.count = count

    def elsewhere(self, text: str) -> list[Said | None]:
        assert text == "原文"
        return [None] * self.count


@pytest.mark.parametrize(
    ("count", "told", "options", "answer", "may"),
    [
        (0, ["removed"], {}, None, True),
        (2, ["new"], {}, None, True),
        (2, [], {}, None, True),
        (2, ["new", "removed"], {"replace": True}, None, True),
        (2, ["new", "removed"], {"dry_run": True}, None, True),
        (2, ["removed"], {}, None, None),
        (2, ["new", "removed"], {}, None, None),
        (2, ["new", "removed"], {}, "y", True),
        (2, ["removed"], {}, " YES ", True),
        (2, ["removed"], {}, "是", True),
        (2, ["removed"], {}, "n", False),
        (2, ["removed"], {}, "", False),
        (1, ["removed"], {}, "no", False),
    ],
)
def test_whether_another_text_may_go(
    count: int,
    told: list[str],
    options: dict[str, bool],
    answer: str | None,
    may: bool | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[str] = []

    def reply(question: str, *_: object) -> str:
        asked.append(question)
        return answer or ""

    monkeypatch.setattr("plans.accepting.base.read_accepted", lambda *_: _Before(count))
    monkeypatch.setattr(accept, "ask", reply)
    monkeypatch.setattr(sys, "stdin", io.StringIO() if answer is None else _Terminal())
    given = Namespace(**{"replace": False, "dry_run": False, **options})
    made = Changes({}, [Told(kind, "线", "line") for kind in told], registry())

    def tried() -> bool:
        return accept._may_replace(made, "原文", given, DEFAULT, "en", plan_id="a")

    if may is None:
        with pytest.raises(AtlasError, match=f"{count} of its mentions.*--replace"):
            tried()
    else:
        assert tried() is may
    assert len(asked) == (answer is not None)
    assert all(one.startswith(f"a: was accepted from another text: {count} of") for one in asked)
    assert capsys.readouterr().err.startswith("a: was" if options.get("dry_run") else "")
    assert bool(options.get("dry_run")) or not capsys.readouterr().err
