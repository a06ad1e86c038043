"""How many rows each table has that a program writes, so that a reader notices one cut off.

A CSV that ends early is a CSV all the same. What a program writes is therefore counted in a file
beside it; tables kept by hand are in no such file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from registry import sentences
from registry.column import Column
from registry.errors import AtlasError
from registry.files.cells import whole
from registry.files.csvfile import Row, parse_rows
from registry.files.jsonfile import read_json
from registry.files.text import read_text
from registry.files.writing import Put, whole_files

#: Rows by the name of the table beside it.
COUNTS = "rows.json"


def read_rows(
    path: Path,
    label: str,
    columns: Iterable[Column],
    *,
    closed: bool = False,
    every: bool = False,
) -> list[Row]:
    """:func:`parse_rows` of a file.

    Raises
    ------
    AtlasError
        Too when it is missing, not UTF-8, or has not the rows that were written.
    """
    text = read_text(path, label)
    rows = parse_rows(text, label, columns, closed=closed, every=every)
    where = f"{label.removesuffix(path.name)}{COUNTS}"
    expected = _counts(path.with_name(COUNTS), where).get(path.name)
    if expected is not None:
        if len(rows) != (written := whole(expected, f"{where}: {path.name}")):
            raise sentences.rows_lost(label, len(rows), written)
        if not text.endswith("\n"):
            raise sentences.row_cut(label)
    return rows


def _counts(path: Path, label: str) -> Mapping[str, object]:
    if not path.exists():
        return {}
    found = read_json(path, label)
    if not isinstance(found, dict):
        raise sentences.not_json(label, "JSON")
    return found


def counts_text(path: Path, tables: Mapping[str, str]) -> str:
    """The text of the counts at ``path`` when ``tables``, texts by name, stand beside it."""
    try:
        known = dict(_counts(path, COUNTS))
    except AtlasError:
        known = {}
    known |= {name: len(parse_rows(text, name, ())) for name, text in tables.items()}
    return json.dumps(dict(sorted(known.items())), indent=1, ensure_ascii=False) + "\n"


def write_table(path: Path, text: str) -> None:
    """Write a CSV and, beside it, how many rows it has; errors as :func:`write_text`."""
    with whole_files() as put:
        put_table(put, path, text)


def put_table(put: Put, path: Path, text: str) -> None:
    """:func:`write_table` among files that take their places together."""
    counts = path.with_name(COUNTS)
    put(path, text)
    put(counts, counts_text(counts, {path.name: text}))
