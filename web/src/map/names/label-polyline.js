// The polyline along which a name is written.

/** @import { World } from "../../core/types.js" */

// A line on the screen where it is in or near `view`, as points at most 12 px apart. A winding
// river would toss its letters about: it is evened out over 60 px and more.
/**
 * @param {World} line
 * @param {number} scale
 * @param {number} left
 * @param {number} top
 * @param {L.Bounds} view
 * @returns {World}
 */
export function smoothPolyline(line, scale, left, top, view) {
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
