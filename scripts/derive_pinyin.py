"""``python -m scripts.derive_pinyin``: how each Chinese character reads, for the search.

Writes ``layers/search/pinyin.txt``, one line a syllable: the syllable, then the characters
that read so in the names of places and works. Needs ``requirements-data.txt``; the file is
committed, so that nobody who runs the product does.
"""

from __future__ import annotations

import sys

from pypinyin import Style, lazy_pinyin

from registry.commandline import run_script
from registry.files import write_text
from registry.paths import ROOT
from scripts.sources import romanize

TARGET = ROOT / "layers" / "search" / "pinyin.txt"

#: Characters with several readings, as names in Sichuan and Chongqing have them (重庆, 乐山 …).
LOCAL = {
    "重": "chong",
    "长": "chang",
    "都": "du",
    "乐": "le",
    "射": "she",
    "什": "shi",
    "筠": "jun",
    "荥": "ying",
    "郫": "pi",
    "秀": "xiu",
    "会": "hui",
    "藏": "zang",
    "行": "xing",
    "调": "diao",
    "绿": "lv",
}


def characters() -> str:
    """The 6,763 Chinese characters of GB 2312, which hold every name in use."""
    return "".join(
        bytes((high, low)).decode("gb2312", errors="ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    )


def table() -> str:
    """The file's text."""
    assert romanize  # its readings of place names are loaded on import
    by_reading: dict[str, list[str]] = {}
    for character in characters():
        (reading,) = lazy_pinyin(character, style=Style.NORMAL, v_to_u=False)
        by_reading.setdefault(LOCAL.get(character, reading), []).append(character)
    return "".join(f"{reading} {''.join(by_reading[reading])}\n" for reading in sorted(by_reading))


def main() -> None:
    """Write the file."""
    write_text(TARGET, table())


if __name__ == "__main__":
    sys.exit(run_script(main))
