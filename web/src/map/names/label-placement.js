// Where names may stand: the polyline that a name follows, its letters along it, what is free.

/** @import { World } from "../../core/types.js" */
/** @import { PixelBox } from "../types.js" */

/** How near the edge of the map a name may come. */
const EDGE = 2;

/**
 * How steep a name may run where nothing else is said, and by how much it may turn from one letter
 * to the next, or round a corner; in degrees.
 */
export const STEEPEST = 75,
  SHARPEST = 30;

/**
 * Whether boxes lie whole on a map of `size` and over none that is taken.
 * @param {PixelBox[]} boxes
 * @param {PixelBox[]} taken
 * @param {{x: number, y: number}} size
 */
export function isFree(boxes, taken, size) {
  return !boxes.some((b) => {
    // The edge of the map cuts no name.
    if (b[0] < EDGE || b[1] < EDGE || b[2] > size.x - EDGE || b[3] > size.y - EDGE) return true;
    return taken.some((t) => b[0] < t[2] && b[2] > t[0] && b[1] < t[3] && b[3] > t[1]);
  });
}

/**
 * A polyline in pixels: how long it is, and the point after so many pixels of it.
 * @param {World} points two places or more
 */
export function measurePolyline(points) {
  const n = points.length / 2,
    reach = new Float64Array(n);
  for (let i = 1; i < n; i++)
    reach[i] =
      reach[i - 1] +
      Math.hypot(points[2 * i] - points[2 * i - 2], points[2 * i + 1] - points[2 * i - 1]);
  return {
    length: reach[n - 1],
    /** @param {number} s */
    pointAt: (s) => {
      let lo = 1,
        hi = n - 1;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (reach[mid] < s) lo = mid + 1;
        else hi = mid;
      }
      const share = (s - reach[lo - 1]) / (reach[lo] - reach[lo - 1] || 1),
        k = 2 * lo;
      return {
        x: points[k - 2] + (points[k] - points[k - 2]) * share,
        y: points[k - 1] + (points[k + 1] - points[k - 1]) * share,
      };
    },
  };
}

/**
 * @typedef {object} LettersLook
 * @property {number} size height of the letters
 * @property {number} [offset] how far off the polyline, below it where it is negative
 * @property {number} [steepest] degrees
 * @property {boolean} [upright] whether letters do not turn with the polyline
 */

/**
 * The letters of a name along a polyline from `start` on, read from left to right: each with its
 * place and turn in degrees, and the boxes they take; null where one would stand too steep or two
 * would turn apart or, upright, overlap. Upright ones stand one below the
 * other, read from above. `back` says that they stand against the polyline's way.
 * @param {ReturnType<typeof measurePolyline>} polyline
 * @param {number} start pixels along the polyline
 * @param {string[]} letters
 * @param {number[]} widths of the letters, room between them counted
 * @param {LettersLook} look
 */
export function placeLetters(polyline, start, letters, widths, look) {
  const total = widths.reduce((a, b) => a + b, 0),
    along = look.upright ? "y" : "x",
    back = polyline.pointAt(start + total)[along] < polyline.pointAt(start)[along],
    off = look.offset || 0,
    r = look.size * 0.55;
  /** @type {{letter: string, x: number, y: number, turn: number}[]} */
  const glyphs = [];
  /** @type {PixelBox[]} */
  const boxes = [];
  let at = start,
    last = NaN;
  for (let i = 0; i < letters.length; i++) {
    const k = back ? letters.length - 1 - i : i;
    const a = polyline.pointAt(at),
      b = polyline.pointAt(at + widths[k]),
      mid = polyline.pointAt(at + widths[k] / 2);
    let angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
    if (back) angle += 180;
    if (angle > 180) angle -= 360;
    if (!look.upright && Math.abs(angle) > (look.steepest || STEEPEST)) return null;
    if (Math.abs(angle - last) > SHARPEST) return null;
    last = angle;
    // Off the line by half a letter, so that the stroke stays clear.
    const turn = (angle * Math.PI) / 180,
      x = mid.x + Math.sin(turn) * off,
      y = mid.y - Math.cos(turn) * off;
    if (look.upright && i && Math.abs(y - glyphs[i - 1].y) < look.size) return null;
    glyphs.push({ letter: letters[k], x: x, y: y, turn: look.upright ? 0 : angle });
    boxes.push([x - r, y - r, x + r, y + r]);
    at += widths[k];
  }
  return { glyphs: glyphs, boxes: boxes, back: back };
}
