// What became of a project is read from the payload, never worked out.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isChange,
  listChanges,
  namesOfSides,
  pairOf,
  shownOf,
  sidesOf,
  widened,
} from "../../src/compare/changes.js";
import { applyFilter, facetCounts } from "../../src/core/filter.js";
import { decode, readHistory } from "../../src/core/payload/decode.js";
import { newInPlan } from "../../src/export/talk/news.js";
import { finding } from "../small-payload.js";

const STATUSES = [
  "research",
  "preparation",
  "start",
  "construction",
  "upgrade",
  "operation",
  "unspecified",
];
const CHANGES = ["new", "added", "forward", "back", "changed", "same", "only_named", "dropped"];
const FINDINGS = ["forward", "back", "changed", "start_slip", "complete_slip"];

const HISTORIES = [
  // construction, silent, preparation
  "3.1.335737.13150733",
  // only named, construction, research
  "630.636666536350633",
  // silent, research, research
  ".00..0.01055155.055",
  // silent, silent, start
  "..2.....0..0005..00",
  // construction, only named, silent
  "36..3356766777.0677",
];

/** Three plans and the histories that layers/histories.py writes for them. */
function smallPayload() {
  const plans = ["a", "b", "c"].map((id) => ({ id, short: [id, id], date: "2020" }));
  return {
    scale: 10000,
    plans,
    statuses: STATUSES,
    changes: CHANGES,
    finding_kinds: FINDINGS,
    current_statuses: ["unknown"],
    verdict_codes: [],
    modes: ["rail"],
    core: ["rail"],
    regions: [],
    stops: [],
    base: { arcs: [], counties: [], prefectures: [], codes: {} },
    histories: HISTORIES,
    projects: [
      {
        id: "backwards",
        name: ["甲", "A"],
        mode: "rail",
        history: 0,
        findings: [finding("back", 0, 2)],
      },
      {
        id: "named",
        name: ["乙", "B"],
        mode: "rail",
        history: 1,
        findings: [finding("back", 1, 2)],
      },
      { id: "again", name: ["丙", "C"], mode: "rail", history: 2 },
      {
        id: "late",
        name: ["丁", "D"],
        mode: "rail",
        history: 3,
        findings: [finding("complete_slip", 0, 2)],
      },
      { id: "gone", name: ["戊", "E"], mode: "rail", history: 4 },
    ],
  };
}
const EVERY = { plan: [], status: [], region: [], mode: [], place: [], year: [], q: "" };

/** The kinds of change, as {id: kind}. */
function kinds(from, to) {
  const found = listChanges(decode(smallPayload()), EVERY, from, to);
  return Object.fromEntries(Array.from(found, ([id, change]) => [id, change.kind]));
}

test("a history is read place by place", () => {
  const read = readHistory(smallPayload(), HISTORIES[0]);
  assert.deepEqual(read.statuses, { 0: 3, 2: 1 });
  assert.deepEqual([0, 1, 2].map(read.before), [null, "construction", "construction"]);
  assert.deepEqual([0, 1, 2].map(read.earlier), ["new", "dropped", "back"]);
  assert.equal(read.between(0, 2), "back");
  assert.equal(read.between(1, 2), "added");
  assert.equal(read.between(0, 1), "dropped");
  assert.equal(read.between(1, 1), null);
  assert.equal(read.all, "back");
});

test("the pairs of a history stand by the plan from, then by the plan to", () => {
  // Made up, so that no two places say the same.
  const payload = { plans: [{}, {}], statuses: STATUSES, changes: CHANGES };
  const read = readHistory(payload, "01..0123456");
  assert.equal(read.between(0, 1), "added");
  assert.equal(read.between(1, 0), "forward");
});

test("two plans are compared in date order, whichever is given first", () => {
  const told = {
    backwards: "back",
    named: "only_named",
    again: "added",
    late: "new",
    gone: "dropped",
  };
  assert.deepEqual(kinds("a", "c"), told);
  assert.deepEqual(kinds("c", "a"), told);
  const change = listChanges(decode(smallPayload()), EVERY, "c", "a").get("backwards");
  assert.deepEqual(change, { kind: "back", before: "construction", after: "preparation" });
});

test("who neither plan names is not listed, who an earlier one named is named again", () => {
  assert.deepEqual(kinds("b", "c"), {
    backwards: "added",
    named: "back",
    again: "same",
    late: "new",
    gone: "dropped",
  });
  assert.equal("late" in kinds("a", "b"), false);
});

