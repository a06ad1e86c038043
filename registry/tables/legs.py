"""The legs of lines and how wide bands are, as typed records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from registry import sentences
from registry.columns import BANDS, LEGS
from registry.errors import AtlasError
from registry.files.geojsonfile import (
    Geo,
    Wrong,
    check_columns,
    check_values,
    read_features,
    typed_properties,
)
from registry.files.shapes import check_shape
from registry.geometry import Basis, Method, Pool
from registry.paths import DEFAULT, Paths
from registry.tables.built import records
from registry.vocab import Mode


@dataclass(frozen=True)
class BandRow:
    """A row of bands.csv; ``held`` and ``needed`` are None where no stop could be left out."""

    mode: Mode
    basis: Basis
    method: Method
    factor: float
    pool: Pool
    left_out: int
    held: float | None
    needed: float | None


@dataclass(frozen=True)
class LegRow:
    """A feature of legs.geojson: the ``leg``-th of its project, and its line.

    ``length_km`` in kilometres, ``uncertainty_m`` in metres (half-width), ``geometry`` in WGS84.
    """

    project_id: str
    leg: int
    start: str
    end: str
    length_km: float
    uncertainty_m: int
    method: Method
    basis: Basis
    source: str
    geometry: Geo


def read_bands(paths: Paths = DEFAULT) -> list[BandRow]:
    """The rows of bands.csv; AtlasError where one is wrong, or a factor is not positive."""
    rows = records(paths.bands, paths, BANDS, BandRow, codes={}, wrong=None)
    for row in rows:
        if row.factor <= 0:
            raise sentences.not_positive(f"{paths.label(paths.bands)}: factor", row.factor)
    return rows


def read_legs(paths: Paths = DEFAULT, *, wrong: Wrong | None = None) -> list[LegRow]:
    """The features of legs.geojson, in file order.

    Parameters
    ----------
    paths : Paths
        The data folder.
    wrong : callable, optional
        Hears of each leg that is wrong, by its project's id; it is left out. By default an error.

    Raises
    ------
    AtlasError
        When the file is missing or broken, or a leg is: it has no line, no source or no band, or
        is not the one that follows the leg before it.
    """
    label = paths.label(paths.legs)
    rows: list[LegRow] = []
    last: dict[str, int] = {}
    features = read_features(paths.legs, label, wrong)
    if features:
        check_columns(features, (column.name for column in LEGS), label)
    for number, feature in enumerate(features):
        given = feature["properties"]
        ident = str(given.get("project_id") or "")
        named = f"{ident} {given.get('leg')}" if ident else f"features[{number}]"
        where = f"{label}: {named}"
        try:
            row = _leg(feature, where)
            if row.leg != (expected := last.get(ident, 0) + 1):
                raise AtlasError(
                    f"{where}: leg",
                    zh=f"应是第 {expected} 段",
                    en=f"should be leg {expected} of its project",
                )
        except AtlasError as error:
            if wrong is None:
                raise
            wrong(ident, error)
        else:
            last[ident] = row.leg
            rows.append(row)
    return rows


def _leg(feature: Geo, where: str) -> LegRow:
    check_values(feature, where)
    check_shape(feature["geometry"], where)
    shape = feature["geometry"]
    if shape is None or shape["type"] != "LineString":
        raise sentences.bad_geometry(f"{where}: geometry")
    values: list[Any] = list(typed_properties(feature, list(LEGS), where, {}).values())
    row = LegRow(*[*values, shape])
    if row.uncertainty_m <= 0:
        raise sentences.not_positive(f"{where}: uncertainty_m", row.uncertainty_m)
    return row
