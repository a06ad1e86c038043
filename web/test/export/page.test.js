// The page of an exported file: its filters, its list, where it opens, what it says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../outcome/small-model.js";
import { pressed } from "../small-dom.js";
import { made } from "./small-file.js";

const groups = (root) =>
  root.querySelectorAll(".page-group").map((box) => [
    box.texts("legend")[0],
    box
      .all("button")
      .map((b) => b.textContent + (b.getAttribute("aria-pressed") === "true" ? " +" : ""))
      .join(", "),
  ]);
const names = (root) => root.querySelectorAll(".page-item").map((b) => b.textContent);

test("the filters of the file, those that are chosen pressed", () => {
  const { root } = made({
    config: { filter: { status: ["research"], finding: ["back"], q: "ro" } },
  });
  assert.deepEqual(groups(root), [
    ["view", "view.now, view.plan +"],
    ["filter.current", "current.planned, Built, current.open, current.unknown"],
    ["filter.verdict", "verdict.kept, verdict.late, verdict.missed"],
    ["filter.plan", "Early, Late"],
    ["filter.status", "Research +, status.construction, status.operation, status.unspecified"],
    ["filter.region", ""],
    ["place.group", "draw.near, draw.box, draw.within, draw.seen"],
    ["filter.mode", "Rail +, Road +, mode.port"],
    ["filter.finding", "finding.back +"],
    ["filter.precision", "precision.waypoints, precision.place, precision.none"],
  ]);
  const [search] = root.querySelectorAll(".page-search");
  assert.deepEqual(
    [search.value, search.type, search.placeholder],
    ["ro", "search", "filter.search.hint"],
  );
  const titles = root.querySelectorAll(".page-chip").map((b) => b.title);
  assert.deepEqual(titles.slice(0, 3), [
    "view.now.means",
    "view.plan.means",
    "current.planned.means",
  ]);
  assert.deepEqual(titles.slice(9, 11), ["The early plan", "The late plan"]);
});

test("a mode or a kind of finding that the file has not is no choice", () => {
  const { root } = made({
    change: ({ projects }) => {
      projects[2].mode = "rail";
      projects[1].findings = [];
    },
  });
  assert.deepEqual(groups(root).slice(7, -1), [["filter.mode", "Rail +, Road +"]]);
});

test("the panel is open where there is room for it", () => {
  const open = (wide) => made({ wide }).root.querySelector(".page-panel").open;
  assert.deepEqual([open(true), open(false)], [true, false]);
});

test("what is chosen is shown on the map, in the list, as a number and in the sources", () => {
  const { root, shown, run, find, waiting } = made();
  const count = () => root.querySelector(".page-count").textContent;
  assert.deepEqual([shown(), count()], [["rail", "road", "bare"], "3 shown"]);
  assert.deepEqual([names(root), waiting.map(([, wait]) => wait).includes(250)], [[], true]);
  run();
  assert.deepEqual(names(root), ["Yukun HSR", "Some Road", "Bare"]);
  const foot = () => root.querySelector(".page-foot").texts("span");
  assert.deepEqual(foot(), ["The early plan · 2019-01", "The late plan · 2021-01"]);
  find("verdict.kept").hear("click");
  assert.deepEqual([shown(), count()], [["road"], "1 shown"]);
  assert.equal(find("verdict.kept").getAttribute("aria-pressed"), "true");
  assert.deepEqual(
    waiting.map(([, wait]) => wait),
    [30],
  );
  run();
  assert.deepEqual([names(root), foot()], [["Some Road"], ["The late plan · 2021-01"]]);
  find("verdict.kept").hear("click");
  assert.deepEqual(shown(), ["rail", "road", "bare"]);
  const [search] = root.querySelectorAll(".page-search");
  search.value = "nothing";
  search.hear("input");
  run();
  assert.deepEqual([shown(), count(), names(root), foot()], [[], "empty", [], []]);
});

