"""The gazetteer: names to places in WGS84, closed and exact.

A stop is written ``name`` or, where a name stands for several places, ``name@adcode``, the adcode
being that of the county, prefecture (4 digits) or province (2 digits) the place lies in.
"""

from __future__ import annotations

import csv
import io
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from registry.columns import PLACES, names
from registry.errors import AtlasError
from registry.files import read_text
from registry.naming import hidden, unfit
from registry.paths import DEFAULT, Paths
from registry.vocab import PlaceKind

#: The columns of sites.csv, and of places.csv, whose rows need neither accuracy nor note.
SITE_COLUMNS = names(PLACES)
DERIVED_COLUMNS = tuple(name for name in SITE_COLUMNS if name not in ("accuracy_m", "note"))
#: Half-width in metres within which a derived row's point lies; hand-kept rows state their own.
DERIVED_ACCURACY_M = {PlaceKind.SEAT: 2000.0, PlaceKind.TOWN: 2000.0}


@dataclass(frozen=True)
class Place:
    """A gazetteer row; ``lon`` and ``lat`` are WGS84 degrees."""

    name: str
    name_en: str
    kind: PlaceKind
    adcode: str
    lon: float
    lat: float
    accuracy_m: float
    source: str
    note: str = ""

    @property
    def point(self) -> tuple[float, float]:
        """``(lon, lat)``."""
        return self.lon, self.lat

    @property
    def ref(self) -> str:
        """``name@adcode``."""
        return f"{self.name}@{self.adcode}"


class Gazetteer:
    """Places by name."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            self._by_name[place.name].append(place)

    def __iter__(self) -> Iterator[Place]:
        return (place for places in self._by_name.values() for place in places)

    def __len__(self) -> int:
        return sum(map(len, self._by_name.values()))

    def candidates(self, ref: str) -> list[Place]:
        """Every place that ``ref`` may stand for."""
        name, _, adcode = ref.partition("@")
        return [p for p in self._by_name.get(name, []) if p.adcode.startswith(adcode)]

    def find(self, ref: str, *, where: str) -> Place:
        """The one place that ``ref`` stands for.

        Raises
        ------
        AtlasError
            At ``where``, when there is none (with the nearest names) or more than one (with all).
        """
        found = self.candidates(ref)
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(f"{p.ref} ({p.kind})" for p in found)
            raise AtlasError(
                where,
                zh=f"地名“{ref}”有 {len(found)} 处，请写明其一：{listed}",
                en=f"{ref!r} stands for {len(found)} places, name one of {listed}",
            )
        name = ref.partition("@")[0]
        near = [p.ref for p in self._by_name.get(name, [])]
        near = near or get_close_matches(name, self._by_name, n=3, cutoff=0.5)
        raise AtlasError(
            where,
            zh=f"地名录中没有“{ref}”" + (f"，相近的有 {'、'.join(near)}" if near else ""),
            en=f"the gazetteer has no {ref!r}" + (f", nearest: {', '.join(near)}" if near else ""),
        )


def read_places(path: Path, label: str) -> Iterator[Place]:
    """The rows of one gazetteer file, named ``label`` in errors; AtlasError for a bad row."""
    reader = csv.DictReader(io.StringIO(read_text(path, label)))
    if lacking := [name for name in DERIVED_COLUMNS if name not in (reader.fieldnames or [])]:
        raise AtlasError(
            label, zh=f"缺少列 {', '.join(lacking)}", en=f"lacks the columns {', '.join(lacking)}"
        )
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(reader, start=2):
        where = f"{label}: line {number} ({row['name']})"
        try:
            kind = PlaceKind(row["kind"])
        except ValueError as error:
            allowed = ", ".join(PlaceKind)
            raise AtlasError(
                f"{where}: kind",
                zh=f"“{row['kind']}”不在允许的值之内：{allowed}",
                en=f"{row['kind']!r} is not one of {allowed}",
            ) from error
        try:
            lon, lat = float(row["lon"]), float(row["lat"])
            accuracy = float(row.get("accuracy_m") or DERIVED_ACCURACY_M[kind])
        except (ValueError, TypeError, KeyError) as error:
            raise AtlasError(
                f"{where}: lon, lat, accuracy_m", zh="应当是数", en="must be numbers"
            ) from error
        if not (73 <= lon <= 136 and 3 <= lat <= 54) or not 0 < accuracy < math.inf:
            raise AtlasError(
                f"{where}: lon, lat, accuracy_m",
                zh=f"{lon}, {lat} 不在中国范围内，或精度不是正数",
                en=f"{lon}, {lat} lies outside China, or the accuracy is not positive",
            )
        if unfit(row["name"]):
            raise AtlasError(
                f"{where}: name",
                zh="不能作名称：不得含 ; @ < > 或看不见的字符，不得以 = + - 开头",
                en="is no name: it must not hold ; @ < > or hidden characters, or begin with = + -",
            )
        for name in ("name_en", "source", "note"):
            if hidden(row.get(name) or ""):
                raise AtlasError(
                    f"{where}: {name}",
                    zh="有看不见的字符，如换行",
                    en="holds a character that cannot be seen, such as a line break",
                )
        key = (row["name"], row["adcode"])
        if key in seen or not row["name"] or not row["adcode"].isdigit():
            raise AtlasError(
                f"{where}: name, adcode",
                zh="名称与行政区划代码须有，且不得重复",
                en="name and adcode are needed and must not stand twice",
            )
        seen.add(key)
        yield Place(
            row["name"],
            row["name_en"],
            kind,
            row["adcode"],
            lon,
            lat,
            accuracy,
            row["source"],
            row.get("note") or "",
        )


def load_gazetteer(paths: Paths = DEFAULT) -> Gazetteer:
    """Derived and hand-kept rows together; AtlasError for the first bad row."""
    files = (paths.places, paths.sites)
    return Gazetteer(place for file in files for place in read_places(file, paths.label(file)))
