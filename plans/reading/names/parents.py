"""Sections and parts that leave out the line they belong to: 云青高铁云泽至白石段、白石至青岚段."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plans.reading.lexical.lexicon import Role
from plans.reading.lexical.tokens import Use
from plans.reading.names.items import Item
from plans.reading.names.naming import Named
from registry.vocab import Mode

_BRANCH = "支线"
#: How far back a line is looked for.
_NEAR = 40
#: Characters of the place that alone says a section.
_LONGEST_PLACE = 3
_ANY_LINE = frozenset({"线", "东线", "西线", "南线", "北线", "中线", "干线"})
_BELOW = re.compile(r"以[上下东西南北]段$")
_ENDS = ("至", "到", "—", "-", "–", "~")


_NETWORK = re.compile(r"(?P<network>\S*?(?:轨道交通|地铁|轻轨|捷运))(?=\d{1,2}号线)")
_NUMBERED = re.compile(r"\d{1,2}号线")
#: What a line is where others of the list say it: 合裕线、沙颍河航道.
_TELLING = (Mode.WATERWAY, Mode.PIPELINE)


def complete(name: Named, previous: Named | None, lines: Sequence[Named], item: Item) -> None:
    """Give ``name`` the line or kind it leaves out, from the names before it."""
    if _NUMBERED.match(name.name):
        networks = (_NETWORK.match(other.name) for other in reversed(lines[-_NEAR:]))
        network = next((match["network"] for match in networks if match), "")
        name.name = name.line = network + name.name
    if name.orphan:
        parent = previous if previous and previous.section and not previous.orphan else None
        if parent is None and not item.closed and (item.has(Use.TIE) or _of_one_place(item)):
            parent = next((n for n in reversed(lines) if _can_hold(n)), None)
        if parent is None and lines and _BELOW.search(item.text):
            parent = next((n for n in reversed(lines) if n.section), None)
        if parent is not None:
            _adopt(name, parent, with_tail=parent is not previous)
        return
    own_parts = item.has(Use.PART) and not item.has(Use.HEAD, Use.ENDING)
    if own_parts and not item.shared:
        if item.joined_by not in ("、", "") and previous and previous.section and previous.line:
            name.name = previous.line + name.name
            name.mode = previous.mode
        elif _BRANCH in item.text and len(item.heads) == 1:
            _branch(name, previous)


def _of_one_place(item: Item) -> bool:
    """Whether a section is said by one place alone: 新田段."""
    places = [t for t, u in zip(item.tokens, item.uses, strict=True) if u is not Use.SECTION]
    river = any(Role.RIVER in t.roles for t in places)
    short = len("".join(t.text for t in places)) <= _LONGEST_PLACE
    return not river and short and item.tokens[-1].text == "段"


def _can_hold(name: Named) -> bool:
    if name.orphan or name.mode not in (Mode.RAIL, Mode.HIGHWAY, Mode.WATERWAY, Mode.PIPELINE):
        return name.section and not name.orphan
    last = name.item.heads[-1] if name.item.heads else None
    station = last is not None and (
        last.text == "站" or (last.entry is not None and last.entry.shape == "site")
    )
    return name.section or not station


def _adopt(name: Named, parent: Named, *, with_tail: bool = True) -> None:
    name.name = parent.line + name.name
    if with_tail and not name.tail and parent.section and parent.tail:
        name.name += parent.tail
        name.tail = parent.tail
        name.upgrade = parent.upgrade
    name.mode = parent.mode
    name.line = parent.line
    name.orphan = False


def _branch(name: Named, previous: Named | None) -> None:
    """青岚支线 after 云泽天然气支线 is a gas line; without a kind it is a railway."""
    before = previous.item.heads[-1].text if previous and previous.item.heads else ""
    if before.endswith(_BRANCH) and before != _BRANCH:
        kind = before.removesuffix(_BRANCH)
        name.name = name.name.replace(_BRANCH, kind + _BRANCH, 1)
        name.mode = previous.mode if previous else name.mode
    elif (
        name.mode is Mode.RAIL
        and name.name.endswith(_BRANCH)
        and not name.name.endswith("线" + _BRANCH)
    ):
        name.name += "铁路"


def agree(names: Sequence[Named]) -> None:
    """Take lines whose name does not say what they are for what the others of the list are."""
    unsaid = [n for n in names if _unsaid(n)]
    modes = {n.mode for n in names if n not in unsaid}
    if unsaid and len(modes) == 1 and (mode := modes.pop()) in _TELLING:
        for name in unsaid:
            name.mode = mode


def _unsaid(name: Named) -> bool:
    """Whether a name says no more than that it is a line: 合裕线, 中俄东线江苏段."""
    heads = name.item.heads
    return name.mode is Mode.RAIL and bool(heads) and {h.text for h in heads} <= _ANY_LINE


def find_line(name: Named, names: Sequence[Named]) -> None:
    """A line named later in the sentence whose short name holds both ends: 白东铁路."""
    for dash in _ENDS:
        first, *more = name.item.text.split(dash)
        if more and first and more[-1]:
            for other in names:
                if not other.section and other.name.startswith(first[0] + more[-1][0]):
                    _adopt(name, other)
                    return
