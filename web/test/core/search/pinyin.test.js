// Search by pinyin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesPinyin, readings, syllables } from "../../../src/core/search/pinyin.js";
import { smallPayload } from "../../small-payload.js";

const known = readings(smallPayload());

test("runs of known characters are broken by unknown ones", () => {
  assert.equal(known.get("渝"), "yu");
  assert.deepEqual(syllables("渝昆高铁", known), [["yu", "kun", "gao", "tie"]]);
  assert.deepEqual(syllables("A渝昆（高）铁x", known), [["yu", "kun"], ["gao"], ["tie"]]);
  assert.deepEqual(syllables("", known), []);
  assert.deepEqual(syllables("xyz", known), []);
  assert.equal(readings({}).size, 0);
});

test("a word spells syllables in a row: whole, by initials, the last one begun", () => {
  const runs = [["cheng", "yu", "zhong"], ["kun"], ["shan", "xi"]];
  for (const [word, match] of [
    ["chengyuzhong", true],
    ["cyz", true],
    ["chyz", true],
    ["chyzh", true],
    ["che", true],
    ["yuzho", true],
    ["yz", true],
    ["kun", true],
    ["ku", true],
    ["shx", true],
    ["sx", true],
    ["hx", false],
    ["kunsh", false],
    ["zhongk", false],
    ["cz", false],
    ["chengz", false],
    ["yuc", false],
    ["u", false],
    ["ceng", false],
    ["Cyz", false],
    ["c1", false],
    ["", false],
    ["kunn", false],
  ])
    assert.equal(matchesPinyin(word, runs), match, word);
});
