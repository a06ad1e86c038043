import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isFree,
  measureCourse,
  placeLetters,
  smoothLine,
} from "../../src/map/layers/label-placement.js";

const near = (a, b, off = 1e-9) => assert.ok(Math.abs(a - b) <= off, `${a} is not ${b}`);
const course = (...numbers) => measureCourse(Float64Array.from(numbers));
const SIZE = { x: 100, y: 80 };

test("a name lies whole on the map, two pixels from its edge", () => {
  for (const [box, free] of [
    [[2, 2, 98, 78], true],
    [[1.9, 2, 98, 78], false],
    [[2, 1.9, 98, 78], false],
    [[2, 2, 98.1, 78], false],
    [[2, 2, 98, 78.1], false],
  ])
    assert.equal(isFree([box], [], SIZE), free, String(box));
  assert.equal(isFree([], [[0, 0, 9, 9]], SIZE), true);
});

test("names may touch, not overlap; one letter that overlaps is enough", () => {
  const taken = [[40, 30, 60, 50]];
  for (const [box, free] of [
    [[20, 30, 40, 50], true],
    [[60, 30, 70, 50], true],
    [[40, 10, 60, 30], true],
    [[40, 50, 60, 60], true],
    [[20, 30, 40.1, 50], false],
    [[59.9, 30, 70, 50], false],
    [[40, 10, 60, 30.1], false],
    [[40, 49.9, 60, 60], false],
    [[30, 20, 70, 60], false],
    [[45, 35, 50, 40], false],
  ])
    assert.equal(isFree([box], taken, SIZE), free, String(box));
  assert.equal(
    isFree(
      [
        [5, 5, 9, 9],
        [45, 35, 50, 40],
      ],
      taken,
      SIZE,
    ),
    false,
  );
});

test("a course is as long as its steps, and knows the place after so many pixels", () => {
  const bend = course(0, 0, 30, 0, 30, 40, 30, 40, 60, 40);
  assert.equal(bend.length, 100);
  for (const [s, x, y] of [
    [0, 0, 0],
    [15, 15, 0],
    [30, 30, 0],
    [40, 30, 10],
    [70, 30, 40],
    [80, 40, 40],
    [100, 60, 40],
  ])
    assert.deepEqual(bend.spot(s), { x, y }, String(s));
});

test("letters stand in the middle of their room, off the course, one after the other", () => {
  const found = placeLetters(course(0, 50, 100, 50), 10, ["a", "b"], [20, 10], {
    size: 20,
    offset: 8,
  });
  assert.deepEqual(found, {
    glyphs: [
      { letter: "a", x: 20, y: 42, turn: 0 },
      { letter: "b", x: 35, y: 42, turn: 0 },
    ],
    boxes: [
      [9, 31, 31, 53],
      [24, 31, 46, 53],
    ],
  });
  const on = placeLetters(course(0, 50, 100, 50), 0, ["a"], [10], { size: 10 });
  assert.equal(on.glyphs[0].y, 50);
});

test("a course that runs to the left is read from its end, upright", () => {
  const found = placeLetters(course(100, 50, 0, 50), 10, ["a", "b"], [20, 10], {
    size: 20,
    offset: 8,
  });
  assert.deepEqual(
    found.glyphs.map((g) => [g.letter, g.x]),
    [
      ["b", 85],
      ["a", 70],
    ],
  );
  found.glyphs.forEach((g) => {
    near(g.turn, 0);
    near(g.y, 42);
  });
});

test("letters turn with the course, up to 75 degrees", () => {
  const along = (degrees, way = 1) => {
    const turn = (degrees * Math.PI) / 180,
      x = 200 * Math.cos(turn) * way,
      y = 200 * Math.sin(turn) * way;
    return placeLetters(course(0, 0, x, y), 20, ["a", "b"], [20, 20], { size: 10, offset: 10 });
  };
  for (const degrees of [-74, -30, 30, 74])
    for (const way of [1, -1]) {
      const found = along(degrees, way);
      found.glyphs.forEach((g) => {
        near(g.turn, degrees, 1e-6);
      });
      const [g] = found.glyphs,
        turn = (degrees * Math.PI) / 180;
      // 30 pixels along, then ten to the left of the way it is read.
      near(g.x, 30 * Math.cos(turn) * way + 10 * Math.sin(turn), 1e-6);
      near(g.y, 30 * Math.sin(turn) * way - 10 * Math.cos(turn), 1e-6);
    }
  for (const degrees of [-76, 76, 90]) assert.equal(along(degrees), null, String(degrees));
  // One steep letter is enough.
  assert.equal(
    placeLetters(course(0, 0, 40, 0, 40, 100), 20, ["a", "b"], [20, 20], { size: 9 }),
    null,
  );
});

const view = {
  getTopLeft: () => ({ x: 0, y: 0 }),
  getBottomRight: () => ({ x: 1000, y: 600 }),
};
const smooth = (...numbers) =>
  Array.from(smoothLine(Float64Array.from(numbers.map((n) => n / 1000)), 1000, 0, 0, view));

test("a straight course stays straight, in steps of at most 12 pixels and a half", () => {
  const found = smooth(100, 300, 400, 300);
  assert.equal(found.length / 2, 25);
  for (let i = 0; i < found.length; i += 2) {
    near(found[i], 100 + 12 * (i / 2), 1e-9);
    near(found[i + 1], 300, 1e-9);
  }
});

test("a winding course is evened out, its ends stay", () => {
  const line = [];
  for (let x = 0; x <= 600; x += 12) line.push(100 + x, 300 + ((x / 12) % 2 ? 10 : -10));
  const found = smooth(...line),
    middle = found.filter((_, i) => i % 2 && i > 16 && i < found.length - 16);
  assert.ok(middle.length > 20);
  middle.forEach((y) => {
    assert.ok(Math.abs(y - 300) <= 10 / 3, String(y));
  });
  assert.deepEqual(found.slice(0, 2).map(Math.round), [100, 290]);
});

test("the frame's corner is taken off, and what lies 300 pixels outside is left out", () => {
  const moved = smoothLine(Float64Array.from([0.5, 0.5, 0.6, 0.5]), 1000, 400, 200, view);
  assert.deepEqual(Array.from(moved.slice(0, 2)), [100, 300]);
  assert.deepEqual(smooth(-400, 300, -310, 300), []);
  assert.deepEqual(smooth(1310, 300, 1400, 300), []);
  assert.deepEqual(smooth(500, -400, 500, -310), []);
  assert.deepEqual(smooth(500, 910, 500, 1000), []);
  for (const line of [
    [-400, 300, -290, 300],
    [1290, 300, 1400, 300],
    [500, -400, 500, -290],
    [500, 890, 500, 1000],
  ])
    assert.ok(smooth(...line).length > 2, String(line));
  // Steps under three pixels are passed over, the last is not.
  assert.equal(smooth(100, 300, 102, 300, 104, 300).length / 2, 1);
});
