"""Whose year it is: the years that stand before 开工 and 建成, near a list of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plans.reading.lexical.lexicon import Sense
from plans.reading.lexical.tokens import Token

_NEXT = {"明": 1, "后": 2, "去": -1}


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


def _studies(following: list[Token]) -> bool:
    return any(t.sense in (Sense.RESEARCH, Sense.PREPARATION) for t in following)


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
        if count > 1 and run - at == count:
            found.append(phrase[at + number])
        else:
            found += phrase[at : max(run, at + 1)]
        at = max(run, at + 1)
    return found


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
    start = complete = None
    relative = ""
    pending: tuple[int, ...] = heading
    tokens = list(phrase)
    for at, token in enumerate(tokens):
        if token.kind in ("year", "relative"):
            pending = token_years(token, plan_year)
            if token.kind == "relative" and not pending:
                relative = relative or token.text
            continue
        if token.sense is Sense.START and len(pending) == 1 and start is None:
            start = pending[0]
            pending = ()
        elif token.sense is Sense.COMPLETING and _studies(tokens[at + 1 : at + 2]):
            pending = ()  # 2023年完成综合规划
        elif token.sense in (Sense.OPERATION, Sense.COMPLETING) and complete is None:
            if len(pending) == 1:
                complete = pending[0]
                pending = ()
            elif len(pending) == 2:
                start, complete = pending
                pending = ()
    if spans and len(pending) == 2 and start is None and complete is None:
        start, complete = pending
    if start and complete and start > complete:
        complete = None
    return Years(start, complete, relative)
