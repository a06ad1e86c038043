"""Words of project sheets, as pairs of Chinese and English.

:mod:`layers.translations.catalog` gathers them.
"""

from __future__ import annotations

SHEET_WORDS: dict[str, tuple[str, str]] = {
    "sheet": ("项目单", "Project sheet"),
    "sheet.means": (
        "这个项目的一页纸：地图、历程、条文、事实和来源，可打印或存为 PDF",
        "This project on paper: map, history, clauses, facts and sources, to print or save as PDF",
    ),
    "sheet.series": ("项目单汇编", "Project sheets"),
    "sheet.series.n": ("项目单汇编（{n} 个项目）", "Project sheets ({n})"),
    "sheet.series.means": (
        "筛选出的项目一项一单，前有目录，可打印成一个 PDF",
        "A sheet for each project of the filter, contents in front, to print as one PDF",
    ),
    "sheet.n": ("{n} 项", "{n} in all"),
    "sheet.contents": ("目录", "Contents"),
    "sheet.making": ("正在排版：第 {i} 项，共 {n} 项……", "Laying out {i} of {n}…"),
    "sheet.pages": ("共 {n} 页", "Pages: {n}"),
    "sheet.print": ("打印或存为 PDF", "Print or save as PDF"),
    "sheet.close": ("关闭", "Close"),
    "sheet.none": (
        "没有符合条件的项目，没有项目单可以打印。请放宽筛选。",
        "No project fits the filter, so there is no sheet to print. Widen the filter.",
    ),
    "sheet.page": ("第 {i} 页，共 {n} 页", "Page {i} of {n}"),
    "sheet.continued": ("（续）", " (continued)"),
    "sheet.nowhere": (
        "这个项目没有可以画出的位置，所以没有地图。",
        "This project has no place that can be drawn, so there is no map.",
    ),
    "sheet.promises": ("承诺与结论", "Promises and what became of them"),
    "sheet.sources": ("事实与线位的来源", "Sources of facts and routes"),
}
