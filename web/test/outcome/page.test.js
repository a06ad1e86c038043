// The page on promise and outcome: what it counts, draws, lists and leads to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutcomes } from "../../src/outcome/page.js";
import { smallPage } from "../small-dom.js";
import { sourced } from "./small-host.js";
import { EVERY } from "./small-model.js";

const ANY = { plan: [], year: [] };

function shown({ width = 1002, ...more } = {}) {
  const page = smallPage(),
    opened = [];
  let resize = null;
  const watched = [];
  globalThis.window = { ResizeObserver: true };
  globalThis.ResizeObserver = class {
    constructor(act) {
      resize = act;
    }
    observe(node) {
      watched.push(node);
    }
    disconnect() {
      watched.pop();
    }
  };
  const host = sourced({ open: (id) => opened.push(id), ...more });
  const its = createOutcomes(page, host);
  const [root] = page.children;
  root.clientWidth = width;
  const box = (name) => page.querySelector(`.${name}`);
  const pictures = () => page.all("svg", { class: "out-picture" });
  const choose = (n, value) => {
    const select = page.all("select")[n];
    select.value = value;
    select.hear("change");
  };
  const rows = () => page.querySelector(".is-open").all("tr");
  return {
    page,
    root,
    host,
    its,
    opened,
    box,
    pictures,
    choose,
    rows,
    watched,
    resize: () => resize(),
  };
}

test("how much is known, the verdicts in total, and what is left out", () => {
  const { its, box, page } = shown();
  its.update(EVERY, ANY);
  assert.equal(
    box("out-known").textContent,
    "outcome.known 5 5; outcome.known.now 1 4; outcome.as_of 2026-11-26",
  );
  const totals = () =>
    page
      .querySelector(".out-totals")
      .all("li")
      .map((item) => [item.textContent, item.is("is-none")]);
  assert.deepEqual(totals(), [
    ["verdict.kept1", false],
    ["verdict.late2", false],
    ["verdict.missed1", false],
    ["verdict.due1", false],
    ["verdict.unknown0", true],
  ]);
  const [kept] = page.querySelector(".out-totals").all("li");
  const [svg] = kept.all("svg");
  assert.equal(svg.getAttribute("viewBox"), "0 0 16 16");
  assert.equal(svg.all("path")[0].getAttribute("d"), "M3,8a5,5 0 1,0 10,0a5,5 0 1,0 -10,0");
  assert.equal(kept.title, "verdict.kept.means");
  assert.deepEqual([box("out-empty").hidden, box("out-empty").textContent], [true, ""]);
  its.update(["road"], ANY);
  assert.deepEqual(
    [box("out-empty").hidden, box("out-empty").textContent],
    [false, "outcome.hidden 4"],
  );
  its.update(EVERY, { plan: ["early"], year: [2019] });
  assert.equal(totals()[1][0], "verdict.late1");
  assert.equal(box("out-empty").textContent, "outcome.hidden 4");
});

test("where nothing is left it says so, and offers all where the page can", () => {
  const widened = [];
  const { its, box, page, choose, pictures } = shown({ widen: () => widened.push(1) });
  its.update([], ANY);
  assert.equal(box("out-empty").textContent, "outcome.noneoutcome.hidden 5outcome.all");
  assert.equal(page.querySelector(".out-totals").hidden, true);
  assert.equal(pictures().length, 0);
  choose(0, "start");
  its.update(EVERY, ANY);
  assert.equal(page.querySelector(".out-totals").hidden, false);
  assert.equal(box("out-empty").textContent, "outcome.hidden 4outcome.all");
  const [offer] = box("out-empty").all("button");
  offer.hear("click");
  assert.deepEqual([widened, page.all("select")[0].value], [[1], ""]);
  its.update(EVERY, ANY);
  assert.equal(box("out-empty").hidden, true);
});

