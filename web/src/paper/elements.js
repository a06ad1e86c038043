// What a sheet is put together from; every text goes in as a text node.
import { svgNode } from "../core/svg.js";
import { clean } from "./text-wrap.js";

/** Width of the legend's column and of the sheet's edge, in its units. */
export const SIDE = 208,
  EDGE = 22;

/**
 * An SVG element in `parent`, with a text where one is given.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Node} parent
 * @param {Tag} tag
 * @param {Record<string, string | number | null | undefined>} attributes
 * @param {string | number} [text]
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function put(parent, tag, attributes, text) {
  const node = svgNode(tag, attributes, parent);
  if (text !== undefined) node.textContent = clean(text);
  return node;
}
