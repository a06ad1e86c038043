"""Published kilometres by county, city or section, beside which drawn lines are measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from registry.columns import PUBLISHED_LENGTHS
from registry.errors import AtlasError
from registry.files.counts import read_rows
from registry.files.csvfile import typed_rows
from registry.paths import DEFAULT, Paths

#: By how much counties may outrun their city: each figure is rounded.
ROUNDING_KM = 0.5


@dataclass(frozen=True)
class PublishedLength:
    """A row of published_lengths.csv: ``km`` in an area (``adcode``) or between two stops.

    ``adcode``, ``from_stop``, ``to_stop``, ``url`` and ``note`` are ``""`` where there is none;
    ``published`` is a year, month or day. ``independent`` is whether the figure can judge the line:
    it was chosen before the line was drawn and no stop was placed with it in view.
    """

    project_id: str
    adcode: str
    from_stop: str
    to_stop: str
    km: float
    publisher: str
    url: str
    published: str
    independent: bool
    note: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the figure is of: one figure stands for it."""
        return self.project_id, self.adcode, self.from_stop, self.to_stop


def read_published_lengths(paths: Paths = DEFAULT) -> list[tuple[str, PublishedLength]]:
    """The rows of published_lengths.csv as (where, row); none where there is no such file.

    Raises
    ------
    AtlasError
        At file, line and project: for a cell that is not of its column's kind, a length that is
        not positive, a row of neither or both an area and a section, a figure that stands twice,
        or counties that add up to more than their city in the same source.
    """
    if not paths.published_lengths.exists():
        return []
    label = paths.label(paths.published_lengths)
    read = read_rows(paths.published_lengths, label, PUBLISHED_LENGTHS, closed=True)
    rows = []
    seen: set[tuple[str, str, str, str]] = set()
    for where, values in typed_rows(read, PUBLISHED_LENGTHS, named="project_id"):
        given: dict[str, Any] = dict(values)
        row = PublishedLength(**given)
        _check(row, where)
        if row.key in seen:
            raise AtlasError(
                where,
                zh="同一处里程只能有一个数，另一个写进说明",
                en="one figure stands for it already, say the other in its note",
            )
        seen.add(row.key)
        rows.append((where, row))
    _check_sums(rows)
    return rows


def _check(row: PublishedLength, where: str) -> None:
    if row.km <= 0:
        raise AtlasError(
            f"{where}: km",
            zh=f"里程 {row.km:g} 不是正数",
            en=f"the length {row.km:g} is not positive",
        )
    section = bool(row.from_stop) + bool(row.to_stop)
    if section == 1 or bool(section) == bool(row.adcode):
        raise AtlasError(
            where,
            zh="要么写 adcode，要么写 from_stop 和 to_stop，不能都写或都不写",
            en="give either adcode, or from_stop and to_stop, not both and not neither",
        )


def _check_sums(rows: Iterable[tuple[str, PublishedLength]]) -> None:
    """Refuse counties that add up to more than their city or province in the same source."""
    by_source: dict[tuple[str, str, str], dict[str, tuple[str, float]]] = defaultdict(dict)
    for where, row in rows:
        if row.adcode:
            by_source[row.project_id, row.publisher, row.published][row.adcode] = (where, row.km)
    for figures in by_source.values():
        for adcode, (where, km) in figures.items():
            level = _level(adcode)
            parts = [
                part
                for other, (_, part) in figures.items()
                if other.startswith(adcode[:level]) and _level(other) == level + 2
            ]
            if sum(parts) > km + ROUNDING_KM * len(parts):
                raise AtlasError(
                    f"{where}: km",
                    zh=f"下属各处合计 {sum(parts):g} 公里，多于全境的 {km:g} 公里",
                    en=f"its parts add up to {sum(parts):g} km, more than its own {km:g} km",
                )


def _level(adcode: str) -> int:
    """How many digits of an adcode say something: 2 a province's, 4 a city's, 6 a county's."""
    return 2 if adcode.endswith("0000") else 4 if adcode.endswith("00") else 6
