// A project through the plans as a small picture: a row a plan in date order, a column a stage.

import { svgNode } from "../core/svg.js";
import { colourOf, paletteOf } from "../core/theme.js";
import { pickLanguage } from "../core/translator.js";
import { mixColours } from "../map/symbol-paths.js";

/** @import { Lang, Plan, Project, View } from "../core/types.js" */

const ROW = 22,
  TOP = 18;

/**
 * @param {SVGElement} parent
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {Record<string, string>} attributes
 */
function text(parent, x, y, words, attributes) {
  const node = svgNode("text", Object.assign({ x: x, y: y }, attributes), parent);
  node.textContent = words;
  return node;
}

/**
 * The year in front, the name behind it, cut to fit.
 * @param {Plan} plan
 * @param {Lang} lang
 */
function label(plan, lang) {
  const year = plan.date.slice(0, 4),
    room = lang === "zh" ? 8 : 13;
  const name = pickLanguage(plan.short, lang).replace(year, "").trim();
  return year + " " + (name.length > room ? name.slice(0, room - 1) + "…" : name);
}

/**
 * The picture as an SVG element; what it says stands in words in the list below it.
 * @param {View} view
 * @param {Project} project
 * @returns {SVGSVGElement}
 */
export function historyPicture(view, project) {
  const d = project.data,
    payload = view.model.payload,
    w = view.words,
    stages = payload.stages,
    palette = paletteOf(payload.style, view.theme);
  const mode = payload.style.modes[d.mode],
    colour = colourOf(mode, view.theme);
  const STEP = view.lang === "zh" ? 25 : 28,
    left = view.lang === "zh" ? 112 : 108,
    right = left + STEP * stages.length;
  const height = TOP + payload.plans.length * ROW + 4;
  const svg = svgNode("svg", {
    viewBox: "0 0 " + (right + (view.lang === "zh" ? 52 : 50)) + " " + height,
    class: "atlas-picture",
    role: "img",
  });
  /** @param {string} stage */
  const at = (stage) => left + STEP * (stages.indexOf(stage) + 0.5);
  stages.forEach((stage, i) => {
    text(svg, at(stage), 10, w("stage." + stage), {
      "text-anchor": "middle",
      class: "is-stage is-" + view.lang,
    });
    if (i === 0) {
      svgNode(
        "line",
        {
          x1: left + STEP * (i + 1),
          x2: left + STEP * (i + 1),
          y1: 2,
          y2: height - 4,
          stroke: palette.line,
        },
        svg,
      );
    }
  });
  /** @type {string[]} */
  const said = [];
  const lines = svgNode("g", {}, svg);
  /** @type {{status: string, y: number} | null} */
  let before = null;
  payload.plans.forEach((plan, i) => {
    const y = TOP + ROW * (i + 0.5),
      code = d.statuses[i],
      named = code !== undefined;
    svgNode("line", { x1: left, x2: right, y1: y, y2: y, stroke: palette.line }, lines);
    const head = text(svg, 0, y + 4, label(plan, view.lang), {
      class: named ? "is-plan" : "is-silent",
    });
    svgNode("title", {}, head).textContent = pickLanguage(plan.title, view.lang);
    if (!named) return;
    const status = payload.statuses[code],
      bare = status === "unspecified";
    const back = project.history.earlier(i) === "back";
    if (before && !bare) {
      svgNode(
        "line",
        {
          x1: at(before.status),
          y1: before.y,
          x2: at(status),
          y2: y,
          "stroke-width": 2,
          stroke: back ? palette.warn : colour,
          "stroke-dasharray": back ? "4 3" : null,
        },
        lines,
      );
    }
    svgNode(
      "circle",
      {
        cx: at(status),
        cy: y,
        r: 5.5,
        stroke: back ? palette.warn : colour,
        "stroke-width": 2,
        fill: mixColours(
          back ? palette.warn : colour,
          palette.panel,
          payload.style.statuses[status].fill,
        ),
      },
      svg,
    );
    if (!bare) before = { status: status, y: y };
    /** @type {string[]} */
    const years = [];
    (d.mentions || []).forEach((m) => {
      if (m.plan !== i) return;
      if (m.start_year) years.push(w("card.year.start", { y: m.start_year }));
      if (m.complete_year) years.push(w("card.year.complete", { y: m.complete_year }));
    });
    if (years.length) text(svg, right + 4, y + 4, years[years.length - 1], { class: "is-year" });
    said.push(
      pickLanguage(plan.short, view.lang) + ": " + [w("status." + status)].concat(years).join(", "),
    );
  });
  svg.setAttribute("aria-label", said.join("; "));
  return svg;
}
