// When an entry is made, and what is written into the one that is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createHistory } from "../../../src/core/page/history.js";

/** A page whose state is the test's, and what was told to the browser. */
function made({ hash = false, refuse = false, where = false, arrive } = {}) {
  const told = [],
    waiting = new Map();
  let n = 0,
    rests = 0;
  const later = (act, wait) => {
    waiting.set(++n, [act, wait]);
    return n;
  };
  const pops = [];
  globalThis.window = {
    setTimeout: later,
    addEventListener: (type, act, first) => pops.push([type, act, first]),
    removeEventListener: (_, act) => {
      const at = pops.findIndex((pop) => pop[1] === act);
      if (at >= 0) pops.splice(at, 1);
    },
  };
  globalThis.setTimeout = later;
  globalThis.clearTimeout = (id) => waiting.delete(id);
  globalThis.location = hash
    ? { pathname: "/m.html", search: "?x", hash: "" }
    : { pathname: "/a", search: "", hash: "#h" };
  const part = hash ? "hash" : "search";
  const put =
    (how) =>
    (...given) => {
      if (refuse) throw new Error("SecurityError");
      const [state, , address] = given;
      told.push(state === globalThis.history.state ? [how, address] : [how, address, state]);
      globalThis.location[part] = new URL(address, "https://a.cn")[part];
    };
  globalThis.history = { state: { kept: 1 }, pushState: put("push"), replaceState: put("put") };
  const state = { tab: "map", q: "", at: "" };
  const address = (s) =>
    (hash ? "#" : "?") + ["tab", "q", "at"].map((key) => `${key}=${s[key]}`).join("&");
  const history = createHistory({
    where: where && (() => ({ zoom: 7 })),
    arrive: arrive && ((at) => arrive(state, at)),
    state: () => state,
    address,
    there: () => globalThis.location[part],
    written: () => rests++,
  });
  /** Let what waits for `wait` milliseconds happen. */
  const pass = (wait) => {
    for (const [id, [act, ms]] of Array.from(waiting))
      if (ms === wait) {
        waiting.delete(id);
        act();
      }
  };
  const set = (change) => {
    Object.assign(state, change);
    history.note();
  };
  const since = () => told.splice(0);
  return { history, pops, state, set, pass, since, waiting, rests: () => rests };
}

test("a choice is an entry at once; the one that is left has all that was typed and moved", () => {
  const { set, pass, since, rests } = made();
  set({ q: "a" });
  set({ at: "1" });
  assert.deepEqual(since(), []);
  set({ tab: "charts" });
  assert.deepEqual(since(), [
    ["put", "/a?tab=map&q=a&at=1#h"],
    ["push", "/a?tab=charts&q=a&at=1#h"],
  ]);
  assert.equal(rests(), 0);
  pass(350);
  assert.deepEqual([since(), rests()], [[], 1]);
});

test("what is typed and moved is written when the hand rests", () => {
  const { set, pass, since, waiting } = made();
  set({ q: "a" });
  set({ q: "ab" });
  assert.equal(waiting.size, 1);
  pass(350);
  assert.deepEqual(since(), [["put", "/a?tab=map&q=ab&at=#h"]]);
});

test("all that one choice changes is one entry; the next choice is another", () => {
  const { set, pass, since } = made();
  set({ tab: "charts" });
  set({ tab: "data" });
  set({ at: "1" });
  assert.equal(since().filter(([how]) => how === "push").length, 1);
  pass(0);
  set({ tab: "map" });
  assert.deepEqual(since(), [
    ["put", "/a?tab=data&q=&at=1#h"],
    ["push", "/a?tab=map&q=&at=1#h"],
  ]);
});

test("written on demand, the address is there, and not twice", () => {
  const { history, state, since } = made();
  state.q = "a";
  assert.equal(history.write(), "?tab=map&q=a&at=");
  history.write();
  assert.deepEqual(since(), [["put", "/a?tab=map&q=a&at=#h"]]);
});

test("having arrived by the browser, nothing is written, nor pushed for it later", () => {
  const { history, state, set, since, pass, waiting } = made();
  set({ q: "a" });
  history.going(() => {
    Object.assign(state, { tab: "charts", q: "" });
    history.note();
  });
  assert.deepEqual([waiting.size, since()], [0, []]);
  history.note();
  assert.deepEqual(since(), []);
  history.destroy();
  pass(350);
  assert.deepEqual([since(), waiting.size], [[], 0]);
});

test("a page of a file has its state behind the hash", () => {
  const { set, since } = made({ hash: true });
  set({ tab: "x" });
  assert.deepEqual(since(), [
    ["put", "/m.html?x#tab=map&q=&at="],
    ["push", "/m.html?x#tab=x&q=&at="],
  ]);
});

test("a browser that refuses does no harm", () => {
  const { set, pass, rests } = made({ refuse: true });
  set({ tab: "charts" });
  pass(350);
  assert.equal(rests(), 1);
});

test("an entry whose address says nothing of the map knows where it was", () => {
  const { set, since, pass } = made({ where: true });
  set({ tab: "charts" });
  const state = { kept: 1, atlas: { zoom: 7 } };
  assert.deepEqual(since(), [
    ["put", "/a?tab=map&q=&at=#h", state],
    ["push", "/a?tab=charts&q=&at=#h", state],
  ]);
  set({ q: "a" });
  pass(350);
  assert.deepEqual(since(), [["put", "/a?tab=charts&q=a&at=#h"]]);
});

test("Back and Forward are told before others hear of them, until it is destroyed", () => {
  const went = [];
  const { pops, set, since, history } = made({
    arrive: (state, at) => {
      went.push(at);
      state.tab = "charts";
      set({});
    },
  });
  assert.deepEqual(
    pops.map(([type, , first]) => [type, first]),
    [["popstate", true]],
  );
  let kept = 0;
  const pop = (state) => {
    globalThis.history.state = state;
    pops[0][1]({ stopImmediatePropagation: () => kept++ });
  };
  pop({ atlas: { zoom: 5 } });
  pop(null);
  assert.deepEqual([went, kept, since()], [[{ zoom: 5 }, null], 2, []]);
  history.destroy();
  assert.deepEqual(pops, []);
  assert.deepEqual(made().pops, []);
});
