import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countKnown,
  listOpenings,
  listProgress,
  openingYears,
} from "../../src/outcome/progress.js";
import { EVERY, smallModel } from "./small-model.js";

const model = smallModel();

test("what became of promises without a year, plan by plan", () => {
  const told = (list) =>
    list.map((p) => [
      p.plan,
      p.total,
      Array.from(p.by).map(([code, projects]) => [code, projects.map((x) => x.id)]),
    ]);
  assert.deepEqual(told(listProgress(model, EVERY, [])), [
    [
      0,
      1,
      [
        ["open", ["road"]],
        ["construction", []],
        ["unknown", []],
      ],
    ],
    [
      1,
      2,
      [
        ["open", ["road"]],
        ["construction", []],
        ["unknown", ["line"]],
      ],
    ],
  ]);
  assert.deepEqual(
    listProgress(model, EVERY, ["late"]).map((p) => p.plan),
    [1],
  );
  assert.deepEqual(
    listProgress(model, ["line"], []).map((p) => p.plan),
    [1],
  );
  assert.deepEqual(listProgress(model, ["port"], []), []);
});

test("how many are known", () => {
  assert.deepEqual(countKnown(model, EVERY), { known: 1, all: 4 });
  assert.deepEqual(countKnown(model, []), { known: 0, all: 0 });
});

test("openings are facts that decide, newest first, the surer date first", () => {
  const all = listOpenings(model, EVERY, 0);
  assert.deepEqual(
    all.map((o) => [o.project.id, o.event.date]),
    [
      ["road", "2023-05-02"],
      ["line", "2023-05"],
      ["road", "2023"],
      ["line", "2020-03-01"],
    ],
  );
  assert.deepEqual(openingYears(all), [2023, 2020]);
  assert.deepEqual(openingYears(all.slice().reverse()), [2023, 2020]);
});

test("openings since a year, that year included", () => {
  assert.equal(listOpenings(model, EVERY, 2023).length, 3);
  assert.equal(listOpenings(model, EVERY, 2024).length, 0);
  assert.equal(listOpenings(model, ["line"], 2020).length, 2);
  assert.equal(listOpenings(model, ["nobody"], 0).length, 0);
});
