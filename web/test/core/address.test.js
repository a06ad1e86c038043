// What a link holds, and what of it is believed. tests/layers/test_address.py reads the same links
// in Python and here.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  defaultState,
  emptyFilter,
  filterKeys,
  readAddress,
  toldInVain,
  writeAddress,
} from "../../src/core/address.js";
import { smallPayload } from "../small-payload.js";

const payload = smallPayload();
const read = (text) => readAddress(payload, text, "explorer");
const values = (text) => read(text).values;
const ignored = (text) => read(text).ignored;
const write = (change, before) =>
  writeAddress(payload, { ...defaultState(payload), ...change }, before);

test("a page whose address says nothing shows the core modes and the newest plan", () => {
  assert.deepEqual(read(""), { values: {}, ignored: [] });
  const state = defaultState(payload);
  assert.deepEqual(state.mode, ["rail", "highway"]);
  assert.equal(state.to, "late");
  assert.equal(state.at, null);
  assert.deepEqual(state.plan, []);
  assert.ok(!("lat" in state) && !("step" in state));
  state.mode.push("port");
  assert.deepEqual(defaultState(payload).mode, ["rail", "highway"]);
  assert.equal(write({}), "");
});

test("what a state writes is read again", () => {
  for (const change of [
    { lang: "en" },
    { plan: ["late", "early"] },
    { status: ["research"], region: ["north", "south"] },
    { mode: [] },
    { mode: ["port"] },
    { place: ["510101", "500100"] },
    { year: [2020, 0] },
    { change: ["back"] },
    { finding: ["back", "forward"] },
    { q: "成渝 & #1" },
    { project: "rail" },
    { at: { lat: 30.5, lon: 105.5, zoom: 7 } },
    { from: "all", to: "early" },
    { rail: "off" },
    { on: "2019" },
    { on: "2021" },
    { view: "plan" },
    { view: "now", current: ["open"], verdict: ["late"] },
  ]) {
    const search = write(change);
    // How it is drawn is always said beside a filter.
    const filters = filterKeys(payload).some((key) => key in change);
    assert.equal(search.includes("view="), filters || "view" in change, search);
    const said = filters ? { view: "now", ...change } : change;
    assert.deepEqual(read(search), { values: said, ignored: [] });
    assert.ok(search.startsWith("?"), search);
  }
});

test("lists in another order are no change; commas stay readable; the server's keys stay", () => {
  assert.equal(write({ mode: ["highway", "rail"] }), "");
  assert.equal(write({ plan: ["early", "late"] }), "?view=now&plan=early,late");
  assert.equal(write({ mode: [] }), "?view=now&mode=all");
  assert.equal(write({ at: { lat: 30.5, lon: 105, zoom: 7 } }), "?at=30.5,105,7");
  assert.equal(write({ lang: "en" }, "?embed=true&x=1&plan=late"), "?embed=true&lang=en");
  assert.equal(ignored("?embed=true&embed_options=dark").length, 0);
});

test("a link that filters and says nothing of how to draw shows what the plans say", () => {
  for (const text of ["plan=late", "q=a", "mode=all", "mode=tram", "year=0", "mode=rail&current="])
    assert.equal(values(`?${text}`).view, "plan", text);
  for (const text of ["", "plan=", "lang=en", "project=rail", "on=2019", "change=back"])
    assert.equal(values(`?${text}`).view, undefined, text);
  // No link from before the choice has a key that came with it.
  for (const text of ["verdict=late", "current=open", "mode=rail&current=open", "on=2019&q=a"])
    assert.equal(values(`?${text}`).view, undefined, text);
  assert.equal(values("?current=open&view=plan").view, "plan");
  assert.equal(values("?plan=late&view=now").view, "now");
  assert.equal(values("?view=now&q=a").view, "now");
  assert.equal(values("?view=elsewhere&q=a").view, "plan");
  assert.deepEqual(ignored("?view=elsewhere"), ["view=elsewhere"]);
});

