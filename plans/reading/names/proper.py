"""Whether something proper stands in an item of a list, so that it can be a name."""

from __future__ import annotations

import re
from itertools import pairwise

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token, Use
from plans.reading.names.edges import LINES
from plans.reading.names.items import Item
from registry.vocab import Mode

_LONG_HEAD = 3
_REGIONS = frozenset(
    {"西部", "东部", "中部", "北部", "南部", "东北", "西南", "西北", "东南", "地区"}
)
_NETWORK_KINDS = ("国省", "农村", "乡村")
_SHORT_NAME = 2
_NUMBERED = re.compile(
    r"[\d一二三四五六七八九十]+号(?:干线|公路|路)|[二三四五六]环路.*(?:改造|扩|拓)"
)
_RING = re.compile(r"[东西南北][环内外]?环?线.+[线延期]")
_SIDES = frozenset("东南西北")
_DESCRIBING = frozenset("跨新大老小各该本其高优多全总主旧原好美快更最已正不未可能再")
_AIRPORT_LINES = frozenset({"机场联络线", "机场快线", "机场快轨", "机场高速"})
_METROS = frozenset({"捷运", "轻轨"})
_COLOURED = re.compile(r"[红蓝绿橘紫棕黄]线$")
_LONG_RING = re.compile(r"[东西][南北]环线$")
_COMMON = frozenset({Role.PLAIN, Role.NOUN})


def proper(item: Item, *, listed: bool = False) -> bool:
    """Whether something proper stands in the item, so that it can be a name.

    Parameters
    ----------
    listed : bool
        Other names stand beside it, so that a common word can be one too: 达成铁路.
    """
    if _of_many(item):
        return False
    if listed and _common_word(item):
        return item.uses[0] is Use.PROPER  # 襄渝铁路和达成铁路
    if _own_line(item, listed=listed) or any(_pair(*pair) for pair in pairwise(item.tokens)):
        return True
    characters = 0
    for token, use in zip(item.tokens, item.uses, strict=True):
        if use is Use.GENERIC and Role.PLACE in token.roles and characters == 1:
            return True  # 红沿河核电
        if use is not Use.PROPER or token.kind == "voltage":
            continue
        if token.kind == "char":
            characters += 1
        elif _says_one(token):
            return True
    begun = characters == 1 and (_begins_word(item) or _ends_word(item))
    if characters >= 2 or begun or _NUMBERED.search(item.text):
        return True
    return item.has(Use.PART) and _RING.search(item.text) is not None


def _of_many(item: Item) -> bool:
    """西部支线机场, 江西省国省干线公路: the facilities of a kind of a whole region."""
    own = [t for t, use in zip(item.tokens, item.uses, strict=True) if use is Use.PROPER]
    described = [
        t.text
        for t, use in zip(item.tokens, item.uses, strict=True)
        if use is Use.GENERIC or t.text == "支线"
    ]
    if any(kind in text for text in described for kind in _NETWORK_KINDS):
        return all(Role.PLACE in t.roles or t.text in _REGIONS for t in own)
    regional = bool(own) and all(t.text in _REGIONS for t in own)
    airports = bool(item.heads) and item.heads[-1].text == "支线机场"
    return regional and (bool(described) or airports)


def _ends_word(item: Item) -> bool:
    """平坦原 in a list: a common word and one more character."""
    if len(item.tokens) != 2 or item.tokens[1].kind != "char" or item.uses[1] is not Use.PROPER:
        return False
    return len(item.tokens[0].text) == _SHORT_NAME and bool(item.shared)


def _begins_word(item: Item) -> bool:
    """亭子口灌区: a character that begins a place and a common word behind it."""
    if len(item.tokens) < 2 or item.tokens[0].kind != "char" or item.uses[1] is not Use.PROPER:
        return False
    return item.tokens[0].text not in _DESCRIBING and item.tokens[1].kind == "word"


def _own_line(item: Item, *, listed: bool) -> bool:
    """东北环线, and beside other names 机场联络线."""
    first = item.tokens[0].text
    return _LONG_RING.match(first) is not None or (listed and first in _AIRPORT_LINES)


def _common_word(item: Item) -> bool:
    """Whether two characters that are a common word stand before a line: 达成铁路."""
    if len(item.tokens) < 2 or item.tokens[1].text not in LINES:
        return False
    first = item.tokens[0]
    return len(first.text) == _SHORT_NAME and bool(first.roles & _COMMON)


def _pair(first: Token, second: Token) -> bool:
    """Whether two neighbours make a name: 5号线, 北沿江高铁, 红花枢纽二线船闸."""
    if second.text.startswith("号线") and first.text.isdigit():
        return True
    if first.text in _METROS and _COLOURED.match(second.text):
        return True  # 捷运红线
    if first.text == "新机场" and second.text in LINES:
        return True
    if second.text[0] == "沿" and first.text in _SIDES:
        return True
    if first.roles != {Role.NOUN} or second.entry is None or Role.HEAD not in second.roles:
        return False
    return len(second.text) > _LONG_HEAD and second.entry.mode in (Mode.WATERWAY, Mode.POWER)


def _says_one(token: Token) -> bool:
    """Whether the word alone tells one thing from others of its kind."""
    if token.text == "都市圈":
        return False
    return token.kind == "road" or token.text[0] in "沿环" or bool(token.roles - _COMMON)
