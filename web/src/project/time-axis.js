// What was promised and what happened, on one axis of time.
import { svgNode } from "../core/svg.js";
import { colourOf, paletteOf } from "../core/theme.js";
import { pickLanguage } from "../core/translator.js";
import { mixColours, symbolPath } from "../map/symbol-paths.js";
import { axisOf, promisesOf, timeOf, withParts } from "./axis.js";
import { doubts } from "./events.js";

/** @import { Event, Project, View } from "../core/types.js" */

/** @typedef {{of: Project, event: Event}} Happened */

const ROW = 20,
  WIDE = 190,
  RIGHT = 56;

/** @param {SVGElement} parent @param {string} words */
function title(parent, words) {
  svgNode("title", {}, parent).textContent = words;
}

/**
 * The picture; null where nothing was promised for a year and nothing happened.
 * @param {View} view
 * @param {Project} project
 * @returns {SVGSVGElement | null}
 */
export function timeAxis(view, project) {
  const payload = view.model.payload,
    w = view.words,
    marks = payload.style.events,
    left = view.lang === "zh" ? 104 : 124,
    palette = paletteOf(payload.style, view.theme),
    colour = colourOf(payload.style.modes[project.data.mode], view.theme);
  const all = withParts(view.model, project),
    promises = promisesOf(all);
  /** @type {Happened[]} */
  const events = [];
  all.forEach((of) => {
    (of.data.events || []).forEach((event) => {
      if (marks[event.event] && event.date) events.push({ of: of, event: event });
    });
  });
  if (!promises.length && !events.length) return null;
  const today = payload.as_of ? timeOf(payload.as_of) : NaN;
  const axis = axisOf([
    ...promises.map((p) => p.year),
    ...promises.map((p) => timeOf(payload.plans[p.plan].date)),
    ...events.map((h) => timeOf(h.event.date)),
    ...(payload.as_of ? [today] : []),
  ]);
  /** @param {number} time */
  const x = (time) => left + ((time - axis.first) / (axis.last - axis.first)) * WIDE;
  const lanes = payload.lanes.filter((lane) =>
    events.some((h) => marks[h.event.event].lane === lane),
  );
  const bottom = ROW * (promises.length + lanes.length) + 4;
  const svg = svgNode("svg", {
    viewBox: "0 0 " + (left + WIDE + RIGHT) + " " + (bottom + 18),
    class: "atlas-axis",
    role: "img",
  });
  /** @type {string[]} */
  const said = [];
  /**
   * @param {number} at
   * @param {number} y
   * @param {string} words
   * @param {Record<string, string>} [more]
   */
  const text = (at, y, words, more) => {
    svgNode("text", Object.assign({ x: at, y: y }, more), svg).textContent = words;
  };

  /** What is said of a section, by its name. @param {Project} of */
  const named = (of) => (of === project ? "" : pickLanguage(of.data.name, view.lang));

  // The years, and the day of the facts.
  for (let year = axis.first; year <= axis.last; year += axis.step) {
    svgNode("line", { x1: x(year), x2: x(year), y1: 0, y2: bottom, stroke: palette.line }, svg);
    text(x(year), bottom + 13, String(year), { class: "is-stage", "text-anchor": "middle" });
  }
  if (payload.as_of) {
    const line = svgNode(
      "line",
      {
        x1: x(today),
        x2: x(today),
        y1: 0,
        y2: bottom,
        stroke: palette.accent,
        "stroke-dasharray": "3 2",
      },
      svg,
    );
    title(line, w("card.as_of", { d: payload.as_of }));
  }

  promises.forEach((promised, i) => {
    const y = ROW * (i + 0.5),
      plan = payload.plans[promised.plan],
      key = promised.of === project ? "card.promise" : "card.promise.part",
      words = w("promised.year", { y: promised.year, k: w("promise." + promised.kind) });
    const outcome = (promised.of.data.outcomes || []).find(
      (o) => o.plan === promised.plan && o.kind === promised.kind && o.year === promised.year,
    );
    const verdict = !outcome
      ? ""
      : outcome.months
        ? w("card.months", { n: outcome.months })
        : w("verdict." + outcome.verdict);
    text(0, y + 4, plan.date.slice(0, 4) + " " + w(key, { k: w("promise." + promised.kind) }), {
      class: "is-plan",
    });
    svgNode(
      "line",
      {
        x1: x(timeOf(plan.date)),
        x2: x(promised.year),
        y1: y,
        y2: y,
        stroke: palette.muted,
        "stroke-dasharray": "2 2",
      },
      svg,
    );
    svgNode(
      "circle",
      { cx: x(timeOf(plan.date)), cy: y, r: 2.6, fill: palette.panel, stroke: palette.muted },
      svg,
    );
    const box = svgNode(
      "rect",
      {
        x: x(promised.year),
        y: y - 5,
        width: x(promised.year + 1) - x(promised.year),
        height: 10,
        rx: 2,
        fill: palette.region_fill,
        stroke: palette.accent,
      },
      svg,
    );
    const whole = [pickLanguage(plan.short, view.lang), named(promised.of), words];
    title(box, whole.filter(Boolean).join(" "));
    text(left + WIDE + 6, y + 4, verdict, { class: "is-year" });
    said.push(whole.concat(verdict).filter(Boolean).join(" "));
  });

  lanes.forEach((lane, i) => {
    const y = ROW * (promises.length + i + 0.5);
    text(0, y + 4, w("card.lane." + lane), { class: "is-plan" });
    svgNode("line", { x1: left, x2: left + WIDE, y1: y, y2: y, stroke: palette.line }, svg);
    events.forEach((happened) => {
      if (marks[happened.event.event].lane === lane) mark(happened, y);
    });
  });

  /** @param {Happened} happened @param {number} y */
  function mark({ of, event }, y) {
    const { shape, fill } = marks[event.event],
      share = of === project ? fill : Math.min(fill, marks.open_section.fill),
      at = x(timeOf(event.date)),
      ink = event.decides ? colour : palette.muted;
    const group = svgNode("g", {}, svg),
      unsure = doubts(view, event);
    // Where only the year is known the mark stands for all of it.
    if (event.date.length === 4)
      svgNode(
        "line",
        {
          x1: x(Number(event.date)),
          x2: x(Number(event.date) + 1),
          y1: y,
          y2: y,
          stroke: ink,
          "stroke-width": 2,
        },
        group,
      );
    svgNode(
      "path",
      {
        d: symbolPath(shape, at, y, event.event === "status" ? 2.6 : 4.4),
        fill: mixColours(ink, palette.panel, event.disputed ? 0 : share),
        stroke: ink,
        "stroke-width": 1.5,
        "stroke-dasharray": event.disputed ? "2 1.5" : null,
      },
      group,
    );
    if (event.disputed)
      svgNode("text", { x: at + 5, y: y - 2, class: "is-stage" }, group).textContent = "?";
    const words = [named(of), event.date, w("event." + event.event), event.section, ...unsure]
      .filter(Boolean)
      .join(" ");
    title(group, words);
    said.push(words);
  }

  svg.setAttribute("aria-label", said.join("; "));
  return svg;
}
