// Where promises and facts stand on one axis of time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeAxis } from "../../src/project/time-axis.js";
import { near, smallPage, words, written } from "../small-dom.js";
import { mention } from "../small-payload.js";

const same = assert.deepEqual;
const fact = (event, date, more) => ({
  event,
  date,
  section: "",
  decides: 1,
  disputed: 0,
  scope: "",
  confidence: "press",
  ...more,
});

/** The axis of a whole and its one section. */
function draw(whole, part = {}) {
  smallPage();
  const of = (id, data) => ({ id, data: { id, name: [id, id], mode: "rail", ...data } });
  const project = of("whole", whole),
    section = of("part", { part_of: "whole", ...part });
  const payload = {
    as_of: "2024-07",
    lanes: ["start", "progress", "open"],
    plans: [
      { date: "2020-01-01", short: ["一", "One"] },
      { date: "2022", short: ["二", "Two"] },
    ],
    style: {
      light: {
        line: "line",
        accent: "accent",
        muted: "#888888",
        panel: "#ffffff",
        region_fill: "fill",
      },
      events: {
        start: { lane: "start", shape: "triangle", fill: 1 },
        start_section: { lane: "start", shape: "triangle", fill: 0 },
        status: { lane: "progress", shape: "circle", fill: 1 },
        open_section: { lane: "open", shape: "circle", fill: 0.4 },
        open: { lane: "open", shape: "circle", fill: 1 },
      },
      modes: { rail: { colour: "#000000", dark: "#ffffff" } },
    },
  };
  const model = { payload, projects: [project, section] };
  return timeAxis({ model, words, lang: "en", theme: "light" }, project);
}

// The axis goes from 2020 to 2026, 190 pixels from 124 on.
const x = (year) => 124 + ((year - 2020) / 6) * 190;
const TODAY = 2024 + 6.5 / 12;

test("nothing promised and nothing that happened is no picture", () => {
  assert.equal(draw({}), null);
  assert.equal(draw({ events: [fact("none_found", "2020"), fact("length", "2021")] }), null);
  assert.notEqual(draw({}, { events: [fact("open", "2021")] }), null);
});

test("a promise goes from its plan's date to its year, a section's too, with its verdict", () => {
  const verdict = { plan: 1, kind: "complete", year: 2023, verdict: "late", months: 7 };
  const svg = draw(
    { mentions: [mention(1, 0, 0, 2023)], outcomes: [{ ...verdict, year: 2025 }, verdict] },
    {
      mentions: [mention(0, 0, 2021, 0)],
      outcomes: [{ plan: 0, kind: "start", year: 2021, verdict: "kept", months: 0 }],
    },
  );
  const ways = svg.all("line", { "stroke-dasharray": "2 2" });
  const start = 2020 + 0.5 / 31 / 12;
  assert.ok(near(ways[0].numbers("x1", "x2", "y1"), [x(start), x(2021), 10]));
  assert.ok(near(ways[1].numbers("x1", "x2", "y1"), [x(2022.5), x(2023), 30]));
  const [first, second] = svg.all("rect");
  assert.ok(near(first.numbers("x", "width"), [x(2021), x(2021) - x(2020)]));
  assert.ok(near(second.numbers("x", "width"), [x(2023), x(2021) - x(2020)]));
  assert.equal(first.textContent, "One part promised.year 2021 promise.start");
  assert.equal(second.textContent, "Two promised.year 2023 promise.complete");
  assert.deepEqual(
    svg.all("text", { class: "is-year" }).map((node) => node.textContent),
    ["verdict.kept", "card.months 7"],
  );
  assert.deepEqual(
    svg.all("text", { class: "is-plan" }).map((node) => node.textContent),
    ["2020 card.promise.part promise.start", "2022 card.promise promise.complete"],
  );
});

test("the day of the facts stands through it", () => {
  const [line] = draw({ events: [fact("open", "2021")] }).all("line", { stroke: "accent" });
  // With nothing before 2021 the axis begins there.
  const at = 124 + ((TODAY - 2021) / 6) * 190;
  assert.ok(near(line.numbers("x1", "x2", "y1", "y2"), [at, at, 0, 24]));
});

test("facts stand in lanes, those of a section half full, doubtful ones hollow or pale", () => {
  const svg = draw(
    {
      mentions: [mention(0, 0, 2020, 0)],
      events: [
        fact("open", "2022-01"),
        fact("open", "2023-01", { disputed: 1 }),
        fact("open_section", "2021-01", { decides: 0 }),
        fact("start", "2020"),
      ],
    },
    { events: [fact("open", "2021-07"), fact("start_section", "2021")] },
  );
  // One promise, then starts and openings; nothing is told of progress.
  assert.deepEqual(
    svg.all("text", { class: "is-plan" }).map((node) => node.textContent),
    ["2020 card.promise promise.start", "card.lane.start", "card.lane.open"],
  );
  const fills = Object.fromEntries(
    svg
      .all("g")
      .map((group) => [
        group.all("title")[0].textContent,
        group.all("path")[0].getAttribute("fill"),
      ]),
  );
  assert.deepEqual(fills, {
    "2020 event.start": "#000000",
    "part 2021 event.start_section": "#ffffff",
    "2022-01 event.open": "#000000",
    "2023-01 event.open card.disputed": "#ffffff",
    "2021-01 event.open_section": "#cfcfcf",
    "part 2021-07 event.open": "#999999",
  });
  // Where only the year is known the mark stands for all of it.
  const [year] = svg.all("g")[0].all("line");
  assert.ok(near(year.numbers("x1", "x2", "y1"), [x(2020), x(2021), 30]));
  assert.equal(svg.all("g").filter((group) => group.all("line").length).length, 2);
  // What is disputed has a question mark.
  assert.deepEqual(
    svg
      .all("g")
      .flatMap((group) => group.all("text"))
      .map((node) => node.textContent),
    ["?"],
  );
});

