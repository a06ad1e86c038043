"""One value of a table, from CSV or JSON, as its column's kind says: text, code, number, flag."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from registry import sentences
from registry.columns import VOCABULARIES, Column, Kind
from registry.geometry import Basis, Method, PlaceKind, Pool, Precision
from registry.naming import is_day
from registry.outcome.events import EventKind
from registry.outcome.vocab import (
    Confidence,
    CurrentStatus,
    PromiseKind,
    Scope,
    ShareBasis,
    Strength,
    TimelineState,
    Verdict,
)
from registry.vocab import FindingKind, Mode, Status

#: Codes of vocabularies that data files open, such as the plans' ids under ``plan``.
Codes = Mapping[str, Collection[str]]

_ENUMS: Mapping[str, type[StrEnum]] = {
    "mode": Mode,
    "status": Status,
    "precision": Precision,
    "method": Method,
    "basis": Basis,
    "pool": Pool,
    "event": EventKind,
    "finding": FindingKind,
    "place": PlaceKind,
    "confidence": Confidence,
    "scope": Scope,
    "current": CurrentStatus,
    "share_basis": ShareBasis,
    "promise": PromiseKind,
    "strength": Strength,
    "verdict": Verdict,
    "timeline": TimelineState,
}
#: Kinds whose value is the cell's text itself.
AS_WRITTEN = frozenset((Kind.TEXT, Kind.LIST))
#: Beyond it a whole number is not exact.
_EXACT = 2**53
_FLAGS = {"true": True, "false": False, "1": True, "0": False}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def blank(column: Column) -> object:
    """What an empty cell of ``column`` is: ``""``, for numbers None, for flags False."""
    if column.kind in (Kind.INTEGER, Kind.NUMBER):
        return None
    return False if column.kind is Kind.BOOLEAN else ""


def typed(column: Column, value: object, where: str, codes: Codes) -> object:
    """``value``, a cell's text or a JSON value, as ``column`` has it.

    Text, lists (joined by ``;``) and dates are ``str``, codes members of their vocabulary, numbers
    ``int`` or a finite ``float``, flags ``bool``. An empty cell is what :func:`blank` says, JSON's
    null is None.

    Raises
    ------
    AtlasError
        At ``where`` and the column's name, when it is empty and must not be, or is of another
        kind, or a code that neither the vocabularies nor ``codes`` hold.
    """
    location = f"{where}: {column.name}"
    if value is None or value == "":
        if column.required:
            raise sentences.empty(location)
        return None if value is None else blank(column)
    match column.kind:
        case Kind.NUMBER:
            return number(value, location)
        case Kind.INTEGER:
            return _known(column, whole(value, location), location, codes)
        case Kind.BOOLEAN:
            return _flag(value, location)
    if not isinstance(value, str):
        raise sentences.not_text(location)
    if column.kind is Kind.DATE and not is_day(value):
        raise sentences.not_a_day(location, value)
    return _known(column, value, location, codes) if column.kind is Kind.CODE else value


def number(value: object, where: str) -> float:
    """``value`` as a finite number; AtlasError at ``where`` when it is none."""
    if isinstance(value, str):
        text = value.strip()
        parsed = float(text) if _NUMBER.fullmatch(text) else math.nan
    elif isinstance(value, int | float) and not isinstance(value, bool):
        try:
            parsed = float(value)
        except OverflowError:
            parsed = math.inf
    else:
        parsed = math.nan
    if not math.isfinite(parsed):
        raise sentences.not_a_number(where, value)
    return parsed


def whole(value: object, where: str) -> int:
    """``value`` as a whole number; AtlasError at ``where`` when it is none."""
    parsed = number(value, where)
    if not parsed.is_integer() or abs(parsed) > _EXACT:
        raise sentences.not_whole(where, value)
    return int(parsed)


def _flag(value: object, where: str) -> bool:
    parsed = _FLAGS.get(str(value).strip().lower())
    if parsed is None:
        raise sentences.not_flag(where, value)
    return parsed


def _known(column: Column, value: str | int, where: str, codes: Codes) -> object:
    allowed = codes.get(column.codes, VOCABULARIES.get(column.codes))
    if allowed is None:
        return value
    if str(value) not in allowed:
        raise sentences.unknown_code(where, column.codes, value, allowed)
    enum = _ENUMS.get(column.codes)
    return value if enum is None else enum(str(value))
