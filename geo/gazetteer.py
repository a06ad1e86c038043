"""The gazetteer: names to places in WGS84, closed and exact.

A stop is written ``name`` or, where a name stands for several places, ``name@adcode``, the adcode
being that of the county, prefecture (4 digits) or province (2 digits) the place lies in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property, lru_cache

from registry import sentences
from registry.errors import AtlasError
from registry.geometry import PlaceKind
from registry.land.placenames import short
from registry.naming import ADCODE, first_hidden, unfit
from registry.paths import DEFAULT, Paths
from registry.tables import Place, read_derived, read_sites

_ADCODE = re.compile(ADCODE)


class Gazetteer:
    """Places by name."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            self._by_name[place.name].append(place)
        # A plan of another land asks for the same few places over and over.
        self._nearest = lru_cache(maxsize=1024)(self._nearest_to)

    def __iter__(self) -> Iterator[Place]:
        """Every place, those of one name together."""
        return (place for places in self._by_name.values() for place in places)

    def __len__(self) -> int:
        """How many places there are, not names."""
        return sum(map(len, self._by_name.values()))

    def candidates(self, ref: str) -> list[Place]:
        """Every place that ``ref`` may stand for."""
        name, _, adcode = ref.partition("@")
        return [p for p in self._by_name.get(name, []) if p.adcode.startswith(adcode)]

    def seats(self, name: str) -> list[Place]:
        """Seats of units that ``name`` is the short form of: 恩施 of 恩施土家族苗族自治州."""
        return self._seats.get(name, [])

    @cached_property
    def _seats(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for place in self:
            if place.kind is PlaceKind.SEAT:
                found[short(place.name)].append(place)
        return dict(found)

    @cached_property
    def _with(self) -> dict[str, set[str]]:
        """The names that each character stands in."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._by_name:
            for character in name:
                found[character].add(name)
        return dict(found)

    def _nearest_to(self, name: str) -> list[str]:
        """The names most like ``name``, of which none can be without any of its characters."""
        sharing = set[str]().union(*(self._with.get(character, ()) for character in name))
        return get_close_matches(name, sharing, n=3, cutoff=0.5)

    def find(self, ref: str, *, where: str) -> Place:
        """The one place that ``ref`` stands for.

        Raises
        ------
        AtlasError
            At ``where``, when there is none (with the nearest names) or more than one (with all).
        """
        matches = self.candidates(ref)
        if len(matches) == 1:
            return matches[0]
        if matches:
            listed = ", ".join(f"{p.ref} ({p.kind})" for p in matches)
            raise AtlasError(
                where,
                zh=f"地名“{ref}”有 {len(matches)} 处，请写明其一：{listed}",
                en=f"{ref!r} stands for {len(matches)} places, name one of {listed}",
            )
        name = ref.partition("@")[0]
        near = [p.ref for p in self._by_name.get(name, [])]
        near = near or self._nearest(name)
        raise AtlasError(
            where,
            zh=f"地名录中没有“{ref}”" + (f"，相近的有 {'、'.join(near)}" if near else ""),
            en=f"the gazetteer has no {ref!r}" + (f", nearest: {', '.join(near)}" if near else ""),
        )


def checked(rows: Iterable[tuple[str, Place]]) -> Iterator[Place]:
    """The places of a gazetteer file's rows (where, place), which must obey its rules.

    Raises
    ------
    AtlasError
        For a name that no list could hold, hidden characters, an adcode that is no number, or a
        name that stands twice in one county.
    """
    seen: set[tuple[str, str]] = set()
    for where, place in rows:
        for column in ("name", "name_en", "source", "note"):
            if found := first_hidden(getattr(place, column)):
                raise sentences.hidden_character(f"{where}: {column}", found)
        if unfit(place.name):
            raise AtlasError(
                f"{where}: name",
                zh="不能作名称：不得含 ; @ < >，不得以 = + - 开头",
                en="is no name: it must not hold ; @ < >, or begin with = + -",
            )
        if not _ADCODE.match(place.adcode):
            raise sentences.no_adcode(f"{where}: adcode", place.adcode)
        key = (place.name, place.adcode)
        if key in seen:
            raise AtlasError(
                f"{where}: name, adcode",
                zh="名称在同一代码下不得重复",
                en="the name must not stand twice with this adcode",
            )
        seen.add(key)
        yield place


def load_gazetteer(paths: Paths = DEFAULT) -> Gazetteer:
    """Derived and hand-kept rows together; AtlasError for the first bad row."""
    return Gazetteer(place for read in (read_derived, read_sites) for place in checked(read(paths)))