test("an axis whole: years, today, a promise, facts sure and unsure", () => {
  const verdict = { plan: 1, kind: "complete", year: 2023, verdict: "late", months: 7 };
  const svg = draw({
    mentions: [mention(1, 0, 0, 2023)],
    outcomes: [verdict],
    events: [
      fact("start", "2021"),
      fact("status", "2022-06"),
      fact("open", "2023-07-15", { disputed: 1 }),
      fact("open_section", "2023-03", { decides: 0, section: "A to B" }),
    ],
  });
  same(written(svg), [
    "svg viewBox=0 0 370 102 class=atlas-axis role=img aria-label=Two promised.year",
    "| 2023 promise.complete card.months 7; 2021 event.start; 2022-06 event.status;",
    "| 2023-07-15 event.open card.disputed; 2023-03 event.open_section A to B",
    "  line x1=124 x2=124 y1=0 y2=84 stroke=line",
    '  text x=124 y=97 class=is-stage text-anchor=middle "2021"',
    "  line x1=155.7 x2=155.7 y1=0 y2=84 stroke=line",
    '  text x=155.7 y=97 class=is-stage text-anchor=middle "2022"',
    "  line x1=187.3 x2=187.3 y1=0 y2=84 stroke=line",
    '  text x=187.3 y=97 class=is-stage text-anchor=middle "2023"',
    "  line x1=219 x2=219 y1=0 y2=84 stroke=line",
    '  text x=219 y=97 class=is-stage text-anchor=middle "2024"',
    "  line x1=250.7 x2=250.7 y1=0 y2=84 stroke=line",
    '  text x=250.7 y=97 class=is-stage text-anchor=middle "2025"',
    "  line x1=282.3 x2=282.3 y1=0 y2=84 stroke=line",
    '  text x=282.3 y=97 class=is-stage text-anchor=middle "2026"',
    "  line x1=314 x2=314 y1=0 y2=84 stroke=line",
    '  text x=314 y=97 class=is-stage text-anchor=middle "2027"',
    "  line x1=236.2 x2=236.2 y1=0 y2=84 stroke=accent stroke-dasharray=3 2",
    '    title "card.as_of 2024-07"',
    '  text x=0 y=14 class=is-plan "2022 card.promise promise.complete"',
    "  line x1=171.5 x2=187.3 y1=10 y2=10 stroke=#888888 stroke-dasharray=2 2",
    "  circle cx=171.5 cy=10 r=2.6 fill=#ffffff stroke=#888888",
    "  rect x=187.3 y=5 width=31.7 height=10 rx=2 fill=fill stroke=accent",
    '    title "Two promised.year 2023 promise.complete"',
    '  text x=320 y=14 class=is-year "card.months 7"',
    '  text x=0 y=34 class=is-plan "card.lane.start"',
    "  line x1=124 x2=314 y1=30 y2=30 stroke=line",
    "  g",
    "    line x1=124 x2=155.7 y1=30 y2=30 stroke=#000000 stroke-width=2",
    "    path d=M139.8,24.7L144.9,34L134.8,34z fill=#000000 stroke=#000000",
    "    | stroke-width=1.5",
    '    title "2021 event.start"',
    '  text x=0 y=54 class=is-plan "card.lane.progress"',
    "  line x1=124 x2=314 y1=50 y2=50 stroke=line",
    "  g",
    "    path d=M167.6,50a2.6,2.6 0 1,0 5.2,0a2.6,2.6 0 1,0 -5.2,0 fill=#000000",
    "    | stroke=#000000 stroke-width=1.5",
    '    title "2022-06 event.status"',
    '  text x=0 y=74 class=is-plan "card.lane.open"',
    "  line x1=124 x2=314 y1=70 y2=70 stroke=line",
    "  g",
    "    path d=M200,70a4.4,4.4 0 1,0 8.8,0a4.4,4.4 0 1,0 -8.8,0 fill=#ffffff",
    "    | stroke=#000000 stroke-width=1.5 stroke-dasharray=2 1.5",
    '    text x=209.4 y=68 class=is-stage "?"',
    '    title "2023-07-15 event.open card.disputed"',
    "  g",
    "    path d=M189.5,70a4.4,4.4 0 1,0 8.8,0a4.4,4.4 0 1,0 -8.8,0 fill=#cfcfcf",
    "    | stroke=#888888 stroke-width=1.5",
    '    title "2023-03 event.open_section A to B"',
  ]);
});

test("a promise has the verdict on its own plan, kind and year", () => {
  const made = { plan: 1, kind: "complete", year: 2023, months: 0 };
  const others = [
    { ...made, plan: 0, verdict: "other-plan" },
    { ...made, kind: "start", verdict: "other-kind" },
    { ...made, year: 2024, verdict: "other-year" },
  ];
  const said = (outcomes) =>
    draw({ mentions: [mention(1, 0, 0, 2023)], outcomes }).texts("text", { class: "is-year" });
  assert.deepEqual(said([...others, { ...made, verdict: "kept" }]), ["verdict.kept"]);
  assert.deepEqual(said(others), [""]);
});
