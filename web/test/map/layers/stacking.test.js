// Which project lies over which, and which section hides its whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStacking } from "../../../src/map/layers/stacking.js";

const made = (id, kind, mode, partOf) => ({ id, kind, data: { mode, part_of: partOf } });
const PROJECTS = [
  made("area", "A", "rail"),
  made("whole", "L", "rail"),
  made("part", "L", "rail", "whole"),
  made("point", "P", "rail", "whole"),
  made("road", "L", "highway"),
];
const stacking = createStacking(
  {
    payload: { modes: ["rail", "highway"] },
    byId: new Map(PROJECTS.map((p) => [p.id, p])),
  },
  (code) => code === "open",
);
const drawn = (codes) => (id) => codes[id];
const stacked = (codes) =>
  PROJECTS.filter((p) => codes[p.id])
    .sort((a, b) => stacking.rank(a, drawn(codes)) - stacking.rank(b, drawn(codes)))
    .map((p) => p.id);
const hides = (id, codes) =>
  stacking.wholeBehind(
    PROJECTS.find((p) => p.id === id),
    drawn(codes),
  );

test("areas lie below lines, these below points, and what recedes below its kind", () => {
  assert.deepEqual(
    stacked({ point: "planned", whole: "planned", road: "planned", area: "planned" }),
    ["area", "road", "whole", "point"],
  );
  assert.deepEqual(stacked({ whole: "open", road: "planned", area: "open", point: "open" }), [
    "area",
    "whole",
    "road",
    "point",
  ]);
});

test("an open section lies over a whole that is not open, and hides it", () => {
  for (const code of ["partly_open", "construction", "unknown"]) {
    const codes = { whole: code, part: "open", road: "planned" };
    assert.deepEqual(stacked(codes), ["road", "whole", "part"], code);
    assert.equal(hides("part", codes).id, "whole", code);
    assert.equal(hides("whole", codes), undefined);
  }
});

test("it recedes with an open whole, without its whole, and where it is not open itself", () => {
  for (const codes of [
    { whole: "open", part: "open" },
    { part: "open" },
    { whole: "partly_open", part: "construction" },
    { whole: "partly_open" },
    // A section that is a point hides no line.
    { whole: "partly_open", point: "open" },
  ])
    for (const id of ["part", "point"])
      assert.equal(hides(id, codes), undefined, JSON.stringify(codes));
  assert.deepEqual(stacked({ road: "planned", part: "open" }), ["part", "road"]);
});
