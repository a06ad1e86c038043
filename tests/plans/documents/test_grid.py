"""How far a cell may reach."""

from __future__ import annotations

import pytest

from plans.documents.grid import MOST_SPAN, _within


@pytest.mark.parametrize(
    ("told", "heeded"),
    [(-5, 1), (0, 1), (1, 1), (7, 7), (MOST_SPAN, MOST_SPAN), (MOST_SPAN + 1, MOST_SPAN)],
)
def test_a_cell_covers_one_place_at_least_and_no_more_than_a_page_has(
    told: int, heeded: int
) -> None:
    assert _within(told) == heeded
