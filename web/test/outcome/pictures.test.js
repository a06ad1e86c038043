// Where the pictures of promises put what they show.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawDumbbell } from "../../src/outcome/dumbbell.js";
import { listPromises } from "../../src/outcome/promises.js";
import { drawSlips } from "../../src/outcome/slip-picture.js";
import { near, smallPage, words } from "../small-dom.js";
import { EVERY, outcome, smallModel } from "./small-model.js";

const TODAY = 2026 + (10 + 25 / 30) / 12,
  MIDYEAR = 2021 + 5.5 / 12;

function host() {
  const model = smallModel();
  const look = (colour, shape) => ({ colour, dark: "#ffffff", shape, fill: 1 });
  model.payload.style = {
    light: { line: "line", accent: "accent", muted: "muted", text: "text", panel: "#ffffff" },
    verdicts: {
      kept: look("#000001", "circle"),
      late: look("#000002", "diamond"),
      missed: look("#000003", "triangle"),
      due: look("#000004", "square"),
      unknown: look("#000005", "square"),
    },
  };
  return { model, words, lang: "en", theme: "light" };
}

const draw = (picture, its, rows, how) =>
  picture(smallPage(), its, rows, { title: "t", pick: () => {}, ...how });

/** The promises of a project whose promises are these. */
function rowsOf(its, outcomes) {
  its.model.projects[1].data = { ...its.model.projects[1].data, outcomes };
  return listPromises(its.model, ["road"], { plan: [], year: [] });
}

const mark = (svg, key) => svg.all("g", { "data-key": key })[0];
const ends = (line) => line.numbers("x1", "y1", "x2", "y2");
const holds = (lines, wanted) => lines.some((line) => near(ends(line), wanted));

test("a row goes from the end of the promised year to the day it happened, or to now", () => {
  const its = host(),
    rows = listPromises(its.model, EVERY, { plan: [], year: [] });
  const svg = draw(drawDumbbell, its, rows, { width: 1000, from: 2018, to: 2028 });
  const at = (year) => 400 + (year - 2018) * 48.8,
    y = (row) => 24 + 28 * row + 14;
  const of = (key) => mark(svg, key).all("line");
  const solid = (lines) => lines.filter((line) => !line.getAttribute("stroke-dasharray"));
  const late = of("line early complete 2019");
  assert.ok(holds(solid(late), [at(2020), y(1), at(MIDYEAR), y(1)]));
  // Known to the month: as wide as that.
  assert.ok(holds(late, [at(2021 + 5 / 12), y(1), at(2021.5), y(1)]));
  // The end of the promised year as a bar.
  assert.ok(holds(late, [at(2020), y(1) - 7, at(2020), y(1) + 7]));
  const missed = of("line late complete 2021");
  const [way] = missed.filter((line) => line.getAttribute("stroke-dasharray"));
  assert.ok(near(ends(way), [at(2022), y(0), at(TODAY), y(0)]));
  // Kept: back from the end of the year.
  assert.ok(holds(of("road late complete 2021"), [at(2022), y(3), at(2021 + 1.5 / 12), y(3)]));
  assert.ok(holds(of("port late complete 2030"), [at(2031), y(4), at(2031), y(4)]));
  const [box] = mark(svg, "line early complete 2019").all("rect", { fill: "muted" });
  assert.ok(near(box.numbers("x", "width", "y", "height"), [at(2019), 48.8, y(1) - 4, 8]));
  // Today stands through all rows; the day of the facts begins where its day does.
  const [today] = svg.all("line", { stroke: "accent" });
  assert.ok(near(ends(today), [at(TODAY), 18, at(TODAY), 24 + 5 * 28 + 4]));
});

