// Thousands of projects, in pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pixelLine, rasterDash } from "../../../src/map/layers/dense-layer.js";
import { dense } from "./small-dense.js";

test("a dash is whole pixels, and never none", () => {
  assert.deepEqual(rasterDash([], 2), []);
  assert.deepEqual(rasterDash([0.05, 2.2], 2), [1, 4]);
  assert.deepEqual(rasterDash([4.2, 0.8], 3), [13, 2]);
});

test("a line is in whole pixels, its ends stay, steps of fewer than four are left out", () => {
  // A pixel a degree: 360 across the world, its middle at 180.
  const line = (...places) => pixelLine(places, 10, 360);
  assert.deepEqual(line(0, 0, 100, 0), [180, 180, 190, 180]);
  assert.deepEqual(line(0, 0, 30, 0, 100, 0), [180, 180, 190, 180]);
  assert.deepEqual(line(0, 0, 40, 0, 100, 0), [180, 180, 184, 180, 190, 180]);
  // Aside and down count together.
  assert.deepEqual(line(0, 0, 20, -20, 100, 0), [180, 180, 182, 182, 190, 180]);
  // Counted from the last that was kept, and the end is always.
  assert.deepEqual(line(0, 0, 20, 0, 50, 0, 60, 0), [180, 180, 185, 180, 186, 180]);
  assert.deepEqual(line(0, 0), [180, 180]);
});

const RED = [255, 0, 0],
  GREEN = [0, 255, 0],
  BLUE = [0, 0, 255];

// On the equator, 10 to 30 degrees east of the corner.
const FLAT = ["a", "rail", "L", [-170, -10, -150, -10]];
const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);

test("a line is one, two or three pixels wide, and one more on a finer canvas", () => {
  const width = (code, more) => {
    const { show, column } = dense([FLAT], more);
    show({ a: code });
    return column(20 * ((more && more.fine) || 1));
  };
  // Half, one and one and a half times as wide as in service.
  assert.deepEqual(width("operation"), [10, 11]);
  assert.deepEqual(width("construction"), [9, 10, 11]);
  assert.deepEqual(width("operation", { fine: 2 }), [19, 20, 21]);
});

test("a line runs from its first pixel to its last, and a dash leaves gaps", () => {
  const whole = dense([FLAT]);
  whole.show({ a: "operation" });
  assert.deepEqual(whole.row(10), range(10, 31));
  assert.deepEqual(whole.row(12), []);
  const dashed = dense([FLAT]);
  dashed.show({ a: "research" });
  // One on, two off.
  assert.deepEqual(dashed.row(10), [10, 13, 16, 19, 22, 25, 28]);
  assert.deepEqual(dashed.column(10), [10]);
});

test("a line goes as straight as pixels can, whichever way it is given", () => {
  for (const line of [
    [-170, -10, -164, -13],
    [-164, -13, -170, -10],
  ]) {
    const { show, at } = dense([["a", "rail", "L", line]]);
    show({ a: "research" });
    const found = range(8, 20).flatMap((x) =>
      range(8, 16)
        .filter((y) => at(x, y))
        .map((y) => [x, y]),
    );
    // Every third pixel of a way of six to the side and three down.
    assert.equal(found.length, 3);
    assert.deepEqual(found[0], [10, 10]);
    assert.deepEqual(found[2], [16, 13]);
  }
  const steep = dense([["a", "rail", "L", [-170, -10, -172, -16]]]);
  steep.show({ a: "operation" });
  assert.deepEqual(steep.row(10), [10, 11]);
  assert.deepEqual(steep.row(16), [8, 9]);
  assert.deepEqual(steep.row(13), [9, 10]);
});

