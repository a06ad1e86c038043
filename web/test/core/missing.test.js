// What is said of projects that cannot be shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tellMissing } from "../../src/core/missing.js";
import { smallPage, words } from "../small-dom.js";

test("how many are missing and why, the first reason in the line and all behind it", () => {
  const told = (missing, lang) => {
    const page = smallPage();
    tellMissing(page, { missing }, words, lang);
    return page.all("p").map((line) => [line.className, line.textContent, line.title]);
  };
  assert.deepEqual(told(undefined, "en"), []);
  assert.deepEqual(told([], "en"), []);
  const two = [
    ["甲", "One"],
    ["乙", "Two"],
  ];
  assert.deepEqual(told(two, "en"), [["atlas-missing", "missing 2 One", "One\nTwo"]]);
  assert.deepEqual(told(two, "zh"), [["atlas-missing", "missing 2 甲", "甲\n乙"]]);
  assert.deepEqual(told([["", ""]], "zh"), [["atlas-missing", "missing 1 ", ""]]);
});
