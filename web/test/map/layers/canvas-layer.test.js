// The first picture on a canvas, and the SVG that takes its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createCanvasLayer,
  createPart,
  fitCanvas,
  pixelRatio,
  setLook,
} from "../../../src/map/layers/canvas-layer.js";
import { drawingLeaflet, drawingMap } from "../drawing-leaflet.js";

function made({ wait = true, size, fine } = {}) {
  const { page, renderers } = drawingLeaflet();
  const keys = new Map();
  globalThis.window = {
    devicePixelRatio: 2,
    addEventListener: (type, act) => keys.set(type, act),
    removeEventListener: (type) => keys.delete(type),
  };
  const map = drawingMap(page, { options: { fine } });
  if (size) map.size = L.point(...size);
  map.createPane("p");
  return { page, renderers, map, keys, layer: createCanvasLayer(map, "p", wait) };
}

const part = (more) => createPart({ stroke: "#111111", fill: "none", ...more });
const canvases = (map) => map.panes.p.all("canvas");

test("an attribute is set where it is another one, and taken away by null", () => {
  const set = [],
    its = createPart({ a: 1, b: 2 });
  setLook(its, { a: 3 });
  assert.deepEqual(its.at, { a: 3, b: 2 });
  its.node = {
    setAttribute: (name, value) => set.push([name, value]),
    removeAttribute: (name) => set.push([name]),
  };
  setLook(its, { a: 3, b: null, c: 0, d: undefined });
  assert.deepEqual(set, [["b"], ["c", "0"]]);
});

test("as many pixels as the map asks for, else as the screen has", () => {
  globalThis.window = { devicePixelRatio: 2 };
  assert.equal(pixelRatio({ options: { fine: 3 } }), 3);
  assert.equal(pixelRatio({ options: {} }), 2);
  globalThis.window = {};
  assert.equal(pixelRatio({ options: {} }), 1);
});

test("a canvas covers the map, and is emptied only when its size changes", () => {
  const { map } = made(),
    set = [];
  const canvas = {
    style: {},
    get width() {
      return this.w;
    },
    set width(n) {
      set.push(n);
      this.w = n;
    },
    height: 0,
  };
  map.containerPointToLayerPoint = ([x, y]) => L.point(x + 7, y + 8);
  fitCanvas(map, canvas, 1.3);
  assert.deepEqual([canvas.width, canvas.height], [260, 130]);
  assert.deepEqual([canvas.style.width, canvas.style.height], ["200px", "100px"]);
  assert.deepEqual([canvas.at.x, canvas.at.y], [7, 8]);
  fitCanvas(map, canvas, 1.3);
  assert.deepEqual(set, [260]);
  map.size = L.point(200, 101);
  fitCanvas(map, canvas, 1.3);
  assert.deepEqual([set, canvas.height], [[260, 260], 131]);
  map.size = L.point(201, 101);
  fitCanvas(map, canvas, 1.3);
  assert.equal(canvas.width, 261);
});

test("with waiting nothing is drawn before the sketch, then what is shown, in order", () => {
  const { layer, map, renderers } = made();
  const asked = [];
  const path = (d) => (box) => {
    asked.push([box.min.x, box.min.y, box.max.x, box.max.y]);
    return d;
  };
  map.corner = L.point(10, 20);
  const first = layer.add([part({ "stroke-width": 2, "stroke-opacity": 0.5 })], path("A"));
  const second = layer.add(
    [part({ fill: "#222222", "fill-opacity": 0, "stroke-dasharray": "1 2" })],
    path("B"),
  );
  const third = layer.add([part({ display: "none" }), part()], path("C"));
  layer.show(second, false);
  layer.show(second, true);
  layer.show(layer.add([part()], path("D")), false);
  layer.raise(first);
  assert.equal(renderers.length + canvases(map).length, 0);
  layer.sketch();
  const [canvas] = canvases(map),
    context = canvas.context;
  assert.equal(canvas.style.pointerEvents, "none");
  assert.equal(canvas.width, 400);
  assert.deepEqual(context.calls, [
    ["transform", 2, 0, 0, 2, -20, -40],
    ["fill", "B", "evenodd", "#222222", 0],
    ["stroke", "B", "#111111", 1, 1],
    ["stroke", "C", "#111111", 1, 1],
    ["stroke", "A", "#111111", 0.5, 2],
  ]);
  // Half a map beyond its edge, as the SVG will have it.
  assert.deepEqual(asked[0], [10 - 100, 20 - 50, 210 + 100, 120 + 50]);
  assert.deepEqual([first.node, third.node], [null, null]);
});

