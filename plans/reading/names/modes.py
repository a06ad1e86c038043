"""What an item of a list is: a railway, a road, a port."""

from __future__ import annotations

import re

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token, Use
from plans.reading.names.items import Item
from registry.vocab import Mode

_METRO = re.compile(r"S\d{1,2}号?线")
_ROADWORKS = frozenset({"扩容", "改扩建", "拓宽", "拓宽改造", "四改八", "扩容改造", "改扩建工程"})
_RIVER = re.compile(r"[^至到]{1,4}[江河湖](?!湾|口|西|东|南|北|州)[^至到]{2,}[至到].+段")
_ROAD_ANNEX = ("道路", "接线", "连接线工程")
_CLOSING_LINE = (Use.PART, Use.SECTION)
_NETWORKS = frozenset({"捷运", "地铁", "轻轨", "轨道交通", "市域铁路", "市郊铁路"})
_HEADS = (Role.HEAD,)
_BRIDGE = ("桥", "隧道", "高架")
_CARRIED = re.compile("天然气|原油|成品油|输气|输油")


def _mode_of(tokens: list[Token], roles: tuple[Role, ...]) -> Mode | None:
    mode: Mode | None = None
    for token in tokens:
        if token.entry and token.entry.mode and token.roles & set(roles):
            mode = token.entry.mode
    return mode


def mode(item: Item, context: Mode | None, bare: Mode | None = None) -> Mode | None:
    """The mode of an item, from its own head, the list's, the road number, or the context."""
    heads = _deciding(item)
    if item.uses[-1] is Use.ANNEX and item.tokens[-1].text.endswith(_ROAD_ANNEX):
        return Mode.HIGHWAY  # 机场配套道路
    numbered = item.tokens[-1].kind == "road"
    if item.tokens[0].text in _NETWORKS and (numbered or item.uses[-1] in _CLOSING_LINE):
        return Mode.RAIL  # 捷运环状线北环段, 轨道交通101线
    if _METRO.fullmatch(item.tokens[-1].text) and "机场" in item.text:
        return Mode.RAIL  # 新桥机场S1线
    if _railway_on_bridge(heads) or _branch_of_railway(item):
        return Mode.RAIL
    if heads and heads[-1].text == "通道":
        first = _mode_of(heads[:1], _HEADS)
        if first in (Mode.RAIL, Mode.WATERWAY):
            return first  # 沪杭高铁第二通道
    if _named_line(item) and not any(map(_is_line, heads)):
        return _of_line(item) or bare or Mode.RAIL  # 大兴机场线
    return _mode_of(heads, (Role.HEAD, Role.PART)) or _without_head(item, context)


def _deciding(item: Item) -> list[Token]:
    """The facilities that say what the item is: of a section, those of its line."""
    heads = [
        t
        for t, u in zip(item.tokens, item.uses, strict=True)
        if u is Use.HEAD
        or (u is Use.PART and t is item.heads[-1] and t.entry and t.entry.mode is not Mode.RAIL)
    ]
    if item.has(Use.SECTION):  # of the line, not of the ends: 穗莞深城际前海至皇岗口岸段
        of_road = any(t.kind == "road" for t in item.tokens)
        return [t for t in heads if _is_line(t)][:1] or ([] if of_road else heads)
    return heads


def _of_line(item: Item) -> Mode | None:
    """A line with the number of a road, or that is widened as only roads are."""
    road = any(t.kind == "road" for t in item.tokens)
    widened = any(t.text in _ROADWORKS for t in [*item.tokens, *item.upgrades])
    return Mode.HIGHWAY if road or widened else None


def _branch_of_railway(item: Item) -> bool:
    """唐曹铁路京唐港区支线, 捷运环状线北环段."""
    heads = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is Use.HEAD]
    last = item.heads[-1].entry if item.heads else None
    if _mode_of(heads[-1:], _HEADS) is Mode.HIGHWAY:
        return False  # 高铁桥下道路延伸
    branch = last is not None and last.shape == "part" and last.mode is Mode.RAIL
    return branch and any(_is_line(t) and t.entry and t.entry.mode is Mode.RAIL for t in heads)


def _named_line(item: Item) -> bool:
    """Whether an item ends in 线, or in what prolongs one: 大兴机场线北延."""
    rest = [h for h in item.heads if h.entry is None or h.entry.shape != "part"]
    return bool(rest) and rest[-1].text == "线"


def _is_line(token: Token) -> bool:
    return token.entry is not None and token.entry.shape == "line"


def _railway_on_bridge(heads: list[Token]) -> bool:
    """A bridge of a railway, although bridges alone are roads."""
    first = _mode_of(heads[:1], (Role.HEAD,))
    from_heads = _mode_of(heads, (Role.HEAD, Role.PART))
    return first is Mode.RAIL and from_heads is Mode.HIGHWAY and heads[-1].text.endswith(_BRIDGE)


def _without_head(item: Item, context: Mode | None) -> Mode | None:
    """The mode of an item whose own facilities do not say it."""
    if any(t.kind == "road" for t in item.tokens):
        return Mode.HIGHWAY
    if item.mode:
        return item.mode
    if item.has(Use.SECTION) and _CARRIED.search(item.text):
        return Mode.PIPELINE
    if item.has(Use.SECTION) and not item.heads and _RIVER.match(item.text):
        return Mode.WATERWAY  # 盐河杨庄至朱码段整治
    shared = _mode_of(item.shared, (Role.HEAD,))
    shared = shared or _mode_of(item.shared, (Role.PART, Role.ENDING))
    return shared or _by_ending(item, context)


def _by_ending(item: Item, context: Mode | None) -> Mode | None:
    """The mode by what a name can end in, 支线 or 港; else that of the context."""
    parts = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is Use.PART]
    endings = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is Use.ENDING]
    if parts:
        own = _mode_of(parts, (Role.PART,))
        return context if context and own is Mode.RAIL else own
    return _mode_of(endings, (Role.ENDING,)) if endings else context
