// Shapes: point symbols on the map, and the little samples in legend, chooser and card.

import { el } from "../core/dom.js";
import { svgNode } from "../core/svg.js";
import { colourOf, paletteOf } from "../core/theme.js";
import { dashArray, mixColours, symbolPath } from "./symbol-paths.js";

/** @import { StatusStyle, Style, Theme } from "../core/types.js" */

/** The ground of a sample. */
function sampleGround() {
  return svgNode("svg", { class: "atlas-sample", viewBox: "0 0 36 12", "aria-hidden": "true" });
}

/**
 * A line across a sample, with its core where it has one.
 * @param {SVGElement} svg
 * @param {StatusStyle} look
 * @param {string} colour
 * @param {string} ground
 * @param {number} usual how wide it is at a scale of 1
 */
function stroke(svg, look, colour, ground, usual) {
  const width = usual * look.scale,
    across = { x1: 2, y1: 6, x2: 34, y2: 6 };
  svgNode(
    "line",
    {
      ...across,
      stroke: colour,
      "stroke-width": width,
      "stroke-linecap": look.cap,
      "stroke-dasharray": dashArray(look, width),
    },
    svg,
  );
  if (look.core) svgNode("line", { ...across, stroke: ground, "stroke-width": width * 0.36 }, svg);
}

/**
 * A sample, 36 by 12: a line in the mode's colour and with a status's look (by default that of a
 * line in service), or its symbol.
 * @param {Style} style
 * @param {Theme} theme
 * @param {string | null} mode
 * @param {StatusStyle | null} [look]
 * @param {boolean} [point]
 * @returns {SVGElement}
 */
export function createSample(style, theme, mode, look, point) {
  const palette = paletteOf(style, theme),
    ground = palette.panel;
  const colour = mode ? colourOf(style.modes[mode], theme) : palette.muted;
  look = look || style.statuses.operation;
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
  stroke(svg, look, colour, ground, mode ? style.modes[mode].width : 2.6);
  return svg;
}

/**
 * A sample of a change between plans: its line and its sign.
 * @param {Style} style
 * @param {Theme} theme
 * @param {string} code
 * @returns {HTMLElement}
 */
export function createChangeSample(style, theme, code) {
  const look = style.changes[code],
    svg = sampleGround();
  const box = el("span", "atlas-change");
  stroke(svg, look, colourOf(look, theme), paletteOf(style, theme).panel, 2.4);
  box.setAttribute("aria-hidden", "true");
  box.appendChild(svg);
  el("b", null, look.sign, box);
  return box;
}
