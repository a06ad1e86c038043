"""A correction note: one JSON object, alone in its file or in a list of them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from registry.errors import AtlasError
from registry.files.jsonfile import parse_json
from registry.files.records import fault, hidden_fault, validate
from registry.files.text import read_text
from registry.models import PartialDate, Record, Slug
from registry.naming import LONGEST, first_hidden, trimmed
from registry.notes.vocab import LONGEST_CONTACT, LONGEST_SOURCE, LONGEST_TEXT, NoteKind

#: The most notes in one file, and the most MB of it.
MOST_NOTES, MOST_MB = 1000, 10
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def _moment(text: str) -> str:
    try:
        if not _MOMENT.fullmatch(text):
            raise ValueError
        datetime.datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError as error:
        raise fault(
            zh="应当是像 2026-11-26T08:30:00Z 的时刻",
            en="must be a moment such as 2026-11-26T08:30:00Z",
        ) from error
    return text


def _digest(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{4,64}", text):
        raise fault(
            zh="应当是页面写下的十六进制摘要", en="must be the hexadecimal digest that a page wrote"
        )
    return text


def _line(text: str, breaks: str = "") -> str:
    """``text`` trimmed; it holds nothing that cannot be seen but ``breaks``."""
    plain = trimmed(text)
    if found := first_hidden(plain.replace(breaks, "") if breaks else plain):
        raise hidden_fault(found)
    if not plain:
        raise fault(zh="不能为空", en="must not be empty")
    return plain


def _lines(text: str) -> str:
    return _line(text, "\n")


Digest = Annotated[str, AfterValidator(_digest)]


class Seen(Record):
    """Which data the writer looked at."""

    title: Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(_line)] = Field(
        description="What the atlas is called."
    )
    as_of: PartialDate | None = Field(description="The day of its facts.")
    data: Digest = Field(description="Digest of the data as a whole.")
    project: Digest | None = Field(description="Digest of what was shown of the project.")


class Note(Record):
    """What one reader says is wrong; ``lon`` and ``lat`` are degrees of WGS84."""

    atlas: Seen
    written: Annotated[str, AfterValidator(_moment)] = Field(description="When, in UTC.")
    kind: NoteKind
    project: Slug | None = Field(description="Id of the project, null for a place.")
    lon: float | None = Field(ge=-180, le=180)
    lat: float | None = Field(ge=-90, le=90)
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_lines)]
    source: (
        Annotated[str, StringConstraints(max_length=LONGEST_SOURCE), AfterValidator(_line)] | None
    ) = Field(default=None, description="Where the writer knows it from.")
    contact: (
        Annotated[str, StringConstraints(max_length=LONGEST_CONTACT), AfterValidator(_line)] | None
    ) = Field(default=None, description="Who may be asked; never printed.")

    @model_validator(mode="after")
    def _about_something(self) -> Self:
        if (self.lon is None) != (self.lat is None):
            raise fault(
                zh="lon 与 lat 要同时写明或同时为 null",
                en="lon and lat must both be numbers or both be null",
            )
        if self.project is None and self.lon is None:
            raise fault(
                zh="要写明 project，或写明 lon 与 lat", en="needs a project, or lon and lat"
            )
        if (self.project is None) != (self.atlas.project is None):
            raise fault(
                zh="project 与 atlas.project 要同时写明或同时为 null",
                en="project and atlas.project must both be given or both be null",
            )
        return self


def read_notes(path: Path, label: str) -> list[Note]:
    """The notes in ``path``: one object, or a list of at most :data:`MOST_NOTES`.

    Raises
    ------
    AtlasError
        At ``label``, with the place in the list and the field, when it is missing, a folder, too
        large, no JSON, or holds what is no note.
    """
    found = parse_json(read_text(path, label, most=MOST_MB), label)
    if not isinstance(found, list):
        return [validate(Note, found, label)]
    if not 0 < len(found) <= MOST_NOTES:
        raise AtlasError(
            label,
            zh=f"有 {len(found)} 条，应当是 1 到 {MOST_NOTES} 条",
            en=f"holds {len(found)} notes, 1 to {MOST_NOTES} are expected",
        )
    return [validate(Note, one, label, record=f"[{i}]") for i, one in enumerate(found)]
