import assert from "node:assert/strict";
import { test } from "node:test";
import { isFree, measurePolyline, placeLetters } from "../../../src/map/names/label-placement.js";

const near = (a, b, off = 1e-9) => assert.ok(Math.abs(a - b) <= off, `${a} is not ${b}`);
const polyline = (...numbers) => measurePolyline(Float64Array.from(numbers));
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

test("a polyline is as long as its steps, and knows the place after so many pixels", () => {
  const bend = polyline(0, 0, 30, 0, 30, 40, 30, 40, 60, 40);
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
    assert.deepEqual(bend.pointAt(s), { x, y }, String(s));
});

test("letters stand in the middle of their room, off the polyline, one after the other", () => {
  const found = placeLetters(polyline(0, 50, 100, 50), 10, ["a", "b"], [20, 10], {
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
    back: false,
  });
  const on = placeLetters(polyline(0, 50, 100, 50), 0, ["a"], [10], { size: 10 });
  assert.equal(on.glyphs[0].y, 50);
});

test("a polyline that runs to the left is read from its end, upright", () => {
  const found = placeLetters(polyline(100, 50, 0, 50), 10, ["a", "b"], [20, 10], {
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

test("letters turn with the polyline, up to 75 degrees", () => {
  const along = (degrees, way = 1) => {
    const turn = (degrees * Math.PI) / 180,
      x = 200 * Math.cos(turn) * way,
      y = 200 * Math.sin(turn) * way;
    return placeLetters(polyline(0, 0, x, y), 20, ["a", "b"], [20, 20], { size: 10, offset: 10 });
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
  // Steeper where that is asked for; upright ones do not turn, and are read from above.
  const steep = (more, ...numbers) =>
    placeLetters(polyline(...numbers), 0, ["a", "b"], [20, 20], { size: 10, offset: 5, ...more });
  near(steep({ steepest: 90 }, 0, 0, 3, 90).glyphs[0].turn, 88.09, 0.01);
  for (const [numbers, back] of [
    [[50, 0, 50, 90], false],
    [[50, 90, 50, 0], true],
  ]) {
    const found = steep({ upright: true }, ...numbers);
    assert.equal(found.back, back);
    assert.deepEqual(
      found.glyphs.map((g) => [g.letter, g.turn, Math.round(g.x)]),
      (back ? ["b", "a"] : ["a", "b"]).map((letter) => [letter, 0, 55]),
    );
  }
  // Twenty pixels along a line of so many degrees, letters of nineteen stand apart or not.
  const slanted = (degrees) => {
    const turn = (degrees * Math.PI) / 180;
    const line = [0, 0, 90 * Math.cos(turn), 90 * Math.sin(turn)];
    return steep({ upright: true, size: 19 }, ...line);
  };
  assert.equal(slanted(75) !== null, true);
  assert.equal(slanted(71), null);
  // One steep letter is enough.
  assert.equal(
    placeLetters(polyline(0, 0, 40, 0, 40, 100), 20, ["a", "b"], [20, 20], { size: 9 }),
    null,
  );
});

test("no two letters beside each other turn apart by more than thirty degrees", () => {
  const bend = (degrees) => {
    const turn = (degrees * Math.PI) / 180;
    const line = polyline(0, 50, 40, 50, 40 + 60 * Math.cos(turn), 50 + 60 * Math.sin(turn));
    return placeLetters(line, 20, ["a", "b"], [20, 20], { size: 10 });
  };
  for (const [degrees, stands] of [
    [29, true],
    [31, false],
    [-29, true],
    [-31, false],
  ])
    assert.equal(bend(degrees) !== null, stands, String(degrees));
});
