// Signs on the map: of changes upright where their lines run, of states along them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { signs } from "../../../src/map/names/signs.js";
import { smallStyle } from "../small-style.js";

const line = [0, 1, 2, 3, 4].map((i) => [30, 100 + i]);
const PROJECTS = new Map([
  ["rail", { kind: "L", lines: [line], worlds: ["world"] }],
  ["road", { kind: "L", lines: [line], worlds: ["world"] }],
  ["port", { kind: "P", lines: [[[31, 105]], [[32, 106]]], worlds: [] }],
]);

/** What has a sign: each with its place, along or at. */
function made(shown, paint, look = "currents") {
  const view = {
    shown: new Map(Object.entries(shown)),
    paint: paint ? new Map(Object.entries(paint)) : null,
    look: look,
    model: { byId: PROJECTS, payload: { style: smallStyle() } },
  };
  return signs(view).map((item) => [item.text, item.size, item.at || item.line, item.every]);
}

test("a state that wants one has its sign along the line, a place on it", () => {
  assert.deepEqual(made({ rail: "construction", road: "open", port: "construction" }), [
    ["▶", 11, "world", 260],
    ["▶", 8, [31, 105], undefined],
    ["▶", 8, [32, 106], undefined],
  ]);
});

test("a change has it upright in the middle of its line, else by a quarter", () => {
  const paint = { rail: "back", port: "new" };
  assert.deepEqual(made({ rail: "research", road: "construction", port: "research" }, paint), [
    ["↓", 13, [30, 102], undefined],
    ["↓", 13, [30, 101], undefined],
    ["↓", 13, [30, 103], undefined],
    ["+", 8, [31, 105], undefined],
    ["+", 8, [32, 106], undefined],
  ]);
  assert.deepEqual(made({ rail: "research", nobody: "research" }, {}), []);
});

test("of thousands none has a sign", () => {
  const many = (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`p${i}`, "open"]));
  assert.equal(made({ ...many(599), rail: "construction" }).length, 1);
  assert.deepEqual(made({ ...many(600), rail: "construction" }), []);
});
