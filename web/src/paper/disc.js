// A number on a disc, as on the map so in the list that is its key.
import { put } from "./elements.js";

/**
 * A number on its disc round a place; `r` is half the disc's height, `half` half its width.
 * @param {Element} parent
 * @param {{ x: number, y: number, text: string, r: number, half: number, edge: string, fill: string, ink: string }} o
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
