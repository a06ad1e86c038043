# ruff: noqa: E501 -- a table reads best in rows, and Chinese counts double.
"""The columns of what lines and places are measured against: published kilometres, known faults."""

from __future__ import annotations

from registry.column import REG, Column, Kind

_T, _C, _N = Kind.TEXT, Kind.CODE, Kind.NUMBER

PUBLISHED_LENGTHS = (
    Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
           required=True, example="chengdu-yibin-expwy"),
    Column("adcode", _T, ("行政区划代码", "Adcode"),
           ("里程所在的县、市州或省；按站点分段的为空",
            "County, prefecture or province that the figure is for; empty where it is for a section"),
           "lengths", example="511000"),
    Column("from_stop", _T, ("起点", "From"),
           ("分段的起点，是该项目的站点", "Where the section begins, a stop of the project"), "lengths",
           example="来复枢纽互通"),
    Column("to_stop", _T, ("止点", "To"),
           ("分段的止点，是该项目的站点", "Where the section ends, a stop of the project"), "lengths",
           example="珙县互通"),
    Column("km", _N, ("公布里程", "Published length"), ("公布的公里数", "Kilometres as published"),
           "lengths", unit="km", required=True, example="2.1"),
    Column("publisher", _T, ("发布者", "Publisher"), ("谁公布的", "Who published it"), "lengths",
           required=True),
    Column("url", _T, ("网址", "Address"), ("所见网页", "The page it was read on"), "lengths"),
    Column("published", Kind.DATE, ("公布日期", "Published"), ("公布的日期", "When it was published"),
           "lengths", required=True, example="2021-12-20"),
    Column("independent", Kind.BOOLEAN, ("独立", "Independent"),
           ("先于画线选定，定站点时未参看", "Chosen before the line was drawn, no stop placed by it"),
           "lengths", required=True, example="true"),
    Column("note", _T, ("说明", "Note"),
           ("图上长度为何不同", "Why the drawn length is another"), "lengths"),
)  # fmt: skip

FAULTS = (
    Column("project_id", _T, ("项目编号", "Project"), ("所在项目", "Project concerned"), "faults",
           required=True, example="longhuang-xubi"),
    Column("measure", _C, ("量法", "Measure"), ("怎样量", "How it is measured"), "faults",
           codes="measure", required=True, example="ends"),
    Column("what", _T, ("对照", "Against"), ("对照的站、地或里程", "Station, place or length it is held against"),
           "faults", required=True, example="毕节东站"),
    Column("what_en", _T, ("英文", "In English"), ("对照的英文名", "The same in English"), "faults",
           required=True, example="Bijie East station"),
    Column("lon", _N, ("经度", "Longitude"), ("WGS84 经度", "Longitude, WGS84"), "faults", unit="degree"),
    Column("lat", _N, ("纬度", "Latitude"), ("WGS84 纬度", "Latitude, WGS84"), "faults", unit="degree"),
    Column("published_km", _N, ("公布里程", "Published km"), ("公布的长度", "Published length"), "faults",
           unit="km"),
    Column("before_km", _N, ("改前", "Before"), ("改前量得", "As measured before it was mended"), "faults",
           unit="km"),
    Column("source", _T, ("出处", "Source"), ("位置或里程的出处", "Where position or length is from"), "faults",
           required=True),
)  # fmt: skip
