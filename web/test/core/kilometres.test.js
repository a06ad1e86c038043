// Kilometres are added and rounded in one way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { roundKm, sumKm } from "../../src/core/kilometres.js";

test("a sum of tenths is whole tenths", () => {
  assert.equal(sumKm([0.1, 0.2]), 0.3);
  assert.equal(sumKm([9.9, 35.5, 0]), 45.4);
  assert.equal(sumKm([]), 0);
});

test("short lengths are read to a tenth, others as whole ones", () => {
  assert.deepEqual(
    [0, 0.04, 0.06, 9.94, 9.95, 10, 10.4, 10.5].map(roundKm),
    [0, 0, 0.1, 9.9, 10, 10, 10, 11],
  );
});

test("what is longer never reads as shorter", () => {
  let before = 0;
  for (let tenths = 0; tenths < 300; tenths++) {
    const now = roundKm(tenths / 10);
    assert.ok(now >= before, String(tenths));
    before = now;
  }
});
