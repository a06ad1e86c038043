// Rings of places of the world: what is inside them, and which way they turn.

/** @import { World } from "../types.js" */

/**
 * Whether a place is inside `rings` (even-odd).
 * @param {number} px
 * @param {number} py
 * @param {World[]} rings
 * @returns {boolean}
 */
export function insideRings(px, py, rings) {
  let odd = false;
  rings.forEach((ring) => {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const x = ring[i],
        y = ring[i + 1],
        x2 = ring[j],
        y2 = ring[j + 1];
      if (y > py !== y2 > py && px < ((x2 - x) * (py - y)) / (y2 - y) + x) odd = !odd;
    }
  });
  return odd;
}

/**
 * Twice the area of a ring, below nought where it turns the other way.
 * @param {World} ring
 */
function turn(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return sum;
}

/** @param {World} ring @returns {World} */
function backwards(ring) {
  const found = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    found[i] = ring[ring.length - 2 - i];
    found[i + 1] = ring[ring.length - 1 - i];
  }
  return found;
}

/**
 * The rings of one area, those round it turning one way and those round its holes the other: drawn
 * together with the rings of other areas and filled by the rule "nonzero", all that lies in any of
 * them is filled, and no hole.
 * @param {World[]} rings
 * @returns {World[]}
 */
export function wound(rings) {
  return rings.map((ring, i) => {
    const x = (ring[0] + ring[2]) / 2,
      y = (ring[1] + ring[3]) / 2,
      hole = insideRings(
        x,
        y,
        rings.filter((_, k) => k !== i),
      );
    return turn(ring) < 0 === hole ? backwards(ring) : ring;
  });
}
