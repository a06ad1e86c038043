// How the explorer is mounted in the server's page: made once, made again where it must be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mountExplorer, unmountExplorer } from "../../src/explorer/mount.js";
import { fullPayload, surroundings } from "../small-window.js";
import { WORDS_OF } from "./small-explorer.js";

const settled = () => new Promise((done) => setImmediate(done));
const DATA = {
  payload: "p1",
  more: "m",
  networks: "n",
  notices: [],
  failed: "Failed",
  downloads: [],
};

/** The server's page on a light ground, and what the server sends to it. */
function server() {
  const its = surroundings(),
    { document, window } = globalThis,
    page = { ...its, ground: "#ffffff", timers: [], asked: [] };
  globalThis.HTMLElement = its.page.constructor;
  document.head = document.createElement("head");
  document.getElementById = (id) => document.head.children.find((node) => node.id === id) || null;
  globalThis.getComputedStyle = () => ({ getPropertyValue: () => page.ground });
  window.setInterval = (act, wait) => page.timers.push({ act, wait });
  globalThis.clearInterval = (n) => {
    if (n) page.timers[n - 1] = null;
  };
  globalThis.console = { ...console, error: () => {} };
  window.atlasFiles = {
    p1: Promise.resolve(fullPayload()),
    p2: Promise.resolve(fullPayload()),
    get(name) {
      page.asked.push(name);
      this[name] = this[name] || Promise.reject(new Error("gone"));
      return this[name];
    },
  };
  const parent = document.createElement("div");
  its.page.appendChild(parent);
  const message = (data) => {
    const files = { js: "", css: "own rules", page: "page rules", words: WORDS_OF };
    mountExplorer({ parentElement: parent, data: { ...DATA, ...data } }, files);
  };
  const send = async (data) => {
    message(data);
    await settled();
    its.run();
    await settled();
  };
  const root = () => parent.querySelector(".atlas-root");
  const tick = () => {
    page.timers.forEach((timer) => {
      if (timer) timer.act();
    });
  };
  return Object.assign(page, { parent, message, send, root, tick });
}

const chosen = () => globalThis.document.documentElement.getAttribute("data-atlas-theme");

test("styles and root are made once, and the explorer for each payload", async () => {
  const { send, root, parent, timers } = server();
  const { head } = globalThis.document;
  await send();
  const first = root().explorer;
  assert.equal(first.view.shown.size, 3);
  assert.deepEqual(parent.texts("style"), ["own rules"]);
  assert.deepEqual(
    head.children.map((node) => node.id || node.textContent.slice(0, 5)),
    ["atlas-page-style", ".page", "@page"],
  );
  await send();
  assert.equal(root().explorer, first);
  first.set({ q: "road" });
  await send({ payload: "p2" });
  const second = root().explorer;
  assert.notEqual(second, first);
  // It goes on where the one before stood.
  assert.deepEqual([second.state.q, Array.from(second.view.shown.keys())], ["road", ["road"]]);
  assert.equal(first._gone, true);
  assert.deepEqual(
    [
      parent.all("style").length,
      head.children.length,
      root().querySelectorAll(".atlas-app").length,
    ],
    [1, 3, 1],
  );
  assert.deepEqual(
    timers.map((timer) => timer && timer.wait),
    [null, 700],
  );
});

test("only the first explorer lets the ground be painted before the projects", async () => {
  const { send, root } = server();
  await send();
  assert.equal(root().explorer.options.paced, true);
  await send({ payload: "p2" });
  assert.equal(root().explorer.options.paced, false);
});

test("notices and downloads are those of the newest message", async () => {
  const { send, root } = server();
  await send({ notices: [["坏", "Bad"]], downloads: ["csv"] });
  assert.equal(root().querySelectorAll(".app-notice").length, 1);
  assert.deepEqual(root().explorer.options.downloads, ["csv"]);
});

test("the theme follows the page's ground until the reader chooses one", async () => {
  const its = server();
  await its.send();
  const theme = () => [its.root().explorer.theme, chosen()];
  assert.deepEqual(theme(), ["light", null]);
  const before = its.root().explorer;
  its.tick();
  assert.equal(its.root().explorer, before);
  its.ground = "#000000";
  its.tick();
  assert.notEqual(its.root().explorer, before);
  assert.deepEqual(theme(), ["dark", null]);
  const [light] = its.root().all("button", { "data-choice": "theme=light" });
  light.focus();
  light.hear("click");
  assert.deepEqual(theme(), ["light", "light"]);
  // The keyboard is on the same button of the page made anew.
  const [again] = its.root().all("button", { "data-choice": "theme=light" });
  assert.notEqual(again, light);
  assert.equal(globalThis.document.activeElement, again);
  const now = its.root().explorer;
  its.tick();
  assert.equal(its.root().explorer, now);
});

test("a payload that does not arrive is told, and asked for again", async () => {
  const its = server();
  const { atlasFiles } = globalThis.window;
  atlasFiles.bad = Promise.reject(new Error("bad"));
  await its.send({ payload: "bad" });
  assert.equal(its.root().textContent, "Failed");
  assert.equal(atlasFiles.bad, undefined);
  atlasFiles.bad = Promise.resolve(fullPayload());
  await its.send({ payload: "bad" });
  assert.equal(its.root().explorer.view.shown.size, 3);
});

test("a payload that is not wanted any more is not shown", async () => {
  const its = server();
  let arrive = null;
  globalThis.window.atlasFiles.late = new Promise((done) => {
    arrive = done;
  });
  its.message({ payload: "late" });
  await its.send();
  const { explorer } = its.root();
  arrive(fullPayload());
  await settled();
  assert.equal(its.root().explorer, explorer);
  const other = server();
  other.message();
  other.root().remove();
  const [kept] = [other.parent.children.length];
  await settled();
  assert.deepEqual([kept, other.root()], [1, null]);
  assert.deepEqual(other.timers, []);
});

test("files that are needed later are asked for by name, again where they failed", async () => {
  const its = server();
  await its.send();
  const { more, networks } = its.root().explorer.options;
  await assert.rejects(more(), /gone/);
  assert.equal(globalThis.window.atlasFiles.m, undefined);
  globalThis.window.atlasFiles.m = Promise.resolve("more");
  assert.equal(await more(), "more");
  await assert.rejects(networks());
  assert.deepEqual(its.asked.slice(-3), ["m", "m", "n"]);
});

test("unmounted, nothing is left of it", async () => {
  const its = server();
  await its.send();
  its.root().all("button", { "data-choice": "theme=light" })[0].hear("click");
  const { explorer } = its.root();
  unmountExplorer(its.parent);
  assert.deepEqual([its.root(), chosen(), its.timers], [null, null, [null]]);
  assert.equal(explorer._gone, true);
  unmountExplorer(its.parent);
  // Nor where the payload never came.
  const early = server();
  early.message();
  unmountExplorer(early.parent);
  assert.equal(early.root(), null);
});
