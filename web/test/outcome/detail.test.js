// What a mark leads to; how far projects without a promised year are; what opened since.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDetail } from "../../src/outcome/detail.js";
import { drawVerdict, makeMark, verdictColour } from "../../src/outcome/marks.js";
import { createOpenings, createProgress } from "../../src/outcome/progress-table.js";
import { listPromises } from "../../src/outcome/promises.js";
import { pressed, smallPage, written } from "../small-dom.js";
import { smallHost, sourced } from "./small-host.js";
import { EVERY } from "./small-model.js";

const same = assert.deepEqual;
const ANY = { plan: [], year: [] };

function told() {
  const page = smallPage(),
    host = sourced({ open: (id) => told.opened.push(id) }),
    asked = [];
  told.opened = [];
  const made = listPromises(host.model, EVERY, ANY)[1];
  const detail = createDetail(host, () => asked.push(1));
  const below = globalThis.document.createElement("div");
  page.appendChild(below);
  const mark = (key) => {
    const group = below.appendChild(globalThis.document.createElementNS("", "g"));
    group.setAttribute("data-key", key);
    return group;
  };
  return { page, host, made, detail, below, mark, asked };
}

test("a promise is told with its verdict, sources, project and rules", () => {
  const { made, detail, below, mark, asked } = told();
  assert.equal(detail.box.hidden, true);
  detail.show(made, mark(made.key), below);
  assert.deepEqual([detail.box.hidden, detail.box.getAttribute("aria-label")], [false, "B line"]);
  assert.equal(globalThis.document.activeElement, detail.box);
  assert.deepEqual(detail.box.texts("p"), [
    "Early · outcome.promise.said outcome.promise.complete 2019 strength.plan · verdict.late",
    "basisDaily 2021Office 2021",
    "outcome.open_cardoutcome.how",
  ]);
  assert.equal(detail.box.all("b")[0].style.color, "#000002");
  const [shut, card, how] = detail.box.all("button");
  assert.equal(shut.getAttribute("aria-label"), "outcome.close");
  card.hear("click");
  how.hear("click");
  assert.deepEqual([told.opened, asked], [["line"], [1]]);
  made.outcome.sources = [];
  detail.show(made, mark(made.key), below);
  assert.equal(detail.box.texts("p")[1], "basis");
});

test("closing gives the keyboard back to the mark, or to the one drawn in its place", () => {
  const { made, detail, below, mark } = told();
  const first = mark("a");
  detail.show(made, first, below);
  detail.box.hear("keydown", { key: "x" });
  assert.equal(detail.box.hidden, false);
  detail.box.hear("keydown", pressed("Escape"));
  assert.deepEqual([detail.box.hidden, globalThis.document.activeElement], [true, first]);
  detail.show(made, first, below);
  first.remove();
  mark("b");
  const again = mark("a");
  mark("a");
  detail.close();
  assert.equal(globalThis.document.activeElement, again);
  // Once more: there is no mark any longer.
  detail.box.focus();
  detail.close();
  assert.equal(globalThis.document.activeElement, detail.box);
});

test("a mark's sign has the verdict's shape, filling and the theme's colour", () => {
  const page = smallPage(),
    host = smallHost();
  drawVerdict(host, "due", 10, 10, 2, page);
  assert.deepEqual(Object.fromEntries(page.children[0].attributes), {
    d: "M8.2,8.2L11.8,8.2L11.8,11.8L8.2,11.8z",
    stroke: "#000004",
    "stroke-width": "1.8",
    fill: "#ffffff",
  });
  assert.equal(verdictColour({ ...host, theme: "dark" }, "due"), "#ffffff");
  const group = page.appendChild(globalThis.document.createElementNS("", "g"));
  makeMark(group, host, listPromises(host.model, ["road"], ANY)[0], () => {});
  same(written(group), [
    "g role=button tabindex=0 class=out-mark data-key=road late complete 2021",
    "| aria-label=outcome.mark A road Late outcome.promise.complete 2021 verdict.kept",
    '  title "outcome.mark A road Late outcome.promise.complete 2021 verdict.kept"',
  ]);
});

test("a mark is picked by a click, by Enter and by the space bar, and nothing else", () => {
  const page = smallPage(),
    host = smallHost(),
    [made] = listPromises(host.model, ["road"], ANY),
    group = page.appendChild(globalThis.document.createElementNS("", "g")),
    picked = [];
  makeMark(group, host, made, (which, mark) => picked.push([which, mark]));
  group.hear("click");
  same(picked, [[made, group]]);
  const press = (key) => {
    let kept = 0;
    group.hear("keydown", { key, preventDefault: () => kept++ });
    return [kept, picked.length];
  };
  same(press("Enter"), [1, 2]);
  same(press(" "), [1, 3]);
  same(press("a"), [0, 3]);
  assert.ok(picked.every(([which, mark]) => which === made && mark === group));
});

