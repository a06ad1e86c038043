"""What a person takes away from a review: table, shapes, marked text, and the review itself."""

from __future__ import annotations

from collections.abc import Sequence

from plans.findings.findings import Findings
from plans.findings.page import findings_page
from plans.findings.table import mentions_csv
from review.corrections import Corrected
from review.source import Source

Reviewed = Sequence[tuple[Source, Sequence[Corrected]]]


def findings(reviewed: Reviewed) -> Findings:
    """What counts after review, the documents' texts one after another."""
    found = Findings()
    for source, rows in reviewed:
        if source.document:
            mentions = [row.mention for row in rows if row.counts]
            found.add(source.plan, source.name, source.document, mentions)
    return found


def table(reviewed: Reviewed) -> str:
    """The table as CSV for Excel and for reading back."""
    return mentions_csv(findings(reviewed).found)


def marked_page(reviewed: Reviewed, lang: str) -> str:
    """The table and the text with what counts marked in it, as a page that runs no script."""
    return findings_page(findings(reviewed), lang)
