// Where a filter looks, in words, and how far each project is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../src/core/payload/decode.js";
import {
  distanceInWords,
  placeAt,
  shapeInWords,
  whereInWords,
} from "../../../src/core/where/words.js";
import { words } from "../../small-dom.js";
import { pack, smallPayload } from "../../small-payload.js";

function told(lang = "en") {
  const payload = smallPayload();
  Object.assign(payload.base.prefectures[0], { x: 10450, y: 3050 });
  Object.assign(payload.base.counties[0], { x: 10400, y: 3000 });
  return { payload, words, lang };
}

test("a place is called as the city or county whose name stands there, else by its degrees", () => {
  assert.equal(placeAt(told(), [104.5, 30.5]), "Cheng");
  assert.equal(placeAt(told("zh"), [104, 30]), "甲县");
  assert.equal(placeAt(told(), [104.0099, 30.0001]), "Jia");
  assert.equal(placeAt(told(), [104.011, 30]), "place.degrees 104.011 30");
  assert.equal(placeAt(told(), [104, 29.98765]), "place.degrees 104 29.988");
});

test("each shape has its words, none where it is not chosen", () => {
  const say = (key, shape) => shapeInWords(told(), key, shape);
  assert.equal(say("near", [104.5, 30.5, 20.04]), "near.words Cheng 20");
  assert.equal(say("box", [104.123, 29, 105.5, 30]), "box.words 104.12 29 105.5 30");
  assert.equal(say("within", [1, 2, 3, 4, 5, 6]), "within.words 3");
  assert.equal(say("within", []), "");
  assert.deepEqual(
    whereInWords(told(), { place: ["510101"], near: [104.5, 30.5, 2.5], region: ["south"] }),
    ["Jia", "near.words Cheng 2.5"],
  );
  assert.deepEqual(whereInWords(told(), {}), []);
});

test("how far a project is: to a tenth below ten kilometres, and none without a place", () => {
  const its = told();
  const [rail, , , bare] = its.payload.projects;
  its.payload.scale = 10000;
  Object.assign(rail, { kind: "L", geometry: [pack([1040000, 300000, 10000, 0])] });
  delete bare.kind;
  Object.assign(bare, { geometry: undefined });
  its.model = decode(its.payload);
  const say = (id, near) => distanceInWords(its, its.model.byId.get(id), near);
  assert.equal(say("rail", [104, 30.18, 20]), "near.away place.degrees 104 30.18 20");
  assert.equal(say("rail", [104, 30.05, 20]), "near.away place.degrees 104 30.05 5.5");
  assert.equal(say("rail", [104.5, 30.0001, 20]), "near.here place.degrees 104.5 30");
  assert.equal(say("rail", []), "");
  assert.equal(say("rail", undefined), "");
  assert.equal(say("bare", [104, 30, 20]), "");
});
