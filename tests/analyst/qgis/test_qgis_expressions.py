"""Text of the data is text in QGIS: an expression in it is nowhere evaluated."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from analyst.package import write_package
from analyst.qgis.style import document
from registry.paths import ROOT
from tests.support import SYSTEM_PYTHON, copy_data, edit, has_qgis, require

EXPRESSION = "[% env('HOME') %]"
INERT = "[ % env('HOME') %]"


@pytest.mark.qgis
def test_an_expression_in_any_text_is_inert(tmp_path: Path) -> None:
    require(has_qgis(), "QGIS (python3-qgis)")
    paths = copy_data(tmp_path)
    edit(paths.plans, "title: ", "title: '[% env(''HOME'') %]' # ")
    edit(paths.plans, "short: ", "short: '[% env(''HOME'') %]' # ")
    edit(paths.titles, "title: ", "title: '[% env(''HOME'') %]' # ")
    edit(paths.titles, "title_en: ", "title_en: 'A [% env(''HOME'') %]' # ")
    provinces = paths.boundaries / "provinces.geojson"
    edit(provinces, "四川省", EXPRESSION)
    for name in ("counties", "regions"):
        file = paths.boundaries / f"{name}.geojson"
        edit(file, '"name":"', f'"name":"{EXPRESSION}')
    edit(paths.geojson, "成达万高铁", EXPRESSION)
    folder, home = tmp_path / "atlas", tmp_path / "secret-home"
    home.mkdir()
    write_package(folder, paths=paths)
    for file in folder.rglob("*.qml"):
        assert "[%" not in file.read_text("utf-8"), file.name
    script = ROOT / "tests" / "support" / "qgis_expressions.py"
    done = subprocess.run(
        [SYSTEM_PYTHON, script, folder, tmp_path],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["works"] == str(home)
    assert not [text for text in told["shown"] if str(home) in text]
    assert sum("env('HOME')" in text for text in told["shown"]) >= 4
    sheets = [file.read_text("utf-8") for file in tmp_path.glob("*.svg")]
    assert len(sheets) == 3
    assert not [sheet for sheet in sheets if "secret-home" in sheet]
    # The atlas has no project of its own before it is run.
    for sheet in (one for one in sheets if "A4" not in one):
        assert INERT in sheet.replace("&apos;", "'").replace("&#39;", "'")


def test_every_text_and_attribute_of_a_document_is_inert() -> None:
    from xml.etree import ElementTree as ET

    root = ET.Element("qgis", title="[%1%]")
    ET.SubElement(root, "a", label="[\x00%2%]").text = "[[%3%]] [ %4"
    text = document(root)
    assert text.count("[%") == 0
    assert [text.count(f"[ %{n}") for n in (1, 2, 3, 4)] == [1, 1, 1, 1]
