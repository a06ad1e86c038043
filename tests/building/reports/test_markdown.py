"""Tables of Markdown keep text from data in its cell."""

from __future__ import annotations

from building.reports.markdown import table, table_row


def test_a_cell_ends_neither_itself_nor_its_row() -> None:
    assert table_row("a|b", "c\nd", 3) == "| a\\|b | c d | 3 |"


def test_a_table_has_a_rule_as_wide_as_its_head() -> None:
    assert table(["a", "b"], [(1, 2), ("x|y", "")]) == (
        "| a | b |\n|---|---|\n| 1 | 2 |\n| x\\|y |  |\n"
    )
    assert table(["a"], []) == "| a |\n|---|\n"
