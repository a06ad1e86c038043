// Where promises and facts stand on one axis of time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeAxis } from "../../src/project/time-axis.js";
import { near, smallPage, words } from "../small-dom.js";
import { mention } from "../small-payload.js";

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
