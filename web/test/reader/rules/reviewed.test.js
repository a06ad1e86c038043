import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addedRow,
  asFound,
  inGroup,
  neighbour,
  reviewed,
  used,
} from "../../../src/reader/rules/reviewed.js";

const ROW = {
  ...addedRow("1.0", { start: 3, end: 9 }, "云泽至青岚铁路"),
  status: "start",
  start_year: 2027,
  confidence: "medium",
};
/** @param {object} step */
const compared = (step) => ({
  source: "1",
  against: "",
  choices: [],
  dropped: [],
  rows: { "1.0": { name: "云泽至青岚铁路", as_written: "云泽", project: "p", reason: ["", ""] } },
  projects: {
    p: {
      ...{ name: ["甲", "A"], change: "forward", moved: 0, was: "research" },
      ...{ was_plan: ["旧", "old"], was_start: 2025, was_complete: 0, told: [] },
      ...step,
    },
  },
});

test("what is corrected stands before what was found", () => {
  const r = reviewed(ROW, { status: "operation", start_year: 0, verdict: "accept" }, null);
  assert.equal(r.status, "operation");
  assert.equal(r.start_year, 0);
  assert.equal(r.name, "云泽至青岚铁路");
  assert.equal(r.changed, true);
  assert.equal(reviewed(ROW, { verdict: "accept" }, null).changed, false);
});

test("what the server made of it is taken, and a project chosen by hand is kept", () => {
  const r = reviewed(ROW, {}, compared({}));
  assert.equal(r.project, "p");
  assert.equal(r.was, "research");
  assert.equal(r.as_written, "云泽");
  assert.deepEqual(r.project_name, ["甲", "A"]);
  assert.equal(reviewed(ROW, { project: "" }, compared({})).project, "");
});

test("a row of no known project is new, once the server has seen it", () => {
  const none = { ...compared({}), rows: {}, projects: {} };
  const added = { ...ROW, key: "1.+1" };
  assert.equal(reviewed(ROW, {}, none).change, "new");
  assert.equal(reviewed(ROW, {}, null).change, "");
  assert.equal(reviewed(added, {}, none).change, "");
  assert.equal(reviewed(ROW, { project: "q" }, none).change, "");
  const seen = { ...none, rows: { "1.+1": { name: "", as_written: "", project: "", reason: [] } } };
  assert.equal(reviewed(added, {}, seen).change, "new");
});

test("a row that does not count is neither new nor moved", () => {
  const none = { ...compared({}), rows: {}, projects: {} };
  const past = { ...ROW, kind: "achievement" };
  /** @type {[typeof ROW, object, string][]} */
  const table = [
    [ROW, {}, "new"],
    [ROW, { verdict: "accept" }, "new"],
    [ROW, { verdict: "reject" }, ""],
    [past, {}, ""],
    [past, { verdict: "accept" }, "new"],
    [past, { verdict: "reject" }, ""],
  ];
  for (const [row, correction, change] of table) {
    assert.equal(reviewed(row, correction, none).change, change);
    const known = reviewed(row, correction, compared({ moved: 1 }));
    assert.equal(known.change, change && "forward");
    assert.equal(known.moved, !!change);
  }
});

test("a project chosen by hand brings what is said of it", () => {
  const r = reviewed({ ...ROW, key: "1.9" }, { project: "p" }, compared({ moved: 1 }));
  assert.equal(r.change, "forward");
  assert.equal(r.moved, true);
  assert.equal(r.was_start, 2025);
});

test("groups", () => {
  /** @param {object} now @param {object} [correction] */
  const groups = (now, correction) => {
    const r = reviewed(ROW, correction || {}, compared(now));
    return ["new", "status", "time", "same", "doubt", "left", "all"].filter((g) => inGroup(r, g));
  };
  assert.deepEqual(groups({ change: "new" }), ["new", "doubt", "left", "all"]);
  assert.deepEqual(groups({ change: "added" }), ["new", "doubt", "left", "all"]);
  assert.deepEqual(groups({ change: "back", moved: 1 }), [
    "status",
    "time",
    "doubt",
    "left",
    "all",
  ]);
  assert.deepEqual(groups({ change: "same", moved: 1 }), ["time", "doubt", "left", "all"]);
  assert.deepEqual(groups({ change: "only_named" }), ["same", "doubt", "left", "all"]);
  assert.deepEqual(groups({ change: "same" }, { verdict: "accept" }), ["same", "doubt", "all"]);
  assert.deepEqual(groups({ change: "same" }, { status: "start" }), ["same", "left", "all"]);
  assert.deepEqual(groups({ change: "same" }, { verdict: "reject" }), ["all"]);
});

test("next and previous stop at the ends", () => {
  const rows = ["a", "b", "c"].map((key) => reviewed({ ...ROW, key: key }, {}, null));
  /** @param {string | null} key @param {1 | -1} step @param {any} [fits] */
  const at = (key, step, fits) => {
    const found = neighbour(rows, key, step, fits);
    return found && found.key;
  };
  assert.equal(at(null, 1), "a");
  assert.equal(at(null, -1), "c");
  assert.equal(at("a", 1), "b");
  assert.equal(at("a", -1), null);
  assert.equal(at("c", 1), null);
  assert.equal(
    at("a", 1, (/** @type {any} */ r) => r.key === "c"),
    "c",
  );
  assert.equal(at("gone", 1), "a");
});

test("a field that is as found is no correction", () => {
  assert.deepEqual(asFound(ROW, { status: "start", mode: "road", start_year: 0 }), {
    status: undefined,
    mode: "road",
    start_year: 0,
  });
  assert.deepEqual(asFound(ROW, { verdict: "accept", start_year: 2027, start: 3 }), {
    verdict: "accept",
    start_year: undefined,
    start: 3,
  });
});

test("what the server does not use does not count on the page either", () => {
  const typed = { name: "\u200b", status: "start", start: 2, end: 5, verdict: "accept" };
  /** @param {string} field */
  const unfit = (field) => ({ key: "1.0", field: field, told: ["错", "wrong"] });
  assert.equal(used(typed, []), typed);
  assert.deepEqual(used(typed, [unfit("name")]), {
    ...{ status: "start", start: 2, end: 5, verdict: "accept" },
  });
  assert.deepEqual(used(typed, [unfit("start"), unfit("name")]), {
    ...{ status: "start", verdict: "accept" },
  });
  assert.deepEqual(used(typed, [unfit("")]), {});
  assert.equal(typed.name, "\u200b");
});

test("a row that a person added begins with what is corrected, else with nothing", () => {
  const { start, end, start_year, complete_year, score, mode, status } = addedRow("1.+1", {}, "");
  assert.deepEqual([start, end, start_year, complete_year, score], [0, 0, 0, 0, 0]);
  assert.deepEqual([mode, status], ["rail", "unspecified"]);
  const alone = reviewed(ROW, {}, null);
  assert.deepEqual(
    [alone.was, alone.was_start, alone.was_complete, alone.moved],
    ["", 0, 0, false],
  );
});
