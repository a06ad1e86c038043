"""What ``python -m geo doctor`` tells of a machine and of the data, for a bug report."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from building.doctor import (
    Line,
    chinese_font,
    data_state,
    examine,
    home_free,
    needed,
    packages,
    pinned,
    program,
)
from registry.paths import ROOT, Paths
from tests.support.few import few
from tests.support.scene import COMMANDS, quietly


def test_pins_are_read_with_their_markers() -> None:
    text = (
        "# all\nnumpy==2.4.6\nuvloop==0.23.0 ; sys_platform == 'none'\n"
        f"x==1; sys_platform == '{sys.platform}'\nhttpx[http2]==3.0\n-r other.txt\n"
    )
    assert pinned(text) == {"numpy": "2.4.6", "x": "1", "httpx": "3.0"}
    assert needed()["pandas"] == version("pandas")


@pytest.mark.parametrize("missing", [True, False])
def test_what_nobody_can_tell_to_be_meant_for_a_machine_is_not_asked_for(
    missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing:
        monkeypatch.setitem(sys.modules, "packaging.markers", None)
    here = "" if missing else f" ; sys_platform == '{sys.platform}'"
    assert pinned(f"a==1{here}\nb==2 ; sys_platform ~ 3\n") == {"a": "1"}
    assert pinned(f"c==1 ; sys_platform == '{sys.platform}'\n") == ({} if missing else {"c": "1"})


@pytest.mark.parametrize(
    ("asked", "fixed", "told", "fine"),
    [
        ("numpy=={numpy}", "", "1, all as constraints.txt has them", True),
        ("numpy==0.1", "", "numpy {numpy} (constraints.txt: 0.1)", False),
        ("no-such==1.0", "", "no-such is not installed (1.0)", False),
        ("numpy=={numpy}", "no-such==1.0", "2, all as constraints.txt has them", True),
        ("numpy=={numpy}", "pandas==0.1", "pandas {pandas} (constraints.txt: 0.1)", False),
    ],
)
def test_packages_are_compared(
    asked: str, fixed: str, told: str, fine: bool, tmp_path: Path
) -> None:
    have = {name: version(name) for name in ("numpy", "pandas")}
    (tmp_path / "requirements.txt").write_text(asked.format(**have) + "\n")
    (tmp_path / "constraints.txt").write_text(fixed.format(**have) + "\n")
    assert packages("en", tmp_path) == Line("packages", told.format(**have), fine)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NotoSansCJK-Regular.ttc", True),
        ("NotoSerifSC-Regular.otf", True),
        ("wqy-microhei.ttc", True),
        ("msyh.ttc", True),
        ("PingFang.ttc", True),
        ("NotoSans-Regular.ttf", False),
        ("DejaVuSans.ttf", False),
    ],
)
def test_a_chinese_font_is_found(name: str, found: bool, tmp_path: Path) -> None:
    (tmp_path / "opentype" / "deep").mkdir(parents=True)
    (tmp_path / "opentype" / "deep" / name).write_bytes(b"")
    assert chinese_font([tmp_path / "none", tmp_path]) == (name if found else "")


def test_a_program_is_asked_for_its_version() -> None:
    assert program(("no-such-program", sys.executable)).startswith("Python 3.")
    assert program(("no-such-program",)) == ""


def test_the_state_of_the_data(tmp_path: Path) -> None:
    paths = few(tmp_path)

    def told(line: int) -> Line:
        return list(data_state(paths, "en"))[line]

    lost = told(0)
    assert not lost.fine
    assert lost.told.startswith("missing: data/projects.geojson, data/events.csv")
    quietly(COMMANDS["build"], tmp_path)
    assert told(0) == Line("data", "all 12 built files are there")
    assert told(1) == Line("data", "can be written")
    assert told(2).fine
    assert told(2).told.startswith("ok: 4 projects")
    record = paths.projects / "rail" / "yukun-hsr.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("name: 渝昆高铁\n", "name: 昆渝高铁\n"), encoding="utf-8")
    assert not told(2).fine
    assert "is not what the registry builds, run python -m geo build" in told(2).told
    record.write_text(text.replace("mode: rail", "mode: tram"), encoding="utf-8")
    assert "there is no mode 'tram'" in told(2).told


def test_no_home_folder_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "a person"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert home_free(f"{home}/data: x") == "~/data: x"
    lines = list(examine(Paths(home / "data"), "en"))
    assert not any("a person" in line.told for line in lines)
    assert {line.name for line in lines} >= {"Python", "system", "Chromium", "QGIS", "PostGIS"}


def test_it_works_where_packages_are_missing() -> None:
    code = (
        "import sys\n"
        "for name in ('geopandas', 'pydantic', 'yaml', 'numpy'): sys.modules[name] = None\n"
        "from geo.__main__ import main; sys.exit(main(['doctor']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "could not be checked (ModuleNotFoundError" in done.stdout.decode()
