"""What the names of a list have in common: the facility that closes it, the upgrade it is about."""

from __future__ import annotations

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import ANCHORS, Token, Use
from plans.reading.names.items import Item
from registry.vocab import Mode

#: Behind 等 they are said of ports and parks, which have a facility of their own.
_PROLONGING = ("延", "延伸", "延伸段", "延伸线", "延长线", "增建二线", "增建三四线", "增建第二线")
#: Works at one place, which the others of a list have no part in.
_LOCAL = frozenset({"改线", "改线工程", "迁改", "改移", "重建", "加固", "加固改造", "移位重建"})
_SERVING = frozenset({"铁路专用线", "专用铁路", "疏港铁路", "进港铁路", "疏港公路", "进港公路"})


def upgrade_of(tail: list[Token]) -> Token | None:
    """The upgrade at the end of 等高速公路扩容, said of items with a head of their own too."""
    return next((t for t in tail if Role.UPGRADE in t.roles), None)


def closing_of(items: list[Item]) -> Token | None:
    """Take the upgrade off the last item where it is done to unlike things joined by 和."""
    if len(items) < 2 or items[-1].joined_by in ("、", "") or items[-1].dead:
        return None
    last = items[-1]
    others = [i for i in items[:-1] if not i.dead]
    if last.uses[-1] is not Use.UPGRADE or len(last.tokens) < 2:
        return None
    works = (Use.UPGRADE, Use.WORKS)
    if not others or any(i.has(*works) or not i.headed for i in others):
        return None
    closing = last.tokens.pop()
    last.uses.pop()
    return closing


def share(items: list[Item], tail: list[Token]) -> None:
    """Give each item without a head the next one in the list, and the upgrade that closes it."""
    if tail and Role.HEAD not in tail[0].roles and Role.UPGRADE in tail[0].roles:
        for item in items:
            item.upgrades = tail if item.has(Use.SECTION) and not item.has(Use.UPGRADE) else []
        tail = []
    for item in items:
        item.closed = bool(tail)
    behind = _Behind(tail)
    serving = _serving_of(items)
    for item in reversed(items):
        if item.dead:
            behind.shared, behind.upgrades = [], []
        elif tail and item.heads and not item.has(Use.HEAD, Use.ENDING):
            item.shared = tail  # 云泽环线等高速公路
        elif serving and item is not items[-1]:
            item.shared = serving
        elif tail and tail[-1].text in _SERVING and not item.has(Use.SECTION):
            own = item.heads[-1].text if item.heads else ""
            item.shared = tail if own != tail[-1].text else []
        else:
            behind.meet(item)


def _serving_of(items: list[Item]) -> list[Token]:
    """甲港、乙港铁路专用线: the railway that serves every port of the list, else nothing."""
    if len(items) < 2 or any(i.dead or not i.heads for i in items):
        return []
    last = items[-1]
    if last.heads[-1].text not in _SERVING or len(last.heads) < 2:
        return []
    served = last.heads[-2]
    if any(len(i.heads) != 1 or i.heads[0].text != served.text for i in items[:-1]):
        return []
    return last.tokens[last.tokens.index(last.heads[-1]) :]