test("one kind alone, in groups, in another order", () => {
  const { its, page, choose, pictures, rows } = shown();
  its.update(EVERY, ANY);
  const names = () =>
    rows()
      .slice(1)
      .map((row) => row.all("button")[0].textContent);
  assert.deepEqual(names(), ["B line", "B line", "B line", "A road", "C port"]);
  choose(2, "name");
  assert.deepEqual(names(), ["A road", "B line", "B line", "B line", "C port"]);
  choose(0, "start");
  assert.deepEqual(names(), ["B line"]);
  choose(0, "");
  assert.equal(pictures().length, 2);
  choose(1, "mode");
  const heads = () => page.querySelectorAll(".out-group").map((group) => group.texts("h3")[0]);
  const totals = ["kept", "late", "missed", "due", "unknown"];
  const head = (name, ...counts) =>
    name + counts.map((n, i) => `verdict.${totals[i]}${n}`).join("");
  assert.deepEqual(heads(), [
    head("mode.rail", 0, 2, 1, 0, 0),
    head("mode.highway", 1, 0, 0, 0, 0),
    head("mode.port", 0, 0, 0, 1, 0),
  ]);
  assert.deepEqual(
    pictures().map((svg) => svg.getAttribute("aria-label")),
    [
      "outcome.dumbbell · mode.rail",
      "outcome.dumbbell · mode.highway",
      "outcome.dumbbell · mode.port",
      "outcome.slip",
    ],
  );
  choose(1, "region");
  assert.deepEqual(
    heads().map((text) => text.split("verdict")[0]),
    ["North", "South", "outcome.group.rest"],
  );
  choose(1, "");
  assert.deepEqual(pictures()[0].getAttribute("aria-label"), "outcome.dumbbell");
  assert.equal(page.all("h3").filter((h) => /verdict/.test(h.textContent)).length, 0);
});

test("the pictures are as wide as the page, from 300 to 1080 pixels", () => {
  for (const [page, picture] of [
    [1002, "1000"],
    [301, "300"],
    [303, "301"],
    [1082, "1080"],
    [2000, "1080"],
  ]) {
    const { its, pictures } = shown({ width: page });
    its.update(EVERY, ANY);
    assert.equal(pictures()[0].getAttribute("width"), picture);
  }
});

test("pictures are drawn anew for more than eight pixels, and not while they are hidden", () => {
  const its = shown();
  its.its.update(EVERY, ANY);
  const width = (page) => {
    its.root.clientWidth = page;
    its.resize();
    return its.pictures()[0].getAttribute("width");
  };
  assert.equal(its.watched.length, 1);
  assert.equal(width(1010), "1000");
  assert.equal(width(994), "1000");
  assert.equal(width(993), "991");
  assert.equal(width(0), "991");
  // Never wider than 1080 pixels, nor narrower than 300.
  assert.deepEqual([width(2000), width(200), width(320)], ["1080", "300", "318"]);
  assert.equal(width(993), "991");
  its.its.update([], ANY);
  its.root.clientWidth = 500;
  its.resize();
  assert.equal(its.page.querySelectorAll(".out-group").length, 1);
  its.its.destroy();
  assert.equal(its.watched.length, 0);
});

test("the rules can be led to, and are no stop on the way", () => {
  const { page } = shown(),
    rules = page.querySelector(".out-rules");
  assert.equal(rules.tabIndex, -1);
  assert.deepEqual([rules.tag, rules.children[0].tag], ["section", "h2"]);
  assert.equal(rules.children[0].textContent, "outcome.how");
  assert.ok(rules.children.length > 1);
});

test("the table has a row a promise, its verdict in its colour, its sources as links", () => {
  const { its, rows, opened } = shown();
  its.update(EVERY, ANY);
  assert.deepEqual(
    rows().map((row) => row.children.map((cell) => cell.textContent)),
    [
      [
        ...["column.name", "filter.plan", "outcome.column.promise", "outcome.column.happened"],
        ...["outcome.column.verdict", "outcome.column.late", "outcome.column.sources"],
      ],
      ["B line", "Late", "outcome.promise.complete 2021", "", "verdict.missed", ""],
      ["B line", "Early", "outcome.promise.start 2018", "2021-06", "verdict.late", ""],
      ["B line", "Early", "outcome.promise.complete 2019", "2021-06", "verdict.late", ""],
      ["A road", "Late", "outcome.promise.complete 2021", "2021-02", "verdict.kept", ""],
      ["C port", "Late", "outcome.promise.complete 2030", "", "verdict.due", ""],
    ].map((cells, i) => (i ? [...cells, "basisDaily 2021Office 2021"] : cells)),
  );
  const [, missed] = rows();
  assert.equal(missed.all("b")[0].style.color, "#000003");
  assert.deepEqual(
    missed.all("a").map((link) => link.href),
    ["https://a.cn/1"],
  );
  missed.all("button")[0].hear("click");
  assert.deepEqual(opened, ["line"]);
});

