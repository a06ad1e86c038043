// How names are painted: halo, letters apart, dots; and where along a line they may stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLabels } from "../../../src/map/names/labels.js";
import { drawingLeaflet, drawingMap } from "../drawing-leaflet.js";
import { smallStyle } from "../small-style.js";

const PALETTE = { ...smallStyle().light, muted: "#777777", river_text: "#0000aa" };

/** Labels on a map of 2000 by 400 pixels whose corner lies at 5, 7. */
function made({ zoom = 0, fine = 2 } = {}) {
  const { page } = drawingLeaflet();
  globalThis.window = { devicePixelRatio: fine };
  const { createElement } = globalThis.document;
  globalThis.document.createElement = (tag) =>
    Object.assign(createElement(tag), {
      getContext: () => ({ measureText: (text) => ({ width: 10 * text.length }) }),
    });
  const map = drawingMap(page, {
    zoom,
    latLngToContainerPoint: ([lat, lng]) => L.point(lng, lat),
    containerPointToLayerPoint: (p) =>
      Array.isArray(p) ? L.point(5, 7) : L.point(p.x + 5, p.y + 7),
    getPixelBounds: () => L.bounds(L.point(0, 0), L.point(2000, 400)),
  });
  map.size = L.point(2000, 400);
  map.createPane("names");
  const labels = createLabels("serif", "names", PALETTE);
  labels.held = true;
  labels.addTo(map);
  labels.held = false;
  const [canvas] = map.panes.names.all("canvas");
  const paint = (...items) => {
    canvas.context.calls = [];
    labels.set("a", items);
    return canvas.context.calls;
  };
  return { map, labels, canvas, paint };
}

const item = (kind, more) => ({ text: "甲", kind, size: 12, at: [200, 300], ...more });

test("a name is painted in its place over its halo, on a canvas that was cleared", () => {
  const { canvas, paint } = made();
  assert.deepEqual(paint(item("prefecture")), [
    ["transform", 1, 0, 0, 1, 0, 0],
    ["clear", 0, 0, 4000, 800],
    ["transform", 2, 0, -0, 2, 600, 400],
    ["halo", "甲", 0, "#fefefe", 2.6],
    ["text", "甲", 0, "#111111", 1, "600 12px serif"],
  ]);
  assert.deepEqual(
    [canvas.context.textAlign, canvas.context.textBaseline, canvas.context.lineJoin],
    ["center", "middle", "round"],
  );
  assert.equal(canvas.getAttribute("aria-hidden"), "true");
});

test("each kind has its ink, weight and share", () => {
  const { paint } = made();
  const look = (kind) =>
    paint(item(kind))
      .find(([name]) => name === "text")
      .slice(3);
  assert.deepEqual(look("county"), ["#777777", 1, "400 12px serif"]);
  assert.deepEqual(look("river"), ["#0000aa", 1, "italic 400 12px serif"]);
  assert.deepEqual(look("neighbour"), ["#777777", 0.62, "400 12px serif"]);
  assert.deepEqual(look("name"), ["#111111", 1, "700 12px serif"]);
  assert.deepEqual(look("sign"), ["#777777", 1, "600 12px serif"]);
});

test("letters that stand apart are painted one by one about the middle", () => {
  const { paint } = made();
  const letters = (more) =>
    paint(item("neighbour", more))
      .filter(([name]) => name === "text")
      .map(([, letter, x]) => [letter, x]);
  assert.deepEqual(letters({ text: "甲乙丙", spacing: 6 }), [
    ["甲", -21],
    ["乙", -3],
    ["丙", 15],
  ]);
  assert.deepEqual(letters({ text: "甲乙" }), [["甲乙", 0]]);
  assert.deepEqual(letters({ text: "甲", spacing: 6 }), [["甲", 0]]);
});

test("a dot is a ring or a disc, as large as its kind says", () => {
  const { paint } = made();
  const dots = (kind) =>
    paint(item(kind, { dot: true })).filter(([name]) => name === "fill" || name === "stroke");
  assert.deepEqual(dots("prefecture"), [
    ["fill", [0, 0, 2.75], "#ffffff", 1],
    ["stroke", [0, 0, 2.75], "#111111", 1, 1.5],
  ]);
  assert.deepEqual(dots("county"), [["fill", [0, 0, 2.25], "#777777", 0.75]]);
  assert.deepEqual(dots("stop"), [
    ["fill", [0, 0, 3.5], "#ffffff", 1],
    ["stroke", [0, 0, 3.5], "#111111", 1, 2],
  ]);
});

