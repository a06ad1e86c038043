// Regions, prefectures and counties by code and by name, and the rings round them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toWorld } from "../../../src/core/projection.js";
import {
  countiesOf,
  isSomewhere,
  NOWHERE,
  placeName,
  placeNames,
  ringsOf,
  WHERE,
} from "../../../src/core/where/areas.js";
import { smallPayload } from "../../small-payload.js";

const close = (one, other) => one.every((n, i) => Math.abs(n - other[i]) < 1e-12);

test("a filter is somewhere by any key that says where", () => {
  assert.deepEqual(Object.keys(NOWHERE), WHERE);
  assert.equal(isSomewhere(NOWHERE), false);
  assert.equal(isSomewhere({}), false);
  WHERE.forEach((key) => {
    assert.equal(isSomewhere({ ...NOWHERE, [key]: ["x"] }), true, key);
  });
});

test("a place has its counties: one its own, a prefecture all of its", () => {
  const { base } = smallPayload();
  const found = ["510101", "500101", "510100", "500100", "510000"].map((code) =>
    countiesOf(base, code),
  );
  assert.deepEqual(found, [[0], [2], [0, 1], [2], []]);
  // A county that lies in no prefecture is of none.
  base.counties[1].prefecture = -1;
  assert.deepEqual(countiesOf(base, "999999"), []);
});

test("a name that several counties have stands behind that of the prefecture", () => {
  const { base } = smallPayload();
  assert.deepEqual(Array.from(placeNames(base)), [
    ["510100", ["成市", "成", "Cheng"]],
    ["500100", ["渝市", "渝", "Yu"]],
    ["510101", ["甲县", "Jia"]],
    ["510102", ["乙县", "Yi"]],
    ["500101", ["丙县", "Bing"]],
  ]);
  base.counties[2].name = "甲县";
  base.counties[1].name_en = "Bing";
  const told = (code) => ["zh", "en"].map((lang) => placeName(base, code, lang));
  assert.deepEqual(["510101", "510102", "500101", "510100", "1"].map(told), [
    ["成市甲县", "Jia"],
    ["乙县", "Cheng Bing"],
    ["渝市甲县", "Yu Bing"],
    ["成市", "Cheng"],
    ["1", "1"],
  ]);
});

test("rings round regions and places in their order, none for what is not there", () => {
  const payload = smallPayload(),
    asked = [];
  const model = {
    payload,
    outline: (counties) => {
      asked.push(counties);
      return [Float64Array.from([0, 0, counties.length, counties[0] + 1, 1, 0, 0, 0])];
    },
  };
  const rings = ringsOf(model, { region: ["south", "x"], place: ["510100", "y", "510102"] });
  assert.deepEqual(asked, [[2], [0, 1], [1]]);
  assert.deepEqual(
    rings.map((ring) => [ring[2], ring[3]]),
    [
      [1, 3],
      [2, 1],
      [1, 2],
    ],
  );
  assert.deepEqual([ringsOf(model, {}), asked.length], [[], 3]);
  const shapes = ringsOf(model, {
    near: [104, 30, 20],
    box: [104, 29, 105, 30],
    within: [104, 29, 105, 29, 104.5, 30],
  });
  assert.deepEqual(
    shapes.map((ring) => [ring.length, ring[0] === ring.at(-2), ring[1] === ring.at(-1)]),
    [
      [242, true, true],
      [10, true, true],
      [8, true, true],
    ],
  );
  assert.ok(
    close(Array.from(shapes[1].slice(0, 4)), [...toWorld([29, 104]), ...toWorld([29, 105])]),
  );
  assert.ok(close(Array.from(shapes[2].slice(4, 6)), toWorld([30, 104.5])));
  const [north] = shapes[0].slice(1);
  assert.ok(north < toWorld([30.17, 104])[1] && north > toWorld([30.19, 104])[1]);
});
