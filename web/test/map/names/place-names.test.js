// Who carries a name and who a number, and where each stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isFree } from "../../../src/map/names/label-placement.js";
import {
  discWidth,
  mostNamed,
  NAMED_MOST,
  placeNames,
} from "../../../src/map/names/place-names.js";

const FRAME = { scale: 1, left: 0, top: 0, width: 1000, height: 600 };

/** A thing with a name of so many letters of 12 pixels. */
const thing = (id, kind, lines, more = {}) => {
  const text = more.text || "甲乙丙丁戊";
  return {
    id,
    kind,
    lines: lines.map((numbers) => Float64Array.from(numbers)),
    text,
    letters: Array.from(text),
    widths: Array.from(text, () => 12),
    size: 12,
    han: true,
    number: 0,
    order: 0,
    ...more,
  };
};
const level = (id, y, more) => thing(id, "L", [[100, y, 900, y]], more);
const only = (things, more = {}) =>
  placeNames(things, { ...FRAME, ...more.frame }, more.taken || [], more.most).placed;

test("on a large map twenty-four are named, on a small one as many as it has room for", () => {
  assert.equal(mostNamed({ width: 1200, height: 600 }), NAMED_MOST);
  assert.equal(mostNamed({ width: 1199, height: 600 }), 23);
  assert.equal(mostNamed({ width: 390, height: 500 }), 6);
  assert.equal(mostNamed({ width: 10, height: 10 }), 0);
});

test("few carry names; one more than may, and all carry numbers", () => {
  const things = [1, 2, 3].map((n) => level(`l${n}`, n * 150, { number: n }));
  const kinds = (most) => only(things, { most }).map((one) => one.disc > 0);
  assert.deepEqual(kinds(3), [false, false, false]);
  assert.deepEqual(kinds(2), [true, true, true]);
  const numbers = only(things, { most: 0 }).map((one) => [one.id, one.glyphs[0].text]);
  assert.deepEqual(numbers, [
    ["l1", "1"],
    ["l2", "2"],
    ["l3", "3"],
  ]);
  // What lies outside does not count.
  const outside = level("far", 900, { number: 4 });
  const found = placeNames([...things, outside], FRAME, [], 3);
  assert.deepEqual(found.seen, ["l1", "l2", "l3"]);
  assert.ok(found.placed.every((one) => one.disc === 0));
});

test("a straight name is one text above its line, in the middle of it", () => {
  const [{ glyphs, disc }] = only([level("a", 300)]);
  assert.equal(disc, 0);
  assert.equal(glyphs.length, 1);
  const [{ text, x, y, turn }] = glyphs;
  assert.deepEqual([text, turn], ["甲乙丙丁戊", 0]);
  assert.ok(Math.abs(x - 500) < 20);
  // Half a letter and five pixels.
  assert.ok(Math.abs(y - (300 - 11)) < 1e-6);
});

test("a name reads from left to right whichever way its line runs", () => {
  for (const numbers of [
    [100, 400, 900, 100],
    [900, 100, 100, 400],
  ]) {
    const [{ glyphs }] = only([thing("a", "L", [numbers])]);
    assert.ok(Math.abs(glyphs[0].turn + 20.56) < 0.1, String(glyphs[0].turn));
  }
});

test("along a steep line Chinese stands upright, read from above; other letters turn", () => {
  for (const numbers of [
    [500, 20, 500, 580],
    [500, 580, 500, 20],
  ]) {
    const [{ glyphs }] = only([thing("a", "L", [numbers])]);
    assert.deepEqual(
      glyphs.map((g) => [g.text, g.turn]),
      Array.from("甲乙丙丁戊", (letter) => [letter, 0]),
    );
    glyphs.slice(1).forEach((g, i) => {
      assert.ok(g.y > glyphs[i].y);
    });
    const [latin] = only([thing("a", "L", [numbers], { text: "Yukun", han: false })]);
    assert.equal(latin.glyphs.length, 1);
    assert.equal(Math.abs(Math.round(latin.glyphs[0].turn)), 90);
  }
});

test("letters follow a gentle bend one by one, none of them upside down", () => {
  const round = [];
  for (let angle = -60; angle <= 60; angle += 2)
    round.push(
      500 + 250 * Math.sin((angle * Math.PI) / 180),
      150 + 250 * (1 - Math.cos((angle * Math.PI) / 180)),
    );
  const [{ glyphs }] = only([thing("a", "L", [round])]);
  assert.equal(glyphs.length, 5);
  glyphs.forEach((g) => {
    assert.ok(Math.abs(g.turn) <= 90);
  });
  glyphs.slice(1).forEach((g, i) => {
    assert.ok(Math.abs(g.turn - glyphs[i].turn) <= 30 && g.x > glyphs[i].x);
  });
});

/** A line that turns sharply every 40 pixels. */
const zigzag = Array.from({ length: 20 }, (_, i) => [100 + 28 * i, i % 2 ? 328 : 300]).flat();

