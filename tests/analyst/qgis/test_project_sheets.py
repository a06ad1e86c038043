"""The atlas of the package in a real QGIS: a sheet for each project, its map, its texts."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

import pypdfium2 as pdfium
import pytest
from pyproj import Transformer

from analyst.package import write_package
from analyst.qgis import project_sheet
from analyst.qgis.style import Expression, document
from geo.frames import load_projects
from registry.paths import ROOT, Paths
from tests.support import SYSTEM_PYTHON, copy_data, edit, has_qgis, require

EXPRESSION = "[% env('HOME') %]"
#: A line, a point, a line of another mode, one without a place.
IDS = ["chengdawan-hsr", "luzhou-port", "yangtze-golden-waterway", "s210"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    require(has_qgis(), "QGIS (python3-qgis)")
    tmp_path = tmp_path_factory.mktemp("atlas")
    paths: Paths = copy_data(tmp_path)
    edit(paths.geojson, '"name":"泸州港"', f'"name":"{EXPRESSION}"')
    edit(paths.data / "mentions.csv", "有效衔接", "有效衔接" + "甲" * 900)
    home = tmp_path / "secret-home"
    home.mkdir()
    write_package(tmp_path / "made", paths=paths, ids=IDS)
    script = ROOT / "tests" / "support" / "qgis" / "atlas.py"
    done = subprocess.run(
        [SYSTEM_PYTHON, str(script), str(tmp_path / "made"), str(tmp_path / "sheets.pdf")],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    found["file"] = tmp_path / "sheets.pdf"
    found["sheets"] = {one["id"]: one for one in found["sheets"]}
    return found


@pytest.mark.qgis
def test_each_project_has_a_sheet_of_its_own(told: dict[str, Any]) -> None:
    assert told["name"] == project_sheet.NAME
    assert told["exported"] == [0, ""]
    assert told["messages"] == []
    assert set(told["sheets"]) == set(IDS)
    with pdfium.PdfDocument(told["file"]) as sheets:
        assert len(sheets) == len(IDS)
        for sheet in sheets:
            assert sheet.get_size() == pytest.approx((595, 842), abs=1)
            assert sheet.render(scale=0.4, grayscale=True).to_numpy().mean() > 200


@pytest.mark.qgis
def test_texts_come_from_the_project_and_its_tables(told: dict[str, Any]) -> None:
    texts = told["sheets"]["chengdawan-hsr"]["texts"]
    assert texts["name"] == "成达万高铁"
    assert "在建 Under construction" in texts["tags"]
    assert "天府站 – 天府机场站" in texts["facts"]
    first, *_ = texts["mentions"].split("\n")
    assert "“成都经达州至万州…高速铁路”" in first
    assert "2019 开工 start" in first
    assert "晚于承诺 Late  2019 开工" in texts["outcomes"]
    assert "2020-12-24" in texts["events"]
    assert "示意图，不作为划界依据" in texts["schematic"]
    assert "OpenStreetMap" in texts["sources"]
    # A clause that does not fit is cut; the sheet says where the rest stands.
    many = told["sheets"]["yangtze-golden-waterway"]["texts"]["mentions"]
    assert many.endswith("（全文见表 whole in table mentions）")
    assert 400 < many.count("甲") < 500


@pytest.mark.qgis
def test_the_map_goes_to_the_project(told: dict[str, Any]) -> None:
    move = Transformer.from_crs(4326, 32648, always_xy=True)
    shapes = load_projects().set_index("id").geometry
    for key in IDS[:3]:
        west, south, east, north = told["sheets"][key]["extent"]
        x1, y1, x2, y2 = move.transform_bounds(*shapes[key].bounds)
        assert west < x1 < x2 < east
        assert south < y1 < y2 < north
        assert min(x1 - west, y1 - south) >= 0.9 * project_sheet.LEAST_M
        # Not the land: one side is nearly filled.
        assert max((x2 - x1) / (east - west), (y2 - y1) / (north - south)) > 0.6 or key == IDS[1]
        assert told["sheets"][key]["texts"]["nowhere"] == ""
    nowhere = told["sheets"]["s210"]
    assert "没有可以画出的位置" in nowhere["texts"]["nowhere"]


@pytest.mark.qgis
def test_a_name_that_looks_like_an_expression_is_a_name(told: dict[str, Any]) -> None:
    assert EXPRESSION in told["sheets"]["luzhou-port"]["texts"]["name"]
    with pdfium.PdfDocument(told["file"]) as sheets:
        whole = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    assert "secret-home" not in whole


def test_only_our_own_expressions_are_let_through() -> None:
    from xml.etree import ElementTree as ET

    root = ET.Element("qgis", own=Expression("[% 1 %]"), theirs="[% 2 %]")
    root.text = "[\x00% 3 %]"
    text = document(root)
    assert "[% 1 %]" in text
    assert text.count("[%") == 1


def test_words_are_literals() -> None:
    assert project_sheet.quoted("a'b\\") == "'a''b\\\\'"
