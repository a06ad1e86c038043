"""python -m layers export: what is written, and what is refused in one sentence."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from layers import cli
from layers.options import chosen_by
from layers.publish import export_all, talk_file
from layers.records import data
from layers.records.model import Atlas
from layers.selection.filters import Filter
from layers.translations.catalog import subtitle as under
from registry.commandline import watched
from registry.errors import AtlasError
from registry.files import write_text
from registry.paths import DEFAULT, ROOT, Paths
from registry.vocab import FindingKind, Mode, Status


@pytest.fixture
def run(
    small_paths: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Any:
    """Runs the command in English on the small data; gives the exit code and stderr."""
    monkeypatch.setenv("LC_ALL", "C")

    def run(*argv: str) -> tuple[int, str]:
        code = cli.main(["export", "--data", str(small_paths.data), *argv])
        return code, capsys.readouterr().err

    return run


def config(path: Path) -> dict[str, Any]:
    found = re.search(r'id="atlas-config">(.*?)</script>', path.read_text("utf-8"), re.S)
    assert found
    parsed: dict[str, Any] = json.loads(found[1])
    return parsed


def test_what_is_asked_for(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    argv = ["-o", str(out), "--region", "西区", "--plan", "计划2020", "--status", "Preparation"]
    argv += ["--mode", "铁路", "--title", "题目", "--lang", "zh", "--viewport", "29.5,105,8"]
    assert run(*argv, "--date", "2024-05-01", "--project", "旧名") == (0, "")
    found = config(out)
    assert found["filter"]["region"] == ["west"]
    assert found["filter"]["plan"] == ["mid-2020"]
    assert found["filter"]["status"] == ["preparation"]
    assert found["filter"]["mode"] == ["rail"]
    assert (found["title"], found["date"], found["lang"]) == ("题目", "2024-05-01", "zh")
    assert found["viewport"] == {"lat": 29.5, "lon": 105.0, "zoom": 8.0}
    assert found["selected"] == "first-line"
    assert "on" not in found
    assert run("-o", str(out), "--force", "--on", "2021")[0] == 0
    assert config(out)["on"] == 2021
    assert out.stat().st_mode & 0o444 == 0o444 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--region", "wset"], r"perhaps west .*; there are west, east"),
        (["--plan", "mid-2021"], r"perhaps mid-2020 .*; there are old-2018, mid-2020, new-2023"),
        (["--status", "preperation"], r"perhaps preparation"),
        (["--finding", "backwards"], r"there is no finding 'backwards', perhaps back"),
        (["--mode", "火车"], r"there is no mode '火车'.*there are rail, highway"),
        (["--project", "frist-lien"], r"there is no project"),
        (["--viewport", "1,2"], r"is not LAT,LON,ZOOM"),
        (["--on", "1900"], r"--on: '1900' is not a year from \d{4} to \d{4}"),
        (["--on", "soon"], r"--on: 'soon' is not a year"),
        (["--date", "May"], r"is not a date"),
        (["--region", "west", "--mode", "waterway"], r"nothing was written"),
        (["--talk", "no-such.yaml"], r"the file does not exist"),
    ],
)
def test_refused_in_one_sentence(run: Any, tmp_path: Path, argv: list[str], says: str) -> None:
    code, err = run("-o", str(tmp_path / "map.html"), *argv)
    assert code == 2
    assert re.search(says, err), err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_targets(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    out.write_text("mine")
    code, err = run("-o", str(out))
    assert code == 2
    assert "add --force" in err
    assert out.read_text() == "mine"
    assert run("-o", str(out), "--force")[0] == 0
    assert out.read_text() != "mine"
    assert "this is a folder" in run("-o", str(tmp_path))[1]
    assert "does not exist" in run("-o", str(tmp_path / "no" / "map.html"))[1]


def test_unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(AtlasError, match="No space left"):
        write_text(tmp_path / "map.html", "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_an_interrupted_run_leaves_no_half_file(small_paths: Paths, tmp_path: Path) -> None:
    code = (
        "import sys, time, layers.publish.save as s; from layers import cli\n"
        "before = s.Path.replace\n"
        "def slow(self, to):\n print('writing', flush=True); time.sleep(30); before(self, to)\n"
        "s.Path.replace = slow\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    argv = [sys.executable, "-c", code, "export", "--data", str(small_paths.data)]
    argv += ["-o", str(tmp_path / "map.html")]
    running = subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"writing\n"
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=20)
    assert running.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_a_file_a_region_and_plan(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    assert run("--all-regions", str(folder), "--lang", "zh")[0] == 0
    names = sorted(p.name for p in folder.iterdir())
    assert (
        names
        == [
            "east--mid-2020.html",
            "east--new-2023.html",
            "east--old-2018.html",
            "index.html",
            "west--mid-2020.html",
            "west--old-2018.html",
        ]
        or "index.html" in names
    )
    index = (folder / "index.html").read_text("utf-8")
    links = re.findall(r'href="([\w-]+\.html)"', index)
    assert sorted([*links, "index.html"]) == names
    assert config(folder / "west--mid-2020.html")["filter"]["plan"] == ["mid-2020"]
    code, err = run("--all-regions", str(folder))
    assert code == 2
    assert "--force" in err


def test_each_of_a_folder_is_drawn_as_asked(run: Any, small: Atlas, tmp_path: Path) -> None:
    usual = under(len(small.plans), "zh")
    for name, argv, view, on, subtitle in (
        ("said", (), "plan", None, usual),
        ("now", ("--view", "now"), "now", None, usual),
        ("then", ("--on", "2022", "--subtitle", "副题"), "plan", 2022, "副题"),
    ):
        folder = tmp_path / name
        assert run("--all-regions", str(folder), "--only", "--lang", "zh", *argv) == (0, "")
        sheets = [config(path) for path in folder.glob("*--*.html")]
        assert len(sheets) >= 4
        for found in sheets:
            assert (found["view"], found.get("on")) == (view, on)
            assert found["subtitle"] == subtitle


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--project", "旧名"),
        ("--viewport", "29.5,105,8"),
        ("--title", "题目"),
        ("--talk", "no-such.yaml"),
    ],
)
def test_what_is_of_one_map_alone_is_refused_for_a_folder(
    run: Any, tmp_path: Path, option: str, value: str
) -> None:
    folder = tmp_path / "maps"
    code, err = run("--all-regions", str(folder), option, value)
    assert code == 2
    assert err.count("\n") == 1
    assert f"error: {option}: does not go with --all-regions" in err
    assert not folder.exists()


def test_a_year_is_checked_for_a_folder_too(run: Any, tmp_path: Path) -> None:
    code, err = run("--all-regions", str(tmp_path / "maps"), "--on", "1066")
    assert code == 2
    assert err.startswith("error: --on: '1066' is not a year from ")
    assert list(tmp_path.iterdir()) == []


def test_the_index_page_escapes(hostile_paths: Paths, tmp_path: Path) -> None:
    atlas = data.load(hostile_paths)
    import datetime

    wanted = export_all.sheets(atlas, Filter())
    page = export_all.index_page(atlas, wanted, "zh", datetime.date(2024, 5, 1))
    assert "<img" not in page
    assert "<script" not in page
    assert tmp_path.exists()


def test_help_shows_examples_and_what_exists() -> None:
    for lang, word in (("zh_CN.UTF-8", "例子"), ("C", "examples")):
        done = subprocess.run(
            [sys.executable, "-m", "layers", "export", "--help"],
            cwd=ROOT,
            env={**os.environ, "LC_ALL": lang, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert word in done.stdout
        assert "--talk docs/talks/" in done.stdout
        assert "wandakai" in done.stdout


def test_a_long_run_says_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched(["a", "b"])) == ["a", "b"]
    assert capsys.readouterr() == ("", "")


# talks


def test_the_example_talk_is_right() -> None:
    atlas = data.load()
    for path in sorted((ROOT / "docs" / "talks").glob("*.yaml")):
        found = talk_file.load(path, atlas)
        assert found.title
        assert len(found.steps) > 2


GOOD = """
title: T
steps:
- title: one
  caption: two
  filters: {plan: [old-2018, 计划2020], region: 西区, mode: all, status: research, query: 甲}
  viewport: {lat: 29.5, lon: 105, zoom: 8}
  select: 旧名
  highlight: [second-road]
