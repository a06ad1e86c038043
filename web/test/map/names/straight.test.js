// Where along a line a name may stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lengthOf, piecesOf, STEP, stretchesOf } from "../../../src/map/names/straight.js";

const FRAME = { scale: 1, left: 0, top: 0, width: 800, height: 600 };
const line = (...numbers) => Float64Array.from(numbers);
const radians = (degrees) => (degrees * Math.PI) / 180;

/** A line of two arms of `arm` pixels that turns by so many degrees in the middle of the frame. */
function bent(degrees, arm = 200) {
  const turn = radians(degrees);
  return line(400 - arm, 300, 400, 300, 400 + arm * Math.cos(turn), 300 + arm * Math.sin(turn));
}

test("what lies in the frame is cut at its edge, three pixels in; what leaves is new", () => {
  const [whole, ...none] = piecesOf(line(-500, 300, 1500, 300), FRAME);
  assert.equal(none.length, 0);
  assert.deepEqual([whole.points[0], whole.points[1]], [3, 300]);
  const last = whole.points.length - 2;
  assert.ok(whole.points[last] <= 797 && whole.points[last] > 797 - STEP);
  // Out at the right, in again lower down.
  const pieces = piecesOf(line(600, 100, 1000, 100, 1000, 400, 600, 400), FRAME);
  assert.deepEqual(
    pieces.map((piece) => [piece.points[0], piece.points[1]]),
    [
      [600, 100],
      [797, 400],
    ],
  );
  assert.deepEqual(piecesOf(line(-50, 10, -50, 500), FRAME), []);
  assert.deepEqual(piecesOf(line(10, 601, 700, 601), FRAME), []);
  // Fewer than two steps are no piece.
  assert.equal(piecesOf(line(100, 100, 115, 100), FRAME).length, 0);
  assert.equal(piecesOf(line(100, 100, 117, 100), FRAME).length, 1);
});

test("the world is enlarged and moved as the frame says", () => {
  const frame = { ...FRAME, scale: 1000, left: 100, top: 50 };
  const [piece] = piecesOf(line(0.2, 0.15, 0.4, 0.15), frame);
  assert.deepEqual([piece.points[0], piece.points[1]].map(Math.round), [100, 100]);
  assert.equal(lengthOf(piece), 200);
});

test("a name stands round no corner of more than thirty degrees", () => {
  /** Whether a name of 120 pixels may stand across the middle. */
  const across = (degrees) =>
    piecesOf(bent(degrees), FRAME).some((piece) =>
      stretchesOf(piece, 120).some((s) => {
        const from = piece.points[2 * s.from],
          to = piece.points[2 * (s.from + s.steps)];
        return from < 380 && to > 420;
      }),
    );
  for (const [degrees, may] of [
    [0, true],
    [25, true],
    [29, true],
    [31, false],
    [60, false],
    [150, false],
    [-29, true],
    [-31, false],
  ])
    assert.equal(across(degrees), may, String(degrees));
});

test("no stretch of any name holds a place at which the line itself turns sharply", () => {
  const zigzag = line(50, 100, 250, 100, 250, 300, 420, 360, 600, 200, 780, 560);
  for (const piece of piecesOf(zigzag, FRAME))
    for (const long of [40, 90, 140])
      for (const stretch of stretchesOf(piece, long))
        for (const [x, y] of [
          [250, 100],
          [250, 300],
          [420, 360],
          [600, 200],
        ]) {
          const inner = Array.from({ length: stretch.steps - 1 }, (_, i) => stretch.from + 1 + i);
          const near = inner.some(
            (i) => Math.hypot(piece.points[2 * i] - x, piece.points[2 * i + 1] - y) < STEP,
          );
          assert.equal(near, false, `${x},${y}`);
        }
});

test("a name bends by no more than fifty degrees from end to end", () => {
  // Round a circle: 120 pixels turn by 120 / radius.
  const round = (radius) => {
    const places = [];
    for (let angle = -80; angle <= 80; angle += 1)
      places.push(
        400 + radius * Math.sin(radians(angle)),
        50 + radius * (1 - Math.cos(radians(angle))),
      );
    return piecesOf(line(...places), FRAME).flatMap((piece) => stretchesOf(piece, 120)).length;
  };
  // By 57 degrees, less the step at either end; by 43.
  assert.equal(round(110), 0);
  assert.ok(round(160) > 0);
});

test("the longest straight run comes first, in its middle", () => {
  const [piece] = piecesOf(line(50, 500, 130, 500, 130, 100, 790, 100), FRAME);
  const [best] = stretchesOf(piece, 80);
  const x = (k) => piece.points[2 * k],
    y = piece.points[2 * best.from + 1];
  assert.ok(Math.abs(y - 100) < 1);
  assert.ok(Math.abs((x(best.from) + x(best.from + best.steps)) / 2 - 460) < 40);
  assert.equal(Math.round(best.bend), 0);
  // Longer than every run: none.
  assert.deepEqual(stretchesOf(piece, 700), []);
  assert.ok(stretchesOf(piece, 600).length > 0);
});

test("of two runs as long the level one comes before the steep one", () => {
  const level = stretchesOf(piecesOf(line(100, 100, 400, 100), FRAME)[0], 60)[0],
    steep = stretchesOf(piecesOf(line(100, 100, 100, 400), FRAME)[0], 60)[0];
  assert.ok(level.cost < steep.cost);
  assert.deepEqual([Math.round(level.angle), Math.round(steep.angle)], [0, 90]);
});
