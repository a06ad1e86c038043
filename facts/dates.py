"""Dates known to the year, the month or the day, compared only as far as both are known.

A date is text as ISO 8601 has it: ``2020``, ``2020-06`` or ``2020-06-25``.
"""

from __future__ import annotations

import calendar

MONTHS = 12


def year(date: str) -> int:
    """The year of ``date``."""
    return int(date[:4])


def month(date: str) -> int | None:
    """The month of ``date``, 1 to 12; None where only the year is known."""
    return int(date[5:7]) if len(date) >= len("2020-06") else None


def before(one: str, other: str) -> bool:
    """Whether ``one`` lies before ``other`` for certain: 2020 is not before 2020-06."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def earliest_key(date: str) -> tuple[str, int]:
    """Orders dates by time; of a year and a day within it the day comes first, being surer."""
    return date[:4] + date[4:].ljust(len("-00-00"), "~"), -len(date)


def months_late(date: str, promised: int) -> int | None:
    """Whole months from December of the year ``promised`` to ``date``; None without a month."""
    known = month(date)
    return None if known is None else (year(date) - promised) * MONTHS + known - MONTHS


def months_between(date: str, promised: int) -> tuple[int, int]:
    """The least and the most :func:`months_late` can be where only the year is known."""
    most = (year(date) - promised) * MONTHS
    return most - MONTHS + 1, most


def months_back(date: str, months: int) -> str:
    """The day that lies ``months`` before the day ``date``; a short month ends it early."""
    count = year(date) * MONTHS + int(date[5:7]) - 1 - months
    to_year, month_index = divmod(count, MONTHS)
    last = calendar.monthrange(to_year, month_index + 1)[1]
    return f"{to_year:04d}-{month_index + 1:02d}-{min(int(date[8:10]), last):02d}"
