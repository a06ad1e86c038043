// One axis of time for promises and facts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { axisOf, promisesOf, timeOf, withParts } from "../../src/project/axis.js";
import { smallPayload } from "../small-payload.js";

test("a date stands in the middle of what is known of it", () => {
  assert.equal(timeOf("2020"), 2020.5);
  assert.equal(timeOf("2020-01"), 2020 + 0.5 / 12);
  assert.equal(timeOf("2020-12"), 2020 + 11.5 / 12);
  assert.equal(timeOf("2020-01-01"), 2020 + 0.5 / 31 / 12);
  assert.ok(timeOf("2020-12-31") < 2021);
  assert.ok(timeOf("2020-06-30") < timeOf("2020-07-01"));
});

test("an axis holds all of its times and has few ticks", () => {
  assert.deepEqual(axisOf([2018.2, 2026.9]), { first: 2018, last: 2027, step: 2 });
  assert.deepEqual(axisOf([2020.5]), { first: 2020, last: 2026, step: 1 });
  assert.deepEqual(axisOf([2020, 2026]), { first: 2020, last: 2027, step: 2 });
  assert.deepEqual(axisOf([1952, 2026]), { first: 1952, last: 2027, step: 20 });
  assert.deepEqual(axisOf([1500, 2026]), { first: 1500, last: 2027, step: 50 });
});

test("the promises of a project and its parts, each year of each plan once", () => {
  const model = decode(smallPayload()),
    [rail, road] = model.projects;
  road.data.mentions.push({ ...road.data.mentions[0], plan: 0, start_year: 2021 });
  rail.data.mentions.push({ ...rail.data.mentions[0], clause: "again" });
  const all = withParts(model, rail);
  assert.deepEqual(
    all.map((p) => p.id),
    ["rail", "road"],
  );
  assert.deepEqual(withParts(model, road), [road]);
  assert.deepEqual(
    promisesOf(all).map((p) => [p.of.id, p.plan, p.kind, p.year]),
    [
      ["rail", 0, "start", 2018],
      ["rail", 0, "complete", 2020],
      ["road", 0, "start", 2021],
      ["rail", 1, "complete", 2025],
    ],
  );
});

test("parts that name each other as wholes do not go round for ever", () => {
  const model = decode(smallPayload()),
    [rail, road] = model.projects;
  rail.data.part_of = "road";
  assert.deepEqual(withParts(model, road), [road, rail]);
});

test("an axis has as many years between ticks as leave it few enough, fifty at most", () => {
  const step = (last) => axisOf([2000, 2000 + last - 1]).step;
  const steps = new Map();
  for (let last = 5; last < 400; last++) {
    const found = step(last);
    if (!steps.has(found)) steps.set(found, last);
  }
  assert.deepEqual(Array.from(steps.keys()), [1, 2, 5, 10, 20, 50]);
  const { first, last } = axisOf([2000.2, 2030.9]);
  assert.deepEqual([first, last], [2000, 2031]);
  // The first span that needs each: one more than the step before has ticks for.
  const most = steps.get(2) - 1;
  assert.deepEqual(Array.from(steps.values()).slice(1), [
    most + 1,
    2 * most + 1,
    5 * most + 1,
    10 * most + 1,
    20 * most + 1,
  ]);
});