test("all earlier plans together speak as their newest that says what is to be done", () => {
  const found = listChanges(decode(smallPayload()), EVERY, "earlier", "c");
  assert.deepEqual(found.get("gone"), { kind: "dropped", before: "construction", after: null });
  assert.deepEqual(found.get("backwards"), {
    kind: "back",
    before: "construction",
    after: "preparation",
  });
  assert.deepEqual(found.get("late"), { kind: "new", before: null, after: "start" });
  assert.equal(listChanges(decode(smallPayload()), EVERY, "earlier", "a").has("late"), false);
});

test("all plans in turn go from the first that names it to the last", () => {
  const found = listChanges(decode(smallPayload()), EVERY, "all", "a");
  assert.deepEqual(found.get("named"), {
    kind: "back",
    before: "unspecified",
    after: "research",
  });
  assert.deepEqual(found.get("again"), { kind: "same", before: "research", after: "research" });
  assert.equal(found.get("gone").kind, "dropped");
  assert.equal(found.size, 5);
});

test("plans, statuses and years do not narrow a comparison, findings do", () => {
  const model = decode(smallPayload());
  const narrow = { ...EVERY, plan: ["c"], status: ["start"], year: [2030] };
  assert.equal(listChanges(model, narrow, "all", "c").size, 5);
  const late = listChanges(model, { ...EVERY, finding: ["complete_slip"] }, "all", "c");
  assert.deepEqual(Array.from(late.keys()), ["late"]);
});

test("a finding leaves those that have any of the kinds, and says how many", () => {
  const model = decode(smallPayload());
  const left = (finding) => applyFilter(model, { ...EVERY, finding }).ids;
  assert.deepEqual(left(["back"]), ["backwards", "named"]);
  assert.deepEqual(left(["back", "complete_slip"]), ["backwards", "named", "late"]);
  assert.deepEqual(left(["forward"]), []);
  assert.equal(left([]).length, 5);
  const counts = facetCounts(model, { ...EVERY, finding: ["complete_slip"] });
  assert.equal(counts.total, 1);
  assert.deepEqual(Object.fromEntries(counts.finding), { back: 2, complete_slip: 1 });
});

test("a talk tells a step from the last chosen plan that says what is to be done", () => {
  const model = decode(smallPayload());
  const wanted = new Set(model.byId.keys());
  const news = newInPlan(model, wanted, 2, [0, 1]);
  assert.deepEqual(news.changed, [
    { id: "backwards", was: "construction", now: "preparation" },
    { id: "named", was: "construction", now: "research" },
  ]);
  assert.deepEqual(news.fresh, [{ id: "late", now: "start" }]);
  assert.deepEqual(news.again, ["again"]);
  assert.deepEqual(news.leaned, []);
  // A bare mention after it does not hide what an earlier plan says is to be done.
  assert.equal(news.shown.get("gone"), "construction");
  // Beside a bare mention no step can be told.
  const only = newInPlan(model, wanted, 2, [0]);
  assert.deepEqual([only.again, only.leaned], [[], ["named"]]);
  // Nor is a bare mention a change after a plan that says more.
  const later = newInPlan(model, wanted, 1, [0]);
  assert.deepEqual([later.changed, later.leaned], [[], ["named", "gone"]]);
  assert.deepEqual(
    only.fresh.map((one) => one.id),
    ["again", "late"],
  );
});

test("in a talk a step is from the newest of the chosen plans", () => {
  const payload = smallPayload();
  // research, preparation, construction
  payload.histories = ["013.015222522250222"];
  payload.projects = [{ id: "onwards", name: ["己", "F"], mode: "rail", history: 0 }];
  const news = newInPlan(decode(payload), new Set(["onwards"]), 2, [0, 1]);
  assert.deepEqual(news.changed, [{ id: "onwards", was: "preparation", now: "construction" }]);
});

/** How changes look; what is the same has no sign on the map, what is gone recedes. */
const LOOKS = Object.fromEntries(
  CHANGES.map((code) => [
    code,
    { marked: code !== "same" && code !== "only_named", faint: code === "dropped" },
  ]),
);
const styled = () => {
  const payload = smallPayload();
  payload.style = { changes: LOOKS };
  payload.as_of = "2023-05";
  payload.year_changes = {
    "construction>open": "forward",
    ">promised": "same",
    "construction>construction": "same",
  };
  payload.projects[0].spans = [span("construction", 2019, 2021), span("open", 2022, 0)];
  payload.projects[1].spans = [span("promised", 2022, 2022)];
  return decode(payload);
};

test("a change is what both sides say otherwise, or the later says first", () => {
  const changed = CHANGES.filter((code) => isChange({ changes: LOOKS }, code));
  assert.deepEqual(changed, ["new", "added", "forward", "back", "changed"]);
});

