"""Reading takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

from time import process_time

import pytest

from plans.reading.mentions import read_mentions


def spent(text: str) -> float:
    """Seconds of the processor that reading takes, the better of two."""
    times = []
    for _ in range(2):
        begin = process_time()
        read_mentions(text)
        times.append(process_time() - begin)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    [
        "云青铁路、",
        "云泽至青岚、",
        "云泽至青岚段、",
        "建设云青铁路,",
        "、和等铁路至段",
        "云泽、经",
        "(((",
        "铁路",
        "经云青高速公路与",
        "建,\n",
        "(建)\n",
        "云|\n",
        "去年云青铁路通车,",
        "云青线延伸至青岚开发区",
        "轨道交通1号线、2号线、",
        "x",
    ],
)
def test_eight_times_the_text_takes_far_less_than_its_square(unit: str) -> None:
    short, long = (unit * (size // len(unit)) + "高速公路建设。" for size in (1500, 12000))
    assert spent(long) < 24 * max(spent(short), 0.02)
