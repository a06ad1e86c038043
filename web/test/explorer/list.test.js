// The list of what is shown, and what is said where nothing is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { createNoMatch } from "../../src/explorer/no-match.js";
import { createTable } from "../../src/explorer/table.js";
import { smallStyle } from "../map/small-style.js";
import { smallPage, words } from "../small-dom.js";
import { filter, mention, pack, smallPayload } from "../small-payload.js";

/** Of a view: no number stands on its map. */
const NAMES = { names: { numbers: new Map(), numbered: () => false }, on: () => {} };

test("a row has the last year that any plan promises", () => {
  const page = smallPage(),
    payload = smallPayload();
  payload.projects = payload.projects.slice(0, 1);
  payload.projects[0].mentions = [mention(0, 0, 2018, 2020), mention(1, 1, 2019, 2025)];
  payload.projects[0].mentions.push(mention(1, 1));
  const model = decode(payload);
  payload.current_statuses = [];
  const draws = [];
  globalThis.window = { setTimeout: (act) => draws.push(act) };
  const view = {
    model,
    words,
    lang: "en",
    said: new Map(),
    shown: new Map([["rail", "research"]]),
    selected: null,
    ...NAMES,
    near: [],
  };
  createTable(page, view).update();
  draws[0]();
  const [row] = page.all("tbody")[0].all("tr");
  const cells = row.children.map((cell) => cell.textContent);
  assert.deepEqual(cells.slice(0, 2), ["Yukun HSR", "mode.rail"]);
  assert.deepEqual(cells.slice(8, 11), ["Early, Late", "2019", "2025"]);
});

/** The list of these projects, each with what `facts` says of it, filled once. */
function listed(facts, { lang = "en", n, more, near = [] } = {}) {
  const page = smallPage(),
    payload = smallPayload(),
    draws = [],
    done = [];
  const [rail] = payload.projects;
  payload.style = smallStyle();
  payload.projects = Array.from({ length: n || facts.length }, (_, i) => ({
    ...rail,
    id: `p${i}`,
    precision: "none",
    ...(facts ? facts[i] : {}),
  }));
  Object.assign(payload, more);
  const model = decode(payload);
  globalThis.window = { setTimeout: (act, wait) => draws.push([act, wait]) };
  globalThis.clearTimeout = (id) => done.push(["cleared", id]);
  globalThis.Element = page.constructor;
  const view = {
    model,
    words,
    lang,
    theme: "light",
    said: new Map(payload.projects.map((p) => [p.id, p.said || "research"])),
    shown: new Map(payload.projects.map((p) => [p.id, "research"])),
    selected: "p1",
    ...NAMES,
    near,
    select: (id, how) => done.push([id, how]),
    stage: { scrollIntoView: (how) => done.push(how) },
  };
  const table = createTable(page, view);
  const draw = () => {
    table.update();
    const [act, wait] = draws.at(-1);
    act();
    return wait;
  };
  const wait = draw();
  const [body] = page.all("tbody");
  const column = (name) => page.all("thead")[0].texts("th").indexOf(`column.${name}`);
  const cells = (name) => body.all("tr").map((tr) => tr.children[column(name)].textContent);
  /** The ids by a column, upwards then downwards. */
  const sorted = (name) =>
    [0, 1].map(() => {
      page.all("th")[column(name)].all("button")[0].hear("click");
      return body
        .all("tr")
        .map((tr) => tr.getAttribute("data-row").slice(1))
        .join("");
    });
  return { page, view, body, column, cells, sorted, draw, wait, done };
}

test("what is not known is empty, and stays at the end however the list is sorted", () => {
  const its = listed([
    { current_since: "2020", promised_year: 2030, promise_kind: "start", km: 9.4 },
    {},
    { current_since: "2019-05", promised_year: 2025, promise_kind: "complete", km: 10.5 },
    { happened_on: "2021", months_late: 3 },
    { happened_on: "2018", months_late: 12 },
  ]);
  const empty = { since: "", promised: "", happened: "", months: "", km: "" };
  assert.deepEqual(
    Object.keys(empty).map((name) => its.cells(name).join(",")),
    [
      "2020,,2019-05,,",
      "promised.year 2030 promise.start,,promised.year 2025 promise.complete,,",
      ",,,2021,2018",
      ",,,3,12",
      "9.4,,11,,",
    ],
  );
  assert.deepEqual(its.sorted("since"), ["20134", "02134"]);
  assert.deepEqual(its.sorted("promised"), ["20134", "02134"]);
  assert.deepEqual(its.sorted("happened"), ["43012", "34012"]);
  assert.deepEqual(its.sorted("months"), ["34012", "43012"]);
  assert.deepEqual(its.sorted("km"), ["02134", "20134"]);
});

test("names are sorted by language, numbers in them by size; modes and statuses by rank", () => {
  const names = [
    { name: ["重2", "Line 10"], mode: "port", said: "operation" },
    { name: ["安", "Line 9"], mode: "rail", said: "research" },
    { name: ["北", "line 1"], mode: "highway", said: "construction" },
  ];
  assert.deepEqual(listed(names).sorted("name"), ["210", "012"]);
  assert.deepEqual(listed(names, { lang: "zh" }).sorted("name"), ["120", "021"]);
  assert.deepEqual(listed(names).sorted("mode"), ["120", "021"]);
  const its = listed(names);
  assert.deepEqual(its.cells("status"), [
    "status.operation",
    "status.research",
    "status.construction",
  ]);
  assert.deepEqual(its.sorted("status"), ["120", "021"]);
  its.view.said.delete("p0");
  its.draw();
  assert.equal(its.sorted("status")[0], "012");
  assert.deepEqual(its.cells("status"), ["status.construction", "status.research", ""]);
});

