"""From an item of a list to the name of a project, its mode, and the words it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token, Use
from plans.reading.names.items import Item
from plans.reading.names.modes import mode
from plans.reading.names.proper import proper
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
_SCHEME = re.compile(r"(?:(?<=延伸|改善|提升)|(?<=线))(?:计划|计画)$")
_PROLONGING = re.compile(r"(?:案|计划|计画)$")
_CHANNEL_WORKS = ("整治", "治理", "提升", "升级", "扩能", "疏浚", "扩建", "改善")
_WATERS = frozenset("江河湖海溪沟渠泊塘洲流域水库湾")
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


def _without_water(item: Item, index: int) -> bool:
    """Whether a 治理 is of something else than a river, lake or sea."""
    token = item.tokens[index]
    if item.uses[index] is not Use.HEAD or not token.entry or token.entry.shape != "body":
        return False
    before = _words(item.tokens[:index]).rstrip("段)")
    named_water = any(
        Role.RIVER in t.roles or (use is Use.HEAD and t.entry and t.entry.mode is Mode.WATER)
        for t, use in zip(item.tokens[:index], item.uses, strict=False)
    )
    return not before or (before[-1] not in _WATERS and not named_water)


def _names_no_water(item: Item) -> bool:
    return any(_without_water(item, index) for index in range(len(item.tokens)))


def _tied(item: Item) -> bool:
    return any(
        u is Use.TIE and Role.TO in t.roles for t, u in zip(item.tokens, item.uses, strict=True)
    )


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
    if "延伸" in name:
        name = _PROLONGING.sub("", name)
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
    its_mode = mode(item, context, bare)
    section = item.has(Use.SECTION)
    if not item.headed and not item.shared and not section:
        again = listed and item.uses[-1] is Use.PHASE  # 滇中引水二期、清水海二期
        its_mode = bare if _tied(item) else context if again else None
        if listed and _tied(item) and item.has(Use.UPGRADE):
            its_mode = bare or context  # G30线甲至乙、丙至丁改扩建
        if any(t.kind == "road" for t in item.tokens) and item.has(Use.TIE):
            its_mode = Mode.HIGHWAY  # G30小草湖至乌鲁木齐
    if its_mode is None and not section:
        return None
    if _names_no_water(item) or _is_stub(item) or _backbone(item):
        return None
    text = _with_list(item, _own_words(item, section=section))
    name = _finish(text, upgraded=_is_upgraded(item) and _closed_by_upgrade(item, text))
    if not 2 <= len(name) <= LONGEST_NAME:
        return None
    line, tail, orphan = _line(item, name, section)
    upgraded = _is_upgraded(item)
    return Named(
        item.start,
        item.end,
        name,
        its_mode or Mode.RAIL,
        item,
        line,
        tail,
        section,
        orphan,
        upgraded,
    )


def _is_stub(item: Item) -> bool:
    """Whether less than two characters stand before a last one-character facility."""
    before = sum(len(t.text) for t in item.tokens[:-1])
    return item.tokens[-1].text in _ENDINGS and before < 2


def _backbone(item: Item) -> bool:
    """西部陆海新通道的骨干工程: what a project is said to be of a corridor."""
    corridors = [t for t in item.heads if t.entry and t.entry.mode is Mode.CORRIDOR]
    return bool(corridors) and item.tokens[-1].text == "骨干工程"


def _own_words(item: Item, *, section: bool) -> str:
    """The item's own words, 甲至乙经丙的高速公路 as 甲至乙高速公路(经丙)."""
    text = _own_name(item, dashes=not section and "(" not in item.text)
    if (match := _VIA_LIST.match(text)) and "的" in text:
        via = match["via"].strip("、")
        text = f"{match['ends']}{match['head']}(经{via})"
    return text.replace("的", "") if item.has(Use.OF) else text


def _with_list(item: Item, text: str) -> str:
    """``text`` with what the end of the list gives it: a facility, upgrades."""
    shared = _words(item.shared)
    if shared and item.has(Use.UPGRADE):
        index = item.uses.index(Use.UPGRADE)
        before = _words(item.tokens[:index])
        before = before if item.has(Use.SECTION) else _DASHES.sub("至", before)
        text = before + shared + _words(item.tokens[index:])
    else:
        text += shared
    if shared == "港口":
        text = text.removesuffix("口")
    return text + _words(item.upgrades)


def _closed_by_upgrade(item: Item, text: str) -> bool:
    """Whether nothing of its own stands between the upgrade and 工程: not 扩建填海工程."""
    if text.endswith("期工程") or Use.UPGRADE not in item.uses:
        return not text.endswith("期工程")
    last = len(item.uses) - 1 - item.uses[::-1].index(Use.UPGRADE)
    return not {Use.PROPER, Use.HEAD, Use.ANNEX} & set(item.uses[last:])


def _is_upgraded(item: Item) -> bool:
    """Whether the name itself is of an upgrade."""
    if item.has(Use.UPGRADE) or item.upgrades or any(Role.UPGRADE in t.roles for t in item.shared):
        return True
    return item.has(Use.PART) and item.heads[-1].text.endswith(_CHANNEL_WORKS)


def _line(item: Item, name: str, section: bool) -> tuple[str, str, bool]:
    """The line in a name, what follows its section, and whether a section has no line."""
    if not section:
        return name, "", False
    index = len(item.uses) - 1 - item.uses[::-1].index(Use.SECTION)
    before, after = item.tokens[:index], item.tokens[index + 1 :]
    tail = _words(after) + _words(item.shared) + _words(item.upgrades)
    heads = [
        i for i, use in enumerate(item.uses[:index]) if use in (Use.HEAD, Use.ENDING, Use.PART)
    ]
    ties = [i for i, use in enumerate(item.uses[:index]) if use is Use.TIE]
    if heads and ties and heads[-1] > ties[-1]:  # A至B高铁C段
        return _words(before[: heads[-1] + 1]), tail, False
    if heads:
        limit = ties[0] if ties else index
        within = [i for i in heads if i < limit] or heads[:1]
        return _words(before[: within[-1] + 1]), tail, False
    roads = [i for i, t in enumerate(before) if t.kind == "road"]
    if roads:
        return _words(before[: roads[-1] + 1]), tail, False
    if match := _RIVER_SECTION.match(name):
        return match["river"], tail, False
    if Use.UPGRADE in item.uses[:index]:  # 集通扩能公主埂至蒙根塔拉段
        return _words(before[: item.uses.index(Use.UPGRADE) + 1]), tail, False
    return "", tail, True
