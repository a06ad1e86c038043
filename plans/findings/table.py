"""Findings as a table: one row a mention, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

from plans.findings.findings import Finding
from plans.records import Mention
from registry.files.csvfile import excel_text

#: What stands behind the fields of a mention: a reviewer's word, then the proposed record.
PROPOSED = ("review", "new_id", "name_en", "stops", "precision")
#: The plan's id, then the fields of a mention, then what is proposed.
COLUMNS = ("plan", *(column.name for column in fields(Mention)), *PROPOSED)


def row(finding: Finding) -> dict[str, object]:
    """A finding by column; what is not known is None."""
    new = finding.proposal
    return {
        "plan": finding.plan,
        **asdict(finding.mention),
        "review": finding.review or None,
        "new_id": new.id if new else None,
        "name_en": new.name_en if new else None,
        "stops": ";".join(new.stops) if new else None,
        "precision": finding.precision,
    }


def mentions_csv(found: Iterable[Finding]) -> str:
    """The table for Excel and for reading back, no cell of which runs as a formula."""
    return excel_text(COLUMNS, map(row, found))
