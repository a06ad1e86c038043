// The one maker of an SVG element, and of the small signs on buttons.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An SVG element; attributes that are null are left out. A style is set as rules, since a file that
 * forbids inline styles would drop it as an attribute.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | null | undefined>} attributes
 * @param {Node | null} [parent]
 * @returns {SVGElementTagNameMap[T]}
 */
export function svgNode(tag, attributes, parent) {
  const node = document.createElementNS(SVG, tag);
  Object.keys(attributes).forEach((name) => {
    const value = attributes[name];
    if (value === null || value === undefined) return;
    if (name === "style") node.style.cssText = String(value);
    else node.setAttribute(name, String(value));
  });
  if (parent) parent.appendChild(node);
  return node;
}

/**
 * A sign of one path on a ground of 20 by 20.
 * @param {string} path
 * @param {Node | null} [parent]
 */
export function icon(path, parent) {
  const svg = svgNode("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, parent);
  svgNode("path", { d: path }, svg);
  return svg;
}
