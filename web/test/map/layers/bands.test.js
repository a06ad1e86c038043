// How wide the band is in which a project truly lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { svgNode } from "../../../src/core/svg.js";
import { createBands, strokesOf } from "../../../src/map/layers/bands.js";
import { smallPage } from "../../small-dom.js";
import { smallLeaflet, smallMap } from "../small-leaflet.js";

const entry = (id, kind, uncertainty, latitude = 0) => ({
  colour: `colour of ${id}`,
  project: { id, kind, data: { uncertainty }, legLines: [], lines: [[[latitude, 105]], [[1, 2]]] },
});

/** A line of legs, each as wide as its band says. */
const legged = (legLines, bands) => ({
  colour: "red",
  project: {
    id: "legs",
    kind: "L",
    data: { uncertainty: Math.max(...bands), legs: bands.map((band) => ({ band })) },
    legLines,
    lines: [legLines.flat()],
  },
});

function bandsOn(zoom, ...entries) {
  const page = smallPage();
  smallLeaflet();
  const map = Object.assign(smallMap(zoom), { svg: page.appendChild(svgNode("g", {})) }),
    bands = createBands(map, 0.14);
  bands.show(entries);
  return { map, bands, layers: () => Array.from(map.layers) };
}

test("a line's band is twice its uncertainty wide, in pixels of its latitude and zoom", () => {
  // At the equator a pixel of zoom 8 is 611.5 m.
  for (const [latitude, zoom, width] of [
    [0, 8, 10],
    [0, 9, 20],
    [60, 8, 20],
  ]) {
    const [layer] = bandsOn(zoom, entry("line", "L", 5 * 611.4962, latitude)).layers();
    assert.ok(Math.abs(layer.options.weight - width) < 1e-3, `${latitude} ${zoom}`);
    assert.equal(layer.kind, "polyline");
    // See-through as one group, not stroke by stroke.
    assert.equal(layer.options.opacity, 1);
    assert.equal(layer.options.color, "colour of line");
  }
});

test("a place has a circle of metres at each of its points", () => {
  const layers = bandsOn(8, entry("port", "P", 700)).layers();
  assert.deepEqual(
    layers.map((layer) => [layer.kind, layer.places, layer.options.radius]),
    [
      ["circle", [0, 105], 700],
      ["circle", [1, 2], 700],
    ],
  );
});

test("an area has none, nor what is known for certain", () => {
  assert.equal(bandsOn(8, entry("a", "A", 700), entry("b", "L", 0)).layers().length, 0);
});

test("those wanted stay, others go, none is drawn twice, and lines follow the zoom", () => {
  const line = entry("line", "L", 5 * 611.4962),
    port = entry("port", "P", 700);
  const { map, bands, layers } = bandsOn(8, line, port);
  const [first, , circle] = layers();
  assert.equal(layers().length, 4);
  bands.show([port, line]);
  assert.equal(layers().length, 4);
  map.zoom = 10;
  bands.widen();
  assert.ok(Math.abs(first.options.weight - 40) < 1e-3);
  assert.equal(circle.options.weight, undefined);
  bands.show([port]);
  assert.deepEqual(
    layers().map((layer) => layer.kind),
    ["circle", "circle"],
  );
  bands.show([]);
  assert.deepEqual(layers(), []);
  assert.equal(map.svg.children.length, 0);
  bands.show([line]);
  assert.equal(layers().length, 2);
});

test("a corridor is as wide as each leg, round where the line ends or turns", () => {
  const A = [0, 0],
    B = [0, 1],
    C = [0, 2],
    D = [1, 2];
  const strokes = (bands, lines) =>
    strokesOf(legged(lines, bands).project).map((s) => [s.line, s.half, s.round]);
  assert.deepEqual(
    strokes(
      [300, 900, 500],
      [
        [A, B],
        [B, C],
        [C, D],
      ],
    ),
    [
      [[A, B], 300, false],
      [[A, A], 300, true],
      [[B, C], 900, false],
      // It turns at C, which is known as well as the surer leg.
      [[C, C], 500, true],
      [[C, D], 500, false],
      [[D, D], 500, true],
    ],
  );
  // Eight degrees are no turn, nine are one, either way, and through the north too.
  const bend = (degrees) => {
    const a = (degrees * Math.PI) / 180;
    const lines = [
      [[0, -1e-3], A],
      [A, [1e-3 * Math.sin(a), 1e-3 * Math.cos(a)]],
    ];
    return strokes([300, 300], lines).length;
  };
  assert.deepEqual([0, 7.9, 8.1, -7.9, -8.1, 179].map(bend), [4, 4, 5, 4, 5, 5]);
  // A line that begins anew has ends of its own; a leg too short to draw turns nowhere.
  assert.equal(
    strokes(
      [1, 1],
      [
        [A, B],
        [C, D],
      ],
    ).length,
    6,
  );
  assert.equal(strokes([1, 1], [[A, B], [B]]).length, 4);
});

