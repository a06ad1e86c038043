// Lines of a sheet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, width, wrap } from "../../src/paper/text-wrap.js";

/** A ruler on which a character is half as wide as high, a Chinese one as wide as high. */
const ruler = {
  font: "",
  measureText(text) {
    const size = Number(/ (\d+)px /.exec(this.font)[1]);
    const wide = Array.from(text).reduce((n, c) => n + (c > "\u2e7f" ? 1 : 0.5), 0);
    return { width: wide * size };
  },
};
globalThis.document = { createElement: () => ({ getContext: () => ruler }) };

test("the ruler is set to the letters' size, weight and family", () => {
  assert.equal(width("ab中", 10, 700, "serif"), 20);
  assert.equal(ruler.font, "700 10px serif");
  width("a", 12, 0, "serif");
  assert.equal(ruler.font, "400 12px serif");
});

test("Chinese breaks anywhere, words do not, and a line is as wide as its room at most", () => {
  const lines = (text, room, most = 9) => wrap(text, room, 10, 400, "serif", most);
  assert.deepEqual(lines("成渝高铁", 40), ["成渝高铁"]);
  assert.deepEqual(lines("成渝高铁", 39), ["成渝高", "铁"]);
  assert.deepEqual(lines("Chengdu to Yibin", 50), ["Chengdu to", "Yibin"]);
  assert.deepEqual(lines("Chengdu to Yibin", 49), ["Chengdu", "to Yibin"]);
  // A word wider than the room stands alone.
  assert.deepEqual(lines("a Chengdu", 20), ["a", "Chengdu"]);
  assert.deepEqual(lines("", 20), []);
});

test("what does not fit the lines is told by an ellipsis", () => {
  const lines = (most) => wrap("一二三四五六", 20, 10, 400, "serif", most);
  assert.deepEqual(lines(3), ["一二", "三四", "五六"]);
  assert.deepEqual(lines(2), ["一二", "三…"]);
  assert.deepEqual(lines(1), ["一…"]);
});

test("what XML cannot hold is left out, and nothing else", () => {
  assert.equal(clean("a\u0000b\u001fc\ufffed\uffff\te\nf"), "abcd\te\nf");
  assert.equal(clean("𨭎"), "𨭎");
  assert.equal(clean("a\ud83d"), "a");
  assert.equal(clean("\ude00b"), "b");
  assert.equal(clean("a\ude00b"), "ab");
  assert.equal(clean(7), "7");
});
