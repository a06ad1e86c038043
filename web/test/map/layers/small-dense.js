// A few projects painted as pixels, on a map whose pixels are degrees.
import assert from "node:assert/strict";
import { createDenseLayer } from "../../../src/map/layers/dense-layer.js";
import { drawingLeaflet, drawingMap } from "../drawing-leaflet.js";
import { smallStyle } from "../small-style.js";

/** A pixel as [red, green, blue, alpha]; what is not painted is null. */
function pixel(image, x, y) {
  const at = 4 * (y * image.width + x);
  const found = Array.from(image.data.slice(at, at + 4));
  return found[3] ? found : null;
}

/**
 * Projects on a map of 200 by 100 pixels of which one is a degree; its corner is 180 west on the
 * equator, so that [x, y] degrees lie at pixel x + 180.
 */
export function dense(projects, { fine, scale = 1 } = {}) {
  const { page } = drawingLeaflet();
  globalThis.window = { addEventListener: () => {}, removeEventListener: () => {} };
  const corner = { lat: 0, lng: -180 };
  const map = drawingMap(page, {
    zoom: Math.log2(360 / 256),
    options: { fine },
    containerPointToLatLng: ([x, y]) => {
      assert.deepEqual([x, y], [0, 0]);
      return corner;
    },
  });
  const world = ([x, y]) => [x / 360 + 0.5, 0.5 - y / 360];
  const made = projects.map(([id, mode, kind, line], index) => {
    const places = [];
    for (let i = 0; i < line.length; i += 2) places.push(world([line[i], line[i + 1]]));
    return {
      id,
      index,
      kind,
      data: { mode },
      lines: [],
      worlds: [Float64Array.from(places.flat())],
      positions: [Int32Array.from(line, (n) => Math.round(n * scale))],
      box: kind
        ? [
            Math.min(...places.map((p) => p[0])),
            Math.min(...places.map((p) => p[1])),
            Math.max(...places.map((p) => p[0])),
            Math.max(...places.map((p) => p[1])),
          ]
        : null,
    };
  });
  const model = {
    payload: { style: smallStyle(), modes: ["rail", "highway", "port"], scale },
    projects: made,
    byId: new Map(made.map((p) => [p.id, p])),
  };
  const layer = createDenseLayer(map, model, "light");
  const [canvas] = map.panes.dense.all("canvas");
  const at = (x, y) => pixel(canvas.context.image, x, y);
  const show = (codes) => layer.show(new Map(Object.entries(codes)));
  /** Which pixels of a column are painted. */
  const column = (x) => Array.from({ length: canvas.height }, (_, y) => y).filter((y) => at(x, y));
  const row = (y) => Array.from({ length: canvas.width }, (_, x) => x).filter((x) => at(x, y));
  return { map, model, layer, canvas, at, show, column, row, corner };
}
