"""Words of where: places that are filtered by, and what the map offers for them.

Same form as :mod:`layers.translations.catalog`, which takes them in.
"""

from __future__ import annotations

WHERE_WORDS: dict[str, tuple[str, str]] = {
    "filter.near": ("附近", "Near a place"),
    "filter.box": ("方框", "In a box"),
    "filter.within": ("圈定范围", "In a ring"),
    "place.group": ("地点", "Place"),
    "place.hint": ("输入市、区县名或拼音", "type a city or county"),
    "place.none": ("没有这个市或区县", "No such city or county"),
    "place.more": ("另有 {n} 个，请输入名称", "{n} more; type a name"),
    "place.choice": ("{name}，选它有 {n} 项", "{name}, leaves {n}"),
    "place.offer": ("这里是{name}", "This is {name}"),
    "place.touches": ("只看涉及{name}的项目（{n}）", "Only what touches {name} ({n})"),
    "place.degrees": ("东经 {lon}°、北纬 {lat}°", "{lat}°N {lon}°E"),
    "near.words": ("距{place} {reach} 公里以内", "within {reach} km of {place}"),
    "near.mark": ("{place} {reach} 公里", "{place}, {reach} km"),
    "near.away": ("距{place} {reach} 公里", "{reach} km from {place}"),
    "near.here": ("经过{place}", "at {place}"),
    "near.km": ("公里数", "Kilometres"),
    "near.limits": ("请填 {least} 到 {most} 公里", "From {least} to {most} km"),
    "near.offer": (
        "只看这一点 {reach} 公里以内的项目（{n}）",
        "Only what is within {reach} km of here ({n})",
    ),
    "near.place": ("改看{place} {reach} 公里以内", "Rather within {reach} km of {place}"),
    "near.rule": ("沿地面量到所画的线", "Along the ground to the drawn line"),
    "box.words": (
        "东经 {west}–{east}°、北纬 {south}–{north}° 的方框",
        "{south}–{north}°N, {west}–{east}°E",
    ),
    "within.words": ("圈定范围（{n} 个点）", "ring of {n} corners"),
    "shape.drop": ("{what}，按一下取消", "{what}; press to drop"),
    "draw": ("在地图上划定", "Draw on the map"),
    "draw.near": ("一点周围", "Round a place"),
    "draw.near.told": (
        "点中心，或移动地图后按回车",
        "Click the middle, or move the map and press Enter",
    ),
    "draw.box": ("方框", "Box"),
    "draw.box.told": (
        "点方框的一角，或移动地图后按回车",
        "Click a corner, or move the map and press Enter",
    ),
    "draw.box.other": ("点对角", "Click the opposite corner"),
    "draw.within": ("多边形", "Polygon"),
    "draw.within.told": (
        "依次点各角，或移动地图后按回车：已有 {n} 个，最多 {most} 个",
        "Click the corners, or move the map and press Enter: {n} so far, at most {most}",
    ),
    "draw.seen": ("当前视野", "What is in sight"),
    "draw.finish": ("完成", "Done"),
    "draw.back": ("撤回一点", "Undo a corner"),
    "draw.leave": ("不画了", "Cancel"),
    "place.rule": (
        "至少有 1 公里线路、一个站点、一个点或一片范围在其中",
        "At least 1 km of line, a stop, a point or an area lies there",
    ),
}
