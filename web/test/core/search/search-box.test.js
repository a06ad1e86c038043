// The search box: what its keys do is tried here, what it shows in tests/explorer/test_search.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextOption } from "../../../src/core/search/search-box.js";

test("arrows go round the answers and the box; other keys lead nowhere", () => {
  for (const [key, at, n, next] of [
    ["ArrowDown", -1, 3, 0],
    ["ArrowDown", 0, 3, 1],
    ["ArrowDown", 2, 3, -1],
    ["ArrowUp", -1, 3, 2],
    ["ArrowUp", 2, 3, 1],
    ["ArrowUp", 0, 3, -1],
    ["Home", 2, 3, 0],
    ["Home", -1, 3, null],
    ["End", 0, 3, 2],
    ["End", -1, 3, null],
    ["ArrowDown", -1, 0, null],
    ["a", 1, 3, null],
  ])
    assert.equal(nextOption(key, at, n), next, `${key} ${at}`);
});
