// Addresses of downloads, and the sentence of a correction that is not used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloadAddress } from "../../src/reader/told/downloads.js";
import { sentenceOf } from "../../src/reader/told/unfit.js";
import { made } from "./small-reader.js";

/** @type {Record<string, string>} */
const WORDS = { "read.unfit": "{what}: {why}", "read.unfit.name": "name" };
/** @param {string} key @param {Record<string, unknown>} [values] */
const w = (key, values) =>
  (WORDS[key] || key).replace(/\{(\w+)\}/g, (_, name) => String((values || {})[name]));

test("an address holds the page, the kind and the step", () => {
  assert.equal(downloadAddress("/", "t-1", "table", 3), "/downloads/read/t-1/table?step=3");
  assert.equal(downloadAddress("/a/b", "t", "review", 0), "/a/b/downloads/read/t/review?step=0");
});

test("a correction that is not used is told with its row, field, words and reason", () => {
  const one = { key: "1.0", field: "name", told: ["有看不见的字符", "holds what cannot be seen"] };
  assert.equal(
    sentenceOf(one, "渝昆", "a\u200b", w, "zh"),
    "渝昆 · name · " + JSON.stringify("a\u200b") + ": 有看不见的字符。",
  );
  const odd = { key: "2.17", field: "colour", told: ["", "no"] };
  assert.equal(sentenceOf(odd, "", "x".repeat(99), w, "en").length, 80);
  assert.equal(sentenceOf({ ...odd, field: "" }, "", undefined, w, "zh"), "17: no。");
});

test("after a review was downloaded nothing of it would be lost", async () => {
  const { root, session, key, send } = made();
  const asked = [];
  globalThis.location = { pathname: "/maps/" };
  const answer = (told) => {
    globalThis.fetch = async (url) => {
      asked.push(url);
      return told;
    };
  };
  send({ downloads: "t-1", closed: "closed" });
  key("Enter");
  const menu = root.querySelector(".app-downloads");
  assert.equal(menu.all("button")[0].disabled, false);
  const link = menu.all("a").find((a) => a.textContent === "read.download.review");
  const take = async (told) => {
    answer(told);
    link.hear("click", { preventDefault: () => {} });
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
    return menu.all("p").map((p) => [p.textContent, p.hidden]);
  };
  const failed = { status: 404, blob: async () => new Blob(['{"why": ["没有", "nothing"]}']) };
  assert.deepEqual(await take(failed), [
    ["read.accept.closed", false],
    ["read.download.failed", false],
  ]);
  assert.equal(session.kept, 0);
  const made_ = globalThis.document.createElement;
  const clicked = [];
  globalThis.document.createElement = (tag) => {
    const node = made_.call(globalThis.document, tag);
    node.click = () => clicked.push(node.download);
    return node;
  };
  const headers = { get: () => 'attachment; filename="a-review.json"' };
  const [, said] = await take({ status: 200, headers, blob: async () => new Blob(["{}"]) });
  globalThis.document.createElement = made_;
  assert.deepEqual([said[1], clicked, session.kept], [true, ["a-review.json"], 1]);
  assert.deepEqual(asked, Array(2).fill("/maps/downloads/read/t-1/review?step=" + session.step));
  assert.ok(session.step > 0);
  send({ downloads: "" });
  assert.equal(menu.all("button")[0].disabled, true);
});

test("what the server does not use of a correction is told, and the row shows what counts", () => {
  const { root, reader, key, send } = made();
  key("Enter");
  reader.session.edits.set("a.0", { name: "x\u200b" });
  send({ unfit: [{ key: "a.0", field: "name", told: ["看不见", "cannot be seen"] }] });
  const list = root.querySelector(".reader-unfit");
  assert.deepEqual([list.hidden, list.all("li").length], [false, 1]);
  assert.equal(reader.rows.find((r) => r.key === "a.0").name, reader.rows[0].row.name);
  send({ unfit: [] });
  assert.deepEqual([list.hidden, list.all("li").length], [true, 0]);
});
