// The map beneath the view: its steps of zoom, and a pane for names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createMap } from "../../../src/map/leaflet/leaflet-map.js";

test("a map is made without controls, or the given one is taken", () => {
  const made = [];
  const map = (options) => {
    const its = {
      options,
      panes: {},
      set: [],
      setMinZoom: (zoom) => {
        its.set.push(zoom);
        return its;
      },
      setMaxZoom: (zoom) => its.set.push(zoom),
      createPane: (name) => (its.panes[name] = { style: {} }),
    };
    return its;
  };
  globalThis.L = {
    map: (box, options) => {
      made.push([box, { ...options }]);
      return map(options);
    },
  };
  const own = createMap("box");
  assert.deepEqual(made, [["box", { zoomControl: false, attributionControl: false }]]);
  assert.deepEqual(own.set, [5, 13]);
  assert.deepEqual(
    ["zoomSnap", "zoomDelta", "wheelPxPerZoomLevel", "maxBoundsViscosity"].map(
      (name) => own.options[name],
    ),
    [0.25, 0.75, 110, 0.6],
  );
  assert.deepEqual(own.panes.names.style, { zIndex: "460", pointerEvents: "none" });
  const given = map({});
  assert.equal(createMap("box", given), given);
  assert.equal(made.length, 1);
});
