"""The shipped data many times over, for measuring: each copy a little aside, ids its own.

No copy of a line is another's line moved: every vertex strays by itself, so that nothing that
packs or caches equal shapes gains from the copying.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from registry.files import write_text
from registry.files.csvfile import csv_text, read_rows
from registry.files.jsonfile import read_json
from registry.paths import DEFAULT, Paths

#: Starts the generator: the same copies at every run.
SEED = 20
#: How far a copy may lie from its original, degrees each way.
ASIDE = 0.3
#: How far a vertex may stray, each way, as a share of the way to its nearer neighbour. From
#: 0.02 on, no two of a hundred copies are alike in steps of 0.0001 degrees.
STRAY = 0.02
#: As in the built file.
DECIMALS = 5

#: Longitudes and latitudes, one row a vertex.
Vertices = npt.NDArray[np.float64]


def write(folder: Path, times: int) -> Paths:
    """Write a data folder with every project ``times`` times, and say where its files are.

    The first of them are the shipped projects as they are; the others are called by their copy's
    number, and their lengths, counties and words are the original's.
    """
    paths = Paths(folder / "data")
    shutil.copytree(DEFAULT.data, paths.data)
    if times == 1:
        return paths
    collection = read_json(paths.geojson, paths.geojson.name)
    collection["features"] = list(copies(collection["features"], times))
    write_text(paths.geojson, json.dumps(collection, ensure_ascii=False))
    for path in sorted(paths.data.glob("*.csv")):
        _repeat_rows(path, times)
    return paths


def copies(
    features: Sequence[dict[str, Any]], times: int, *, seed: int = SEED
) -> Iterator[dict[str, Any]]:
    """Yield ``features`` ``times`` times: as they are, then copy by copy, each vertex moved.

    Parameters
    ----------
    features
        GeoJSON features in WGS84; a geometry may be None. They are not changed.
    times
        How many of each to give, the original counted.
    seed
        Of the random moves.
    """
    chance = np.random.default_rng(seed)
    yield from features
    everywhere = np.concatenate([_vertices(f["geometry"]) for f in features if f["geometry"]])
    low, high = everywhere.min(axis=0), everywhere.max(axis=0)
    for copy in range(1, times):
        for feature in features:
            old, geometry = feature["properties"], feature["geometry"]
            properties = {
                **old,
                "id": _key(old["id"], copy),
                "name": f"{old['name']} {copy}",
                "name_en": f"{old['name_en']} {copy}",
                "part_of": old["part_of"] and _key(old["part_of"], copy),
            }
            if geometry:
                vertices = _vertices(geometry)
                # No farther than the bounds leave room, so that no copy is heaped on their edge.
                first = np.maximum(-ASIDE, low - vertices.min(axis=0))
                last = np.minimum(ASIDE, high - vertices.max(axis=0))
                aside = chance.uniform(first, last)
                coordinates = _moved(geometry["coordinates"], aside, chance, low, high)
                geometry = {**geometry, "coordinates": coordinates}
            yield {
                **feature,
                "id": properties["id"],
                "properties": properties,
                "geometry": geometry,
            }


def _key(key: str, copy: int) -> str:
    return f"{key}-{copy}" if copy else key


def _vertices(geometry: dict[str, Any]) -> Vertices:
    def positions(part: Any) -> Iterator[Any]:
        if isinstance(part[0], list):
            for inner in part:
                yield from positions(inner)
        else:
            yield part

    return np.array(list(positions(geometry["coordinates"])), dtype=float)


def _moved(
    part: Any, aside: Vertices, chance: np.random.Generator, low: Vertices, high: Vertices
) -> Any:
    """Coordinates, however deep, moved ``aside`` and, where they follow one another, strayed."""
    if isinstance(part[0], list) and isinstance(part[0][0], list):
        return [_moved(inner, aside, chance, low, high) for inner in part]
    vertices = np.atleast_2d(np.array(part, dtype=float))
    moved = vertices + aside
    if len(vertices) > 1:
        way = np.hypot(*np.diff(vertices, axis=0).T)
        nearer = np.minimum(np.append(way, way[-1]), np.insert(way, 0, way[0]))
        moved += chance.uniform(-1, 1, vertices.shape) * (STRAY * nearer)[:, np.newaxis]
        if (vertices[0] == vertices[-1]).all():  # a ring stays one
            moved[-1] = moved[0]
    rounded: list[Any] = np.clip(moved, low, high).round(DECIMALS).tolist()
    return rounded if isinstance(part[0], list) else rounded[0]


def _repeat_rows(path: Path, times: int) -> None:
    """Give every copy its rows of a table that speaks of projects; other tables stay."""
    rows = [row.cells for row in read_rows(path, path.name, ())]
    if not rows or "project_id" not in rows[0]:
        return
    copied = (
        {**row, "project_id": _key(row["project_id"], copy)}
        for copy in range(times)
        for row in rows
    )
    write_text(path, csv_text(list(rows[0]), copied))
