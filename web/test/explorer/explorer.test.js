// The explorer round its state: what an address says, what is drawn of it, what is written back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DENSE_FROM } from "../../src/map/layers/dense-layer.js";
import { made } from "./small-explorer.js";

const CARD = ["in sight", "nearest"];

test("an address is read once, and what it says in vain is told until it is dismissed", () => {
  const { page, ex } = made({ search: "?tab=charts&colour=red&mode=port&lang=en" });
  assert.deepEqual(
    [ex.state.tab, ex.state.mode, ex.lang, ex.theme],
    ["charts", ["port"], "en", "light"],
  );
  const notices = () => page.querySelectorAll(".app-notice");
  assert.deepEqual(
    notices().map((box) => [box.getAttribute("role"), box.texts("span")]),
    [["alert", ["in vain: colour=red"]]],
  );
  notices()[0].all("button")[0].hear("click");
  assert.deepEqual(notices(), []);
  assert.deepEqual(made().page.querySelectorAll(".app-notice"), []);
});

test("what the server says of the data is told in the page's language", () => {
  const { page } = made({
    notices: [
      ["坏", "Bad"],
      ["差", "Poor"],
    ],
    search: "?lang=en",
  });
  const said = page.querySelectorAll(".app-notice").map((box) => box.texts("span")[0]);
  assert.deepEqual(said, ["app.bad_dataBad", "app.bad_dataPoor"]);
});

test("one that is made again goes on where the one before stood, whatever the address", () => {
  const state = made({ search: "?tab=matrix&q=x" }).ex.state;
  const { ex } = made({ state, search: "?tab=data&colour=red" });
  assert.equal(ex.state, state);
  assert.deepEqual([ex.state.tab, ex.ignored], ["matrix", []]);
});

test("a map is drawn as the address asks from the start, of very many by the dense layer", () => {
  const look = (search) => made({ search, paced: true }).ex.view.look;
  assert.deepEqual(["?view=now", "?view=plan"].map(look), ["currents", "statuses"]);
  const layers = (n) => {
    const { ex } = made({
      change: (payload) => {
        const [one] = payload.projects;
        payload.projects = Array.from({ length: n }, (_, i) => ({ ...one, id: `p${i}` }));
      },
    });
    return ex.view.map.layers.size;
  };
  assert.equal(layers(DENSE_FROM + 1), layers(DENSE_FROM) + 1);
});

test("once it has begun nothing of the map is held back", () => {
  const held = ({ ex }) => [ex.view.waiting, ex.view.labels.held, ex.view.map.held];
  assert.deepEqual(held(made()), [false, false, false]);
  assert.deepEqual(held(made({ paced: true })), [true, true, true]);
});

test("where it opens: a viewport, a region, a project, or all that is shown", () => {
  const moves = (search) =>
    made({ search })
      .since()
      .map(([what, where, how]) => [what, Array.isArray(where[0]) ? where.length : where, how]);
  const all = { paddingTopLeft: [244, 24], paddingBottomRight: [24, 30], maxZoom: 10 };
  const still = {
    paddingTopLeft: [48, 24],
    paddingBottomRight: [24, 30],
    maxZoom: 10,
    animate: false,
  };
  assert.deepEqual(moves(""), [
    ["fit", 5, all],
    ["fit", 5, still],
  ]);
  // Somewhere else: nothing is drawn twice.
  assert.deepEqual(moves("?at=30,104,8"), [
    ["fit", 2, {}],
    ["view", [30, 104], 8],
  ]);
  assert.deepEqual(made({ search: "?at=30,104,8" }).since()[1][3], { animate: false });
  assert.deepEqual(
    moves("?project=road").map((move) => move.slice(0, 2)),
    [
      ["fit", 2],
      ["fit", 2],
    ],
  );
  assert.deepEqual(
    moves("?region=south").map((move) => move.slice(0, 2)),
    [["fit", 2]],
  );
  assert.deepEqual(moves("?at=30,104,8&project=road&region=south"), [
    ["fit", 2, {}],
    ["view", [30, 104], 8],
  ]);
});

