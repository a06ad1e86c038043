"""The built files as typed tables, for notebooks and scripts.

Text columns have pandas' string type, codes are categories in the vocabulary's order, years and
counts are integers that may be missing (``Int64``), lengths are floats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.geojson import to_shape
from registry.columns import (
    BANDS,
    COUNTY_LENGTHS,
    FINDINGS_TABLE,
    LEGS,
    MENTIONS,
    VOCABULARIES,
    Column,
    Kind,
    names,
    project_columns,
)
from registry.errors import AtlasError
from registry.files.geojsonfile import Wrong
from registry.load import load_plans
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.paths import DEFAULT, Paths, real
from registry.tables import (
    check_ids,
    read_bands,
    read_county_lengths,
    read_events,
    read_findings,
    read_legs,
    read_mentions,
    read_outcomes,
    read_projects,
    read_timeline,
)


def _frame(
    rows: Iterable[Mapping[str, object]], columns: Iterable[Column], plans: list[str]
) -> pd.DataFrame:
    """Typed values by column as pandas has them; None is a missing value."""
    rows, series = list(rows), {}
    for column in columns:
        values = [row[column.name] for row in rows]
        text = [None if value is None else str(value) for value in values]
        match column.kind:
            case Kind.CODE:
                codes = plans if column.codes == "plan" else list(VOCABULARIES[column.codes])
                # An empty text in JSON is no code, as in CSV.
                named = [value or None for value in text]
                series[column.name] = pd.Series(pd.Categorical(named, categories=codes))
            case Kind.INTEGER:
                series[column.name] = pd.Series(values, dtype="Int64")
            case Kind.NUMBER:
                series[column.name] = pd.Series(values, dtype="float64")
            case Kind.BOOLEAN:
                series[column.name] = pd.Series(values, dtype=bool)
            case _:
                series[column.name] = pd.Series(text, dtype="string")
    return pd.DataFrame(series)


def _table(
    records: Iterable[object], columns: tuple[Column, ...], plans: list[str]
) -> pd.DataFrame:
    """Records of a CSV, in which an empty cell is a missing value."""
    cells = (((name, getattr(one, name)) for name in names(columns)) for one in records)
    rows = [{name: None if cell == "" else cell for name, cell in row} for row in cells]
    return _frame(rows, columns, plans)


def _shipped(data: Path | None) -> Paths:
    return DEFAULT if data is None else Paths(real(Path(data)))


def load_projects(data: Path | None = None, *, wrong: Wrong | None = None) -> gpd.GeoDataFrame:
    """The projects, one row each, in the registry's order.

    Parameters
    ----------
    data : Path, optional
        A data folder; by default the one shipped.
    wrong : callable, optional
        Hears of each project that is wrong, by its id and an AtlasError, and the table goes
        without it; by default it is an error.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, longitude first. Columns as in ``docs/data-dictionary.md``; ``length_km`` in
        kilometres, ``uncertainty_m`` in metres. A project that cannot be located has no geometry.

    Raises
    ------
    AtlasError
        When the built file is missing, broken or lacks a column.

    Examples
    --------
    >>> import geo
    >>> projects = geo.load_projects()
    >>> rail = projects[projects["mode"] == "rail"]
    >>> bool(rail["length_km"].sum() > 5000)
    True
    >>> str(projects["start_year"].dtype), projects.crs.to_epsg()
    ('Int64', 4326)

    Lists are joined with ``;``:

    >>> in_zigong = projects["counties"].str.split(";").map(lambda c: "510302" in c)
    >>> bool(in_zigong.any())
    True
    """
    paths = _shipped(data)
    plans = load_plans(paths)
    rows = read_projects(paths, plans=plans, wrong=wrong)
    check_ids((row.id for row in rows), paths.label(paths.geojson))
    columns = project_columns((p.id, p.short, p.short_en) for p in plans.values())
    kept, shapes = [], []
    for row in rows:
        try:
            shape = to_shape(row.geometry, f"{row.where}: geometry")
        except AtlasError as error:
            if wrong is None:
                raise
            wrong(row.id, error)
        else:
            kept.append(row.values)
            shapes.append(shape)
    typed = _frame(kept, columns, list(plans))
    return gpd.GeoDataFrame(typed, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326"))


def load_legs(data: Path | None = None, *, wrong: Wrong | None = None) -> gpd.GeoDataFrame:
    """The legs of lines, one row each, by project and in order.

    Parameters
    ----------
    data : Path, optional
        A data folder; by default the one shipped.
    wrong : callable, optional
        Hears of each leg that is wrong, by its project's id and an AtlasError, and the table goes
        on without it; by default it is an error.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, longitude first. Columns as in ``docs/data-dictionary.md``: ``length_km`` in
        kilometres, ``uncertainty_m`` the half-width of the leg's band in metres.

    Raises
    ------
    AtlasError
        When the built file is missing or broken, or a leg lacks its line, band or source.

    Examples
    --------
    >>> import geo
    >>> legs = geo.load_legs()
    >>> sure = legs[(legs["basis"] != "plan") & (legs["uncertainty_m"] < 2000)]
    >>> bool(sure["length_km"].sum() > 1000)
    True
    """
    rows = read_legs(_shipped(data), wrong=wrong)
    held = [dict(zip(names(LEGS), vars(row).values(), strict=False)) for row in rows]
    shapes = [to_shape(row.geometry, f"{row.project_id} {row.leg}") for row in rows]
    typed = _frame(held, LEGS, [])
    return gpd.GeoDataFrame(typed, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326"))


def load_bands(data: Path | None = None) -> pd.DataFrame:
    """How wide the bands of each class of legs are; errors as for :func:`load_projects`."""
    return _table(read_bands(_shipped(data)), BANDS, [])


def load_mentions(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """Every mention, one row each, by plan date; errors as for :func:`load_projects`.

    >>> import geo
    >>> mentions = geo.load_mentions()
    >>> mentions.merge(geo.load_projects()[["id"]], left_on="project_id", right_on="id").shape[0] == len(mentions)
    True
    """  # noqa: E501 -- one expression reads better on one line
    paths = _shipped(data)
    plans = list(load_plans(paths))
    return _table(read_mentions(paths, plans=plans, wrong=wrong), MENTIONS, plans)


def load_events(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """What public sources report after the plans; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    return _table(read_events(paths, wrong=wrong), EVENTS_TABLE, [])


def load_findings(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """What changed or slipped from plan to plan; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    plans = list(load_plans(paths))
    return _table(read_findings(paths, plans=plans, wrong=wrong), FINDINGS_TABLE, plans)


def load_outcomes(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """The promises with a year and what became of them; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    plans = list(load_plans(paths))
    return _table(read_outcomes(paths, plans=plans, wrong=wrong), OUTCOMES, plans)


def load_timeline(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """The state at the end of each year, a row a span; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    return _table(read_timeline(paths, wrong=wrong), TIMELINE, [])


def load_county_lengths(data: Path | None = None, *, wrong: Wrong | None = None) -> pd.DataFrame:
    """Kilometres of each project in each county; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    return _table(read_county_lengths(paths, wrong=wrong), COUNTY_LENGTHS, [])
