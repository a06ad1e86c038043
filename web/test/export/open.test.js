// How an exported file opens, and what it says where it did not come through whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig, sayDamaged } from "../../src/export/damaged.js";
import { startPage } from "../../src/export/page.js";
import { made } from "./small-file.js";

/** A file that opens while the page is still `loading`, or after; `text` is what its data say. */
async function opened({ loading = false, text } = {}) {
  const its = made({ begun: false });
  const { document, window } = globalThis;
  its.root.textContent = "";
  const config = document.createElement("script");
  config.textContent = JSON.stringify({ ...its.page.config, damaged: "Broken" });
  document.getElementById = (id) => (id === "page" ? its.root : config);
  document.readyState = loading ? "loading" : "interactive";
  globalThis.console = { ...console, error: () => {} };
  const tick = async () => {
    for (let i = 0; i < 9; i++) await new Promise((done) => setImmediate(done));
  };
  const data = JSON.stringify(its.payload);
  startPage(Promise.resolve(text === undefined ? data : text));
  await tick();
  const there = () => !!its.root.querySelector(".page-head");
  const state = () => [there(), document.documentElement.getAttribute("data-drawn")];
  return { ...its, tick, state, window };
}

test("a file is made when the page is loaded, and woken when its ground is painted", async () => {
  const its = await opened();
  assert.deepEqual(its.state(), [true, null]);
  assert.equal(its.window.atlasPage.view.waiting, true);
  its.run();
  await its.tick();
  assert.deepEqual([...its.state(), its.window.atlasPage.view.waiting], [true, "1", false]);
  const later = await opened({ loading: true });
  assert.deepEqual(later.state(), [false, null]);
  later.tell("document", "DOMContentLoaded");
  later.run();
  await later.tick();
  assert.equal(later.state()[0], true);
});

test("a file whose data are damaged says so", async () => {
  const its = await opened({ text: "{" });
  assert.deepEqual(its.root.texts("p"), ["Broken"]);
});

test("a damaged file says so in its own words", () => {
  const { root } = made({ begun: false });
  const config = globalThis.document.createElement("script");
  config.textContent = '{"damaged": "Broken"}';
  globalThis.document.getElementById = (id) => (id === "page" ? root : config);
  assert.deepEqual(readConfig(), { damaged: "Broken" });
  globalThis.console = { ...console, error: () => {} };
  sayDamaged(new Error());
  const said = root.querySelector(".page-broken");
  assert.deepEqual([said.textContent, said.getAttribute("role")], ["Broken", "alert"]);
});
