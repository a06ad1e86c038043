"""What each token is in its place: 建设 is a verb, and a town between 至 and 公路."""

from __future__ import annotations

import re
from enum import StrEnum

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token


class Use(StrEnum):
    """What a token does in its sentence."""

    PROPER = "proper"  # part of what is proper to a name
    TIE = "tie"  # 至, — between two ends
    VIA = "via"
    HEAD = "head"
    PART = "part"
    ENDING = "ending"
    SECTION = "section"
    PHASE = "phase"
    WORKS = "works"
    UPGRADE = "upgrade"
    ANNEX = "annex"
    BRACKET = "bracket"
    GENERIC = "generic"
    SPEED = "speed"
    FILLER = "filler"
    OF = "of"
    SEPARATOR = "separator"
    ETC = "etc"
    VERB = "verb"
    NOT_FACILITY = "not_facility"
    TIME = "time"
    BOUNDARY = "boundary"
    MARK = "mark"


#: What a name is made of.
NAMEABLE = {
    *(Use.PROPER, Use.TIE, Use.VIA, Use.HEAD, Use.PART, Use.ENDING, Use.SECTION, Use.PHASE),
    *(Use.WORKS, Use.UPGRADE, Use.ANNEX, Use.BRACKET, Use.GENERIC, Use.SPEED, Use.OF),
}
#: After these an upgrade or a phase still belongs to the name.
ANCHORS = {Use.HEAD, Use.PART, Use.ENDING, Use.SECTION, Use.PHASE, Use.WORKS, Use.UPGRADE}
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


#: Inside a name between a place and its facility: 云泽国际空港枢纽.
_INSIDE = frozenset({"国际", "区域", "国家"})
_TONS = re.compile(r"\d+(?:万)?吨")
_NOT_ONE = re.compile(
    r"[网圈群]$|网络|总数|数量|总?里程|密度|经济[带区圈]?$|发展[轴带]$|局$|部门|集团|公司"
)


def _plain(token: Token) -> Use:
    if token.kind != "word":
        return _BY_KIND[token.kind]
    return next(use for role, use in _ORDER if role in token.roles)


def uses(tokens: list[Token]) -> list[Use]:
    """The use of each of ``tokens``."""
    found = [_plain(token) for token in tokens]
    for at, token in enumerate(tokens):
        before = found[at - 1] if at else Use.MARK
        after = found[at + 1] if at + 1 < len(tokens) else Use.MARK
        if found[at] in (Use.VERB, Use.BOUNDARY, Use.NOT_FACILITY, Use.GENERIC):
            if _is_place_here(tokens, found, at, before, after):
                found[at] = Use.PROPER
            elif found[at] is Use.VERB:
                found[at] = _verb(token, before, after, tokens, at)
                if token.text == "规划" and at and tokens[at - 1].kind == "period":
                    entered = any(t.text in ("纳入", "列入") for t in tokens[:at])
                    found[at] = Use.VERB if entered else Use.BOUNDARY
            elif found[at] is Use.BOUNDARY and Role.GENERIC in token.roles:
                inside = token.text in _INSIDE and before is Use.PROPER and after is Use.HEAD
                if before is Use.ETC or inside:
                    found[at] = Use.GENERIC
            if found[at] is Use.BOUNDARY and len(token.text) == 1 and token.kind == "word":
                listed = at and tokens[at - 1].text == "、" and after is Use.PROPER
                closing = before is Use.PROPER and after is Use.HEAD
                closing = closing and token.text not in "在的"
                if listed or (closing and tokens[at - 1].kind == "char"):
                    found[at] = Use.PROPER  # 、将淖铁路, 哇让抽水蓄能电站
        elif found[at] in (Use.TIE, Use.VIA):
            found[at] = _tie(token, before, after)
        elif found[at] is Use.PART and token.text == "干线":
            river = at and Role.RIVER in tokens[at - 1].roles
            if before is not Use.PROPER or river or after is Use.HEAD:
                found[at] = Use.GENERIC  # 长江干线, 普通干线公路
        elif found[at] is Use.SEPARATOR and before is Use.SEPARATOR and token.text == "和":
            found[at] = Use.PROPER  # 、和若铁路
        elif found[at] is Use.ENDING:
            joined = before in (Use.PROPER, Use.BRACKET, Use.ENDING)
            found[at] = Use.ENDING if joined else Use.PROPER
        elif found[at] is Use.OF:
            found[at] = Use.OF if after is Use.HEAD and before in NAMEABLE else Use.BOUNDARY
        elif found[at] is Use.HEAD and at + 1 < len(tokens) and _NOT_ONE.match(tokens[at + 1].text):
            found[at] = Use.NOT_FACILITY  # 快速铁路网, 民用机场总数
        elif found[at] is Use.HEAD and token.roles & {Role.PLACE} and before is Use.TIE:
            found[at] = Use.PROPER
    return found


