import assert from "node:assert/strict";
import { test } from "node:test";
import { nextYear, readYear, withinYears, yearByKey } from "../../src/outcome/year-steps.js";

const years = { first: 2009, last: 2026 };
const press = (key, shiftKey) => ({ key, shiftKey: !!shiftKey });

test("arrows go by a year, with Shift by five, and stop at the ends", () => {
  assert.equal(yearByKey(2020, press("ArrowRight"), years), 2021);
  assert.equal(yearByKey(2020, press("ArrowUp"), years), 2021);
  assert.equal(yearByKey(2020, press("ArrowLeft"), years), 2019);
  assert.equal(yearByKey(2020, press("ArrowDown"), years), 2019);
  assert.equal(yearByKey(2020, press("ArrowRight", true), years), 2025);
  assert.equal(yearByKey(2020, press("ArrowLeft", true), years), 2015);
  assert.equal(yearByKey(2024, press("ArrowRight", true), years), 2026);
  assert.equal(yearByKey(2009, press("ArrowDown"), years), 2009);
  assert.equal(yearByKey(2020, press("Home"), years), 2009);
  assert.equal(yearByKey(2020, press("End"), years), 2026);
  assert.equal(yearByKey(2020, press("a"), years), null);
  assert.equal(yearByKey(2020, press("toString"), years), null);
});

test("a typed year is four digits, whatever their width", () => {
  assert.equal(readYear(" 2021 "), 2021);
  assert.equal(readYear("２０２１"), 2021);
  assert.equal(readYear("1900"), 1900);
  for (const text of ["21", "", "2021.5", "20210", "-2021", "now"])
    assert.equal(readYear(text), null, text);
});

test("playing goes on to the last year", () => {
  assert.equal(nextYear(2025, years), 2026);
  assert.equal(nextYear(2026, years), null);
  assert.equal(nextYear(2030, years), null);
});

test("a year outside is brought in", () => {
  assert.equal(withinYears(1990, years), 2009);
  assert.equal(withinYears(2050, years), 2026);
  assert.equal(withinYears(2020, years), 2020);
});
