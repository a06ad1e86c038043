"""A reviewed table: the rows of mentions.csv, perhaps corrected in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from plans.documents.decoding import decode
from plans.extraction.extraction import ExtractedMention
from plans.extraction.table import row
from registry.column import PLAN, REG, Column, Kind
from registry.errors import AtlasError
from registry.files.csvfile import FORMULA, parse_rows, typed_rows
from registry.vocab import Mode, Status

ACCEPT, REJECT = "accept", "reject"
#: What a reviewer may write in the column ``review``, and what it means.
REVIEWS = {
    "": "",
    **dict.fromkeys((ACCEPT, "accepted", "yes", "y", "1", "接受", "采用", "是", "对"), ACCEPT),
    **dict.fromkeys((REJECT, "rejected", "no", "n", "0", "拒绝", "不要", "否", "错"), REJECT),
}
_LABEL = ("", "")


def _column(name: str, kind: Kind = Kind.TEXT, codes: str = "", *, needed: bool = False) -> Column:
    source = PLAN if needed else REG
    return Column(name, kind, _LABEL, _LABEL, source, codes=codes, required=needed)


#: The columns that are heeded; others, such as start and end, are passed over.
COLUMNS = (
    _column("plan", needed=True),
    _column("clause"),
    _column("as_written", needed=True),
    _column("name", needed=True),
    _column("mode", Kind.CODE, "mode", needed=True),
    _column("action"),
    _column("status", Kind.CODE, "status", needed=True),
    _column("start_year", Kind.INTEGER),
    _column("complete_year", Kind.INTEGER),
    _column("project_id"),
    _column("doubt"),
    _column("kind"),
    _column("review"),
    _column("new_id"),
    _column("name_en"),
    _column("stops"),
)


@dataclass(frozen=True)
class Reviewed:
    """A row that a reviewer has not rejected; text that a row lacks is empty.

    ``where`` tells a reader which row it is. ``project_id`` names a known project; else
    ``new_id``, ``name_en`` and ``stops`` describe a new one. ``sure`` is True where the reviewer
    has written that it is accepted.
    """

    where: str
    plan: str
    clause: str
    as_written: str
    name: str
    mode: Mode
    action: str
    status: Status
    start_year: int | None
    complete_year: int | None
    project_id: str
    doubt: str
    kind: str
    new_id: str
    name_en: str
    stops: tuple[str, ...]
    sure: bool


def _plain(value: object) -> object:
    """A cell without the apostrophe that kept a spreadsheet from running it."""
    if type(value) is str:  # and no code of a vocabulary
        text = value.strip()
        return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text
    return value


def _verdict(value: object, where: str) -> str:
    word = str(value or "").strip().lower()
    if word not in REVIEWS:
        raise AtlasError(
            f"{where}: review",
            zh=f"“{value}”应当是 accept（接受）、reject（拒绝）或空白",
            en=f"{value!r} must be accept, reject or empty",
        )
    return REVIEWS[word]


def _taken(cells: dict[str, object], where: str) -> Reviewed | None:
    """The row, unless it is rejected, or is an achievement that nobody has asked for."""
    verdict = _verdict(cells.pop("review"), where)
    if verdict == REJECT or (cells["kind"] == "achievement" and verdict != ACCEPT):
        return None
    stops = str(cells.pop("stops") or "").replace("；", ";").split(";")
    values = {name: "" if value is None else value for name, value in cells.items()}
    values |= {name: cells[name] for name in ("start_year", "complete_year")}
    return Reviewed(
        where=where,
        stops=tuple(stop.strip() for stop in stops if stop.strip()),
        sure=verdict == ACCEPT,
        **cast("dict[str, str]", values),  # type: ignore[arg-type]
    )


def reviewed_rows(data: bytes, label: str) -> list[Reviewed]:
    """The rows of a table that are not rejected, in their order.

    Parameters
    ----------
    data : bytes
        The file, in UTF-8 or as a Chinese spreadsheet saves it.
    label : str
        What errors call it.

    Raises
    ------
    AtlasError
        At line and column, for a cell that cannot be understood.
    """
    text = decode(data, label).text
    found = []
    for where, cells in typed_rows(parse_rows(text, label, COLUMNS), COLUMNS, named="name"):
        plain = {name: _plain(value) for name, value in cells.items()}
        if taken := _taken(plain, where):
            found.append(taken)
    return found


def reviewed(mentions: Iterable[ExtractedMention], *, achievements: bool = False) -> list[Reviewed]:
    """Extracted mentions as they are, the achievements among them only if wanted."""
    names = {column.name for column in COLUMNS}
    found = []
    for number, extracted in enumerate(mentions, 1):
        cells = {name: value for name, value in row(extracted).items() if name in names}
        cells |= {"mode": Mode(extracted.mention.mode), "status": Status(extracted.mention.status)}
        if achievements:
            cells["kind"] = ""
        where = f"{extracted.plan}: {number} ({extracted.mention.name})"
        if taken := _taken(cells, where):
            found.append(taken)
    return found
