import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsLeft, sortRows } from "../../../src/core/table/table-rows.js";

const collate = new Intl.Collator("en", { numeric: true }).compare;
const sorted = (values, down) => sortRows(values, (v) => v, down, collate);

test("numbers go by size, texts by the language's order", () => {
  assert.deepEqual(sorted([10, 9, 100, -1], false), [-1, 9, 10, 100]);
  assert.deepEqual(sorted([10, 9, 100, -1], true), [100, 10, 9, -1]);
  assert.deepEqual(sorted(["b10", "B9", "a"], false), ["a", "B9", "b10"]);
  assert.deepEqual(sorted(["a", "B9", "b10"], true), ["b10", "B9", "a"]);
});

test("a number beside a text is ordered as a text", () => {
  assert.deepEqual(sorted(["x", 3, "2"], false), ["2", 3, "x"]);
});

test("unknown values stay at the end both ways, and zero is known", () => {
  assert.deepEqual(sorted(["", 2, "", 0, 1], false), [0, 1, 2, "", ""]);
  assert.deepEqual(sorted(["", 2, "", 0, 1], true), [2, 1, 0, "", ""]);
});

test("equal values keep their order, and the list that came in is left alone", () => {
  const items = [
    { id: 1, v: 2 },
    { id: 2, v: 1 },
    { id: 3, v: 2 },
  ];
  const ids = (down) => sortRows(items, (i) => i.v, down, collate).map((i) => i.id);
  assert.deepEqual(ids(false), [2, 1, 3]);
  assert.deepEqual(ids(true), [1, 3, 2]);
  assert.deepEqual(
    items.map((i) => i.id),
    [1, 2, 3],
  );
});

test("what is left shrinks with every page and never goes under nothing", () => {
  assert.deepEqual(
    [200, 1200, 2200, 2560, 3200].map((limit) => rowsLeft(2560, limit)),
    [2360, 1360, 360, 0, 0],
  );
});