test("a column sorts by what it stands for", () => {
  const order = (column) => {
    const { its, page, rows } = shown();
    its.update(EVERY, ANY);
    page.querySelector(".is-open").all("th")[column].all("button")[0].hear("click");
    return rows()
      .slice(1)
      .map((row) => [0, 1, 2, 3, 4].map((i) => row.children[i].textContent)[column]);
  };
  assert.deepEqual(order(0), ["A road", "B line", "B line", "B line", "C port"]);
  assert.deepEqual(order(1), ["Early", "Early", "Late", "Late", "Late"]);
  assert.deepEqual(
    order(2).map((text) => text.slice(-4)),
    ["2018", "2019", "2021", "2021", "2030"],
  );
  assert.deepEqual(order(3), ["2021-02", "2021-06", "2021-06", "", ""]);
  assert.deepEqual(
    order(4).map((text) => text.slice(8)),
    ["kept", "late", "late", "missed", "due"],
  );
});

test("the months late sort as numbers, those without any last", () => {
  const { its, host, page, rows } = shown();
  const months = { 2018: 30, 2019: 4, 2021: 0 };
  host.model.projects.forEach((p) => {
    const outcomes = p.data.outcomes || [];
    p.data.outcomes = outcomes.map((one) => ({ ...one, months: months[one.year] || 0 }));
  });
  its.update(EVERY, ANY);
  const [head] = page.querySelector(".is-open").all("th")[5].all("button");
  const order = () => {
    head.hear("click");
    return rows()
      .slice(1)
      .map((row) => row.children[5].textContent);
  };
  assert.deepEqual(order(), ["4", "30", "", "", ""]);
  assert.deepEqual(order(), ["30", "4", "", "", ""]);
});

test("names sort as the page's language has it", () => {
  const { its, page, rows } = shown({ lang: "zh" });
  its.update(EVERY, ANY);
  page.querySelector(".is-open").all("th")[0].all("button")[0].hear("click");
  const names = rows()
    .slice(1)
    .map((row) => row.children[0].textContent);
  assert.deepEqual(names, ["丙港", "甲路", "乙线", "乙线", "乙线"]);
});

test("the rules stand below in the language of the page, and each verdict's meaning", () => {
  for (const [lang, items] of [
    ["en", ["outcome.rule.1", "outcome.rule.2"]],
    ["zh", ["outcome.rule.1", "outcome.rule.2", "outcome.rule.3"]],
  ]) {
    const { its, box, page } = shown({ lang });
    its.update(EVERY, ANY);
    assert.deepEqual(box("out-rules").texts("li"), items);
    assert.deepEqual(box("out-rules").texts("dd").slice(0, 2), [
      "verdict.kept.means",
      "verdict.late.means",
    ]);
    const scrolled = [];
    box("out-rules").scrollIntoView = (how) => scrolled.push(how.block);
    page
      .all("button")
      .find((b) => b.textContent === "outcome.how")
      .hear("click");
    assert.deepEqual([scrolled, globalThis.document.activeElement], [["start"], box("out-rules")]);
    assert.ok(box("out-known").textContent.includes(lang === "zh" ? "；" : "; "));
  }
});

test("a mark tells of its promise under its own picture", () => {
  const { its, page, opened } = shown();
  its.update(EVERY, ANY);
  const [, late] = page.querySelector(".out-group").all("g", { role: "button" });
  late.hear("click");
  const detail = page.querySelector(".out-detail");
  assert.equal(detail.parentElement, page.querySelector(".out-group"));
  assert.equal(detail.texts("p")[0].includes("outcome.promise.start 2018"), true);
  detail.all("button")[1].hear("click");
  assert.deepEqual(opened, ["line"]);
  its.update(EVERY, ANY);
  assert.equal(page.querySelector(".out-detail"), null);
});
