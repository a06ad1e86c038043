// The payload's packed numbers, and what stands on them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../src/core/payload/decode.js";
import {
  toPoints,
  unpack,
  unpackPlaces,
  unpackPositions,
} from "../../../src/core/payload/packing.js";
import { chain } from "../../../src/core/payload/rings.js";
import { degreeCorners, mercatorScale, toWorld } from "../../../src/core/projection.js";
import { pack, smallPayload } from "../../small-payload.js";

const near = (a, b, off = 1e-9) => assert.ok(Math.abs(a - b) <= off, `${a} is not ${b}`);

test("packed numbers of every size and sign come out as they went in", () => {
  const numbers = [0, 1, -1, 22, -22, 23, -23, 44, 45, -45, 1012, -1013, 2025, 123456, -7654321];
  assert.deepEqual(Array.from(unpack(pack(numbers))), numbers);
  assert.deepEqual(Array.from(unpack("")), []);
  assert.deepEqual(Array.from(unpack("#")), [0]);
});

test("every character of the packing is its digit, as an end and as a beginning", () => {
  for (let digit = 0; digit < 45; digit++) {
    for (const value of [digit, 45 + digit, 45 * 45 + digit, 45 * digit + 44]) {
      const n = value & 1 ? -(value + 1) / 2 : value / 2;
      assert.deepEqual(Array.from(unpack(pack([n, 7]))), [n, 7], String(value));
    }
  }
  // The digits themselves, not only that both ways agree: 35 is 0, 60 and 92 are left out.
  assert.equal(unpack("$")[0], -1);
  assert.equal(unpack(";")[0], 12);
  assert.equal(unpack("=")[0], -13);
});

test("steps add up to degrees, latitude first, and to places of the world, x first", () => {
  const text = pack([10500, 3000, 50, -100, 0, 25]);
  assert.deepEqual(Array.from(unpackPositions(text)), [10500, 3000, 10550, 2900, 10550, 2925]);
  assert.equal(unpackPositions(text).buffer.byteLength, 24);
  assert.deepEqual(toPoints(unpackPositions(text), 100), [
    [30, 105],
    [29, 105.5],
    [29.25, 105.5],
  ]);
  const world = unpackPlaces(text, 100);
  [
    [30, 105],
    [29, 105.5],
    [29.25, 105.5],
  ].forEach(([lat, lon], i) => {
    const [x, y] = toWorld([lat, lon]);
    near(world[2 * i], x);
    near(world[2 * i + 1], y, 1e-7);
  });
});

test("the world is Web Mercator from 0 to 1, south down", () => {
  assert.deepEqual(toWorld([0, 0]), [0.5, 0.5]);
  assert.deepEqual(toWorld([0, -180]), [0, 0.5]);
  near(toWorld([85.0511287798066, 90])[1], 0);
  near(toWorld([85.0511287798066, 90])[0], 0.75);
  near(toWorld([-45, 0])[1], 0.5 + Math.log(Math.tan(Math.PI / 4 + Math.PI / 8)) / (2 * Math.PI));
});

test("the ladder down the world is right to 0.05 pixel at the nearest zoom, 13", () => {
  const down = mercatorScale(10000);
  let worst = 0;
  for (let y = 200000; y <= 420000; y += 37)
    worst = Math.max(worst, Math.abs(down(y) - toWorld([y / 10000, 0])[1]));
  assert.ok(worst * 256 * 2 ** 13 < 0.05, String(worst * 256 * 2 ** 13));
  assert.equal(mercatorScale(10000), down);
});

test("corners hold all lines", () => {
  const a = toWorld([30, 100]),
    b = toWorld([32, 104]),
    c = toWorld([26, 108]);
  const [[south, west], [north, east]] = degreeCorners([
    Float64Array.from([...a, ...b]),
    Float64Array.from(c),
  ]);
  near(south, 26);
  near(west, 100);
  near(north, 32);
  near(east, 108);
});

test("arcs are chained to closed rings, whichever way each runs", () => {
  const line = (...numbers) => Float64Array.from(numbers.map((n) => n / 100));
  const rings = chain([
    line(0, 0, 10, 0, 10, 10),
    line(0, 0, 0, 10, 10, 10),
    line(50, 50, 60, 50, 60, 60, 50, 50),
  ]);
  assert.deepEqual(
    rings.map((ring) => Array.from(ring, (n) => Math.round(n * 100))),
    [
      [0, 0, 10, 0, 10, 10, 0, 10, 0, 0],
      [50, 50, 60, 50, 60, 60, 50, 50],
    ],
  );
});

test("a project's lines, places of the world and box", () => {
  const payload = smallPayload(),
    model = decode(payload),
    rail = model.byId.get("rail");
  assert.deepEqual(rail.lines, [
    [
      [2, 1],
      [2, 1.1],
      [1.8, 1.1],
    ],
  ]);
  assert.equal(rail.worlds[0].length, 6);
  near(rail.worlds[0][4], 0.5 + 1.1 / 360);
  near(rail.worlds[0][5], toWorld([1.8, 0])[1], 1e-7);
  const box = [...toWorld([2, 1]), ...toWorld([1.8, 1.1])];
  rail.box.forEach((n, i) => {
    near(n, box[i]);
  });
  assert.equal(model.byId.get("bare").box, null);
  assert.deepEqual(model.byId.get("bare").lines, []);
  assert.deepEqual(rail.data.stops, payload.stops);
  assert.equal(model.byId.get("port").kind, "P");
});

