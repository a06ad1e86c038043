// A layer of a few projects, each drawn in a place of its own, for the tests of how they look.
import assert from "node:assert/strict";
import { createProjectLayer } from "../../../../src/map/layers/project-layer.js";
import { drawingLeaflet, drawingMap } from "../../drawing-leaflet.js";
import { smallStyle } from "../../small-style.js";

/** Lines, an area and a place; each lies in a place of the world of its own. */
const PROJECTS = [
  ["rail", "rail", "L", [0.1, 0.1, 0.2, 0.1]],
  ["road", "highway", "L", [0.1, 0.2, 0.2, 0.2]],
  ["zone", "highway", "A", [0.3, 0.3, 0.4, 0.3, 0.4, 0.4, 0.3, 0.3]],
  ["port", "port", "P", [0.5, 0.5]],
  ["nowhere", "rail", "", []],
];

export function made({ zoom = 9, theme = "light", projects: given = PROJECTS } = {}) {
  const { page } = drawingLeaflet();
  globalThis.window = { addEventListener: () => {}, removeEventListener: () => {} };
  const map = drawingMap(page, { zoom });
  const projects = given.map(([id, mode, kind, line], index) => ({
    id,
    index,
    kind,
    data: { mode, uncertainty: 100 },
    lines: line.length ? [[[line[1], line[0]]]] : [],
    worlds: line.length ? [Float64Array.from(line)] : [],
    positions: [],
    box: line.length
      ? [
          Math.min(line[0], line[2] || 9),
          line[1],
          Math.max(line[0], line[2] || 0),
          line[5] || line[1],
        ]
      : null,
  }));
  const model = {
    payload: { style: smallStyle(), modes: ["rail", "highway", "port"], scale: 1 },
    projects,
    byId: new Map(projects.map((p) => [p.id, p])),
  };
  const layer = createProjectLayer(map, model, theme, true);
  const show = (codes) => layer.show(new Map(Object.entries(codes)));
  const key = (id) => layer.drawn.get(id).key.at;
  const order = () => Array.from(layer.drawn.keys());
  return { map, model, layer, show, key, order };
}

export const ALL = { rail: "operation", road: "operation", zone: "operation", port: "operation" };
export const close = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} ${other}`);
