// The packed numbers of the payload: steps of lines, written by layers/topology.py.
import { mercatorScale } from "../projection.js";

// The numbers of a packed text; layers/topology.py writes them.
/**
 * @param {string} text
 * @returns {Int32Array}
 */
export function unpack(text) {
  const found = new Int32Array(text.length);
  let value = 0,
    worth = 1,
    n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i),
      digit = c > 92 ? c - 37 : c > 60 ? c - 36 : c - 35;
    if (digit < 45) {
      value += digit * worth;
      found[n++] = value & 1 ? -((value + 1) >> 1) : value >> 1;
      value = 0;
      worth = 1;
    } else {
      value += (digit - 45) * worth;
      worth *= 45;
    }
  }
  return found.subarray(0, n);
}

/**
 * Packed steps to [[lat, lng], …] in degrees.
 * @param {string} packed
 * @param {number} scale
 */
export function unpackPoints(packed, scale) {
  /** @type {[number, number][]} */
  const found = [];
  const steps = unpack(packed);
  let x = 0,
    y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    found.push([y / scale, x / scale]);
  }
  return found;
}

/**
 * Packed steps to places of the world, x and y by turns.
 * @param {string} packed
 * @param {number} scale
 */
export function unpackPlaces(packed, scale) {
  const steps = unpack(packed),
    found = new Float64Array(steps.length),
    down = mercatorScale(scale);
  let x = 0,
    y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    found[i] = x / scale / 360 + 0.5;
    found[i + 1] = down(y);
  }
  return found;
}
