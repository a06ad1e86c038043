// Lines drawn with fewer corners: how far what is drawn may pass beside what is meant.
import assert from "node:assert/strict";
import { test } from "node:test";
import { linePaths } from "../../../src/map/layers/line-paths.js";

// One place of the world is one pixel at zoom -8.
const map = (x = 0, y = 0) => ({ getZoom: () => -8, getPixelOrigin: () => ({ x, y }) });
const bounds = (west, north, east, south) => ({
  min: { x: west, y: north },
  max: { x: east, y: south },
});
const BOX = bounds(-1000, -1000, 3000, 3000);
const path = (numbers, area, box = BOX, from = map()) =>
  linePaths(from, box, [[Float64Array.from(numbers)]], area)[0];

/** The places of a path, one list for each piece. */
const places = (d) =>
  d
    .replace(/z/g, "")
    .split("M")
    .filter(Boolean)
    .map((piece) => piece.split("L").map((p) => p.split(" ").map(Number)));

function distance([px, py], [ax, ay], [bx, by]) {
  const dx = bx - ax,
    dy = by - ay,
    t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** The farthest that a place of `line` lies from what is drawn. */
function stray(line, drawn) {
  let worst = 0;
  for (let i = 0; i < line.length; i += 2) {
    let best = Infinity;
    for (let k = 1; k < drawn.length; k++)
      best = Math.min(best, distance([line[i], line[i + 1]], drawn[k - 1], drawn[k]));
    worst = Math.max(worst, best);
  }
  return worst;
}

/** A winding line of `n` places, the same for the same seed. */
function winding(seed, n, step) {
  let s = seed,
    x = 50,
    y = 500,
    way = 0;
  const next = () => {
    s = (s * 1103515245 + 12345) % 2147483648;
    return s / 2147483648 - 0.5;
  };
  const line = [];
  for (let i = 0; i < n; i++) {
    line.push(x, y);
    way += next();
    x += step * Math.cos(way);
    y += step * Math.sin(way);
  }
  return line;
}

test("a straight line is its ends, whatever lies between", () => {
  assert.equal(path([0, 0, 10, 0, 20, 0, 30, 0], false), "M0 0L30 0");
  assert.equal(path([0, 0, 100, 0.5, 200, 0], false), "M0 0L200 0");
  assert.equal(path([10.4, 20.6, 30.5, 20.6], false), "M10 21L31 21");
});

test("a corner that is meant stays, one 3 pixels off is not drawn away", () => {
  assert.equal(path([0, 0, 100, 0, 100, 100], false), "M0 0L100 0L100 100");
  assert.equal(path([0, 0, 100, 3, 200, 0], false), "M0 0L100 3L200 0");
  assert.equal(path([0, 0, 100, -2, 200, 0], false), "M0 0L100 -2L200 0");
});

test("a place is left out where the line passes within 0.8 pixel of it, on either side", () => {
  assert.equal(path([0, 0, 1, 0, 20, 19], false), "M0 0L20 19");
  assert.equal(path([0, 0, 1, 0, 20, -19], false), "M0 0L20 -19");
  assert.equal(path([0, 0, 1, 0, 10, 20], false), "M0 0L1 0L10 20");
  assert.equal(path([0, 0, 1, 0, 10, -20], false), "M0 0L1 0L10 -20");
});

test("a tip one pixel on is looked at, one three quarters on is not", () => {
  assert.equal(path([0, 0, 50, 0, 51, 0, 0, 0], false), "M0 0L51 0L0 0");
  assert.equal(path([0, 0, 50, 0, 50.75, 0, 0, 0], false), "M0 0L50 0L0 0");
});

test("the way back along a line is drawn", () => {
  assert.equal(path([0, 0, 100, 0, 40, 0], false), "M0 0L100 0L40 0");
});

test("a line strays at most 0.8 pixel, an outline 1, beside what rounding adds", () => {
  // Rounding to quarters and to whole pixels; places nearer than a pixel are not looked at.
  const rounded = 0.71 + 0.36;
  for (let seed = 1; seed <= 40; seed++) {
    const line = winding(seed, 300, 0.6 + (seed % 7));
    const few = places(path(line, false))[0],
      fewer = places(path(line, true))[0];
    assert.ok(stray(line, few) <= 0.8 + 1 + rounded, `line ${seed}: ${stray(line, few)}`);
    assert.ok(stray(line, fewer) <= 1 + 1 + rounded, `area ${seed}: ${stray(line, fewer)}`);
    assert.ok(few.length < 260, `${seed}: ${few.length} of 300`);
  }
});

test("the steps of a smooth bend are long: as few corners as 0.8 pixel allows", () => {
  // A circle of radius r keeps its sagitta s within 0.8 by chords of 2 sqrt(2 r s) and longer.
  const line = [],
    r = 400;
  for (let i = 0; i <= 720; i++)
    line.push(1000 + r * Math.cos((i * Math.PI) / 360), 1000 + r * Math.sin((i * Math.PI) / 360));
  const few = places(path(line, false))[0];
  const chord = 2 * Math.sqrt(2 * r * 0.8);
  const n = (2 * Math.PI * r) / chord;
  assert.ok(few.length >= n * 0.6 && few.length <= n * 1.6, `${few.length} for about ${n}`);
  assert.ok(stray(line, few) <= 0.8 + 0.71 + 0.36, String(stray(line, few)));
});

test("places less than a pixel from the one before are not looked at, but the last is", () => {
  assert.equal(path([0, 0, 0.4, 0.4, 50, 0, 50.2, 0.2], false), "M0 0L50 0");
  // However short, it is seen.
  assert.equal(path([0, 0, 0.4, 0.4], false), "M0 0L0 0");
});

test("what lies far outside is left out, on every side, and the line comes back", () => {
  const box = bounds(0, 0, 100, 100);
  assert.equal(path([-500, 50, -300, 50, -400, 90], false, box), "");
  assert.equal(path([300, 50, 500, 90], false, box), "");
  assert.equal(path([50, -300, 90, -500], false, box), "");
  assert.equal(path([50, 300, 90, 500], false, box), "");
  const back = places(path([50, 50, 300, 50, 300, 90, 500, 400, 300, 120, 60, 60], false, box));
  assert.equal(back.length, 2);
  assert.deepEqual(back[0][0], [50, 50]);
  assert.deepEqual(back[1][back[1].length - 1], [60, 60]);
  // Just outside it is drawn still: a stroke has a width.
  assert.equal(path([-15, 50, -15, 90], false, box), "M-15 50L-15 90");
  assert.equal(path([-21, 50, -21, 90], false, box), "");
  assert.equal(path([121, 50, 121, 90], false, box), "");
  assert.equal(path([119, 50, 119, 90], false, box), "M119 50L119 90");
  assert.equal(path([50, -21, 90, -21], false, box), "");
  assert.equal(path([50, 121, 90, 121], false, box), "");
  // On the very edge it is not outside.
  assert.equal(path([-20, 50, -30, 90], false, box), "M-20 50L-30 90");
  assert.equal(path([120, 50, 130, 90], false, box), "M120 50L130 90");
  assert.equal(path([50, -20, 90, -30], false, box), "M50 -20L90 -30");
  assert.equal(path([50, 120, 90, 130], false, box), "M50 120L90 130");
  assert.equal(path([-30, 50, -20, 90], false, box), "M-30 50L-20 90");
  assert.equal(path([90, 130, 50, 120], false, box), "M90 130L50 120");
  // An area is drawn whole: its inside may be in view.
  assert.equal(
    path([-500, -500, 900, -500, 900, 900, -500, 900, -500, -500], true, box).slice(-1),
    "z",
  );
});

test("places are pixels from the map's corner, one path for each set of lines", () => {
  assert.equal(path([110, 220, 140, 220], false, BOX, map(100, 200)), "M10 20L40 20");
  const near = { getZoom: () => -7, getPixelOrigin: () => ({ x: 0, y: 0 }) };
  assert.equal(path([10, 20, 30, 20], false, BOX, near), "M20 40L60 40");
  const a = Float64Array.from([0, 0, 10, 0]),
    b = Float64Array.from([0, 5, 10, 5]);
  assert.deepEqual(linePaths(map(), BOX, [[a, b], [b], []], false), [
    "M0 0L10 0M0 5L10 5",
    "M0 5L10 5",
    "",
  ]);
  assert.equal(path([5, 5], false), "");
});

test("an outline keeps every place that lies farther than a pixel aside", () => {
  const corners = (at, aside) => places(path([0, 0, at, aside, 200, 0], true))[0].length;
  for (let at = 40; at <= 160; at += 5) {
    assert.deepEqual(
      [0.75, -0.75].map((aside) => corners(at, aside)),
      [2, 2],
      String(at),
    );
    assert.deepEqual(
      [1.25, -1.25].map((aside) => corners(at, aside)),
      [3, 3],
      String(at),
    );
  }
});
