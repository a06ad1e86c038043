"""What a person takes away from a review: what counts of it, as if just extracted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plans.extraction.extraction import Extraction
from review.corrections import Corrected
from review.source import Source

Reviewed = Sequence[tuple[Source, Sequence[Corrected]]]


def extraction(reviewed: Reviewed) -> Extraction:
    """What counts after review, the documents' texts one after another."""
    found = Extraction()
    verdicts: list[str] = []
    for source, rows in reviewed:
        if source.document:
            counted = [row for row in rows if row.counts]
            found.add(source.plan, source.name, source.document, [row.mention for row in counted])
            verdicts += [row.verdict for row in counted]
    found.found = [replace(f, review=v) for f, v in zip(found.found, verdicts, strict=True)]
    return found
