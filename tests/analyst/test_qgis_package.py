"""A real QGIS opens the analyst's package from a moved folder: nothing missing, no warning."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from analyst.__main__ import main
from analyst.collection import ABOUT_PROJECTS
from analyst.package import write_package
from analyst.qgis.symbols import PX_MM
from geo.frames import load_mentions, load_projects
from layers.style import MODE_STYLES, STATUS_STYLES
from registry.load import load_registry
from registry.paths import ROOT, Paths
from registry.vocab import STATUSES, Mode, Status
from tests.support import SYSTEM_PYTHON, copy_data, has_qgis, require


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
    found["pdf"] = (folder / "sheet.pdf").read_bytes()
    return found


@pytest.mark.qgis
def test_the_project_opens_with_nothing_missing_and_no_warning(told: dict[str, Any]) -> None:
    assert told["read"]
    assert told["errors"] == ""
    assert told["messages"] == []
    assert told["paths"] == "false"
    assert told["crs"] == "EPSG:32648"
    assert all(layer["valid"] for layer in told["layers"].values())
    assert len(told["groups"]) == 7
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


@pytest.mark.qgis
def test_colours_dashes_and_labels_are_the_apps(told: dict[str, Any]) -> None:
    for mode in Mode:
        look = MODE_STYLES[mode]
        for drawn in (told["layers"][mode.value]["colours"], told["dragged"][mode.value][2],
                      told["qml"][mode.value][3]):  # fmt: skip
            assert set(drawn) == {s.value for s in Status}
            for status in Status:
                found, state = drawn[status.value], STATUS_STYLES[status]
                assert look.colour in (found["colour"], found["edge"])
                assert found["label"] == f"{STATUSES[status].zh} {STATUSES[status].en}"
                if state.dash and found["dash"]:
                    width = look.width * state.scale * PX_MM
                    wanted = [max(part * width, 0.01) for part in state.dash]
                    assert found["dash"] == pytest.approx(wanted, abs=0.001)
        layer = told["layers"][mode.value]
        assert layer["labels"]
        assert layer["label"] == '"name"'
        assert layer["font"] == "Noto Sans CJK SC"
        assert "Microsoft YaHei" in layer["fonts"]
    # Dragged in alone every layer with a shape comes labelled, styled by the file.
    for name, (valid, labelled, _) in told["dragged"].items():
        assert valid, name
        assert labelled == (name not in (*ABOUT_PROJECTS, "plans")), name
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
def test_the_sheet_exports(told: dict[str, Any]) -> None:
    assert told["exported"] == 0
    assert told["pdf"].startswith(b"%PDF")
    assert len(told["pdf"]) > 200_000
    words = "\n".join(told["texts"])
    for wanted in ("成渝工程图", "示意图，不作为划界依据", "OpenStreetMap", "川南渝西"):
        assert wanted in words


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
