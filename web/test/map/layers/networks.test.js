import assert from "node:assert/strict";
import { test } from "node:test";
import { createNetworkSwitch, createNetworks } from "../../../src/map/layers/networks.js";
import { smallPage, words } from "../../small-dom.js";
import { pack } from "../../small-payload.js";

/** A map of Leaflet's as far as the networks ask it; `remove` takes its panes away. */
function fakeMap() {
  const panes = {};
  return {
    createPane: (name) => (panes[name] = { style: {} }),
    getPane: (name) => panes[name],
    remove: () => delete panes.networks,
  };
}

/** Stands in for Leaflet; `drawn` says what lies on a map, in the order it came. */
function fakeLeaflet() {
  const drawn = [];
  globalThis.L = {
    canvas: () => ({}),
    polyline: (_, { color }) => ({
      addTo: () => drawn.push(color),
      remove: () => drawn.splice(drawn.indexOf(color), 1),
    }),
  };
  return drawn;
}

const PALETTE = { rail: "grey", road: "sand" };
const FILE = { scale: 1, rail: [], road: [] };

test("a network is drawn when its file has come", async () => {
  const drawn = fakeLeaflet();
  let fetched = 0;
  const networks = createNetworks(fakeMap(), PALETTE, () => {
    fetched += 1;
    return Promise.resolve(FILE);
  });
  await networks.show("rail", true);
  await networks.show("road", true);
  assert.deepEqual(drawn, ["grey", "sand"]);
  assert.equal(fetched, 1);
  await networks.show("rail", false);
  assert.deepEqual(drawn, ["sand"]);
});

test("a network switched off before its file has come is not drawn", async () => {
  const drawn = fakeLeaflet();
  const networks = createNetworks(fakeMap(), PALETTE, () => Promise.resolve(FILE));
  const shown = networks.show("rail", true);
  // Nothing has to come for it to go.
  assert.ok(networks.show("rail", false) instanceof Promise);
  await shown;
  assert.deepEqual(drawn, []);
});

test("nothing is drawn on a map that went before the file came", async () => {
  const drawn = fakeLeaflet();
  const map = fakeMap();
  const networks = createNetworks(map, PALETTE, () => Promise.resolve(FILE));
  const shown = networks.show("rail", true);
  map.remove();
  await shown;
  assert.deepEqual(drawn, []);
});

test("a file that could not be fetched is asked for again", async () => {
  const drawn = fakeLeaflet();
  let tries = 0;
  const networks = createNetworks(fakeMap(), PALETTE, () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(FILE);
  });
  assert.equal(await networks.show("road", true), false);
  assert.equal(await networks.show("road", false), true);
  assert.equal(await networks.show("road", true), true);
  assert.deepEqual(drawn, ["sand"]);
});

test("lines are thin and pale, and hear no pointer", async () => {
  const made = [];
  globalThis.L = {
    canvas: (how) => how,
    polyline: (lines, options) => {
      made.push([lines, options]);
      return { addTo: () => {} };
    },
  };
  const file = { scale: 10, rail: [pack([100, 200, 10, 0])], road: [] };
  const networks = createNetworks(fakeMap(), PALETTE, () => Promise.resolve(file));
  await networks.show("rail", true);
  await networks.show("road", true);
  const [[lines, rail], [none, road]] = made;
  assert.deepEqual(lines, [
    [
      [20, 10],
      [20, 11],
    ],
  ]);
  assert.deepEqual(none, []);
  assert.deepEqual(
    ["weight", "opacity", "smoothFactor", "interactive", "pane"].map((name) => rail[name]),
    [1.1, 0.75, 1.4, false, "networks"],
  );
  assert.deepEqual([road.weight, road.opacity], [1, 0.8]);
  assert.equal(rail.renderer, road.renderer);
  assert.deepEqual(rail.renderer, { pane: "networks", padding: 0.3 });
});

/** The switches of a view's networks, and what they ask. */
function switches({ without = false, gone = false, arrives = true } = {}) {
  const page = smallPage(),
    shown = [],
    told = [],
    waits = [],
    cleared = [];
  globalThis.setTimeout = (act, wait) => waits.push([act, wait]);
  globalThis.clearTimeout = (n) => cleared.push(n);
  const show = (kind, on) => {
    shown.push([kind, on]);
    return Promise.resolve(arrives);
  };
  const networks = without ? null : { show };
  const view = {
    words,
    theme: "light",
    model: { payload: { style: { light: { rail: "grey", road: "sand" } } } },
    networks,
    _gone: gone,
    _emit: (name, value) => told.push([name, value]),
  };
  createNetworkSwitch(view, page);
  return { page, networks, shown, told, waits, cleared, ticks: page.all("input") };
}

test("a switch for each network, in its colour; without networks none", () => {
  const { page, ticks } = switches();
  assert.deepEqual(
    ticks.map((tick) => [tick.type, tick.getAttribute("data-network")]),
    [
      ["checkbox", "rail"],
      ["checkbox", "road"],
    ],
  );
  const lines = page.querySelectorAll(".atlas-legend-line");
  assert.deepEqual(
    lines.map((line) => line.style.background),
    ["grey", "sand"],
  );
  assert.deepEqual(switches({ without: true }).page.children, []);
});

test("networks come on by themselves after a while, but the reader has the last word", () => {
  const { networks, ticks, waits, shown, told, cleared } = switches();
  networks.begin(["rail", "road"], 1500);
  assert.deepEqual([waits[0][1], shown], [1500, []]);
  ticks[1].checked = true;
  ticks[1].hear("change");
  ticks[1].checked = false;
  ticks[1].hear("change");
  assert.deepEqual(told, [
    ["network", { kind: "road", on: true }],
    ["network", { kind: "road", on: false }],
  ]);
  waits[0][0]();
  assert.deepEqual(shown.slice(2), [["rail", true]]);
  assert.deepEqual([ticks[0].checked, ticks[1].checked], [true, false]);
  networks.begin([], 0);
  assert.equal(cleared.at(-1), 1);
  const left = switches({ gone: true });
  left.networks.begin(["rail"], 0);
  left.waits[0][0]();
  assert.deepEqual(left.shown, []);
});

test("a network that did not arrive is not ticked", async () => {
  const { ticks, networks, waits } = switches({ arrives: false });
  ticks[1].checked = true;
  ticks[1].hear("change");
  networks.begin(["rail"], 0);
  waits[0][0]();
  assert.deepEqual([ticks[0].checked, ticks[1].checked], [true, true]);
  await Promise.resolve();
  assert.deepEqual([ticks[0].checked, ticks[1].checked], [false, false]);
});
