import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST, moved } from "../../../src/reader/rules/extents.js";

test("each end grows and shrinks by one", () => {
  const extent = { start: 3, end: 6 };
  assert.deepEqual(moved(extent, "start.grow", 9), { start: 2, end: 6 });
  assert.deepEqual(moved(extent, "start.shrink", 9), { start: 4, end: 6 });
  assert.deepEqual(moved(extent, "end.grow", 9), { start: 3, end: 7 });
  assert.deepEqual(moved(extent, "end.shrink", 9), { start: 3, end: 5 });
});

test("it stays within the text, holds a character, and is no longer than a name", () => {
  assert.equal(moved({ start: 0, end: 2 }, "start.grow", 9), null);
  assert.equal(moved({ start: 4, end: 9 }, "end.grow", 9), null);
  assert.deepEqual(moved({ start: 4, end: 8 }, "end.grow", 9), { start: 4, end: 9 });
  assert.equal(moved({ start: 4, end: 5 }, "start.shrink", 9), null);
  assert.equal(moved({ start: 4, end: 5 }, "end.shrink", 9), null);
  assert.equal(moved({ start: 1, end: 1 + LONGEST }, "end.grow", 900), null);
  assert.deepEqual(moved({ start: 1, end: LONGEST }, "end.grow", 900), {
    start: 1,
    end: 1 + LONGEST,
  });
});
