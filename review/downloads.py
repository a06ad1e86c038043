"""What a person takes away from a review: what counts of it, as if just extracted.

Each file is made when it is asked for by its address, of the review as it stood at a step of the
page: what was corrected just before is in it, whenever it is asked for.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from plans.extraction.extraction import Extraction
from plans.extraction.page import extraction_page
from plans.extraction.table import mentions_csv
from registry import sentences
from registry.errors import AtlasError
from review.corrections import Corrected
from review.shapes import Locator
from review.source import Source
from review.taken_up import review_text

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


@dataclass(frozen=True)
class Review:
    """A review at one moment: the documents with their rows, and the corrections as told."""

    ready: Reviewed
    locator: Locator
    told: Mapping[str, Mapping[str, object]]
    lang: str

    @property
    def found(self) -> Extraction:
        """What counts, with new projects placed."""
        return self.locator.propose(extraction(self.ready))

    @property
    def stem(self) -> str:
        """What the files are called."""
        return self.ready[0][0].plan if len(self.ready) == 1 else "plans"


@dataclass(frozen=True)
class _Kind:
    ending: str
    mime: str
    make: Callable[[Review], str]


KINDS: Mapping[str, _Kind] = {
    "table": _Kind(
        "-mentions.csv", "text/csv; charset=utf-8", lambda r: mentions_csv(r.found.found)
    ),
    "geojson": _Kind(
        "-mentions.geojson", "application/geo+json", lambda r: r.locator.geojson(r.found)
    ),
    "marked": _Kind(
        ".html", "text/html; charset=utf-8", lambda r: extraction_page(r.found, r.lang)
    ),
    "review": _Kind(
        "-review.json",
        "application/json",
        lambda r: review_text([source for source, _ in r.ready], r.told),
    ),
}


@dataclass
class Shelf:
    """The downloads of one page, whose address nobody else knows: it holds ``token``."""

    token: str = field(default_factory=partial(secrets.token_urlsafe, 24))
    step: int = -1
    review: Review | None = None

    def put(self, step: int, review: Review | None) -> None:
        """The review as it stands at ``step`` of the page; None where nothing was read."""
        self.step, self.review = step, review

    def file(self, kind: str) -> tuple[str, str, str]:
        """The file of ``kind``: its name, its media type, its text.

        Raises
        ------
        AtlasError
            There is no such kind, nothing was read, or it cannot be made.
        """
        found, review = KINDS.get(kind), self.review
        if found is None:
            raise sentences.unknown_code("downloads", "download", kind, list(KINDS))
        if review is None:
            raise AtlasError(
                "downloads",
                zh="还没有读完的文件，没有东西可下载",
                en="no document was read to its end yet, there is nothing to download",
            )
        return review.stem + found.ending, found.mime, found.make(review)
