"""What changed between two releases of ``projects.geojson``, mention by mention.

Mentions are compared where both files have their ``mentions.csv`` beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from analyst.diff.release import (
    MENTION_FIELDS,
    Row,
    check_columns,
    check_encoding,
    read_release,
    told,
)
from geo.crs import plane_of
from registry.errors import AtlasError
from registry.models import Retired

#: Columns told by entries of their own, or that follow from others.
_TOLD = ("id", "name", "name_en", "status", "n_mentions")
_DERIVED = (
    *("regions", "prefectures", "counties", "length_km", "geometry_source", "stops_lonlat"),
    *("geometry_method", "uncertainty_m", "findings"),
)


@dataclass(frozen=True)
class Change:
    """One thing that changed: ``what`` it is, ``before`` and ``after`` as text."""

    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class ProjectChange:
    """What changed in one project; ``moved_km`` is the farthest that any part of it moved."""

    id: str
    name: str
    renamed: tuple[Change, ...] = ()
    moved_km: float | None = None
    geometry: Change | None = None
    status: tuple[Change, ...] = ()
    mentions: tuple[Change, ...] = ()
    fields: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        told = (self.renamed, self.geometry, self.status, self.mentions, self.fields)
        return self.moved_km is not None or any(told)


@dataclass(frozen=True)
class Diff:
    """Two releases compared. ``removed`` gives id, name and the retired entry, if there is one."""

    added: list[tuple[str, str]] = field(default_factory=list)
    removed: list[tuple[str, str, Retired | None]] = field(default_factory=list)
    changed: list[ProjectChange] = field(default_factory=list)

    @property
    def unexplained(self) -> list[str]:
        """Ids that went without an entry in data/retired.yaml."""
        return [key for key, _, row in self.removed if row is None]


def _moved(old: BaseGeometry, new: BaseGeometry) -> float:
    """Hausdorff distance in km: how far the farthest part of one is from the other."""
    local = plane_of(tuple(shapely.total_bounds([old, new]).tolist()))
    return float(shapely.hausdorff_distance(local.to_plane(old), local.to_plane(new))) / 1000


def _differences(
    names: Iterable[str], old: Mapping[str, Any], new: Mapping[str, Any]
) -> tuple[Change, ...]:
    return tuple(
        Change(name, before, after)
        for name in names
        if (before := told(old.get(name), name)) != (after := told(new.get(name), name))
    )


def _mention_changes(old: Row, new: Row) -> tuple[Change, ...]:
    if old.mentions is None or new.mentions is None:
        return ()
    changes = []
    for key in dict.fromkeys([*old.mentions, *new.mentions]):
        title = f"{key[0]} {key[1]} “{key[2]}”"
        before, after = old.mentions.get(key), new.mentions.get(key)
        if before is None:
            changes.append(Change(title, "", "+"))
        elif after is None:
            changes.append(Change(title, "-", ""))
        else:
            changes += [
                Change(f"{title}.{c.what}", c.before, c.after)
                for c in _differences(MENTION_FIELDS, before, after)
            ]
    return tuple(changes)


def _compare(key: str, old: Row, new: Row, least_km: float) -> ProjectChange:
    moved, geometry = None, None
    if old.geometry is not None and new.geometry is not None:
        kinds = (old.geometry.geom_type, new.geometry.geom_type)
        if kinds[0].removeprefix("Multi") != kinds[1].removeprefix("Multi"):
            geometry = Change("geometry", *kinds)
        distance = _moved(old.geometry, new.geometry)
        moved = round(distance, 2) if distance >= least_km else None
    elif (old.geometry is None) != (new.geometry is None):
        shown = [g.geom_type if g is not None else "" for g in (old.geometry, new.geometry)]
        geometry = Change("geometry", *shown)
    columns = dict.fromkeys([*old.properties, *new.properties])
    status = [n for n in columns if n == "status" or n.startswith("status_")]
    others = [n for n in columns if n not in (*status, *_TOLD, *_DERIVED)]
    # A column that one release does not have yet is no change of the project.
    shared = [n for n in others if n in old.properties and n in new.properties]
    return ProjectChange(
        key,
        told(new.properties.get("name")),
        _differences(("name", "name_en"), old.properties, new.properties),
        moved,
        geometry,
        _differences(status, old.properties, new.properties),
        _mention_changes(old, new),
        _differences(shared, old.properties, new.properties),
    )


def compare(old: Path, new: Path, *, retired: Mapping[str, Retired], least_km: float = 0.1) -> Diff:
    """What changed from ``old`` to ``new``.

    Parameters
    ----------
    old, new : Path
        Two releases of ``projects.geojson``, WGS84; mentions are compared where ``mentions.csv``
        stands beside both.
    retired : mapping
        The retired ids, to give the reason for what is gone.
    least_km : float
        A geometry counts as moved from this distance (Hausdorff, kilometres) on.

    Raises
    ------
    AtlasError
        As :func:`~analyst.diff.release.read_release`, where ``least_km`` is no distance, and where
        names were saved in another encoding or columns' names cut off.
    """
    if not least_km >= 0 or math.isinf(least_km):
        raise AtlasError("--least-km", zh="应为 0 或更大的数", en="must be a number of 0 or more")
    before, after = read_release(old), read_release(new)
    check_encoding(before, after, str(new))
    check_columns(before, after, str(new))
    names = {key: told(row.properties.get("name")) for key, row in {**before, **after}.items()}
    changed = [_compare(key, before[key], after[key], least_km) for key in after if key in before]
    return Diff(
        [(key, names[key]) for key in after if key not in before],
        [(key, names[key], retired.get(key)) for key in before if key not in after],
        [change for change in changed if change],
    )