test("round corners there is no name: a number stands for it, or nothing", () => {
  const [one] = only([thing("a", "L", [zigzag], { number: 7 })]);
  assert.deepEqual([one.glyphs[0].text, one.disc > 0], ["7", true]);
  assert.deepEqual(only([thing("a", "L", [zigzag])]), []);
});

test("nothing stands over what is taken, over another or over the edge", () => {
  const things = Array.from({ length: 14 }, (_, i) =>
    thing("t" + i, "L", [[0, 40 * i + 20, 1000, 40 * (13 - i) + 20]], { number: i + 1 }),
  );
  for (const most of [0, 14]) {
    const taken = [[400, 200, 600, 400]];
    const before = taken.length;
    only(things, { most, taken });
    const boxes = taken.slice(before);
    assert.ok(boxes.length >= 14);
    boxes.forEach((box) => {
      assert.ok(isFree([box], [[400, 200, 600, 400]], { x: 1000, y: 600 }));
    });
  }
});

test("of two discs that want one place both stand, apart", () => {
  const found = only([level("a", 300, { number: 1 }), level("b", 300, { number: 2 })], { most: 0 });
  const [a, b] = found.map((one) => one.glyphs[0]);
  assert.equal(found.length, 2);
  assert.deepEqual([a.y, b.y], [300, 300]);
  assert.ok(Math.abs(a.x - b.x) >= found[0].disc + found[1].disc);
});

test("a number stands where no other line runs", () => {
  const crossing = [436, 452, 468, 484, 500, 516, 532, 548, 564].map((x, i) =>
    thing("c" + i, "L", [[x, 0, x, 600]]),
  );
  const [one] = only([level("a", 300, { number: 1 }), ...crossing], { most: 0 });
  assert.ok(one.glyphs[0].x < 430 || one.glyphs[0].x > 570);
});

test("a name that lies over other lines for too much of its length gives way to a number", () => {
  const fence = Array.from({ length: 40 }, (_, i) =>
    thing("f" + i, "L", [[100 + 20 * i, 250, 100 + 20 * i, 350]]),
  );
  const kinds = (things) => only(things, { most: 99 }).find((one) => one.id === "a").disc > 0;
  assert.equal(kinds([level("a", 300, { number: 1 }), ...fence]), true);
  assert.equal(kinds([level("a", 300, { number: 1 }), ...fence.slice(0, 10)]), false);
});

test("who comes earlier by rank is placed first, then who has fewer places", () => {
  const short = thing("short", "L", [[460, 300, 540, 300]]);
  const ids = (...things) => only(things, { most: 9 }).map((one) => one.id);
  assert.deepEqual(ids(level("long", 300), short), ["short", "long"]);
  assert.deepEqual(ids(level("long", 300), { ...short, order: 1 }), ["long", "short"]);
});

test("a point is named beside it: right, left, above, below; its symbol stays clear", () => {
  const port = (more) => thing("p", "P", [[500, 300]], more);
  const at = (taken, more) => {
    const [one] = only([port(more)], { taken, most: more ? 0 : 1 });
    return one && [one.glyphs[0].x - 500, one.glyphs[0].y - 300].map(Math.round);
  };
  const right = [520, 297, 530, 303],
    left = [470, 297, 480, 303],
    above = [490, 280, 510, 286],
    below = [490, 314, 510, 320];
  assert.deepEqual(at([]), [38, 0]);
  assert.deepEqual(at([right]), [-38, 0]);
  assert.deepEqual(at([right, left]), [0, -14]);
  assert.deepEqual(at([right, left, above]), [0, 14]);
  assert.equal(at([right, left, above, below]), undefined);
  assert.deepEqual(at([], { number: 3 }), [15, 0]);
});

test("a line too short for anything is named beside it; an area inside it", () => {
  const [stub] = only([thing("s", "L", [[500, 300, 510, 300, 520, 300]])]);
  assert.deepEqual(Math.round(stub.glyphs[0].y), 300);
  assert.ok(stub.glyphs[0].x > 510 + 30);
  const ring = [200, 100, 800, 100, 800, 500, 200, 500, 200, 100];
  const area = (inside) => only([thing("a", "A", [ring], { inside })]);
  const [inner] = area(() => true);
  assert.deepEqual([inner.glyphs[0].x, inner.glyphs[0].y], [500, 300]);
  // Where its middle is not its own, the nearest place that is.
  const [side] = area((x) => x > 600);
  assert.deepEqual([side.glyphs[0].x, side.glyphs[0].y], [650, 300]);
  assert.deepEqual(
    area(() => false),
    [],
  );
});

test("a disc grows with its digits", () => {
  assert.equal(discWidth(7), 7.5);
  assert.ok(discWidth(107) > discWidth(12) && discWidth(12) > 7.5);
});
