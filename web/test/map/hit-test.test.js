import assert from "node:assert/strict";
import { test } from "node:test";
import { insideRings } from "../../src/core/where/rings.js";
import { hitTest, legAt, squaredDistance } from "../../src/map/hit-test.js";

const world = (...numbers) => Float64Array.from(numbers);

test("the distance to a step is that to its nearest place", () => {
  const line = world(0, 0, 4, 0, 4, 3);
  for (const [x, y, i, square] of [
    [2, 1, 2, 1],
    [-3, 4, 2, 25],
    [7, 4, 2, 25],
    [4, 0, 2, 0],
    [6, 2, 4, 4],
    [4, 5, 4, 4],
    [1, 1, 0, 2],
  ])
    assert.equal(squaredDistance(x, y, line, i), square, `${x}, ${y} from ${i}`);
});

test("slanted sides are where they are", () => {
  const ring = [world(0, 0, 10, 0, 0, 20, 0, 0)];
  for (const [x, y, inside] of [
    [2, 2, true],
    [4, 11, true],
    [5, 11, false],
    [0.5, 18, true],
    [1.5, 18, false],
    [9, 1, true],
    [9, 3, false],
    // On a side: the west one belongs to the area, the east one does not.
    [5, 10, false],
    [0, 5, true],
  ])
    assert.equal(insideRings(x, y, ring), inside, `${x}, ${y}`);
});

test("a hole is not inside, nor what stands beside a ring", () => {
  const rings = [world(0, 0, 9, 0, 9, 9, 0, 9, 0, 0), world(3, 3, 6, 3, 6, 6, 3, 6, 3, 3)];
  for (const [x, y, inside] of [
    [1, 1, true],
    [8, 4, true],
    [4, 4, false],
    [-1, 4, false],
    [10, 4, false],
    [4, 10, false],
    [4, -1, false],
  ])
    assert.equal(insideRings(x, y, rings), inside, `${x}, ${y}`);
});

const project = (id, kind, ...worlds) => {
  const xs = worlds.flatMap((line) => Array.from(line).filter((_, i) => i % 2 === 0));
  const ys = worlds.flatMap((line) => Array.from(line).filter((_, i) => i % 2 === 1));
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return { id, kind, worlds, box: kind ? box : null };
};
const square = (id, x, y, size) =>
  project(id, "A", world(x, y, x + size, y, x + size, y + size, x, y + size, x, y));
const ids = (projects, place, tolerance) => hitTest(projects, place, tolerance).map((p) => p.id);

test("lines and points within reach, nearest first", () => {
  const far = project("far", "L", world(0, 3, 10, 3));
  const near = project("near", "L", world(0, 1, 10, 1));
  const nowhere = project("nowhere", "");
  assert.deepEqual(ids([far, near, nowhere], [5, 0], 3), ["near", "far"]);
  assert.deepEqual(ids([far, near], [5, 0], 2.9), ["near"]);
  assert.deepEqual(ids([far, near], [5, 0], 0.9), []);
  assert.deepEqual(ids([far], [-2, 3], 2), ["far"]);
  assert.deepEqual(ids([far], [12, 3], 2), ["far"]);
  assert.deepEqual(ids([far], [12.1, 3], 2), []);
});

test("a point is taken as half as far as a line", () => {
  const line = project("line", "L", world(0, 3, 10, 3));
  const point = project("point", "P", world(5, -5));
  assert.deepEqual(ids([line, point], [5, 0], 5), ["point", "line"]);
  assert.deepEqual(ids([line, project("point", "P", world(5, -7))], [5, 0], 7), ["line", "point"]);
});

test("areas only where there is nothing else, the smallest first", () => {
  const large = square("large", 0, 0, 20),
    small = square("small", 2, 2, 8),
    beside = square("beside", 30, 0, 5),
    line = project("line", "L", world(0, 6, 20, 6));
  assert.deepEqual(ids([large, small, beside], [5, 5], 0.5), ["small", "large"]);
  assert.deepEqual(ids([large, small, line], [5, 5.8], 0.5), ["line"]);
  assert.deepEqual(ids([large, small], [2.2, 5], 0.5), ["small"]);
  // By how wide they are, not by where they lie.
  const wide = square("wide", 0, 0, 200),
    east = square("east", 100, 2, 8);
  assert.deepEqual(ids([wide, east], [104, 5], 0.5), ["east", "wide"]);
});

test("a leg is the nearest, the first of those that meet there, none of what has none", () => {
  const legWorlds = [world(0, 0, 4, 0), world(4, 0, 4, 3, 8, 3), world(8, 3)];
  for (const [place, index] of [
    [[1, 1], 0],
    [[4, 0], 0],
    [[5, 1], 1],
    [[7, 4], 1],
    [[8, 3], 1],
  ])
    assert.equal(legAt({ legWorlds }, place), index, place.join());
  assert.equal(legAt({ legWorlds: [] }, [0, 0]), -1);
});

test("what lies beyond reach is left out, on whichever side it lies", () => {
  // Of three places apart, and each as far as its reach or a little farther.
  const line = project("line", "L", world(10, 100, 40, 700));
  for (const [place, there] of [
    [[10, 95], true],
    [[10, 94.9], false],
    [[40, 705], true],
    [[40, 705.1], false],
    [[5, 100], true],
    [[4.9, 100], false],
    [[45, 700], true],
    [[45.1, 700], false],
  ])
    assert.deepEqual(ids([line], place, 5), there ? ["line"] : [], String(place));
});

test("a box spares the look at what lies beyond it", () => {
  const looked = [];
  const far = {
    id: "far",
    kind: "L",
    box: [10, 100, 40, 700],
    get worlds() {
      looked.push("looked");
      return [];
    },
  };
  for (const place of [
    [4, 400],
    [46, 400],
    [20, 94],
    [20, 706],
  ])
    hitTest([far], place, 5);
  assert.deepEqual(looked, []);
  hitTest([far], [20, 400], 5);
  assert.deepEqual(looked, ["looked"]);
});
