import assert from "node:assert/strict";
import { test } from "node:test";
import {
  axisOf,
  countVerdicts,
  groupPromises,
  lateBy,
  listPromises,
  listSlips,
  sortPromises,
  spreadMarks,
} from "../../src/outcome/promises.js";
import { EVERY, outcome, smallModel } from "./small-model.js";

const model = smallModel();
const any = { plan: [], year: [] };
const every = listPromises(model, EVERY, any);
const keys = (rows) => rows.map((row) => row.key);
const by = {
  asOf: "2026-11-26",
  name: (p) => p.data.name[1],
  collate: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

test("promises are those of the projects left, of the chosen plans and years", () => {
  assert.deepEqual(keys(every), [
    "line late complete 2021",
    "line early complete 2019",
    "line early start 2018",
    "road late complete 2021",
    "port late complete 2030",
  ]);
  assert.deepEqual(keys(listPromises(model, ["road"], any)), ["road late complete 2021"]);
  assert.equal(listPromises(model, EVERY, { plan: ["early"], year: [] }).length, 2);
  assert.deepEqual(keys(listPromises(model, EVERY, { plan: [], year: [2018, 2030] })), [
    "line early start 2018",
    "port late complete 2030",
  ]);
  assert.deepEqual(listPromises(model, [], any), []);
});

test("each verdict is counted, also that of none", () => {
  assert.deepEqual(Array.from(countVerdicts(model, every)), [
    ["kept", 1],
    ["late", 2],
    ["missed", 1],
    ["due", 1],
    ["unknown", 0],
  ]);
});

test("how late is reckoned from the end of the promised year", () => {
  assert.equal(lateBy(outcome(0, 2020, "late", "2021"), by.asOf), 0);
  assert.equal(lateBy(outcome(0, 2020, "late", "2021-07"), by.asOf), 0.5);
  assert.equal(lateBy(outcome(0, 2020, "kept", "2020-07"), by.asOf), -0.5);
  assert.equal(lateBy(outcome(0, 2020, "missed"), "2023-01-01"), 2);
  assert.equal(lateBy(outcome(0, 2020, "unknown"), by.asOf), "");
  assert.equal(lateBy(outcome(0, 2020, "late", "nonsense"), by.asOf), "");
});

test("the latest come first, those of which nothing is known last", () => {
  assert.deepEqual(keys(sortPromises(every, "late", by)), [
    "line late complete 2021",
    "line early start 2018",
    "line early complete 2019",
    "road late complete 2021",
    "port late complete 2030",
  ]);
});

test("by name and by year, with the other as what decides between equals", () => {
  assert.deepEqual(keys(sortPromises(every, "name", by)), [
    "road late complete 2021",
    "line early start 2018",
    "line early complete 2019",
    "line late complete 2021",
    "port late complete 2030",
  ]);
  assert.deepEqual(keys(sortPromises(every, "year", by)), [
    "line early start 2018",
    "line early complete 2019",
    "road late complete 2021",
    "line late complete 2021",
    "port late complete 2030",
  ]);
  assert.equal(every[0].key, "line late complete 2021");
});

test("a project of two regions stands in both, one of none apart", () => {
  const found = groupPromises(model, every, "region");
  assert.deepEqual(
    found.map((g) => [g.id, g.name, g.rows.length]),
    [
      ["north", ["北", "North"], 3],
      ["south", ["南", "South"], 4],
      ["", null, 1],
    ],
  );
});

test("groups by mode and by plan, empty ones left out", () => {
  assert.deepEqual(
    groupPromises(model, every.slice(0, 4), "mode").map((g) => [g.id, g.rows.length]),
    [
      ["rail", 3],
      ["highway", 1],
    ],
  );
  assert.deepEqual(
    groupPromises(model, every, "plan").map((g) => [g.id, g.name[0], g.rows.length]),
    [
      ["early", "早", 2],
      ["late", "晚", 3],
    ],
  );
  assert.deepEqual(groupPromises(model, every, ""), [{ id: "", name: null, rows: every }]);
});

test("a promise that later plans repeat is one line by the plans' dates", () => {
  const found = listSlips(every);
  assert.deepEqual(
    found.map((s) => [s.project.id, s.kind, s.rows.map((r) => r.outcome.year)]),
    [
      ["line", "complete", [2019, 2021]],
      ["line", "start", [2018]],
      ["road", "complete", [2021]],
      ["port", "complete", [2030]],
    ],
  );
});

test("of one plan the earlier year comes first", () => {
  const project = { id: "x" };
  const made = (plan, year) => ({ project, outcome: outcome(plan, year, "due") });
  const [line] = listSlips([made(1, 2030), made(0, 2029), made(1, 2026), made(0, 2020)]);
  assert.deepEqual(
    line.rows.map((r) => [r.outcome.plan, r.outcome.year]),
    [
      [0, 2020],
      [0, 2029],
      [1, 2026],
      [1, 2030],
    ],
  );
});

test("marks of the same plan and year share the year", () => {
  const twins = [every[0], every[3], every[4]],
    spread = spreadMarks(twins);
  assert.equal(spread.get(every[0]), 1 / 3);
  assert.equal(spread.get(every[3]), 2 / 3);
  assert.equal(spread.get(every[4]), 0.5);
  // Another plan's mark of that year stands elsewhere.
  const other = { outcome: outcome(0, 2021, "due") };
  assert.equal(spreadMarks([every[0], other]).get(other), 0.5);
});

test("the axis holds what was promised, what happened and the day of the facts", () => {
  const near = (rows, asOf) => {
    const { from, to } = axisOf(rows, asOf);
    return [from, Math.round(to * 10) / 10];
  };
  assert.deepEqual(near(every, by.asOf), [2018, 2031.2]);
  assert.deepEqual(near([every[3]], by.asOf), [2021, 2027.2]);
  assert.deepEqual(near([every[3]], "2021"), [2021, 2022.2]);
  assert.deepEqual(near([every[1]], "x"), [2019, 2022.2]);
  assert.deepEqual(
    near([{ outcome: outcome(0, 2022, "kept", "2017-03") }], "2021-06"),
    [2017, 2023.2],
  );
});
