import assert from "node:assert/strict";
import { test } from "node:test";
import { longestFit } from "../../src/sheet/split.js";

test("as many characters as fit, none more", () => {
  for (let room = 0; room <= 9; room++)
    assert.equal(
      longestFit("abcdefgh", (n) => n <= room),
      Math.min(room, 8),
    );
});

test("a character of two halves is never parted", () => {
  assert.equal(
    longestFit("𠮷𠮷", (n) => n <= 3),
    2,
  );
  assert.equal(
    longestFit("𠮷𠮷", (n) => n <= 2),
    2,
  );
  assert.equal(
    longestFit("𠮷", () => true),
    2,
  );
});
