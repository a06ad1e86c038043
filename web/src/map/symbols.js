// Shapes: point symbols on the map, and the little samples in legend, chooser and card.
import { el } from "../core/dom.js";
import { svgNode } from "../core/svg.js";

/** @import { StatusStyle, Style } from "../core/types.js" */

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

/** The ground of a sample. */
function sampleGround() {
  return svgNode("svg", { class: "atlas-sample", viewBox: "0 0 36 12", "aria-hidden": "true" });
}

/**
 * A sample, 36 by 12: a line in the mode's colour and the status's dash, or its symbol.
 * @param {Style} style
 * @param {string} theme
 * @param {string | null} mode
 * @param {string | null} [status]
 * @param {boolean} [point]
 * @returns {SVGElement}
 */
export function createSample(style, theme, mode, status, point) {
  const palette = theme === "dark" ? style.dark : style.light,
    ground = palette.panel;
  const colour = mode ? style.modes[mode][theme === "dark" ? "dark" : "colour"] : palette.muted;
  const look = style.statuses[status || "operation"];
  const svg = sampleGround();
  if (point && mode) {
    svgNode(
      "path",
      {
        d: symbolPath(style.modes[mode].symbol, 18, 6, 4.2),
        stroke: colour,
        "stroke-width": 1.6,
        fill: mixColours(colour, ground, look.fill),
      },
      svg,
    );
    return svg;
  }
  const width = (mode ? style.modes[mode].width : 2.6) * look.scale;
  svgNode(
    "line",
    {
      x1: 2,
      y1: 6,
      x2: 34,
      y2: 6,
      stroke: colour,
      "stroke-width": width,
      "stroke-linecap": look.cap,
      "stroke-dasharray": dashArray(look, width),
    },
    svg,
  );
  if (look.core)
    svgNode(
      "line",
      { x1: 2, y1: 6, x2: 34, y2: 6, stroke: ground, "stroke-width": width * 0.36 },
      svg,
    );
  return svg;
}

/**
 * A sample of a change between plans: its line and its sign.
 * @param {Style} style
 * @param {string} theme
 * @param {string} code
 * @returns {HTMLElement}
 */
export function createChangeSample(style, theme, code) {
  const look = style.changes[code],
    dash = style.statuses[look.line],
    width = 3.4 * Math.min(1, dash.scale);
  const box = el("span", "atlas-change");
  const svg = sampleGround();
  svgNode(
    "line",
    {
      x1: 2,
      y1: 6,
      x2: 34,
      y2: 6,
      stroke: theme === "dark" ? look.dark : look.colour,
      "stroke-width": width,
      "stroke-linecap": dash.cap,
      "stroke-dasharray": dashArray(dash, width),
    },
    svg,
  );
  box.setAttribute("aria-hidden", "true");
  box.appendChild(svg);
  el("b", null, look.sign, box);
  return box;
}
