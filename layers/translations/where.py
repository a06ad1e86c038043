"""Words of where: places that are filtered by, and what the map offers for them.

Same form as :mod:`layers.translations.catalog`, which takes them in.
"""

from __future__ import annotations

WHERE_WORDS: dict[str, tuple[str, str]] = {
    "filter.near": ("附近", "Near a place"),
    "filter.box": ("方框", "In a box"),
    "filter.within": ("圈定范围", "In a ring"),
    "place.hint": ("输入市、区县名或拼音", "type a city or county"),
    "place.none": ("没有这个市或区县", "No such city or county"),
    "place.more": ("另有 {n} 个，请输入名称", "{n} more; type a name"),
    "place.choice": ("{name}，选它有 {n} 项", "{name}, leaves {n}"),
    "place.offer": ("这里是{name}", "This is {name}"),
    "place.touches": ("只看涉及{name}的项目（{n}）", "Only what touches {name} ({n})"),
    "place.rule": (
        "至少有 1 公里线路、一个站点、一个点或一片范围在其中",
        "At least 1 km of line, a stop, a point or an area lies there",
    ),
}
