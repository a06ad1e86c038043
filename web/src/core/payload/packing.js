// The packed numbers of the payload: steps of lines, written by layers/payload/packing.py.
import { mercatorScale } from "../projection.js";

/**
 * The numbers of a packed text.
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
 * Packed steps to positions: x and y by turns.
 * @param {string} packed
 * @returns {Int32Array}
 */
export function unpackPositions(packed) {
  const found = unpack(packed).slice();
  for (let i = 2; i < found.length; i++) found[i] += found[i - 2];
  return found;
}

/**
 * Packed steps to places of the world, x and y by turns.
 * @param {string} packed
 * @param {number} scale steps in a degree
 */
export const unpackPlaces = (packed, scale) => toPlaces(unpackPositions(packed), scale);

/**
 * Positions to [[lat, lng], …] in degrees.
 * @param {Int32Array} positions
 * @param {number} scale steps in a degree
 */
export function toPoints(positions, scale) {
  /** @type {[number, number][]} */
  const found = [];
  for (let i = 0; i < positions.length; i += 2)
    found.push([positions[i + 1] / scale, positions[i] / scale]);
  return found;
}

/**
 * Positions to places of the world, x and y by turns.
 * @param {Int32Array} positions
 * @param {number} scale steps in a degree
 */
export function toPlaces(positions, scale) {
  const found = new Float64Array(positions.length),
    down = mercatorScale(scale);
  for (let i = 0; i < positions.length; i += 2) {
    found[i] = positions[i] / scale / 360 + 0.5;
    found[i + 1] = down(positions[i + 1]);
  }
  return found;
}
