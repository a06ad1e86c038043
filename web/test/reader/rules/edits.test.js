import assert from "node:assert/strict";
import { test } from "node:test";
import { Edits } from "../../../src/reader/rules/edits.js";

test("a step is done, undone and done again", () => {
  const edits = new Edits();
  assert.equal(edits.set("1.0", { verdict: "accept" }), true);
  assert.equal(edits.set("1.0", { status: "start" }), true);
  assert.equal(edits.set("1.1", { verdict: "reject" }), true);
  assert.equal(edits.size, 3);
  assert.deepEqual(edits.all(), {
    "1.0": { verdict: "accept", status: "start" },
    1.1: { verdict: "reject" },
  });
  assert.equal(edits.undo(), "1.1");
  assert.equal(edits.undo(), "1.0");
  assert.deepEqual(edits.all(), { "1.0": { verdict: "accept" } });
  assert.equal(edits.redo(), "1.0");
  assert.deepEqual(edits.of("1.0"), { verdict: "accept", status: "start" });
  edits.set("1.2", { verdict: "accept" });
  assert.equal(edits.redo(), null, "what was undone is gone after another step");
  assert.equal(edits.size, 3);
});

test("the same again is no step", () => {
  const edits = new Edits();
  edits.set("1.0", { status: "start", verdict: "accept" });
  assert.equal(edits.set("1.0", { verdict: "accept" }), false);
  assert.equal(edits.set("1.0", { verdict: "accept", status: "start" }), false);
  assert.equal(edits.size, 1);
});

test("a field is taken back, and a row without any is as found", () => {
  const edits = new Edits();
  edits.set("1.0", { status: "start" });
  assert.equal(edits.set("1.0", { status: undefined }), true);
  assert.equal(edits.rows.size, 0);
  edits.undo();
  assert.deepEqual(edits.of("1.0"), { status: "start" });
  edits.undo();
  assert.equal(edits.undo(), null);
});

test("corrections made elsewhere are no step", () => {
  const edits = new Edits();
  edits.take("1.0", { verdict: "reject" });
  assert.equal(edits.undo(), null);
  assert.deepEqual(edits.of("1.0"), { verdict: "reject" });
});
