// The first stops of the keyboard lead to the map and the list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSkipLinks } from "../../../src/core/page/skip-links.js";
import { smallPage } from "../../small-dom.js";

test("each button brings its place into sight and the keyboard to it", () => {
  const page = smallPage(),
    seen = [];
  const place = (tabIndex) =>
    Object.assign(page.appendChild(globalThis.document.createElement("div")), {
      tabIndex,
      scrollIntoView: (how) => seen.push(how.block),
    });
  const map = place(0),
    list = place(-1);
  createSkipLinks(page, "Skip", [
    ["to map", () => map],
    ["to list", () => list],
    ["nowhere", () => null],
  ]);
  const [box] = page.all("nav");
  assert.equal(box.getAttribute("aria-label"), "Skip");
  assert.deepEqual(box.texts("button"), ["to map", "to list", "nowhere"]);
  const [first, second, third] = box.all("button");
  const reached = (button) => {
    button.hear("click");
    return globalThis.document.activeElement;
  };
  assert.equal(reached(first), map);
  assert.equal(reached(second), list);
  assert.equal(reached(third), list);
  assert.deepEqual([map.tabIndex, list.tabIndex, seen], [0, -1, ["nearest", "nearest"]]);
});

test("a place that the keyboard cannot reach is made one that it can be brought to", () => {
  const page = smallPage(),
    set = [];
  const place = page.appendChild(globalThis.document.createElement("div"));
  place.scrollIntoView = () => {};
  // What has no stop of its own says -1, and takes the keyboard only when that is set.
  Object.defineProperty(place, "tabIndex", { get: () => -1, set: (n) => set.push(n) });
  createSkipLinks(page, "Skip", [["there", () => place]]);
  page.all("button")[0].hear("click");
  assert.deepEqual(set, [-1]);
});
