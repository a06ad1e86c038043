// The steps of a talk: through the plans by date, or those of its file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { newInPlan } from "../../src/export/talk/news.js";
import { promisesOf, withSections } from "../../src/export/talk/outcomes.js";
import { listSteps } from "../../src/export/talk/steps.js";
import { EVERY, smallModel } from "../outcome/small-model.js";
import { words } from "../small-dom.js";
import { filter, mention, smallPayload } from "../small-payload.js";

/**
 * The small payload with a third plan: rail went forward from the first to the second and is only
 * named in the third; the road is in the third again.
 */
function payload() {
  const found = smallPayload();
  found.plans.push({
    id: "third",
    title: ["三的计划", "The third plan"],
    short: ["三", "Third"],
    date: "2023",
  });
  // Three statuses, three of all before, nine pairs, three of earlier, one of all.
  const history = (statuses, pairs) => `${statuses}...${pairs}....`;
  found.histories = [
    history("013", ".1......."),
    history(".00", "........."),
    history("2..", "........."),
    history(".3.", "........."),
  ];
  found.projects[0].mentions.push(mention(2, 3));
  found.projects[1].mentions.push(mention(2, 0));
  return found;
}

function page(change = {}, talk) {
  const its = payload(),
    model = decode(its);
  return {
    words,
    lang: "zh",
    payload: its,
    view: { model },
    filter: filter(change),
    config: talk ? { talk: { title: null, steps: talk } } : {},
  };
}

const ids = (items) => items.map((item) => item.id);

test("each plan shows what is new in it, what moved, and all that stands so far", () => {
  const steps = listSteps(page());
  assert.deepEqual(
    steps.map((step) => step.title),
    ["早", "晚", "三", "present.all"],
  );
  assert.deepEqual(
    steps.map((step) => step.date),
    ["2019-01", "2021-01", "2023", ""],
  );
  const [first, second, third] = steps.map((step) => step.news);
  assert.deepEqual(ids(first.fresh), ["rail", "port"]);
  assert.deepEqual([first.changed, first.again], [[], []]);
  assert.deepEqual(ids(second.fresh), ["road", "bare"]);
  assert.deepEqual(second.changed, [{ id: "rail", was: "research", now: "construction" }]);
  assert.deepEqual(second.again, []);
  // A bare mention moves nothing, and what was said stays.
  assert.deepEqual(third, {
    fresh: [],
    changed: [],
    again: ["road"],
    leaned: ["rail"],
    shown: new Map([
      ["rail", "construction"],
      ["road", "research"],
      ["port", "operation"],
      ["bare", "unspecified"],
    ]),
  });
  assert.deepEqual(Array.from(first.shown.keys()), ["rail", "port"]);
  assert.deepEqual(
    steps.slice(0, 3).map((step) => step.caption),
    ["present.first 2", "present.caption 2 1", "present.caption 0 0"],
  );
  assert.deepEqual(Array.from(steps[1].strong), ["road", "bare", "rail"]);
  assert.deepEqual(Array.from(steps[2].strong), ["road", "rail"]);
});

test("a last step has all plans together, and how many each names", () => {
  const last = listSteps(page()).pop();
  assert.equal(last.caption, "present.all.caption 4");
  assert.equal(last.strong, null);
  assert.deepEqual(last.plans, [
    { month: "2019-01", name: "早", n: 2 },
    { month: "2021-01", name: "晚", n: 3 },
    { month: "2023", name: "三", n: 2 },
  ]);
});

test("only chosen plans are gone through; one alone has no step of all", () => {
  const two = listSteps(page({ plan: ["late", "third"] }));
  assert.deepEqual(
    two.map((step) => step.title),
    ["晚", "三", "present.all"],
  );
  // What an earlier plan says that is not chosen is not counted before.
  assert.deepEqual(ids(two[0].news.fresh), ["rail", "road", "bare"]);
  assert.deepEqual([two[1].news.again, two[1].news.leaned], [["road"], ["rail"]]);
  const [only, ...none] = listSteps(page({ plan: ["late"] }));
  assert.equal(none.length, 0);
  assert.equal(only.caption, "present.only 3");
  const [nothing] = listSteps(page({ plan: ["late"], mode: ["port"] }));
  assert.equal(nothing.caption, "present.nothing");
  // Statuses are not asked for: a step shows what the plan says.
  assert.deepEqual(ids(listSteps(page({ status: ["operation"] }))[1].news.fresh), ["road", "bare"]);
});

