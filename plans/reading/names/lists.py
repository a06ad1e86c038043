"""From the tokens of a sentence to its lists of names.

A :class:`~plans.reading.names.items.Group` is one list. Its items keep only what is their own;
the head that closes the list is given to each item that has none.
"""

from __future__ import annotations

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import ANCHORS, NAMEABLE, Token, Use
from plans.reading.names.edges import corridor, demote_heads, first, last_token
from plans.reading.names.items import Group, Item, read_transfer
from plans.reading.names.sharing import closing_of, share, upgrade_of

#: What describes the facility behind 等: 等在建高速公路.
_DESCRIBED = (Use.BOUNDARY, Use.VERB)
#: What a line is said to have so many of.
_STOPS = frozenset({"车站", "互通", "互通立交", "服务区", "收费站"})
#: How many tokens a name has at most: a run without an end is read in pieces of so many.
_LONGEST = 100
_SECTIONS_WORKS = [Use.SECTION, Use.UPGRADE]


def _runs(uses: list[Use]) -> list[tuple[int, int]]:
    """Half-open token ranges of names and what separates them, 等 with its tail included."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, use in enumerate([*uses, Use.MARK]):
        inside = use in NAMEABLE or use is Use.NOT_FACILITY
        if not inside and start is not None and use is Use.SEPARATOR:
            inside = index + 1 < len(uses) and uses[index + 1] in NAMEABLE | {Use.NOT_FACILITY}
        if inside:
            start = index if start is None else start
        elif start is not None:
            runs.append((start, index))
            start = None
    return runs


class Lists:
    """Finds the lists of names in the tokens of one sentence."""

    def __init__(self, tokens: list[Token], uses: list[Use]) -> None:
        self.tokens = tokens
        self.uses = uses

    def groups(self) -> list[Group]:
        """The lists, in order; items without a head and dead ones are kept for the caller."""
        result: list[Group] = []
        for start, end in _runs(self.uses):
            if result and start <= result[-1].last:  # the head behind 等
                start = result[-1].last + 1
                while start < end and self.uses[start] is Use.SEPARATOR:
                    start += 1
                if start >= end:
                    continue
            items = [item for piece in self._pieces(start, end) if (item := self._item(*piece))]
            if not items:
                continue
            tail, last = self._tail(end)
            if tail and tail[0].text in _STOPS and self.tokens[end].kind == "quantity":
                continue  # 设云泽、青岚2座车站
            closing = closing_of(items) if not tail else upgrade_of(tail)
            share(items, tail)
            setting = [
                t
                for item in items
                for t, use in zip(item.tokens, item.uses, strict=True)
                if use is Use.OF
            ]
            result.append(Group(start, last - 1, items, setting, closing))
        return result

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The run cut at its separators; those inside a name are left."""
        pieces = []
        begin, joined = start, ""
        for index in range(start, end):
            if self.uses[index] is not Use.SEPARATOR:
                if index - begin >= _LONGEST:
                    pieces.append((begin, index, joined))
                    begin, joined = index, ""
                continue
            if self._inside_name(begin, index, end):
                continue
            pieces.append((begin, index, joined))
            begin, joined = index + 1, self.tokens[index].text
        pieces.append((begin, end, joined))
        return pieces

    def _inside_name(self, begin: int, index: int, end: int) -> bool:
        """Whether the separator at ``index`` does not end the name that begins at ``begin``."""
        following = self.uses[index + 1]
        if following is Use.ANNEX or self._supplied(index, end):
            return True
        before = self.uses[begin:index]
        stop = next((i for i in range(index + 1, end) if self.uses[i] is Use.SEPARATOR), end)
        ahead = self.uses[index + 1 : stop]
        if Use.VIA in before and Use.HEAD not in before:
            since = before[before.index(Use.VIA) :]
            if Use.TIE not in since and (
                (Use.TIE in ahead and Use.TIE not in before) or Use.OF in ahead
            ):
                return True  # 经C、D至B
        text = self.tokens[index].text
        if text == "与" and self.uses[index - 1] is Use.HEAD and {Use.PART, Use.HEAD} & set(ahead):
            parts = [
                self.tokens[index + 1 + i].text
                for i, use in enumerate(ahead)
                if use in (Use.PART, Use.HEAD)
            ]
            return parts[-1].endswith(("联络线", "连接线"))  # 浩吉铁路与焦柳铁路联络线
        if text == "与" and self.tokens[index - 1].text == "路" and Use.ENDING in ahead:
            return any(self.uses[i] in (Use.PART, Use.HEAD) for i in range(index + 1, end))
        return False

    def _supplied(self, index: int, end: int) -> bool:
        """夹岩水利枢纽及黔西北供水工程: the works that bring away what a reservoir holds."""
        if self.tokens[index].text != "及" or not self.tokens[index - 1].text.endswith("水利枢纽"):
            return False
        stop = next((i for i in range(index + 1, end) if self.uses[i] is Use.SEPARATOR), end)
        return self.tokens[stop - 1].text in ("供水工程", "引水工程", "调水工程")

    def _item(self, start: int, end: int, joined: str) -> Item | None:
        tokens, uses = self.tokens[start:end], self.uses[start:end]
        dead = Use.NOT_FACILITY in uses
        begin = first(tokens, uses)
        tokens, uses = tokens[begin:], uses[begin:]
        if not tokens:
            return None
        item = Item(tokens, uses, dead=dead, joined_by=joined)
        if dead:
            return item
        demote_heads(item)
        if drop := corridor(item):  # 西部陆海新通道黄桶至百色
            item.tokens, item.uses = item.tokens[drop:], item.uses[drop:]
            begin += drop
        last = last_token(item)
        item.tokens, item.uses = item.tokens[:last], item.uses[:last]
        if not item.tokens:
            return None
        following = start + begin + last
        if (
            item.uses[-1] is Use.UPGRADE
            and following < len(self.tokens)
            and self.tokens[following].text == "项目"
        ):
            item.tokens.append(self.tokens[following])
            item.uses.append(Use.FILLER)
        read_transfer(item)
        return item

    def _counted(self, begin: int) -> int:
        """等南北疆11条高速公路: the number behind the place that 等 leads on to."""
        for index in range(begin, min(begin + 4, len(self.tokens))):
            if self.tokens[index].kind == "quantity":
                return index
            if self.uses[index] not in (Use.PROPER, Use.GENERIC):
                break
        return begin

    def _works_on_sections(self, index: int) -> Token | None:
        """扩容 of 拥挤路段扩容, where that stands at ``index``."""
        if self.uses[index : index + 3] != [Use.GENERIC, *_SECTIONS_WORKS]:
            return None
        return self.tokens[index + 2]

    def _tail(self, end: int) -> tuple[list[Token], int]:
        """等高速公路扩容: the tokens of the head behind 等, and the token number past them."""
        if end >= len(self.tokens):
            return [], end
        counted = self.tokens[end].kind == "quantity" and self.tokens[end].text[-1] in "条座个项处"
        if self.uses[end] is not Use.ETC and not counted:
            return [], end
        index = self._counted(end + 1)
        while index < len(self.tokens) and (
            self.uses[index] in (Use.GENERIC, Use.OF)
            or (self.uses[index] is Use.SEPARATOR and self.tokens[index - 1].kind == "quantity")
            or Role.RIVER in self.tokens[index].roles  # 雅口、孤山等汉江枢纽
            or self.tokens[index].kind in ("quantity", "speed", "filler")
            or (self.uses[index] in _DESCRIBED and Role.GENERIC in self.tokens[index].roles)
        ):
            index += 1
        if index < len(self.tokens) and self.uses[index] in (Use.HEAD, Use.PART):
            begin = index
            while index < len(self.tokens) and self.uses[index] in ANCHORS | {Use.FILLER}:
                index += 1
            tail = [t for t in self.tokens[begin:index] if t.kind != "filler"]
            if (works := self._works_on_sections(index)) and Role.UPGRADE not in tail[-1].roles:
                return [tail[0], works], index + 3  # 等高速公路主线拥挤路段扩容
            return tail, index
        if index + 1 < len(self.tokens) and self.uses[index : index + 2] == _SECTIONS_WORKS:
            return [self.tokens[index + 1]], index + 2  # 等拥堵路段扩容
        return [], end
