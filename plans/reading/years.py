"""Whose year it is: the years that stand before 开工 and 建成, near a list of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plans.reading.lexical.lexicon import Sense
from plans.reading.lexical.tokens import Token

_NEXT = {"明": 1, "后": 2, "去": -1}
_STUDIES = (Sense.RESEARCH, Sense.PREPARATION)


@dataclass(frozen=True)
class Years:
    """``start`` and ``complete`` as promised; ``relative``: words such as 明年 without a date."""

    start: int | None = None
    complete: int | None = None
    relative: str = ""

    def or_else(self, other: Years) -> Years:
        """These years, those of ``other`` where none is said here."""
        return Years(
            self.start or other.start,
            self.complete or other.complete,
            self.relative or other.relative,
        )


def token_years(token: Token, plan_year: int | None) -> tuple[int, ...]:
    """The years a token says; 今年 and the like only where the plan's year is known."""
    if token.kind == "relative":
        if plan_year is None:
            return ()
        return (plan_year + _NEXT.get(token.text[0], 0),)
    return token.years


def dealt(phrase: Sequence[Token], number: int, count: int) -> list[Token]:
    """``phrase`` as it is for name ``number`` of ``count``: of as many years, one each.

    甲和乙预计2028年和2030年建成 gives the first 2028 and the second 2030.
    """
    found: list[Token] = []
    at = 0
    while at < len(phrase):
        run = at
        while run < len(phrase) and phrase[run].kind in ("year", "relative"):
            run += 1
        if run - at == count:
            found.append(phrase[at + number])
        else:
            found += phrase[at : max(run, at + 1)]
        at = max(run, at + 1)
    return found


@dataclass
class _Reading:
    """The years read so far; ``pending``: those that no verb has taken yet."""

    pending: tuple[int, ...]
    start: int | None = None
    complete: int | None = None
    relative: str = ""

    def time(self, token: Token, plan_year: int | None) -> None:
        self.pending = token_years(token, plan_year)
        if token.kind == "relative" and not self.pending:
            self.relative = self.relative or token.text

    def begins(self) -> None:
        if len(self.pending) == 1 and self.start is None:
            (self.start,) = self.pending
            self.pending = ()

    def ends(self) -> None:
        if self.complete is not None:
            return
        if len(self.pending) == 1:
            (self.complete,) = self.pending
            self.pending = ()
        elif len(self.pending) == 2:
            self.start, self.complete = self.pending
            self.pending = ()

    def span(self) -> None:
        """2026—2028年, which no verb has taken."""
        if len(self.pending) == 2 and self.start is None and self.complete is None:
            self.start, self.complete = self.pending

    def years(self) -> Years:
        backwards = self.start and self.complete and self.start > self.complete
        return Years(self.start, None if backwards else self.complete, self.relative)


def read_years(
    phrase: Iterable[Token],
    *,
    plan_year: int | None = None,
    heading: tuple[int, ...] = (),
    spans: bool = False,
) -> Years:
    """The years of ``phrase``: verbs and times in the order of the words.

    Parameters
    ----------
    heading : tuple of int
        The year that heads the sentence, for verbs that have none before them.
    spans : bool
        A range of years that no verb follows is the time of the works.
    """
    read = _Reading(pending=heading)
    tokens = list(phrase)
    before: Sense | None = None
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.kind in ("year", "relative"):
            read.time(token, plan_year)
        elif token.sense is Sense.START or (token.text == "展开" and before not in _STUDIES):
            read.begins()  # 工程于2023年展开
        elif token.sense is Sense.COMPLETING and following and following.sense in _STUDIES:
            read.pending = ()  # 2023年完成综合规划
        elif token.sense is Sense.COMPLETING and before in _STUDIES:
            read.pending = ()  # 次阶段研究预计2024年完成
        elif token.sense in (Sense.OPERATION, Sense.COMPLETING):
            read.ends()
        if token.sense not in (None, Sense.AUXILIARY):
            before = token.sense
    if spans:
        read.span()
    return read.years()
