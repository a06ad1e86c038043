"""Lines as the view draws them, in a real browser: true to their points, thousands as pixels."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from layers.payload import packing
from tests.support import browser

#: What map/layers/line-paths.js allows a line and an outline to be off with the step that it leaves
#: out, and rounding to quarters and to whole pixels.
LINE, AREA, ROUNDED = 0.8 + 1.0, 1.0 + 1.0, 0.71 + 0.36

Points = list[tuple[float, float]]

MAP = """() => {
  const box = document.body.appendChild(document.createElement("div"));
  box.style.cssText = "width: 900px; height: 600px";
  window.map = L.map(box, {zoomSnap: 0, zoomAnimation: false}).setView([30, 105], 7);
  map.createPane("dense");
}"""

#: The path of a line at a zoom, and its positions on the screen.
DRAW = """([line, zoom, fill]) => {
  map.setView([30, 105], zoom, {animate: false});
  const layer = AtlasKit.polyline([line], {fill: fill, renderer: L.svg({padding: 0.5})}).addTo(map);
  const d = layer.getElement().getAttribute("d");
  layer.remove();
  const at = line.map(p => map.project(p).subtract(map.getPixelOrigin()));
  const b = layer._renderer._bounds;
  return [d, at.map(p => [p.x, p.y]), [b.min.x, b.min.y, b.max.x, b.max.y]];
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    found = chromium.new_page(viewport={"width": 1000, "height": 700})
    names = (
        "core/payload/decode",
        "core/projection",
        "map/layers/dense-layer",
        "map/layers/polyline",
    )
    browser.load_modules(found, *(f"{name}.js" for name in names))
    found.evaluate(MAP)
    yield found
    found.close()


def wander(dice: random.Random, n: int, step: float) -> Points:
    """A line of ``n`` places as [lat, lng] that turns, doubles back and stands still."""
    lat, lng, way = dice.uniform(28.5, 31.5), dice.uniform(103, 107), dice.uniform(0, 7)
    found = [(lat, lng)]
    for _ in range(n - 1):
        way += dice.choice([0.0, 0.1, -0.2, 0.6, math.pi])
        far = step * dice.choice([0.0, 0.02, 0.3, 1.0])
        lat, lng = lat + far * math.sin(way), lng + far * math.cos(way)
        found.append((lat, lng))
    return found


def parts(d: str) -> list[Points]:
    """The corners of each stretch of a path; of one that draws nothing there are none."""
    if d == "M0 0":
        return []
    return [
        [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", part)]
        for part in d.removesuffix("z").split("M")[1:]
    ]


def off(point: tuple[float, float], paths: list[Points]) -> float:
    """How far a point is from the nearest stretch, in pixels."""
    best = math.inf
    for path in paths:
        for (ax, ay), (bx, by) in zip(path, path[1:] or path, strict=False):
            dx, dy = bx - ax, by - ay
            square = dx * dx + dy * dy
            along = ((point[0] - ax) * dx + (point[1] - ay) * dy) / square if square else 0.0
            along = max(0.0, min(1.0, along))
            best = min(best, math.hypot(point[0] - ax - along * dx, point[1] - ay - along * dy))
    return best


@pytest.mark.parametrize("fill", [False, True])
def test_a_line_stays_where_it_runs(page: Page, fill: bool) -> None:
    dice = random.Random(3 + fill)
    corners = places = 0
    for _ in range(40):
        line = wander(dice, dice.randrange(2, 160), dice.choice([0.002, 0.02, 0.2]))
        d, positions, box = page.evaluate(DRAW, [line, dice.choice([5, 7.25, 9, 12]), fill])
        paths = parts(d)
        inside = [p for p in positions if box[0] < p[0] < box[2] and box[1] < p[1] < box[3]]
        if not paths:
            # All of it stands on one pixel, or out of sight.
            assert not inside or max(math.dist(a, positions[0]) for a in positions) < 2
            continue
        allowed = (AREA if fill else LINE) + 2 * ROUNDED
        assert all(off(point, paths) <= allowed for point in inside)
        assert all(off(corner, [positions]) <= ROUNDED + 0.01 for path in paths for corner in path)
        corners += sum(map(len, paths))
        places += len(positions)
    assert 0 < corners < places * 0.8


def test_a_line_out_of_sight_draws_nothing(page: Page) -> None:
    d, _, _ = page.evaluate(DRAW, [[(45.0, 120.0), (46.0, 121.0), (45.5, 122.0)], 9, False])
    assert d == "M0 0"


def test_many_lines_of_one_look_are_drawn_whole(page: Page) -> None:
    dice = random.Random(5)
    lines = [wander(dice, dice.randrange(2, 400), 0.05) for _ in range(12)]
    drawn = page.evaluate(
        """lines => {
          map.setView([30, 105], 7, {animate: false});
          const look = {renderer: L.svg(), color: "#123456"};
          const layer = AtlasKit.tiledPolylines(lines, look).addTo(map);
          const read = () => Array.from(layer.getElement().children).map(p => p.getAttribute("d"));
          const all = read(), stroke = layer.getElement().getAttribute("stroke");
          const inlay = AtlasKit.restyledPolylines(layer, {renderer: L.svg()}).addTo(map);
          const same = Array.from(inlay.getElement().children).map(p => p.getAttribute("d"));
          layer.through(lines.slice(0, 1));
          const few = read();
          const at = lines.map(l => l.map(p => map.latLngToLayerPoint(p)).map(p => [p.x, p.y]));
          layer.remove(); inlay.remove();
          return [all, stroke, same, few, at];
        }""",
        lines,
    )
    all_paths, stroke, same, few, on_screen = drawn
    assert stroke == "#123456"
    assert same == all_paths
    assert 0 < len(few) < len(all_paths)
    paths = [part for d in all_paths for part in parts(d)]
    for positions in on_screen:
        for point in positions:
            if -400 < point[0] < 1300 and -300 < point[1] < 900 and positions[0] != positions[-1]:
                assert off(point, paths) <= LINE + 2 * ROUNDED


def test_the_ladder_of_latitudes_is_true(page: Page) -> None:
    worst = page.evaluate(
        """() => {
          const down = AtlasKit.mercatorScale(10000);
          let worst = 0;
          for (let y = 180000; y < 540000; y += 37) {
            worst = Math.max(worst, Math.abs(down(y) - AtlasKit.toWorld([y / 10000, 0])[1]));
          }
          return worst * 256 * Math.pow(2, 13);
        }"""
    )
    assert worst < 0.05


MANY = """([packed]) => {
  map.setView([30, 105], 7, {animate: false});
  const look = {colour: "#ff0000", dark: "#ff0000", width: 2};
  const shade = {panel: "#ffffff", halo: "#ffffff"};
  const style = {
    modes: {rail: look}, light: shade, dark: shade, changes: {}, dimmed: 0.3, casing: 1,
    statuses: {operation: {dash: [], scale: 1, cap: "round", fill: 1}},
  };
  const payload = {
    scale: 10000, style: style, modes: ["rail"], statuses: ["operation"], plans: [{}],
    stops: [], changes: ["new"], histories: ["0.000"],
    base: {arcs: [], counties: [], prefectures: []},
    projects: packed.map((g, i) => (
      {id: "p" + i, kind: "L", mode: "rail", geometry: [g], history: 0}
    )),
  };
  const model = AtlasKit.decode(payload), layer = AtlasKit.createDenseLayer(map, model, "light");
  const canvas = map.getPane("dense").querySelector("canvas");
  const shown = ids => layer.show(new Map(ids.map(i => ["p" + i, "operation"])));
  const sum = () => {
    const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    let n = 0, hash = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]) { n += 1; hash = (hash * 31 + i) | 0; }
    return [n, hash];
  };
  const every = packed.map((_, i) => i), found = [];
  shown(every); found.push(sum());
  shown(every.slice(0, 3)); found.push(sum());
  shown(every); found.push(sum());
  map.panBy([40, 25], {animate: false}); found.push(sum());
  map.panBy([-40, -25], {animate: false}); found.push(sum());
  shown([]); found.push(sum());
  return found;
}"""


def test_thousands_keep_its_pixels_until_the_map_moves(page: Page) -> None:
    dice = random.Random(9)
    packed = []
    for _ in range(30):
        line = wander(dice, 60, 0.1)
        packed.append(packing.pack([(round(x * 1e4), round(y * 1e4)) for y, x in line]))
    every, few, again, moved, back, none = page.evaluate(MANY, [packed])
    assert 0 < few[0] < every[0]
    assert again == every
    assert moved != every
    assert back == every
    assert none[0] == 0
