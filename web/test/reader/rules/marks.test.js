import assert from "node:assert/strict";
import { test } from "node:test";
import { partAt, partsOf, piecesOf, spansOf } from "../../../src/reader/rules/marks.js";

test("parts end at line breaks and together are the text", () => {
  const text = "一二三\n四五\n六七八九\n十";
  const parts = partsOf(text, 4);
  assert.deepEqual(
    parts.map((p) => text.slice(p.start, p.end)),
    ["一二三\n四五\n", "六七八九\n", "十"],
  );
});

test("a line without an end is cut, never within a character", () => {
  const text = "ab" + "𨭎".repeat(20);
  const parts = partsOf(text, 5);
  assert.equal(parts.map((p) => text.slice(p.start, p.end)).join(""), text);
  parts.forEach((p) => {
    assert.ok(p.end - p.start <= 16);
    const first = text.charCodeAt(p.start);
    assert.ok(first < 0xdc00 || first > 0xdfff);
  });
});

test("the part that holds a place", () => {
  const parts = [
    { start: 0, end: 4 },
    { start: 4, end: 9 },
    { start: 9, end: 12 },
  ];
  assert.deepEqual(
    [0, 3, 4, 8, 9, 11, 12].map((place) => partAt(parts, place)),
    [0, 0, 1, 1, 2, 2, 2],
  );
});

test("marks over one another share their pieces", () => {
  const spans = [
    { key: "a", start: 2, end: 8 },
    { key: "b", start: 4, end: 6 },
    { key: "c", start: 8, end: 12 },
  ];
  assert.deepEqual(piecesOf({ start: 0, end: 10 }, spans), [
    { start: 0, end: 2, keys: [] },
    { start: 2, end: 4, keys: ["a"] },
    { start: 4, end: 6, keys: ["a", "b"] },
    { start: 6, end: 8, keys: ["a"] },
    { start: 8, end: 10, keys: ["c"] },
  ]);
  assert.deepEqual(piecesOf({ start: 12, end: 15 }, spans), [{ start: 12, end: 15, keys: [] }]);
});

test("each part has the spans that reach into it", () => {
  const parts = [
    { start: 0, end: 4 },
    { start: 4, end: 9 },
    { start: 9, end: 12 },
  ];
  const spans = [
    { key: "a", start: 0, end: 4 },
    { key: "b", start: 3, end: 10 },
    { key: "c", start: 4, end: 9 },
    { key: "d", start: 9, end: 12 },
  ];
  assert.deepEqual(
    spansOf(parts, spans).map((within) => within.map((s) => s.key)),
    [
      ["a", "b"],
      ["b", "c"],
      ["b", "d"],
    ],
  );
  assert.deepEqual(spansOf([], spans), []);
});

test("a part ends at the first line break from two thousand on", () => {
  const text = (at) => `${"字".repeat(at)}\n${"字".repeat(9)}`;
  assert.deepEqual(
    [1999, 2000, 2001].map((at) => partsOf(text(at)).map((part) => part.end)),
    [[2009], [2001, 2010], [2002, 2011]],
  );
});

test("a part that has no line break in reach is cut, but never through a sign of two units", () => {
  for (const sign of ["\u{10000}", "\u{103ff}", "\u{1f3ff}"]) {
    const text = "字".repeat(5) + sign + "字".repeat(20);
    assert.deepEqual(partsOf(text, 2)[0], { start: 0, end: 7 }, sign);
  }
  for (const sign of ["\ud7ff", "\ue000"])
    assert.equal(partsOf("字".repeat(6) + sign + "字".repeat(20), 2)[0].end, 6);
});
