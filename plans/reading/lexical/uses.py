"""What each token is in its place: 建设 is a verb, and a town between 至 and 公路."""

from __future__ import annotations

import re
from collections.abc import Callable

from plans.reading.lexical.closing import CLOSING
from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.spot import Spot, has
from plans.reading.lexical.tokens import ANCHORS, NAMEABLE, Token, Use
from registry.vocab import Mode

_BY_KIND = {
    "char": Use.PROPER,
    "road": Use.PROPER,
    "voltage": Use.PROPER,
    "speed": Use.SPEED,
    "bracket": Use.BRACKET,
    "title": Use.BOUNDARY,
    "quantity": Use.BOUNDARY,
    "year": Use.TIME,
    "relative": Use.TIME,
    "period": Use.BOUNDARY,
    "etc": Use.ETC,
    "of": Use.OF,
    "filler": Use.FILLER,
    "mark": Use.MARK,
}
#: The first of these that a word has is what it is where nothing speaks against it.
_ORDER = (
    (Role.WHOLE, Use.PROPER),
    (Role.NOT_FACILITY, Use.NOT_FACILITY),
    (Role.HEAD, Use.HEAD),
    (Role.SECTION, Use.SECTION),
    (Role.VERB, Use.VERB),
    (Role.BOUNDARY, Use.BOUNDARY),
    (Role.PART, Use.PART),
    (Role.PHASE, Use.PHASE),
    (Role.WORKS, Use.WORKS),
    (Role.UPGRADE, Use.UPGRADE),
    (Role.ANNEX, Use.ANNEX),
    (Role.ENDING, Use.ENDING),
    (Role.GENERIC, Use.GENERIC),
    (Role.TO, Use.TIE),
    (Role.DASH, Use.TIE),
    (Role.VIA, Use.VIA),
    (Role.SEPARATOR, Use.SEPARATOR),
    (Role.PLACE, Use.PROPER),
    (Role.RIVER, Use.PROPER),
    (Role.PLAIN, Use.PROPER),
    (Role.NOUN, Use.PROPER),
    (Role.NOMINAL, Use.BOUNDARY),
)


#: Words that lead from one end of a name to the other: 怀密线引入北京北站工程.
_LINKS = frozenset({"引入", "衔接", "接入", "延伸至", "延伸", "增设"})
#: 运行速度 is a noun wherever it stands.
_RUNNING = frozenset({"运行", "运营", "营运", "通航", "通车", "发电", "开行"})
_PATHS = frozenset({"山路", "小路", "回路", "思路"})
_OF_TWO = frozenset({"高速", "高速公路", "铁路", "高铁", "隧道", "大桥", "公路"})
_METROS = frozenset({"捷运", "轻轨"})
_SCHEMES = ("工程", "计划", "计画", "案")
#: Areas that a line can begin or end at: 太阳山开发区至彭阳段.
_AREAS = re.compile(r"[区城园圈]$|组团$")
_LONGEST_PLACE = 8  # tokens
#: Inside a name between a place and its facility: 云泽国际空港枢纽.
_INSIDE = frozenset({"国际", "区域", "国家"})
_TONS = re.compile(r"\d+(?:万)?吨")
_NOT_ONE = re.compile(
    r"[网圈群]$|网络|总数|数量|总?里程|密度|经济[带区圈]?$|时代$|发展[轴带]$|局$|部门|集团|公司"
)


def _plain(token: Token) -> Use:
    if token.kind != "word":
        return _BY_KIND[token.kind]
    return next(use for role, use in _ORDER if role in token.roles)


def uses(tokens: list[Token]) -> list[Use]:
    """The use of each of ``tokens``."""
    found = [_plain(token) for token in tokens]
    for at in range(len(tokens)):
        if decide := _AMONG.get(found[at]):
            found[at] = decide(Spot(tokens, found, at))
    return found


def _unless_place(decide: Callable[[Spot], Use]) -> Callable[[Spot], Use]:
    """What ``decide`` says of a word that is no place where it stands."""

    def decided(spot: Spot) -> Use:
        if _is_place_here(spot):
            return Use.PROPER
        use = decide(spot)
        if use is Use.BOUNDARY and _is_letter_of_name(spot):
            return Use.PROPER
        return use

    return decided


def _is_place_here(spot: Spot) -> bool:
    """Whether a verb or other word is the name of a place, being tied to one."""
    token = spot.token
    if token.kind != "word" or len(token.text) < 2:
        return False
    if spot.use is Use.NOT_FACILITY and _is_area_here(spot):
        return True
    if spot.before is Use.TIE and spot.use is not Use.NOT_FACILITY:
        dashed = has(spot.previous, Role.DASH)
        return not dashed or spot.after in (Use.SEPARATOR, Use.HEAD, Use.TIE, Use.SECTION)
    if not has(spot.following, Role.TO):
        return False
    if Role.PLACE in token.roles:
        return True
    return spot.before is Use.SEPARATOR and _item_before_is_tied(spot)


