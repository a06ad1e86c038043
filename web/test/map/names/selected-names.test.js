// The names of the selected project: its stops where they stand, its own along each of its lines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineNames, stopNames } from "../../../src/map/names/selected-names.js";

const view = (lang) => ({ lang, model: { payload: { scale: 100 } } });
const line = [[30, 105]];
const project = {
  kind: "L",
  worlds: [line, line],
  data: {
    name: ["乙线", "B line"],
    stops: [
      { name: "甲站", name_en: "Jia Railway Station", x: 10500, y: 3000 },
      { name: "乙站", name_en: "Yi Station", x: 10600, y: 2950 },
      { name: "丙", name_en: "", x: 0, y: 0 },
    ],
  },
};

test("a stop stands at its degrees, and in English without the word station", () => {
  assert.deepEqual(
    stopNames(view("zh"), project).map((item) => [item.text, item.at]),
    [
      ["甲站", [30, 105]],
      ["乙站", [29.5, 106]],
      ["丙", [0, 0]],
    ],
  );
  assert.deepEqual(
    stopNames(view("en"), project)
      .map((item) => item.text)
      .slice(0, 2),
    ["Jia", "Yi"],
  );
});

test("a line's name runs along each of its lines, wider apart in Chinese", () => {
  const zh = lineNames(view("zh"), project);
  assert.deepEqual(
    zh.map((item) => [item.text, item.line, item.spacing]),
    [
      ["乙线", line, 2],
      ["乙线", line, 2],
    ],
  );
  const [en] = lineNames(view("en"), project);
  const { text, line: along, spacing, ...look } = en;
  assert.deepEqual([text, along, spacing], ["B line", line, 0.5]);
  assert.deepEqual(look, { kind: "name", size: 12.5, offset: 12, every: 900 });
});

test("no project, no stops, no line: no names", () => {
  assert.deepEqual(stopNames(view("zh"), null), []);
  assert.deepEqual(stopNames(view("zh"), { data: {} }), []);
  assert.deepEqual(lineNames(view("zh"), null), []);
  assert.deepEqual(lineNames(view("zh"), { ...project, kind: "P" }), []);
});

test("a stop has its dot, and its name the size of a stop", () => {
  const [{ text, at, ...look }] = stopNames(view("zh"), project);
  assert.deepEqual([text, at.length, look], ["甲站", 2, { dot: true, kind: "stop", size: 12 }]);
});