test("a day is no stretch, a year is a whole one", () => {
  const its = host(),
    rows = rowsOf(its, [
      outcome(0, 2019, "late", "2021-06-15"),
      outcome(0, 2020, "late", "2022"),
      outcome(0, 2021, "unknown"),
    ]);
  const svg = draw(drawDumbbell, its, rows, { width: 1000, from: 2018, to: 2028 });
  const wide = (key) => mark(svg, key).all("line", { "stroke-width": "8" });
  const at = (year) => 400 + (year - 2018) * 48.8;
  assert.equal(wide("road early complete 2019").length, 0);
  assert.ok(holds(wide("road early complete 2020"), [at(2022), 66, at(2023), 66]));
  assert.ok(
    holds(mark(svg, "road early complete 2020").all("line"), [at(2021), 66, at(2022.5), 66]),
  );
  // Where nothing is known there is no way to go.
  const dashed = mark(svg, "road early complete 2021").all("line", { "stroke-dasharray": "5 4" });
  assert.ok(holds(dashed, [at(2022), 94, at(2022), 94]));
});

test("a narrow row has its words over it", () => {
  const its = host(),
    rows = listPromises(its.model, ["road"], { plan: [], year: [] });
  const svg = draw(drawDumbbell, its, rows, { width: 400, from: 2018, to: 2028 });
  const at = (year) => 4 + (year - 2018) * 30;
  assert.ok(
    holds(svg.all("line"), [at(2022), 24 + 33, at(2021 + 1.5 / 12), 24 + 33]),
    "the row is 46 high and its line 33 down",
  );
  assert.equal(Number(svg.getAttribute("height")), 24 + 46 + 4);
});

test("English names, which are longer, stand over their rows in wider pictures too", () => {
  const its = host(),
    rows = listPromises(its.model, ["road"], { plan: [], year: [] });
  const high = (lang, width) =>
    Number(
      draw(drawDumbbell, { ...its, lang }, rows, { width, from: 2018, to: 2028 }).getAttribute(
        "height",
      ),
    );
  assert.deepEqual(
    [high("en", 879), high("en", 880), high("zh", 619), high("zh", 620)],
    [24 + 46 + 4, 24 + 28 + 4, 24 + 46 + 4, 24 + 28 + 4],
  );
});

test("a mark is a button for pointer and keyboard", () => {
  const its = host(),
    rows = listPromises(its.model, ["road"], { plan: [], year: [] });
  for (const picture of [drawDumbbell, drawSlips]) {
    const picked = [];
    const svg = draw(picture, its, rows, {
      width: 1000,
      from: 2018,
      to: 2028,
      pick: (made) => picked.push(made.key),
    });
    const group = mark(svg, "road late complete 2021");
    assert.equal(group.getAttribute("role"), "button");
    assert.equal(group.getAttribute("tabindex"), "0");
    assert.match(group.getAttribute("aria-label"), /A road Late .*2021 verdict\.kept/);
    let prevented = 0;
    const press = (key) => group.hear("keydown", { key, preventDefault: () => (prevented += 1) });
    group.hear("click");
    press("Enter");
    press(" ");
    press("Tab");
    assert.deepEqual(picked, Array(3).fill("road late complete 2021"));
    assert.equal(prevented, 2);
  }
});

test("promises slip: across the plan's date, up the promised year, to today's diagonal", () => {
  const its = host(),
    rows = listPromises(its.model, EVERY, { plan: [], year: [] });
  const svg = draw(drawSlips, its, rows, { width: 1000 });
  const stop = TODAY + 1 / 30 / 12;
  const x = (year) => 44 + ((year - 2018) / (stop - 2018)) * 656,
    y = (year) => 534 - 40 * (year - 2018);
  assert.equal(Number(svg.getAttribute("height")), 574);
  const [diagonal] = svg.all("line", { "stroke-dasharray": "6 4" });
  assert.ok(near(ends(diagonal), [x(2018), y(2018), x(stop), y(stop)]));
  const early = x(2018 + 0.5 / 12),
    late = x(2020 + (5 + 0.5 / 30) / 12);
  const spot = (key) => mark(svg, key).all("circle")[0].numbers("cx", "cy");
  assert.ok(near(spot("line early complete 2019"), [early, y(2019.5)]));
  // Two of one plan and year keep apart within that year.
  assert.ok(near(spot("line late complete 2021"), [late, y(2021 + 1 / 3)]));
  assert.ok(near(spot("road late complete 2021"), [late, y(2021 + 2 / 3)]));
  const slipped = svg.all("polyline").map((line) => line.getAttribute("points"));
  assert.ok(
    slipped.some((points) =>
      near(points.split(/[ ,]/).map(Number), [early, y(2019.5), late, y(2021 + 1 / 3)]),
    ),
  );
  // Without an end it goes on to the day of the facts, dashed; else to the day on the diagonal.
  const dashed = svg.all("line", { "stroke-dasharray": "4 4" });
  assert.equal(dashed.length, 2);
  assert.ok(holds(dashed, [late, y(2021 + 1 / 3), x(stop), y(2021 + 1 / 3)]));
  const [begun, opened] = svg.all("circle", { r: "2.6" }).map((dot) => dot.numbers("cx", "cy"));
  assert.ok(near(begun, [x(MIDYEAR), y(MIDYEAR)]));
  assert.ok(near(opened, [x(2021 + 1.5 / 12), y(2021 + 1.5 / 12)]));
});

