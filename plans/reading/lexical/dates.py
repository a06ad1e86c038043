"""Years as plans write them: 2029年, 二○二九年, 2021—2025年; of the Republic 114年, 一一四年."""

from __future__ import annotations

import re

from plans.reading.lexical.tokens import Token

_HAN = "〇零一二三四五六七八九"
_FIGURES = {**{c: str(n) for n, c in enumerate("零一二三四五六七八九")}, "〇": "0", "○": "0"}
_CENTURY = r"(?:19|20|一九|二[〇○零0])"
_FIGURE = rf"[0-9○{_HAN}]"
_FULL = rf"{_CENTURY}{_FIGURE}{{2}}"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = rf"{_SMALL}月(?:份)?(?:{_SMALL}日)?"
_PART = rf"(?:{_MONTH}|上半年|下半年|第?[一二三四首]季度?)?"
_RANGE = re.compile(
    rf"(?:于|在|自|从)?({_FULL})年?(?:[—\-~–−]{{1,2}}|至|到)({_FULL}|\d\d(?=年))年?"
)
_YEAR = re.compile(
    rf"(?:到|至|于|在|自|从)?({_FULL})年?{_PART}"
    r"(?:年?[底末初]|月底|中期)?(?:之?前|以前|左右|前后)?(?!\d|[.,]\d|公里|米|万|亿|千|吨|个|座|条|处)"
)
#: 114, 一一四, 一百一十四.
_OF_REPUBLIC = (
    rf"\d{{2,3}}|一[{_HAN}○]{{2}}|一百(?:[一二]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
)
_REPUBLIC_RANGE = re.compile(
    rf"(?:民国)?({_OF_REPUBLIC})年?(?:至|~|—|-|到)({_OF_REPUBLIC})年(?:度)?"
)
_REPUBLIC = re.compile(rf"(?:民国)?({_OF_REPUBLIC})年(?:度)?(?:{_MONTH})?(?:[底初末])?(?:前)?")
_REPUBLIC_ZERO = 1911


def _number(written: str) -> int:
    """The number that ``written`` means: 2029, 二○二九, 一百一十四."""
    if "百" in written:
        tens, _, ones = written.partition("百")[2].partition("十")
        if "十" not in written:
            tens, ones = "", tens
        return 100 + 10 * _number(tens or ("1" if "十" in written else "0")) + _number(ones or "0")
    return int("".join(_FIGURES.get(c, c) for c in written))


def _goes_on(text: str, at: int) -> bool:
    """Whether the digit at ``at`` belongs to a number or a road that began before it."""
    before = text[at - 1 : at]
    return text[at].isdigit() and before != "" and (before.isdigit() or before in ".GSXYC")


def years(text: str, at: int) -> Token | None:
    """The year or the two years that stand in ``text`` at ``at``."""
    if _goes_on(text, at):
        return None
    if match := _RANGE.match(text, at):
        first, last = _number(match[1]), match[2]
        second = _number(last) if len(last) == 4 else first // 100 * 100 + int(last)
        return Token(at, match.end(), match.group(), "year", years=(first, second))
    if (match := _YEAR.match(text, at)) and ("年" in match.group() or match.group().isdecimal()):
        return Token(at, match.end(), match.group(), "year", years=(_number(match[1]),))
    return None


def republic_years(text: str, at: int) -> Token | None:
    """The same, counted from the Republic's founding."""
    if _goes_on(text, at):
        return None
    for pattern in (_REPUBLIC_RANGE, _REPUBLIC):
        if match := pattern.match(text, at):
            said = tuple(_number(y) + _REPUBLIC_ZERO for y in match.groups())
            return Token(at, match.end(), match.group(), "year", years=said)
    return None
