// The filters beside the map: what each choice says, does, and how a place or a project is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { called } from "../small-payload.js";
import { made } from "./small-explorer.js";

/** A choice as its name and number, "+" where pressed, "!" where it would leave nothing. */
const told = (b) =>
  (b.getAttribute("aria-label") || b.textContent) +
  (b.getAttribute("aria-pressed") === "true" ? " +" : "") +
  (b.is("is-empty") ? " !" : "");

const groups = (page) =>
  page.querySelectorAll(".app-group").map((box) => ({
    title: box.texts("span")[0],
    open: box.open,
    count: box.querySelector(".app-group-n").textContent,
    choices: box.querySelectorAll(".app-choice").map(told),
    box,
  }));
const group = (page, title) =>
  groups(page).find((g) => g.title === (title === "place" ? "place.group" : `filter.${title}`));
const brief = ({ title, open, count, choices }) => [title, open, count, choices.join(", ")];

test("each choice says how many projects it would leave", () => {
  const { page } = made({ search: "?lang=en" });
  assert.deepEqual(groups(page).map(brief), [
    ["filter.current", true, "", "current.planned 0 !, Built 1, current.open 1, current.unknown 1"],
    ["filter.plan", true, "", "Early 1, Late 3"],
    [
      "filter.status",
      true,
      "",
      "Research 1, status.construction 1, status.operation 0 !, status.unspecified 1",
    ],
    ["filter.mode", true, "", "app.mode.all 4, Rail 2 +, Road 1 +, mode.port 1"],
    ["place.group", false, "", "draw.near, draw.box, draw.within, draw.seen"],
    ["filter.region", true, "", "North 1, South 1"],
    ["filter.verdict", false, "", "verdict.kept 1, verdict.late 1, verdict.missed 1"],
    ["filter.year", false, "", "2018 1, 2020 1, 2025 1, filter.year.none 2"],
    ["filter.finding", false, "", "finding.forward 0 !, finding.back 1"],
    [
      "filter.precision",
      false,
      "",
      "precision.traced 0 !, precision.routed 0 !, precision.waypoints 2, " +
        "precision.endpoints 0 !, " +
        "precision.place 0 !, precision.area 0 !, precision.none 1",
    ],
  ]);
  const choice = (key) => page.all("button", { "data-choice": key })[0];
  assert.deepEqual(
    ["current=open", "plan=early", "region=south", "mode=rail", "finding=back"].map(
      (key) => choice(key).title,
    ),
    ["current.open.means", "The early plan", "South", "mode.rail.means", "app.finding.back.means"],
  );
  assert.deepEqual(choice("current=open").texts("span"), ["current.open", "1"]);
  // Of a look there is a sample, of a mode its line; a verdict has none.
  const line = (key) =>
    choice(key)
      .all("line")
      .map((n) => n.numbers("stroke-width"));
  assert.deepEqual(line("current=open"), [[5.2]]);
  assert.deepEqual(line("mode=highway"), [[4]]);
  assert.deepEqual(line("verdict=kept"), []);
  const heads = page.querySelectorAll(".app-group").map((box) => box.all("summary")[0].title);
  assert.deepEqual(heads, [
    "app.current.help",
    undefined,
    "app.status.help",
    undefined,
    undefined,
    undefined,
    "app.verdict.help",
    "app.year.help",
    undefined,
    "app.data.precision.text",
  ]);
});

test("what an address chooses is open and counted; the standard modes are no choice", () => {
  const { page, press } = made({
    search: "?verdict=late&year=2020&finding=back&place=510101&mode=rail",
  });
  const counted = () =>
    groups(page).map((g) => [
      g.title.split(".")[g.title === "place.group" ? 0 : 1],
      g.open,
      g.count,
    ]);
  assert.deepEqual(counted(), [
    ["current", true, ""],
    ["plan", true, ""],
    ["status", true, ""],
    ["mode", true, "1"],
    ["place", true, "1"],
    ["region", true, ""],
    ["verdict", true, "1"],
    ["year", true, "1"],
    ["finding", true, "1"],
    ["precision", false, ""],
  ]);
  press("mode=highway");
  assert.equal(group(page, "mode").count, "");
  press("mode=port");
  assert.equal(group(page, "mode").count, "3");
});

