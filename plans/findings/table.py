"""Findings as a table: one row a mention, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

from plans.findings.findings import Finding
from plans.records import Mention
from registry.files.csvfile import excel_text

#: The plan's id, then the fields of a mention.
COLUMNS = ("plan", *(column.name for column in fields(Mention)))


def row(finding: Finding) -> dict[str, object]:
    """A finding by column; what is not known is None."""
    return {"plan": finding.plan, **asdict(finding.mention)}


def mentions_csv(found: Iterable[Finding]) -> str:
    """The table for Excel and for reading back, no cell of which runs as a formula."""
    return excel_text(COLUMNS, map(row, found))
