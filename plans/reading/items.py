"""From the tokens of a sentence to lists of names: 云泽至青岚、青岚至河湾等高速公路.

A :class:`Group` is one such list. Its items keep only what is their own; the head that closes the
list is given to each item that has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.reading.lexicon import Lexicon, Role
from plans.reading.tokens import Token
from plans.reading.uses import ANCHORS, NAMEABLE, Use
from registry.vocab import Mode

_LEADING = frozenset("自从由")
_RIVER = frozenset("江河")
#: 引江济河, 川气东送, 西电东送: works named by what they move.
TRANSFER = re.compile(
    r"引[^引、,]{1,5}(?:济|入|补|供|灌|润|进|至)[^、,]{1,5}?(?=工程|$|二期|一期|三期|调水|供水|引水|配套|骨干|后续)"
    r"|[^、,]{1,4}(?:水|电|气|煤|油)[东南西北]?(?:调|送|运|济|引|补|供|入)[^、,设配]{0,3}?(?=工程|$|二期|一期|二线|三线|四线|东线|中线|西线|后续|天然气|管道|特高压)"
)
_TRANSFER_MODES = {"气": Mode.PIPELINE, "油": Mode.PIPELINE, "电": Mode.POWER, "煤": Mode.RAIL}


@dataclass
class Item:
    """A name of a list; ``tokens`` are its own, ``shared`` those of the head that closes the list.

    ``upgrades`` are upgrade words given by the end of the list.
    """

    tokens: list[Token]
    uses: list[Use]
    shared: list[Token] = field(default_factory=list)
    upgrades: list[Token] = field(default_factory=list)
    mode: Mode | None = None
    dead: bool = False
    joined_by: str = ""

    @property
    def start(self) -> int:
        """Where it begins in the sentence."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the sentence, half-open."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """Its words as folded."""
        return "".join(token.text for token in self.tokens)

    def has(self, *wanted: Use) -> bool:
        """Whether a token of it has one of the uses."""
        return any(use in wanted for use in self.uses)

    @property
    def heads(self) -> list[Token]:
        """Its own facilities, in order."""
        return [
            t
            for t, use in zip(self.tokens, self.uses, strict=True)
            if use in (Use.HEAD, Use.PART, Use.ENDING)
        ]

    @property
    def headed(self) -> bool:
        """Whether it says itself what it is."""
        last = next((t for t in reversed(self.tokens) if t.kind != "bracket"), None)
        road = last is not None and last.kind == "road"
        return bool(self.heads) or road or self.mode is not None


@dataclass
class Group:
    """A list of names; ``first`` and ``last`` are token numbers, the last one included."""

    first: int
    last: int
    items: list[Item]
    closing: Token | None = None  # an upgrade that is done to all of them: A段和B线改扩建


