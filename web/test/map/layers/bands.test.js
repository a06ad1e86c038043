// How wide the band is in which a project truly lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createBands } from "../../../src/map/layers/bands.js";
import { smallLeaflet, smallMap } from "../small-leaflet.js";

const entry = (id, kind, uncertainty, latitude = 0) => ({
  colour: `colour of ${id}`,
  project: { id, kind, data: { uncertainty }, lines: [[[latitude, 105]], [[1, 2]]] },
});

function bandsOn(zoom, ...entries) {
  smallLeaflet();
  const map = smallMap(zoom),
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
    assert.equal(layer.options.opacity, 0.14);
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
  const [first, circle] = layers();
  bands.show([port, line]);
  assert.deepEqual(layers(), [first, circle, layers()[2]]);
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
  bands.show([line]);
  assert.equal(layers().length, 1);
});