class _Behind:
    """What the items behind give to those before: a facility, the upgrade that closes the list."""

    def __init__(self, tail: list[Token]) -> None:
        self.tail = tail
        self.shared = tail
        self.tied = False  # whether the item that gives the facility is 甲至乙
        self.upgrades: list[Token] = []
        self.upgraded = ""  # the kind of thing that the upgrade is done to
        self.of_section = False  # whether it is done to a section
        self.closes = True  # whether the next item met closes the list

    def meet(self, item: Item) -> None:
        """Give to ``item`` or learn from it."""
        route = _numbered(item) or (item.has(Use.TIE) and item.has(Use.UPGRADE))
        if item.headed or item.has(Use.SECTION) or (route and not self.shared):
            self._learn_upgrades(item)
            land = _land_of(item)
            if not item.has(Use.SECTION) or not self.shared or land:
                self.shared = [*_head_of(item), *land] or self.shared
                self.tied = item.has(Use.TIE)
        elif self.shared:
            self._give(item)
        if item.joined_by not in ("、", ""):
            self.upgrades = []
        self.closes = item.joined_by not in ("、", "")

    def _learn_upgrades(self, item: Item) -> None:
        own = [t for t, use in zip(item.tokens, item.uses, strict=True) if use is Use.UPGRADE]
        kind = _kind(item)
        doubled = any(x.text.endswith(("复线", "二线")) for x in item.heads)
        if own or doubled or not self.upgrades:
            local = any(t.text in _LOCAL for t in own)
            spreads = (self.closes or not item.has(Use.SECTION)) and not local
            self.upgrades, self.upgraded = own if spreads else [], kind
            self.of_section = item.has(Use.SECTION)
        elif (kind == self.upgraded or not self.upgraded) and _spread(item, self.of_section):
            item.upgrades = self.upgrades
        elif kind != self.upgraded:
            self.upgrades = []

    def _give(self, item: Item) -> None:
        item.shared = self.shared
        if self.tail and item.has(Use.TIE) and not self.tied:
            item.shared = self.tail  # 雷家角至西峰、兰州南绕城等高速公路
        elif self.shared is not self.tail and item.has(Use.TIE) is not self.tied:
            item.shared = [x for x in self.shared if Role.UPGRADE not in x.roles]
        if item.has(Use.UPGRADE):
            self.upgrades = []


def _spread(item: Item, section: bool) -> bool:
    """Whether the upgrade that closes a list is also done to an item with a head of its own.

    It is to sections beside a section, to channels, and to lines named 云青线; in
    云青铁路、青河铁路扩能 it is done to the last only.
    """
    if section or item.has(Use.SECTION):
        return section and item.has(Use.SECTION)
    if item.has(Use.PHASE):
        return False
    if not item.heads:
        return _numbered(item)
    last = item.heads[-1]
    ending = item.uses[item.tokens.index(last)] is Use.ENDING
    return ending or bool(last.entry and last.entry.mode is Mode.WATERWAY)


def _numbered(item: Item) -> bool:
    """G30线甲至乙: a route by its number and two ends."""
    return item.has(Use.TIE) and any(t.kind == "road" for t in item.tokens)


def _land_of(item: Item) -> list[Token]:
    """北京段 of 京台、京昆高速公路北京段: the part of a line that lies in one unit."""
    if item.uses[-2:] != [Use.PROPER, Use.SECTION] or item.has(Use.TIE):
        return []
    place, section = item.tokens[-2:]
    in_unit = Role.PLACE in place.roles and section.text == "段" and item.uses[-3:-2] == [Use.HEAD]
    return [place, section] if in_unit else []


def _kind(item: Item) -> str:
    """The word for what the item is, 高速公路 for 高速."""
    own = item.heads
    heads = [
        t.text
        for t, u in zip(item.tokens, item.uses, strict=True)
        if u is not Use.PART and t in own
    ]
    last = heads[-1] if heads else next((t.text[:2] for t in reversed(own)), "")
    return "高速公路" if last == "高速" else last


def _head_of(item: Item) -> list[Token]:
    """The facility of an item with what follows it at once: 机场改扩建; of a section its line."""
    section = item.has(Use.SECTION)
    heads = [i for i, use in enumerate(item.uses) if use in (Use.HEAD, Use.PART, Use.ENDING)]
    last_entry = item.tokens[-1].entry
    if section and item.uses[-1] is Use.HEAD and last_entry and last_entry.shape == "body":
        return [item.tokens[-1]]  # 渭河下游、嘉陵江云泽段综合治理
    if len(heads) > 1 and item.tokens[heads[-1]].text.endswith(_PROLONGING):
        return [item.tokens[heads[-2]]]  # 市域铁路南延, 高速公路延伸段
    if section:
        heads = [i for i in heads if (e := item.tokens[i].entry) and e.shape == "line"][:1]
    if not heads or (
        item.uses[heads[-1]] is Use.ENDING and (section or item.tokens[heads[-1]].text in "路线站")
    ):
        return []
    first = last = heads[-1]
    while first and (
        item.uses[first - 1] is Use.GENERIC or item.tokens[first - 1].kind == "voltage"
    ):
        first -= 1
    while not section and last + 1 < len(item.uses) and item.uses[last + 1] in ANCHORS:
        last += 1
    return [
        t
        for t, use in zip(item.tokens[first : last + 1], item.uses[first : last + 1], strict=True)
        if use is not Use.PHASE
    ]
