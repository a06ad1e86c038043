import assert from "node:assert/strict";
import { test } from "node:test";
import { dashArray, mixColours, symbolPath } from "../../src/map/symbol-paths.js";

test("colours are mixed channel by channel", () => {
  assert.equal(mixColours("#ffffff", "#000000", 1), "#ffffff");
  assert.equal(mixColours("#ffffff", "#000000", 0), "#000000");
  assert.equal(mixColours("#ff8000", "#0000ff", 0.5), "#804080");
  assert.equal(mixColours("#102030", "#000000", 0.5), "#081018");
  assert.equal(mixColours("#000000", "#ff8040", 0.25), "#bf6030");
});

test("a dash is in widths of the line, never nothing; a solid line has none", () => {
  assert.equal(dashArray({ dash: [] }, 3), null);
  assert.equal(dashArray({ dash: [2, 1.5] }, 2), "4.0 3.0");
  assert.equal(dashArray({ dash: [0, 2] }, 2), "0.1 4.0");
});

test("symbols stand round their middle: corners, or a circle from its west", () => {
  assert.equal(symbolPath("square", 10, 20, 10), "M1.0,11.0L19.0,11.0L19.0,29.0L1.0,29.0z");
  assert.equal(symbolPath("diamond", 0, 0, 4), "M0.0,-5.0L5.0,0.0L0.0,5.0L-5.0,0.0z");
  assert.equal(symbolPath("circle", 10, 20, 4), "M6,20a4,4 0 1,0 8,0a4,4 0 1,0 -8,0");
  assert.equal(symbolPath("ring", 10, 20, 4), symbolPath("circle", 10, 20, 4));
  assert.match(symbolPath("hexagon", 0, 0, 1), /^M(-?[\d.]+,-?[\d.]+L){5}-?[\d.]+,-?[\d.]+z$/);
});
