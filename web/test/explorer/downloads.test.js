// The menu of downloads: links that hold the page's address, and a package that is prepared.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloadAddress } from "../../src/explorer/downloads.js";
import { pressed } from "../small-dom.js";
import { made } from "./small-explorer.js";

const settled = () => new Promise((done) => setImmediate(done));

/** A menu of `kinds`; the server's answers are those of `answers` in turn. */
function menu({ kinds = ["map", "csv", "package"], answers = [], ...more } = {}) {
  const asked = [];
  globalThis.fetch = async (address, { method = "file" }) => {
    asked.push([method, address]);
    const answer = answers.shift();
    if (answer === "nobody") throw new Error();
    if (answer === "wait") return new Promise(() => {});
    return {
      ok: answer !== "refused",
      json: async () => answer,
      status: answer === "file" ? 200 : 404,
      headers: { get: () => null },
      blob: async () => new Blob([JSON.stringify(answer)]),
    };
  };
  const its = made({ downloads: kinds, ...more });
  const box = its.page.querySelector(".app-downloads"),
    [head] = box.all("button"),
    [list] = box.querySelectorAll(".app-menu"),
    said = list.children.find((child) => child.getAttribute("role") === "alert"),
    pack = box.querySelector(".app-package");
  const links = () =>
    list.children
      .filter((child) => child.tag === "a")
      .map((link) => [link.textContent, link.href, link.target, link.title]);
  const told = () => [
    pack.getAttribute("data-state"),
    ...pack.children.map((child) => `${child.tag} ${child.textContent}`),
  ];
  return { ...its, asked, box, head, list, pack, said, links, told };
}

const place = (state, before = 0, why = []) => ({ state, before, why });

test("a download lies beside the page", () => {
  assert.equal(downloadAddress("/a", "csv", "?q=x"), "/a/downloads/csv?q=x");
  assert.equal(downloadAddress("/a/", "csv", ""), "/a/downloads/csv");
  assert.equal(downloadAddress("/", "csv", ""), "/downloads/csv");
});

test("the links have what the page shows when they are used", () => {
  const { ex, links, list, head } = menu();
  assert.deepEqual(links(), [
    ["app.download.map", "/a/downloads/map", "_self", "app.download.map.help"],
    ["app.download.csv", "/a/downloads/csv", "_self", undefined],
  ]);
  assert.deepEqual([head.textContent, head.disabled], ["download 3", false]);
  ex.set({ mode: ["port"] });
  assert.equal(links()[1][1], "/a/downloads/csv?view=now&mode=port");
  for (const event of ["pointerdown", "focusin", "contextmenu"]) {
    ex.state.q = event;
    list.hear(event);
    assert.equal(links()[1][1], `/a/downloads/csv?view=now&mode=port&q=${event}`);
  }
  ex.set({ q: "nothing" });
  assert.deepEqual([head.textContent, head.disabled], ["download 0", true]);
});

test("what the map itself changes goes into the links once the hand rests", () => {
  const { ex, links, waiting } = menu();
  ex.write();
  ex.state.band = "on";
  ex.history.note();
  assert.equal(links()[1][1].includes("band=on"), false);
  const [act, rest] = waiting.at(-1);
  assert.equal(rest, 350);
  act();
  assert.equal(links()[1][1].includes("band=on"), true);
});

test("the menu closes by its button, Escape, a click elsewhere, and when nothing is left", () => {
  const its = menu();
  const { head, list, box, ex } = its;
  const state = () => [list.hidden, head.getAttribute("aria-expanded")];
  const [open, closed] = [
    [false, "true"],
    [true, "false"],
  ];
  assert.deepEqual(state(), closed);
  head.hear("click");
  assert.deepEqual(state(), open);
  head.hear("click");
  assert.deepEqual(state(), closed);
  head.hear("click");
  box.hear("keydown", { key: "Tab" });
  assert.deepEqual(state(), open);
  globalThis.document.activeElement = null;
  box.hear("keydown", pressed("Escape"));
  assert.deepEqual([...state(), globalThis.document.activeElement === head], [...closed, true]);
  globalThis.document.activeElement = null;
  box.hear("keydown", pressed("Escape"));
  assert.equal(globalThis.document.activeElement, null);
  head.hear("click");
  const [outside] = its.outside;
  outside({ composedPath: () => [box] });
  assert.deepEqual(state(), open);
  outside({ composedPath: () => [its.page] });
  assert.deepEqual(state(), closed);
  head.hear("click");
  ex.set({ q: "nothing" });
  assert.deepEqual(state(), closed);
  ex.destroy();
  assert.deepEqual(its.outside, []);
});

