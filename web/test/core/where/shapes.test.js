// Shapes of an address, and what projects are near them or touch them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyFilter } from "../../../src/core/address.js";
import { applyFilter, facetCounts } from "../../../src/core/filter.js";
import { decode } from "../../../src/core/payload/decode.js";
import { distanceKm, readShape, ringOf, shapeTest } from "../../../src/core/where/shapes.js";
import { pack, smallPayload } from "../../small-payload.js";

const corners = (n) => Array.from({ length: n }, (_, i) => [100 + i / 10, 30 + (i % 2)]).flat();

test("a shape has its numbers, within its limits", () => {
  const grammar = smallPayload().address;
  const read = (key, ...parts) => readShape(grammar, key, parts);
  for (const good of [
    ["near", 104.5, 30, 1],
    ["near", 88, 20, 300],
    ["box", 104, 29, 105, 30],
    ["within", ...corners(3)],
    ["within", ...corners(50)],
  ])
    assert.deepEqual(read(...good), good.slice(1));
  for (const bad of [
    ["near", 104.5, 30, 0.99],
    ["near", 104.5, 30, 300.01],
    ["near", 87.9, 30, 20],
    ["near", 104, 42.1, 20],
    ["near", 104.5, 30],
    ["near", 104.5, 30, 20, 1],
    ["near", 104.5, null, 20],
    ["near", null],
    ["box", 105, 29, 104, 30],
    ["box", 104, 30, 105, 29],
    ["box", 104, 29, 104, 30],
    ["box", 104, 29, 105, 29],
    ["box", 104, 29, 105],
    ["box", 104, 29, 121, 30],
    ["within", ...corners(2)],
    ["within", ...corners(51)],
    ["within", ...corners(3), 104],
    ["within", ...corners(3), 104, 19.9],
  ])
    assert.equal(read(...bad), null, String(bad));
});

test("a box has four corners in turn", () => {
  const round = (ring) => ring.map((at) => at.map((n) => Math.round((n * 18000) / Math.PI) / 100));
  assert.deepEqual(
    round(ringOf([104, 0, 105, 0.01], true)),
    round(ringOf([104, 0, 105, 0, 105, 0.01, 104, 0.01], false)),
  );
  assert.equal(ringOf([104, 29, 105, 30, 104, 30], false).length, 3);
});

/** A line a degree long at 30°, a point, an area, and one without a place. */
function model() {
  const payload = smallPayload();
  payload.scale = 10000;
  const [rail, road, port, bare] = payload.projects;
  const line = [1040000, 300000, 10000, 0];
  Object.assign(rail, { kind: "L", geometry: [pack(line)], legs: undefined, stops: [0] });
  payload.stops = [{ name: "站", name_en: "", x: 1045000, y: 300000 }];
  const ring = [1060000, 300000, 10000, 0, 0, 10000, -10000, 0, 0, -10000];
  Object.assign(road, { kind: "A", geometry: [pack(ring)], legs: undefined, stops: undefined });
  Object.assign(port, { kind: "P", geometry: [pack([1080000, 300000])] });
  Object.assign(bare, { kind: "", geometry: undefined, legs: undefined });
  delete bare.kind;
  return decode(payload);
}

test("who is near a place, who touches a box or a ring", () => {
  const its = model();
  const left = (where) => {
    const meets = shapeTest(its, where);
    return its.projects.filter((p) => meets(p)).map((p) => p.id);
  };
  const away = distanceKm(its, its.byId.get("rail"), [104, 30.18]);
  assert.ok(Math.abs(away - 19.95) < 0.02, String(away));
  assert.deepEqual(left({ near: [104, 30.18, away] }), ["rail"]);
  assert.deepEqual(left({ near: [104, 30.18, away - 0.001] }), []);
  assert.deepEqual(left({ near: [106.5, 30.5, 1] }), ["road"]);
  assert.deepEqual(left({ near: [108, 30, 1] }), ["port"]);
  // A kilometre of line is enough, less is not, unless a stop lies there.
  assert.deepEqual(left({ box: [103, 29, 104.01037, 31] }), ["rail"]);
  assert.deepEqual(left({ box: [103, 29, 104.01035, 31] }), []);
  assert.deepEqual(left({ box: [104.4999, 29, 104.5001, 31] }), ["rail"]);
  assert.deepEqual(left({ box: [106.2, 30.2, 108.1, 30.3] }), ["road"]);
  assert.deepEqual(left({ within: [107, 29, 109, 29, 108, 31] }), ["port"]);
  assert.deepEqual(left({ box: [103, 29, 109, 31], within: [107, 29, 109, 29, 108, 31] }), [
    "port",
  ]);
  assert.deepEqual(left({ near: [108, 30, 1], box: [103, 29, 105, 31] }), []);
  assert.equal(distanceKm(its, its.byId.get("bare"), [104, 30]), Infinity);
  assert.equal(shapeTest(its, {}), null);
  assert.equal(shapeTest(its, { near: [], box: [], within: [] }), null);
});

test("what was found of a shape is kept until another is asked for", () => {
  const its = model(),
    one = shapeTest(its, { near: [108, 30, 1] }),
    port = its.byId.get("port");
  assert.equal(one(port), true);
  its.shapes.found.set(port, false);
  assert.equal(shapeTest(its, { near: [108, 30, 1] })(port), false);
  assert.equal(shapeTest(its, { near: [108, 30, 2] })(port), true);
});

test("a shape filters beside the rest, and counts count within it", () => {
  const its = model(),
    all = emptyFilter(its.payload);
  const near = { ...all, near: [108, 30, 1] };
  assert.deepEqual(applyFilter(its, near).ids, ["port"]);
  assert.deepEqual(applyFilter(its, { ...near, mode: ["rail"] }).ids, []);
  const counts = facetCounts(its, near);
  assert.equal(counts.total, 1);
  assert.deepEqual(Array.from(counts.mode), [["port", 1]]);
  assert.deepEqual(Array.from(counts.plan), [["early", 1]]);
  assert.deepEqual(Array.from(facetCounts(its, { ...near, mode: ["rail"] }).mode), [["port", 1]]);
});

test("of several points one in the ring is enough", () => {
  const payload = smallPayload();
  payload.scale = 10000;
  const port = payload.projects[2];
  port.geometry = [pack([1080000, 300000]), pack([1180000, 300000])];
  const its = decode(payload);
  const meets = (where) => shapeTest(its, where)(its.byId.get(port.id));
  assert.equal(meets({ box: [107, 29, 109, 31] }), true);
  assert.equal(meets({ box: [117, 29, 119, 31] }), true);
  assert.equal(meets({ box: [110, 29, 112, 31] }), false);
});
