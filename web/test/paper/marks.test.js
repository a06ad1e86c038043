// A presenter's marks: what two clicks make, how they are drawn, how a talk's file keeps them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { namePart } from "../../src/export/file-name.js";
import { markBetween } from "../../src/export/talk/marking.js";
import { talkText } from "../../src/export/talk/talk-text.js";
import { arrowHead, drawMarks } from "../../src/paper/marks.js";
import { step, talk } from "../export/small-talk.js";
import { surroundings } from "../small-window.js";

test("two clicks make an arrow or a circle within its limits, one click a text", () => {
  assert.deepEqual(markBetween("arrow", [105, 29], [106, 30], [1, 300]), {
    arrow: [105, 29, 106, 30],
    text: "",
  });
  assert.equal(markBetween("arrow", [105, 29], [105, 29], [1, 300]), null);
  assert.equal(markBetween("circle", [105, 29], [105, 29], [1, 300]), null);
  const km = (lat) => markBetween("circle", [105, 29], [105, lat], [1, 300]).circle[2];
  // A degree of latitude is 110.9 km there.
  assert.ok(Math.abs(km(30) - 110.9) < 0.3, km(30));
  assert.deepEqual([km(29.001), km(35)], [1, 300]);
  assert.deepEqual(markBetween("at", [105, 29], [105, 29], [1, 300]), { at: [105, 29], text: "" });
});

test("a head ends in the tip, a circle goes all round, a text is a text", () => {
  surroundings({});
  assert.match(
    arrowHead({ x: 0, y: 0 }, { x: 100, y: 0 }),
    /^M86\.5,-6\.5L100\.0,0\.0L86\.5,6\.5$/,
  );
  const svg = globalThis.document.createElement("svg");
  const text = "<img src=x onerror=alert(1)>";
  drawMarks(
    svg,
    [
      { circle: [105, 29, 50], text },
      { at: [105, 29], text: "" },
    ],
    (lat, lon) => ({
      x: (lon - 105) * 100,
      y: (29 - lat) * 100,
    }),
  );
  assert.deepEqual(svg.texts("text"), [text]);
  assert.equal(svg.all("img").length, 0);
  const d = svg.all("path")[1].getAttribute("d");
  const xs = d
    .slice(1, -1)
    .split("L")
    .map((at) => Number(at.split(",")[0]));
  assert.ok(Math.abs(Math.max(...xs) + Math.min(...xs)) < 0.2 && Math.max(...xs) > 45, d);
});

test("a talk's file keeps every step with its marks, each text as a text", () => {
  const mark = { arrow: [105, 29, 106, 30], text: 'a "b"\n- c: d' };
  const its = talk({
    steps: [
      step({ title: "x: #1", marks: [mark], select: "rail", filter: { mode: ["rail"], q: "yk" } }),
      step({ title: "two", view: "now", filter: { mode: [] } }),
    ],
  });
  const lines = talkText(its.page, its.talk.steps).split("\n");
  assert.ok(lines.includes('  - title: "x: #1"'), lines.join("\n"));
  assert.ok(lines.includes('    filters: {"query":"yk","mode":["rail"]}'), lines.join("\n"));
  assert.ok(lines.includes(`      - ${JSON.stringify(mark)}`));
  assert.ok(lines.includes('    filters: {"mode":"all"}') && lines.includes('    view: "now"'));
  assert.ok(!lines.some((line) => /slips|viewport|year/.test(line)));
});

test("names of files hold no path and no space", () => {
  assert.equal(namePart("区域：川南渝西；a/b\\c: *?"), "区域-川南渝西-a-b-c");
  assert.equal(namePart("../../x"), "x");
  assert.equal(Array.from(namePart("字".repeat(90))).length, 48);
});
