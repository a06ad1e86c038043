"""Years as plans write them, in figures and in Chinese numerals, of the Republic too."""

from __future__ import annotations

import pytest

from plans.reading.lexical.dates import republic_years, years


@pytest.mark.parametrize(
    ("text", "said", "length"),
    [
        ("2029年底前建成", (2029,), 7),
        ("二○二九年竣工", (2029,), 5),
        ("二〇三〇年首季通车", (2030,), 7),
        ("二零一九年十二月三十一日开通", (2019,), 12),
        ("一九九八年", (1998,), 5),
        ("到2025年第四季", (2025,), 9),
        ("2021—2025年", (2021, 2025), 10),
        ("2021年至25年", (2021, 2025), 9),
        ("二○三四年至二○三五年", (2034, 2035), 11),
        ("2030", (2030,), 4),
        ("于2034年至2035年通车", (2034, 2035), 12),
        ("自二○二一年到二○二五年", (2021, 2025), 12),
    ],
)
def test_years_are_read(text: str, said: tuple[int, ...], length: int) -> None:
    token = years(text, 0)
    assert token is not None
    assert (token.years, token.end, token.kind) == (said, length, "year")


@pytest.mark.parametrize(
    "text", ["2000公里", "二○二九", "一二三四年", "三○二九年", "2030.5亿元", "1829年", "二十九年"]
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert years(text, 0) is None


def test_a_number_that_began_before_is_no_year() -> None:
    assert years("G2030年", 1) is None
    assert years("12030年", 1) is None
    assert republic_years("1114年", 1) is None


@pytest.mark.parametrize(
    ("text", "said", "length"),
    [
        ("114年10月底完工", (2025,), 8),
        ("民国99年", (2010,), 5),
        ("一一八年六月完工", (2029,), 6),
        ("一二○年", (2031,), 4),
        ("一百一十四年", (2025,), 6),
        ("一百十四年", (2025,), 5),
        ("一百二十年", (2031,), 5),
        ("一百零五年", (2016,), 5),
        ("113至118年", (2024, 2029), 8),
    ],
)
def test_years_of_the_republic_are_read(text: str, said: tuple[int, ...], length: int) -> None:
    token = republic_years(text, 0)
    assert token is not None
    assert (token.years, token.end) == (said, length)


@pytest.mark.parametrize("text", ["一百年", "十年", "一百公里", "5年"])
def test_spans_are_no_years_of_the_republic(text: str) -> None:
    assert republic_years(text, 0) is None
