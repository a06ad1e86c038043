"""A real QGIS opens the analyst's package from a moved folder: nothing missing, no warning."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from analyst.__main__ import main
from analyst.collection import ABOUT_PROJECTS
from analyst.package import write_package
from analyst.qgis.symbols import PX_MM
from building.build import write
from geo.frames import load_mentions, load_projects
from layers.style import CURRENT_STYLES, MODE_STYLES, STATUS_STYLES
from registry.geometry import Basis
from registry.load import load_registry
from registry.outcome.vocab import CURRENT_STATUSES
from registry.paths import ROOT, Paths
from registry.term import StatusStyle
from registry.vocab import STATUSES, Mode
from tests.support import SYSTEM_PYTHON, copy_data, edit, has_qgis, require


def _qgis(script: str, *arguments: object, home: Path) -> str:
    require(has_qgis(), "QGIS (python3-qgis)")
    done = subprocess.run(
        [str(a) for a in (SYSTEM_PYTHON, ROOT / "tests" / "support" / script, *arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    require(has_qgis(), "QGIS (python3-qgis)")
    folder = tmp_path_factory.mktemp("qgis")
    write_package(folder / "made")
    moved = folder / "移动过 & moved"
    shutil.move(folder / "made", moved)
    line = _qgis("qgis_package.py", moved, folder / "sheet.pdf", folder / "map.png", home=folder)
    found: dict[str, Any] = json.loads(line)
    found["pdf"] = [(folder / f"{n}-sheet.pdf").read_bytes() for n in range(len(found["exported"]))]
    return found


@pytest.mark.qgis
def test_the_project_opens_with_nothing_missing_and_no_warning(told: dict[str, Any]) -> None:
    assert told["read"]
    assert told["errors"] == ""
    assert told["messages"] == []
    assert told["paths"] == "false"
    assert told["crs"] == "EPSG:32648"
    assert all(layer["valid"] for layer in told["layers"].values())
    assert len(told["groups"]) == 8
    assert set(told["shown"]) >= {"rail", "highway", "waterway", "pipeline", "provinces"}
    assert not {"port", "projects", "regions"} & set(told["shown"])


@pytest.mark.qgis
def test_counts_and_relations(told: dict[str, Any]) -> None:
    registry = load_registry()
    modes = load_projects()["mode"].value_counts()
    for mode in Mode:
        assert told["layers"][mode.value]["count"] == modes[mode.value]
    assert told["layers"]["project_points"]["count"] == len(registry.projects)
    assert told["layers"]["mentions"]["count"] == len(load_mentions())
    assert told["layers"]["counties"]["count"] == 221
    assert all(told["relations"].values())
    assert len(told["children"]) == len(registry.projects["yukun-hsr"].mentions)


NOW, PLAN = "现状 Now", "计划所说 In the plans"
#: The looks of each style of a mode's layer, and the words beside them.
LOOKS: dict[str, dict[str, tuple[StatusStyle, str]]] = {
    NOW: {
        code.value: (look, f"{look.sign} {CURRENT_STATUSES[code].zh} {CURRENT_STATUSES[code].en}")
        for code, look in CURRENT_STYLES.items()
    },
    PLAN: {
        code.value: (look, f"{STATUSES[code].zh} {STATUSES[code].en}")
        for code, look in STATUS_STYLES.items()
    },
}


def _is_drawn_as(drawn: dict[str, Any], mode: Mode, looks: dict[str, Any]) -> None:
    colour = MODE_STYLES[mode].colour
    assert set(drawn) == set(looks)
    for code, (state, words) in looks.items():
        found = drawn[code]
        assert colour in (found["colour"], found["edge"])
        assert found["label"] == words
        if state.dash and found["dash"]:
            width = MODE_STYLES[mode].width * state.scale * PX_MM
            wanted = [max(part * width, 0.01) for part in state.dash]
            assert found["dash"] == pytest.approx(wanted, abs=0.001)


@pytest.mark.qgis
def test_a_package_opens_on_how_far_the_projects_are(told: dict[str, Any]) -> None:
    for mode in Mode:
        for drawn in (told["layers"][mode.value]["colours"], told["dragged"][mode.value][2],
                      told["qml"][mode.value][3]):  # fmt: skip
            _is_drawn_as(drawn, mode, LOOKS[NOW])


@pytest.mark.qgis
def test_each_mode_has_a_style_by_current_status_and_one_by_the_plans(
    told: dict[str, Any],
) -> None:
    for mode in Mode:
        layer = told["styles"][mode.value]
        assert layer["opened"] == NOW
        assert list(layer["styles"]) == [NOW, PLAN]
        for name, column in ((NOW, "current_status"), (PLAN, "status")):
            one = layer["styles"][name]
            assert one["column"] == column
            assert one["labels"]
            _is_drawn_as(one["colours"], mode, LOOKS[name])
        # What recedes is paler, and lies below the rest.
        now = layer["styles"][NOW]
        pale = {code for code, opacity in now["opacity"].items() if opacity < 1}
        assert pale == {code.value for code, look in CURRENT_STYLES.items() if look.faint}
        assert now["levels"]
        assert set(layer["styles"][PLAN]["opacity"].values()) == {1.0}
        assert not layer["styles"][PLAN]["levels"]
        assert told["stored"][mode.value] == [NOW, PLAN]
    assert told["styles"]["counties"]["opened"] == "default"
    assert told["stored"]["counties"] == ["atlas"]


@pytest.mark.qgis
def test_map_themes_and_sheets_switch_between_the_two(told: dict[str, Any]) -> None:
    assert told["themes"] == [NOW, PLAN]
    for theme, shown in told["themed"].items():
        assert set(shown) >= {"rail", "highway", "waterway", "pipeline", "provinces"}
        assert not {"port", "projects", "regions"} & set(shown)
        for name, style in shown.items():
            mode = name.split("_")[0] in set(Mode)
            assert style == (theme if mode else "default"), name
    assert {name: one["theme"] for name, one in told["layouts"].items()} == {
        f"A3 {NOW}": NOW,
        f"A3 {PLAN}": PLAN,
    }
    assert all(one["follows"] for one in told["layouts"].values())
    as_of = load_registry().facts.facts_as_of
    now, plan = ("\n".join(one["texts"]) for one in told["layouts"].values())
    assert f"{NOW}（截至 as of {as_of}）" in now
    assert PLAN in plan
    assert "as of" not in plan


@pytest.mark.qgis
def test_legs_are_corridors_as_wide_as_they_are_sure(told: dict[str, Any]) -> None:
    wide = ['2 * "uncertainty_m"', "RenderMetersInMapUnits"]
    assert told["corridors"] == [[basis.value, *wide] for basis in Basis]


@pytest.mark.qgis
def test_labels_are_the_apps(told: dict[str, Any]) -> None:
    for mode in Mode:
        layer = told["layers"][mode.value]
        assert layer["labels"]
        assert layer["label"] == '"name"'
        assert layer["font"] == "Noto Sans CJK SC"
        assert "Microsoft YaHei" in layer["fonts"]
    # Dragged in alone every layer with a shape comes labelled, styled by the file.
    for name, (valid, labelled, _) in told["dragged"].items():
        assert valid, name
        assert labelled == (name not in (*ABOUT_PROJECTS, "bands", "plans")), name
    for name, (valid, count, labelled, _, crs) in told["qml"].items():
        assert valid, name
        assert count > 0, name
        assert labelled == (name != "projects"), name
        assert crs in ("EPSG:4326", "OGC:CRS84"), name


@pytest.mark.qgis
def test_words_for_codes_and_fields(told: dict[str, Any]) -> None:
    rail = told["layers"]["rail"]
    assert ["规划研究 Research", "research"] in rail["status"]
    assert rail["aliases"]["length_km"] == "图上长度 Length"
    assert all(rail["aliases"][name] for name in rail["fields"] if name != "fid")
    assert rail["fields"]["length_km"] == "Real"
    assert rail["fields"]["n_plans"].startswith("Integer")
    assert told["layers"]["counties"]["scale"] == [True, 1_800_000]


@pytest.mark.qgis
def test_the_sheets_export(told: dict[str, Any]) -> None:
    assert told["exported"] == [0, 0]
    assert all(pdf.startswith(b"%PDF") for pdf in told["pdf"])
    assert all(len(pdf) > 200_000 for pdf in told["pdf"])
    assert all(told["drawn"])
    words = "\n".join(text for one in told["layouts"].values() for text in one["texts"])
    for wanted in ("成渝工程图", "示意图，不作为划界依据", "OpenStreetMap", "川南渝西"):
        assert wanted in words


@pytest.mark.qgis
def test_text_of_the_data_is_never_evaluated(tmp_path: Path) -> None:
    paths: Paths = copy_data(tmp_path)
    hostile = '[% 6*7 %]\' || "name" || <b>甲</b>'
    quoted = json.dumps(hostile)
    edit(paths.plans, "    short: 川渝行动计划 2018", f"    short: {quoted}")
    title = "    title: 深化川渝合作深入推动长江经济带发展行动计划（2018—2022年）"
    edit(paths.plans, title, f"    title: {quoted}")
    line = paths.projects / "rail" / "yukun-hsr.yaml"
    edit(line, "    publisher: 人民日报\n", f"    publisher: {quoted}\n")
    write(paths)
    write_package(tmp_path / "made", paths=paths, ids=["yukun-hsr", "yukun-hsr-chongqing-yibin"])
    files = (tmp_path / name for name in ("made", "s.pdf", "m.png"))
    found = json.loads(_qgis("qgis_package.py", *files, home=tmp_path))
    assert found["errors"] == ""
    assert found["messages"] == []
    assert [rail["column"] for rail in found["styles"]["rail"]["styles"].values()] == [
        "current_status",
        "status",
    ]
    evaluated = "\n".join(text for one in found["layouts"].values() for text in one["evaluated"])
    assert "42" not in evaluated
    assert "[ % 6*7 %]" in evaluated
    # In a table it is a cell as it stands.
    with closing(sqlite3.connect(tmp_path / "made" / "atlas.gpkg")) as base:
        rows = base.execute("SELECT publisher FROM events").fetchall()
    assert (hostile,) in rows


@pytest.mark.qgis
def test_an_edit_made_in_qgis_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    paths: Paths = copy_data(tmp_path)
    write_package(tmp_path / "atlas", paths=paths, ids=["chengdawan-hsr", "yukun-hsr"])
    file = tmp_path / "atlas" / "atlas.gpkg"
    refs = load_registry(paths).projects["chengdawan-hsr"].route.stops  # type: ignore[union-attr]
    edits = [
        {"layer": "rail", "id": "yukun-hsr", "set": {"note": "核对过站点"}},
        {"layer": "places", "name": "资阳西站", "move": [104.55, 30.13]},
        {
            "layer": "places",
            "add": {"name": "测试新站", "kind": "station", "accuracy_m": 300, "source": "现场核对"},
            "at": [104.65, 30.12],
        },
        {
            "layer": "rail",
            "id": "chengdawan-hsr",
            "set": {"stop_refs": ";".join([*refs[:3], "测试新站", *refs[3:]])},
        },
    ]
    (tmp_path / "edits.json").write_text(json.dumps(edits), encoding="utf-8")
    assert _qgis("qgis_edit.py", file, tmp_path / "edits.json", home=tmp_path) == "ok"
    arguments = ["import-edits", str(file), "--data", str(paths.data)]
    assert main([*arguments, "--yes"]) == 0
    shown = capsys.readouterr().out
    assert "+ note: 核对过站点" in shown
    assert "- 测试新站" in shown
    project = load_registry(paths).projects["chengdawan-hsr"]
    assert project.route.stops[3] == "测试新站"  # type: ignore[union-attr]
    text = (paths.projects / "rail" / "yukun-hsr.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    assert "测试新站,,station,512002,104.65000,30.12000,300,现场核对," in paths.sites.read_text(
        "utf-8"
    )
    # Once more: nothing is left to bring back.
    assert main(arguments) == 0
    assert capsys.readouterr().out.strip() == "nothing changed"
