"""What the styles and lists of a Word document say of a paragraph: hidden, heading, number."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

_HIDDEN = "w:vanish"
_DIGITS = "〇一二三四五六七八九"
_LEVELS = 9
_DEEPEST_BASE = 20  # styles based on each other in a ring end somewhere
_HEADING_NAMES = ("heading ", "标题 ", "標題 ")


def truth(properties: Any, name: str) -> bool:
    """Whether a switch is on: there, and not set to false."""
    element = properties.find(qn(name)) if properties is not None else None
    return element is not None and element.get(qn("w:val")) not in ("0", "false", "off")


def value(node: Any, path: str) -> str | None:
    """The value of the property at ``path`` (``w:pPr/w:pStyle``) below ``node``."""
    element = (
        node.find("/".join(qn(step) for step in path.split("/"))) if node is not None else None
    )
    return None if element is None else element.get(qn("w:val"))


class Styles:
    """The styles of a document, ``part`` its styles.xml."""

    def __init__(self, part: bytes | None) -> None:
        root = parse_xml(part) if part else None
        self._all = (
            {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
            if root is not None
            else {}
        )

    def _chain(self, style: str | None) -> list[Any]:
        """A style and those that it is based on, nearest first."""
        chain: list[Any] = []
        while style in self._all and len(chain) < _DEEPEST_BASE:
            chain.append(self._all[style])
            style = value(self._all[style], "w:basedOn")
        return chain

    def _hides(self, style: str | None) -> bool | None:
        for one in self._chain(style):
            properties = one.find(qn("w:rPr"))
            if properties is not None and properties.find(qn(_HIDDEN)) is not None:
                return truth(properties, _HIDDEN)
        return None

    def hides_paragraph(self, paragraph: Any) -> bool:
        """Whether the style of a paragraph hides its text."""
        return bool(self._hides(value(paragraph, "w:pPr/w:pStyle")))

    def hides_run(self, properties: Any, inherited: bool) -> bool:
        """Whether a run is hidden by itself, by its style, or with its paragraph."""
        if properties is None:
            return inherited
        if properties.find(qn(_HIDDEN)) is not None:
            return truth(properties, _HIDDEN)
        styled = self._hides(value(properties, "w:rStyle"))
        return inherited if styled is None else styled

    def outline(self, paragraph: Any) -> int | None:
        """The outline level of a heading, 0 the highest; None for other paragraphs."""
        level = value(paragraph, "w:pPr/w:outlineLvl")
        for style in self._chain(value(paragraph, "w:pPr/w:pStyle")):
            level = level or value(style, "w:pPr/w:outlineLvl")
            name = (value(style, "w:name") or "").lower()
            if level is None and name.startswith(_HEADING_NAMES) and name[-1:].isdigit():
                level = str(int(name[-1]) - 1)
        return int(level) if level in tuple("012345678") else None

    def list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list that numbers a paragraph and the level in it, by itself or by its style."""
        nodes = [paragraph, *self._chain(value(paragraph, "w:pPr/w:pStyle"))]
        for node in nodes:
            number = value(node, "w:pPr/w:numPr/w:numId")
            if number is not None:
                level = value(node, "w:pPr/w:numPr/w:ilvl") or "0"
                return None if number == "0" else (number, int(level) % _LEVELS)
        return None


def chinese(number: int) -> str:
    """``number`` from 1 to 99 in Chinese, others in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    signs = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for worth, sign in signs:
        while number >= worth and len(text) < 20:
            text, number = text + sign, number - worth
    return text


def formatted(number: int, form: str) -> str:
    """An automatic number as ``w:numFmt`` has it: ⑫, xii, l; 12 for any other form."""
    if form in ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
                "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital"):  # fmt: skip
        return chinese(number)
    if form == "decimalEnclosedCircle" or form == "decimalEnclosedCircleChinese":
        return chr(0x2460 + number - 1) if 0 < number <= 20 else f"({number})"
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return str(number)


class Numbers:
    """Counts the automatic numbers of a document, ``parts`` its XML parts by path."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        part = parts.get("word/numbering.xml")
        root = parse_xml(part) if part else None
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        if root is not None:
            abstract = {
                one.get(qn("w:abstractNumId")): {
                    int(level.get(qn("w:ilvl")) or 0): level for level in one.iter(qn("w:lvl"))
                }
                for one in root.iter(qn("w:abstractNum"))
            }
            for one in root.iter(qn("w:num")):
                number, base = one.get(qn("w:numId")), value(one, "w:abstractNumId")
                if number and base is not None and base in abstract:
                    self._levels[number] = abstract[base]
                    self._abstract[number] = base
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, paragraph: Any, styles: Styles) -> str | None:
        """The number in front of a paragraph, "" for a bullet; None where it has none."""
        numbering = styles.list_of(paragraph)
        if numbering is None:
            return None
        number, level = numbering
        levels = self._levels.get(number, {})
        if level not in levels:
            return ""
        counts = self._counts[self._abstract[number]]
        first = value(levels[level], "w:start") or "1"
        start = int(first) if first.isdigit() else 1
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if value(levels[level], "w:numFmt") in ("bullet", "none"):
            return ""
        text: str = value(levels[level], "w:lvlText") or ""
        for other in range(_LEVELS):
            sign = f"%{other + 1}"
            if sign in text:
                form = value(levels.get(other), "w:numFmt") or "decimal"
                text = text.replace(sign, formatted(counts.get(other, 1), form))
        return text