test("a place is a square of five pixels, of nine on a finer canvas", () => {
  const port = ["p", "port", "P", [-170, -10]];
  const { show, row, column, at } = dense([port]);
  show({ p: "operation" });
  assert.deepEqual([row(10), column(10)], [range(8, 13), range(8, 13)]);
  assert.deepEqual(at(12, 12).slice(0, 3), BLUE);
  assert.equal(at(13, 12), null);
  const fine = dense([port], { fine: 1.5 });
  fine.show({ p: "operation" });
  assert.deepEqual(fine.row(20), range(16, 25));
});

test("what leaves the canvas is cut at its edge, and never comes in on the other side", () => {
  const { show, row, column, canvas } = dense([
    ["a", "rail", "L", [-185, -10, -175, -10]],
    ["b", "rail", "L", [10, -50, 30, -50]],
    ["c", "highway", "L", [-100, 5, -100, -5]],
    ["d", "highway", "L", [-90, -65, -90, -80]],
  ]);
  show({ a: "operation", b: "operation", c: "operation", d: "operation" });
  assert.deepEqual(row(10), range(0, 6));
  assert.deepEqual(row(58), range(190, 200));
  assert.deepEqual(row(59), range(190, 200));
  assert.deepEqual(column(80), range(0, 6));
  assert.deepEqual(column(90).at(-1), canvas.height - 1);
  assert.deepEqual(row(11), range(0, 6));
});

test("colours are the modes', those of changes where lines stand for them", () => {
  const { show, at, layer } = dense([FLAT, ["b", "highway", "L", [-170, -30, -150, -30]]]);
  show({ a: "operation", b: "research" });
  assert.deepEqual(at(10, 10), [...RED, 235]);
  // What recedes is fainter.
  assert.deepEqual(at(10, 31), [...GREEN, 118]);
  layer.paint(new Map([["a", "back"]]));
  assert.deepEqual(at(20, 10), [170, 0, 0, 235]);
  // Neither dash nor status then.
  assert.deepEqual(at(11, 32), [...GREEN, 235]);
  layer.paint(null);
  assert.deepEqual(at(20, 10), [...RED, 235]);
  assert.equal(at(11, 31), null);
});

test("the strong lie over the rest; where one is selected all step back", () => {
  const { show, at, layer } = dense([FLAT, ["b", "highway", "L", [-170, -10, -150, -10]]]);
  show({ a: "operation", b: "operation" });
  assert.deepEqual(at(20, 10), [...GREEN, 235]);
  layer.emphasise(new Set(["a"]));
  assert.deepEqual(at(20, 10), [...RED, 235]);
  layer.emphasise(new Set(["c"]));
  assert.deepEqual(at(20, 10), [...GREEN, 51]);
  layer.emphasise(null);
  layer.select("a");
  assert.deepEqual(at(20, 10), [...GREEN, 70]);
  layer.select(null);
  // What recedes lies under the rest, whichever comes first.
  show({ a: "operation", b: "research" });
  assert.deepEqual(at(10, 10), [...RED, 235]);
});

test("the same code is drawn anew in another look, and after the map has moved", () => {
  const { show, column, layer, map, corner, row } = dense([FLAT]);
  show({ a: "construction" });
  assert.deepEqual(column(20), [9, 10, 11]);
  layer.look("currents");
  show({ a: "construction" });
  assert.deepEqual(column(20), [10, 11]);
  corner.lng = -175;
  Array.from(map.layers)
    .filter((other) => other.getEvents)
    .forEach((other) => {
      const { moveend, resize } = other.getEvents();
      assert.equal(moveend, resize);
      moveend.call(other);
    });
  assert.deepEqual(row(10), range(5, 26));
});

test("a map that is held or has no room paints nothing", () => {
  const { show, layer, map, canvas } = dense([FLAT]);
  const blank = canvas.context.image;
  map.held = true;
  show({ a: "operation" });
  assert.equal(canvas.context.image, blank);
  map.held = false;
  for (const size of [
    [0, 100],
    [200, 0],
  ]) {
    map.size = L.point(...size);
    layer.wake();
    assert.equal(canvas.context.image, blank);
  }
  map.size = L.point(200, 100);
  layer.wake();
  assert.notEqual(canvas.context.image, blank);
});

