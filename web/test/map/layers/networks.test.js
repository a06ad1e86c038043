import assert from "node:assert/strict";
import { test } from "node:test";
import { createNetworks } from "../../../src/map/layers/networks.js";
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
  networks.show("rail", false);
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
  await networks.show("road", true);
  await networks.show("road", true);
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