def _is_area_here(spot: Spot) -> bool:
    """Whether an area is an end of a line: 太阳山开发区至彭阳段, 云泽至青岚新区快速路."""
    if not _AREAS.search(spot.token.text) or spot.before not in (Use.PROPER, Use.TIE):
        return False
    if has(spot.following, Role.TO) or (spot.after is Use.PART and spot.before is Use.PROPER):
        return True
    ends = spot.after in (Use.HEAD, Use.SECTION, Use.SEPARATOR)
    return ends and _tied_before(spot)


def _tied_before(spot: Spot) -> bool:
    """Whether nothing but a place stands between 至 and the token."""
    for index in range(spot.at - 1, max(spot.at - _LONGEST_PLACE, -1), -1):
        if spot.found[index] is not Use.PROPER:
            return Role.TO in spot.tokens[index].roles
    return False


def _item_before_is_tied(spot: Spot) -> bool:
    """光复至建设、连通至开平公路: whether 至 stands in the item before the one at ``spot``."""
    for use in reversed(spot.found[: max(spot.at - 1, 0)]):
        if use is Use.TIE:
            return True
        if use not in (Use.PROPER, Use.BRACKET):
            return False
    return False


def _is_letter_of_name(spot: Spot) -> bool:
    """Whether one character that parts names elsewhere is of one: 、将淖铁路, 哇让抽水蓄能电站."""
    token, previous = spot.token, spot.previous
    if previous is None or token.kind != "word" or len(token.text) != 1:
        return False
    if (
        token.text in "其所"
        and spot.after is Use.PROPER
        and (_tied_before(spot) or _amid_letters(spot))
    ):
        return True  # 布伦口至红其拉甫段, 红其拉甫机场
    if spot.before is Use.SEPARATOR and spot.after is Use.PROPER:
        return previous.text == "、" or _begins_line(spot)
    closing = spot.before is Use.PROPER and spot.after is Use.HEAD
    return closing and token.text not in "在的" and previous.kind == "char"


def _amid_letters(spot: Spot) -> bool:
    """红其拉甫: whether single characters stand on both sides."""
    following = spot.following
    behind = following is not None and following.kind == "char"
    before = spot.previous is not None and spot.previous.kind == "char"
    return before and behind and spot.before is Use.PROPER


def _verb(spot: Spot) -> Use:
    """A verb that closes a name is part of the name: 扩容, 改建; 运营 of 运营能力 is a noun."""
    if spot.token.text == "规划" and spot.previous and spot.previous.kind == "period":
        entered = any(t.text in ("纳入", "列入") for t in spot.tokens[: spot.at])
        return Use.VERB if entered else Use.BOUNDARY
    if _is_noun(spot):
        return Use.BOUNDARY
    if (
        Role.SETTING in spot.token.roles
        and spot.before is Use.PROPER
        and has(spot.following, Role.HEAD)
    ):
        return Use.OF  # 云泽申建综合保税区
    if _between_roads(spot) or _links(spot, spot.at):
        return Use.PROPER
    closes = (use for role, use, fits in CLOSING if role in spot.token.roles and fits(spot))
    use = next(closes, Use.VERB)
    if use is Use.VERB and spot.token.text == "建设" and spot.before in ANCHORS:
        return Use.WORKS if has(spot.following, Role.PHASE) or _of_port(spot) else use
    return use


def _of_port(spot: Spot) -> bool:
    """三级航道建设工程: whether 建设 stands between a channel or a port and 工程."""
    entry = spot.previous.entry if spot.previous else None
    at_water = entry is not None and entry.mode in (Mode.WATERWAY, Mode.PORT)
    return at_water and spot.following is not None and spot.following.text == "工程"


def _is_noun(spot: Spot) -> bool:
    """运营 of 运营能力; 通航 of 按通航500吨级船舶标准."""
    running = spot.token.text in _RUNNING
    behind = spot.following.text if spot.following else ""
    if (running and behind.startswith("能力")) or (
        spot.token.text == "建设" and behind in ("计划", "计画")
    ):
        return True  # 通航能力提升, 蓝线建设计划
    if has(spot.following, Role.NOMINAL) and (running or spot.before in NAMEABLE | {Use.VERB}):
        return True
    following = spot.following.text if spot.following else ""
    return spot.token.text == "通航" and _TONS.match(following) is not None


def _between_roads(spot: Spot) -> bool:
    """国9衔接台99线."""
    sides = (spot.previous, spot.following)
    return all(side is not None and side.kind == "road" for side in sides)