test("a choice is taken and taken back, and keeps its place where it would leave nothing", () => {
  const { ex, press, shown, find, since } = made();
  assert.deepEqual(shown(), ["rail", "road", "bare"]);
  since();
  press("current=construction");
  assert.deepEqual([ex.state.current, shown()], [["construction"], ["rail"]]);
  press("verdict=kept");
  assert.deepEqual(shown(), []);
  assert.equal(told(find("current=construction")), "current.construction 0 +");
  press("current=construction");
  press("year=0");
  assert.deepEqual([ex.state.year, ex.state.verdict, shown()], [[0], ["kept"], ["road"]]);
  assert.equal(find("year=0").texts("span")[0], "filter.year.none");
  assert.deepEqual(since(), []);
  // A region is shown as well: the map goes there, and stays where the last one goes.
  press("region=south");
  assert.deepEqual(
    since().map(([what]) => what),
    [],
  );
  press("region=south");
  assert.deepEqual([ex.state.region, since()], [[], []]);
  // What has no place can be chosen too, beside all else.
  press("year=0");
  press("verdict=kept");
  press("precision=none");
  assert.deepEqual([ex.state.precision, shown()], [["none"], ["bare"]]);
});

test("how many are shown is said, and all can be cleared where anything is chosen", () => {
  const { page, ex, press, shown, since } = made();
  const [total] = page.all("b", { role: "status" });
  const head = page.querySelector(".app-panel-head");
  const clear = page.all("button").find((b) => b.textContent === "filter.clear");
  assert.deepEqual(
    [total.textContent, head.textContent, clear.hidden],
    ["3 of 4", "filters: 3", true],
  );
  press("mode=port");
  assert.deepEqual([total.textContent, clear.hidden], ["4 of 4", false]);
  press("mode=port");
  assert.equal(clear.hidden, true);
  ex.set({ q: "渝" });
  const search = page.querySelector(".app-input");
  assert.deepEqual([total.textContent, clear.hidden, search.value], ["1 of 4", false, "渝"]);
  ex.toggle("change", "new");
  since();
  clear.hear("click");
  assert.deepEqual([shown(), clear.hidden, search.value], [["rail", "road", "bare"], true, ""]);
  assert.deepEqual([ex.state.mode, ex.state.change, since().length], [["rail", "highway"], [], 1]);
});

test("a search filters as it is written; Enter opens what it most likely means", () => {
  const { page, ex, shown } = made({
    search: "?lang=en&q=g",
    change: (payload) => {
      const [rail, road, port, bare] = payload.projects;
      rail.name = ["成渝高铁", "Old Gao"];
      rail.aliases = ["昆线"];
      road.name = ["高昆路", "B Road"];
      port.name = ["昆铁", "Gao Port"];
      bare.name = ["只名", "Some gao"];
      rail.called = called("成渝高铁", ["昆线"], "old gao");
      road.called = called("高昆路", [], "b road");
      port.called = called("昆铁", [], "gao port");
      bare.called = called("只名", [], "some gao");
      payload.core = ["rail", "highway", "port"];
      payload.address.keys.mode.default = payload.core;
    },
  });
  const [search] = page.querySelectorAll(".app-input");
  const entered = (text, key = "Enter") => {
    ex.view.select(null);
    search.value = text;
    search.hear("input");
    search.hear("keydown", { key });
    return [ex.state.q, ex.view.selected];
  };
  assert.deepEqual([search.value, search.maxLength], ["g", 80]);
  // Which begins with it, before which holds it, before which is only called so.
  assert.deepEqual(entered("gao"), ["gao", "road"]);
  assert.deepEqual(entered("gao port"), ["gao port", "port"]);
  assert.deepEqual(entered("b road"), ["b road", "road"]);
  assert.deepEqual(entered("昆"), ["昆", "port"]);
  assert.deepEqual(shown(), ["port", "rail", "road"]);
  assert.deepEqual(entered("kun"), ["kun", "port"]);
  assert.deepEqual(entered("some gao"), ["some gao", "bare"]);
  assert.deepEqual(entered("nothing"), ["nothing", null]);
  assert.deepEqual(entered("gao", "a"), ["gao", null]);
  ex.set({ q: "x" });
  assert.equal(search.value, "x");
});

