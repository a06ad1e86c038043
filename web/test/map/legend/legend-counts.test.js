// What the legend counts of the projects that are shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changeCounts, legendCounts, modesWithBoth } from "../../../src/map/legend-counts.js";

const KINDS = [
  ["a", "rail", "L"],
  ["b", "rail", "P"],
  ["c", "port", "P"],
  ["d", "highway", "A"],
  ["e", "highway", ""],
];
const model = {
  byId: new Map(KINDS.map(([id, mode, kind]) => [id, { id, kind, data: { mode } }])),
};

test("each mode, code and shape is counted, unknown projects are not", () => {
  const shown = new Map(KINDS.map(([id], i) => [id, i < 2 ? "open" : "planned"]));
  const counts = legendCounts(model, [shown.set("nobody", "open")]);
  assert.deepEqual(counts, {
    ids: ["a", "b", "c", "d", "e"],
    modes: { rail: 2, port: 1, highway: 2 },
    drawn: { rail: 1, highway: 1 },
    points: { rail: 1, port: 1 },
    codes: { open: 2, planned: 3 },
    areas: 1,
    unplaced: 1,
  });
  assert.deepEqual(modesWithBoth(counts, ["port", "highway", "rail"]), ["rail"]);
});

test("nothing shown is nothing counted", () => {
  const counts = legendCounts(model, [new Map()]);
  assert.deepEqual([counts.modes, counts.areas, counts.unplaced], [{}, 0, 0]);
  assert.deepEqual(modesWithBoth(counts, ["rail"]), []);
});

test("of two maps each project counts once, each code on every map", () => {
  const one = new Map([["a", "open"]]),
    other = new Map([
      ["a", "planned"],
      ["b", "open"],
    ]);
  const counts = legendCounts(model, [one, other]);
  assert.deepEqual(counts.codes, { open: 2, planned: 1 });
  assert.deepEqual(
    [counts.modes, counts.drawn, counts.points],
    [{ rail: 2 }, { rail: 1 }, { rail: 1 }],
  );
});

test("changes are counted on every map, of what is shown there", () => {
  const paint = new Map([
    ["a", "new"],
    ["b", "back"],
    ["hidden", "new"],
  ]);
  const shown = (...ids) => new Map(ids.map((id) => [id, "open"]));
  const views = [
    { shown: shown("a", "b"), paint },
    { shown: shown("a", "c"), paint },
    { shown: shown("a"), paint: null },
  ];
  assert.deepEqual(changeCounts(views), { new: 2, back: 1 });
});