"""


@pytest.mark.parametrize(
    ("keys", "allowed"),
    [
        # Those of the project, or of its sections, or of all that is left.
        ("select: yukun-hsr-chongqing-yibin", True),
        ("select: yukun-hsr", True),
        ("select: huangbai-railway", False),
        ("filters: {mode: rail}", True),
        ("filters: {mode: highway}", False),
        # Only what the chosen plans promise.
        ("select: yukun-hsr, filters: {plan: chuannan-2018}", True),
        ("select: yukun-hsr, filters: {plan: shuangcheng-2020}", False),
        ("filters: {mode: airport}", True),
    ],
)
def test_a_step_of_promises_needs_one(tmp_path: Path, keys: str, allowed: bool) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(f"steps: [{{title: a, outcomes: true, view: now, {keys}}}]", encoding="utf-8")
    atlas = data.load(DEFAULT)
    if not allowed:
        with pytest.raises(AtlasError, match=r"\[1\].outcomes: there is no promise with a year"):
            talk_file.load(path, atlas)
        return
    step = talk_file.load(path, atlas).steps[0]
    assert (step.outcomes, step.slips, step.view) == (True, False, "now")


def test_a_step_of_slips_needs_a_promise(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    atlas = data.load(DEFAULT)
    path.write_text("steps: [{title: a, slips: true}]", encoding="utf-8")
    step = talk_file.load(path, atlas).steps[0]
    assert (step.outcomes, step.slips) == (False, True)
    path.write_text("steps: [{title: a, slips: true, filters: {mode: highway}}]", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"\[1\].slips: there is no promise with a year"):
        talk_file.load(path, atlas)


def test_a_talk_is_read(small: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(GOOD, encoding="utf-8")
    step = talk_file.load(path, small).steps[0]
    assert step.chosen == Filter(
        plans=frozenset({"old-2018", "mid-2020"}),
        regions=frozenset({"west"}),
        modes=frozenset(),
        statuses=frozenset({Status.RESEARCH}),
        query="甲",
    )
    assert step.viewport == (29.5, 105.0, 8.0)
    assert (step.select, step.highlight) == ("first-line", ("second-road",))
    assert Mode.RAIL not in step.chosen.modes
    # A step that does not say how its map is drawn goes by the plans.
    assert (step.view, step.outcomes) == ("plan", False)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: one", "titel: one", r"steps\[1\]: there is no key 'titel', perhaps title"),
        ("title: one\n  ", "", r"every step needs a title"),
        ("西区", "weast", r"steps\[1\].filters.region: there is no region 'weast', perhaps west"),
        ("zoom: 8", "zoom: 30", r"viewport.zoom: must be a number from 5 to 13"),
        ("status: research", "status: start", r"the step would be empty"),
        ("select: 旧名", "select: 没有", r"steps\[1\].select: there is no project"),
        ("title: T", "title: T\nlang: fr", r"lang: must be zh or en"),
        ("- title", "  title", r"steps"),
        ("steps:\n-", "step:\n-", r"there is no key 'step', perhaps steps"),
        (GOOD, "title: T\nsteps: []", r"steps: needs a list with at least one step"),
        (GOOD, "title: T", r"steps: needs a list with at least one step"),
        (GOOD, "[1]", r"talk.yaml: needs the keys title, lang, steps"),
        (GOOD, "steps: &a [*a]", r"line 1, column 12: \*a stands inside itself"),
        ("lat: 29.5, ", "", r"steps\[1\].viewport.lat: must be a number from 21 to 39"),
        ("lon: 105", "lon: true", r"viewport.lon: must be a number from 96 to 116"),
        ("lat: 29.5", "lat: .nan", r"line 7, column 19: '.nan' is not a number"),
        ("viewport: {", "viewport: {x: 1, ", r"steps\[1\].viewport: there is no key 'x'"),
        ("filters: {", "filters: {plans: a, ", r"filters: there is no key 'plans', perhaps plan"),
        ("query: 甲", "query: [甲]", r"steps\[1\].filters.query: must be a text"),
        ("title: T", "title: [", r"not valid YAML"),
        ("caption: two", "caption: {a: b}", r"caption: must be a text"),
        ("highlight:", "changes: maybe\n  highlight:", r"changes: must be true or false"),
        ("highlight:", "view: later\n  highlight:", r"steps\[1\].view: must be now or plan"),
        ("highlight:", "view: [now]\n  highlight:", r"steps\[1\].view: must be a text"),
        ("highlight:", "outcomes: 1\n  highlight:", r"outcomes: must be true or false"),
    ],
)
def test_a_wrong_talk(small: Atlas, tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AtlasError) as caught:
        talk_file.load(path, small)
    assert re.search(says, str(caught.value)), str(caught.value)


def test_how_it_is_drawn_and_filtered_by_facts(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "map.html"
    assert run("-o", str(out)) == (0, "")
    assert config(out)["view"] == "now"
    argv = ["-o", str(out), "--force", "--view", "plan", "--current", "部分开通,open"]
    assert run(*argv, "--verdict", "Late", "--mode", "all") == (0, "")
    asked = config(out)
    assert asked["view"] == "plan"
    assert asked["filter"]["current"] == ["open", "partly_open"]
    assert asked["filter"]["verdict"] == ["late"]
    code, says = run("-o", str(out), "--force", "--current", "opne")
    assert code == 2
    assert "--current: there is no current status 'opne', perhaps open" in says


def test_findings_are_a_filter_by_code_and_by_name(small: Atlas, tmp_path: Path) -> None:
    given = cli.parser("en").parse_args(
        ["export", "-o", "x.html", "--finding", "back,建成推后", "--finding", "Start put off"]
    )
    assert chosen_by(small, given).findings == {
        FindingKind.BACK,
        FindingKind.COMPLETE_SLIP,
        FindingKind.START_SLIP,
    }
    path = tmp_path / "talk.yaml"
    path.write_text("steps:\n- title: a\n  filters: {finding: 建成推后}\n", encoding="utf-8")
    assert talk_file.load(path, small).steps[0].chosen.findings == {FindingKind.COMPLETE_SLIP}
    path.write_text("steps:\n- title: a\n  filters: {finding: [up]}\n", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"filters.finding: there is no finding 'up'"):
        talk_file.load(path, small)
