"""Tables of Markdown, whose cells are text from data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table_row(*cells: object) -> str:
    """A row of a table; what would end a cell or the row is none of its text."""
    texts = (str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
    return "| " + " | ".join(texts) + " |"


def table(head: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """A whole table, ending with a line feed."""
    lines = [table_row(*head), "|" + "---|" * len(head), *(table_row(*row) for row in rows)]
    return "\n".join(lines) + "\n"
