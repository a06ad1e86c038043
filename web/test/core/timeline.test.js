import assert from "node:assert/strict";
import { test } from "node:test";
import { knownYears, leftIn, stateIn } from "../../src/core/timeline.js";
import { EVERY, smallModel } from "../outcome/small-model.js";

const model = smallModel();
const line = model.byId.get("line"),
  road = model.byId.get("road"),
  port = model.byId.get("port");

test("a state holds from its first year to its last, both included", () => {
  assert.equal(stateIn(line, 2014).state, null);
  assert.equal(stateIn(line, 2015).state, "construction");
  assert.equal(stateIn(line, 2019).state, "construction");
  assert.equal(stateIn(line, 2020).state, "partly_open");
  assert.equal(stateIn(line, 2022).state, "partly_open");
  assert.equal(stateIn(line, 2023).state, null);
});

test("a state without a last year still holds", () => {
  assert.equal(stateIn(road, 2020).state, null);
  assert.equal(stateIn(road, 2021).state, "open");
  assert.equal(stateIn(road, 2999).state, "open");
});

test("a promise unmet stands beside what is being built, and alone where nothing is", () => {
  assert.deepEqual(stateIn(line, 2018), { state: "construction", unmet: false });
  assert.deepEqual(stateIn(line, 2019), { state: "construction", unmet: true });
  assert.deepEqual(stateIn(line, 2022), { state: "partly_open", unmet: true });
  assert.deepEqual(stateIn(port, 2025), { state: "promised", unmet: true });
  assert.deepEqual(stateIn(port, 2024), { state: null, unmet: false });
  assert.deepEqual(stateIn(model.byId.get("bare"), 2020), { state: null, unmet: false });
});

test("the known years go from the first span to the day of the facts", () => {
  const ended = smallModel().payload;
  assert.deepEqual(knownYears(ended), { first: 2015, last: 2026 });
  ended.as_of = "";
  assert.deepEqual(knownYears(ended), { first: 2015, last: 2025 });
  ended.projects = [{ spans: [{ state: "open", first: 2025, last: 2025 }] }];
  assert.deepEqual(knownYears(ended), { first: 2025, last: 2025 });
  ended.projects = [];
  assert.equal(knownYears(ended), null);
  ended.as_of = "2026";
  assert.equal(knownYears(ended), null);
});

test("what a filter leaves, of which the year knows anything", () => {
  const left = (ids) => ({ ids, statuses: ids.map((id) => "status of " + id) });
  assert.deepEqual(leftIn(model, left(EVERY), 2021), {
    ids: ["line", "road"],
    statuses: ["status of line", "status of road"],
    unmet: 1,
    out: 2,
  });
  assert.deepEqual(leftIn(model, left(["nobody", "port"]), 2026), {
    ids: ["port"],
    statuses: ["status of port"],
    unmet: 1,
    out: 1,
  });
  assert.deepEqual(leftIn(model, left([]), 2021), { ids: [], statuses: [], unmet: 0, out: 0 });
});
