// Where names may stand: the course that a name follows, its letters along it, what is free.

/** @import { World } from "../../core/types.js" */
/** @import { PixelBox } from "../types.js" */

/** How near the edge of the map a name may come, and how steep it may run, in degrees. */
const EDGE = 2,
  STEEPEST = 75;

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
 * The course of a line on the screen where it is in or near `view`, as flat places at most 12 px
 * apart. A winding river would toss its letters about: it is evened out over 60 px and more.
 * @param {World} line
 * @param {number} scale
 * @param {number} left
 * @param {number} top
 * @param {L.Bounds} view
 * @returns {World}
 */
export function smoothLine(line, scale, left, top, view) {
  /** @type {number[]} */
  const even = [],
    step = 12,
    span = 4,
    far = 300;
  const least = view.getTopLeft(),
    most = view.getBottomRight();
  const west = least.x - far,
    east = most.x + far,
    north = least.y - far,
    south = most.y + far;
  let px = line[0] * scale - left,
    py = line[1] * scale - top;
  for (let i = 2; i < line.length; i += 2) {
    const x = line[i] * scale - left,
      y = line[i + 1] * scale - top,
      d = Math.hypot(x - px, y - py);
    if (d < 3 && i < line.length - 2) continue;
    if (
      (x > west && x < east && y > north && y < south) ||
      (px > west && px < east && py > north && py < south)
    ) {
      const n = Math.max(1, Math.min(400, Math.round(d / step)));
      for (let k = 0; k < n; k++) even.push(px + ((x - px) * k) / n, py + ((y - py) * k) / n);
    }
    px = x;
    py = y;
  }
  const last = even.length / 2 - 1,
    found = new Float64Array(even.length);
  for (let i = 0; i <= last; i++) {
    const r = Math.min(span, i, last - i);
    let x = 0,
      y = 0;
    for (let k = 2 * (i - r); k <= 2 * (i + r); k += 2) {
      x += even[k];
      y += even[k + 1];
    }
    found[2 * i] = x / (2 * r + 1);
    found[2 * i + 1] = y / (2 * r + 1);
  }
  return found;
}

/**
 * A course of flat places: how long it is, and the place after so many pixels of it.
 * @param {World} points two places or more
 */
export function measureCourse(points) {
  const n = points.length / 2,
    reach = new Float64Array(n);
  for (let i = 1; i < n; i++)
    reach[i] =
      reach[i - 1] +
      Math.hypot(points[2 * i] - points[2 * i - 2], points[2 * i + 1] - points[2 * i - 1]);
  return {
    length: reach[n - 1],
    /** @param {number} s */
    spot: (s) => {
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
 * The letters of a name along a course from `start` on, read from left to right: each with its
 * place and turn in degrees, and the boxes they take; null where one would stand too steep.
 * @param {ReturnType<typeof measureCourse>} course
 * @param {number} start pixels along the course
 * @param {string[]} letters
 * @param {number[]} widths of the letters, room between them counted
 * @param {{size: number, offset?: number}} look height of the letters, and how far off the course
 */
export function placeLetters(course, start, letters, widths, look) {
  const total = widths.reduce((a, b) => a + b, 0),
    back = course.spot(start + total).x < course.spot(start).x,
    off = look.offset || 0,
    r = look.size * 0.55;
  /** @type {{letter: string, x: number, y: number, turn: number}[]} */
  const glyphs = [];
  /** @type {PixelBox[]} */
  const boxes = [];
  let at = start;
  for (let i = 0; i < letters.length; i++) {
    const k = back ? letters.length - 1 - i : i;
    const a = course.spot(at),
      b = course.spot(at + widths[k]),
      mid = course.spot(at + widths[k] / 2);
    let angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
    if (back) angle += 180;
    if (angle > 180) angle -= 360;
    if (Math.abs(angle) > STEEPEST) return null;
    // Off the line by half a letter, so that the stroke stays clear.
    const turn = (angle * Math.PI) / 180,
      x = mid.x + Math.sin(turn) * off,
      y = mid.y - Math.cos(turn) * off;
    glyphs.push({ letter: letters[k], x: x, y: y, turn: angle });
    boxes.push([x - r, y - r, x + r, y + r]);
    at += widths[k];
  }
  return { glyphs: glyphs, boxes: boxes };
}
