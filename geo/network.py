"""Routing between stops along the rail or road network.

The networks (data/reference) come from OpenStreetMap, thinned: vertices are to 0.001 degree and
some lie more than 20 km apart. What is known of a line between two of them is how long it is: all
of it lies in the ellipse whose foci they are, and the ellipse is narrow where the line is hardly
longer than the straight. :attr:`Way.off_m` says how narrow.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from shapely import STRtree
from shapely.geometry import LineString, Point

from geo.crs import Plane, plane
from geo.geojson import read_table
from registry import sentences
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths

LonLat = tuple[float, float]
XY = tuple[float, float]

SOURCE = "© OpenStreetMap contributors (ODbL)"
#: A stop farther than this from the network is not on it.
SNAP_M = 1500.0
#: How many network segments near a stop are tried: at a junction several lines pass.
SNAP_TRIES = 6
#: A way longer than this many times the straight line is another line's.
DETOUR = 1.35
#: A piece of a way whose middle is this near to a segment lies on it.
ON_M = 1.0
#: A place this near to a vertex was read off the network: its vertices are to 0.001 degree.
VERTEX_M = 60.0
#: Getting from a stop to the network costs this many times its length, so that the line on which
#: the stop lies is taken before one that passes near.
ACCESS_COST = 3.0


@dataclass(frozen=True)
class Way:
    """A way along the network: WGS84 vertices between two stops (ends not included) and figures.

    ``length_m`` counts from stop to stop along the way; ``off_m`` is how far at most the line that
    it stands for may lie from it, by the true lengths of its segments.
    """

    vertices: list[LonLat]
    length_m: float
    off_m: float


class Network:
    """A graph of straight segments in a plane.

    ``over_m`` has for each line and each of its segments by how many metres what it stands for is
    longer than the segment; without it none is.
    """

    def __init__(
        self,
        lines: Sequence[LineString],
        plane: Plane,
        over_m: Sequence[Sequence[float]] | None = None,
    ) -> None:
        self._plane = plane
        ids: dict[XY, int] = {}
        self._links: dict[int, list[tuple[int, float]]] = defaultdict(list)
        ends: list[tuple[int, int]] = []
        self._over: list[float] = []
        for number, line in enumerate(lines):
            over = over_m[number] if over_m is not None else [0.0] * (len(line.coords) - 1)
            x, y = plane.points_to_plane(*np.asarray(line.coords).T)
            nodes = [
                ids.setdefault((round(a), round(b)), len(ids)) for a, b in zip(x, y, strict=True)
            ]
            kept = [(ab, m) for ab, m in zip(pairwise(nodes), over, strict=True) if ab[0] != ab[1]]
            ends += [ab for ab, _ in kept]
            self._over += [m for _, m in kept]
        self._xy: list[XY] = [(float(a), float(b)) for a, b in ids]
        for a, b in ends:
            length = math.dist(self._xy[a], self._xy[b])
            self._links[a].append((b, length))
            self._links[b].append((a, length))
        self._ends = ends
        self._segments = [LineString([self._xy[a], self._xy[b]]) for a, b in ends]
        self._tree = STRtree(self._segments)

    def has_vertex(self, place: LonLat) -> bool:
        """Whether ``place``, WGS84 degrees, is a vertex of the network, as nearly as these are."""
        x, y = self._plane.points_to_plane(*place)
        return any(math.dist((x, y), vertex) <= VERTEX_M for vertex in self._xy)

    def _access(self, xy: XY) -> list[tuple[int, float, XY]]:
        """Nodes to enter the network by: (node, metres from the foot to it, foot)."""
        point = Point(xy)
        near = self._tree.query(point, predicate="dwithin", distance=SNAP_M)
        ranked = sorted(near, key=lambda i: (self._segments[i].distance(point), i))[:SNAP_TRIES]
        result = []
        for i in ranked:
            segment = self._segments[i]
            foot = segment.interpolate(segment.project(point))
            for node in self._ends[i]:
                result.append((node, math.dist((foot.x, foot.y), self._xy[node]), (foot.x, foot.y)))
        return result

    def between(self, start: LonLat, end: LonLat) -> Way | None:
        """The shortest way between two stops in WGS84 degrees, or None where there is none.

        None when a stop is not on the network, or no way is within :data:`DETOUR` of the straight
        line.
        """
        a, b = (self._plane.points_to_plane(*stop) for stop in (start, end))
        straight = math.dist(a, b)
        shortest = self._shortest(a, b, straight * DETOUR + 2 * ACCESS_COST * SNAP_M)
        if shortest is None:
            return None
        path = _without_spurs(shortest)
        length = sum(math.dist(p, q) for p, q in pairwise(path))
        if length > straight * DETOUR:
            return None
        inner = np.asarray(path[1:-1]).reshape(-1, 2)
        lon, lat = self._plane.points_to_degrees(inner[:, 0], inner[:, 1])
        off = max(self._off_m(p, q) for p, q in pairwise(path))
        return Way(list(zip(lon.tolist(), lat.tolist(), strict=True)), length, off)

    def _off_m(self, a: XY, b: XY) -> float:
        """How far from the piece a-b of a way the line may lie: half an ellipse's minor axis.

        A piece that is part of a segment may hold all by which the segment's line is longer. What
        leads from a stop to the network stands for itself.
        """
        middle = Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        under = self._tree.query(middle, predicate="dwithin", distance=ON_M)
        over = min((self._over[i] for i in under), default=0.0)
        straight = math.dist(a, b)
        return math.sqrt((straight + over) ** 2 - straight**2) / 2

    def _goals(self, end: XY) -> dict[int, tuple[float, XY]]:
        """Nodes to leave the network by, with the cost from each to ``end`` and its foot."""
        goals: dict[int, tuple[float, XY]] = {}
        for node, metres, foot in self._access(end):
            cost = metres + ACCESS_COST * math.dist(end, foot)
            if node not in goals or cost < goals[node][0]:
                goals[node] = (cost, foot)
        return goals

    def _shortest(self, start: XY, end: XY, limit: float) -> list[XY] | None:
        """The cheapest path of at most ``limit`` metres, by Dijkstra's rule; None without one."""
        goals = self._goals(end)
        queue: list[tuple[float, int, int, XY]] = []
        for node, metres, foot in self._access(start):
            heapq.heappush(queue, (metres + ACCESS_COST * math.dist(start, foot), node, -1, foot))
        entry: dict[int, tuple[int, XY]] = {}
        best: tuple[float, int] | None = None
        while queue:
            cost, node, before, foot = heapq.heappop(queue)
            if cost > limit or (best and cost >= best[0]):
                break
            if node in entry:
                continue
            entry[node] = (before, foot)
            if node in goals and (best is None or cost + goals[node][0] < best[0]):
                best = (cost + goals[node][0], node)
            for after, metres in self._links[node]:
                if after not in entry:
                    heapq.heappush(queue, (cost + metres, after, node, foot))
        if best is None:
            return None
        return [start, *self._back_from(best[1], entry), goals[best[1]][1], end]

    def _back_from(self, node: int, entry: dict[int, tuple[int, XY]]) -> list[XY]:
        """The foot by which a path enters the network, and its nodes up to ``node``."""
        path = [self._xy[node]]
        before, foot = entry[node]
        while before != -1:
            path.append(self._xy[before])
            before, foot = entry[before]
        return [foot, *path[::-1]]


