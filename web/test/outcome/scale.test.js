import assert from "node:assert/strict";
import { test } from "node:test";
import { cutText, keepApart, yearScale, yearTicks } from "../../src/outcome/scale.js";

test("an axis of years goes from its start to its end", () => {
  const at = yearScale(2018, 2022, 100, 300);
  assert.equal(at(2018), 100);
  assert.equal(at(2022), 300);
  assert.equal(at(2019), 150);
  assert.equal(yearScale(2018, 2022, 300, 100)(2019), 250);
  assert.equal(yearScale(2020, 2020, 10, 20)(2020), 10);
});

test("as many years are named as there is room for", () => {
  assert.deepEqual(yearTicks(2018.4, 2022.9, 10), [2019, 2020, 2021, 2022]);
  assert.deepEqual(yearTicks(2018, 2022, 5), [2018, 2019, 2020, 2021, 2022]);
  assert.deepEqual(yearTicks(2018, 2022, 4), [2018, 2020, 2022]);
  assert.deepEqual(yearTicks(2009, 2026, 4), [2010, 2015, 2020, 2025]);
  assert.deepEqual(yearTicks(1900, 2100, 1), [1900, 1950, 2000, 2050, 2100]);
});

test("labels stay apart, in order and within the frame", () => {
  assert.deepEqual(keepApart([10, 50], 12, 0, 100), [10, 50]);
  assert.deepEqual(keepApart([10, 12, 11], 12, 0, 100), [10, 34, 22]);
  assert.deepEqual(keepApart([95, 99], 12, 0, 100), [88, 100]);
  assert.deepEqual(keepApart([-5, 3], 12, 0, 100), [0, 12]);
  assert.deepEqual(keepApart([5, 5, 5], 40, 0, 60), [0, 40, 80]);
  assert.deepEqual(keepApart([], 12, 0, 100), []);
});

test("a text is cut to its room, a Chinese sign taking twice a letter's", () => {
  assert.equal(cutText("成渝高铁", 40, 10), "成渝高铁");
  assert.equal(cutText("成渝高铁", 39, 10), "成渝…");
  assert.equal(cutText("Chengdu line", 200, 10), "Chengdu line");
  assert.equal(cutText("Chengdu line", 50, 10), "Chengdu…");
  assert.equal(cutText("成渝", 3, 10), "…");
});