test("how far each is from a place is a column of its own, while there is such a place", () => {
  const near = [104, 30, 300],
    { page, view, cells, sorted, column, draw } = listed(
      [{ geometry: [pack([300, 200, 10, 0])] }, { kind: "", geometry: undefined }, {}],
      { near },
    );
  const head = () => page.all("thead")[0].all("th")[column("away")];
  const [one, none, other] = cells("away");
  assert.equal(none, "");
  assert.ok(Number(one) > 0 && Number(other) > 0);
  assert.equal(head().hidden, false);
  const [up, down] = sorted("away");
  // What has no place stays at the end both ways.
  assert.equal(up.slice(2) + down.slice(2), "11");
  assert.equal(head().getAttribute("aria-sort"), "descending");
  view.near = [];
  draw();
  assert.deepEqual([head().hidden, cells("away")], [true, ["", "", ""]]);
  assert.equal(head().getAttribute("aria-sort"), null);
});

test("numbers stand to the right, in head and cells; dates keep together", () => {
  const { page, column, body } = listed([{}, {}]);
  const heads = page.all("thead")[0].all("th");
  const right = (name) =>
    [heads[column(name)], body.children[0].children[column(name)]].map((cell) =>
      cell.is("is-number"),
    );
  for (const name of ["months", "start", "complete", "km"])
    assert.deepEqual(right(name), [true, true]);
  assert.deepEqual(right("name"), [false, false]);
  const dates = ["since", "promised", "happened"].map(
    (name) => body.children[0].children[column(name)].className,
  );
  assert.deepEqual(dates, ["is-date", "is-date", "is-date"]);
});

test("a row opens its project on the map, which comes into sight; the selected is marked", () => {
  const { body, done, page } = listed([{}, {}, {}]);
  assert.deepEqual(
    body.children.map((tr) => tr.is("is-selected")),
    [false, true, false],
  );
  body.hear("click", { target: body.children[2].children[3] });
  assert.deepEqual(done.slice(-2), [
    ["p2", { fit: true, tell: true }],
    { block: "nearest", behavior: "smooth" },
  ]);
  const before = done.length;
  body.hear("click", { target: body });
  body.hear("click", { target: {} });
  assert.equal(done.length, before);
  assert.equal(page.querySelectorAll(".atlas-missing").length, 0);
});

test("three hundred rows, then twelve hundred more; the map comes first", () => {
  for (const [n, first, next] of [
    [300, 300, null],
    [301, 300, 301],
    [1501, 300, 1500],
  ]) {
    const { body, page, wait, draw } = listed(null, { n });
    assert.deepEqual([body.children.length, wait, draw()], [first, 600, 40]);
    const [more] = page.querySelectorAll(".atlas-link");
    assert.equal(more.hidden, next === null);
    if (next === null) continue;
    more.hear("click");
    assert.equal(body.children.length, next);
  }
});

test("a condition too much by itself can be dropped, one that helps nothing is not named", () => {
  const box = smallPage(),
    set = [];
  const ex = {
    words,
    payload: smallPayload(),
    view: { model: decode(smallPayload()), setWhere: () => {}, fit: () => {} },
    set: (change) => set.push(change),
    clear: (list) => set.push(list),
  };
  const said = createNoMatch(box, ex);
  const buttons = () => box.all("button").map((button) => button.textContent);
  // The road in the port's mode: without either there is one; the search finds nothing anyway.
  said.update(true, filter({ mode: ["port"], region: ["south"] }));
  assert.deepEqual(buttons(), [
    "app.empty.drop filter.region 1",
    "app.empty.drop filter.mode 1",
    "app.empty.widen",
  ]);
  box.all("button")[0].hear("click");
  box.all("button")[2].hear("click");
  assert.deepEqual(set, [{ region: [] }, []]);
  said.update(true, filter({ mode: ["port"], region: ["south"], q: "none" }));
  assert.deepEqual(buttons(), ["app.empty.widen"]);
  assert.deepEqual([box.hidden, box.all("span")[0].hidden], [false, true]);
  said.update(true, filter({ q: "none" }));
  assert.deepEqual(buttons(), ["app.empty.drop filter.search 4", "app.empty.widen"]);
  said.update(false, filter({}));
  assert.deepEqual([box.hidden, buttons()], [true, []]);
});

test("where nothing is there without any condition either it is the data, said with cause", () => {
  const box = smallPage(),
    payload = { ...smallPayload(), projects: [] };
  payload.missing = Array.from({ length: 4 }, (_, i) => ["坏" + i, "bad " + i]);
  const ex = {
    words,
    lang: "en",
    payload,
    options: { notices: [["缺；请运行", "gone; run it"]] },
    view: { model: decode(payload) },
  };
  const said = createNoMatch(box, ex);
  for (const tab of ["map", "compare", "data"]) {
    said.update(true, { ...filter({}), tab });
    assert.deepEqual(
      [box.hidden, box.texts("b"), box.texts("span"), box.all("button")],
      [false, ["app.no_data"], ["gone; run it", "bad 0", "bad 1", "app.no_data.help"], []],
    );
  }
  // The notice alerts already; without one this does.
  assert.equal(box.getAttribute("role"), null);
  ex.options.notices = [];
  said.update(true, { ...filter({}), tab: "map" });
  assert.equal(box.getAttribute("role"), "alert");
});
