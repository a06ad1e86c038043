import assert from "node:assert/strict";
import { test } from "node:test";
import { byMode } from "../../src/sheet/contents.js";
import { sourceIndices } from "../../src/sheet/sources.js";

const project = (id, mode) => ({ id, data: { mode } });

test("sheets go by mode, and within one as they come", () => {
  const all = [
    project("b", "road"),
    project("z", "rail"),
    project("a", "road"),
    project("c", "rail"),
  ];
  assert.deepEqual(
    byMode(["rail", "road"], all).map((p) => p.id),
    ["z", "c", "b", "a"],
  );
});

test("each source once: of the state first, then of facts, verdicts and legs", () => {
  const data = {
    current_sources: [4, 2],
    events: [{ source: 2 }, { source: 7 }],
    outcomes: [{ sources: [1, 4] }, { sources: [9] }],
    legs: [{ sources: [7, 0] }],
  };
  assert.deepEqual(sourceIndices({ data }), [4, 2, 7, 1, 9, 0]);
  assert.deepEqual(sourceIndices({ data: {} }), []);
});
