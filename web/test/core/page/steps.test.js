// One table: which change of the state is a step of the browser's history.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brought, MANNER, stepOf } from "../../../src/core/page/steps.js";

const AT = { lat: 30, lon: 104, zoom: 8 };

/** What changes, from what to what, and what that is to history. */
const CHANGES = [
  ["tab", "map", "charts", "push"],
  ["project", "", "yukun-hsr", "push"],
  ["project", "yukun-hsr", "", "push"],
  ["from", "earlier", "all", "push"],
  ["to", "a", "b", "push"],
  ["change", [], ["back"], "push"],
  ["view", "now", "plan", "push"],
  ["plan", [], ["a"], "push"],
  ["status", ["start"], [], "push"],
  ["region", [], ["west"], "push"],
  ["mode", ["rail"], ["rail", "port"], "push"],
  ["place", [], ["510101"], "push"],
  ["year", [], [2025], "push"],
  ["finding", [], ["back"], "push"],
  ["current", [], ["open"], "push"],
  ["verdict", [], ["late"], "push"],
  // A key that is new is a choice until the table says otherwise.
  ["near", null, { lon: 104, lat: 30, km: 20 }, "push"],
  ["q", "", "渝", "replace"],
  ["q", "渝", "渝昆", "replace"],
  ["at", null, AT, "replace"],
  ["at", AT, { ...AT, zoom: 9 }, "replace"],
  ["at", AT, { ...AT }, ""],
  ["on", "", "2020", "push"],
  ["on", "2020", "2021", "replace"],
  ["on", "2021", "", "push"],
  ["step", 0, 1, "push"],
  ["step", 1, 2, "replace"],
  ["step", 2, 0, "push"],
  ["lang", "zh", "en", "replace"],
  ["theme", "auto", "dark", "replace"],
  ["rail", "on", "off", "replace"],
  ["road", "off", "on", "replace"],
  ["band", "off", "on", "replace"],
  ["mode", ["rail"], ["rail"], ""],
];

test("each change is an entry of its own, goes into the one that is there, or is none", () => {
  for (const [key, before, after, step] of CHANGES)
    assert.equal(stepOf({ [key]: before, other: 1 }, { [key]: after, other: 1 }), step, key);
});

test("of several changes the choice counts, whichever comes first", () => {
  const before = { q: "", tab: "map", at: null };
  assert.equal(stepOf(before, { q: "a", tab: "charts", at: AT }), "push");
  assert.equal(stepOf({ tab: "map", q: "" }, { tab: "charts", q: "a" }), "push");
  assert.equal(stepOf(before, { q: "a", tab: "map", at: AT }), "replace");
  // A key that is gone has changed too.
  assert.equal(stepOf({ tab: "map" }, {}), "push");
  assert.equal(stepOf({}, { tab: "map" }), "push");
});

test("an entry brings its choices; how the reader likes the page stays", () => {
  const entry = { tab: "map", q: "a", at: AT, lang: "zh", theme: "auto", rail: "on", band: "off" };
  const now = { tab: "data", q: "", at: null, lang: "en", theme: "dark", rail: "off", band: "on" };
  assert.deepEqual(brought(entry, now), {
    ...entry,
    lang: "en",
    theme: "dark",
    rail: "off",
    band: "on",
  });
  assert.deepEqual(brought({ tab: "map" }, { tab: "data" }), { tab: "map" });
  assert.equal(entry.lang, "zh");
  assert.deepEqual(Object.keys(MANNER).length, 10);
});