test("what happened before the first plan or year meets the diagonal where that begins", () => {
  const its = host();
  const end = (happened, year) => {
    const rows = rowsOf(its, [outcome(1, year, "kept", happened)]);
    const svg = draw(drawSlips, its, rows, { width: 1000 });
    const [diagonal] = svg.all("line", { "stroke-dasharray": "6 4" });
    return {
      point: svg.all("circle", { r: "2.6" })[0].numbers("cx", "cy"),
      low: diagonal.numbers("x1", "y1"),
      height: Number(svg.getAttribute("height")),
    };
  };
  // The plan is of 2020, the first year 2020 too.
  const before = end("2016", 2021);
  assert.ok(near(before.point, [44, before.height - 40]));
  assert.ok(near(before.low, [44, before.height - 40]));
  // The first year is 2015, below the plan's: the diagonal begins five years up.
  const past = end("2016-07", 2015);
  assert.ok(near(past.point, [44, past.height - 40 - 40 * (1 + 6.5 / 12)]));
  assert.ok(near(past.low, [44, past.height - 40 - 200]));
});

test("names at the end of slips keep fifteen pixels apart, within the picture", () => {
  const its = host();
  its.model.projects.forEach((p) => {
    p.data = { ...p.data, outcomes: [outcome(1, 2021, "missed")] };
  });
  const rows = listPromises(its.model, EVERY, { plan: [], year: [] });
  const svg = draw(drawSlips, its, rows, { width: 1000 });
  const height = Number(svg.getAttribute("height"));
  const at = svg
    .all("text", { x: "714" })
    .map((text) => Number(text.getAttribute("y")) - 4)
    .sort((a, b) => a - b);
  assert.equal(at.length, 4);
  at.slice(1).forEach((y, i) => {
    assert.ok(Math.abs(y - at[i] - 15) < 1e-6, String(at));
  });
  assert.ok(at[0] >= 14 + 18 && at[3] <= height - 40, String(at));
});

test("a stretch of three pixels is no stretch", () => {
  const its = host(),
    rows = rowsOf(its, [outcome(0, 2019, "late", "2021-06")]);
  // A month is a twelfth of a year, of which 488 pixels are ten at ten years, 12.2 a month at 120.
  const stretch = (years) => {
    const svg = draw(drawDumbbell, its, rows, { width: 1000, from: 2018, to: 2018 + years });
    const [line] = svg.all("line", { "stroke-width": "8" });
    return line ? Math.round(Number(line.getAttribute("x2")) - Number(line.getAttribute("x1"))) : 0;
  };
  assert.deepEqual([stretch(10), stretch(13), stretch(14)], [4, 3, 0]);
});

test("a plan that is newer than the facts is in the picture too", () => {
  const its = host();
  its.model.payload.plans[1].date = "2028-01";
  const rows = rowsOf(its, [outcome(1, 2029, "due")]);
  const svg = draw(drawSlips, its, rows, { width: 1000 });
  const [x] = mark(svg, "road late complete 2029").all("circle")[0].numbers("cx");
  // From that plan's year to the end of its month: its middle is half a month in.
  assert.ok(Math.abs(x - (44 + 656 / 2)) < 1, String(x));
});
