"""The built files as typed tables, for notebooks and scripts.

Text columns have pandas' string type, codes are categories in the vocabulary's order, years and
counts are integers that may be missing (``Int64``), lengths are floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import pandas as pd
from pyogrio.errors import DataSourceError

from registry.columns import (
    COUNTY_LENGTHS,
    EVENTS_TABLE,
    MENTIONS,
    VOCABULARIES,
    Column,
    Kind,
    names,
    project_columns,
)
from registry.errors import AtlasError
from registry.load import load_plans
from registry.paths import DEFAULT, Paths


def _typed(table: pd.DataFrame, columns: Iterable[Column], plans: list[str]) -> pd.DataFrame:
    for column in columns:
        values = table[column.name]
        match column.kind:
            case Kind.CODE:
                codes = plans if column.codes == "plan" else list(VOCABULARIES[column.codes])
                table[column.name] = pd.Categorical(values.astype("string"), categories=codes)
            case Kind.INTEGER:
                table[column.name] = pd.to_numeric(values).astype("Int64")
            case Kind.NUMBER:
                table[column.name] = pd.to_numeric(values).astype("float64")
            case Kind.BOOLEAN:
                table[column.name] = (values.astype("string").str.lower() == "true").astype(bool)
            case _:
                table[column.name] = values.astype("string")
    return table


def _lacking(table: pd.DataFrame, columns: Iterable[Column], where: str) -> None:
    if lacking := [name for name in names(columns) if name not in table.columns]:
        listed = ", ".join(lacking)
        raise AtlasError(where, zh=f"缺少列 {listed}", en=f"lacks the columns {listed}")


def _shipped(data: Path | None) -> Paths:
    return DEFAULT if data is None else Paths(Path(data).resolve())


def load_projects(data: Path | None = None) -> gpd.GeoDataFrame:
    """The projects, one row each, in the registry's order.

    Parameters
    ----------
    data : Path, optional
        A data folder; by default the one shipped.

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
    where = paths.label(paths.geojson)
    if not paths.geojson.is_file():
        raise AtlasError(where, zh="文件不存在", en="the file does not exist")
    try:
        table = gpd.read_file(paths.geojson)
    except (DataSourceError, ValueError, UnicodeDecodeError) as error:
        raise AtlasError(
            where, zh="不是可读的 GeoJSON", en="is not GeoJSON that can be read"
        ) from error
    plans = load_plans(paths)
    columns = project_columns((p.id, p.short, p.short_en) for p in plans.values())
    _lacking(table, columns, where)
    typed = _typed(table, columns, list(plans))
    return gpd.GeoDataFrame(
        typed[[*names(columns), "geometry"]], geometry="geometry", crs="EPSG:4326"
    )


def _rows(path: Path, columns: tuple[Column, ...], paths: Paths) -> pd.DataFrame:
    where = paths.label(path)
    if not path.is_file():
        raise AtlasError(where, zh="文件不存在", en="the file does not exist")
    try:
        table = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""])
    except (ValueError, UnicodeDecodeError) as error:
        raise AtlasError(where, zh="不是可读的 CSV", en="is not CSV that can be read") from error
    _lacking(table, columns, where)
    return _typed(table[list(names(columns))].copy(), columns, list(load_plans(paths)))


def load_mentions(data: Path | None = None) -> pd.DataFrame:
    """Every mention, one row each, by plan date; errors as for :func:`load_projects`.

    >>> import geo
    >>> mentions = geo.load_mentions()
    >>> mentions.merge(geo.load_projects()[["id"]], left_on="project_id", right_on="id").shape[0] == len(mentions)
    True
    """  # noqa: E501 -- one expression reads better on one line
    paths = _shipped(data)
    return _rows(paths.mentions, MENTIONS, paths)


def load_events(data: Path | None = None) -> pd.DataFrame:
    """What public sources report after the plans; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    return _rows(paths.events, EVENTS_TABLE, paths)


def load_county_lengths(data: Path | None = None) -> pd.DataFrame:
    """Kilometres of each project in each county; errors as for :func:`load_projects`."""
    paths = _shipped(data)
    return _rows(paths.county_lengths, COUNTY_LENGTHS, paths)
