// Milestones as plan after plan promises them: across the plan's date, up the promised year; the
// diagonal is today.
import { whenOf, yearOf } from "../core/dates.js";
import { svgNode } from "../core/svg.js";
import { paletteOf } from "../core/theme.js";
import { pickLanguage } from "../core/translator.js";
import {
  createDrawing,
  drawVerdict,
  makeMark,
  projectName,
  SIZE,
  verdictColour,
  writeText,
} from "./marks.js";
import { listSlips, spreadMarks } from "./promises.js";
import { cutText, keepApart, yearScale, yearTicks } from "./scale.js";

/**
 * @import { Drawing, Host } from "./types.js"
 * @import { Made, Slip } from "./promises.js"
 * @typedef {{x: number, y: number}} Point
 */

const NARROW = 620,
  LEFT = 44,
  TOP = 14,
  BOTTOM = 40,
  BAND = 40,
  GAP = 15;

/**
 * @param {HTMLElement} parent
 * @param {Host} host
 * @param {Made[]} rows
 * @param {Drawing} how
 */
export function drawSlips(parent, host, rows, how) {
  const payload = host.model.payload,
    palette = paletteOf(payload.style, host.theme),
    w = host.words;
  const narrow = how.width < NARROW,
    right = narrow ? 140 : 300;
  const today = whenOf(payload.as_of);
  const plans = rows.map((made) => whenOf(payload.plans[made.outcome.plan].date));
  const starts = plans.map((when) => (when ? Math.floor(when.from) : Infinity));
  const first = Math.min(...starts, ...rows.map((made) => made.outcome.year)),
    last = Math.max(yearOf(payload.as_of), ...rows.map((made) => made.outcome.year)) + 1;
  const begin = Math.min(...starts),
    stop = Math.max(today ? today.to : 0, ...plans.map((when) => (when ? when.to : 0)));
  const height = TOP + (last - first) * BAND + BOTTOM,
    end = how.width - right;
  const across = yearScale(begin, stop, LEFT, end),
    up = yearScale(first, last, height - BOTTOM, TOP);
  const svg = createDrawing(
    parent,
    how.width,
    height,
    how.title,
    w("outcome.slip.means", { d: payload.as_of }),
  );
  const ground = svgNode("g", { "aria-hidden": "true" }, svg);
  for (let year = first; year < last; year++) {
    svgNode(
      "line",
      { x1: LEFT, x2: end, y1: up(year), y2: up(year), stroke: palette.line },
      ground,
    );
    writeText(ground, LEFT - 7, up(year + 0.5) + 4, String(year), {
      "text-anchor": "end",
      class: "is-axis",
    });
  }
  yearTicks(begin, stop, Math.floor((end - LEFT) / 42)).forEach((year) => {
    const x = across(year);
    svgNode("line", { x1: x, x2: x, y1: TOP, y2: up(first), stroke: palette.line }, ground);
    writeText(ground, x, up(first) + 15, String(year), {
      "text-anchor": "middle",
      class: "is-axis",
    });
  });
  writeText(ground, (LEFT + end) / 2, height - 6, w("outcome.axis.plan"), {
    "text-anchor": "middle",
    class: "is-axis",
  });
  // What lies under the diagonal was past already when the plan was made.
  const low = Math.max(begin, first);
  svgNode(
    "line",
    {
      x1: across(low),
      y1: up(low),
      x2: across(stop),
      y2: up(stop),
      stroke: palette.accent,
      "stroke-width": 1.6,
      "stroke-dasharray": "6 4",
    },
    ground,
  );
  writeText(ground, across(stop) + 6, up(stop) - 4, w("outcome.today", { d: payload.as_of }), {
    class: "is-today",
    fill: palette.accent,
    "text-anchor": narrow ? "end" : "start",
  });
  const spread = spreadMarks(rows);
  /** @type {(made: Made) => Point} */
  const place = (made) => {
    const when = whenOf(payload.plans[made.outcome.plan].date);
    return {
      x: across(when ? (when.from + when.to) / 2 : begin),
      y: up(made.outcome.year + (spread.get(made) || 0.5)),
    };
  };
  const slips = listSlips(rows);
  const ends = slips.map((slip) => endOf(slip));

  /**
   * Where a line meets the diagonal, or how far it has come without.
   * @param {Slip} slip
   * @returns {Point}
   */
  function endOf(slip) {
    const made = slip.rows[slip.rows.length - 1],
      happened = whenOf(made.outcome.happened);
    if (!happened) return { x: across(stop), y: place(made).y };
    const day = (happened.from + happened.to) / 2;
    // What happened before its plan's date meets the diagonal to the left of its mark.
    return { x: across(Math.max(day, begin)), y: up(Math.max(day, first)) };
  }

  const labels = keepApart(
    ends.map((point) => point.y),
    GAP,
    TOP + 18,
    height - BOTTOM,
  );
  slips.forEach((slip, i) => {
    const made = slip.rows[slip.rows.length - 1],
      colour = verdictColour(host, made.outcome.verdict),
      lines = svgNode("g", { "aria-hidden": "true" }, svg);
    const points = slip.rows.map(place);
    const way = points.map((point) => point.x + "," + point.y).join(" ");
    svgNode("polyline", { points: way, fill: "none", stroke: colour, "stroke-width": 2.4 }, lines);
    const from = points[points.length - 1],
      to = ends[i];
    svgNode(
      "line",
      {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        stroke: colour,
        "stroke-width": 1.3,
        "stroke-dasharray": made.outcome.happened ? null : "4 4",
      },
      lines,
    );
    if (made.outcome.happened)
      svgNode("circle", { cx: to.x, cy: to.y, r: 2.6, fill: colour }, lines);
    svgNode(
      "polyline",
      {
        points: [to.x + 4 + "," + to.y, end + 4 + "," + labels[i], end + 10 + "," + labels[i]].join(
          " ",
        ),
        fill: "none",
        stroke: palette.line,
      },
      lines,
    );
    // Where there is no room for both, the name: the mark says what is promised.
    const name = projectName(host, made),
      whole = w("promise." + slip.kind) + " · " + name,
      room = right - 18;
    writeText(lines, end + 14, labels[i] + 4, cutText(whole, room, SIZE) === whole ? whole : name, {
      room: room,
    });
  });
  rows.forEach((made) => {
    const group = svgNode("g", {}, svg),
      point = place(made);
    makeMark(group, host, made, how.pick);
    svgNode("circle", { cx: point.x, cy: point.y, r: SIZE, class: "is-ground" }, group);
    drawVerdict(host, made.outcome.verdict, point.x, point.y, SIZE * 0.4, group);
  });
  // Which plan stands where; the names keep apart, the ticks do not.
  const named = Array.from(new Set(rows.map((made) => made.outcome.plan)));
  const ticks = named.map((plan) => {
    const when = whenOf(payload.plans[plan].date);
    return across(when ? (when.from + when.to) / 2 : begin);
  });
  const places = keepApart(ticks, GAP, LEFT + 6, end);
  named.forEach((i, k) => {
    const plan = payload.plans[i];
    svgNode(
      "line",
      { x1: ticks[k], x2: ticks[k], y1: up(first), y2: up(first) + 5, stroke: palette.text },
      ground,
    );
    writeText(ground, 0, 0, pickLanguage(plan.short, host.lang), {
      class: "is-axis",
      "text-anchor": "end",
      transform: "translate(" + (places[k] + 4) + " " + TOP + ") rotate(-90)",
    });
  });
  return svg;
}
