"""The reader of the faults that were found in lines and places, so that they are measured again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from registry import sentences
from registry.columns import FAULTS
from registry.files.counts import read_rows
from registry.files.csvfile import typed_rows
from registry.geometry import Measure
from registry.paths import DEFAULT, Paths


@dataclass(frozen=True)
class FaultRow:
    """A fault; ``lon`` and ``lat`` are WGS84 degrees, None where a length is measured.

    ``before_km`` is what was measured before it was mended, None where nothing was drawn then.
    """

    project_id: str
    measure: str
    what: str
    what_en: str
    lon: float | None
    lat: float | None
    published_km: float | None
    before_km: float | None
    source: str


def read_faults(paths: Paths = DEFAULT) -> list[FaultRow]:
    """Every row of faults.csv; none where a land has no such file.

    Raises
    ------
    AtlasError
        At file and line, for a cell that is not of its column's kind, for a point without a
        position and a length without the published one.
    """
    if not paths.faults.exists():
        return []
    label = paths.label(paths.faults)
    rows = []
    read = read_rows(paths.faults, label, FAULTS, closed=True)
    for where, values in typed_rows(read, FAULTS, named="what"):
        given: dict[str, Any] = dict(values)
        row = FaultRow(**given)
        needed = ("published_km",) if row.measure == Measure.LENGTH else ("lon", "lat")
        for column in needed:
            if given[column] is None:
                raise sentences.empty(f"{where}: {column}")
        rows.append(row)
    return rows
