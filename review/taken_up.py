"""A review put aside and taken up again: the review file, and the folder of ``plans read``."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from plans.accepting.rows import REVIEWS
from plans.documents import Document, read_pasted
from plans.documents.reader import check_size
from plans.records import Mention
from registry.column import PLAN, Column, Kind
from registry.errors import AtlasError
from registry.files.csvfile import parse_rows
from registry.naming import YEAR_MAX, YEAR_MIN
from registry.vocab import Mode, Status
from review.desk import Desk
from review.source import Source

FORMAT = "chengyu-atlas-review"
VERSION = 1
#: The files of a folder that ``plans read`` wrote.
TABLE, TEXT = "mentions.csv", "text.txt"
BESIDE = frozenset({"mentions.geojson", "page.html"})


class _Saved(BaseModel):
    """One document of a review file; ``corrections`` are by the number of the mention."""

    model_config = ConfigDict(extra="forbid")

    name: str
    plan: str
    text: str
    mentions: list[dict[str, Any]]
    corrections: dict[str, dict[str, Any]] = {}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: str
    version: int
    documents: list[_Saved]


_MENTION = TypeAdapter(Mention)
_FIELDS = tuple(column.name for column in fields(Mention))


def review_text(sources: list[Source], corrections: Mapping[str, Mapping[str, Any]]) -> str:
    """The review file of all documents that were read; ``corrections`` are by row."""
    documents = []
    for source in sources:
        if source.document is None or source.fault:
            continue
        own = {
            key.removeprefix(f"{source.key}."): dict(fields)
            for key, fields in corrections.items()
            if key.startswith(f"{source.key}.") and isinstance(fields, Mapping)
        }
        documents.append(
            {
                "name": source.name,
                "plan": source.plan,
                "text": source.text,
                "mentions": [asdict(m) for m in source.mentions],
                "corrections": own,
            }
        )
    found = {"format": FORMAT, "version": VERSION, "documents": documents}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def is_review(data: bytes) -> bool:
    """Whether a file says of itself that it is a review."""
    return data.lstrip()[:1] == b"{" and FORMAT.encode() in data[:200]


def _unfit(name: str, what: tuple[str, str]) -> AtlasError:
    return AtlasError(name, zh=what[0], en=what[1])


def _mention(fields: Mapping[str, Any], text: str, where: str) -> Mention:
    """A mention that lies within the text and has codes that exist."""
    try:
        found = _MENTION.validate_python(dict(fields))
        Mode(found.mode)
        Status(found.status)
        right = 0 <= found.start < found.end <= len(text) and _told(found)
    except (ValidationError, ValueError, TypeError):
        right = False
    if not right:
        raise _unfit(
            where,
            ("位置或取值不合规定，没有读入", "its place or its values are not allowed; not read"),
        )
    return found


def _told(mention: Mention) -> bool:
    """Whether its numbers are such as a reader writes: JSON has no NaN, no plan the year 5."""
    years = [year for year in (mention.start_year, mention.complete_year) if year is not None]
    return all(YEAR_MIN <= year <= YEAR_MAX for year in years) and math.isfinite(
        mention.match_score or 0
    )


def _document(text: str, name: str) -> Document:
    """The document of a text that was read before; its text is kept as it is."""
    document = read_pasted(text, name)
    return Document(text, document.blocks, "text", document.notes)


def take_up_review(desk: Desk, name: str, data: bytes) -> list[Source]:
    """Queue the documents of a review file; their corrections are in ``saved``.

    Raises
    ------
    AtlasError
        When it is not whole or says what is not allowed.
    """
    try:
        file = _File.model_validate_json(data)
    except ValidationError as error:
        raise _unfit(
            name, ("审阅文件不完整，没有读入", "the review file is not whole; not read")
        ) from error
    if file.version != VERSION or file.format != FORMAT:
        raise _unfit(
            name,
            (
                f"审阅文件的版本是 {file.version}，这里只读 {VERSION}",
                f"the review file is of version {file.version}; only {VERSION} is read",
            ),
        )
    ready = [
        (saved, _document(saved.text, f"{name}: {saved.name}"), _mentions(saved, name))
        for saved in file.documents
    ]
    return [
        desk.take_up(saved.name, saved.plan, document, mentions, saved.corrections)
        for saved, document, mentions in ready
    ]


def _mentions(saved: _Saved, name: str) -> list[Mention]:
    return [
        _mention(fields, saved.text, f"{name}: {saved.name}: mentions[{number}]")
        for number, fields in enumerate(saved.mentions)
    ]


@dataclass(frozen=True)
class _Row:
    plan: str
    verdict: str
    cells: dict[str, Any]


_WHOLE = {"start", "end", "start_year", "complete_year"}


def _cell(column: str, value: str) -> object:
    if column in _WHOLE:
        return int(value) if value else None
    if column == "match_score":
        return float(value) if value else None
    # What a spreadsheet must not run was written with an apostrophe before it.
    return value[1:] if value[:1] == "'" and value[1:2] in ("=", "+", "-", "@") else value


#: What a table must have; its other columns are passed over, but for the review.
_COLUMNS = tuple(
    Column(name, Kind.TEXT, ("", ""), ("", ""), PLAN, required=True) for name in ("plan", *_FIELDS)
)


def _rows(data: bytes, name: str) -> list[_Row]:
    try:
        text = data.decode("utf-8-sig")
        return [
            _Row(
                row.cells["plan"],
                REVIEWS.get(row.cells.get("review", "").strip().lower(), ""),
                {column: _cell(column, row.cells[column]) for column in _FIELDS},
            )
            for row in parse_rows(text, name, _COLUMNS)
        ]
    except ValueError as error:
        raise _unfit(name, ("不是完整的 CSV 表", "it is not a whole CSV table")) from error


def take_up_folder(desk: Desk, table: bytes, text: bytes) -> list[Source]:
    """Queue what ``plans read`` wrote, with what was corrected in the table since.

    Raises
    ------
    AtlasError
        When the table is not whole, or does not belong to the text.
    """
    try:
        words = text.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _unfit(TEXT, ("不是 UTF-8 文本", "it is not UTF-8 text")) from error
    rows = [
        (row.plan, _mention(row.cells, words, f"{TABLE}: {number}"), row.verdict)
        for number, row in enumerate(_rows(table, TABLE), 2)
    ]
    document = _document(words, TEXT)
    sources = []
    for plan in list(dict.fromkeys(plan for plan, _, _ in rows)) or [TEXT]:
        own = [(mention, verdict) for named, mention, verdict in rows if named == plan]
        saved: dict[str, dict[str, object]] = {
            str(number): {"verdict": verdict} for number, (_, verdict) in enumerate(own) if verdict
        }
        mentions = [mention for mention, _ in own]
        sources.append(desk.take_up(f"{plan} ({TABLE})", plan, document, mentions, saved))
    return sources


def take_in(desk: Desk, files: list[tuple[str, bytes]]) -> None:
    """Queue what was dropped at once: documents, review files, the folder of ``plans read``."""
    named = {name.rpartition("/")[2]: (name, data) for name, data in files}
    folder = {TABLE, TEXT} <= set(named)
    for name, data in files:
        base = name.rpartition("/")[2]
        if folder and base in {TEXT, *BESIDE}:
            continue
        try:
            check_size(len(data), name)
            if folder and base == TABLE:
                take_up_folder(desk, data, named[TEXT][1])
            elif base == TABLE and data.lstrip(b"\xef\xbb\xbf")[:5] == b"plan,":
                raise _unfit(
                    name,
                    (
                        f"请把同一文件夹里的 {TEXT} 一起拖进来",
                        f"drop the {TEXT} of the same folder with it",
                    ),
                )
            elif is_review(data):
                take_up_review(desk, name, data)
            else:
                desk.add(name, data)
        except AtlasError as error:
            desk.refuse(name, error)
