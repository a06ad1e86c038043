"""JSON, read with one sentence where it cannot be: no key twice, no number without an end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from registry import sentences
from registry.files.cells import number
from registry.files.text import read_text

#: An escape that may be half a character.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
#: Only a number with such an exponent can be too large to be finite; text may hold it too.
_HUGE = re.compile(r"[eE]\+?\d{3}")


def read_json(path: Path, label: str) -> Any:
    """The data in ``path``; AtlasError at ``label`` when it is missing or no JSON."""
    return parse_json(read_text(path, label), label)


def parse_json(text: str, label: str, form: str = "JSON", *, finite: bool = True) -> Any:
    """The data in ``text``, which is called ``form``.

    Without ``finite`` numbers that are not finite are floats, for who looks at each.

    Raises
    ------
    AtlasError
        At ``label``, of GeoJSON with the line, when it is no JSON, a key stands twice in one
        object, a number is not finite, or a text holds half a character.
    """

    def refuse(value: str) -> float:
        return number(value, label)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise sentences.key_twice(label, next(key for key in keys if keys.count(key) > 1))
        return found

    try:
        # JSON has no NaN; json reads it all the same, and 1e999 as infinity.
        found = json.loads(
            text,
            object_pairs_hook=once,
            parse_constant=refuse if finite else float,
            parse_float=refuse if finite and _HUGE.search(text) else None,
        )
    except json.JSONDecodeError as error:
        # What a program wrote has a line or two, GeoJSON a line a feature.
        where = label if form == "JSON" else f"{label}:{error.lineno}"
        raise sentences.not_json(where, form) from error
    except (ValueError, RecursionError) as error:
        raise sentences.not_json(label, form) from error
    if _HALF.search(text):
        _check_halves(found, label)
    return found


def _check_halves(found: object, label: str) -> None:
    """Refuse half a character, which no file, table or database takes."""
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise sentences.strange_character(label, error.object[error.start]) from error
