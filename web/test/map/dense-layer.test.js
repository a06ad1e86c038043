// Dashes of thousands of projects, in pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pixelLine, rasterDash } from "../../src/map/layers/dense-layer.js";

test("a dash is whole pixels, and never none", () => {
  assert.deepEqual(rasterDash([], 2), []);
  assert.deepEqual(rasterDash([0.05, 2.2], 2), [1, 4]);
  assert.deepEqual(rasterDash([4.2, 0.8], 3), [13, 2]);
});

test("a line is in whole pixels, its ends stay, steps of fewer than four are left out", () => {
  // A pixel a degree: 360 across the world, its middle at 180.
  const line = (...places) => pixelLine(places, 10, 360);
  assert.deepEqual(line(0, 0, 100, 0), [180, 180, 190, 180]);
  assert.deepEqual(line(0, 0, 30, 0, 100, 0), [180, 180, 190, 180]);
  assert.deepEqual(line(0, 0, 40, 0, 100, 0), [180, 180, 184, 180, 190, 180]);
  // Aside and down count together.
  assert.deepEqual(line(0, 0, 20, -20, 100, 0), [180, 180, 182, 182, 190, 180]);
  // Counted from the last that was kept, and the end is always.
  assert.deepEqual(line(0, 0, 20, 0, 50, 0, 60, 0), [180, 180, 185, 180, 186, 180]);
  assert.deepEqual(line(0, 0), [180, 180]);
});
