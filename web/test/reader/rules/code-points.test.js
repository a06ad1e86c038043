import assert from "node:assert/strict";
import { test } from "node:test";
import { CodePoints } from "../../../src/reader/rules/code-points.js";

test("without wide characters both counts are the same", () => {
  const points = new CodePoints("云泽至青岚");
  assert.equal(points.length, 5);
  for (let i = 0; i <= 5; i++) {
    assert.equal(points.unit(i), i);
    assert.equal(points.point(i), i);
  }
});

test("a wide character counts as one", () => {
  const text = "a𨭎b𡎚𡎚c";
  const points = new CodePoints(text);
  const characters = Array.from(text);
  assert.equal(points.length, characters.length);
  for (let i = 0; i <= characters.length; i++) {
    const unit = characters.slice(0, i).join("").length;
    assert.equal(points.unit(i), unit, `unit ${i}`);
    assert.equal(points.point(unit), i, `point ${i}`);
    // Its second half is within it too.
    if ((characters[i] || "").length === 2) assert.equal(points.point(unit + 1), i);
  }
});
