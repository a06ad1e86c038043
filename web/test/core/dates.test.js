import assert from "node:assert/strict";
import { test } from "node:test";
import { localDay, localTime, whenOf, yearOf } from "../../src/core/dates.js";

test("a date lies where its year, month or day does", () => {
  assert.deepEqual(whenOf("2020"), { from: 2020, to: 2021 });
  assert.deepEqual(whenOf("2020-07"), { from: 2020.5, to: 2020 + 7 / 12 });
  assert.deepEqual(whenOf("2020-12"), { from: 2020 + 11 / 12, to: 2021 });
  const first = whenOf("2020-01-01"),
    leap = whenOf("2020-02-29");
  assert.deepEqual([first.from, first.to], [2020, 2020 + 1 / 31 / 12]);
  const day = whenOf("2020-04-16");
  assert.deepEqual([day.from, day.to], [2020.25 + 15 / 30 / 12, 2020.25 + 16 / 30 / 12]);
  assert.equal(leap.to, 2020 + 1 / 12 + 1 / 12);
});

test("the day and the time of a moment are the reader's own", () => {
  const early = new Date(2024, 0, 5, 3, 4, 9),
    late = new Date(2024, 11, 31, 23, 59, 58);
  assert.deepEqual([localDay(early), localTime(early)], ["2024-01-05", "030409"]);
  assert.deepEqual([localDay(late), localTime(late)], ["2024-12-31", "235958"]);
});

test("what is no date lies nowhere", () => {
  for (const text of [
    "",
    null,
    undefined,
    "soon",
    "2020-13",
    "2020-00",
    "2020-02-30",
    "2021-02-29",
  ])
    assert.equal(whenOf(text), null, String(text));
  for (const text of ["2020-1", "2020-01-00", "20201", "2020-01-01x", "2020-06-31"])
    assert.equal(whenOf(text), null, text);
});

test("the year of a date", () => {
  assert.equal(yearOf("2020-12-31"), 2020);
  assert.equal(yearOf("2020"), 2020);
  assert.equal(yearOf("x"), 0);
});