test("chosen plans are the sources, whatever is shown; each with all that is known of it", () => {
  const { root } = made({
    config: { filter: { plan: ["early"], q: "nothing" } },
    change: ({ plans }) => {
      Object.assign(plans[0], { issuer: "Office", number: "No. 1" });
    },
  });
  const foot = root.querySelector(".page-foot");
  assert.deepEqual(
    [foot.texts("strong"), foot.texts("b"), foot.texts("span")],
    [["schematic"], ["page.sources"], ["The early plan · Office · No. 1 · 2019-01"]],
  );
});

test("one region at a time, gone to; without one all that is shown", () => {
  const { root, page, since, shown } = made({ config: { filter: { region: ["south"] } } });
  const [select] = root.all("select");
  assert.deepEqual([select.value, shown()], ["south", ["road"]]);
  const lit = [];
  page.view.setWhere = ({ region }, how) => lit.push([region, how]);
  since();
  select.value = "north";
  select.hear("change");
  assert.deepEqual([page.filter.region, shown(), since()], [["north"], ["rail"], []]);
  select.value = "";
  select.hear("change");
  assert.deepEqual([page.filter.region, since().map(([what]) => what)], [[], ["fit"]]);
  assert.deepEqual(lit, [
    [["north"], { fit: true }],
    [[], { fit: true }],
  ]);
  page.filter.region = ["north", "south"];
  page.apply();
  assert.equal(select.value, "");
});

test("all filters are dropped at once", () => {
  const { page, find, shown, since } = made({ config: { filter: { q: "road", plan: ["late"] } } });
  since();
  find("filter.clear").hear("click");
  assert.deepEqual(shown(), ["rail", "road", "port", "bare"]);
  assert.deepEqual([page.filter.plan, page.filter.q], [[], ""]);
  assert.deepEqual(
    since().map(([what]) => what),
    ["fit"],
  );
});

test("how far projects are, what the plans say, and a year between", () => {
  const { page, root, find } = made({ config: { view: "now" } });
  const look = () => [
    root.querySelector(".atlas").getAttribute("data-look"),
    ...["view.now", "view.plan"].map((way) => find(way).getAttribute("aria-pressed")),
  ];
  assert.deepEqual(look(), ["currents", "true", "false"]);
  find("view.plan").hear("click");
  assert.deepEqual(look(), ["statuses", "false", "true"]);
  const typed = root.querySelector(".atlas-years-typed");
  typed.value = "2020";
  typed.hear("change");
  assert.deepEqual([look(), page.view.year], [["years", "false", "false"], 2020]);
  assert.deepEqual(Array.from(page.view.shown.keys()), ["rail"]);
  assert.equal(page.inWords(), "end of 2020");
  find("view.plan").hear("click");
  assert.deepEqual(
    [look(), page.view.year, page.inWords()],
    [["statuses", "false", "true"], 0, ""],
  );
});

test("where it opens: the address before the file's settings, and either before all", () => {
  const opened = (more) => {
    const { since, page, shown } = made(more);
    const moves = since().filter(([what]) => what === "fit" || what === "view");
    return [
      moves.slice(1).map(([what, where]) => [what, where.length]),
      page.view.selected,
      shown().length,
    ];
  };
  assert.deepEqual(opened({}), [[["fit", 5]], null, 3]);
  assert.deepEqual(opened({ config: { selected: "port" } }), [[["fit", 1]], "port", 4]);
  assert.deepEqual(opened({ hash: "#project=road", config: { selected: "port" } }), [
    [["fit", 2]],
    "road",
    3,
  ]);
  const viewport = { lat: 30, lon: 104, zoom: 8 };
  assert.deepEqual(opened({ config: { viewport, selected: "road" } }), [[["view", 2]], "road", 3]);
  assert.deepEqual(opened({ hash: "#region=south" }), [[], null, 1]);
  const { since } = made({ hash: "#at=31,105,9", config: { viewport } });
  assert.deepEqual(
    since().find(([what]) => what === "view"),
    ["view", [31, 105], 9, { animate: false }],
  );
  // Where it will be looked at is drawn at once, unless it is somewhere else.
  const first = (more) => made(more).since()[0][1].length;
  assert.deepEqual(
    [
      first({}),
      first({ config: { viewport } }),
      first({ hash: "#at=31,105,9" }),
      first({ hash: "#region=south" }),
    ],
    [5, 2, 2, 2],
  );
});

