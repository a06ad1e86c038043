import assert from "node:assert/strict";
import { test } from "node:test";
import { keptReview } from "../../../src/reader/rules/kept-review.js";
import { addedRow } from "../../../src/reader/rules/reviewed.js";

test("mentions go by their numbers, the tenth after the ninth", () => {
  const file = /** @type {any} */ ({ key: "1", name: "a.docx", plan: "a" });
  const rows = ["1.10", "1.9", "1.2"].map((key) => addedRow(key, {}, key));
  const told = JSON.parse(keptReview("a", [{ file: file, text: "", rows: rows }], new Map()));
  assert.deepEqual(
    told.documents[0].mentions.map((/** @type {any} */ m) => m.name),
    ["1.2", "1.9", "1.10"],
  );
});

test("what is on the page becomes the review file that Python wrote", () => {
  const late = {
    ...addedRow("1.0", { start: 9, end: 12 }, "甲线"),
    score: 0.85,
    project: "p",
    reason: ["同名", "the same name"],
    doubt: ["只写了区段", "只写了区段"],
    complete_year: 2030,
  };
  const early = addedRow("1.1", { start: 3, end: 5 }, "乙港");
  const file = /** @type {any} */ ({ key: "1", name: "a.docx", plan: "a" });
  const edits = new Map([
    ["1.1", { verdict: /** @type {const} */ ("reject") }],
    ["1.+2", { start: 0, end: 2 }],
    ["11.0", { verdict: /** @type {const} */ ("accept") }],
  ]);
  const told = JSON.parse(
    keptReview("a-review", [{ file: file, text: "文", rows: [early, late] }], edits),
  );
  assert.equal(told.format, "a-review");
  assert.equal(told.version, 1);
  assert.equal(told.documents.length, 1);
  const [{ mentions, corrections, ...rest }] = told.documents;
  assert.deepEqual(rest, { name: "a.docx", plan: "a", text: "文" });
  assert.deepEqual(corrections, { 1: { verdict: "reject" }, "+2": { start: 0, end: 2 } });
  // In the order of their numbers, as corrections count them.
  assert.deepEqual(
    mentions.map((/** @type {any} */ m) => m.name),
    ["甲线", "乙港"],
  );
  assert.deepEqual(mentions[0], {
    ...{ clause: "", as_written: "甲线", name: "甲线", mode: "rail", action: "" },
    ...{ status: "unspecified", start_year: null, complete_year: 2030, project_id: "p" },
    ...{ match_score: 0.85, match_reason: "同名 / the same name", confidence: "high" },
    ...{ doubt: "只写了区段", kind: "plan", start: 9, end: 12 },
  });
  assert.equal(mentions[1].match_reason, "");
});
