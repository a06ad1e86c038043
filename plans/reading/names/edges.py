"""Where a name begins and ends among the tokens of its list."""

from __future__ import annotations

import re

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import ANCHORS, Token, Use
from plans.reading.names.items import Item
from registry.vocab import Mode

_NAMED_LINES = {
    *("轨道交通", "地铁", "轻轨", "捷运", "市域铁路", "市郊铁路", "市域郊铁路"),
    *("快速公路", "东西向快速公路", "绕城高速", "绕城高速公路", "绕城公路"),
}
#: What is built of a project and is no project by itself.
_STRUCTURES = frozenset({"大坝", "桥梁"})
_COUNTED = frozenset({"两大", "三大", "四大", "五大"})
_EXTENDED = frozenset({"高铁", "捷运"})
#: What a line is called behind the short names of its ends.
LINES = frozenset({"铁路", "高铁", "高速", "高速公路", "城际铁路", "客专"})
_ALONG = frozenset({"沿江", "沿海", "沿边", "沿黄"})
_LINKING = frozenset({"联络线", "连接线", "支线", "复线"})
_RING = re.compile(r"[东西南北]环线$")
_LEADING = frozenset("自从由")
_LOOSE = frozenset({Use.GENERIC, Use.SPEED, Use.OF, Use.TIE, Use.FILLER, Use.UPGRADE})
_HEADS = (Use.HEAD, Use.PART, Use.ENDING)
_HEADLESS = frozenset({Use.HEAD, Use.PART, Use.WORKS, Use.PHASE, Use.ANNEX, Use.SECTION})


def first(tokens: list[Token], uses: list[Use]) -> int:
    """How many tokens before the name are not of it: generic words, common words."""
    index = 0
    while index < len(tokens):
        if any(begins(tokens, uses, index) for begins in _BEGINNINGS):
            uses[index] = Use.PROPER
            break
        if not _is_loose(tokens, uses, index):
            break
        index += 1
    return index


