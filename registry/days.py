"""Days as the records write them: a year, a month or a day, as ISO 8601 has it."""

from __future__ import annotations

import datetime
import re

#: The first and the last year of which anything is said.
YEAR_MIN, YEAR_MAX = 1900, 2060
#: How a year, a month or a day looks.
PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$"
_SHAPE = re.compile(PATTERN)


def is_day(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day that the calendar has.

    >>> is_day("2024"), is_day("2024-02"), is_day("2024-02-29"), is_day("2023-02-29")
    (True, True, True, False)
    """
    if not _SHAPE.fullmatch(text) or not YEAR_MIN <= int(text[:4]) <= YEAR_MAX:
        return False
    try:
        return len(text) < len("2020-01-01") or bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
