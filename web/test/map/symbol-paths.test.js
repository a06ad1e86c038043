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
  assert.equal(symbolPath("triangle", 0, 0, 20), "M0.0,-24.0L23.0,18.0L-23.0,18.0z");
  assert.equal(
    symbolPath("hexagon", 0, 0, 20),
    "M-11.0,-20.0L11.0,-20.0L22.0,0.0L11.0,20.0L-11.0,20.0L-22.0,0.0z",
  );
  assert.equal(
    symbolPath("bolt", 0, 0, 20),
    "M6.0,-28.0L-20.0,6.0L-2.0,6.0L-6.0,28.0L20.0,-6.0L2.0,-6.0z",
  );
  assert.equal(
    symbolPath("drop", 0, 0, 20),
    "M0.0,-28.0L19.0,3.0L14.0,18.0L0.0,24.0L-14.0,18.0L-19.0,3.0z",
  );
});