def _runs(uses: list[Use]) -> list[tuple[int, int]]:
    """Half-open token ranges of names and what separates them, 等 with its tail included."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, use in enumerate([*uses, Use.MARK]):
        inside = use in NAMEABLE or use is Use.NOT_FACILITY
        if not inside and start is not None and use is Use.SEPARATOR:
            inside = at + 1 < len(uses) and uses[at + 1] in NAMEABLE | {Use.NOT_FACILITY}
        if inside:
            start = at if start is None else start
        elif start is not None:
            runs.append((start, at))
            start = None
    return runs


class Lists:
    """Finds the lists of names in the tokens of one sentence."""

    def __init__(self, tokens: list[Token], uses: list[Use], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.uses = uses
        self.lexicon = lexicon

    def groups(self) -> list[Group]:
        """The lists, in order; items without a head and dead ones are kept for the caller."""
        found: list[Group] = []
        for start, end in _runs(self.uses):
            if found and start <= found[-1].last:  # the head behind 等
                start = found[-1].last + 1
                while start < end and self.uses[start] is Use.SEPARATOR:
                    start += 1
                if start >= end:
                    continue
            items = [item for piece in self._pieces(start, end) if (item := self._item(*piece))]
            if not items:
                continue
            tail, last = self._tail(end)
            closing = _closing(items) if not tail else _upgrade_of(tail)
            _share(items, tail)
            found.append(Group(start, last - 1, items, closing))
        return found

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The run cut at its separators; those inside a name are left."""
        pieces = []
        begin, joined = start, ""
        for at in range(start, end):
            if self.uses[at] is not Use.SEPARATOR or at in (begin, end - 1):
                continue
            if self._inside_name(begin, at, end):
                continue
            pieces.append((begin, at, joined))
            begin, joined = at + 1, self.tokens[at].text
        pieces.append((begin, end, joined))
        return pieces

    def _inside_name(self, begin: int, at: int, end: int) -> bool:
        """Whether the separator at ``at`` does not end the name that begins at ``begin``."""
        following = self.uses[at + 1]
        if following is Use.ANNEX:
            return True
        before = self.uses[begin:at]
        after = self.uses[at + 1 : end]
        ahead = after[: after.index(Use.SEPARATOR)] if Use.SEPARATOR in after else after
        if Use.VIA in before and Use.HEAD not in before:
            since = before[before.index(Use.VIA) :]
            if Use.TIE not in since and (
                (Use.TIE in ahead and Use.TIE not in before) or Use.OF in ahead
            ):
                return True  # 经C、D至B
        text = self.tokens[at].text
        if text == "与" and self.tokens[at - 1].text == "路" and Use.ENDING in ahead:
            return any(self.uses[i] in (Use.PART, Use.HEAD) for i in range(at + 1, end))
        return False

    def _item(self, start: int, end: int, joined: str) -> Item | None:
        tokens, uses = self.tokens[start:end], self.uses[start:end]
        dead = Use.NOT_FACILITY in uses
        first = self._first(tokens, uses)
        tokens, uses = tokens[first:], uses[first:]
        if not tokens:
            return None
        item = Item(tokens, uses, dead=dead, joined_by=joined)
        if dead:
            return item
        self._settle(item)
        last = _last(item)
        item.tokens, item.uses = item.tokens[:last], item.uses[:last]
        if not item.tokens:
            return None
        following = start + first + last
        if item.uses[-1] is Use.UPGRADE and following < len(self.tokens):
            if self.tokens[following].text == "项目":  # 铁路改造项目
                item.tokens.append(self.tokens[following])
                item.uses.append(Use.FILLER)
        self._transfer(item)
        return item

    def _first(self, tokens: list[Token], uses: list[Use]) -> int:
        """How many tokens before the name are not of it: generic words, common words."""
        first = 0
        while first < len(tokens):
            use = uses[first]
            loose = use in (Use.GENERIC, Use.SPEED, Use.OF, Use.TIE, Use.FILLER, Use.UPGRADE)
            headless = use in (Use.HEAD, Use.PART, Use.WORKS, Use.PHASE, Use.ANNEX, Use.SECTION)
            later = uses[first + 1 :]
            if loose or (headless and Use.PROPER in later and ANCHORS & set(later)):
                first += 1
                continue
            if use is Use.PROPER and Role.PLAIN in tokens[first].roles - {Role.PLACE}:
                if _characters(tokens, uses, first + 1) >= 2:
                    first += 1
                    continue
            if use is Use.PROPER and tokens[first].kind == "char":
                if tokens[first].text in _LEADING and Use.TIE in uses[first:]:
                    first += 1
                    continue
            break
        return first

    def _settle(self, item: Item) -> None:
        """Heads with nothing proper before them, or with more behind, are proper: 大桥坡."""
        for at, use in enumerate(item.uses):
            later = item.uses[at + 1 :]
            if use is Use.ENDING:
                closed = not later or later[0] not in (Use.PROPER, Use.ENDING, Use.TIE, Use.VIA)
                known = later and later[0] is Use.PROPER and any(u in ANCHORS for u in later)
                if not closed and not (known and item.tokens[at].text in "线路"):
                    item.uses[at] = Use.PROPER
            elif use in (Use.HEAD, Use.PART):
                proper_before = any(u in (Use.PROPER, Use.BRACKET) for u in item.uses[:at])
                if not proper_before and later and later[0] is Use.PROPER:
                    if not any(u in (Use.HEAD, Use.PART, Use.SECTION) for u in later):
                        item.uses[at] = Use.PROPER

    def _transfer(self, item: Item) -> None:
        if item.heads and item.heads[-1].entry and item.heads[-1].entry.shape == "line":
            return
        if match := TRANSFER.match(item.text):
            if item.mode is None and not item.heads:
                kind = next((c for c in match.group() if c in _TRANSFER_MODES), "")
                item.mode = _TRANSFER_MODES.get(kind, Mode.WATER)

    def _tail(self, end: int) -> tuple[list[Token], int]:
        """等高速公路扩容: the tokens of the head behind 等, and the token number past them."""
        if end >= len(self.tokens) or self.uses[end] is not Use.ETC:
            return [], end
        at = end + 1
        while at < len(self.tokens) and (
            self.uses[at] in (Use.GENERIC, Use.OF)
            or self.tokens[at].kind in ("quantity", "speed")
            or (self.uses[at] is Use.BOUNDARY and Role.GENERIC in self.tokens[at].roles)
        ):
            at += 1
        if at < len(self.tokens) and self.uses[at] in (Use.HEAD, Use.PART):
            begin = at
            while at < len(self.tokens) and self.uses[at] in ANCHORS | {Use.FILLER}:
                at += 1
            return [t for t in self.tokens[begin:at] if t.kind != "filler"], at
        return [], end