def _section_of_ring(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """沿黄高速公路武陟至济源段."""
    later = uses[index + 1 :]
    along = uses[index] is Use.GENERIC and tokens[index].text[0] in "沿环"
    return along and Use.SECTION in later and later[:1] == [Use.HEAD]


def _named_line(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """轨道交通22号线."""
    network = uses[index] is Use.HEAD and tokens[index].text in _NAMED_LINES
    return network and _line_follows(uses[index + 1 :], tokens)


def _railway_along(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """沿江高铁."""
    if uses[index] is not Use.GENERIC or tokens[index].text not in _ALONG:
        return False
    if tokens[index].text == "沿黄" and uses[index + 1 : index + 2] == [Use.HEAD]:
        return True
    if uses[index + 1 : index + 2] != [Use.HEAD]:
        return False
    entry = tokens[index + 1].entry
    return entry is not None and entry.mode is Mode.RAIL


def _short_line(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """西延高铁, at the beginning of the list."""
    part = not index and uses[0] is Use.PART and len(tokens[0].text) == 2
    return part and uses[1:2] == [Use.HEAD] and tokens[1].text in LINES


def _ring_line(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """北环线古洞站."""
    ring = uses[index] is Use.PART and _RING.match(tokens[index].text) is not None
    later = uses[index + 1 :]
    return ring and bool(later) and later[0] in (Use.PROPER, Use.PART, Use.ENDING, Use.PHASE)


def _extension(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """高铁延伸宜兰."""
    return (
        uses[index] is Use.HEAD
        and tokens[index].text in _EXTENDED
        and uses[index + 1 : index + 3] == [Use.PART, Use.PROPER]
        and tokens[index + 1].text == "延伸"
    )


#: What begins a name although it is no proper word by itself.
_BEGINNINGS = (
    *(_extension, _section_of_ring, _named_line),
    *(_railway_along, _short_line, _ring_line),
)


def _is_loose(tokens: list[Token], uses: list[Use], index: int) -> bool:
    """Whether a token stands before the name and is not of it."""
    token, use, later = tokens[index], uses[index], uses[index + 1 :]
    if use is Use.HEAD and token.text[0] == "沿" and Use.SECTION in later:
        return False
    if use in _LOOSE:
        return True
    if use in _HEADLESS:
        return Use.PROPER in later and bool(ANCHORS & set(later))
    if use is not Use.PROPER:
        return False
    plain = Role.PLAIN in token.roles and Role.WHOLE not in token.roles
    if plain and _characters(tokens, uses, index + 1) >= 2:
        return True
    if token.text == "如" and index + 1 < len(tokens) and Role.PLACE in tokens[index + 1].roles:
        return True  # 如基隆轻轨
    return token.kind == "char" and token.text in _LEADING and Use.TIE in later


def _ends_of_route(item: Item) -> int | None:
    """The number of a facility that is but the first of two ends, 信江枢纽至上饶."""
    if item.uses.count(Use.TIE) != 1 or item.uses[-1] is not Use.PROPER:
        return None
    index = item.uses.index(Use.TIE) - 1
    if index < 1 or set(item.uses[index + 2 :]) != {Use.PROPER}:
        return None
    entry, use = item.tokens[index].entry, item.uses[index]
    site = use in (Use.HEAD, Use.PART) and entry is not None and entry.shape in ("site", "part")
    return index if site and not any(u in _HEADS for u in item.uses[:index]) else None


def demote_heads(item: Item) -> None:
    """Heads with nothing proper before them, or with more behind, are proper: 大桥坡."""
    if (end := _ends_of_route(item)) is not None:
        item.uses[end] = Use.PROPER
    for index, use in enumerate(item.uses):
        later = item.uses[index + 1 :]
        if (
            use is Use.ENDING
            and index == 1
            and len(item.tokens[0].text) == 1
            and _is_line_head(item, index + 1)
        ):
            item.uses[index] = Use.PROPER  # 唐港铁路
        elif use is Use.ENDING:
            closed = not later or later[0] not in (Use.PROPER, Use.ENDING, Use.TIE, Use.VIA)
            known = later and later[0] is Use.PROPER and any(u in ANCHORS for u in later)
            if not closed and not (known and item.tokens[index].text in "线路"):
                item.uses[index] = Use.PROPER
        elif use in (Use.HEAD, Use.PART):
            proper_before = any(u in (Use.PROPER, Use.BRACKET) for u in item.uses[:index])
            if (
                not proper_before
                and later
                and later[0] in (Use.PROPER, Use.GENERIC)
                and Use.PROPER in later
                and not any(u in (Use.HEAD, Use.PART, Use.SECTION) for u in later)
            ):
                item.uses[index] = Use.PROPER


def _is_line_head(item: Item, index: int) -> bool:
    return index < len(item.tokens) and item.tokens[index].text in LINES


def last_token(item: Item) -> int:
    """How many tokens belong to the name: up to its last facility or what follows one."""
    anchor = _last_anchor(item)
    trailing = item.uses[anchor:]
    if anchor and _route(item, anchor):
        return len(item.uses)  # 京新高速白疙瘩至明水
    if trailing and item.tokens[anchor - 1].text == "延伸" and set(trailing) == {Use.PROPER}:
        return len(item.uses)  # 高铁延伸宜兰
    if trailing and item.tokens[anchor].text in "入济":  # 引水入滇
        return len(item.uses)
    firm = anchor and item.uses[anchor - 1] is not Use.ENDING and _proper_before(item, anchor)
    if not anchor or (not firm and any(use is Use.PROPER for use in trailing)):
        # More that is proper behind the last facility: the item has no head of its own.
        return _without_remarks(item)
    return anchor


def _last_anchor(item: Item) -> int:
    """How many tokens stand up to the last facility and what follows it; 0 without one."""
    anchor = 0
    for index, use in enumerate(item.uses):
        if anchor and item.tokens[index].text in _STRUCTURES:
            return anchor - (
                item.tokens[index - 1].text == "主线"
            )  # 云泽水库大坝, 云青高速主线桥梁
        if use is Use.WORKS and _of_another(item, index):
            break
        if anchor and item.tokens[index].text in _COUNTED:
            break  # 青年枢纽三大枢纽
        if use in ANCHORS or use is Use.ANNEX:
            anchor = index + 1
        elif use is Use.BRACKET and index and not _remark(item.tokens[index].text):
            anchor = index + 1 if anchor == index else anchor
        elif item.tokens[index].kind == "road" and set(item.uses[index + 1 :]) <= {Use.BRACKET}:
            anchor = index + 1
    return anchor


def _without_remarks(item: Item) -> int:
    """How many tokens stand before the remarks, speeds and ties at the end."""
    last = len(item.uses)
    while last and item.uses[last - 1] in (Use.SPEED, Use.TIE, Use.VIA, Use.OF):
        last -= 1
    while last and item.uses[last - 1] is Use.BRACKET and _remark(item.tokens[last - 1].text):
        last -= 1
    return last


def corridor(item: Item) -> int:
    """How many tokens of a corridor stand before the two ends of a project in it."""
    index = next((i for i, use in enumerate(item.uses) if use is Use.HEAD), None)
    if (
        index is None
        or (entry := item.tokens[index].entry) is None
        or entry.mode is not Mode.CORRIDOR
    ):
        return 0
    return index + 1 if _route(item, index + 1) else 0


def _route(item: Item, anchor: int) -> bool:
    """Whether nothing but two ends stand behind a line: 京新高速白疙瘩至明水."""
    uses = item.uses[anchor:]
    while uses and uses[-1] is Use.BRACKET:
        uses = uses[:-1]
    entry = item.tokens[anchor - 1].entry
    line = entry is not None and (entry.shape == "line" or item.tokens[anchor - 1].text in _LINKING)
    if not line or uses.count(Use.TIE) != 1:
        return False
    index = uses.index(Use.TIE)
    return 0 < index < len(uses) - 1 and set(uses) == {Use.PROPER, Use.TIE}


def _of_another(item: Item, index: int) -> bool:
    """Whether a 工程 stands behind a word of its own, past the facility: 云青高铁“三通”工程."""
    heads = [i for i in range(index) if item.uses[i] in (Use.HEAD, Use.SECTION)]
    between = item.tokens[heads[-1] + 1 : index] if heads else []
    letters = bool(between) and all(t.kind == "char" for t in between)
    return letters and _proper_before(item, heads[-1] + 1)


def _proper_before(item: Item, anchor: int) -> bool:
    """Whether two characters that are proper stand before the facility that ends at ``anchor``."""
    return (
        sum(
            len(t.text)
            for t, u in zip(item.tokens[:anchor], item.uses, strict=False)
            if u is Use.PROPER
        )
        >= 2
    )


_REMARK = re.compile(
    r"\d{4}|年|月|公里|亿|万|开工|建成|投资|含|包括|共|责任|牵头|单位|详见|见|其中|续建|新建|新开工|前期|规划研究|拟|收尾|竣工|通车|完工|投产"
)


def _remark(bracket: str) -> bool:
    """Whether a bracket says something of the project and is no part of its name."""
    return bool(_REMARK.search(bracket))


def _line_follows(later: list[Use], tokens: list[Token]) -> bool:
    """Whether the item goes on to a line of its own, 22号线 or 平谷线."""
    ends = [
        t.text
        for t, u in zip(tokens[len(tokens) - len(later) :], later, strict=True)
        if u in ANCHORS
    ]
    return any(end.endswith("线") for end in ends[:2])


def _characters(tokens: list[Token], uses: list[Use], first: int) -> int:
    """How many characters of something proper stand at ``first`` without a break."""
    count = 0
    for token, use in zip(tokens[first:], uses[first:], strict=True):
        if use is not Use.PROPER:
            break
        count += len(token.text)
    return count
