// The legend of a sheet, and the list of its projects where there is room.
import { codesOf, PREFIX, styleOf } from "../core/looks.js";
import { pickLanguage } from "../core/translator.js";
import { changeCounts, legendCounts, modesWithBoth } from "../map/legend-counts.js";
import { createAreaSample, createChangeSample, createSample } from "../map/symbols.js";
import { put, SIDE } from "./elements.js";
import { drawKey, numberedOn, ROW } from "./key-list.js";
import { wrap } from "./text-wrap.js";

/**
 * @import { View } from "../core/types.js"
 * @import { Scene } from "./types.js"
 */

/**
 * @param {Element} parent
 * @param {Scene} page
 * @param {View[]} views one, or the two sides of a comparison
 * @param {number} x
 * @param {number} y
 * @param {number} bottom
 * @param {string} family
 * @param {boolean} key whether the list of projects is part of it
 */
export function drawLegend(parent, page, views, x, y, bottom, family, key) {
  const view = views[0],
    payload = view.model.payload,
    style = payload.style,
    ink = style.light,
    w = page.words;
  const counts = legendCounts(
    view.model,
    views.map((one) => one.shown),
  );
  const changes = changeCounts(views);
  put(
    parent,
    "text",
    { x: x, y: y + 12, "font-size": 14, "font-weight": 700, fill: ink.text },
    w("legend"),
  );
  put(
    parent,
    "text",
    { x: x + SIDE - 22, y: y + 12, "text-anchor": "end", "font-size": 11.5, fill: ink.muted },
    w("legend.shown", { n: counts.ids.length }),
  );
  y += 22;
  /** @param {string} text */
  const head = (text) => {
    put(parent, "path", {
      d: "M" + x + "," + y + "h" + (SIDE - 22),
      stroke: ink.line,
      "stroke-width": 1,
    });
    put(parent, "text", { x: x, y: y + 15, "font-size": 10.5, fill: ink.muted }, text);
    y += 20;
  };
  /** @param {Element} sample @param {string} text @param {number | string} n */
  const row = (sample, text, n) => {
    const g = put(parent, "g", { transform: "translate(" + x + "," + (y + 3) + ")" });
    Array.from(sample.childNodes).forEach((child) => {
      g.appendChild(child);
    });
    put(parent, "text", { x: x + 46, y: y + 13, "font-size": 12.5, fill: ink.text }, text);
    put(
      parent,
      "text",
      { x: x + SIDE - 22, y: y + 13, "text-anchor": "end", "font-size": 12, fill: ink.muted },
      n,
    );
    y += 19.5;
  };
  const look = view.look,
    prefix = PREFIX[look];
  if (view.paint) {
    head(w("legend.change"));
    Object.keys(style.changes).forEach((code) => {
      if (!changes[code]) return;
      const [sample] = createChangeSample(style, "light", code).children;
      row(sample, style.changes[code].sign + " " + w("change." + code), changes[code]);
    });
  } else {
    head(w("legend.mode"));
    payload.modes.forEach((m) => {
      const n = counts.modes[m];
      if (n) row(createSample(style, "light", m, null, !counts.drawn[m]), w("mode." + m), n);
    });
    y += 4;
    head(w("legend." + prefix));
    // Of two sides each has a number of its own.
    codesOf(view.model, look).forEach((code) => {
      if (counts.codes[code])
        row(
          createSample(style, "light", null, styleOf(style, look, code)),
          w(prefix + "." + code),
          views.length > 1 ? "" : counts.codes[code],
        );
    });
    const both = modesWithBoth(counts, payload.modes);
    if (both.length || counts.areas) {
      y += 4;
      head(w("legend.shape"));
    }
    both.forEach((m) => {
      const text = w("legend.point", { mode: w("mode." + m) });
      row(createSample(style, "light", m, null, true), text, counts.points[m]);
    });
    if (counts.areas) row(createAreaSample(style, "light"), w("legend.area"), counts.areas);
  }
  /**
   * @param {string} text
   * @param {number} size
   * @param {number} weight
   * @param {string} colour
   * @param {number} most
   */
  const note = (text, size, weight, colour, most) => {
    wrap(text, SIDE - 22, size, weight, family, most).forEach((line) => {
      put(
        parent,
        "text",
        { x: x, y: y + size, "font-size": size, "font-weight": weight, fill: colour },
        line,
      );
      y += size * 1.42;
    });
  };
  y += 4;
  if (counts.unplaced) note(w("legend.unplaced", { n: counts.unplaced }), 10, 400, ink.muted, 2);
  const chosen = view.selected && view.model.byId.get(view.selected);
  if (chosen) {
    y += 6;
    head(w("page.selected"));
    note(pickLanguage(chosen.data.name, page.lang), 14, 700, ink.text, 3);
    note(view._describe(chosen), 11.5, 400, ink.muted, 1);
  }
  // The key to the numbers stands here where it finds room, else beside the map.
  const strong = page.strong,
    all = strong ? counts.ids.filter((id) => strong.has(id)) : counts.ids,
    fits = Math.floor((bottom - y - 26) / ROW),
    ids = all.length <= fits ? all : numberedOn(views);
  if (!key || !all.length || fits < 3) return;
  if (!ids.length && all.length > 2 * fits) return;
  y += 6;
  head(w("page.projects"));
  drawKey(parent, page, views, ids.length ? ids : all, [{ x, y, width: SIDE - 22, bottom }]);
}
