"""Which places a section's name names, whether anybody knows them, and whether sections overlap."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from registry.models import Project

#: Names of the whole line: a fact so marked is one of the project itself.
WHOLE = ("全线", "全部", "whole")
#: Provinces that projects run through, and their borders, which no gazetteer lists.
_LANDS = ("四川", "重庆", "贵州", "云南", "湖北", "陕西", "甘肃", "青海", "西藏", "川渝", "省界")
_BETWEEN = re.compile(r"[—–－~、，/]+|至|到|-(?=\S)")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_TAIL = re.compile(r"(?:扩容|扩能|改造|先行|境内|全线|省界|段|境|区段)+$")
_KIND = re.compile(r"(?:高铁站|火车站|站|市|县|区|镇|乡|枢纽|互通|港|机场|自治县)$")


def is_whole(section: str | None) -> bool:
    """Whether a fact with ``section`` is one of the whole project."""
    return section is None or section in WHOLE


def is_land(name: str) -> bool:
    """Whether ``name`` is that of a province, of two, or of their border."""
    return name in _LANDS


def places_in(section: str) -> list[str]:
    """The places that ``section`` names, in order, without words such as 段 and what is aside."""
    text = _TAIL.sub("", _ASIDE.sub("", section).strip())
    parts = (_TAIL.sub("", part.strip()) for part in _BETWEEN.split(text))
    return [part for part in parts if part]


def bare(name: str) -> str:
    """``name`` without the kind of place it ends in: 泸州市 and 泸州站 are 泸州."""
    short = _KIND.sub("", name.partition("@")[0])
    return short if len(short) > 1 else name


def known_names(names: Iterable[str]) -> frozenset[str]:
    """Names as :func:`is_known` looks them up: each as it stands and bare."""
    return frozenset(form for name in names for form in (name.partition("@")[0], bare(name)))


def is_known(section: str, project: Project, places: Collection[str]) -> bool:
    """Whether every place that ``section`` names is known.

    Parameters
    ----------
    section : str
        Two places or more, such as ``泸州—宜宾`` or ``泸州至宜宾段``, one place, a province, or a
        name that the project lists under ``sections``.
    project : Project
        Its stops, and the sections it names.
    places : collection of str
        Names of the gazetteer and of the administrative areas, as :func:`known_names` has them.
    """
    if is_whole(section) or section in project.sections:
        return True
    stops = known_names(project.place_refs)
    named = places_in(section)
    return bool(named) and all(
        form in stops or form in places or is_land(form) for form in (bare(name) for name in named)
    )


def overlap(sections: Iterable[str]) -> bool:
    """Whether two of ``sections`` may cover the same ground, as far as their names tell.

    Two that only meet end to end do not; two that name the same ends, or where one names what
    lies inside the other, do.
    """
    named = [[bare(place) for place in places_in(section)] for section in sections]
    for index, one in enumerate(named):
        for other in named[index + 1 :]:
            shared = set(one) & set(other)
            if len(shared) > 1 or any(_inside(place, one, other) for place in shared):
                return True
            if _holds(one, other) or _holds(other, one):
                return True
    return False


def _inside(place: str, one: list[str], other: list[str]) -> bool:
    """Whether ``place``, which both name, is not merely where one ends and the other begins."""
    return any(len(names) == 1 or place in names[1:-1] for names in (one, other))


def _holds(one: list[str], other: list[str]) -> bool:
    """Whether the single name of ``other`` ends in a place inside ``one``: 宜宾南溪 in …南溪…."""
    return len(other) == 1 and any(place in other[0] for place in one[1:-1])
