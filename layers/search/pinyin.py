"""How characters are read.

The readings stand in ``pinyin.txt`` (``python -m scripts.derive_pinyin``), so that nothing has to
be installed for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

#: The first byte of the second level of GB 2312.
_SECOND_LEVEL = 0xD8


@cache
def readings() -> dict[str, str]:
    """Character to syllable, in plain letters."""
    syllable_of: dict[str, str] = {}
    for line in (Path(__file__).parent / "pinyin.txt").read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        syllable_of |= dict.fromkeys(characters, syllable)
    return syllable_of


def known_in(texts: Iterable[str]) -> dict[str, str]:
    """:func:`readings` of the characters in ``texts``, and of the common ones.

    It is what a search needs: a name's own characters, and what may stand there by mistake.
    """
    shown = set("".join(texts))
    return {c: syllable for c, syllable in readings().items() if c in shown or _common(c)}


def table(known: Mapping[str, str]) -> dict[str, str]:
    """``known`` as the view takes it: syllable to characters.

    >>> table({"渝": "yu", "昆": "kun", "余": "yu"})
    {'kun': '昆', 'yu': '渝余'}
    """
    characters_of: dict[str, str] = {}
    for character, syllable in known.items():
        characters_of[syllable] = characters_of.get(syllable, "") + character
    return dict(sorted(characters_of.items()))


def _common(character: str) -> bool:
    """Whether ``character`` is of the first level of GB 2312, the 3,755 in most use."""
    return character.encode("gb2312")[0] < _SECOND_LEVEL
