// Addresses and names of downloads, and the sentence of a correction that is not used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloadAddress, fileName } from "../../src/reader/downloads.js";
import { sentenceOf } from "../../src/reader/unfit.js";

/** @type {Record<string, string>} */
const WORDS = { "read.unfit": "{what}: {why}", "read.unfit.name": "name" };
/** @param {string} key @param {Record<string, unknown>} [values] */
const w = (key, values) =>
  (WORDS[key] || key).replace(/\{(\w+)\}/g, (_, name) => String((values || {})[name]));

test("an address holds the page, the kind and the step", () => {
  assert.equal(downloadAddress("/", "t-1", "table", 3), "/downloads/read/t-1/table?step=3");
  assert.equal(downloadAddress("/a/b", "t", "review", 0), "/a/b/downloads/read/t/review?step=0");
});

test("a file has the name that its answer gives", () => {
  const told = "attachment; filename=\"_.csv\"; filename*=UTF-8''%E5%9B%BE.csv";
  assert.equal(fileName(told, "x"), "图.csv");
  assert.equal(fileName('attachment; filename="a.csv"', "x"), "a.csv");
  assert.equal(fileName("attachment; filename*=UTF-8''%E5%9B", "x"), "x");
  assert.equal(fileName(null, "table"), "table");
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
