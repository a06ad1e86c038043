"""A shape as a command line or a talk asks for it, with one sentence for what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from layers.records.model import Atlas
from layers.selection.resolver import names, resolve
from layers.selection.where import CORNERS, KM, Shape, point_of, read_number, read_shape
from registry.errors import AtlasError
from registry.naming import short

Limits = Mapping[str, tuple[float, float]]


def _told(key: str, limits: Limits) -> tuple[str, str]:
    """What a shape should be, Chinese and English."""
    (west, east), (south, north) = limits["lon"], limits["lat"]
    if key == "near":
        return (
            f"应为 经度,纬度,公里 或 市、区县名,公里（{KM[0]:g}–{KM[1]:g} 公里），如 内江,20",
            f"is not LON,LAT,KM or PLACE,KM ({KM[0]:g}–{KM[1]:g} km), such as 104.1,30.7,20",
        )
    if key == "box":
        return (
            f"应为 西,南,东,北，以度为单位（经度 {west:g}–{east:g}，纬度 {south:g}–{north:g}）",
            f"is not WEST,SOUTH,EAST,NORTH in degrees (longitudes {west:g}–{east:g}, "
            f"latitudes {south:g}–{north:g})",
        )
    return (
        f"应为 {CORNERS[0]} 到 {CORNERS[1]} 个点的 经度,纬度，依次用逗号相连",
        f"is not LON,LAT of {CORNERS[0]} to {CORNERS[1]} corners in turn, joined by commas",
    )


def named_shape(where: str, key: str, text: str, atlas: Atlas, limits: Limits) -> Shape:
    """The shape that a text says under ``key``; ``near`` may name a city or county: ``内江,20``.

    Raises
    ------
    AtlasError
        At ``where``, for what is no such shape within the limits.
    """
    asked = text.replace("，", ",")
    place, _, km = asked.rpartition(",")
    there = names(atlas)["place"]
    # An adcode is a number, and a place all the same.
    named = place in there or (bool(place) and "," not in place and read_number(place) is None)
    if key == "near" and named:
        point = point_of(atlas, resolve(where, "place", place, there))
        asked = f"{point[0]!r},{point[1]!r},{km}" if point else asked
    shape = read_shape(key, asked, limits)
    if shape is None:
        zh, en = _told(key, limits)
        raise AtlasError(where, zh=f"“{short(text)}”不对：{zh}", en=f"{short(text)!r} {en}")
    return shape