test("places: those with projects, what is typed, what is chosen, by their numbers", () => {
  const { page, ex, press } = made({ search: "?lang=en" });
  const { box } = group(page, "place");
  const [input] = box.all("input");
  const list = () => group(page, "place").choices.slice(4);
  const hints = () => box.texts("p");
  const typed = (text) => {
    input.value = text;
    input.hear("input");
    return list();
  };
  box.open = true;
  box.hear("toggle");
  assert.deepEqual(list(), ["Cheng 1", "Yu 1"]);
  assert.deepEqual([input.type, input.placeholder, hints()], ["search", "place.hint", []]);
  assert.deepEqual(typed("i"), ["Jia 1", "Yi 1", "Bing 1"]);
  assert.deepEqual(typed("乙"), ["Yi 1"]);
  assert.deepEqual(typed("YU"), ["Yu 1"]);
  assert.deepEqual(typed("cheng"), ["Cheng 1"]);
  assert.deepEqual([typed("zzz"), hints()], [[], ["place.none"]]);
  typed("bing");
  press("place=500101");
  assert.deepEqual([ex.state.place, list()], [["500101"], ["Bing 1 +"]]);
  assert.equal(group(page, "place").count, "1");
  assert.deepEqual(typed("jia"), ["Bing 1 +", "Jia 1"]);
  // Of the rest what would leave more comes first, and what would leave nothing is marked.
  press("region=south");
  assert.deepEqual(typed("i"), ["Bing 1 +", "Jia 0 !", "Yi 0 !"]);
  press("place=500101");
  assert.equal(group(page, "place").count, "");
  // Nothing is drawn in a group that is closed; what is chosen elsewhere opens it.
  box.open = false;
  press("region=south");
  assert.deepEqual(list(), ["Bing 1", "Jia 0 !", "Yi 0 !"]);
  ex.set({ place: ["510100"] });
  assert.deepEqual([box.open, list().length, group(page, "place").count], [true, 4, "1"]);
  box.open = false;
  ex.set({ place: ["510100", "500100"] });
  assert.deepEqual([box.open, list().length, group(page, "place").count], [false, 4, "2"]);
});

test("of many regions three are seen, and those that are chosen; the others unfold", () => {
  const many = (n) => (payload) => {
    for (let i = 2; i < n; i++)
      payload.regions.push({ id: `more${i}`, name: [`多${i}`, `M${i}`], counties: [] });
  };
  const { page, ex, press, find } = made({ search: "?lang=en&region=more5", change: many(6) });
  const [more] = page.querySelectorAll(".is-more");
  const seen = () =>
    group(page, "region")
      .box.querySelectorAll(".app-choice")
      .filter((b) => b !== more && !b.parentNode.hidden)
      .map((b) => b.texts("span")[0]);
  const toggle = () => [more.textContent, more.getAttribute("aria-expanded")];
  assert.deepEqual(seen(), ["North", "South", "M2", "M5"]);
  assert.deepEqual(toggle(), ["2 more regions", "false"]);
  more.hear("click");
  assert.deepEqual(seen(), ["North", "South", "M2", "M3", "M4", "M5"]);
  assert.deepEqual(toggle(), ["app.regions.less", "true"]);
  assert.equal(globalThis.document.activeElement, find("region=more3"));
  press("region=more4");
  more.hear("click");
  assert.deepEqual(seen(), ["North", "South", "M2", "M4", "M5"]);
  ex.set({ region: ["more3", "more4", "more5"] });
  assert.deepEqual([seen().length, more.hidden], [6, true]);
  // Where one alone would be folded there is nothing to unfold.
  assert.equal(made({ change: many(4) }).page.querySelectorAll(".is-more").length, 0);
  assert.equal(made({ change: many(5) }).page.querySelectorAll(".is-more").length, 1);
});

