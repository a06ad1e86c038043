// How text is compared in a search, by the list that Python's tests read too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { foldAll, foldText, spellingOf, wordsOf } from "../../../src/core/search/folding.js";

/**
 * @typedef {object} List
 * @property {string[]} hidden
 * @property {string[]} shown
 * @property {[string, string[]][]} words
 * @property {[string, string][]} spellings
 */
/** @type {List} */
const LIST = JSON.parse(
  readFileSync(new URL("../../../../tests/data/hidden.json", import.meta.url), "utf8"),
);
/** @param {string} named U+200B */
const character = (named) => String.fromCodePoint(parseInt(named.slice(2), 16));

test("what cannot be seen is no part of a search, all else is", () => {
  for (const named of LIST.hidden)
    assert.equal(foldText("渝" + character(named) + "A"), "渝a", named);
  for (const named of LIST.shown)
    assert.notEqual(foldText("渝" + character(named) + "A"), "渝a", named);
});

test("words and spellings", () => {
  for (const [text, words] of LIST.words) assert.deepEqual(wordsOf(text), words);
  for (const [text, spelling] of LIST.spellings) assert.equal(spellingOf(text), spelling);
  assert.equal(foldText("ＡbC１"), "abc1");
  assert.equal(foldAll(["Ａ", "b\nc"]), "a\nbc");
  assert.equal(foldAll([]), "");
});
