"""The number of the clause that each part of a plan stands in, as the plan counts."""

from __future__ import annotations

from plans.clauses import ITEM, CLAUSE, SECTION


class Labels:
    """Follows the numbers of a plan, part by part."""

    def __init__(self) -> None:
        self._section = self._clause = self._item = ""

    def step(self, text: str) -> str:
        """The label of the part ``text``, the next of the plan."""
        if found := SECTION.match(text):
            self._section, self._clause, self._item = found[1], "", ""
        elif found := CLAUSE.match(text):
            self._clause, self._item = found[1], ""
        elif found := ITEM.match(text):
            self._item = found[1] or found[2]
        return self._section + self._clause + self._item
