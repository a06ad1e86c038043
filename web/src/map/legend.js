// The legend: the key to what is shown, with how many of each.
import { el } from "../core/dom.js";
import { codesOf, PREFIX, styleOf } from "../core/looks.js";
import { createNetworkSwitch } from "./layers/networks.js";
import { createChangeSample, createSample } from "./symbols.js";

/**
 * @import { View } from "../core/types.js"
 * @import { Legend } from "./types.js"
 */

/**
 * A legend in `parent`. `update(shown)` takes a Map of id to status code.
 * @param {HTMLElement} parent
 * @param {View} view
 * @returns {Legend}
 */
export function createLegend(parent, view) {
  const model = view.model,
    payload = model.payload,
    style = payload.style,
    w = view.words;
  const box = el("details", "atlas-legend", null, parent);
  const head = el("summary", "atlas-legend-head", null, box);
  el("span", "atlas-legend-title", w("legend"), head);
  const total = el("span", "atlas-legend-total", "", head);
  const body = el("div", "atlas-legend-body", null, box);
  const modes = el("div", "atlas-legend-group", null, body);
  const statuses = el("div", "atlas-legend-group", null, body);
  const band = el("label", "atlas-legend-band", null, body);
  band.title = w("band.help");
  const tick = el("input", null, null, band);
  tick.type = "checkbox";
  el("span", "atlas-legend-stripe", null, band);
  el("span", null, w("band"), band);
  tick.addEventListener("change", () => {
    view.setBand(tick.checked);
    view._emit("band", tick.checked);
  });
  if (view.networks) createNetworkSwitch(view, el("div", "atlas-legend-group", null, body));
  const unplaced = el("div", "atlas-legend-note", "", body);
  el("div", "atlas-legend-note", w("schematic"), body);

  /**
   * @param {HTMLElement} group
   * @param {Element} sample
   * @param {string} key
   * @param {number} n
   */
  function row(group, sample, key, n) {
    const line = el("div", "atlas-legend-row", null, group);
    line.title = w(key + ".means");
    line.appendChild(sample);
    el("span", "atlas-legend-name", w(key), line);
    el("span", "atlas-legend-n", n, line);
  }

  // Where lines stand for changes, the key is that of the changes.
  /** @param {Map<string, string>} shown */
  function changes(shown) {
    /** @type {Record<string, number>} */
    const by = {};
    shown.forEach((_, id) => {
      const code = view.paint && view.paint.get(id);
      if (code) by[code] = (by[code] || 0) + 1;
    });
    el("div", "atlas-legend-sub", w("legend.change"), modes);
    Object.keys(style.changes).forEach((code) => {
      if (by[code])
        row(modes, createChangeSample(style, view.theme, code), "change." + code, by[code]);
    });
  }

  return {
    box: box,
    band: (on) => {
      tick.checked = on;
    },
    open: (on) => {
      box.open = on;
    },
    update: (shown, also) => {
      /** @type {Record<string, { n: number, lines: boolean }>} */
      const byMode = {};
      /** @type {Record<string, number>} */
      const byStatus = {};
      let missing = 0;
      /** @param {string} status @param {string} id */
      const count = (status, id) => {
        const p = model.byId.get(id);
        if (!p) return;
        const group = (byMode[p.data.mode] = byMode[p.data.mode] || { n: 0, lines: false });
        group.n += 1;
        if (p.kind === "L" || p.kind === "A") group.lines = true;
        byStatus[status] = (byStatus[status] || 0) + 1;
        if (!p.kind) missing += 1;
      };
      shown.forEach(count);
      if (also) also.forEach(count);
      total.textContent = w("legend.shown", { n: shown.size });
      modes.textContent = statuses.textContent = "";
      unplaced.textContent = missing ? w("legend.unplaced", { n: missing }) : "";
      unplaced.hidden = !missing;
      if (!shown.size && !(also && also.size)) return;
      if (view.paint) {
        changes(shown);
        return;
      }
      el("div", "atlas-legend-sub", w("legend.mode"), modes);
      payload.modes.forEach((mode) => {
        const group = byMode[mode];
        if (group)
          row(
            modes,
            createSample(style, view.theme, mode, null, !group.lines),
            "mode." + mode,
            group.n,
          );
      });
      const prefix = PREFIX[view.look];
      el("div", "atlas-legend-sub", w("legend." + prefix), statuses);
      codesOf(model, view.look).forEach((code) => {
        if (byStatus[code])
          row(
            statuses,
            createSample(style, view.theme, null, styleOf(style, view.look, code)),
            prefix + "." + code,
            byStatus[code],
          );
      });
    },
  };
}
