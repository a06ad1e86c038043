"""Dates that are known to the year, the month or the day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts import dates


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [
        ("2019", "2020", True),
        ("2020", "2020-06", False),
        ("2020-06", "2020", False),
        ("2020-06", "2020-07-01", True),
        ("2020-06-25", "2020-06", False),
        ("2020-06-24", "2020-06-25", True),
        ("2020-06-25", "2020-06-25", False),
        ("2021", "2020-12-31", False),
    ],
)
def test_before_for_certain(one: str, other: str, is_before: bool) -> None:
    assert dates.before(one, other) is is_before


@pytest.mark.parametrize(
    ("date", "promised", "months"),
    [
        ("2021-06", 2020, 6),
        ("2021-06-28", 2020, 6),
        ("2021-01", 2020, 1),
        ("2021-12-31", 2020, 12),
        ("2022-01-01", 2020, 13),
        ("2020-12-24", 2018, 24),
        ("2021", 2020, None),
    ],
)
def test_whole_months_from_december(date: str, promised: int, months: int | None) -> None:
    assert dates.months_late(date, promised) == months


def test_between_which_a_year_alone_lies() -> None:
    assert dates.months_between("2021", 2020) == (1, 12)
    assert dates.months_between("2023", 2020) == (25, 36)


@given(st.integers(1990, 2060), st.integers(1990, 2060), st.integers(1, 12))
def test_a_month_lies_between_what_its_year_says(year: int, promised: int, month: int) -> None:
    least, most = dates.months_between(str(year), promised)
    late = dates.months_late(f"{year}-{month:02d}", promised)
    assert late is not None
    assert least <= late <= most


def test_the_surer_date_of_a_year_comes_first() -> None:
    given_dates = ["2020", "2020-06", "2019-12-31", "2020-06-25", "2021-01-01", "2020-07"]
    assert sorted(given_dates, key=dates.earliest_key) == [
        *("2019-12-31", "2020-06-25", "2020-06", "2020-07", "2020", "2021-01-01"),
    ]


@pytest.mark.parametrize(
    ("date", "months", "back"),
    [
        ("2026-11-26", 12, "2025-11-26"),
        ("2026-11-26", 11, "2025-12-26"),
        ("2026-11-26", 10, "2026-01-26"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-11-26", 0, "2026-11-26"),
    ],
)
def test_months_back(date: str, months: int, back: str) -> None:
    assert dates.months_back(date, months) == back
