"""A line that somebody surveyed beside a drawn one: how far off each leg is."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, GeometryError
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import plane
from geo.legs.drawing import Leg
from registry import sentences
from registry.errors import AtlasError
from registry.files.text import check_file
from registry.paths import DEFAULT, Paths

#: How far apart the places of the real line are that are compared, in metres, and how many at most.
STEP_M = 100.0
MOST = 20_000
#: A line whose nearest place is farther than this from every leg is another one.
FAR_M = 100_000.0
#: What a file begins with that names other files, which are not read for it.
_VIRTUAL = (b"<OGRVRT", b"<VRTDataset", b"<OGRWFS", b"<GDAL_WMS")
_BROKEN = (DataSourceError, DataLayerError, FeatureError, GeometryError, ShapelyError)


@dataclass(frozen=True)
class Compared:
    """How far the real line is from leg ``number`` (from 1); distances in metres.

    ``km`` of the real line lie beside the leg; where none does the distances are None.
    """

    number: int
    leg: Leg
    km: float
    median_m: float | None
    most_m: float | None

    @property
    def held(self) -> bool | None:
        """Whether the leg's band holds all of the real line beside it."""
        return None if self.most_m is None else self.most_m <= self.leg.uncertainty_m


def read_line(
    file: Path, crs: str | None = None, layer: str | None = None, paths: Paths = DEFAULT
) -> BaseGeometry:
    """The lines of ``file``, in metres of the plane that fits the data folder's land.

    Parameters
    ----------
    file : Path
        GeoJSON, GeoPackage, Shapefile, KML, GPX or what else GDAL reads, in any CRS.
    crs : str, optional
        What the file is in where it does not say, such as ``EPSG:4490``.
    layer : str, optional
        Which layer of the file; by default the first that has lines.

    Raises
    ------
    AtlasError
        When the file is missing, cannot be read, has no line, or does not say its CRS.
    """
    check_file(file, file.name)
    try:
        with file.open("rb") as data:
            head = data.read(2000)
    except OSError as error:
        raise sentences.unreadable(file.name, error.strerror) from error
    if any(mark in head for mark in _VIRTUAL):
        raise AtlasError(
            file.name,
            zh="指向别的文件，不读；请给线本身所在的文件",
            en="points to other files and is not read; give the file that holds the line",
        )
    lines = list(_lines(file, crs, layer))
    if not lines:
        raise AtlasError(file.name, zh="里面没有线", en="holds no line")
    local = plane(paths)
    merged = local.to_plane(shapely.union_all(lines))
    if not np.isfinite(shapely.get_coordinates(merged)).all():
        raise sentences.no_degrees(file.name)
    return merged


def _lines(file: Path, crs: str | None, layer: str | None) -> Iterator[BaseGeometry]:
    """The lines of the layer, or of the first that has any, in WGS84 degrees."""
    try:
        there = [str(name) for name, _ in pyogrio.list_layers(file)]
        if layer is not None and layer not in there:
            raise sentences.unknown_code(file.name, "layer", layer, there)
        for name in there if layer is None else [layer]:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                table = pyogrio.read_dataframe(file, layer=name, columns=[], force_2d=True)
            if not isinstance(table, gpd.GeoDataFrame):
                continue
            parts = shapely.get_parts(table.geometry.dropna().to_numpy())
            parts = parts[np.isin(shapely.get_type_id(parts), [1, 2])]
            if len(parts):
                yield from _in_degrees(gpd.GeoSeries(parts, crs=table.crs), file, crs)
                return
    except _BROKEN as error:
        raise AtlasError(
            file.name,
            zh="不是 GDAL 能读的矢量文件，或已损坏",
            en="is no vector file that GDAL reads, or is damaged",
        ) from error


def _in_degrees(lines: gpd.GeoSeries, file: Path, crs: str | None) -> list[BaseGeometry]:
    if lines.crs is None and crs is None:
        raise AtlasError(
            f"{file.name}: crs",
            zh="文件没有写坐标系，请用 --crs 说明，如 --crs EPSG:4490",
            en="does not say its CRS; give it with --crs, such as --crs EPSG:4490",
        )
    try:
        given = lines if lines.crs is not None else lines.set_crs(crs)
        moved = given.to_crs("EPSG:4326")
    except (ProjError, CRSError, ValueError) as error:
        raise AtlasError(
            f"{file.name}: crs", zh=f"没有坐标系“{crs}”", en=f"there is no CRS {crs!r}"
        ) from error
    west, south, east, north = moved.total_bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise sentences.no_degrees(file.name)
    return list(moved)


def compare(real: BaseGeometry, legs: list[Leg], paths: Paths = DEFAULT) -> list[Compared]:
    """How far ``real``, in metres of the land's plane, is from each of ``legs``.

    Each place of the real line belongs to the leg that is nearest. What of it goes on beyond either
    end of the drawn line belongs to none.

    Raises
    ------
    AtlasError
        When the real line lies nowhere beside the drawn one.
    """
    local = plane(paths)
    drawn = [local.to_plane(leg.line) for leg in legs]
    step = max(STEP_M, real.length / MOST)
    xy = np.vstack([_places(part, step) for part in shapely.get_parts(real)])
    places = shapely.points(xy)
    away = np.column_stack([shapely.distance(places, line) for line in drawn])
    nearest, least = away.argmin(axis=1), away.min(axis=1)
    beside = least <= FAR_M
    for end in (drawn[0].coords[0], drawn[-1].coords[-1]):
        # Nearest to the very end: the real line goes on where the drawn one stops.
        beside &= np.abs(shapely.distance(places, Point(end)) - least) > 1e-6
    if not beside.any():
        raise AtlasError(
            "compare",
            zh="这条线不在所绘的线旁边",
            en="the line lies nowhere beside the drawn one",
        )
    found = []
    for index, leg in enumerate(legs):
        own = least[beside & (nearest == index)]
        median, most = (float(np.median(own)), float(own.max())) if len(own) else (None, None)
        found.append(Compared(index + 1, leg, len(own) * step / 1000, median, most))
    return found


def _places(line: BaseGeometry, step: float) -> NDArray[np.float64]:
    """The middles of the steps that ``line`` is taken in."""
    count = max(round(line.length / step), 1)
    at = (np.arange(count) + 0.5) / count
    points = shapely.line_interpolate_point(line, at, normalized=True)
    found: NDArray[np.float64] = shapely.get_coordinates(points)
    return found


def described(compared: list[Compared], lang: str) -> Iterator[str]:
    """``compared`` as lines for a terminal: each leg, then how many bands held."""
    zh = lang == "zh"
    for one in compared:
        leg = one.leg
        named = f"  {one.number:>2}. {leg.start} — {leg.end}: "
        if one.median_m is None or one.most_m is None:
            yield named + ("旁边没有线" if zh else "no line beside it")
            continue
        off = f"{one.median_m / 1000:.2f} km", f"{one.most_m / 1000:.2f} km"
        band = f"±{leg.uncertainty_m / 1000:g} km"
        if zh:
            where = "在带内" if one.held else "超出带外"
            yield f"{named}中位 {off[0]}，最大 {off[1]}，{band}，{where}（比较了 {one.km:.1f} km）"
        else:
            where = "within" if one.held else "outside"
            told = f"median {off[0]}, most {off[1]}, {band}: {where} the band"
            yield f"{named}{told} ({one.km:.1f} km compared)"
    beside = [one for one in compared if one.held is not None]
    held = sum(bool(one.held) for one in beside)
    if zh:
        yield f"  {len(beside)} 段中 {held} 段在带内"
    else:
        yield f"  {held} of {len(beside)} legs within their bands"