def _last(item: Item) -> int:
    """How many tokens belong to the name: up to its last facility or what follows one."""
    anchor = 0
    for at, use in enumerate(item.uses):
        if use in ANCHORS or use is Use.ANNEX:
            anchor = at + 1
        elif use is Use.BRACKET and at and not _remark(item.tokens[at].text):
            anchor = max(anchor, at + 1) if anchor == at else anchor
        elif item.tokens[at].kind == "road" and set(item.uses[at + 1 :]) <= {Use.BRACKET}:
            anchor = at + 1
    trailing = item.uses[anchor:]
    if not anchor or any(use is Use.PROPER for use in trailing):
        # More that is proper behind the last facility: the item has no head of its own.
        last = len(item.uses)
        while last and item.uses[last - 1] in (Use.SPEED, Use.TIE, Use.VIA, Use.OF):
            last -= 1
        while last and item.uses[last - 1] is Use.BRACKET and _remark(item.tokens[last - 1].text):
            last -= 1
        return last
    return anchor


_REMARK = re.compile(r"\d{4}|年|月|公里|亿|万|开工|建成|投资|含|包括|共|责任|牵头|单位|详见|见|其中|续建|新建|新开工|前期|规划研究|拟")


def _remark(bracket: str) -> bool:
    """Whether a bracket says something of the project and is no part of its name."""
    return bool(_REMARK.search(bracket))


def _characters(tokens: list[Token], uses: list[Use], first: int) -> int:
    """How many characters of something proper stand at ``first`` without a break."""
    count = 0
    for token, use in zip(tokens[first:], uses[first:], strict=True):
        if use is not Use.PROPER:
            break
        count += len(token.text)
    return count


def _upgrade_of(tail: list[Token]) -> Token | None:
    """The upgrade at the end of 等高速公路扩容, said of items with a head of their own too."""
    return next((t for t in tail if Role.UPGRADE in t.roles), None)


def _closing(items: list[Item]) -> Token | None:
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


def _share(items: list[Item], tail: list[Token]) -> None:
    """Give each item without a head the next one in the list, and the upgrade that closes it."""
    shared: list[Token] = tail
    upgrades: list[Token] = []
    for item in reversed(items):
        if tail and item.heads and not item.dead and not item.has(Use.HEAD, Use.ENDING):
            item.shared = tail  # 云泽环线等高速公路
            continue
        if item.dead:
            shared, upgrades = [], []
            continue
        own = [
            (t, use) for t, use in zip(item.tokens, item.uses, strict=True) if use in ANCHORS
        ]
        if item.headed or item.has(Use.SECTION):
            closing = [t for t, use in own if use is Use.UPGRADE]
            if not closing:
                item.upgrades = upgrades
            else:
                upgrades = closing
            if not item.has(Use.SECTION):
                shared = _head_of(item)
        elif shared:
            item.shared = shared
            if item.has(Use.UPGRADE):
                upgrades = []
        if item.joined_by not in ("、", ""):
            upgrades = []


def _head_of(item: Item) -> list[Token]:
    """The facility at the end of an item with all that follows it."""
    for at in range(len(item.tokens) - 1, -1, -1):
        if item.uses[at] is Use.ENDING and item.tokens[at].text in "路线":
            return []
        if item.uses[at] in (Use.HEAD, Use.PART, Use.ENDING):
            while at and (
                item.uses[at - 1] is Use.GENERIC or item.tokens[at - 1].kind == "voltage"
            ):
                at -= 1
            return [
                t
                for t, use in zip(item.tokens[at:], item.uses[at:], strict=True)
                if use not in (Use.PHASE, Use.BRACKET)
            ]
    return []