test("what is shown stands by its class; what changed is where the map goes", () => {
  const model = styled(),
    found = listChanges(model, EVERY, "a", "c"),
    all = shownOf(model, found, []);
  assert.deepEqual(all.ids, ["late", "again", "backwards", "named", "gone"]);
  assert.deepEqual(all.statuses, ["start", "research", "preparation", "research", "construction"]);
  assert.deepEqual(Array.from(all.paint), [
    ["late", "new"],
    ["again", "added"],
    ["backwards", "back"],
    ["named", "only_named"],
    ["gone", "dropped"],
  ]);
  assert.deepEqual(all.changed, ["late", "again", "backwards"]);
  const some = shownOf(model, found, ["dropped", "back"]);
  assert.deepEqual([some.ids, some.changed], [["backwards", "gone"], ["backwards"]]);
});

test("the sides are called by their plans in date order, or by what they take together", () => {
  const model = styled(),
    w = (key, values) => (values ? `${key} ${values.y}` : key);
  const sides = (from, to) => namesOfSides(model, { from, to, change: [], maps: "two" }, w, "zh");
  assert.deepEqual(sides("c", "a"), ["a", "c"]);
  assert.deepEqual(sides("a", "b"), ["a", "b"]);
  assert.deepEqual(sides("b", "b"), ["b", "b"]);
  assert.deepEqual(sides("earlier", "b"), ["compare.earlier", "b"]);
  assert.deepEqual(sides("all", "b"), ["compare.first", "compare.last"]);
  assert.deepEqual(sides("2022", "2020"), ["compare.year 2020", "compare.year 2022"]);
});

/** A span of years; 0 where it still holds. */
const span = (state, first, last) => ({ state, first, last });

test("a year stands against a year, the earlier first; beside a plan against an end of all", () => {
  const payload = styled().payload;
  const pair = (from, to) => Object.values(pairOf(payload, from, to));
  assert.deepEqual(pair("a", "c"), ["a", "c", null]);
  assert.deepEqual(pair("all", "c"), ["all", "c", null]);
  // From the first span to the day of the facts.
  assert.deepEqual(pair("2022", "2020"), ["2020", "2022", [2020, 2022]]);
  assert.deepEqual(pair("2020", "c"), ["2020", "2023", [2020, 2023]]);
  assert.deepEqual(pair("earlier", "2021"), ["2019", "2021", [2019, 2021]]);
  assert.deepEqual(pair("2023", "c"), ["2023", "2023", [2023, 2023]]);
  payload.as_of = "";
  payload.projects.forEach((p) => {
    delete p.spans;
  });
  assert.deepEqual(pair("2022", "2020"), ["2022", "2020", null]);
});

test("between two years facts alone tell, by the classes of the payload", () => {
  const found = listChanges(styled(), EVERY, "2022", "2020");
  assert.deepEqual(Array.from(found), [
    ["backwards", { kind: "forward", before: "construction", after: "open" }],
    ["named", { kind: "same", before: null, after: "promised" }],
  ]);
  assert.equal(listChanges(styled(), EVERY, "2021", "2021").get("backwards").kind, "same");
  assert.equal(listChanges(styled(), { ...EVERY, mode: ["port"] }, "2020", "2022").size, 0);
});

test("each side has what it knows of, as it knows it", () => {
  const model = styled();
  const sides = (from, to, shown) => {
    const found = listChanges(model, EVERY, from, to),
      state = { from, to, change: [], maps: "two" };
    return sidesOf(model, state, found, shown || Array.from(found.keys()), ["A", "B"]);
  };
  assert.deepEqual(sides("a", "c"), [
    {
      name: "A",
      look: "statuses",
      year: 0,
      ids: ["backwards", "named", "gone"],
      statuses: ["construction", "unspecified", "construction"],
    },
    {
      name: "B",
      look: "statuses",
      year: 0,
      ids: ["backwards", "named", "again", "late"],
      statuses: ["preparation", "research", "research", "start"],
    },
  ]);
  assert.deepEqual(
    sides("a", "c", ["late", "gone", "nobody"]).map((side) => side.ids),
    [["gone"], ["late"]],
  );
  assert.deepEqual(
    sides("2020", "2022").map(({ look, year, ids, statuses }) => [look, year, ids, statuses]),
    [
      ["years", 2020, ["backwards"], ["construction"]],
      ["years", 2022, ["backwards", "named"], ["open", "promised"]],
    ],
  );
});

test("what follows from the comparison is no part of its filter", () => {
  const chosen = { ...EVERY, plan: ["a"], status: ["start"], year: [2020], q: "x" };
  assert.deepEqual(widened(chosen), { ...EVERY, q: "x" });
  assert.deepEqual(chosen.plan, ["a"]);
});
