"""From an item of a list to the name of a project, its mode, and the words it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token
from plans.reading.lexical.uses import Use
from plans.reading.names.edges import LINES
from plans.reading.names.items import Item
from registry.vocab import Mode

_SHORT = re.compile(r"高速(?=$|扩|改|拓|快速化|提|升|支线|复线|连接线)")
_GLOSS = re.compile(r"([\u4e00-\u9fff])\(([\u4e00-\u9fff]{1,2})\)")
_DASHES = re.compile(r"[—–\-~―－─〜⁓−]+")
_SPEED = re.compile(r"(?:设计)?时速\d+公里(?:/小时)?(?:的)?")
_VIA_LIST = re.compile(
    r"^(?P<ends>[^经(]{2,}[至到][^经(]{2,}?)(?:途)?经(?P<via>[^的至到]+)的?(?P<head>[^的]+)$"
)
_RIVER_SECTION = re.compile(
    r"^(?P<river>[^至到—\-(]{1,5}?[江河湖](?!湾|口|西|东|南|北|州))(?P<rest>[^至到—\-]{2,}(?:至|到|[—\-–~]).+段.*)$"
)
_WORKS_AFTER_UPGRADE = re.compile(r"(?:工程|项目|计划|计画)$")
_SCHEME = re.compile(r"(?<=延伸|改善|提升)(?:计划|计画)$")
_METRO = re.compile(r"S\d{1,2}号?线")
_BRIDGE = ("桥", "隧道")
_CHANNEL_WORKS = ("整治", "治理", "提升", "升级", "扩能", "疏浚", "扩建", "改善")
_WATERS = frozenset("江河湖海溪沟渠泊塘洲流域水库湾")
_LONG_HEAD = 3
_NUMBERED = re.compile(r"[\d一二三四五六七八九十]+号(?:干线|公路|路)")
_SHORT_NAME = 2
_SIDES = frozenset("东南西北")
_ENDINGS = frozenset("线路桥港渠")
LONGEST_NAME = 40


@dataclass
class Named:
    """A name found: ``start`` and ``end`` in the folded sentence, half-open."""

    start: int
    end: int
    name: str
    mode: Mode
    item: Item
    line: str  # the line a section that follows may belong to
    tail: str  # what follows 段 in the name, given to sections that follow
    section: bool
    orphan: bool  # a section whose line is not named in the item
    upgrade: bool  # the works are an upgrade by their name
    doubt: str = ""


def _words(tokens: list[Token]) -> str:
    return "".join(t.text for t in tokens)


def _mode_of(tokens: list[Token], roles: tuple[Role, ...]) -> Mode | None:
    mode: Mode | None = None
    for token in tokens:
        if token.entry and token.entry.mode and token.roles & set(roles):
            mode = token.entry.mode
    return mode


def mode(item: Item, context: Mode | None, bare: Mode | None = None) -> Mode | None:
    """The mode of an item, from its own head, the list's, the road number, or the context."""
    if _METRO.fullmatch(item.tokens[-1].text) and "机场" in item.text:
        return Mode.RAIL  # 新桥机场S1线
    heads = [
        t
        for t, u in zip(item.tokens, item.uses, strict=True)
        if u is Use.HEAD
        or (u is Use.PART and t is item.heads[-1] and t.entry and t.entry.mode is not Mode.RAIL)
    ]
    if item.has(Use.SECTION):  # of the line, not of the ends: 穗莞深城际前海至皇岗口岸段
        lines = [t for t in heads if t.entry and t.entry.shape == "line"]
        heads = lines[:1] or heads
    parts = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is Use.PART]
    endings = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is Use.ENDING]
    found = _mode_of(heads, (Role.HEAD, Role.PART))
    first = _mode_of(heads[:1], (Role.HEAD,))
    if first is Mode.RAIL and found is Mode.HIGHWAY and heads[-1].text.endswith(_BRIDGE):
        return Mode.RAIL
    last = item.heads[-1] if item.heads else None
    if (
        last is not None
        and last.text == "线"
        and not any(t.entry and t.entry.shape == "line" for t in heads)
    ):
        return bare or Mode.RAIL  # 大兴机场线
    if found:
        return found
    if any(t.kind == "road" for t in item.tokens):
        return Mode.HIGHWAY
    if item.mode:
        return item.mode
    if item.has(Use.SECTION) and re.search("天然气|原油|成品油|输气|输油", item.text):
        return Mode.PIPELINE
    shared = _mode_of(item.shared, (Role.HEAD,))
    shared = shared or _mode_of(item.shared, (Role.PART, Role.ENDING))
    if shared:
        return shared
    if endings and endings[-1].text == "线":
        return bare or Mode.RAIL
    if parts:
        own = _mode_of(parts, (Role.PART,))
        return context if context and own is Mode.RAIL else own
    if endings:
        return _mode_of(endings, (Role.ENDING,))
    return context


