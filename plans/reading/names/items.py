"""A name of a list and the list: what the names of 云泽至青岚、青岚至河湾等高速公路 are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.reading.lexical.tokens import Token, Use
from registry.vocab import Mode

#: 引江济河, 川气东送, 西电东送: works named by what they move.
TRANSFER = re.compile(
    r"[^引、,]{0,4}引[^引、,]{1,5}(?:济|入|补|供|灌|润|进|至)[^、,]{1,5}?(?=工程|$|二期|一期|三期|调水|供水|引水|配套|骨干|后续)"
    r"|[^、,]{1,4}(?:水|电|气|煤|油)[东南西北]?(?:调|送|运|济|引|补|供|入)[^、,设配]{0,3}?(?=工程|$|二期|一期|二线|三线|四线|东线|中线|西线|后续|天然气|管道|特高压)"
)
#: 吴淞江整治: the works done to a river make it a name.
RIVER_WORKS = re.compile(
    r"^[^至段]+(?:[江河湖溪湾]|水系|流域)(?:干流)?(?:综合)?(?:整治|治理|疏浚|清淤)(?:工程)?$"
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
    closed: bool = False  # whether 等高速公路 or the like closes its list

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
        tied = any(t.kind == "road" for t in self.tokens) and self.has(Use.UPGRADE, Use.WORKS)
        return bool(self.heads) or road or tied or self.mode is not None


@dataclass
class Group:
    """A list of names; ``first`` and ``last`` are token numbers, the last one included."""

    first: int
    last: int
    items: list[Item]
    setting: list[Token] = field(default_factory=list)  # 申建 between a place and its facility
    closing: Token | None = None  # an upgrade that is done to all of them: A段和B线改扩建


def read_transfer(item: Item) -> None:
    """Give an item that is named by what it moves its mode."""
    if item.heads and item.heads[-1].entry and item.heads[-1].entry.shape == "line":
        return
    text = item.text.split("(")[0]
    if RIVER_WORKS.search(text) and not item.heads:
        item.mode = Mode.WATER
        return
    if (match := TRANSFER.match(text)) and item.mode is None and not item.heads:
        kind = next((c for c in match.group() if c in _TRANSFER_MODES), "")
        item.mode = _TRANSFER_MODES.get(kind, Mode.WATER)
