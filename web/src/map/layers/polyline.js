// Lines of the map: Leaflet's own, drawn in one pass from the world's coordinates to the path.
import { linePaths, placed } from "./line-paths.js";

/**
 * @import { World } from "../../core/types.js"
 * @import { AnyLine, MultiLine, TiledLines } from "../types.js"
 */

/**
 * The map that a layer stands on, if it does; Leaflet keeps it to itself.
 * @param {L.Layer} layer
 * @returns {L.Map | undefined}
 */
const mapOf = (layer) => /** @type {{ _map?: L.Map }} */ (/** @type {unknown} */ (layer))._map;

/**
 * A Leaflet line through lists of [[lat, lng], …] or of places of the world (Float64Array); with
 * `fill: true` they are rings of an area.
 * @param {AnyLine[]} lines
 * @param {L.PolylineOptions} options
 * @returns {MultiLine}
 */
export function polyline(lines, options) {
  const layer = /** @type {MultiLine} */ (L.polyline([], options));
  /** @type {World[] | null} */
  let held = null;
  layer._project = () => {};
  layer._update = function () {
    const map = mapOf(this);
    if (!map) return;
    held = held || lines.map(placed);
    this._path.setAttribute(
      "d",
      linePaths(map, this._renderer._bounds, [held], options.fill)[0] || "M0 0",
    );
  };
  layer.through = function (next) {
    lines = next;
    held = null;
    this._update();
  };
  return layer;
}

const PIECE = 96,
  PART = 160;

/**
 * Lines by the part of the world where they begin, long ones in pieces: a browser paints a map
 * tile by tile, and goes through every path that touches the tile, whole.
 * @param {AnyLine[]} lines
 * @returns {World[][]}
 */
export function tiled(lines) {
  /** @type {Map<string, World[]>} */
  const found = new Map();
  lines.map(placed).forEach((line) => {
    for (let i = 0; i === 0 || i < line.length - 2; i += PIECE) {
      const key = Math.floor(line[i] * PART) + "," + Math.floor(line[i + 1] * PART);
      const piece = line.subarray(i, i + PIECE + 2),
        there = found.get(key);
      if (there) there.push(piece);
      else found.set(key, [piece]);
    }
  });
  return Array.from(found.values());
}

/**
 * A Leaflet line that is a <g>; `update(g)` is called with it whenever the map has moved.
 * @param {L.PolylineOptions} options
 * @param {(this: L.Polyline, group: SVGElement) => void} update
 * @returns {L.Polyline}
 */
export function groupLayer(options, update) {
  const layer = L.polyline([], options);
  layer._project = () => {};
  layer.onAdd = function () {
    this._renderer._initPath(this);
    this._path = L.SVG.create("g");
    this._renderer._updateStyle(this);
    this._reset();
    this._renderer._addPath(this);
    return this;
  };
  layer._update = function () {
    if (mapOf(this)) update.call(this, this._path);
  };
  return layer;
}

// A group with one path for each that `draw` gives.
/**
 * @param {L.PolylineOptions} options
 * @param {(this: L.Polyline) => string[]} draw
 * @returns {L.Polyline}
 */
function drawn(options, draw) {
  return groupLayer(options, function (box) {
    const found = draw.call(this);
    while (box.lastChild && box.childNodes.length > found.length) box.removeChild(box.lastChild);
    found.forEach((path, i) => {
      (box.children[i] || box.appendChild(L.SVG.create("path"))).setAttribute("d", path);
    });
  });
}

/**
 * Many lines (as those of polyline) of one look; `through` puts others in their place.
 * @param {AnyLine[]} lines
 * @param {L.PolylineOptions} options
 * @returns {TiledLines}
 */
export function tiledPolylines(lines, options) {
  /** @type {World[][] | null} */
  let held = null;
  /** @type {string[]} */
  let found = [];
  const layer = /** @type {TiledLines} */ (
    drawn(options, function () {
      held = held || tiled(lines);
      return (found = linePaths(
        /** @type {L.Map} */ (mapOf(this)),
        this._renderer._bounds,
        held,
      ).filter(Boolean));
    })
  );
  layer.drawn = () => found;
  layer.through = function (next) {
    lines = next;
    held = null;
    this._update();
  };
  return layer;
}

/**
 * Lines that were tiled before, in another look.
 * @param {TiledLines} other
 * @param {L.PolylineOptions} options
 * @returns {L.Polyline}
 */
export function restyledPolylines(other, options) {
  return drawn(options, () => other.drawn());
}
