// The explorer's head and frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyAddress } from "../../src/explorer/copy-address.js";
import { written } from "../small-dom.js";
import { made } from "./small-explorer.js";

const settled = () => new Promise((done) => setImmediate(done));

test("the head: tabs, a link to the page that reads plans, switches", () => {
  const { page, ex } = made({ search: "?lang=en" });
  const [head] = page.all("header");
  assert.deepEqual(written(head.querySelector(".app-tabs")), [
    "nav class=app-tabs aria-label=app.tabs",
    '  button data-tab=map aria-current=page "app.tab.map"',
    '  button data-tab=matrix "app.tab.matrix"',
    '  button data-tab=compare "app.tab.compare"',
    '  button data-tab=charts "app.tab.charts"',
    '  button data-tab=outcomes "app.tab.outcomes"',
    '  button data-tab=data "app.tab.data"',
    '  a class=app-tab "app.tab.read"',
  ]);
  const [read] = head.all("a", { class: "app-tab" });
  assert.deepEqual([read.href, read.target], ["?page=read&lang=en", "_self"]);
  const dark = made({ search: "?theme=dark" });
  assert.equal(dark.page.all("a", { class: "app-tab" })[0].href, "?page=read&lang=zh&theme=dark");
  const either = (name) =>
    head
      .querySelector(`.is-${name}`)
      .all("button")
      .map((b) => [
        b.getAttribute("data-choice"),
        b.getAttribute("aria-pressed"),
        b.title,
        b.textContent,
        b.lang,
      ]);
  assert.deepEqual(either("theme"), [
    ["theme=auto", "true", "app.theme.auto", "", undefined],
    ["theme=light", "false", "app.theme.light", "", undefined],
    ["theme=dark", "false", "app.theme.dark", "", undefined],
  ]);
  assert.deepEqual(either("lang"), [
    ["lang=zh", "false", undefined, "中文", "zh-CN"],
    ["lang=en", "true", undefined, "English", "en"],
  ]);
  assert.equal(head.querySelector(".is-theme").all("path").length, 3);
  assert.equal(ex.app.lang, "en");
});

test("another language or theme makes the page anew, after the address is written", () => {
  const again = [];
  const { press, addresses, ex } = made({ search: "?q=x", again: (state) => again.push(state) });
  press("lang=zh");
  assert.deepEqual([again, addresses], [[], []]);
  press("lang=en");
  press("theme=dark");
  assert.deepEqual(again, [ex.state, ex.state]);
  assert.deepEqual([ex.state.lang, ex.state.theme], ["en", "dark"]);
  assert.deepEqual(
    addresses.map(([, address]) => address),
    ["/a?lang=en&view=plan&q=x#h", "/a?lang=en&view=plan&q=x&theme=dark#h"],
  );
});

test("until it has been measured the map is in sight, lower beside a comparison", () => {
  for (const [tab, first] of [
    ["map", "map"],
    ["charts", "map"],
    ["compare", "compare"],
  ]) {
    const { ex, run } = made({ search: `?tab=${tab}`, paced: true });
    assert.equal(ex.app.getAttribute("data-tab"), first);
    run();
  }
});

test("a way to draw leads back to now", () => {
  const { ex, find } = made({ search: "?on=2020" });
  find("view=plan").hear("click");
  assert.deepEqual(
    [ex.state.on, ex.state.view, find("view=plan").title],
    ["", "plan", "view.plan.means"],
  );
});

test("the address is copied, and the button says so for a while", async () => {
  const { page, addresses, ex, waiting } = made();
  const copied = [];
  const browser = (value) => {
    Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  };
  browser({ clipboard: { writeText: async (text) => copied.push(text) } });
  const copy = page.all("button").find((b) => b.textContent === "app.copy");
  ex.state.q = "x";
  copy.hear("click");
  await settled();
  assert.deepEqual(addresses, [["kept", "/a?view=now&q=x#h"]]);
  assert.deepEqual([copied, copy.textContent], [["https://a.cn/a"], "app.copied"]);
  const [act, wait] = waiting.at(-1);
  act();
  assert.deepEqual([wait, copy.textContent], [1600, "app.copy"]);
  browser({ clipboard: { writeText: () => Promise.reject(new Error()) } });
  copyAddress(copy, (key) => key);
  await settled();
  assert.equal(copy.textContent, "app.copy");
  // Where a page may not copy, the reader does.
  const asked = [];
  browser({});
  globalThis.window.prompt = (...said) => asked.push(said);
  copyAddress(copy, (key) => key);
  assert.deepEqual(asked, [["app.copy", "https://a.cn/a"]]);
});