test("a project that the filter hides is shown beside the rest until the filter changes", () => {
  const { ex, shown, press } = made({ search: "?project=port" });
  assert.deepEqual([shown(), ex.view.selected], [["rail", "road", "bare", "port"], "port"]);
  ex.set({ view: "plan" });
  assert.deepEqual([shown(), ex.state.project], [["rail", "road", "bare", "port"], "port"]);
  assert.equal(ex.view.shown.get("port"), "operation");
  press("verdict=late");
  assert.deepEqual([shown(), ex.state.project, ex.view.selected], [["rail"], "", null]);
  // Of no project nothing is shown.
  assert.deepEqual(made({ search: "?project=other" }).shown(), ["rail", "road", "bare"]);
});

test("a project that the filter leaves stays open when the filter changes", () => {
  const { ex, press, shown } = made({ search: "?project=rail" });
  assert.deepEqual(shown(), ["rail", "road", "bare"]);
  press("verdict=late");
  assert.deepEqual([shown(), ex.state.project, ex.view.selected], [["rail"], "rail", "rail"]);
});

test("a region or place of the address is lit up, and gone to where no viewport is said", () => {
  const lit = (search) => {
    const { ex } = made({ search, paced: true });
    const asked = [];
    ex.view.setWhere = ({ region, place }, how) => asked.push([[...region, ...place], how]);
    ex._start();
    return asked;
  };
  assert.deepEqual(lit("?region=south"), [[["south"], { fit: true }]]);
  assert.deepEqual(lit("?region=south&at=30,104,8"), [[["south"], { fit: false }]]);
  assert.deepEqual(lit("?place=510100"), [[["510100"], { fit: true }]]);
  assert.deepEqual(lit(""), []);
});

test("the years stop running where no map is in sight; without any there is no bar", () => {
  const { ex } = made();
  let stopped = 0;
  ex.years.stop = () => {
    stopped += 1;
  };
  ex.set({ q: "x" });
  assert.equal(stopped, 0);
  ex.set({ tab: "charts" });
  assert.equal(stopped, 1);
  const none = made({
    change: ({ projects }) => {
      projects[0].spans = [];
    },
  });
  assert.equal(none.ex.years, null);
  none.ex.set({ tab: "charts", on: "2020" });
  none.ex.set({ tab: "map" });
  assert.deepEqual(none.shown(), ["rail", "road", "bare"]);
  none.ex.destroy();
});

test("what a reader does on the map stands in the address when the hand rests", () => {
  const { ex, addresses, run, waiting } = made();
  run();
  assert.deepEqual(addresses, []);
  ex.view.select("road", { tell: true });
  assert.deepEqual([ex.state.project, waiting.map(([, wait]) => wait)], ["road", [0, 350]]);
  // A card is a choice of its own, whose entry is there at once.
  assert.deepEqual(addresses.splice(0), [
    ["kept", "/a#h"],
    ["kept", "/a?project=road#h", "push"],
  ]);
  ex.view._emit("band", true);
  ex.view._emit("network", { kind: "rail", on: false });
  ex.view._emit("network", { kind: "road", on: true });
  ex.view._emit("move", { lat: 30, lon: 104, zoom: 8 });
  assert.deepEqual(addresses, []);
  run();
  const written = ["kept", "/a?project=road&at=30,104,8&rail=off&band=on&road=on#h"];
  assert.deepEqual(addresses.splice(0), [written]);
  ex.view.select(null, { tell: true });
  ex.view._emit("band", false);
  ex.view._emit("network", { kind: "rail", on: true });
  run();
  assert.deepEqual(addresses.splice(0, 1), [written]);
  assert.deepEqual(addresses, [
    ["kept", "/a?at=30,104,8&rail=off&band=on&road=on#h", "push"],
    ["kept", "/a?at=30,104,8&road=on#h"],
  ]);
  // What stands there already is not written again.
  assert.equal(ex.write(), "?at=30,104,8&road=on");
  assert.equal(addresses.length, 2);
});