test("the address filters, sets the year, and what it says in vain is told", () => {
  const { page, root, find, shown } = made({
    hash: "#mode=port&view=now&colour=red",
    config: { on: 2020, filter: { q: "port" } },
  });
  assert.deepEqual(
    [page.filter.mode, page.filter.q, page.way, page.on],
    [["port"], "port", "now", 2020],
  );
  const notice = root.querySelector(".page-notice");
  assert.deepEqual([notice.hidden, notice.texts("span")], [false, ["in vain: colour=red"]]);
  find("page.dismiss").hear("click");
  assert.equal(notice.hidden, true);
  const later = made({ hash: "#on=2019", config: { on: 2020 } });
  assert.deepEqual([later.page.on, later.root.querySelector(".page-notice").hidden], [2019, true]);
  assert.deepEqual(shown(), []);
});

test("another address of the open file is gone to, without the file's own place", () => {
  const { page, tell, shown, since } = made({
    config: { selected: "road", on: 2020, viewport: { lat: 30, lon: 104, zoom: 8 } },
  });
  since();
  globalThis.window.location.hash = "#mode=port&view=now";
  tell("window", "hashchange");
  assert.deepEqual([shown(), page.way, page.on, page.view.selected], [["port"], "now", null, null]);
  assert.deepEqual(
    since().map(([what]) => what),
    ["size", "stop", "size", "fit"],
  );
  globalThis.window.location.hash = "";
  tell("window", "hashchange");
  assert.deepEqual([page.way, page.filter.mode], ["plan", ["rail", "highway"]]);
});

test("in a frame without a size the map is placed when it has one", () => {
  const its = made({ begun: false, config: { selected: "road" } });
  its.sizes.map = [0, 0];
  its.page.begin();
  its.page.view.wake();
  its.since();
  const { map } = its.page.view;
  map.fire("resize");
  assert.deepEqual(its.since(), []);
  its.sizes.map = [800, 500];
  map.fire("resize");
  assert.deepEqual(its.since().filter(([what]) => what === "fit").length, 1);
  map.fire("resize");
  assert.deepEqual(its.since(), []);
});

test("an item of the list opens its project, and the map goes there", () => {
  const { root, run, page, since } = made();
  run();
  since();
  root.querySelectorAll(".page-item")[1].hear("click");
  assert.equal(page.view.selected, "road");
  assert.deepEqual(
    since().map(([what, where]) => [what, where && where.length]),
    [
      ["size", undefined],
      ["fit", 2],
    ],
  );
  const mark = root
    .querySelectorAll(".page-item")
    .map((b) => [...b.all("line"), ...b.all("path")][0]);
  assert.deepEqual(
    mark.map((n) => n.getAttribute("stroke")),
    ["#ff0000", "#00ff00", "#ff0000"],
  );
});

test("two hundred items are listed, then two hundred more", () => {
  for (const [n, first, more, next] of [
    [200, 200, undefined, 200],
    [201, 200, "1 more", 201],
    [450, 200, "250 more", 400],
  ]) {
    const { root, run } = made({
      change: (payload) => {
        const [rail] = payload.projects;
        payload.projects = Array.from({ length: n }, (_, i) => ({ ...rail, id: `p${i}` }));
      },
    });
    run();
    assert.equal(names(root).length, first);
    const link = root
      .querySelector(".page-list")
      .all("button")
      .find((b) => b.is("page-clear"));
    assert.equal(link && link.textContent, more);
    if (link) link.hear("click");
    assert.equal(names(root).length, next);
    // Of the line that asked for more nothing is left.
    const left = root.querySelector(".page-list").children.length;
    assert.equal(left, n > 400 ? next + 1 : next);
  }
});

