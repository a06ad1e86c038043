"""What the names of a list have in common: the facility that closes it, the upgrade it is about."""

from __future__ import annotations

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Token
from plans.reading.lexical.uses import ANCHORS, Use
from plans.reading.names.items import Item
from registry.vocab import Mode

#: Behind 等 they are said of ports and parks, which have a facility of their own.
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
    if not others or any(i.has(Use.UPGRADE) or not i.headed for i in others):
        return None
    closing = last.tokens.pop()
    last.uses.pop()
    return closing


def share(items: list[Item], tail: list[Token]) -> None:
    """Give each item without a head the next one in the list, and the upgrade that closes it."""
    shared: list[Token] = tail
    upgrades: list[Token] = []
    upgraded_kind, upgraded_section, shared_tied = "", False, False
    for item in reversed(items):
        if tail and item.heads and not item.dead and not item.has(Use.HEAD, Use.ENDING):
            item.shared = tail  # 云泽环线等高速公路
            continue
        if tail and not item.dead and tail[-1].text in _SERVING and not item.has(Use.SECTION):
            item.shared = tail if item.heads[-1:] != tail[-1:] else []
            continue
        if item.dead:
            shared, upgrades = [], []
            continue
        own = [(t, use) for t, use in zip(item.tokens, item.uses, strict=True) if use in ANCHORS]
        if item.headed or item.has(Use.SECTION):
            closing = [t for t, use in own if use is Use.UPGRADE]
            kind = _kind(item)
            doubled = any(x.text.endswith(("复线", "二线")) for x in item.heads)
            if closing or doubled or not upgrades:
                upgrades, upgraded_kind = closing, kind
                upgraded_section = item.has(Use.SECTION)
            elif kind == upgraded_kind and _spread(item, upgraded_section):
                item.upgrades = upgrades
            if not item.has(Use.SECTION) or not shared:
                shared = _head_of(item) or shared
                shared_tied = item.has(Use.TIE)
        elif shared:
            item.shared = shared
            if shared is not tail and item.has(Use.TIE) is not shared_tied:
                item.shared = [x for x in shared if Role.UPGRADE not in x.roles]
            if item.has(Use.UPGRADE):
                upgrades = []
        if item.joined_by not in ("、", ""):
            upgrades = []


def _spread(item: Item, section: bool) -> bool:
    """Whether the upgrade that closes a list is also done to an item with a head of its own.

    It is to sections beside a section, to channels, and to lines named 云青线; in
    云青铁路、青河铁路扩能 it is done to the last only.
    """
    if section or item.has(Use.SECTION):
        return section and item.has(Use.SECTION)
    last = item.heads[-1]
    return item.has(Use.ENDING) or bool(last.entry and last.entry.mode is Mode.WATERWAY)


def _kind(item: Item) -> str:
    """The word for what the item is, 高速公路 for 高速."""
    heads = [
        t.text
        for t, u in zip(item.tokens, item.uses, strict=True)
        if u is not Use.PART and t in item.heads
    ]
    last = heads[-1] if heads else next((t.text[:2] for t in reversed(item.heads)), "")
    return "高速公路" if last == "高速" else last


def _head_of(item: Item) -> list[Token]:
    """The facility of an item with what follows it at once: 机场改扩建; of a section its line."""
    section = item.has(Use.SECTION)
    heads = [i for i, use in enumerate(item.uses) if use in (Use.HEAD, Use.PART, Use.ENDING)]
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
