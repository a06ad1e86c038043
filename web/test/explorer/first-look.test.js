// Three steps for who sees the page for the first time.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { exampleOf } from "../../src/explorer/first-look.js";
import { made } from "./small-explorer.js";

/** A browser's store, or one that keeps nothing. */
function store(kept, broken = false) {
  const refuse = () => {
    throw new Error("nothing is kept");
  };
  globalThis.localStorage = broken
    ? { getItem: refuse, setItem: refuse }
    : { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}
afterEach(() => {
  delete globalThis.localStorage;
});

const strip = (page) => page.querySelector(".app-first");

test("it is there once, until it is dismissed", () => {
  const kept = new Map();
  store(kept);
  const { page, press } = made();
  assert.equal(strip(page).getAttribute("aria-label"), "app.first");
  assert.deepEqual(strip(page).texts("li").length, 3);
  press("first=done");
  assert.equal(strip(page), null);
  assert.deepEqual(Array.from(kept), [["atlas-first-look", "done"]]);
  assert.equal(strip(made().page), null);
});

test("who was sent somewhere is not held up; language and theme are nowhere", () => {
  store(new Map());
  assert.equal(strip(made({ search: "?region=south" }).page), null);
  assert.equal(strip(made({ search: "?tab=charts" }).page), null);
  assert.ok(strip(made({ search: "?lang=en&theme=dark" }).page));
  const { ex } = made();
  assert.equal(strip(made({ state: ex.state }).page), null);
});

test("a browser that keeps nothing shows it again and fails at nothing", () => {
  store(null, true);
  const { page, press } = made();
  press("first=done");
  assert.equal(strip(page), null);
  assert.ok(strip(made().page));
});

test("each step does what it says", () => {
  store(new Map());
  const { page, ex, press } = made();
  ex.panel.open(false);
  press("first=filter");
  assert.equal(ex.panel.box.open, true);
  press("first=card");
  assert.equal(ex.view.selected, "rail");
  press("first=outcome");
  assert.equal(ex.state.tab, "outcomes");
  assert.ok(strip(page));
  press("first=card");
  assert.equal(ex.state.tab, "map");
});

test("the example is the line that most plans name, the first of equals", () => {
  const p = (id, kind, n) => ({ id, kind, data: { statuses: Array(n).fill(0) } });
  const of = (...projects) => exampleOf(projects)?.id;
  assert.equal(of(p("a", "L", 1), p("b", "L", 3), p("c", "L", 3), p("d", "P", 9)), "b");
  assert.equal(of(p("d", "P", 9)), undefined);
});
