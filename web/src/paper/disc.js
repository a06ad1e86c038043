// A number on a disc, as on the map so in the list that is its key.
import { put } from "./elements.js";

/**
 * @typedef {object} Disc
 * @property {number} x its middle
 * @property {number} y
 * @property {string} text
 * @property {number} r half its height
 * @property {number} half half its width
 * @property {string} edge
 * @property {string} fill
 * @property {string} ink
 */

/**
 * A number on its disc round a place.
 * @param {Element} parent
 * @param {Disc} o
 */
export function drawDisc(parent, o) {
  put(parent, "rect", {
    x: (o.x - o.half).toFixed(1),
    y: (o.y - o.r).toFixed(1),
    width: (2 * o.half).toFixed(1),
    height: 2 * o.r,
    rx: o.r,
    fill: o.fill,
    stroke: o.edge,
    "stroke-width": 1.5,
  });
  put(
    parent,
    "text",
    {
      x: o.x.toFixed(1),
      y: o.y.toFixed(1),
      dy: "0.36em",
      "text-anchor": "middle",
      "font-size": 1.4 * o.r,
      "font-weight": 700,
      fill: o.ink,
    },
    o.text,
  );
}
