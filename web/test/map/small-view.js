// A view of the small payload, on a map that keeps what is done to it.
import { AtlasView } from "../../src/map/view.js";
import { smallPayload } from "../small-payload.js";
import { drawingLeaflet, drawingMap } from "./drawing-leaflet.js";
import { smallStyle } from "./small-style.js";

const NOTHING = { arcs: [], rivers: [], beyond: [], neighbours: [] };

/** A view of the small payload, on a map that keeps what is done to it. */
export function made({ width = 1000, change, ...options } = {}) {
  const { page } = drawingLeaflet(),
    done = [],
    waiting = [],
    told = [];
  globalThis.window = { addEventListener: () => {}, removeEventListener: () => {} };
  globalThis.setTimeout = (act, wait) => waiting.push([act, wait]);
  globalThis.requestAnimationFrame = (act) => waiting.push([act, "frame"]);
  L.SVG = class {};
  L.SVG.create = (tag) => globalThis.document.createElementNS("", tag);
  L.control = {
    scale: (how) => {
      const control = { addTo: (map) => map.layers.add({ scale: how }) };
      return control;
    },
  };
  const { createElement } = globalThis.document;
  globalThis.document.createElement = (tag) =>
    Object.assign(createElement(tag), { clientWidth: width });
  const box = createElement("div");
  const map = drawingMap(page, {
    zoom: 7,
    getContainer: () => box,
    setMinZoom: (zoom) => {
      done.push(["least", zoom]);
      return map;
    },
    setMaxZoom: (zoom) => done.push(["most", zoom]),
    fitBounds: (bounds, how) => done.push(["fit", bounds.corners, how]),
    setMaxBounds: (bounds) => done.push(["limits", bounds.corners, bounds.padded]),
    invalidateSize: () => done.push(["size"]),
    getCenter: () => ({ lat: 30.123456, lng: 104.98765 }),
    eachLayer: (act) => Array.from(map.layers).forEach(act),
    remove: () => done.push(["remove"]),
    _getBoundsCenterZoom: () => ({ zoom: 1 }),
    containerPointToLatLng: () => ({ lat: 0, lng: 0 }),
    latLngToContainerPoint: () => L.point(0, 0),
    project: () => L.point(0, 0),
    getPixelBounds: () => L.bounds(L.point(0, 0), L.point(1, 1)),
  });
  const payload = smallPayload();
  payload.style = smallStyle();
  payload.base = {
    ...NOTHING,
    ...payload.base,
    counties: payload.base.counties.map((c) => ({ ...c, x: 0, y: 0, seat: 0 })),
    prefectures: payload.base.prefectures.map((p) => ({ ...p, x: 0, y: 0, seat: 0, capital: 0 })),
    arcs: [],
    rivers: [],
    beyond: [],
    neighbours: [],
  };
  if (change) change(payload);
  const view = new AtlasView(page, payload, { map, wait: true, ...options });
  const [root] = page.children.filter((child) => child.tag === "div" && child.is("atlas"));
  ["select", "move", "band"].forEach((name) => {
    view.on(name, (value) => told.push([name, value]));
  });
  const run = () => {
    waiting.splice(0).forEach(([act]) => {
      act();
    });
  };
  const since = () => done.splice(0);
  return { page, root, box, map, view, done, since, told, waiting, run, payload };
}
