"""What a person corrects, as the page tells it: checked, then applied to the mentions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from plans.matching.match import Candidates, each_matched
from plans.reading.text.folding import fold, unseen
from plans.records import Mention
from registry.errors import AtlasError
from registry.files.records import validate
from registry.models import Name
from registry.naming import YEAR_MAX, YEAR_MIN
from registry.vocab import Mode, Status
from review.source import Source

#: How long the words of one field may be.
LONGEST = 400
#: The reason of a match that a person chose.
BY_HAND = "人工指定 / chosen by hand"

Words = Annotated[str, StringConstraints(max_length=LONGEST)]
#: A year, or 0 for none.
Year = Annotated[int, Field(ge=YEAR_MIN, le=YEAR_MAX)] | Literal[0]


class Correction(BaseModel):
    """What is corrected of one mention; None is what the reader found.

    ``start`` and ``end`` count code points of the document's text, half-open. ``project`` is the
    id of a known project, or empty for a new one.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    verdict: Literal["", "accept", "reject"] = ""
    name: Words | None = None
    mode: Mode | None = None
    status: Status | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    start_year: Year | None = None
    complete_year: Year | None = None
    project: Words | None = None


class _Named(BaseModel):
    """A name as a record takes it."""

    name: Name


@dataclass(frozen=True)
class Corrected:
    """A mention as it is after review; ``number`` is its place, -1 for one that was added."""

    key: str
    number: int
    mention: Mention
    verdict: str

    @property
    def counts(self) -> bool:
        """Whether it goes into what is downloaded: a past achievement only when accepted."""
        return self.verdict == "accept" or (
            self.verdict != "reject" and self.mention.kind != "achievement"
        )


@dataclass(frozen=True)
class Unfit:
    """A field of a correction that is not used: of which row, which field, and why.

    ``field`` is empty where it is the whole correction.
    """

    key: str
    field: str
    error: AtlasError


#: Hears of what is not used.
Wrong = Callable[[Unfit], object]


def parsed(
    told: Mapping[str, Any], where: str, wrong: Wrong | None = None
) -> dict[str, Correction]:
    """Corrections by the key of their row.

    With ``wrong`` each field that is not allowed is told to it, and the others count; by default
    it is an error.

    Raises
    ------
    AtlasError
        At ``where`` and the key, when a field is unknown or its value not allowed.
    """
    found: dict[str, Correction] = {}
    for key, fields in told.items():
        if not isinstance(fields, dict):
            _refuse(Unfit(key, "", _not_allowed(f"{where}: {key}")), wrong)
            continue
        fit: dict[str, Any] = {}
        for name, value in fields.items():
            error = _fault(str(name), value, f"{where}: {key}: {name}")
            if error is None:
                fit[name] = value
            else:
                _refuse(Unfit(key, str(name), error), wrong)
        found[key] = Correction.model_validate_json(json.dumps(fit))
    return found


def _refuse(unfit: Unfit, wrong: Wrong | None) -> None:
    if wrong is None:
        raise unfit.error
    wrong(unfit)


def _not_allowed(where: str) -> AtlasError:
    return AtlasError(
        where,
        zh="这一条更正的内容不合规定，没有采用",
        en="this correction holds what is not allowed; it was not used",
    )


def _fault(name: str, value: object, where: str) -> AtlasError | None:
    """What is wrong with the field ``name`` of a correction; None where nothing is."""
    try:
        Correction.model_validate_json(json.dumps({name: value}))
    except (ValidationError, TypeError, ValueError):
        return _not_allowed(where)
    try:
        # What could not be a record's name is refused when it is typed, not when it is accepted.
        if name == "name" and isinstance(value, str) and value.strip():
            validate(_Named, {"name": value.strip()}, where.removesuffix(": name"))
    except AtlasError as error:
        return error
    return None


