// The map of an exported file as it is made: how it draws, and of how many projects.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DENSE_FROM } from "../../src/map/layers/dense-layer.js";
import { made } from "./small-file.js";

test("a map is drawn from the start as it is asked for", () => {
  const drawn = (view) => made({ config: { view }, begun: false }).page.view.look;
  assert.deepEqual(["now", "plan"].map(drawn), ["currents", "statuses"]);
});

test("of very many projects lines are painted by the dense layer", () => {
  const layers = (n) => {
    const { page } = made({
      begun: false,
      change: (payload) => {
        const [one] = payload.projects;
        payload.projects = Array.from({ length: n }, (_, i) => ({ ...one, id: `p${i}` }));
      },
    });
    return page.view.map.layers.size;
  };
  assert.equal(layers(DENSE_FROM + 1), layers(DENSE_FROM) + 1);
});
