// A row for each promise: the end of the promised year, the day it happened, and the way between.
import { whenOf } from "../core/dates.js";
import { svgNode } from "../core/svg.js";
import { paletteOf } from "../core/theme.js";
import {
  createDrawing,
  drawVerdict,
  makeMark,
  projectName,
  promiseWords,
  SIZE,
  verdictColour,
  verdictWords,
  writeText,
} from "./marks.js";
import { lateBy } from "./promises.js";
import { yearScale, yearTicks } from "./scale.js";

/**
 * @import { Drawing, Host } from "./types.js"
 * @import { Made } from "./promises.js"
 */

// Below which width a name stands over its row; one in English is twice as long.
const NARROW = { zh: 620, en: 880 },
  TOP = 24,
  TICK = 46,
  PROMISE = 104;

/**
 * @param {HTMLElement} parent
 * @param {Host} host
 * @param {Made[]} rows in their order
 * @param {Drawing} how
 */
export function drawDumbbell(parent, host, rows, how) {
  const payload = host.model.payload,
    palette = paletteOf(payload.style, host.theme);
  const narrow = how.width < NARROW[host.lang],
    row = narrow ? 46 : 28,
    right = narrow ? 96 : 112,
    left = narrow ? 4 : Math.min(400, Math.round(how.width * 0.4));
  const end = how.width - right,
    height = TOP + rows.length * row + 4;
  const at = yearScale(how.from, how.to, left, end);
  const svg = createDrawing(
    parent,
    how.width,
    height,
    how.title,
    host.words("outcome.dumbbell.means"),
  );
  const ground = svgNode("g", { "aria-hidden": "true" }, svg);
  yearTicks(how.from, how.to, Math.floor((end - left) / TICK)).forEach((year) => {
    const x = at(year);
    svgNode("line", { x1: x, x2: x, y1: TOP - 4, y2: height, stroke: palette.line }, ground);
    // The name of a year stands over the whole of it.
    const middle = at(year + 0.5);
    if (middle < end - 12)
      writeText(ground, middle, 13, String(year), { "text-anchor": "middle", class: "is-axis" });
  });
  const today = whenOf(payload.as_of);
  if (today) {
    svgNode(
      "line",
      {
        x1: at(today.from),
        x2: at(today.from),
        y1: TOP - 6,
        y2: height,
        stroke: palette.accent,
        "stroke-dasharray": "2 3",
      },
      ground,
    );
  }
  rows.forEach((made, i) => {
    const y = TOP + row * i + (narrow ? 33 : row / 2);
    const group = svgNode("g", {}, svg);
    makeMark(group, host, made, how.pick);
    svgNode(
      "rect",
      { x: 0, y: TOP + row * i, width: how.width, height: row, class: "is-ground" },
      group,
    );
    const name = projectName(host, made),
      promise = promiseWords(host, made);
    if (narrow) writeText(group, 4, y - 17, promise + " · " + name, { room: how.width - 8 });
    else {
      writeText(group, 4, y + 4, name, { room: left - PROMISE - 18 });
      writeText(group, left - PROMISE - 6, y + 4, promise, { class: "is-promise" });
    }
    drawWay(group, host, made, at, y);
    writeText(group, end + 10, y + 4, verdictWords(host, made, narrow), {
      class: "is-verdict",
      fill: verdictColour(host, made.outcome.verdict),
      room: right - 12,
    });
  });
  return svg;
}

/**
 * The promised year as a pale band with its end as a bar, and the way from there.
 * @param {SVGElement} group
 * @param {Host} host
 * @param {Made} made
 * @param {(year: number) => number} at
 * @param {number} y
 */
function drawWay(group, host, made, at, y) {
  const o = made.outcome,
    payload = host.model.payload,
    colour = verdictColour(host, o.verdict),
    palette = paletteOf(payload.style, host.theme);
  const due = at(o.year + 1),
    happened = whenOf(o.happened),
    late = lateBy(o, payload.as_of);
  svgNode(
    "rect",
    {
      x: at(o.year),
      y: y - 4,
      width: due - at(o.year),
      height: 8,
      fill: palette.muted,
      opacity: 0.18,
    },
    group,
  );
  const reached = happened
    ? at((happened.from + happened.to) / 2)
    : late === ""
      ? due
      : at(o.year + 1 + late);
  svgNode(
    "line",
    {
      x1: due,
      x2: reached,
      y1: y,
      y2: y,
      stroke: colour,
      "stroke-width": 2.6,
      "stroke-dasharray": happened ? null : "5 4",
    },
    group,
  );
  // Known to the year or the month only: as wide as that.
  if (happened && at(happened.to) - at(happened.from) > 3)
    svgNode(
      "line",
      {
        x1: at(happened.from),
        x2: at(happened.to),
        y1: y,
        y2: y,
        stroke: colour,
        "stroke-width": 8,
        opacity: 0.3,
      },
      group,
    );
  svgNode(
    "line",
    { x1: due, x2: due, y1: y - 7, y2: y + 7, stroke: palette.text, "stroke-width": 2 },
    group,
  );
  drawVerdict(host, o.verdict, reached, y, SIZE * 0.4, group);
}
