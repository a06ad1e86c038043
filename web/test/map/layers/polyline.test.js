// Lines by where they begin, long ones in pieces.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tiled } from "../../../src/map/layers/polyline.js";

/** A line of n places that goes east from x by a millionth. */
const line = (n, x, y) =>
  Float64Array.from(Array.from({ length: n }, (_, i) => [x + i / 1e6, y]).flat());
const sizes = (sets) => sets.map((set) => set.map((piece) => piece.length / 2));

test("pieces join: each begins where the one before it ends, and none is lost", () => {
  for (const [n, pieces] of [
    [1, [1]],
    [2, [2]],
    [49, [49]],
    [50, [49, 2]],
    [97, [49, 49]],
    [98, [49, 49, 2]],
  ]) {
    const whole = line(n, 0.5, 0.5),
      [set] = tiled([whole]);
    assert.deepEqual(sizes([set]), [pieces], String(n));
    const again = set.flatMap((piece, i) => Array.from(piece).slice(i ? 2 : 0));
    assert.deepEqual(again, Array.from(whole));
    set.slice(1).forEach((piece, i) => {
      assert.deepEqual(Array.from(piece.slice(0, 2)), Array.from(set[i].slice(-2)));
    });
  }
});

test("those that begin in one part of the world are one set", () => {
  const part = 1 / 160;
  const sets = tiled([
    line(2, 0.1 * part, 0.1 * part),
    line(2, 1.1 * part, 0.1 * part),
    line(2, 0.9 * part, 0.9 * part),
    line(2, 0.1 * part, 1.1 * part),
  ]);
  assert.deepEqual(sizes(sets), [[2, 2], [2], [2]]);
  assert.deepEqual(tiled([]), []);
});

test("degrees are put in their place of the world", () => {
  const [[found]] = tiled([
    [
      [0, 0],
      [0, 90],
    ],
  ]);
  assert.deepEqual(Array.from(found), [0.5, 0.5, 0.75, 0.5]);
});

test("a part of the world begins at its edge", () => {
  const sets = tiled([line(2, 0.499, 0.5), line(2, 0.5, 0.5), line(2, 0.503, 0.5)]);
  assert.deepEqual(sizes(sets), [[2], [2, 2]]);
  const down = tiled([line(2, 0.5, 0.499), line(2, 0.5, 0.5), line(2, 0.5, 0.503)]);
  assert.deepEqual(sizes(down), [[2], [2, 2]]);
});
