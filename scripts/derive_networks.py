"""Rail and road networks around the home provinces, from the package scgraph_data.

``python -m scripts.derive_networks`` writes data/reference/{rail,roads}.geojson. The package took
them from OpenStreetMap, so both are ODbL, (c) OpenStreetMap contributors. Its nodes are rounded to
0.001 degrees and its edges are chords: of a line between two nodes only the true length is known.

Each feature is a chain of edges between two junctions or ends; chains that meet share the node.
Properties: ``length_km`` along the true line as the package gives it, ``max_chord_km``, and
``over_m``: for each segment, by how many metres the true line is longer.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely import LineString
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.boundaries import load_provinces
from geo.crs import distance_m, plane
from geo.geojson import write_features
from registry.commandline import run_script
from registry.paths import DEFAULT, Paths
from scripts.frame import SHIPPED, Frame
from scripts.sources.packages import data_file, list_literal

LonLat = tuple[float, float]
Edges = dict[int, dict[int, float]]

MARGIN_M = 50_000.0
#: Half-width of the corridors in which rail is kept outside the margin.
CORRIDOR_M = 70_000.0


@dataclass(frozen=True)
class Network:
    """How one network is read and thinned.

    ``merge_km``: a node's neighbours within this are merged into it (ramps, yard throats).
    ``stub_km``: a dead end shorter than this is left off.
    """

    source: str
    target: str
    merge_km: float
    stub_km: float
    corridors: bool


NETWORKS = (
    Network("world_railways", "rail", merge_km=0.3, stub_km=1.0, corridors=True),
    Network("world_highways", "roads", merge_km=0.8, stub_km=6.0, corridors=False),
)


def kept_area(corridors: bool, paths: Paths, frame: Frame) -> BaseGeometry:
    """The home provinces with the margin, and the rail corridors if wanted; degrees."""
    provinces = load_provinces(paths)
    local = plane(paths)
    home = provinces.geometry[provinces["adcode"].str[:2].isin(list(frame.home))]
    areas = [local.to_plane(g).simplify(1000).buffer(MARGIN_M) for g in home]
    if corridors:
        areas += [local.to_plane(LineString(c)).buffer(CORRIDOR_M) for c in frame.corridors]
    return local.to_degrees(shapely.union_all(areas))


def read_network(name: str, area: BaseGeometry) -> tuple[dict[int, LonLat], Edges]:
    """Nodes inside ``area`` (lon, lat) and the edges between them, in kilometres."""
    text = data_file("scgraph-data", f"scgraph_data/{name}.py").read_text("utf-8")
    nodes = list_literal(text, "nodes")  # [lat, lon]
    graph = list_literal(text, "graph")
    west, south, east, north = area.bounds
    shapely.prepare(area)
    kept = {
        i: (float(lon), float(lat))
        for i, (lat, lon) in enumerate(nodes)
        if west <= lon <= east and south <= lat <= north and area.contains(Point(lon, lat))
    }
    edges: Edges = {
        i: {int(j): float(km) for j, km in graph[i].items() if int(j) in kept and int(j) != i}
        for i in kept
    }
    return kept, edges


def merged(nodes: dict[int, LonLat], edges: Edges, reach_km: float) -> Edges:
    """``edges`` with the neighbours of each busy node that lie within ``reach_km`` merged into it.

    Busiest first, so that an interchange becomes its main junction. Of parallel edges the shorter
    stays.
    """
    stands_for: dict[int, int] = {}
    for node in sorted(edges, key=lambda n: (-len(edges[n]), n)):
        if node in stands_for:
            continue
        stands_for[node] = node
        front = [node]
        while front:
            for other in sorted(edges[front.pop()]):
                if other not in stands_for and (
                    distance_m(nodes[node], nodes[other]) <= reach_km * 1000
                ):
                    stands_for[other] = node
                    front.append(other)
    result: Edges = {}
    for a, neighbours in edges.items():
        for b, km in neighbours.items():
            p, q = stands_for[a], stands_for[b]
            # The move from a node to the one it is merged into may outrun the old length.
            length = max(km, distance_m(nodes[p], nodes[q]) / 1000)
            if p != q and length < result.setdefault(p, {}).get(q, float("inf")):
                result[p][q] = length
                result.setdefault(q, {})[p] = length
    return result


def chains(edges: Edges) -> Iterator[list[int]]:
    """Chains of edges between nodes that are not of degree two, then the rings that are left."""
    used: set[tuple[int, int]] = set()

    def follow(a: int, b: int) -> list[int]:
        way = [a, b]
        used.update(((a, b), (b, a)))
        while len(edges[way[-1]]) == 2 and way[-1] != a:
            onward = next(n for n in edges[way[-1]] if n != way[-2])
            used.update(((way[-1], onward), (onward, way[-1])))
            way.append(onward)
        return way

    for ends_only in (True, False):
        for a in sorted(edges):
            if ends_only and len(edges[a]) == 2:
                continue
            for b in sorted(edges[a]):
                if (a, b) not in used:
                    yield follow(a, b)


def length_km(edges: Edges, way: list[int]) -> float:
    """Length of a chain as the package gives it."""
    return sum(edges[a][b] for a, b in itertools.pairwise(way))


def without_stubs(edges: Edges, shortest_km: float) -> Edges:
    """``edges`` without dead ends shorter than ``shortest_km``, until none is left."""
    while True:
        stubs = [
            way
            for way in chains(edges)
            if 1 in (len(edges[way[0]]), len(edges[way[-1]]))
            and length_km(edges, way) < shortest_km
        ]
        if not stubs:
            return edges
        for way in stubs:
            for a, b in itertools.pairwise(way):
                edges[a].pop(b, None)
                edges[b].pop(a, None)
        edges = {node: neighbours for node, neighbours in edges.items() if neighbours}


def features(nodes: dict[int, LonLat], edges: Edges) -> list[tuple[dict[str, object], LineString]]:
    """One feature a chain, from west to east and south to north."""
    result: list[tuple[dict[str, object], LineString]] = []
    for way in chains(edges):
        pairs = list(itertools.pairwise(way))
        chords = [distance_m(nodes[a], nodes[b]) for a, b in pairs]
        properties: dict[str, object] = {
            "length_km": round(length_km(edges, way), 1),
            "max_chord_km": round(max(chords) / 1000, 1),
            "over_m": [
                max(round(1000 * edges[a][b] - chord), 0)
                for (a, b), chord in zip(pairs, chords, strict=True)
            ],
        }
        result.append((properties, LineString([nodes[n] for n in way])))
    return sorted(result, key=lambda f: list(f[1].coords))


def main(paths: Paths = DEFAULT, frame: Frame = SHIPPED) -> None:
    """Write the two files."""
    for network in NETWORKS:
        nodes, edges = read_network(network.source, kept_area(network.corridors, paths, frame))
        before = sum(map(sum, (n.values() for n in edges.values()))) / 2
        edges = without_stubs(merged(nodes, edges, network.merge_km), network.stub_km)
        after = sum(map(sum, (n.values() for n in edges.values()))) / 2
        chains = features(nodes, edges)
        path = paths.rivers.with_name(f"{network.target}.geojson")
        size = write_features(path, chains, decimals=3)
        print(
            f"{paths.label(path)}: {len(chains)} chains, {after:,.0f} of {before:,.0f} km, "
            f"{size:,} bytes"
        )


if __name__ == "__main__":
    sys.exit(run_script(main))
