// What the pictures of promises share: frame, axis, texts and the marks of verdicts.
import { svgNode } from "../core/svg.js";
import { colourOf, paletteOf } from "../core/theme.js";
import { pickLanguage } from "../core/translator.js";
import { mixColours, symbolPath } from "../map/symbol-paths.js";
import { cutText } from "./scale.js";

/**
 * @import { Host } from "./types.js"
 * @import { Made } from "./promises.js"
 */

export const SIZE = 12.5;

/**
 * An SVG of its own size that shrinks with its frame; `title` and `text` are read aloud.
 * @param {HTMLElement} parent
 * @param {number} width
 * @param {number} height
 * @param {string} title
 * @param {string} text
 */
export function createDrawing(parent, width, height, title, text) {
  const svg = svgNode(
    "svg",
    {
      viewBox: "0 0 " + width + " " + height,
      width: width,
      height: height,
      class: "out-picture",
      role: "group",
      "aria-label": title,
    },
    parent,
  );
  svgNode("title", {}, svg).textContent = title;
  svgNode("desc", {}, svg).textContent = text;
  return svg;
}

/**
 * @param {Node} parent
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {Record<string, string | number | null>} [attributes] with `room`: cut to that many pixels
 */
export function writeText(parent, x, y, words, attributes) {
  const own = Object.assign({}, attributes),
    room = own.room;
  delete own.room;
  const node = svgNode("text", Object.assign({ x: x, y: y }, own), parent);
  node.textContent = room ? cutText(words, Number(room), SIZE) : words;
  return node;
}

/**
 * @param {Host} host
 * @param {string} verdict
 */
export function verdictColour(host, verdict) {
  return colourOf(host.model.payload.style.verdicts[verdict], host.theme);
}

/**
 * The symbol of a verdict: told apart by shape and filling, not by colour alone.
 * @param {Host} host
 * @param {string} verdict
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {Node} parent
 */
export function drawVerdict(host, verdict, x, y, r, parent) {
  const style = host.model.payload.style,
    look = style.verdicts[verdict],
    colour = verdictColour(host, verdict);
  return svgNode(
    "path",
    {
      d: symbolPath(look.shape, x, y, r),
      stroke: colour,
      "stroke-width": 1.8,
      fill: mixColours(colour, paletteOf(style, host.theme).panel, look.fill),
    },
    parent,
  );
}

/**
 * The name of a promise's project.
 * @param {Host} host
 * @param {Made} made
 */
export function projectName(host, made) {
  return pickLanguage(made.project.data.name, host.lang);
}

/**
 * The verdict in words, with the months where they are known.
 * @param {Host} host
 * @param {Made} made
 * @param {boolean} [short] where there is little room
 */
export function verdictWords(host, made, short) {
  const o = made.outcome;
  return o.months
    ? host.words(short ? "card.months" : "outcome.late.months", { n: o.months })
    : host.words("verdict." + o.verdict);
}

/**
 * What was promised: "2019 年开工".
 * @param {Host} host
 * @param {Made} made
 */
export function promiseWords(host, made) {
  return host.words("outcome.promise." + made.outcome.kind, { y: made.outcome.year });
}

/**
 * Makes a group a button that leads to a promise.
 * @param {SVGElement} group
 * @param {Host} host
 * @param {Made} made
 * @param {(made: Made, mark: SVGElement) => void} pick
 */
export function makeMark(group, host, made, pick) {
  const plan = host.model.payload.plans[made.outcome.plan];
  const label = host.words("outcome.mark", {
    name: projectName(host, made),
    plan: pickLanguage(plan.short, host.lang),
    what: promiseWords(host, made),
    verdict: verdictWords(host, made),
  });
  group.setAttribute("role", "button");
  group.setAttribute("tabindex", "0");
  group.setAttribute("class", "out-mark");
  group.setAttribute("data-key", made.key);
  group.setAttribute("aria-label", label);
  svgNode("title", {}, group).textContent = label;
  group.addEventListener("click", () => {
    pick(made, group);
  });
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(made, group);
  });
}
