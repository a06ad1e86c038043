// A project through the plans as a picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { historyPicture } from "../../src/project/history.js";
import { near, smallPage, words } from "../small-dom.js";
import { mention } from "../small-payload.js";

const STATUSES = ["research", "operation", "preparation", "start", "construction", "unspecified"];
const PLANS = ["2018-03", "2019", "2020", "2021", "2022"];

/** The picture of statuses (names, null for a silent plan); `back` are plans that step back. */
function draw(told, { back = [], mentions = [], lang = "en" } = {}) {
  smallPage();
  const fills = Object.fromEntries(STATUSES.map((name) => [name, { fill: 1 }]));
  const payload = {
    statuses: STATUSES,
    stages: STAGES,
    plans: PLANS.map((date, i) => ({
      date,
      short: [`计划${i}`, `Plan ${i} of ${date.slice(0, 4)}, which has a long name`],
      title: [`题${i}`, `Title ${i}`],
    })),
    style: {
      light: { line: "line", warn: "#ff0000", panel: "#ffffff" },
      modes: { rail: { colour: "#0000ff", dark: "#8888ff" } },
      statuses: fills,
    },
  };
  const statuses = {};
  told.forEach((name, i) => {
    if (name) statuses[i] = STATUSES.indexOf(name);
  });
  return historyPicture(
    { model: { payload }, words, lang, theme: "light" },
    {
      data: { mode: "rail", statuses, mentions },
      history: { earlier: (i) => (back.includes(i) ? "back" : "forward") },
    },
  );
}

const STAGES = ["unspecified", "research", "preparation", "start", "construction", "operation"];
const x = (stage) => 108 + 28 * (STAGES.indexOf(stage) + 0.5);
const y = (plan) => 18 + 22 * (plan + 0.5);
const steps = (svg) => svg.all("line", { "stroke-width": "2" });
const ends = (line) => line.numbers("x1", "y1", "x2", "y2");

test("a row a plan, a column a stage, a way from each that says what to do to the next", () => {
  const svg = draw(["research", null, "construction", "unspecified", "operation"]);
  const spots = svg.all("circle").map((dot) => dot.numbers("cx", "cy"));
  assert.deepEqual(spots, [
    [x("research"), y(0)],
    [x("construction"), y(2)],
    [x("unspecified"), y(3)],
    [x("operation"), y(4)],
  ]);
  // A bare mention is no step: nothing leads to it, and the next step passes it by.
  const [first, second, ...rest] = steps(svg);
  assert.ok(near(ends(first), [x("research"), y(0), x("construction"), y(2)]));
  assert.ok(near(ends(second), [x("construction"), y(2), x("operation"), y(4)]));
  assert.equal(rest.length, 0);
  assert.equal(svg.getAttribute("viewBox"), `0 0 ${108 + 6 * 28 + 50} ${18 + 5 * 22 + 4}`);
});

test("a step back is another colour and dashed, its mark too", () => {
  const svg = draw(["construction", "research", "start"], { back: [1] });
  const [back, on] = steps(svg);
  assert.deepEqual(
    [back, on].map((line) => [line.getAttribute("stroke"), line.getAttribute("stroke-dasharray")]),
    [
      ["#ff0000", "4 3"],
      ["#0000ff", null],
    ],
  );
  const marks = svg.all("circle").map((dot) => dot.getAttribute("stroke"));
  assert.deepEqual(marks, ["#0000ff", "#ff0000", "#0000ff"]);
});

test("a silent plan is told apart, and what the picture says is said in words", () => {
  const svg = draw(["research", null, "start"], {
    mentions: [mention(0, 1, 2019, 0), mention(2, 3, 2020, 2025)],
  });
  const heads = svg.all("text").filter((node) => node.getAttribute("x") === "0");
  assert.deepEqual(
    heads.map((node) => node.getAttribute("class")),
    ["is-plan", "is-silent", "is-plan", "is-silent", "is-silent"],
  );
  // The year stands before the name, which is cut, and not in it again.
  assert.ok(heads[0].textContent.startsWith("2018 Plan 0 of , …"), heads[0].textContent);
  // Of a plan's years the last stands beside it.
  assert.deepEqual(
    svg.all("text", { class: "is-year" }).map((node) => node.textContent),
    ["card.year.start 2019", "card.year.complete 2025"],
  );
  const said = svg.getAttribute("aria-label").split("; ");
  assert.equal(said.length, 2);
  assert.match(
    said[1],
    /^Plan 2 .*: status\.start, card\.year\.start 2020, card\.year\.complete 2025$/,
  );
});

test("Chinese has narrower columns", () => {
  const svg = draw(["research"], { lang: "zh" });
  assert.deepEqual(svg.all("circle")[0].numbers("cx"), [112 + 25 * 1.5]);
});
