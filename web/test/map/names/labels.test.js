// Which names are placed, and where along a line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLabels } from "../../../src/map/names/labels.js";
import { signs } from "../../../src/map/names/signs.js";
import { pixelBoxes } from "../../../src/map/obstacles.js";
import { smallLeaflet } from "../small-leaflet.js";

/** Names on a map of 2000 by 400 pixels whose corner is the world's. */
function place(zoom, items, taken = []) {
  smallLeaflet();
  const labels = createLabels("serif", "names", { text: "#111111", muted: "#222222" });
  labels._map = {
    getSize: () => L.point(2000, 400),
    getZoom: () => zoom,
    latLngToContainerPoint: ([lat, lng]) => L.point(lng, lat),
    containerPointToLayerPoint: (p) => p,
    getPixelBounds: () => ({ getTopLeft: () => L.point(0, 0) }),
  };
  labels.obstacles = () => taken.slice();
  labels.set("a", items, true);
  labels.draw();
  return labels.placed;
}

const name = (text, x, y, more) => ({ text, at: [y, x], kind: "county", size: 12, ...more });
const texts = (placed) => placed.map((mark) => mark.text);

test("a name stands from its zoom on and before its last", () => {
  const item = name("渝中", 200, 200, { from: 6, to: 9 });
  for (const [zoom, there] of [
    [5.9, 0],
    [6, 1],
    [8.9, 1],
    [9, 0],
  ])
    assert.equal(place(zoom, [item]).length, there, String(zoom));
});

test("of two in one place the first stays; beside a dot it takes the side that is free", () => {
  assert.deepEqual(texts(place(6, [name("甲", 200, 200), name("乙", 205, 200)])), ["甲"]);
  assert.deepEqual(texts(place(6, [name("甲", 200, 200), name("乙", 260, 200)])), ["甲", "乙"]);
  const dot = (taken) => {
    const [mark, spot] = place(6, [name("渝中", 200, 200, { dot: true })], taken);
    assert.deepEqual([spot.text, spot.x, spot.y, spot.turn], ["", 200, 200, 0]);
    return [mark.x - 200, Number((mark.y - 200).toFixed(6))];
  };
  // Half of two characters and three pixels to its edge, three more to the dot.
  assert.deepEqual(dot([]), [18, 0]);
  assert.deepEqual(dot([[210, 190, 220, 210]]), [-18, 0]);
  const above = -(12 * 0.62 + 2) - 3;
  const sides = [
    [216, 190, 220, 210],
    [180, 190, 184, 210],
  ];
  assert.deepEqual(dot(sides), [0, above]);
  assert.deepEqual(dot([...sides, [195, 180, 205, 195]]), [0, -above]);
});

test("a name along a line comes again after its distance and not before", () => {
  // At zoom 0 the world is 256 pixels: a line of 1900 of them, straight to the east.
  const line = Float64Array.from([20 / 256, 200 / 256, 1920 / 256, 200 / 256]);
  const starts = (every) => {
    const placed = place(0, [{ text: "江", line, kind: "county", size: 12, every }]);
    return placed.map((mark) => Math.round(mark.x));
  };
  for (const every of [300, 480]) {
    const at = starts(every);
    assert.ok(at.length > 2, String(at));
    at.slice(1).forEach((x, i) => {
      assert.ok(x - at[i] >= every && x - at[i] < every + 24, `${every}: ${at}`);
    });
  }
  assert.ok(starts(undefined).length < starts(300).length);
});

test("letters that are not Chinese are measured, once each", () => {
  const asked = [];
  globalThis.document = {
    createElement: (tag) => ({
      getContext: () => ({
        tag,
        measureText: (text) => {
          asked.push(text);
          return { width: 10 * text.length };
        },
      }),
    }),
  };
  // Sixty pixels, half of them and three more to either side.
  const beside = (x) => texts(place(6, [name("Luzhou", 200, 200), name("Yibin ", x, 200)]));
  assert.deepEqual(beside(265), ["Luzhou"]);
  assert.deepEqual(beside(266), ["Luzhou", "Yibin "]);
  assert.deepEqual(asked, ["Luzhou", "Yibin "]);
});

