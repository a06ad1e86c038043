"""The words of the package and of its commands, Chinese and English side by side."""

from __future__ import annotations

from functools import partial

from registry.commandline import say

WORDS: dict[str, tuple[str, str]] = {
    "checking": ("检查数据", "checking the data"),
    "reading": ("读取数据", "reading the data"),
    "gpkg": ("写 atlas.gpkg 与 atlas.qgz", "writing atlas.gpkg and atlas.qgz"),
    "files": ("写 GeoJSON、GeoParquet、CSV", "writing GeoJSON, GeoParquet and CSV"),
    "standards": (
        "写 oc4ids.json、datapackage.json、dcat.jsonld",
        "writing oc4ids.json, datapackage.json and dcat.jsonld",
    ),
    "missing": (
        "{n} 个项目因数据有误不在包里：",
        "{n} not in the package, since the data are wrong:",
    ),
    "done": ("已写入 {path}：{n} 个项目，{mb:.1f} MB", "wrote {path}: {n} projects, {mb:.1f} MB"),
}

#: Titles of the layers that are not modes.
TITLES: dict[str, tuple[str, str]] = {
    "projects": ("全部项目", "All projects"),
    "project_points": ("全部项目（各一点）", "All projects (one point each)"),
    "mentions": ("计划提及", "Mentions"),
    "events": ("后来的进展", "Events"),
    "outcomes": ("承诺与结果", "Outcomes"),
    "timeline": ("各年状态", "Timeline"),
    "findings": ("前后变化", "Findings"),
    "county_lengths": ("项目在各区县的长度", "County lengths"),
    "legs": ("路段与不确定带", "Legs and how sure they are"),
    "bands": ("不确定带的依据", "What bands rest on"),
    "plans": ("计划", "Plans"),
    "provinces": ("省级", "Provinces"),
    "prefectures": ("市州", "Prefectures"),
    "counties": ("区县", "Counties"),
    "regions": ("区域", "Planning regions"),
    "rivers": ("河流", "Rivers"),
    "places": ("地名录", "Gazetteer"),
}
SHAPES: dict[str, tuple[str, str]] = {
    "lines": ("线", "lines"),
    "points": ("点", "points"),
    "areas": ("范围", "areas"),
}
GROUPS: dict[str, tuple[str, str]] = {
    "core": ("铁路、公路、航道、管道", "Rail, highways, waterways, pipelines"),
    "other": ("其他类别", "Other modes"),
    "all": ("全部项目", "All projects"),
    "certainty": ("位置有多准", "How sure"),
    "ground": ("河流与地名", "Rivers and places"),
    "regions": ("区域", "Planning regions"),
    "boundaries": ("行政区划", "Boundaries"),
    "tables": ("表", "Tables"),
}


#: ``word(key, lang, **values)``.
word = partial(say, WORDS)


def both(words: tuple[str, str]) -> str:
    """Chinese and English side by side."""
    return f"{words[0]} {words[1]}"