def proper(item: Item, *, listed: bool = False) -> bool:
    """Whether something proper stands in the item, so that it can be a name."""
    if listed and len(item.tokens) > 1 and item.tokens[1].text in LINES:
        first = item.tokens[0]
        if len(first.text) == _SHORT_NAME and first.roles & {Role.PLAIN, Role.NOUN}:
            return item.uses[0] is Use.PROPER  # 襄渝铁路和达成铁路
    if (
        len(item.tokens) > 1
        and item.uses[0] is Use.PROPER
        and Role.PART in item.tokens[0].roles
        and item.tokens[1].text in LINES
    ):
        return True  # 西延高铁
    characters = 0
    for first, second in pairwise(item.tokens):
        if second.text.startswith("号线") and first.text.isdigit():
            return True  # 5号线
        if second.text[0] == "沿" and first.text in _SIDES:
            return True  # 北沿江高铁
        if (
            first.roles == {Role.NOUN}
            and second.entry
            and len(second.text) > _LONG_HEAD
            and Role.HEAD in second.roles
            and second.entry.mode in (Mode.WATERWAY, Mode.POWER)
        ):
            return True  # 红花枢纽二线船闸
    for token, use in zip(item.tokens, item.uses, strict=True):
        if use is Use.GENERIC and Role.PLACE in token.roles and characters == 1:
            return True  # 红沿河核电
        if use is not Use.PROPER or token.kind == "voltage":
            continue
        if token.kind == "char":
            characters += 1
        elif (
            token.kind == "road" or token.text[0] in "沿环" or token.roles - {Role.PLAIN, Role.NOUN}
        ):
            return True
    if _NUMBERED.search(item.text):
        return True
    ring = re.search(r"[东西南北][环内外]?环?线.+[线延]", item.text)
    return characters >= 2 or bool(ring and item.has(Use.PART))


def _without_water(item: Item, at: int) -> bool:
    """Whether a 治理 is of something else than a river, lake or sea."""
    token = item.tokens[at]
    if item.uses[at] is not Use.HEAD or not token.entry or token.entry.shape != "body":
        return False
    before = _words(item.tokens[:at]).rstrip("段)")
    named_water = any(Role.RIVER in t.roles for t in item.tokens[:at])
    return not before or (before[-1] not in _WATERS and not named_water)


def _tied(item: Item) -> bool:
    return any(
        u is Use.TIE and Role.TO in t.roles for t, u in zip(item.tokens, item.uses, strict=True)
    )


def _before_ending(item: Item) -> int:
    """How many characters of the name stand before its last one-character facility."""
    return sum(len(t.text) for t in item.tokens[:-1])


def _own_name(item: Item, *, dashes: bool) -> str:
    """The item's own words as a name: glosses opened, dashes as 至, speeds left out."""
    text = "".join(
        t.text
        for t, u in zip(item.tokens, item.uses, strict=True)
        if u is not Use.OF or t.text == "的"
    )
    text = _SPEED.sub("", text)
    glosses = _GLOSS.findall(text)
    if len(glosses) >= 2 and _GLOSS.match(text):
        rest = _GLOSS.sub("", text)
        text = "至".join(a + b for a, b in glosses) + rest
    if dashes:
        text = _DASHES.sub("至", text)
    return text