test("only what is pointed at or selected is a line of its own", () => {
  const { show, layer, at } = dense([FLAT, ["b", "highway", "L", [-170, -30, -150, -30]]]);
  show({ a: "operation", b: "operation" });
  const own = () =>
    Array.from(layer.drawn.values())
      .filter((entry) => entry.shown)
      .map((entry) => entry.project.id);
  assert.deepEqual(own(), []);
  layer.hover("b");
  assert.deepEqual(own(), ["b"]);
  layer.select("a");
  assert.deepEqual(own().sort(), ["a", "b"]);
  layer.hover("a");
  assert.deepEqual(own(), ["a"]);
  layer.hover("nobody");
  layer.select(null);
  assert.deepEqual(own(), []);
  layer.select("a");
  show({ b: "operation" });
  assert.deepEqual([own(), at(20, 10)], [[], null]);
});

test("what is under a point is looked for among all that are shown", () => {
  const { show, layer } = dense([FLAT, ["x", "rail", "", []]]);
  show({ a: "operation", x: "operation" });
  const there = { lat: 0, lng: -160 };
  assert.deepEqual(
    layer.at(there, 10.5).map((p) => p.id),
    ["a"],
  );
  assert.deepEqual(layer.at(there, 9.5), []);
  show({ x: "operation" });
  assert.deepEqual(layer.at(there, 10.5), []);
});

test("a colour is parted into red, green and blue", () => {
  const { show, at, layer } = dense([FLAT]);
  show({ a: "operation" });
  layer.paint(new Map([["a", "forward"]]));
  assert.deepEqual(at(20, 10), [0, 0, 170, 235]);
});

test("a long project finds room for its last pixel", () => {
  // Ten lines of 200 by two pixels, then one of 49 by two: two more than 4096.
  const across = Array.from({ length: 10 }, (_, i) => [-180, -5 * i - 1, 19, -5 * i - 1]);
  const { model, show, row } = dense([["a", "rail", "L", [-180, -1, 19, -1]]]);
  const project = model.byId.get("a");
  project.positions = [...across, [-180, -54, -132, -54]].map((line) => Int32Array.from(line));
  project.box = [0, 0, 1, 1];
  show({ a: "operation" });
  const [last] = range(60, 75).filter((y) => row(y).length);
  assert.deepEqual([row(last), row(last + 1)], [range(0, 49), range(0, 49)]);
});

test("a slanted line is the nearest pixel of each column, of each row where it is steep", () => {
  const whole = (dx, dy) => {
    const line = [-170, -10, -170 + dx, -10 - dy];
    const { show, at } = dense([["a", "rail", "L", line]]);
    show({ a: "operation" });
    const found = [];
    for (let x = 0; x < 30; x++)
      for (let y = 0; y < 30; y++) if (at(x, y)) found.push([x - 10, y - 10].join());
    return found.sort().join(" ");
  };
  // In service a line is two pixels wide: across where it is flat, aside where it is steep.
  const wanted = (dx, dy) => {
    const flat = Math.abs(dx) >= Math.abs(dy),
      n = Math.max(Math.abs(dx), Math.abs(dy));
    const found = new Set();
    for (let i = 0; i <= n; i++)
      for (const wide of [0, 1]) {
        const x = Math.round((dx * i) / n),
          y = Math.round((dy * i) / n);
        found.add([x + (flat ? 0 : wide), y + (flat ? wide : 0)].join());
      }
    return Array.from(found).sort().join(" ");
  };
  for (const [dx, dy] of [
    [7, 3],
    [3, 7],
    [7, -3],
    [-7, 3],
    [-3, -7],
    [9, 5],
    [5, 9],
    [6, 6],
    [-6, 6],
    [8, 0],
    [0, 8],
  ])
    assert.equal(whole(dx, dy), wanted(dx, dy).replaceAll("-0", "0"), `${dx}, ${dy}`);
});
