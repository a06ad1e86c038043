// What a link holds, and what of it is believed.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chosenFilter,
  defaultState,
  readAddress,
  readViewport,
  writeAddress,
} from "../../src/core/address.js";
import { smallPayload } from "../small-payload.js";

const payload = smallPayload();
const read = (search) => readAddress(payload, search);
const write = (change, before) =>
  writeAddress(payload, { ...defaultState(payload), ...change }, before);

test("a page whose address says nothing shows the core modes and the newest plan", () => {
  const state = defaultState(payload);
  assert.deepEqual(read("").state, state);
  assert.deepEqual(state.mode, ["rail", "highway"]);
  assert.equal(state.to, "late");
  assert.equal(write({}), "");
  assert.equal(defaultState({ ...payload, plans: [] }).to, "");
});

test("what a state writes is read again", () => {
  for (const change of [
    { lang: "en" },
    { view: "plan" },
    { view: "now", current: ["open", "unknown"] },
    { view: "plan", verdict: ["late"] },
    { view: "now", q: "渝" },
    { tab: "matrix" },
    { plan: ["late", "early"] },
    { status: ["research"], region: ["north", "south"] },
    { mode: [] },
    { mode: ["port"] },
    { place: ["510101", "500100"] },
    { year: [2020, 0] },
    { change: ["back"] },
    { finding: ["back", "forward"] },
    { view: "plan", q: "成渝 & #1" },
    { project: "rail" },
    { at: "30.5,105.5,7" },
    { from: "all", to: "early" },
    { on: "2019" },
    { on: "2021" },
    { theme: "dark", rail: "off", road: "on", band: "on" },
  ]) {
    const search = write(change);
    assert.deepEqual(read(search), { state: { ...defaultState(payload), ...change }, ignored: [] });
    assert.ok(search.startsWith("?"), search);
  }
});

test("lists in another order are no change; commas stay readable; the server's keys stay", () => {
  assert.equal(write({ mode: ["highway", "rail"] }), "");
  assert.equal(write({ plan: ["early", "late"] }), "?view=now&plan=early,late");
  assert.equal(write({ mode: [] }), "?view=now&mode=all");
  assert.equal(write({ lang: "en" }, "?embed=true&x=1&plan=late"), "?embed=true&lang=en");
  assert.equal(read("?embed=true&embed_options=dark").ignored.length, 0);
});

test("what does not exist is left out and named", () => {
  assert.deepEqual(read("?plan=late,never").ignored, ["plan=never"]);
  assert.deepEqual(read("?plan=late,never").state.plan, ["late"]);
  assert.deepEqual(read("?plan=never").state.plan, []);
  assert.deepEqual(read("?lang=fr&tab=nowhere&nothing=1").ignored, [
    "lang=fr",
    "tab=nowhere",
    "nothing=1",
  ]);
  assert.deepEqual(read("?toString=1&__proto__=2").ignored, ["toString=1", "__proto__=2"]);
  assert.deepEqual(read("?year=2020,1999,0").state.year, [2020, 0]);
  assert.deepEqual(read("?on=2018").ignored, ["on=2018"]);
  assert.deepEqual(read("?on=2022").ignored, ["on=2022"]);
  assert.equal(read("?on=2022").state.on, "");
  assert.deepEqual(read("?plan=&region=").ignored, []);
  assert.deepEqual(read("?plan=late,late,early").state.plan, ["late", "early"]);
  assert.deepEqual(read("?mode=port,all").state.mode, []);
  assert.equal(read("?lang=en,zh").state.lang, "en");
  assert.equal(read(`?q=${"长".repeat(90)}`).state.q.length, 80);
});

test("a viewport is one inside the map", () => {
  assert.deepEqual(readViewport("30.5,105.5,7"), { lat: 30.5, lon: 105.5, zoom: 7 });
  for (const [text, good] of [
    ["20.1,88.1,5", true],
    ["41.9,119.9,13", true],
    ["20,100,7", false],
    ["42,100,7", false],
    ["30,88,7", false],
    ["30,120,7", false],
    ["30,100,4.9", false],
    ["30,100,13.1", false],
    ["30,100", false],
    ["30,100,7,1", false],
    ["30,x,7", false],
    ["30,100,Infinity", false],
    ["", false],
  ])
    assert.equal(Boolean(readViewport(text)), good, text);
  assert.deepEqual(read("?at=1,2,3"), { state: defaultState(payload), ignored: ["at=1,2,3"] });
});

test("the part of a state that filters", () => {
  const state = {
    ...defaultState(payload),
    plan: ["a"],
    status: ["b"],
    region: ["c"],
    mode: ["d"],
    place: ["e"],
    year: [1],
    finding: ["f"],
    current: ["h"],
    verdict: ["i"],
    q: "g",
  };
  assert.deepEqual(chosenFilter(state), {
    plans: ["a"],
    statuses: ["b"],
    regions: ["c"],
    modes: ["d"],
    places: ["e"],
    years: [1],
    findings: ["f"],
    currents: ["h"],
    verdicts: ["i"],
    query: "g",
  });
});

test("a link that filters and does not say how to draw shows what the plans say", () => {
  for (const [search, view] of [
    ["", "now"],
    ["?lang=en&tab=charts&project=rail&at=30,105,7&change=back&band=on", "now"],
    ["?region=north", "plan"],
    ["?mode=all", "plan"],
    ["?q=a", "plan"],
    ["?year=2020", "plan"],
    ["?verdict=late", "plan"],
    ["?current=open", "plan"],
    ["?plan=never", "plan"],
    ["?plan=&q=", "now"],
    ["?region=north&view=now", "now"],
    ["?view=now&region=north", "now"],
    ["?view=plan", "plan"],
    ["?view=other", "now"],
    ["?view=other&q=a", "plan"],
  ])
    assert.equal(read(search).state.view, view, search);
  assert.deepEqual(read("?view=other").ignored, ["view=other"]);
  assert.equal(write({ view: "plan" }), "?view=plan");
  assert.equal(write({ view: "plan", q: "a" }), "?view=plan&q=a");
  assert.equal(write({ view: "now", change: ["back"] }), "?change=back");
});