def _piece(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of an extent without line breaks, and the same as the rules read them."""
    folded = fold(text, start, end)
    return "".join(c for c in text[start:end] if not unseen(c)), folded.text


def corrected(mention: Mention, correction: Correction, text: str, known: Candidates) -> Mention:
    """``mention`` with what was corrected, matched anew when its name or mode is another one.

    An extent that does not lie within ``text`` stays as it was. A name that holds more than the
    words at the place, such as a shared head, keeps the rest when these words change.
    """
    start = mention.start if correction.start is None else correction.start
    end = mention.end if correction.end is None else correction.end
    name, as_written = mention.name, mention.as_written
    if not start < end <= len(text):
        start, end = mention.start, mention.end
    elif (start, end) != (mention.start, mention.end):
        before = fold(mention.as_written).text
        as_written, now = _piece(text, start, end)
        name = name.replace(before, now, 1) if before and before in name else name
    if correction.name and correction.name.strip():
        name = correction.name.strip()
    mode = correction.mode.value if correction.mode else mention.mode
    found = replace(
        mention,
        start=start,
        end=end,
        as_written=as_written,
        name=name,
        mode=mode,
        status=correction.status.value if correction.status else mention.status,
        start_year=_year(correction.start_year, mention.start_year),
        complete_year=_year(correction.complete_year, mention.complete_year),
    )
    if correction.project is not None:
        return replace(
            found,
            project_id=correction.project,
            match_score=None,
            match_reason=BY_HAND,
        )
    if (name, mode) == (mention.name, mention.mode):
        return found
    bare = replace(found, project_id="", match_score=None, match_reason="")
    return next(each_matched([bare], known))


def _year(told: int | None, before: int | None) -> int | None:
    return before if told is None else told or None


def _added(correction: Correction, text: str) -> Mention | None:
    """A mention that the reader missed; None where its place is none."""
    start, end = correction.start, correction.end
    if start is None or end is None or not start < end <= len(text):
        return None
    as_written, name = _piece(text, start, end)
    if not name:
        return None
    return Mention(
        clause="",
        as_written=as_written,
        name=name,
        mode=(correction.mode or Mode.RAIL).value,
        action="",
        status=(correction.status or Status.UNSPECIFIED).value,
        start_year=None,
        complete_year=None,
        project_id="",
        match_score=None,
        match_reason="",
        confidence="high",
        doubt="",
        kind="plan",
        start=start,
        end=end,
    )


def stray(source: Source, corrections: Mapping[str, Correction]) -> Iterator[Unfit]:
    """What of the corrections of a document that was read has no place in it."""
    length = len(source.text)
    rows = {source.row_key(number): mention for number, mention in enumerate(source.mentions)}
    for key, correction in corrections.items():
        if not key.startswith(f"{source.key}."):
            continue
        where = f"{source.name}: {key.removeprefix(f'{source.key}.')}"
        start, end = correction.start, correction.end
        if mention := rows.get(key):
            start = mention.start if start is None else start
            end = mention.end if end is None else end
        elif not key.startswith(f"{source.key}.+"):
            yield Unfit(
                key, "", _no_place(where, "这一行不在文件里", "the document has no such row")
            )
            continue
        if start is None or end is None or not start < end <= length:
            told = ("它的位置不在原文里", "its place is not in the text")
            yield Unfit(key, "start", _no_place(where, *told))


def _no_place(where: str, zh: str, en: str) -> AtlasError:
    return AtlasError(where, zh=f"{zh}，这条更正没有采用", en=f"{en}; this correction was not used")


def reviewed(
    source: Source, corrections: Mapping[str, Correction], known: Candidates
) -> Iterator[Corrected]:
    """The mentions of a document after review, in the order of its text, rejected ones too.

    What :func:`stray` tells of is passed over.
    """
    rows = []
    for number, mention in enumerate(source.mentions):
        key = source.row_key(number)
        correction = corrections.get(key)
        if correction:
            mention = corrected(mention, correction, source.text, known)
        rows.append(Corrected(key, number, mention, correction.verdict if correction else ""))
    for key, correction in corrections.items():
        if not key.startswith(f"{source.key}.+"):
            continue
        if added := _added(correction, source.text):
            matched = next(each_matched([added], known))
            found = corrected(matched, correction, source.text, known)
            rows.append(Corrected(key, -1, found, correction.verdict))
    return iter(sorted(rows, key=lambda row: (row.mention.start, row.number)))
