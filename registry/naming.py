"""What text may hold, so that it stays itself wherever it is shown; how ids and dates look."""

from __future__ import annotations

import datetime
import re
import unicodedata

#: The longest name, in characters.
LONGEST = 200
#: Characters that turn the direction of the text around them.
_TURNS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: What an id and the code of an area look like.
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADCODE = r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$"
#: The first and the last year of which anything is said.
YEAR_MIN, YEAR_MAX = 1900, 2060
#: What a year, a month or a day looks like.
DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$"
_DATE = re.compile(DATE)
_FORMULA = ("=", "+", "-", "@")
#: Marks that join names in lists, name a place's county, or open a tag.
_MARKS = frozenset(";@<>")


def hidden(text: str) -> bool:
    """Whether ``text`` holds a character that cannot be seen, such as a line break."""
    return any(unicodedata.category(c) in ("Cc", "Cs") or c in _TURNS for c in text)


def visible(text: str) -> str:
    r"""``text`` with its hidden characters spelled out, as ``\n``."""
    if not hidden(text):
        return text
    return "".join(c.encode("unicode_escape").decode() if hidden(c) else c for c in text)


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