test("what is wanted is all that is told of", () => {
  const model = decode(payload());
  const news = newInPlan(model, new Set(["road"]), 1, [0]);
  assert.deepEqual(
    [ids(news.fresh), news.again, Array.from(news.shown)],
    [["road"], [], [["road", "research"]]],
  );
  // Named as a basis before is named before; it is no step when more is said now.
  const said = decode(payload());
  said.projects[3].history.statuses[2] = 0;
  const more = newInPlan(said, new Set(["bare"]), 2, [0, 1]);
  assert.deepEqual([more.again, more.leaned, more.changed], [[], ["bare"], []]);
});

const step = (change, more) => ({
  title: "步",
  caption: null,
  filter: filter(change),
  viewport: null,
  select: null,
  highlight: [],
  changes: false,
  view: "plan",
  outcomes: false,
  ...more,
});

test("a step of a file shows what its filter leaves", () => {
  const [found] = listSteps(page({}, [step({ mode: ["highway"], region: ["south"] })]));
  assert.deepEqual(Array.from(found.shown), [["road", "research"]]);
  assert.deepEqual([found.caption, found.strong, found.where.region], ["", null, ["south"]]);
  const [strong] = listSteps(page({}, [step({}, { highlight: ["port"] })]));
  assert.deepEqual(Array.from(strong.strong), ["port"]);
});

test("a selected project is drawn though the filter leaves it out", () => {
  const [found] = listSteps(page({}, [step({ mode: ["highway"] }, { select: "port" })]));
  assert.deepEqual(Array.from(found.shown), [
    ["road", "research"],
    ["port", "operation"],
  ]);
});

test("changes are those of the newest plan chosen against all before it", () => {
  const changes = (plan, more) =>
    listSteps(page({}, [step({ plan }, { changes: true, ...more })]))[0];
  const found = changes(["early", "late"]);
  assert.equal(found.date, "2021-01");
  assert.deepEqual(ids(found.news.fresh), ["road", "bare"]);
  assert.deepEqual(ids(found.news.changed), ["rail"]);
  assert.deepEqual(Array.from(found.strong), ["road", "bare", "rail"]);
  assert.deepEqual(ids(changes(["late"]).news.fresh), ["road", "bare"]);
  assert.equal(changes([]).date, "2023");
  assert.deepEqual(Array.from(changes([], { highlight: ["port"] }).strong), ["port"]);
});

test("a step of promises has those of its projects, and these stand out", () => {
  const talk = [step({}, { outcomes: true })];
  const its = page({}, talk);
  its.view.model.projects[0].data.outcomes = [
    { plan: 0, kind: "complete", year: 2025, verdict: "due", happened: "" },
    { plan: 0, kind: "start", year: 2020, verdict: "kept", happened: "2019" },
  ];
  const [found] = listSteps(its);
  assert.deepEqual(
    found.promises.map((made) => made.key),
    ["rail early start 2020", "rail early complete 2025"],
  );
  assert.deepEqual(Array.from(found.strong), ["rail"]);
});

test("sections count with their whole, and theirs", () => {
  const model = smallModel();
  const [line, road, port] = model.projects;
  road.data = { ...road.data, part_of: "line" };
  port.data = { ...port.data, part_of: "road" };
  line.data = { ...line.data, part_of: "port" };
  assert.deepEqual(withSections(model, "road"), ["road", "port", "line"]);
  assert.deepEqual(withSections(model, "bare"), ["bare"]);
  const chosen = { plan: [], year: [] };
  const keys = (select) => promisesOf(model, chosen, EVERY, select).map((made) => made.key);
  line.data = { ...line.data, part_of: null };
  assert.deepEqual(keys("road"), ["road late complete 2021", "port late complete 2030"]);
  // The earliest year first, of one year by name.
  assert.deepEqual(keys(null), [
    "line early start 2018",
    "line early complete 2019",
    "line late complete 2021",
    "road late complete 2021",
    "port late complete 2030",
  ]);
});