def _without_spurs(path: list[XY]) -> list[XY]:
    """``path`` without repeats and without a vertex that is gone to and straight back from.

    A foot that lies beyond the first node on the way makes such a spur at either end.
    """
    kept: list[XY] = []
    for point in path:
        if kept and math.dist(kept[-1], point) < 1:
            continue
        while len(kept) >= 2 and _turns_back(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _turns_back(a: XY, b: XY, c: XY) -> bool:
    """Whether the way a-b-c turns at b by more than 150 degrees."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]
    dot = ux * vx + uy * vy
    return dot < math.cos(math.radians(150)) * math.hypot(ux, uy) * math.hypot(vx, vy)


@lru_cache(maxsize=4)
def _load(path: Path, where: str, fitted: Plane) -> Network:
    table = read_table(path, where, ("over_m",), may_be_empty=True)
    lines: list[LineString] = []
    for number, (line, over) in enumerate(zip(table.geometry, table["over_m"], strict=True)):
        if not isinstance(line, LineString):
            raise sentences.bad_geometry(f"{where}: features[{number}]: geometry")
        if not _lengths(over, len(line.coords) - 1):
            raise AtlasError(
                f"{where}: features[{number}]: over_m",
                zh="应为每一段一个不小于零的数",
                en="is not one number a segment, none below zero",
            )
        lines.append(line)
    return Network(lines, fitted, list(table["over_m"]))


def _lengths(value: object, count: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) == count
        and all(isinstance(one, int | float) and 0 <= one < math.inf for one in value)
    )


def load_network(name: str, paths: Paths = DEFAULT) -> Network:
    """The network ``"rail"`` or ``"roads"``; AtlasError when its file is missing or broken."""
    path = paths.reference / f"{name}.geojson"
    return _load(path, paths.label(path), plane(paths))
