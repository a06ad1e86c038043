// Lines of the map: Leaflet's own, drawn in one pass from the world's coordinates to the path.
import { toWorld } from "../../core/projection.js";

/**
 * @import { World } from "../../core/types.js"
 * @import { AnyLine, MultiLine, TiledLines } from "../../map/types.js"
 */

/** @param {AnyLine} line @returns {World} */
function placed(line) {
  if (line instanceof Float64Array) return line;
  const found = new Float64Array(line.length * 2);
  line.forEach((at, i) => {
    const w = toWorld(at);
    found[2 * i] = w[0];
    found[2 * i + 1] = w[1];
  });
  return found;
}

/**
 * The map that a layer stands on, if it does; Leaflet keeps it to itself.
 * @param {L.Layer} layer
 * @returns {L.Map | undefined}
 */
const mapOf = (layer) => /** @type {{ _map?: L.Map }} */ (/** @type {unknown} */ (layer))._map;

// How far what is drawn may pass beside a place of its course: a line, an outline. Places nearer
// to the one before than this step are not looked at. In quarters of a pixel, as all of the
// reckoning: whole numbers are quicker before an engine has made fast code of it.
const OFF_LINE = 3.2,
  OFF_AREA = 4,
  STEP = 4;

// The path of one line: in whole pixels, without what lies far outside, and of its places only
// those without which it would stray: the longest steps from which no place between is farther
// than that (sleeve fitting, Zhao & Saalfeld 1997).
/**
 * @param {World} line
 * @param {number} scale
 * @param {number} ox
 * @param {number} oy
 * @param {L.Bounds} box
 * @param {boolean} area
 * @returns {string}
 */
function trace(line, scale, ox, oy, box, area) {
  const least = box.getTopLeft(),
    most = box.getBottomRight();
  const west = least.x - 20,
    east = most.x + 20,
    north = least.y - 20,
    south = most.y + 20;
  const last = line.length - 2,
    off = area ? OFF_AREA : OFF_LINE;
  let d = "",
    px = 0,
    py = 0,
    down = false;
  const k = 4 * scale,
    kx = 4 * ox,
    ky = 4 * oy;
  let ax = (line[0] * k - kx) | 0,
    ay = (line[1] * k - ky) | 0,
    hx = ax,
    hy = ay;
  // The sleeve: how far to either side one may still go, and how far it went; none yet at 0.
  let lx = 0,
    ly = 0,
    rx = 0,
    ry = 0,
    far = 0;
  /** @param {number} x4 @param {number} y4 @param {boolean} first @returns {void} */
  const to = (x4, y4, first) => {
    const x = (x4 + 2) >> 2,
      y = (y4 + 2) >> 2;
    if (!first && (x !== px || y !== py || !down)) {
      if (
        !area &&
        ((x < west && px < west) ||
          (x > east && px > east) ||
          (y < north && py < north) ||
          (y > south && py > south))
      )
        down = false;
      else {
        if (!down) d += "M" + px + " " + py;
        d += "L" + x + " " + y;
        down = true;
      }
    }
    px = x;
    py = y;
  };
  to(ax, ay, true);
  for (let i = 2; i <= last; i += 2) {
    const x = (line[i] * k - kx) | 0,
      y = (line[i + 1] * k - ky) | 0;
    if (i < last && Math.abs(x - hx) + Math.abs(y - hy) < STEP) continue;
    let dx = x - ax,
      dy = y - ay,
      way = Math.sqrt(dx * dx + dy * dy);
    if (far && (way < far - off || rx * dy - ry * dx < 0 || dx * ly - dy * lx < 0)) {
      to(hx, hy, false);
      ax = hx;
      ay = hy;
      dx = x - ax;
      dy = y - ay;
      way = Math.sqrt(dx * dx + dy * dy);
      far = 0;
    }
    if (way > off) {
      const s = off / way,
        c = Math.sqrt(1 - s * s);
      const mx = dx * c - dy * s,
        my = dx * s + dy * c,
        nx = dx * c + dy * s,
        ny = dy * c - dx * s;
      if (!far || mx * ly - my * lx > 0) {
        lx = mx;
        ly = my;
      }
      if (!far || rx * ny - ry * nx > 0) {
        rx = nx;
        ry = ny;
      }
      if (way > far) far = way;
    }
    hx = x;
    hy = y;
  }
  if (last > 0) to(hx, hy, false);
  return area && d ? d + "z" : d;
}

/**
 * The path of each of `sets`, which are lists of lines, within `box` of the map's pixels.
 * @param {L.Map} map
 * @param {L.Bounds} box
 * @param {World[][]} sets
 * @param {boolean} [area]
 * @returns {string[]}
 */
export function linePaths(map, box, sets, area) {
  const scale = 256 * 2 ** map.getZoom(),
    origin = map.getPixelOrigin();
  return sets.map((lines) =>
    lines.map((line) => trace(line, scale, origin.x, origin.y, box, !!area)).join(""),
  );
}

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

// Lines by the part of the world where they begin, long ones in pieces: a browser paints a map
// tile by tile, and goes through every path that touches the tile, whole.
const PIECE = 96,
  PART = 160;

/** @param {AnyLine[]} lines @returns {World[][]} */
function parts(lines) {
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
      held = held || parts(lines);
      return (found = linePaths(
        /** @type {L.Map} */ (mapOf(this)),
        this._renderer._bounds,
        held,
        false,
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