test("the state says whether bands and which networks are drawn, and when", () => {
  const begun = (search, paced) => {
    const { ex, page } = made({ search, paced: true });
    const [band] = page.querySelector(".atlas-legend-band").all("input");
    const asked = [];
    ex.view.networks.begin = (kinds, wait) => asked.push(kinds, wait);
    ex.options.paced = paced;
    ex._start();
    return [band.checked === true, ...asked];
  };
  assert.deepEqual(begun("", true), [false, ["rail"], 1500]);
  assert.deepEqual(begun("?band=on&road=on", false), [true, ["rail", "road"], 0]);
  assert.deepEqual(begun("?rail=off", false), [false, [], 0]);
});

test("paced, the projects come after the ground, if the page is still there", async () => {
  for (const gone of [false, true]) {
    const { ex, page, run, waiting } = made({ paced: true });
    const shown = () => page.querySelector(".atlas").getAttribute("data-shown");
    assert.equal(shown(), null);
    if (gone) ex._gone = true;
    run();
    await Promise.resolve();
    assert.equal(shown(), gone ? null : "3");
    assert.equal(
      waiting.some(([, wait]) => wait === 1500),
      !gone,
    );
  }
});

test("tabs: one page at a time, made when it is first shown; the map stays", () => {
  const { ex, page } = made();
  const pages = () =>
    Array.from(ex.pages, ([tab, box]) => [tab, box.hidden, box.children.length > 0]);
  const current = () =>
    ex.tabs.filter((b) => b.getAttribute("aria-current")).map((b) => b.textContent);
  const hidden = (...open) =>
    ["matrix", "compare", "charts", "outcomes", "data"].map((tab) => [
      tab,
      !open.includes(tab),
      false,
    ]);
  assert.deepEqual([pages(), current()], [hidden(), ["app.tab.map"]]);
  assert.equal(ex.app.getAttribute("data-tab"), "map");
  ex.tabs[1].hear("click");
  assert.deepEqual([current(), ex.app.getAttribute("data-tab")], [["app.tab.matrix"], "matrix"]);
  assert.deepEqual(pages()[0], ["matrix", false, true]);
  assert.deepEqual(pages().slice(1), hidden().slice(1));
  const rows = () => ex.pages.get("matrix").all("tbody")[0].all("tr").length;
  assert.equal(rows(), 3);
  ex.set({ verdict: ["late"] });
  assert.equal(rows(), 1);
  ex.tabs[0].hear("click");
  assert.deepEqual([pages()[0], current()], [["matrix", true, true], ["app.tab.map"]]);
  assert.equal(page.querySelectorAll(".is-matrix").length, 1);
});

test("the two ways to draw, and the years between them", () => {
  const { ex, page, press, find } = made();
  const ways = () =>
    ex.app
      .querySelector(".is-view")
      .all("button")
      .map((b) => b.getAttribute("aria-pressed"));
  const look = () => page.querySelector(".atlas").getAttribute("data-look");
  const total = () => page.all("b", { role: "status" })[0].textContent;
  assert.deepEqual([ways(), look()], [["true", "false"], "currents"]);
  press("view=plan");
  assert.deepEqual([ways(), look(), ex.state.view], [["false", "true"], "statuses", "plan"]);
  ex.set({ on: "2020" });
  assert.deepEqual([ways(), look(), total()], [["false", "false"], "years", "1 of 4"]);
  assert.deepEqual([ex.view.year, Array.from(ex.view.shown.keys())], [2020, ["rail"]]);
  assert.equal(find("mode=highway").getAttribute("aria-label"), "公路 0");
  assert.equal(find("mode=rail").getAttribute("aria-label"), "铁路 1");
  // What the year hides a link does not open.
  ex.set({ project: "road" });
  assert.deepEqual([Array.from(ex.view.shown.keys()), ex.state.project], [["rail"], "road"]);
  ex.set({ tab: "charts" });
  assert.deepEqual([ways(), look(), total()], [["false", "true"], "statuses", "3 of 4"]);
  ex.set({ tab: "map", project: "" });
  press("view=now");
  assert.deepEqual([ways(), look(), ex.state.on], [["true", "false"], "currents", ""]);
  // The bar under the map leads there and back.
  const typed = page.querySelector(".atlas-years-typed");
  typed.value = "2019";
  typed.hear("change");
  assert.equal(ex.state.on, "2019");
  page.querySelector(".atlas-years-now").hear("click");
  assert.equal(ex.state.on, "");
});

