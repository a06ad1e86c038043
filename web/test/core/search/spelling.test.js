// Two texts beside each other, by tests/data/search_spelling.json, which Python reads too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runs } from "../../../src/core/search/scores.js";
import {
  alikeByEar,
  aloud,
  chunks,
  commonStart,
  heard,
  oneApart,
  readings,
  spelt,
} from "../../../src/core/search/spelling.js";

/** @param {string} name */
const read = (name) =>
  JSON.parse(readFileSync(new URL(`../../../../tests/data/${name}`, import.meta.url), "utf8"));
const TABLE = read("search_spelling.json");
const { search } = read("search_small.json");
const KNOWN = new Map(Object.entries({ 渝: "yu", 昆: "kun", 高: "gao", 成: "cheng", 中: "zhong" }));
KNOWN.set("余", "yu").set("乘", "cen");

const sound = (pinyin) => heard(pinyin, search.ear);
const RULES = {
  spelt: (word, name, start) => spelt(word, name, start, KNOWN),
  heard: sound,
  aloud: (name, start) => aloud(name, start, KNOWN),
  alike: (one, other) => alikeByEar(one, other, KNOWN, sound),
  apart: oneApart,
  chunks: chunks,
  runs: (text, ends) =>
    runs(
      text,
      ends.split(" ").map((end) => end.split("/")),
      search.units,
    ),
};

Object.keys(RULES).forEach((name) => {
  test(`the rule of ${name}, as Python has it`, () => {
    TABLE[name].forEach((row) => {
      const asked = row.slice(0, -1);
      assert.equal(RULES[name](...asked), row[row.length - 1], asked.join(" "));
      if (name === "apart") assert.equal(oneApart(row[1], row[0]), row[2], asked.join(" "));
    });
  });
});

test("every rule of the table is tried", () => {
  assert.deepEqual(Object.keys(TABLE).sort(), Object.keys(RULES).sort());
});

test("readings are those of the payload, none where it has none", () => {
  const known = readings({ pinyin: { yu: "渝余", kun: "昆" } });
  assert.deepEqual(
    [...known],
    [
      ["渝", "yu"],
      ["余", "yu"],
      ["昆", "kun"],
    ],
  );
  assert.equal(readings({}).size, 0);
  assert.equal(commonStart("渝昆", "渝昆高"), 2);
  assert.equal(commonStart("a", "b"), 0);
});
