// Whose bands are drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ALL, close, made } from "./small-projects.js";

test("bands lie under all that is shown, or under the selected one alone", () => {
  const { show, layer, map } = made();
  show(ALL);
  const bands = () => Array.from(map.layers, (band) => band.options.color).sort();
  assert.deepEqual(bands(), []);
  layer.bands(true);
  assert.deepEqual(bands(), ["#0000ff", "#00ff00", "#ff0000"]);
  layer.select("rail");
  assert.deepEqual(bands(), ["#ff0000"]);
  layer.bands(false);
  assert.deepEqual(bands(), ["#ff0000"]);
  layer.select(null);
  assert.deepEqual(bands(), []);
  layer.bands(true);
  show({ rail: "operation" });
  assert.deepEqual(bands(), ["#ff0000"]);
  const [band] = map.layers,
    before = band.options.weight;
  map.zoom += 1;
  map.fire("zoomend");
  close(band.options.weight, 2 * before);
});

test("of more than twenty the pointed and the selected one alone have their bands", () => {
  const lines = Array.from({ length: 21 }, (_, i) => [`l${i}`, "rail", "L", [0, i / 100, 1, 0]]);
  const { show, layer, map } = made({ projects: lines });
  const shown = (n) => show(Object.fromEntries(lines.slice(0, n).map(([id]) => [id, "operation"])));
  layer.bands(true);
  shown(20);
  assert.equal(map.layers.size, 20);
  layer.hover("l3");
  assert.equal(map.layers.size, 20);
  layer.hover(null);
  shown(21);
  assert.equal(map.layers.size, 0);
  layer.hover("l3");
  assert.equal(map.layers.size, 1);
  layer.hover("l4");
  assert.equal(map.layers.size, 1);
  layer.select("l5");
  layer.hover("l6");
  assert.equal(map.layers.size, 1);
  layer.select(null);
  layer.hover(null);
  layer.bands(false);
  layer.hover("l3");
  assert.equal(map.layers.size, 0);
});