test("the map stands on years of which anything is known", () => {
  for (const year of ["2018", "2022", "now"])
    assert.deepEqual(read(`?on=${year}`), { values: {}, ignored: [`on=${year}`] });
  assert.equal(values("#on=2019").on, "2019");
  assert.equal(
    readAddress({ ...payload, projects: [], as_of: "" }, "?on=2019", "file").values.on,
    undefined,
  );
});

test("of two that are called alike the first is meant, and a code before any name", () => {
  const alike = smallPayload();
  alike.regions[1].name = ["北区", "north"];
  alike.plans[0].short = ["Late", "LATE"];
  const said = (text) => readAddress(alike, text, "explorer").values;
  assert.deepEqual(said("?region=北区").region, ["north"]);
  assert.deepEqual(said("?region=NORTH").region, ["north"]);
  assert.deepEqual(said("?plan=LATE").plan, ["late"]);
});

test("codes, names in either language and parts that only one has", () => {
  for (const [text, found] of [
    ["?region=north", { region: ["north"] }],
    ["region=北区,SOUTH", { region: ["north", "south"] }],
    ["#plan=晚的计划", { plan: ["late"] }],
    ["?plan=晚的", { plan: ["late"] }],
    ["?plan=Early,early", { plan: ["early"] }],
    ["?plan=late+plan", { plan: ["late"] }],
    ["?status=研究&mode=公路", { status: ["research"], mode: ["highway"] }],
    ["?finding=in+back", { finding: ["back"] }],
    ["?project=成中线", { project: "rail" }],
    ["?q=%E6%88%90&", { q: "成" }],
  ])
    assert.deepEqual(
      read(text),
      { values: "project" in found ? found : { ...found, view: "plan" }, ignored: [] },
      text,
    );
  // A code is itself, whatever another is called.
  const twisted = smallPayload();
  twisted.regions[0].name = ["south", "South"];
  assert.deepEqual(readAddress(twisted, "?region=south", "file").values.region, ["south"]);
  assert.deepEqual(readAddress(twisted, "?region=SOUTH", "file").values.region, ["south"]);
});

test("what does not exist, or could be two, is left out and named", () => {
  assert.deepEqual(read("?plan=late,never"), {
    values: { plan: ["late"], view: "plan" },
    ignored: ["plan=never"],
  });
  assert.deepEqual(read("?plan=never"), { values: { view: "plan" }, ignored: ["plan=never"] });
  for (const text of ["lang=fr", "nothing=1", "toString=1", "__proto__=2"])
    assert.deepEqual(read(`?${text}`), { values: {}, ignored: [text] });
  for (const text of ["plan=plan", "region=n"]) assert.deepEqual(ignored(`?${text}`), [text]);
  assert.deepEqual(values("?year=2020,1999,0").year, [2020, 0]);
  assert.deepEqual(read("?plan=&region=&y&lat="), { values: {}, ignored: [] });
  assert.deepEqual(ignored("?rail=toString,constructor"), ["rail=toString", "rail=constructor"]);
});

test("lists grow, of anything else the last counts; all is no choice", () => {
  assert.deepEqual(values("?plan=late,late,early").plan, ["late", "early"]);
  assert.deepEqual(values("?plan=late&plan=early,late").plan, ["late", "early"]);
  assert.deepEqual(values("?mode=port,all").mode, []);
  assert.equal(values("?lang=zh,en").lang, "en");
  assert.equal(values("?lang=en&lang=fr").lang, "en");
  assert.equal(values("?q=a&q=b").q, "b");
  assert.deepEqual(values("?change=gone,back").change, ["dropped", "back"]);
});

test("a search is cut at its limit, by characters", () => {
  assert.equal(values(`?q=${"长".repeat(81)}`).q, "长".repeat(80));
  assert.equal(values(`?q=${"𠀀".repeat(81)}`).q, "𠀀".repeat(80));
});