def _finish(name: str, *, upgraded: bool) -> str:
    """高速 as 高速公路; 工程 behind an upgrade left out."""
    if not re.search(r"段|\)$", name):
        name = _SHORT.sub("高速公路", name)
    name = _SCHEME.sub("", name)
    if upgraded:
        name = _WORKS_AFTER_UPGRADE.sub("", name)
    return name


def named(
    item: Item, context: Mode | None, bare: Mode | None = None, *, listed: bool = False
) -> Named | None:
    """The name an item gives, or none: nothing proper, no facility, no section, too long.

    Parameters
    ----------
    context : Mode, optional
        What a branch or an unnamed line is, when the item does not say it.
    bare : Mode, optional
        What 云泽至青岚 is, where a heading or label says what is listed.
    listed : bool
        Other names stand beside it, so that a common word can be one too: 达成铁路.
    """
    if item.dead or not item.tokens or not proper(item, listed=listed):
        return None
    found = mode(item, context, bare)
    section = (item.has(Use.SECTION) and not item.has(Use.HEAD, Use.ENDING)) or _ends_in_section(
        item
    )
    if found is None and not section:
        return None
    if not item.headed and not item.shared and not section:
        if not (bare and _tied(item)):
            return None
        found = bare
    if any(_without_water(item, at) for at in range(len(item.tokens))):
        return None
    if item.tokens[-1].text in _ENDINGS and _before_ending(item) < 2:
        return None
    text = _own_name(
        item, dashes=not section and not item.has(Use.SECTION) and "(" not in item.text
    )
    if match := _VIA_LIST.match(text):
        via = match["via"].strip("、")
        if "的" in text:
            text = f"{match['ends']}{match['head']}(经{via})"
    if item.has(Use.OF):
        text = text.replace("的", "")
    shared = _words(item.shared)
    if shared and item.has(Use.UPGRADE):
        at = next(i for i, u in enumerate(item.uses) if u is Use.UPGRADE)
        text = _words(item.tokens[:at]) + shared + _words(item.tokens[at:])
    else:
        text += shared
    if shared == "港口":
        text = text.removesuffix("口")
    text += _words(item.upgrades)
    parts = item.heads and item.has(Use.PART) and item.heads[-1].text.endswith(_CHANNEL_WORKS)
    upgraded = bool(parts) or item.has(Use.UPGRADE) or bool(item.upgrades)
    upgraded = upgraded or any(Role.UPGRADE in t.roles for t in item.shared)
    plans_works = bool(re.search(r"期工程$", text))
    name = _finish(text, upgraded=upgraded and not plans_works)
    if len(name) > LONGEST_NAME or len(name) < 2:
        return None
    line, tail, orphan = _line(item, name, section)
    start, end = _extent(item)
    return Named(start, end, name, found or Mode.RAIL, item, line, tail, section, orphan, upgraded)


def _extent(item: Item) -> tuple[int, int]:
    return item.start, item.end


def _ends_in_section(item: Item) -> bool:
    return item.has(Use.SECTION)


def _line(item: Item, name: str, section: bool) -> tuple[str, str, bool]:
    """The line in a name, what follows its section, and whether a section has no line."""
    if not section:
        return name, "", False
    at = len(item.uses) - 1 - item.uses[::-1].index(Use.SECTION)
    before, after = item.tokens[:at], item.tokens[at + 1 :]
    tail = _words(after) + _words(item.shared) + _words(item.upgrades)
    heads = [i for i, use in enumerate(item.uses[:at]) if use in (Use.HEAD, Use.ENDING, Use.PART)]
    ties = [i for i, use in enumerate(item.uses[:at]) if use is Use.TIE]
    if heads and ties and heads[-1] > ties[-1]:  # A至B高铁C段
        return _words(before[: heads[-1] + 1]), tail, False
    if heads and (not ties or heads[0] < ties[-1]):
        limit = ties[0] if ties else at
        within = [i for i in heads if i < limit] or heads[:1]
        return _words(before[: within[-1] + 1]), tail, False
    roads = [i for i, t in enumerate(before) if t.kind == "road"]
    if roads:
        return _words(before[: roads[-1] + 1]), tail, False
    if match := _RIVER_SECTION.match(name):
        return match["river"], tail, False
    return "", tail, True
