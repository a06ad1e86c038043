"""Words of comparing plans, as pairs of Chinese and English.

:mod:`layers.translations.catalog` gathers them.
"""

from __future__ import annotations

COMPARE_WORDS: dict[str, tuple[str, str]] = {
    "compare": ("对照", "Compare"),
    "compare.from": ("从", "From"),
    "compare.to": ("到", "To"),
    "compare.earlier": ("此前各部计划", "All earlier plans"),
    "compare.all": ("各部依次看", "All plans in turn"),
    "compare.first": ("最早的说法", "First said"),
    "compare.last": ("最近的说法", "Last said"),
    "compare.note": (
        "筛选里的区域、类别、市县、前后变化和搜索在此有效；计划、状态和年份由对照本身决定。"
        "各计划管的地域不同，不再提及不等于取消；两部中有一部没说做什么，就是作为依托提到，不算变化。",
        "Region, mode, place, finding and search apply; plan, status and year follow from it. "
        "Plans cover different areas: no longer named does not mean given up. Where one of two "
        "plans does not say what is to be done, the project is named as a basis: no change.",
    ),
    "compare.note.all": (
        "按日期逐部比较：有一步后退算后退，否则有一步前进算前进；新提出指只见于最新一部，"
        "不再提及指最新一部没有写。",
        "Plan by plan in date order: one step back counts as back, else a step forward as forward; "
        "new is named by the newest plan only, no longer named is missing from it.",
    ),
    "compare.year": ("{y} 年底", "End of {y}"),
    "compare.note.years": (
        "只凭事实：两个年底各自是什么状态；只有承诺、没有事实的，算还没有开始。",
        "By facts alone: how things stood at the ends of two years. What is only promised has not "
        "begun.",
    ),
    "compare.maps": ("怎么看", "How to look at it"),
    "compare.maps.one": ("变化", "Changes"),
    "compare.maps.two": ("两图并排", "Side by side"),
    "compare.maps.swipe": ("卷帘", "Swipe"),
    "compare.maps.one.means": ("一张图，按变化上色", "One map, coloured by what changed"),
    "compare.maps.two.means": (
        "两张图，一起移动，各是一边的样子",
        "Two maps that move together, each as one side has it",
    ),
    "compare.maps.swipe.means": (
        "两张图叠在一起，拖动分隔线来看",
        "One map over the other; drag the divider",
    ),
    "compare.side": ("{name} · {n} 项", "{name} · {n} projects"),
    "compare.divider": (
        "分隔线：左边是{a}，右边是{b}",
        "Divider: {a} on the left, {b} on the right",
    ),
    "compare.divider.at": ("{a}占 {n}%", "{a} takes {n} %"),
    "compare.change": ("变化", "Change"),
    "compare.choice": ("{name}，{n} 项", "{name}, {n}"),
    "compare.shown": (
        "对照 {n} / {all} 个项目，{m} 项有变化",
        "{n} of {all} projects compared, {m} changed",
    ),
    "compare.none": (
        "这两边都没有提到符合条件的项目。",
        "Neither side names a project that matches.",
    ),
}
