"""What text may hold and how a search compares it; how ids and dates look.

``web/src/core/search/folding.js`` compares alike in the browser; ``tests/data/hidden.json`` is read
by the tests of both.
"""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Iterable

#: The longest name, in characters.
LONGEST = 200
#: Characters that cannot be seen, by Unicode's categories: controls, what only formats text around
#: it (Cf), half a character, private use, separators of lines and paragraphs; selectors of variants
#: and the fillers and joiners that are drawn as nothing; and U+FFFD, which stands where a character
#: was lost. Written out, so that every Python and browser has the same
#: (``web/src/core/search/folding.js``).
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3164"
    "\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffd\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f\U000e0100-\U000e01ef\U000f0000-\U000ffffd\U00100000-\U0010fffd]"
)
#: White space between words, the same in every language that searches: blanks of any width, tabs
#: and line ends. Other controls and separators are ignored with all that cannot be seen.
_SPACE = re.compile(r"[^\S\x1c-\x1f\x85\u2028\u2029]+")
#: What an id and the code of an area look like.
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADCODE = r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$"
#: A host as addresses and the list of those that are no source write it.
HOST = r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$"
#: The first and the last year of which anything is said.
YEAR_MIN, YEAR_MAX = 1900, 2060
#: What a year, a month or a day looks like.
DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$"
_DATE = re.compile(DATE)
_FORMULA = ("=", "+", "-", "@")
#: Marks that join names in lists, name a place's county, or open a tag.
_MARKS = frozenset(";@<>")


def first_hidden(text: str) -> str:
    """The first character of ``text`` that cannot be seen, as a line break; ``""`` for none."""
    found = _HIDDEN.search(text)
    return found[0] if found else ""


def hidden(text: str) -> bool:
    """Whether ``text`` holds a character that cannot be seen."""
    return bool(first_hidden(text))


def seen(text: str) -> str:
    """``text`` without the characters that cannot be seen."""
    return _HIDDEN.sub("", text)


def trimmed(text: str) -> str:
    """``text`` without the blanks and line ends round it, as people and YAML leave them."""
    return text.strip(" \t\r\n\xa0\u3000")


def fold(text: str) -> str:
    """``text`` as it is compared: only what can be seen, full-width forms plain, capitals small.

    As a browser does it, so that a link finds the same there and here.

    >>> fold("ＹＵ\u200bkun")
    'yukun'
    """
    return unicodedata.normalize("NFKC", seen(text)).lower()


def fold_all(texts: Iterable[str]) -> str:
    """``texts``, each folded, one a line: a folded word never reaches from one into another."""
    return "\n".join(map(fold, texts))


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded; a line end parts words as a blank does."""
    return [word for word in fold(_SPACE.sub(" ", text)).split(" ") if word]


def spelling(text: str) -> str:
    """``text`` folded and without white space, to be compared as a whole."""
    return "".join(words_of(text))


def visible(text: str) -> str:
    r"""``text`` with its hidden characters spelled out as JSON does it, ``\n`` and ``\u202e``."""
    return _HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def code_point(character: str) -> str:
    """A character by its number and, where it has one, its name: ``U+200B ZERO WIDTH SPACE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def unfit(name: str) -> bool:
    """Whether ``name`` cannot be a name: hidden characters, marks, a formula, or too long."""
    return (
        hidden(name)
        or not _MARKS.isdisjoint(name)
        or name.startswith(_FORMULA)
        or len(name) > LONGEST
    )


def short(value: object, longest: int = 80) -> object:
    """``value`` as a sentence shows it: itself, or its text cut after ``longest`` characters."""
    text = str(value)
    return value if len(text) <= longest else f"{text[: longest - 1]}…"


def listing(names: Iterable[str], most: int) -> str:
    """``names`` as a sentence lists them: the first ``most`` of them, none too long."""
    every = [str(short(name, 40)) for name in names]
    return ", ".join(every[:most]) + ("…" if len(every) > most else "")


def is_day(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day that the calendar has.

    >>> is_day("2024"), is_day("2024-02"), is_day("2024-02-29"), is_day("2023-02-29")
    (True, True, True, False)
    """
    if not _DATE.fullmatch(text) or not YEAR_MIN <= int(text[:4]) <= YEAR_MAX:
        return False
    try:
        return len(text) < len("2020-01-01") or bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