test("a name that stands wholly outside, or under what lies over the map, is none", () => {
  const { labels, paint } = made();
  const placed = (x, y, more) => {
    paint(item("name", { at: [y, x], ...more }));
    return labels.placed.length;
  };
  assert.equal(placed(300, 200), 1);
  labels.obstacles = () => [[290, 190, 310, 210]];
  assert.equal(placed(300, 200), 0);
  // Half a character and three pixels to the side, 0.62 of it and two up and down.
  labels.obstacles = () => [[309, 0, 400, 400]];
  assert.deepEqual([placed(300, 200), placed(300.1, 200)], [1, 0]);
  labels.obstacles = () => [[0, 200 + 12 * 0.62 + 2, 2000, 400]];
  assert.deepEqual([placed(300, 200), placed(300, 200.1)], [1, 0]);
  labels.obstacles = undefined;
  // The dot takes four pixels each way.
  const beside = (x) => {
    paint(item("county", { dot: true }), item("name", { at: [200, x] }));
    return labels.placed.filter((mark) => mark.look.weight === 700).length;
  };
  assert.deepEqual([beside(300 - 4 - 9), beside(300 - 4 - 8.9)], [1, 0]);
});

/** A line straight to the east, in pixels of the world at zoom 0. */
const east = (from, to, y = 200) => Float64Array.from([from, y, to, y].map((n) => n / 256));

test("a name along a line begins thirty pixels in, ends ten before it ends", () => {
  const { labels, paint } = made();
  const along = (line, more) => {
    paint({ text: "长江", kind: "river", size: 12, line, ...more });
    return labels.placed.map((mark) => Math.round(mark.x - 5));
  };
  assert.deepEqual(along(east(100, 200)), [136, 148]);
  assert.deepEqual(along(east(100, 200), { spacing: 4 }), [138, 154]);
  // 30, twice 12 and 10 of five sixths of the line: its last step bears no name.
  const length = (n) => along(east(100, 100 + n)).length;
  assert.deepEqual([length(76.7), length(76.9)], [0, 2]);
  // The first place that lies within the frame.
  assert.deepEqual(along(east(-200, 100)), [28, 40]);
  assert.deepEqual(along(east(1940, 2100)), []);
  assert.deepEqual(along(east(100, 200, 5)), []);
  assert.deepEqual(along(east(100, 200, 398)), []);
});

test("it comes again after 520 pixels where nothing else is said", () => {
  const { labels, paint } = made();
  paint({ text: "长江", kind: "river", size: 12, line: east(100, 1400) });
  const first = labels.placed.filter((mark) => mark.text === "长").map((mark) => mark.x - 5);
  // In steps of 24.
  assert.deepEqual(first.map(Math.round), [136, 664, 1192]);
});

test("where a line bends too much from end to end no name stands", () => {
  const { labels, paint } = made();
  // Letters 72 pixels apart along the top of a circle: 864 of its way.
  const round = (radius) => {
    const points = [];
    for (let angle = -66; angle <= 66; angle += 1) {
      const turn = (angle * Math.PI) / 180;
      points.push(1000 + radius * Math.sin(turn), 60 + radius * (1 - Math.cos(turn)));
    }
    const line = Float64Array.from(points.map((n) => n / 256));
    paint({ text: "长".repeat(12), kind: "river", size: 12, spacing: 60, line });
    return labels.placed.length;
  };
  // It turns by 120 and by 105 degrees: 0.83 and 0.87 of its way from end to end.
  assert.equal(round(412), 0);
  assert.equal(round(472), 12);
});

test("nothing is painted while it is held, off the map, or without room", () => {
  const { labels, map, canvas, paint } = made();
  labels.held = true;
  assert.deepEqual(paint(item("name")), []);
  labels.held = false;
  labels.set("a", [item("name")], true);
  assert.deepEqual(canvas.context.calls, []);
  map.size = L.point(0, 400);
  labels.draw();
  map.size = L.point(2000, 0);
  labels.draw();
  assert.deepEqual(canvas.context.calls, []);
  const { moveend, resize } = labels.getEvents();
  assert.equal(moveend, resize);
  labels.onRemove();
  assert.equal(canvas.parentElement, null);
});

test("a name of Chinese characters alone is as wide as they are high; others are measured", () => {
  const { paint } = made();
  /** How far two names must stand apart to be painted both, in pixels. */
  const room = (text, spacing = 0) => {
    const letters = (...items) => paint(...items).filter(([what]) => what === "text").length;
    for (let apart = 1; apart < 200; apart++) {
      const [one, other] = [0, apart].map((x) =>
        item("county", { text, spacing, at: [200, 300 + x] }),
      );
      if (letters(one, other) > letters(one)) return apart;
    }
    return Infinity;
  };
  // Four letters of ten pixels each, as this canvas has it; four characters of twelve.
  const measured = room("abcd");
  assert.ok(measured < 100);
  assert.equal(room("甲乙丙丁"), measured + 8);
  // Letters that are set apart take so much more each.
  assert.equal(room("abcd", 5), measured + 20);
  assert.deepEqual(
    ["甲bcd", "abc丁", "a乙丙d"].map((text) => room(text)),
    [measured, measured, measured],
  );
});