def _links(spot: Spot, at: int) -> bool:
    """国道5号衔接苏花改公路改善计划: whether a word leads on to the end of works behind it."""
    if spot.tokens[at].text not in _LINKS or spot.before not in NAMEABLE - {Use.SPEED}:
        return False
    for index in range(at + 1, len(spot.tokens)):
        token = spot.tokens[index]
        if index > at + 1 and token.text.endswith(_SCHEMES):
            return True
        if spot.tokens[at].text == "增设" and token.text.endswith("交流道"):
            return True
        if Role.UPGRADE not in token.roles and spot.found[index] not in NAMEABLE:
            break
    return False


def _boundary(spot: Spot) -> Use:
    if spot.following and spot.token.text[0] == "向" and _links(spot, spot.at + 1):
        return Use.PROPER  # 台86线向东延伸至台3线工程
    if Role.GENERIC not in spot.token.roles:
        return Use.BOUNDARY
    inside = spot.token.text in _INSIDE and (
        (spot.before is Use.PROPER and spot.after is Use.HEAD)
        or (spot.before is Use.HEAD and spot.after in (Use.PART, Use.HEAD))
    )
    return Use.GENERIC if inside or spot.before is Use.ETC else Use.BOUNDARY


def _not_facility(spot: Spot) -> Use:
    """红线 behind 捷运 is a line."""
    lines = spot.token.text == "红线" and spot.previous and spot.previous.text in _METROS
    if spot.token.text == "线路" and spot.before is Use.SECTION and spot.after is not Use.MARK:
        return Use.PROPER  # 遵义城区段线路外迁工程
    if spot.token.text in _PATHS and spot.before is Use.PROPER and spot.after is Use.PROPER:
        return Use.PROPER  # 冈山路竹
    return Use.PART if lines else spot.use


def _same(spot: Spot) -> Use:
    return spot.use


def _tie(spot: Spot) -> Use:
    before = spot.before
    joined = before in NAMEABLE and before not in (Use.TIE, Use.GENERIC)
    if Role.VIA in spot.token.roles:
        return Use.VIA if joined else Use.BOUNDARY
    if Role.DASH in spot.token.roles:  # —— is two tokens
        if before is Use.HEAD and has(spot.following, Role.DASH):
            return Use.MARK  # 第二条大通道——京新高速——全线贯通
        return Use.TIE if before in NAMEABLE else Use.MARK
    return Use.TIE if joined and spot.after is not Use.MARK else Use.BOUNDARY


def _part(spot: Spot) -> Use:
    """长江干线, 普通干线公路: 干线 that is no facility."""
    if spot.token.text != "干线":
        return Use.PART
    river = has(spot.previous, Role.RIVER)
    facility = spot.before is Use.PROPER and not river and spot.after is not Use.HEAD
    return Use.PART if facility else Use.GENERIC


def _begins_line(spot: Spot) -> bool:
    """G4222和襄高速: 和 before one character, which alone is no name, and a line."""
    following, head = spot.following, spot.at + 2
    letter = following is not None and following.kind == "char"
    return letter and head < len(spot.tokens) and spot.tokens[head].text in _OF_TWO


def _separator(spot: Spot) -> Use:
    """、和若铁路: 和 behind another separator is of a name."""
    again = spot.token.text == "和" and (spot.before is Use.SEPARATOR or _begins_line(spot))
    return Use.PROPER if again else Use.SEPARATOR


def _ending(spot: Spot) -> Use:
    joined = spot.before in (Use.PROPER, Use.BRACKET, Use.ENDING)
    joined = joined or (spot.before is Use.HEAD and spot.token.text == "线")  # 大兴机场线
    return Use.ENDING if joined else Use.PROPER


def _of(spot: Spot) -> Use:
    behind = spot.tokens[spot.at + 2] if spot.at + 2 < len(spot.tokens) else None
    if behind is not None and behind.text.startswith("方案"):
        return Use.BOUNDARY  # 云泽线的铁路方案
    return Use.OF if spot.after is Use.HEAD and spot.before in NAMEABLE else Use.BOUNDARY


def _head(spot: Spot) -> Use:
    """快速铁路网, 民用机场总数: no facility; a place behind 至 whose name is that of one."""
    if spot.following and _NOT_ONE.match(spot.following.text):
        return Use.NOT_FACILITY
    place = Role.PLACE in spot.token.roles and spot.before is Use.TIE
    return Use.PROPER if place else Use.HEAD


#: What becomes of a use among its neighbours.
_AMONG: dict[Use, Callable[[Spot], Use]] = {
    Use.VERB: _unless_place(_verb),
    Use.BOUNDARY: _unless_place(_boundary),
    Use.NOT_FACILITY: _unless_place(_not_facility),
    Use.GENERIC: _unless_place(_same),
    Use.TIE: _tie,
    Use.VIA: _tie,
    Use.PART: _part,
    Use.SEPARATOR: _separator,
    Use.ENDING: _ending,
    Use.OF: _of,
    Use.HEAD: _head,
}
