// The columns that are shown as they stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listedColumns } from "../../../src/core/table/listed-columns.js";

const LISTED = [
  { label: ["次数", "Times"], numeric: 1 },
  { label: ["备考", "Remark"], numeric: 0 },
];

test("each has its label, and its cell by its place", () => {
  const [times, remark] = listedColumns(LISTED, "zh"),
    project = { data: { listed: [3, "<b>甲"] } };
  assert.deepEqual([times.label, remark.label], ["次数", "备考"]);
  assert.deepEqual([times.numeric, remark.numeric], [true, false]);
  assert.deepEqual([times.cell(project), times.sort(project)], [3, 3]);
  assert.deepEqual([remark.cell(project), remark.sort(project)], ["<b>甲", "<b>甲"]);
  assert.equal(listedColumns(LISTED, "en")[1].label, "Remark");
});

test("what is not known is empty", () => {
  const [times] = listedColumns(LISTED, "en");
  assert.equal(times.cell({ data: {} }), "");
  assert.equal(times.cell({ data: { listed: [] } }), "");
  assert.equal(times.cell({ data: { listed: [0] } }), 0);
});
