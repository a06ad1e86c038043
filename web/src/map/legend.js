// The legend: the key to what is shown, with how many of each.
import { el } from "../core/dom.js";
import { codesOf, PREFIX, styleOf } from "../core/looks.js";
import { BANDS_MOST } from "./layers/bands.js";
import { createNetworkSwitch } from "./layers/networks.js";
import { changeCounts, legendCounts, modesWithBoth } from "./legend-counts.js";
import { createAreaSample, createChangeSample, createSample } from "./symbols.js";

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
  const shapes = el("div", "atlas-legend-group", null, body);
  const band = el("label", "atlas-legend-band", null, body);
  band.title = w("band.help");
  const tick = el("input", null, null, band);
  tick.type = "checkbox";
  el("span", "atlas-legend-stripe", null, band);
  el("span", null, w("band"), band);
  const bandMeans = el("div", "atlas-legend-note", "", body);
  bandMeans.hidden = true;
  let many = false;
  // What the band is, once it is asked for.
  function explain() {
    bandMeans.hidden = !tick.checked;
    bandMeans.textContent = w("band.means") + (many ? w("band.pointed", { n: BANDS_MOST }) : "");
  }
  tick.addEventListener("change", () => {
    view.setBand(tick.checked);
    view._emit("band", tick.checked);
  });
  const wanted = el("label", "atlas-legend-band is-names", null, body);
  wanted.title = w("names.help");
  const namesTick = el("input", null, null, wanted);
  namesTick.type = "checkbox";
  namesTick.checked = true;
  el("span", null, w("names"), wanted);
  namesTick.addEventListener("change", () => {
    view.names.show(namesTick.checked);
    view._emit("names", namesTick.checked);
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
    const line = named(group, sample, w(key), n);
    line.title = w(key + ".means");
  }

  /**
   * @param {HTMLElement} group
   * @param {Element} sample
   * @param {string} text
   * @param {number} n
   */
  function named(group, sample, text, n) {
    const line = el("div", "atlas-legend-row", null, group);
    line.appendChild(sample);
    el("span", "atlas-legend-name", text, line);
    el("span", "atlas-legend-n", n, line);
    return line;
  }

  // Where lines stand for changes, the key is that of the changes.
  /** @param {Map<string, string>} shown */
  function changes(shown) {
    const by = changeCounts([{ shown: shown, paint: view.paint }]);
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
      explain();
    },
    names: (on) => {
      namesTick.checked = on;
    },
    open: (on) => {
      box.open = on;
    },
    update: (shown, also) => {
      const counts = legendCounts(model, also ? [shown, also] : [shown]),
        { unplaced: missing } = counts;
      total.textContent = w("legend.shown", { n: shown.size });
      modes.textContent = statuses.textContent = shapes.textContent = "";
      unplaced.textContent = missing ? w("legend.unplaced", { n: missing }) : "";
      unplaced.hidden = !missing;
      many = shown.size > BANDS_MOST;
      explain();
      if (!shown.size && !(also && also.size)) return;
      if (view.paint) {
        changes(shown);
        return;
      }
      el("div", "atlas-legend-sub", w("legend.mode"), modes);
      payload.modes.forEach((mode) => {
        if (counts.modes[mode])
          row(
            modes,
            createSample(style, view.theme, mode, null, !counts.drawn[mode]),
            "mode." + mode,
            counts.modes[mode],
          );
      });
      const prefix = PREFIX[view.look];
      el("div", "atlas-legend-sub", w("legend." + prefix), statuses);
      codesOf(model, view.look).forEach((code) => {
        if (counts.codes[code])
          row(
            statuses,
            createSample(style, view.theme, null, styleOf(style, view.look, code)),
            prefix + "." + code,
            counts.codes[code],
          );
      });
      const both = modesWithBoth(counts, payload.modes);
      if (both.length || counts.areas) el("div", "atlas-legend-sub", w("legend.shape"), shapes);
      both.forEach((mode) => {
        named(
          shapes,
          createSample(style, view.theme, mode, null, true),
          w("legend.point", { mode: w("mode." + mode) }),
          counts.points[mode],
        );
      });
      if (counts.areas)
        named(shapes, createAreaSample(style, view.theme), w("legend.area"), counts.areas);
    },
  };
}
