"""What was extracted as a table: one row a mention, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

from plans.extraction.extraction import ExtractedMention
from plans.records import Mention
from registry.files.csvfile import excel_text

#: What stands behind the fields of a mention: a reviewer's word, then the proposed record.
PROPOSED = ("review", "new_id", "name_en", "stops", "precision")
#: The plan's id, then the fields of a mention, then what is proposed.
COLUMNS = ("plan", *(column.name for column in fields(Mention)), *PROPOSED)


def row(extracted: ExtractedMention) -> dict[str, object]:
    """An extracted mention by column; what is not known is None."""
    new = extracted.proposal
    return {
        "plan": extracted.plan,
        **asdict(extracted.mention),
        "review": extracted.review or None,
        "new_id": new.id if new else None,
        "name_en": new.name_en if new else None,
        "stops": ";".join(new.stops) if new else None,
        "precision": extracted.precision,
    }


def mentions_csv(found: Iterable[ExtractedMention]) -> str:
    """The table for Excel and for reading back, no cell of which runs as a formula."""
    return excel_text(COLUMNS, map(row, found))
