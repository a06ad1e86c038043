// Dashes of thousands of projects, in pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rasterDash } from "../../src/map/layers/dense-layer.js";

test("a dash is whole pixels, and never none", () => {
  assert.deepEqual(rasterDash([], 2), []);
  assert.deepEqual(rasterDash([0.05, 2.2], 2), [1, 4]);
  assert.deepEqual(rasterDash([4.2, 0.8], 3), [13, 2]);
});
