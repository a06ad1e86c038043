// How far lines are and how much of them lies inside: the cases that Python's rules meet too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  circle,
  degrees,
  distance,
  inside,
  lengthInside,
  metres,
  overlaps,
  pieces,
  plane,
} from "../../../src/core/where/geometry.js";

const CASES = JSON.parse(
  readFileSync(new URL("../../../../tests/data/where.json", import.meta.url), "utf8"),
);
const ring = (places) => places.map(([lon, lat]) => plane(lon, lat));
const near = (found, wanted, by, name) => {
  assert.ok(Math.abs(found - wanted) <= by, `${name}: ${found} is not ${wanted}`);
};

test("how far a line, a point or an area is", () => {
  CASES.distances.forEach(({ name, at, kind, lines, metres: wanted }) => {
    near(distance(plane(...at), kind, lines.map(ring)), wanted, 1, name);
  });
  assert.equal(distance(plane(104, 30), "", []), Infinity);
});

test("how much lies inside a ring, whichever way it goes round", () => {
  CASES.lengths.forEach(({ name, lines, ring: corners, metres: wanted }) => {
    near(lengthInside(lines.map(ring), ring(corners)), wanted, 3, name);
    near(lengthInside(lines.map(ring), ring(corners).reverse()), wanted, 3, name);
  });
});

test("what shares ground with a ring", () => {
  CASES.overlaps.forEach(({ name, rings, ring: corners, overlaps: wanted }) => {
    assert.equal(overlaps(rings.map(ring), ring(corners)), wanted, name);
  });
});

test("long steps are taken in pieces of a tenth of a degree, short ones as they are", () => {
  const taken = (places) => {
    let n = 0;
    pieces(ring(places), () => {
      n += 1;
    });
    return n;
  };
  assert.equal(
    taken([
      [104, 30],
      [104.099, 30],
      [104.099, 30],
    ]),
    2,
  );
  assert.equal(
    taken([
      [104, 30],
      [104.101, 30],
    ]),
    2,
  );
  assert.equal(
    taken([
      [104, 30],
      [105.05, 30],
    ]),
    11,
  );
  assert.equal(taken([[104, 30]]), 0);
});

test("a place of the plane and back", () => {
  const [lon, lat] = degrees(plane(104.25, 30.75));
  near(lon, 104.25, 1e-9, "lon");
  near(lat, 30.75, 1e-9, "lat");
});

test("each corner of a circle is as far as it says, and the middle is inside", () => {
  [1, 20, 300].forEach((km) => {
    const at = plane(104, 30),
      found = circle(at, 1000 * km);
    assert.equal(found.length, 120);
    found.forEach((corner, i) => {
      near(metres(at, corner), 1000 * km, 0.01 * km, `${km} ${i}`);
    });
    assert.equal(inside(at, [found]), true);
    assert.ok(found[0][1] > at[1]);
    assert.ok(found[30][0] > at[0]);
  });
});
