"""Radicals that stand for whole characters.

Printers to PDF write some characters as radicals of U+2E80–2EFF, which look the same and which
Unicode's compatibility forms (NFKC) leave as they are, two excepted; the Kangxi radicals of
U+2F00–2FD5 they do mend.
"""

from __future__ import annotations

import unicodedata

_FIRST_SUPPLEMENT = 0x2E81
#: The character of each code point from U+2E81 on; "·" where none looks the same.
_SUPPLEMENT = (
    "厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尣巳幺彑彐忄㣺扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹"
    "纟罓罒㓁㓁罒羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食"
    "飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_KANGXI = range(0x2F00, 0x2FD6)

#: For :meth:`str.translate`: each radical to its character, one for one.
_CHARACTERS = {
    **{
        point: character
        for point, character in enumerate(_SUPPLEMENT, _FIRST_SUPPLEMENT)
        if character != "·"
    },
    **{point: unicodedata.normalize("NFKC", chr(point)) for point in _KANGXI},
}


def mend(text: str) -> str:
    """``text`` with the characters that stand there as radicals, one for one."""
    return text.translate(_CHARACTERS)
