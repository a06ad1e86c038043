// The polyline of a name: even steps along the line, evened out, and only where it can be seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { smoothPolyline } from "../../../src/map/names/label-polyline.js";

const frame = (wide, high) => ({
  getTopLeft: () => ({ x: 0, y: 0 }),
  getBottomRight: () => ({ x: wide, y: high }),
});
const FRAME = frame(1000, 600);
const polyline = (numbers, scale = 1, left = 0, top = 0, view = FRAME) => {
  const found = Array.from(smoothPolyline(Float64Array.from(numbers), scale, left, top, view));
  return Array.from({ length: found.length / 2 }, (_, i) => [found[2 * i], found[2 * i + 1]]);
};

test("a straight line is cut into steps of 12 pixels from its first place on", () => {
  assert.deepEqual(polyline([0, 0, 60, 0]), [
    [0, 0],
    [12, 0],
    [24, 0],
    [36, 0],
    [48, 0],
  ]);
  assert.deepEqual(polyline([0, 10, 0, 34]), [
    [0, 10],
    [0, 22],
  ]);
});

test("places of the world are enlarged and stand from the corner of the map on", () => {
  assert.deepEqual(polyline([0.5, 0.25, 0.536, 0.25], 1000, 480, 240), [
    [20, 10],
    [32, 10],
    [44, 10],
  ]);
});

test("a place is the middle of up to four on either side", () => {
  const found = polyline([0, 0, 120, 0, 120, 120]);
  assert.equal(found.length, 20);
  // The ends are as they were; the corner, tenth of them, is drawn in.
  assert.deepEqual(found[0], [0, 0]);
  const near = ([x, y]) => [Math.round(100 * x) / 100, Math.round(100 * y) / 100];
  // x of the ninth to the first ten, y of those after: (72 + 84 + 96 + 108 + 5 * 120) / 9.
  assert.deepEqual(near(found[10]), [106.67, 13.33]);
  assert.deepEqual(near(found[1]), [12, 0]);
  assert.deepEqual(near(found[19]), [120, 108]);
});

test("steps under 3 pixels are passed over, the last one is not", () => {
  assert.deepEqual(polyline([0, 0, 2.9, 0, 24, 0]), [
    [0, 0],
    [12, 0],
  ]);
  assert.deepEqual(polyline([0, 0, 2, 0]), [[0, 0]]);
  assert.equal(polyline([0, 0, 3, 0, 6, 0]).length, 2);
});

test("what is farther than 300 pixels from the frame is left out", () => {
  assert.equal(polyline([-320, 10, -301, 10]).length, 0);
  assert.ok(polyline([-320, 10, -299, 10]).length > 0);
  assert.equal(polyline([1301, 10, 1400, 10]).length, 0);
  assert.ok(polyline([1299, 10, 1400, 10]).length > 0);
  assert.equal(polyline([10, -301, 10, -400]).length, 0);
  assert.ok(polyline([10, -299, 10, -400]).length > 0);
  assert.equal(polyline([10, 901, 10, 1000]).length, 0);
  assert.ok(polyline([10, 899, 10, 1000]).length > 0);
});

test("one long step is cut into no more than 400", () => {
  assert.equal(polyline([0, 10, 12000, 10]).length, 400);
});
