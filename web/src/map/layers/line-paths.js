// Lines of the world as SVG paths of whole pixels, with no more corners than they need.
import { toWorld } from "../../core/projection.js";

/**
 * @import { World } from "../../core/types.js"
 * @import { AnyLine } from "../types.js"
 * @typedef {{ min: L.Point, max: L.Point }} Corners of bounds that are not empty
 */

/** @param {AnyLine} line @returns {World} */
export function placed(line) {
  if (line instanceof Float64Array) return line;
  const found = new Float64Array(line.length * 2);
  line.forEach((at, i) => {
    const w = toWorld(at);
    found[2 * i] = w[0];
    found[2 * i + 1] = w[1];
  });
  return found;
}

// How far what is drawn may pass beside a point of it: a line, an outline. Places nearer
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
  const { min, max } = /** @type {Corners} */ (box);
  const west = min.x - 20,
    east = max.x + 20,
    north = min.y - 20,
    south = max.y + 20;
  const last = line.length - 2,
    off = area ? OFF_AREA : OFF_LINE;
  const k = 4 * scale,
    kx = 4 * ox,
    ky = 4 * oy;
  let ax = (line[0] * k - kx) | 0,
    ay = (line[1] * k - ky) | 0,
    hx = ax,
    hy = ay,
    px = (ax + 2) >> 2,
    py = (ay + 2) >> 2,
    d = "",
    down = false;
  // The sleeve: how far to either side one may still go, and how far it went; none yet at 0.
  let lx = 0,
    ly = 0,
    rx = 0,
    ry = 0,
    far = 0;
  /** @param {number} x4 @param {number} y4 @returns {void} */
  const to = (x4, y4) => {
    const x = (x4 + 2) >> 2,
      y = (y4 + 2) >> 2;
    if (x !== px || y !== py || !down) {
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
  for (let i = 2; i <= last; i += 2) {
    const x = (line[i] * k - kx) | 0,
      y = (line[i + 1] * k - ky) | 0;
    if (i < last && Math.abs(x - hx) + Math.abs(y - hy) < STEP) continue;
    let dx = x - ax,
      dy = y - ay,
      way = Math.sqrt(dx * dx + dy * dy);
    if (far && (way < far - off || rx * dy - ry * dx < 0 || dx * ly - dy * lx < 0)) {
      to(hx, hy);
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
  if (last) to(hx, hy);
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