test("a file that cannot be had is a sentence in the menu, gone when it comes", async () => {
  const its = menu({ answers: [{ why: ["没有", "nothing"] }, "nobody", "file"] });
  const { ex, list, said, asked } = its;
  let stayed = 0;
  const take = async () => {
    list.all("a")[1].hear("click", { preventDefault: () => stayed++ });
    const before = said.textContent;
    for (let turn = 0; turn < 5; turn++) await settled();
    return [before, said.textContent, said.hidden];
  };
  const taking = "app.download.taking";
  assert.equal(said.hidden, true);
  assert.deepEqual(await take(), [taking, "failed: 没有", false]);
  ex.state.q = "x";
  assert.deepEqual(await take(), [taking, "failed: app.download.unreached", false]);
  const { createElement } = globalThis.document;
  const kept = [];
  globalThis.document.createElement = (tag) =>
    Object.assign(createElement(tag), {
      click() {
        kept.push(this.download);
      },
    });
  assert.deepEqual(await take(), [taking, "", true]);
  globalThis.document.createElement = createElement;
  assert.deepEqual([kept, stayed], [["csv"], 3]);
  assert.deepEqual(asked, [
    ["file", "/a/downloads/csv"],
    ["file", "/a/downloads/csv?view=now&q=x"],
    ["file", "/a/downloads/csv?view=now&q=x"],
  ]);
});

test("a server without packages has none in its menu", () => {
  const { pack, links } = menu({ kinds: ["csv"] });
  assert.deepEqual([pack, links().length], [null, 1]);
  const only = menu({ kinds: ["package"] });
  assert.deepEqual([only.told()[0], only.links()], ["none", []]);
});

test("a package is prepared, waits, is made, and is there", async () => {
  const { pack, told, asked, waiting, run } = menu({
    answers: [place("waiting", 2), place("making"), place("ready")],
    search: "?q=x",
  });
  run();
  assert.deepEqual(told(), ["none", "button app.download.prepare"]);
  assert.equal(pack.getAttribute("aria-live"), "polite");
  pack.all("button")[0].hear("click");
  assert.deepEqual(told(), ["making", "p app.download.making"]);
  await settled();
  assert.deepEqual(told(), ["waiting", "p 2 before"]);
  const looks = () => waiting.filter(([, wait]) => wait === 1000);
  assert.equal(looks().length, 1);
  run();
  await settled();
  assert.deepEqual(told(), ["making", "p app.download.making"]);
  run();
  await settled();
  assert.deepEqual(told(), ["ready", "a app.download.ready"]);
  assert.equal(pack.all("a")[0].href, "/a/downloads/package?view=plan&q=x");
  assert.equal(looks().length, 0);
  const state = "/a/downloads/package/state?view=plan&q=x";
  assert.deepEqual(asked, [
    ["POST", state],
    ["GET", state],
    ["GET", state],
  ]);
});

test("a package that fails says why, in the page's language, and is tried again", async () => {
  for (const [lang, answer, why] of [
    ["zh", place("failed", 0, ["坏", "Bad"]), "坏"],
    ["en", place("failed", 0, ["坏", "Bad"]), "Bad"],
    ["zh", "refused", "app.download.unreached。"],
    ["en", "nobody", "app.download.unreached."],
  ]) {
    const { pack, told, asked } = menu({
      answers: [answer, place("ready")],
      search: `?lang=${lang}`,
    });
    pack.all("button")[0].hear("click");
    await settled();
    assert.deepEqual(told(), ["failed", `p failed: ${why}`, "button app.download.again"]);
    assert.equal(pack.all("p")[0].is("is-failed"), true);
    pack.all("button")[0].hear("click");
    await settled();
    assert.deepEqual([told()[0], asked.length], ["ready", 2]);
  }
});

test("who has the keyboard on the package keeps it; nobody is thrown there", async () => {
  const { pack, ex } = menu({ answers: [place("ready"), place("none"), place("ready")] });
  pack.all("button")[0].hear("click");
  await settled();
  assert.equal(globalThis.document.activeElement, null);
  pack.all("a")[0].focus();
  ex.set({ q: "x" });
  // It is looked at as soon as the address is another.
  await settled();
  const [prepare] = pack.all("button");
  assert.equal(globalThis.document.activeElement, prepare);
  prepare.hear("click");
  await settled();
  assert.equal(globalThis.document.activeElement, prepare);
});

test("another address may mean another package; what was never asked for is not", async () => {
  const { ex, pack, asked, told } = menu({
    answers: [place("ready"), place("none"), place("ready")],
  });
  ex.set({ q: "x" });
  assert.deepEqual(asked, []);
  pack.all("button")[0].hear("click");
  await settled();
  assert.equal(told()[0], "ready");
  ex.set({ q: "x" });
  assert.equal(asked.length, 1);
  ex.set({ q: "y" });
  await settled();
  assert.deepEqual(
    [asked[1], told()[0]],
    [["GET", "/a/downloads/package/state?view=now&q=y"], "none"],
  );
  ex.set({ q: "z" });
  await settled();
  assert.equal(asked.length, 2);
});

test("only the newest question is answered, and none after the page is gone", async () => {
  const { ex, pack, told, run } = menu({ answers: [place("ready"), "refused"] });
  pack.all("button")[0].hear("click");
  ex.destroy();
  await settled();
  assert.deepEqual(told()[0], "making");
  run();
});
