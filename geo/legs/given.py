"""Lines that a source gives: of a project, or of the railway or road that it is.

``data/lines.geojson`` holds them, each with the projects that run along it, how far at most it is
off, and its source. Where both stops of a leg lie on such a line, the leg is drawn along it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from shapely import LineString
from shapely.geometry import Point
from shapely.ops import substring

from geo.crs import Plane, plane
from geo.geojson import read_table
from registry import sentences
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from registry.tables import Place

LonLat = tuple[float, float]

#: What a feature of lines.geojson says of its line, each of it needed.
COLUMNS = ("project_ids", "accuracy_m", "source")
#: A stop farther than this from a line is not on it, unless the two are no surer than that.
REACH_M = 1500.0
#: A stretch longer than this many times the straight line goes by another way.
WINDING = 2.5
#: A stretch shorter than this is none: both stops fall on one place of the line.
SHORTEST_M = 100.0


@dataclass(frozen=True)
class GivenLine:
    """A line in metres of ``plane``, at most ``accuracy_m`` off, and who gives it."""

    line: LineString
    plane: Plane
    accuracy_m: float
    source: str

    def between(self, start: Place, end: Place) -> list[LonLat] | None:
        """Its vertices from ``start`` to ``end`` in WGS84 degrees; None where it does not lead."""
        measures = []
        for stop in (start, end):
            point = self.plane.to_plane(Point(stop.point))
            if self.line.distance(point) > max(REACH_M, stop.accuracy_m + self.accuracy_m):
                return None
            measures.append(self.line.project(point))
        length = abs(measures[0] - measures[1])
        a, b = (self.plane.points_to_plane(*stop.point) for stop in (start, end))
        if length < SHORTEST_M or length > WINDING * math.dist(a, b):
            return None
        part = substring(self.line, *measures)
        lon, lat = self.plane.points_to_degrees(*np.asarray(part.coords).T)
        return list(zip(lon.tolist(), lat.tolist(), strict=True))


def given_lines(project: str, paths: Paths = DEFAULT) -> Sequence[GivenLine]:
    """The lines given for ``project``, the surest first; none where a land has no such file.

    Raises
    ------
    AtlasError
        When the file cannot be read, or a line lacks its project, its accuracy or its source.
    """
    return all_given(paths).get(project, ())


def checked_given(known: Iterable[str], paths: Paths = DEFAULT) -> Mapping[str, object]:
    """:func:`all_given`; AtlasError when one is for a project that is none of ``known``."""
    given, there = all_given(paths), list(known)
    for project in given:
        if project not in there:
            where = f"{paths.label(paths.lines)}: project_ids"
            raise sentences.unknown_code(where, "project", project, there)
    return given


def all_given(paths: Paths = DEFAULT) -> Mapping[str, Sequence[GivenLine]]:
    """The lines given for each project, the surest first; see :func:`given_lines`."""
    try:
        stat = paths.lines.stat()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise sentences.unreadable(paths.label(paths.lines), error.strerror) from error
    return _load(paths.lines, paths.label(paths.lines), plane(paths), stat.st_mtime_ns)


@lru_cache(maxsize=4)
def _load(path: Path, where: str, local: Plane, _when: int) -> Mapping[str, list[GivenLine]]:
    table = read_table(path, where, COLUMNS, may_be_empty=True)
    found: dict[str, list[GivenLine]] = defaultdict(list)
    rows = zip(table.geometry, *(table[name] for name in COLUMNS), strict=True)
    for number, (line, projects, accuracy_m, source) in enumerate(rows):
        feature = f"{where}: features[{number}]"
        if not isinstance(line, LineString):
            raise AtlasError(f"{feature}: geometry", zh="不是一条线", en="is not one line")
        for name, text in (("project_ids", projects), ("source", source)):
            if not isinstance(text, str) or not text.strip(" ;"):
                raise sentences.empty(f"{feature}: {name}")
        number_m = isinstance(accuracy_m, int | float) and not isinstance(accuracy_m, bool)
        if not number_m or not math.isfinite(accuracy_m):
            raise sentences.not_a_number(f"{feature}: accuracy_m", accuracy_m)
        if accuracy_m <= 0:
            raise sentences.not_positive(f"{feature}: accuracy_m", accuracy_m)
        given = GivenLine(local.to_plane(line), local, float(accuracy_m), source.strip())
        for project in projects.split(";"):
            found[project.strip()].append(given)
    return {key: sorted(lines, key=lambda one: one.accuracy_m) for key, lines in found.items()}
