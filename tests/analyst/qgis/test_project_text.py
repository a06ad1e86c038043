"""Text of the data is text in the project's XML: no markup, and nothing that QGIS evaluates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from analyst.collection import Collection, collect
from analyst.qgis.project import project_xml
from registry.paths import DEFAULT

MADE = date(2026, 1, 2)


def texts(collection: Collection) -> list[str]:
    """The texts of the project's sheets."""
    sheets = ET.fromstring(project_xml(collection, {}, MADE)).iter("LayoutItem")
    return [item.get("labelText", "") for item in sheets]


def test_hostile_text_stays_text() -> None:
    table = collect(DEFAULT, ["yukun-hsr"])
    xml = project_xml(table, {"chuanyu-2018": "<b>&\"'\x0b]]>"}, MADE)
    assert ET.fromstring(xml).tag == "qgis"
    # QGIS evaluates [% … %] in the texts of a sheet.
    plans = [plan.model_copy(update={"title": "[% 6*7 %]"}) for plan in table.plans]
    found = texts(replace(table, plans=plans))
    assert any("[ % 6*7 %]" in text for text in found)
    # Nothing is evaluated but what the sheet of a project asks of its layer, whatever the data say.
    own = {text for text in texts(table) if "[%" in text}
    assert {text for text in found if "[%" in text} == own
    assert all(text.startswith("[%") and text.count("[%") == 1 for text in own)
