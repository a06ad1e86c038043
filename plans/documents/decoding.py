"""From bytes to text: which of the encodings of Chinese text makes Chinese words of them.

What a file declares is often wrong and mostly missing, so each encoding is tried and the text is
judged: the right one makes of the bytes the characters that every plan is full of.
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass

from plans.documents.refusals import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
#: What plans say all the time, in simplified and traditional characters.
_COMMON = frozenset(
    "的一是在有和人为这中大来上国个到说们地出以时年可下对生会自着去之过家发后作里用道行然事成方多经么现当"
    "同起进新建设铁路公高速港航道段至区市省县工程项目推加快实施开前期作规划通改造线水电站网能源管输运物流"
    "第章节二三四五六七八九十、，。；：“”（）　\n"
    "為這來國個說們時對會著後裡過發經現當進設鐵線區縣項推實開劃網電運輸業產東"
)
_SAMPLE = 200_000
#: More damage than this share of its bytes and a text is not of that encoding.
_MOST_DAMAGE = 0.02
_PLAUSIBLE = 0.12


@dataclass(frozen=True)
class Decoded:
    """``text`` without byte order mark; ``damaged`` bytes became �."""

    text: str
    encoding: str
    damaged: int


def _score(text: str) -> float:
    """How much like a plan a text is: the share of common ones among its wider characters."""
    counts = Counter(text)
    wide = sum(n for c, n in counts.items() if c > "\x7f")
    if not wide:
        return 1.0 if "\x00" not in text else 0.0
    odd = sum(n for c, n in counts.items() if not (c.isprintable() or c.isspace()))
    common = sum(n for c, n in counts.items() if c > "\x7f" and c in _COMMON)
    return (common - 2 * odd) / wide


def _decode(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return Decoded(text.removeprefix("\ufeff"), encoding, damaged)


def _candidates(data: bytes) -> list[tuple[float, Decoded]]:
    candidates: list[tuple[float, Decoded]] = []
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    for encoding in _ENCODINGS:
        if zeros and not encoding.startswith("utf-16"):
            continue
        decoded = _decode(sample, encoding)
        if decoded.damaged > max(1, _MOST_DAMAGE * len(sample)):
            continue
        if encoding == "utf-8" and not decoded.damaged and decoded.text.isascii():
            return [(1.0, decoded)]
        candidates.append(
            (_score(decoded.text) - decoded.damaged / max(1, len(decoded.text)), decoded)
        )
    return candidates


def decode(data: bytes, name: str) -> Decoded:
    """The text of ``data``, whatever it declares.

    Raises
    ------
    AtlasError
        When no encoding of Chinese text makes words of it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding)
    candidates = _candidates(data)
    if not candidates:
        raise refusal(name, "unknown")
    score, best = max(candidates, key=lambda one: one[0])
    if "\x00" in best.text or (score < _PLAUSIBLE and best.encoding.startswith("utf-16")):
        raise refusal(name, "unknown")
    return _decode(data, best.encoding)