def _is_place_here(tokens: list[Token], found: list[Use], at: int, before: Use, after: Use) -> bool:
    """Whether a verb or other word is the name of a place, being tied to one."""
    token = tokens[at]
    if token.kind != "word" or len(token.text) < 2:
        return False
    if before is Use.TIE and found[at] is not Use.NOT_FACILITY:
        dashed = Role.DASH in tokens[at - 1].roles
        return not dashed or after in (Use.SEPARATOR, Use.HEAD, Use.TIE, Use.SECTION)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or Role.TO not in following.roles:
        return False
    if Role.PLACE in token.roles:
        return True
    if before is not Use.SEPARATOR:
        return False
    # 光复至建设、连通至开平公路: the item before is tied too.
    for index in range(at - 2, -1, -1):
        if found[index] is Use.TIE:
            return True
        if found[index] not in (Use.PROPER, Use.BRACKET):
            return False
    return False


def _verb(token: Token, before: Use, after: Use, tokens: list[Token], at: int) -> Use:
    """A verb that closes a name is part of the name: 扩容, 改建; 运营 of 运营能力 is a noun."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and Role.NOMINAL in following.roles and before in NAMEABLE | {Use.VERB}:
        return Use.BOUNDARY
    if following and token.text == "通航" and _TONS.match(following.text):
        return Use.BOUNDARY  # 按通航500吨级船舶标准
    if (
        Role.SETTING in token.roles
        and before is Use.PROPER
        and following
        and Role.HEAD in following.roles
    ):
        return Use.OF  # 云泽申建综合保税区
    closing = after in (Use.SEPARATOR, Use.ETC) or at + 1 == len(tokens)
    roads = [t.kind == "road" for t in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])]
    if len(roads) == 2 and all(roads):
        return Use.PROPER  # 国9衔接台99线
    if Role.UPGRADE in token.roles:
        if before in ANCHORS or before is Use.BRACKET:
            return Use.UPGRADE
        if before is Use.PROPER and tokens[at - 1].kind == "road":
            return Use.UPGRADE
        if before is Use.PROPER and (closing or after in (Use.WORKS, Use.FILLER)):
            return Use.UPGRADE
        if before is Use.UPGRADE or (before is Use.PROPER and _behind_head(tokens, at)):
            return Use.UPGRADE
    if Role.PART in token.roles and before in (*ANCHORS, Use.PROPER):
        return Use.PART
    if Role.PHASE in token.roles and before in (*ANCHORS, Use.PROPER, Use.BRACKET):
        return Use.PHASE
    if (
        Role.WORKS in token.roles
        and before in (*ANCHORS, Use.PROPER)
        and (after not in (Use.TIME, Use.VERB) or token.text == "迁建")
    ):
        return Use.WORKS
    if token.text == "建设" and before in ANCHORS and following and Role.PHASE in following.roles:
        return Use.WORKS  # 航道建设一期
    return Use.VERB


def _behind_head(tokens: list[Token], at: int) -> bool:
    """管道增输改造: whether one or two characters stand between a facility and the verb."""
    for index in range(at - 1, max(at - 4, -1), -1):
        if Role.HEAD in tokens[index].roles:
            return index < at - 1
        if tokens[index].kind != "char":
            return False
    return False


def _tie(token: Token, before: Use, after: Use) -> Use:
    joined = before in NAMEABLE and before not in (Use.TIE, Use.GENERIC)
    if Role.VIA in token.roles:
        return Use.VIA if joined else Use.BOUNDARY
    if Role.DASH in token.roles:  # —— is two tokens
        return Use.TIE if before in NAMEABLE else Use.MARK
    return Use.TIE if joined and after is not Use.MARK else Use.BOUNDARY
