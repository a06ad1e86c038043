// The marks of sources in the sentence on how far a project is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { splitMarks } from "../../src/project/now.js";

test("marks of sources that are there are numbers, all else is text", () => {
  assert.deepEqual(splitMarks("甲[1]；乙[2][1]。", 2), ["甲", 0, "；乙", 1, 0, "。"]);
  assert.deepEqual(splitMarks("甲[1]；乙[2]。", 1), ["甲", 0, "；乙", "[2]", "。"]);
  assert.deepEqual(splitMarks("甲[0]乙", 3), ["甲", "[0]", "乙"]);
  assert.deepEqual(splitMarks("[x] <b>[1", 1), ["[x] <b>[1"]);
  assert.deepEqual(splitMarks("", 1), []);
});