test("legs are cut from the lines one after the other, and go on in the next line", () => {
  const payload = smallPayload();
  Object.assign(payload.projects[0], {
    geometry: [pack([0, 0, 10, 0, 10, 0, 10, 0]), pack([100, 100, 10, 10])],
    legs: {
      steps: [1, 2, 1],
      start: [0, 1, -1],
      end: [1, 0, 0],
      band: [500, 2000, 900],
      method: [1, 2, 0],
      basis: [0, 1, 2],
      sources: [[0], [0, 1], []],
    },
  });
  const project = decode(payload).projects[0];
  const eastings = (lines) => lines.map((line) => line.map((at) => Math.round(at[1] * 100)));
  assert.deepEqual(eastings(project.legLines), [
    [0, 10],
    [10, 20, 30],
    [100, 110],
  ]);
  assert.deepEqual(
    project.legWorlds.map((line) => line.length),
    [4, 6, 4],
  );
  assert.deepEqual(project.data.legs[1], {
    start: 1,
    end: 0,
    band: 2000,
    method: 2,
    basis: 1,
    sources: [0, 1],
  });
  assert.equal(project.legLines, project.legLines);
  const bare = decode(smallPayload()).byId.get("bare");
  assert.deepEqual([bare.legLines, bare.data.legs], [[], undefined]);
});

test("a box holds all lines of a project, whichever way they run", () => {
  const payload = smallPayload();
  payload.projects[0].geometry = [
    pack([100, 200, -30, 40, 10, -100]),
    pack([300, 150, 20, -60, -10, 5]),
  ];
  const found = decode(payload).projects[0].box;
  [...toWorld([2.4, 0.7]), ...toWorld([0.9, 3.2])].forEach((n, i) => {
    near(found[i], n);
  });
});

test("borders are told apart by the areas beside them, outlines by what is inside", () => {
  const payload = smallPayload(),
    arc = (left, right, steps) => ({ left, right, line: pack(steps) });
  // Counties 0 | 1 | 2 side by side, each 10 wide, 10 high; 2 is in another province.
  payload.base.arcs = [
    arc(0, -1, [10, 10, -10, 0, 0, -10, 10, 0]),
    arc(0, 1, [10, 0, 0, 10]),
    arc(1, 2, [20, 0, 0, 10]),
    arc(1, -1, [10, 0, 10, 0]),
    arc(1, -1, [10, 10, 10, 0]),
    arc(2, -1, [20, 0, 10, 0, 0, 10, -10, 0]),
  ];
  const model = decode(payload);
  assert.deepEqual(
    ["province", "prefecture", "county"].map((name) => model.borders[name].length),
    [5, 0, 1],
  );
  const corners = (counties) =>
    degreeCorners(model.outline(counties)).map((c) => c.map((n) => Math.round(n * 100)));
  assert.deepEqual(model.outline([0, 1, 2]).length, 1);
  assert.deepEqual(corners([0, 1, 2]), [
    [0, 0],
    [10, 30],
  ]);
  assert.deepEqual(corners([1]), [
    [0, 10],
    [10, 20],
  ]);
  assert.deepEqual(model.outline([0, 2]).length, 2);
  assert.deepEqual(model.outline([]), []);
  assert.equal(model.ground, model.ground);
  assert.equal(model.ground.length, 1);
  const same = smallPayload();
  same.base.prefectures[1].province = "51";
  same.base.arcs = payload.base.arcs;
  assert.deepEqual(
    ["province", "prefecture", "county"].map((name) => decode(same).borders[name].length),
    [4, 1, 1],
  );
  // A county of no prefecture here is of no province either.
  const bare = smallPayload();
  bare.base.counties[2].prefecture = -1;
  bare.base.arcs = payload.base.arcs;
  assert.deepEqual(
    ["province", "prefecture", "county"].map((name) => decode(bare).borders[name].length),
    [5, 0, 1],
  );
});

test("a status is that of the newest plan that says what is to be done", () => {
  const model = decode(smallPayload());
  const of = (id, plans) => model.statusIn(model.byId.get(id), plans && new Set(plans));
  assert.equal(of("rail"), "construction");
  assert.equal(of("rail", []), "construction");
  assert.equal(of("rail", [0]), "research");
  assert.equal(of("road", [0]), null);
  assert.equal(of("bare"), "unspecified");
  const payload = smallPayload();
  payload.histories[0] = "03.........";
  const renamed = decode(payload);
  assert.equal(renamed.statusIn(renamed.byId.get("rail")), "research");
  assert.equal(renamed.statusIn(renamed.byId.get("rail"), new Set([1])), "unspecified");
});

test("a project's box holds all of its lines, north-west first; without a place none", () => {
  const payload = smallPayload();
  // In hundredths of a degree: 1 to 2.5 east, 1.5 to 3 north.
  payload.projects[0].geometry = [pack([100, 200, 50, 100]), pack([250, 150, -100, 20])];
  const [rail, , , bare] = decode(payload).projects;
  const [west, north] = toWorld([3, 1]),
    [east, south] = toWorld([1.5, 2.5]);
  assert.deepEqual(rail.box, [west, north, east, south]);
  assert.equal(bare.box, null);
});

test("the ladder's rungs are a twenty-fifth of a degree apart, straight between them", () => {
  const down = mercatorScale(100),
    rung = (degrees) => toWorld([degrees, 0])[1];
  assert.equal(down(3004), rung(30.04));
  assert.equal(down(3008), rung(30.08));
  assert.ok(Math.abs(down(3005) - (0.75 * rung(30.04) + 0.25 * rung(30.08))) < 1e-15);
  assert.ok(Math.abs(down(3005) - rung(30.05)) > 1e-13);
});