test("a name stands seventy pixels or more from the sides, forty from top and bottom", () => {
  // The names may stand sixty beyond the sides and thirty beyond top and bottom.
  const at = (x, y, x1, y1) => {
    const line = Float64Array.from([x / 256, y / 256, x1 / 256, y1 / 256]);
    const [first] = place(0, [{ text: "江", line, kind: "county", size: 12, every: 9999 }]);
    return first ? [Math.round(first.x), Math.round(first.y)] : null;
  };
  // Thirty pixels in, and half a sign; the frame of names begins at 10 and ends at 1990.
  assert.deepEqual(at(-20, 200, 900, 200), [16, 200]);
  assert.equal(at(-21, 200, 9, 200), null);
  assert.deepEqual(at(200, 11, 900, 11), [236, 11]);
  assert.equal(at(200, 9, 900, 9), null);
  assert.deepEqual(at(200, 389, 900, 389), [236, 389]);
  assert.equal(at(200, 391, 900, 391), null);
});

test("as large as the map is near, a line has room for its name", () => {
  const long = (zoom) => {
    const line = Float64Array.from([100, 200, 300, 200].map((n) => n / 256 / 2 ** zoom));
    return place(zoom, [{ text: "江", line, kind: "county", size: 12 }]).map((m) =>
      Math.round(m.x),
    );
  };
  assert.deepEqual([long(0), long(1), long(3)], [[136], [136], [136]]);
});

test("where a line bends a name goes on to where it is straight again", () => {
  const line = Float64Array.from(
    [100, 150, 160, 150, 160, 100, 220, 100, 900, 100].map((n) => n / 256),
  );
  const placed = place(0, [{ text: "长江上游", line, kind: "county", size: 12 }]);
  assert.equal(placed.length >= 4, true);
  assert.ok(placed.every((mark) => Math.abs(mark.turn) < 75));
});

test("what is hidden takes no room, what is enlarged is reckoned back", () => {
  const at = (left, top, right, bottom, hidden = false) => ({
    hidden,
    getBoundingClientRect: () => ({ left, top, right, bottom }),
  });
  const frame = at(10, 20, 500, 500);
  assert.deepEqual(pixelBoxes([at(20, 30, 50, 70), null, at(0, 0, 9, 9, true)], frame), [
    [10, 10, 40, 50],
  ]);
  assert.deepEqual(pixelBoxes([at(20, 30, 50, 70)], frame, 2), [[5, 5, 20, 25]]);
});

test("signs stand on what is marked, by line and by place, and not among thousands", () => {
  const look = { unknown: { marked: true, sign: "?" }, open: { marked: false, sign: "●" } };
  const projects = [
    { id: "line", kind: "L", worlds: ["w1", "w2"] },
    { id: "port", kind: "P", lines: [[[30, 105]], [[31, 106]]] },
    { id: "open", kind: "L", worlds: ["w3"] },
  ];
  const view = (shown, paint = null) => ({
    model: {
      byId: new Map(projects.map((p) => [p.id, p])),
      payload: { style: { currents: look, statuses: { operation: {} } } },
    },
    look: "currents",
    shown,
    paint,
  });
  const shown = new Map([
    ["line", "unknown"],
    ["port", "unknown"],
    ["open", "open"],
    ["gone", "unknown"],
  ]);
  assert.deepEqual(signs(view(shown)), [
    { text: "?", kind: "sign", size: 11, line: "w1", every: 260 },
    { text: "?", kind: "sign", size: 11, line: "w2", every: 260 },
    { text: "?", kind: "sign", size: 8, at: [30, 105] },
    { text: "?", kind: "sign", size: 8, at: [31, 106] },
  ]);
  assert.deepEqual(signs(view(shown, new Map())), []);
  const many = (n) =>
    new Map(Array.from({ length: n }, (_, i) => [i ? `p${i}` : "line", "unknown"]));
  assert.equal(signs(view(many(600))).length, 2);
  assert.equal(signs(view(many(601))).length, 0);
});