test("of many places sixty are listed, and how many more there are", () => {
  for (const [n, listed, hints] of [
    [60, 60, []],
    [61, 60, ["1 more places"]],
    [75, 60, ["15 more places"]],
  ]) {
    const { page } = made({
      change: ({ base }) => {
        for (let i = 0; i < n; i++) {
          base.counties.push({ ...base.counties[0], name: `多${i}` });
          base.codes.counties += String(600000 + i);
        }
      },
    });
    const { box } = group(page, "place");
    const [input] = box.all("input");
    input.value = "多";
    input.hear("input");
    assert.deepEqual([group(page, "place").choices.length - 4, box.texts("p")], [listed, hints]);
  }
});

test("a panel may be closed, and says what the data lack", () => {
  const { page, ex } = made({
    change: (payload) => {
      payload.missing = [
        ["缺甲", "Lacks A"],
        ["缺乙", "Lacks B"],
      ];
    },
  });
  const [line] = page.querySelectorAll(".atlas-missing");
  assert.deepEqual([line.textContent, line.title], ["2 missing: 缺甲", "缺甲\n缺乙"]);
  assert.equal(ex.panel.box.open, true);
  ex.panel.open(false);
  assert.equal(ex.panel.box.open, false);
});

test("what is drawn is drawn on the map, from any page, and the panel makes room for it", () => {
  for (const [tab, width] of [
    ["map", 1000],
    ["charts", 1000],
    ["compare", 1000],
    ["charts", 500],
  ]) {
    const { page, ex } = made({ search: `?lang=en&tab=${tab}`, width });
    const opened = [];
    const { open } = ex.panel;
    ex.panel.open = (on) => {
      opened.push(on);
      open(on);
    };
    const near = group(page, "place")
      .box.all("button")
      .find((b) => b.textContent === "draw.near");
    ex.view.root.scrollIntoView = () => {};
    near.hear("click");
    assert.equal(ex.state.tab, tab === "charts" ? "map" : tab);
    assert.deepEqual(opened, ex.narrow ? [false] : []);
    ex.view.drawing.take({ lng: 104, lat: 30 });
    assert.deepEqual(ex.state.near.slice(0, 2), [104, 30]);
  }
});

test("the last mode that is chosen stays; map and list are brought into sight", () => {
  const { ex, press } = made({ search: "?lang=en&mode=rail&tab=charts" });
  press("mode=rail");
  assert.deepEqual(ex.state.mode, ["rail"]);
  assert.equal(ex.reach("list"), ex.view.listBox);
  assert.equal(ex.state.tab, "map");
  ex.set({ tab: "charts" });
  assert.equal(ex.reach("map"), ex.view.map.getContainer());
  assert.equal(ex.state.tab, "map");
});

test("where a filter says is gone to on a map, and only lit where there is none", () => {
  const { ex } = made({ search: "?lang=en" });
  const lit = [];
  ex.view.setWhere = (state, how) => lit.push([state.place.slice(), how && how.fit]);
  ex.where({ place: ["500100"] });
  ex.set({ tab: "charts" });
  lit.length = 0;
  ex.where();
  ex.set({ tab: "map" });
  lit.length = 0;
  ex.where({ place: [] });
  ex.where({ place: ["500100"] });
  assert.deepEqual(lit.slice(-2), [
    [[], false],
    [["500100"], true],
  ]);
});
