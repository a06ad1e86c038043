// A project through the plans as a picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { historyPicture } from "../../src/project/history.js";
import { near, smallPage, words, written } from "../small-dom.js";
import { mention } from "../small-payload.js";

const same = assert.deepEqual;
const STATUSES = ["research", "operation", "preparation", "start", "construction", "unspecified"];
const PLANS = ["2018-03", "2019", "2020", "2021", "2022"];

/** The picture of statuses (names, null for a silent plan); `back` are plans that step back. */
function draw(told, { back = [], mentions = [], lang = "en", short } = {}) {
  smallPage();
  const fills = Object.fromEntries(STATUSES.map((name) => [name, { fill: 1 }]));
  const payload = {
    statuses: STATUSES,
    stages: STAGES,
    plans: PLANS.map((date, i) => ({
      date,
      short: short
        ? [short, short]
        : [`计划${i}`, `Plan ${i} of ${date.slice(0, 4)}, which has a long name`],
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

test("a picture whole: stages, plans, a step back, a bare mention, years", () => {
  const told = ["construction", null, "research", "unspecified", "operation"];
  const svg = draw(told, {
    back: [2],
    mentions: [mention(0, 0, 2018, 2020), mention(4, 0, 0, 2025)],
  });
  same(written(svg), [
    "svg viewBox=0 0 326 132 class=atlas-picture role=img aria-label=Plan 0 of 2018,",
    "| which has a long name: status.construction, card.year.start 2018,",
    "| card.year.complete 2020; Plan 2 of 2020, which has a long name:",
    "| status.research; Plan 3 of 2021, which has a long name: status.unspecified;",
    "| Plan 4 of 2022, which has a long name: status.operation, card.year.complete",
    "| 2025",
    '  text x=122 y=10 text-anchor=middle class=is-stage is-en "stage.unspecified"',
    "  line x1=136 x2=136 y1=2 y2=128 stroke=line",
    '  text x=150 y=10 text-anchor=middle class=is-stage is-en "stage.research"',
    '  text x=178 y=10 text-anchor=middle class=is-stage is-en "stage.preparation"',
    '  text x=206 y=10 text-anchor=middle class=is-stage is-en "stage.start"',
    '  text x=234 y=10 text-anchor=middle class=is-stage is-en "stage.construction"',
    '  text x=262 y=10 text-anchor=middle class=is-stage is-en "stage.operation"',
    "  g",
    "    line x1=108 x2=276 y1=29 y2=29 stroke=line",
    "    line x1=108 x2=276 y1=51 y2=51 stroke=line",
    "    line x1=108 x2=276 y1=73 y2=73 stroke=line",
    "    line x1=234 y1=29 x2=150 y2=73 stroke-width=2 stroke=#ff0000",
    "    | stroke-dasharray=4 3",
    "    line x1=108 x2=276 y1=95 y2=95 stroke=line",
    "    line x1=108 x2=276 y1=117 y2=117 stroke=line",
    "    line x1=150 y1=73 x2=262 y2=117 stroke-width=2 stroke=#0000ff",
    "  text x=0 y=33 class=is-plan",
    '    title "Title 0"',
    "  circle cx=234 cy=29 r=5.5 stroke=#0000ff stroke-width=2 fill=#0000ff",
    '  text x=280 y=33 class=is-year "card.year.complete 2020"',
    "  text x=0 y=55 class=is-silent",
    '    title "Title 1"',
    "  text x=0 y=77 class=is-plan",
    '    title "Title 2"',
    "  circle cx=150 cy=73 r=5.5 stroke=#ff0000 stroke-width=2 fill=#ff0000",
    "  text x=0 y=99 class=is-plan",
    '    title "Title 3"',
    "  circle cx=122 cy=95 r=5.5 stroke=#0000ff stroke-width=2 fill=#0000ff",
    "  text x=0 y=121 class=is-plan",
    '    title "Title 4"',
    "  circle cx=262 cy=117 r=5.5 stroke=#0000ff stroke-width=2 fill=#0000ff",
    '  text x=280 y=121 class=is-year "card.year.complete 2025"',
  ]);
});

test("in Chinese its columns are narrower and its names shorter", () => {
  const svg = draw([null, "research"], { lang: "zh" });
  same(written(svg).slice(0, 12), [
    "svg viewBox=0 0 314 132 class=atlas-picture role=img aria-label=计划1:",
    "| status.research",
    '  text x=124.5 y=10 text-anchor=middle class=is-stage is-zh "stage.unspecified"',
    "  line x1=137 x2=137 y1=2 y2=128 stroke=line",
    '  text x=149.5 y=10 text-anchor=middle class=is-stage is-zh "stage.research"',
    '  text x=174.5 y=10 text-anchor=middle class=is-stage is-zh "stage.preparation"',
    '  text x=199.5 y=10 text-anchor=middle class=is-stage is-zh "stage.start"',
    '  text x=224.5 y=10 text-anchor=middle class=is-stage is-zh "stage.construction"',
    '  text x=249.5 y=10 text-anchor=middle class=is-stage is-zh "stage.operation"',
    "  g",
    "    line x1=112 x2=262 y1=29 y2=29 stroke=line",
    "    line x1=112 x2=262 y1=51 y2=51 stroke=line",
  ]);
});

test("a plan is called by its year and its name, cut where the room ends", () => {
  const called = (lang) =>
    draw([null, "research"], { lang })
      .all("text")
      .filter((text) => ["is-plan", "is-silent"].some((name) => text.is(name)))
      .map((text) => text._text);
  assert.deepEqual(called("en").slice(0, 2), ["2018 Plan 0 of , …", "2019 Plan 1 of , …"]);
  assert.deepEqual(called("zh").slice(0, 2), ["2018 计划0", "2019 计划1"]);
  // Eight Chinese characters have room, thirteen letters.
  for (const [lang, name, shown] of [
    ["zh", "一二三四五六七八", "一二三四五六七八"],
    ["zh", "一二三四五六七八九", "一二三四五六七…"],
    ["en", "abcdefghijklm", "abcdefghijklm"],
    ["en", "abcdefghijklmn", "abcdefghijkl…"],
  ]) {
    const [first] = draw(["research"], { lang, short: name })
      .all("text")
      .filter((text) => text.is("is-plan"));
    assert.equal(first._text, `2018 ${shown}`);
  }
});
