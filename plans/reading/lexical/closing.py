"""Verbs that close a name and are part of it: 扩容 of 云青高速扩容, 建设 of 航道建设一期."""

from __future__ import annotations

import re
from collections.abc import Callable

from plans.reading.lexical.lexicon import Role, Sense
from plans.reading.lexical.spot import Spot, has
from plans.reading.lexical.tokens import ANCHORS, Token, Use

_REPUBLIC_YEAR = re.compile(r"\d{2,3}年")
#: What may stand behind 计划 that is part of a name.
_BEHIND_SCHEME = (Sense.AUXILIARY, Sense.LIGHT, Sense.PREPARATION)
_LONGEST_PLACE = 8  # tokens


def _closes_upgrade(spot: Spot) -> bool:
    if spot.token.text == "提速" and _upgrades(spot.previous):
        return False  # 石川河综合治理提速
    if spot.before in ANCHORS or spot.before is Use.BRACKET:
        return True
    if spot.before is not Use.PROPER:
        return False
    works = has(spot.following, Role.HEAD) and spot.following and spot.following.text[-2:] == "工程"
    if works or _before_section(spot):
        return True
    last = spot.following is None
    closing = last or spot.after in (Use.SEPARATOR, Use.ETC, Use.WORKS, Use.FILLER)
    closing = closing or (spot.after is Use.MARK and _headed_before(spot))
    of_road = spot.previous is not None and spot.previous.kind == "road"
    of_water = spot.previous is not None and spot.previous.text.endswith(("水系", "流域"))
    return closing or of_road or of_water or _behind_head(spot)


def _headed_before(spot: Spot) -> bool:
    """首都机场东区扩建, 甲至乙改扩建: whether the place before the verb is of a name."""
    for index in range(spot.at - 1, max(spot.at - _LONGEST_PLACE, -1), -1):
        if spot.found[index] in (Use.HEAD, Use.TIE):
            return index < spot.at - 1
        if spot.found[index] is not Use.PROPER:
            return False
    return False


def _upgrades(token: Token | None) -> bool:
    """Whether a word is of an upgrade, or of works on a river."""
    works = token is not None and token.entry is not None and token.entry.shape == "body"
    return works or has(token, Role.UPGRADE)


def _before_section(spot: Spot) -> bool:
    """集通扩能公主埂至蒙根塔拉段."""
    ahead = []
    for use in spot.found[spot.at + 1 :]:
        if use not in (Use.PROPER, Use.TIE, Use.HEAD, Use.SECTION):
            break
        ahead.append(use)
    return len(ahead) > 1 and ahead[-1] is Use.SECTION


def _behind_head(spot: Spot) -> bool:
    """管道增输改造: whether one or two characters stand between a facility and the verb."""
    for index in range(spot.at - 1, max(spot.at - 4, -1), -1):
        if Role.HEAD in spot.tokens[index].roles:
            return index < spot.at - 1
        if spot.tokens[index].kind != "char":
            return False
    return False


def _closes_part(spot: Spot) -> bool:
    return spot.before in (*ANCHORS, Use.PROPER)


def _closes_phase(spot: Spot) -> bool:
    return spot.before in (*ANCHORS, Use.PROPER, Use.BRACKET)


def _completes(token: Token | None) -> bool:
    """完成投资30亿元."""
    return token is not None and token.text.startswith("完成")


def _closes_works(spot: Spot) -> bool:
    if spot.before not in (*ANCHORS, Use.PROPER, Use.BRACKET):
        return False
    said = spot.following.sense if spot.following and spot.after is Use.VERB else None
    if spot.token.text == "计划" and said in _BEHIND_SCHEME and not _completes(spot.following):
        return True  # 桃园铁路地下化计划预计2030年完成, 里港延伸新威计划可行性研究
    if spot.following and _REPUBLIC_YEAR.match(spot.following.text):
        return True  # 彰化市铁路高架化计划115年动工
    own = spot.token.text == "迁建" or spot.token.text.endswith("工程")
    return own or spot.after not in (Use.TIME, Use.VERB)


#: What a verb with the role is of a name that it closes.
CLOSING: tuple[tuple[Role, Use, Callable[[Spot], bool]], ...] = (
    (Role.UPGRADE, Use.UPGRADE, _closes_upgrade),
    (Role.PART, Use.PART, _closes_part),
    (Role.PHASE, Use.PHASE, _closes_phase),
    (Role.WORKS, Use.WORKS, _closes_works),
)
