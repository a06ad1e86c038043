// The names of the stops of the selected project, where they stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { stopNames } from "../../../src/map/names/selected-names.js";

const view = (lang) => ({ lang, model: { payload: { scale: 100 } } });
const project = {
  kind: "L",
  data: {
    name: ["乙线", "B line"],
    stops: [
      { name: "甲站", name_en: "Jia Railway Station", x: 10500, y: 3000 },
      { name: "乙站", name_en: "Yi Station", x: 10600, y: 2950 },
      { name: "丙", name_en: "", x: 0, y: 0 },
    ],
  },
};

/** All of its stops, in their order: a and c are its ends, b lies between. */
const all = (lang) => {
  const { ends, between } = stopNames(view(lang), project);
  return [ends[0], ...between, ends[1]];
};

test("a stop stands at its degrees, and in English without the word station", () => {
  assert.deepEqual(
    all("zh").map((item) => [item.text, item.at]),
    [
      ["甲站", [30, 105]],
      ["乙站", [29.5, 106]],
      ["丙", [0, 0]],
    ],
  );
  assert.deepEqual(
    all("en")
      .map((item) => item.text)
      .slice(0, 2),
    ["Jia", "Yi"],
  );
});

test("where the line ends is named before what lies between, in any order of the stops", () => {
  const stops = ["甲", "乙", "丙", "丁"].map((name, i) => ({ name, name_en: "", x: i, y: 0 }));
  const legs = (...pairs) => pairs.map(([start, end]) => ({ start, end }));
  const named = (...pairs) => {
    const found = stopNames(view("zh"), { data: { stops, legs: legs(...pairs) } });
    return [found.ends, found.between].map((list) => list.map((item) => item.text).join(""));
  };
  assert.deepEqual(named([0, 1], [1, 2], [2, 3]), ["甲丁", "乙丙"]);
  // A branch ends too; the stop it leaves the line at lies between.
  assert.deepEqual(named([0, 1], [1, 2], [1, 3]), ["甲丙丁", "乙"]);
  // A leg that has no stop at one end, and a ring, whose first and last stand for its ends.
  assert.deepEqual(named([-1, 0], [0, 1], [1, 2], [2, 3]), ["丁", "甲乙丙"]);
  assert.deepEqual(named([0, 1], [1, 2], [2, 3], [3, 0]), ["甲丁", "乙丙"]);
  assert.deepEqual(named(), ["甲丁", "乙丙"]);
});

test("no project, no stops: no names", () => {
  assert.deepEqual(stopNames(view("zh"), null), { ends: [], between: [] });
  assert.deepEqual(stopNames(view("zh"), { data: {} }), { ends: [], between: [] });
});

test("a stop has its dot, and its name the size of a stop", () => {
  const [{ text, at, ...look }] = all("zh");
  assert.deepEqual([text, at.length, look], ["甲站", 2, { dot: true, kind: "stop", size: 12 }]);
});