test("of promises without a year: how far the projects of each plan are", () => {
  const page = smallPage(),
    host = sourced();
  const its = createProgress(page, host);
  its.update(EVERY, []);
  const [frame] = page.querySelectorAll(".atlas-table-scroll");
  same([page.texts("h2"), page.texts("p")], [["outcome.undated"], ["outcome.undated.means"]]);
  same(
    frame
      .all("thead")[0]
      .all("th")
      .map((th) => [th.scope, th.title]),
    [
      ["col", undefined],
      ...["open", "construction", "unknown"].map((state) => ["col", `current.${state}.means`]),
    ],
  );
  same(written(frame), [
    "div class=atlas-table-scroll",
    "  table class=atlas-table out-progress",
    "    thead",
    "      tr",
    '        th "filter.plan"',
    '        th class=is-number "current.open"',
    '        th class=is-number "current.construction"',
    '        th class=is-number "current.unknown"',
    "    tbody",
    "      tr",
    "        th",
    '          span "Early"',
    "          span class=out-bar aria-hidden=true",
    "            span class=is-open",
    "        td class=is-number",
    "          button class=out-part data-part=0 open aria-pressed=false",
    '          | aria-label=outcome.undated.part Early current.open 1 "1"',
    '        td class=is-number "·"',
    '        td class=is-number "·"',
    "      tr",
    "        th",
    '          span "Late"',
    "          span class=out-bar aria-hidden=true",
    "            span class=is-open",
    "            span class=is-unknown",
    "        td class=is-number",
    "          button class=out-part data-part=1 open aria-pressed=false",
    '          | aria-label=outcome.undated.part Late current.open 1 "1"',
    '        td class=is-number "·"',
    "        td class=is-number",
    "          button class=out-part data-part=1 unknown aria-pressed=false",
    '          | aria-label=outcome.undated.part Late current.unknown 1 "1"',
  ]);
  const parts = () => page.querySelectorAll(".out-part");
  assert.equal(page.querySelectorAll(".out-bar")[1].children[0].style.flexGrow, "1");
  // Whoever walks along by keyboard is not thrown out.
  parts()[1].focus();
  parts()[1].hear("click");
  assert.equal(globalThis.document.activeElement, parts()[1]);
  host.model.projects[1].data.current_since = "2023";
  its.update(EVERY, []);
  assert.equal(
    page.querySelector(".out-which").textContent,
    "outcome.undated.part Late current.open 1A roadoutcome.undated.said status.construction2023",
  );
  its.update(EVERY, ["early"]);
  assert.equal(parts().length, 1);
  its.update([], []);
  assert.deepEqual([frame.hidden, page.querySelector(".out-which").textContent], [true, ""]);
});

test("what opened since a year, the newest first", () => {
  const page = smallPage(),
    host = sourced();
  const its = createOpenings(page, host);
  its.update(EVERY);
  const [frame] = page.querySelectorAll(".atlas-table-scroll");
  const rows = () => frame.all("tr").map((row) => row.children.map((cell) => cell.textContent));
  assert.equal(page.querySelectorAll(".out-hint")[0].textContent, "outcome.opened.count 2018 4");
  assert.deepEqual(page.texts("option"), ["2023", "2020", "2018"]);
  assert.deepEqual(rows()[0], [
    "column.name",
    "outcome.date",
    "outcome.section",
    "outcome.sources",
  ]);
  assert.deepEqual(
    rows()
      .slice(1)
      .map((row) => row[1]),
    ["2023-05-02", "2023-05", "2023", "2020-03-01"],
  );
  assert.deepEqual(rows()[1], ["A road", "2023-05-02", "outcome.whole", "Daily 2021"]);
  const [select] = page.all("select");
  assert.equal(select.value, "2018");
  select.value = "2023";
  select.hear("change");
  assert.equal(rows().length, 4);
  assert.equal(globalThis.document.activeElement, page.all("select")[0]);
  its.update(["bare"]);
  assert.deepEqual(
    [frame.hidden, page.querySelectorAll(".out-hint")[0].textContent, page.texts("option")],
    [true, "outcome.opened.none", ["2023"]],
  );
});

test("what tells of a promise can have the keyboard, but is no stop on its way", () => {
  smallPage();
  const { box } = createDetail(sourced(), () => {});
  assert.deepEqual([box.tabIndex, box.hidden], [-1, true]);
});

test("the years since which something opened, the newest first", () => {
  const page = smallPage();
  const openings = createOpenings(page, sourced());
  openings.update(EVERY);
  const [select] = page.all("select");
  const years = select.texts("option").map(Number);
  assert.deepEqual(
    years,
    years.slice().sort((a, b) => b - a),
  );
  assert.ok(years.length >= 3, String(years));
});