test("what turns from west to east turns little", () => {
  const west = [
    [
      [0, 0],
      [1e-4, -1],
    ],
    [
      [1e-4, -1],
      [0, -2],
    ],
  ];
  assert.equal(strokesOf(legged(west, [1, 1]).project).length, 4);
});

test("a line's strokes are see-through together, and go with it", () => {
  const line = legged(
    [
      [
        [0, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [0, 2],
      ],
    ],
    [5 * 611.4962, 10 * 611.4962],
  );
  const { map, bands, layers } = bandsOn(8, line);
  assert.deepEqual(
    map.svg.children.map((group) => [group.getAttribute("opacity"), group.children.length]),
    [["0.14", 4]],
  );
  const weights = () => layers().map((layer) => Math.round(layer.options.weight));
  assert.deepEqual(weights(), [10, 10, 20, 20]);
  assert.deepEqual(
    layers().map((layer) => layer.options.lineCap),
    ["butt", "round", "butt", "round"],
  );
  map.zoom = 9;
  bands.widen();
  assert.deepEqual(weights(), [20, 20, 40, 40]);
  bands.show([]);
  assert.deepEqual([layers(), map.svg.children], [[], []]);
});

/** How many strokes a line of two legs has that runs by `headings`, in degrees, from a place. */
const strokesAt = (latitude, ...headings) => {
  const narrow = Math.cos((latitude * Math.PI) / 180);
  const far = ([lat, lng], heading) => {
    const a = (heading * Math.PI) / 180;
    return [lat + 1e-4 * Math.sin(a), lng + (1e-4 * Math.cos(a)) / narrow];
  };
  const at = [latitude, 105],
    before = far(at, headings[0] + 180),
    after = far(at, headings[1]);
  return strokesOf(
    legged(
      [
        [before, at],
        [at, after],
      ],
      [300, 300],
    ).project,
  ).length;
};

test("a turn is measured on the ground: at any latitude, from any heading, the short way", () => {
  for (const latitude of [0, 30, 60])
    for (const from of [0, 30, 75, 100, -60, 150, -175, 178])
      for (const by of [7.9, -7.9, 8.1, -8.1, 90, 170, -170])
        assert.equal(
          strokesAt(latitude, from, from + by),
          Math.abs(by) > 8 ? 5 : 4,
          `${latitude} ${from} ${by}`,
        );
});

test("where no leg is known a line's band is as wide all along, and round", () => {
  const lines = [[[0, 1]], [[2, 3]]];
  const strokes = (data) => strokesOf({ data, lines, legLines: [] });
  assert.deepEqual(strokes({ uncertainty: 700, legs: [] }), [
    { line: lines[0], half: 700, round: true },
    { line: lines[1], half: 700, round: true },
  ]);
  assert.deepEqual(
    strokes({}).map((stroke) => stroke.half),
    [0, 0],
  );
});

test("a corner is filled as wide as the surer leg, whichever that is", () => {
  const corner = (bands) =>
    strokesOf(
      legged(
        [
          [
            [0, 0],
            [0, 1],
          ],
          [
            [0, 1],
            [1, 1],
          ],
        ],
        bands,
      ).project,
    )[3 - 1].half;
  assert.deepEqual([corner([300, 900]), corner([900, 300])], [300, 300]);
});

test("bands lie under the projects, hear nothing, and are drawn whole", () => {
  const page = smallPage();
  smallLeaflet();
  const panes = {};
  const map = Object.assign(smallMap(8), {
    svg: page.appendChild(svgNode("g", {})),
    createPane: (name) => {
      panes[name] = { style: {} };
      return panes[name];
    },
  });
  createBands(map, 0.14).show([entry("line", "L", 700), entry("port", "P", 300)]);
  assert.deepEqual(panes, { band: { style: { zIndex: "350", pointerEvents: "none" } } });
  const options = Array.from(map.layers, ({ options: { renderer, weight, ...rest } }) => rest);
  const own = { pane: "band", interactive: false, lineJoin: "round" };
  assert.deepEqual(options[0], {
    ...own,
    color: "colour of line",
    lineCap: "round",
    opacity: 1,
    noClip: true,
    smoothFactor: 0,
  });
  assert.deepEqual(options[2], {
    ...own,
    color: "colour of port",
    radius: 300,
    stroke: false,
    fillOpacity: 0.14,
  });
});

test("a stroke that the map has not drawn stands in no group", () => {
  smallPage();
  smallLeaflet();
  const map = smallMap(8);
  createBands(map, 0.14).show([entry("line", "L", 700)]);
  assert.deepEqual(
    Array.from(map.layers, (layer) => layer.node),
    [undefined, undefined],
  );
});
