"""What the headings above a sentence say of it: mode, action, and whether it looks back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.reading.lexical.lexicon import Lexicon, Sense
from plans.reading.lexical.tokens import Token, Use
from plans.reading.sentences import SentenceReader
from registry.vocab import Mode

_MODES = (
    ("轨道", Mode.RAIL), ("铁路", Mode.RAIL), ("高速", Mode.HIGHWAY), ("公路", Mode.HIGHWAY),
    ("水运", Mode.WATERWAY), ("航道", Mode.WATERWAY), ("航运", Mode.WATERWAY), ("港口", Mode.PORT),
    ("机场", Mode.AIRPORT), ("民航", Mode.AIRPORT), ("航空", Mode.AIRPORT), ("管道", Mode.PIPELINE),
    ("油气", Mode.PIPELINE), ("天然气", Mode.PIPELINE), ("水库", Mode.WATER), ("水利", Mode.WATER),
    ("电网", Mode.POWER), ("电源", Mode.POWER), ("电力", Mode.POWER),
)  # fmt: skip
_OF_PROJECTS = re.compile(r"项目|工程|类$|一批|阶段|计划")
_SHORT = 8
#: 续建铁路: stands above 1. and below (一).
_LABEL_DEPTH = 4


_GOING_ON = frozenset({"续建", "在建"})


def _says_when(said: list[Token]) -> bool:
    """续建铁路 says of the railways below how far they are, 铁路建设 does not."""
    steps = (Sense.START, Sense.PREPARATION)
    return any(t.sense in steps or t.text in _GOING_ON for t in said)


@dataclass
class Heading:
    """One heading: how deep it stands and what it says of what is below."""

    level: int
    mode: Mode | None
    phrase: list[Token]
    achieved: bool
    label: bool


@dataclass
class Context:
    """The headings above the sentence being read."""

    lexicon: Lexicon
    headings: list[Heading] = field(default_factory=list)

    def enter(self, text: str, level: int, reader: SentenceReader) -> None:
        """Go below the heading ``text``."""
        label = text.endswith(":") and not level
        depth = _LABEL_DEPTH if label else level or 99
        self.headings = [
            h
            for h in self.headings
            if h.level < depth or (label and h.level == depth and not h.label)
        ]
        bare = re.sub(r"^[\W\d一二三四五六七八九十第章节编篇]+", "", text) or text
        sentence = reader.read(text)
        said = [t for t in sentence.phrase if t.sense and t.sense is not Sense.AUXILIARY]
        telling = bool(said) and (bool(_OF_PROJECTS.search(bare)) or len(bare) <= _SHORT)
        if any(u is Use.HEAD for u in sentence.uses) and not _OF_PROJECTS.search(bare):
            telling = telling and (bool(sentence.listings) or _says_when(said))
        achieved = any(word in bare for word in self.lexicon.achieved_headings)
        self.headings.append(
            Heading(depth, heading_mode(bare), said if telling else [], achieved, label)
        )

    @property
    def mode(self) -> Mode | None:
        """The mode that the nearest heading says."""
        return next((h.mode for h in reversed(self.headings) if h.mode), None)

    @property
    def phrase(self) -> list[Token]:
        """The verbs of the nearest heading that says what is to be done."""
        return next((h.phrase for h in reversed(self.headings) if h.phrase), [])

    @property
    def achieved(self) -> bool:
        """Whether a heading above says that this part looks back."""
        return any(h.achieved for h in self.headings)


def heading_mode(text: str) -> Mode | None:
    """The one mode that a heading or label names; none where it names several."""
    modes = {mode for word, mode in _MODES if word in text}
    return modes.pop() if len(modes) == 1 else None
