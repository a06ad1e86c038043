"""The options of a command line that choose projects: the same words in every command."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import partial

from layers import address
from layers.records.model import Atlas
from layers.selection import where
from layers.selection.filters import Filter
from registry.commandline import say

WORDS: Mapping[str, tuple[str, str]] = {
    "filters": ("显示什么", "what it shows"),
    "region": ("区域", "regions"),
    "place": (
        "市、区县：名称或行政区划代码；至少有 1 公里线路、一个站点、一个点或一片范围在其中",
        "cities and counties by name or adcode: at least 1 km of line, a stop, a point or an area"
        " lies there",
    ),
    "plan": ("计划", "plans"),
    "status": ("状态（以所选计划中最新一部为准）", "statuses in the newest of the plans"),
    "mode": (
        "类别；不给时为铁路、公路、航道、管道，all 为全部",
        "modes; rail, highway, waterway and pipeline if not given; all for every one",
    ),
    "every_mode": ("类别；不给或 all 为全部", "modes; every one if not given, or for all"),
    "finding": (
        "各计划之间的变化与推后，有其中一种即可",
        "what changed or slipped between plans; any of them",
    ),
    "current": ("现状，只凭事实", "how far they are, by facts"),
    "verdict": ("承诺的结果，有其中一种即可", "verdicts on promises; any of them"),
    "precision": (
        "位置怎样得来，none 为没有位置、不在图上的",
        "how their places were found; none for those without a place, on no map",
    ),
    "near": (
        "离一点若干公里以内：经度,纬度,公里，或市、区县名,公里；到所画的线，沿地面量",
        "no farther than so many km from a place, along the ground to the drawn line",
    ),
    "box": ("一个方框里：西,南,东,北", "in a box, in degrees"),
    "within": ("一圈点围成的范围里：经度,纬度,经度,纬度…", "in a ring of up to 50 corners"),
    "query": ("名称、别名、拼音里的字", "words in the name or an alias, or its pinyin"),
    "accepts": (
        "区域、市县、计划、状态、类别、变化可用代码、中文名或英文名，可重复给出，也可用逗号连写。",
        "Regions, places, plans, statuses, modes and findings are codes, Chinese or English names; "
        "repeat an option or join with commas.",
    ),
}

_METAVARS = {
    "near": "LON,LAT,KM|PLACE,KM",
    "box": "W,S,E,N",
    "within": "LON,LAT,LON,LAT,...",
}

word = partial(say, WORDS)


def add_filters(
    command: argparse.ArgumentParser, lang: str, *, every_mode: bool = False
) -> argparse._ArgumentGroup:
    """Give ``command`` an option for each key of a filter; returns their group.

    ``every_mode`` is told of a command that takes every mode where none is given.
    """
    group = command.add_argument_group(word("filters", lang))
    for kind in address.NAMED:
        told = word("every_mode" if kind == "mode" and every_mode else kind, lang)
        group.add_argument(
            f"--{kind}", action="append", default=[], metavar=kind.upper(), help=told
        )
    for kind in where.SHAPES:
        group.add_argument(
            f"--{kind}", action="append", default=[], metavar=_METAVARS[kind], help=word(kind, lang)
        )
    group.add_argument("--query", default="", metavar="WORDS", help=word("query", lang))
    return group


def chosen_by(atlas: Atlas, given: argparse.Namespace, *, every_mode: bool = False) -> Filter:
    """The filter that the options of :func:`add_filters` ask for.

    Without ``--mode`` it has the core modes, or with ``every_mode`` all.

    Raises
    ------
    AtlasError
        For what is no code and no name.
    """
    asked = {key: getattr(given, key) for key in (*address.NAMED, *where.SHAPES)}
    if every_mode and not asked["mode"]:
        asked["mode"] = [address.ALL]
    return address.named_filter("--", asked, atlas, query=given.query)
