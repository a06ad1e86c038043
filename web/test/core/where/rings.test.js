// All that lies in any of several areas is filled by "nonzero", and no hole of any.
import assert from "node:assert/strict";
import test from "node:test";
import { insideRings, wound } from "../../../src/core/where/rings.js";

/** @param {number} x @param {number} y @param {number} size @param {boolean} [back] */
function square(x, y, size, back) {
  const corners = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return Float64Array.from((back ? corners.reverse() : corners).flat());
}

/**
 * How often rings wind round a place, as the rule "nonzero" counts.
 * @param {number} px @param {number} py @param {Float64Array[]} rings
 */
function winding(px, py, rings) {
  let n = 0;
  rings.forEach((ring) => {
    for (let i = 2; i < ring.length; i += 2) {
      const [x, y, x2, y2] = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]],
        right = px < ((x2 - x) * (py - y)) / (y2 - y) + x;
      if (right && y <= py && y2 > py) n += 1;
      if (right && y2 <= py && y > py) n -= 1;
    }
  });
  return n;
}

for (const [outer, hole] of [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
])
  test(`an area and one over it are filled together: ${outer}, ${hole}`, () => {
    const area = wound([square(0, 0, 10, outer), square(2, 2, 3, hole)]),
      over = wound([square(4, 4, 10, !outer)]),
      all = [...area, ...over];
    // The overlap, each area alone, what the second fills of the hole.
    for (const [x, y] of [
      [8, 8],
      [1, 1],
      [12, 12],
      [4.5, 4.5],
    ])
      assert.notEqual(winding(x, y, all), 0, `${x}, ${y}`);
    assert.equal(winding(3, 3, all), 0, "the hole");
    assert.equal(winding(20, 3, all), 0, "beside");
    assert.equal(insideRings(3, 3, area), false);
  });

test("an island in a hole is filled", () => {
  const rings = wound([square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)]);
  assert.deepEqual(
    [1, 3, 5].map((at) => winding(at, at, rings)),
    [winding(1, 1, rings), 0, winding(1, 1, rings)],
  );
});
