import assert from "node:assert/strict";
import { test } from "node:test";
import { readHash } from "../../src/export/hash.js";
import { smallPayload } from "../small-payload.js";

const read = (hash) => readHash(smallPayload(), hash);

test("codes, names in either language and parts that only one has", () => {
  for (const [hash, filter] of [
    ["#region=north", { regions: ["north"] }],
    ["region=北区,SOUTH", { regions: ["north", "south"] }],
    ["#plan=晚的计划", { plans: ["late"] }],
    ["#plan=晚的", { plans: ["late"] }],
    ["#plan=Early,early", { plans: ["early"] }],
    ["#plan=late+plan", { plans: ["late"] }],
    ["#status=研究&mode=公路", { statuses: ["research"], modes: ["highway"] }],
    ["#finding=back", { findings: ["back"] }],
    [
      "#current=open,Built&verdict=late",
      { currents: ["open", "construction"], verdicts: ["late"] },
    ],
    ["#mode=all", { modes: [] }],
    ["#q=%E6%88%90&", { query: "成" }],
    ["", {}],
  ]) {
    const found = read(hash);
    assert.deepEqual(found.filter, filter, hash);
    assert.deepEqual(found.ignored, [], hash);
  }
  assert.equal(read(`#q=${"a".repeat(90)}`).filter.query.length, 80);
});

test("a year on which the map can stand", () => {
  assert.equal(read("#on=2019").on, 2019);
  assert.equal(read("#on=2021").on, 2021);
  assert.equal(read("").on, null);
  for (const bad of ["2018", "2022", "now"]) {
    assert.equal(read("#on=" + bad).on, null);
    assert.deepEqual(read("#on=" + bad).ignored, ["on=" + bad]);
  }
});

test("what does not exist, or could be two, is ignored and named", () => {
  assert.deepEqual(read("#plan=plan").ignored, ["plan=plan"]);
  assert.deepEqual(read("#region=n").ignored, ["region=n"]);
  assert.deepEqual(read("#region=nowhere,north").filter, { regions: ["north"] });
  assert.deepEqual(read("#project=none&x=1&y&zoom=a&lat=").ignored, [
    "project=none",
    "x=1",
    "y",
    "zoom=a",
    "lat",
  ]);
  assert.deepEqual(read("#q=%E6%zz").filter.query, "%E6%zz");
  assert.deepEqual(read("#hasOwnProperty=1").ignored, ["hasOwnProperty=1"]);
  assert.equal(read("#a=1&".repeat(60)).ignored.length, 40);
});

test("a viewport is whole or none, its zoom within the map's", () => {
  const at = (hash) => read(hash).viewport;
  assert.deepEqual(at("#lat=30&lon=105&zoom=7"), { lat: 30, lon: 105, zoom: 7 });
  assert.equal(at("#lat=30&lon=105"), null);
  assert.equal(at("#lon=105&zoom=7"), null);
  assert.equal(at("#lat=30&zoom=7"), null);
  assert.equal(at("#lat=85&lon=105&zoom=7"), null);
  assert.equal(at("#lat=-84.9&lon=-180&zoom=7").lon, -180);
  assert.equal(at("#lat=30&lon=180.1&zoom=7"), null);
  assert.equal(at("#lat=30&lon=105&zoom=1").zoom, 5);
  assert.equal(at("#lat=30&lon=105&zoom=99").zoom, 13);
});

test("a project and a step, counted from one", () => {
  assert.equal(read("#project=rail").project, "rail");
  for (const [text, step] of [
    ["1", 0],
    ["3", 2],
    ["3.9", 2],
    ["0", 0],
    ["-4", 0],
  ])
    assert.equal(read(`#step=${text}`).step, step, text);
  assert.equal(read("").step, null);
});

test("how it is drawn: as asked, as links before had it, else as the file says", () => {
  for (const [hash, view] of [
    ["", null],
    ["#project=rail&step=2", null],
    ["#view=now", "now"],
    ["#view=plan", "plan"],
    ["#region=north", "plan"],
    ["#q=a", "plan"],
    ["#region=&q=", null],
    ["#view=now&region=north", "now"],
    ["#region=north&view=now", "now"],
  ])
    assert.equal(read(hash).view, view, hash);
  assert.deepEqual(read("#view=constructor").ignored, ["view=constructor"]);
  assert.equal(read("#view=constructor").view, null);
});