test("promises stand in the map's place; a project opens on the map, all can be shown", () => {
  const { root, page, find, shown, since } = made({
    change: ({ projects }) => {
      projects[0].outcomes = [outcome(0, 2020, "late", "2021-02"), outcome(1, 2025, "missed")];
      projects[2].outcomes = [outcome(0, 2020, "kept", "2020")];
    },
  });
  const toggle = find("outcome.title");
  const state = () => [toggle.getAttribute("aria-pressed"), root.is("has-outcomes")];
  let stopped = 0;
  page.years.stop = () => {
    stopped += 1;
  };
  assert.deepEqual([...state(), root.querySelector(".page-outcomes")], ["false", false, null]);
  since();
  toggle.hear("click");
  assert.deepEqual([...state(), stopped, since()], ["true", true, 1, [["in sight", "nearest"]]]);
  const box = root.querySelector(".page-outcomes");
  const rows = () => box.querySelector(".is-open").all("tbody")[0].all("tr").length;
  assert.equal(rows(), 2);
  page.filter.year = [2025];
  page.apply();
  assert.equal(rows(), 1);
  find("outcome.all").hear("click");
  assert.deepEqual([rows(), shown().length], [3, 4]);
  toggle.hear("click");
  assert.deepEqual([...state(), stopped], ["false", false, 1]);
  assert.deepEqual(since().at(-1), ["size"]);
  page.filter.year = [2025];
  page.apply();
  assert.equal(rows(), 3);
  toggle.hear("click");
  assert.equal(root.querySelectorAll(".page-outcomes").length, 1);
  const [open] = box.querySelector(".is-open").all("tbody")[0].all("button");
  open.hear("click");
  assert.deepEqual([...state(), page.view.selected], ["false", false, "rail"]);
});

test("an address opens the promises", () => {
  const { find } = made({ hash: "#tab=outcomes" });
  assert.equal(find("outcome.title").getAttribute("aria-pressed"), "true");
  assert.equal(made().find("outcome.title").getAttribute("aria-pressed"), "false");
});

test("a menu closes when something is chosen, by Escape, and by a click elsewhere", () => {
  const { root, tell, printed } = made();
  const [pictures, menu] = root.querySelectorAll(".page-menu");
  assert.deepEqual(pictures.texts("button"), [
    "png 1920 1080",
    "png 3840 2160",
    "svg 1920 1080",
    "svg 3840 2160",
  ]);
  const after = (act) => {
    menu.open = true;
    act();
    return menu.open;
  };
  assert.equal(
    after(() => menu.hear("keydown", { key: "a" })),
    true,
  );
  assert.equal(
    after(() => menu.hear("keydown", pressed("Escape"))),
    false,
  );
  assert.equal(
    after(() => tell("document", "click", { target: menu })),
    true,
  );
  assert.equal(
    after(() => tell("document", "click", { target: root })),
    false,
  );
  assert.equal(
    after(() => menu.all("button")[1].hear("click")),
    false,
  );
  assert.deepEqual(printed, [["a rule", "@page { size: A3 landscape; }"]]);
});

test("an engine without gaps in a row is marked", () => {
  const marked = (modern) => {
    made({ modern });
    return globalThis.document.documentElement.is("no-gap");
  };
  assert.deepEqual([marked(true), marked(false)], [false, true]);
});

test("a map that is measured again does not move", () => {
  const { page, run, root, tell, find } = made();
  run();
  const sizes = [];
  page.view.map.invalidateSize = (how) => sizes.push(how);
  root.querySelectorAll(".page-item")[1].hear("click");
  tell("window", "hashchange");
  find("outcome.title").hear("click");
  find("outcome.title").hear("click");
  assert.ok(sizes.length >= 4);
  assert.ok(sizes.every((how) => how.pan === false));
});
