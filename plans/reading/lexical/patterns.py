"""What patterns find in a folded sentence: numbers, years, roads, brackets, titles.

Each pattern stands once, with the characters it can begin with; the first that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from plans.reading.lexical.dates import republic_years, years
from plans.reading.lexical.lexicon import Entry, Lexicon, Role, Sense
from plans.reading.lexical.tokens import Token
from registry.vocab import Mode

_NUMERAL = "一二两三四五六七八九十百"
_ETC = re.compile(
    r"等(?:地(?![下铁面])(?:区)?|市(?![域政郊])|县(?![道域])|省(?![道际])|区(?![间块域])|州)?(?:项目)?(?=[^级离候]|$)"
)
_ROAD = re.compile(
    r"(?<![A-Za-z0-9])[GSXYC]\d{1,4}(?!\d|[A-Za-z])(?:[-—]\d)?(?:号|国道|省道|县道)?(?:线(?![路网]))?"
    r"|(?<![0-9A-Za-z])\d{3}(?:国道|省道|县道|线(?![路网]))"
    r"|(?:国道|省道|县道)[GSX]?\d{1,4}(?:号)?(?:[甲乙丙丁])?线?"
    rf"|(?:国道|省道)[{_NUMERAL}〇零○]{{2,4}}(?:号)?线|国道[{_NUMERAL}]{{1,3}}号(?!线)"
    r"|[东南西北][二三四五六]环(?![线路])"
    rf"|[纵横联射][{_NUMERAL}]{{1,3}}线"
    r"|(?:台|国|县|市|快)\d{1,3}(?:[甲乙丙丁])?(?:线|号(?!线))?(?!年|日|月|\d|个|条|公里)"
)
_RELATIVE = re.compile(
    r"(今年|本年度?|年内|明年|后年|去年)(?:\d{1,2}月(?:份|底|初|中旬)?(?:\d{1,2}日)?|[底初末]|上半年|下半年|年底)?(?:之?前)?"
)
_PERIOD = re.compile(r"(?:到|至)?十[一二三四五六七八]五(?:时?期间?|末期?|初期?|中后?期|期末|以来)*")
_VOLTAGE = re.compile(r"±?\d{2,4}(?:/\d+)?(?:千伏|[kK][vV]|万伏)")
_SPEED = re.compile(r"(?:设计)?时速\d{2,3}公里(?:/小时)?(?:的)?")
_TONNAGE = re.compile(
    rf"(?:\d[\d.]*|[{_NUMERAL}千]+)(?:万)?吨级?(?=级|[^级]{{0,6}}(?:码头|泊位|航道|船))(?:级)?"
)
_DEPTH = re.compile(r"\d+(?:\.\d+)?米(?:水?深)(?=[^,。]{0,4}航道)")
#: 7号、8号泊位 and 5、6号机组 are one thing.
_BERTHS = re.compile(
    r"(?:[#号]?\d+(?:号|#)?[、和及至\-—~])*\d+(?:号|#)[^\d,。;、和及至#号线]{0,8}?(泊位|机组)"
)
#: 2×66万千瓦 inside a name.
_CAPACITY = re.compile(
    r"\d+(?:\.\d+)?(?:[×xX*]\d+(?:\.\d+)?)?(?:万千瓦|兆瓦|MW)级?(?=[^,。;、]{0,8}(?:机组|电站|发电|项目|光伏|风电|基地))"
)
#: 纳入国家铁路网规划.
_ENTERED = re.compile(r"(?:纳入|列入)[^,。;、:]{1,24}?规划(?!\w{0,2}的)")
_TAKEN_UP = Entry({Role.VERB}, Sense.RESEARCH)
_BRACKET = re.compile(r"\(([^()]{0,60}(?:\([^()]{0,20}\)[^()]{0,40})?)\)")
_TITLE = re.compile(r"《[^》]{0,80}》")
_NUMBER = re.compile(r"(?<![\d.])\d{1,4}[.、](?=[\u4e00-\u9fffGS])|\(\d{1,2}\)|[①-⑳]")
#: The number of a row whose name follows at once.
_ROW_NUMBER = re.compile(
    r"\d{1,3}(?=[\u4e00-\u9fff]{2,}[至路港场库])(?![年月日号个条座项处千万亿米公国省县度期线车批家])"
)
_NETWORK = re.compile(rf"[{_NUMERAL}\d]+[纵横环射联](?:[{_NUMERAL}\d]+[纵横环射联])*")
#: 完成总工程量的60%, 完成投资九成: the works go on.
_PROGRESS = re.compile(
    r"完成[^,。;、]{0,12}?(?:\d[\d.]*(?:%|亿元|万元)|[一二三四五六七八九]成(?:以上)?|过半|一半)|进度达?到?(?:\d[\d.]*%)"
    r"|完成[^,。;、]{0,6}\d+[节榀片孔墩]|完成[^,。;、]{0,8}节点"
    r"|盾构机?[^,。;、]{0,8}?始发"
)
#: 主体工程基本建成: the rest is still to be built.
_BODY = re.compile(
    r"主体(?:工程|结构)?(?:已经?|全面|基本|全部|提前|顺利|如期)*(?:建成|完工|完成|竣工|贯通|封顶)"
)
#: 具备试通航条件 is as good as open, 具备开工条件 as begun.
_FIT = re.compile(r"具备[^,。;、:]{1,8}?条件")
_OPEN = Entry({Role.VERB}, Sense.OPERATION)
_BEGUN = Entry({Role.VERB}, Sense.START)
_BUILT = Entry({Role.VERB}, Sense.CONSTRUCTION)
_UNDER_WAY = Entry({Role.VERB}, Sense.LIGHT)
_UNITS = Entry({Role.HEAD}, mode=Mode.POWER, shape="site")
_FILLERS = re.compile("项目|主体项目|建设项目")
#: Before the number of an item: the sentence begins, or one of these ends what was before.
_BEFORE_ITEM = ";:,。、"
_SHORTEST_NETWORK = 4
#: In a list of first characters: every digit.
_DIGIT = "0"

Reader = Callable[[str, int], Token | None]


def _read(pattern: re.Pattern[str], kind: str, text: str, at: int) -> Token | None:
    match = pattern.match(text, at)
    return Token(at, match.end(), match.group(), kind) if match else None


def _generic(pattern: re.Pattern[str], text: str, at: int) -> Token | None:
    match = pattern.match(text, at)
    if match is None:
        return None
    return Token(at, match.end(), match.group(), "word", roles={Role.GENERIC})


def _row_number(text: str, at: int) -> Token | None:
    return None if at else _read(_ROW_NUMBER, "mark", text, at)


def _progress(text: str, at: int) -> Token | None:
    match = _PROGRESS.match(text, at)
    if match is None:
        return None
    return Token(at, match.end(), match.group(), "word", _UNDER_WAY, {Role.VERB})


def _body(text: str, at: int) -> Token | None:
    match = _BODY.match(text, at)
    if match is None:
        return None
    return Token(at, match.end(), match.group(), "word", _BUILT, {Role.VERB})


def _fit(text: str, at: int) -> Token | None:
    match = _FIT.match(text, at)
    if match is None:
        return None
    entry = _BEGUN if re.search("开工|动工|施工", match.group()) else _OPEN
    return Token(at, match.end(), match.group(), "word", entry, {Role.VERB})


def _entered(text: str, at: int) -> Token | None:
    match = _ENTERED.match(text, at)
    if match is None:
        return None
    return Token(at, match.end(), match.group(), "word", _TAKEN_UP, {Role.VERB})


def _item_number(text: str, at: int) -> Token | None:
    if at and text[at - 1] not in _BEFORE_ITEM:
        return None
    return _read(_NUMBER, "mark", text, at)


def _network(text: str, at: int) -> Token | None:
    """五纵三横, but not 五横 alone."""
    token = _generic(_NETWORK, text, at)
    return token if token and len(token.text) >= _SHORTEST_NETWORK else None


class Patterns:
    """What patterns find; ``republic``: three-figure years are of the Republic."""

    def __init__(self, lexicon: Lexicon, *, republic: bool = False) -> None:
        self._lexicon = lexicon
        measures = "|".join(re.escape(m) for m in lexicon.measures)
        self._measured = re.compile(
            rf"(?:约|近|超过?|共)?(?:\d[\d,.]*|[{_NUMERAL}千几数]+)(?:余|多)?(?:{measures})(?![千万]?伏)(?<!天(?=高速|高铁|铁路))(?:以上|左右)?"
        )
        self._by_first: dict[str, list[Reader]] = {}
        for characters, reader in self._in_order(republic=republic):
            for character in characters:
                self._by_first.setdefault(character, []).append(reader)

    def _in_order(self, *, republic: bool) -> list[tuple[str, Reader]]:
        """The readers with the characters each can begin with, the stronger first."""
        return [
            ("《", partial(_read, _TITLE, "title")),
            (_DIGIT + "国省县台市快纵横联射东南西北GSXYC", partial(_read, _ROAD, "road")),
            (_DIGIT, _row_number),
            (_DIGIT + "(", _item_number),
            ("(", partial(_read, _BRACKET, "bracket")),
            (_DIGIT + _NUMERAL, _network),
            ("设时", partial(_read, _SPEED, "speed")),
            (_DIGIT + "到至于在自从一二", years),
            (_DIGIT + "民一" if republic else "", republic_years),
            ("今本年明后去", partial(_read, _RELATIVE, "relative")),
            ("十到至", partial(_read, _PERIOD, "period")),
            (_DIGIT + "±", partial(_read, _VOLTAGE, "voltage")),
            (_DIGIT, partial(_generic, _DEPTH)),
            (_DIGIT, self._berths),
            (_DIGIT + "千" + _NUMERAL, partial(_generic, _TONNAGE)),
            (_DIGIT + "约近超共几数千" + _NUMERAL, self._quantity),
            ("完进盾", _progress),
            ("纳列", _entered),
            ("主", _body),
            ("具", _fit),
            (_DIGIT, partial(_generic, _CAPACITY)),
            ("等", partial(_read, _ETC, "etc")),
            ("项主建", partial(_read, _FILLERS, "filler")),
        ]

    def find(self, text: str, at: int) -> Token | None:
        """The token that a pattern finds in ``text`` at ``at``."""
        character = text[at]
        for reader in self._by_first.get(_DIGIT if character.isdigit() else character, ()):
            if token := reader(text, at):
                return token
        return None

    def _berths(self, text: str, at: int) -> Token | None:
        match = _BERTHS.match(text, at)
        if match is None:
            return None
        entry = self._lexicon.entries["泊位"] if match[1] == "泊位" else _UNITS
        return Token(at, match.end(), match.group(), "word", entry, {Role.HEAD})

    def _quantity(self, text: str, at: int) -> Token | None:
        """500公里, unless a longer word of the lexicon begins there."""
        token = _read(self._measured, "quantity", text, at)
        if token is None:
            return None
        longest = self._lexicon.longest(text, at)
        return token if not longest or len(longest) <= len(token.text) else None
