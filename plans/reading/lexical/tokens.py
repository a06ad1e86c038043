"""Cutting a folded sentence into words: the lexicon's longest, numbers, years, brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.reading.lexical.lexicon import Entry, Lexicon, Role, Sense
from registry.vocab import Mode

_NUMERAL = "一二两三四五六七八九十百"
_ETC = re.compile(
    r"等(?:地(?![下铁面])(?:区)?|市(?![域政郊])|县(?![道域])|省(?![道际])|区(?![间块域])|州)?(?:项目)?(?=[^级离候]|$)"
)
_ROAD = re.compile(
    r"(?<![A-Za-z0-9])[GSXYC]\d{1,4}(?!\d|[A-Za-z])(?:[-—]\d)?(?:号|国道|省道|县道)?(?:线(?![路网]))?"
    r"|(?<![0-9A-Za-z])\d{3}(?:国道|省道|县道|线(?![路网]))"
    r"|(?:国道|省道|县道)[GSX]?\d{1,4}(?:号)?(?:[甲乙丙丁])?线?"
    rf"|(?:国道|省道)[{_NUMERAL}〇零○]{{2,4}}(?:号)?线"
    r"|(?:台|国|县|市|快)\d{1,3}(?:[甲乙丙丁])?(?:线|号(?!线))?(?!年|日|月|\d|个|条|公里)"
)
_RANGE = re.compile(r"((?:19|20)\d\d)年?(?:[—\-~–−]{1,2}|至|到)((?:19|20)\d\d|\d\d(?=年))年?")
_YEAR = re.compile(
    r"(?:到|至|于|在|自|从)?((?:19|20)\d\d)年?(?:\d{1,2}月(?:份)?(?:\d{1,2}日)?|上半年|下半年|[一二三四]季度)?"
    r"(?:年?[底末初]|月底|中期)?(?:之?前|以前|左右|前后)?(?!\d|[.,]\d|公里|米|万|亿|千|吨|个|座|条|处)"
)
_REPUBLIC_RANGE = re.compile(r"(?:民国)?(\d{2,3})年?(?:至|~|—|-|到)(\d{2,3})年(?:度)?")
_REPUBLIC = re.compile(r"(?:民国)?(\d{2,3})年(?:度)?(?:\d{1,2}月)?(?:[底初末])?(?:前)?")
_RELATIVE = re.compile(
    r"(今年|本年度?|年内|明年|后年|去年)(?:[底初末]|上半年|下半年|年底)?(?:之?前)?"
)
_PERIOD = re.compile(r"(?:到|至)?十[一二三四五六七八]五(?:时?期间?|末期?|初期?|中后?期|期末|以来)*")
_VOLTAGE = re.compile(r"±?\d{2,4}(?:/\d+)?(?:千伏|[kK][vV]|万伏)")
_SPEED = re.compile(r"(?:设计)?时速\d{2,3}公里(?:/小时)?(?:的)?")
_TONNAGE = re.compile(
    rf"(?:\d[\d.]*|[{_NUMERAL}千]+)(?:万)?吨级?(?=级|[^级]{{0,6}}(?:码头|泊位|航道|船))(?:级)?"
)
_DEPTH = re.compile(r"\d+(?:\.\d+)?米(?:水?深)(?=[^,。]{0,4}航道)")
#: 7号、8号泊位 and 5、6号机组 are one thing.
_BERTHS = re.compile(r"(?:[#号]?\d+(?:号|#)?[、和及至\-—~])*\d+(?:号|#)(泊位|机组)")
_BRACKET = re.compile(r"\(([^()]{0,60}(?:\([^()]{0,20}\)[^()]{0,40})?)\)")
_TITLE = re.compile(r"《[^》]{0,80}》")
_PUNCTUATION = frozenset(",;:。!?()<>《》|[]{}*+=#@…·•\t\n")


@dataclass(slots=True)
class Token:
    """A word of a sentence; ``start`` and ``end`` count in the folded sentence, half-open.

    ``kind`` is ``word`` (of the lexicon), ``char`` (a character of something proper), ``road``,
    ``voltage``, ``speed``, ``bracket``, ``title``, ``quantity``, ``year``, ``relative``,
    ``period``, ``etc`` (等), ``of`` (的), ``filler`` (项目) or ``mark`` (punctuation).
    """

    start: int
    end: int
    text: str
    kind: str
    entry: Entry | None = None
    roles: set[Role] = field(default_factory=set)
    years: tuple[int, ...] = ()

    @property
    def sense(self) -> Sense | None:
        """What it says of a project, where it is read as a verb."""
        return self.entry.sense if self.entry and Role.VERB in self.roles else None


_UNITS = Entry({Role.HEAD}, mode=Mode.POWER, shape="site")
_LOOSE = {Role.PLAIN, Role.NOUN, Role.PLACE, Role.GENERIC, Role.NOMINAL}
_FIRM = {Role.HEAD, Role.SETTING}
_NUMBER = re.compile(r"(?<![\d.])\d{1,2}[.、](?=[\u4e00-\u9fffGS])|\(\d{1,2}\)|[①-⑳]")
#: The number of a row whose name follows at once.
_ROW_NUMBER = re.compile(
    r"\d{1,3}(?=[\u4e00-\u9fff]{2,}[至路港场库])(?![年月日号个条座项处千万亿米公国省县度期线车批家])"
)
_NETWORK = re.compile(rf"[{_NUMERAL}\d]+[纵横环射联](?:[{_NUMERAL}\d]+[纵横环射联])*")
_REPUBLIC_ZERO = 1911
_FILLERS = ("项目", "主体项目", "建设项目")


class Tokenizer:
    """Cuts sentences by ``lexicon``; ``republic``: three-figure years are of the Republic."""

    def __init__(self, lexicon: Lexicon, *, republic: bool = False) -> None:
        self.lexicon = lexicon
        self.republic = republic
        measures = "|".join(re.escape(m) for m in lexicon.measures)
        self._quantity = re.compile(
            rf"(?:约|近|超过?|共)?(?:\d[\d,.]*|[{_NUMERAL}千几数]+)(?:余|多)?(?:{measures})(?![千万]?伏)(?:以上|左右)?"
        )

    def cut(self, text: str) -> list[Token]:
        """The tokens of ``text``, which cover it without gaps."""
        tokens: list[Token] = []
        at = 0
        while at < len(text):
            token = self._special(text, at) or self._word(text, at, tokens)
            if token is None:
                character = text[at]
                kind = "mark" if character in _PUNCTUATION else "char"
                if character == "的":
                    kind = "of"
                token = Token(at, at + 1, character, kind)
            tokens.append(token)
            at = token.end
        return tokens

    def _special(self, text: str, at: int) -> Token | None:
        """A token that a pattern finds: numbers, years, brackets, titles."""
        character = text[at]
        if character == "《" and (match := _TITLE.match(text, at)):
            return Token(at, match.end(), match.group(), "title")
        if (character in "国省县台市快" or character.isascii()) and (
            match := _ROAD.match(text, at)
        ):
            return Token(at, match.end(), match.group(), "road")
        if not at and (match := _ROW_NUMBER.match(text)):
            return Token(at, match.end(), match.group(), "mark")
        if (not at or text[at - 1] in ";:,。、") and (match := _NUMBER.match(text, at)):
            return Token(at, match.end(), match.group(), "mark")
        if character == "(" and (match := _BRACKET.match(text, at)):
            return Token(at, match.end(), match.group(), "bracket")
        if (
            (character in _NUMERAL or character.isdigit()) and (match := _NETWORK.match(text, at))
        ) and len(match.group()) >= 4:
            return Token(at, match.end(), match.group(), "word", roles={Role.GENERIC})
        if match := _SPEED.match(text, at):
            return Token(at, match.end(), match.group(), "speed")
        if (character in "到至于在自从" or character.isdigit()) and (
            token := self._years(text, at)
        ):
            return token
        if character in "今本年明后去" and (match := _RELATIVE.match(text, at)):
            return Token(at, match.end(), match.group(), "relative")
        if character in "十到至" and (match := _PERIOD.match(text, at)):
            return Token(at, match.end(), match.group(), "period")
        if (character == "±" or character.isdigit()) and (match := _VOLTAGE.match(text, at)):
            return Token(at, match.end(), match.group(), "voltage")
        if character.isdigit() or character in "约近超共几数千" + _NUMERAL:
            if match := _DEPTH.match(text, at):
                return Token(at, match.end(), match.group(), "word", roles={Role.GENERIC})
            if match := _BERTHS.match(text, at):
                entry = self.lexicon.entries["泊位"] if match[1] == "泊位" else _UNITS
                return Token(at, match.end(), match.group(), "word", entry, {Role.HEAD})
            if match := _TONNAGE.match(text, at):
                return Token(at, match.end(), match.group(), "word", roles={Role.GENERIC})
            if match := self._quantity.match(text, at):
                longest = self.lexicon.longest(text, at)
                if not longest or len(longest) <= match.end() - at:
                    return Token(at, match.end(), match.group(), "quantity")
        if character == "等" and (match := _ETC.match(text, at)):
            return Token(at, match.end(), match.group(), "etc")
        if character in "项主建":
            for filler in _FILLERS:
                if text.startswith(filler, at):
                    return Token(at, at + len(filler), filler, "filler")
        return None

    def _years(self, text: str, at: int) -> Token | None:
        if text[at].isdigit() and at and (text[at - 1].isdigit() or text[at - 1] in ".GSXYC"):
            return None
        if match := _RANGE.match(text, at):
            first, last = int(match[1]), match[2]
            years = (first, int(last) if len(last) == 4 else first // 100 * 100 + int(last))
            return Token(at, match.end(), match.group(), "year", years=years)
        if (match := _YEAR.match(text, at)) and ("年" in match.group() or len(match.group()) == 4):
            return Token(at, match.end(), match.group(), "year", years=(int(match[1]),))
        if self.republic and text[at].isdigit():
            for pattern in (_REPUBLIC_RANGE, _REPUBLIC):
                if match := pattern.match(text, at):
                    said = tuple(int(y) + _REPUBLIC_ZERO for y in match.groups())
                    return Token(at, match.end(), match.group(), "year", years=said)
        return None

    def _word(self, text: str, at: int, before: list[Token]) -> Token | None:
        word = self.lexicon.longest(text, at)
        if word is None:
            return None
        if self._hides_head(word, text, at):
            return None
        word = self._without_facility_ahead(word, before)
        word = self._ending_ahead(word, text, at)
        word = self._without_place_behind(word, text, at)
        word = self._without_separator_ahead(word, text, at, before)
        entry = self.lexicon.entries[word]
        return Token(at, at + len(word), word, "word", entry, set(entry.roles))

    def _hides_head(self, word: str, text: str, at: int) -> bool:
        """新高 of 合新|高铁: a common word or place across the beginning of a facility."""
        entries = self.lexicon.entries
        if not entries[word].roles <= _LOOSE:
            return False
        ahead = self.lexicon.longest(text, at + len(word)) if at + len(word) < len(text) else None
        firm = len(ahead) if ahead and entries[ahead].roles & _FIRM else 0
        for index in range(at + 1, at + len(word)):
            behind = self.lexicon.longest(text, index)
            if (
                behind
                and len(behind) > 1
                and index + len(behind) > at + len(word) + firm
                and entries[behind].roles & _FIRM
            ):
                return True
        return False

    def _without_facility_ahead(self, word: str, before: list[Token]) -> str:
        """铁路 of 川青铁路|镇江关: the facility where a place that begins with it is unlikely."""
        entries = self.lexicon.entries
        if entries[word].roles != {Role.PLACE} or not before:
            return word
        if before[-1].kind != "char" and Role.PLACE not in before[-1].roles:
            return word
        for length in range(len(word) - 1, 1, -1):
            if word[:length] in entries and Role.HEAD in entries[word[:length]].roles:
                return word[:length]
        return word

    def _ending_ahead(self, word: str, text: str, at: int) -> str:
        """港 of 宜宾港|航运: the ending where a longer word begins behind it."""
        entries = self.lexicon.entries
        first = entries.get(word[0])
        if len(word) == 1 or Role.NOT_FACILITY not in entries[word].roles:
            return word
        if first is None or Role.ENDING not in first.roles:
            return word
        behind = self.lexicon.longest(text, at + 1)
        return word[0] if behind and len(behind) > len(word) - 1 else word

    def _without_place_behind(self, word: str, text: str, at: int) -> str:
        """新建 of 新建成|都: the shorter verb where its last character begins a place."""
        entries = self.lexicon.entries
        shorter = word[:-1]
        if Role.VERB not in entries[word].roles or shorter not in entries:
            return word
        if Role.VERB not in entries[shorter].roles:
            return word
        behind = self.lexicon.longest(text, at + len(shorter))
        if behind and len(behind) > 1 and entries[behind].roles == {Role.PLACE}:
            return shorter
        return word

    def _without_separator_ahead(self, word: str, text: str, at: int, before: list[Token]) -> str:
        """和 of 和平|武县: the separator where a longer place begins behind it."""
        entries = self.lexicon.entries
        first = word[0]
        if len(word) == 1 or first not in entries or Role.SEPARATOR not in entries[first].roles:
            return word
        if Role.PLACE not in entries[word].roles and Role.WHOLE not in entries[word].roles:
            return word
        if not before or before[-1].kind == "mark" or before[-1].roles & {Role.TO, Role.DASH}:
            return word
        behind = self.lexicon.longest(text, at + 1)
        if behind and len(behind) > len(word) - 1 and Role.PLACE in entries[behind].roles:
            return first
        return word
