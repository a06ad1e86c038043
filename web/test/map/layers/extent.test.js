// Where most projects are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createExtent } from "../../../src/map/layers/extent.js";
import { smallLeaflet } from "../small-leaflet.js";

/** Projects of one place each: the i-th at i east and 2 i north. */
function extentOf(n, ids = (i) => `p${i}`) {
  smallLeaflet();
  const projects = Array.from({ length: n }, (_, i) => ({
    id: ids(i),
    data: { mode: i < 20 ? "rail" : "port" },
    lines: [[[2 * i, i]]],
    positions: [Int32Array.from([i * 100, 2 * i * 100])],
  }));
  const byId = new Map(projects.map((p) => [p.id, p]));
  return {
    extent: createExtent({ payload: { scale: 100, core: ["rail"] }, byId, projects }),
    all: Array.from(byId.keys()),
    byId,
  };
}

test("all of a few projects, unknown ones aside", () => {
  const { extent } = extentOf(20);
  assert.deepEqual(extent.mainBounds(["p3", "nowhere", "p1"]).corners, [
    [6, 3],
    [2, 1],
  ]);
  assert.deepEqual(extent.mainBounds([]).corners, []);
});

test("of many where most are, with a rim; of few all", () => {
  const { extent, all } = extentOf(101);
  const most = extent.mainBounds(all);
  assert.deepEqual(most.corners, [
    [12, 8],
    [188, 96],
  ]);
  assert.equal(most.padded, 0.06);
  assert.equal(extent.mainBounds(all), most);
  assert.equal(extent.mainBounds(all.slice(0, 11)).corners.length, 11);
  // Eleven are few, however many places they have.
  const long = extentOf(12);
  long.byId.get("p0").positions = [Int32Array.from(Array.from({ length: 160 }, (_, i) => i))];
  assert.equal(long.extent.mainBounds(long.all.slice(0, 11)).corners.length, 11);
  assert.equal(long.extent.mainBounds(long.all).corners.length, 2);
  // Twelve projects are many, yet fourteen places are few.
  assert.equal(extent.mainBounds(all.slice(0, 14)).corners.length, 14);
  assert.equal(extent.mainBounds(all.slice(0, 15)).corners.length, 2);
});

test("home is where most of the core modes is, or what is given where nothing has a place", () => {
  const { extent, all } = extentOf(101);
  assert.deepEqual(extent.home("all").corners, extent.mainBounds(all.slice(0, 20)).corners);
  assert.equal(extentOf(0).extent.home("all"), "all");
});

test("of a line every fourth place counts, of thousands of projects every so manieth", () => {
  const { extent, all, byId } = extentOf(100);
  byId.get("p0").positions = [Int32Array.from(Array.from({ length: 16 }, (_, i) => i * 1000))];
  // 101 places: two of the first, at 0 and 80 east, 10 and 90 north, and one of each other.
  assert.deepEqual(extent.mainBounds(all).corners, [
    [12, 8],
    [186, 95],
  ]);
  const many = extentOf(3000);
  // Every second: 1500 of them, 0 to 2998 east.
  assert.deepEqual(many.extent.mainBounds(many.all).corners, [
    [4 * Math.floor(0.06 * 1499), 2 * Math.floor(0.08 * 1499)],
    [4 * Math.floor(0.94 * 1499), 2 * Math.floor(0.96 * 1499)],
  ]);
});
