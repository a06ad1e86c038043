// The last filter is undone, one change after the other; what is typed in one go is one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Undo } from "../../../src/core/page/undo.js";

function made() {
  let filter = { mode: ["rail"], q: "" };
  const undo = new Undo(() => filter);
  const set = (change) => {
    filter = { ...filter, ...change };
    undo.note();
  };
  const back = () => {
    const found = undo.take();
    if (found) {
      filter = found;
      undo.note();
    }
    return found && [found.mode.join(), found.q];
  };
  return { undo, set, back };
}

test("each change is undone by itself, the last first, until nothing is left", () => {
  const { undo, set, back } = made();
  assert.deepEqual([undo.any, back()], [false, null]);
  set({ mode: ["port"] });
  set({ mode: ["port"] });
  set({ mode: [] });
  assert.equal(undo.any, true);
  assert.deepEqual([back(), back(), back()], [["port", ""], ["rail", ""], null]);
  assert.equal(undo.any, false);
});

test("letters typed one after the other are one change, a choice between parts them", () => {
  const { set, back } = made();
  set({ q: "a" });
  set({ q: "ab" });
  set({ mode: [] });
  set({ q: "abc" });
  set({ q: "abcd" });
  assert.deepEqual(
    [back(), back(), back(), back()],
    [["", "ab"], ["rail", "ab"], ["rail", ""], null],
  );
});

test("typing after an undo is a change of its own", () => {
  const { set, back } = made();
  set({ q: "a" });
  back();
  set({ q: "b" });
  assert.deepEqual([back(), back()], [["rail", ""], null]);
});

test("thirty changes are kept", () => {
  const { set, undo } = made();
  for (let n = 0; n < 40; n++) set({ mode: [String(n)] });
  let taken = 0;
  while (undo.take()) taken++;
  assert.equal(taken, 30);
});
