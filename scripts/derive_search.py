"""``python -m scripts.derive_search``: what the search knows of characters and of China's places.

Writes ``layers/search/characters.txt``, one line a character of GB 2312: the character, then the
forms that are read as it (traditional ones by OpenCC, Japanese ones, radicals that stand for whole
characters); and ``layers/search/places.txt``: the provinces and prefectures of China by their short
names, each with the characters that names of lines have for it, then a line of all characters of
which the names of its counties are made. The files are committed; the lexicon of the reader of
plans is their source.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from opencc import OpenCC

from layers.search.tables import CHARACTERS, PLACES
from plans.matching.forms import rules
from plans.radicals import mend
from plans.reading.lexical.files import places
from registry.commandline import run_script
from registry.files import write_text
from registry.land.placenames import short
from scripts.derive_pinyin import characters as common

#: The ideographs of the basic plane, their extension A, and the radicals beside them.
_BLOCKS = ((0x2E80, 0x2EFF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF))
#: The last digits of the adcode of a province's capital.
_CAPITAL = "0100"


def forms() -> Iterator[tuple[str, str]]:
    """(character, form) for each form that is read as another character."""
    to_simplified, from_japanese = OpenCC("t2s"), OpenCC("jp2t")
    for first, last in _BLOCKS:
        for point in range(first, last + 1):
            form = chr(point)
            for read in (mend(form), form, from_japanese.convert(form)):
                plain: str = to_simplified.convert(read)
                if plain != form:
                    yield plain, form
                    break


def character_table() -> str:
    """The text of ``characters.txt``."""
    known = set(common())
    forms_of: dict[str, str] = {}
    for plain, form in forms():
        if plain in known and form not in known:
            forms_of[plain] = forms_of.get(plain, "") + form
    return "".join(f"{plain} {forms_of[plain]}\n" for plain in sorted(forms_of))


def place_table() -> str:
    """The text of ``places.txt``."""
    letters = rules().abbreviations
    names = {code: short(name) for name, kind, code in places() if kind == "province"}
    rows: dict[str, str] = {}
    characters: set[str] = set()
    for name, kind, code in places():
        if kind not in ("province", "prefecture", "county"):
            continue
        called = short(name)
        characters.update(called)
        if kind == "county":
            continue
        own = letters.get(called, "")
        if code.endswith(_CAPITAL):
            own += letters.get(names.get(f"{code[:2]}0000", ""), "")
        rows.setdefault(called, "".join(dict.fromkeys(own)))
    lines = [f"{name} {rows[name]}".rstrip() for name in sorted(rows)]
    return (
        "\n".join([*lines, "* " + "".join(sorted(characters | set("".join(rows.values()))))]) + "\n"
    )


def main() -> None:
    """Write the files."""
    write_text(CHARACTERS, character_table())
    write_text(PLACES, place_table())


if __name__ == "__main__":
    sys.exit(run_script(main))