test("ends, corners and dashes are those of the attributes", () => {
  const paint = (at) => {
    const { layer, map } = made();
    layer.add([part(at)], () => "A");
    layer.sketch();
    return canvases(map)[0].context.last;
  };
  assert.deepEqual(paint({}), ["butt", "miter", []]);
  assert.deepEqual(
    paint({ "stroke-linecap": "round", "stroke-linejoin": "bevel", "stroke-dasharray": "1.5 2" }),
    ["round", "bevel", [1.5, 2]],
  );
});

test("the first movement, key or change draws the SVG, the canvas goes", () => {
  for (const begin of [
    ({ map }) => map.fire("movestart"),
    ({ map }) => map.fire("zoomstart"),
    ({ map }) => map.fire("resize"),
    ({ keys }) => keys.get("keydown")(),
    ({ layer }) => layer.touch(),
    ({ layer }) => layer.drawSvg(),
  ]) {
    const its = made();
    its.layer.add([part()], () => "A");
    its.layer.sketch();
    assert.equal(canvases(its.map).length, 1);
    begin(its);
    assert.equal(canvases(its.map).length, 0);
    assert.deepEqual(
      [its.map.heard("movestart"), its.map.heard("unload"), its.keys.size],
      [0, 0, 0],
    );
    // Lines beyond the edge at once.
    assert.equal(its.renderers[0].options.padding, 0.5);
    assert.equal(its.page.all("path")[0].getAttribute("d"), "A");
    // Once is enough.
    its.layer.drawSvg();
    assert.equal(its.renderers.length, 1);
  }
  const gone = made();
  gone.layer.sketch();
  gone.map.fire("unload");
  assert.equal(canvases(gone.map).length, 0);
  gone.layer.touch();
  assert.equal(gone.renderers.length, 0);
});

test("a frame without room, or one that is drawn, has no canvas", () => {
  for (const size of [
    [0, 100],
    [200, 0],
  ]) {
    const { layer, map, renderers } = made({ size });
    layer.sketch();
    assert.deepEqual([canvases(map).length, renderers[0].options.padding], [0, 0.08]);
  }
  const { layer, map } = made();
  layer.drawSvg();
  layer.sketch();
  assert.equal(canvases(map).length, 0);
});

test("without waiting a thing stands at once, in a group of its own", () => {
  const { layer, page, renderers } = made({ wait: false });
  const its = layer.add([part({ class: "a", title: null }), part()], () => "A");
  assert.equal(renderers[0].options.padding, 0.08);
  const [all] = page.children.filter((child) => child.tag === "g");
  assert.deepEqual(
    all.all("path").map((path) => [path.getAttribute("d"), path.getAttribute("class")]),
    [
      ["A", "a"],
      ["A", null],
    ],
  );
  assert.ok(!all.all("path")[0].attributes.has("title"));
  // One more part has the path of the first.
  const more = part();
  layer.more(its, more);
  assert.equal(more.node.getAttribute("d"), "A");
  assert.equal(its.node.children[2], more.node);
  const alone = layer.add([part()], () => "B"),
    second = part();
  layer.more(alone, second);
  assert.equal(second.node.getAttribute("d"), "B");
  // What is empty is drawn as a point.
  layer.add([part({ class: "none" })], () => "");
  assert.equal(page.all("path", { class: "none" })[0].getAttribute("d"), "M0 0");
});

test("what is hidden is drawn again when it is shown, and only where the map has moved", () => {
  const { layer, map, page } = made({ wait: false });
  let d = "A",
    asked = 0;
  const its = layer.add([part()], () => {
    asked += 1;
    return d;
  });
  const other = layer.add([part()], () => "Z");
  assert.equal(asked, 1);
  layer.show(its, false);
  assert.equal(its.node.getAttribute("display"), "none");
  layer.show(its, true);
  assert.deepEqual([its.node.getAttribute("display"), asked], [null, 1]);
  layer.show(its, false);
  d = "B";
  Array.from(map.layers)[0]._update();
  assert.equal(its.parts[0].at.d, "A");
  layer.show(its, true);
  assert.equal(its.parts[0].at.d, "B");
  d = "C";
  layer.redraw(its);
  assert.equal(its.parts[0].node.getAttribute("d"), "C");
  layer.raise(its);
  const [group] = page.children.filter((child) => child.tag === "g");
  assert.deepEqual(group.children, [other.node, its.node]);
});

test("a hidden thing is made hidden", () => {
  const { layer } = made();
  const its = layer.add([part()], () => "A");
  layer.show(its, false);
  layer.redraw(its);
  layer.more(its, part());
  layer.drawSvg();
  assert.equal(its.node.getAttribute("display"), "none");
  assert.equal(its.node.children.length, 2);
});
