// Shapes, mixed colours and dashes of what stands on the map.

/** @import { StatusStyle } from "../core/types.js" */

/** @type {Record<string, number[][] | null>} */
const SHAPES = {
  circle: null,
  ring: null,
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  triangle: [
    [0, -1.2],
    [1.15, 0.9],
    [-1.15, 0.9],
  ],
  hexagon: [
    [-0.55, -1],
    [0.55, -1],
    [1.1, 0],
    [0.55, 1],
    [-0.55, 1],
    [-1.1, 0],
  ],
  bolt: [
    [0.3, -1.4],
    [-1, 0.3],
    [-0.1, 0.3],
    [-0.3, 1.4],
    [1, -0.3],
    [0.1, -0.3],
  ],
  drop: [
    [0, -1.4],
    [0.95, 0.15],
    [0.7, 0.9],
    [0, 1.2],
    [-0.7, 0.9],
    [-0.95, 0.15],
  ],
};

/**
 * SVG path of a symbol of radius r round x, y.
 * @param {string} name
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @returns {string}
 */
export function symbolPath(name, x, y, r) {
  const corners = SHAPES[name];
  if (!corners) {
    return (
      "M" +
      (x - r) +
      "," +
      y +
      "a" +
      r +
      "," +
      r +
      " 0 1,0 " +
      2 * r +
      ",0a" +
      r +
      "," +
      r +
      " 0 1,0 " +
      -2 * r +
      ",0"
    );
  }
  return (
    "M" +
    corners.map((c) => (x + c[0] * r).toFixed(1) + "," + (y + c[1] * r).toFixed(1)).join("L") +
    "z"
  );
}

/**
 * A mode's colour mixed into the panel's: how full a symbol is.
 * @param {string} colour
 * @param {string} ground
 * @param {number} share
 * @returns {string}
 */
export function mixColours(colour, ground, share) {
  /** @param {string} hex @param {number} i @returns {number} */
  const part = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  return (
    "#" +
    [0, 1, 2]
      .map((i) => {
        const value = Math.round(part(colour, i) * share + part(ground, i) * (1 - share));
        return (value < 16 ? "0" : "") + value.toString(16);
      })
      .join("")
  );
}

/** @param {StatusStyle} status @param {number} width @returns {string | null} */
export function dashArray(status, width) {
  return status.dash.length
    ? status.dash.map((d) => Math.max(0.1, d * width).toFixed(1)).join(" ")
    : null;
}