test("a region or place that is chosen is lit up, and gone to where a map is in sight", () => {
  const { ex, press, since } = made();
  const lit = [];
  ex.view.setWhere = ({ region, place }, how) => lit.push([[...region, ...place], how]);
  press("region=south");
  press("region=north");
  press("region=south");
  press("region=north");
  ex.set({ tab: "charts" });
  press("region=south");
  ex.set({ tab: "compare" });
  press("region=north");
  press("mode=rail");
  ex.toggle("place", "510100");
  ex.toggle("place", "510100");
  assert.deepEqual(lit, [
    [["south"], { fit: true }],
    [["south", "north"], { fit: true }],
    [["north"], { fit: true }],
    [[], { fit: false }],
    [["south"], { fit: false }],
    [["south", "north"], { fit: true }],
    [["south", "north", "510100"], { fit: true }],
    [["south", "north"], { fit: true }],
  ]);
  since();
  ex.clear(["rail"]);
  assert.deepEqual([ex.state.region, ex.state.mode, lit.at(-1)], [[], ["rail"], [[], undefined]]);
  assert.deepEqual(
    since().map(([what]) => what),
    ["fit"],
  );
});

test("the map lies over its frame, where the page's style would put it", () => {
  const { page } = made();
  assert.equal(page.querySelector(".atlas-map").style.position, "absolute");
});

test("a project that is opened from elsewhere has the map in sight", () => {
  const { ex, since } = made();
  since();
  ex.select("port");
  assert.deepEqual([ex.view.selected, since()], ["port", [CARD]]);
});

test("nothing found is said where a list or a map would be empty", () => {
  const { ex, page } = made();
  const box = page.querySelector(".app-empty");
  const said = (tab) => {
    ex.set({ tab });
    return !box.hidden;
  };
  assert.equal(box.hidden, true);
  ex.set({ q: "nothing" });
  const tabs = ["map", "matrix", "compare", "charts", "outcomes", "data"];
  assert.deepEqual(tabs.filter(said), ["map", "matrix", "charts", "outcomes"]);
  ex.set({ q: "" });
  assert.deepEqual(tabs.filter(said), []);
});

test("where there is little room the filters are closed, and open again with room", () => {
  for (const [width, slim] of [
    [859, true],
    [860, false],
  ]) {
    const { ex, sizes } = made({ width });
    const state = () => [ex.app.is("is-slim"), ex.narrow, ex.panel.box.open];
    assert.deepEqual(state(), [slim, slim, !slim]);
    const [, act] = sizes.find(([node]) => node === ex.app);
    act();
    assert.deepEqual(state(), [slim, slim, !slim]);
    ex.app.clientWidth = slim ? 860 : 859;
    act();
    assert.deepEqual(state(), [!slim, !slim, slim]);
  }
});

test("once destroyed it writes nothing, watches nothing and is gone from the page", () => {
  const { ex, page, since, run, addresses } = made();
  ex.tabs[4].hear("click");
  ex.set({ q: "x" });
  addresses.splice(0);
  const made_ = [];
  ex._made.set("own", { update: () => {}, destroy: () => made_.push("destroyed") });
  since();
  ex.destroy();
  assert.deepEqual(
    since()
      .map(([what]) => what)
      .sort(),
    ["remove", "unwatched", "unwatched", "unwatched"],
  );
  run();
  assert.deepEqual(
    [addresses, made_, page.querySelectorAll(".atlas-app")],
    [[], ["destroyed"], []],
  );
});