test("a viewport is one inside the map, its zoom the nearest that there is", () => {
  for (const [text, found] of [
    ["30.5,105.5,7", { lat: 30.5, lon: 105.5, zoom: 7 }],
    [" 30 ,+105.,.9e1", { lat: 30, lon: 105, zoom: 9 }],
    ["20,88,5", { lat: 20, lon: 88, zoom: 5 }],
    ["42,120,13", { lat: 42, lon: 120, zoom: 13 }],
    ["30,100,4.9", { lat: 30, lon: 100, zoom: 5 }],
    ["30,100,99", { lat: 30, lon: 100, zoom: 13 }],
    ["19.9,100,7", null],
    ["42.1,100,7", null],
    ["30,87.9,7", null],
    ["30,120.1,7", null],
    ["30,100", null],
    ["30,100,7,1", null],
    ["30,100,", null],
    ["30,x,7", null],
    ["30,100,Infinity", null],
    ["30,0x64,7", null],
    ["30,100,1e999", null],
  ]) {
    assert.deepEqual(values(`?at=${text.replace("+", "%2B")}`).at || null, found, text);
    assert.equal(ignored(`?at=${text.replace("+", "%2B")}`).length, found ? 0 : 1, text);
  }
});

test("a viewport in three parts is whole or none", () => {
  assert.deepEqual(read("#zoom=7&lat=30&lon=105"), {
    values: { at: { lat: 30, lon: 105, zoom: 7 } },
    ignored: [],
  });
  assert.deepEqual(read("?lat=30&lon=105"), { values: {}, ignored: ["lat=30", "lon=105"] });
  assert.deepEqual(ignored("?lat=50&lon=105&zoom=7"), ["lat=50", "lon=105", "zoom=7"]);
  assert.equal(values("?at=30,105,7&lat=31&lon=106&zoom=8").at.lat, 30);
});

test("keys of the other page are told; a step is a number", () => {
  assert.deepEqual(read("?step=3"), { values: {}, ignored: ["step=3"] });
  const file = (text) => readAddress(payload, text, "file");
  assert.deepEqual(file("#step=3.5"), { values: { step: 3.5 }, ignored: [] });
  assert.deepEqual(file("#step=x&rail=off&region=north"), {
    values: { region: ["north"], view: "plan" },
    ignored: ["step=x", "rail=off"],
  });
});

test("the part of an address that filters", () => {
  const keys = [
    ...["plan", "status", "region", "place", "finding", "current", "verdict"],
    ...["precision", "mode", "near", "box", "within", "year", "q"],
  ];
  assert.deepEqual(filterKeys(payload), keys);
  assert.deepEqual(emptyFilter(payload), {
    ...Object.fromEntries(keys.map((key) => [key, []])),
    q: "",
  });
});

test("what is said in vain is told on one line that can be seen", () => {
  assert.equal(toldInVain(["year=²", "mode=tram"]), "year=²; mode=tram");
  assert.equal(toldInVain(["q=a\u202eb\nc\u0000\u2028d"]), "q=a\ufffdb\ufffdc\ufffd\ufffdd");
  assert.equal(toldInVain(["\ud800"]), "\ufffd");
  assert.equal(toldInVain(["x".repeat(200)]), "x".repeat(200));
  assert.equal(toldInVain(["😀".repeat(201)]), "😀".repeat(200) + "…");
});

test("a file understands only the codes that are in it", () => {
  const payload = smallPayload();
  const { keys } = payload.address;
  payload.address = {
    ...payload.address,
    keys: { ...keys, region: { ...keys.region, filed: ["south"] } },
  };
  const read = (page) => {
    const { values, ignored } = readAddress(payload, "region=north,south", page);
    return [values.region, ignored];
  };
  assert.deepEqual(read("file"), [["south"], ["region=north"]]);
  assert.deepEqual(read("explorer"), [["north", "south"], []]);
});
